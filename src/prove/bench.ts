import { resolve } from 'node:path';
import { defaultConfig } from '../config/settings.ts';
import { Linter } from '../lint.ts';
import type { Copy } from '../lint.ts';
import type { Pack, Rule } from '../load/rule.ts';
import { parse } from '../parse/parse.ts';
import type { Product } from '../rule.ts';
import { parseRegister, toRegister } from '../register/load.ts';
import type { Bench, Sample } from './prove.ts';

const registerOf = (text: string) => toRegister(parseRegister([{ name: 'register', text }]));

/** Proves rules of these packs; the compiled rules are shared by all samples. */
export function createBenches(packs: readonly Pack[]): (rule: Rule) => Bench {
  const linter = new Linter(packs);
  const copy = ({ path, source, format }: Sample): Copy => ({ path, absolutePath: resolve(path), format, mdx: false, source });
  return ({ id }) => ({
    lint: (sample) => {
      const flags = { profiles: sample.profiles, product: sample.product as Product | undefined };
      const register = sample.register === undefined ? undefined : registerOf(sample.register);
      const settings = { ...defaultConfig(resolve('')), flags, only: [id], asOf: '2026-11-21', register };
      return linter.lint(copy(sample), settings).findings;
    },
    blocks: (sample) => parse(copy(sample)).blocks,
  });
}
