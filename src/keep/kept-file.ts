import { countsOf } from '../check/finding.ts';
import type { Counts, LintedFile } from '../check/finding.ts';
import type { Format } from '../rule.ts';
import type { Wordings } from './wordings.ts';

/** What the check of one file came to, as few bytes: JSON in which the texts of rules are numbers. Empty: nothing at all. */
export interface PackedFile {
  readonly counts: Counts;
  readonly bytes: Uint8Array;
}

type Contents = Pick<LintedFile, 'findings' | 'notices' | 'suppressed' | 'suppressions'>;

const NOTHING: Contents = { findings: [], notices: [], suppressed: [], suppressions: [] };

// Not a part of a shared buffer, which would go to other threads as a whole.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function packFile({ findings, notices, suppressed, suppressions }: LintedFile, wordings: Wordings): PackedFile {
  const contents: Contents = { findings, notices, suppressed, suppressions };
  const isEmpty = Object.values(contents).every((list: readonly unknown[]) => list.length === 0);
  const bytes = isEmpty ? new Uint8Array() : encoder.encode(JSON.stringify(wordings.pack(contents)));
  return { counts: countsOf({ findings }), bytes };
}

/**
 * What is kept of a file until the report is written: little, so that a site of any size can be kept. Each look at its findings
 * makes new objects of them, unless it is the same file's that was looked at last; who compares objects makes a copy first, with `copyOf`.
 */
export class KeptFile implements LintedFile {
  constructor(
    readonly path: string,
    readonly format: Format,
    readonly packed: PackedFile,
    readonly wordings: Wordings,
  ) {}

  get counts(): Counts {
    return this.packed.counts;
  }
  get findings() {
    return this.#open().findings;
  }
  get notices() {
    return this.#open().notices;
  }
  get suppressed() {
    return this.#open().suppressed;
  }
  get suppressions() {
    return this.#open().suppressions;
  }

  #open(): Contents {
    if (this.packed.bytes.length === 0) return NOTHING;
    if (last?.file !== this) {
      const packed: unknown = JSON.parse(decoder.decode(this.packed.bytes));
      last = { file: this, contents: this.wordings.unpack(packed) as Contents };
    }
    return last.contents;
  }
}

/** A report asks several times for the same file, and then for the next one. */
let last: { readonly file: KeptFile; readonly contents: Contents } | undefined;
