import type { Measured } from '../clock.ts';
import type { ConfigurationOptions } from '../config/configurations.ts';
import type { Decisions } from '../projects.ts';
import type { Failure, Job, Outcome } from './job.ts';

/** What a thread needs to open the same projects as the one that started it. */
export interface Assignment {
  readonly options: ConfigurationOptions;
  readonly decisions: Decisions;
  readonly keepsContent: boolean;
  readonly timed: boolean;
  /** Holds the number of the job that is being carried out, or -1: what is left of a thread that crashed. */
  readonly current: Int32Array;
}

export interface Batch {
  readonly jobs: readonly (readonly [number: number, Job])[];
}

/** What a thread says: of each job of a batch what came of it; at its end, where its time went. */
export type Answer =
  | { readonly kind: 'done'; readonly outcomes: readonly (readonly [number: number, Outcome | Failure])[] }
  | ({ readonly kind: 'times' } & Measured);
