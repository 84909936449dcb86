import type { Range } from '../rule.ts';
import { withoutWords } from './copy-ranges.ts';

/** A stretch of copy that identifies somebody, or in which a rule of the phi family found that something does. */
export interface Sensitive {
  readonly range: Range;
  /** As a reader sees them. */
  readonly words: string;
  /** The stretch is the name, the number, the address itself, and as private where it stands again. */
  readonly exact: boolean;
  /** A name that stands in lower case: its words are private wherever they stand. */
  readonly name?: boolean;
}

const MASK = '[masked]';

/** Beyond this many characters of a passage, only its place is masked. */
const LONGEST = 2000;

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
/** At most this many characters stand between two parts of a value: "(845) 555-0147", "Jo-Ann O'Neil", "jo.oneil@example.com". */
const BETWEEN = 3;

const NUMBERED = /[\p{L}\p{N}@._+/:#-]{0,60}\p{N}[\p{L}\p{N}@._+/:#-]{0,60}/gu;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;

// A word in lower case, not a part of an address: those hold names in lower case.
const USUAL = /(?<![\p{L}\p{N}@._/-])\p{Ll}[\p{L}'’]*(?![\p{L}\p{N}@_/]|[.-][\p{L}\p{N}])/gu;

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // What stands right before or behind a value that was known in part only: an area code, the last digits.
  [/\+?\(?\d{1,4}\)?[ ./-]{0,2}(?=\[masked\])|(?<=\[masked\])[ ./-]{0,2}\d{1,6}\b/g, ''],
  [MAIL, '[e-mail]'],
  [/\b\d{3}-\d{2}-\d{4}\b/g, '[number]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[number]'],
  [/\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g, '[date]'],
  [new RegExp(`\\b(?:${MONTH})[a-z]{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'gi'), '[date]'],
  [new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})[a-z]{0,6}\\.?,? \\d{4}\\b`, 'gi'), '[date]'],
  [/\+?\(?\d[\d ().-]{5,20}\d/g, '[number]'],
  [/(?<![A-Za-z\d])(?=[A-Za-z-]{0,10}\d)[A-Za-z\d-]{0,10}\d{4,20}[A-Za-z\d-]{0,10}(?![A-Za-z\d])/g, '[number]'],
];

/**
 * Knows what may not be shown of one page. A name that one rule found is as private in the line that another rule quotes, so
 * that every finding of the page goes through the same mask.
 */
export class Mask {
  /** Disjoint, in order. */
  readonly #ranges: readonly Range[];
  /** Values as tokens in lower case, longest first, by their first token. */
  readonly #values: ReadonlyMap<string, readonly (readonly string[])[]>;

  readonly #shown: readonly Range[] | undefined;

  /**
   * @param copy all text of the page; it tells names from words that merely start a sentence
   * @param shown where the source holds copy: of what stands elsewhere only the signs are shown. Default: all is copy
   */
  constructor(sensitive: readonly Sensitive[], copy: () => string, shown?: readonly Range[]) {
    this.#shown = shown;
    this.#ranges = union(sensitive.map(({ range }) => range));
    this.#values = sensitive.length > 0 ? byFirst(valuesIn(sensitive, copy())) : new Map();
  }

  /** Says whether this part of the source, or this text from it, holds a value of a person. */
  holds(range: Range, text: string): boolean {
    return overlapping(this.#ranges, range).length > 0 || this.apply(text) !== text;
  }

  /** Replaces the values that were found in this page, however their parts are joined. */
  apply(text: string): string {
    if (this.#values.size === 0) return text;
    const tokens = [...text.matchAll(TOKEN)];
    let masked = '';
    let at = 0;
    for (let index = 0; index < tokens.length; index++) {
      const length = this.#valueAt(tokens, index);
      if (length === 0) continue;
      const last = tokens[index + length - 1]!;
      masked += text.slice(at, tokens[index]!.index) + MASK;
      at = last.index + last[0].length;
      index += length - 1;
    }
    return masked + text.slice(at);
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

  /**
   * What a writer notes beside the copy, such as the reason of a suppression. Dates and numbers of tickets are the trail that it
   * is there for, so that shapes are masked only where it holds a value of a person too.
   */
  note(text: string): string {
    const masked = this.apply(text);
    return masked === text ? text : this.veil(text);
  }

  /** The same for a part of the source, where the places of the values are known too. */
  veilSource(source: string, { from, to }: Range): string {
    let text = '';
    let at = from;
    for (const range of overlapping(this.#ranges, { from, to })) {
      text += this.#copyOf(source, at, Math.max(at, range.from)) + MASK;
      at = range.to;
    }
    return this.veil(text + this.#copyOf(source, Math.min(at, to), to));
  }

  /** A part of the source that is known to hold no value: its copy, or what is markup altogether. */
  copyOf(source: string, { from, to }: Range): string {
    const markup = this.#shown !== undefined && overlapping(this.#shown, { from, to }).length === 0;
    return markup ? source.slice(from, to) : this.#copyOf(source, from, to);
  }

  /** A part of the source with the words of its copy alone. */
  #copyOf(source: string, from: number, to: number): string {
    if (!this.#shown) return source.slice(from, to);
    let text = '';
    let at = from;
    for (const range of overlapping(this.#shown, { from, to })) {
      const start = Math.max(from, range.from);
      text += withoutWords(source.slice(at, start)) + source.slice(start, Math.min(to, range.to));
      at = Math.min(to, range.to);
    }
    return text + withoutWords(source.slice(at, to));
  }

  #valueAt(tokens: readonly RegExpExecArray[], index: number): number {
    const match = this.#values.get(tokens[index]![0].toLowerCase())?.find((value) =>
      value.every((part, offset) => {
        const token = tokens[index + offset];
        const before = offset > 0 ? tokens[index + offset - 1] : undefined;
        if (token?.[0].toLowerCase() !== part) return false;
        return !before || token.index - before.index - before[0].length <= BETWEEN;
      }),
    );
    return match?.length ?? 0;
  }
}

/** Those of the ranges, which are disjoint and in order, that a range touches. */
function overlapping(ranges: readonly Range[], { from, to }: Range): readonly Range[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ranges.length && ranges[end]!.from < to) end++;
  return ranges.slice(low, end);
}

function union(ranges: readonly Range[]): Range[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) joined.push({ from, to });
  }
  return joined;
}

function valuesIn(sensitive: readonly Sensitive[], copy: string): Set<string> {
  const usual = new Set(copy.match(USUAL));
  const values = new Set<string>();
  for (const { words, exact, name } of sensitive) {
    const text = words.slice(0, LONGEST);
    if (name) for (const value of [text, ...text.split(/\s+/)]) if (value.length > 3) values.add(value);
    for (const [value] of [...text.matchAll(NUMBERED), ...text.matchAll(MAIL)]) if (value.length > 3) values.add(value);
    // The capitalised words of a passage around a value are more often brands than names.
    if (!exact) continue;
    for (const value of [text, ...text.split(/\s+/)])
      if (value.length > 2 && /[\p{Lu}\p{N}@]/u.test(value) && !usual.has(value.toLowerCase())) values.add(value);
  }
  return values;
}

function byFirst(values: ReadonlySet<string>): Map<string, string[][]> {
  const byToken = new Map<string, string[][]>();
  for (const value of values) {
    const tokens = value.toLowerCase().match(TOKEN);
    if (!tokens || tokens.join('').length < 3) continue;
    const known = byToken.get(tokens[0]);
    if (known) known.push(tokens);
    else byToken.set(tokens[0], [tokens]);
  }
  for (const known of byToken.values()) known.sort((a, b) => b.length - a.length);
  return byToken;
}
