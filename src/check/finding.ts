import type { Family, Format, Severity } from '../rule.ts';

/**
 * A place in a source file. Lines and columns count from 1, offsets from 0; ends are exclusive. Columns and offsets are in UTF-16
 * units, byte columns in bytes of UTF-8: some tools count those, and only who has the source can tell one from the other.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly byteColumn: number;
  readonly endByteColumn: number;
}

/** A law or guide that makes the words risky, and how far somebody verified our sentence about it. */
export interface LegalBasis {
  readonly cite: string;
  readonly title: string;
  readonly says: string;
  readonly url?: string;
  readonly checked: 'text' | 'excerpt' | 'secondary' | 'memory';
}

/** The source line around the words found, already masked and free of control characters. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A stretch of the source, and what is to stand there instead; an empty stretch is an insertion. */
export interface Edit extends Place {
  readonly text: string;
}

/** A way to mend a finding. Its texts come from the rule and the register, never from what a person says of somebody. */
export interface Suggestion {
  /** What it does, as the menu of an editor has it. */
  readonly title: string;
  /** The right words are fixed by law or by the register, so that `--fix` may write them; the others are for a writer to judge. */
  readonly automatic: boolean;
  /** In order and apart from each other; they make sense together only. */
  readonly edits: readonly Edit[];
}

/** `suppression` is no family of rules: its findings are about comments and settings that silence others. */
export type FindingFamily = Family | 'suppression';

/** Something in the copy that a writer should change. Masked when it is made: nothing in it holds a value of a person. */
export interface Finding extends Place {
  readonly ruleId: string;
  readonly family: FindingFamily;
  readonly severity: Severity;
  /** What was found. */
  readonly message: string;
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** Edits that mend it; none where a person has to write. */
  readonly suggestions: readonly Suggestion[];
  /** 0 to 1. */
  readonly confidence: number;
  /** The words found, as they stand in the source; absent where they may hold a value of a person. */
  readonly excerpt?: string;
  /** Absent where `excerpt` is. */
  readonly quote?: Quote;
  readonly legalBasis: readonly LegalBasis[];
  /** Other places of the same copy: title, description, Open Graph text. */
  readonly also: readonly Place[];
  /** Rules of the same family that found the same passage, and weigh less. */
  readonly related: readonly string[];
  /** Survives edits elsewhere in the file. */
  readonly fingerprint: string;
  /** Address of the rule's page. */
  readonly docs: string;
}

/** Who silenced a finding, and why. Its words are masked as those of findings are. */
export interface Suppression {
  /** A comment beside the copy, the page's front matter, or the list of findings that were there before. */
  readonly kind: 'comment' | 'front-matter' | 'baseline';
  readonly reason: string;
  readonly owner?: string;
  /** ISO date: the last day on which it holds. */
  readonly until?: string;
  readonly approver?: string;
  /** Of the comment, or of the entry in the front matter; from 1. */
  readonly line?: number;
}

/** A finding that does not count, because somebody said so. */
export interface SuppressedFinding extends Finding {
  /** Of the file, as in `FileReport`. */
  readonly path: string;
  readonly suppression: Suppression;
}

/** What a page says to silence one rule, and what came of it. */
export interface SuppressionRecord extends Omit<Suppression, 'kind' | 'line'> {
  readonly kind: 'comment' | 'front-matter';
  readonly form: 'next-line' | 'line' | 'block' | 'file';
  readonly ruleId: string;
  /** From 1, as `column`. */
  readonly line: number;
  readonly column: number;
  /** `idle`: the rule did not run here, so that nothing can be said. `invalid` ones hold no more than expired ones do. */
  readonly state: 'active' | 'unused' | 'expired' | 'unapproved' | 'invalid' | 'idle';
  /** How many it silences. */
  readonly findings: number;
}

/** What the reading of a file met: broken front matter, an unknown setting. Not about the copy. */
export interface FileNotice {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface FileReport {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly format: Format;
  readonly findings: readonly Finding[];
  readonly notices: readonly FileNotice[];
  /** How many of `findings` there are, where somebody has counted them. */
  readonly counts?: Counts;
}

export type Counts = Readonly<Record<Severity, number>>;

/** What the check of one file comes to. */
export interface LintedFile extends FileReport {
  /** In reading order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Everything in the page that is meant to silence a rule. */
  readonly suppressions: readonly SuppressionRecord[];
}

export interface Run {
  /** ISO date. */
  readonly asOf: string;
  readonly profiles: readonly string[];
  readonly configHash: string;
  readonly rulesHash: string;
  /** `2/4`, where only a part of the files was read. */
  readonly shard?: string;
}

/** How a run compares with the findings that were there before. */
export interface BaselineResult {
  /** What people call the baseline. */
  readonly file: string;
  /** Findings that are not in it, whether or not they fail the run. */
  readonly new: number;
  /** Findings that are in it, and so do not count. */
  readonly known: number;
  /** What is in it and no more in the copy. */
  readonly fixed: readonly { readonly path: string; readonly ruleId: string; readonly fingerprint: string }[];
  /** How many of it stand in files that this run did not read, or are of rules that it did not look for. */
  readonly unseen: number;
}

export interface Report {
  readonly run: Run;
  /** Every file that was read, by path. */
  readonly files: readonly FileReport[];
  /** By path, then in reading order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Absent where the run was not held against a baseline. */
  readonly baseline?: BaselineResult;
  /** Files that would hold copy by their names and were not read. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function summarize(files: readonly FileReport[]): Summary {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const file of files) {
    const { error, warning, info } = file.counts ?? countsOf(file);
    sum.error += error;
    sum.warning += warning;
    sum.info += info;
  }
  return { files: files.length, errors: sum.error, warnings: sum.warning, infos: sum.info };
}

export function countsOf({ findings }: Pick<FileReport, 'findings'>): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** A copy that stands for itself, where the original may make its findings anew at each look. */
export const copyOf = ({ path, format, findings, notices, suppressed, suppressions }: LintedFile): LintedFile => ({
  path,
  format,
  findings,
  notices,
  suppressed,
  suppressions,
});

const RANK = { info: 0, warning: 1, error: 2 } as const;

/** Positive when `a` is the stricter one. */
export const compareSeverity = (a: Severity, b: Severity): number => RANK[a] - RANK[b];
