import type { Term } from '../rule.ts';

/** Numbers of the two names by which a pattern may ask for a term: `list` and `list.class`. */
export interface TermNames {
  readonly list: number;
  readonly class: number;
}

/** A term that carries the numbers of its names. */
export interface NamedTerm extends Term {
  readonly names: TermNames;
}

const numbers = new Map<string, number>();
const all: string[] = [];
const pairs = new Map<string, Map<string, TermNames>>();

/** Numbers a name; the same one always gets the same number. */
export function nameNumber(name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = all.push(name) - 1));
  return number;
}

export const nameOf = (number: number): string => all[number]!;

export function termNames(list: string, ofClass: string): TermNames {
  let ofList = pairs.get(list);
  if (!ofList) pairs.set(list, (ofList = new Map()));
  let names = ofList.get(ofClass);
  if (!names) ofList.set(ofClass, (names = { list: nameNumber(list), class: nameNumber(`${list}.${ofClass}`) }));
  return names;
}

export const namesOfTerm = (term: Term): TermNames => (term as Partial<NamedTerm>).names ?? termNames(term.list, term.class);
