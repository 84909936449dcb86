import type { Sentence, Term, Token } from '../rule.ts';
import { anchorsOf, startOf } from './phrase-cues.ts';
import { PhraseMachine, Trait, type PhraseMatch } from './phrase-machine.ts';
import { PhraseIndex, type CompiledIndex } from './phrase-index.ts';
import { parsePhrase, PhraseError } from './phrase-parser.ts';
import type { PhraseNames } from './phrase-parser.ts';
import { Program, type CompiledProgram } from './phrase-program.ts';
import { forget } from './phrase-sentence.ts';
import { SHAPES } from './phrase-shapes.ts';

export { PhraseError };
export type { PhraseMatch, PhraseNames };
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

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

/** There is room for so many tokens of a sentence, until one has more. */
const ROOM = 256;

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #program: Program;
  readonly #compiled: CompiledPhrases | undefined;
  #from: { readonly compiled: CompiledPhrases; readonly names: (scope: number) => PhraseNames } | undefined;
  #count = 0;
  readonly #sources: { readonly source: string; readonly names: PhraseNames }[] = [];
  /** Numbers of phrases by their source; those that use a rule's own words apart for each rule. */
  readonly #known = new Map<object | undefined, Map<string, number>>();
  readonly #starts: PhraseIndex;
  readonly #anchors: PhraseIndex;
  readonly #seconds: PhraseIndex;
  readonly #anywhere: number[];
  /** Phrases without an anchor: tried on every sentence. */
  readonly #always: number[];
  /** Phrases with a second anchor, and those that match at the head of a sentence only. */
  readonly #twice: number[];
  readonly #atHead: number[];
  /** What matches; laid out anew for the first sentence after a phrase was added. */
  #machine: PhraseMachine | undefined;

  /** @param from what the build has compiled, and the names that a phrase of a scope may use */
  constructor(from?: { readonly compiled: CompiledPhrases; readonly names: (scope: number) => PhraseNames }) {
    const compiled = (this.#compiled = from?.compiled);
    this.#from = from;
    this.#count = compiled?.scopes.length ?? 0;
    this.#program = new Program(compiled?.program);
    this.#starts = new PhraseIndex(compiled?.starts);
    this.#anchors = new PhraseIndex(compiled?.anchors);
    this.#seconds = new PhraseIndex(compiled?.seconds);
    this.#anywhere = [...(compiled?.anywhere ?? [])];
    this.#always = [...(compiled?.always ?? [])];
    this.#twice = [...(compiled?.twice ?? [])];
    this.#atHead = [...(compiled?.atHead ?? [])];
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

  #number(source: string, names: PhraseNames, scope: object | undefined): number {
    const id = this.#count++;
    this.#sources[id] = { source, names };
    this.#enter(source, scope, id);
    if (isAtHead(source)) this.#atHead.push(id);
    this.#machine = undefined;
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
    }
    return id;
  }

  /** @param scopeOf the number of the rule that has these words */
  compile(scopeOf: (words: object) => number): CompiledPhrases {
    const scopes = new Map<number, number>();
    for (const [words, ids] of this.#known) for (const id of ids.values()) scopes.set(id, words ? scopeOf(words) : -1);
    const broken = this.#sources.find(({ source }) => source.includes('\n'));
    if (broken) throw new Error(`A phrase stands on one line: ${broken.source}`);
    const entries = this.#entries();
    return {
      sources: this.#sources.map(({ source }) => source).join('\n'),
      scopes: Int32Array.from(this.#sources, (_, id) => scopes.get(id)!),
      atHead: this.#atHead,
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

  /** Where the phrases begin in the program; those that the build did not know are compiled. */
  #entries(): Int32Array {
    const known = this.#compiled?.entries ?? NO_ENTRIES;
    const entries = new Int32Array(this.#count);
    entries.set(known);
    for (let id = known.length; id < this.#count; id++) {
      const { source, names } = this.#sources[id]!;
      entries[id] = this.#program.compile(parsePhrase(source, names));
    }
    return entries;
  }

  #traits(): Uint8Array {
    const traits = new Uint8Array(this.#count).fill(Trait.later);
    for (const id of this.#twice) traits[id]! |= Trait.twice;
    for (const id of this.#atHead) traits[id]! &= ~Trait.later;
    return traits;
  }

  /** The machine with a sentence in hand. */
  #at(tokens: readonly Token[], terms: readonly Term[]): PhraseMachine {
    const size = Math.max(tokens.length, terms.length);
    if (!this.#machine || this.#machine.room < size) this.#machine = this.#layOut(Math.max(ROOM, size * 2));
    this.#machine.begin(tokens, terms);
    return this.#machine;
  }

  #layOut(room: number): PhraseMachine {
    const entries = this.#entries();
    forget();
    const [starts, anchors, seconds] = [this.#starts.tables(), this.#anchors.tables(), this.#seconds.tables()];
    return new PhraseMachine({ program: this.#program, entries, traits: this.#traits(), starts, anchors, seconds, anywhere: this.#anywhere, always: this.#always }, room);
  }

  /** All matches, at most one a phrase and starting place, the longest. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    return this.#at(tokens, terms).find();
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }

  /** The phrases whose anchors stand in the sentence. */
  calledIn({ tokens, terms }: Sentence): readonly number[] {
    return this.#at(tokens, terms).called();
  }

  /** Whether a phrase that is called for in a sentence matches there, in part at least within the tokens given. */
  stands(phrase: number, { tokens, terms }: Sentence, first = 0, last = tokens.length - 1): boolean {
    const machine = this.#machine?.isAt(tokens) ? this.#machine : this.#at(tokens, terms);
    return machine.stands(phrase, first, last);
  }
}

const NO_ENTRIES = new Int32Array(0);
const isAtHead = (source: string): boolean => /^\s*\^/.test(source);

function usesOwnWords(source: string, { words }: PhraseNames): boolean {
  if (!words) return false;
  for (const [, inner] of source.matchAll(/<!?([^>]*)>/g))
    if (inner!.split(/[|()<\s]+/).some((name) => name in words)) return true;
  return false;
}
