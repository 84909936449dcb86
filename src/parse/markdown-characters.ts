import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { MarkdownNode } from './markdown-node.ts';
import { textNode } from './markdown-node.ts';

/** The characters of CommonMark: which class one is of, and what escapes and references stand for. */

export const LETTER = 0;
export const SPACE = 1;
export const PUNCTUATION = 2;
export type Class = typeof LETTER | typeof SPACE | typeof PUNCTUATION;

const SPACES = /\s/;
const MARKS = /[\p{P}\p{S}]/u;
const classes = new Int8Array(0x10000).fill(-1);

/** The class that decides whether `*` beside the character may open or close emphasis. NaN, an end, is a space. */
export function classOf(code: number): Class {
  if (Number.isNaN(code)) return SPACE;
  let found = classes[code]!;
  if (found < 0) {
    const character = String.fromCharCode(code);
    found = SPACES.test(character) ? SPACE : MARKS.test(character) ? PUNCTUATION : LETTER;
    classes[code] = found;
  }
  return found as Class;
}

export const isEscapable = (code: number): boolean =>
  (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/y;

export interface Reference {
  readonly value: string;
  readonly length: number;
}

/** The character reference that starts at `at`, if what stands there is one. */
export function referenceAt(text: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [{ length }, decimal, hex, name] = match;
  const value =
    name === undefined
      ? numbered(decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10))
      : decodeNamedCharacterReference(name);
  return value === false ? undefined : { value, length };
}

function numbered(code: number): string {
  const isControl = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160);
  const isNone =
    (code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0) || (code & 0xfffe) === 0xfffe || code > 0x10ffff;
  return isControl || isNone ? '\uFFFD' : String.fromCodePoint(code);
}

/** Texts of a title or address: `place` tells where a character of `text` stands. */
export function stringParts(text: string, from: number, to: number, place: (at: number) => number): MarkdownNode[] {
  const parts: MarkdownNode[] = [];
  let done = from;
  const dataUntil = (end: number) => {
    if (end > done) parts.push(textNode(text.slice(done, end), place(done), place(end - 1) + 1));
  };
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    let value: string | undefined;
    let length = 2;
    if (code === 92 && at + 1 < to && isEscapable(text.charCodeAt(at + 1))) value = text[at + 1]!;
    else if (code === 38) {
      const reference = referenceAt(text, at);
      if (reference && at + reference.length <= to) ({ value, length } = reference);
    }
    if (value === undefined) continue;
    dataUntil(at);
    done = at + length;
    parts.push(textNode(value, place(at), place(done - 1) + 1));
    at = done - 1;
  }
  dataUntil(to);
  return parts;
}

/** As labels are compared: white space collapsed, in a form that no letter case changes. */
export const normalized = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
