import { execFile } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { normalize } from '../check/merge.ts';
import { PromolintError } from '../errors.ts';
import type { Row } from '../inventory/rows.ts';
import type { Projects } from '../projects.ts';
import { decodeSource } from '../read/decode.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import { claimsOf } from './claims-collect.ts';
import type { Io } from './io.ts';

const run = promisify(execFile);
const LARGEST = 64 * 1024 * 1024;

/**
 * Of the claims, those that the copy did not make at `ref`. A claim that moved from one changed page to another is not new; one
 * that was copied is.
 * @throws PromolintError `bad-option` when there is no such commit, or no repository
 */
export async function newSince(ref: string, rows: readonly Row[], projects: Projects, { cwd }: Io): Promise<Row[]> {
  const git = gitIn(cwd);
  const commit = await resolveCommit(ref, git);
  const root = String(await git(['rev-parse', '--show-toplevel'])).trim();
  const names = (output: Buffer): string[] =>
    String(output)
      .split('\0')
      .filter((name) => name !== '');
  const changed = names(await git(['diff', '--name-only', '--no-renames', '-z', commit, '--']));
  const untracked = names(await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', root]));
  const pathOf = (name: string): string => relative(cwd, join(root, name)).split(sep).join('/');
  const touched = new Set([...changed, ...untracked].map(pathOf));

  const known = new Map<string, number>();
  for (const name of changed) {
    const before = await textAt(commit, name, git);
    if (before === undefined) continue;
    for (const { text } of await rowsAt(before, pathOf(name), join(root, name), projects)) count(known, keyOf(text), 1);
  }
  return rows.filter(({ path, text }) => {
    if (!touched.has(path)) return false;
    const key = keyOf(text);
    const left = known.get(key) ?? 0;
    if (left > 0) count(known, key, -1);
    return left === 0;
  });
}

type Git = (args: readonly string[]) => Promise<Buffer>;

const gitIn =
  (cwd: string): Git =>
  async (args) =>
    (await run('git', [...args], { cwd, maxBuffer: LARGEST, encoding: 'buffer' })).stdout;

async function resolveCommit(ref: string, git: Git): Promise<string> {
  try {
    // Nothing of the reference is taken for an option.
    return String(await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).trim();
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new PromolintError('bad-option', missing ? 'git is not installed.' : `There is no commit "${ref}" here.`, {
      where: 'option --new-since',
      hint: missing
        ? undefined
        : 'Name a branch, a tag or a commit of the repository that you are in; a shallow clone lacks old ones.',
      cause,
    });
  }
}

/** What a file held at a commit, or undefined where it was not there or is no text. */
async function textAt(commit: string, name: string, git: Git): Promise<string | undefined> {
  try {
    return decodeSource(await git(['show', `${commit}:${name}`]))?.source;
  } catch {
    return undefined;
  }
}

async function rowsAt(source: string, path: string, absolutePath: string, projects: Projects): Promise<Row[]> {
  const { extensions } = (await projects.of(absolutePath)).settings;
  const format = formatsByExtension(extensions)(path);
  return format ? claimsOf({ path, absolutePath, format, mdx: isMdx(path), source }, projects) : [];
}

const keyOf = (text: string): string => normalize(text);

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
