/** What a run could not do, as a word that programs can rely on. */
export type ErrorCode =
  | 'bad-option' | 'config-invalid' | 'config-not-found' | 'file-not-found' | 'file-unreadable' | 'file-too-long' | 'no-input' | 'not-text'
  | 'rule-invalid' | 'rule-unknown' | 'pack-not-found' | 'output-unwritable' | 'example-invalid' | 'register-not-found' | 'register-invalid'
  | 'merge-invalid' | 'document-invalid'
  | 'git-failed' | 'git-ref-unknown' | 'git-unmerged' | 'baseline-not-found' | 'baseline-invalid' | 'baseline-exists';

/** An expected failure: a place for people, a code for programs, a remedy. Everything else is a fault of promolint. */
export class PromolintError extends Error {
  override readonly name = 'PromolintError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** `where` is `file`, `file:line` or `file:line:column`; `hint` says what to do. */
    readonly details: { readonly where?: string; readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
  }
}

/** What may be told of anything else that was thrown: its message may quote the copy, and is left out. */
export interface Fault {
  /** The kind of error, or its code. */
  readonly name: string;
  /** Lines of its stack, without the message. */
  readonly frames: readonly string[];
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  return { name: error.constructor.name, frames: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) };
}
