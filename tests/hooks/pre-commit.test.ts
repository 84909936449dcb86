import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLEAN, FLAGGED, Site, isInstalled } from './site.ts';

const MINUTES = 60_000;
// Each installs and builds promolint anew.
const missing = !process.env['CI']
  ? ' (skipped outside CI, since it takes minutes: "CI=1 npm test" runs it)'
  : isInstalled('pre-commit')
    ? ''
    : ' (skipped: pre-commit is not installed; "apt-get install pre-commit" does it)';

describe(`pre-commit installs promolint from git and runs it on a commit${missing}`, () => {
  let home: string;
  let site: Site;

  beforeAll(() => {
    if (missing) return;
    home = mkdtempSync(join(tmpdir(), 'promolint-pre-commit-'));
    // What is committed, under a tag, as somebody else would find it.
    const repository = join(home, 'promolint');
    execFileSync('git', ['clone', '--quiet', `file://${resolve('.')}`, repository]);
    execFileSync('git', ['-C', repository, 'tag', 'v0']);
    site = new Site({ PRE_COMMIT_HOME: join(home, 'cache') });
    site.write(
      '.pre-commit-config.yaml',
      `repos: [{repo: "file://${repository}", rev: v0, hooks: [{id: promolint, args: [--profile, us-supplement, --format, compact]}]}]\n`,
    );
  }, 5 * MINUTES);
  // Thousands of files go.
  afterAll(() => {
    site?.dispose();
    if (home) rmSync(home, { recursive: true, force: true });
  }, 5 * MINUTES);

  it.skipIf(missing)('passes on clean copy, and blocks a violation in what is staged', { timeout: 8 * MINUTES }, () => {
    expect(site.run('pre-commit', 'install').code).toBe(0);
    site.write('content/a.md', CLEAN);
    site.write('logo.svg', '<svg/>');
    const clean = site.commit('Add the clinic');
    expect(clean.out).toContain('Passed');
    expect(clean.code, clean.out).toBe(0);

    site.write('content/b.md', FLAGGED);
    const flagged = site.commit('Add a promise');
    expect(flagged.code).not.toBe(0);
    expect(flagged.out).toMatch(/^content\/b\.md:3:\d+: error: .*efficacy\/cure-claim/m);
    expect(site.run('git', 'log', '--oneline').out.trim().split('\n')).toHaveLength(1);

    // The commit counts, not the folder: what is on disk may be cleaner or not.
    site.write('content/b.md', CLEAN);
    site.run('git', 'add', '--all');
    site.write('content/b.md', FLAGGED);
    expect(site.run('git', 'commit', '--message', 'Keep the promise for later').code).toBe(0);
    expect(readFileSync(join(site.folder, 'content/b.md'), 'utf8')).toBe(FLAGGED);
  });

  // What pre-commit 4 runs; npm then prepares the clone without its development packages.
  it.skipIf(!process.env['CI'])('npm installs it from git into a folder of its own', { timeout: 8 * MINUTES }, () => {
    const prefix = mkdtempSync(join(tmpdir(), 'promolint-npm-'));
    try {
      const options = ['install', '--install-links', '--no-audit', '--no-fund', '--global', '--prefix', prefix];
      execFileSync('npm', [...options, `git+file://${resolve('.')}`], { stdio: 'pipe' });
      const promolint = join(prefix, 'bin/promolint');
      expect(existsSync(promolint)).toBe(true);
      expect(execFileSync(promolint, ['--version'], { encoding: 'utf8' }).trim()).toMatch(/^\d+\.\d+\.\d+/);
    } finally {
      rmSync(prefix, { recursive: true, force: true });
    }
  });
});

it('.pre-commit-hooks.yaml takes the files that promolint reads', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [{ files: string; entry: string; language: string }];
  const files = new RegExp(hook.files);
  for (const name of ['a.md', 'b/c.markdown', 'a.mdx', 'a.html', 'a.htm', 'a.xhtml', 'a.txt']) expect(name).toMatch(files);
  for (const name of ['a.mdc', 'a.png', 'md', 'html.js']) expect(name).not.toMatch(files);
});
