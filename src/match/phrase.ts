import type { Sentence, Term, Token } from '../rule.ts';
import { anchorsOf, startOf } from './phrase-cues.ts';
import { PhraseIndex, type CompiledIndex } from './phrase-index.ts';
import { parsePhrase, PhraseError } from './phrase-parser.ts';
import type { PhraseNames } from './phrase-parser.ts';
import { Program, type CompiledProgram } from './phrase-program.ts';
import { PhraseRun } from './phrase-run.ts';
import { SHAPES } from './phrase-shapes.ts';
import { namesOfTerm } from './term-names.ts';

export { PhraseError };
export type { PhraseNames };
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

export interface PhraseMatch {
  readonly phrase: number;
  /** Token positions, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** What the build makes of a set of phrases. */
export interface CompiledPhrases {
  /** By number: the source, and the number of the rule whose own words it uses, or -1. */
  readonly phrases: readonly (readonly [source: string, scope: number])[];
  readonly program: CompiledProgram;
  /** By number: where each begins in the program. */
  readonly entries: Int32Array;
  readonly starts: CompiledIndex;
  readonly anchors: CompiledIndex;
  readonly seconds: CompiledIndex;
  readonly anywhere: readonly number[];
  readonly always: readonly number[];
  /** Those with a second anchor. */
  readonly twice: readonly number[];
}

/** Which of a phrase's anchors were seen in the sentence. */
const FIRST = 1;
const SECOND = 2;
const BOTH = FIRST | SECOND;
/** A mark holds the number of the sentence above the bits of the anchors. */
const MOST_SENTENCES = 2 ** 30 - 1;

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #program: Program;
  readonly #run: PhraseRun;
  /** Where each phrase begins in the program; 0 for one that no sentence has called for yet. */
  #entries = new Int32Array(1024);
  readonly #sources: { readonly source: string; readonly names: PhraseNames }[] = [];
  /** Numbers of phrases by their source; those that use a rule's own words apart for each rule. */
  readonly #known = new Map<object | undefined, Map<string, number>>();
  readonly #starts: PhraseIndex;
  readonly #anchors: PhraseIndex;
  readonly #seconds: PhraseIndex;
  readonly #anywhere: number[];
  /** Phrases without an anchor: tried on every sentence. */
  readonly #always: number[];
  readonly #twice: number[];
  /** The anchors that a phrase needs, those that were seen and in which sentence, and the place at which it was last tried. */
  #needs = new Uint8Array(1024);
  #seen = new Uint32Array(1024);
  #tried = new Uint32Array(1024);
  #sentence = 0;
  #place = 0;

  /** @param from what the build has compiled, and the names that a phrase of a scope may use */
  constructor(from?: { readonly compiled: CompiledPhrases; readonly names: (scope: number) => PhraseNames }) {
    const compiled = from?.compiled;
    this.#program = new Program(compiled?.program);
    this.#run = new PhraseRun(this.#program);
    this.#starts = new PhraseIndex(compiled?.starts);
    this.#anchors = new PhraseIndex(compiled?.anchors);
    this.#seconds = new PhraseIndex(compiled?.seconds);
    this.#anywhere = [...(compiled?.anywhere ?? [])];
    this.#always = [...(compiled?.always ?? [])];
    this.#twice = [...(compiled?.twice ?? [])];
    for (const [source, scope] of compiled?.phrases ?? []) {
      const names = from!.names(scope);
      this.#number(source, names, scope < 0 ? undefined : names.words);
    }
    for (const id of this.#twice) this.#needs[id] = BOTH;
    if (compiled) this.#entries.set(compiled.entries);
  }

  #number(source: string, names: PhraseNames, scope: object | undefined): number {
    let known = this.#known.get(scope);
    if (!known) this.#known.set(scope, (known = new Map()));
    const id = this.#sources.push({ source, names }) - 1;
    known.set(source, id);
    if (id >= this.#entries.length) {
      this.#entries = wider(this.#entries, Int32Array);
      this.#needs = wider(this.#needs, Uint8Array);
      this.#seen = wider(this.#seen, Uint32Array);
      this.#tried = wider(this.#tried, Uint32Array);
    }
    this.#needs[id] = FIRST;
    return id;
  }

  /** Adds a phrase and returns its number; the same phrase is compiled once. @throws PhraseError */
  add(source: string, names: PhraseNames): number {
    const own = names.words && this.#known.get(names.words)?.get(source);
    if (own !== undefined) return own;
    const scope = usesOwnWords(source, names) ? names.words : undefined;
    const same = this.#known.get(scope)?.get(source);
    if (same !== undefined) return same;

    const items = parsePhrase(source, names);
    const id = this.#number(source, names, scope);
    const start = startOf(items);
    if (start) this.#starts.add(start, id);
    else this.#anywhere.push(id);
    const [anchor, second] = anchorsOf(items);
    if (anchor) this.#anchors.add(anchor, id);
    else this.#always.push(id);
    if (second) {
      this.#seconds.add(second, id);
      this.#twice.push(id);
      this.#needs[id] = BOTH;
    }
    return id;
  }

  /** @param scopeOf the number of the rule that has these words */
  compile(scopeOf: (words: object) => number): CompiledPhrases {
    const scopes = new Map<number, number>();
    for (const [words, ids] of this.#known) for (const id of ids.values()) scopes.set(id, words ? scopeOf(words) : -1);
    const entries = Int32Array.from(this.#sources, (_, id) => this.#entry(id));
    return {
      phrases: this.#sources.map(({ source }, id) => [source, scopes.get(id)!]),
      program: this.#program.write(),
      entries,
      starts: this.#starts.compile(),
      anchors: this.#anchors.compile(),
      seconds: this.#seconds.compile(),
      anywhere: this.#anywhere,
      always: this.#always,
      twice: this.#twice,
    };
  }

  #entry(id: number): number {
    const { source, names } = this.#sources[id]!;
    const entry = this.#program.compile(parsePhrase(source, names));
    this.#entries[id] = entry;
    this.#run.renumber();
    return entry;
  }

  /** All matches, at most one a phrase and starting place, the longest. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    if (!this.#wake(tokens, terms)) return found;
    const run = this.#run;
    run.begin(tokens, terms);
    for (let at = 0; at < tokens.length; at++) {
      if (this.#place === 0xffffffff) this.#tried.fill((this.#place = 0));
      this.#place++;
      const token = tokens[at]!;
      this.#attempt(this.#starts.ofWord(token), at, found);
      if (token.kind === 'number') this.#attempt(this.#starts.ofNumber, at, found);
      if (token.capital) this.#attempt(this.#starts.ofCapital, at, found);
      for (let term = run.termAt(at); term >= 0; term = run.termAfter(term)) {
        const names = namesOfTerm(terms[term]!);
        this.#attempt(this.#starts.ofName(names.list), at, found);
        this.#attempt(this.#starts.ofName(names.class), at, found);
      }
      this.#attempt(this.#anywhere, at, found);
    }
    return found;
  }

  #attempt(ids: readonly number[], first: number, found: PhraseMatch[]): void {
    const awake = this.#sentence << 2;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      if (this.#seen[id] !== (awake | this.#needs[id]!) >>> 0 || this.#tried[id] === this.#place) continue;
      this.#tried[id] = this.#place;
      const end = this.#run.longest(this.#entries[id]! || this.#entry(id), first);
      if (end > first) found.push({ phrase: id, first, last: end - 1 });
    }
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }

  /** Marks the phrases whose anchors stand in the sentence; false when there is none. */
  #wake(tokens: readonly Token[], terms: readonly Term[]): boolean {
    if (this.#sentence === MOST_SENTENCES) this.#seen.fill((this.#sentence = 0));
    this.#sentence++;
    let any = this.#see(this.#always, FIRST);
    for (const token of tokens) {
      any = this.#see(this.#anchors.ofWord(token), FIRST) || any;
      if (token.kind === 'number') any = this.#see(this.#anchors.ofNumber, FIRST) || any;
      if (token.capital) any = this.#see(this.#anchors.ofCapital, FIRST) || any;
    }
    for (const term of terms) {
      const names = namesOfTerm(term);
      any = this.#see(this.#anchors.ofName(names.list), FIRST) || any;
      any = this.#see(this.#anchors.ofName(names.class), FIRST) || any;
    }
    if (!any || this.#twice.length === 0) return any;
    for (const token of tokens) {
      this.#see(this.#seconds.ofWord(token), SECOND);
      if (token.kind === 'number') this.#see(this.#seconds.ofNumber, SECOND);
      if (token.capital) this.#see(this.#seconds.ofCapital, SECOND);
    }
    for (const term of terms) {
      const names = namesOfTerm(term);
      this.#see(this.#seconds.ofName(names.list), SECOND);
      this.#see(this.#seconds.ofName(names.class), SECOND);
    }
    return true;
  }

  /** Whether there are any. A second anchor counts beside a first alone. */
  #see(ids: readonly number[], anchor: number): boolean {
    const awake = this.#sentence << 2;
    if (anchor === FIRST) for (let i = 0; i < ids.length; i++) this.#seen[ids[i]!] = awake | FIRST;
    else
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i]!;
        if (this.#seen[id] === (awake | FIRST) >>> 0) this.#seen[id] = awake | BOTH;
      }
    return ids.length > 0;
  }
}

function usesOwnWords(source: string, { words }: PhraseNames): boolean {
  if (!words) return false;
  for (const [, inner] of source.matchAll(/<!?([^>]*)>/g))
    if (inner!.split(/[|()<\s]+/).some((name) => name in words)) return true;
  return false;
}

const wider = <Numbers extends Int32Array | Uint8Array | Uint32Array>(numbers: Numbers, type: { new (length: number): Numbers }): Numbers => {
  const twice = new type(numbers.length * 2);
  twice.set(numbers);
  return twice;
};
