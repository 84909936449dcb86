import { resolve } from 'node:path';
import { summarize } from '../check/finding.ts';
import type { Edit, FileReport, Finding, Report, SuppressedFinding } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
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
  const fixable = summarize([{ path: file.path, format: file.format, notices: [], findings: file.findings.filter((finding) => fixOf(finding) !== undefined) }]);
  return {
    filePath: plainPath(resolve(cwd, file.path)),
    messages: file.findings.map(message),
    suppressedMessages: suppressed.map((finding) => ({
      ...message(finding),
      suppressions: [{ kind: 'directive', justification: plain(finding.suppression.reason) }],
    })),
    errorCount: errors,
    fatalErrorCount: 0,
    warningCount: warnings + infos,
    fixableErrorCount: fixable.errors,
    fixableWarningCount: fixable.warnings + fixable.infos,
    usedDeprecatedRules: [],
  };
}

// ESLint's own has the whole file in `source`. Ours does not hold what it does not quote.
function message(finding: Finding) {
  const { ruleId, severity, message, why, fix, line, column, endLine, endColumn, suggestions } = finding;
  const automatic = fixOf(finding);
  const others = suggestions.filter((suggestion) => !suggestion.automatic && suggestion.edits.length === 1);
  return {
    ruleId,
    severity: severity === 'error' ? 2 : 1,
    message: plain(`${message} ${why} ${fix}`),
    line,
    column,
    endLine,
    endColumn,
    ...(automatic && { fix: automatic }),
    ...(others.length > 0 && { suggestions: others.map(({ title, edits }) => ({ desc: plain(title), fix: toFix(edits[0]!) })) }),
  };
}

/** The change that needs no person. ESLint knows one a message: what changes several places can only be made by `--fix`. */
function fixOf({ suggestions }: Finding): { readonly range: readonly [number, number]; readonly text: string } | undefined {
  const found = suggestions.find(({ automatic, edits }) => automatic && edits.length === 1);
  return found && toFix(found.edits[0]!);
}

const toFix = ({ startOffset, endOffset, text }: Edit) => ({ range: [startOffset, endOffset] as const, text });
