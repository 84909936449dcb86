import type { Part } from './wording.ts';
import { isContent } from './words.ts';
import type { Word } from './words.ts';

/**
 * How a wording and a sentence differ: what the sentence says beside, inside or instead of the wording, in reading order. Numbers
 * are positions of words of the sentence and of parts of the wording.
 */
export interface Alignment {
  /** The stretch of the sentence that the wording was laid on, first and last word inclusive. */
  readonly first: number;
  readonly last: number;
  readonly changes: readonly { readonly missing: readonly number[]; readonly added: readonly number[] }[];
  /** 0 to 1: how much of the wording's weight stands in the sentence. */
  readonly coverage: number;
  /** Content words inside the stretch that the wording does not have. */
  readonly extra: number;
}

const CONTENT = 4;
const OTHER = 1;
const MISSING = -2;
const ADDED = -1;

const weight = (part: Part): number => (part.kind === 'word' && !isContent(part.key) ? OTHER : CONTENT);

/** How many words the part takes from `at` on, or 0. */
function takes(part: Part, words: readonly Word[], at: number): number {
  const word = words[at]!;
  switch (part.kind) {
    case 'word':
      return word.key === part.key ? 1 : 0;
    case 'number':
      return word.value !== undefined && word.value >= part.from && word.value <= part.to ? 1 : 0;
    case 'words':
      return 1;
    case 'choice':
      return part.options.find((option) => option.every((key, index) => words[at + index]?.key === key))?.length ?? 0;
  }
}

/** Lays a wording on the best-fitting stretch of a sentence; what stands before and after the stretch costs nothing. */
export function align(parts: readonly Part[], words: readonly Word[]): Alignment | undefined {
  const columns = words.length + 1;
  const score = new Float64Array((parts.length + 1) * columns);
  const cell = (part: number, word: number): number => part * columns + word;
  // Filled from the end, so that the path is read forward.
  for (let part = parts.length - 1; part >= 0; part--) {
    for (let word = words.length; word >= 0; word--) {
      let best = MISSING + score[cell(part + 1, word)]!;
      if (word < words.length) {
        if (part > 0) best = Math.max(best, ADDED + score[cell(part, word + 1)]!);
        const taken = takes(parts[part]!, words, word);
        if (taken > 0) best = Math.max(best, weight(parts[part]!) + score[cell(part + 1, word + taken)]!);
      }
      score[cell(part, word)] = best;
    }
  }
  let start = 0;
  for (let word = 1; word < words.length; word++) if (score[cell(0, word)]! > score[cell(0, start)]!) start = word;
  return trace(parts, words, start, (part, word) => score[cell(part, word)]!);
}

function trace(
  parts: readonly Part[],
  words: readonly Word[],
  start: number,
  score: (part: number, word: number) => number,
): Alignment | undefined {
  const changes: { missing: number[]; added: number[] }[] = [];
  let open: (typeof changes)[number] | undefined;
  const change = (): (typeof changes)[number] => {
    if (!open) changes.push((open = { missing: [], added: [] }));
    return open;
  };
  let [first, last, kept, total, extra] = [-1, -1, 0, 0, 0];
  let pending: number[] = [];
  for (let part = 0, word = start; part < parts.length;) {
    const taken = word < words.length ? takes(parts[part]!, words, word) : 0;
    const here = score(part, word);
    if (taken > 0 && here === weight(parts[part]!) + score(part + 1, word + taken)) {
      if (pending.length > 0) change().added.push(...pending);
      extra += pending.filter((index) => isContent(words[index]!.key)).length;
      pending = [];
      open = undefined;
      if (first < 0) first = word;
      last = word + taken - 1;
      kept += weight(parts[part]!);
      total += weight(parts[part]!);
      part++;
      word += taken;
    } else if (here === MISSING + score(part + 1, word)) {
      change().missing.push(part);
      total += weight(parts[part]!);
      part++;
    } else {
      pending.push(word);
      word++;
    }
  }
  if (first < 0) return undefined;
  // What the sentence says in place of the wording's first or last words stands outside the stretch that the two share.
  const [head, tail] = [changes[0], changes.at(-1)];
  if (head && head.added.length === 0 && head.missing[0] === 0) {
    const from = Math.max(0, first - head.missing.length);
    for (let word = from; word < first; word++) head.added.push(word);
    first = from;
  }
  if (tail && tail !== head && tail.added.length === 0 && tail.missing.at(-1) === parts.length - 1) {
    const to = Math.min(words.length - 1, last + tail.missing.length);
    for (let word = last + 1; word <= to; word++) tail.added.push(word);
    last = to;
  }
  return { first, last, changes, coverage: kept / total, extra };
}
