import { readFileSync, statSync } from 'node:fs';
import { PromolintError } from '../errors.ts';
import type { Format } from '../rule.ts';
import { decodeSource, type Encoding } from './decode.ts';
import { isMdx } from './formats.ts';
import { codeOf, selectFiles, type ReadOptions, type SelectedFile, type Selection, type SkippedFile } from './select-files.ts';

export type { ReadOptions, SkippedFile } from './select-files.ts';

export interface SourceFile {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly format: Format;
  /** Markdown with components and expressions. */
  readonly mdx: boolean;
  /** Decoded, without byte-order mark. */
  readonly source: string;
  readonly encoding: Encoding;
}

export interface ReadResult {
  /** How many files are going to be read. */
  readonly count: number;
  /** By path, in code-unit order. Each file is read when it is asked for, so that a large site never stands in memory as a whole. */
  readonly files: Iterable<SourceFile>;
  /** Complete once `files` has been gone through. */
  readonly skipped: readonly SkippedFile[];
}

/** Finds and reads the files that `paths` stand for. Every named path is checked before the first file is handed out. */
export async function readFiles(paths: readonly string[], options: ReadOptions): Promise<ReadResult> {
  return readSelected(await selectFiles(paths, options));
}

/** Reads what was selected. */
export function readSelected({ files, skipped: notSelected }: Selection): ReadResult {
  const skipped = [...notSelected];
  return { count: files.length, files: readEach(files, skipped), skipped };
}

function* readEach(files: readonly SelectedFile[], skipped: SkippedFile[]): Generator<SourceFile> {
  for (const file of files) {
    const read = readFile(file);
    if ('reason' in read) skipped.push(read);
    else yield read;
  }
}

/** Reads one file, or says why not. @throws PromolintError when it cannot be read, or somebody named it and it is no copy */
export function readFile(file: SelectedFile): SourceFile | SkippedFile {
  const bytes = readBytes(file);
  return 'reason' in bytes ? bytes : decodeFile(file, bytes);
}

/** As `readFile`, before the bytes are made text. */
export function readBytes(file: SelectedFile): Uint8Array | SkippedFile {
  const tooLong = tooLongToRead(file);
  if (tooLong) return { path: file.path, reason: tooLong };
  try {
    return readFileSync(file.absolutePath);
  } catch (cause) {
    throw new PromolintError('file-unreadable', `Cannot be read (${codeOf(cause)})`, { where: file.path, cause });
  }
}

/** The bytes of a file as text. @throws PromolintError when they are none and somebody named the file */
export function decodeFile({ path, absolutePath, format, named }: SelectedFile, bytes: Uint8Array): SourceFile | SkippedFile {
  const decoded = decodeSource(bytes);
  if (decoded) return { path, absolutePath, format, mdx: isMdx(path), ...decoded };
  if (named) throw new PromolintError('not-text', 'Not a text file, whatever its name says', { where: path });
  return { path, reason: 'not a text file, whatever its name says' };
}

/** Bytes. No page is as long, by far; a machine writes such files, and reading one for claims takes minutes and gigabytes. */
const LONGEST = 5_000_000;

/** Why a file is not read for its length. @throws PromolintError when somebody named it */
function tooLongToRead({ path, absolutePath, named }: SelectedFile): string | undefined {
  const size = statSync(absolutePath, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LONGEST) return undefined;
  const reason = `${(size / 1e6).toFixed(1)} MB, and no page is longer than ${LONGEST / 1e6} MB`;
  if (named)
    throw new PromolintError('file-too-long', `The file has ${reason}.`, { where: path, hint: 'Name the pages that it was made from, or cut it up.' });
  return reason;
}
