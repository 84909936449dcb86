import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCache } from './cache-file.ts';
import type { Entry, Stored } from './cache-file.ts';
import type { PackedFile } from './kept-file.ts';
import { Seal } from './seal.ts';

export const CACHE_FILE = '.promolintcache';

/** A file to look up, and what decides about it. */
export interface Asked {
  /** Relative to the working folder. */
  readonly path: string;
  readonly absolutePath: string;
  /** Everything besides the content that may change what is found. */
  readonly key: string;
}

/** A file's state on the disk, taken before it was read. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds. */
  readonly time: number;
}

export interface Known {
  readonly packed: PackedFile;
  /** UTF-16 code units of the copy. */
  readonly length: number;
}

/** Of a file that was changed so shortly before, a second change may leave size and time as they are. Milliseconds. */
const JUST_NOW = 2000;

/**
 * Results of earlier runs, for files that did not change since. Where `trustsTime`, a file of the same size and time is the
 * same; what was found in it can still be read only with its content, see `Seal`.
 */
export class Cache {
  readonly #keys: string[] = [];
  readonly #kept = new Map<string, Entry>();
  #changed = false;

  constructor(
    readonly before: Stored = { keys: [], entries: new Map() },
    readonly trustsTime = false,
  ) {}

  get({ path, absolutePath, key }: Asked): Known | undefined {
    const entry = this.before.entries.get(path);
    if (!entry || this.before.keys[entry.project] !== key) return undefined;
    const stamp = stampOf(absolutePath);
    if (stamp?.size !== entry.size) return undefined;
    const known = (bytes: Uint8Array): Known => {
      const [error, warning, info] = entry.counts;
      return { packed: { counts: { error, warning, info }, bytes }, length: entry.length };
    };
    const isSame = this.trustsTime && entry.time === stamp.time;
    if (isSame && !entry.sealed) {
      this.#keep(path, key, entry);
      return known(NO_BYTES);
    }
    const seal = sealOf(absolutePath, key, path);
    if (seal?.check !== entry.check) return undefined;
    this.#changed ||= !isSame && this.trustsTime;
    this.#keep(path, key, isSame ? entry : { ...entry, time: trusted(stamp.time) });
    return known(entry.sealed ? seal.open(entry.sealed()) : NO_BYTES);
  }

  /** @param content as it was checked; `stamp` as it was before that was read */
  set({ path, key }: Asked, stamp: Stamp, content: Uint8Array, { counts, bytes }: PackedFile, length: number): void {
    const seal = new Seal(content, `${key}\0${path}`);
    this.#changed = true;
    this.#keep(path, key, {
      project: 0,
      size: stamp.size,
      time: trusted(stamp.time),
      check: seal.check,
      counts: [counts.error, counts.warning, counts.info],
      length,
      ...(bytes.length > 0 && { sealed: () => seal.close(bytes) }),
    });
  }

  /**
   * What to write: results of this run, and of files that it did not look at and that are still there. `undefined`: nothing
   * new. `folder`: the one that paths are relative to.
   */
  stored(folder: string): Stored | undefined {
    for (const [path, entry] of this.before.entries) {
      if (this.#kept.has(path)) continue;
      if (existsSync(join(folder, path))) this.#keep(path, this.before.keys[entry.project]!, entry);
      else this.#changed = true;
    }
    return this.#changed ? { keys: this.#keys, entries: this.#kept } : undefined;
  }

  #keep(path: string, key: string, entry: Entry): void {
    let project = this.#keys.indexOf(key);
    if (project < 0) project = this.#keys.push(key) - 1;
    this.#kept.set(path, { ...entry, project });
  }
}

const NO_BYTES = new Uint8Array();

const trusted = (time: number): number => (time < Date.now() - JUST_NOW ? time : 0);

export function stampOf(absolutePath: string): Stamp | undefined {
  const stats = statSync(absolutePath, { throwIfNoEntry: false });
  return stats && { size: stats.size, time: stats.mtimeMs };
}

function sealOf(absolutePath: string, key: string, path: string): Seal | undefined {
  try {
    return new Seal(readFileSync(absolutePath), `${key}\0${path}`);
  } catch {
    // Who reads it next says why.
    return undefined;
  }
}

/** Opens the cache at `path`. One that is broken says so, and is begun anew. */
export function openCache(path: string, trustsTime: boolean, tell: (notice: string) => void): Cache {
  try {
    return new Cache(readCache(path), trustsTime);
  } catch {
    tell(`${CACHE_FILE} is damaged or of another version; it is not used, and written anew.`);
    return new Cache(undefined, trustsTime);
  }
}
