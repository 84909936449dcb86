import type { Finding } from '../check/finding.ts';
import type { CheckedText } from './workspace.ts';

/** A comment that silences a finding, and where it goes. */
export interface Silence {
  readonly scope: 'line' | 'file';
  /** UTF-16 offset in the source. */
  readonly at: number;
  /** `${1:reason}` stands for what the writer has to fill in. */
  readonly snippet: string;
}

interface Candidate {
  readonly scope: Silence['scope'];
  readonly verb: 'disable-next-line' | 'disable-line' | 'disable-file';
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The comments that would silence a finding: one for its line, and one for the file. Where a comment may stand depends on what is
 * around it (a table, an attribute, the middle of a paragraph), so that each is tried: what it would do is checked, not guessed.
 */
export function silencesOf(finding: Finding, checked: CheckedText): readonly Silence[] {
  // Editors ask at every move of the cursor; a text that was changed has findings of its own.
  const known = tried.get(finding) ?? trySilences(finding, checked);
  tried.set(finding, known);
  return known;
}

const tried = new WeakMap<Finding, readonly Silence[]>();

function trySilences(finding: Finding, checked: CheckedText): Silence[] {
  const { copy } = checked;
  const line = [nextLine(finding, copy.source), sameLine(finding, copy.source)].find((candidate) =>
    works(candidate, finding, checked),
  );
  const file = atEnd(copy.source);
  return [line, works(file, finding, checked) ? file : undefined].flatMap((candidate) =>
    candidate ? [{ scope: candidate.scope, at: candidate.at, snippet: written(candidate, finding, checked, PLACEHOLDERS) }] : [],
  );
}

function nextLine({ startOffset }: Finding, source: string): Candidate {
  const at = startOfLine(source, startOffset);
  const indent = /^[ \t]*/.exec(source.slice(at, startOffset))?.[0] ?? '';
  return { scope: 'line', verb: 'disable-next-line', at, before: indent, after: newLineOf(source) };
}

function sameLine({ startOffset }: Finding, source: string): Candidate {
  const rest = /\r|\n/.exec(source.slice(startOffset));
  const at = rest ? startOffset + rest.index : source.length;
  return { scope: 'line', verb: 'disable-line', at, before: ' ', after: '' };
}

function atEnd(source: string): Candidate {
  const newLine = newLineOf(source);
  const before = source.endsWith('\n') ? newLine : newLine + newLine;
  return { scope: 'file', verb: 'disable-file', at: source.length, before, after: newLine };
}

const startOfLine = (source: string, offset: number): number =>
  Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;

const newLineOf = (source: string): string => /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';

/** What a suppression has to say, by the project's policy. */
interface Words {
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly approver: string;
}

const PLACEHOLDERS: Words = { reason: '${1:reason}', owner: '${2:owner}', until: '${3:YYYY-MM-DD}', approver: '${4:approver}' };

function works(candidate: Candidate, finding: Finding, checked: CheckedText): boolean {
  const { copy, report, policy, check } = checked;
  // As good a filling as a writer's, to see whether it would hold.
  const words: Words = {
    reason: 'reviewed and accepted',
    owner: 'owner',
    until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    approver: policy.approvers?.[0] ?? 'approver',
  };
  const { at } = candidate;
  const after = check(copy.source.slice(0, at) + written(candidate, finding, checked, words) + copy.source.slice(at));
  const same = ({ ruleId, fingerprint }: Finding) => ruleId === finding.ruleId && fingerprint === finding.fingerprint;
  const faults = (findings: readonly Finding[]) => findings.filter(({ family }) => family === 'suppression').length;
  return !after.findings.some(same) && after.suppressed.some(same) && faults(after.findings) <= faults(report.findings);
}

function written(
  { verb, before, after }: Candidate,
  { ruleId, severity }: Finding,
  { copy, policy }: CheckedText,
  words: Words,
): string {
  const fields = [
    policy.require?.includes('owner') ? `owner: ${words.owner}` : '',
    policy.require?.includes('until') ? `until: ${words.until}` : '',
    policy.requireApproverFor && RANK[severity] >= RANK[policy.requireApproverFor] ? `approver: ${words.approver}` : '',
  ].filter((field) => field !== '');
  const text = `promolint-${verb} ${ruleId} -- ${[words.reason, ...fields].join('; ')}`;
  return `${before}${copy.mdx ? `{/* ${text} */}` : `<!-- ${text} -->`}${after}`;
}

const RANK = { info: 0, warning: 1, error: 2 } as const;
