import { wordId } from '../analyse/spelling.ts';
import type { Item, Options } from './phrase-parser.ts';
import { SHAPES, type Shape } from './phrase-shapes.ts';
import { nameNumber } from './term-names.ts';

/**
 * What a cell of a program does. Each instruction is its number, then the place of the next instruction (`next`), then what it
 * needs besides:
 */
export const enum Op {
  /** The pattern has matched. No `next`. */
  done,
  /** One of few words: how many, their numbers. */
  few,
  /** One of many words: where their list stands. */
  many,
  any,
  /** The number of the shape. */
  shape,
  start,
  end,
  /** How many ways, where they begin: none of them may follow. */
  not,
  /**
   * No `next`: how many ways, how many words; where the ways begin; the words in order of number; for each where the list stands of
   * the ways that begin with it.
   */
  branch,
  /** Number of the class, where its one way begins, which ends in `done`. */
  named,
  /** The most tokens of the gap. */
  gap,
  /** How many names, their places in `names`. */
  term,
}

/** A way is looked up by its first word when that word has no more forms than this. */
const FEW_FORMS = 12;
/** Words that are compared one by one. */
const FEW_WORDS = 6;

/** A program as the build writes it. */
export interface CompiledProgram {
  readonly code: Int32Array;
  readonly shapes: readonly string[];
  /** `list` or `list.class`. */
  readonly names: readonly string[];
  /** How many classes have a number. */
  readonly classes: number;
}

/**
 * Patterns as one array of numbers: what matching visits stands together in memory, which costs far less than a web of
 * objects. A list of numbers in it is its length, then its members.
 */
export class Program {
  #code: Int32Array;
  readonly shapes: Shape[];
  /** Numbers of names, by their places here. */
  readonly names: number[];
  #length: number;
  #classes: number;
  readonly #shapes: string[];
  readonly #names: string[];
  readonly #named = new Map<Options, { readonly number: number; readonly way: number }>();
  readonly #words = new Map<ReadonlySet<string>, number>();

  constructor(compiled?: CompiledProgram) {
    this.#code = compiled?.code ?? new Int32Array(1024);
    this.#length = compiled?.code.length ?? 1;
    this.#classes = compiled?.classes ?? 0;
    this.#shapes = [...(compiled?.shapes ?? [])];
    this.#names = [...(compiled?.names ?? [])];
    this.shapes = this.#shapes.map((name) => SHAPES[name]!);
    this.names = this.#names.map(nameNumber);
  }

  get code(): Int32Array {
    return this.#code.subarray(0, this.#length);
  }
  /** How many classes have a number. */
  get classes(): number {
    return this.#classes;
  }

  /** For the build. */
  write(): CompiledProgram {
    return { code: this.code, shapes: this.#shapes, names: this.#names, classes: this.#classes };
  }

  /** Where the compiled pattern begins. What begins at 0 is `done`. */
  compile(items: readonly Item[], next = 0): number {
    let at = next;
    for (let i = items.length - 1; i >= 0; i--) at = this.#item(items[i]!, at);
    return at;
  }

  #item(item: Item, next: number): number {
    switch (item.type) {
      case 'word':
        return this.#word(item.forms, next);
      case 'one-of':
        if (!item.named) return this.#branch(item.options, next, item.optional);
        return this.#orSkip(this.#class(item.options, next), next, item.optional);
      case 'term':
        return this.#orSkip(this.#add(Op.term, next, item.names.size, ...Array.from(item.names, (name) => this.#name(name))), next, item.optional);
      case 'shape':
        return this.#orSkip(this.#add(Op.shape, next, this.#shape(item.shape)), next, item.optional);
      case 'gap':
        return this.#add(Op.gap, next, item.most);
      case 'not': {
        const ways = item.options.map((option) => this.compile(option));
        return this.#add(Op.not, next, ways.length, ...ways);
      }
      case 'any':
        return this.#add(Op.any, next);
      case 'start':
        return this.#add(Op.start, next);
      case 'end':
        return this.#add(Op.end, next);
    }
  }

  #orSkip(at: number, next: number, optional: boolean): number {
    return optional ? this.#add(Op.branch, 2, 0, at, next) : at;
  }

  #word(forms: ReadonlySet<string>, next: number): number {
    if (forms.size <= FEW_WORDS) return this.#add(Op.few, next, forms.size, ...Array.from(forms, wordId));
    let list = this.#words.get(forms);
    if (list === undefined) {
      const numbers = Array.from(forms, wordId).sort((a, b) => a - b);
      this.#words.set(forms, (list = this.#add(numbers.length, ...numbers)));
    }
    return this.#add(Op.many, next, list);
  }

  #shape(shape: Shape): number {
    const known = this.shapes.indexOf(shape);
    if (known >= 0) return known;
    this.#shapes.push(Object.keys(SHAPES).find((name) => SHAPES[name] === shape)!);
    return this.shapes.push(shape) - 1;
  }

  #name(name: string): number {
    const known = this.#names.indexOf(name);
    if (known >= 0) return known;
    this.#names.push(name);
    return this.names.push(nameNumber(name)) - 1;
  }

  #class(options: Options, next: number): number {
    let known = this.#named.get(options);
    if (!known) {
      const number = this.#classes++;
      this.#named.set(options, (known = { number, way: this.#branch(options, 0, false) }));
    }
    return this.#add(Op.named, next, known.number, known.way);
  }

  #branch(options: Options, next: number, optional: boolean): number {
    const ways: number[] = [];
    const byWord = new Map<number, number[]>();
    for (const option of options) {
      const first = option[0];
      const way = this.compile(option, next);
      if (first?.type !== 'word' || first.forms.size > FEW_FORMS) {
        ways.push(way);
        continue;
      }
      for (const form of first.forms) {
        const word = wordId(form);
        const list = byWord.get(word);
        if (list) list.push(way);
        else byWord.set(word, [way]);
      }
    }
    if (optional) ways.push(next);
    const words = [...byWord.keys()].sort((a, b) => a - b);
    const lists = words.map((word) => this.#add(byWord.get(word)!.length, ...byWord.get(word)!));
    return this.#add(Op.branch, ways.length, words.length, ...ways, ...words, ...lists);
  }

  #add(...cells: readonly number[]): number {
    const at = this.#length;
    this.#length += cells.length;
    if (this.#length > this.#code.length) {
      const twice = new Int32Array(Math.max(this.#code.length * 2, this.#length));
      twice.set(this.code);
      this.#code = twice;
    }
    this.#code.set(cells, at);
    return at;
  }
}
