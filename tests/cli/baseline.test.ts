import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/index.ts';
import type { LintSettings } from '../../src/index.ts';
import { GitPlace } from './git-place.ts';
import { CLEAN, FLAGGED } from './io.ts';

const FILE = 'promolint-baseline.json';
const CURE = 'efficacy/cure-claim';

let place: GitPlace;
beforeEach(() => {
  place = new GitPlace();
});
afterEach(() => place.dispose());

interface Json {
  readonly files: { readonly path: string; readonly findings: { readonly ruleId: string; readonly line: number }[] }[];
  readonly suppressed: { readonly path: string; readonly suppression: { readonly kind: string; readonly reason: string } }[];
  readonly baseline?: {
    readonly file: string;
    readonly new: number;
    readonly known: number;
    readonly fixed: object[];
    readonly unseen: number;
  };
}
const report = async (...argv: string[]): Promise<Json> => JSON.parse((await place.lint([...argv, '-f', 'json'])).out) as Json;
const baselineText = (name = FILE): string => readFileSync(join(place.folder, name), 'utf8');

const CONDITIONS = ['acne', 'eczema', 'psoriasis', 'arthritis', 'migraine', 'asthma', 'lupus', 'gout', 'diabetes', 'vertigo'];

describe('a site with a thousand old findings', () => {
  it('fails on exactly what is new, a swap included, and on nothing else', async () => {
    for (let page = 0; page < 100; page++)
      place.write(
        `content/${page}.md`,
        `# Page ${page}\n\n${CONDITIONS.map((condition) => `Our laser cures ${condition} in room ${page}.\n`).join('\n')}`,
      );
    place.write('promolint.config.yaml', `rules: {fair-balance/procedure-no-risks-or-alternatives: off}\nbaseline: ${FILE}\n`);
    place.commit('The site as it was');

    const before = await report('--no-baseline', '--cache');
    const old = before.files.flatMap(({ findings }) => findings).length;
    expect(old).toBeGreaterThanOrEqual(1000);
    const made = await place.lint(['baseline', 'create', '--cache']);
    expect(made).toEqual({ code: 0, err: '', out: `${FILE}: ${old.toLocaleString('en-US')} findings in 100 files.\n` });
    place.commit('Take stock');
    expect(await place.lint(['--cache'])).toMatchObject({ code: 0, err: '' });

    // One new violation, and one mended while another of the same rule comes in its place; all else only moves.
    const page = (number: number) => readFileSync(join(place.folder, `content/${number}.md`), 'utf8');
    place.write('content/7.md', `${page(7)}\nOur laser cures rosacea.\n`);
    place.write('content/8.md', page(8).replace('cures gout in room 8', 'cures tinnitus in room 8'));
    place.write('content/9.md', `---\ntitle: Nine\n---\n\nA new opening.\n\n${page(9).replace('# Page 9', '# The ninth page')}`);
    place.write('content/10.md', page(10).split('\n\n').reverse().join('\n\n'));
    renameSync(join(place.folder, 'content/11.md'), join(place.folder, 'content/eleven.md'));

    for (const argv of [[], ['--changed'], ['content/']]) {
      const now = await report('--cache', ...argv);
      const found = now.files.flatMap(({ path, findings }) => findings.map(({ ruleId, line }) => `${path}:${line} ${ruleId}`));
      expect(found, argv.join(' ')).toEqual([`content/7.md:23 ${CURE}`, `content/8.md:17 ${CURE}`]);
      expect(now.baseline).toMatchObject({ file: FILE, new: 2, fixed: [{ path: 'content/8.md', ruleId: CURE }] });
    }
    const { code, out } = await place.lint(['--cache']);
    expect(code).toBe(1);
    expect(out).toContain(
      `Held against ${FILE}: 2 new, ${old - 1} left, 1 fixed. "promolint baseline prune" takes out what is fixed.\n`,
    );
    place.git('add', '-A');
    expect((await place.lint(['--staged'])).code).toBe(1);
    expect(Object.values(await place.read(['--staged', 'content/9.md', 'content/10.md', 'content/eleven.md']))).toEqual([
      0, 0, 0,
    ]);

    // Prune takes out what was mended and lets nothing in; update takes in the rest.
    expect((await place.lint(['baseline', 'prune', '--cache'])).out).toBe(
      `${FILE}: ${(old - 1).toLocaleString('en-US')} findings in 100 files; 0 added, 1 taken out.\n2 findings are not in it and go on counting.\n`,
    );
    expect((await place.lint(['--cache'])).code).toBe(1);
    expect((await place.lint(['baseline', 'update', '--cache'])).out).toContain('2 added, 0 taken out.');
    expect((await place.lint([])).code).toBe(0);
    expect(baselineText()).toContain('"content/eleven.md"');
    expect(baselineText()).not.toContain('"content/11.md"');
  }, 120_000);
});

describe('promolint baseline', () => {
  it('writes no word of the copy, nor anything to guess a value of a patient from', async () => {
    const record = (name: string, phone: string) =>
      `Our patient ${name}, who was treated for lupus, can be called at ${phone}.\n`;
    place.write('a.md', record('Denise Alvarado', '(845) 555-0147'));
    const { out } = await place.lint(['baseline', 'create']);
    expect(out).toMatch(
      /\d of them are about patient data, which no baseline makes lawful: mend these first, or use --no-phi\.\n$/,
    );
    const text = baselineText();
    expect(text).not.toMatch(/denise|alvarado|lupus|555|0147/i);
    const phi = (content: string) => [...content.matchAll(/phi\/\S+ \w+/g)].map(([line]) => line);
    expect(phi(text).length).toBeGreaterThan(0);
    // Somebody else of the same length: whoever holds the file cannot tell the two apart.
    place.write('a.md', record('Rosita Valverde', '(312) 555-0198'));
    await place.lint(['baseline', 'create', '--force']);
    expect(phi(baselineText())).toEqual(phi(text));
    // Edits around a private finding leave it known; another person in another sentence is new.
    place.write('a.md', `# Lupus\n\nNew words.\n\n${record('Rosita Valverde', '(312) 555-0198')}`);
    expect((await report('--baseline', FILE)).files[0]!.findings.filter(({ ruleId }) => ruleId.startsWith('phi/'))).toEqual([]);
    place.write(
      'a.md',
      `${record('Rosita Valverde', '(312) 555-0198')}\nThessaly Brandvold, born 08/14/1931, was diagnosed with lupus.\n`,
    );
    expect((await place.lint(['--baseline', FILE])).code).toBe(1);
  });

  it('leaves patient data out on demand', async () => {
    place.write('a.md', 'Our patient Denise Alvarado was treated for lupus; call (845) 555-0147.\n');
    expect((await place.lint(['baseline', 'create', '--no-phi'])).out).toMatch(
      /are not in it and go on counting\.\n$|is not in it and goes on counting\.\n$/,
    );
    expect(baselineText()).not.toContain('phi/');
    expect((await place.lint(['--baseline', FILE])).code).toBe(1);
  });

  it('writes the same bytes for the same copy', async () => {
    for (const name of ['b.md', 'a.md']) place.write(name, FLAGGED);
    await place.lint(['baseline', 'create']);
    const first = baselineText();
    await place.lint(['baseline', 'update']);
    expect(baselineText()).toBe(first);
    await place.lint(['baseline', 'create', '--force', 'b.md', 'a.md']);
    expect(baselineText()).toBe(first);
  });

  it('does not write over a baseline unasked, and leaves no half file', async () => {
    place.write('a.md', FLAGGED);
    await place.lint(['baseline', 'create']);
    expect(await place.lint(['baseline', 'create'])).toEqual({
      code: 2,
      out: '',
      err: `${FILE}  There is a baseline already.  (baseline-exists)\n  promolint baseline update adds to it; --force writes it anew.\n`,
    });
    expect(readdirSync(place.folder).filter((name) => name.includes('baseline'))).toEqual([FILE]);
    expect((await place.lint(['baseline', 'create', '--baseline', 'missing/b.json'])).err).toContain('(output-unwritable)');
    expect(existsSync(join(place.folder, 'missing'))).toBe(false);
  });

  it('keeps what it was not asked to look at', async () => {
    place.write('a.md', FLAGGED);
    place.write('b.md', FLAGGED);
    await place.lint(['baseline', 'create']);
    place.write('a.md', CLEAN);
    expect((await place.lint(['baseline', 'update', 'a.md'])).code).toBe(0);
    expect(baselineText()).not.toContain('"a.md"');
    expect(baselineText()).toContain('"b.md"');
    rmSync(join(place.folder, 'b.md'));
    await place.lint(['baseline', 'prune', 'a.md']);
    expect(baselineText()).not.toContain('"b.md"');
  });

  it('means the same from every working folder, under every name', async () => {
    place.write('site/a.md', FLAGGED);
    place.write('site/blog/b.md', FLAGGED);
    await place.lint(['baseline', 'create', '--baseline', 'site/known.json', 'site']);
    expect((await place.lint(['site', '--baseline', 'site/known.json'])).code).toBe(0);
    const inside = { cwd: join(place.folder, 'site/blog') };
    expect((await place.lint(['--baseline', '../known.json', '..'], inside)).code).toBe(0);
    place.write('site/promolint.config.yaml', 'baseline: known.json\n');
    expect((await place.lint([], inside)).code).toBe(0);
    expect((await place.lint(['--no-baseline'], inside)).code).toBe(1);
  });

  it.each([
    [
      'missing',
      undefined,
      `${FILE}  There is no such baseline.  (baseline-not-found)\n  promolint baseline create writes one.\n`,
    ],
    ['broken', '{"version": 1,', `${FILE}:1  This baseline is not valid JSON.  (baseline-invalid)\n`],
    [
      'of another version',
      '{"version": 9, "files": {}}',
      `${FILE}:1:13  This baseline has version 9, and this promolint reads version 1.  (baseline-invalid)\n`,
    ],
  ])('stops a run when it is %s', async (_, text, message) => {
    place.write('a.md', CLEAN);
    if (text !== undefined) place.write(FILE, text);
    for (const argv of [
      ['--baseline', FILE],
      ['baseline', 'update'],
      ['baseline', 'prune'],
    ]) {
      const { code, out, err } = await place.lint(argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(message);
    }
  });

  it('sets findings aside in the report, in the shape that the schema describes', async () => {
    place.write(
      'a.md',
      `<!-- promolint-disable-next-line ${CURE} -- quoted from the label -->\nOur laser cures warts.\n\nOur laser cures acne.\n`,
    );
    await place.lint(['baseline', 'create']);
    const now = await report('--baseline', FILE);
    expect(now.files[0]!.findings).toEqual([]);
    expect(now.suppressed.map(({ suppression }) => suppression.kind)).toContain('baseline');
    expect(now.suppressed.find(({ suppression }) => suppression.kind === 'baseline')).toMatchObject({
      path: 'a.md',
      suppression: { kind: 'baseline', reason: `known since before, in ${FILE}` },
    });
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object,
    );
    validate(now);
    expect(validate.errors).toBeNull();
  });

  it.each([
    [[], 'promolint  Say what to do with the baseline.  (bad-option)\n  Known: create, update, prune.\n'],
    [['crate'], 'promolint  Unknown command "baseline crate".  (bad-option)\n  Did you mean "create"?\n'],
  ])('is told what to do: %j', async (argv, err) => {
    expect(await place.lint(['baseline', ...argv])).toEqual({ code: 2, out: '', err });
  });

  it('knows nothing of what is wrong with suppressions', async () => {
    place.write('a.md', `<!-- promolint-disable-next-line ${CURE} -->\nWe are open on Monday.\n`);
    expect((await place.lint(['baseline', 'create'])).out).toBe(`${FILE}: 0 findings in 0 files.\n`);
    expect((await place.lint(['--baseline', FILE])).code).toBe(1);
  });

  it('holds for programs, too', async () => {
    place.write('a.md', FLAGGED);
    place.write('promolint.config.yaml', `baseline: ${FILE}\n`);
    await place.lint(['baseline', 'create']);
    const counted = async (settings: LintSettings) =>
      (await lintFiles(['.'], { cwd: place.folder, ...settings })).files.flatMap(({ findings }) => findings).length;
    expect(await counted({})).toBe(0);
    expect(await counted({ baseline: FILE, config: false })).toBe(0);
    expect(await counted({ baseline: false })).toBeGreaterThan(0);
    await expect(lintFiles(['.'], { cwd: place.folder, baseline: 'missing.json' })).rejects.toThrow('There is no such baseline.');
  });

  it('holds for the rules that a run looks for', async () => {
    place.write('a.md', FLAGGED);
    await place.lint(['baseline', 'create']);
    const { baseline } = await report('--baseline', FILE, '--only', 'pressure/false-urgency');
    expect(baseline).toMatchObject({ new: 0, known: 0, fixed: [] });
    expect(baseline!.unseen).toBeGreaterThan(0);
  });
});
