import { isLatin } from './lexicon.ts';
import type { Span } from '../../rule.ts';

/** One word of a sentence, with what its letters tell. */
export interface Word extends Span {
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

/** The words of a sentence, in order. Pieces of codes are none. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(isLatin(text) ? LATIN_WORD : WORD)) {
    let raw = match[0];
    const start = match.index;
    // "Pk9MHat", "Phil1": a piece of a code, not a word.
    if (inCode(text, start, start + raw.length) || inAddress(text, start, raw) || inMailbox(text, start + raw.length)) continue;
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

/** `kelly.ash@clinic.example`: whose mailbox it is, the address says. */
function inMailbox(text: string, end: number): boolean {
  const next = text[end];
  return (next === '@' || next === '.' || next === '_' || next === '-' || next === '+') && /^[\w.+-]{0,40}@[\w-]+\./.test(text.slice(end, end + 80));
}

/** `/doctors/ruth-malone`, `@sunup.mika`: words of a path or a handle, which are read elsewhere. */
function inAddress(text: string, start: number, raw: string): boolean {
  const before = text[start - 1];
  if (before === '/') return raw.includes('-') && raw === raw.toLowerCase();
  return (before === '.' || before === '_') && /(?:^|[\s(])@[\w.]{2,30}$/.test(text.slice(Math.max(0, start - 32), start));
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code < 91 : /^\p{Lu}/u.test(word);
}
