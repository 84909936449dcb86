import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { SetAside } from '../baseline/file.ts';
import type { Finding, LintedFile } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import { unifiedDiff } from '../fix/diff.ts';
import { isGenerated } from '../fix/generated.ts';
import { mend } from '../fix/passes.ts';
import type { Mended } from '../fix/passes.ts';
import type { Copy } from '../lint.ts';
import { plainPath } from '../plain.ts';
import type { Projects } from '../projects.ts';
import { decodeSource } from '../read/decode.ts';
import { encodeLike } from '../read/encode.ts';
import { isMdx } from '../read/formats.ts';
import type { Io } from './io.ts';
import { gitRoot, writeWhole } from './output.ts';
import { describeError } from './run.ts';

export interface FixRequest {
  /** Shows what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Which findings to mend. */
  wanted(finding: Finding): boolean;
  /** What was there before the run's baseline is left as it is. */
  readonly setAside: SetAside;
}

export interface FixedFiles {
  /** As they are now, or would be. */
  readonly files: readonly LintedFile[];
  /** How many files could not be written. */
  readonly failed: number;
}

/** Mends what can be mended without a person, file by file, and checks what it wrote. Tells on standard error what it did. */
export async function fixFiles(files: readonly LintedFile[], request: FixRequest, projects: Projects, io: Io): Promise<FixedFiles> {
  const fixer = new Fixer(request, projects, io);
  const now: LintedFile[] = [];
  for (const file of files) now.push(isFixable(file, request) ? await fixer.fix(file) : file);
  await fixer.summarize();
  return { files: now, failed: fixer.failed };
}

const isFixable = ({ findings }: LintedFile, { wanted }: FixRequest): boolean =>
  findings.some((finding) => wanted(finding) && finding.suggestions.some(({ automatic }) => automatic));

class Fixer {
  failed = 0;
  #fixes = 0;
  #files = 0;
  /** Real path of the folder that may be written to. */
  readonly #root: string;

  constructor(
    readonly request: FixRequest,
    readonly projects: Projects,
    readonly io: Io,
  ) {
    this.#root = realpathSync(gitRoot(io.cwd));
  }

  async fix(file: LintedFile): Promise<LintedFile> {
    const absolutePath = resolve(this.io.cwd, file.path);
    try {
      const bytes = readFileSync(absolutePath);
      const source = decodeSource(bytes)?.source;
      if (source === undefined) return file;
      const copy: Copy = { path: file.path, absolutePath, format: file.format, mdx: isMdx(file.path), source };
      const why = this.#reasonAgainst(copy);
      if (why !== undefined) return await this.#leave(file, why);
      const mended = await this.#mend(copy);
      if (mended.applied.length === 0) return file;
      const after = encodeLike(mended.draft.text, bytes);
      if (!after) return await this.#leave(file, 'its encoding cannot be kept');
      if (this.request.dryRun) await this.#show(copy, mended);
      else this.#write(absolutePath, bytes, after);
      this.#files++;
      this.#fixes += mended.applied.length;
      const { linter, settings } = await this.projects.of(absolutePath);
      return linter.lint({ ...copy, source: mended.draft.text }, settings);
    } catch (cause) {
      this.failed++;
      const error = cause instanceof PromolintError ? cause : unwritable(file.path, cause);
      await this.io.err(describeError(error));
      return file;
    }
  }

  async summarize(): Promise<void> {
    const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
    const verb = this.request.dryRun ? 'Would mend' : 'Mended';
    const what = this.#fixes === 0 ? 'nothing' : `${count(this.#fixes, 'finding')} in ${count(this.#files, 'file')}`;
    await this.io.err(`${verb} ${what}.\n`);
  }

  async #mend(copy: Copy): Promise<Mended> {
    const { linter, settings } = await this.projects.of(copy.absolutePath);
    const lint = (source: string): LintedFile => this.request.setAside([linter.lint({ ...copy, source }, settings)]).files[0]!;
    return mend(copy.source, lint, (finding) => this.request.wanted(finding));
  }

  async #show(copy: Copy, { draft }: Mended): Promise<void> {
    const { linter, settings } = await this.projects.of(copy.absolutePath);
    await this.io.out(unifiedDiff(copy.path, draft, linter.inspect(copy, settings).mask));
  }

  /** Why a file is none of ours to write. */
  #reasonAgainst({ absolutePath, source }: Copy): string | undefined {
    const real = realpathSync(absolutePath);
    const way = relative(this.#root, real);
    if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return 'it stands outside of this project';
    if (way.split(sep).includes('node_modules')) return 'it belongs to a package';
    if (isGenerated(source)) return 'it says that a program wrote it';
    return undefined;
  }

  async #leave(file: LintedFile, why: string): Promise<LintedFile> {
    await this.io.err(`not fixed: ${plainPath(file.path)} (${why})\n`);
    return file;
  }

  #write(path: string, before: Uint8Array, after: Uint8Array): void {
    const target = realpathSync(path);
    // Who may write to the folder could replace a file that is marked as not to be written.
    if ((statSync(target).mode & 0o222) === 0) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    if (Buffer.compare(readFileSync(target), before) !== 0)
      throw new PromolintError('output-unwritable', 'The file was changed by somebody else in the meantime.', {
        where: relative(this.io.cwd, path),
        hint: 'Save it, and run --fix again.',
      });
    writeWhole(target, after);
  }
}

function unwritable(path: string, cause: unknown): PromolintError {
  const { code } = cause as NodeJS.ErrnoException;
  // A fault of ours is no fault of the file.
  if (code === undefined) throw cause;
  const readOnly = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return new PromolintError('output-unwritable', `The file cannot be mended: ${readOnly ? `it may not be written (${code})` : code}.`, {
    where: path,
    hint: readOnly ? `Make it writable, or leave it out: chmod u+w ${dirname(path) === '.' ? path : `"${path}"`}` : undefined,
    cause,
  });
}
