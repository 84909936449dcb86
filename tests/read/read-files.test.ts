import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PromolintError } from '../../src/errors.ts';
import { readFiles, type ReadOptions } from '../../src/read/read-files.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'promolint-read-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

async function read(paths: string[], options: Partial<ReadOptions> = {}) {
  const result = await readFiles(paths, { cwd, ignore: [], ...options });
  const files = [...result.files];
  return { files, paths: files.map(({ path }) => path), skipped: result.skipped, count: result.count };
}

async function errorOf(paths: string[], options: Partial<ReadOptions> = {}): Promise<PromolintError> {
  const error = await read(paths, options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PromolintError);
  return error as PromolintError;
}

describe('which files', () => {
  it('walks a folder in code-unit order and knows each format', async () => {
    write({
      'b/z.md': '',
      'a.html': '',
      'B.markdown': '',
      'b/c.mdx': '',
      'é.txt': '',
      'b.HTM': '',
      'x.xhtml': '',
      'style.css': '',
      README: '',
    });
    const { files, count } = await read(['.']);
    expect(count).toBe(7);
    expect(files.map(({ path, format, mdx }) => [path, format, mdx])).toEqual([
      ['B.markdown', 'markdown', false],
      ['a.html', 'html', false],
      ['b.HTM', 'html', false],
      ['b/c.mdx', 'markdown', true],
      ['b/z.md', 'markdown', false],
      ['x.xhtml', 'html', false],
      ['é.txt', 'text', false],
    ]);
  });

  it('reads the working folder when no path is given', async () => {
    write({ 'a.md': 'x' });
    expect((await read([])).paths).toEqual(['a.md']);
  });

  it('reads a file once, however often it is named', async () => {
    write({ 'a/b.md': '' });
    expect((await read(['a', 'a/b.md', './a/../a/b.md', 'a/*.md'])).paths).toEqual(['a/b.md']);
  });

  it('shows files above the working folder with dots', async () => {
    write({ 'site/a.md': '', 'work/.keep': '' });
    expect((await read(['../site'], { cwd: join(cwd, 'work') })).paths).toEqual(['../site/a.md']);
  });

  it('takes an existing name literally, whatever characters it has', async () => {
    const names = [
      'a b.md',
      "it's.md",
      '100%.md',
      '[x].md',
      '{a,b}.md',
      'what?.md',
      '"q".md',
      '(1)*.md',
      '!no.md',
      '-dash.md',
      'tab\t.md',
    ];
    write(Object.fromEntries(names.map((name) => [name, name])));
    for (const name of names)
      expect((await read([name])).files.map(({ path, source }) => [path, source])).toEqual([[name, name]]);
    expect((await read(['.'])).paths).toHaveLength(names.length);
  });

  it('reads what matches a glob, among the kinds it knows', async () => {
    write({ 'c/a.md': '', 'c/d/b.html': '', 'c/e.css': '', 'c/node_modules/p/x.md': '' });
    expect((await read(['c/**/*'])).paths).toEqual(['c/a.md', 'c/d/b.html']);
    expect((await read(['c/**/*.{html,htm}'])).paths).toEqual(['c/d/b.html']);
  });

  it('adds configured extensions, with or without a dot', async () => {
    write({ 'a.php': '', 'b.njk': '', 'c.md': '' });
    const { files } = await read(['.'], { extensions: { html: ['.php'], markdown: ['njk'] } });
    expect(files.map(({ path, format }) => [path, format])).toEqual([
      ['a.php', 'html'],
      ['b.njk', 'markdown'],
      ['c.md', 'markdown'],
    ]);
  });
});

describe('what is left out', () => {
  it('passes over node_modules and dot folders, yet reads a dot folder that is named', async () => {
    write({ 'a.md': '', 'node_modules/p/x.md': '', '.git/x.md': '', '.github/x.md': '' });
    expect((await read(['.'])).paths).toEqual(['a.md']);
    expect((await read(['.github'])).paths).toEqual(['.github/x.md']);
  });

  it('obeys ignore files with the nearest deciding, and configured patterns', async () => {
    write({
      '.gitignore': 'build/\n*.tmp.md\n!/keep.tmp.md\n',
      '.promolintignore': '# drafts are not published\ndrafts/\r\nlegal/*.html\n',
      'a.md': '',
      'a.tmp.md': '',
      'keep.tmp.md': '',
      'build/x.md': '',
      'drafts/x.md': '',
      'legal/x.html': '',
      'legal/x.md': '',
      'sub/.gitignore': '!b.tmp.md\nonly-here.md\n',
      'sub/b.tmp.md': '',
      'sub/only-here.md': '',
      'only-here.md': '',
      'old/x.md': '',
    });
    expect((await read(['.'], { ignore: ['old'] })).paths).toEqual([
      'a.md',
      'keep.tmp.md',
      'legal/x.md',
      'only-here.md',
      'sub/b.tmp.md',
    ]);
    expect((await read(['sub'])).paths).toEqual(['sub/b.tmp.md']);
    expect((await read(['**/*.md'])).paths).not.toContain('build/x.md');
  });

  it('counts ignore files up to the root of the repository', async () => {
    write({ '.git/HEAD': '', '.gitignore': '/site/out\n', 'site/out/a.md': '', 'site/b.md': '' });
    expect((await read(['.'], { cwd: join(cwd, 'site') })).paths).toEqual(['b.md']);
  });

  it('tells upper from lower case in patterns', async () => {
    write({ '.gitignore': 'Offer.md\n', 'offer.md': '', 'Offer.md': '' });
    expect((await read(['.'])).paths).toEqual(['offer.md']);
  });

  it('reads what git ignores when it is named, and skips what promolint shall ignore with the reason', async () => {
    write({ '.gitignore': 'out\n', '.promolintignore': 'vendor.md\n', 'out/a.md': 'x', 'vendor.md': 'y', 'b.md': '' });
    expect((await read(['out'])).paths).toEqual(['out/a.md']);
    expect((await read(['out/a.md'])).paths).toEqual(['out/a.md']);
    const { paths, skipped } = await read(['vendor.md', 'b.md']);
    expect(paths).toEqual(['b.md']);
    expect(skipped).toEqual([{ path: 'vendor.md', reason: 'left out by .promolintignore' }]);
  });

  it('does not follow links to folders, follows links to files, and survives loops', async () => {
    write({ 'a/x.md': 'text' });
    symlinkSync(cwd, join(cwd, 'a/loop'));
    symlinkSync(join(cwd, 'a/x.md'), join(cwd, 'link.md'));
    symlinkSync(join(cwd, 'nowhere.md'), join(cwd, 'dangling.md'));
    symlinkSync('self.md', join(cwd, 'self.md'));
    const { paths, skipped } = await read(['.']);
    expect(paths).toEqual(['a/x.md', 'link.md']);
    expect(skipped).toEqual([
      { path: 'a/loop', reason: 'a link to a folder' },
      { path: 'dangling.md', reason: 'a link that leads nowhere' },
      { path: 'self.md', reason: 'a link that leads nowhere' },
    ]);
    expect((await read(['a/loop/a'])).paths).toEqual(['a/loop/a/x.md']);
  });

  it('refuses a named file that is longer than any page, and skips one that it finds', async () => {
    write({ 'dump.md': 'word '.repeat(1_100_000), 'a.md': '' });
    const { paths, skipped } = await read(['.']);
    expect(paths).toEqual(['a.md']);
    expect(skipped).toEqual([{ path: 'dump.md', reason: '5.5 MB, and no page is longer than 5 MB' }]);
    const { files } = await readFiles(['dump.md'], { cwd, ignore: [] });
    expect(() => [...files]).toThrow(expect.objectContaining({ code: 'file-too-long' }));
  });

  it('says which pages with code in them are not read, and reads them when told how', async () => {
    write({ 'a.md': '', 'b.php': '<p>text</p>', 'c.ts': '' });
    const { paths, skipped } = await read(['.']);
    expect(paths).toEqual(['a.md']);
    expect(skipped).toEqual([{ path: 'b.php', reason: expect.stringContaining('extensions: {html: [php]}') }]);
    const told = await readFiles(['.'], { cwd, ignore: [], extensions: { html: ['php'] } });
    expect([...told.files].map(({ path }) => path)).toEqual(['a.md', 'b.php']);
    expect(told.skipped).toEqual([]);
  });

  it('lists a font that is named like a page', async () => {
    write({ 'a.md': '', 'font.html': new Uint8Array([0x4f, 0x54, 0, 1, 0, 0]) });
    const { paths, skipped } = await read(['.']);
    expect(paths).toEqual(['a.md']);
    expect(skipped).toEqual([{ path: 'font.html', reason: 'not a text file, whatever its name says' }]);
  });
});

describe('what cannot be read', () => {
  it('reports every missing path before anything is read', async () => {
    write({ 'a.md': '' });
    const error = await errorOf(['a.md', 'b.md', 'c/d.md', '']);
    expect(error.code).toBe('file-not-found');
    expect(error.details.where).toBe('b.md');
    expect(error.message).toBe("No such file or folder; c/d.md: No such file or folder; '': No such file or folder");
  });

  it('says so when nothing holds copy', async () => {
    write({ 'empty/.keep': '', 'code/a.ts': '', '.promolintignore': 'out\n', 'out/a.md': '' });
    for (const paths of [['empty'], ['code'], ['out'], ['code/*.ts'], ['**/*.htm'], ['code/a.ts']]) {
      const error = await errorOf(paths);
      expect(error.code).toBe('no-input');
      expect(error.details.hint).toBeTruthy();
    }
  });

  it('refuses a named file that is not text', async () => {
    write({ 'font.html': new Uint8Array([0x77, 0x4f, 0x46, 0x46, 0, 1]) });
    expect((await errorOf(['font.html'])).code).toBe('not-text');
  });

  it('refuses what is no file', async () => {
    expect((await errorOf(['/dev/null'])).code).toBe('file-unreadable');
  });

  it.skipIf(process.getuid?.() === 0)('refuses what may not be opened', async () => {
    write({ 'a.md': 'x', 'shut/b.md': '' });
    chmodSync(join(cwd, 'a.md'), 0);
    expect((await errorOf(['a.md'])).code).toBe('file-unreadable');
  });

  it('reports a file that vanishes between choosing and reading', async () => {
    write({ 'a.md': 'x' });
    const result = await readFiles(['.'], { cwd, ignore: [] });
    rmSync(join(cwd, 'a.md'));
    expect(() => [...result.files]).toThrow(
      expect.objectContaining({ code: 'file-unreadable', details: expect.objectContaining({ where: 'a.md' }) }),
    );
  });
});
