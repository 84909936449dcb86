/**
 * What a text must hold for a regular expression to match in it, each part told by one or two groups of its characters, and by its
 * words. `read-needs.ts` reads it off the expression's source.
 */

/**
 * Groups of characters have numbers: three letters, two letters, one character. Few of the many fall together, and a text
 * that holds one for another is run in vain, no more.
 */
export const GROUPS = 8192;
const LETTERS = 26;
// As numbers, which powers would not be: they are worked out for every letter of a text.
const PAIRS = 676;
const TRIPLES = 17_576;
export const ASCII = 128;
const SPREAD = 0x9e3779b1;
const number = (group: number): number => Math.imul(group + 1, SPREAD) >>> 19;

/** Group of three letters, each counted from 0. */
export const triple = (a: number, b: number, c: number): number => number((a * LETTERS + b) * LETTERS + c);
export const pair = (a: number, b: number): number => number(TRIPLES + a * LETTERS + b);
/** @param code of a character; letters lower-cased. */
export const single = (code: number): number => (code < ASCII ? code : number(TRIPLES + PAIRS + code));

/** Stands for every digit: a control character, which no expression names. */
export const ANY_DIGIT = 1;

const A = 97;
/** The place of an ASCII letter of either case in the alphabet, or a number beyond it. */
export const letterOf = (code: number): number => ((code | 32) - A) >>> 0;

/**
 * What a match needs, as numbers: the two groups of a needle and where its words stand in `words` (`wordsAt`); or `ALL` or `ONE`, where it
 * ends, and everything that stands between, all or one of which is needed. Empty when a match need not hold anything.
 */
export interface Needs {
  readonly numbers: Int32Array;
  readonly words: string;
}
export const ALL = -1;
export const ONE = -2;

/** Needs that the build has worked out: by the number of an expression, where its needs begin in `numbers`. */
export interface CompiledNeeds extends Needs {
  readonly from: Int32Array;
  /** The narrow twins of those that have one (`narrow.ts`): a line each, of the number, the flags and the source, between tabs. */
  readonly twins: string;
  /** 1 for those that have a twin for copy in lower case (`lowered.ts`). */
  readonly lowerable: Uint8Array;
}

/** An expression in words. */
export interface Source {
  readonly flags: string;
  readonly source: string;
}

let read: (() => CompiledNeeds | undefined) | undefined;
let compiled: CompiledNeeds | undefined;

/** Says where the needs that the build has worked out are read from when the first are asked for. */
export function provideNeeds(from: () => CompiledNeeds | undefined): void {
  read = from;
}

/** What the build has worked out of the expression that it gave this number, if it did. */
export function compiledNeeds(number: number): Needs | undefined {
  begin();
  return compiled && { numbers: compiled.numbers.subarray(compiled.from[number], compiled.from[number + 1]), words: compiled.words };
}

let twins: ReadonlyMap<number, Source> | undefined;

/** The narrow twin of the expression that the build gave this number; null when it has none, undefined when the build does not know. */
export function compiledTwin(number: number): Source | null | undefined {
  begin();
  if (!compiled) return undefined;
  twins ??= new Map(
    compiled.twins.split('\n').map((line) => {
      const [number = '', flags = '', ...source] = line.split('\t');
      return [Number(number), { flags, source: source.join('\t') }];
    }),
  );
  return twins.get(number) ?? null;
}

/** Whether the expression that the build gave this number has a twin for copy in lower case. */
export function isLowerable(number: number): boolean {
  begin();
  return compiled?.lowerable[number] === 1;
}

function begin(): void {
  if (read) compiled = read();
  read = undefined;
}

const LENGTH_BITS = 6;
/** So many characters of a needle's words are kept. */
export const LONGEST = (1 << LENGTH_BITS) - 1;
export const placeOf = (from: number, length: number): number => (from << LENGTH_BITS) | length;
/** The words at a place that `Needs` names. */
export const wordsAt = (words: string, place: number): string => words.substr(place >> LENGTH_BITS, place & LONGEST);

/** A text as its words stand in `Needs`: in lower case, with a space for all that is no part of a word, and at either end. */
export const asWords = (text: string): string => ` ${text.toLowerCase().replace(/\W/g, ' ')} `;
