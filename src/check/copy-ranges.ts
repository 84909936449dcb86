import type { Document, Range } from '../rule.ts';

/** Where the source holds what readers are shown, in order and apart from each other: not comments, not the markup between. */
export function copyRanges({ blocks }: Document): Range[] {
  const ranges = blocks
    .filter(({ kind }) => kind !== 'comment')
    .flatMap(({ pieces }) => pieces)
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Words of the markup that are no tag's name. */
const WORDS = /(?<![<\p{L}\p{N}_-])(?<!<\/)[\p{L}\p{N}_@.%-]*[\p{L}\p{N}][\p{L}\p{N}_@.%-]*/gu;

/** Markup as it may be shown: the names of tags and the signs, and none of its words, which hold addresses, values and notes. */
export const withoutWords = (markup: string): string => markup.replace(WORDS, '…').replace(/…[^<>…\n]{0,40}(?=…)/g, '');

/** An address without parameters or words run together, the beginning of a call, a tag without a value: nobody can be in it. */
const HARMLESS = /^(?:(?:https?:)?\/\/[a-z\d.-]{3,80}(?:\/[a-z]{1,16}){0,4}(?:\.js|\.php)?\/?(?:\?id=[A-Z]{0,4}-?[A-Z\d]{0,14})?|[\w$.]{2,40}\s?\(?|<[a-z-]{1,20}>?)$/;
export const isHarmless = (markup: string): boolean => HARMLESS.test(markup.trim());
