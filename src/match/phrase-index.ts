import { wordId } from '../analyse/spelling.ts';
import { CAPITAL, NUMBER } from './phrase-cues.ts';
import type { Cue } from './phrase-cues.ts';
import { nameNumber } from './term-names.ts';

/** Of a table without keys. */
const NO_IDS = Int32Array.of(0);

/** An index as the build writes it. */
export interface CompiledIndex {
  /** By the number of a word: where its phrases begin in `ids`; they end where those of the next begin. */
  readonly from: Int32Array;
  readonly ids: Int32Array;
  /** By `<name>` of a vocabulary or kind of token. */
  readonly others: Readonly<Record<string, readonly number[]>>;
}

/** Lists of phrases: where those of a key begin in `ids`; they end where those of the next begin. */
export interface Table {
  readonly from: Int32Array;
  readonly ids: Int32Array;
}

/** An index for matching: by the number of a word, and by other cues (`CueNumber`). */
export interface IndexTables {
  readonly words: Table;
  readonly others: Table;
}

/** The number of a cue that is no word; that of a name comes after these, by its own number. */
const enum CueNumber { number, capital, names }

/** Phrase numbers by the cue that calls for them: a word, a kind of token, or `<name>` of a vocabulary. */
export class PhraseIndex {
  readonly #compiled: CompiledIndex | undefined;
  /** What the build did not know. */
  readonly #words = new Map<number, number[]>();
  readonly #others = new Map<string, number[]>();

  constructor(compiled?: CompiledIndex) {
    this.#compiled = compiled;
  }

  add({ words, names }: Cue, id: number): void {
    for (const word of words)
      if (word === NUMBER || word === CAPITAL) push(this.#others, word, id);
      else push(this.#words, wordId(word), id);
    for (const name of names) push(this.#others, `<${name}>`, id);
  }

  tables(): IndexTables {
    const others: (readonly number[])[] = [];
    for (const cue of new Set([...Object.keys(this.#compiled?.others ?? {}), ...this.#others.keys()]))
      others[cueNumber(cue)] = [...(this.#compiled?.others[cue] ?? []), ...(this.#others.get(cue) ?? [])];
    return { words: this.#wordTable(), others: tableOf(others) };
  }

  #wordTable(): Table {
    const known = this.#compiled ?? { from: NO_IDS, ids: NO_IDS };
    if (this.#words.size === 0) return known;
    const { from, ids } = known;
    const lists = Array.from(from.subarray(1), (end, word): readonly number[] => Array.from(ids.subarray(from[word]!, end)));
    for (const [word, added] of this.#words) lists[word] = [...(lists[word] ?? []), ...added];
    return tableOf(lists);
  }

  /** For the build, which has compiled none before. */
  compile(): CompiledIndex {
    return { ...this.#wordTable(), others: Object.fromEntries(this.#others) };
  }
}

function cueNumber(cue: string): number {
  if (cue === NUMBER) return CueNumber.number;
  return cue === CAPITAL ? CueNumber.capital : CueNumber.names + nameNumber(cue.slice(1, -1));
}

/** @param lists by key, which need not be dense */
function tableOf(lists: readonly (readonly number[] | undefined)[]): Table {
  const from = new Int32Array(lists.length + 1);
  for (let key = 0; key < lists.length; key++) from[key + 1] = from[key]! + (lists[key]?.length ?? 0);
  const ids = new Int32Array(from[lists.length]!);
  for (let key = 0; key < lists.length; key++) ids.set(lists[key] ?? [], from[key]);
  return { from, ids };
}

function push<Key>(lists: Map<Key, number[]>, key: Key, id: number): void {
  const ids = lists.get(key);
  if (ids) ids.push(id);
  else lists.set(key, [id]);
}
