import { plain, shorten } from '../plain.ts';
import { createPaint } from '../report/paint.ts';
import { columns } from '../report/width.ts';
import type { Inventory } from './formats.ts';
import { STATES } from './rows.ts';
import type { Row } from './rows.ts';
import { KIND_WORDS, STATE_WORDS, evidenceWords, placeWords } from './words.ts';

const WIDTH = 110;
const NARROWEST = 24;

/** For a terminal: a line for each claim, the copy cut to what fits. */
export function formatTable(
  { rows, since, registered }: Inventory,
  { color, width = WIDTH }: { readonly color: boolean; readonly width?: number },
): string {
  const paint = createPaint(color);
  if (rows.length === 0) return since === undefined ? 'No claims were found.\n' : `No claims are new since ${plain(since)}.\n`;
  const cells = rows.map((row) =>
    [
      placeWords(row),
      STATE_WORDS[row.state],
      row.entry ?? '',
      KIND_WORDS[row.kind],
      row.strength,
      evidenceWords(row.evidence),
    ].map(plain),
  );
  const head = ['place', 'state', 'entry', 'kind', 'strength', 'evidence'];
  const widths = head.map((name, column) =>
    Math.min(40, Math.max(columns(name), ...cells.map((line) => columns(line[column]!)))),
  );
  const room = Math.max(NARROWEST, width - 2);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => pad(column === 0 ? ending(text, widths[0]!) : shorten(text, widths[column]!), widths[column]!))
      .join('  ')
      .trimEnd();
  const lines = rows.flatMap((row, index) => {
    const note = row.note === '' ? [] : [`  ${paint.faint(shorten(row.note, room))}`];
    return [paintState(line(cells[index]!), row, paint), `  ${shorten(row.text, room)}`, ...note];
  });
  return [paint.strong(line(head)), ...lines, '', sum(rows, since, registered), ''].join('\n');
}

/** The end of a place, where the name of the file and the line stand. */
function ending(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const characters = [...text];
  while (columns(characters.join('')) >= width) characters.shift();
  return `…${characters.join('')}`;
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

function paintState(line: string, { state }: Row, paint: ReturnType<typeof createPaint>): string {
  if (state === 'approved') return line;
  const words = STATE_WORDS[state];
  const severity =
    state === 'near' || state === 'unregistered' || state === 'draft' ? 'warning' : state === 'unchecked' ? 'info' : 'error';
  return line.replace(words, paint.severity(severity, words));
}

function sum(rows: readonly Row[], since: string | undefined, registered: boolean): string {
  const counts = STATES.map((state) => [state, rows.filter((row) => row.state === state).length] as const).filter(
    ([, count]) => count > 0,
  );
  const claims = `${rows.length} claim${rows.length === 1 ? '' : 's'}${since === undefined ? '' : ` new since ${plain(since)}`}`;
  if (!registered) return `${claims}. There is no register to hold them against: "promolint claims init" drafts one.`;
  return `${claims}: ${counts.map(([state, count]) => `${count} ${STATE_WORDS[state]}`).join(', ')}.`;
}
