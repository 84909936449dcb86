import { baseForm } from './inflect.ts';

/** A spelling that copy or a pattern has used: everything about it that does not depend on where it stands. */
export interface Spelling {
  /** Folded. */
  readonly text: string;
  readonly base: string;
  /** Counts from 0 in the order of first use; -1 when too many of copy's were numbered already. */
  readonly id: number;
  /** Number of the word without its possessive `'s`; -1 for a word that has none. */
  readonly bare: number;
}

/** Copy may bring so many; what patterns bring is numbered in any case. */
const MOST_SPELLINGS = 100_000;

const known: Spelling[] = [];
const hashes: number[] = [];
/** Places in `known`, plus one, by hash; half of it stays free. */
let table = new Int32Array(1 << 15);

function hashOf(text: string, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The spelling that stands in `text`; no string is cut out for one that was met before. */
function find(text: string, from: number, to: number, hash: number): Spelling | undefined {
  const mask = table.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const number = table[slot]! - 1;
    if (number < 0) return undefined;
    if (hashes[number] === hash && same(known[number]!.text, text, from, to)) return known[number];
  }
}

function same(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

/** The spelling of a word of copy, folded, from `from` to `to` in `text`. */
export function spellingAt(text: string, from: number, to: number): Spelling {
  const hash = hashOf(text, from, to);
  const met = find(text, from, to, hash);
  if (met) return met;
  const word = text.slice(from, to);
  if (known.length >= MOST_SPELLINGS) return { text: word, base: baseForm(word), id: -1, bare: -1 };
  // A slice of a page would keep the whole page in memory.
  return enter(Buffer.from(word).toString(), hash);
}

/** The number of a word that a pattern asks for. */
export function wordId(word: string): number {
  const hash = hashOf(word, 0, word.length);
  return (find(word, 0, word.length, hash) ?? enter(word, hash)).id;
}

/** The number of a word, if it has one, or -1. */
export const knownId = (word: string): number => find(word, 0, word.length, hashOf(word, 0, word.length))?.id ?? -1;

export const wordOf = (id: number): string => known[id]!.text;

/** @param id of a token, or -1 */
export const bareOf = (id: number): number => (id < 0 ? -1 : known[id]!.bare);

function enter(text: string, hash: number): Spelling {
  const bare = text.length > 2 && text.endsWith("'s") ? wordId(text.slice(0, -2)) : -1;
  const spelling = { text, base: baseForm(text), id: known.length, bare };
  known.push(spelling);
  hashes.push(hash);
  if (known.length * 2 > table.length) {
    table = new Int32Array(table.length * 2);
    for (let number = 0; number < hashes.length; number++) place(number);
  } else place(spelling.id);
  return spelling;
}

function place(number: number): void {
  const mask = table.length - 1;
  let slot = hashes[number]! & mask;
  while (table[slot] !== 0) slot = (slot + 1) & mask;
  table[slot] = number + 1;
}
