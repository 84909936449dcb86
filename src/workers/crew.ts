import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Stopwatch } from '../clock.ts';
import { faultOf } from '../errors.ts';
import type { Fault } from '../errors.ts';
import type { Failure, Job, Outcome } from './job.ts';
import type { Answer, Assignment, Batch } from './protocol.ts';

/** A job, and what came of it once that is known. */
export interface Slot {
  readonly job: Job;
  taken: boolean;
  outcome?: Outcome | Failure;
}

/** Jobs at once: so many that a message is worth sending, so few that the last ones are spread. */
const BATCH = 4;
/** Batches that wait in a thread, so that it never does. */
const AHEAD = 2;
/** More crashes than this are not the fault of single pages. */
const MOST_CRASHES = 20;

/** Where the entry of a thread may stand, seen from this module: in dist/, or seen from src/ under test. */
const PLACES = ['./worker.js', '../../dist/worker.js'];

const entry = (): URL | undefined =>
  PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));

/** Threads beside this one. They are handed slots, and fill them in whatever order. */
export class Crew {
  readonly #threads = new Set<Thread>();
  #crashes = 0;
  #givenUp = false;
  #wake = (): void => {};

  constructor(
    readonly assignment: Omit<Assignment, 'current' | 'timed'>,
    readonly watch?: Stopwatch,
    readonly script: URL | undefined = entry(),
  ) {}

  /** Starts threads until there are `count`. Without a build there is nothing to start, and this thread does it all. */
  grow(count: number): void {
    const { script } = this;
    if (!script || this.#givenUp) return;
    while (this.#threads.size < count)
      this.#threads.add(new Thread(script, { ...this.assignment, timed: this.watch !== undefined }, this));
  }

  get size(): number {
    return this.#threads.size;
  }

  /** Hands out slots that nobody has taken, as far as threads have room for them. */
  handOut(slots: Iterable<Slot>): void {
    if (this.#threads.size === 0) return;
    const open = openOf(slots);
    for (let round = 0; round < AHEAD; round++)
      for (const thread of this.#threads) {
        if (thread.waiting > round * BATCH) continue;
        const batch: Slot[] = [];
        for (let next = open.next(); !next.done; next = open.next()) if (batch.push(next.value) === BATCH) break;
        if (batch.length === 0) return;
        thread.give(batch);
      }
  }

  /** Resolves when something has happened: a batch is done, or a thread is no more. */
  change(): Promise<void> {
    return new Promise((woken) => (this.#wake = woken));
  }

  happened(): void {
    this.#wake();
  }

  /** Called by a thread that ended by itself: the page it was at is lost, the others are anybody's again. */
  crashed(thread: Thread, error: unknown): void {
    this.#threads.delete(thread);
    this.#crashes++;
    // A thread that ends at no page could not start, and another one could not either.
    this.#givenUp ||= !thread.lost || this.#crashes > MOST_CRASHES;
    if (thread.lost) thread.lost.outcome = { kind: 'fault', fault: nameOf(error) };
    this.#wake();
  }

  /** Ends the threads, once they have told where their time went. */
  async end(): Promise<void> {
    const threads = [...this.#threads];
    this.#threads.clear();
    if (this.watch)
      for (const times of await Promise.all(threads.map((thread) => thread.times()))) this.watch.add(times);
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function* openOf(slots: Iterable<Slot>): Generator<Slot> {
  for (const slot of slots) if (!slot.taken) yield slot;
}

/** `ERR_WORKER_OUT_OF_MEMORY` says more than `Error`. */
function nameOf(error: unknown): Fault {
  const { code } = error as { readonly code?: unknown };
  return { ...faultOf(error), ...(typeof code === 'string' && { name: code }) };
}

type Times = Answer & { kind: 'times' };

class Thread {
  readonly #worker: Worker;
  readonly #current = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  readonly #slots = new Map<number, Slot>();
  #next = 0;
  #ended = false;
  #times = (_: Times): void => {};

  constructor(
    entry: URL,
    assignment: Omit<Assignment, 'current'>,
    readonly crew: Crew,
  ) {
    this.#worker = new Worker(entry, { workerData: { ...assignment, current: this.#current } satisfies Assignment });
    this.#worker.on('message', (answer: Answer) => this.#answer(answer));
    this.#worker.once('error', (error) => this.#crash(error));
    this.#worker.once('exit', (code) => this.#crash(Object.assign(new Error(), { code: `EXIT_${code}` })));
  }

  /** How many jobs it has not answered yet. */
  get waiting(): number {
    return this.#slots.size;
  }

  /** Of a thread that crashed: the slot that it was at. */
  get lost(): Slot | undefined {
    return this.#slots.get(Atomics.load(this.#current, 0));
  }

  give(slots: readonly Slot[]): void {
    const jobs = slots.map((slot) => {
      slot.taken = true;
      const number = this.#next++;
      this.#slots.set(number, slot);
      return [number, slot.job] as const;
    });
    this.#worker.postMessage({ jobs } satisfies Batch);
  }

  #answer(answer: Answer): void {
    if (answer.kind === 'times') return this.#times(answer);
    for (const [number, outcome] of answer.outcomes) {
      this.#slots.get(number)!.outcome = outcome;
      this.#slots.delete(number);
    }
    this.crew.happened();
  }

  #crash(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#times({ kind: 'times', rooms: new Map(), rules: new Map(), counts: new Map() });
    for (const slot of this.#slots.values()) slot.taken = slot === this.lost;
    this.crew.crashed(this, error);
  }

  times(): Promise<Times> {
    return new Promise((resolve) => {
      this.#times = resolve;
      this.#worker.postMessage('end');
    });
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }
}
