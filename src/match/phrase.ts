import type { Sentence, Term, Token } from '../rule.ts';
import { inflections, isBaseForm } from '../analyse/inflect.ts';
import { fold, tokenize } from '../analyse/tokens.ts';

/** A phrase pattern, parsed (docs/writing-a-rule.md, "Phrases"). */
type Item =
  | { readonly type: 'word'; readonly forms: ReadonlySet<string> }
  | { readonly type: 'any' }
  | { readonly type: 'one-of'; readonly options: readonly (readonly Item[])[]; readonly optional: boolean }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'term'; readonly names: ReadonlySet<string>; readonly optional: boolean }
  | { readonly type: 'shape'; readonly shape: Shape; readonly optional: boolean }
  | { readonly type: 'not'; readonly options: readonly (readonly Item[])[] }
  | { readonly type: 'start' }
  | { readonly type: 'end' };

export class PhraseError extends Error {}

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens half several couple'.split(' '),
);
const UNITS = /^(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?|sessions?|visits?|treatments?|doses?|applications?|uses?)$/;
const CURRENCY = new Set(['$', '£', '€']);

type Shape = (tokens: readonly Token[], at: number) => number;
const isNumber = (token: Token | undefined): boolean => token !== undefined && (token.kind === 'number' || NUMBER_WORDS.has(token.text));

/** Each gives the place after the shape, or -1. */
const SHAPES: Readonly<Record<string, Shape>> = {
  number: (tokens, at) => (isNumber(tokens[at]) ? at + 1 : -1),
  percent: (tokens, at) => {
    if (!isNumber(tokens[at])) return -1;
    const next = tokens[at + 1]?.text;
    if (next === '%' || next === 'percent') return at + 2;
    return next === 'per' && tokens[at + 2]?.text === 'cent' ? at + 3 : -1;
  },
  money: (tokens, at) => {
    if (CURRENCY.has(tokens[at]?.text ?? '')) return isNumber(tokens[at + 1]) ? at + 2 : -1;
    return isNumber(tokens[at]) && /^(?:dollars?|bucks|pounds|euros?|usd|gbp|eur|aud|cad)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : -1;
  },
  duration: (tokens, at) => {
    let next = at;
    if (isNumber(tokens[next]) || /^(?:a|an|the|few)$/.test(tokens[next]?.text ?? '')) next++;
    else return -1;
    if (/^(?:to|or|–|-)$/.test(tokens[next]?.text ?? '')) next++;
    if (isNumber(tokens[next]) || /^(?:few|couple|single|short|full)$/.test(tokens[next]?.text ?? '')) next++;
    if (tokens[next]?.text === 'of') next++;
    return UNITS.test(tokens[next]?.text ?? '') ? next + 1 : -1;
  },
  year: (tokens, at) => (/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ? at + 1 : -1),
  date: (tokens, at) => {
    const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
    const first = tokens[at];
    const second = tokens[at + 1];
    if (first && second && month.test(first.text) && second.kind === 'number') return at + 2;
    return first?.kind === 'number' && second && month.test(second.text) ? at + 2 : -1;
  },
  capital: (tokens, at) => (tokens[at]?.capital ? at + 1 : -1),
  hole: (tokens, at) => (tokens[at]?.kind === 'hole' ? at + 1 : -1),
};

export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);

/** Names that a `<…>` may use besides shapes: `list` or `list.class`. Local words of a rule are handed in as plain phrases. */
export interface PhraseNames {
  has(name: string): boolean;
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

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
    if (this.#at < this.#source.length) throw new PhraseError(`unexpected "${this.#source[this.#at]}" at character ${this.#at + 1}`);
    if (items.length === 0) throw new PhraseError('the phrase is empty');
    if (items[0]!.type === 'gap') throw new PhraseError('a phrase cannot begin with a gap');
    if (items.every((item) => 'optional' in item && item.optional)) throw new PhraseError('every word is optional ("word?" makes the word optional, not its last letter)');
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
          throw new PhraseError('every word of an alternative is optional ("word?" makes the word optional, not its last letter)');
        options.push(option);
        const stop = source[this.#at];
        if (stop === undefined) throw new PhraseError('a "(" is not closed');
        this.#at++;
        if (stop === ')') break;
      }
      return [{ type: 'one-of', options, optional: this.#question() }];
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
      return { type: 'not', options: inner.split('|').map((option) => new Parser(option.trim(), this.#names, this.#depth + 1).parse()) };
    }
    if (name === 'any') return this.#question() ? { type: 'one-of', options: [[{ type: 'any' }]], optional: true } : { type: 'any' };
    const shape = SHAPES[name];
    if (shape) return { type: 'shape', shape, optional: this.#question() };
    const names = name.split('|').map((part) => part.trim());
    const local = names.filter((part) => this.#names.words?.[part]);
    const unknown = names.find((part) => !this.#names.words?.[part] && !SHAPES[part] && !this.#names.has(part));
    if (unknown !== undefined) throw new PhraseError(`unknown word class <${unknown}>`);
    const vocabulary = names.filter((part) => !this.#names.words?.[part] && !SHAPES[part]);
    if (local.length === 0 && vocabulary.length === names.length) return { type: 'term', names: new Set(vocabulary), optional: this.#question() };
    const options: Item[][] = local.flatMap((part) => this.#names.words![part]!.map((phrase) => new Parser(phrase, this.#names, this.#depth + 1).parse()));
    if (vocabulary.length > 0) options.push([{ type: 'term', names: new Set(vocabulary), optional: false }]);
    for (const part of names) if (SHAPES[part]) options.push([{ type: 'shape', shape: SHAPES[part], optional: false }]);
    return { type: 'one-of', options, optional: this.#question() };
  }
}

function words(text: string, exact: boolean): Item[] {
  return tokenize(fold(text), text).map((token) => ({
    type: 'word' as const,
    forms: new Set(!exact && token.kind === 'word' && isBaseForm(token.text) ? inflections(token.text) : [token.text]),
  }));
}

/** Where a phrase may begin: at certain words, at terms of certain vocabularies, or anywhere. */
interface Starts { readonly words: Set<string>; readonly terms: Set<string>; anywhere: boolean }

function collectStarts(items: readonly Item[], from: number, starts: Starts): void {
  for (let i = from; i < items.length; i++) {
    const item = items[i]!;
    switch (item.type) {
      case 'word':
        for (const form of item.forms) starts.words.add(form);
        return;
      case 'term':
        for (const name of item.names) starts.terms.add(name);
        if (!item.optional) return;
        break;
      case 'one-of':
        for (const option of item.options) collectStarts([...option, ...items.slice(i + 1)], 0, starts);
        if (!item.optional) return;
        break;
      case 'start':
      case 'not':
        break;
      default:
        starts.anywhere = true;
        return;
    }
  }
}

export interface PhraseMatch { readonly phrase: number; readonly first: number; readonly last: number }

const STOPS = new Set(['.', ';', ':', '!', '?']);
/** Backtracking is bounded per start; a pattern that needs more is hopeless on that sentence. */
const MOST_STEPS = 2_000;

/** Many phrases compiled into one matcher: one pass over a sentence finds the matches of all of them. */
export class PhraseSet {
  readonly #phrases: (readonly Item[])[] = [];
  readonly #byWord = new Map<string, number[]>();
  readonly #byTerm = new Map<string, number[]>();
  readonly #anywhere: number[] = [];
  readonly #known = new Map<string, number>();

  /** Adds a phrase and returns its number; the same source text under the same names is compiled once. @throws PhraseError */
  add(source: string, names: PhraseNames): number {
    const key = names.words ? '' : source;
    const known = key ? this.#known.get(key) : undefined;
    if (known !== undefined) return known;
    const items = new Parser(source, names).parse();
    const id = this.#phrases.length;
    this.#phrases.push(items);
    const starts: Starts = { words: new Set(), terms: new Set(), anywhere: false };
    collectStarts(items, 0, starts);
    if (starts.anywhere) this.#anywhere.push(id);
    else {
      for (const word of starts.words) push(this.#byWord, word, id);
      for (const name of starts.terms) push(this.#byTerm, name, id);
    }
    if (key) this.#known.set(key, id);
    return id;
  }

  /** All matches, at most one a phrase and starting place, the longest. `first`/`last` are token positions, inclusive. */
  find(tokens: readonly Token[], terms: readonly Term[]): PhraseMatch[] {
    const at = new Map<number, Term[]>();
    for (const term of terms) {
      const there = at.get(term.first);
      if (there) there.push(term);
      else at.set(term.first, [term]);
    }
    const found: PhraseMatch[] = [];
    const seen = new Set<number>();
    for (let first = 0; first < tokens.length; first++) {
      seen.clear();
      const candidates = this.#byWord.get(tokens[first]!.text);
      if (candidates) for (const id of candidates) seen.add(id);
      for (const term of at.get(first) ?? []) {
        const byList = this.#byTerm.get(term.list);
        if (byList) for (const id of byList) seen.add(id);
        const byClass = this.#byTerm.get(`${term.list}.${term.class}`);
        if (byClass) for (const id of byClass) seen.add(id);
      }
      for (const id of this.#anywhere) seen.add(id);
      for (const id of seen) {
        const last = longest(this.#phrases[id]!, tokens, at, first);
        if (last >= first) found.push({ phrase: id, first, last });
      }
    }
    return found;
  }

  findIn(sentence: Sentence): PhraseMatch[] {
    return this.find(sentence.tokens, sentence.terms);
  }
}

function push(map: Map<string, number[]>, key: string, id: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [id]);
  else if (list.at(-1) !== id) list.push(id);
}

function longest(items: readonly Item[], tokens: readonly Token[], terms: ReadonlyMap<number, Term[]>, first: number): number {
  let steps = 0;
  let best = -1;

  const walk = (list: readonly Item[], i: number, at: number, then: (at: number) => void): void => {
    if (++steps > MOST_STEPS) return;
    const item = list[i];
    if (!item) return then(at);
    switch (item.type) {
      case 'word':
        if (at < tokens.length && item.forms.has(tokens[at]!.text)) walk(list, i + 1, at + 1, then);
        return;
      case 'any':
        if (at < tokens.length && tokens[at]!.kind !== 'mark') walk(list, i + 1, at + 1, then);
        return;
      case 'one-of':
        for (const option of item.options) walk(option, 0, at, (end) => walk(list, i + 1, end, then));
        if (item.optional) walk(list, i + 1, at, then);
        return;
      case 'gap':
        for (let n = 0; n <= item.most; n++) {
          walk(list, i + 1, at + n, then);
          const token = tokens[at + n];
          if (!token || (token.kind === 'mark' && STOPS.has(token.text))) return;
        }
        return;
      case 'term':
        for (const term of terms.get(at) ?? [])
          if (item.names.has(term.list) || item.names.has(`${term.list}.${term.class}`)) walk(list, i + 1, term.last + 1, then);
        if (item.optional) walk(list, i + 1, at, then);
        return;
      case 'shape': {
        const end = item.shape(tokens, at);
        if (end > at) walk(list, i + 1, end, then);
        if (item.optional) walk(list, i + 1, at, then);
        return;
      }
      case 'not': {
        let found = false;
        for (const option of item.options) walk(option, 0, at, () => (found = true));
        if (!found) walk(list, i + 1, at, then);
        return;
      }
      case 'start':
        if (at === 0) walk(list, i + 1, at, then);
        return;
      case 'end':
        if (at >= tokens.length || tokens.slice(at).every((token) => token.kind === 'mark')) walk(list, i + 1, at, then);
        return;
    }
  };
  walk(items, 0, first, (end) => {
    if (end - 1 > best) best = end - 1;
  });
  return best;
}
