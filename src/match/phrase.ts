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
  /** A line a phrase, and by number the rule whose own words it uses, or -1. */
  readonly sources: string;
  readonly scopes: Int32Array;
  /** Those that match at the head of a sentence only. */
  readonly atHead: readonly number[];
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
/** When a phrase is tried: in every sentence; where somebody asks; at other places than the first. */
const TRIGGER = 1;
const ASKED = 2;
const LATER = 4;
/** A mark holds the number of the sentence above the bits of the anchors. */
const MOST_SENTENCES = 2 ** 30 - 1;

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #program: Program;
  readonly #run: PhraseRun;
  /** Where each phrase begins in the program; 0 for one that no sentence has called for yet. */
  #entries = new Int32Array(1024);
  #count = 0;
  #from: { readonly compiled: CompiledPhrases; readonly names: (scope: number) => PhraseNames } | undefined;
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
  #when = new Uint8Array(1024);
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
    this.#from = from;
    if (!compiled) return;
    this.#count = compiled.scopes.length;
    this.#makeRoom();
    this.#entries.set(compiled.entries);
    this.#needs.fill(FIRST, 0, this.#count);
    for (const id of this.#twice) this.#needs[id] = BOTH;
    this.#when.fill(TRIGGER | LATER, 0, this.#count);
    for (const id of compiled.atHead) this.#when[id] = TRIGGER;
  }

  /** What the build knew is read when somebody adds a phrase. */
  #readCompiled(): void {
    const from = this.#from;
    this.#from = undefined;
    if (!from) return;
    const { sources, scopes } = from.compiled;
    for (const [id, source] of (scopes.length > 0 ? sources.split('\n') : []).entries()) {
      const scope = scopes[id]!;
      const names = from.names(scope);
      this.#sources[id] = { source, names };
      this.#enter(source, scope < 0 ? undefined : names.words, id);
    }
  }

  #enter(source: string, scope: object | undefined, id: number): void {
    let known = this.#known.get(scope);
    if (!known) this.#known.set(scope, (known = new Map()));
    known.set(source, id);
  }

  #makeRoom(): void {
    while (this.#count > this.#entries.length) {
      this.#entries = wider(this.#entries, Int32Array);
      this.#needs = wider(this.#needs, Uint8Array);
      this.#when = wider(this.#when, Uint8Array);
      this.#seen = wider(this.#seen, Uint32Array);
      this.#tried = wider(this.#tried, Uint32Array);
    }
  }

  #number(source: string, names: PhraseNames, scope: object | undefined): number {
    const id = this.#count++;
    this.#sources[id] = { source, names };
    this.#enter(source, scope, id);
    this.#makeRoom();
    this.#needs[id] = FIRST;
    this.#when[id] = isAtHead(source) ? TRIGGER : TRIGGER | LATER;
    return id;
  }

  /** Adds a phrase and returns its number; the same phrase is compiled once. @throws PhraseError */
  add(source: string, names: PhraseNames): number {
    this.#readCompiled();
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
    const broken = this.#sources.find(({ source }) => source.includes('\n'));
    if (broken) throw new Error(`A phrase stands on one line: ${broken.source}`);
    const entries = Int32Array.from(this.#sources, (_, id) => this.#entry(id));
    return {
      sources: this.#sources.map(({ source }) => source).join('\n'),
      scopes: Int32Array.from(this.#sources, (_, id) => scopes.get(id)!),
      atHead: this.#sources.flatMap(({ source }, id) => (isAtHead(source) ? [id] : [])),
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
    this.#readCompiled();
    const { source, names } = this.#sources[id]!;
    const entry = this.#program.compile(parsePhrase(source, names));
    this.#entries[id] = entry;
    this.#run.renumber();
    return entry;
  }

  /** From now on `find` looks for the triggers alone, `calledIn` and `stands` for what is asked where it matters. */
  divide(triggers: ReadonlySet<number>, asked: ReadonlySet<number>): void {
    for (let id = 0; id < this.#count; id++)
      this.#when[id] = (this.#when[id]! & LATER) | (triggers.has(id) ? TRIGGER : 0) | (asked.has(id) ? ASKED : 0);
  }

  /** All matches, at most one a phrase and starting place, the longest. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    const run = this.#run;
    run.begin(tokens, terms);
    if (!this.#wake(undefined)) return found;
    for (let at = 0; at < run.count; at++) {
      if (this.#place === 0xffffffff) this.#tried.fill((this.#place = 0));
      this.#place++;
      this.#attemptAt(at, found);
      for (let term = run.termAt(at); term >= 0; term = run.termAfter(term)) {
        const names = namesOfTerm(terms[term]!);
        this.#attempt(this.#starts.ofName(names.list), at, found);
        this.#attempt(this.#starts.ofName(names.class), at, found);
      }
      this.#attempt(this.#anywhere, at, found);
    }
    return found;
  }

  #attemptAt(at: number, found: PhraseMatch[]): void {
    const starts = this.#starts;
    const word = this.#run.wordAt(at);
    this.#attempt(starts.ids, at, found, starts.begin(word), starts.end(word));
    const added = starts.added(word);
    if (added) this.#attempt(added, at, found);
    if (this.#run.isNumber(at)) this.#attempt(starts.ofNumber, at, found);
    if (this.#run.isCapital(at)) this.#attempt(starts.ofCapital, at, found);
  }

  #attempt(ids: ArrayLike<number>, first: number, found: PhraseMatch[], from = 0, to = ids.length): void {
    const awake = this.#sentence << 2;
    const wanted = first === 0 ? TRIGGER : TRIGGER | LATER;
    const seen = this.#seen;
    const needs = this.#needs;
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (seen[id] !== (awake | needs[id]!) >>> 0 || (this.#when[id]! & wanted) !== wanted || this.#tried[id] === this.#place) continue;
      this.#tried[id] = this.#place;
      const end = this.#run.longest(this.#entries[id]! || this.#entry(id), first);
      if (end > first) found.push({ phrase: id, first, last: end - 1 });
    }
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }

  /** Of the phrases that are asked for, those whose anchors stand in the sentence. */
  calledIn({ tokens, terms }: Sentence): readonly number[] {
    const called: number[] = [];
    this.#run.begin(tokens, terms);
    this.#wake(called);
    return called;
  }

  /** Whether a phrase that is called for in a sentence matches there, in part at least within the tokens given. */
  stands(phrase: number, { tokens, terms }: Sentence, first = 0, last = tokens.length - 1): boolean {
    const run = this.#run;
    if (!run.isAt(tokens)) run.begin(tokens, terms);
    const entry = this.#entries[phrase]! || this.#entry(phrase);
    const places = (this.#when[phrase]! & LATER) === 0 ? 0 : last;
    for (let at = 0; at <= places; at++) {
      const end = run.longest(entry, at);
      if (end > at && end > first) return true;
    }
    return false;
  }

  /** Marks the phrases whose anchors stand in the sentence; false when there is none. @param called collects those that are asked for */
  #wake(called: number[] | undefined): boolean {
    if (this.#sentence === MOST_SENTENCES) this.#seen.fill((this.#sentence = 0));
    this.#sentence++;
    const any = this.#seeAll(this.#anchors, this.#see(this.#always, FIRST, called), FIRST, called);
    if (any && this.#twice.length > 0) this.#seeAll(this.#seconds, any, SECOND, called);
    return any;
  }

  #seeAll(index: PhraseIndex, before: boolean, anchor: number, called: number[] | undefined): boolean {
    const run = this.#run;
    let any = before;
    for (let at = 0; at < run.count; at++) {
      const word = run.wordAt(at);
      any = this.#see(index.ids, anchor, called, index.begin(word), index.end(word)) || any;
      const added = index.added(word);
      if (added) any = this.#see(added, anchor, called) || any;
      if (run.isNumber(at)) any = this.#see(index.ofNumber, anchor, called) || any;
      if (run.isCapital(at)) any = this.#see(index.ofCapital, anchor, called) || any;
    }
    for (const term of run.terms) {
      const names = namesOfTerm(term);
      any = this.#see(index.ofName(names.list), anchor, called) || any;
      any = this.#see(index.ofName(names.class), anchor, called) || any;
    }
    return any;
  }

  /** Whether there are any. A second anchor counts beside a first alone. */
  #see(ids: ArrayLike<number>, anchor: number, called: number[] | undefined, from = 0, to = ids.length): boolean {
    const awake = this.#sentence << 2;
    const before = anchor === FIRST ? 0 : (awake | FIRST) >>> 0;
    const after = (awake | (anchor === FIRST ? FIRST : BOTH)) >>> 0;
    const seen = this.#seen;
    if (!called) {
      if (anchor === FIRST) for (let i = from; i < to; i++) seen[ids[i]!] = after;
      else for (let i = from; i < to; i++) if (seen[ids[i]!] === before) seen[ids[i]!] = after;
      return to > from;
    }
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (anchor === FIRST ? seen[id] === after : seen[id] !== before) continue;
      seen[id] = after;
      if ((after & BOTH) === this.#needs[id] && (this.#when[id]! & ASKED) !== 0) called.push(id);
    }
    return to > from;
  }
}

const isAtHead = (source: string): boolean => /^\s*\^/.test(source);

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
