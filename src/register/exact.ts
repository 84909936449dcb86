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
}

type Range = Extract<Part, { kind: 'number' }>;

/**
 * A place in the tree. As long as a single wording goes through it, it only holds that wording and which of its parts is next: of
 * 20,000 wordings most differ from all others after a few words.
 */
class Node<Owner> {
  tail: { readonly end: End<Owner>; readonly from: number } | undefined;
  words: Map<string, Node<Owner>> | undefined;
  /** Of choices, by the first word of an option. */
  choices: Map<string, { readonly rest: readonly string[]; readonly next: Node<Owner> }[]> | undefined;
  choiceNodes: Map<string, Node<Owner>> | undefined;
  number: Node<Owner> | undefined;
  any: Node<Owner> | undefined;
  ends: End<Owner>[] | undefined;

  get isEmpty(): boolean {
    return !this.tail && !this.words && !this.choiceNodes && !this.number && !this.any && !this.ends;
  }
}

/** All approved wordings as one tree of words: finding those that begin at a word costs the length of the match, however many there are. */
export class ExactIndex<Owner> {
  readonly #root = new Node<Owner>();

  add(owner: Owner, wording: Wording): void {
    place(this.#root, { owner, wording }, 0);
  }

  /** Every wording that stands in these words; they may overlap. */
  find(words: readonly Word[]): Occurrence<Owner>[] {
    const found: Occurrence<Owner>[] = [];
    for (let first = 0; first < words.length; first++) walk(this.#root, words, first, first, [], found);
    return found;
  }
}

function place<Owner>(node: Node<Owner>, end: End<Owner>, from: number): void {
  const part = end.wording.parts[from];
  if (!part) (node.ends ??= []).push(end);
  else if (node.isEmpty) node.tail = { end, from };
  else {
    const { tail } = node;
    node.tail = undefined;
    if (tail) for (const next of step(node, tail.end.wording.parts[tail.from]!)) place(next, tail.end, tail.from + 1);
    for (const next of step(node, part)) place(next, end, from + 1);
  }
}

/** The places that a part leads to, made where they are not there. */
function step<Owner>(node: Node<Owner>, part: Part): Node<Owner>[] {
  switch (part.kind) {
    case 'word': {
      let next = (node.words ??= new Map()).get(part.key);
      if (!next) node.words.set(part.key, (next = new Node<Owner>()));
      return [next];
    }
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

const rangesOf = ({ parts }: Wording): Range[] => parts.filter((part) => part.kind === 'number');
const isIn = ({ from, to }: Range, value: number | undefined): boolean => value !== undefined && value >= from && value <= to;

/** `numbers` are the values that stood where the tree has a number: wordings with different ranges share these places. */
function walk<Owner>(
  node: Node<Owner>,
  words: readonly Word[],
  first: number,
  at: number,
  numbers: readonly number[],
  found: Occurrence<Owner>[],
): void {
  const report = ({ owner, wording }: End<Owner>, last: number): void => {
    const ranges = numbers.length > 0 ? rangesOf(wording) : [];
    if (numbers.every((value, index) => isIn(ranges[index]!, value))) found.push({ owner, wording, first, last });
  };
  if (node.ends) for (const end of node.ends) report(end, at - 1);
  if (node.tail) {
    const { end, from } = node.tail;
    for (const last of endsOf(end.wording.parts, from, words, at)) report(end, last);
  }
  const word = words[at];
  if (!word) return;
  const next = node.words?.get(word.key);
  if (next) walk(next, words, first, at + 1, numbers, found);
  if (node.number && word.value !== undefined) walk(node.number, words, first, at + 1, [...numbers, word.value], found);
  if (node.any) walk(node.any, words, first, at + 1, numbers, found);
  for (const { rest, next: after } of node.choices?.get(word.key) ?? [])
    if (stands(rest, words, at + 1)) walk(after, words, first, at + 1 + rest.length, numbers, found);
}

/** Where the rest of a wording ends that begins at `at`: nowhere, or at one word or, with open placeholders, several. */
function endsOf(parts: readonly Part[], from: number, words: readonly Word[], at: number): readonly number[] {
  for (let index = from; index < parts.length; index++) {
    const part = parts[index]!;
    const word = words[at];
    if (!word) return [];
    if (part.kind === 'word') {
      if (word.key !== part.key) return [];
      at++;
    } else if (part.kind === 'number') {
      if (!isIn(part, word.value)) return [];
      at++;
    } else if (part.kind === 'words') {
      const counts = Array.from({ length: part.most }, (_, count) => count + 1);
      return counts.filter((count) => at + count <= words.length).flatMap((count) => endsOf(parts, index + 1, words, at + count));
    } else {
      const options = part.options.filter((option) => stands(option, words, at));
      return options.flatMap((option) => endsOf(parts, index + 1, words, at + option.length));
    }
  }
  return [at - 1];
}

const stands = (keys: readonly string[], words: readonly Word[], at: number): boolean =>
  keys.every((key, index) => words[at + index]?.key === key);
