import { PromolintError } from '../errors.ts';

/** A report to be merged, and the file that it stands in. */
export interface Part<T> {
  readonly file: string;
  readonly report: T;
}

/** What a report tells of the run that it is of. */
export interface RunFacts {
  readonly shard?: string;
  readonly [key: string]: unknown;
}

export const invalid = (file: string, message: string, hint?: string): PromolintError =>
  new PromolintError('merge-invalid', message, { where: file, hint });

/**
 * What all the parts say of their run, without the part that each is. @throws PromolintError `merge-invalid` when they are not of
 * one run, or a part is missing or there twice
 */
export function runOf(runs: readonly Part<RunFacts>[]): Omit<RunFacts, 'shard'> {
  const [first, ...others] = runs.map(({ file, report: { shard: _, ...run } }) => ({ file, run }));
  for (const { file, run } of others) {
    const differing = Object.keys({ ...first!.run, ...run }).find(
      (key) => JSON.stringify(run[key]) !== JSON.stringify(first!.run[key]),
    );
    if (differing !== undefined)
      throw invalid(file, `This report is of another run than ${first!.file}: they differ in "${differing}".`, SAME_RUN);
  }
  checkShards(runs);
  return first!.run;
}

const SAME_RUN =
  'Run each part with the same promolint, configuration and options, and with --as-of, so that midnight makes no difference.';

function checkShards(runs: readonly Part<RunFacts>[]): void {
  const total = runs.map(({ report }) => report.shard?.split('/')[1]).find((count) => count !== undefined);
  if (total === undefined) return;
  const seen = new Map<string, string>();
  for (const { file, report } of runs) {
    const [index = '', count] = report.shard?.split('/') ?? [];
    if (count !== total)
      throw invalid(file, `This is ${report.shard ? `part ${report.shard}` : 'no part'}, and others are parts of ${total}.`);
    const other = seen.get(index);
    if (other !== undefined) throw invalid(file, `This is part ${report.shard} again, after ${other}.`);
    seen.set(index, file);
  }
  for (let index = 1; index <= Number(total); index++)
    if (!seen.has(String(index)))
      throw invalid(
        runs[0]!.file,
        `Part ${index}/${total} is missing.`,
        `Run promolint with --shard ${index}/${total}, and name its report too.`,
      );
}

/** The lists of all parts as one, in the order of `key`. @throws PromolintError `merge-invalid` when two parts have the same */
export function joined<T>(parts: readonly Part<readonly T[]>[], key: (item: T) => string): T[] {
  const from = new Map<string, Part<readonly T[]>>();
  const all: (readonly [string, T])[] = [];
  for (const part of parts)
    for (const item of part.report) {
      const name = key(item);
      const other = from.get(name);
      if (other && other !== part) throw invalid(part.file, `"${name}" is in ${other.file} already.`, 'Name each report once.');
      from.set(name, part);
      all.push([name, item]);
    }
  return all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

export function grouped<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
