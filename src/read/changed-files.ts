import { existsSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { PromolintError } from '../errors.ts';
import { decodeSource } from './decode.ts';
import { Folders, isPassedOver } from './folders.ts';
import { isMdx } from './formats.ts';
import { Repository } from './git.ts';
import type { Change, ChangeScope } from './git.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { readSelected } from './read-files.ts';
import type { ReadResult, SourceFile } from './read-files.ts';
import { byPath } from './select-files.ts';
import type { ReadOptions, SelectedFile, Selection, SkippedFile } from './select-files.ts';

export interface ChangedOptions extends ReadOptions {
  /** For git. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface ChangedResult extends ReadResult {
  /** What a person should know about how the comparison was made. */
  readonly notes: readonly string[];
}

/**
 * Of the files that `paths` stand for, reads those that git says have changed; with `staged`, as they stand in the index. No such
 * file is no error. @throws PromolintError when git cannot tell, or a named path exists neither here nor among the changes
 */
export async function readChangedFiles(
  paths: readonly string[],
  scope: ChangeScope,
  options: ChangedOptions,
): Promise<ChangedResult> {
  const repository = new Repository(options.cwd, options.env);
  const { list, notes } = repository.changes(scope);
  const selector = new ChangeSelector(list, scope.kind === 'staged', options);
  for (const path of paths.length > 0 ? paths : ['.']) await selector.add(path);
  const selection = selector.result();
  if (scope.kind !== 'staged') return { ...readSelected(selection), notes };
  const skipped = [...selection.skipped];
  const blobs = new Map(list.map(({ absolutePath, blob }) => [absolutePath, blob!]));
  return { count: selection.files.length, files: readStaged(repository, selection.files, blobs, skipped), skipped, notes };
}

/** So many at once that git is not started for each, and so few that a large site never stands in memory as a whole. */
const AT_ONCE = 50;

function* readStaged(
  repository: Repository,
  files: readonly SelectedFile[],
  blobs: ReadonlyMap<string, string>,
  skipped: SkippedFile[],
): Generator<SourceFile> {
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE);
    const contents = repository.blobs(batch.map(({ absolutePath }) => blobs.get(absolutePath)!));
    for (const [index, { path, absolutePath, format }] of batch.entries()) {
      const decoded = decodeSource(contents[index]!);
      if (decoded) yield { path, absolutePath, format, mdx: isMdx(path), ...decoded };
      else skipped.push({ path, reason: 'not a text file, whatever its name says' });
    }
  }
}

/** Selects among changes as a walk through the folders would. */
class ChangeSelector {
  readonly #rules: IgnoreRules;
  readonly #folders: Folders;
  readonly #files = new Map<string, SelectedFile>();
  readonly #skipped = new Map<string, SkippedFile>();

  constructor(
    readonly changes: readonly Change[],
    readonly staged: boolean,
    readonly options: ChangedOptions,
  ) {
    this.#rules = new IgnoreRules(options.cwd);
    this.#folders = new Folders(options);
  }

  async add(path: string): Promise<void> {
    const absolute = resolve(this.options.cwd, path);
    const itself = this.changes.find(({ absolutePath }) => absolutePath === absolute);
    if (itself) return this.#consider(itself, dirname(absolute), true);
    const inside = this.changes.filter(({ absolutePath }) => isInside(absolute, absolutePath));
    if (inside.length === 0 && !existsSync(absolute)) return this.#addGlob(path);
    const git = await this.#isKnownToGit(absolute);
    for (const change of inside) await this.#consider(change, absolute, false, git);
  }

  result(): Selection {
    return { files: byPath(this.#files), skipped: byPath(this.#skipped) };
  }

  async #addGlob(pattern: string): Promise<void> {
    const { isDynamicPattern, globSync } = await import('tinyglobby');
    if (!isDynamicPattern(pattern))
      throw new PromolintError('file-not-found', 'No such file or folder, here or among the changes', { where: pattern });
    const found = globSync(pattern, {
      cwd: this.options.cwd,
      absolute: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    const matching = new Set(found.map((file) => resolve(file)));
    // What the next commit holds and the working folder does not, no glob finds; better one file too many than one unread.
    const isGone = (path: string): boolean => this.staged && !existsSync(path);
    for (const change of this.changes)
      if (matching.has(change.absolutePath) || isGone(change.absolutePath))
        await this.#consider(change, dirname(change.absolutePath), false);
  }

  /** What git ignores may still be named. */
  async #isKnownToGit(folder: string): Promise<boolean> {
    const { configured } = await this.#folders.in(dirname(folder));
    return this.#rules.ignoredBy(folder, 'folder', this.#rules.topOf(folder), true, configured) === undefined;
  }

  /** `from` is the folder that the walk would start in; `git`: whether git's own ignore files count. */
  async #consider({ absolutePath, kind, blob }: Change, from: string, named: boolean, git = !named): Promise<void> {
    if (kind === 'deleted') return;
    if (kind === 'submodule') return this.#skip(absolutePath, 'a repository of its own: run promolint in it');
    const here = await this.#folders.in(dirname(absolutePath));
    const format = here.formatOf(absolutePath);
    if (format === undefined) return;
    const top = this.#rules.topOf(from);
    if (!named && (await this.#isOutOfTheWay(absolutePath, from, top, git))) return;
    const by = this.#rules.ignoredBy(absolutePath, 'file', top, git, here.configured);
    if (by) return named ? this.#skip(absolutePath, `left out by ${by}`) : undefined;
    if (this.staged ? kind === 'link' : !isFile(absolutePath)) return this.#skip(absolutePath, 'a link, or no regular file');
    if (this.staged && blob === undefined) return;
    this.#files.set(absolutePath, { path: this.#shown(absolutePath), absolutePath, format, named });
  }

  /** In a folder that a walk from `from` would not enter. */
  async #isOutOfTheWay(absolutePath: string, from: string, top: string, git: boolean): Promise<boolean> {
    for (let folder = dirname(absolutePath); isInside(from, folder); folder = dirname(folder)) {
      if (isPassedOver(basename(folder))) return true;
      const { configured } = await this.#folders.in(dirname(folder));
      if (this.#rules.ignoredBy(folder, 'folder', top, git, configured)) return true;
    }
    return false;
  }

  #skip(absolutePath: string, reason: string): void {
    this.#skipped.set(absolutePath, { path: this.#shown(absolutePath), reason });
  }

  #shown(absolutePath: string): string {
    return relative(this.options.cwd, absolutePath).split(sep).join('/');
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`);
}
