import { wordId } from '../analyse/spelling.ts';
import { CAPITAL, NUMBER } from './phrase-cues.ts';
import type { Cue } from './phrase-cues.ts';
import { nameOf } from './term-names.ts';

const NO_IDS = new Int32Array(0);

/** An index as the build writes it. */
export interface CompiledIndex {
  /** By the number of a word: where its phrases begin in `ids`; they end where those of the next begin. */
  readonly from: Int32Array;
  readonly ids: Int32Array;
  /** By `<name>` of a vocabulary or kind of token. */
  readonly others: Readonly<Record<string, readonly number[]>>;
}

/** Phrase numbers by the cue that calls for them: a word, a kind of token, or `<name>` of a vocabulary. */
export class PhraseIndex {
  /** Of the words that the build knew, to be read from `begin` to `end` of a word. No word makes an object. */
  readonly ids: Int32Array;
  readonly #from: Int32Array;
  readonly #compiled: CompiledIndex | undefined;
  /** What the build did not know. */
  readonly #words = new Map<number, number[]>();
  readonly #others = new Map<string, number[]>();
  #byName: (Int32Array | undefined)[] = [];
  #ofNumber: Int32Array | undefined;
  #ofCapital: Int32Array | undefined;

  constructor(compiled?: CompiledIndex) {
    this.#compiled = compiled;
    this.ids = compiled?.ids ?? NO_IDS;
    this.#from = compiled?.from ?? NO_IDS;
  }

  add({ words, names }: Cue, id: number): void {
    this.#byName = [];
    this.#ofNumber = this.#ofCapital = undefined;
    for (const word of words)
      if (word === NUMBER || word === CAPITAL) push(this.#others, word, id);
      else push(this.#words, wordId(word), id);
    for (const name of names) push(this.#others, `<${name}>`, id);
  }

  /** @param word its number, or -1 */
  begin(word: number): number {
    return word >= 0 && word + 1 < this.#from.length ? this.#from[word]! : 0;
  }
  end(word: number): number {
    return word >= 0 && word + 1 < this.#from.length ? this.#from[word + 1]! : 0;
  }
  /** What calls for a word beyond what the build knew. */
  added(word: number): readonly number[] | undefined {
    return this.#words.size === 0 ? undefined : this.#words.get(word);
  }
  /** @param name its number */
  ofName(name: number): Int32Array {
    return (this.#byName[name] ??= this.#other(`<${nameOf(name)}>`));
  }
  get ofNumber(): Int32Array {
    return (this.#ofNumber ??= this.#other(NUMBER));
  }
  get ofCapital(): Int32Array {
    return (this.#ofCapital ??= this.#other(CAPITAL));
  }

  #other(cue: string): Int32Array {
    const known = this.#compiled?.others;
    const added = this.#others.get(cue) ?? [];
    return Int32Array.from(known && Object.hasOwn(known, cue) ? [...known[cue]!, ...added] : added);
  }

  /** For the build, which has compiled none before. */
  compile(): CompiledIndex {
    const last = Math.max(0, ...this.#words.keys());
    const from = new Int32Array(last + 2);
    const ids: number[] = [];
    for (let word = 0; word <= last; word++) {
      ids.push(...(this.#words.get(word) ?? []));
      from[word + 1] = ids.length;
    }
    return { from, ids: Int32Array.from(ids), others: Object.fromEntries(this.#others) };
  }
}

function push<Key>(lists: Map<Key, number[]>, key: Key, id: number): void {
  const ids = lists.get(key);
  if (ids) ids.push(id);
  else lists.set(key, [id]);
}
