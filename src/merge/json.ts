import { sameText } from '../check/fingerprint.ts';
import { summarize } from '../check/finding.ts';
import type { BaselineResult, FileReport, Finding, Suppression, Summary } from '../check/finding.ts';
import { grouped, joined, runOf } from './whole.ts';
import type { Part, RunFacts } from './whole.ts';

/** What `--format json` writes, as far as merging needs to know it. */
export interface JsonReport {
  readonly run: RunFacts;
  readonly files: readonly FileReport[];
  readonly suppressed: readonly Silenced[];
  readonly baseline?: BaselineResult;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly summary: Summary;
}

type Silenced = Finding & { readonly path: string; readonly suppression: Suppression };

/** The report of one run over all that the parts were run over. @throws PromolintError `merge-invalid` */
export function mergeJson(parts: readonly Part<JsonReport>[]): JsonReport {
  const of = <K extends keyof JsonReport>(key: K) => parts.map(({ file, report }) => ({ file, report: report[key] }));
  const run = runOf(of('run'));
  const files = joined(of('files'), ({ path }) => path);
  const all = parts.map(({ report }) => report);
  const moved = withMoved(files, all);
  const suppressed = grouped([...all.flatMap((report) => report.suppressed), ...moved.suppressed], ({ path }) => path);
  return {
    ...all[0]!,
    run,
    files: moved.files,
    suppressed: files.flatMap(({ path }) => (suppressed.get(path) ?? []).sort(byStart)),
    ...(moved.baseline && { baseline: moved.baseline }),
    skipped: joined(of('skipped'), ({ path }) => path),
    summary: summarize(moved.files),
  };
}

const byStart = (a: Finding, b: Finding): number => a.startOffset - b.startOffset || a.endOffset - b.endOffset;

type Gone = BaselineResult['fixed'][number];

/** A sentence that went from a file of one part to a file of another is known to the baseline all the same. */
function withMoved(files: readonly FileReport[], reports: readonly JsonReport[]) {
  const [first, ...others] = reports.flatMap(({ baseline }) => baseline ?? []);
  if (!first) return { files, suppressed: [], baseline: undefined };
  const results = [first, ...others];
  const gone = grouped(results.flatMap(({ fixed }) => fixed).sort(byPlace), keyOf);
  const suppressed: Silenced[] = [];
  const suppression: Suppression = { kind: 'baseline', reason: `known since before, in ${first.file}` };
  const left = files.map((file) => {
    const findings = file.findings.filter((finding) => {
      if (finding.family === 'suppression' || !gone.get(keyOf(finding))?.pop()) return true;
      suppressed.push({ path: file.path, ...finding, suppression });
      return false;
    });
    return findings.length === file.findings.length ? file : { ...file, findings };
  });
  const sum = (key: 'new' | 'known' | 'unseen') => results.reduce((total, result) => total + result[key], 0);
  const baseline: BaselineResult = {
    ...first,
    new: sum('new') - suppressed.length,
    known: sum('known') + suppressed.length,
    fixed: [...gone.values()].flat().sort(byPlace),
    unseen: sum('unseen'),
  };
  return { files: left, suppressed, baseline };
}

const keyOf = ({ ruleId, fingerprint }: Pick<Finding, 'ruleId' | 'fingerprint'>): string => `${ruleId} ${sameText(fingerprint)}`;

function byPlace(a: Gone, b: Gone): number {
  const [first, second] = [a, b].map(({ path, ruleId, fingerprint }) => `${path}\0${ruleId}\0${fingerprint}`);
  return first! < second! ? -1 : 1;
}
