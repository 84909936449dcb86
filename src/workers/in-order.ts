import { setImmediate } from 'node:timers/promises';
import { PromolintError } from '../errors.ts';
import type { Workbench } from './carry-out.ts';
import type { Crew, Slot } from './crew.ts';
import { failureOf } from './job.ts';
import type { Failure, Outcome } from './job.ts';

/** How many jobs are looked at ahead, for each thread: enough to keep it busy while this one waits for a slow page. */
const WINDOW = 32;

export type Settled<S extends Slot> = S & { readonly outcome: Outcome | Failure };

/**
 * Carries out jobs, in this thread and in those of the crew, and hands out what came of them in the order of the jobs. No more
 * of them stand in memory than the window holds, however many there are; a source that waits holds up nothing that is done.
 * @param threads how many threads beside this one to have by now
 */
export async function* inOrder<S extends Slot>(
  slots: Iterable<S> | AsyncIterable<S>,
  bench: Workbench,
  crew: Crew,
  threads: () => number,
): AsyncGenerator<Settled<S>> {
  const source = new Source(slots);
  const queue: S[] = [];
  try {
    for (;;) {
      const room = crew.size > 0 ? WINDOW * (crew.size + 1) : 1;
      for (let next = source.poll(queue.length < room); next; next = source.poll(queue.length < room)) queue.push(next);
      const [head] = queue;
      if (!head) {
        if (source.ended) return;
        await source.arrival;
        continue;
      }
      crew.grow(threads());
      crew.handOut(queue);
      if (isSettled(head)) {
        queue.shift();
        yield head;
        continue;
      }
      const own = queue.find((slot) => !slot.taken);
      if (own) {
        own.taken = true;
        own.outcome = await carryOut(bench, own);
        // Lets in what the others have to say.
        if (crew.size > 0) await setImmediate();
      } else await Promise.race([crew.change(), ...(source.arrival ? [source.arrival] : [])]);
    }
  } finally {
    await crew.end();
    await source.close();
  }
}

const isSettled = <S extends Slot>(slot: S): slot is Settled<S> => slot.outcome !== undefined;

async function carryOut(bench: Workbench, { job }: Slot): Promise<Outcome | Failure> {
  try {
    return await bench.carryOut(job);
  } catch (error) {
    if (!(error instanceof PromolintError)) throw error;
    return failureOf(error);
  }
}

/** Slots that are there at once, or that come when they come. */
class Source<S> {
  readonly #iterator: Iterator<S> | AsyncIterator<S>;
  readonly #arrived: S[] = [];
  /** While one is awaited. */
  arrival: Promise<void> | undefined;
  ended = false;
  #failed: { readonly error: unknown } | undefined;

  constructor(slots: Iterable<S> | AsyncIterable<S>) {
    this.#iterator = Symbol.asyncIterator in slots ? slots[Symbol.asyncIterator]() : slots[Symbol.iterator]();
  }

  /** The next one, if it is there and `wanted`. */
  poll(wanted: boolean): S | undefined {
    if (!wanted) return undefined;
    const arrived = this.#arrived.shift();
    if (arrived) return arrived;
    if (this.#failed) throw this.#failed.error;
    if (this.arrival || this.ended) return undefined;
    const next = this.#iterator.next();
    if (!('then' in next)) {
      this.ended = next.done === true;
      return next.done ? undefined : next.value;
    }
    this.arrival = next.then(
      ({ done, value }) => {
        this.arrival = undefined;
        if (done) this.ended = true;
        else this.#arrived.push(value as S);
      },
      (error: unknown) => {
        this.arrival = undefined;
        this.#failed = { error };
      },
    );
    return undefined;
  }

  async close(): Promise<void> {
    if (!this.ended && !this.arrival) await this.#iterator.return?.();
  }
}
