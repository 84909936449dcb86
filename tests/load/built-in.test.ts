import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/settings.ts';
import { Lexicon } from '../../src/analyse/lexicon.ts';
import { Linter } from '../../src/lint.ts';
import { RuleSet } from '../../src/match/rule-set.ts';
import { compilePack, compileVocabulary, wordings } from '../../src/load/compile.ts';
import { expandPack } from '../../src/load/compiled-pack.ts';
import { readPack } from '../../src/load/pack.ts';
import { pack as packed, unpack } from '../../src/load/packed.ts';
import type { VocabularyEntry } from '../../src/load/rule.ts';

const sorted = (terms: readonly VocabularyEntry[]): string[] =>
  terms.map((term) => JSON.stringify(Object.entries(term).sort())).sort();

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('compiles to JSON that gives the same rules, sources and terms back', () => {
  const pack = readPack('rules');
  const worded = wordings(pack);
  const { rules, sources, vocabularies } = expandPack(json(compilePack(pack)), {
    vocabulary: (name) => json(compileVocabulary(pack.vocabularies.find(({ id }) => id === name)!)),
    wordings: (id) => JSON.parse(worded[id]!) as readonly unknown[],
  });

  expect(rules).toEqual(JSON.parse(JSON.stringify(pack.rules.map((rule) => ({ ...rule, file: undefined })))));
  expect(sources).toEqual(pack.sources);
  expect(vocabularies.map(({ id }) => id)).toEqual(pack.vocabularies.map(({ id }) => id));
  for (const [index, { terms }] of vocabularies.entries()) expect(sorted(terms)).toEqual(sorted(pack.vocabularies[index]!.terms));
});

it('finds with the compiled matchers what it finds without them', () => {
  const pack = readPack('rules');
  const plain = new Lexicon(pack.vocabularies);
  const compiled = { lexicon: plain.compile([]), phrases: new RuleSet(pack.rules, plain).compile(pack.rules) };
  const matchers = unpack(packed(compiled) as Uint8Array<ArrayBuffer>) as typeof compiled;
  const fromText = new Linter([pack]);
  const fromBuild = new Linter([{ ...pack, matchers }]);
  const settings = { ...defaultConfig(process.cwd()), flags: {}, only: [], asOf: '2026-01-31' };
  const folder = 'fixtures/pages/flagged';
  const pages = readdirSync(folder).filter((name) => /\.(?:md|html)$/.test(name));
  expect(pages.length).toBeGreaterThan(5);
  for (const path of pages) {
    const source = readFileSync(join(folder, path), 'utf8');
    const copy = {
      path,
      absolutePath: resolve(folder, path),
      format: path.endsWith('.md') ? 'markdown' : 'html',
      mdx: false,
      source,
    } as const;
    expect(fromBuild.lint(copy, settings).findings).toEqual(fromText.lint(copy, settings).findings);
  }
}, 120_000);
