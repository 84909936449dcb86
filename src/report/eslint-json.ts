import { resolve } from 'node:path';
import { summarize } from '../check/finding.ts';
import type { FileReport, Finding, Report, SuppressedFinding } from '../check/finding.ts';
import { plain } from '../plain.ts';
import type { FormatOptions } from './formats.ts';
import { json } from './json-text.ts';

/** The results of ESLint, for tools that read those. It knows no third severity: what we call info is a warning there. */
export function formatEslintJson({ files, suppressed }: Report, { cwd = '' }: FormatOptions): string {
  const byPath = new Map<string, SuppressedFinding[]>();
  for (const finding of suppressed) {
    const known = byPath.get(finding.path);
    if (known) known.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  return json(files.map((file) => result(file, byPath.get(file.path) ?? [], cwd)));
}

function result(file: FileReport, suppressed: readonly SuppressedFinding[], cwd: string) {
  const { errors, warnings, infos } = summarize([file]);
  return {
    filePath: plain(resolve(cwd, file.path)),
    messages: file.findings.map(message),
    suppressedMessages: suppressed.map((finding) => ({
      ...message(finding),
      suppressions: [{ kind: 'directive', justification: plain(finding.suppression.reason) }],
    })),
    errorCount: errors,
    fatalErrorCount: 0,
    warningCount: warnings + infos,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}

// ESLint's own has the whole file in `source`. Ours does not hold what it does not quote.
function message({ ruleId, severity, message, why, fix, line, column, endLine, endColumn }: Finding) {
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message: plain(`${message} ${why} ${fix}`),
    line,
    column,
    endLine,
    endColumn,
  };
}
