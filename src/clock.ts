/** Is handed each piece of work, to take its time or not. */
export interface Clock {
  /** A step of a run: `parse`, `analyse`, `match`. */
  room<T>(name: string, work: () => T): T;
  /** What one rule does within `match`. What it is the first to ask of the page counts as its own. */
  rule<T>(id: string, work: () => T): T;
  /** Work that was done, in numbers that are the same however busy the machine is. */
  count(what: string, many: number): void;
}

export const NO_CLOCK: Clock = { room: (_, work) => work(), rule: (_, work) => work(), count: () => undefined };

/** Milliseconds by step and by rule, and numbers by what was counted. */
export interface Measured {
  readonly rooms: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
}

/** Adds up the time of each name, in milliseconds. */
export class Stopwatch implements Clock, Measured {
  readonly rooms = new Map<string, number>();
  readonly rules = new Map<string, number>();
  readonly counts = new Map<string, number>();

  room<T>(name: string, work: () => T): T {
    return timed(this.rooms, name, work);
  }

  rule<T>(id: string, work: () => T): T {
    return timed(this.rules, id, work);
  }

  count(what: string, many: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + many);
  }

  /** Adds what another thread has measured. */
  add({ rooms, rules, counts }: Measured): void {
    for (const [name, time] of rooms) this.rooms.set(name, (this.rooms.get(name) ?? 0) + time);
    for (const [id, time] of rules) this.rules.set(id, (this.rules.get(id) ?? 0) + time);
    for (const [what, many] of counts) this.count(what, many);
  }

  /** As `room`, for work that waits. */
  async waiting<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      add(this.rooms, name, start);
    }
  }
}

function timed<T>(times: Map<string, number>, name: string, work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } finally {
    add(times, name, start);
  }
}

const add = (times: Map<string, number>, name: string, start: number): void =>
  void times.set(name, (times.get(name) ?? 0) + performance.now() - start);
