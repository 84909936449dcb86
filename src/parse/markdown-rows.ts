import type { Range } from '../rule.ts';

/** The rows of tables, as GitHub writes them. */

export interface Cell extends Range {
  readonly textFrom: number;
  readonly textTo: number;
}

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** How many columns the delimiter row at `[from, to)` has; 0 when it is none. */
export function columnsOf(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (first !== 124 && first !== 45 && first !== 58) return 0;
  const line = text.slice(from, to);
  if (!/[:|]/.test(line) || !DELIMITERS.test(line)) return 0;
  return line.match(/-+/g)!.length;
}

/** Whether `[from, to)` can be the head of a table of that many columns. */
export function isHeadOf(text: string, from: number, to: number, columns: number): boolean {
  return text.slice(from, to).trimEnd() !== '|' && cellsIn(text, from, to).length === columns;
}

/** The cells of a row: what stands between bars that are not escaped. */
export function cellsIn(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  // The bar before the cell, or the start of the row.
  let start = from;
  let textFrom = -1;
  let textTo = -1;
  let at = from;
  const end = (next: number) => {
    cells.push({ from: start, to: next, textFrom: Math.max(textFrom, start), textTo: Math.max(textTo, start) });
    textFrom = textTo = -1;
    start = next;
  };
  if (text.charCodeAt(at) === 124) at++;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 124) {
      end(at);
      continue;
    }
    if (code === 32 || code === 9) continue;
    if (textFrom < 0) textFrom = at;
    if (code === 92 && at + 1 < to && (text.charCodeAt(at + 1) === 92 || text.charCodeAt(at + 1) === 124)) at++;
    textTo = at + 1;
  }
  if (textFrom >= 0 || cells.length === 0) end(to);
  return cells;
}
