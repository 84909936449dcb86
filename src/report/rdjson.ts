import type { FileReport, Finding, Place, Report } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
import type { Severity } from '../rule.ts';
import { json, jsonLine } from './json-text.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };
const SOURCE = { name: 'promolint' };

/** The diagnostic format of reviewdog. */
export function formatRdjson({ files }: Report): string {
  return json({ source: SOURCE, diagnostics: files.flatMap(diagnostics) });
}

/** The same with one diagnostic a line, for streams. */
export function formatRdjsonl({ files }: Report): string {
  return files
    .flatMap(diagnostics)
    .map((diagnostic) => jsonLine({ ...diagnostic, source: SOURCE }))
    .join('');
}

const diagnostics = ({ path, findings }: FileReport) => findings.map((finding) => diagnostic(plainPath(path), finding));

function diagnostic(path: string, finding: Finding) {
  const { ruleId, severity, message, why, fix, also, suggestions } = finding;
  // A reviewer takes each change by itself, and the words between two changes of one fix are not known here.
  const changes = suggestions.flatMap(({ edits: [edit, ...others] }) => (edit && others.length === 0 ? [edit] : []));
  return {
    message: plain(`${message} ${why} ${fix}`),
    location: { path, range: range(finding) },
    severity: SEVERITIES[severity],
    code: { value: ruleId },
    ...(changes.length > 0 && { suggestions: changes.map((edit) => ({ range: range(edit), text: edit.text })) }),
    ...(also.length > 0 && {
      related_locations: also.map((place) => ({ message: 'The same words.', location: { path, range: range(place) } })),
    }),
  };
}

/** Columns are counted in bytes of UTF-8 here, from 1. */
const range = ({ line, byteColumn, endLine, endByteColumn }: Place) => ({
  start: { line, column: byteColumn },
  end: { line: endLine, column: endByteColumn },
});
