import { CodeActionKind } from 'vscode-languageserver';
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../check/finding.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { fixesOf } from './fixes.ts';
import { silencesOf } from './silence.ts';
import type { Silence } from './silence.ts';
import type { CheckedText } from './workspace.ts';

export interface ActionOptions {
  /** Whether the editor can put the cursor on what is to be filled in. */
  readonly snippets: boolean;
}

/** What can be done about the findings in a range: to mend them, or to silence them, with a reason. */
export function actionsFor(range: Range, checked: CheckedText, document: TextDocument, options: ActionOptions): CodeAction[] {
  return findingsAt(range, checked, document).flatMap((finding) => {
    const diagnostics = diagnosticsOf({ ...checked.report, findings: [finding], notices: [] }, document);
    const silences = silencesOf(finding, checked).map((silence): CodeAction => ({
      title: `Silence ${finding.ruleId} for this ${silence.scope}, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: silenceEdit(silence, document, options),
    }));
    return [...fixesOf(finding, checked, document, diagnostics), ...silences];
  });
}

export function findingsAt({ start, end }: Range, { report }: CheckedText, document: TextDocument): Finding[] {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  return report.findings.filter(({ startOffset, endOffset }) => startOffset <= to && from <= endOffset);
}

function silenceEdit({ at, snippet }: Silence, document: TextDocument, { snippets }: ActionOptions): WorkspaceEdit {
  const position = document.positionAt(at);
  const range = { start: position, end: position };
  if (!snippets) return { changes: { [document.uri]: [{ range, newText: withoutStops(snippet) }] } };
  const { uri, version } = document;
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: [{ range, snippet: { kind: 'snippet', value: snippet } }] }],
  };
}

/** `<reason>` is no reason, so that the finding stays until somebody gives one. */
const withoutStops = (snippet: string): string => snippet.replace(/\$\{\d:([^}]*)\}/g, '<$1>');
