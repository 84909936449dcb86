import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../check/finding.ts';
import type { Change } from '../fix/draft.ts';
import { isBetter, mend } from '../fix/passes.ts';
import type { CheckedText } from './workspace.ts';

/** What an editor runs when it saves, if its user says so. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.promolint`;

/** The ways to mend a finding: those that need no person first, where they do what they should; the others as they are. */
export function fixesOf(finding: Finding, checked: CheckedText, document: TextDocument, diagnostics: Diagnostic[]): CodeAction[] {
  return finding.suggestions
    .filter(({ automatic, edits }) => !automatic || works(finding, edits, checked))
    .map(({ title, automatic, edits }) => ({
      title: title.replace(/\.$/, ''),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(automatic && { isPreferred: true }),
      edit: { changes: { [document.uri]: textEdits(edits, document) } },
    }));
}

/** Everything that needs no person, at once; undefined where there is nothing of that. */
export function fixAll({ copy, report, check }: CheckedText, document: TextDocument): CodeAction | undefined {
  if (!report.findings.some(({ suggestions }) => suggestions.some(({ automatic }) => automatic))) return undefined;
  const { draft, applied } = mend(copy.source, check);
  if (applied.length === 0) return undefined;
  return {
    title: 'Mend everything that promolint can mend by itself',
    kind: FIX_ALL,
    edit: { changes: { [document.uri]: textEdits(draft.changes(), document) } },
  };
}

const textEdits = (changes: readonly Change[], document: TextDocument): TextEdit[] =>
  changes.map(({ startOffset, endOffset, text }) => ({
    range: { start: document.positionAt(startOffset), end: document.positionAt(endOffset) },
    newText: text,
  }));

/** Editors ask at every move of the cursor; a text that was changed has findings of its own. */
const tried = new WeakMap<readonly Change[], boolean>();

function works(finding: Finding, edits: readonly Change[], { copy, report, check }: CheckedText): boolean {
  const known = tried.get(edits) ?? isBetter(report, check(withChanges(copy.source, edits)), [finding], edits);
  tried.set(edits, known);
  return known;
}

/** The changes are in order and apart from each other. */
const withChanges = (source: string, changes: readonly Change[]): string =>
  changes.reduceRight((text, { startOffset, endOffset, text: by }) => text.slice(0, startOffset) + by + text.slice(endOffset), source);
