import { summarize } from '../check/finding.ts';
import type { FileReport, Finding, LegalBasis, Report, SuppressedFinding } from '../check/finding.ts';
import type { Severity } from '../rule.ts';
import { plainPath } from '../plain.ts';
import { baselineLine, silencedByPages } from './baseline-line.ts';
import type { FormatOptions } from './formats.ts';
import { codeMarkdown, escapeMarkdown as text, linkMarkdown } from './markdown-text.ts';

/** A page of Markdown, for pull requests, wikis and the summary of a job. */
export function formatMarkdown(report: Report, options: FormatOptions): string {
  return page(report, options, Infinity);
}

/** The same within what GitHub takes for the summary of a step, with room for other steps. */
export function formatSummary(report: Report, options: FormatOptions): string {
  return page(report, options, LONGEST_SUMMARY);
}

/** GitHub refuses more than 1 MiB, as a whole. In UTF-16 units, of which each can take three bytes. */
const LONGEST_SUMMARY = 300_000;

function page(report: Report, options: FormatOptions, limit: number): string {
  const blocks = ['## promolint', overview(report)];
  let room = limit - blocks.join('').length;
  let left = 0;
  for (const file of report.files) {
    const sections = [...file.notices.map(notice), ...file.findings.map((each) => findingBlock(each, options))];
    for (const [index, section] of sections.entries()) {
      const block = index === 0 ? `${heading(file)}\n\n${section}` : section;
      room -= block.length + 2;
      if (room > 0) blocks.push(block);
      else left++;
    }
  }
  if (left > 0) blocks.push(`${left} more are left out here: this report may not grow longer.`);
  const byPages = silencedByPages(report);
  if (byPages.length > 0) blocks.push(silenced(byPages, room));
  if (report.skipped.length > 0)
    blocks.push(report.skipped.map(({ path, reason }) => `- Not read: ${codeMarkdown(plainPath(path))} (${text(reason)})`).join('\n'));
  blocks.push('promolint does not give legal advice: a medical, legal or regulatory reviewer decides.');
  return `${blocks.join('\n\n')}\n`;
}

function overview(report: Report): string {
  const { files, baseline } = report;
  const suppressed = silencedByPages(report);
  const { errors, warnings, infos } = summarize(files);
  const counts = `**${count(files.length, 'file')} read: ${errors + warnings + infos === 0 ? 'nothing found' : `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${infos} info`}.**`;
  const silent =
    (suppressed.length > 0 ? ` ${count(suppressed.length, 'finding')} suppressed.` : '') +
    (baseline ? ` ${text(baselineLine(baseline))}` : '');
  const found = files.filter(({ findings }) => findings.length > 0);
  if (found.length === 0) return counts + silent;
  const rows = found.map((file) => {
    const { errors: e, warnings: w, infos: i } = summarize([file]);
    return `| ${codeMarkdown(plainPath(file.path))} | ${e} | ${w} | ${i} |`;
  });
  const more = rows.length > MOST_ROWS ? [`| and ${rows.length - MOST_ROWS} more | | | |`] : [];
  return [
    counts + silent,
    '',
    '| File | Errors | Warnings | Info |',
    '| --- | ---: | ---: | ---: |',
    ...rows.slice(0, MOST_ROWS),
    ...more,
  ].join('\n');
}

const MOST_ROWS = 200;

const heading = ({ path }: FileReport): string => `### ${codeMarkdown(plainPath(path))}`;

const notice = ({ line, column, code, message }: FileReport['notices'][number]): string =>
  `**${line}:${column}** note: ${text(message)} (${codeMarkdown(code)})`;

const MARKS: Readonly<Record<Severity, string>> = { error: '🔴 error', warning: '🟠 warning', info: '🔵 info' };

function findingBlock(finding: Finding, { rules }: FormatOptions): string {
  const { line, column, severity, message, ruleId, quote, why, fix, legalBasis, also, related } = finding;
  const title = rules?.get(ruleId)?.title;
  const lines = [`**${line}:${column} ${MARKS[severity]}** ${text(message)} ${codeMarkdown(ruleId)}`];
  if (quote) lines.push(`> ${codeMarkdown(quote.before, quote.words, quote.after)}`);
  const points = [
    ...(title === undefined ? [] : [`Rule: ${text(title)}`]),
    `Why: ${text(why)}`,
    `Fix: ${text(fix)}`,
    ...legalBasis.map((basis) => `Law: ${law(basis)}`),
    ...(also.length > 0 ? [`The same words at ${also.map((place) => `${place.line}:${place.column}`).join(', ')}`] : []),
    ...(related.length > 0 ? [`Also found by ${related.map((id) => codeMarkdown(id)).join(', ')}`] : []),
  ];
  return [...lines, points.map((point) => `- ${point}`).join('\n')].join('\n\n');
}

const law = ({ cite, says, url, checked }: LegalBasis): string =>
  `${linkMarkdown(cite, url)}: ${text(says)}${checked === 'memory' ? ' (not verified against a source)' : ''}`;

function silenced(findings: readonly SuppressedFinding[], room: number): string {
  const lines = findings.map(({ path, line, column, ruleId, suppression }) => {
    const { reason, owner, until } = suppression;
    const who = [owner && ` by ${text(owner)}`, until && ` until ${text(until)}`].filter(Boolean).join('');
    return `- ${codeMarkdown(`${plainPath(path)}:${line}:${column}`)} ${codeMarkdown(ruleId)}${who}: ${text(reason)}`;
  });
  const shown: string[] = [];
  for (const line of lines) if ((room -= line.length + 1) > 0) shown.push(line);
  if (shown.length < lines.length) shown.push(`- and ${lines.length - shown.length} more`);
  return `### Suppressed\n\n${shown.join('\n')}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
