import type { BaselineResult, Report, SuppressedFinding } from '../check/finding.ts';
import { plain } from '../plain.ts';

/** What pages silence: the baseline's findings are counted in a line of their own, not listed, in a report for people. */
export const silencedByPages = ({ suppressed, baseline }: Report): readonly SuppressedFinding[] =>
  baseline ? suppressed.filter(({ suppression }) => suppression.kind !== 'baseline') : suppressed;

/** `Held against promolint-baseline.json: 2 new, 998 left, 1 fixed.`, and what to do about it. */
export function baselineLine({ file, new: fresh, known, fixed }: BaselineResult): string {
  const counts = `Held against ${plain(file)}: ${fresh} new, ${known} left, ${fixed.length} fixed.`;
  return fixed.length > 0 ? `${counts} "promolint baseline prune" takes out what is fixed.` : counts;
}
