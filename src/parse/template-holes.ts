import type { Range } from '../rule.ts';

/** A template tag: its text is code, and what it prints is unknown. */
export interface Hole extends Range {
  /** It prints something where it stands; a control tag, a comment or a class list prints nothing. */
  readonly prints: boolean;
  /** What stands between the delimiters, trimmed and at most 80 characters long, e.g. `page.title`. */
  readonly value: string;
}

/**
 * Stands for every character of a template tag in masked text. A private-use character: to a Markdown or HTML parser it is a
 * letter like any other, so emphasis, links and attributes around a tag stay what they are.
 */
export const HOLE_FILLER = '\uF8FE';

/** Same length as `source`, so that offsets hold. */
export function maskTemplates(source: string): { masked: string; holes: Hole[] } {
  return { masked: source, holes: [] };
}

/** Holes that overlap `[from, to)`; `holes` are in order and do not overlap each other. */
export function holesBetween(holes: readonly Hole[], from: number, to: number): readonly Hole[] {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holes[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < holes.length && holes[end]!.from < to) end++;
  return holes.slice(low, end);
}
