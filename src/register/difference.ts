import type { Sentence } from '../rule.ts';
import type { Alignment } from './align.ts';
import type { Part, Wording } from './wording.ts';
import type { Word } from './words.ts';

/** The words by which a sentence differs from a wording: `"may reduce" → "cures"; + "in days"; − "mild"`. */
export function describeDifference({ changes }: Alignment, wording: Wording, sentence: Sentence, words: readonly Word[]): string {
  const said = (added: readonly number[]): string => {
    const { tokens, block } = sentence;
    return added.length === 0
      ? ''
      : block.text.slice(tokens[words[added[0]!]!.token]!.start, tokens[words[added.at(-1)!]!.token]!.end);
  };
  return changes
    .map(({ missing, added }) => {
      const before = missing.map((index) => partText(wording.parts[index]!)).join(' ');
      const now = said(added);
      if (before === '') return `+ "${now}"`;
      return now === '' ? `− "${before}"` : `"${before}" → "${now}"`;
    })
    .join('; ');
}

export function partText(part: Part): string {
  if (part.kind === 'word') return part.text;
  return part.kind === 'number' && Number.isFinite(part.from) ? `${part.from}–${part.to}` : `{${part.name}}`;
}
