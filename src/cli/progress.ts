import { plainPath } from '../plain.ts';
import type { Io } from './io.ts';

/** Milliseconds before anything is shown, and between two lines. */
const PATIENCE = 1000;
const PACE = 100;

/** Shows on the standard error how far a long run is, where that is a terminal: one line, which is gone in the end. */
export class Progress {
  readonly #start: number;
  #last = 0;
  #shown = false;

  constructor(
    readonly io: Pick<Io, 'err' | 'errTerminal' | 'width' | 'env'>,
    readonly now: () => number = () => process.uptime() * 1000,
  ) {
    this.#start = now();
  }

  /** Before the file at `path` is checked, when `done` of `count` files have been. */
  async at(done: number, count: number, path: string): Promise<void> {
    if (!this.io.errTerminal || this.io.env['TERM'] === 'dumb') return;
    const now = this.now();
    if (now - this.#start < PATIENCE || now - this.#last < PACE) return;
    this.#last = now;
    this.#shown = true;
    const line = `${done} of ${count} files  ${plainPath(path)}`;
    // A line that wraps could not be taken back. Some terminals say that they have no columns.
    const room = Math.max((this.io.width || 80) - 1, 10);
    await this.io.err(`\r\u001b[2K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
  }

  /** Takes the line back, before anything else is written. */
  async end(): Promise<void> {
    if (this.#shown) await this.io.err('\r\u001b[2K');
    this.#shown = false;
  }
}
