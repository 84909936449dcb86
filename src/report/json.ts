import { summarize } from '../check/finding.ts';
import type { Finding, FileNotice, Place, Report } from '../check/finding.ts';
import { plain } from '../plain.ts';
import { version } from '../version.ts';
import { json } from './json-text.ts';

/** For programs: version 1 of the shape that schema/report.schema.json describes. The same report gives the same bytes. */
export function formatJson({ run, files, suppressed, baseline, skipped }: Report): string {
  const document = {
    schemaVersion: 1,
    tool: { name: 'promolint', version },
    run,
    files: files.map(({ path, format, findings, notices }) => ({
      path: plain(path),
      format,
      findings: findings.map(toJson),
      notices: notices.map(({ code, message, line, column }: FileNotice) => ({ code, message: plain(message), line, column })),
    })),
    suppressed: suppressed.map(({ path, suppression, ...finding }) => ({ path: plain(path), ...toJson(finding), suppression })),
    ...(baseline && { baseline: { ...baseline, file: plain(baseline.file) } }),
    skipped: skipped.map(({ path, reason }) => ({ path: plain(path), reason: plain(reason) })),
    summary: summarize(files),
  };
  return json(document);
}

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
