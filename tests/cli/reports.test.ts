import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pairReports } from '../../src/cli/destinations.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.write('a.md', FLAGGED);
});
afterEach(() => place.dispose());

const read = (name: string): string => readFileSync(join(place.folder, name), 'utf8');
const only = ['--only', 'efficacy/cure-claim'];

describe('a file belongs to the format before it', () => {
  const pair = (line: string) => {
    const words = line === '' ? [] : line.split(' ');
    return pairReports(
      words.map((word) => (word.includes('.') ? { file: word } : { format: word })),
      '/site',
    ).map(({ format, file }) => (file === undefined ? format : `${format}>${file}`));
  };

  it.each([
    ['', 'text'],
    ['json', 'json'],
    ['r.txt', 'text>r.txt'],
    ['json r.json', 'json>r.json'],
    ['r.json json', 'json>r.json'],
    ['sarif a.sarif html b.html', 'sarif>a.sarif html>b.html'],
    ['a.sarif sarif b.html html', 'sarif>a.sarif html>b.html'],
    ['text sarif a.sarif', 'text sarif>a.sarif'],
    ['sarif a.sarif text', 'sarif>a.sarif text'],
    ['json a.json json b.json', 'json>a.json json>b.json'],
  ])('%j', (line, expected) => {
    expect(pair(line).join(' ')).toBe(expected);
  });

  it.each([
    ['text json', '"text" and "json" cannot both go to the standard output.'],
    ['text sarif a.sarif json', '"text" and "json" cannot both go to the standard output.'],
    ['sarif a.x html a.x', '"sarif" and "html" cannot both go to "a.x".'],
    ['sarif ./a.x html b/../a.x', '"sarif" and "html" cannot both go to "b/../a.x".'],
    ['json a.json b.json', 'No format is left for "b.json".'],
    ['a.txt b.txt', 'No format is left for "b.txt".'],
  ])('%j is refused', (line, message) => {
    expect(() => pair(line)).toThrow(message);
  });

  it('knows one file by two names', async () => {
    place.write('r.txt', '');
    symlinkSync('r.txt', join(place.folder, 'link.txt'));
    const { code, err } = await place.run(['a.md', '-f', 'text', '-o', 'r.txt', '-f', 'json', '-o', 'link.txt']);
    expect({ code, err }).toEqual({
      code: 2,
      err:
        'option --output-file  "text" and "json" cannot both go to "link.txt".  (bad-option)\n' +
        '  Give each format a file of its own: -f sarif -o report.sarif -f html -o report.html\n',
    });
  });
});

describe('several formats in one run', () => {
  it('go each to its file, and one to the standard output', async () => {
    const { code, out, err } = await place.run([
      'a.md',
      ...only,
      '-f',
      'sarif',
      '-o',
      'r.sarif',
      '-f',
      'html',
      '-o',
      'r.html',
      '-f',
      'compact',
    ]);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: expect.stringMatching(/^a\.md:3:\d+: error: ".*cures acne" .* \[efficacy\/cure-claim\]\n$/) as string,
      err: '',
    });
    expect(JSON.parse(read('r.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('r.html')).toMatch(/^<!doctype html>/);
    expect(readdirSync(place.folder).sort()).toEqual(['a.md', 'r.html', 'r.sarif']);
  });

  it('exist by every name that the help tells', async () => {
    const { out } = await place.run(['--help']);
    for (const name of Object.keys(FORMATS)) {
      expect(out.replace(/\s+/g, ' ')).toContain(name);
      expect(await place.run(['a.md', '-f', name, '-o', `r.${name}`])).toEqual({ code: 1, out: '', err: '' });
      expect(read(`r.${name}`)).toContain('efficacy/cure-claim');
    }
  });

  it('show errors only with --quiet, and tell rules by their titles', async () => {
    const argv = ['a.md', ...only, '--rule', 'efficacy/cure-claim=warning', '-f', 'html', '-o', 'r.html', '-f', 'csv'];
    expect((await place.run(argv)).out.split('\r\n')).toHaveLength(3);
    expect(read('r.html')).toMatch(/<span class="title">[^<]{5,}<\/span>/);
    expect((await place.run([...argv, '--quiet'])).out.split('\r\n')).toHaveLength(2);
  });
});

describe('a report', () => {
  it('is not read as copy by the next run, and never takes the place of copy', async () => {
    const argv = ['.', ...only, '-f', 'html', '-o', 'report.html', '-f', 'markdown', '-o', 'report.md', '-f', 'json'];
    const first = await place.run(argv);
    expect((await place.run(argv)).out).toBe(first.out);
    expect(await place.run(['a.md', '-o', './a.md'])).toEqual({
      code: 2,
      out: '',
      err: 'option --output-file ./a.md  The report would overwrite the copy.  (bad-option)\n',
    });
    expect(read('a.md')).toBe(FLAGGED);
  });

  it.each([
    ['no/such/r.txt', 'there is no such folder (ENOENT)', 'Create the folder first.'],
    ['a.md/r.txt', 'a part of its path is a file (ENOTDIR)', ''],
    ['folder', 'it is a folder (EISDIR)', 'Give the name of a file in it.'],
    ['', 'it is a folder (EISDIR)', 'Give the name of a file in it.'],
  ])('that cannot be written to %j is an error before anything is read', async (file, message, hint) => {
    mkdirSync(join(place.folder, 'folder'));
    const stdin = () => Promise.reject(new Error('was read'));
    const { code, out, err } = await place.run(['-', '-f', 'json', '-o', 'r.json', '-f', 'html', '-o', file], { stdin });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`The report cannot be written: ${message}.  (output-unwritable)\n`);
    expect(err).toContain(hint);
    expect(existsSync(join(place.folder, 'r.json'))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written is an error, and leaves nothing behind', async () => {
    mkdirSync(join(place.folder, 'locked'));
    chmodSync(join(place.folder, 'locked'), 0o555);
    const { code, err } = await place.run(['a.md', '-o', 'locked/r.txt']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('not permitted') as string });
    expect(readdirSync(join(place.folder, 'locked'))).toEqual([]);
  });

  it('goes into a device that cannot be replaced', async () => {
    expect(await place.run(['a.md', '-o', '/dev/null'])).toEqual({ code: 1, out: '', err: '' });
  });
});

describe('on GitHub', () => {
  it('the whole report is added to the summary of the job', async () => {
    const summary = place.write('summary.md', '# Before\n');
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { code, out } = await place.run(['a.md', ...only, '-f', 'github'], { env });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=a\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=efficacy\/cure-claim::".*cures acne" [^\n]*\n/,
    );
    expect(read('summary.md')).toMatch(/^# Before\n## promolint\n[^]*<b>[^<]*cures acne<\/b>/);
    await place.run(['a.md', '-f', 'text'], { env });
    expect(read('summary.md').match(/## promolint/g)).toHaveLength(1);
  });

  it('a summary that cannot be written is an error', async () => {
    const { code, err } = await place.run(['a.md', '-f', 'github'], { env: { GITHUB_STEP_SUMMARY: place.folder } });
    expect(code).toBe(2);
    expect(err).toContain('The job summary cannot be written (EISDIR).');
  });

  it('copy that holds workflow commands gives no command, in no format and in no error', async () => {
    place.write('evil.md', '::error::our laser cures acne\n\n::stop-commands::our laser cures acne ##[group]x\n');
    place.write('::warning::x.md', FLAGGED);
    for (const format of Object.keys(FORMATS)) {
      const { out, err } = await place.run(['.', '-f', format]);
      const commands = `${out}${err}`.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
      expect(commands.filter((line) => format !== 'github' || !/^::(?:error|warning|notice) file=[^:]*::/.test(line))).toEqual(
        [],
      );
    }
    const { err } = await place.run(['::error::nowhere.md']);
    expect(err).toMatch(/^: :error::nowhere\.md/);
  });
});

describe('paths count from the root of the repository', () => {
  const uri = async (argv: readonly string[], env: Record<string, string> = {}): Promise<string> => {
    const { out } = await place.run(['a.md', ...argv], { env, cwd: join(place.folder, 'site') });
    return /(?:"uri": "|file=|"path": ")([^",]+)/.exec(out)![1]!;
  };
  beforeEach(() => {
    place.write('site/a.md', FLAGGED);
  });

  it('as the CI server says, or else as git does', async () => {
    expect(await uri(['-f', 'sarif'])).toBe('a.md');
    expect(await uri(['-f', 'sarif'], { GITHUB_WORKSPACE: place.folder })).toBe('site/a.md');
    expect(await uri(['-f', 'github'], { GITHUB_WORKSPACE: place.folder })).toBe('site/a.md');
    expect(await uri(['-f', 'gitlab'], { CI_PROJECT_DIR: place.folder })).toBe('site/a.md');
    expect(await uri(['-f', 'gitlab'], { CI_PROJECT_DIR: '/elsewhere' })).toBe('a.md');
    mkdirSync(join(place.folder, '.git'));
    expect(await uri(['-f', 'sarif'])).toBe('site/a.md');
    expect(await uri(['-f', 'rdjson'])).toBe('a.md');
  });
});

it('a clean run says so in every format', async () => {
  place.write('a.md', CLEAN);
  for (const format of Object.keys(FORMATS)) expect(await place.run(['a.md', '-f', format])).toMatchObject({ code: 0, err: '' });
});
