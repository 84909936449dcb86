import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What is known of one file from an earlier run. */
export interface Entry {
  /** Index of the key of its project. */
  readonly project: number;
  readonly size: number;
  /** In milliseconds; 0 where the time of the file says nothing. */
  readonly time: number;
  /** See `Seal`. */
  readonly check: string;
  /** Errors, warnings, infos. */
  readonly counts: readonly [number, number, number];
  /** UTF-16 code units. */
  readonly length: number;
  /** Absent where nothing was found. Made when it is asked for, or a run would hold all of it twice. */
  readonly sealed?: () => Uint8Array;
}

export interface Stored {
  /** Of the projects that results hold for. */
  readonly keys: readonly string[];
  /** By path, relative to the cache's folder. */
  readonly entries: ReadonlyMap<string, Entry>;
}

const MAGIC = 'promolint-cache 2 ';
const HEAD = MAGIC.length + 64 + 1 + 8;

type Row = [
  path: string,
  project: number,
  size: number,
  time: number,
  check: string,
  length: number,
  bytes: number,
  ...counts: number[],
];

/** A line with a hash of all that follows, the length of the index, the index, and the sealed results in its order. */
export function encodeCache({ keys, entries }: Stored): Uint8Array {
  const rows: Row[] = [];
  const parts: Uint8Array[] = [];
  for (const [path, { project, size, time, check, counts, length, sealed }] of entries) {
    const part = sealed?.();
    rows.push([path, project, size, time, check, length, part?.length ?? 0, ...counts]);
    if (part) parts.push(part);
  }
  const index = Buffer.from(JSON.stringify({ keys, rows }));
  const body = [Buffer.from(index.length.toString(16).padStart(8, '0')), index, ...parts];
  return Buffer.concat([Buffer.from(`${MAGIC}${hashOf(body)}\n`), ...body]);
}

/** @throws SyntaxError when this is no such file, or not as it was written */
export function decodeCache(bytes: Buffer): Stored {
  const body = bytes.subarray(MAGIC.length + 65);
  if (bytes.length < HEAD || bytes.toString('latin1', 0, HEAD - 8) !== `${MAGIC}${hashOf([body])}\n`)
    throw new SyntaxError('No cache, or not a whole one.');
  let at = 8 + parseInt(body.toString('latin1', 0, 8), 16);
  const { keys, rows } = JSON.parse(body.toString('utf8', 8, at)) as { readonly keys: string[]; readonly rows: readonly Row[] };
  const entries = new Map<string, Entry>();
  for (const [path, project, size, time, check, length, count, ...counts] of rows) {
    const part = count > 0 ? body.subarray(at, (at += count)) : undefined;
    const sealed = part && (() => part);
    entries.set(path, { project, size, time, check, length, counts: counts as [number, number, number], sealed });
  }
  return { keys, entries };
}

/** `undefined` when there is none. @throws SyntaxError as `decodeCache` */
export function readCache(path: string): Stored | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SyntaxError('Cannot be read.', { cause: error });
  }
  return decodeCache(bytes);
}

function hashOf(parts: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
