import { availableParallelism } from 'node:os';

/** As many threads as somebody asked for, this one included, or what pays. */
export type Concurrency = number | 'auto';

/** Milliseconds of work after which the rest is estimated: before, this thread is only warming up. */
const TRIAL = 500;
/** Milliseconds of work that must be left, since a thread loads the rules and warms up first. An estimate: not measured yet. */
const WORTH = 4000;
/** More threads than this have not been measured, and each takes its memory. */
const MOST = 8;

/** Decides how many threads to have beside this one. */
export class Weighing {
  readonly #start: number;
  #helpers = 0;

  constructor(
    readonly wanted: Concurrency,
    readonly now: () => number = () => performance.now(),
    readonly cores: () => number = availableParallelism,
  ) {
    this.#start = now();
  }

  /** @param done how many jobs are done; `left`: how many are not, Infinity where nobody knows */
  helpers(done: number, left: number): number {
    if (this.wanted !== 'auto') return this.wanted - 1;
    if (this.#helpers === 0 && done > 0) {
      const spent = this.now() - this.#start;
      if (spent >= TRIAL && (spent / done) * left >= WORTH) this.#helpers = Math.min(this.cores(), MOST) - 1;
    }
    return this.#helpers;
  }
}
