import type { Vocabulary, VocabularyEntry } from '../../load/rule.ts';
import { WordKind, WordTable, type CompiledWordTable } from './word-table.ts';
import { GRAMMAR } from './words.ts';

export interface HealthTerm {
  readonly start: number;
  readonly end: number;
  /** 1 for a plain condition, procedure, drug or symptom; 0.5 for a word that is one only in a health setting. */
  readonly weight: number;
}

interface Phrase { readonly rest: readonly string[]; readonly weight: number; readonly upper: boolean }

const HEALTH_LISTS = new Set(['conditions', 'treatments', 'symptoms', 'drugs']);
// Neither an animal's illness nor a shelf product says anything of a person's health.
const NOT_HEALTH = new Set(['animal', 'veterinary', 'device-consumer']);
// Everyday feelings and remarks of the symptom and condition lists: alone they make no page a health record.
const EVERYDAY = new Set(['appearance', 'mood-mind', 'general', 'care-service', 'energy', 'natural-state', 'aesthetic-skincare']);
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
/** The same for text in Latin letters alone, which nearly all copy is: ten times as fast. */
const LATIN_WORD = /[A-Za-z0-9À-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)?/g;
const OTHER_LETTER = /[\u0250-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff]/;
const ASCII = /^[\x00-\x7f]*$/;
/** No letter of another script than Latin, and no accent that is a character of its own. */
export const isLatin = (text: string): boolean => !OTHER_LETTER.test(text);
const wordsOf = (text: string): RegExp => (isLatin(text) ? LATIN_WORD : WORD);
const NAME_ONLY = { alsoWord: false };
const ALSO_WORD = { alsoWord: true };
const TITLES_IN_LOWER_CASE = new Set(['mr', 'mrs', 'ms', 'miss', 'mx']);

/** What the build makes of the vocabularies: lists of words one a line, and a line of phrases for each word that begins some. */
export interface CompiledPeople {
  readonly words: CompiledWordTable;
  readonly credentials: string;
  readonly providerRoles: string;
  /** In order; the word, then behind a tab each: weight, `C` where it counts in capitals only, the other words, between bars. */
  readonly health: string;
}

/** Words that are put in a set when somebody first asks for one of them. */
class Words {
  #set: Set<string> | undefined;
  #compiled: string;

  constructor(compiled = '') {
    this.#compiled = compiled;
  }
  has(word: string): boolean {
    return this.#all.has(word);
  }
  add(word: string): void {
    this.#all.add(word);
  }
  [Symbol.iterator](): IterableIterator<string> {
    return this.#all[Symbol.iterator]();
  }
  get #all(): Set<string> {
    return (this.#set ??= new Set(lines(this.#compiled)));
  }
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** The words of some kinds. */
class WordsOfKind {
  readonly #table: WordTable;
  readonly #kind: WordKind;
  readonly #unless: number;

  /** @param unless of a word that is one of these as well, that counts alone */
  constructor(table: WordTable, kind: WordKind, unless = 0) {
    this.#table = table;
    this.#kind = kind;
    this.#unless = unless;
  }
  has(word: string): boolean {
    return (this.#table.kindOf(word) & (this.#kind | this.#unless)) === this.#kind;
  }
}

/** What telling persons from other words needs of the vocabularies. Built once a run, on first use. */
export class PeopleLexicon {
  readonly #words: WordTable;
  readonly surnames: WordsOfKind;
  /** Letters after a clinician's name, without full stops: `MD`, `PhD`, `PA-C`. */
  readonly credentials: Words;
  /** Lower-cased provider roles of one to four words. */
  readonly providerRoles: Words;
  /** Lower-cased words that copy uses in lower case: never evidence of a name. */
  readonly ordinary: WordsOfKind;
  /** Lower-cased words that health terms write with a capital: eponyms and brands. */
  readonly eponyms: WordsOfKind;
  readonly #compiled: CompiledPeople | undefined;
  /** By their first word, as far as they were asked for or added. */
  readonly #health = new Map<string, readonly Phrase[]>();

  /** @param compiled what the build made of the built-in vocabularies; those given here are added to it */
  constructor(vocabularies: readonly Vocabulary[], compiled?: CompiledPeople) {
    this.#compiled = compiled;
    this.#words = new WordTable(compiled?.words);
    this.surnames = new WordsOfKind(this.#words, WordKind.surname);
    this.credentials = new Words(compiled?.credentials);
    this.providerRoles = new Words(compiled?.providerRoles);
    this.ordinary = new WordsOfKind(this.#words, WordKind.ordinary);
    this.eponyms = new WordsOfKind(this.#words, WordKind.eponym, WordKind.ordinary);
    for (const { id, terms } of vocabularies) {
      if (id === 'names') for (const { term, also_word } of terms) this.#addGiven(term.toLowerCase(), also_word === true);
      else if (id === 'surnames') for (const { term } of terms) this.#words.add(term.toLowerCase(), WordKind.surname);
      else for (const entry of terms) this.#read(id, entry);
    }
  }

  /** What was said of the name before does not count. */
  #addGiven(name: string, alsoWord: boolean): void {
    const others = this.#words.kindOf(name) & ~(WordKind.given | WordKind.alsoWord);
    this.#words.set(name, others | WordKind.given | (alsoWord ? WordKind.alsoWord : 0));
  }

  /** For the build. @param dictionary words of English */
  compile(dictionary: readonly string[]): CompiledPeople {
    for (const word of dictionary) if (!this.#words.is(word, WordKind.given | WordKind.surname | WordKind.ordinary)) this.#words.add(word, WordKind.english);
    const text = (words: Iterable<string>): string => [...words].join('\n');
    const health = Array.from(this.#health, ([word, phrases]) =>
      [word, ...phrases.map(({ rest, weight, upper }) => `${weight}|${upper ? 'C' : ''}|${rest.join(' ')}`)].join('\t'));
    return { words: this.#words.compile(), credentials: text(this.credentials), providerRoles: text(this.providerRoles), health: health.sort(byCode).join('\n') };
  }

  /** A lower-cased given name: whether it is an ordinary word, place or month too. */
  given(low: string): { readonly alsoWord: boolean } | undefined {
    const kind = this.#words.kindOf(low);
    if ((kind & WordKind.given) === 0) return undefined;
    return (kind & WordKind.alsoWord) === 0 ? NAME_ONLY : ALSO_WORD;
  }

  givenName(word: string): { readonly alsoWord: boolean } | undefined {
    return this.given(word) ?? (ASCII.test(word) ? undefined : this.given(withoutAccents(word)));
  }

  /** Whether a word that opens a sentence may be a name for all that. */
  isNamePart(low: string): boolean {
    return this.#words.is(low, WordKind.given | WordKind.surname);
  }

  /** Whether a word that opens a sentence may be a name: a listed one, or one that no dictionary knows. */
  mayOpen(low: string): boolean {
    const kind = this.#words.kindOf(low);
    if ((kind & (WordKind.given | WordKind.surname)) !== 0) return true;
    return low.length > 3 && (kind & (WordKind.ordinary | WordKind.english)) === 0 && !GRAMMAR.has(low);
  }

  /** A word in lower case that is a given name and nothing else, or stands before names. */
  isTellingInLowerCase(low: string): boolean {
    const kind = this.#words.kindOf(low);
    return (kind & (WordKind.given | WordKind.alsoWord)) === WordKind.given ? (kind & WordKind.ordinary) === 0 : TITLES_IN_LOWER_CASE.has(low);
  }

  /** A word of the dictionary that is neither a given name nor a surname. */
  isEnglish(low: string): boolean {
    return this.#words.is(low, WordKind.english);
  }

  /** A word that no list and no dictionary holds, and that names no illness: where only a name stands it is one. */
  isUnheard(low: string): boolean {
    return /^\p{L}{4,}$/u.test(low) && !this.ordinary.has(low) && !this.isEnglish(low) && !this.eponyms.has(low) && this.healthTerms(low).length === 0;
  }

  isSurname(word: string): boolean {
    return this.surnames.has(word) || (!ASCII.test(word) && this.surnames.has(withoutAccents(word)));
  }

  /** Health terms in any string: prose, a URL with its dashes, a line of script. Longest first at each place. */
  healthTerms(text: string): HealthTerm[] {
    const words = Array.from(text.matchAll(wordsOf(text)), (match) => ({ at: match.index, raw: match[0], low: plain(match[0]) }));
    const found: HealthTerm[] = [];
    for (let i = 0; i < words.length; i++) {
      const best = this.#longest(words, i);
      if (!best) continue;
      const last = words[i + best.rest.length]!;
      found.push({ start: words[i]!.at, end: last.at + last.raw.length, weight: best.weight });
      i += best.rest.length;
    }
    return found;
  }

  #longest(words: readonly { raw: string; low: string }[], at: number): Phrase | undefined {
    let best: Phrase | undefined;
    for (const phrase of this.#phrases(words[at]!.low)) {
      if (best && phrase.rest.length <= best.rest.length) continue;
      if (phrase.upper && words[at]!.raw !== words[at]!.raw.toUpperCase() && !this.#isAcronymOnly(words[at]!.low)) continue;
      if (phrase.rest.every((word, k) => words[at + 1 + k]?.low === word)) best = phrase;
    }
    return best;
  }

  /** "lasik", "ptsd": letters that are a word of no language that copy is in, whatever case they are in. */
  #isAcronymOnly(low: string): boolean {
    return low.length > 3 && !this.#words.is(low, WordKind.given | WordKind.surname | WordKind.ordinary | WordKind.english);
  }

  /** Phrases that begin with a word, read from the compiled line when copy first holds the word. */
  #phrases(word: string): readonly Phrase[] {
    if (!this.#words.is(word, WordKind.health)) return NO_PHRASES;
    let phrases = this.#health.get(word);
    if (!phrases) this.#health.set(word, (phrases = readPhrases(lineOf(this.#compiled?.health ?? '', word))));
    return phrases;
  }

  #read(id: string, entry: VocabularyEntry): void {
    const forms = entry.forms ? [entry.term, ...entry.forms] : [entry.term];
    const words = forms.map((form) => form.match(wordsOf(form)) ?? NO_WORDS);
    for (const form of words) for (const word of form) this.#sort(word);
    if (id === 'speakers' && entry.class === 'credential') for (const form of forms) this.credentials.add(form.replaceAll('.', ''));
    if (id === 'speakers' && entry.class === 'provider-title') for (const form of forms) this.providerRoles.add(form.toLowerCase());
    // "had her thyroid removed": a body part is no health fact by itself, but it is the object of many.
    if (id === 'body' && (entry.class === 'organ' || entry.class === 'region' || entry.class === 'tissue')) return this.#addHealth(forms, words, 0.49);
    if (!HEALTH_LISTS.has(id) || NOT_HEALTH.has(entry.class ?? '')) return;
    const everyday = entry.ambiguous === true || EVERYDAY.has(entry.class ?? '') || entry['severity'] === 'natural-state';
    this.#addHealth(forms, words, everyday ? 0.5 : 1);
  }

  #addHealth(forms: readonly string[], words: readonly (readonly string[])[], weight: number): void {
    for (const [at, form] of forms.entries()) {
      const [first, ...rest] = words[at]!.map(plain);
      if (!first) continue;
      const phrase: Phrase = { rest, weight, upper: rest.length === 0 && /^[A-Z]{2,6}$/.test(form) };
      this.#health.set(first, [...this.#phrases(first), phrase]);
      this.#words.add(first, WordKind.health);
    }
  }

  #sort(word: string): void {
    const first = word.charCodeAt(0);
    if (first > 127 ? /^\p{Ll}/u.test(word) : first > 96) this.#words.add(word, WordKind.ordinary);
    else if (first > 64 && /^\p{Lu}\p{Ll}/u.test(word)) this.#words.add(word.toLowerCase().replace(/['’]s$/, ''), WordKind.eponym);
  }
}

function readPhrases(line: string): Phrase[] {
  const [, ...records] = line.split('\t');
  return records.map((record) => {
    const [weight, upper, rest] = record.split('|');
    return { rest: rest ? rest.split(' ') : [], weight: Number(weight), upper: upper === 'C' };
  });
}

/** Of text whose lines are in order, the one that begins with a word and a tab, or none; searched by halves. */
function lineOf(text: string, word: string): string {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const found = text.slice(start, text.indexOf('\t', start));
    if (found === word) return text.slice(start, end);
    if (found < word) low = end + 1;
    else high = start - 1;
  }
  return '';
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const NO_WORDS: readonly string[] = [];
const NO_PHRASES: readonly Phrase[] = [];
const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd');
const plain = (word: string): string => {
  const low = word.toLowerCase();
  return /['’]/.test(low) ? low.replace(/['’]s$/, '').replace('’', "'") : low;
};

// A word that only names write is worth more than one which the copy uses for something else.
export const onlyName = (lexicon: PeopleLexicon, word: string): boolean => {
  const given = lexicon.givenName(word);
  return given !== undefined && !given.alsoWord && !lexicon.ordinary.has(word);
};

