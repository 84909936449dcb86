import type { Range } from '../rule.ts';

/** A stretch of copy that identifies somebody, or in which a rule of the phi family found that something does. */
export interface Sensitive {
  readonly range: Range;
  /** As a reader sees them. */
  readonly words: string;
  /** The stretch is the name, the number, the address itself, and as private where it stands again. */
  readonly exact: boolean;
}

const MASK = '[masked]';

/** Beyond this many characters of a passage, only its place is masked. */
const LONGEST = 2000;

// Between the words of a name: "Maria de la Cruz", "Jo-Ann O'Neil", "J. R. Smith".
const NAME =
  /\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:[ \t\n]{1,2}(?:d[aeiou]s?|l[ae]|van|von|der|den|bin|al|y|\p{Lu}[\p{L}\p{M}'’.-]{0,40})){0,5}/gu;
const NUMBERED = /[\p{L}\p{N}@._+/:#-]{0,60}\p{N}[\p{L}\p{N}@._+/:#-]{0,60}/gu;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

// A word in lower case, not a part of an address: those hold names in lower case.
const USUAL = /(?<![\p{L}\p{N}@._/-])\p{Ll}[\p{L}'’]*(?![\p{L}\p{N}@_/]|[.-][\p{L}\p{N}])/gu;

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [MAIL, '[e-mail]'],
  [/\b\d{3}-\d{2}-\d{4}\b/g, '[number]'],
  [/\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g, '[date]'],
  [new RegExp(`\\b(?:${MONTH})[a-z]{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'gi'), '[date]'],
  [new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})[a-z]{0,6}\\.?,? \\d{4}\\b`, 'gi'), '[date]'],
  [/\+?\(?\d[\d ().-]{5,20}\d/g, '[number]'],
  [/\b(?=[A-Za-z-]{0,10}\d)[A-Za-z\d-]{0,10}\d{4,20}[A-Za-z\d-]{0,10}\b/g, '[number]'],
];

/**
 * Knows what may not be shown of one page. A name that one rule found is as private in the line that another rule quotes, so
 * that every finding of the page goes through the same mask.
 */
export class Mask {
  readonly #ranges: readonly Range[];
  readonly #values: RegExp | undefined;

  /** `copy` is all text of the page; it tells names from words that merely start a sentence. */
  constructor(sensitive: readonly Sensitive[], copy: () => string) {
    this.#ranges = sensitive.map(({ range }) => range);
    const values = sensitive.length > 0 ? valuesIn(sensitive, copy()) : [];
    if (values.length > 0)
      this.#values = new RegExp(`(?<![\\p{L}\\p{N}])(?:${values.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  }

  /** Says whether this part of the source, or this text from it, holds a value of a person. */
  holds(range: Range, text: string): boolean {
    return this.#ranges.some(({ from, to }) => range.from < to && range.to > from) || this.apply(text) !== text;
  }

  /** Replaces the values that were found in this page. */
  apply(text: string): string {
    return this.#values ? text.replace(this.#values, MASK) : text;
  }

  /** The words of a passage that holds a value: masked where the value is known, else not shown at all. */
  words(text: string): string {
    const masked = this.veil(text);
    return masked === text ? 'this passage' : masked;
  }

  /** Replaces the values that were found in this page, and whatever has the shape of an identifier, found or not. */
  veil(text: string): string {
    return SHAPES.reduce((veiled, [shape, label]) => veiled.replace(shape, label), this.apply(text));
  }

  /** The same for a part of the source, where the places of the values are known too. */
  veilSource(source: string, { from, to }: Range): string {
    let text = '';
    let at = from;
    for (const range of this.#overlapping({ from, to })) {
      if (range.from > at) text += source.slice(at, range.from);
      if (range.to > at) text += MASK;
      at = Math.max(at, range.to);
    }
    return this.veil(text + source.slice(Math.min(at, to), to));
  }

  #overlapping({ from, to }: Range): Range[] {
    return this.#ranges.filter((range) => range.from < to && range.to > from).sort((a, b) => a.from - b.from);
  }
}

function valuesIn(sensitive: readonly Sensitive[], copy: string): string[] {
  const usual = new Set(copy.match(USUAL));
  const values = new Set<string>();
  for (const { words, exact } of sensitive) {
    const text = words.slice(0, LONGEST).trim();
    for (const [value] of [...text.matchAll(NUMBERED), ...text.matchAll(MAIL)]) if (value.length > 3) values.add(value);
    // The capitalised words of a passage around a value are more often brands than names.
    if (!exact) continue;
    for (const value of [text, ...Array.from(text.matchAll(NAME), ([name]) => name), ...text.split(/\s+/)])
      if (value.length > 2 && /\p{Lu}|\p{N}|@/u.test(value) && !usual.has(value.toLowerCase())) values.add(value);
  }
  return [...values].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
