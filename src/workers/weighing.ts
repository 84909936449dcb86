import { availableParallelism } from 'node:os';

/** As many threads as somebody asked for, this one included, or what pays. */
export type Concurrency = number | 'auto';

/** Milliseconds in which this thread is only warming up, which tells nothing of what follows; and over which its pace is then taken. */
const WARM = 500;
const TRIAL = 500;
/**
 * Milliseconds of work that must be left. A second thread loads the rules and warms up as the first did, which takes some two seconds of
 * one core: it gains when half of what is left takes longer.
 */
const WORTH = 4000;
/** More threads than this have not been measured, and each takes its memory. */
const MOST = 8;

/** Decides how many threads to have beside this one. */
export class Weighing {
  readonly #start: number;
  #helpers = 0;
  /** When this thread was warm, and how many jobs were done then. */
  #warm: { readonly at: number; readonly done: number } | undefined;

  constructor(
    readonly wanted: Concurrency,
    readonly now: () => number = () => process.uptime() * 1000,
    readonly cores: () => number = availableParallelism,
  ) {
    this.#start = now();
  }

  /** @param done how many jobs are done; `left`: how many are not, Infinity where nobody knows */
  helpers(done: number, left: number): number {
    if (this.wanted !== 'auto') return this.wanted - 1;
    if (this.#helpers > 0) return this.#helpers;
    const now = this.now();
    if (!this.#warm) {
      if (done > 0 && now - this.#start >= WARM) this.#warm = { at: now, done };
      return 0;
    }
    const spent = now - this.#warm.at;
    const since = done - this.#warm.done;
    if (spent >= TRIAL && since > 0 && (spent / since) * left >= WORTH) this.#helpers = Math.min(this.cores(), MOST) - 1;
    return this.#helpers;
  }
}
