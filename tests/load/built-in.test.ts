import { expect, it } from 'vitest';
import { compile } from '../../src/load/compile.ts';
import { expandPack } from '../../src/load/compiled-pack.ts';
import { readPack } from '../../src/load/pack.ts';
import type { VocabularyEntry } from '../../src/load/rule.ts';

const sorted = (terms: readonly VocabularyEntry[]): string[] =>
  terms.map((term) => JSON.stringify(Object.entries(term).sort())).sort();

it('compiles to JSON that gives the same rules, sources and terms back', () => {
  const pack = readPack('rules');
  const { rules, sources, vocabularies } = expandPack(JSON.parse(JSON.stringify(compile(pack))));

  expect(rules).toEqual(JSON.parse(JSON.stringify(pack.rules.map((rule) => ({ ...rule, file: undefined })))));
  expect(sources).toEqual(pack.sources);
  expect(vocabularies.map(({ id }) => id)).toEqual(pack.vocabularies.map(({ id }) => id));
  for (const [index, { terms }] of vocabularies.entries()) expect(sorted(terms)).toEqual(sorted(pack.vocabularies[index]!.terms));
});
