import type { Detector } from '../rule.ts';
import type { Condition, Match, Pack, Rule, Vocabulary, VocabularyEntry } from './rule.ts';

/**
 * A vocabulary as groups of entries that share everything but their words. A group's text holds one entry a line, the
 * headword first and the other forms after it, each behind a tab. Splitting it is far cheaper than parsing 35,000 objects.
 */
export interface CompiledVocabulary {
  readonly id: string;
  readonly groups: readonly { readonly shared: Readonly<Record<string, unknown>>; readonly text: string }[];
}

/**
 * A pack as plain JSON, without code. Its vocabularies and what its rules are worded by stand in files of their own, since most runs
 * do with `matchers`.
 */
export interface CompiledPack extends Omit<Pack, 'vocabularies'> {
  /** Long lists of phrases and words are numbers here: their places in what the rule is worded by. */
  readonly rules: readonly Rule[];
  readonly vocabularies: readonly string[];
}

/** What a compiled pack is completed by. Each is asked for once, when somebody first wants it. */
export interface Sources {
  vocabulary(id: string): CompiledVocabulary;
  /** What the rule of this id is worded by. */
  wordings(id: string): readonly unknown[];
}

export function expandPack({ vocabularies, ...pack }: CompiledPack, sources: Sources): Pack {
  for (const rule of pack.rules) bringBack(rule, sources);
  return { ...pack, vocabularies: vocabularies.map((id) => lazy(id, () => expand(sources.vocabulary(id)))) };
}

/** All parts of a rule that may have phrases. */
export const phraseHolders = ({ match }: Rule): (Match | Condition)[] => match.flatMap((part) => [part, ...(part.needs ?? []), ...(part.without ?? [])]);

function bringBack(rule: Rule, sources: Sources): void {
  let wordings: readonly unknown[] | undefined;
  const put = (holder: object, key: 'phrases' | 'words'): void => {
    const place: unknown = Reflect.get(holder, key);
    if (typeof place === 'number') Object.defineProperty(holder, key, { enumerable: true, get: () => (wordings ??= sources.wordings(rule.id))[place] });
  };
  put(rule, 'words');
  for (const holder of phraseHolders(rule)) put(holder, 'phrases');
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
    // Spread, it would be asked for its words.
    return detector ? Object.assign(rule, { detector }) : rule;
  });
}
