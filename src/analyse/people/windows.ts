import type { Span } from '../../rule.ts';
import { CUE_REACH, type Reading } from './reading.ts';

/** UTF-16 code units on either side of a name. */
const WINDOW = 220;

/**
 * What the words around a person's name say of that person. Health terms in the windows are written `§`, those of a
 * service ("our cancer center") `◊`, body parts `‡` and other people's names `¤`, so that one pattern covers every condition and no cue reaches across another person.
 */
export interface Windows {
  /** The sentence up to the name, and from the name on. */
  readonly before: string;
  readonly after: string;
  /** In a comment, where colleagues address each other. */
  readonly comment: boolean;
  /** The sentence up to the name as written. */
  readonly opening: string;
  /** What follows the name, unmasked, for the letters of a credential. */
  readonly letters: string;
  /** What follows it in the block as written, for the year and the pages of a citation. */
  readonly following: string;
  /** The sentences after it in the same block, and the block's first ones before. */
  readonly next: string;
  readonly previous: string;
}

/** The masked text of the blocks before and behind. */
export interface Neighbours { readonly previous: string; readonly next: string }

/** Capitals where sentences begin alone, so that cues which ask for them find them. */
const sentenceCase = (text: string): string => text.toLowerCase().replace(/(^|[.!?])(\s*)(\p{L})/gu, (_, stop: string, space: string, letter: string) => stop + space + letter.toUpperCase());

/** Each window is cut out when it is first asked for: most names are nobody's by the first one. */
export class MaskedWindows implements Windows {
  readonly #reading: Reading;
  readonly #span: Span;
  readonly #sentence: Span;
  readonly #neighbours: Neighbours;
  #before: string | undefined;
  #after: string | undefined;
  #next: string | undefined;
  #previous: string | undefined;

  constructor(reading: Reading, span: Span, sentence: Span, neighbours: Neighbours) {
    this.#reading = reading;
    this.#span = span;
    this.#sentence = sentence;
    this.#neighbours = neighbours;
  }

  get before(): string {
    return (this.#before ??= this.#reading.masked(Math.max(this.#sentence.start, this.#span.start - WINDOW), this.#span.start));
  }
  get after(): string {
    if (this.#after !== undefined) return this.#after;
    const following = this.#reading.masked(this.#span.end, Math.min(this.#sentenceEnd, this.#span.end + WINDOW));
    return (this.#after = this.#shouted ? following.toLowerCase() : following);
  }
  get comment(): boolean {
    return this.#reading.passage.zone === 'comment';
  }
  get opening(): string {
    return this.#text.slice(Math.max(this.#sentence.start, this.#span.start - 80), this.#span.start);
  }
  get letters(): string {
    return this.#shouted ? '' : this.#rest.slice(0, 80);
  }
  get following(): string {
    return this.#text.slice(this.#span.end, this.#span.end + 400);
  }
  get next(): string {
    const end = this.#sentenceEnd;
    if (this.#next !== undefined) return this.#next;
    const following = this.#reading.masked(end, Math.min(this.#text.length, end + 320)) || this.#neighbours.next;
    return (this.#next = this.#shouted ? sentenceCase(following) : following);
  }
  get previous(): string {
    const { start } = this.#sentence;
    return (this.#previous ??= this.#reading.masked(Math.max(0, start - CUE_REACH), start) || this.#neighbours.previous);
  }

  get #text(): string {
    return this.#reading.passage.text;
  }
  get #sentenceEnd(): number {
    return Math.max(this.#span.end, this.#sentence.end);
  }
  get #rest(): string {
    return this.#text.slice(this.#span.end, Math.min(this.#sentenceEnd, this.#span.end + WINDOW));
  }
  /** In a line of capitals, capitals are no sign of letters after a name or of a citation. */
  get #shouted(): boolean {
    const letters = this.#rest;
    const around = letters.length > 12 ? letters : this.#text.slice(Math.max(0, this.#span.start - 40), this.#span.end);
    return around.length > 20 && around === around.toUpperCase() && /\p{Lu}{3}/u.test(around);
  }
}
