import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { formatBaseline, parseBaseline } from '../baseline/baseline.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { applyBaseline } from '../baseline/apply.ts';
import { compareWithBaseline } from '../baseline/compare.ts';
import type { Comparison } from '../baseline/compare.ts';
import type { BaselineResult, LintedFile } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import type { Io } from './io.ts';
import { writeOutput } from './output.ts';

export const BASELINE_FILE = 'promolint-baseline.json';

/** A baseline on the disk. Its paths are relative to its own folder, so that it means the same from every working folder. */
export class BaselineFile {
  readonly #path: string;
  /** What people call it: relative to the working folder. */
  readonly name: string;

  /** `path`: absolute, or relative to the working folder. */
  constructor(
    path: string,
    readonly io: Io,
  ) {
    this.#path = resolve(io.cwd, path);
    this.name = relative(io.cwd, this.#path).split(sep).join('/');
  }

  get exists(): boolean {
    return existsSync(this.#path);
  }

  /** @throws PromolintError `baseline-not-found`, `baseline-invalid` */
  async read(): Promise<Baseline> {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
      throw new PromolintError(
        'baseline-not-found',
        code === 'ENOENT' ? 'There is no such baseline.' : `The baseline cannot be read (${code}).`,
        { where: this.name, hint: 'promolint baseline create writes one.', cause },
      );
    }
    return parseBaseline(text, this.name);
  }

  /** Whole or not at all. @throws PromolintError `output-unwritable` */
  write(baseline: Baseline): Promise<void> {
    return writeOutput(formatBaseline(baseline), this.#path, this.io);
  }

  /** `only`: the rules that the run looked for, when it did not look for all. */
  compare(baseline: Baseline, files: readonly LintedFile[], only?: readonly string[]): Comparison {
    const read = files.map(({ path, findings }) => ({ path: this.pathOf(path), findings }));
    return compareWithBaseline(baseline, read, {
      isGone: (path) => !existsSync(join(dirname(this.#path), path)),
      looksFor: (ruleId) => only?.includes(ruleId) ?? true,
    });
  }

  /** How the baseline calls a file that the run calls `path`. */
  pathOf(path: string): string {
    return relative(dirname(this.#path), resolve(this.io.cwd, path)).split(sep).join('/');
  }
}

/** A baseline that a run is held against. */
export interface OpenBaseline {
  /** Sets aside what it knows. `only`: the rules that the run looked for, when it did not look for all. */
  apply(
    files: readonly LintedFile[],
    only: readonly string[] | undefined,
  ): { readonly files: readonly LintedFile[]; readonly result: BaselineResult };
}

/** Reads a baseline before the run, which may be long, and not after it. `false`: there is none. */
export async function openBaseline(path: string | false, io: Io): Promise<OpenBaseline | undefined> {
  if (path === false) return undefined;
  const file = new BaselineFile(path, io);
  const baseline = await file.read();
  return { apply: (files, only) => applyBaseline(files, file.compare(baseline, files, only), file.name) };
}
