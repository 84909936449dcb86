import { join, resolve } from 'node:path';
import type { LintedFile, Report, Run } from '../check/finding.ts';
import { FAULTS } from '../check/silence/faults.ts';
import { NO_CLOCK } from '../clock.ts';
import type { Clock, Stopwatch } from '../clock.ts';
import { PromolintError } from '../errors.ts';
import type { Copy } from '../lint.ts';
import { plain } from '../plain.ts';
import type { Projects } from '../projects.ts';
import { decodeSource } from '../read/decode.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import type { ChangeScope } from '../read/git.ts';
import { readFiles } from '../read/read-files.ts';
import type { ReadResult } from '../read/read-files.ts';
import type { RuleFacts } from '../report/formats.ts';
import { CACHE_FILE, NO_CACHE, openCache } from './cache.ts';
import type { MemoryCache } from './cache.ts';
import { realPath } from './destinations.ts';
import type { Io } from './io.ts';
import { Progress } from './progress.ts';
import { reportFault } from './run.ts';

/** Which copy to check, and how. */
export interface CheckRequest {
  /** As the user wrote them; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** Only what git says has changed. */
  readonly scope?: ChangeScope;
  readonly cache?: boolean;
  /** Results of earlier runs of this process; in place of the cache on disk. */
  readonly memory?: MemoryCache;
  /** Takes the time of each step. */
  readonly watch?: Stopwatch;
  /** Real paths of files that are no copy although they may stand among it, such as reports of the run before. */
  readonly except?: ReadonlySet<string>;
}

export interface CheckedFiles {
  readonly run: Run;
  /** By path. */
  readonly files: readonly LintedFile[];
  readonly skipped: Report['skipped'];
  /** All rules of the run, and what can be wrong with suppressions. */
  readonly rules: ReadonlyMap<string, RuleFacts>;
  /** How many results were known from an earlier run. */
  readonly cached: number;
  /** UTF-16 code units of all copy. */
  readonly length: number;
  /** How many pages promolint itself stumbled over; they are missing in `files`. */
  readonly faults: number;
}

/** Reads and checks everything that a command is asked to. @throws PromolintError when something cannot be read */
export async function checkFiles(request: CheckRequest, projects: Projects, io: Io): Promise<CheckedFiles> {
  // The command line is held against the working folder's rules, whatever is read.
  const { watch } = request;
  await (watch ? watch.waiting('load', () => projects.home()) : projects.home());
  const named = request.paths.filter((path) => path !== '-');
  const fromStdin = request.stdin === true || named.length < request.paths.length;
  const stdin = fromStdin ? [await readStdin(request.stdinFilename, projects, io)] : [];
  const select = () => readCopy(named, request.scope, projects, io);
  const read = named.length === 0 && fromStdin ? NOTHING : await (watch ? watch.waiting('select', select) : select());

  // By now every configuration of the run is known, and its results hold for just these.
  const run = projects.describe();
  const packs = projects.opened.flatMap((project) => project.packs);
  const { only } = projects.decisions;
  const onDisk = () => (request.cache ? openCache(join(io.cwd, CACHE_FILE), { run, only }, packs) : NO_CACHE);
  const cache = request.memory?.open({ run, only }, packs) ?? onDisk();
  const files: LintedFile[] = [];
  const counts = { faults: 0, cached: 0, length: 0 };
  const progress = new Progress(io);
  const clock = watch ?? NO_CLOCK;
  const count = stdin.length + read.count;
  for (const copy of inTurn(stdin, read.files, clock)) {
    if (request.except?.has(realPath(copy.absolutePath))) continue;
    const project = await projects.of(copy.absolutePath);
    await progress.at(files.length, count, copy.path);
    counts.length += copy.source.length;
    try {
      const known = cache.get(copy);
      if (known) counts.cached++;
      files.push(known ?? cache.set(copy, clock.room('compile', () => project.linter).lint(copy, project.settings, clock)));
    } catch (fault) {
      await progress.end();
      if (fault instanceof PromolintError) throw fault;
      // One page that we stumble over must not hide what the others hold.
      counts.faults++;
      await reportFault(fault, io, copy.path);
    }
  }
  await progress.end();
  cache.save();
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const all = [...packs.flatMap((pack) => pack.rules), ...FAULTS];
  return { run, files, skipped: read.skipped, rules: new Map(all.map((rule) => [rule.id, rule])), ...counts };
}

const NOTHING = { files: [], count: 0, skipped: [] };

async function readCopy(
  paths: readonly string[],
  scope: ChangeScope | undefined,
  projects: Projects,
  { cwd, env, err }: Io,
): Promise<ReadResult> {
  const { reading } = await projects.home();
  const options = { cwd, ...reading, optionsOf: async (folder: string) => (await projects.in(folder)).reading };
  if (!scope) return readFiles(paths, options);
  const { readChangedFiles } = await import('../read/changed-files.ts');
  const { notes, ...read } = await readChangedFiles(paths, scope, { ...options, env });
  for (const note of notes) await err(`${plain(note)}\n`);
  return read;
}

/** What comes from the standard input, then each file as it is read. */
function* inTurn(stdin: readonly Copy[], files: Iterable<Copy>, clock: Clock): Generator<Copy> {
  yield* stdin;
  const iterator = files[Symbol.iterator]();
  for (;;) {
    const next = clock.room('read', () => iterator.next());
    if (next.done) return;
    yield next.value;
  }
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
