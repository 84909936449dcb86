import type { Token } from '../rule.ts';

/** What a word's spelling alone tells, as a number, remembered by the number of the spelling: copy says the same words again and again. */
export class ByWord {
  readonly #tell: (word: string) => number;
  /** By the number of a spelling what is told of it, plus one; 0 for one that was not met. */
  #known = new Uint16Array(1 << 16);

  /** @param tell a number below 65,535 */
  constructor(tell: (word: string) => number) {
    this.#tell = tell;
  }

  of({ id, text }: Token): number {
    if (id < 0) return this.#tell(text);
    if (id >= this.#known.length) this.#widen(id);
    const known = this.#known[id]!;
    if (known > 0) return known - 1;
    const told = this.#tell(text);
    this.#known[id] = told + 1;
    return told;
  }

  #widen(id: number): void {
    const wider = new Uint16Array(id * 2);
    wider.set(this.#known);
    this.#known = wider;
  }
}
