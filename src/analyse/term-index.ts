import type { Token } from '../rule.ts';
import type { VocabularyEntry } from '../load/rule.ts';
import { termNames, type TermNames } from '../match/term-names.ts';
import { ANY_NUMBER, bareOf, knownId, wordId } from './spelling.ts';

/** One spelling of a vocabulary entry. */
export interface Form {
  /** Numbers of its words after the first, folded; `#` stands for a number. */
  readonly rest: readonly number[];
  readonly list: string;
  readonly names: TermNames;
  readonly entry: VocabularyEntry;
  /** Matches only in capitals (short acronyms). */
  readonly upper: boolean;
  /** Must start with a capital. */
  readonly capital: boolean;
  /** Words in front of it or behind it with which it means something else. */
  readonly notAfter: readonly (readonly number[])[];
  readonly notBefore: readonly (readonly number[])[];
}

/** Forms that begin with one word. */
export interface FormsOfWord {
  readonly alone: readonly Form[];
  /** Those of more words, by the second: one list for all that begin with "our" or "no" would be one of hundreds. */
  after(second: number): readonly Form[] | undefined;
}

/**
 * What the build makes of the forms of all vocabularies, a column a property; of a form an object is made when copy first holds its
 * first two words.
 */
export interface CompiledTerms {
  /** A line a group, as JSON: the list, and what its entries share but their words. */
  readonly groups: string;
  /** By the number of a first word: its first form; they end where those of the next begin. Forms of one word first, the others by their second. */
  readonly from: Int32Array;
  /** By form: its headword, and its group twice plus one where it matches in capitals only. */
  readonly heads: Uint16Array;
  readonly groupOf: Uint16Array;
  /** The second word of a form plus one, or 0; and where the words behind that one begin in `more`. */
  readonly seconds: Uint16Array;
  readonly moreFrom: Int32Array;
  readonly more: Uint16Array;
  /** Headwords in UTF-8, one after the other, and by number where each begins. */
  readonly headwords: Uint8Array;
  readonly headFrom: Int32Array;
}

interface Group { readonly list: string; readonly shared: Readonly<Record<string, unknown>> }

/** What all forms of an entry share, and nearly always those of many entries. */
interface Kind extends Pick<Form, 'list' | 'names' | 'notAfter' | 'notBefore'> {
  readonly caseSensitive: boolean;
}

const NONE: readonly FormsOfWord[] = [];
const NO_FORMS: readonly Form[] = [];
const decoder = new TextDecoder();
const NO_NEIGHBOURS: readonly (readonly number[])[] = [];

/**
 * All forms by their first two words. A look-up costs a map access a word; 60,000 forms as one alternation would cost a
 * thousand times more.
 */
export class TermIndex {
  /** By the number of the first word, as far as they were asked for or added. */
  readonly #first = new Map<number, FormsOfWord | undefined>();
  readonly #compiled: CompiledTerms | undefined;
  readonly #kinds: (Kind | undefined)[] = [];
  #groups: (Group | string)[] | undefined;
  /** By the number of a spelling: the place of its forms in `#found`, or 0. An array of objects with holes would be a hash table. */
  #places = new Int32Array(1 << 16);
  readonly #found: (readonly FormsOfWord[])[] = [NONE];

  constructor(compiled?: CompiledTerms) {
    this.#compiled = compiled;
  }

  /** @param words folded, at least one */
  add(words: readonly string[], { list, entry, upper }: Pick<Form, 'list' | 'entry' | 'upper'>): void {
    if (this.#found.length > 1) {
      this.#places.fill(0);
      this.#found.length = 1;
    }
    const [first, ...rest] = words;
    const word = wordId(first!);
    let forms = this.#formsOf(word);
    if (!(forms instanceof AddedForms)) this.#first.set(word, (forms = new AddedForms(forms)));
    const kind = kindOf({ list, shared: entry });
    (forms as AddedForms).add({ ...kind, rest: rest.map(wordId), entry, upper, capital: !upper && kind.caseSensitive });
  }

  /** Forms that begin with a token, by each of its spellings. */
  startingWith(token: Token): readonly FormsOfWord[] {
    const { id } = token;
    if (id < 0) return this.#find(token);
    const place = this.#places[id] ?? this.#widen(id);
    if (place > 0) return this.#found[place]!;
    const found = this.#find(token);
    this.#places[id] = this.#found.push(found) - 1;
    return found;
  }

  #widen(id: number): number {
    const wider = new Int32Array(id * 2);
    wider.set(this.#places);
    this.#places = wider;
    return 0;
  }

  /** A number that was met in copy counts as such ever after: no word that begins a form is written in digits alone. */
  #find(token: Token): readonly FormsOfWord[] {
    const found = [idOf(token), otherId(token)].flatMap((word) => (word < 0 ? [] : (this.#formsOf(word) ?? [])));
    return found.length > 0 ? found : NONE;
  }

  #formsOf(word: number): FormsOfWord | undefined {
    if (this.#first.has(word)) return this.#first.get(word);
    const { from } = this.#compiled ?? {};
    const isKnown = from !== undefined && word + 1 < from.length && from[word] !== from[word + 1];
    const forms = isKnown ? new CompiledForms(this, this.#compiled!, from[word]!, from[word + 1]!) : undefined;
    this.#first.set(word, forms);
    return forms;
  }

  /** The list and what the entries of a group of the compiled index share. */
  groupAt(number: number): Group {
    const groups = (this.#groups ??= this.#compiled!.groups.split('\n'));
    const group = groups[number]!;
    if (typeof group !== 'string') return group;
    return (groups[number] = JSON.parse(group) as Group);
  }

  /** @param number of a compiled form */
  read(number: number): Form {
    const { groupOf } = this.#compiled!;
    const group = groupOf[number]! >> 1;
    const upper = (groupOf[number]! & 1) === 1;
    const kind = (this.#kinds[group] ??= kindOf(this.groupAt(group)));
    return new CompiledForm(kind, this.#rest(number), upper, () => this.#entry(number));
  }

  #entry(number: number): VocabularyEntry {
    const { heads, groupOf } = this.#compiled!;
    return { ...this.groupAt(groupOf[number]! >> 1).shared, term: this.#headword(heads[number]!) };
  }

  #rest(number: number): number[] {
    const { seconds, moreFrom, more } = this.#compiled!;
    return seconds[number] === 0 ? [] : [seconds[number]! - 1, ...more.subarray(moreFrom[number], moreFrom[number + 1])];
  }

  #headword(number: number): string {
    const { headwords, headFrom } = this.#compiled!;
    return decoder.decode(headwords.subarray(headFrom[number], headFrom[number + 1]));
  }

  /** For the build, which has compiled none before. */
  compile(groupOf: (group: Group) => number): Omit<CompiledTerms, 'groups'> {
    const last = Math.max(0, ...this.#first.keys());
    const from = new Int32Array(last + 2);
    const forms: Form[] = [];
    for (let word = 0; word <= last; word++) {
      // The sort keeps the order of equals.
      const all = [...((this.#first.get(word) as AddedForms | undefined)?.all() ?? [])];
      forms.push(...all.sort((a, b) => secondOf(a) - secondOf(b)));
      from[word + 1] = forms.length;
    }
    const numbers = new Map<string, number>();
    for (const { entry } of forms) if (!numbers.has(entry.term)) numbers.set(entry.term, numbers.size);
    const headwords = [...numbers.keys()].map((headword) => Buffer.from(headword));
    const more = forms.map(({ rest }) => rest.slice(1));
    return {
      from,
      heads: column(forms.map(({ entry }) => numbers.get(entry.term)!)),
      groupOf: column(
        forms.map(({ list, upper, entry }) => {
          const { term: _, forms: __, ...shared } = entry;
          return groupOf({ list, shared }) * 2 + (upper ? 1 : 0);
        }),
      ),
      seconds: column(forms.map((form) => secondOf(form) + 1)),
      moreFrom: startsOf(more),
      more: column(more.flat()),
      headwords: new Uint8Array(Buffer.concat(headwords)),
      headFrom: startsOf(headwords),
    };
  }
}

function column(numbers: readonly number[]): Uint16Array {
  if (numbers.some((number) => number > 0xffff)) throw new Error('The vocabularies hold more than a column of the build can number.');
  return Uint16Array.from(numbers);
}

function startsOf(parts: readonly { readonly length: number }[]): Int32Array {
  const starts = new Int32Array(parts.length + 1);
  for (const [number, { length }] of parts.entries()) starts[number + 1] = starts[number]! + length;
  return starts;
}

/** Of a form of one word -1. */
const secondOf = ({ rest }: Form): number => rest[0] ?? -1;

const kindOf = ({ list, shared }: Group): Kind => {
  const { class: ofClass = '', case_sensitive, not_after, not_before } = shared as Partial<VocabularyEntry>;
  return {
    list,
    names: termNames(list, ofClass),
    notAfter: not_after?.map(wordsOf) ?? NO_NEIGHBOURS,
    notBefore: not_before?.map(wordsOf) ?? NO_NEIGHBOURS,
    caseSensitive: case_sensitive === true,
  };
};

/** Forms that were added in this run, behind those of the build. */
class AddedForms implements FormsOfWord {
  readonly alone: Form[];
  readonly #longer = new Map<number, Form[]>();
  readonly #before: FormsOfWord | undefined;

  constructor(before: FormsOfWord | undefined) {
    this.#before = before;
    this.alone = [...(before?.alone ?? [])];
  }
  add(form: Form): void {
    const second = secondOf(form);
    if (second < 0) this.alone.push(form);
    else this.#of(second).push(form);
  }
  after(second: number): readonly Form[] | undefined {
    return this.#longer.get(second) ?? this.#before?.after(second);
  }
  /** Those added, for the build. */
  *all(): Iterable<Form> {
    yield* this.alone;
    for (const forms of this.#longer.values()) yield* forms;
  }
  #of(second: number): Form[] {
    let forms = this.#longer.get(second);
    if (!forms) this.#longer.set(second, (forms = [...(this.#before?.after(second) ?? [])]));
    return forms;
  }
}

/** A form of the build. Most of those that a word begins stand nowhere, so that nobody asks for their entries. */
class CompiledForm implements Form {
  readonly list: string;
  readonly names: TermNames;
  readonly notAfter: Form['notAfter'];
  readonly notBefore: Form['notBefore'];
  readonly capital: boolean;
  readonly #read: () => VocabularyEntry;
  #entry: VocabularyEntry | undefined;

  constructor(kind: Kind, readonly rest: readonly number[], readonly upper: boolean, read: () => VocabularyEntry) {
    ({ list: this.list, names: this.names, notAfter: this.notAfter, notBefore: this.notBefore } = kind);
    this.capital = !upper && kind.caseSensitive;
    this.#read = read;
  }
  get entry(): VocabularyEntry {
    return (this.#entry ??= this.#read());
  }
}

/** Forms as the build wrote them; each is read when it is first asked for. */
class CompiledForms implements FormsOfWord {
  readonly #index: TermIndex;
  readonly #terms: CompiledTerms;
  readonly #from: number;
  readonly #to: number;
  readonly #longer = new Map<number, readonly Form[]>();
  #alone: readonly Form[] | undefined;

  /** @param from its first form */
  constructor(index: TermIndex, terms: CompiledTerms, from: number, to: number) {
    this.#index = index;
    this.#terms = terms;
    this.#from = from;
    this.#to = to;
  }
  get alone(): readonly Form[] {
    return (this.#alone ??= this.#terms.seconds[this.#from] === 0 ? this.#read(this.#from) : NO_FORMS);
  }
  after(second: number): readonly Form[] | undefined {
    // Most pairs of words begin nothing, which is told faster than it is remembered.
    const first = this.#seek(second);
    if (first === this.#to || this.#terms.seconds[first] !== second + 1) return undefined;
    let forms = this.#longer.get(second);
    if (!forms) this.#longer.set(second, (forms = this.#read(first)));
    return forms;
  }
  /** The first form whose second word has this number or a higher one. */
  #seek(second: number): number {
    const { seconds } = this.#terms;
    let low = this.#from;
    for (let high = this.#to; low < high; ) {
      const middle = (low + high) >> 1;
      if (seconds[middle]! <= second) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** All forms of the second word of this one. */
  #read(first: number): Form[] {
    const { seconds } = this.#terms;
    const forms: Form[] = [];
    for (let at = first; at < this.#to && seconds[at] === seconds[first]; at++) forms.push(this.#index.read(at));
    return forms;
  }
}

const wordsOf = (words: string): number[] => words.toLowerCase().split(/[\s-]+/).map(wordId);

/** The number of a token's word, also of one that was too many for a number in its time. */
export const idOf = ({ id, text }: Token): number => (id >= 0 ? id : knownId(text));

/** By what else than itself a token may be looked up: as a number, without its possessive; or -1. */
export function otherId({ kind, id, text }: Token): number {
  if (kind === 'number') return ANY_NUMBER;
  if (id >= 0) return bareOf(id);
  return text.endsWith("'s") ? knownId(text.slice(0, -2)) : -1;
}
