import type { Layer } from '../config/settings.ts';
import { PromolintError } from '../errors.ts';
import type { ErrorCode, Fault } from '../errors.ts';
import type { PackedFile } from '../keep/kept-file.ts';
import type { Stamp } from '../keep/cache.ts';
import type { Copy } from '../lint.ts';
import type { SelectedFile } from '../read/select-files.ts';
import type { Format } from '../rule.ts';

/** A text with what its sender says of it, which is weaker than what it says of itself. */
export interface Document extends Copy {
  readonly layer: Layer;
}

/** One file to be read and checked, or one text to be checked. Can be handed to another thread, as all that follows. */
export type Job = SelectedFile | Copy | Document;

/** What came of a job. */
export type Outcome =
  | {
      readonly kind: 'checked';
      readonly format: Format;
      /** UTF-16 code units of the copy. */
      readonly length: number;
      readonly packed: PackedFile;
      /** For the cache: what was read, and the state of the file before. */
      readonly content?: Uint8Array;
      readonly stamp?: Stamp;
    }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** An expected failure on its way between threads. */
export interface Failure {
  readonly kind: 'failure';
  readonly code: ErrorCode;
  readonly message: string;
  readonly where?: string;
  readonly hint?: string;
}

export const failureOf = ({ code, message, details: { where, hint } }: PromolintError): Failure => ({
  kind: 'failure',
  code,
  message,
  where,
  hint,
});

export const errorOf = ({ code, message, where, hint }: Failure): PromolintError =>
  new PromolintError(code, message, { where, hint });
