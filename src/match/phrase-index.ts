import type { Token } from '../rule.ts';
import { CAPITAL, NUMBER } from './phrase-cues.ts';
import type { Cue } from './phrase-cues.ts';
import { nameOf } from './term-names.ts';

const NO_IDS: readonly number[] = [];

/** Phrase numbers by the cue that calls for them: a word, a kind of token, or `<name>` of a vocabulary. */
export class PhraseIndex {
  readonly #ids = new Map<string, number[] | string>();
  #bySpelling: (readonly number[] | undefined)[] = [];
  #byName: (readonly number[] | undefined)[] = [];
  #ofNumber: readonly number[] | undefined;
  #ofCapital: readonly number[] | undefined;

  /** @param compiled a line a cue, the numbers behind a tab with spaces between them */
  constructor(compiled?: string) {
    if (!compiled) return;
    for (const line of compiled.split('\n')) {
      const tab = line.indexOf('\t');
      this.#ids.set(line.slice(0, tab), line.slice(tab + 1));
    }
  }

  add({ words, names }: Cue, id: number): void {
    this.#bySpelling = [];
    this.#byName = [];
    this.#ofNumber = this.#ofCapital = undefined;
    for (const word of words) this.#push(word, id);
    for (const name of names) this.#push(`<${name}>`, id);
  }

  /** By a token's word; no string is hashed for one that was met before. */
  ofWord({ id, text }: Token): readonly number[] {
    if (id < 0) return this.#get(text);
    return (this.#bySpelling[id] ??= this.#get(text));
  }
  /** @param name its number */
  ofName(name: number): readonly number[] {
    return (this.#byName[name] ??= this.#get(`<${nameOf(name)}>`));
  }
  get ofNumber(): readonly number[] {
    return (this.#ofNumber ??= this.#get(NUMBER));
  }
  get ofCapital(): readonly number[] {
    return (this.#ofCapital ??= this.#get(CAPITAL));
  }

  #get(cue: string): readonly number[] {
    const ids = this.#ids.get(cue) ?? NO_IDS;
    if (typeof ids !== 'string') return ids;
    const read = ids.split(' ').map(Number);
    this.#ids.set(cue, read);
    return read;
  }

  #push(cue: string, id: number): void {
    const ids = this.#get(cue);
    if (ids !== NO_IDS) (ids as number[]).push(id);
    else this.#ids.set(cue, [id]);
  }

  compile(): string {
    return Array.from(this.#ids, ([cue, ids]) => `${cue}\t${typeof ids === 'string' ? ids : ids.join(' ')}`).join('\n');
  }
}
