import { dirname, join } from 'node:path';
import { FAULTS } from '../check/silence/faults.ts';
import type { Report, Run } from '../check/finding.ts';
import type { Stopwatch } from '../clock.ts';
import { PromolintError } from '../errors.ts';
import { CACHE_FILE, Cache, openCache } from '../keep/cache.ts';

import { KeptFile } from '../keep/kept-file.ts';
import type { Projects } from '../projects.ts';
import type { ChangeScope } from '../read/git.ts';
import type { SkippedFile } from '../read/select-files.ts';
import type { Shard } from '../read/shard.ts';
import type { RuleFacts } from '../report/formats.ts';
import { Workbench, wordingsOf } from '../workers/carry-out.ts';
import { Crew } from '../workers/crew.ts';
import type { Slot } from '../workers/crew.ts';
import { inOrder } from '../workers/in-order.ts';
import { errorOf } from '../workers/job.ts';
import type { Job } from '../workers/job.ts';
import { Weighing } from '../workers/weighing.ts';
import type { Concurrency } from '../workers/weighing.ts';
import { CacheKeys } from './cache-keys.ts';
import { realPath } from './destinations.ts';
import type { Io } from './io.ts';
import { learnOwn } from './learn-own.ts';
import { Progress } from './progress.ts';
import { reportFault } from './run.ts';
import { saveCache } from './save-cache.ts';
import { selectCopy } from './select-copy.ts';

/** Which copy to check, and how. */
export interface CheckRequest {
  /** As the user wrote them; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** Only what git says has changed. */
  readonly scope?: ChangeScope;
  readonly cache?: boolean;
  /** Results of earlier runs of this process; in place of the cache on disk. */
  readonly memory?: Memory;
  /** Threads; default: as many as pay. */
  readonly concurrency?: Concurrency;
  /** Only this part of the files. */
  readonly shard?: Shard;
  /** Takes the time of each step. */
  readonly watch?: Stopwatch;
  /** Real paths of files that are no copy although they may stand among it, such as reports of the run before. */
  readonly except?: ReadonlySet<string>;
}

/** Keeps results between the runs of one process. */
export interface Memory {
  cache?: Cache;
}

export interface CheckedFiles {
  readonly run: Run;
  /** By path. */
  readonly files: readonly KeptFile[];
  readonly skipped: Report['skipped'];
  /** All rules of the run, and what can be wrong with suppressions. */
  readonly rules: ReadonlyMap<string, RuleFacts>;
  /** How many results were known from an earlier run. */
  readonly cached: number;
  /** UTF-16 code units of all copy. */
  readonly length: number;
  /** How many pages promolint itself stumbled over; they are missing in `files`. */
  readonly faults: number;
}

/** Reads and checks everything that a command is asked to. @throws PromolintError when something cannot be read */
export async function checkFiles(request: CheckRequest, projects: Projects, io: Io): Promise<CheckedFiles> {
  // The command line is held against the working folder's rules, whatever is read.
  const { watch } = request;
  await (watch ? watch.waiting('load', () => projects.home()) : projects.home());
  const selecting = () => selectCopy(request, projects, io);
  const { jobs, count, skipped: notSelected, site = [] } = await (watch ? watch.waiting('select', selecting) : selecting());

  // What the site shows on page after page is its own, and no patient's.
  const own = site.length >= 3 ? await (watch ? watch.waiting('learn', () => learnOwn(site)) : learnOwn(site)) : undefined;
  if (own) {
    projects.learn(own);
    await projects.home();
    for (const folder of new Set(site.map(({ absolutePath }) => dirname(absolutePath)))) await projects.in(folder);
  }

  // By now every configuration of the run is known, and its results hold for just these.
  const { shard } = request;
  const run = { ...projects.describe(), ...(shard && { shard: `${shard.index}/${shard.count}` }) };
  const keys = new CacheKeys(projects, io.cwd);
  const cache = await cacheFor(request, io);
  if (cache && Array.isArray(jobs)) await keys.prepare(jobs);
  const bench = new Workbench(projects, cache !== undefined, watch);
  const crew = new Crew({ options: projects.options, decisions: projects.decisions, keepsContent: cache !== undefined }, watch);
  const files: KeptFile[] = [];
  const notRead: SkippedFile[] = [];
  const counts = { faults: 0, cached: 0, length: 0 };
  const progress = new Progress(io);
  const weighing = new Weighing(request.concurrency ?? (watch ? 1 : 'auto'));
  const threads = () => weighing.helpers(files.length, count - files.length);
  for await (const { job, known, outcome } of inOrder(slots(jobs, request, cache, keys), bench, crew, threads)) {
    await progress.at(files.length, count, job.path);
    if (outcome.kind === 'failure') {
      await progress.end();
      throw errorOf(outcome);
    }
    if (outcome.kind === 'skipped') notRead.push({ path: job.path, reason: outcome.reason });
    else if (outcome.kind === 'fault') {
      await progress.end();
      counts.faults++;
      await reportFault(outcome.fault, io, job.path);
    } else {
      const { packed, format, length, stamp, content } = outcome;
      if (known) counts.cached++;
      counts.length += length;
      files.push(new KeptFile(job.path, format, packed, wordingsOf(await projects.of(job.absolutePath))));
      const asked = keys.of(job);
      if (asked && stamp && content) cache?.set(asked, stamp, content, packed, length);
    }
  }
  await progress.end();
  const [unread] = notRead;
  // A commit may hold nothing but pictures by another name; a site that does was meant otherwise.
  if (unread && files.length + counts.faults === 0 && !request.scope && !request.shard)
    throw new PromolintError('no-input', `No file could be read: ${unread.reason}.`, {
      where: unread.path,
      hint: notRead.length > 1 ? `${notRead.length - 1} more could not be read either.` : undefined,
    });
  if (cache && !request.memory) await saveCache(cache, io);
  const all = [...projects.opened.flatMap(({ packs }) => packs.flatMap((pack) => pack.rules)), ...FAULTS];
  return {
    run,
    files: files.sort(byPath),
    skipped: [...notSelected, ...notRead].sort(byPath),
    rules: new Map(all.map((rule) => [rule.id, rule])),
    ...counts,
  };
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

interface KnownSlot extends Slot {
  /** Its result is of an earlier run. */
  readonly known: boolean;
}

function* slots(jobs: Iterable<Job>, { except }: CheckRequest, cache: Cache | undefined, keys: CacheKeys): Generator<KnownSlot> {
  for (const job of jobs) {
    if (except && except.size > 0 && except.has(realPath(job.absolutePath))) continue;
    const asked = cache && keys.of(job);
    const known = asked && cache.get(asked);
    if (!known) yield { job, known: false, taken: false };
    else yield { job, known: true, taken: true, outcome: { kind: 'checked', format: job.format, ...known } };
  }
}

async function cacheFor({ cache, memory }: CheckRequest, io: Io): Promise<Cache | undefined> {
  if (memory) return (memory.cache = new Cache(memory.cache?.stored(io.cwd) ?? memory.cache?.before, true));
  if (!cache) return undefined;
  const notices: string[] = [];
  // A fresh checkout gives all files one time, whatever is in them.
  const opened = openCache(join(io.cwd, CACHE_FILE), !io.env['CI'], (notice) => notices.push(notice));
  for (const notice of notices) await io.err(`${notice}\n`);
  return opened;
}
