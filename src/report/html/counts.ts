import type { Finding } from '../../check/finding.ts';
import type { Severity } from '../../rule.ts';
import type { Row } from './charts.ts';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export type Counts = Readonly<Record<Severity | 'all', number>>;

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, all: findings.length };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** A row for each value of `key`: the most findings first, then by label. */
export function rowsBy(findings: readonly Finding[], key: (finding: Finding) => string): Row[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = groups.get(key(finding));
    if (known) known.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return sortRows(Array.from(groups, ([label, members]) => ({ label, counts: countsOf(members) })));
}

export const sortRows = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.counts.all - a.counts.all || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));

/** `2 errors, 1 warning` */
export function inWords({ error, warning, info }: Counts): string {
  const parts = [
    error > 0 && `${error} error${error === 1 ? '' : 's'}`,
    warning > 0 && `${warning} warning${warning === 1 ? '' : 's'}`,
    info > 0 && `${info} info`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}
