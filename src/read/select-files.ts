import { closeSync, openSync, readdirSync, readSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { PromolintError, type ErrorCode } from '../errors.ts';
import type { Format } from '../rule.ts';
import { isBinary, SAMPLE_LENGTH } from './decode.ts';
import { Folders, isPassedOver, type Here } from './folders.ts';
import { whyNotRead } from './formats.ts';
import type { Extensions } from './formats.ts';
import { IgnoreRules } from './ignore-rules.ts';

/** What is decided about the files of a folder. */
export interface FolderOptions {
  /** Patterns of files to leave out, as in .gitignore, relative to `ignoreFolder`. */
  readonly ignore: readonly string[];
  /** Absolute; default: the working folder. */
  readonly ignoreFolder?: string;
  readonly extensions?: Extensions;
}

export interface ReadOptions extends FolderOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Where folders may have decisions of their own; in place of those above. The same for many folders is the same object. */
  optionsOf?(folder: string): Promise<FolderOptions>;
}

export interface SelectedFile {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly format: Format;
  /** A person or a program gave this very name, so that failing to read it is an error. */
  readonly named: boolean;
}

/** A file that would hold copy by its name, and was not read. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

export interface Selection {
  /** By path, in code-unit order, each once. */
  readonly files: readonly SelectedFile[];
  readonly skipped: readonly SkippedFile[];
}

interface Problem {
  readonly code: ErrorCode;
  readonly where: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Finds the files that the given paths stand for. A path is a file, a folder, or, when nothing has that name, a glob.
 * Throws a PromolintError unless every named path can be read; no path means the working folder.
 */
export async function selectFiles(paths: readonly string[], options: ReadOptions): Promise<Selection> {
  const selector = new Selector(options);
  for (const path of paths.length > 0 ? paths : ['.']) await selector.add(path);
  return selector.result();
}

class Selector {
  readonly #rules: IgnoreRules;
  readonly #folders: Folders;
  readonly #files = new Map<string, SelectedFile>();
  readonly #skipped = new Map<string, SkippedFile>();
  readonly #problems: Problem[] = [];

  constructor(readonly options: ReadOptions) {
    this.#rules = new IgnoreRules(options.cwd);
    this.#folders = new Folders(options);
  }

  async add(path: string): Promise<void> {
    const absolute = resolve(this.options.cwd, path);
    // An empty name is a variable that the caller's script forgot to set, not the working folder.
    if (path === '') return void this.#problems.push({ code: 'file-not-found', where: "''", message: 'No such file or folder' });
    let stats;
    try {
      stats = statSync(absolute);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') return this.#unreadable(path, error);
      return this.#addGlob(path);
    }
    const here = await this.#folders.in(dirname(absolute));
    if (!stats.isDirectory()) return this.#addNamed(path, absolute, stats.isFile(), here);

    const top = this.#rules.topOf(absolute);
    const by = this.#rules.ignoredBy(absolute, 'folder', top, false, here.configured);
    // What git ignores may still be named: built pages, for example. Its rules then say nothing about what is inside either.
    const git = this.#rules.ignoredBy(absolute, 'folder', top, true, here.configured) === undefined;
    if (by !== undefined || !(await this.#walk(path, absolute, top, git)))
      this.#problems.push({
        code: 'no-input',
        where: path,
        message: 'The folder holds no copy',
        hint: 'Markdown, HTML and text files are read; see .promolintignore, .gitignore and `ignore` in the configuration for what is left out.',
      });
  }

  result(): Selection {
    const [first, ...others] = this.#problems;
    if (first)
      throw new PromolintError(
        first.code,
        [first.message, ...others.map(({ where, message }) => `${where}: ${message}`)].join('; '),
        {
          where: first.where,
          hint: first.hint,
        },
      );
    return { files: byPath(this.#files), skipped: byPath(this.#skipped) };
  }

  async #addGlob(pattern: string): Promise<void> {
    const { isDynamicPattern, globSync } = await import('tinyglobby');
    if (!isDynamicPattern(pattern))
      return void this.#problems.push({ code: 'file-not-found', where: pattern, message: 'No such file or folder' });

    const found = globSync(pattern, {
      cwd: this.options.cwd,
      absolute: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    let copy = 0;
    for (const file of found) {
      const absolute = resolve(file);
      const here = await this.#folders.in(dirname(absolute));
      const format = here.formatOf(absolute);
      if (format === undefined) continue;
      copy += 1;
      const top = this.#rules.topOf(dirname(absolute));
      const by = this.#rules.ignoredBy(absolute, 'file', top, true, here.configured);
      if (by) this.#skip(absolute, `left out by ${by}`);
      else this.#select(absolute, format, false);
    }
    if (copy === 0)
      this.#problems.push({
        code: 'no-input',
        where: pattern,
        message:
          found.length > 0 ? 'No Markdown, HTML or text file matches' : 'No file has this name, and none matches it as a pattern',
        hint: 'Quote a pattern, so that promolint and not the shell reads it: "content/**/*.md".',
      });
  }

  #addNamed(path: string, absolute: string, regular: boolean, here: Here): void {
    const format = here.formatOf(absolute);
    if (!regular) return this.#unreadable(path);
    if (format === undefined)
      return void this.#problems.push({
        code: 'no-input',
        where: path,
        message: 'Not a kind of file that promolint reads',
        hint: 'Markdown, HTML and text files are read; `extensions` in the configuration adds to them.',
      });
    const by = this.#rules.ignoredBy(absolute, 'file', this.#rules.topOf(dirname(absolute)), false, here.configured);
    // A commit hook names every staged file, so that leaving out what the project ignores is no error.
    if (by) return this.#skip(absolute, `left out by ${by}`);
    try {
      if (isBinary(readSample(absolute)))
        return void this.#problems.push({ code: 'not-text', where: path, message: 'Not a text file, whatever its name says' });
    } catch (error) {
      return this.#unreadable(path, error);
    }
    this.#select(absolute, format, true);
  }

  /** Returns whether the folder holds any file of copy. */
  async #walk(named: string, folder: string, top: string, git: boolean): Promise<boolean> {
    let any = false;
    const folders = [folder];
    for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
      let entries: Dirent[];
      try {
        entries = readdirSync(at, { withFileTypes: true });
      } catch (error) {
        this.#unreadable(at === folder ? named : this.#shown(at), error);
        any = true;
        continue;
      }
      const here = await this.#folders.in(at);
      for (const entry of entries) {
        const path = join(at, entry.name);
        const kind = entry.isDirectory() ? 'folder' : 'file';
        const unread = kind === 'file' && here.formatOf(path) === undefined ? whyNotRead(path) : undefined;
        if (kind === 'folder' ? isPassedOver(entry.name) : !entry.isSymbolicLink() && !unread && here.formatOf(path) === undefined) continue;
        if (this.#rules.ignoredBy(path, kind, top, git, here.configured)) continue;
        if (kind === 'folder') folders.push(path);
        else if (unread) this.#skip(path, unread);
        else if (this.#addFound(path, entry, here)) any = true;
      }
    }
    return any;
  }

  #addFound(path: string, entry: Dirent, here: Here): boolean {
    const format = here.formatOf(path);
    const kind = entry.isSymbolicLink() ? kindOfTarget(path) : entry.isFile() ? 'file' : undefined;
    // Links to folders are not followed, as git does not: they may lead in a circle, or out of the tree that was named.
    if (kind === 'folder') this.#skip(path, 'a link to a folder');
    else if (format === undefined) return false;
    else if (kind === 'file') this.#select(path, format, false);
    else this.#skip(path, entry.isSymbolicLink() ? 'a link that leads nowhere' : 'not a regular file');
    return true;
  }

  #select(absolutePath: string, format: Format, named: boolean): void {
    const known = this.#files.get(absolutePath);
    if (known?.named) return;
    this.#files.set(absolutePath, { path: this.#shown(absolutePath), absolutePath, format, named });
  }

  #skip(absolutePath: string, reason: string): void {
    this.#skipped.set(absolutePath, { path: this.#shown(absolutePath), reason });
  }

  #unreadable(path: string, error?: unknown): void {
    const why = error === undefined ? 'not a regular file' : codeOf(error);
    this.#problems.push({ code: 'file-unreadable', where: path, message: `Cannot be read (${why})` });
  }

  #shown(absolutePath: string): string {
    const path = relative(this.options.cwd, absolutePath);
    return sep === '/' ? path : path.replaceAll(sep, '/');
  }
}

function kindOfTarget(path: string): 'file' | 'folder' | undefined {
  try {
    const target = statSync(path);
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

function readSample(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const sample = new Uint8Array(SAMPLE_LENGTH);
    return sample.subarray(0, readSync(descriptor, sample, 0, SAMPLE_LENGTH, 0));
  } finally {
    closeSync(descriptor);
  }
}

export const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? 'unknown');

/** In code-unit order of the paths, whatever the order in which they were found. */
export const byPath = <T extends { path: string }>(map: Map<string, T>): T[] =>
  [...map.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
