import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Who may leave a file out: git's own files count for what a folder holds, not for what somebody named. */
export type IgnoredBy = '.gitignore' | '.promolintignore' | 'the configuration';

interface Patterns {
  readonly folder: string;
  readonly origin: IgnoredBy;
  readonly patterns: Ignore;
}

export type ConfiguredPatterns = readonly Patterns[];

/** The patterns of a configuration, which are relative to `folder`. */
export const configuredPatterns = (patterns: readonly string[], folder: string): ConfiguredPatterns =>
  patterns.length > 0 ? [{ folder, origin: 'the configuration', patterns: matcher(patterns) }] : [];

/** The ignore files of a tree and the patterns of its configurations, with the meaning that they have for git. */
export class IgnoreRules {
  readonly #byTopAndFolder = new Map<string, readonly Patterns[]>();

  /** `cwd` is, outside a git repository, the uppermost folder whose ignore files count. */
  constructor(readonly cwd: string) {}

  /** Says who leaves this file or folder out. `top` is the uppermost folder whose ignore files count, as `topOf` returns it. */
  ignoredBy(
    path: string,
    kind: 'file' | 'folder',
    top: string,
    git: boolean,
    configured: ConfiguredPatterns,
  ): IgnoredBy | undefined {
    const by = new Set<IgnoredBy>();
    for (const { folder, origin, patterns } of [...this.#of(dirname(path), top), ...configured]) {
      if (origin === '.gitignore' && !git) continue;
      const inside = inFolder(folder, path);
      if (inside === undefined) continue;
      const { ignored, unignored } = patterns.test(kind === 'folder' ? `${inside}/` : inside);
      if (ignored) by.add(origin);
      else if (unignored) by.delete(origin);
    }
    return by.values().next().value;
  }

  /** The root of the git repository around `folder`; without one, the working folder, or `folder` itself when it is elsewhere. */
  topOf(folder: string): string {
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) return at;
      if (dirname(at) === at) break;
    }
    return folder === this.cwd || inFolder(this.cwd, folder) !== undefined ? this.cwd : folder;
  }

  /** Outermost first, since the last pattern that matches decides. */
  #of(folder: string, top: string): readonly Patterns[] {
    const key = `${top}\0${folder}`;
    const known = this.#byTopAndFolder.get(key);
    if (known) return known;
    const above = folder === top || dirname(folder) === folder ? [] : this.#of(dirname(folder), top);
    const own = (['.gitignore', '.promolintignore'] as const).flatMap((origin) => {
      const lines = readLines(join(folder, origin));
      return lines ? [{ folder, origin, patterns: matcher(lines) }] : [];
    });
    const all = own.length > 0 ? [...above, ...own] : above;
    this.#byTopAndFolder.set(key, all);
    return all;
  }
}

// Git tells cases apart; a page must not drop out of a check because of a pattern that only resembles its name.
const matcher = (patterns: readonly string[]): Ignore => ignore({ ignorecase: false }).add(patterns);

function readLines(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch {
    return undefined;
  }
}

function inFolder(folder: string, path: string): string | undefined {
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}
