import type { BaselineResult, LintedFile, SuppressedFinding } from '../check/finding.ts';
import { mayBeKnown } from './compare.ts';
import type { Comparison } from './compare.ts';

/** Sets aside what the baseline knows. `file` is what people call the baseline. */
export function applyBaseline(
  files: readonly LintedFile[],
  { known, fixed, unseen }: Comparison,
  file: string,
): { readonly files: readonly LintedFile[]; readonly result: BaselineResult } {
  const suppression = { kind: 'baseline', reason: `known since before, in ${file}` } as const;
  let fresh = 0;
  const applied = files.map((page): LintedFile => {
    const findings = page.findings.filter((finding) => !known.has(finding));
    fresh += findings.filter(mayBeKnown).length;
    if (findings.length === page.findings.length) return page;
    const set = page.findings.filter((finding) => known.has(finding));
    const suppressed = [
      ...page.suppressed,
      ...set.map((finding): SuppressedFinding => ({ ...finding, path: page.path, suppression })),
    ].sort((a, b) => a.startOffset - b.startOffset || a.endOffset - b.endOffset);
    return { ...page, findings, suppressed };
  });
  return { files: applied, result: { file, new: fresh, known: known.size, fixed, unseen: unseen.length } };
}
