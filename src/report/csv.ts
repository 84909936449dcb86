import type { Finding, Report } from '../check/finding.ts';
import { inert, plain, plainPath } from '../plain.ts';

/** One row a finding, for spreadsheets: RFC 4180, with the byte-order mark without which Excel takes UTF-8 for something else. */
export function formatCsv({ files }: Report): string {
  return csv([COLUMNS, ...files.flatMap(({ path, findings }) => findings.map((finding) => cells(path, finding)))]);
}

/** A table, its header first, with every cell made harmless. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

const COLUMNS = [
  'path',
  'line',
  'column',
  'end_line',
  'end_column',
  'severity',
  'rule',
  'family',
  'message',
  'excerpt',
  'why',
  'fix',
  'law',
  'law_says',
  'law_url',
  'fingerprint',
];

function cells(path: string, finding: Finding): (string | number)[] {
  const { line, column, endLine, endColumn, severity, ruleId, family, message, excerpt, why, fix, legalBasis, fingerprint } =
    finding;
  const [law] = legalBasis;
  return [
    plainPath(path),
    line,
    column,
    endLine,
    endColumn,
    severity,
    ruleId,
    family,
    message,
    excerpt ?? '',
    why,
    fix,
    law?.cite ?? '',
    law?.says ?? '',
    law?.url ?? '',
    fingerprint,
  ];
}

/** A spreadsheet takes a cell that begins so for a formula, which could send its neighbours elsewhere. */
const FORMULA = /^\s*[=+\-@|%＝＋－＠]/u;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = inert(plain(value));
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
