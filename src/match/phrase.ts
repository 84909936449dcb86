import type { Sentence, Term, Token } from '../rule.ts';
import { anchorOf, CAPITAL, NUMBER, startOf } from './phrase-cues.ts';
import type { Cue } from './phrase-cues.ts';
import { PhraseCompiler } from './phrase-graph.ts';
import type { Node } from './phrase-graph.ts';
import { parsePhrase, PhraseError } from './phrase-parser.ts';
import type { PhraseNames } from './phrase-parser.ts';
import { SHAPES } from './phrase-shapes.ts';

export { PhraseError };
export type { PhraseNames };
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

export interface PhraseMatch {
  readonly phrase: number;
  /** Token positions, inclusive. */
  readonly first: number;
  readonly last: number;
}

const STOPS = new Set(['.', ';', ':', '!', '?']);
/** Backtracking is bounded per start; a pattern that needs more is hopeless on that sentence. */
const MOST_STEPS = 2_000;

const NO_IDS: readonly number[] = [];

/** Phrase numbers by the cue that calls for them: a word, a kind of token, or `<name>` of a vocabulary. */
class Index {
  readonly #ids = new Map<string, number[] | string>();
  #bySpelling: (readonly number[] | undefined)[] = [];

  /** @param compiled a line a cue, the numbers behind a tab with spaces between them */
  constructor(compiled?: string) {
    if (!compiled) return;
    for (const line of compiled.split('\n')) {
      const tab = line.indexOf('\t');
      this.#ids.set(line.slice(0, tab), line.slice(tab + 1));
    }
  }

  add({ words, names }: Cue, id: number): void {
    for (const word of words) this.#push(word, id);
    for (const name of names) this.#push(`<${name}>`, id);
  }

  /** Of a token's spelling: no string is hashed for a word that was met before. */
  ofSpelling({ id, text }: Token): readonly number[] | undefined {
    if (id < 0) return this.get(text);
    const known = this.#bySpelling[id];
    if (known !== undefined) return known;
    return (this.#bySpelling[id] = this.get(text) ?? NO_IDS);
  }

  get(cue: string): readonly number[] | undefined {
    const ids = this.#ids.get(cue);
    if (typeof ids !== 'string') return ids;
    const read = ids.split(' ').map(Number);
    this.#ids.set(cue, read);
    return read;
  }

  #push(cue: string, id: number): void {
    this.#bySpelling = [];
    const ids = this.get(cue);
    if (ids) (ids as number[]).push(id);
    else this.#ids.set(cue, [id]);
  }

  compile(): string {
    return Array.from(this.#ids, ([cue, ids]) => `${cue}\t${typeof ids === 'string' ? ids : ids.join(' ')}`).join('\n');
  }
}

type Cues = readonly [byList: string, byClass: string];
const nameCues = new Map<string, Map<string, Cues>>();

/** The cues by which a vocabulary term is found. */
function cuesOfTerm({ list, class: className }: Term): Cues {
  let ofList = nameCues.get(list);
  if (!ofList) nameCues.set(list, (ofList = new Map()));
  let cues = ofList.get(className);
  if (!cues) ofList.set(className, (cues = [`<${list}>`, `<${list}.${className}>`]));
  return cues;
}

/** What the build makes of a set of phrases. A phrase itself is compiled when a sentence first calls for it. */
export interface CompiledPhrases {
  /** By number: the source, and the number of the rule whose own words it uses, or -1. */
  readonly phrases: readonly (readonly [source: string, scope: number])[];
  readonly starts: string;
  readonly anchors: string;
  readonly anywhere: readonly number[];
  readonly always: readonly number[];
}

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #compiler = new PhraseCompiler();
  readonly #graphs: (Node | undefined)[] = [];
  readonly #sources: { readonly source: string; readonly names: PhraseNames }[] = [];
  /** Numbers of phrases by their source; those that use a rule's own words apart for each rule. */
  readonly #known = new Map<object | undefined, Map<string, number>>();
  readonly #starts: Index;
  readonly #anchors: Index;
  readonly #anywhere: number[];
  /** Phrases without an anchor: tried on every sentence. */
  readonly #always: number[];
  /** The sentence in which a phrase's anchor was last seen, and the place at which it was last tried. */
  #awake = new Uint32Array(1024);
  #tried = new Uint32Array(1024);
  #sentence = 0;
  #place = 0;

  /** @param from what the build has compiled, and the names that a phrase of a scope may use */
  constructor(from?: { readonly compiled: CompiledPhrases; readonly names: (scope: number) => PhraseNames }) {
    this.#starts = new Index(from?.compiled.starts);
    this.#anchors = new Index(from?.compiled.anchors);
    this.#anywhere = [...(from?.compiled.anywhere ?? [])];
    this.#always = [...(from?.compiled.always ?? [])];
    for (const [source, scope] of from?.compiled.phrases ?? []) {
      const names = from!.names(scope);
      this.#number(source, names, scope < 0 ? undefined : names.words);
    }
  }

  #number(source: string, names: PhraseNames, scope: object | undefined): number {
    let known = this.#known.get(scope);
    if (!known) this.#known.set(scope, (known = new Map()));
    const id = this.#sources.push({ source, names }) - 1;
    known.set(source, id);
    if (id >= this.#awake.length) [this.#awake, this.#tried] = [wider(this.#awake), wider(this.#tried)];
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
    const anchor = anchorOf(items);
    if (anchor) this.#anchors.add(anchor.cue, id);
    else this.#always.push(id);
    return id;
  }

  /** @param scopeOf the number of the rule that has these words */
  compile(scopeOf: (words: object) => number): CompiledPhrases {
    const scopes = new Map<number, number>();
    for (const [words, ids] of this.#known) for (const id of ids.values()) scopes.set(id, words ? scopeOf(words) : -1);
    return {
      phrases: this.#sources.map(({ source }, id) => [source, scopes.get(id)!]),
      starts: this.#starts.compile(),
      anchors: this.#anchors.compile(),
      anywhere: this.#anywhere,
      always: this.#always,
    };
  }

  #graph(id: number): Node {
    const { source, names } = this.#sources[id]!;
    return (this.#graphs[id] ??= this.#compiler.compile(parsePhrase(source, names)));
  }

  /** All matches, at most one a phrase and starting place, the longest. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    if (!this.#wake(tokens, terms)) return found;
    const at: (Term[] | undefined)[] = [];
    for (const term of terms) (at[term.first] ??= []).push(term);
    const run = new Run(tokens, at);
    let first = 0;
    const attempt = (ids: readonly number[] | undefined): void => {
      if (!ids) return;
      for (const id of ids) {
        if (this.#awake[id] !== this.#sentence || this.#tried[id] === this.#place) continue;
        this.#tried[id] = this.#place;
        const end = run.longest(this.#graphs[id] ?? this.#graph(id), first);
        if (end > first) found.push({ phrase: id, first, last: end - 1 });
      }
    };
    for (; first < tokens.length; first++) {
      this.#place = next(this.#place, this.#tried);
      const token = tokens[first]!;
      attempt(this.#starts.ofSpelling(token));
      if (token.kind === 'number') attempt(this.#starts.get(NUMBER));
      if (token.capital) attempt(this.#starts.get(CAPITAL));
      for (const term of at[first] ?? []) for (const cue of cuesOfTerm(term)) attempt(this.#starts.get(cue));
      attempt(this.#anywhere);
    }
    return found;
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }

  /** Marks the phrases whose anchor stands in the sentence; false when there is none. */
  #wake(tokens: readonly Token[], terms: readonly Term[]): boolean {
    this.#sentence = next(this.#sentence, this.#awake);
    let any = this.#always.length > 0;
    const wake = (ids: readonly number[] | undefined): void => {
      if (!ids) return;
      any = true;
      for (const id of ids) this.#awake[id] = this.#sentence;
    };
    wake(this.#always);
    for (const token of tokens) {
      wake(this.#anchors.ofSpelling(token));
      if (token.kind === 'number') wake(this.#anchors.get(NUMBER));
      if (token.capital) wake(this.#anchors.get(CAPITAL));
    }
    for (const term of terms) for (const cue of cuesOfTerm(term)) wake(this.#anchors.get(cue));
    return any;
  }
}

function usesOwnWords(source: string, { words }: PhraseNames): boolean {
  if (!words) return false;
  for (const [, inner] of source.matchAll(/<!?([^>]*)>/g))
    if (inner!.split(/[|()<\s]+/).some((name) => name in words)) return true;
  return false;
}

/** The next number of a sentence or place; the marks are wiped when the numbers begin again. */
function next(number: number, marks: Uint32Array): number {
  if (number < 0xffffffff) return number + 1;
  marks.fill(0);
  return 1;
}

function wider(marks: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(marks.length * 2);
  twice.set(marks);
  return twice;
}

const NO_ENDS: readonly number[] = [];

/** Matching over one sentence. */
class Run {
  readonly #tokens: readonly Token[];
  readonly #terms: readonly (readonly Term[] | undefined)[];
  /** Where a named class ends that begins at a place: by its number, then by the place. */
  readonly #ends: (readonly number[] | undefined)[][] = [];
  #steps = 0;

  constructor(tokens: readonly Token[], terms: readonly (readonly Term[] | undefined)[]) {
    this.#tokens = tokens;
    this.#terms = terms;
  }

  /** The place after the longest match that begins at `first`, or -1. */
  longest(node: Node, first: number): number {
    this.#steps = 0;
    return this.#walk(node, first);
  }

  /** @param ends collects the places after every match, not the longest alone */
  #walk(start: Node, from: number, ends?: Set<number>): number {
    const tokens = this.#tokens;
    let node = start;
    let at = from;
    for (;;) {
      if (++this.#steps > MOST_STEPS) return -1;
      switch (node.op) {
        case 'done':
          ends?.add(at);
          return at;
        case 'word':
          if (at >= tokens.length || !node.forms!.has(tokens[at]!.text)) return -1;
          at++;
          break;
        case 'any':
          if (at >= tokens.length || tokens[at]!.kind === 'mark') return -1;
          at++;
          break;
        case 'shape': {
          const end = node.shape!.end(tokens, at);
          if (end <= at) return -1;
          at = end;
          break;
        }
        case 'start':
          if (at !== 0) return -1;
          break;
        case 'end':
          for (let i = at; i < tokens.length; i++) if (tokens[i]!.kind !== 'mark') return -1;
          break;
        case 'not':
          for (const way of node.ways!) if (this.#walk(way, at) >= 0) return -1;
          break;
        case 'branch': {
          let best = -1;
          const text = tokens[at]?.text;
          const byWord = text === undefined ? undefined : node.byWord?.get(text);
          if (byWord) for (const way of byWord) best = Math.max(best, this.#walk(way, at, ends));
          for (const way of node.ways!) best = Math.max(best, this.#walk(way, at, ends));
          return best;
        }
        case 'named': {
          let best = -1;
          for (const end of this.#endsOf(node, at)) best = Math.max(best, this.#walk(node.next!, end, ends));
          return best;
        }
        case 'term': {
          let best = -1;
          for (const term of this.#terms[at] ?? [])
            if (node.names!.has(term.list) || node.names!.has(`${term.list}.${term.class}`))
              best = Math.max(best, this.#walk(node.next!, term.last + 1, ends));
          return best;
        }
        case 'gap': {
          let best = -1;
          for (let n = 0; n <= node.most!; n++) {
            best = Math.max(best, this.#walk(node.next!, at + n, ends));
            const token = tokens[at + n];
            if (!token || (token.kind === 'mark' && STOPS.has(token.text))) break;
          }
          return best;
        }
      }
      node = node.next!;
    }
  }

  #endsOf(node: Node, at: number): readonly number[] {
    const known = (this.#ends[node.number!] ??= []);
    let ends = known[at];
    if (!ends) {
      // What others ask for as well must not depend on how many steps the first of them had left.
      const steps = this.#steps;
      this.#steps = 0;
      const found = new Set<number>();
      for (const way of node.ways!) this.#walk(way, at, found);
      known[at] = ends = found.size > 0 ? [...found] : NO_ENDS;
      this.#steps = steps;
    }
    return ends;
  }
}
