import type { CompiledPack, CompiledVocabulary } from './compiled-pack.ts';
import { readPack } from './pack.ts';
import type { Rule, Vocabulary } from './rule.ts';

/** Reads and checks the pack in `folder`, and packs it so that it loads without a YAML parser. */
export function compilePack(folder: string): CompiledPack {
  const { vocabularies, rules, ...pack } = readPack(folder);
  return { ...pack, rules: rules.map(({ file: _, ...rule }): Rule => rule), vocabularies: vocabularies.map(compileVocabulary) };
}

function compileVocabulary({ id, terms }: Vocabulary): CompiledVocabulary {
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
