import type { LintedFile, Run, SuppressionRecord } from '../check/finding.ts';
import { inert, plain, plainPath } from '../plain.ts';
import { version } from '../version.ts';
import { csv } from './csv.ts';
import { json } from './json-text.ts';
import { createPaint } from './paint.ts';
import type { Paint } from './paint.ts';

export interface ListedSuppression extends SuppressionRecord {
  readonly path: string;
}

/** Everything that the pages of a run say to silence rules. */
export interface SuppressionList {
  readonly run: Run;
  /** By path, then by place. */
  readonly suppressions: readonly ListedSuppression[];
  /** How many findings the baseline sets aside, where there is one. */
  readonly baseline?: { readonly file: string; readonly findings: number; readonly files: number };
  readonly files: number;
}

export const listSuppressions = (
  run: Run,
  files: readonly LintedFile[],
  baseline: SuppressionList['baseline'],
): SuppressionList => ({
  run,
  baseline,
  suppressions: files.flatMap(({ path, suppressions }) => suppressions.map((record) => ({ path, ...record }))),
  files: files.length,
});

export const SUPPRESSION_FORMATS: Readonly<Record<string, (list: SuppressionList, color: boolean) => string>> = {
  text: (list, color) => formatText(list, createPaint(color)),
  json: formatJson,
  csv: formatCsv,
};

const STATES = ['active', 'idle', 'unused', 'expired', 'unapproved', 'invalid'] as const;
const WHERE = { 'next-line': 'the next line', line: 'its line', block: 'a block', file: 'the page' } as const;

function formatText({ run, suppressions, files, baseline }: SuppressionList, paint: Paint): string {
  const lines: string[] = [];
  let path: string | undefined;
  for (const record of suppressions) {
    if (record.path !== path) lines.push(...(path === undefined ? [] : ['']), paint.path(plainPath(record.path)));
    path = record.path;
    lines.push(...formatRecord(record, run.asOf, paint));
  }
  const counts = STATES.map((state) => [state, suppressions.filter((record) => record.state === state).length] as const);
  const summary = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`);
  if (lines.length > 0) lines.push('');
  lines.push(
    `${count(files, 'file')} read on ${run.asOf}: ${summary.length > 0 ? `${summary.join(', ')}.` : 'no page silences anything.'}`,
  );
  if (baseline)
    lines.push(
      `${plain(baseline.file)} sets ${count(baseline.findings, 'finding')} in ${count(baseline.files, 'file')} aside besides.`,
    );
  return inert(`${lines.join('\n')}\n`);
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function formatRecord(record: ListedSuppression, asOf: string, paint: Paint): string[] {
  const { line, column, state, ruleId, form, findings, reason, owner, until, approver } = record;
  const shown = state === 'active' || state === 'idle' ? state : paint.severity(state === 'unused' ? 'warning' : 'error', state);
  const what = state === 'active' ? `, ${count(findings, 'finding')}` : '';
  const who = [
    owner && `owner ${owner}`,
    until && `until ${until} (${daysLeft(asOf, until)})`,
    approver && `approved by ${approver}`,
  ].filter((text) => text !== undefined && text !== '');
  return [
    `  ${line}:${column}  ${shown}  ${ruleId}  ${paint.faint(`in ${WHERE[form]}${what}`)}`,
    `      ${reason === '' ? 'no reason given' : reason}`,
    ...(who.length > 0 ? [`      ${paint.faint(who.join(', '))}`] : []),
  ];
}

function daysLeft(asOf: string, until: string): string {
  const days = Math.round((Date.parse(until) - Date.parse(asOf)) / (24 * 60 * 60 * 1000));
  if (days === 0) return 'today';
  return `${count(Math.abs(days), 'day')} ${days > 0 ? 'left' : 'ago'}`;
}

function formatJson({ run, suppressions, files, baseline }: SuppressionList): string {
  return json({
    schemaVersion: 1,
    tool: { name: 'promolint', version },
    asOf: run.asOf,
    suppressions: suppressions.map(
      ({ path, line, column, kind, form, ruleId, state, findings, reason, owner, until, approver }) => ({
        path: plainPath(path),
        line,
        column,
        kind,
        form,
        ruleId,
        state,
        findings,
        reason,
        owner,
        until,
        approver,
      }),
    ),
    ...(baseline && { baseline: { ...baseline, file: plain(baseline.file) } }),
    summary: {
      files,
      ...Object.fromEntries(STATES.map((state) => [state, suppressions.filter((record) => record.state === state).length])),
    },
  });
}

function formatCsv({ suppressions }: SuppressionList): string {
  const columns = ['path', 'line', 'column', 'kind', 'form', 'rule', 'state', 'findings', 'reason', 'owner', 'until', 'approver'];
  const rows = suppressions.map(({ path, line, column, kind, form, ruleId, state, findings, reason, owner, until, approver }) => [
    path,
    line,
    column,
    kind,
    form,
    ruleId,
    state,
    findings,
    reason,
    owner ?? '',
    until ?? '',
    approver ?? '',
  ]);
  return csv([columns, ...rows]);
}
