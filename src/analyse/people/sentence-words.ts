import type { PeopleLexicon } from './lexicon.ts';
import type { Word } from './name-words.ts';
import type { PageWords } from './page-words.ts';
import { CALENDAR, EPONYM_NOUNS, FOREIGN_GRAMMAR, GRAMMAR, ORGANIZATION_NOUNS, STATE_CODES, STATES, STREET_NOUNS } from './words.ts';

export const PARTICLES = new Set(['de', 'del', 'da', 'dos', 'das', 'do', 'di', 'du', 'van', 'von', 'der', 'den', 'ter', 'bin', 'ibn', 'bint', 'al', 'el', 'la', 'le', 'las', 'los', 'y', 'e', 'mac', 'ben', 'abu', 'st', 'ten']);
export const PLACE_OPENERS = new Set(['st', 'saint', 'san', 'santa', 'sainte', 'mount', 'mt', 'port', 'fort', 'ft', 'lake', 'cape', 'camp', 'los', 'las', 'el', 'la', 'north', 'south', 'east', 'west', 'new', 'upper', 'lower', 'point', 'bayou', 'puerto', 'costa', 'hong', 'sierra', 'rio', 'terre', 'baton', 'grand']);
const BEFORE_MONTH = new Set(['in', 'around', 'by', 'until', 'till', 'since', 'this', 'last', 'next', 'every', 'each', 'early', 'late', 'mid', 'through', 'during']);
/** What follows a verb in an order, and no name. */
const AFTER_VERB = new Set(['your', 'the', 'my', 'our', 'this', 'that', 'these', 'those', 'it', 'a', 'an', 'us', 'me', 'up', 'off', 'out', 'down', 'on', 'you', 'in', 'any', 'every', 'all', 'yourself']);

const CAMEL = /\p{Ll}\p{Lu}/u;
const NAME_PREFIX = /^(?:Mc|Mac|De|Du|O'|La|Le|Di|Van|Fitz)/;
const ROMAN = /^[IVX]+(?:(?:[-–][IVX]+)+|[abc])$/;

/** What the words of one sentence can be, told by the words beside them: a surname, a month, the first half of an organisation. */
export class SentenceWords {
  constructor(
    protected readonly text: string,
    protected readonly words: readonly Word[],
    protected readonly lexicon: PeopleLexicon,
    protected readonly shouting: boolean,
    protected readonly whispering: boolean,
    protected readonly page: PageWords,
  ) {}

  protected hasGiven(word: string): boolean {
    return this.lexicon.givenName(word) !== undefined;
  }

  /** "May 3", "around June", "June and July": the month. */
  protected datesSomething(i: number): boolean {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (/^\.? \d/.test(this.text.slice(word.end, word.end + 3)) || (next && (CALENDAR.has(next.low) || (word.possessive && /^(?:day|eve|week|weekend)$/.test(next.low))))) return true;
    if (next && this.joins(i + 1) && ((next.initial && !/^[ai]$/.test(next.low)) || this.partOfName(i + 1))) return false;
    return BEFORE_MONTH.has(this.words[i - 1]?.low ?? '') && word.gap === ' ';
  }

  /** "Mark your calendar", "Grant us a moment": an order that opens the sentence. */
  protected opensAsVerb(i: number): boolean {
    const next = this.words[i + 1];
    return next !== undefined && next.gap === ' ' && AFTER_VERB.has(next.low) && /(?:^|[.!?:|•*-])\s*$/.test(this.text.slice(0, this.words[i]!.start).slice(-4));
  }

  /** A word of grammar in a sentence of another language. */
  protected isForeignWord(word: Word): boolean {
    return FOREIGN_GRAMMAR.has(word.low) && this.foreign;
  }

  /** The sentence is in another language, whose words no list of ordinary ones holds. */
  protected get foreign(): boolean {
    return this.page.foreign || this.inForeignWords;
  }

  /** The sentence itself is. */
  protected get inForeignWords(): boolean {
    return (this.#foreign ??= this.words.filter(({ low }) => FOREIGN_GRAMMAR.has(low) && !GRAMMAR.has(low)).length > Math.max(2, this.words.length * 0.12));
  }
  #foreign: boolean | undefined;

  /** In copy that is not all capitals, a word that is: a sign or a tag ("HOMA-IR", "URI") rather than a name. */
  protected isAcronym({ text }: Word): boolean {
    return !this.shouting && text.length > 1 && text === text.toUpperCase() && /^\p{Lu}{2}/u.test(text);
  }

  /** The particles from word `k` on end in a capitalised name: "van der Berg". */
  protected particleName(k: number): boolean {
    let at = k;
    while (at < k + 3 && this.words[at] && PARTICLES.has(this.words[at]!.low) && !this.words[at]!.capital) at++;
    const name = this.words[at];
    return name !== undefined && name.capital && name.gap === ' ' && !this.isWord(name) && !ORGANIZATION_NOUNS.has(name.low) && !STATES.has(name.low);
  }

  /** 1 when the initial at `last` is followed by its full stop. */
  protected stopAfter(last: number): number {
    return this.words[last]!.initial && !this.words[last]!.text.endsWith('.') && this.text[this.words[last]!.end] === '.' ? 1 : 0;
  }

  /** Whether the copy uses the word for something else than a name. */
  protected isWord(word: Word): boolean {
    const { low } = word;
    // Of a word in lower case the page can say nothing more.
    if (this.lexicon.ordinary.has(low) || GRAMMAR.has(low) || CALENDAR.has(low) || (word.capital && this.page.isWritten(low))) return true;
    return low.includes('-') && low.split('-').some((part) => part.length > 1 && (GRAMMAR.has(part) || CALENDAR.has(part) || (this.lexicon.ordinary.has(part) && !this.lexicon.isSurname(part))));
  }

  protected notName(word: Word): boolean {
    return (
      GRAMMAR.has(word.low) || ORGANIZATION_NOUNS.has(word.low) || CALENDAR.has(word.low) || STATES.has(word.low) ||
      this.lexicon.eponyms.has(word.low) || (word.text.length < 5 && word.text === word.text.toUpperCase() && !this.shouting) || CAMEL.test(word.text.replace(NAME_PREFIX, ''))
    );
  }

  /** Word `k` can be the second half of a name. */
  protected partOfName(k: number): boolean {
    const word = this.words[k]!;
    if (!(word.capital || this.whispering) || word.initial || GRAMMAR.has(word.low) || CALENDAR.has(word.low) || this.isForeignWord(word)) return false;
    if (this.lexicon.credentials.has(word.text) && word.text.length < 6) return false;
    if (word.text.length < 5 && word.text === word.text.toUpperCase() && !this.shouting && STATE_CODES.has(word.text)) return false;
    if (/^\p{Lu}{2,}$/u.test(word.text) && !this.shouting && !this.lexicon.isSurname(word.low)) return false;
    // "Candela GentleMax", "Fitzpatrick I-VI": goods and grades.
    if (CAMEL.test(word.text.replace(NAME_PREFIX, '')) || ROMAN.test(word.text)) return false;
    if (this.lexicon.isSurname(word.low)) return this.lexicon.ordinary.has(word.low) ? !this.whispering && this.surnameHere(k) : true;
    return !this.isWord(word) && !ORGANIZATION_NOUNS.has(word.low) && !STATES.has(word.low);
  }

  /** In a Title Case line an ordinary word after a given name is more often the next word of the line than a surname. */
  protected surnameHere(k: number): boolean {
    const next = this.words[k + 1];
    const word = this.words[k]!;
    if (word.possessive || !next || !/^\s/.test(next.gap)) return true;
    if (!this.titleCase()) return true;
    return !next.capital || GRAMMAR.has(next.low);
  }

  #titled: boolean | undefined;
  protected titleCase(): boolean {
    this.#titled ??= (() => {
      const long = this.words.filter((word) => word.text.length > 3);
      return long.length > 3 && long.filter((word) => word.capital).length > long.length * 0.75;
    })();
    return this.#titled;
  }

  protected secondSurname(k: number): boolean {
    const word = this.words[k]!;
    if (word.low.includes('-') || (this.lexicon.isSurname(word.low) && !this.isWord(word))) return true;
    // "Ruth Bader Ginsburg": a third word that nothing else is called.
    return word.low.length > 3 && /^\p{Lu}\p{Ll}+$/u.test(word.text) && !this.isWord(word) && !this.notName(word) && !this.lexicon.isEnglish(word.low) && !STREET_NOUNS.has(word.low) && !this.titleCase();
  }

  /** White space only between word `k` and the one before, so that both can belong to one name. */
  protected joins(k: number): boolean {
    const word = this.words[k]!;
    const before = this.words[k - 1]!;
    if (before.initial) return /^\.?[ \u00a0]{0,2}["“(']?$/.test(word.gap);
    if (before.possessive) return false;
    return /^[ \u00a0]{1,2}["“(']?$|^["”)'][ \u00a0]$/.test(word.gap);
  }

  protected afterPlaceOpener(i: number): boolean {
    const before = this.words[i - 1];
    return before !== undefined && PLACE_OPENERS.has(before.low) && before.capital && /^\.?[ \u00a0]$/.test(this.words[i]!.gap);
  }

  protected organizationFollows(last: number): boolean {
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
