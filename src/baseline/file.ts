import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { copyOf } from '../check/finding.ts';
import type { BaselineResult, LintedFile } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import { applyBaseline } from './apply.ts';
import { parseBaseline } from './baseline.ts';
import type { Baseline } from './baseline.ts';
import { compareWithBaseline } from './compare.ts';
import type { Comparison } from './compare.ts';

/** A baseline on the disk. Its paths are relative to its own folder, so that it means the same from every working folder. */
export class BaselineFile {
  /** Absolute. */
  readonly path: string;
  /** What people call it: relative to the working folder. */
  readonly name: string;

  /** `path`: absolute, or relative to the working folder. */
  constructor(
    path: string,
    readonly cwd: string,
  ) {
    this.path = resolve(cwd, path);
    this.name = relative(cwd, this.path).split(sep).join('/');
  }

  get exists(): boolean {
    return existsSync(this.path);
  }

  /** @throws PromolintError `baseline-not-found`, `baseline-invalid` */
  async read(): Promise<Baseline> {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
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

  /** `only`: the rules that the run looked for, when it did not look for all. */
  compare(baseline: Baseline, files: readonly LintedFile[], only?: readonly string[]): Comparison {
    const read = files.map(({ path, findings }) => ({ path: this.pathOf(path), findings }));
    return compareWithBaseline(baseline, read, {
      isGone: (path) => !existsSync(join(dirname(this.path), path)),
      looksFor: (ruleId) => only?.includes(ruleId) ?? true,
    });
  }

  /** How the baseline calls a file that the run calls `path`. */
  pathOf(path: string): string {
    return relative(dirname(this.path), resolve(this.cwd, path)).split(sep).join('/');
  }

  /** How the run calls a file that the baseline calls `path`. */
  shownFrom(path: string): string {
    return relative(this.cwd, resolve(dirname(this.path), path))
      .split(sep)
      .join('/');
  }
}

/** Sets aside what a baseline knows. `only`: the rules that the run looked for, when it did not look for all. */
export type SetAside = (
  files: readonly LintedFile[],
  only?: readonly string[],
) => { readonly files: readonly LintedFile[]; readonly result?: BaselineResult };

/**
 * Reads a baseline before the run, which may be long, and not after it. Without one, nothing is set aside. `isHere`: whether a
 * file, as the run calls it, belongs to the part that is run; what the baseline says of others is left to theirs.
 * @throws PromolintError `baseline-not-found`, `baseline-invalid`
 */
export async function openBaseline(
  path: string | false | undefined,
  cwd: string,
  isHere: (path: string) => boolean = () => true,
): Promise<SetAside> {
  if (path === false || path === undefined) return (files) => ({ files });
  const file = new BaselineFile(path, cwd);
  const all = await file.read();
  const baseline = new Map([...all].filter(([name]) => isHere(file.shownFrom(name))));
  return (read, only) => {
    const files = read.map(copyOf);
    return applyBaseline(files, file.compare(baseline, files, only), file.name);
  };
}
