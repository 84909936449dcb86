import { execFileSync } from 'node:child_process';
import { Workplace } from './io.ts';
import type { Ran } from './io.ts';

/** Nothing of the machine's own settings, and nothing of a hook that the tests may run in. */
const ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A. Writer',
  GIT_AUTHOR_EMAIL: 'writer@example.com',
  GIT_COMMITTER_NAME: 'A. Writer',
  GIT_COMMITTER_EMAIL: 'writer@example.com',
};

/** A folder with a git repository in it. */
export class GitPlace extends Workplace {
  constructor() {
    super();
    this.git('init', '-q', '-b', 'main');
  }

  /** Runs git in the folder, or in a folder of it, and returns what it prints. */
  git(...args: readonly string[]): string {
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: this.folder,
      env: ENV,
      encoding: 'utf8',
    }).trim();
  }

  commit(message = 'Write'): string {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  lint(
    argv: readonly string[],
    { cwd = this.folder, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
  ): Promise<Ran> {
    return this.run(argv, { cwd, env: { ...ENV, ...env } });
  }

  /** Paths of the files that a run reads, with the rules that it finds there. */
  async read(argv: readonly string[], at: { cwd?: string; env?: Record<string, string> } = {}): Promise<Record<string, number>> {
    const { out, err, code } = await this.lint([...argv, '-f', 'json', '--only', 'efficacy/cure-claim'], at);
    if (code > 1) throw new Error(err);
    const { files } = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
    return Object.fromEntries(files.map(({ path, findings }) => [path, findings.length]));
  }
}
