import { chmodSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PromolintError } from '../../src/errors.ts';
import { version } from '../../src/version.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

interface JsonReport {
  readonly run: { readonly asOf: string; readonly profiles: string[] };
  readonly files: {
    readonly path: string;
    readonly format: string;
    readonly findings: { readonly ruleId: string; readonly severity: string; readonly line: number }[];
  }[];
  readonly skipped: { readonly path: string; readonly reason: string }[];
  readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number };
}
const json = async (...argv: string[]): Promise<JsonReport> =>
  JSON.parse((await place.run([...argv, '--format', 'json'])).out) as JsonReport;

describe('exit code', () => {
  it('0: everything was read and nothing reaches the failing level', async () => {
    place.write('a.md', CLEAN);
    expect(await place.run(['a.md'])).toMatchObject({ code: 0, err: '' });
  });

  it('1: findings at the failing level', async () => {
    place.write('a.md', FLAGGED);
    const { code, out, err } = await place.run(['a.md']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('efficacy/cure-claim');
  });

  it('follows --fail-on and --max-warnings', async () => {
    place.write('a.md', FLAGGED);
    const asWarning = ['a.md', '--only', 'efficacy/cure-claim', '--rule', 'efficacy/cure-claim=warning'];
    const asInfo = ['a.md', '--only', 'efficacy/cure-claim', '--rule', 'efficacy/cure-claim=info'];
    expect((await place.run(asWarning)).code).toBe(0);
    expect((await place.run([...asWarning, '--fail-on', 'warning'])).code).toBe(1);
    expect((await place.run([...asWarning, '--max-warnings', '0'])).code).toBe(1);
    expect((await place.run([...asWarning, '--max-warnings', '1'])).code).toBe(0);
    expect((await place.run([...asInfo, '--fail-on', 'warning'])).code).toBe(0);
    expect((await place.run([...asInfo, '--fail-on', 'info'])).code).toBe(1);
    expect((await place.run(['a.md', '--rule', 'efficacy/cure-claim=off', '--only', 'efficacy/cure-claim'])).code).toBe(0);
  });

  it('is not changed by --quiet or --output-file', async () => {
    place.write('a.md', FLAGGED);
    const quiet = await place.run([
      'a.md',
      '--only',
      'efficacy/cure-claim',
      '--rule',
      'efficacy/cure-claim=warning',
      '--max-warnings',
      '0',
      '--quiet',
    ]);
    expect(quiet).toMatchObject({ code: 1, out: expect.stringContaining('nothing found') as string });
    expect(await place.run(['a.md', '-f', 'json', '-o', 'report.json'])).toEqual({ code: 1, out: '', err: '' });
    expect(JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8'))).toHaveProperty('schemaVersion', 1);
    expect(readdirSync(place.folder).sort()).toEqual(['a.md', 'report.json']);
  });

  it('3: a fault of promolint itself, of which only kind and place are told', async () => {
    const failing = { input: CLEAN, stdin: () => Promise.reject(new TypeError('Marisol Quintero')) };
    const plain = await place.run(['-'], failing);
    expect(plain).toMatchObject({ code: 3, out: '' });
    expect(plain.err).toMatch(/^promolint {2}This is a fault of promolint itself.*TypeError.*\n$/);
    const debug = await place.run(['-'], { ...failing, env: { PROMOLINT_DEBUG: '1' } });
    expect(debug.err).toMatch(/\n\s+at .*run\.test/);
    expect(plain.err + debug.err).not.toContain('Marisol');
  });
});

describe('bad input is answered with 2 and a plain line', () => {
  it.each([
    [['--frmat', 'json'], "Unknown option '--frmat'", 'Did you mean --format?'],
    [['--format', 'jsn'], 'Unknown value "jsn" for --format.', 'Did you mean "json"?'],
    [['--profile', 'us-provder'], 'Unknown value "us-provder" for --profile.', 'Did you mean "us-provider"?'],
    [['--product', 'suplement'], 'Unknown value "suplement" for --product.', 'Did you mean "supplement"?'],
    [['--fail-on', 'eror'], 'Unknown value "eror" for --fail-on.', 'Did you mean "error"?'],
    [['--max-warnings', '-1'], '--max-warnings must be a whole number from 0', ''],
    [['--max-warnings', 'many'], '--max-warnings must be a whole number from 0', ''],
    [['--as-of', '2026-02-30'], '--as-of must be a date', ''],
    [['--as-of', 'yesterday'], '--as-of must be a date', ''],
    [['--rule', 'efficacy/cure-claim'], 'is not of the form ID=LEVEL', ''],
    [['--rule', 'efficacy/cure-claim=eror'], 'Unknown value "eror" for --rule.', 'Did you mean "error"?'],
    [['--rule', 'efficacy/cure-clam=off'], 'There is no rule "efficacy/cure-clam".', 'Did you mean "efficacy/cure-claim"?'],
    [['--only', 'efficacy/cure-clam'], 'There is no rule "efficacy/cure-clam".', 'Did you mean "efficacy/cure-claim"?'],
    [['--config', 'nowhere.yaml'], 'There is no such configuration.', ''],
    [['--format'], "Option '-f, --format <name>' argument missing", ''],
    [['explain', 'efficacy/cure-clam'], 'There is no rule "efficacy/cure-clam".', 'Did you mean "efficacy/cure-claim"?'],
    [['explain'], "Missing required argument 'id'", ''],
    [['test', 'rules/nowhere.yaml'], 'There is no rule in', ''],
    [['new', 'eficacy/x'], 'Unknown family "eficacy".', 'Did you mean "efficacy"?'],
    [['rules', '--format', 'xml'], 'Unknown value "xml" for --format.', ''],
  ])('%j', async (argv, message, hint) => {
    place.write('a.md', FLAGGED);
    const { code, out, err } = await place.run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['a missing file', ['a.md', 'nowhere.md']],
    ['a pattern that matches nothing', ['a.md', 'nowhere/**/*.md']],
    ['a folder without copy', ['empty']],
    ['a file of another kind', ['logo.png']],
    ['a binary file with a name like copy', ['font.html']],
    ['an empty name', ['']],
  ])('%s', async (_, paths) => {
    place.write('a.md', FLAGGED);
    place.write('empty/.keep', '');
    place.write('logo.png', 'x');
    place.write('font.html', new Uint8Array([0, 1, 0, 0, 0, 12]));
    const { code, out, err } = await place.run(paths);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').length).toBeLessThanOrEqual(3);
  });

  it('a configuration that is wrong', async () => {
    place.write('a.md', FLAGGED);
    place.write('promolint.config.yaml', 'rules:\n  efficacy/cure-clam: off\n');
    expect((await place.run(['a.md'])).err).toBe(
      'promolint.config.yaml:2:3  There is no rule "efficacy/cure-clam".  (rule-unknown)\n  Did you mean "efficacy/cure-claim"?\n',
    );
    expect((await place.run(['a.md', '--no-config'])).code).toBe(1);
    place.write('promolint.config.yaml', 'packs: [./house]\n');
    expect(await place.run(['a.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('promolint.config.yaml:1:9') as string,
    });
  });

  it('a bad rule of a pack', async () => {
    place.write('a.md', FLAGGED);
    place.write('promolint.config.yaml', 'packs: [./house]\n');
    place.write('house/pack.yaml', 'name: house\nversion: 1.0.0\n');
    place.write('house/efficacy/x.yaml', 'id: efficacy/x\nseverty: error\n');
    const { code, err } = await place.run(['a.md']);
    expect(code).toBe(2);
    expect(err).toMatch(/x\.yaml:2:1 {2}.*severty/);
  });

  it('standard input without a kind', async () => {
    expect(await place.run(['--stdin', '--stdin-filename', 'x.png'], { input: FLAGGED })).toMatchObject({ code: 2 });
    expect(await place.run(['-'], { input: new Uint8Array([0, 1, 2, 0]) })).toMatchObject({ code: 2 });
  });

  it('a report that cannot be written', async () => {
    place.write('a.md', FLAGGED);
    const intoNothing = await place.run(['a.md', '-o', 'no/such/folder/r.txt']);
    expect(intoNothing).toMatchObject({ code: 2, out: '', err: expect.stringContaining('output-unwritable') as string });
    expect(await place.run(['a.md', '-o', '.'])).toMatchObject({ code: 2 });
    const full = await place.run(['a.md'], {
      out: () => Promise.reject(new PromolintError('output-unwritable', 'The output cannot be written (ENOSPC).')),
    });
    expect(full).toMatchObject({ code: 2, err: expect.stringContaining('ENOSPC') as string });
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    chmodSync(place.write('a.md', FLAGGED), 0);
    expect(await place.run(['a.md'])).toMatchObject({ code: 2 });
  });
});

describe('awkward input is read', () => {
  it('a found binary file is listed as not read, and the rest linted', async () => {
    place.write('site/font.html', new Uint8Array([0, 1, 0, 0]));
    place.write('site/a.md', FLAGGED);
    const report = await json('site');
    expect(report.files.map(({ path }) => path)).toEqual(['site/a.md']);
    expect(report.skipped).toEqual([{ path: 'site/font.html', reason: expect.any(String) as string }]);
  });

  it('empty files, BOM, UTF-16, Windows-1252, CRLF and lone CR, names with spaces and quotes', async () => {
    place.write('empty.md', '');
    place.write('bom.md', `\uFEFF${FLAGGED}`);
    place.write('utf16.md', Buffer.from(`\uFEFF${FLAGGED}`, 'utf16le'));
    place.write('word.md', Buffer.from('# Caf\xe9\n\nOur laser\x92s light cures acne.\n', 'latin1'));
    place.write('crlf.md', FLAGGED.replaceAll('\n', '\r\n'));
    place.write('cr.md', FLAGGED.replaceAll('\n', '\r'));
    place.write('it\'s "a b".md', FLAGGED);
    const { files } = await json('.', '--only', 'efficacy/cure-claim');
    expect(files.map(({ path, findings }) => [path, findings.map(({ line }) => line)])).toEqual([
      ['bom.md', [3]],
      ['cr.md', [3]],
      ['crlf.md', [3]],
      ['empty.md', []],
      ['it\'s "a b".md', [3]],
      ['utf16.md', [3]],
      ['word.md', [3]],
    ]);
  });

  it('links that loop', async () => {
    place.write('site/a.md', FLAGGED);
    symlinkSync('.', join(place.folder, 'site/loop'));
    expect((await json('site')).files).toHaveLength(1);
  });

  it('broken front matter and broken HTML', async () => {
    place.write('a.md', `---\ntitle: "x\nb: [1\n---\n\n${FLAGGED}`);
    place.write('b.html', '<p>Our laser <b>cures acne<table><tr>x</b></p><div');
    const { files } = await json('.', '--only', 'efficacy/cure-claim');
    expect(files.map(({ findings }) => findings.length)).toEqual([1, 1]);
    expect((await place.run(['a.md'])).out).toMatch(/ {2}\d+:\d+ {2}note /);
  });

  it('a line of 200,000 characters, quoted in part only', async () => {
    place.write('a.md', `${'Come and see us. '.repeat(12_000)}Our laser cures acne. ${'Come and see us. '.repeat(1000)}`);
    const { code, out } = await place.run(['a.md', '--only', 'efficacy/cure-claim']);
    expect(code).toBe(1);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(500);
  });
});

describe('output', () => {
  it('is JSON that fits the schema, with every file by path and the same bytes each time', async () => {
    place.write('b.md', FLAGGED);
    place.write('a.html', '<title>Acne</title><p>Our laser cures acne.</p>');
    place.write('c.txt', CLEAN);
    const argv = ['.', '--format', 'json', '--as-of', '2026-11-21', '--profile', 'us-provider,us-fl'];
    const first = await place.run(argv);
    const report = JSON.parse(first.out) as JsonReport;
    const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object);
    validate(report);
    expect(validate.errors).toBe(null);
    expect(report.run).toMatchObject({ asOf: '2026-11-21', profiles: ['us-provider', 'us-fl'] });
    expect(report.files.map(({ path, format }) => [path, format])).toEqual([
      ['a.html', 'html'],
      ['b.md', 'markdown'],
      ['c.txt', 'text'],
    ]);
    expect(report.summary.files).toBe(3);
    expect((await place.run(argv)).out).toBe(first.out);
  });

  it('goes to a file whole, through a link and over an older one', async () => {
    place.write('a.md', FLAGGED);
    const target = place.write('old.txt', 'old');
    symlinkSync('old.txt', join(place.folder, 'link.txt'));
    await place.run(['a.md', '-o', 'link.txt', '--color']);
    expect(readFileSync(target, 'utf8')).toContain('efficacy/cure-claim');
    expect(readFileSync(target, 'utf8')).not.toContain('\u001b');
  });

  it('is not written when the check could not be done', async () => {
    place.write('a.md', FLAGGED);
    await place.run(['a.md', 'nowhere.md', '-o', 'r.txt']);
    expect(existsSync(join(place.folder, 'r.txt'))).toBe(false);
  });

  it('is coloured on a terminal, or as asked', async () => {
    place.write('a.md', FLAGGED);
    const coloured = async (argv: string[], more: object) => (await place.run(['a.md', ...argv], more)).out.includes('\u001b[');
    expect(await coloured([], {})).toBe(false);
    expect(await coloured([], { terminal: true })).toBe(true);
    expect(await coloured([], { terminal: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await coloured([], { terminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await coloured([], { env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await coloured(['--color'], {})).toBe(true);
    expect(await coloured(['--no-color'], { terminal: true, env: { FORCE_COLOR: '1' } })).toBe(false);
  });

  it('tells version and help', async () => {
    expect(await place.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await place.run(['--help']);
    expect(help.code).toBe(0);
    const options = [
      '--config',
      '--no-config',
      '--profile',
      '--product',
      '--format',
      '--output-file',
      '--quiet',
      '--max-warnings',
      '--fail-on',
      '--rule',
      '--stdin',
      '--stdin-filename',
      '--cache',
      '--no-cache',
      '--as-of',
      '--color',
      '--no-color',
      '--version',
      '--help',
    ];
    for (const option of options) expect(help.out).toContain(option);
  });
});

describe('what is linted', () => {
  it('is the working folder when nothing is named', async () => {
    place.write('x/a.md', FLAGGED);
    expect((await json()).files.map(({ path }) => path)).toEqual(['x/a.md']);
  });

  it('may come from standard input, alone or beside files', async () => {
    expect((await place.run(['-'], { input: FLAGGED })).code).toBe(1);
    expect(
      (await place.run(['--stdin', '--stdin-filename', 'x/a.html'], { input: '<p>Our laser cures acne.</p>' })).out,
    ).toContain('x/a.html');
    place.write('z.md', CLEAN);
    const { out } = await place.run(['z.md', '-', '--stdin-filename', 'b.md', '-f', 'json'], { input: FLAGGED });
    expect((JSON.parse(out) as JsonReport).files.map(({ path }) => path)).toEqual(['b.md', 'z.md']);
  });

  it('obeys configuration, overrides and what the page says of itself', async () => {
    place.write(
      'promolint.config.yaml',
      'rules: {efficacy/cure-claim: warning}\noverrides: [{files: strict/, rules: {efficacy/cure-claim: error}}]\nignore: [drafts/]\n',
    );
    place.write('a.md', FLAGGED);
    place.write('strict/a.md', FLAGGED);
    place.write('drafts/a.md', FLAGGED);
    const { files } = await json('.', '--only', 'efficacy/cure-claim');
    expect(files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)])).toEqual([
      ['a.md', ['warning']],
      ['strict/a.md', ['error']],
    ]);
    place.write('own.md', `---\npromolint: {product: nonsense}\n---\n${FLAGGED}`);
    expect((await place.run(['own.md'])).out).toContain('"product" is not a product');
  });

  it('may be checked with the rules of a pack', async () => {
    place.write('promolint.config.yaml', 'packs: [./house]\n');
    place.write('house/pack.yaml', 'name: house\nversion: 1.0.0\n');
    place.write('house/sources.yaml', 'style: {title: House style}\n');
    place.write(
      'house/literacy/synergy.yaml',
      'id: literacy/synergy\ntitle: Jargon\ntier: 1\nseverity: error\nprofiles: all\nproducts: [any]\nmessages: {default: \'"{match}" says nothing.\'}\nwhy: Nobody knows what it means.\nfix: Say what you do.\nbasis: [{source: style, at: s. 1, says: Speak plainly., checked: text}]\nmatch: [{phrases: [synergy]}]\n',
    );
    place.write('a.md', 'Our team has synergy.\n');
    expect(await place.run(['a.md'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('house:literacy/synergy') as string,
    });
    expect((await place.run(['rules'])).out).toContain('house:literacy/synergy');
    expect((await place.run(['explain', 'house:literacy/synergy'])).out).toContain('Nobody knows');
    expect((await place.run(['a.md', '--rule', 'house:literacy/synergy=off'])).code).toBe(0);
  });
});

describe('sub-commands', () => {
  it('rules lists them all, as text and as JSON', async () => {
    expect((await place.run(['rules'])).out).toMatch(/^efficacy\/cure-claim +error +\S/m);
    const { out } = await place.run(['rules', '--format', 'json']);
    const { rules } = JSON.parse(out) as { rules: { id: string; basis: unknown[] }[] };
    expect(rules.find(({ id }) => id === 'efficacy/cure-claim')!.basis).not.toHaveLength(0);
  });

  it('explain tells what, why, what to write and the law', async () => {
    const { code, out } = await place.run(['explain', 'efficacy/cure-claim']);
    expect(code).toBe(0);
    expect(out).toContain('efficacy/cure-claim');
    expect(out).toContain('not legal advice');
  });

  it('new writes a rule and test proves it', async () => {
    place.write('pack.yaml', 'name: house\nversion: 1.0.0\n');
    const written = await place.run(['new', 'literacy/synergy']);
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(place.folder, 'literacy')).sort()).toEqual(['synergy.md', 'synergy.yaml']);
    expect(await place.run(['new', 'literacy/synergy'])).toMatchObject({ code: 2 });
    expect(await place.run(['test', 'literacy/synergy.yaml'])).toMatchObject({ code: 2 });
  });

  it('test --watch runs again after each save, and ends with its signal', async () => {
    const rule = (word: string) =>
      `id: literacy/synergy\ntitle: Jargon\ntier: 1\nseverity: error\nprofiles: all\nproducts: [any]\nmessages: {default: '"{match}" says nothing.'}\nwhy: Nobody knows.\nfix: Say it.\nbasis: [{source: style, at: s. 1, says: Speak plainly., checked: text}]\nmatch: [{phrases: [${word}]}]\n`;
    place.write('pack.yaml', 'name: house\nversion: 1.0.0\n');
    place.write('sources.yaml', 'style: {title: House style}\n');
    place.write('literacy/synergy.yaml', rule('teamwork'));
    place.write('literacy/synergy.md', '<!-- expect: "synergy" -->\nOur synergy.\n\n<!-- ok -->\nOur team.\n');
    expect((await place.run(['test', 'literacy/synergy.yaml'])).code).toBe(1);
    const stop = new AbortController();
    const seen: string[] = [];
    const watching = place.run(['test', 'literacy/synergy.yaml', '--watch'], {
      signal: stop.signal,
      out: (text) => {
        seen.push(text);
        if (seen.length === 1) place.write('literacy/synergy.yaml', rule('synergy'));
        else if (text.includes('all as expected')) stop.abort();
        return Promise.resolve();
      },
    });
    expect((await watching).code).toBe(0);
    expect(seen[0]).toContain('1 failed');
  });
});
