import { fstatSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import type { FSWatcher } from 'chokidar';
import type { Settings } from '../config/settings.ts';
import { PromolintError } from '../errors.ts';
import type { Memory } from './check-files.ts';
import type { ExitCode, Io } from './io.ts';
import type { LintOptions } from './options.ts';
import { describeError } from './run.ts';

/** Milliseconds without a change before the next run: editors and generators save in several steps. */
const PAUSE = 100;

/** One run of the command; what it finds out about the site that matters to the next ones. */
export interface WatchedRun {
  readonly memory: Memory;
  /** Files that it has written itself, absolute. */
  readonly written: Set<string>;
  /** Of the projects that it met. */
  settings: readonly Settings[];
}

/** `promolint --watch`: checks again after every change, until it is ended. Only what has changed is checked anew. */
export async function watchCommand(
  paths: readonly string[],
  { stdin }: Pick<LintOptions, 'stdin'>,
  lint: (run: WatchedRun) => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode> {
  if (stdin || paths.includes('-'))
    throw new PromolintError('bad-option', 'The standard input cannot be watched.', { where: 'option --watch' });
  const run: WatchedRun = { memory: {}, written: new Set(), settings: [] };
  const changes = new Changes(io, run.written);
  try {
    await changes.watch(watchedPaths(paths, io.cwd));
    while (!io.signal?.aborted) {
      await runOnce(lint, run, io);
      await changes.watch(run.settings.flatMap(neededBy));
      await io.err('Watching for changes; Control-C ends it.\n');
      await changes.next();
      // Each report stands alone: on a terminal the one before would only confuse.
      if (!io.signal?.aborted) await io.out(io.terminal ? '\u001b[2J\u001b[3J\u001b[H' : '\n');
    }
  } finally {
    await changes.close();
  }
  return 0;
}

/** Changes on disk, from the moment that somebody watches a path. */
class Changes {
  readonly #watched = new Set<string>();
  readonly #watchers: FSWatcher[] = [];
  #changed = false;
  #wake = (): void => {};

  constructor(
    readonly io: Pick<Io, 'cwd' | 'signal'>,
    /** Absolute paths of files whose changes are our own. */
    readonly except: ReadonlySet<string>,
  ) {
    io.signal?.addEventListener('abort', () => this.#wake());
  }

  /** Watches these too. From when this resolves on, no change is missed. */
  async watch(paths: readonly string[]): Promise<void> {
    const more = paths.filter((path) => !this.#watched.has(path));
    if (more.length === 0) return;
    for (const path of more) this.#watched.add(path);
    const { cwd } = this.io;
    const watcher = watch(more, { ignoreInitial: true, ignored: (path) => isPassedOver(path, cwd) });
    this.#watchers.push(watcher);
    watcher.on('all', (_, path) => {
      if (this.except.has(resolve(cwd, path)) || isOwnOutput(resolve(cwd, path))) return;
      this.#changed = true;
      this.#wake();
    });
    await new Promise<void>((ready) => watcher.once('ready', ready));
  }

  /** Resolves when something has changed since the last call and then nothing for a moment, or when the command is ended. */
  async next(): Promise<void> {
    const { signal } = this.io;
    if (!this.#changed && !signal?.aborted) await new Promise<void>((woken) => (this.#wake = woken));
    do {
      this.#changed = false;
      await new Promise((passed) => setTimeout(passed, PAUSE));
    } while (this.#changed && !signal?.aborted);
  }

  async close(): Promise<void> {
    for (const watcher of this.#watchers) await watcher.close();
  }
}

async function runOnce(lint: (run: WatchedRun) => Promise<ExitCode>, run: WatchedRun, io: Io): Promise<void> {
  try {
    await lint(run);
  } catch (error) {
    // A configuration that is half typed, a page that was just renamed: say so, and wait for the next save.
    if (!(error instanceof PromolintError)) throw error;
    await io.err(describeError(error));
  }
}

/** Files and folders as named; of a pattern, the folder that all its matches are in. */
function watchedPaths(paths: readonly string[], cwd: string): string[] {
  if (paths.length === 0) return [cwd];
  return paths.map((path) => {
    const absolute = resolve(cwd, path);
    if (statSync(absolute, { throwIfNoEntry: false })) return absolute;
    const steps = path.split('/');
    const magic = steps.findIndex((step) => /[*?[\]{}()!+@]/.test(step));
    return magic < 0 ? dirname(absolute) : resolve(cwd, steps.slice(0, magic).join(sep));
  });
}

/** A file that the shell sends our output to (`> report.txt`): each run would set off the next one. */
function isOwnOutput(path: string): boolean {
  const changed = statSync(path, { throwIfNoEntry: false });
  return changed?.isFile() === true && [1, 2].some((stream) => isSameFile(stream, changed));
}

function isSameFile(stream: number, { dev, ino }: { readonly dev: number; readonly ino: number }): boolean {
  try {
    const known = fstatSync(stream);
    return known.dev === dev && known.ino === ino;
  } catch {
    return false; // The stream is closed.
  }
}

/** As `read/` walks: neither what packages bring nor hidden folders, but the files that say what is ignored. */
function isPassedOver(path: string, cwd: string): boolean {
  const name = basename(path);
  if (path === cwd || name === '.gitignore' || name === '.promolintignore') return false;
  return name === 'node_modules' || name.startsWith('.');
}

/** What beside the copy decides what a run says: configurations, the register, the baseline, and packs that are folders. */
function neededBy({ files, packs, registerPath, releasesPath, baseline }: Settings): string[] {
  const folders = packs.filter(({ name }) => /^\.{0,2}[\\/]/.test(name)).map(({ name, from }) => resolve(from, name));
  return [...files, ...folders, ...[registerPath?.path, releasesPath?.path, baseline].filter((path) => path !== undefined)];
}
