import { knownId } from '../analyse/spelling.ts';
import type { Term, Token } from '../rule.ts';
import { Op, type Program } from './phrase-program.ts';
import { namesOfTerm } from './term-names.ts';

const STOPS = new Set(['.', ';', ':', '!', '?']);
/** Backtracking is bounded per start; a pattern that needs more is hopeless on that sentence. */
const MOST_STEPS = 2_000;
const NONE = -1;

const enum Kind { other, mark, stop }

const enum Cue { number = 1, capital = 2 }

/** Matching over one sentence. The same object goes from sentence to sentence. */
export class PhraseRun {
  readonly #program: Program;
  #tokens: readonly Token[] = [];
  #terms: readonly Term[] = [];
  #count = 0;
  /** By place: the number of the word; what kind of token; the first of the terms that begin there. */
  #words = new Int32Array(256);
  #kinds = new Uint8Array(256);
  /** By place: whether it is a number, whether it begins with a capital. */
  #cues = new Uint8Array(256);
  #firstTerm = new Int32Array(256);
  /** By term: the next that begins at the same place. */
  #nextTerm = new Int32Array(256);
  /** Where a named class ends that begins at a place: by its number and the place. */
  #ends: Map<number, readonly number[]> | undefined;
  #steps = 0;

  constructor(program: Program) {
    this.#program = program;
  }

  begin(tokens: readonly Token[], terms: readonly Term[]): void {
    this.#tokens = tokens;
    this.#terms = terms;
    this.#ends = undefined;
    const count = (this.#count = tokens.length);
    if (count > this.#words.length) {
      this.#words = new Int32Array(count * 2);
      this.#kinds = new Uint8Array(count * 2);
      this.#cues = new Uint8Array(count * 2);
      this.#firstTerm = new Int32Array(count * 2);
    }
    for (let at = 0; at < count; at++) {
      const { id, text, kind, capital } = tokens[at]!;
      // A word without a number may be one that a pattern has brought since.
      this.#words[at] = id >= 0 ? id : knownId(text);
      this.#kinds[at] = kind !== 'mark' ? Kind.other : STOPS.has(text) ? Kind.stop : Kind.mark;
      this.#cues[at] = (kind === 'number' ? Cue.number : 0) | (capital ? Cue.capital : 0);
      this.#firstTerm[at] = NONE;
    }
    if (terms.length > this.#nextTerm.length) this.#nextTerm = new Int32Array(terms.length * 2);
    for (let i = terms.length - 1; i >= 0; i--) {
      const { first } = terms[i]!;
      this.#nextTerm[i] = this.#firstTerm[first]!;
      this.#firstTerm[first] = i;
    }
  }

  /** For a pattern that was compiled after `begin`, and may have numbered more words. */
  renumber(): void {
    for (let at = 0; at < this.#count; at++) if (this.#words[at]! < 0) this.#words[at] = knownId(this.#tokens[at]!.text);
  }

  /** Whether this is the sentence in hand. */
  isAt(tokens: readonly Token[]): boolean {
    return this.#tokens === tokens;
  }
  get count(): number {
    return this.#count;
  }
  get terms(): readonly Term[] {
    return this.#terms;
  }
  /** The number of the word at a place, or -1. */
  wordAt(place: number): number {
    return this.#words[place]!;
  }
  isNumber(place: number): boolean {
    return (this.#cues[place]! & Cue.number) !== 0;
  }
  isCapital(place: number): boolean {
    return (this.#cues[place]! & Cue.capital) !== 0;
  }

  /** The first of the terms that begin at a place, and each after it by `termAfter`; -1 at the end. */
  termAt(place: number): number {
    return this.#firstTerm[place]!;
  }
  termAfter(term: number): number {
    return this.#nextTerm[term]!;
  }

  /** The place after the longest match that begins at `first`, or -1. @param start where the pattern begins */
  longest(start: number, first: number): number {
    this.#steps = 0;
    return this.#walk(start, first, undefined);
  }

  /** @param ends collects the places after every match, not the longest alone */
  #walk(start: number, from: number, ends: number[] | undefined): number {
    const { code } = this.#program;
    const count = this.#count;
    let pc = start;
    let at = from;
    for (;;) {
      if (++this.#steps > MOST_STEPS) return NONE;
      switch (code[pc]! as Op) {
        case Op.done:
          if (ends && !ends.includes(at)) ends.push(at);
          return at;
        case Op.few: {
          if (at >= count) return NONE;
          const word = this.#words[at]!;
          let i = pc + 3;
          const last = i + code[pc + 2]!;
          while (i < last && code[i] !== word) i++;
          if (i === last) return NONE;
          at++;
          break;
        }
        case Op.many: {
          if (at >= count) return NONE;
          const list = code[pc + 2]!;
          if (search(code, list + 1, code[list]!, this.#words[at]!) < 0) return NONE;
          at++;
          break;
        }
        case Op.any:
          if (at >= count || this.#kinds[at] !== Kind.other) return NONE;
          at++;
          break;
        case Op.shape: {
          const end = this.#program.shapes[code[pc + 2]!]!.end(this.#tokens, at);
          if (end <= at) return NONE;
          at = end;
          break;
        }
        case Op.start:
          if (at !== 0) return NONE;
          break;
        case Op.end:
          for (let i = at; i < count; i++) if (this.#kinds[i] === Kind.other) return NONE;
          break;
        case Op.not:
          for (let i = pc + 3, last = i + code[pc + 2]!; i < last; i++) if (this.#walk(code[i]!, at, undefined) >= 0) return NONE;
          break;
        case Op.branch:
          return this.#branch(pc, at, ends);
        case Op.named: {
          let best = NONE;
          const way = code[pc + 3]!;
          // Most classes begin with one of their words, and most places hold none of them.
          if (code[way] === Op.branch && code[way + 1] === 0 && (at >= count || search(code, way + 3, code[way + 2]!, this.#words[at]!) < 0)) return best;
          for (const end of this.#endsOf(code[pc + 2]!, way, at)) best = Math.max(best, this.#walk(code[pc + 1]!, end, ends));
          return best;
        }
        case Op.term: {
          let best = NONE;
          if (at < count)
            for (let term = this.#firstTerm[at]!; term >= 0; term = this.#nextTerm[term]!)
              if (this.#isNamed(term, pc)) best = Math.max(best, this.#walk(code[pc + 1]!, this.#terms[term]!.last + 1, ends));
          return best;
        }
        case Op.gap: {
          let best = NONE;
          const most = code[pc + 2]!;
          for (let n = 0; n <= most; n++) {
            best = Math.max(best, this.#walk(code[pc + 1]!, at + n, ends));
            if (at + n >= count || this.#kinds[at + n] === Kind.stop) break;
          }
          return best;
        }
      }
      pc = code[pc + 1]!;
    }
  }

  #branch(pc: number, at: number, ends: number[] | undefined): number {
    const { code } = this.#program;
    const ways = code[pc + 1]!;
    const words = code[pc + 2]!;
    let best = NONE;
    if (words > 0 && at < this.#count) {
      const found = search(code, pc + 3 + ways, words, this.#words[at]!);
      if (found >= 0) {
        const list = code[found + words]!;
        for (let i = list + 1, last = i + code[list]!; i < last; i++) best = Math.max(best, this.#walk(code[i]!, at, ends));
      }
    }
    for (let i = pc + 3, last = i + ways; i < last; i++) best = Math.max(best, this.#walk(code[i]!, at, ends));
    return best;
  }

  #isNamed(term: number, pc: number): boolean {
    const { code, names } = this.#program;
    const { list, class: ofClass } = namesOfTerm(this.#terms[term]!);
    for (let i = pc + 3, last = i + code[pc + 2]!; i < last; i++) {
      const name = names[code[i]!];
      if (name === list || name === ofClass) return true;
    }
    return false;
  }

  #endsOf(number: number, way: number, at: number): readonly number[] {
    const key = number * (this.#count + 1) + at;
    let ends = this.#ends?.get(key);
    if (!ends) {
      // What others ask for as well must not depend on how many steps the first of them had left.
      const steps = this.#steps;
      this.#steps = 0;
      const found: number[] = [];
      this.#walk(way, at, found);
      (this.#ends ??= new Map()).set(key, (ends = found));
      this.#steps = steps;
    }
    return ends;
  }
}

/** Where `wanted` stands among `count` numbers in ascending order from `from` on, or -1. */
function search(numbers: Int32Array, from: number, count: number, wanted: number): number {
  let low = from;
  let high = from + count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = numbers[middle]!;
    if (here === wanted) return middle;
    if (here < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
