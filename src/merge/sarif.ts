import { grouped, joined, runOf } from './whole.ts';
import type { Part, RunFacts } from './whole.ts';

interface Located {
  readonly location: { readonly uri: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
  readonly suppressions?: readonly unknown[];
}

type Notification = Pick<Result, 'locations'> & { readonly descriptor: { readonly id: string } };

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly Notification[] }];
  readonly artifacts: readonly Located[];
  readonly results: readonly Result[];
  readonly properties: RunFacts;
}

/** What `--format sarif` writes, as far as merging needs to know it. */
export interface SarifReport {
  readonly runs: readonly [SarifRun];
}

/** The report of one run over all that the parts were run over. @throws PromolintError `merge-invalid` */
export function mergeSarif(parts: readonly Part<SarifReport>[]): SarifReport {
  const runs = parts.map(({ file, report }) => ({ file, report: report.runs[0] }));
  const of = <T>(get: (run: SarifRun) => T) => runs.map(({ file, report }) => ({ file, report: get(report) }));
  const facts = runOf(of(({ properties }) => properties));
  const artifacts = joined(
    of((run) => run.artifacts),
    ({ location }) => decode(location.uri),
  );
  const order = artifacts.map(({ location }) => location.uri);
  const inOrder = <T extends Pick<Result, 'locations'>>(items: readonly T[]): T[] => {
    const byFile = grouped(items, uriOf);
    return order.flatMap((uri) => byFile.get(uri) ?? []);
  };
  const all = runs.flatMap(({ report }) => report.results);
  const results = [
    ...inOrder(all.filter(({ suppressions }) => !suppressions)),
    ...inOrder(all.filter(({ suppressions }) => suppressions)),
  ];

  // A rule is described as its last finding has it, which stands in the part that the finding is of.
  const home = new Map(runs.flatMap(({ report }) => report.results.map((result) => [result, report] as const)));
  const rules = new Map(results.map((result) => [result.ruleId, home.get(result)!.tool.driver.rules[result.ruleIndex]!]));
  const ids = [...rules.keys()].sort();
  const index = new Map(ids.map((id, at) => [id, at]));

  const [first] = runs.map(({ report }) => report);
  const notices = runs.flatMap(({ report }) => report.invocations[0].toolExecutionNotifications);
  const unread = of((run) => run.invocations[0].toolExecutionNotifications.filter(isUnread));
  const run: SarifRun = {
    ...first!,
    tool: { ...first!.tool, driver: { ...first!.tool.driver, rules: ids.map((id) => rules.get(id)!) } },
    invocations: [
      {
        ...first!.invocations[0],
        toolExecutionNotifications: [
          ...inOrder(notices.filter((notice) => !isUnread(notice))),
          ...joined(unread, (notice) => decode(uriOf(notice))),
        ],
      },
    ],
    artifacts,
    results: results.map((result) => ({ ...result, ruleIndex: index.get(result.ruleId)! })),
    properties: facts,
  };
  return { ...parts[0]!.report, runs: [run] };
}

/** How many results count, by level. */
export function countSarif({ runs: [{ results }] }: SarifReport): {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
} {
  const count = (level: string) => results.filter((result) => !result.suppressions && result.level === level).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('note') };
}

const isUnread = ({ descriptor }: Notification): boolean => descriptor.id === 'not-read';

const uriOf = ({ locations }: Pick<Result, 'locations'>): string => locations[0]!.physicalLocation.artifactLocation.uri;

/** Paths are ordered as they are, not as they are written in an address. */
function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
