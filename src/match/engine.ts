import { narrowed } from './narrow.ts';
import type { Source } from './needs.ts';

/** On a text of this length the engine makes machine code of an expression at once: else it first makes code to interpret, which takes longer. */
const LONG = 1_000;

/** An expression for the engine: narrow where the text allows it, and made and compiled when it is first run. */
export class Engine {
  readonly #make: () => RegExp;
  #wide: RegExp | undefined;
  /** Null: not made yet. */
  #narrow: RegExp | undefined | null = null;
  /** What the build knows of the narrow twin; null where it knows of none. */
  readonly #twin: Source | null | undefined;
  #ready = false;
  #narrowReady = false;

  /** @param twin spares making the expression to narrow it, where an expression over all letters takes the engine milliseconds to read */
  constructor(make: () => RegExp, twin: Source | null | undefined) {
    this.#make = make;
    this.#twin = twin;
  }

  get pattern(): RegExp {
    return (this.#wide ??= this.#make());
  }

  /** Whether it has a narrow twin, once it has been run. */
  get hasTwin(): boolean {
    return this.#narrow !== undefined;
  }

  /** What to run on `text`. */
  for(text: string, isPlain: (text: string) => boolean): RegExp {
    if (this.#narrow === null) this.#narrow = this.#makeNarrow();
    if (this.#narrow !== undefined && isPlain(text)) {
      if (!this.#narrowReady) compile(this.#narrow, text);
      this.#narrowReady = true;
      return this.#narrow;
    }
    if (!this.#ready) compile(this.pattern, text);
    this.#ready = true;
    return this.pattern;
  }

  #makeNarrow(): RegExp | undefined {
    if (this.#twin === null) return undefined;
    return this.#twin ? new RegExp(this.#twin.source, this.#twin.flags) : narrowed(this.pattern);
  }
}

/** For texts like this one: the engine has code for those of Latin-1, and other code for all others. */
export function compile(pattern: RegExp, text: string): void {
  pattern.exec(text.padEnd(LONG, '\0'));
  pattern.lastIndex = 0;
}
