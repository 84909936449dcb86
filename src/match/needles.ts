/**
 * What a text must hold for a regular expression to match in it: one of some strings, each told by one or two groups of its
 * characters. Read off the expression's source; whatever is not understood asks for nothing.
 */

/** Numbers of groups of characters: three letters, two letters, one ASCII character. */
const LETTERS = 26;
const PAIRS = LETTERS ** 3;
const SINGLES = PAIRS + LETTERS ** 2;
export const GROUPS = SINGLES + 128;

/** Group of three letters, each counted from 0. */
export const triple = (a: number, b: number, c: number): number => (a * LETTERS + b) * LETTERS + c;
export const pair = (a: number, b: number): number => PAIRS + a * LETTERS + b;
/** @param code of an ASCII character, lower-cased */
export const single = (code: number): number => SINGLES + code;

const A = 97;
/** The place of an ASCII letter of either case in the alphabet, or a number beyond it. */
export const letterOf = (code: number): number => ((code | 32) - A) >>> 0;

/** More alternatives than this are cheaper to search for than to check for. */
const MOST = 150;

/** Strings one of which every match holds, in lower case; undefined when none can be told. */
type Needles = readonly string[];

interface Part {
  /** What every match of the part holds. */
  readonly needles: Needles | undefined;
  /** All that the part can match, where that is one string. */
  readonly exact: string | undefined;
}

const NOTHING: Part = { needles: undefined, exact: '' };
const ANYTHING: Part = { needles: undefined, exact: undefined };

/** Numbers of two groups for each needle, one after the other; undefined when a match need not hold anything. */
export function needlesOf(pattern: RegExp): Int32Array | undefined {
  const reader = new Reader(pattern.source);
  const { needles } = reader.alternatives();
  if (!needles || needles.length > MOST) return undefined;
  return Int32Array.from(needles.flatMap(groupsOf));
}

/** The first and the last group of a needle: of its letters, if it has any. */
function groupsOf(needle: string): [number, number] {
  const letters = longestWord(needle);
  const at = (place: number): number => letterOf(letters.charCodeAt(place));
  const last = letters.length - 1;
  if (letters.length > 2) return [triple(at(0), at(1), at(2)), triple(at(last - 2), at(last - 1), at(last))];
  if (letters.length === 2) return [pair(at(0), at(1)), pair(at(0), at(1))];
  return [single(needle.charCodeAt(0)), single(needle.charCodeAt(needle.length - 1))];
}

const longestWord = (text: string): string => text.split(/[^a-z]+/).reduce((best, word) => (word.length > best.length ? word : best));

/** How much a part tells: long needles are rare, many are not. */
function worth(needles: Needles): number {
  let least = 4;
  for (const needle of needles) least = Math.min(least, longestWord(needle).length || 1.5);
  return least * 100 - needles.length;
}

const best = (a: Needles | undefined, b: Needles | undefined): Needles | undefined => (!a ? b : !b || worth(a) >= worth(b) ? a : b);

/** Reads the source of an expression; knows as much of the syntax as it takes to tell where a part ends. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to a closing bracket or the end. */
  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      parts.push(this.#sequence());
    }
    if (parts.length === 1) return parts[0]!;
    const needles = new Set<string>();
    for (const part of parts) {
      if (!part.needles) return ANYTHING;
      for (const needle of part.needles) needles.add(needle);
    }
    return { needles: [...needles], exact: undefined };
  }

  #sequence(): Part {
    let needles: Needles | undefined;
    let run = '';
    let exact = true;
    const close = (): void => {
      if (run !== '') needles = best(needles, [run]);
      run = '';
    };
    for (;;) {
      const char = this.#source[this.#at];
      if (char === undefined || char === '|' || char === ')') break;
      const part = this.#atom(char);
      const [least, most] = this.#quantifier();
      if (part.exact !== undefined && least === 1 && most === 1) {
        run += part.exact;
        continue;
      }
      exact = false;
      // "ab+" holds "ab", and what follows does not touch it.
      if (part.exact !== undefined && least > 0) run += part.exact;
      close();
      if (least > 0) needles = best(needles, part.needles);
    }
    const all = run;
    close();
    return { needles, exact: exact ? all : undefined };
  }

  /** How often at least, and whether at most once. */
  #quantifier(): readonly [least: number, most: number] {
    const char = this.#source[this.#at];
    let times: readonly [number, number] = [1, 1];
    if (char === '*' || char === '?') times = [0, 2];
    else if (char === '+') times = [1, 2];
    else if (char === '{') {
      const found = /^\{(\d+)(,?)(\d*)\}/.exec(this.#source.slice(this.#at, this.#at + 12));
      if (!found) return times;
      this.#at += found[0].length - 1;
      times = [Number(found[1]), 2];
    } else return times;
    this.#at++;
    if (this.#source[this.#at] === '?') this.#at++;
    return times;
  }

  #atom(char: string): Part {
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '^':
      case '$':
        this.#at++;
        return NOTHING;
      case '.':
        this.#at++;
        return ANYTHING;
      default:
        this.#at++;
        return literal(char);
    }
  }

  #group(): Part {
    const opening = /^\((?:\?(?::|[=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at, this.#at + 40))![0];
    this.#at += opening.length;
    const inner = this.alternatives();
    this.#at++;
    // What must not stand there tells nothing; what stands beside is told, but is no part of the run.
    if (/^\(\?<?!/.test(opening)) return NOTHING_ELSE;
    return /^\(\?<?=/.test(opening) ? { needles: inner.needles, exact: undefined } : inner;
  }

  #class(): Part {
    const from = this.#at;
    this.#at++;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    this.#at++;
    const inner = this.#source.slice(from + 1, this.#at - 1);
    return inner.length === 1 ? literal(inner) : ANYTHING;
  }

  #escape(): Part {
    const found = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|c[A-Za-z]|\d+|.)/s.exec(this.#source.slice(this.#at, this.#at + 60))![0];
    this.#at += found.length;
    if (/^\\[bB]$/.test(found)) return NOTHING;
    return found.length === 2 && /[^\w]/.test(found[1]!) ? literal(found[1]!) : ANYTHING;
  }
}

/** A place that takes no room, over which no run goes on: what is beside it may be looked at twice. */
const NOTHING_ELSE: Part = ANYTHING;

function literal(char: string): Part {
  if (char.charCodeAt(0) > 127) return ANYTHING;
  const lower = char.toLowerCase();
  return { needles: [lower], exact: lower };
}
