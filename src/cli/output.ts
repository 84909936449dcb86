import { randomBytes } from 'node:crypto';
import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { realPath } from './destinations.ts';
import type { Io } from './io.ts';

/** Writes a report to a file, whole or not at all, or else to the standard output. */
export async function writeOutput(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) return io.out(text);
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
export function writeWhole(path: string, text: string | Uint8Array): void {
  const known = statSync(path, { throwIfNoEntry: false });
  // A pipe or a device cannot be replaced by a file.
  if (known && !known.isFile() && !known.isDirectory()) return writeFileSync(path, text);
  const target = known ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(beside, text, { flag: 'wx', mode: known?.mode });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
