import type { Span } from '../../rule.ts';
import { mayNameSomebody } from './glance.ts';
import { isLatin, onlyName, type PeopleLexicon } from './lexicon.ts';
import { CALENDAR, EPONYM_NOUNS, FOREIGN_GRAMMAR, GRAMMAR, OFFICE_TITLES, ORGANIZATION_NOUNS, PERSONAL_TITLES, PROVIDER_TITLES, STATE_CODES, STATES, STREET_NOUNS } from './words.ts';

/**
 * How much of a name is written. `family` is "the … family"; `initials` has at most one whole word ("T. Greer" is `surname`
 * with an initial, which names a person in a small town as well as the full name does).
 */
export type NameForm = 'full' | 'given' | 'surname' | 'initials' | 'family' | 'handle';

export interface NameMention extends Span {
  readonly form: NameForm;
  /** 0 to 1: how sure the letters alone make it that this is a person's name. */
  readonly strength: number;
  /** Lower-cased title before it, e.g. `mrs` or `dr`. */
  readonly title?: string;
  /** Lower-cased given name and surname, where known, to tell that two mentions are one person. */
  readonly given?: string;
  readonly surname?: string;
  /** Surname first, as records write it. */
  readonly inverted?: true;
}

/** Endings of English words that surnames rarely have: enough to doubt a capital that no list knows. */
const ENGLISH = /(?:ing|tion|sion|ment|ness|ity|ive|ful|less|able|ible|ous|ally|ly|ed|ence|ance|ship|wards?|ware|ics?|ism|ists?|ies|ers|ors|ts|ks|ps|als?|ure|ate|ize|ise|age)$/;

interface Word extends Span {
  /** Without possessive s and full stop. */
  readonly text: string;
  readonly low: string;
  readonly capital: boolean;
  /** A single letter, with or without full stop, or several with full stops: J, J., J.T. */
  readonly initial: boolean;
  readonly possessive: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const WORD = /\p{L}\.(?:-?\p{L}\.){1,3}|\p{L}[\p{L}\p{M}]{0,40}(?:['’\-]\p{L}[\p{L}\p{M}]{0,40}){0,4}/gu;
/** The same for text in Latin letters alone, which nearly all copy is: ten times as fast. */
const LATIN_WORD = /[A-Za-zÀ-ɏ]\.(?:-?[A-Za-zÀ-ɏ]\.){1,3}|[A-Za-zÀ-ɏ]{1,41}(?:['’-][A-Za-zÀ-ɏ]{1,41}){0,4}/g;
const PREFIXED = /^(?:al|el|ad|an|as|ash|ul|d|l|t)['’-]\p{Lu}/u;
const PARTICLES = new Set(['de', 'del', 'da', 'dos', 'das', 'do', 'di', 'du', 'van', 'von', 'der', 'den', 'ter', 'bin', 'ibn', 'bint', 'al', 'el', 'la', 'le', 'las', 'los', 'y', 'e', 'mac', 'ben', 'abu', 'st', 'ten']);
const PLACE_OPENERS = new Set(['st', 'saint', 'san', 'santa', 'sainte', 'mount', 'mt', 'port', 'fort', 'ft', 'lake', 'cape', 'camp', 'los', 'las', 'el', 'la', 'north', 'south', 'east', 'west', 'new', 'upper', 'lower', 'point', 'bayou', 'puerto', 'costa', 'hong', 'sierra', 'rio', 'terre', 'baton', 'grand']);
const BEFORE_MONTH = new Set(['in', 'around', 'by', 'until', 'till', 'since', 'this', 'last', 'next', 'every', 'each', 'early', 'late', 'mid', 'through', 'during']);
/** What follows a verb in an order, and no name. */
const AFTER_VERB = new Set(['your', 'the', 'my', 'our', 'this', 'that', 'these', 'those', 'it', 'a', 'an', 'us', 'me', 'up', 'off', 'out', 'down', 'on', 'you', 'in', 'any', 'every', 'all', 'yourself']);
/** "The Abernathy …": what a household and its members are called. */
const HOUSEHOLD = new Set(['family', 'twins', 'triplets', 'boys', 'girls', 'boy', 'girl', 'baby', 'kids', 'children', 'brothers', 'sisters', 'siblings', 'couple', 'household', 'clan']);
/** Stock names that stand for nobody. */
const NOBODY = /^(?:j(?:ane|ohn|anet|ohnny) (?:q\.? ?)?(?:doe|roe|public|sample)|(?:test|sample|dummy|demo|example) (?:patient|user|name|person)|(?:first|last|full|your|patient|given) ?name|jane q|joe bloggs|a\. ?n\. other|max mustermann)$/i;

function read(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(isLatin(text) ? LATIN_WORD : WORD)) {
    let raw = match[0];
    const start = match.index;
    // "Pk9MHat", "Phil1": a piece of a code, not a word.
    if (inCode(text, start, start + raw.length)) continue;
    const gap = text.slice(end, start);
    end = start + raw.length;
    const compound = /['’.-]/.test(raw);
    const possessive = compound && raw.length > 2 && /['’]s$/i.test(raw);
    if (possessive) raw = raw.slice(0, -2);
    const letters = compound ? raw.replaceAll('.', '').length : raw.length;
    const initial = letters === 1 || (letters <= 4 && letters < raw.length && raw.includes('.'));
    const low = raw.toLowerCase();
    words.push({
      start, end: start + raw.length, text: raw, low: compound ? low.replaceAll('’', "'") : low,
      capital: isCapital(raw) || (compound && PREFIXED.test(raw)), initial, possessive, gap,
    });
  }
  return words;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const inCode = (text: string, start: number, end: number): boolean => (start > 0 && isDigit(text.charCodeAt(start - 1))) || isDigit(text.charCodeAt(end));

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code < 91 : /^\p{Lu}/u.test(word);
}

/**
 * Every stretch of the text that may name a person, longest first at each place. Owner and context are judged elsewhere.
 * @param sentences bounds that no name crosses, in order
 * @param written whether the page writes a word in lower case too, so that its capital says nothing
 */
export function findNames(
  text: string,
  lexicon: PeopleLexicon,
  sentences: readonly Span[] = [{ start: 0, end: text.length }],
  written: WordTest = NOTHING,
): NameMention[] {
  const names: NameMention[] = [];
  for (const { start, end } of sentences) {
    if (end - start < 2 || !mayNameSomebody(text, lexicon, start, end)) continue;
    for (const name of namesInSentence(text.slice(start, end), lexicon, written)) names.push({ ...name, start: name.start + start, end: name.end + start });
  }
  return names;
}

type WordTest = (word: string) => boolean;
const NOTHING: WordTest = () => false;

function namesInSentence(text: string, lexicon: PeopleLexicon, written: WordTest): NameMention[] {
  const words = read(text);
  if (words.length === 0) return [];
  const letters = words.filter((word) => word.text.length > 2);
  const capitals = letters.filter((word) => word.capital).length;
  const shouting = letters.length > 3 && letters.filter((word) => word.text === word.text.toUpperCase()).length > letters.length * 0.7;
  const whispering = capitals === 0 && letters.length > 2;
  const reader = new Reader(text, words, lexicon, shouting, whispering, written);
  const names: NameMention[] = [];
  for (let i = 0; i < words.length;) {
    const found = reader.at(i);
    if (!found) {
      i++;
      continue;
    }
    if (!NOBODY.test(text.slice(found.mention.start, found.mention.end)) && !isTown(text, found.mention, lexicon)) names.push(found.mention);
    i = found.next;
  }
  if (/[#@]/.test(text)) names.push(...handles(text, lexicon));
  return names.sort((a, b) => a.start - b.start);
}

/** What no family is called. */
const TOWN_ONLY = /\b(?:Springs|Falls|Heights|Creek|Village|Rapids|Junction|Crossing|Landing|Shores|Hollow|Beach|City)$/;
/** What towns are called, and families too. */
const TOWN_OR_FAMILY = /\b(?:Grove|Valley|Harbou?r|Hills?|Mills|Ridge|Haven|Ferry|Bluffs?|Rock|Lake|Bay|Point|Island|Park|Forest|Fields?|Bridge|Ford|Port|Corners?|Green)$/;
const STANDS_IN = /\b(?:in|near|serving|around|outside|throughout|across) $/;
const COMES_FROM = /\b(?:in|near|serving|around|outside|throughout|across|at|from|of|to) $/;
const BEHIND_STREET = /\d{1,5} \p{Lu}[\p{L} .]{2,40}, (?:(?:Suite|Ste\.?|Unit|Floor|No\.) [\p{L}\d-]{1,6}, )?$/u;
const STATE_BEHIND = new RegExp(String.raw`^, (?:[A-Z]{2}\b|(?:${[...STATES].join('|')})\b)`, 'i');

/** "in Briar Creek, North Carolina": a place by its last word and by what stands around it. */
function isTown(text: string, { start, end, given }: NameMention, lexicon: PeopleLexicon): boolean {
  const name = text.slice(start, end);
  const sure = TOWN_ONLY.test(name);
  if (!sure && !TOWN_OR_FAMILY.test(name)) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  if (STATE_BEHIND.test(text.slice(end, end + 30)) || BEHIND_STREET.test(before)) return true;
  if (sure) return COMES_FROM.test(before);
  return STANDS_IN.test(before) && (given === undefined || lexicon.givenName(given) === undefined);
}

interface Found { readonly mention: NameMention; readonly next: number }

class Reader {
  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    private readonly lexicon: PeopleLexicon,
    private readonly shouting: boolean,
    private readonly whispering: boolean,
    private readonly written: WordTest,
  ) {}

  private hasGiven(word: string): boolean {
    return this.lexicon.givenName(word) !== undefined;
  }

  at(i: number): Found | undefined {
    const word = this.words[i]!;
    const written = word.capital || this.whispering;
    if (!written && !(PERSONAL_TITLES.has(word.low) && word.gap.endsWith(' '))) return this.lowered(i);
    return this.titled(i) ?? this.family(i) ?? this.lastFirst(i) ?? this.given(i) ?? this.initialed(i) ?? this.unknown(i);
  }

  /** Mrs. Eleanor Whitcombe, Mr. D, Mr. and Mrs. Tremblay, Dr. Okafor, Baby Ava. */
  private titled(i: number): Found | undefined {
    const { low } = this.words[i]!;
    const provider = PROVIDER_TITLES.has(low) || OFFICE_TITLES.has(low);
    if (!provider && !PERSONAL_TITLES.has(low)) return undefined;
    let at = i + 1;
    if (this.words[at]?.low === 'and' && PERSONAL_TITLES.has(this.words[at + 1]?.low ?? '')) at += 2;
    const first = this.words[at];
    if (!first || !/^\.?[ \u00a0]$/.test(first.gap) || !(first.capital || this.whispering)) return undefined;
    // "Dr. Rev. Samuel Green", "Nurse Practitioner Ida Wu": the next title opens the name.
    if (PROVIDER_TITLES.has(first.low) || OFFICE_TITLES.has(first.low) || PERSONAL_TITLES.has(first.low)) return undefined;
    const weakTitle = /^(?:sister|private|master|little|baby|grandma|grandpa|granny|aunt|auntie|uncle|nana|officer|general|lady|lord|sr|col|gen|coach|captain|nurse|doctor|st|hon|justice|rep|fr|mayor|pastor|governor)$/.test(low);
    if (!first.initial && this.isWord(first) && (weakTitle || GRAMMAR.has(first.low) || ORGANIZATION_NOUNS.has(first.low))) return undefined;
    if (weakTitle && !provider && !this.hasGiven(first.low) && !this.lexicon.isSurname(first.low)) return undefined;
    let last = at;
    for (let k = at + 1; k < at + 5; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k) || this.words[k - 1]!.possessive) break;
      if (next.initial || PARTICLES.has(next.low) || this.partOfName(k)) last = k;
      else break;
    }
    while (last > at && !this.words[last]!.initial && PARTICLES.has(this.words[last]!.low)) last--;
    const start = this.words[i]!.start;
    const lone = last === at;
    const surname = this.words[last]!;
    return this.found(start, last, {
      form: lone ? (first.initial ? 'initials' : 'surname') : 'full', strength: 0.95, title: low,
      given: lone ? (this.hasGiven(first.low) && !/^m(?:r|rs|s|x)$/.test(low) ? first.low : undefined) : first.low, surname: surname.low,
    });
  }

  /** The Abernathy family; the Patels. */
  private family(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    const single = word.low.replace(/e?s$/, '');
    if (this.words[i - 1]?.low === 'the' && word.low.endsWith('s') && word.gap === ' ' && !word.possessive && !next?.capital) {
      const stem = [word.low.slice(0, -1), single].find((low) => this.lexicon.isSurname(low) && !this.lexicon.ordinary.has(low) && !this.lexicon.eponyms.has(low));
      if (stem && !this.isWord(word) && !this.lexicon.isSurname(word.low)) return this.found(word.start, i, { form: 'family', strength: 0.65, surname: stem });
    }
    if (!next || !HOUSEHOLD.has(next.low) || next.gap !== ' ' || word.possessive || GRAMMAR.has(word.low) || this.isWord(word)) return undefined;
    if (next.low !== 'family' && !this.lexicon.isSurname(word.low)) return undefined;
    if (this.words[i - 1]?.low !== 'the' || next.capital) return undefined;
    const strength = this.lexicon.isSurname(word.low) ? 0.8 : 0.6;
    return this.found(word.start, i + 1, { form: 'family', strength, surname: word.low });
  }

  /** Whitfield, Joan. */
  private lastFirst(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (!next || !next.capital || next.gap !== ', ' || next.initial || word.possessive || word.initial) return undefined;
    if (!this.hasGiven(next.low) || GRAMMAR.has(word.low) || STATES.has(next.low) || CALENDAR.has(word.low)) return undefined;
    const shouted = word.text === word.text.toUpperCase() && next.text === next.text.toUpperCase();
    if (!this.lexicon.isSurname(word.low) || (this.hasGiven(word.low) && !shouted)) return undefined;
    const before = this.words[i - 1];
    if (before && before.capital && before.gap !== undefined && /^[ \u00a0]$/.test(word.gap) && !GRAMMAR.has(before.low)) return undefined;
    if (before && /,\s*$/.test(word.gap)) return undefined;
    const after = this.words[i + 2];
    const longer = after?.initial && after.capital && /^ $/.test(after.gap) ? i + 2 : i + 1;
    // "Okafor, Denise and Tom": a list of surnames and given names is no record.
    if (/^\s*(?:,|and\b|&)/.test(this.text.slice(this.words[longer]!.end, this.words[longer]!.end + 6))) return undefined;
    return this.found(word.start, longer, { form: 'full', strength: 0.5, given: next.low, surname: word.low, inverted: true });
  }

  /** A listed given name, with whatever follows that may belong to it. */
  private given(i: number): Found | undefined {
    const word = this.words[i]!;
    const known = this.lexicon.givenName(word.low) ?? this.lexicon.givenName(word.low.split('-')[0]!);
    if (!known || word.initial || this.afterPlaceOpener(i) || (/^(?:santa|san|saint|new|fort|port|lake|mount)$/.test(word.low) && this.words[i + 1]?.capital)) return undefined;
    const strong = (onlyName(this.lexicon, word.low) || (word.low.includes('-') && onlyName(this.lexicon, word.low.split('-')[0]!))) && !STATES.has(word.low) && !CALENDAR.has(word.low);
    if (this.whispering && !strong) return undefined;
    // "Can Botox help?", "Will insurance pay?"
    if (GRAMMAR.has(word.low) && !(this.words[i + 1] && this.joins(i + 1) && this.lexicon.isSurname(this.words[i + 1]!.low) && !this.isWord(this.words[i + 1]!))) return undefined;
    if (CALENDAR.has(word.low) && this.datesSomething(i)) return undefined;
    if (this.isForeignWord(word) || (word.text.length < 3 && word.text === word.text.toUpperCase() && !this.shouting)) return undefined;
    if (known.alsoWord && (this.opensAsVerb(i) || (this.foreign && this.shouting))) return undefined;
    if (word.possessive) return strong ? this.single(i, 0.6) : this.single(i, 0.3);
    let last = i;
    let surname: Word | undefined;
    for (let k = i + 1; k <= i + 4; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k)) break;
      const gap = next.gap;
      if (!/^(?:\.?[ \u00a0]{1,2}|[ \u00a0]["“(']|["”)'][ \u00a0])$/.test(gap)) break;
      if (next.initial && (next.capital || this.whispering)) {
        if (next.text.length === 1 && /^[aAI]$/.test(next.text) && this.text[next.end] !== '.') break;
        last = k;
        continue;
      }
      if (PARTICLES.has(next.low) && this.words[k + 1]?.capital && this.words[k + 1]!.gap === ' ' && (next.capital ? !this.isWord(next) || next.low.length < 4 : true)) {
        last = k;
        continue;
      }
      if (surname && !this.secondSurname(k)) break;
      if (!this.partOfName(k)) break;
      if (surname === undefined || !this.words[k - 1]!.possessive) last = k;
      surname = next;
      if (next.possessive) break;
    }
    while (last > i && !this.words[last]!.initial && PARTICLES.has(this.words[last]!.low)) last--;
    if (this.organizationFollows(last)) return { mention: this.mention(word.start, last, { form: 'full', strength: 0 }), next: last + 1 };
    if (!surname) {
      if (last > i) return this.found(word.start, last, { form: 'given', strength: strong ? 0.8 : 0.5, given: word.low }, this.stopAfter(last));
      return this.single(i, strong ? 0.55 : 0.25);
    }
    const ordinary = this.isWord(surname);
    const listed = this.lexicon.isSurname(surname.low) || surname.low.includes('-') || this.hasGiven(surname.low);
    let strength: number;
    if (strong) strength = ordinary ? 0.75 : listed ? 0.95 : 0.85;
    else strength = ordinary || this.words[i - 1]?.low === 'the' ? 0.3 : listed ? 0.75 : 0.6;
    // "on Mary Street", "Grace Hall"
    if (STREET_NOUNS.has(surname.low) || ORGANIZATION_NOUNS.has(surname.low)) strength = Math.min(strength, 0.3);
    if (this.whispering) {
      if (!listed || ordinary) return this.single(i, 0.45);
      strength = Math.min(strength, 0.7);
    }
    return this.found(word.start, last, { form: 'full', strength, given: word.low, surname: surname.low });
  }

  /** "May 3", "around June", "June and July": the month. */
  private datesSomething(i: number): boolean {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (/^\.? \d/.test(this.text.slice(word.end, word.end + 3)) || (next && (CALENDAR.has(next.low) || (word.possessive && /^(?:day|eve|week|weekend)$/.test(next.low))))) return true;
    if (next && this.joins(i + 1) && ((next.initial && !/^[ai]$/.test(next.low)) || this.partOfName(i + 1))) return false;
    return BEFORE_MONTH.has(this.words[i - 1]?.low ?? '') && word.gap === ' ';
  }

  /** "Mark your calendar", "Grant us a moment": an order that opens the sentence. */
  private opensAsVerb(i: number): boolean {
    const next = this.words[i + 1];
    return next !== undefined && next.gap === ' ' && AFTER_VERB.has(next.low) && /(?:^|[.!?:|•*-])\s*$/.test(this.text.slice(0, this.words[i]!.start).slice(-4));
  }

  /** A word of grammar in a sentence of another language. */
  private isForeignWord(word: Word): boolean {
    return FOREIGN_GRAMMAR.has(word.low) && this.foreign;
  }

  /** The sentence is in another language, whose words no list of ordinary ones holds. */
  private get foreign(): boolean {
    return (this.#foreign ??= this.words.filter(({ low }) => FOREIGN_GRAMMAR.has(low) && !GRAMMAR.has(low)).length > Math.max(2, this.words.length * 0.12));
  }
  #foreign: boolean | undefined;

  /** T. Greer, J.T., K.R.L. */
  private initialed(i: number): Found | undefined {
    const word = this.words[i]!;
    if (!word.initial || !word.capital || this.whispering) return undefined;
    const dotted = word.text.includes('.') || this.text[word.end] === '.';
    if (!dotted) return undefined;
    let last = i;
    for (let k = i + 1; k <= i + 3; k++) {
      const next = this.words[k];
      if (!next || !/^\.?[ \u00a0]?$/.test(next.gap) || !next.capital) break;
      if (next.initial) {
        last = k;
        continue;
      }
      if (!/^\.?[ \u00a0]$/.test(next.gap) || !this.partOfName(k) || this.lexicon.eponyms.has(next.low)) break;
      if (this.organizationFollows(k)) return undefined;
      return this.found(word.start, k, { form: 'surname', strength: this.lexicon.isSurname(next.low) ? 0.6 : 0.45, surname: next.low });
    }
    if (last === i && !/^\p{Lu}\.-?\p{Lu}\./u.test(word.text)) return undefined;
    const letters = this.text.slice(word.start, this.words[last]!.end).replaceAll('.', '');
    if (/^(?:US|USA|UK|MD|DO|AM|PM|DC|PA|RN|NP|DDS|DMD|BC|AD|EU|NY|LA|PO|PT|OD|ND|TX|BS|MS|BA|MA|EdD|PhD|IV|NW|SW|NE|SE|UN|IQ|DNA|DOB|STD|TV|ET|CT|NC|SC|NJ|FDA|FACS|FACP|FAAN|FACC|LLC|LLP|PC)$/i.test(letters.replaceAll(' ', ''))) return undefined;
    return this.found(word.start, last, { form: 'initials', strength: 0.4 }, this.text[this.words[last]!.end] === '.' && !this.words[last]!.text.endsWith('.') ? 1 : 0);
  }

  /** Two capitalised words that no list knows as anything else: enough for a name only beside a strong cue. */
  private unknown(i: number): Found | undefined {
    const word = this.words[i]!;
    if (this.whispering || this.shouting || (word.text.length > 1 && word.text === word.text.toUpperCase())) return undefined;
    if (this.foreign && !this.lexicon.isSurname(word.low) && !this.lexicon.isSurname(this.words[i + 1]?.low ?? '')) return undefined;
    if (word.possessive || word.initial || this.isWord(word) || this.lexicon.isEnglish(word.low) || this.notName(word) || this.afterPlaceOpener(i) || this.isForeignWord(word) || /^\p{Lu}{2,}s$/u.test(word.text)) return undefined;
    // "Camp Sweeney", "Lake Havasu"
    if (PLACE_OPENERS.has(word.low) && word.low !== 'st' && this.words[i + 1]?.capital) return undefined;
    const listed = this.lexicon.isSurname(word.low);
    let last = i;
    for (let k = i + 1; k <= i + 4; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k) || this.words[k - 1]!.possessive) break;
      if ((next.initial && k < i + 3 && next.capital) || (PARTICLES.has(next.low) && !next.capital && next.gap === ' ' && next.low.length > 1 && this.particleName(k))) {
        last = k;
        continue;
      }
      if (!this.partOfName(k) || this.lexicon.eponyms.has(next.low) || this.lexicon.isEnglish(next.low)) break;
      last = k;
    }
    const final = this.words[last]!;
    if (last > i && final.initial) return this.found(word.start, last, { form: 'given', strength: listed ? 0.3 : 0.35, given: word.low }, this.stopAfter(last));
    if (this.organizationFollows(last)) return { mention: this.mention(word.start, last, { form: 'full', strength: 0 }), next: last + 1 };
    if (last === i) return i > 0 || listed ? this.found(word.start, i, { form: 'surname', strength: listed ? 0.25 : 0.15, surname: word.low }) : undefined;
    if (!listed && !this.lexicon.isSurname(final.low) && (ENGLISH.test(word.low) || ENGLISH.test(final.low))) return undefined;
    const english = ENGLISH.test(word.low) || ENGLISH.test(final.low);
    const strength = this.lexicon.isSurname(final.low) && !this.isWord(final) ? (english || PLACE_OPENERS.has(word.low) ? 0.5 : 0.65) : english || this.titleCase() ? 0.35 : 0.45;
    return this.found(word.start, last, { form: 'full', strength, given: word.low, surname: final.low });
  }

  /** The particles from word `k` on end in a capitalised name: "van der Berg". */
  private particleName(k: number): boolean {
    let at = k;
    while (at < k + 3 && this.words[at] && PARTICLES.has(this.words[at]!.low) && !this.words[at]!.capital) at++;
    const name = this.words[at];
    return name !== undefined && name.capital && name.gap === ' ' && !this.isWord(name) && !ORGANIZATION_NOUNS.has(name.low) && !STATES.has(name.low);
  }

  /** 1 when the initial at `last` is followed by its full stop. */
  private stopAfter(last: number): number {
    return this.words[last]!.initial && !this.words[last]!.text.endsWith('.') && this.text[this.words[last]!.end] === '.' ? 1 : 0;
  }

  /** A whole name in lower case amid other copy, e.g. a social post: both halves must be known and be nothing else. */
  private lowered(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (word.capital || !next || next.capital || next.gap !== ' ' || !onlyName(this.lexicon, word.low)) return undefined;
    // "tyler b": a handle spelt out.
    if (next.text.length === 1 && !/[ai]/.test(next.low)) return this.found(word.start, i + 1, { form: 'given', strength: 0.6, given: word.low });
    if (this.isWord(next) || !this.lexicon.isSurname(next.low)) return undefined;
    return this.found(word.start, i + 1, { form: 'full', strength: 0.6, given: word.low, surname: next.low });
  }

  private single(i: number, strength: number): Found | undefined {
    const word = this.words[i]!;
    const before = this.words[i - 1];
    // "Wake Forrest": the second half of something else.
    if (before?.capital && i > 1 && /^[ \u00a0]$/.test(word.gap) && !GRAMMAR.has(before.low) && !this.titleCase()) strength = Math.min(strength, 0.2);
    if (this.organizationFollows(i)) return undefined;
    return this.found(word.start, i, { form: 'given', strength: this.shouting ? strength * 0.8 : strength, given: word.low });
  }

  private found(start: number, last: number, name: Omit<NameMention, 'start' | 'end'>, extra = 0): Found {
    return { mention: this.mention(start, last, name, extra), next: last + 1 };
  }

  private mention(start: number, last: number, name: Omit<NameMention, 'start' | 'end'>, extra = 0): NameMention {
    // "4417 Larkmoor Lane": an address.
    if (STREET_NOUNS.has(this.words[last]!.low) && /\d\w{0,2} (?:[NSEW]\.? |(?:North|South|East|West) )?$/.test(this.text.slice(Math.max(0, start - 12), start))) name = { ...name, strength: 0 };
    return { ...name, start, end: this.words[last]!.end + extra };
  }

  /** Whether the copy uses the word for something else than a name. */
  private isWord(word: Word): boolean {
    const { low } = word;
    if (this.lexicon.ordinary.has(low) || GRAMMAR.has(low) || CALENDAR.has(low) || this.written(low)) return true;
    return low.includes('-') && low.split('-').some((part) => part.length > 1 && (GRAMMAR.has(part) || CALENDAR.has(part) || (this.lexicon.ordinary.has(part) && !this.lexicon.isSurname(part))));
  }

  private notName(word: Word): boolean {
    return (
      GRAMMAR.has(word.low) || ORGANIZATION_NOUNS.has(word.low) || CALENDAR.has(word.low) || STATES.has(word.low) ||
      this.lexicon.eponyms.has(word.low) || (word.text.length < 5 && word.text === word.text.toUpperCase() && !this.shouting) || /\p{Ll}\p{Lu}/u.test(word.text.replace(/^(?:Mc|Mac|De|O'|La|Le|Di|Van)/, ''))
    );
  }

  /** Word `k` can be the second half of a name. */
  private partOfName(k: number): boolean {
    const word = this.words[k]!;
    if (!(word.capital || this.whispering) || word.initial || GRAMMAR.has(word.low) || CALENDAR.has(word.low) || this.isForeignWord(word)) return false;
    if (this.lexicon.credentials.has(word.text) && word.text.length < 6) return false;
    if (word.text.length < 5 && word.text === word.text.toUpperCase() && !this.shouting && STATE_CODES.has(word.text)) return false;
    if (/^\p{Lu}{2,}$/u.test(word.text) && !this.shouting && !this.lexicon.isSurname(word.low)) return false;
    if (this.lexicon.isSurname(word.low)) return this.lexicon.ordinary.has(word.low) ? !this.whispering && this.surnameHere(k) : true;
    return !this.isWord(word) && !ORGANIZATION_NOUNS.has(word.low) && !STATES.has(word.low);
  }

  /** In a Title Case line an ordinary word after a given name is more often the next word of the line than a surname. */
  private surnameHere(k: number): boolean {
    const next = this.words[k + 1];
    const word = this.words[k]!;
    if (word.possessive || !next || !/^\s/.test(next.gap)) return true;
    if (!this.titleCase()) return true;
    return !next.capital || GRAMMAR.has(next.low);
  }

  #titled: boolean | undefined;
  private titleCase(): boolean {
    this.#titled ??= (() => {
      const long = this.words.filter((word) => word.text.length > 3);
      return long.length > 3 && long.filter((word) => word.capital).length > long.length * 0.75;
    })();
    return this.#titled;
  }

  private secondSurname(k: number): boolean {
    const word = this.words[k]!;
    return word.low.includes('-') || (this.lexicon.isSurname(word.low) && !this.isWord(word));
  }

  /** White space only between word `k` and the one before, so that both can belong to one name. */
  private joins(k: number): boolean {
    const word = this.words[k]!;
    const before = this.words[k - 1]!;
    if (before.initial) return /^\.?[ \u00a0]{0,2}["“(']?$/.test(word.gap);
    if (before.possessive) return false;
    return /^[ \u00a0]{1,2}["“(']?$|^["”)'][ \u00a0]$/.test(word.gap);
  }

  private afterPlaceOpener(i: number): boolean {
    const before = this.words[i - 1];
    return before !== undefined && PLACE_OPENERS.has(before.low) && before.capital && /^\.?[ \u00a0]$/.test(this.words[i]!.gap);
  }

  private organizationFollows(last: number): boolean {
    const next = this.words[last + 1];
    if (!next || !/^[ \u00a0](?:& |and )?$/.test(next.gap)) return false;
    if (this.words[last]!.possessive) return EPONYM_NOUNS.has(next.low) || (next.capital && ORGANIZATION_NOUNS.has(next.low));
    const second = this.words[last + 2];
    const third = this.words[last + 3];
    const noun = (word: Word | undefined): boolean => word !== undefined && word.capital && (ORGANIZATION_NOUNS.has(word.low) || STREET_NOUNS.has(word.low));
    if (EPONYM_NOUNS.has(next.low) && !this.shouting) return true;
    if (this.shouting) return noun(next) && ORGANIZATION_NOUNS.has(next.low);
    const spaced = (word: Word | undefined): boolean => /^[ \u00a0]$/.test(word?.gap ?? '');
    return noun(next) || (next.capital && spaced(second) && (noun(second) || (second!.capital && spaced(third) && noun(third))));
  }
}

/** `#ThankJoseRamirez`, `@maria_lopez`: words run together, told apart by capitals or underscores. */
function handles(text: string, lexicon: PeopleLexicon): NameMention[] {
  const found: NameMention[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_./@])[#@]([\p{L}\p{N}_.]{4,40})/gu)) {
    const cut = match[1]!.split(/(?<=\p{Ll})(?=\p{Lu})|[_.\d]+/u).filter(Boolean).map((part) => part.toLowerCase());
    const parts = cut.flatMap((part) => runTogether(part, lexicon));
    const at = parts.findIndex((part, k) => onlyName(lexicon, part) && parts[k + 1] !== undefined && !lexicon.ordinary.has(parts[k + 1]!) && !GRAMMAR.has(parts[k + 1]!));
    const thanked = cut.findIndex((part, k) => k > 0 && THANKS.has(cut[k - 1]!) && onlyName(lexicon, part));
    if (at < 0 && thanked > 0 && match[0].startsWith('#')) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', strength: 0.6, given: cut[thanked]! });
    if (at < 0 && match[0].startsWith('@')) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', strength: 0.5 });
    if (at >= 0) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', strength: 0.8, given: parts[at]!, surname: parts[at + 1]! });
  }
  return found;
}

/** What comes before a name in a hashtag. */
const THANKS = new Set(['thank', 'thanks', 'you', 'team', 'go', 'for', 'with', 'love', 'congrats', 'meet', 'bravo', 'strong', 'our', 'remember', 'remembering']);

/** `coreywainwright` → `corey`, `wainwright`, where both are known; the word itself otherwise. */
function runTogether(word: string, lexicon: PeopleLexicon): string[] {
  if (word.length < 8 || lexicon.ordinary.has(word)) return [word];
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    if (onlyName(lexicon, first) && lexicon.surnames.has(last) && !lexicon.ordinary.has(last)) return [first, last];
  }
  return [word];
}
