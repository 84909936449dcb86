import { randomBytes } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import type { Io } from './io.ts';

/** Writes a report to a file, whole or not at all, or else to the standard output. */
export async function writeOutput(text: string, file: string | undefined, io: Io): Promise<void> {
  if (file === undefined) return io.out(text);
  try {
    writeWhole(resolve(io.cwd, file), text);
  } catch (cause) {
    throw new PromolintError(
      'output-unwritable',
      `The report cannot be written (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`,
      {
        where: file,
        cause,
      },
    );
  }
}

/** Writes beside the target and renames, so that a reader never meets half a file. */
export function writeWhole(path: string, text: string): void {
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
