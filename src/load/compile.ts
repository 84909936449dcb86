import type { CompiledPack, CompiledVocabulary } from './compiled-pack.ts';
import { phraseHolders } from './compiled-pack.ts';
import type { Pack, Rule, Vocabulary } from './rule.ts';

/** Packs it so that it loads without a YAML parser. */
export function compilePack({ vocabularies, rules, ...pack }: Pack): CompiledPack {
  return { ...pack, rules: rules.map(({ file: _, ...rule }) => withoutWordings(rule).rule), vocabularies: vocabularies.map(({ id }) => id) };
}

/** What the rules of a pack are worded by, as JSON by their ids. */
export const wordings = ({ rules }: Pack): Record<string, string> => Object.fromEntries(rules.map((rule) => [rule.id, JSON.stringify(withoutWordings(rule).wordings)]));

/** Shorter lists stay where they are: what stands for a list takes a while to make, too. */
const LONG = 300;

function withoutWordings(given: Rule): { readonly rule: Rule; readonly wordings: readonly unknown[] } {
  const wordings: unknown[] = [];
  const rule = JSON.parse(JSON.stringify(given)) as Rule;
  const setAside = (holder: object, key: 'phrases' | 'words'): void => {
    const value: unknown = Reflect.get(holder, key);
    if (value !== undefined && JSON.stringify(value).length > LONG) Reflect.set(holder, key, wordings.push(value) - 1);
  };
  setAside(rule, 'words');
  for (const holder of phraseHolders(rule)) setAside(holder, 'phrases');
  return { rule, wordings };
}

export function compileVocabulary({ id, terms }: Vocabulary): CompiledVocabulary {
  const groups = new Map<string, string[]>();
  for (const { term, forms = [], ...shared } of terms) {
    const key = JSON.stringify(shared);
    const line = [term, ...forms].join('\t');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return {
    id,
    groups: Array.from(groups, ([shared, lines]) => ({
      shared: JSON.parse(shared) as Record<string, unknown>,
      text: lines.join('\n'),
    })),
  };
}
