import { join, resolve } from 'node:path';
import { summarize } from '../check/finding.ts';
import type { LintedFile, Report } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import type { Copy } from '../lint.ts';
import type { Projects } from '../projects.ts';
import { decodeSource } from '../read/decode.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import { readFiles } from '../read/read-files.ts';
import { CACHE_FILE, NO_CACHE, openCache } from './cache.ts';
import type { ExitCode, Io } from './io.ts';
import { realPath } from './destinations.ts';
import { checkOptions } from './options.ts';
import type { Checked, LintOptions } from './options.ts';
import { checkWritable } from './output.ts';
import { reportFault } from './run.ts';
import { openProjects } from './settings.ts';
import { writeReports } from './write-reports.ts';

/** `promolint [path…]` */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const checked = checkOptions(options, io);
  const outputs = reportFiles(checked, paths, io);
  const projects = openProjects(options, checked, io);
  const home = await projects.home();

  const named = paths.filter((path) => path !== '-');
  const fromStdin = options.stdin === true || named.length < paths.length;
  const stdin = fromStdin ? [await readStdin(options.stdinFilename, projects, io)] : [];
  const read =
    named.length > 0 || !fromStdin
      ? await readFiles(named, {
          cwd: io.cwd,
          ...home.reading,
          optionsOf: async (folder) => (await projects.in(folder)).reading,
        })
      : { files: [], skipped: [] };

  // By now every configuration of the run is known, and its results hold for just these.
  const run = projects.describe();
  const packs = projects.opened.flatMap((project) => project.packs);
  const cache = options.cache ? openCache(join(io.cwd, CACHE_FILE), { run, only: checked.only }, packs) : NO_CACHE;
  const files: LintedFile[] = [];
  let faults = 0;
  for (const copy of both(stdin, read.files)) {
    // A report of the run before is no copy.
    if (outputs.has(realPath(copy.absolutePath))) continue;
    const { linter, settings } = await projects.of(copy.absolutePath);
    try {
      files.push(cache.get(copy) ?? cache.set(copy, linter.lint(copy, settings)));
    } catch (fault) {
      if (fault instanceof PromolintError) throw fault;
      // One page that we stumble over must not hide what the others hold.
      faults++;
      await reportFault(fault, io, copy.path);
    }
  }
  cache.save();
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  const suppressed = files.flatMap((file) => file.suppressed);
  const report: Report = { run, files, suppressed, skipped: read.skipped };
  const rules = new Map(projects.opened.flatMap(({ linter }) => linter.rules).map((rule) => [rule.id, rule]));
  const shown = options.quiet ? errorsOnly(report) : report;
  await writeReports(shown, checked.destinations, { rules, color: wantsColor(options, io) }, io);
  return faults > 0 ? 3 : fails(report, checked) ? 1 : 0;
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
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

async function readStdin(name: string | undefined, projects: Projects, io: Io): Promise<Copy> {
  const decoded = decodeSource(await io.stdin());
  const path = (name ?? '<stdin>').replaceAll('\\', '/');
  const absolutePath = resolve(io.cwd, path);
  if (!decoded) throw new PromolintError('not-text', 'The standard input is not text.', { where: path });
  const { extensions } = (await projects.of(absolutePath)).settings;
  const format = name === undefined ? 'markdown' : formatsByExtension(extensions)(name);
  if (!format)
    throw new PromolintError('bad-option', `"${name}" does not say how to read the standard input.`, {
      where: 'option --stdin-filename',
      hint: 'Give a name that ends in .md, .html or .txt.',
    });
  return { path, absolutePath, format, mdx: isMdx(path), source: decoded.source };
}

function errorsOnly(report: Report): Report {
  return {
    ...report,
    files: report.files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') })),
  };
}

function fails({ files }: Report, { failOn, maxWarnings }: Checked): boolean {
  const { errors, warnings, infos } = summarize(files);
  if (errors > 0 || warnings > maxWarnings) return true;
  return (failOn !== 'error' && warnings > 0) || (failOn === 'info' && infos > 0);
}

function wantsColor({ color }: LintOptions, { env, terminal }: Io): boolean {
  if (color !== undefined) return color;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return !['0', 'false'].includes(env['FORCE_COLOR']);
  return terminal && env['TERM'] !== 'dumb';
}
