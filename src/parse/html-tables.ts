import type { Block } from '../rule.ts';
import { attributeOf } from './html-surroundings.ts';
import { isElement, type HtmlElement, type HtmlNode } from './html-tree.ts';

export type Cell = NonNullable<Block['table']>;

// A cell can claim to span a thousand columns; its neighbours stay where they can be read.
const SPAN = 50;
const COLUMNS = 200;

/**
 * Numbers the cells of a table and finds their headers; nothing for a table that only lays out a page, as in e-mails.
 * `textOf` gives the readable text of a cell, or the start of it.
 */
export function cellsOf(table: HtmlElement, id: number, textOf: (cell: HtmlElement) => string): Map<HtmlElement, Cell> {
  const cells = new Map<HtmlElement, Cell>();
  const rows = rowsOf(table);
  if (isLayout(table, rows)) return cells;

  const headers: string[] = [];
  // How many more rows a cell from above reaches down, by column.
  const reaching: number[] = [];
  for (const [row, { cells: own, inHead }] of rows.entries()) {
    const isHeader = inHead || (row === 0 && own.every((cell) => cell.tagName === 'th'));
    const head = own.find((cell) => cell.tagName === 'th') ?? own[0];
    const rowHeader = head && !isHeader ? textOf(head) : '';
    let column = 0;
    for (const cell of own) {
      while ((reaching[column] ?? 0) > 0) reaching[column++]! -= 1;
      const width = span(cell, 'colspan');
      const height = span(cell, 'rowspan');
      const header = isHeader ? '' : (headers[column] ?? '');
      cells.set(cell, { id, row, column, header, rowHeader: cell === head ? '' : rowHeader });
      const text = isHeader ? textOf(cell) : '';
      for (const end = column + width; column < end; column++) {
        if (isHeader && text) headers[column] = text;
        if (column < COLUMNS) reaching[column] = height - 1;
      }
    }
    for (; column < reaching.length; column++) if (reaching[column]! > 0) reaching[column]! -= 1;
  }
  return cells;
}

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly inHead: boolean;
}

function rowsOf(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  for (const part of elementsIn(table)) {
    if (part.tagName === 'tr') rows.push({ cells: cellsIn(part), inHead: false });
    else if (/^t(?:head|body|foot)$/.test(part.tagName))
      for (const row of elementsIn(part))
        if (row.tagName === 'tr') rows.push({ cells: cellsIn(row), inHead: part.tagName === 'thead' });
  }
  return rows;
}

const cellsIn = (row: HtmlElement): HtmlElement[] =>
  elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
const elementsIn = (element: HtmlElement): HtmlElement[] => (element.childNodes as HtmlNode[]).filter(isElement);

const LAYING_OUT = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'form',
  'center',
  'section',
  'article',
  'header',
  'footer',
  'nav',
]);

function isLayout(table: HtmlElement, rows: readonly Row[]): boolean {
  const role = attributeOf(table, 'role')?.toLowerCase();
  if (role === 'presentation' || role === 'none') return true;
  if (rows.some(({ cells, inHead }) => inHead || cells.some(({ tagName }) => tagName === 'th'))) return false;
  if (elementsIn(table).some(({ tagName }) => tagName === 'caption')) return false;
  const cells = rows.flatMap((row) => row.cells);
  return rows.every((row) => row.cells.length < 2) || cells.some((cell) => laysOut(cell));
}

/** Data cells hold a word or a sentence, not headings, tables or a run of paragraphs. */
function laysOut(cell: HtmlElement): boolean {
  let paragraphs = 0;
  for (const part of elementsIn(cell)) {
    if (LAYING_OUT.has(part.tagName)) return true;
    if (part.tagName === 'p' || part.tagName === 'div') paragraphs++;
  }
  return paragraphs > 2;
}

function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return value > 1 ? Math.min(value, SPAN) : 1;
}
