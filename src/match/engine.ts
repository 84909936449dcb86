import { narrowed } from './narrow.ts';

/** On a text of this length the engine makes machine code of an expression at once: else it first makes code to interpret, which takes longer. */
const LONG = 1_000;

/** An expression for the engine: narrow where the text allows it, and compiled once. */
export class Engine {
  readonly pattern: RegExp;
  /** Null: not looked for yet. */
  #narrow: RegExp | undefined | null = null;
  #ready = false;
  #narrowReady = false;

  constructor(pattern: RegExp) {
    this.pattern = pattern;
  }

  /** Whether it has a narrow twin, once it has been run. */
  get hasTwin(): boolean {
    return this.#narrow !== undefined;
  }

  /** What to run on `text`. */
  for(text: string, isPlain: (text: string) => boolean): RegExp {
    if (this.#narrow === null) this.#narrow = narrowed(this.pattern);
    if (this.#narrow !== undefined && isPlain(text)) {
      if (!this.#narrowReady) compile(this.#narrow, text);
      this.#narrowReady = true;
      return this.#narrow;
    }
    if (!this.#ready) compile(this.pattern, text);
    this.#ready = true;
    return this.pattern;
  }
}

/** For texts like this one: the engine has code for those of Latin-1, and other code for all others. */
function compile(pattern: RegExp, text: string): void {
  pattern.exec(text.padEnd(LONG, '\0'));
  pattern.lastIndex = 0;
}
