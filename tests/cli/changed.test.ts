import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitPlace } from './git-place.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: GitPlace;
beforeEach(() => {
  place = new GitPlace();
});
afterEach(() => place.dispose());

describe('--staged', () => {
  it('checks what the commit would hold, not what lies in the folder', async () => {
    place.write('flagged-in-index.md', FLAGGED);
    place.write('clean-in-index.md', CLEAN);
    place.git('add', '-A');
    place.write('flagged-in-index.md', CLEAN);
    place.write('clean-in-index.md', FLAGGED);
    place.write('not-added.md', FLAGGED);
    expect(await place.read(['--staged'])).toEqual({ 'clean-in-index.md': 0, 'flagged-in-index.md': 1 });
  });

  it('leaves out what is committed, deleted or no copy, and reads a renamed file under its new name', async () => {
    place.write('old.md', FLAGGED);
    place.write('gone.md', FLAGGED);
    place.write('same.md', FLAGGED);
    place.commit();
    place.git('mv', 'old.md', 'new name.md');
    place.git('rm', '-q', 'gone.md');
    place.write('style.css', 'p {}');
    place.git('add', '-A');
    expect(await place.read(['--staged'])).toEqual({ 'new name.md': 1 });
    expect(await place.read(['--staged', 'gone.md', 'style.css', 'same.md', '.'])).toEqual({ 'new name.md': 1 });
  });

  it('reads what was added and then lost from the folder', async () => {
    place.write('a.md', FLAGGED);
    place.git('add', '-A');
    rmSync(join(place.folder, 'a.md'));
    expect(await place.read(['--staged'])).toEqual({ 'a.md': 1 });
    expect(await place.read(['--staged', 'a.md'])).toEqual({ 'a.md': 1 });
    expect(await place.read(['--staged', '*.md'])).toEqual({ 'a.md': 1 });
  });

  it.each([
    'it\'s "quoted".md',
    'line\nbreak.md',
    ' spaces .md',
    '-dash.md',
    '--staged.md',
    ':(top)colon.md',
    'élan 治療.md',
    '$(touch x).md',
  ])('reads a file called %j', async (name) => {
    place.write('base.md', CLEAN);
    place.commit();
    place.write(name, FLAGGED);
    place.git('add', '-A');
    expect(await place.read(['--staged'])).toEqual({ [name.replace('\n', '\\n')]: 1 });
    place.git('rm', '-q', '--cached', '-r', '.');
    expect(await place.read(['--changed'])).toHaveProperty([name.replace('\n', '\\n')], 1);
  });

  it('keeps to the paths that were named, and to the working folder', async () => {
    for (const name of ['site/a.md', 'site/blog/b.md', 'other/c.md', 'd.md']) place.write(name, FLAGGED);
    place.git('add', '-A');
    expect(await place.read(['--staged', 'site/blog', 'd.md'])).toEqual({ 'd.md': 1, 'site/blog/b.md': 1 });
    expect(await place.read(['--staged', 'site/**/*.md'])).toEqual({ 'site/a.md': 1, 'site/blog/b.md': 1 });
    expect(await place.read(['--staged'], { cwd: join(place.folder, 'site') })).toEqual({ 'a.md': 1, 'blog/b.md': 1 });
    expect(await place.read(['--staged', '../other'], { cwd: join(place.folder, 'site') })).toEqual({ '../other/c.md': 1 });
    expect(await place.lint(['--staged', 'missing.md'])).toMatchObject({ code: 2, out: '' });
  });

  it('leaves out what a whole run leaves out', async () => {
    place.write('.promolintignore', 'drafts/\n');
    place.write('promolint.config.yaml', 'ignore: [old.md]\n');
    for (const name of ['drafts/a.md', 'old.md', 'node_modules/x/readme.md', '.github/pull.md', 'b.md'])
      place.write(name, FLAGGED);
    place.git('add', '-A', '-f');
    expect(await place.read(['--staged'])).toEqual({ 'b.md': 1 });
    expect(await place.read(['.'])).toEqual({ 'b.md': 1 });
  });

  it('reads the index that git gives a hook', async () => {
    place.write('a.md', CLEAN);
    place.commit();
    place.write('a.md', FLAGGED);
    const index = join(place.folder, '.git', 'other-index');
    execFileSync('git', ['add', '-A'], { cwd: place.folder, env: { PATH: process.env['PATH'], GIT_INDEX_FILE: index } });
    expect(await place.read(['--staged'])).toEqual({});
    expect(await place.read(['--staged'], { env: { GIT_INDEX_FILE: index } })).toEqual({ 'a.md': 1 });
  });

  it('does not follow links, nor read what is no text', async () => {
    place.write('a.md', FLAGGED);
    symlinkSync('a.md', join(place.folder, 'link.md'));
    place.write('binary.md', new Uint8Array([1, 0, 2]));
    place.git('add', '-A');
    const { out } = await place.lint(['--staged', '-f', 'json']);
    const { files, skipped } = JSON.parse(out) as { files: { path: string }[]; skipped: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['a.md']);
    expect(skipped.map(({ path }) => path).sort()).toEqual(['binary.md', 'link.md']);
  });

  it('refuses a file in conflict, since nobody can say what the commit would hold', async () => {
    place.write('a.md', CLEAN);
    place.commit();
    place.git('checkout', '-q', '-b', 'other');
    place.write('a.md', FLAGGED);
    place.commit();
    place.git('checkout', '-q', 'main');
    place.write('a.md', '# Else\n');
    place.commit();
    expect(() => place.git('merge', '-q', 'other')).toThrow();
    const { code, err } = await place.lint(['--staged']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'a.md  This file has a merge conflict, so that the next commit cannot hold it.  (git-unmerged)\n  Resolve the conflict and "git add" the file.\n',
    });
    expect(Object.keys(await place.read(['--changed']))).toEqual(['a.md']);
  });

  it('reads thousands of files', async () => {
    for (let number = 0; number < 1200; number++) place.write(`pages/${number}.md`, `Page ${number}.\n`);
    place.git('add', '-A');
    expect(Object.keys(await place.read(['--staged']))).toHaveLength(1200);
  });
});

describe('--changed', () => {
  it('checks what is not committed: staged, unstaged and untracked', async () => {
    for (const name of ['a.md', 'b.md', 'c.md', 'gone.md']) place.write(name, CLEAN);
    place.write('.gitignore', 'built/\n');
    place.commit();
    place.write('a.md', FLAGGED);
    place.git('add', 'a.md');
    place.write('b.md', FLAGGED);
    place.write('new/d.md', FLAGGED);
    place.write('built/e.md', FLAGGED);
    rmSync(join(place.folder, 'gone.md'));
    expect(await place.read(['--changed'])).toEqual({ 'a.md': 1, 'b.md': 1, 'new/d.md': 1 });
  });

  it('takes a file that was moved by hand under its new name', async () => {
    place.write('a.md', FLAGGED);
    place.commit();
    renameSync(join(place.folder, 'a.md'), join(place.folder, 'b.md'));
    expect(await place.read(['--changed'])).toEqual({ 'b.md': 1 });
  });

  it('works before the first commit', async () => {
    place.write('a.md', FLAGGED);
    place.write('b.md', FLAGGED);
    place.git('add', 'a.md');
    expect(await place.read(['--staged'])).toEqual({ 'a.md': 1 });
    expect(await place.read(['--changed'])).toEqual({ 'a.md': 1, 'b.md': 1 });
    expect((await place.lint(['--since', 'main'])).err).toBe(
      'option --since  git knows no commit "main".  (git-ref-unknown)\n  This repository has no commits yet; --staged and --changed work all the same.\n',
    );
  });

  it('passes when nothing has changed', async () => {
    place.write('a.md', FLAGGED);
    place.commit();
    for (const scope of [['--changed'], ['--staged'], ['--since', 'HEAD']])
      expect(await place.lint(scope)).toMatchObject({ code: 0, err: '' });
  });

  it('names repositories inside of this one instead of reading them', async () => {
    const inner = new GitPlace();
    inner.write('a.md', FLAGGED);
    inner.commit();
    place.write('a.md', CLEAN);
    place.commit();
    place.git('submodule', '--quiet', 'add', inner.folder, 'theme');
    mkdirSync(join(place.folder, 'nested'));
    execFileSync('git', ['clone', '-q', inner.folder, join(place.folder, 'nested')], { stdio: 'ignore' });
    for (const [scope, expected] of [
      ['--staged', ['theme']],
      ['--changed', ['nested', 'theme']],
    ] as const) {
      const { out, code } = await place.lint([scope, '-f', 'json']);
      const { files, skipped } = JSON.parse(out) as { files: unknown[]; skipped: { path: string; reason: string }[] };
      expect({ code, files, paths: skipped.map(({ path }) => path) }).toEqual({ code: 0, files: [], paths: expected });
      expect(skipped[0]!.reason).toBe('a repository of its own: run promolint in it');
    }
    place.write('theme/b.md', FLAGGED);
    expect(await place.read(['--changed'], { cwd: join(place.folder, 'theme') })).toEqual({ 'b.md': 1 });
    inner.dispose();
  });
});

describe('--since', () => {
  it('checks what this branch and the folder added, not what the other branch did meanwhile', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) place.write(name, FLAGGED);
    place.commit();
    place.git('checkout', '-q', '-b', 'topic');
    place.write('b.md', `${FLAGGED}\nMore.\n`);
    place.commit();
    place.git('checkout', '-q', 'main');
    place.write('c.md', `${FLAGGED}\nMore.\n`);
    place.commit();
    place.git('checkout', '-q', 'topic');
    place.write('d.md', FLAGGED);
    expect(await place.read(['--since', 'main'])).toEqual({ 'b.md': 1, 'd.md': 1 });
    expect(await place.read(['--since', 'HEAD~1'])).toEqual({ 'b.md': 1, 'd.md': 1 });
    expect(await place.read(['--since', place.git('rev-parse', 'HEAD')])).toEqual({ 'd.md': 1 });
  });

  it('works on a branch without commits, and against one without common history', async () => {
    place.write('a.md', FLAGGED);
    place.commit();
    place.git('checkout', '-q', '--orphan', 'fresh');
    place.write('b.md', FLAGGED);
    place.git('add', '-A');
    expect(await place.read(['--since', 'main'])).toEqual({ 'b.md': 1 });
    place.commit();
    const { err, code } = await place.lint(['--since', 'main']);
    expect({ err, code }).toEqual({
      err: 'Compared with "main" itself, since where it parted from this branch is not known: they have no history in common.\n',
      code: 1,
    });
  });

  it('works in a shallow clone, and says what is missing there', async () => {
    place.write('a.md', FLAGGED);
    place.commit();
    place.write('b.md', FLAGGED);
    place.commit();
    const clone = mkdtempSync(join(tmpdir(), 'promolint-shallow-'));
    try {
      place.git('clone', '-q', '--depth', '1', `file://${place.folder}`, clone);
      expect(await place.read(['--since', 'origin/main'], { cwd: clone })).toEqual({});
      expect((await place.lint(['--since', 'HEAD~1'], { cwd: clone })).err).toContain(
        'This clone is shallow. Fetch more of the history',
      );
    } finally {
      rmSync(clone, { recursive: true, force: true });
    }
  });

  it.each([
    'nowhere',
    '',
    '--output=stolen.txt',
    '-p',
    'main..HEAD',
    'HEAD:a.md',
    '--upload-pack=touch x',
    '$(touch stolen.txt)',
    '`touch x`;',
  ])('refuses %j, which is no commit, and runs nothing', async (ref) => {
    place.write('a.md', CLEAN);
    place.commit();
    const { code, out, err } = await place.lint([`--since=${ref}`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('(git-ref-unknown)');
    expect(place.git('status', '--porcelain')).toBe('');
  });
});

describe('git', () => {
  it('must be there, and there must be a repository', async () => {
    const bare = new Workplace();
    bare.write('a.md', CLEAN);
    const outside = await bare.run(['--staged'], { env: { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: tmpdir() } });
    expect(outside).toEqual({
      code: 2,
      out: '',
      err: 'promolint  This folder is in no git repository.  (git-failed)\n  --staged, --changed and --since ask git what changed; leave them out to check all files.\n',
    });
    expect((await bare.run(['--changed'], { env: { PATH: bare.folder } })).err).toContain('git cannot be found.  (git-failed)');
    bare.dispose();
    place.git('config', 'core.bare', 'true');
    expect((await place.lint(['--changed'])).code).toBe(2);
  });

  it('runs no program that a repository names', async () => {
    place.write('a.md', CLEAN);
    place.write('spy.sh', '#!/bin/sh\ntouch "$(dirname "$0")/spied"\n');
    place.commit();
    execFileSync('chmod', ['+x', join(place.folder, 'spy.sh')]);
    for (const key of ['core.fsmonitor', 'diff.external', 'core.pager']) place.git('config', key, join(place.folder, 'spy.sh'));
    place.write('a.md', FLAGGED);
    expect(await place.read(['--changed'])).toEqual({ 'a.md': 1 });
    expect(existsSync(join(place.folder, 'spied'))).toBe(false);
  });

  it.each([
    [['--staged', '--changed'], '--staged and --changed exclude each other.'],
    [['--changed', '--since', 'main'], '--changed and --since exclude each other.'],
    [['--staged', '--stdin'], '--staged is about files, not about the standard input.'],
    [['--staged', '-'], '--staged is about files, not about the standard input.'],
  ])('%j make no sense together', async (argv, message) => {
    expect((await place.lint(argv)).err).toContain(message);
  });
});
