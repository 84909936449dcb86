import { posix } from 'node:path';
import { summarize } from '../check/finding.ts';
import type { Finding, Report } from '../check/finding.ts';
import { inert, plain, plainPath } from '../plain.ts';
import type { Severity } from '../rule.ts';
import type { FormatOptions } from './formats.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows so many annotations of a kind for a step, and drops the others without a word. */
const SHOWN = 10;

/**
 * Annotations of GitHub Actions: workflow commands that put a finding beside its line in the diff. The first of each severity;
 * the whole report belongs in the summary of the job.
 */
export function formatGithub({ files }: Report, { prefix = '' }: FormatOptions): string {
  const left = { error: SHOWN, warning: SHOWN, info: SHOWN };
  const lines = files.flatMap(({ path, findings }) =>
    findings.filter(({ severity }) => left[severity]-- > 0).map((finding) => annotation(posix.join(prefix, path), finding)),
  );
  const { errors, warnings, infos } = summarize(files);
  const total = errors + warnings + infos;
  const hidden = total - lines.length;
  const summary = `promolint found ${total === 0 ? 'nothing' : `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(infos, 'notice')}`} in ${count(files.length, 'file')}.`;
  lines.push(`${summary}${hidden > 0 ? ` ${hidden} of them ${hidden === 1 ? 'has' : 'have'} no annotation: see the job summary.` : ''}`);
  return lines.map((line) => `${line}\n`).join('');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function annotation(path: string, finding: Finding): string {
  const { severity, ruleId, message, fix, line, column, endLine, endColumn } = finding;
  const properties = Object.entries({
    file: plainPath(path),
    line,
    endLine,
    // Columns of a range over several lines make GitHub refuse the annotation.
    ...(line === endLine && { col: column, endColumn }),
    title: ruleId,
  }).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(`${message} ${fix}`)}`;
}

const data = (text: string): string => inert(plain(text)).replaceAll('%', '%25');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
