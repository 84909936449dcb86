import { resolve } from 'node:path';
import { openBaseline } from '../baseline/file.ts';
import type { SetAside } from '../baseline/file.ts';
import { countsOf, summarize } from '../check/finding.ts';
import type { Finding, LintedFile, Report } from '../check/finding.ts';
import { Stopwatch } from '../clock.ts';
import { PromolintError } from '../errors.ts';
import { isInShard } from '../read/shard.ts';
import { checkFiles } from './check-files.ts';
import { wantsColor } from './color.ts';
import { realPath } from './destinations.ts';
import { fails } from './failing.ts';
import type { FixedFiles } from './fix-files.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { checkOptions } from './options.ts';
import type { Checked, LintOptions } from './options.ts';
import { checkWritable } from './output.ts';
import { openProjects } from './settings.ts';
import type { WatchedRun } from './watch.ts';
import { writeReports } from './write-reports.ts';

/** `promolint [path…]` */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  if (options.inputFormat !== undefined) {
    oneOf(options.inputFormat, '--input-format', ['ndjson']);
    const { lintStream } = await import('./lint-stream.ts');
    return lintStream(paths, options, io);
  }
  if (!options.watch) return lintOnce(paths, options, io);
  // What is wrong with the command line is no matter for the first run: it would be for every one.
  checkOptions(options, paths, io);
  const { watchCommand } = await import('./watch.ts');
  return watchCommand(paths, options, (run) => lintOnce(paths, options, io, run), io);
}

async function lintOnce(paths: readonly string[], options: LintOptions, io: Io, watched?: WatchedRun): Promise<ExitCode> {
  const watch = options.stats ? new Stopwatch() : undefined;
  const start = watch ? performance.now() : 0;
  const checked = checkOptions(options, paths, io);
  const except = reportFiles(checked, paths, io);
  for (const path of except) watched?.written.add(path);
  const projects = openProjects(options, checked, io);
  const { scope, concurrency, shard } = checked;
  const isHere = (path: string) => shard === undefined || isInShard(path, shard);
  const setAside = await openBaseline(options.baseline ?? (await projects.home()).settings.baseline, io.cwd, isHere);
  const request = { ...options, paths, scope, concurrency, shard, except, memory: watched?.memory, watch };
  const {
    run,
    files: all,
    skipped,
    rules,
    faults,
    ...counts
  } = await checkFiles(request, projects, io).finally(() => {
    if (watched) watched.settings = projects.opened.map(({ settings }) => settings);
  });
  const now = await fixed(all, setAside);
  const { files, result } = setAside(now.files, checked.only);
  const suppressed = files.flatMap((file) => file.suppressed);
  const report: Report = { run, files, suppressed, ...(result && { baseline: result }), skipped };
  const shown = options.quiet ? errorsOnly(report) : report;
  const write = () => writeReports(shown, checked.destinations, { rules, color: wantsColor(options.color, io) }, io);
  await (watch ? watch.waiting('report', write) : write());
  if (watch) {
    const { formatStats } = await import('./stats.ts');
    const time = performance.now() - start;
    await io.err(`\n${formatStats(watch, { ...counts, files: files.length, skipped: skipped.length, time })}`);
  }
  return faults > 0 ? 3 : now.failed > 0 ? 2 : fails(summarize(report.files), checked) ? 1 : 0;

  async function fixed(linted: readonly LintedFile[], known: SetAside): Promise<FixedFiles> {
    if (!checked.fix) return { files: linted, failed: 0 };
    const { fixFiles } = await import('./fix-files.ts');
    const wanted = ({ severity }: Finding) => !options.quiet || severity === 'error';
    return fixFiles(linted, { dryRun: checked.fix === 'show', wanted, setAside: known }, projects, io);
  }
}

/** Absolute paths of the files that reports go to. @throws PromolintError when one of them cannot be written, or is copy to be read */
function reportFiles({ destinations }: Checked, paths: readonly string[], io: Io): Set<string> {
  const copy = new Set(paths.map((path) => realPath(resolve(io.cwd, path))));
  return new Set(
    destinations.flatMap(({ file }) => {
      if (file === undefined) return [];
      checkWritable(file, io);
      const path = realPath(resolve(io.cwd, file));
      if (copy.has(path))
        throw new PromolintError('bad-option', 'The report would overwrite the copy.', { where: `option --output-file ${file}` });
      return [path];
    }),
  );
}

function errorsOnly(report: Report): Report {
  // Looked at file by file, so that the findings of all of them never stand in memory together.
  const files = report.files.map((file) => ({
    path: file.path,
    format: file.format,
    notices: file.notices,
    get findings() {
      return file.findings.filter(({ severity }) => severity === 'error');
    },
    counts: { ...(file.counts ?? countsOf(file)), warning: 0, info: 0 },
  }));
  return { ...report, files };
}
