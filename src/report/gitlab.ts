import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Finding, Report } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
import type { Severity } from '../rule.ts';
import type { FormatOptions } from './formats.ts';
import { json } from './json-text.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report: a list of issues, told apart by fingerprints that must be unique in it. */
export function formatGitlab({ files }: Report, { prefix = '' }: FormatOptions): string {
  const used = new Set<string>();
  return json(
    files.flatMap(({ path, findings }) => findings.map((finding) => issue(plainPath(posix.join(prefix, path)), finding, used))),
  );
}

function issue(path: string, finding: Finding, used: Set<string>) {
  const { ruleId, severity, message, fix, line, endLine } = finding;
  return {
    // GitLab does not show `check_name`.
    description: plain(`${ruleId}: ${message} ${fix}`),
    check_name: ruleId,
    fingerprint: unique(`${path}\0${finding.fingerprint}`, used),
    severity: SEVERITIES[severity],
    location: { path, lines: { begin: line, end: endLine } },
  };
}

/** The same words in two files are two issues. */
function unique(text: string, used: Set<string>): string {
  let fingerprint = hash(text);
  while (used.has(fingerprint)) fingerprint = hash(fingerprint);
  used.add(fingerprint);
  return fingerprint;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
