import { resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import type { Copy } from '../lint.ts';
import { plain } from '../plain.ts';
import type { Projects } from '../projects.ts';
import { decodeSource } from '../read/decode.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import { selectFiles } from '../read/select-files.ts';
import type { SelectedFile, SkippedFile } from '../read/select-files.ts';
import { isInShard } from '../read/shard.ts';
import type { Job } from '../workers/job.ts';
import type { CheckRequest } from './check-files.ts';
import type { Io } from './io.ts';

export interface SelectedCopy {
  /** The standard input, then files by path. */
  readonly jobs: Iterable<Job>;
  readonly count: number;
  /** Grows while `jobs` are gone through. */
  readonly skipped: readonly SkippedFile[];
  /** All files of the paths that were named, whichever part of them this run checks; absent where git decides. */
  readonly site?: readonly SelectedFile[];
}

/** Finds what a command is asked to read. @throws PromolintError when something of it is not there */
export async function selectCopy(request: CheckRequest, projects: Projects, io: Io): Promise<SelectedCopy> {
  const named = request.paths.filter((path) => path !== '-');
  const fromStdin = request.stdin === true || named.length < request.paths.length;
  const stdin = fromStdin ? [await readStdin(request.stdinFilename, projects, io)] : [];
  if (named.length === 0 && fromStdin) return { jobs: stdin, count: 1, skipped: [] };
  const { jobs, count, skipped, site } = await selectOnDisk(named, request, projects, io);
  return { site, jobs: stdin.length === 0 ? jobs : [...stdin, ...jobs], count: stdin.length + count, skipped };
}

async function selectOnDisk(
  paths: readonly string[],
  { scope, shard }: CheckRequest,
  projects: Projects,
  { cwd, env, err }: Io,
): Promise<SelectedCopy> {
  const { reading } = await projects.home();
  const options = { cwd, ...reading, optionsOf: async (folder: string) => (await projects.in(folder)).reading };
  const isHere = ({ path }: { readonly path: string }) => shard === undefined || isInShard(path, shard);
  if (!scope) {
    const { files, skipped } = await selectFiles(paths, options);
    const jobs = files.filter(isHere);
    return { jobs, count: jobs.length, skipped: skipped.filter(isHere), site: files };
  }
  const { readChangedFiles } = await import('../read/changed-files.ts');
  const { notes, files, count, skipped } = await readChangedFiles(paths, scope, { ...options, env });
  for (const note of notes) await err(`${plain(note)}\n`);
  return { jobs: files, count, skipped };
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
