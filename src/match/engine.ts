import { narrowed } from './narrow.ts';

/** On a text of this length the engine makes machine code of an expression at once: else it first makes code to interpret, which takes longer. */
const LONG = 1_000;

/** An expression for the engine: narrow where the text allows it, and compiled once. */
export class Engine {
  readonly #pattern: RegExp;
  /** Null: not looked for yet. */
  #narrow: Engine | undefined | null = null;
  #compiled = false;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** What to run on `text`. */
  for(text: string, isPlain: (text: string) => boolean): RegExp {
    if (this.#narrow === null) {
      const narrow = narrowed(this.#pattern);
      this.#narrow = narrow && new Engine(narrow);
    }
    if (this.#narrow && isPlain(text)) return this.#narrow.#ready(text);
    return this.#ready(text);
  }

  #ready(text: string): RegExp {
    if (!this.#compiled) {
      this.#compiled = true;
      this.#pattern.exec(text.padEnd(LONG, '\0'));
      this.#pattern.lastIndex = 0;
    }
    return this.#pattern;
  }
}
