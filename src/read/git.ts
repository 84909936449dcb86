import { spawnSync } from 'node:child_process';
import { posix, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';

/** What of the repository's files to look at. */
export type ChangeScope =
  /** What the next commit would hold: the index against the last commit. */
  | { readonly kind: 'staged' }
  /** What is not committed yet: the working tree against the last commit. */
  | { readonly kind: 'changed' }
  /** What this branch and the working tree added since they left `ref`. */
  | { readonly kind: 'since'; readonly ref: string };

/** A file that differs from where the comparison starts. A rename is a file that went and one that came. */
export interface Change {
  /** As the working folder is spelled. */
  readonly absolutePath: string;
  readonly kind: 'file' | 'link' | 'submodule' | 'deleted' | 'unmerged';
  /** Of the content in the index; only with `staged`. */
  readonly blob?: string;
}

export interface Changes {
  readonly list: readonly Change[];
  /** What a person should know about how the comparison was made. */
  readonly notes: readonly string[];
}

const MOST_OUTPUT = 2 ** 30;
const LINK = '120000';
const SUBMODULE = '160000';

/** The git repository around a folder. Git is run without a shell, and nothing of the user's is taken for an option. */
export class Repository {
  readonly #prefix: string;

  /** @throws PromolintError `git-failed` when there is no repository or no git */
  constructor(
    readonly cwd: string,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    // `site/` in a folder of the repository, empty at its root.
    this.#prefix = this.#text(['rev-parse', '--show-prefix']);
    if (this.#text(['rev-parse', '--is-inside-work-tree']) !== 'true')
      throw new PromolintError('git-failed', 'This is no working tree of a git repository.', { where: cwd });
  }

  /** @throws PromolintError `git-ref-unknown`, `git-unmerged` */
  changes(scope: ChangeScope): Changes {
    const { commit, notes } = this.#start(scope);
    const options = [
      '--raw',
      '-z',
      '--no-abbrev',
      '--no-renames',
      '--no-relative',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
    ];
    const staged = scope.kind === 'staged';
    const list = this.#read(this.#run(['diff', ...options, ...(staged ? ['--cached'] : []), commit, '--']).toString(), staged);
    if (staged) {
      const conflict = list.find(({ kind }) => kind === 'unmerged');
      if (conflict)
        throw new PromolintError('git-unmerged', 'This file has a merge conflict, so that the next commit cannot hold it.', {
          where: this.#shown(conflict.absolutePath),
          hint: 'Resolve the conflict and "git add" the file.',
        });
      return { list, notes };
    }
    const untracked = this.#run(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']).toString();
    for (const path of untracked.split('\0').filter((name) => name !== ''))
      // A repository inside of this one is listed as a folder.
      list.push({ absolutePath: this.#absolute(path), kind: path.endsWith('/') ? 'submodule' : 'file' });
    return { list, notes };
  }

  /** The contents of blobs of the index, in order. */
  blobs(ids: readonly string[]): Buffer[] {
    if (ids.length === 0) return [];
    const output = this.#run(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    let at = 0;
    return ids.map((id) => {
      const end = output.indexOf(0x0a, at);
      const [, type, size] = output.toString('latin1', at, end).split(' ');
      if (type !== 'blob') throw failed(`git has no content for ${id}.`);
      at = end + 1 + Number(size) + 1;
      return output.subarray(end + 1, at - 1);
    });
  }

  #start(scope: ChangeScope): { readonly commit: string; readonly notes: readonly string[] } {
    const head = this.#commit('HEAD');
    if (scope.kind !== 'since') return { commit: head ?? this.#emptyTree(), notes: [] };
    const { ref } = scope;
    const commit = ref === '' || ref.startsWith('-') ? undefined : this.#commit(ref);
    if (commit === undefined) throw this.#unknown(ref, head !== undefined);
    if (head === undefined) return { commit, notes: [] };
    const base = this.#try(['merge-base', commit, head]);
    if (base !== undefined) return { commit: base, notes: [] };
    const why = this.#isShallow() ? 'this clone is shallow' : 'they have no history in common';
    return { commit, notes: [`Compared with "${ref}" itself, since where it parted from this branch is not known: ${why}.`] };
  }

  #unknown(ref: string, hasCommits: boolean): PromolintError {
    const hint = !hasCommits
      ? 'This repository has no commits yet; --staged and --changed work all the same.'
      : ref.includes('..')
        ? 'Name one commit, not a range: --since main'
        : this.#isShallow()
          ? 'This clone is shallow. Fetch more of the history: "git fetch --unshallow", or fetch-depth: 0 with actions/checkout.'
          : 'Name a branch, a tag or a commit that git knows here; "git fetch" gets those of others.';
    return new PromolintError('git-ref-unknown', `git knows no commit "${ref}".`, { where: 'option --since', hint });
  }

  #read(raw: string, staged: boolean): Change[] {
    const parts = raw.split('\0');
    const changes: Change[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      // `:100644 100644 <id before> <id after> M`
      const [modeBefore = '', mode = '', , id = '', status = ''] = parts[at]!.split(' ');
      changes.push({
        absolutePath: this.#absolute(parts[at + 1]!),
        kind: kindOf(status[0]!, mode, modeBefore),
        ...(staged && { blob: id }),
      });
    }
    return changes;
  }

  #absolute(path: string): string {
    return resolve(this.cwd, posix.relative(this.#prefix, path) || '.');
  }

  #shown = (absolutePath: string): string => posix.relative(this.cwd, absolutePath);

  #commit = (ref: string): string | undefined => this.#try(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  #isShallow = (): boolean => this.#try(['rev-parse', '--is-shallow-repository']) === 'true';
  /** Known to every repository, by a name that depends on how it hashes. */
  #emptyTree = (): string => this.#run(['hash-object', '-t', 'tree', '--stdin'], '').toString().trimEnd();

  #text = (args: readonly string[]): string => this.#run(args).toString().replace(/\n$/, '');

  #try(args: readonly string[]): string | undefined {
    const { status, stdout } = this.#spawn(args);
    return status === 0 ? stdout.toString().trimEnd() : undefined;
  }

  #run(args: readonly string[], input?: string): Buffer {
    const { status, stdout, stderr } = this.#spawn(args, input);
    if (status !== 0) throw failed(stderr.toString());
    return stdout;
  }

  #spawn(args: readonly string[], input = '') {
    // A repository can name a program for git to ask what changed; it is not ours to run.
    const result = spawnSync('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...args], {
      cwd: this.cwd,
      env: { ...this.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
      input,
      maxBuffer: MOST_OUTPUT,
      windowsHide: true,
    });
    if (result.error) {
      const missing = (result.error as NodeJS.ErrnoException).code === 'ENOENT';
      throw new PromolintError('git-failed', missing ? 'git cannot be found.' : 'git cannot be run.', {
        hint: 'Install git, or check all files by leaving out --staged, --changed and --since.',
        cause: result.error,
      });
    }
    return result;
  }
}

function kindOf(status: string, mode: string, modeBefore: string): Change['kind'] {
  if (status === 'U') return 'unmerged';
  if (status === 'D') return 'deleted';
  if (mode === SUBMODULE || modeBefore === SUBMODULE) return 'submodule';
  return mode === LINK ? 'link' : 'file';
}

/** Git's own words name paths and settings, never copy. */
function failed(stderr: string): PromolintError {
  const [line = ''] = stderr.split('\n').filter((text) => text !== '');
  const said = line.replace(/^fatal: /, '');
  if (said.startsWith('not a git repository'))
    return new PromolintError('git-failed', 'This folder is in no git repository.', {
      hint: '--staged, --changed and --since ask git what changed; leave them out to check all files.',
    });
  const dubious = said.includes('dubious ownership');
  return new PromolintError('git-failed', `git says: ${said || 'nothing'}`, {
    hint: dubious ? 'If you trust it: git config --global --add safe.directory "$PWD"' : undefined,
  });
}
