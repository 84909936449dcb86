import type { Span } from '../../rule.ts';

const SPACE = /\s/;
/** A region begins at a word, but does not go back further than this for it. */
const LONGEST_WORD = 40;

/**
 * The parts of a text that a costly pattern need look at: what stands up to `before` ahead of a hint and up to `after` behind
 * it, joined where they touch. Most copy has few digits, and a dozen patterns over all of it would cost more than all else.
 * @param hint a cheap pattern with the flag `g`
 */
export function regionsAround(text: string, hint: RegExp, before: number, after: number): Span[] {
  const regions: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  hint.lastIndex = 0;
  for (let match = hint.exec(text); match; match = hint.exec(text)) {
    const end = Math.min(text.length, match.index + match[0].length + after);
    if (last && match.index - before <= last.end) {
      last.end = end;
      continue;
    }
    let start = Math.max(0, match.index - before);
    const limit = Math.max(0, start - LONGEST_WORD);
    while (start > limit && !SPACE.test(text[start - 1]!)) start--;
    regions.push((last = { start: Math.max(start, last?.end ?? 0), end }));
  }
  return regions;
}
