import { summarize } from '../check/finding.ts';
import type { FileReport, Finding, LegalBasis, Quote, Report, Summary } from '../check/finding.ts';
import { inert, plain, plainPath, shorten } from '../plain.ts';
import type { Severity } from '../rule.ts';
import { baselineLine, silencedByPages } from './baseline-line.ts';
import type { FormatOptions } from './formats.ts';
import { createPaint } from './paint.ts';
import type { Paint } from './paint.ts';
import { columns } from './width.ts';

const INDENT = '      ';
/** Below this a column of text is harder to read than a line that the terminal breaks. */
const NARROWEST = 40;

interface Style {
  readonly paint: Paint;
  /** Columns of the terminal; without one, no line is broken, which is easier on `grep`. */
  readonly width?: number;
}

/** For people: what is wrong where, why, what to write instead, and the law; grouped by file. */
export const formatText = (report: Report, options: FormatOptions): string => [...textReport(report, options)].join('');

/** The same in parts: a file each, and what is to say of all. */
export function* textReport(report: Report, { color = false, width }: FormatOptions): Generator<string> {
  const paint = createPaint(color);
  const style: Style = { paint, width };
  let mendable = 0;
  for (const file of report.files) {
    if (file.findings.length + file.notices.length === 0) continue;
    mendable += file.findings.filter(isMendable).length;
    yield inert(`${formatFile(file, style)}\n`);
  }
  const skipped = unread(report).map((line) => paint.faint(line));
  if (skipped.length > 0) yield inert(`${skipped.join('\n')}\n\n`);
  const silenced = silencedByPages(report).length;
  const silent = silenced > 0 ? ` ${count(silenced, 'finding')} suppressed.` : '';
  const baseline = report.baseline ? `${baselineLine(report.baseline)}\n` : '';
  const mended = mendable > 0 ? `${mendable} can be mended by --fix; --fix-dry-run shows how.
` : '';
  yield inert(`${summaryLine(summarize(report.files), paint)}${silent}
${mended}${baseline}${paint.faint(DISCLAIMER)}
`);
}

const DISCLAIMER = 'promolint does not give legal advice: a medical, legal or regulatory reviewer decides.';

function formatFile({ path, findings, notices }: FileReport, style: Style): string {
  const { paint } = style;
  const lines = [paint.path(plainPath(path))];
  for (const { line, column, code, message } of notices)
    lines.push(`  ${line}:${column}  ${paint.faint('note')}  ${plain(message)}  ${paint.faint(code)}`);
  const explained = new Map<string, Finding>();
  for (const finding of findings) {
    lines.push(...formatFinding(finding, explained.get(finding.ruleId), style));
    if (!explained.has(finding.ruleId)) explained.set(finding.ruleId, finding);
  }
  return `${lines.join('\n')}\n`;
}

function formatFinding(finding: Finding, before: Finding | undefined, { paint, width = Infinity }: Style): string[] {
  const { line, column, severity, message, ruleId, quote, also, related } = finding;
  const label = (name: string, text: string) => `${INDENT}${paint.faint(name.padEnd(5))} ${wrap(text, width, INDENT.length + 6)}`;
  const lines = ['', `  ${line}:${column}  ${paint.severity(severity, severity)}  ${message}  ${paint.faint(ruleId)}`];
  if (quote) lines.push(...formatQuote(fit(quote, Math.max(width, NARROWEST) - INDENT.length), severity, paint));
  if (before) lines.push(label('', `why, fix and law: as at ${before.line}:${before.column}`));
  else {
    lines.push(label('why', finding.why), label('fix', finding.fix));
    if (finding.legalBasis[0]) lines.push(label('law', formatBasis(finding.legalBasis[0])));
  }
  if (also.length > 0)
    lines.push(label('also', `the same words at ${also.map((place) => `${place.line}:${place.column}`).join(', ')}`));
  if (related.length > 0) lines.push(label('with', related.join(', ')));
  return lines;
}

function formatQuote({ before, words, after }: Quote, severity: Severity, paint: Paint): string[] {
  const mark = '^'.repeat(Math.max(columns(words), 1));
  return [
    `${INDENT}${before}${paint.strong(words)}${after}`,
    `${INDENT}${' '.repeat(columns(before))}${paint.severity(severity, mark)}`,
  ];
}

/** As much of the line as there is room for; what stands before the words and after them gives way first. */
function fit({ before, words, after }: Quote, room: number): Quote {
  if (columns(before + words + after) <= room) return { before, words, after };
  const kept = shorten(words, Math.min(room, words.length));
  const side = Math.max(0, Math.floor((room - columns(kept)) / 2));
  return {
    before: before.length > side ? `…${before.slice(before.length - side + 1)}`.slice(0, side) : before,
    words: kept,
    after: shorten(after, side),
  };
}

/** Breaks at spaces, and hangs the further lines under the first. */
function wrap(text: string, width: number, indent: number): string {
  const room = Math.max(width - indent, NARROWEST);
  if (columns(text) <= room) return text;
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && columns(line) + 1 + columns(word) > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

function formatBasis({ cite, says, checked }: LegalBasis): string {
  return `${cite}: ${says}${checked === 'memory' ? ' (not verified against a source)' : ''}`;
}

function summaryLine({ files, errors, warnings, infos }: Summary, paint: Paint): string {
  const counts = [
    errors > 0 && paint.severity('error', count(errors, 'error')),
    warnings > 0 && paint.severity('warning', count(warnings, 'warning')),
    infos > 0 && paint.severity('info', `${infos} info`),
  ].filter((text) => text !== false);
  return `${count(files, 'file')} read: ${counts.length > 0 ? counts.join(', ') : 'nothing found'}.`;
}

const isMendable = ({ suggestions }: Finding): boolean => suggestions.some(({ automatic }) => automatic);

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Files of one kind may be hundreds: a few are named, the others counted. */
const NAMED = 3;

function unread({ skipped }: Report): string[] {
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  return Array.from(byReason, ([reason, paths]) => {
    const others = paths.length - NAMED;
    const names = [...paths.slice(0, NAMED).map(plainPath), ...(others > 0 ? [`${others} more`] : [])];
    return `not read: ${names.join(', ')} (${plain(reason)})`;
  });
}
