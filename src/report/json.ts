import { summarize } from '../check/finding.ts';
import type { FileNotice, FileReport, Finding, Place, Report, SuppressedFinding } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
import { version } from '../version.ts';
import { Holder, Streamed, jsonParts } from './json-text.ts';

/** For programs: version 1 of the shape that schema/report.schema.json describes. The same report gives the same bytes. */
export const formatJson = (report: Report): string => [...jsonReport(report)].join('');

/** The same in parts. */
export function jsonReport({ run, files, suppressed, baseline, skipped }: Report): Iterable<string> {
  return jsonParts(
    new Holder({
      schemaVersion: 1,
      tool: { name: 'promolint', version },
      run,
      files: new Streamed(each(files, fileToJson)),
      suppressed: new Streamed(each(suppressed, suppressedToJson)),
      ...(baseline && { baseline: { ...baseline, file: plain(baseline.file) } }),
      skipped: skipped.map(({ path, reason }) => ({ path: plainPath(path), reason: plain(reason) })),
      summary: summarize(files),
    }),
  );
}

function* each<T>(list: Iterable<T>, toJson: (item: T) => unknown): Generator {
  for (const item of list) yield toJson(item);
}

export const fileToJson = ({ path, format, findings, notices }: FileReport) => ({
  path: plainPath(path),
  format,
  findings: findings.map(toJson),
  notices: notices.map(({ code, message, line, column }: FileNotice) => ({ code, message: plain(message), line, column })),
});

export const suppressedToJson = ({ path, suppression, ...finding }: SuppressedFinding) => ({
  path: plainPath(path),
  ...toJson(finding),
  suppression,
});

// `quote` is for people only: programs have the offsets.
function toJson(finding: Finding) {
  return {
    ruleId: finding.ruleId,
    family: finding.family,
    severity: finding.severity,
    confidence: finding.confidence,
    message: `${finding.message} ${finding.why}`,
    fix: finding.fix,
    ...placeToJson(finding),
    excerpt: finding.excerpt,
    legalBasis: finding.legalBasis,
    suggestions: finding.suggestions.map(({ title, automatic, edits }) => ({
      title,
      automatic,
      edits: edits.map((edit) => ({ ...placeToJson(edit), text: edit.text })),
    })),
    also: finding.also.map(placeToJson),
    related: finding.related,
    fingerprint: finding.fingerprint,
    docs: finding.docs,
  };
}

const placeToJson = ({ line, column, endLine, endColumn, startOffset, endOffset }: Place) => ({
  line,
  column,
  endLine,
  endColumn,
  startOffset,
  endOffset,
});
