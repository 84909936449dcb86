import { fold, tokenize } from '../analyse/tokens.ts';
import { isContent, wordsIn, wordsOf } from './words.ts';

/** A part of an approved wording. */
export type Part =
  | { readonly kind: 'word'; readonly key: string; readonly text: string }
  /** One of several texts, each as its words. */
  | { readonly kind: 'choice'; readonly name: string; readonly options: readonly (readonly string[])[] }
  | { readonly kind: 'number'; readonly name: string; readonly from: number; readonly to: number }
  /** One to `most` words, whatever they are. */
  | { readonly kind: 'words'; readonly name: string; readonly most: number };

export interface Wording {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** What a claim declares under `placeholders`, by name. */
export type Placeholder = Exclude<Part, { kind: 'word' }>;

/** Says what is wrong with a wording; the reader of the register adds the place. */
export class WordingError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

export const MOST_WORDS = 3;
const MOST_OPEN = 2;
const LONGEST = 80;

/**
 * Reads an approved wording. `{name}` stands for a placeholder, `{a|b}` for one of several texts, `{number}` and
 * `{number 10-40}` for a number.
 * @throws WordingError
 */
export function readWording(text: string, placeholders: ReadonlyMap<string, Placeholder>): Wording {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    parts.push(...fixed(text.slice(at, match.index)), placeholder(match[1]!, placeholders));
    at = match.index + match[0].length;
  }
  parts.push(...fixed(text.slice(at)));
  if (parts.length > LONGEST)
    throw new WordingError(`A wording of more than ${LONGEST} words is no claim.`, 'Register it sentence by sentence.');
  if (parts.filter(({ kind }) => kind === 'words').length > MOST_OPEN)
    throw new WordingError(`More than ${MOST_OPEN} open placeholders make a wording that matches nearly everything.`);
  const said = parts.filter((part) => part.kind !== 'word' || isContent(part.key));
  const anything = said.every(({ kind }) => kind !== 'word' && kind !== 'choice');
  if (anything || said.filter(({ kind }) => kind === 'word').length === 0)
    throw new WordingError(
      'This wording is all placeholder: it would match nearly everything.',
      'Write out the words that make the claim.',
    );
  if (said.length < 2)
    throw new WordingError(
      'A wording of one word would match nearly everything.',
      'Write the claim as the copy states it, with what acts and what it does.',
    );
  return { text, parts };
}

function fixed(text: string): Part[] {
  if (/[{}]/.test(text)) throw new WordingError('A brace has no partner in this wording.', 'Placeholders are written {name}.');
  const tokens = tokenize(fold(text), text);
  return wordsOf(tokens).map(({ key, token }) => ({
    kind: 'word',
    key,
    text: text.slice(tokens[token]!.start, tokens[token]!.end),
  }));
}

function placeholder(body: string, known: ReadonlyMap<string, Placeholder>): Placeholder {
  const name = body.trim();
  const declared = known.get(name);
  if (declared) return declared;
  if (name.includes('|')) return choice(name, name.split('|'));
  const number = /^number(?:\s+(\d{1,9}(?:\.\d{1,6})?)\s*[-–]\s*(\d{1,9}(?:\.\d{1,6})?))?$/.exec(name);
  if (!number) {
    const names = [...known.keys(), 'number'];
    throw new WordingError(
      `Unknown placeholder "{${name}}".`,
      `Known: ${names.map((each) => `{${each}}`).join(', ')}. Declare others under "placeholders".`,
    );
  }
  const [from, to] = number[1] === undefined ? [-Infinity, Infinity] : [Number(number[1]), Number(number[2])];
  if (from > to) throw new WordingError(`The range of "{${name}}" is upside down.`);
  return { kind: 'number', name: 'number', from, to };
}

/** @throws WordingError when an option has no words */
export function choice(name: string, options: readonly string[]): Placeholder {
  const read = options.map((option) => wordsIn(option).map(({ key }) => key));
  if (read.some((words) => words.length === 0)) throw new WordingError(`An option of "{${name}}" is empty.`);
  return { kind: 'choice', name, options: read };
}
