import type { Term, Token } from '../rule.ts';
import type { Vocabulary, VocabularyEntry } from '../load/rule.ts';
import { PromolintError } from '../errors.ts';
import { PhraseError, PhraseSet } from '../match/phrase.ts';
import type { CompiledPhrases } from '../match/phrase.ts';
import { termNames } from '../match/term-names.ts';
import { SourceHosts } from './evidence/source-kind.ts';
import { PeopleLexicon } from './people/lexicon.ts';
import type { CompiledPeople } from './people/lexicon.ts';
import { TermIndex } from './term-index.ts';
import type { CompiledTerms } from './term-index.ts';
import { TermFinder, termOf } from './term-finder.ts';
import { fold, tokenize } from './tokens.ts';

/** The vocabularies of a pack, worked out by the build. */
export interface CompiledLexicon {
  readonly terms: CompiledTerms;
  /** Terms in the phrase language: pattern, group, headword. */
  readonly patterns: readonly (readonly [phrase: string, group: number, term: string])[];
  /** By pattern: its number among `phrases`. */
  readonly numbers: Int32Array;
  readonly phrases: CompiledPhrases;
  readonly outcomes: CompiledPhrases;
  readonly people: CompiledPeople;
  /** Classes by vocabulary. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** A term written in the phrase language, to be matched by words (docs/writing-a-rule.md). */
export interface PhraseTerm { readonly phrase: string; readonly list: string; readonly entry: VocabularyEntry }

/** Terms in the phrase language, as phrases: by term its number, and by number the terms. */
interface PatternSet {
  readonly set: PhraseSet;
  readonly numbers: readonly number[];
  readonly terms: readonly (readonly PhraseTerm[])[];
}

/** Lists that are not looked up in running copy: they serve one analysis, which reads them by itself. */
const NOT_IN_COPY = new Set(['names', 'surnames', 'source-hosts', 'tracker-hosts', 'outcomes']);
/** What makes a form a phrase; `510(k)` is a plain one. */
const PHRASE_SYNTAX = /(?:^|\s)[(<^]|\||\s\.\.|\?(?:\s|$)/;
/** Letters, apostrophes inside words, hyphens: what needs no tokenizer to fall into words. */
const PLAIN = /^[A-Za-z]+(?:'[A-Za-z]+)*(?:[ -][A-Za-z]+(?:'[A-Za-z]+)*)*$/;

/** All vocabularies of a run: what a sentence holds of their terms, and the lists for those that read them by themselves. */
export class Lexicon {
  readonly #index: TermIndex;
  readonly #finder: TermFinder;
  readonly #lists = new Map<string, Set<string>>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly #patterns: PhraseTerm[] = [];
  readonly #compiled: CompiledLexicon | undefined;
  #people: PeopleLexicon | undefined;
  #hosts: SourceHosts | undefined;
  #outcomes: PhraseSet | undefined;
  #phrases: PatternSet | undefined;

  /** @param compiled what the build made of the first vocabularies; the others are added to it */
  constructor(vocabularies: readonly Vocabulary[], compiled?: CompiledLexicon) {
    this.#compiled = compiled;
    this.#index = new TermIndex(compiled?.terms);
    this.#finder = new TermFinder(this.#index);
    for (const [phrase, group, term] of compiled?.patterns ?? []) {
      const { list, shared } = this.#index.groupAt(group);
      this.#patterns.push({ phrase, list, entry: { ...shared, term } });
    }
    for (const vocabulary of vocabularies) {
      const { id } = vocabulary;
      this.#vocabularies.set(id, vocabulary);
      const known = compiled?.lists[id];
      if (known) this.#lists.set(id, new Set(known));
      else this.#read(vocabulary);
    }
  }

  #read({ id, terms }: Vocabulary): void {
    const classes = new Set<string>();
    this.#lists.set(id, classes);
    for (const entry of terms) if (entry.class) classes.add(entry.class);
    if (NOT_IN_COPY.has(id)) return;
    for (const entry of terms) for (const form of [entry.term, ...(entry.forms ?? [])]) this.#add(id, entry, form);
  }

  #add(list: string, entry: VocabularyEntry, form: string): void {
    if (/\bName\b/.test(form)) return;
    if (PHRASE_SYNTAX.test(form)) {
      this.#patterns.push({ phrase: form, list, entry });
      return;
    }
    const words =
      PLAIN.test(form) && !/\bN\b/.test(form)
        ? form.toLowerCase().split(/[ -]/)
        : tokenize(fold(form), form).map((token) => (token.text === 'n' && token.capital ? '#' : token.text));
    if (words.length === 0) return;
    const upper = entry.case_sensitive === true ? /^[A-Z0-9]+$/.test(form) : /^[A-Z][A-Z0-9]{1,5}$/.test(form);
    this.#index.add(words, { list, entry, upper });
  }

  /** For the build, with words of English: everything that the constructor and the first look-ups would otherwise work out in each run. */
  compile(dictionary: readonly string[]): CompiledLexicon {
    const groups = new Map<string, number>();
    const groupOf = (group: { readonly list: string; readonly shared: Readonly<Record<string, unknown>> }): number => {
      const key = JSON.stringify(group);
      if (!groups.has(key)) groups.set(key, groups.size);
      return groups.get(key)!;
    };
    const terms = this.#index.compile(groupOf);
    const { set, numbers } = this.#patternSet;
    const patterns = this.#patterns.map(({ phrase, list, entry: { term, forms: _, ...shared } }) => [phrase, groupOf({ list, shared }), term] as const);
    return {
      terms: { ...terms, groups: [...groups.keys()].join('\n') },
      patterns,
      numbers: Int32Array.from(numbers),
      phrases: set.compile(() => 0),
      outcomes: this.outcomes.compile(() => 0),
      people: this.people.compile(dictionary),
      lists: Object.fromEntries(Array.from(this.#lists, ([id, classes]) => [id, [...classes]])),
    };
  }

  /** What tells persons from other words; built when a page first asks for it. */
  get people(): PeopleLexicon {
    const read = [...this.#vocabularies.values()].filter(({ id }) => this.#compiled?.lists[id] === undefined);
    return (this.#people ??= new PeopleLexicon(read, this.#compiled?.people));
  }

  /** Hosts that publish evidence, by kind. */
  get sourceHosts(): SourceHosts {
    return (this.#hosts ??= new SourceHosts(this.entries('source-hosts')));
  }

  /** The entries of a list as they were loaded, for an analysis that looks them up by itself. */
  entries(list: string): readonly VocabularyEntry[] {
    return this.#vocabularies.get(list)?.terms ?? [];
  }

  /** Whether `list` or `list.class` names a vocabulary. */
  has(name: string): boolean {
    const [list, ...rest] = name.split('.');
    const classes = this.#lists.get(list!);
    return classes !== undefined && (rest.length === 0 || classes.has(rest.join('.')));
  }

  /** Patterns by which somebody states a result for the own health (list `outcomes`). */
  get outcomes(): PhraseSet {
    if (this.#outcomes) return this.#outcomes;
    const set = new PhraseSet(this.#compiled && { compiled: this.#compiled.outcomes, names: () => this });
    if (!this.#compiled) for (const { forms } of this.entries('outcomes')) for (const form of forms ?? []) set.add(form, this);
    return (this.#outcomes = set);
  }

  /** Every vocabulary term in the tokens, longest first at each place; within one list a term inside a longer one is dropped. */
  find(tokens: readonly Token[]): Term[] {
    const terms: Term[] = this.#finder.find(tokens);
    if (this.#patterns.length > 0) terms.push(...this.#phrasesIn(tokens, terms));
    return terms;
  }

  /** Terms that are written as phrases; they may themselves ask for plain terms. */
  #phrasesIn(tokens: readonly Token[], known: readonly Term[]): Term[] {
    const { set, terms } = this.#patternSet;
    return set.find(tokens, known).flatMap(({ phrase, first, last }) =>
      terms[phrase]!.map(({ list, entry }) => termOf(tokens, first, last, list, entry, termNames(list, entry.class ?? ''))),
    );
  }

  get #patternSet(): PatternSet {
    if (this.#phrases) return this.#phrases;
    const set = new PhraseSet(this.#compiled && { compiled: this.#compiled.phrases, names: () => this });
    // What the build knew is not added, which would read all phrases.
    const numbers = [...(this.#compiled?.numbers ?? [])];
    for (const { phrase, list } of this.#patterns.slice(numbers.length)) {
      try {
        numbers.push(set.add(phrase, this));
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        throw new PromolintError('rule-invalid', `The term "${phrase}" cannot be read: ${error.message}`, { where: `vocabulary ${list}` });
      }
    }
    const terms: PhraseTerm[][] = [];
    for (const [at, number] of numbers.entries()) (terms[number] ??= []).push(this.#patterns[at]!);
    return (this.#phrases = { set, numbers, terms });
  }
}
