import type { Term, Token } from '../rule.ts';
import type { Vocabulary, VocabularyEntry } from '../load/rule.ts';
import { PromolintError } from '../errors.ts';
import { PhraseError, PhraseSet } from '../match/phrase.ts';
import type { CompiledPhrases } from '../match/phrase.ts';
import { SourceHosts } from './evidence/source-kind.ts';
import { PeopleLexicon } from './people/lexicon.ts';
import type { CompiledPeople } from './people/lexicon.ts';
import { spellings, TermIndex } from './term-index.ts';
import type { CompiledTerms, Form } from './term-index.ts';
import { fold, tokenize } from './tokens.ts';

/** The vocabularies of a pack, worked out by the build. */
export interface CompiledLexicon {
  readonly terms: CompiledTerms;
  /** Terms in the phrase language: pattern, group, headword. */
  readonly patterns: readonly (readonly [phrase: string, group: number, term: string])[];
  readonly phrases: CompiledPhrases;
  readonly outcomes: CompiledPhrases;
  readonly people: CompiledPeople;
  /** Classes by vocabulary. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** A term written in the phrase language, to be matched by words (docs/writing-a-rule.md). */
export interface PhraseTerm { readonly phrase: string; readonly list: string; readonly entry: VocabularyEntry }

/** Lists that are not looked up in running copy: they serve one analysis, which reads them by itself. */
const NOT_IN_COPY = new Set(['names', 'surnames', 'source-hosts', 'tracker-hosts', 'outcomes']);
/** What makes a form a phrase; `510(k)` is a plain one. */
const PHRASE_SYNTAX = /(?:^|\s)[(<^]|\||\s\.\.|\?(?:\s|$)/;
/** Letters, apostrophes inside words, hyphens: what needs no tokenizer to fall into words. */
const PLAIN = /^[A-Za-z]+(?:'[A-Za-z]+)*(?:[ -][A-Za-z]+(?:'[A-Za-z]+)*)*$/;

/** All vocabularies of a run: what a sentence holds of their terms, and the lists for those that read them by themselves. */
export class Lexicon {
  readonly #index: TermIndex;
  readonly #lists = new Map<string, Set<string>>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly #patterns: PhraseTerm[] = [];
  readonly #compiled: CompiledLexicon | undefined;
  #people: PeopleLexicon | undefined;
  #hosts: SourceHosts | undefined;
  #outcomes: PhraseSet | undefined;
  #phrases: { readonly set: PhraseSet; readonly terms: readonly PhraseTerm[][] } | undefined;

  /** @param compiled what the build made of the first vocabularies; the others are added to it */
  constructor(vocabularies: readonly Vocabulary[], compiled?: CompiledLexicon) {
    this.#compiled = compiled;
    this.#index = new TermIndex(compiled?.terms);
    for (const [phrase, group, term] of compiled?.patterns ?? []) {
      const { list, shared } = compiled!.terms.groups[group]!;
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

  /** For the build: everything that the constructor and the first look-ups would otherwise work out in each run. */
  compile(): CompiledLexicon {
    const terms = this.#index.compile();
    const groups = [...terms.groups];
    const patterns = this.#patterns.map(({ phrase, list, entry }) => {
      const { term, forms: _, ...shared } = entry;
      const key = JSON.stringify([list, shared]);
      let group = groups.findIndex((known) => JSON.stringify([known.list, known.shared]) === key);
      if (group < 0) group = groups.push({ list, shared }) - 1;
      return [phrase, group, term] as const;
    });
    return {
      terms: { ...terms, groups },
      patterns,
      phrases: this.#patternSet.set.compile(() => 0),
      outcomes: this.outcomes.compile(() => 0),
      people: this.people.compile(),
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
    const terms: Term[] = [];
    const taken = new Map<string, number>();
    for (let first = 0; first < tokens.length; first++) {
      const token = tokens[first]!;
      if (token.kind === 'mark' || token.kind === 'hole') continue;
      const starting = this.#index.startingWith(token);
      if (starting.length === 0) continue;
      // Longer forms first, so that what they take is not taken again by their first word.
      const next = tokens[first + 1];
      if (next)
        for (const { longer } of starting)
          if (longer.size > 0) for (const second of spellings(next)) take(tokens, first, longer.get(second), terms, taken);
      for (const { alone } of starting) take(tokens, first, alone, terms, taken);
    }
    return this.#patterns.length > 0 ? [...terms, ...this.#phrasesIn(tokens, terms)] : terms;
  }

  /** Terms that are written as phrases; they may themselves ask for plain terms. */
  #phrasesIn(tokens: readonly Token[], known: readonly Term[]): Term[] {
    const { set, terms } = this.#patternSet;
    return set.find(tokens, known).flatMap(({ phrase, first, last }) =>
      terms[phrase]!.map(({ list, entry }) => termOf(tokens, first, last, list, entry)),
    );
  }

  get #patternSet(): { readonly set: PhraseSet; readonly terms: readonly PhraseTerm[][] } {
    if (this.#phrases) return this.#phrases;
    const set = new PhraseSet(this.#compiled && { compiled: this.#compiled.phrases, names: () => this });
    const terms: PhraseTerm[][] = [];
    for (const term of this.#patterns) {
      try {
        (terms[set.add(term.phrase, this)] ??= []).push(term);
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        throw new PromolintError('rule-invalid', `The term "${term.phrase}" cannot be read: ${error.message}`, { where: `vocabulary ${term.list}` });
      }
    }
    return (this.#phrases = { set, terms });
  }
}

const termOf = (tokens: readonly Token[], first: number, last: number, list: string, entry: VocabularyEntry): Term => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
  first,
  last,
  list,
  class: entry.class ?? '',
  entry: entry.term,
  data: entry,
});

/** Adds the longest form of each list that stands at `first` and is not inside one already taken. */
function take(tokens: readonly Token[], first: number, forms: readonly Form[] | undefined, terms: Term[], taken: Map<string, number>): void {
  if (!forms) return;
  let longest: Map<string, { form: Form; last: number }> | undefined;
  for (const form of forms) {
    const last = first + form.rest.length;
    if ((taken.get(form.list) ?? -1) >= last || last >= tokens.length) continue;
    const best = longest?.get(form.list);
    if (best && best.last >= last) continue;
    if (!matches(tokens, first, form) || excluded(tokens, first, last, form.entry)) continue;
    (longest ??= new Map()).set(form.list, { form, last });
  }
  if (!longest) return;
  for (const [list, { form, last }] of longest) {
    taken.set(list, last);
    terms.push(termOf(tokens, first, last, list, form.entry));
  }
}

function matches(tokens: readonly Token[], first: number, { rest, upper, entry }: Form): boolean {
  if (upper && !tokens[first]!.upper && tokens[first]!.kind === 'word') return false;
  if (!upper && entry.case_sensitive === true && !tokens[first]!.capital) return false;
  for (let i = 0; i < rest.length; i++) {
    const token = tokens[first + 1 + i]!;
    const word = rest[i]!;
    if (word === '#' ? token.kind !== 'number' : token.text !== word && !(i === rest.length - 1 && token.text === `${word}'s`)) return false;
  }
  return true;
}

const neighbours = new Map<string, readonly string[]>();

function excluded(tokens: readonly Token[], first: number, last: number, entry: VocabularyEntry): boolean {
  if (entry.not_before) for (const words of entry.not_before) if (standsAt(tokens, last + 1, words, 1)) return true;
  if (entry.not_after) for (const words of entry.not_after) if (standsAt(tokens, first - 1, words, -1)) return true;
  return false;
}

/** Whether `words` stand from `at` on (direction 1) or end at `at` (direction -1). */
function standsAt(tokens: readonly Token[], at: number, words: string, direction: 1 | -1): boolean {
  let list = neighbours.get(words);
  if (!list) neighbours.set(words, (list = words.toLowerCase().split(/[\s-]+/)));
  const from = direction === 1 ? at : at - list.length + 1;
  if (from < 0) return false;
  for (let i = 0; i < list.length; i++) if (tokens[from + i]?.text !== list[i]) return false;
  return true;
}
