import type { Term, Token } from '../rule.ts';
import type { Vocabulary, VocabularyEntry } from '../load/rule.ts';
import { PromolintError } from '../errors.ts';
import { PhraseError, PhraseSet } from '../match/phrase.ts';
import { SourceHosts } from './evidence/source-kind.ts';
import { PeopleLexicon } from './people/lexicon.ts';
import { fold, tokenize } from './tokens.ts';

interface Form {
  /** Its words after the first, joined by spaces; `#` stands for a number. */
  readonly rest: string;
  readonly words: number;
  readonly list: string;
  readonly entry: VocabularyEntry;
  /** Matches only in capitals (short acronyms). */
  readonly upper: boolean;
}

/** A term written in the phrase language, to be matched by words (docs/writing-a-rule.md). */
export interface PhraseTerm { readonly phrase: string; readonly list: string; readonly entry: VocabularyEntry }

/** Lists that are not looked up in running copy: they serve one analysis, which reads them by itself. */
const NOT_IN_COPY = new Set(['names', 'surnames', 'source-hosts', 'tracker-hosts', 'outcomes']);
/** What makes a form a phrase; `510(k)` is a plain one. */
const PHRASE_SYNTAX = /(?:^|\s)[(<^]|\||\s\.\.|\?(?:\s|$)/;
/** Letters, apostrophes inside words, hyphens: what needs no tokenizer to fall into words. */
const PLAIN = /^[A-Za-z]+(?:'[A-Za-z]+)*(?:[ -][A-Za-z]+(?:'[A-Za-z]+)*)*$/;
const EMPTY: readonly Form[] = [];

/**
 * All vocabularies as one map from the first two words of a form (or its only one) to the forms that begin so. A look-up costs
 * two map accesses a word; 60,000 forms as one alternation would cost a thousand times more, and one key for all forms that
 * begin with "our" or "no" would be a list of hundreds.
 */
export class Lexicon {
  readonly #forms = new Map<string, Form[]>();
  readonly #lists = new Map<string, Set<string>>();
  readonly #vocabularies = new Map<string, Vocabulary>();
  readonly phraseTerms: PhraseTerm[] = [];
  #people: PeopleLexicon | undefined;
  #hosts: SourceHosts | undefined;
  #phrases: { readonly set: PhraseSet; readonly terms: readonly PhraseTerm[][] } | undefined;

  constructor(vocabularies: readonly Vocabulary[]) {
    for (const vocabulary of vocabularies) {
      const { id, terms } = vocabulary;
      this.#vocabularies.set(id, vocabulary);
      const classes = new Set<string>();
      this.#lists.set(id, classes);
      for (const entry of terms) if (entry.class) classes.add(entry.class);
      if (NOT_IN_COPY.has(id)) continue;
      for (const entry of terms) {
        this.add(id, entry, entry.term);
        if (entry.forms) for (const form of entry.forms) this.add(id, entry, form);
      }
    }
  }

  add(list: string, entry: VocabularyEntry, form: string): void {
    if (/\bName\b/.test(form)) return;
    if (PHRASE_SYNTAX.test(form)) {
      this.phraseTerms.push({ phrase: form, list, entry });
      return;
    }
    const words =
      PLAIN.test(form) && !/\bN\b/.test(form)
        ? form.toLowerCase().split(/[ -]/)
        : tokenize(fold(form), form).map((token) => (token.text === 'n' && token.capital ? '#' : token.text));
    if (words.length === 0) return;
    const key = words.length === 1 ? words[0]! : `${words[0]!} ${words[1]!}`;
    const upper = entry.case_sensitive === true ? /^[A-Z0-9]+$/.test(form) : /^[A-Z][A-Z0-9]{1,5}$/.test(form);
    const known = this.#forms.get(key);
    const value: Form = { rest: words.length > 1 ? words.slice(1).join(' ') : '', words: words.length, list, entry, upper };
    if (known) known.push(value);
    else this.#forms.set(key, [value]);
  }

  /** What tells persons from other words; built when a page first asks for it. */
  get people(): PeopleLexicon {
    return (this.#people ??= new PeopleLexicon([...this.#vocabularies.values()]));
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

  get names(): string[] {
    return [...this.#lists].flatMap(([list, classes]) => [list, ...Array.from(classes, (name) => `${list}.${name}`)]);
  }

  /** Every vocabulary term in the tokens, longest first at each place; within one list a term inside a longer one is dropped. */
  find(tokens: readonly Token[]): Term[] {
    const terms: Term[] = [];
    const taken = new Map<string, number>();
    for (let first = 0; first < tokens.length; first++) {
      const token = tokens[first]!;
      if (token.kind === 'mark' || token.kind === 'hole') continue;
      const next = tokens[first + 1];
      // Longer forms first, so that what they take is not taken again by their first word.
      if (next) for (const word of spellings(token)) for (const second of spellings(next)) this.#at(tokens, first, `${word} ${second}`, terms, taken);
      for (const word of spellings(token)) this.#at(tokens, first, word, terms, taken);
    }
    return this.phraseTerms.length > 0 ? [...terms, ...this.#phrasesIn(tokens, terms)] : terms;
  }

  /** Terms that are written as phrases; they may themselves ask for plain terms. */
  #phrasesIn(tokens: readonly Token[], known: readonly Term[]): Term[] {
    this.#phrases ??= this.#compile();
    const { set, terms } = this.#phrases;
    return set.find(tokens, known).flatMap(({ phrase, first, last }) =>
      terms[phrase]!.map(({ list, entry }) => ({
        start: tokens[first]!.start, end: tokens[last]!.end, first, last, list, class: entry.class ?? '', entry: entry.term, data: entry,
      })),
    );
  }

  #compile(): { set: PhraseSet; terms: PhraseTerm[][] } {
    const set = new PhraseSet();
    const terms: PhraseTerm[][] = [];
    for (const term of this.phraseTerms) {
      try {
        (terms[set.add(term.phrase, this)] ??= []).push(term);
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        throw new PromolintError('rule-invalid', `The term "${term.phrase}" cannot be read: ${error.message}`, { where: `vocabulary ${term.list}` });
      }
    }
    return { set, terms };
  }

  #at(tokens: readonly Token[], first: number, key: string, terms: Term[], taken: Map<string, number>): void {
    const forms = this.#forms.get(key) ?? EMPTY;
    let longest: Map<string, { form: Form; last: number }> | undefined;
    for (const form of forms) {
      const last = first + form.words - 1;
      if ((taken.get(form.list) ?? -1) >= last || last >= tokens.length) continue;
      const best = longest?.get(form.list);
      if (best && best.last >= last) continue;
      if (!matches(tokens, first, form) || excluded(tokens, first, last, form.entry)) continue;
      (longest ??= new Map()).set(form.list, { form, last });
    }
    if (!longest) return;
    for (const [list, { form, last }] of longest) {
      taken.set(list, last);
      terms.push({
        start: tokens[first]!.start, end: tokens[last]!.end, first, last, list, class: form.entry.class ?? '', entry: form.entry.term, data: form.entry,
      });
    }
  }
}

/** The keys by which a token may be looked up: itself, as a number, without its possessive. */
function spellings({ kind, text }: Token): readonly string[] {
  if (kind === 'number') return [text, '#'];
  return text.endsWith("'s") ? [text, text.slice(0, -2)] : [text];
}

function matches(tokens: readonly Token[], first: number, form: Form): boolean {
  if (form.upper && !tokens[first]!.upper && tokens[first]!.kind === 'word') return false;
  if (!form.upper && form.entry.case_sensitive === true && !tokens[first]!.capital) return false;
  if (form.words === 1) return true;
  let at = 0;
  const { rest } = form;
  for (let i = 1; i < form.words; i++) {
    const space = rest.indexOf(' ', at);
    const word = space < 0 ? rest.slice(at) : rest.slice(at, space);
    const token = tokens[first + i]!;
    if (word === '#' ? token.kind !== 'number' : token.text !== word && !(i === form.words - 1 && token.text === `${word}'s`)) return false;
    at = space + 1;
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
