import { inflections, isBaseForm } from '../analyse/inflect.ts';
import { fold, tokenize } from '../analyse/tokens.ts';
import { SHAPES, type Shape } from './phrase-shapes.ts';

export type Options = readonly (readonly Item[])[];

/** A phrase pattern, parsed (docs/writing-a-rule.md, "Phrases"). `named`: a rule's own class, whose options all its phrases share. */
export type Item =
  | { readonly type: 'word'; readonly forms: ReadonlySet<string> }
  | { readonly type: 'any' }
  | { readonly type: 'one-of'; readonly options: Options; readonly optional: boolean; readonly named?: true }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'term'; readonly names: ReadonlySet<string>; readonly optional: boolean }
  | { readonly type: 'shape'; readonly shape: Shape; readonly optional: boolean }
  | { readonly type: 'not'; readonly options: Options }
  | { readonly type: 'start' }
  | { readonly type: 'end' };

export class PhraseError extends Error {}

/** Names that a `<…>` may use besides shapes: `list` or `list.class`. Local words of a rule are handed in as plain phrases. */
export interface PhraseNames {
  has(name: string): boolean;
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** @throws PhraseError when the phrase cannot be read */
export const parsePhrase = (source: string, names: PhraseNames): readonly Item[] => new Parser(source, names).parse();

class Parser {
  #at = 0;
  readonly #source: string;
  readonly #names: PhraseNames;
  readonly #depth: number;

  constructor(source: string, names: PhraseNames, depth = 0) {
    this.#source = source;
    this.#names = names;
    this.#depth = depth;
    if (depth > 4) throw new PhraseError(`words refer to each other in a circle near "${source}"`);
  }

  parse(): Item[] {
    const items = this.#sequence('');
    if (this.#at < this.#source.length)
      throw new PhraseError(`unexpected "${this.#source[this.#at]}" at character ${this.#at + 1}`);
    if (items.length === 0) throw new PhraseError('the phrase is empty');
    if (items.every(({ type }) => type === 'start' || type === 'end' || type === 'not')) throw new PhraseError('the phrase holds no word; a literal "$" stands in quotation marks');
    if (items[0]!.type === 'gap') throw new PhraseError('a phrase cannot begin with a gap');
    if (items.every((item) => 'optional' in item && item.optional))
      throw new PhraseError('every word is optional ("word?" makes the word optional, not its last letter)');
    return items;
  }

  #sequence(until: string): Item[] {
    const items: Item[] = [];
    for (;;) {
      while (this.#source[this.#at] === ' ' || this.#source[this.#at] === '\n') this.#at++;
      const char = this.#source[this.#at];
      if (char === undefined || until.includes(char)) return items;
      items.push(...this.#item(char));
    }
  }

  #item(char: string): Item[] {
    const source = this.#source;
    if (char === '(') {
      const options: Item[][] = [];
      this.#at++;
      for (;;) {
        const option = this.#sequence('|)');
        if (option.length > 0 && option.every((item) => 'optional' in item && item.optional))
          throw new PhraseError(
            'every word of an alternative is optional ("word?" makes the word optional, not its last letter)',
          );
        options.push(option);
        const stop = source[this.#at];
        if (stop === undefined) throw new PhraseError('a "(" is not closed');
        this.#at++;
        if (stop === ')') break;
      }
      return [oneOf(options, this.#question())];
    }
    if (char === '<') {
      const close = source.indexOf('>', this.#at);
      if (close < 0) throw new PhraseError('a "<" is not closed');
      const name = source.slice(this.#at + 1, close);
      this.#at = close + 1;
      return [this.#named(name.trim())];
    }
    if (char === '^' || char === '$') {
      this.#at++;
      return [{ type: char === '^' ? 'start' : 'end' }];
    }
    if (char === '"') {
      const close = source.indexOf('"', this.#at + 1);
      if (close < 0) throw new PhraseError('a quotation mark is not closed');
      const literal = source.slice(this.#at + 1, close);
      this.#at = close + 1;
      return words(literal, true);
    }
    const gap = /^\.\.(\d{0,2})(?=[\s)|]|$)/.exec(source.slice(this.#at));
    if (gap) {
      this.#at += gap[0].length;
      return [{ type: 'gap', most: gap[1] ? Number(gap[1]) : 3 }];
    }
    const word = /^=?[^\s()|<>"?^]+/.exec(source.slice(this.#at))?.[0];
    if (!word) throw new PhraseError(`unexpected "${char}" at character ${this.#at + 1}`);
    this.#at += word.length;
    const exact = word.startsWith('=');
    const items = words(exact ? word.slice(1) : word, exact);
    return this.#question() ? [{ type: 'one-of', options: [items], optional: true }] : items;
  }

  #question(): boolean {
    if (this.#source[this.#at] !== '?') return false;
    this.#at++;
    return true;
  }

  #named(name: string): Item {
    if (name.startsWith('!')) {
      const inner = name.slice(1).replace(/^\(|\)$/g, '');
      return {
        type: 'not',
        options: inner.split('|').map((option) => new Parser(option.trim(), this.#names, this.#depth + 1).parse()),
      };
    }
    if (name === 'any')
      return this.#question() ? { type: 'one-of', options: [[{ type: 'any' }]], optional: true } : { type: 'any' };
    const shape = SHAPES[name];
    if (shape) return { type: 'shape', shape, optional: this.#question() };
    const names = name.split('|').map((part) => part.trim());
    const unknown = names.find((part) => !this.#names.words?.[part] && !SHAPES[part] && !this.#names.has(part));
    if (unknown !== undefined) throw new PhraseError(`unknown word class <${unknown}>`);
    const vocabulary = names.filter((part) => !this.#names.words?.[part] && !SHAPES[part]);
    if (vocabulary.length === names.length) return { type: 'term', names: new Set(vocabulary), optional: this.#question() };
    return this.#class(name, names, vocabulary);
  }

  /** A class with words of the rule's own or a shape in it. The same one is the same options, so that it is compiled once. */
  #class(name: string, names: readonly string[], vocabulary: readonly string[]): Item {
    const { words = NO_WORDS } = this.#names;
    let known = CLASSES.get(words);
    if (!known) CLASSES.set(words, (known = new Map()));
    let item = known.get(name);
    if (!item) {
      const options: (readonly Item[])[] = names.flatMap((part) =>
        (words[part] ?? []).map((phrase) => new Parser(phrase, this.#names, this.#depth + 1).parse()),
      );
      if (vocabulary.length > 0) options.push([{ type: 'term', names: new Set(vocabulary), optional: false }]);
      for (const part of names) if (SHAPES[part]) options.push([{ type: 'shape', shape: SHAPES[part], optional: false }]);
      known.set(name, (item = oneOf(options, false)));
    }
    const optional = this.#question();
    if (item.type === 'one-of') return { ...item, optional, named: true };
    return optional ? { type: 'one-of', options: [[item]], optional } : item;
  }
}

const NO_WORDS: Readonly<Record<string, readonly string[]>> = {};
/** Parsed classes, by the words of the rule that has them. */
const CLASSES = new WeakMap<object, Map<string, Item>>();

/** Alternatives of one word each are one set look-up, however many they are. */
function oneOf(options: Options, optional: boolean): Item {
  const single = new Set<string>();
  const others: (readonly Item[])[] = [];
  for (const option of options) {
    const only = option[0];
    if (option.length === 1 && only?.type === 'word') for (const form of only.forms) single.add(form);
    else others.push(option);
  }
  if (single.size === 0) return { type: 'one-of', options, optional };
  const word: Item = { type: 'word', forms: single };
  if (others.length === 0 && !optional) return word;
  return { type: 'one-of', options: [[word], ...others], optional };
}

const FORMS = new Map<string, ReadonlySet<string>>();

function formsOf(word: string): ReadonlySet<string> {
  let forms = FORMS.get(word);
  if (!forms) FORMS.set(word, (forms = new Set(inflections(word))));
  return forms;
}

function words(text: string, exact: boolean): Item[] {
  return tokenize(fold(text), text).map((token) => ({
    type: 'word' as const,
    forms: !exact && token.kind === 'word' && isBaseForm(token.text) ? formsOf(token.text) : new Set([token.text]),
  }));
}
