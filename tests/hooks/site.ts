import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export { CLEAN, FLAGGED } from '../cli/io.ts';

/** The executable of this checkout. */
export const BIN = resolve('bin/promolint.js');

export const isInstalled = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

export interface Ended {
  readonly code: number | null;
  /** Standard output and error, as they came. */
  readonly out: string;
}

/** A site's repository, alone on the machine: no configuration of git outside it counts. */
export class Site {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'promolint-hooks-')));
  readonly env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv = {}) {
    // The hooks of the repository that the tests run in, and what its own git hands down, are none of this site's.
    const own = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|HUSKY|PRE_COMMIT|npm_|GITHUB_|CI$)/.test(name));
    this.env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', ...env };
    this.run('git', 'init', '--quiet', '--initial-branch=main');
    this.run('git', 'config', 'user.email', 'writer@example.com');
    this.run('git', 'config', 'user.name', 'Writer');
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Makes packages of this checkout, and promolint itself, the site's own. */
  install(...packages: readonly { readonly name: string; readonly bin: string }[]): void {
    mkdirSync(join(this.folder, 'node_modules/.bin'), { recursive: true });
    const link = (target: string, name: string) => symlinkSync(target, join(this.folder, 'node_modules', name));
    link(resolve('.'), 'promolint');
    link(BIN, '.bin/promolint');
    for (const { name, bin } of packages) {
      link(resolve('node_modules', name), name);
      link(resolve('node_modules', name, bin), `.bin/${name}`);
    }
  }

  run(command: string, ...args: readonly string[]): Ended {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env: this.env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: status, out: stdout + stderr };
  }

  /** Stages everything and commits it, hooks and all. */
  commit(message: string): Ended {
    execFileSync('git', ['add', '--all'], { cwd: this.folder, env: this.env });
    return this.run('git', 'commit', '--message', message);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
