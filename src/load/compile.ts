import type { CompiledPack, CompiledVocabulary } from './compiled-pack.ts';
import type { Pack, Rule, Vocabulary } from './rule.ts';

/** Packs it so that it loads without a YAML parser. */
export function compilePack({ vocabularies, rules, ...pack }: Pack): CompiledPack {
  return { ...pack, rules: rules.map(({ file: _, ...rule }): Rule => rule), vocabularies: vocabularies.map(({ id }) => id) };
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
