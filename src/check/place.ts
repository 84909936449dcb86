import type { Block, Hit, Page, Range } from '../rule.ts';
import { toSource } from '../parse/text-map.ts';

export interface HitPlace {
  readonly range: Range;
  /** Absent for a place in the markup. */
  readonly block?: Block;
  /** As a reader sees them. */
  readonly words: string;
}

/** Where a hit stands in the source, and its words as a reader sees them. What a detector got wrong is clamped. */
export function placeOf({ document }: Page, at: Hit['at']): HitPlace {
  // An element has a `block` too, which is a number: it is a range of the source.
  if ('start' in at) {
    const { block } = at;
    const start = clamp(at.start, block.text.length);
    const end = Math.max(start, clamp(at.end, block.text.length));
    return { block, words: block.text.slice(start, end), range: toSource(block.pieces, start, end) };
  }
  const from = clamp(at.from, document.source.length);
  const to = Math.max(from, clamp(at.to, document.source.length));
  return { words: document.source.slice(from, to), range: { from, to } };
}

const clamp = (offset: number, limit: number): number => Math.min(Math.max(Math.trunc(offset) || 0, 0), limit);
