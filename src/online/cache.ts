import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from './look-up.ts';

export const ONLINE_CACHE = '.promolint/online.json';

/** How many days an answer holds. What was retracted stays so; what was found may be retracted. */
const DAYS: Readonly<Record<Outcome['state'], number>> = { found: 7, gone: 1, retracted: 90, unknown: 0 };
const DAY = 86_400_000;

interface Stored {
  readonly at: number;
  readonly outcome: Outcome;
}

/** Answers of earlier runs, by identifier. */
export class OnlineCache {
  readonly #path: string;
  readonly #known: Record<string, Stored>;
  #changed = false;

  constructor(
    folder: string,
    readonly now: () => number = Date.now,
  ) {
    this.#path = join(folder, ONLINE_CACHE);
    this.#known = read(this.#path);
  }

  get(key: string): Outcome | undefined {
    const stored = Object.hasOwn(this.#known, key) ? this.#known[key] : undefined;
    if (!stored || typeof stored.at !== 'number' || !(stored.outcome?.state in DAYS)) return undefined;
    const age = this.now() - stored.at;
    return age >= 0 && age < DAYS[stored.outcome.state] * DAY ? stored.outcome : undefined;
  }

  set(key: string, outcome: Outcome): void {
    if (DAYS[outcome.state] === 0) return;
    this.#known[key] = { at: this.now(), outcome };
    this.#changed = true;
  }

  /** A folder that cannot be written to only costs time. */
  save(): void {
    if (!this.#changed) return;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.new`, JSON.stringify(this.#known));
      renameSync(`${this.#path}.new`, this.#path);
    } catch {
      // As said.
    }
  }
}

function read(path: string): Record<string, Stored> {
  const known: Record<string, Stored> = Object.create(null) as Record<string, Stored>;
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) Object.assign(known, stored);
  } catch {
    // Absent, or not ours.
  }
  return known;
}
