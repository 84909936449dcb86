import type { Detector } from '../rule.ts';
import type { Pack, Rule, Vocabulary, VocabularyEntry } from './rule.ts';

/**
 * A vocabulary as groups of entries that share everything but their words. A group's text holds one entry a line, the
 * headword first and the other forms after it, each behind a tab. Splitting it is far cheaper than parsing 35,000 objects.
 */
export interface CompiledVocabulary {
  readonly id: string;
  readonly groups: readonly { readonly shared: Readonly<Record<string, unknown>>; readonly text: string }[];
}

/** A pack as plain JSON, without code. Its vocabularies stand in a file of their own, since most runs do with `matchers`. */
export interface CompiledPack extends Omit<Pack, 'vocabularies'> {
  readonly vocabularies: readonly string[];
}

/** @param read gives a vocabulary, and is asked for each once, when somebody first wants its entries */
export function expandPack({ vocabularies, ...pack }: CompiledPack, read: (id: string) => CompiledVocabulary): Pack {
  return { ...pack, vocabularies: vocabularies.map((id) => lazy(id, () => expand(read(id)))) };
}

function lazy(id: string, read: () => VocabularyEntry[]): Vocabulary {
  let terms: VocabularyEntry[] | undefined;
  return {
    id,
    get terms() {
      return (terms ??= read());
    },
  };
}

const expand = ({ groups }: CompiledVocabulary): VocabularyEntry[] =>
  groups.flatMap(({ shared, text }) => text.split('\n').map((line) => expandEntry(line, shared)));

function expandEntry(line: string, shared: Readonly<Record<string, unknown>>): VocabularyEntry {
  if (!line.includes('\t')) return { term: line, ...shared };
  const [term, ...forms] = line.split('\t');
  return { term: term!, forms, ...shared };
}

export const needsDetector = (rule: Rule): boolean => rule.match.some(({ detector }) => detector);

/** Gives rules their code. `find` returns undefined for a rule without any. */
export function attachDetectors(rules: readonly Rule[], find: (rule: Rule) => Detector | undefined): Rule[] {
  return rules.map((rule) => {
    const detector = needsDetector(rule) ? find(rule) : undefined;
    return detector ? { ...rule, detector } : rule;
  });
}
