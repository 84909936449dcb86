import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Projects } from '../../src/projects.ts';
import { Workbench } from '../../src/workers/carry-out.ts';
import { Crew } from '../../src/workers/crew.ts';
import type { Slot } from '../../src/workers/crew.ts';
import { inOrder } from '../../src/workers/in-order.ts';
import { Weighing } from '../../src/workers/weighing.ts';
import { Workplace } from '../cli/io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const DECISIONS = { flags: {}, mentions: [], asOf: '2026-11-21' };

/** Runs jobs with threads of this script; what became of each, by path. This thread answers for itself as "here". */
async function runWith(script: string, paths: readonly string[], helpers: number): Promise<string[]> {
  const file = join(place.folder, 'thread.mjs');
  writeFileSync(file, script);
  const options = { cwd: place.folder, file: false } as const;
  const crew = new Crew({ options, decisions: DECISIONS, keepsContent: false }, undefined, pathToFileURL(file));
  const bench = new Workbench(new Projects(options, DECISIONS), false);
  bench.carryOut = () => Promise.resolve({ kind: 'skipped', reason: 'here' });
  const slots = paths.map((path): Slot => ({ job: { path, absolutePath: path, format: 'text', named: false }, taken: false }));
  const seen: string[] = [];
  for await (const { job, outcome } of inOrder(slots, bench, crew, () => helpers))
    seen.push(
      `${job.path} ${outcome.kind === 'skipped' ? outcome.reason : outcome.kind === 'fault' ? outcome.fault.name : outcome.kind}`,
    );
  return seen;
}

const THREAD = `
import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', async ({ jobs }) => {
  const outcomes = [];
  for (const [number, { path }] of jobs) {
    Atomics.store(workerData.current, 0, number);
    await 0;
    if (path.startsWith('crash')) throw new RangeError('Jane Doe');
    if (path.startsWith('exit')) process.exit(7);
    if (path.startsWith('memory')) { const all = []; for (;;) all.push(new Array(1e6).fill(path)); }
    outcomes.push([number, { kind: 'skipped', reason: 'there' }]);
  }
  parentPort.postMessage({ kind: 'done', outcomes });
});`;

/** So many that this thread cannot do them all before others have come to life. */
const many = (name: string, count = 400) => Array.from({ length: count }, (_, index) => `${name}-${index}`);

describe('threads', () => {
  it('hand out everything once, in the order of the jobs', async () => {
    const paths = many('page', 2000);
    const seen = await runWith(THREAD, paths, 2);
    expect(seen.map((line) => line.split(' ')[0])).toEqual(paths);
    expect(seen.filter((line) => line.endsWith(' there')).length).toBeGreaterThan(0);
  });

  it.each([
    ['crash', 'RangeError'],
    ['exit', 'EXIT_7'],
  ])('lose the page that one of them ends at (%s), and no other', async (name, fault) => {
    const paths = [`${name}-first`, ...many('page', 1000)];
    const seen = await runWith(THREAD, paths, 1);
    expect(seen.map((line) => line.split(' ')[0])).toEqual(paths);
    expect(seen[0]).toBe(`${name}-first ${fault}`);
    expect(seen.slice(1).filter((line) => !/ (?:here|there)$/.test(line))).toEqual([]);
  });

  it('are done without when they cannot start', async () => {
    const paths = many('page');
    expect(await runWith('import "./none.mjs";', paths, 2)).toEqual(paths.map((path) => `${path} here`));
  });
});

describe('how many threads pay', () => {
  /** After so many milliseconds, `before` of the jobs are done in the first 500 of them and `done` in all. */
  const at = (wanted: number | 'auto', cores: number, time: number, [before, done]: readonly [number, number], left: number) => {
    let now = 0;
    const weighing = new Weighing(
      wanted,
      () => now,
      () => cores,
    );
    now = Math.min(time, 500);
    weighing.helpers(before, left + done - before);
    now = time;
    return weighing.helpers(done, left);
  };

  it('is one more than nobody else only where much is left', () => {
    expect(at('auto', 4, 100, [5, 5], 10_000)).toBe(0);
    expect(at('auto', 4, 600, [50, 60], 10_000)).toBe(0);
    expect(at('auto', 4, 1000, [50, 100], 100)).toBe(0);
    expect(at('auto', 4, 1000, [50, 100], 10_000)).toBe(3);
    expect(at('auto', 1, 1000, [50, 100], 10_000)).toBe(0);
    expect(at('auto', 64, 1000, [50, 100], 10_000)).toBe(7);
    expect(at(1, 4, 1000, [50, 100], 10_000)).toBe(0);
    expect(at(3, 1, 0, [0, 0], 1)).toBe(2);
  });

  it('is told by the pace of a warm thread', () => {
    expect(at('auto', 4, 1000, [5, 55], 100)).toBe(0);
    expect(at('auto', 4, 1000, [5, 10], 100)).toBe(3);
  });
});
