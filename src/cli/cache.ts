import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LintedFile, Run } from '../check/finding.ts';
import type { Copy } from '../lint.ts';
import type { Pack } from '../load/rule.ts';
import { version } from '../version.ts';
import { writeWhole } from './output.ts';

export const CACHE_FILE = '.promolintcache';

/** Results of earlier runs, for files that did not change since. */
export interface Cache {
  get(copy: Copy): LintedFile | undefined;
  /** Returns what it is given. */
  set(copy: Copy, report: LintedFile): LintedFile;
  save(): void;
}

export const NO_CACHE: Cache = { get: () => undefined, set: (_, report) => report, save: () => {} };

interface Entry {
  readonly hash: string;
  readonly report: LintedFile;
}

interface Stored {
  readonly key: string;
  readonly files: Readonly<Record<string, Entry>>;
}

/** What a run was: its results hold for another one that was just the same. */
export interface CacheRun {
  readonly run: Run;
  readonly only?: readonly string[];
}

/**
 * Opens the cache at `path`. Its results hold for one version, configuration, set of rules and date; what a page says of itself
 * is in its content. Findings were masked when they were made, so that the file is no more private than a report.
 */
export function openCache(path: string, run: CacheRun, packs: readonly Pack[]): Cache {
  if (bringCode(packs)) return NO_CACHE;
  const key = keyOf(run);
  const before = read(path);
  const known = before?.key === key ? before.files : {};
  const files: Record<string, Entry> = {};
  return {
    ...entries(known, files),
    save() {
      for (const [name, entry] of Object.entries(known))
        if (!(name in files) && existsSync(join(dirname(path), name))) files[name] = entry;
      try {
        writeWhole(path, JSON.stringify({ key, files } satisfies Stored));
      } catch {
        // A folder that cannot be written to only costs time.
      }
    },
  };
}

/** Results of earlier runs of the same process. */
export class MemoryCache {
  #key = '';
  #known: Record<string, Entry> = {};

  open(run: CacheRun, packs: readonly Pack[]): Cache {
    if (bringCode(packs)) return NO_CACHE;
    const key = keyOf(run);
    const files: Record<string, Entry> = {};
    const known = key === this.#key ? this.#known : {};
    const save = () => {
      this.#key = key;
      this.#known = files;
    };
    return { ...entries(known, files), save };
  }
}

/** Takes results from `known`, and keeps those that still hold, and new ones, in `files`. */
const entries = (known: Readonly<Record<string, Entry>>, files: Record<string, Entry>): Pick<Cache, 'get' | 'set'> => ({
  get(copy) {
    const entry = known[copy.path];
    if (entry?.hash !== contentHash(copy)) return undefined;
    files[copy.path] = entry;
    return entry.report;
  },
  set(copy, report) {
    files[copy.path] = { hash: contentHash(copy), report };
    return report;
  },
});

/** The code of a third party is in no hash: it may have changed unseen. */
const bringCode = (packs: readonly Pack[]): boolean =>
  packs.some(({ hash, rules }) => hash === undefined && rules.some(({ detector }) => detector));

const keyOf = (run: CacheRun): string => hash(JSON.stringify([version, run]));

function read(path: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Partial<Stored> | null;
    return typeof stored?.key === 'string' && typeof stored.files === 'object' ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}

const contentHash = ({ source, format, mdx }: Copy): string => hash(`${format}${mdx ? ' mdx' : ''}\0${source}`);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
