import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../src/load/pack.ts';
import type { Condition, Rule } from '../src/load/rule.ts';
import { prove } from '../src/prove/prove.ts';
import { ruleSchema } from '../scripts/rule-schema.ts';

const pack = openPack('rules');
/** Words of lawyers and linguists that a copywriter should not have to look up. */
const JARGON =
  /\b(?:substantiat\w*|efficacy|assert(?:s|ed|ion)?|lexical|regex|token|clause|pursuant|herein|thereof|aforementioned|operative|misbrand\w*|net impression|remuneration|puffery)\b/i;

const phrasesOf = ({ match, words = {} }: Rule): string[] => {
  const conditions = (list: readonly Condition[] | undefined): string[] => (list ?? []).flatMap(({ phrases }) => phrases ?? []);
  return [
    ...match.flatMap(({ phrases, needs, without }) => [...(phrases ?? []), ...conditions(needs), ...conditions(without)]),
    ...Object.values(words).flat(),
  ];
};

/** Modules beside a rule that its code imports. */
const modulesOf = (id: string): string[] =>
  importsIn(read(`rules/${id}.ts`)).flatMap((name) => (name.startsWith('./') ? [`${id.split('/')[0]}/${name.slice(2)}`] : []));

/** The code of a rule, with the modules beside it that it imports. */
const codeOf = (id: string): string => [`${id}.ts`, ...modulesOf(id)].map((name) => read(`rules/${name}`)).join('\n');

const importsIn = (code: string): string[] =>
  Array.from(code.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g), ([, from, dynamic]) => (from ?? dynamic)!);
const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe.each(pack.ruleIds)('%s', (id) => {
  const rule = (): Rule => pack.readRule(id);

  it('fits the schema that editors use', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(ruleSchema);
    validate(parse(readFileSync(`rules/${id}.yaml`, 'utf8')));
    expect(validate.errors).toBe(null);
  });

  it('has examples that are invented for it, at least three of each kind', async () => {
    const files = [`rules/${id}.md`, `rules/${id}.html`].filter((path) => existsSync(path));
    expect(files.length, 'files of examples').toBeGreaterThan(0);
    const examples = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const { expected, silent } = await prove(rule(), examples, { lint: () => [], blocks: () => [] });
    expect(expected, 'examples that are flagged').toBeGreaterThanOrEqual(3);
    expect(silent, 'examples that are accepted').toBeGreaterThanOrEqual(3);
    for (const { text } of examples) {
      // Numbers that telephone companies keep for fiction, and domains that nobody owns.
      for (const [number] of text.matchAll(/\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/g))
        expect(number).toMatch(/555.01\d\d|^\(?1?.?800.FDA|^1?.?800.332.1088/);
      for (const [, domain] of text.matchAll(/[\w.]+@([\w-]+(?:\.[\w-]+)+)/g))
        expect(domain).toMatch(/(?:^|\.)example(?:\.(?:com|org|net))?$|\.(?:test|invalid)$/);
    }
  });

  it('speaks plainly', () => {
    const { messages, why, fix, title } = rule();
    for (const text of [...Object.values(messages), why, fix, title]) {
      expect(text).not.toMatch(JARGON);
      expect(text).not.toMatch(/TODO|…\s*$/);
    }
  });

  it('has no gap that could run across a sentence', () => {
    for (const phrase of phrasesOf(rule())) {
      for (const [, most] of phrase.matchAll(/\.\.(\d+)/g)) expect(Number(most), phrase).toBeLessThanOrEqual(20);
    }
  });
});

describe('the rule book', () => {
  let rules: readonly Rule[] = [];
  beforeAll(() => {
    rules = pack.ruleIds.map((id) => pack.readRule(id));
  });

  it('uses every source, and every message that a rule declares', () => {
    const cited = new Set(rules.flatMap(({ basis }) => basis.map(({ source }) => source)));
    expect(Object.keys(pack.sources).filter((key) => !cited.has(key))).toEqual([]);
    const unused = rules.flatMap(({ id, messages, match }) => {
      // A detector picks its messages itself, or with the modules that it shares with others.
      const code = codeOf(id);
      const isUsed = (key: string): boolean =>
        key === 'default' ||
        match.some(({ message, cited }) => message === key || (key === 'far' && cited !== undefined)) ||
        new RegExp(`\\b${key}\\b`).test(code);
      return Object.keys(messages)
        .filter((key) => !isUsed(key))
        .map((key) => `${id}: ${key}`);
    });
    expect(unused).toEqual([]);
  });

  it('uses every word class that a rule declares', () => {
    const unused = rules.flatMap((rule) =>
      Object.keys(rule.words ?? {})
        .filter((name) => !phrasesOf(rule).some((phrase) => new RegExp(`[<|!(]${name}[>|)]`).test(phrase)))
        .map((name) => `${rule.id}: ${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('keeps nothing beside the rules that belongs to none of them', () => {
    const shared = new Set(pack.ruleIds.flatMap((id) => modulesOf(id)));
    const strays = [...new Set(pack.ruleIds.map((id) => id.split('/')[0]!))].flatMap((family) =>
      readdirSync(`rules/${family}`)
        .map((name) => `${family}/${name}`)
        .filter((name) => !pack.ruleIds.includes(name.replace(/\.(?:yaml|md|html|ts)$/, '')) && !shared.has(name)),
    );
    expect(strays).toEqual([]);
  });

  it('imports nothing in the code of a rule but the door for rule authors and modules beside it', () => {
    for (const id of pack.ruleIds) {
      for (const name of importsIn(codeOf(id))) expect(name, id).toMatch(/^(?:promolint\/rule|\.\/[a-z-]+\.ts)$/);
    }
  });

  it('says the version of the package', () => {
    expect(pack.version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
  });

  it('keeps each list of words free of entries that stand there twice', () => {
    const twice = pack.vocabularies.flatMap(({ id, terms }) => {
      const seen = new Set<string>();
      return terms.flatMap(({ term, class: name }) => {
        const key = `${term}|${name ?? ''}`;
        const known = seen.has(key);
        seen.add(key);
        return known ? [`${id}: ${term}`] : [];
      });
    });
    expect(twice).toEqual([]);
  });
});
