import { isLowerable } from './lowered.ts';
import { narrowed } from './narrow.ts';
import { ALL, ANY_DIGIT, ASCII, LONGEST, ONE, letterOf, pair, placeOf, single, triple, type CompiledNeeds, type Needs } from './needs.ts';

/** Reads off the source of a regular expression what its matches need; whatever is not understood asks for nothing. */
type Need = string | { readonly of: typeof ALL | typeof ONE; readonly needs: readonly Need[] };

/** More is dearer to check than what it spares. */
const MOST = 1_500;

/** For the build. */
export function compileNeeds(patterns: readonly RegExp[]): CompiledNeeds {
  const words = new Words();
  const all = patterns.map((pattern) => numbersOf(pattern, words));
  const from = new Int32Array(all.length + 1);
  for (const [place, { length }] of all.entries()) from[place + 1] = from[place]! + length;
  const twins = patterns.flatMap((pattern, number) => {
    const twin = narrowed(pattern);
    return twin ? [`${number}\t${twin.flags}\t${twin.source}`] : [];
  });
  const lowerable = Uint8Array.from(patterns, (pattern) => Number(isLowerable(narrowed(pattern) ?? pattern)));
  return { from, numbers: Int32Array.from(all.flat()), words: words.text, twins: twins.join('\n'), lowerable };
}

export function readNeeds(pattern: RegExp): Needs {
  const words = new Words();
  return { numbers: Int32Array.from(numbersOf(pattern, words)), words: words.text };
}

function numbersOf({ source }: RegExp, words: Words): readonly number[] {
  const { need } = new Reader(source).alternatives(false, false);
  const numbers: number[] = [];
  if (need !== undefined) write(need, numbers, words);
  return numbers.length > MOST ? [] : numbers;
}

function write(need: Need, numbers: number[], words: Words): void {
  if (typeof need === 'string') {
    numbers.push(...groupsOf(need), words.place(wordsIn(need)));
    return;
  }
  const at = numbers.push(need.of, 0) - 1;
  for (const inner of need.needs) write(inner, numbers, words);
  numbers[at] = numbers.length;
}

/** The words of needles, each once. */
class Words {
  text = '';
  readonly #places = new Map<string, number>();

  place(needle: string): number {
    const words = needle.slice(0, LONGEST);
    let place = this.#places.get(words);
    if (place === undefined) {
      place = placeOf(this.text.length, words.length);
      this.#places.set(words, place);
      this.text += words;
    }
    return place;
  }
}

/** In a needle, where a word begins or ends; and a character that is no part of a word. */
const EDGE = '\x02';
const GAP = '\x03';
const isWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);

function wordsIn(needle: string): string {
  let words = '';
  let edge = false;
  for (const char of needle) {
    if (char === EDGE) edge = true;
    else {
      if (edge && isWord(char) && !words.endsWith(' ')) words += ' ';
      words += isWord(char) ? char : ' ';
      edge = false;
    }
  }
  return edge && isWord(words.at(-1)) ? `${words} ` : words;
}

/** The first and the last group of a needle: of its longest word, if it has any. */
function groupsOf(whole: string): [number, number] {
  const needle = longest(whole.split(/[\x02\x03]/));
  const letters = longest(needle.split(/[^a-z]+/));
  const at = (place: number): number => letterOf(letters.charCodeAt(place));
  const last = letters.length - 1;
  if (letters.length > 2) return [triple(at(0), at(1), at(2)), triple(at(last - 2), at(last - 1), at(last))];
  if (letters.length === 2) return [pair(at(0), at(1)), pair(at(0), at(1))];
  return [single(needle.charCodeAt(0)), single(needle.charCodeAt(needle.length - 1))];
}

const longest = (parts: readonly string[]): string => parts.reduce((best, part) => (part.length > best.length ? part : best));

/** Letters and stops that nearly every text holds tell nothing alone. */
function telling(needle: string): boolean {
  const known = longest(needle.split(/[\x02\x03]/));
  return known.length > 1 || /[^a-z \-',.:]/.test(known);
}

function all(needs: readonly Need[]): Need | undefined {
  return needs.length > 1 ? { of: ALL, needs: [...needs].sort((a, b) => ways(a) - ways(b)) } : needs[0];
}

/** In how many ways it can be met: what few things meet is looked at first. */
const ways = (need: Need): number => (typeof need === 'string' ? 1 : need.needs.length);

interface Part {
  readonly need: Need | undefined;
  /** All that the part can match, where that is one string; `EDGE` and `GAP` in it stand for what they say. */
  readonly exact: string | undefined;
  /** Whether no word goes on beyond it. */
  readonly edge: boolean;
}

const AT_EDGE: Part = { need: undefined, exact: EDGE, edge: true };
const A_GAP: Part = { need: undefined, exact: GAP, edge: true };
const ANYTHING: Part = { need: undefined, exact: undefined, edge: false };
const DIGIT: Part = { need: String.fromCharCode(ANY_DIGIT), exact: undefined, edge: false };

/** Reads the source of an expression; knows as much of the syntax as it takes to tell where a part ends. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to a closing bracket or the end. @param before whether no word leads into it; `after`: whether none goes on behind it */
  alternatives(before: boolean, after: boolean): Part {
    const parts = [this.#sequence(before, after)];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      parts.push(this.#sequence(before, after));
    }
    if (parts.length === 1) return parts[0]!;
    const edge = parts.every((part) => part.edge);
    const needs: Need[] = [];
    for (const { need } of parts) {
      if (need === undefined) return { ...ANYTHING, edge };
      needs.push(need);
    }
    return { need: { of: ONE, needs }, exact: undefined, edge };
  }

  #sequence(before: boolean, after: boolean): Part {
    const needs: Need[] = [];
    let run = before ? EDGE : '';
    let exact = true;
    let edge = before;
    const close = (): void => {
      if (telling(run)) needs.push(run);
      run = edge ? EDGE : '';
    };
    for (;;) {
      const char = this.#source[this.#at];
      if (char === undefined || char === '|' || char === ')') break;
      const part = this.#atom(char, edge, after);
      const [least, most] = this.#quantifier();
      if (part.exact !== undefined && least === 1 && most === 1) {
        run += part.exact;
        edge = part.edge;
        continue;
      }
      exact = false;
      // "ab+" holds "ab", and what follows does not touch it.
      if (part.exact !== undefined && least > 0) run += part.exact;
      edge = part.edge && (least > 0 || edge);
      close();
      if (part.exact === undefined && least > 0 && part.need !== undefined) needs.push(part.need);
    }
    const text = run;
    if (after) run += EDGE;
    close();
    return { need: all(needs), exact: exact ? text : undefined, edge };
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

  #atom(char: string, before: boolean, after: boolean): Part {
    switch (char) {
      case '(':
        return this.#group(before, after);
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '^':
      case '$':
        this.#at++;
        return AT_EDGE;
      case '.':
        this.#at++;
        return ANYTHING;
      default:
        this.#at++;
        return literal(char);
    }
  }

  #group(before: boolean, after: boolean): Part {
    const opening = /^\((?:\?(?::|[=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at, this.#at + 40))![0];
    const looks = /^\(\?<?[=!]/.test(opening);
    const follows = /^(?:\\[bsW]|[ $])(?![?*{])|^$|^[|)]/.exec(this.#source.slice(this.#endOfGroup(), this.#endOfGroup() + 3))?.[0];
    this.#at += opening.length;
    const ends = !looks && (follows === '' || follows === '|' || follows === ')' ? after : follows !== undefined);
    const inner = this.alternatives(!looks && before, ends);
    this.#at++;
    // What must not stand there tells nothing; what must stand beside is no part of the run.
    if (/^\(\?<?!/.test(opening)) return { ...ANYTHING, edge: before };
    if (looks) return { need: inner.exact !== undefined && telling(inner.exact) ? inner.exact : inner.need, exact: undefined, edge: before };
    return inner;
  }

  /** Right behind the bracket that closes the one here. */
  #endOfGroup(): number {
    let depth = 0;
    for (let at = this.#at; at < this.#source.length; at++) {
      const char = this.#source[at];
      if (char === '\\') at++;
      else if (char === '[') while (this.#source[at] !== ']') at += this.#source[at] === '\\' ? 2 : 1;
      else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) return at + 1;
    }
    return this.#source.length;
  }

  #class(): Part {
    const from = this.#at;
    this.#at++;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    this.#at++;
    const inner = [...unescaped(this.#source.slice(from + 1, this.#at - 1))];
    if (inner.length === 1) return literal(inner[0]!);
    const signs = signsOf(inner);
    if (signs) return { need: { of: ONE, needs: signs }, exact: undefined, edge: !signs.some(isWord) };
    if (/^-?(?:\\[sW-]|[ '"\u2018-\u201d\u2013\u2014,.;:!?()])+-?$/.test(inner.join(''))) return A_GAP;
    return ANYTHING;
  }

  #escape(): Part {
    const found = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|c[A-Za-z]|\d+|.)/s.exec(this.#source.slice(this.#at, this.#at + 60))![0];
    this.#at += found.length;
    if (found === '\\b') return AT_EDGE;
    if (found === '\\s' || found === '\\W') return A_GAP;
    if (found === '\\B') return ANYTHING;
    if (found === '\\d') return DIGIT;
    if (/^\\u[^{]/.test(found)) return literal(String.fromCharCode(parseInt(found.slice(2), 16)));
    return found.length === 2 && /[^\w]/.test(found[1]!) ? literal(found[1]!) : ANYTHING;
  }
}

/** Characters beyond ASCII as such: the build writes them as escapes. */
const unescaped = (inner: string): string =>
  inner.replace(/\\(?:u([\da-f]{4})|.)/gs, (all, digits?: string) => (digits && digits > '007f' ? String.fromCharCode(parseInt(digits, 16)) : all));

/** More of a class are dearer to look for than what that spares. */
const MOST_SIGNS = 16;

/** All that a class holds, where that is a few signs that tell something, without escapes. */
function signsOf(inner: readonly string[]): readonly string[] | undefined {
  const signs: string[] = [];
  for (let at = 0; at < inner.length; at++) {
    const char = inner[at]!;
    if (char === '-' && at > 0 && at + 1 < inner.length) {
      for (let code = inner[at - 1]!.charCodeAt(0) + 1; code <= inner[at + 1]!.charCodeAt(0) && signs.length <= MOST_SIGNS; code++) signs.push(String.fromCharCode(code));
      at++;
    } else signs.push(char);
  }
  const few = signs.length > 0 && signs.length <= MOST_SIGNS;
  return few && signs.every((char) => !/[\\^\ud800-\udfff]/.test(char) && isSign(char) && telling(char)) ? signs : undefined;
}

/** A character of one unit that has no other case. */
const isSign = (char: string): boolean => char.length === 1 && char.toLowerCase() === char && char.toUpperCase() === char;

function literal(char: string): Part {
  const edge = !isWord(char);
  if (char.charCodeAt(0) < ASCII) {
    const lower = char.toLowerCase();
    return { need: telling(lower) ? lower : undefined, exact: lower, edge };
  }
  return isSign(char) && (char < '\ud800' || char > '\udfff') ? { need: char, exact: undefined, edge } : ANYTHING;
}
