import type { PeopleLexicon } from './lexicon.ts';

const [UPPER_I, UPPER_Z, LOWER_A, LOWER_Z, UPPER_A] = [73, 90, 97, 122, 65];
const [AT, HASH, STOP, NEWLINE] = [64, 35, 46, 10];

const isLetter = (code: number): boolean => (code >= LOWER_A && code <= LOWER_Z) || (code >= UPPER_A && code <= UPPER_Z);
/** Quotes, dashes, spaces and signs beyond ASCII; everything else there may be a letter. */
const isSign = (code: number): boolean => (code >= 0x2000 && code <= 0x2bff) || (code >= 0x80 && code <= 0xbf) || (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xd800 && code <= 0xdfff;
const endsSentence = (code: number): boolean => code === 33 || code === 63 || code === 58 || code === NEWLINE;

/**
 * Whether `text` from `from` to `to` can name anybody at all, told in one pass over its characters: a capital within a sentence, a
 * name that opens one, a handle, a name in a sentence without capitals. Most sentences of copy can not, and need no further look.
 */
export function mayNameSomebody(text: string, lexicon: PeopleLexicon, from = 0, to = text.length): boolean {
  let opening = true;
  let whispering = false;
  let abbreviation = false;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) {
      if (code === AT || code === HASH) {
        if (isLetter(text.charCodeAt(at + 1))) return true;
      } else if (endsSentence(code) || (code === STOP && !abbreviation)) opening = true;
      else if (code > 127 && !isSign(code)) return true;
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && isLetter(text.charCodeAt(end))) end++;
    const capital = code <= UPPER_Z;
    if (opening) whispering = !capital;
    if (!capital) {
      if (whispering && end - at > 1 && lexicon.isTellingInLowerCase(text.slice(at, end))) return true;
    } else if (end - at === 1) {
      // "I" and "A" are words; a letter with a full stop is an initial.
      if (text.charCodeAt(end) === STOP || !(opening || code === UPPER_I || code === UPPER_A)) return true;
    } else if (!opening || lexicon.mayOpen(text.slice(at, end).toLowerCase())) return true;
    abbreviation = capital && end - at < 6;
    opening = false;
    at = end;
  }
  return false;
}
