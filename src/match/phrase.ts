import type { Sentence, Term, Token } from '../rule.ts';
import { parsePhrase, PhraseError, type Item, type PhraseNames } from './phrase-parser.ts';
import { SHAPES, type Shape } from './phrase-shapes.ts';

export { PhraseError };
export type { PhraseNames };
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

/** A pattern as a graph: each node knows what follows it, so that matching needs no bookkeeping of its own. */
interface Node {
  readonly op: 'word' | 'any' | 'branch' | 'gap' | 'term' | 'shape' | 'not' | 'start' | 'end' | 'done';
  readonly next?: Node;
  readonly forms?: ReadonlySet<string>;
  readonly names?: ReadonlySet<string>;
  readonly shape?: Shape;
  readonly most?: number;
  /** Of a branch: the ways on. Of a `not`: what must not follow. */
  readonly ways?: readonly Node[];
}

const DONE: Node = { op: 'done' };

function compile(items: readonly Item[], next: Node): Node {
  let node = next;
  for (let i = items.length - 1; i >= 0; i--) node = compileItem(items[i]!, node);
  return node;
}

function compileItem(item: Item, next: Node): Node {
  const orSkip = (node: Node, optional: boolean): Node => (optional ? { op: 'branch', ways: [node, next] } : node);
  switch (item.type) {
    case 'word':
      return { op: 'word', forms: item.forms, next };
    case 'one-of': {
      const ways = item.options.map((option) => compile(option, next));
      return { op: 'branch', ways: item.optional ? [...ways, next] : ways };
    }
    case 'term':
      return orSkip({ op: 'term', names: item.names, next }, item.optional);
    case 'shape':
      return orSkip({ op: 'shape', shape: item.shape, next }, item.optional);
    case 'gap':
      return { op: 'gap', most: item.most, next };
    case 'not':
      return { op: 'not', ways: item.options.map((option) => compile(option, DONE)), next };
    default:
      return { op: item.type, next };
  }
}

/** Words and vocabulary names one of which must stand where a phrase begins, or somewhere in it. */
interface Cue { readonly words: ReadonlySet<string>; readonly names: ReadonlySet<string> }

const NO_NAMES: ReadonlySet<string> = new Set();

function startOf(items: readonly Item[]): Cue | undefined {
  const words = new Set<string>();
  const names = new Set<string>();
  const collect = (list: readonly Item[], from: number): boolean => {
    for (let i = from; i < list.length; i++) {
      const item = list[i]!;
      switch (item.type) {
        case 'word':
          for (const form of item.forms) words.add(form);
          return true;
        case 'term':
          for (const name of item.names) names.add(name);
          if (!item.optional) return true;
          break;
        case 'one-of': {
          let through = item.optional;
          for (const option of item.options) if (!collect(option, 0)) through = true;
          if (!through) return true;
          break;
        }
        case 'start':
        case 'not':
          break;
        default:
          anywhere = true;
          return true;
      }
    }
    return false;
  };
  let anywhere = false;
  collect(items, 0);
  return anywhere ? undefined : { words, names };
}

/** Words that stand in most sentences: a phrase is looked for by its other words. */
const COMMON = new Set(
  ("a an the and or but of to in on at for with by from as is are was were be been being have has had do does did can could will would may might should must not no it its it's this that these those " +
    'you your we our us i my me they their he she his her there here all any some more most than then so if when what which who how up out about into over just only also one get make take use').split(' '),
);

/** The rarest thing that a phrase cannot do without: most sentences lack it, and the phrase need not be tried on them. */
function anchorOf(items: readonly Item[]): { readonly cue: Cue; readonly cost: number } | undefined {
  let best: { cue: Cue; cost: number } | undefined;
  const offer = (cue: Cue, cost: number): void => {
    if (!best || cost < best.cost) best = { cue, cost };
  };
  for (const item of items) {
    if (item.type === 'word') {
      let cost = 0;
      for (const form of item.forms) cost += COMMON.has(form) ? 60 : 1;
      offer({ words: item.forms, names: NO_NAMES }, cost);
    } else if (item.type === 'term' && !item.optional) offer({ words: new Set(), names: item.names }, 25 * item.names.size);
    else if (item.type === 'one-of' && !item.optional) {
      const words = new Set<string>();
      const names = new Set<string>();
      let cost = 0;
      const each = item.options.map(anchorOf);
      if (each.some((anchor) => anchor === undefined)) continue;
      for (const anchor of each) {
        for (const word of anchor!.cue.words) words.add(word);
        for (const name of anchor!.cue.names) names.add(name);
        cost += anchor!.cost;
      }
      offer({ words, names }, cost);
    }
  }
  return best;
}

export interface PhraseMatch { readonly phrase: number; readonly first: number; readonly last: number }

const STOPS = new Set(['.', ';', ':', '!', '?']);
/** Backtracking is bounded per start; a pattern that needs more is hopeless on that sentence. */
const MOST_STEPS = 2_000;

/** Phrase numbers by the word or vocabulary name that calls for them. */
class Index {
  readonly #words = new Map<string, number[]>();
  readonly #names = new Map<string, number[]>();

  add(cue: Cue, id: number): void {
    for (const word of cue.words) push(this.#words, word, id);
    for (const name of cue.names) push(this.#names, name, id);
  }
  word(text: string): readonly number[] | undefined {
    return this.#words.get(text);
  }
  name(name: string): readonly number[] | undefined {
    return this.#names.get(name);
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #phrases: Node[] = [];
  readonly #known = new Map<string, number>();
  readonly #starts = new Index();
  readonly #anchors = new Index();
  readonly #anywhere: number[] = [];
  /** Phrases without an anchor: tried on every sentence. */
  readonly #always: number[] = [];
  /** The pass in which a phrase's anchor was last seen, and in which it was last tried at a start. */
  #awake = new Uint32Array(1024);
  #pass = 0;

  /** Adds a phrase and returns its number; the same source text under the same names is compiled once. @throws PhraseError */
  add(source: string, names: PhraseNames): number {
    const key = names.words ? '' : source;
    const known = key ? this.#known.get(key) : undefined;
    if (known !== undefined) return known;
    const items = parsePhrase(source, names);
    const id = this.#phrases.length;
    this.#phrases.push(compile(items, DONE));
    if (id >= this.#awake.length) {
      const wider = new Uint32Array(this.#awake.length * 2);
      wider.set(this.#awake);
      this.#awake = wider;
    }
    const start = startOf(items);
    if (start) this.#starts.add(start, id);
    else this.#anywhere.push(id);
    const anchor = anchorOf(items);
    if (anchor) this.#anchors.add(anchor.cue, id);
    else this.#always.push(id);
    if (key) this.#known.set(key, id);
    return id;
  }

  /** All matches, at most one a phrase and starting place, the longest. `first`/`last` are token positions, inclusive. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    const found: PhraseMatch[] = [];
    if (!this.#wake(tokens, terms)) return found;
    const at = new Map<number, Term[]>();
    for (const term of terms) {
      const there = at.get(term.first);
      if (there) there.push(term);
      else at.set(term.first, [term]);
    }
    const run = new Run(tokens, at);
    let tried: number[] = [];
    const attempt = (ids: readonly number[] | undefined, first: number): void => {
      if (!ids) return;
      for (const id of ids) {
        if (this.#awake[id] !== this.#pass || tried.includes(id)) continue;
        tried.push(id);
        const end = run.longest(this.#phrases[id]!, first);
        if (end > first) found.push({ phrase: id, first, last: end - 1 });
      }
    };
    for (let first = 0; first < tokens.length; first++) {
      tried = [];
      attempt(this.#starts.word(tokens[first]!.text), first);
      for (const term of at.get(first) ?? []) {
        attempt(this.#starts.name(term.list), first);
        attempt(this.#starts.name(`${term.list}.${term.class}`), first);
      }
      attempt(this.#anywhere, first);
    }
    return found;
  }

  /** Marks the phrases whose anchor stands in the sentence; false when there is none. */
  #wake(tokens: readonly Token[], terms: readonly Term[]): boolean {
    this.#pass++;
    let any = this.#always.length > 0;
    const wake = (ids: readonly number[] | undefined): void => {
      if (!ids) return;
      any = true;
      for (const id of ids) this.#awake[id] = this.#pass;
    };
    wake(this.#always);
    for (const token of tokens) wake(this.#anchors.word(token.text));
    for (const term of terms) {
      wake(this.#anchors.name(term.list));
      wake(this.#anchors.name(`${term.list}.${term.class}`));
    }
    return any;
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }
}

/** Matching over one sentence. */
class Run {
  readonly #tokens: readonly Token[];
  readonly #terms: ReadonlyMap<number, readonly Term[]>;
  #steps = 0;

  constructor(tokens: readonly Token[], terms: ReadonlyMap<number, readonly Term[]>) {
    this.#tokens = tokens;
    this.#terms = terms;
  }

  /** The place after the longest match that begins at `first`, or -1. */
  longest(node: Node, first: number): number {
    this.#steps = 0;
    return this.#walk(node, first);
  }

  #walk(start: Node, from: number): number {
    const tokens = this.#tokens;
    let node = start;
    let at = from;
    for (;;) {
      if (++this.#steps > MOST_STEPS) return -1;
      switch (node.op) {
        case 'done':
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
          const end = node.shape!(tokens, at);
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
          for (const way of node.ways!) best = Math.max(best, this.#walk(way, at));
          return best;
        }
        case 'term': {
          let best = -1;
          for (const term of this.#terms.get(at) ?? [])
            if (node.names!.has(term.list) || node.names!.has(`${term.list}.${term.class}`)) best = Math.max(best, this.#walk(node.next!, term.last + 1));
          return best;
        }
        case 'gap': {
          let best = -1;
          for (let n = 0; n <= node.most!; n++) {
            best = Math.max(best, this.#walk(node.next!, at + n));
            const token = tokens[at + n];
            if (!token || (token.kind === 'mark' && STOPS.has(token.text))) break;
          }
          return best;
        }
      }
      node = node.next!;
    }
  }
}
