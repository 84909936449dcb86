/**
 * An expression without regard to case takes the engine two to four times as long to compile as one with it, and longer to run. So
 * whether it matches in plain copy (`narrow.ts`) is told by a twin with regard to case, on the copy in lower case.
 */
import { isPlain } from './narrow.ts';

/** A class, a name, an escape, or a character that may have another case. */
const PART = /\[(?:\\.|[^\]\\])*\]|\(\?<\w+>|\\(?:k<\w+>|[pP]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)|[A-Z\xc0-\uffff]/gs;
/** A range of a class, or what stands in it by itself. */
const RANGE = /(\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|[^\\])(?:-(\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|[^\\]))?/gs;
const CODED = /^\\[ux][\da-fA-F]+$/;
/** Those of Latin-1, and how far behind them they stand in lower case. */
const CAPITALS = [[0x41, 0x5a], [0xc0, 0xd6], [0xd8, 0xde]] as const;
const TO_LOWER = 0x20;

const isClass = (part: string): boolean => part.startsWith('[') || /^\\p/i.test(part);
const characterOf = (part: string): string => (CODED.test(part) ? String.fromCharCode(parseInt(part.slice(2), 16)) : part);

function lowerPart(part: string): string {
  // In front, since a hyphen may be the last.
  if (part.startsWith('[')) return part.replace(/^\[\^?/, (opening) => opening + lowerCasesIn(part));
  const char = characterOf(part);
  return char.length === 1 && char <= '\xff' && char !== char.toLowerCase() ? char.toLowerCase() : part;
}

/** Of the capitals that a class names; those themselves may stay, since no copy in lower case has them. */
function lowerCasesIn(part: string): string {
  const ranges = Array.from(part.replace(/^\[\^?/, '').slice(0, -1).matchAll(RANGE), ([, from = '', to = from]) => [characterOf(from), characterOf(to)] as const);
  return ranges
    .filter(([from, to]) => from.length === 1 && to.length === 1)
    .flatMap(([from, to]) => CAPITALS.map(([first, last]) => [Math.max(first, from.charCodeAt(0)), Math.min(last, to.charCodeAt(0))] as const))
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => `${String.fromCharCode(from + TO_LOWER)}-${String.fromCharCode(to + TO_LOWER)}`)
    .join('');
}

/** The twin of an expression for which `isLowerable` holds. */
export const lowered = (source: string, flags: string): RegExp => new RegExp(source.replace(PART, lowerPart), flags.replace('i', ''));

/** For the build, which tries all that plain copy in lower case may hold. */
export function isLowerable({ source, flags }: RegExp): boolean {
  return flags.includes('i') && !source.includes('\\u{') && Array.from(source.matchAll(PART), ([part]) => part).every((part) => (isClass(part) ? isSameClass(part, flags) : isSameCharacter(part)));
}

/** Letters beyond Latin-1 may be other cases of those within. */
function isSameCharacter(part: string): boolean {
  const char = characterOf(part);
  return char.length > 1 || char <= '\xff' || (char === char.toLowerCase() && char === char.toUpperCase());
}

let lower: readonly string[] | undefined;
const lowerCharacters = (): readonly string[] =>
  (lower ??= Array.from({ length: 0x10000 }, (_, code) => code).filter(isPlain).map((code) => String.fromCharCode(code)).filter((char) => char === char.toLowerCase()));
const known = new Map<string, boolean>();

function isSameClass(part: string, flags: string): boolean {
  const key = `${flags} ${part}`;
  let same = known.get(key);
  if (same === undefined) {
    const pattern = new RegExp(part, flags);
    const twin = lowered(part, flags);
    known.set(key, (same = lowerCharacters().every((char) => pattern.test(char) === twin.test(char))));
  }
  return same;
}
