import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, LintedFile, Place } from '../check/finding.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What an editor underlines. Findings hold nothing that a log may not show, and neither do these. */
export function diagnosticsOf({ findings, notices }: LintedFile, document: TextDocument): Diagnostic[] {
  const found = findings.map((finding): Diagnostic => {
    const docs = docsAddress(finding);
    return {
      range: rangeOf(finding, document),
      severity: SEVERITY[finding.severity],
      source: 'promolint',
      code: finding.ruleId,
      ...(docs !== undefined && { codeDescription: { href: docs } }),
      message: `${finding.message}\n${finding.fix}`,
      data: { fingerprint: finding.fingerprint },
      ...(finding.also.length > 0 && {
        relatedInformation: finding.also.map((place) => ({
          location: { uri: document.uri, range: rangeOf(place, document) },
          message: 'The same words once more',
        })),
      }),
    };
  });
  const noted = notices.map(({ line, column, code, message }): Diagnostic => {
    const at = { line: line - 1, character: column - 1 };
    return { range: { start: at, end: at }, severity: DiagnosticSeverity.Information, source: 'promolint', code, message };
  });
  return [...found, ...noted];
}

export const rangeOf = ({ startOffset, endOffset }: Place, document: TextDocument): Range => ({
  start: document.positionAt(startOffset),
  end: document.positionAt(endOffset),
});

/** Where docs/ may stand, seen from this module: bundled into dist/, or in src/lsp/ under test. */
const ROOTS = ['../', '../../'];

/** The rule's page in this installation; undefined for rules of packs, which have none. */
export function docsAddress({ docs }: Pick<Finding, 'docs'>): string | undefined {
  if (!docs.endsWith('.md')) return undefined;
  const places = ROOTS.map((root) => fileURLToPath(new URL(root + docs, import.meta.url)));
  const file = places.find((path) => existsSync(path));
  return file === undefined ? undefined : pathToFileURL(file).href;
}
