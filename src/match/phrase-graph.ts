import type { Item, Options } from './phrase-parser.ts';
import type { Shape } from './phrase-shapes.ts';

/** A pattern as a graph: each node knows what follows it, so that matching needs no bookkeeping of its own. */
export interface Node {
  readonly op: 'word' | 'any' | 'branch' | 'named' | 'gap' | 'term' | 'shape' | 'not' | 'start' | 'end' | 'done';
  readonly next?: Node;
  readonly forms?: ReadonlySet<string>;
  readonly names?: ReadonlySet<string>;
  readonly shape?: Shape;
  readonly most?: number;
  /** Of a branch or a named class: the ways on. Of a `not`: what must not follow. */
  readonly ways?: readonly Node[];
  /** Of a branch: more ways, by the word that each begins with. */
  readonly byWord?: ReadonlyMap<string, readonly Node[]>;
  /** Of a named class: its number. Where it ends is worked out once a place, however many phrases ask. */
  readonly number?: number;
}

const DONE: Node = { op: 'done' };
/** A way is looked up by its first word when that word has no more forms than this. */
const FEW_FORMS = 12;

/** Turns parsed phrases into graphs; classes that many phrases share are compiled once. */
export class PhraseCompiler {
  readonly #named = new Map<Options, Omit<Node, 'next'>>();
  #numbers = 0;

  compile(items: readonly Item[], next: Node = DONE): Node {
    let node = next;
    for (let i = items.length - 1; i >= 0; i--) node = this.#item(items[i]!, node);
    return node;
  }

  #item(item: Item, next: Node): Node {
    const orSkip = (node: Node, optional: boolean): Node => (optional ? { op: 'branch', ways: [node, next] } : node);
    switch (item.type) {
      case 'word':
        return { op: 'word', forms: item.forms, next };
      case 'one-of':
        if (item.named) return orSkip({ ...this.#class(item.options), next }, item.optional);
        return this.#branch(item.options, next, item.optional);
      case 'term':
        return orSkip({ op: 'term', names: item.names, next }, item.optional);
      case 'shape':
        return orSkip({ op: 'shape', shape: item.shape, next }, item.optional);
      case 'gap':
        return { op: 'gap', most: item.most, next };
      case 'not':
        return { op: 'not', ways: item.options.map((option) => this.compile(option)), next };
      default:
        return { op: item.type, next };
    }
  }

  #class(options: Options): Omit<Node, 'next'> {
    let known = this.#named.get(options);
    if (!known) {
      const number = this.#numbers++;
      this.#named.set(options, (known = { op: 'named', number, ways: [this.#branch(options, DONE, false)] }));
    }
    return known;
  }

  #branch(options: Options, next: Node, optional: boolean): Node {
    const ways: Node[] = [];
    const byWord = new Map<string, Node[]>();
    for (const option of options) {
      const way = this.compile(option, next);
      if (way.op !== 'word' || way.forms!.size > FEW_FORMS) {
        ways.push(way);
        continue;
      }
      for (const form of way.forms!) {
        const list = byWord.get(form);
        if (list) list.push(way);
        else byWord.set(form, [way]);
      }
    }
    if (optional) ways.push(next);
    return byWord.size > 0 ? { op: 'branch', ways, byWord } : { op: 'branch', ways };
  }
}
