import { structuredPatch } from 'diff';
import type { Mask } from '../check/mask.ts';
import { inert, plain, plainPath } from '../plain.ts';
import type { Draft, Part } from './draft.ts';

const CONTEXT = 3;

/**
 * What a fix would change, as a unified diff for people: what may identify somebody is masked in every line that was there before,
 * and of markup the signs alone are shown. What the fix itself writes is shown as it is.
 */
export function unifiedDiff(path: string, draft: Draft, mask: Mask): string {
  // Old Macs end lines with CR alone; here every end of a line is an LF, at the same places.
  const before = draft.original.replace(/\r(?!\n)/g, '\n');
  const after = draft.text.replace(/\r(?!\n)/g, '\n');
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: CONTEXT });
  if (hunks.length === 0) return '';
  const [oldLines, newLines] = [startsOfLines(before), startsOfLines(after)];
  const shown = (parts: readonly Part[]): string =>
    plain(
      parts
        .map(({ text, from }) => (from === undefined ? text : mask.veilSource(draft.original, { from, to: from + text.length })))
        .join('')
        .replace(/[\r\n]/g, ''),
    );
  const output = [`--- a/${plainPath(path)}`, `+++ b/${plainPath(path)}`];
  for (const hunk of hunks) {
    output.push(`@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@`);
    let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1];
    for (const { 0: sign } of hunk.lines) {
      if (sign === '\\') output.push('\\ No newline at end of file');
      else if (sign === '+') output.push(`+${shown(draft.slice(newLines[newLine]!, newLines[newLine + 1] ?? after.length))}`);
      else {
        const from = oldLines[oldLine]!;
        const text = draft.original.slice(from, oldLines[oldLine + 1] ?? before.length);
        output.push(`${sign}${shown([{ text, from }])}`);
      }
      if (sign === '+' || sign === ' ') newLine++;
      if (sign === '-' || sign === ' ') oldLine++;
    }
  }
  return inert(`${output.join('\n')}\n`);
}

const span = (start: number, lines: number): string => (lines === 1 ? `${start}` : `${start},${lines}`);

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
