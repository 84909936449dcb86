import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { realPath } from './destinations.ts';
import type { Io } from './io.ts';

/** Writes a report to a file, whole or not at all, or else to the standard output. */
export async function writeOutput(text: string | Iterable<string>, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) {
    for (const part of typeof text === 'string' ? [text] : portions(text)) await io.out(part);
    return;
  }
  try {
    writeWhole(resolve(io.cwd, file), text);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** Finds out before a long run that a report could not be written at its end. @throws PromolintError `output-unwritable` */
export function checkWritable(file: string, io: Io): void {
  const path = resolve(io.cwd, file);
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory()) throw failure('EISDIR');
    if (!statSync(dirname(path)).isDirectory()) throw failure('ENOTDIR');
    // A device is written to as it stands; a file is replaced by another, which needs a place in its folder.
    accessSync(known ? path : dirname(path), constants.W_OK);
    if (!known || known.isFile()) accessSync(dirname(realPath(path)), constants.W_OK);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

function unwritable(file: string, cause: unknown): PromolintError {
  const code = codeOf(cause);
  return new PromolintError('output-unwritable', `The report cannot be written: ${REASONS[code] ?? code}.`, {
    where: file,
    hint: HINTS[code],
    cause,
  });
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder (ENOENT)',
  ENOTDIR: 'a part of its path is a file (ENOTDIR)',
  EISDIR: 'it is a folder (EISDIR)',
  EACCES: 'that is not permitted (EACCES)',
  EPERM: 'that is not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
};
const HINTS: Readonly<Record<string, string>> = {
  ENOENT: 'Create the folder first.',
  EISDIR: 'Give the name of a file in it.',
};

/** Writes beside the target and renames, so that a reader never meets half a file. */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  const known = statSync(path, { throwIfNoEntry: false });
  // A pipe or a device cannot be replaced by a file.
  if (known && !known.isFile() && !known.isDirectory()) return writeParts(path, content, 'w');
  const target = known ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    writeParts(beside, content, 'wx', known?.mode);
    if (known) keepOwner(beside, known);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The process's mask took some of the mode away, and the file is ours now. */
function keepOwner(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only who may give files away can keep another's.
  }
  chmodSync(path, mode);
}

/** The folder of the repository around a folder, or the folder itself. */
export function gitRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

function writeParts(path: string, content: string | Uint8Array | Iterable<string>, flag: 'w' | 'wx', mode?: number): void {
  if (typeof content === 'string' || content instanceof Uint8Array) return writeFileSync(path, content, { flag, mode });
  const descriptor = openSync(path, flag, mode);
  try {
    for (const part of portions(content)) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

/** UTF-16 code units that are written at once: small parts cost a call of the system each. */
const PORTION = 1 << 16;

function* portions(parts: Iterable<string>): Generator<string> {
  let portion = '';
  for (const part of parts) {
    portion += part;
    if (portion.length < PORTION) continue;
    yield portion;
    portion = '';
  }
  yield portion;
}
