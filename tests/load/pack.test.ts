import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PromolintError } from '../../src/errors.ts';
import { loadPack, readPack } from '../../src/load/pack.ts';

const RULE = `id: efficacy/miracle-peel
title: Peel that works wonders
tier: 1
severity: warning
severity_for: {uk: off}
profiles: [us-provider]
products: [any]
messages:
  default: '"{match}" promises a wonder.'
why: It does not.
fix: Say what it does.
basis:
  - source: house-style
    at: section 2
    says: No wonders.
    checked: text
    jurisdictions: [us]
words:
  goods: [peel, mask]
match:
  - phrases: ['(wonder|<peels.acid>) <goods>', 'peel ..3 <duration>']
    unless: [negated]
    needs: [{within: page, claim: {level: [treat], agent: [selling]}}]
`;
const FILES: Readonly<Record<string, string>> = {
  'pack.yaml': 'name: derma\nversion: 1.0.0\n',
  'sources.yaml': 'house-style:\n  title: House style\n',
  'vocabulary/peels.yaml': 'id: peels\ntitle: Peels\nterms:\n  - {term: glycolic, class: acid, forms: [glycolic acid]}\n',
  'efficacy/miracle-peel.yaml': RULE,
};
const BASE = { version: '0.1.0', sources: { 'ftc-act-5': { title: 'FTC Act' } }, vocabularies: [] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promolint pack '));
  write(FILES);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>, at = folder): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
}

function refusal(run: () => unknown): { code: string; message: string; where: string; hint: string | undefined } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PromolintError)) throw error;
    const { where = '', hint } = error.details;
    return { code: error.code, message: error.message, where: where.replace(`${folder}/`, ''), hint };
  }
  throw new Error('nothing was refused');
}

describe('readPack', () => {
  it('reads rules, sources and vocabularies, and prefixes what a third party brings', () => {
    // The phrase names the vocabulary with the pack's prefix.
    write({ 'efficacy/miracle-peel.yaml': RULE.replace('<peels.acid>', '<derma:peels.acid>') });
    const pack = readPack(folder, BASE);
    expect(pack).toMatchObject({ name: 'derma', version: '1.0.0' });
    expect(pack.sources['house-style']).toEqual({ title: 'House style' });
    expect(pack.vocabularies).toEqual([
      { id: 'derma:peels', terms: [{ term: 'glycolic', class: 'acid', forms: ['glycolic acid'] }] },
    ]);
    expect(pack.rules).toHaveLength(1);
    expect(pack.rules[0]).toMatchObject({
      id: 'derma:efficacy/miracle-peel',
      family: 'efficacy',
      severity_for: { uk: 'off' },
      jurisdictions: ['us'],
      words: { goods: ['peel', 'mask'] },
      match: [{ unless: ['negated'], needs: [{ within: 'page', claim: { level: ['treat'], agent: ['selling'] } }] }],
    });
  });

  it.each<[what: string, from: string, to: string, where: string, message: RegExp, hint?: RegExp]>([
    ['an unknown key', 'why:', 'wy:', '10:1', /Unknown key "wy"/, /"why"/],
    ['an unknown family', 'id: efficacy/', 'id: eficacy/', '1:5', /Unknown family "eficacy"/, /"efficacy"/],
    ['an id that differs from the path', 'miracle-peel', 'miracle-mask', '1:5', /path of the file: "efficacy\/miracle-peel"/],
    ['an unknown source', 'source: house-style', 'source: house-stile', '13:13', /Unknown source "house-stile"/, /"house-style"/],
    ['an unknown vocabulary', '<peels.acid>', '<derma:peals>', '21:15', /Unknown word class <derma:peals>/, /"derma:peels"/],
    [
      'an unknown class',
      '<peels.acid>',
      '<derma:peels.acit>',
      '21:15',
      /Unknown word class <derma:peels.acit>/,
      /"derma:peels.acid"/,
    ],
    ['a phrase that does not close', '(wonder|<peels.acid>)', '(wonder', '21:15', /cannot be read: a "\(" is not closed/],
    ['an unknown severity', 'severity: warning', 'severity: wraning', '4:11', /Unknown severity "wraning"/, /"warning"/],
    ['an unknown severity for a profile', '{uk: off}', '{uk: of}', '5:20', /Unknown severity "of"/, /"off"/],
    ['an unknown profile in severity_for', '{uk: off}', '{ukk: off}', '5:16', /Unknown key "ukk"/, /"uk"/],
    ['an unknown profile', '[us-provider]', '[us-provder]', '6:12', /Unknown profile "us-provder"/, /"us-provider"/],
    ['an unknown product', '[any]', '[devise]', '7:12', /Unknown product "devise"/, /"device"/],
    ['an unknown frame', '[negated]', '[negate]', '22:14', /Unknown frame "negate"/, /"negated"/],
    ['an unknown scope', 'within: page', 'within: pages', '23:22', /Unknown scope "pages"/, /"page"/],
    ['an unknown level', '[treat]', '[heal]', '23:44', /Unknown level "heal"/],
    ['an unknown agent', '[selling]', '[seling]', '23:60', /Unknown agent "seling"/, /"selling"/],
    ['an unknown way of checking', 'checked: text', 'checked: read', '16:14', /Unknown value of "checked" "read"/],
    ['no default message', 'default:', 'other:', '9:3', /The key "default" is missing/],
    ['an unknown placeholder', '{match}', '{mach}', '9:12', /Unknown placeholder "{mach}" in the message "default"/, /"match"/],
    ['no basis', RULE.slice(RULE.indexOf('basis:'), RULE.indexOf('words:')), '', '1:1', /The key "basis" is missing/],
    [
      'an empty match',
      RULE.slice(RULE.indexOf('match:\n')),
      'match: []\n',
      '20:8',
      /"match" must be a list with at least one item/,
    ],
    ['two subjects', '- phrases:', '- detector: true\n    phrases:', '21:5', /exactly one subject/],
    ['a name that is a word class already', 'goods:', 'number:', '19:3', /already the name of a word class/],
    ['a tier out of range', 'tier: 1', 'tier: 4', '3:7', /a number from 1 to 3/],
    ['text that is no text', 'why: It does not.', 'why: 3', '10:6', /"why" must be text/, /quotation marks/],
  ])('refuses %s, with its place', (_, from, to, place, message, hint) => {
    expect(RULE).toContain(from);
    const prefixed = (text: string): string => text.replace('<peels.acid>', '<derma:peels.acid>');
    write({ 'efficacy/miracle-peel.yaml': prefixed(RULE.replace(from, to)) });
    const refused = refusal(() => readPack(folder, BASE));
    expect(refused.code).toBe('rule-invalid');
    expect(refused.message).toMatch(message);
    expect(refused.where).toBe(`efficacy/miracle-peel.yaml:${place}`);
    if (hint) expect(refused.hint).toMatch(hint);
  });

  it('refuses a misspelt family folder, a taken name, a version from the future and a key of a term', () => {
    const broken = (files: Record<string, string>): ReturnType<typeof refusal> => {
      write(files);
      const refused = refusal(() => readPack(folder, BASE));
      write(FILES);
      return refused;
    };
    expect(broken({ 'pack.yaml': 'name: promolint\nversion: 1.0.0\n' }).message).toMatch(/taken/);
    expect(broken({ 'pack.yaml': 'name: derma\nversion: 1.0.0\npromolint: ">=0.2"\n' })).toMatchObject({
      where: 'pack.yaml:3:12',
    });
    expect(broken({ 'vocabulary/peels.yaml': 'id: peels\ntitle: Peels\nterms:\n  - {term: x, clas: y}\n' })).toMatchObject({
      where: 'vocabulary/peels.yaml:4:15',
      hint: 'Did you mean "class"?',
    });
    expect(broken({ 'eficacy/x.yaml': 'id: x' })).toMatchObject({
      message: '"eficacy" is not a family of rules.',
      hint: 'Did you mean "efficacy"?',
    });
  });
});

describe('loadPack', () => {
  const detecting = RULE.replace(/match:\n[^]*$/, 'match:\n  - detector: true\n');

  it('finds a folder from the configuration and a package in node_modules above it', async () => {
    write({ 'efficacy/miracle-peel.yaml': RULE.replace('<peels.acid>', '<derma:peels.acid>') });
    const project = join(folder, 'site', 'content');
    write(
      { ...FILES, 'efficacy/miracle-peel.yaml': RULE.replace('|<peels.acid>', '') },
      join(folder, 'site/node_modules/@acme/house'),
    );
    mkdirSync(project, { recursive: true });
    expect((await loadPack('../..', project, BASE, false)).name).toBe('derma');
    expect((await loadPack('@acme/house', project, BASE, false)).rules).toHaveLength(1);
    await expect(loadPack('./nowhere', project, BASE, true)).rejects.toMatchObject({ code: 'pack-not-found' });
    await expect(loadPack('promolint-pack-nowhere', project, BASE, true)).rejects.toMatchObject({ code: 'pack-not-found' });
  });

  it('runs code only when allowed', async () => {
    write({
      'efficacy/miracle-peel.yaml': detecting,
      'efficacy/miracle-peel.mjs': 'export default (page, report) => report(page);\n',
    });
    const [rule] = (await loadPack('.', folder, BASE, true)).rules;
    expect(rule!.detector).toBeTypeOf('function');
    await expect(loadPack('.', folder, BASE, false)).rejects.toMatchObject({
      message: expect.stringContaining('does not allow') as string,
    });
  });

  it('refuses code that is missing, unused, broken or no detector', async () => {
    write({ 'efficacy/miracle-peel.yaml': detecting });
    await expect(loadPack('.', folder, BASE, true)).rejects.toMatchObject({
      message: expect.stringContaining('no code stands beside it') as string,
    });
    write({ 'efficacy/miracle-peel.mjs': 'export default 3;\n' });
    await expect(loadPack('.', folder, BASE, true)).rejects.toMatchObject({
      message: expect.stringContaining('export its detector') as string,
    });
    write({ 'efficacy/miracle-peel.yaml': RULE.replace('|<peels.acid>', '') });
    await expect(loadPack('.', folder, BASE, true)).rejects.toMatchObject({
      message: expect.stringContaining('is not used') as string,
    });
  });
});
