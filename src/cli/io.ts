/** Everything of the outside that a command touches, so that a test can stand in for it. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `out` leads to a terminal. */
  readonly terminal: boolean;
  /** Whether `err` leads to a terminal. */
  readonly errTerminal?: boolean;
  /** How many columns the terminal has. */
  readonly width?: number;
  /** Rejects with a PromolintError when nothing can be written; a reader who went away is no error. */
  out(text: string): Promise<void>;
  err(text: string): Promise<void>;
  /** All bytes until the end of the standard input. */
  stdin(): Promise<Uint8Array>;
  /** Asks somebody at a terminal; absent where nobody is. Rejects with a PromolintError when they leave. */
  ask?(question: string): Promise<string>;
  /** The standard input and output themselves, for a command that speaks a protocol on them. */
  readonly streams?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Whether whoever read the output went away, so that nothing more is worth writing. */
  isReaderGone?(): boolean;
  /** Ends a watching command. */
  readonly signal?: AbortSignal;
}

/** 0: all read, nothing at or above the failing level. 1: findings. 2: the check could not be done. 3: a fault of promolint. */
export type ExitCode = 0 | 1 | 2 | 3;
