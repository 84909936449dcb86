import type { Term, Token } from '../rule.ts';
import { PHRASES } from './machine.generated.ts';
import type { IndexTables, Table } from './phrase-index.ts';
import type { Program } from './phrase-program.ts';
import { inHand } from './phrase-sentence.ts';
import { namesOfTerm } from './term-names.ts';

/** What a phrase has, as bits: it is tried at other places than the first; it has a second anchor. */
export const enum Trait { later = 1, twice = 2 }

export interface PhraseMatch {
  readonly phrase: number;
  /** Token positions, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** All that the machine matches by; phrases are numbered from 0. */
export interface Tables {
  readonly program: Program;
  /** By phrase: where it begins in the program, and its traits. */
  readonly entries: Int32Array;
  readonly traits: Uint8Array;
  readonly starts: IndexTables;
  readonly anchors: IndexTables;
  readonly seconds: IndexTables;
  /** Phrases that may begin with anything, and those without an anchor. */
  readonly anywhere: readonly number[];
  readonly always: readonly number[];
}

/** Addresses that `machine/phrases.ts` exports, and what it holds of a sentence. */
type Place =
  | 'code' | 'names' | 'phrases' | 'entries' | 'traits' | 'seen' | 'tried' | 'starts' | 'anchors' | 'seconds' | 'anywhere' | 'free' | 'always'
  | 'count' | 'words' | 'kinds' | 'firstTerm' | 'terms' | 'termCount' | 'ends' | 'classes' | 'lists' | 'collected';
type Exports = Readonly<Record<Place, WebAssembly.Global>> & {
  begin(): void;
  find(): void;
  call(): void;
  stands(phrase: number, first: number, last: number): number;
};

const NONE = -1;
const PAGE = 65_536;
const WORD = 4;
/** Numbers that are laid out of a term. */
const OF_TERM = 4;
/** What lies at the beginning is nothing. */
const FROM = 16;

let compiled: WebAssembly.Module | undefined;

/** A set of phrases laid out for `machine/phrases.ts`, to be matched with one sentence after the other. */
export class PhraseMachine {
  readonly #program: Program;
  readonly #memory: WebAssembly.Memory;
  readonly #exports: Exports;
  /** So many tokens, and terms, there is room for. */
  readonly room: number;
  readonly #at: Readonly<Record<'words' | 'kinds' | 'firstTerm' | 'terms', number>>;
  #words!: Int32Array;
  #kinds!: Uint8Array;
  #firstTerm!: Int32Array;
  #terms!: Int32Array;
  #tokens: readonly Token[] = [];
  #found: PhraseMatch[] = [];
  #called: number[] = [];

  constructor(tables: Tables, room: number) {
    const { program, entries, traits } = tables;
    this.#program = program;
    this.room = room;
    const layout = new Layout();
    const indices = { starts: tables.starts, anchors: tables.anchors, seconds: tables.seconds };
    const tableOf = ({ from, ids }: Table): number[] => [from.length - 1, layout.add(from), layout.add(ids)];
    const indexOf = ({ words, others }: IndexTables): number => layout.add(Int32Array.from([...tableOf(words), ...tableOf(others)]));
    const listOf = (ids: readonly number[]): number => layout.add(Int32Array.from(tableOf({ from: Int32Array.of(0, ids.length), ids: Int32Array.from(ids) })));
    const places: Record<Place, number> = {
      code: layout.add(program.code),
      names: layout.add(Int32Array.from(program.names)),
      phrases: entries.length,
      entries: layout.add(entries),
      traits: layout.add(traits),
      seen: layout.leave(entries.length * WORD),
      tried: layout.leave(entries.length * WORD),
      starts: indexOf(indices.starts),
      anchors: indexOf(indices.anchors),
      seconds: indexOf(indices.seconds),
      anywhere: listOf(tables.anywhere),
      free: layout.leave(tables.anywhere.length * WORD),
      always: listOf(tables.always),
      count: 0,
      words: layout.leave(room * WORD),
      kinds: layout.leave(room),
      firstTerm: layout.leave(room * WORD),
      terms: layout.leave(room * OF_TERM * WORD),
      termCount: 0,
      ends: layout.leave(program.classes * (room + 1) * WORD),
      classes: program.classes,
      // Each class can be looked for inside another one.
      collected: layout.leave((program.classes + 1) * (room + 1) * WORD),
      lists: layout.leave(PAGE),
    };
    this.#at = places;
    this.#memory = layout.write();
    this.#exports = this.#instance();
    for (const [place, at] of Object.entries(places)) this.#exports[place as Place].value = at;
    this.#look();
  }

  #instance(): Exports {
    compiled ??= new WebAssembly.Module(Buffer.from(PHRASES, 'base64'));
    const env = {
      memory: this.#memory,
      shapeEnd: (shape: number, at: number) => this.#program.shapes[shape]!.end(this.#tokens, at),
      found: (phrase: number, first: number, end: number) => this.#found.push({ phrase, first, last: end - 1 }),
      called: (phrase: number) => this.#called.push(phrase),
    };
    return new WebAssembly.Instance(compiled, { env }).exports as Exports;
  }

  /** The memory is another buffer when it has grown. */
  #look(): void {
    const { buffer } = this.#memory;
    this.#words = new Int32Array(buffer, this.#at.words, this.room);
    this.#kinds = new Uint8Array(buffer, this.#at.kinds, this.room);
    this.#firstTerm = new Int32Array(buffer, this.#at.firstTerm, this.room);
    this.#terms = new Int32Array(buffer, this.#at.terms, this.room * OF_TERM);
  }

  /** @param terms of these tokens; neither are more than there is room for */
  begin(tokens: readonly Token[], terms: readonly Term[]): void {
    if (this.#words.buffer !== this.#memory.buffer) this.#look();
    this.#tokens = tokens;
    const { words, kinds } = inHand(tokens);
    const count = tokens.length;
    this.#words.set(words);
    this.#kinds.set(kinds);
    const firstTerm = this.#firstTerm.fill(NONE, 0, count);
    const parts = this.#terms;
    for (let i = terms.length - 1; i >= 0; i--) {
      const term = terms[i]!;
      const names = namesOfTerm(term);
      const at = i * OF_TERM;
      parts[at] = firstTerm[term.first]!;
      parts[at + 1] = term.last;
      parts[at + 2] = names.list;
      parts[at + 3] = names.class;
      firstTerm[term.first] = i;
    }
    this.#exports.count.value = count;
    this.#exports.termCount.value = terms.length;
    this.#exports.begin();
  }

  /** Whether this is the sentence in hand. */
  isAt(tokens: readonly Token[]): boolean {
    return this.#tokens === tokens;
  }

  /** All matches, at most one a phrase and starting place, the longest. */
  find(): PhraseMatch[] {
    this.#found = [];
    this.#exports.find();
    return this.#found;
  }

  /** The phrases whose anchors stand in the sentence. */
  called(): readonly number[] {
    this.#called = [];
    this.#exports.call();
    return this.#called;
  }

  /** Whether a phrase matches, in part at least from `first` to `last`. */
  stands(phrase: number, first: number, last: number): boolean {
    return this.#exports.stands(phrase, first, last) !== 0;
  }
}

/** Where everything goes in a memory. */
class Layout {
  #end = FROM;
  readonly #parts: [at: number, numbers: Int32Array | Uint8Array][] = [];

  add(numbers: Int32Array | Uint8Array): number {
    const at = this.leave(numbers.byteLength);
    this.#parts.push([at, numbers]);
    return at;
  }
  leave(bytes: number): number {
    const at = this.#end;
    this.#end += Math.ceil(bytes / WORD) * WORD;
    return at;
  }
  write(): WebAssembly.Memory {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(this.#end / PAGE) });
    for (const [at, numbers] of this.#parts) new Uint8Array(memory.buffer, at, numbers.byteLength).set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    return memory;
  }
}
