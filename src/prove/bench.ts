import { resolve } from 'node:path';
import { Lexicon } from '../analyse/lexicon.ts';
import { defaultConfig } from '../config/settings.ts';
import { Linter } from '../lint.ts';
import type { Copy } from '../lint.ts';
import type { Pack, Rule, Vocabulary } from '../load/rule.ts';
import { parse } from '../parse/parse.ts';
import type { Product } from '../rule.ts';
import type { Bench, Sample } from './prove.ts';

// Examples are proved under one date, or a year later those with a deadline would mean something else.
const AS_OF = '2026-11-21';

const lexicons = new WeakMap<readonly Vocabulary[], Lexicon>();

/** Proves one rule with the sources and vocabularies that its pack may use. */
export function createBench(rule: Rule, { sources, vocabularies }: Pick<Pack, 'sources' | 'vocabularies'>): Bench {
  const lexicon = lexicons.get(vocabularies) ?? new Lexicon(vocabularies);
  lexicons.set(vocabularies, lexicon);
  const linter = new Linter([{ name: 'bench', version: '0', rules: [rule], sources, vocabularies }], lexicon);
  const settingsOf = ({ profiles, product }: Sample) => ({
    ...defaultConfig(resolve('')),
    flags: { profiles, product: product as Product | undefined },
    only: [rule.id],
    asOf: AS_OF,
  });
  return {
    lint: (sample) => linter.lint(copyOf(sample), settingsOf(sample)).findings,
    blocks: (sample) => parse(copyOf(sample)).blocks,
  };
}

const copyOf = ({ path, source, format }: Sample): Copy => ({ path, absolutePath: resolve(path), format, mdx: false, source });
