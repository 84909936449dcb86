import { baseForm } from './inflect.ts';

/** A spelling that copy or a pattern has used: everything about it that does not depend on where it stands. */
export interface Spelling {
  /** Folded. */
  readonly text: string;
  readonly base: string;
  /** Counts from 0; -1 when too many of copy's were numbered already. */
  readonly id: number;
  /** Number of the word without its possessive `'s`; -1 for a word that has none. */
  readonly bare: number;
}

/** Words that the build has numbered, so that what it made of them can be found by number. */
export interface CompiledWords {
  /** All of them, one after the other. */
  readonly text: string;
  /** By number: where the word begins; it ends where the next one begins. */
  readonly starts: Int32Array<ArrayBuffer>;
  /** Numbers, plus one, by hash. */
  readonly table: Int32Array<ArrayBuffer>;
}

/** Copy may bring so many; what patterns bring is numbered in any case. */
const MOST_SPELLINGS = 150_000;
/** The number of `#`, which stands for any number in the words of a term. */
export const ANY_NUMBER = 0;

let read: (() => CompiledWords | undefined) | undefined;
let begun = false;
/** What the build knew: its text, where the words begin, and how many they are. */
let text = '';
let starts = new Int32Array(1);
let compiled = 0;
/** By number. Of a word that the build knew, when it is first met. */
const known: (Spelling | undefined)[] = [];
/** Of those beyond what the build knew. */
const hashes: number[] = [];
/** Half of it stays free. */
let table = new Int32Array(1 << 12);

/** Says where the words of the build are read from when the first word is looked up. Before that, or never. */
export function provideWords(from: () => CompiledWords | undefined): void {
  read = from;
}

function begin(): void {
  begun = true;
  const words = read?.();
  if (!words) {
    enter('#', hashOf('#', 0, 1));
    return;
  }
  ({ text, table, starts } = words);
  compiled = starts.length - 1;
  known.length = compiled;
}

/** For the build: all words that are numbered by now. */
export function compileWords(): CompiledWords {
  if (!begun) begin();
  const all = Array.from(known, (_, id) => wordOf(id));
  const starts = new Int32Array(all.length + 1);
  for (const [id, { length }] of all.entries()) starts[id + 1] = starts[id]! + length;
  return { text: all.join(''), starts, table };
}

export function hashOf(word: string, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The number of the word that stands in `copy`, or -1; no string is cut out for one that was met before. */
function find(copy: string, from: number, to: number, hash: number): number {
  if (!begun) begin();
  const mask = table.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = table[slot]! - 1;
    if (id < 0) return -1;
    if (id < compiled) {
      if (same(text, starts[id]!, starts[id + 1]!, copy, from, to)) return id;
    } else if (hashes[id - compiled] === hash) {
      const word = known[id]!.text;
      if (same(word, 0, word.length, copy, from, to)) return id;
    }
  }
}

function same(word: string, begins: number, ends: number, copy: string, from: number, to: number): boolean {
  if (ends - begins !== to - from) return false;
  for (let at = 0; at < to - from; at++) if (word.charCodeAt(begins + at) !== copy.charCodeAt(from + at)) return false;
  return true;
}

/** The spelling of a word of copy, folded, from `from` to `to` in `copy`. */
export function spellingAt(copy: string, from: number, to: number): Spelling {
  const hash = hashOf(copy, from, to);
  const id = find(copy, from, to, hash);
  if (id >= 0) return known[id] ?? met(id);
  const word = copy.slice(from, to);
  if (known.length >= MOST_SPELLINGS) return { text: word, base: baseForm(word), id: -1, bare: -1 };
  // A slice of a page would keep the whole page in memory.
  return enter(Buffer.from(word).toString(), hash);
}

/** The number of a word that a pattern asks for. */
export function wordId(word: string): number {
  const hash = hashOf(word, 0, word.length);
  const id = find(word, 0, word.length, hash);
  return id >= 0 ? id : enter(word, hash).id;
}

/** The number of a word, if it has one, or -1. */
export const knownId = (word: string): number => find(word, 0, word.length, hashOf(word, 0, word.length));

export const wordOf = (id: number): string => (known[id] ?? met(id)).text;

/** @param id of a token, or -1 */
export const bareOf = (id: number): number => (id < 0 ? -1 : (known[id] ?? met(id)).bare);

/** A word that the build knew, met for the first time. */
function met(id: number): Spelling {
  const word = text.slice(starts[id], starts[id + 1]);
  return (known[id] = { text: word, base: baseForm(word), id, bare: bareId(word) });
}

function enter(word: string, hash: number): Spelling {
  // Its number comes after that of the word without its possessive, which may be new as well.
  const bare = bareId(word);
  const id = known.length;
  const entered = (known[id] = { text: word, base: baseForm(word), id, bare });
  hashes.push(hash);
  if (known.length * 2 > table.length) {
    table = new Int32Array(table.length * 2);
    for (let other = 0; other < known.length; other++) place(other);
  } else place(id);
  return entered;
}

const bareId = (word: string): number => (word.length > 2 && word.endsWith("'s") ? wordId(word.slice(0, -2)) : -1);

function place(id: number): void {
  const mask = table.length - 1;
  let slot = (id < compiled ? hashOf(text, starts[id]!, starts[id + 1]!) : hashes[id - compiled]!) & mask;
  while (table[slot] !== 0) slot = (slot + 1) & mask;
  table[slot] = id + 1;
}
