import { knownId, wordId } from '../analyse/spelling.ts';
import type { Token } from '../rule.ts';
import { CAPITAL, NUMBER } from './phrase-cues.ts';
import type { Cue } from './phrase-cues.ts';
import { nameOf } from './term-names.ts';

const NO_IDS: readonly number[] = [];

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
  readonly #compiled: CompiledIndex | undefined;
  /** What the build did not know. */
  readonly #words = new Map<number, number[]>();
  readonly #others = new Map<string, number[]>();
  #byWord: (readonly number[] | undefined)[] = [];
  #byName: (readonly number[] | undefined)[] = [];
  #ofNumber: readonly number[] | undefined;
  #ofCapital: readonly number[] | undefined;

  constructor(compiled?: CompiledIndex) {
    this.#compiled = compiled;
  }

  add({ words, names }: Cue, id: number): void {
    this.#byWord = [];
    this.#byName = [];
    this.#ofNumber = this.#ofCapital = undefined;
    for (const word of words)
      if (word === NUMBER || word === CAPITAL) push(this.#others, word, id);
      else push(this.#words, wordId(word), id);
    for (const name of names) push(this.#others, `<${name}>`, id);
  }

  ofWord({ id, text }: Token): readonly number[] {
    const word = id >= 0 ? id : knownId(text);
    return word < 0 ? NO_IDS : (this.#byWord[word] ??= this.#read(word));
  }
  /** @param name its number */
  ofName(name: number): readonly number[] {
    return (this.#byName[name] ??= this.#other(`<${nameOf(name)}>`));
  }
  get ofNumber(): readonly number[] {
    return (this.#ofNumber ??= this.#other(NUMBER));
  }
  get ofCapital(): readonly number[] {
    return (this.#ofCapital ??= this.#other(CAPITAL));
  }

  #read(word: number): readonly number[] {
    const { from, ids } = this.#compiled ?? {};
    const added = this.#words.get(word) ?? NO_IDS;
    if (!from || !ids || word + 1 >= from.length || from[word] === from[word + 1]) return added;
    return [...ids.subarray(from[word], from[word + 1]), ...added];
  }

  #other(cue: string): readonly number[] {
    const known = this.#compiled?.others;
    const added = this.#others.get(cue) ?? NO_IDS;
    return known && Object.hasOwn(known, cue) ? [...known[cue]!, ...added] : added;
  }

  /** For the build, which has compiled none before. */
  compile(): CompiledIndex {
    const last = Math.max(0, ...this.#words.keys());
    const from = new Int32Array(last + 2);
    const ids: number[] = [];
    for (let word = 0; word <= last; word++) {
      ids.push(...(this.#words.get(word) ?? NO_IDS));
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
