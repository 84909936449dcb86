import type { Token } from '../rule.ts';
import type { VocabularyEntry } from '../load/rule.ts';
import type { NamedTerm, TermNames } from '../match/term-names.ts';
import { ANY_NUMBER } from './spelling.ts';
import { idOf, otherId, type Form, type FormsOfWord, type TermIndex } from './term-index.ts';

/** Finds the terms of all lists in a sentence. It keeps what it works with from sentence to sentence. */
export class TermFinder {
  readonly #index: TermIndex;
  /** By the number of a list: the place up to which its terms are taken, and the longest form found at the place in hand. */
  #taken = new Int32Array(64);
  readonly #longest: (Form | undefined)[] = [];
  /** Lists with a form at the place in hand, in the order in which they were met. */
  readonly #met: number[] = [];

  constructor(index: TermIndex) {
    this.#index = index;
  }

  find(tokens: readonly Token[]): NamedTerm[] {
    const terms: NamedTerm[] = [];
    this.#taken.fill(-1);
    for (let first = 0; first < tokens.length; first++) {
      const token = tokens[first]!;
      if (token.kind === 'mark' || token.kind === 'hole') continue;
      const starting = this.#index.startingWith(token);
      if (starting.length === 0) continue;
      // Longer forms first, so that what they take is not taken again by their first word.
      if (first + 1 < tokens.length) this.#takeLonger(tokens, first, starting, terms);
      for (const { alone } of starting) if (alone.length > 0) this.#take(tokens, first, alone, terms);
    }
    return terms;
  }

  #takeLonger(tokens: readonly Token[], first: number, starting: readonly FormsOfWord[], terms: NamedTerm[]): void {
    const next = tokens[first + 1]!;
    const word = idOf(next);
    const other = otherId(next);
    for (const longer of starting) {
      const same = word < 0 ? undefined : longer.after(word);
      if (same) this.#take(tokens, first, same, terms);
      const forms = other < 0 ? undefined : longer.after(other);
      if (forms) this.#take(tokens, first, forms, terms);
    }
  }

  /** Adds the longest form of each list that stands at `first` and is not inside one already taken. */
  #take(tokens: readonly Token[], first: number, forms: readonly Form[], terms: NamedTerm[]): void {
    const longest = this.#longest;
    const met = this.#met;
    met.length = 0;
    for (const form of forms) {
      const list = form.names.list;
      const length = form.rest.length;
      if (first + length >= tokens.length || this.#takenTo(list) >= first + length) continue;
      const best = longest[list];
      if (best && best.rest.length >= length) continue;
      if (!matches(tokens, first, form) || excluded(tokens, first, first + length, form)) continue;
      if (!best) met.push(list);
      longest[list] = form;
    }
    for (const list of met) {
      const { rest, list: name, entry, names } = longest[list]!;
      longest[list] = undefined;
      const last = first + rest.length;
      this.#taken[list] = last;
      terms.push(termOf(tokens, first, last, name, entry, names));
    }
  }

  #takenTo(list: number): number {
    if (list >= this.#taken.length) {
      const more = new Int32Array(list * 2).fill(-1);
      more.set(this.#taken);
      this.#taken = more;
    }
    return this.#taken[list]!;
  }
}

export const termOf = (
  tokens: readonly Token[], first: number, last: number, list: string, entry: VocabularyEntry, names: TermNames,
): NamedTerm => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
  first,
  last,
  list,
  class: entry.class ?? '',
  entry: entry.term,
  data: entry,
  names,
});

function matches(tokens: readonly Token[], first: number, { rest, upper, capital }: Form): boolean {
  const token = tokens[first]!;
  if (upper ? !token.upper && token.kind === 'word' : capital && !token.capital) return false;
  for (let i = 0; i < rest.length; i++) {
    const token = tokens[first + 1 + i]!;
    const word = rest[i]!;
    if (word === ANY_NUMBER) {
      if (token.kind !== 'number') return false;
    } else if (idOf(token) !== word && !(i === rest.length - 1 && token.kind !== 'number' && otherId(token) === word)) return false;
  }
  return true;
}

function excluded(tokens: readonly Token[], first: number, last: number, { notBefore, notAfter }: Form): boolean {
  for (const words of notBefore) if (standAt(tokens, last + 1, words)) return true;
  for (const words of notAfter) if (standAt(tokens, first - words.length, words)) return true;
  return false;
}

/** Whether `words` stand from `from` on. */
function standAt(tokens: readonly Token[], from: number, words: readonly number[]): boolean {
  if (from < 0 || from + words.length > tokens.length) return false;
  for (let i = 0; i < words.length; i++) if (idOf(tokens[from + i]!) !== words[i]) return false;
  return true;
}
