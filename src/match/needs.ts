/**
 * What a text must hold for a regular expression to match in it, each part told by one or two groups of its characters. Read off
 * the expression's source; whatever is not understood asks for nothing.
 */

/**
 * Groups of characters have numbers: three letters, two letters, one character. Few of the many fall together, and a text
 * that holds one for another is run in vain, no more.
 */
export const GROUPS = 8192;
const LETTERS = 26;
const ASCII = 128;
const SPREAD = 0x9e3779b1;
const number = (group: number): number => Math.imul(group + 1, SPREAD) >>> 19;

/** Group of three letters, each counted from 0. */
export const triple = (a: number, b: number, c: number): number => number((a * LETTERS + b) * LETTERS + c);
export const pair = (a: number, b: number): number => number(LETTERS ** 3 + a * LETTERS + b);
/** @param code of a character; letters lower-cased. */
export const single = (code: number): number => (code < ASCII ? code : number(LETTERS ** 3 + LETTERS ** 2 + code));

/** Stands for every digit: a control character, which no expression names. */
export const ANY_DIGIT = 1;

const A = 97;
/** The place of an ASCII letter of either case in the alphabet, or a number beyond it. */
export const letterOf = (code: number): number => ((code | 32) - A) >>> 0;

/**
 * What a match needs, as numbers: the two groups of a needle; or `ALL` or `ONE`, where it ends, and everything that stands between,
 * all or one of which is needed.
 */
export type Needs = Int32Array;
export const ALL = -1;
export const ONE = -2;

type Need = string | { readonly of: typeof ALL | typeof ONE; readonly needs: readonly Need[] };

/** More is dearer to check than what it spares. */
const MOST = 1_000;

/** Needs that the build has worked out: by the number of an expression, where its needs begin in `numbers`. */
export interface CompiledNeeds {
  readonly from: Int32Array;
  readonly numbers: Int32Array;
}

let read: (() => CompiledNeeds | undefined) | undefined;
let compiled: CompiledNeeds | undefined;

/** Says where the needs that the build has worked out are read from when the first are asked for. */
export function provideNeeds(from: () => CompiledNeeds | undefined): void {
  read = from;
}

/** For the build. */
export function compileNeeds(patterns: readonly RegExp[]): CompiledNeeds {
  const all = patterns.map(readNeeds);
  const from = new Int32Array(all.length + 1);
  for (const [place, { length }] of all.entries()) from[place + 1] = from[place]! + length;
  return { from, numbers: Int32Array.from(all.flatMap((needs) => [...needs])) };
}

/** What the build has worked out of the expression that it gave this number, if it did. */
export function compiledNeeds(number: number): Needs | undefined {
  if (read) compiled = read();
  read = undefined;
  return compiled?.numbers.subarray(compiled.from[number], compiled.from[number + 1]);
}

/** Empty when a match need not hold anything. */
export function readNeeds(pattern: RegExp): Needs {
  const { need } = new Reader(pattern.source).alternatives();
  const numbers: number[] = [];
  if (need !== undefined) write(need, numbers);
  return Int32Array.from(numbers.length > MOST ? [] : numbers);
}

function write(need: Need, numbers: number[]): void {
  if (typeof need === 'string') {
    numbers.push(...groupsOf(need));
    return;
  }
  const at = numbers.push(need.of, 0) - 1;
  for (const inner of need.needs) write(inner, numbers);
  numbers[at] = numbers.length;
}

/** The first and the last group of a needle: of its longest word, if it has any. */
function groupsOf(needle: string): [number, number] {
  const letters = longestWord(needle);
  const at = (place: number): number => letterOf(letters.charCodeAt(place));
  const last = letters.length - 1;
  if (letters.length > 2) return [triple(at(0), at(1), at(2)), triple(at(last - 2), at(last - 1), at(last))];
  if (letters.length === 2) return [pair(at(0), at(1)), pair(at(0), at(1))];
  return [single(needle.charCodeAt(0)), single(needle.charCodeAt(needle.length - 1))];
}

const longestWord = (text: string): string => text.split(/[^a-z]+/).reduce((best, word) => (word.length > best.length ? word : best));

/** Letters and stops that nearly every text holds tell nothing alone. */
const telling = (needle: string): boolean => needle.length > 1 || !/[a-z \-',.:]/.test(needle);

function all(needs: readonly Need[]): Need | undefined {
  return needs.length > 1 ? { of: ALL, needs: [...needs].sort((a, b) => ways(a) - ways(b)) } : needs[0];
}

/** In how many ways it can be met: what few things meet is looked at first. */
const ways = (need: Need): number => (typeof need === 'string' ? 1 : need.needs.length);

interface Part {
  readonly need: Need | undefined;
  /** All that the part can match, where that is one string. */
  readonly exact: string | undefined;
}

const EMPTY: Part = { need: undefined, exact: '' };
const ANYTHING: Part = { need: undefined, exact: undefined };
const DIGIT: Part = { need: String.fromCharCode(ANY_DIGIT), exact: undefined };

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
    const needs: Need[] = [];
    for (const { need } of parts) {
      if (need === undefined) return ANYTHING;
      needs.push(need);
    }
    return { need: { of: ONE, needs }, exact: undefined };
  }

  #sequence(): Part {
    const needs: Need[] = [];
    let run = '';
    let exact = true;
    const close = (): void => {
      if (run !== '' && telling(run)) needs.push(run);
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
      if (part.exact === undefined && least > 0 && part.need !== undefined) needs.push(part.need);
    }
    const text = run;
    close();
    return { need: all(needs), exact: exact ? text : undefined };
  }

  /** How often at least, and whether at most once. */
  #quantifier(): readonly [least: number, most: number] {
    const char = this.#source[this.#at];
    let times: readonly [number, number] = [1, 1];
    if (char === '*' || char === '?') times = [0, 2];
    else if (char === '+') times = [1, 2];
    else if (char === '{') {
      const found = /^\{(\d+)(?:,\d*)?\}/.exec(this.#source.slice(this.#at, this.#at + 12));
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
        return EMPTY;
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
    // What must not stand there tells nothing; what must stand beside is no part of the run.
    if (/^\(\?<?!/.test(opening)) return ANYTHING;
    return /^\(\?<?=/.test(opening) ? { need: inner.exact !== undefined && telling(inner.exact) ? inner.exact : inner.need, exact: undefined } : inner;
  }

  #class(): Part {
    const from = this.#at;
    this.#at++;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    this.#at++;
    const inner = [...unescaped(this.#source.slice(from + 1, this.#at - 1))];
    if (inner.length === 1) return literal(inner[0]!);
    // A few signs, without ranges and escapes.
    if (inner.length === 0 || inner.length > 6 || inner.some((char) => /[\\^-]/.test(char) || !isSign(char) || !telling(char))) return ANYTHING;
    return { need: { of: ONE, needs: inner }, exact: undefined };
  }

  #escape(): Part {
    const found = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|c[A-Za-z]|\d+|.)/s.exec(this.#source.slice(this.#at, this.#at + 60))![0];
    this.#at += found.length;
    if (/^\\[bB]$/.test(found)) return EMPTY;
    if (found === '\\d') return DIGIT;
    if (/^\\u[^{]/.test(found)) return literal(String.fromCharCode(parseInt(found.slice(2), 16)));
    return found.length === 2 && /[^\w]/.test(found[1]!) ? literal(found[1]!) : ANYTHING;
  }
}

/** Characters beyond ASCII as such: the build writes them as escapes. */
const unescaped = (inner: string): string =>
  inner.replace(/\\(?:u([\da-f]{4})|.)/gs, (all, digits?: string) => (digits && digits > '007f' ? String.fromCharCode(parseInt(digits, 16)) : all));

/** A character of one unit that has no other case. */
const isSign = (char: string): boolean => char.length === 1 && char.toLowerCase() === char && char.toUpperCase() === char;

function literal(char: string): Part {
  if (char.charCodeAt(0) < ASCII) {
    const lower = char.toLowerCase();
    return { need: telling(lower) ? lower : undefined, exact: lower };
  }
  return isSign(char) && (char < '\ud800' || char > '\udfff') ? { need: char, exact: undefined } : ANYTHING;
}
