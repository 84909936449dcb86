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

describe.each(pack.ruleIds)('%s', (id) => {
  const read = (): Rule => pack.readRule(id);

  it('fits the schema that editors use', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(ruleSchema);
    validate(parse(readFileSync(`rules/${id}.yaml`, 'utf8')));
    expect(validate.errors).toBe(null);
  });

  it('has examples that are invented for it, at least three of each kind', async () => {
    const files = [`rules/${id}.md`, `rules/${id}.html`].filter((path) => existsSync(path));
    expect(files.length, 'files of examples').toBeGreaterThan(0);
    const examples = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const { expected, silent } = await prove(read(), examples, { lint: () => [], blocks: () => [] });
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
    const { messages, why, fix, title } = read();
    for (const text of [...Object.values(messages), why, fix, title]) {
      expect(text).not.toMatch(JARGON);
      expect(text).not.toMatch(/TODO|…\s*$/);
    }
  });

  it('has no gap that could run across a sentence', () => {
    for (const phrase of phrasesOf(read())) {
      for (const [, most] of phrase.matchAll(/\.\.(\d+)/g)) expect(Number(most), phrase).toBeLessThanOrEqual(12);
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
      // A detector picks its messages itself.
      const code = existsSync(`rules/${id}.ts`) ? readFileSync(`rules/${id}.ts`, 'utf8') : '';
      return Object.keys(messages)
        .filter((key) => key !== 'default' && !match.some(({ message }) => message === key) && !code.includes(`'${key}'`))
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
    const strays = [...new Set(pack.ruleIds.map((id) => id.split('/')[0]!))].flatMap((family) =>
      readdirSync(`rules/${family}`)
        .map((name) => `${family}/${name}`)
        .filter((name) => !pack.ruleIds.includes(name.replace(/\.(?:yaml|md|html|ts)$/, ''))),
    );
    expect(strays).toEqual([]);
  });

  it('imports nothing in the code of a rule but the door for rule authors', () => {
    for (const id of pack.ruleIds.filter((name) => existsSync(`rules/${name}.ts`))) {
      const imports = Array.from(
        readFileSync(`rules/${id}.ts`, 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g),
        ([, from, dynamic]) => from ?? dynamic,
      );
      for (const name of imports) expect(name, id).toBe('promolint/rule');
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
