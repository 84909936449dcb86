import type { Token } from '../rule.ts';
import { spellingAt } from './spelling.ts';

/** With typographic apostrophes made plain; most copy has none. */
export const straight = (text: string): string => (text.includes('\u2019') ? text.replaceAll('\u2019', "'") : text);

/** The same number of UTF-16 units, lower-cased, with typographic apostrophes and hyphens made plain. */
export function fold(text: string): string {
  let lower = text.toLowerCase();
  // A few capitals (İ) grow when lowered; offsets must hold, so those stay as they are.
  if (lower.length !== text.length) lower = Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
  return /[\u2018\u2019\u02BC\u2010\u2011\u00AD]/.test(lower) ? lower.replace(/[\u2018\u2019\u02BC]/g, "'").replace(/[\u2010\u2011]/g, '-') : lower;
}

const enum Char { other, letter, digit }

function charClass(code: number): Char {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return Char.letter;
    if (code >= 48 && code <= 57) return Char.digit;
    return Char.other;
  }
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? Char.letter : Char.other;
  if (code === 0xd7 || code === 0xf7) return Char.other;
  if (code < 0x2000) return Char.letter;
  if (code < 0x2c00 || code === 0xfffc || code === 0xfffd || code === 0xfeff) return Char.other;
  if (code >= 0xd800 && code <= 0xdfff) return Char.other;
  if (code >= 0xfe00 && code <= 0xfe0f) return Char.other;
  if (code >= 0x3000 && code <= 0x303f) return Char.other;
  return Char.letter;
}

const isUpper = (word: string): boolean => word === word.toUpperCase();

/** Marks that a reader skips when reading words: they are no tokens, so `FDA® "approved"` reads as two words. */
const SKIPPED = new Set(['"', '\u201c', '\u201d', '\u00ae', '\u2122', '\u00a9', '*', '\u2020', '\u2021', '_', '`', '\u2120', '~', '^', '\\']);

/**
 * Splits folded text into words, numbers, marks and template holes. Hyphens and slashes between letters end a word without
 * being tokens themselves: `pain-free` reads as `pain` `free`, the second with `spaced: false`.
 * @param original the text before folding, for capitals
 */
export function tokenize(folded: string, original: string, start = 0, end = folded.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let spaced = true;
  while (at < end) {
    const code = folded.charCodeAt(at);
    if (code === 32 || code === 0xa0 || (code >= 9 && code <= 13)) {
      spaced = true;
      at++;
      continue;
    }
    const kind = charClass(code);
    if (kind === Char.other) {
      const char = folded[at]!;
      const joins = code === 45 || code === 47;
      if (joins && at + 1 < end && tokens.length > 0 && !spaced && charClass(folded.charCodeAt(at + 1)) !== Char.other && tokens.at(-1)!.kind !== 'mark') {
        at++;
        continue;
      }
      if (!SKIPPED.has(char)) {
        const wide = code >= 0xd800 && code <= 0xdbff && at + 1 < end ? 2 : 1;
        const { text, id } = spellingAt(folded, at, at + wide);
        tokens.push({ start: at, end: at + wide, text, lemma: text, id, kind: code === 0xfffc ? 'hole' : 'mark', capital: false, upper: false, spaced });
        at += wide;
        spaced = false;
        continue;
      }
      at++;
      continue;
    }
    let stop = at + 1;
    if (kind === Char.digit) {
      while (stop < end) {
        const next = folded.charCodeAt(stop);
        if (charClass(next) === Char.digit) stop++;
        else if ((next === 46 || next === 44) && stop + 1 < end && charClass(folded.charCodeAt(stop + 1)) === Char.digit) stop += 2;
        else break;
      }
      const { text, id } = spellingAt(folded, at, stop);
      tokens.push({ start: at, end: stop, text, lemma: text, id, kind: 'number', capital: false, upper: false, spaced });
    } else {
      while (stop < end) {
        const next = folded.charCodeAt(stop);
        if (charClass(next) !== Char.other) stop++;
        else if (next === 39 && stop + 1 < end && charClass(folded.charCodeAt(stop + 1)) === Char.letter) stop += 2;
        else break;
      }
      const { text, base, id } = spellingAt(folded, at, stop);
      const capital = original.charCodeAt(at) !== folded.charCodeAt(at);
      const upper = capital && stop - at > 1 && isUpper(original.slice(at, stop));
      tokens.push({ start: at, end: stop, text, lemma: base, id, kind: 'word', capital, upper, spaced });
    }
    at = stop;
    spaced = false;
  }
  return tokens;
}
