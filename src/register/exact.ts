import type { Part, Wording } from './wording.ts';
import type { Word } from './words.ts';

/** An approved wording that stands word for word in a sentence, from word `first` to word `last`, inclusive. */
export interface Occurrence<Owner> {
  readonly owner: Owner;
  readonly wording: Wording;
  readonly first: number;
  readonly last: number;
}

interface End<Owner> {
  readonly owner: Owner;
  readonly wording: Wording;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

class Node<Owner> {
  readonly words = new Map<string, Node<Owner>>();
  /** Of choices, by the first word of an option. */
  choices: Map<string, { readonly rest: readonly string[]; readonly next: Node<Owner> }[]> | undefined;
  choiceNodes: Map<string, Node<Owner>> | undefined;
  number: Node<Owner> | undefined;
  any: Node<Owner> | undefined;
  ends: End<Owner>[] | undefined;
}

/** All approved wordings as one tree of words: finding those that begin at a word costs the length of the match, however many there are. */
export class ExactIndex<Owner> {
  readonly #root = new Node<Owner>();

  add(owner: Owner, wording: Wording): void {
    let open = [this.#root];
    for (const part of wording.parts) open = open.flatMap((node) => step(node, part));
    const ranges = wording.parts.filter((part) => part.kind === 'number');
    for (const node of open) (node.ends ??= []).push({ owner, wording, ranges });
  }

  /** Every wording that stands in these words; they may overlap. */
  find(words: readonly Word[]): Occurrence<Owner>[] {
    const found: Occurrence<Owner>[] = [];
    for (let first = 0; first < words.length; first++) walk(this.#root, words, first, first, [], found);
    return found;
  }
}

function step<Owner>(node: Node<Owner>, part: Part): Node<Owner>[] {
  switch (part.kind) {
    case 'word':
      return [child(node.words, part.key)];
    case 'number':
      return [(node.number ??= new Node())];
    case 'words': {
      const open: Node<Owner>[] = [];
      for (let last = node, count = 0; count < part.most; count++) open.push((last = last.any ??= new Node()));
      return open;
    }
    case 'choice': {
      const key = JSON.stringify(part.options);
      const known = (node.choiceNodes ??= new Map()).get(key);
      if (known) return [known];
      const next = new Node<Owner>();
      node.choiceNodes.set(key, next);
      node.choices ??= new Map();
      for (const [first, ...rest] of part.options) {
        const edges = node.choices.get(first!);
        if (edges) edges.push({ rest, next });
        else node.choices.set(first!, [{ rest, next }]);
      }
      return [next];
    }
  }
}

function child<Owner>(nodes: Map<string, Node<Owner>>, key: string): Node<Owner> {
  let node = nodes.get(key);
  if (!node) nodes.set(key, (node = new Node()));
  return node;
}

function walk<Owner>(
  node: Node<Owner>,
  words: readonly Word[],
  first: number,
  at: number,
  numbers: readonly number[],
  found: Occurrence<Owner>[],
): void {
  if (node.ends)
    for (const { owner, wording, ranges } of node.ends)
      if (ranges.every(({ from, to }, index) => numbers[index]! >= from && numbers[index]! <= to))
        found.push({ owner, wording, first, last: at - 1 });
  const word = words[at];
  if (!word) return;
  const next = node.words.get(word.key);
  if (next) walk(next, words, first, at + 1, numbers, found);
  if (node.number && word.value !== undefined) walk(node.number, words, first, at + 1, [...numbers, word.value], found);
  if (node.any) walk(node.any, words, first, at + 1, numbers, found);
  for (const { rest, next: after } of node.choices?.get(word.key) ?? [])
    if (rest.every((key, index) => words[at + 1 + index]?.key === key))
      walk(after, words, first, at + 1 + rest.length, numbers, found);
}
