import type { Token } from '../rule.ts';
import type { VocabularyEntry } from '../load/rule.ts';
import { termNames, type TermNames } from '../match/term-names.ts';
import { ANY_NUMBER, bareOf, knownId, wordId, wordOf } from './spelling.ts';

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
  readonly longer: ReadonlyMap<number, readonly Form[]>;
}

interface Forms extends FormsOfWord {
  readonly alone: Form[];
  readonly longer: Map<number, Form[]>;
}

/** A form as the vocabularies hold it: its words after the first as text. */
export interface PlainForm extends Pick<Form, 'list' | 'entry' | 'upper'> {
  readonly rest: readonly string[];
}

/** What the build makes of the forms of all vocabularies, to be read word by word when copy first holds the word. */
export interface CompiledTerms {
  /** A line a group, as JSON: the list, and what its entries share but their words. */
  readonly groups: string;
  /** By the number of a first word: where its forms begin in `forms`; they end where those of the next begin. */
  readonly from: Int32Array;
  /**
   * UTF-8. A record a form, behind a tab each. A record's fields stand between spaces and vertical bars:
   * `group|C|rest of the words|headword`, with `C` where it matches in capitals only.
   */
  readonly forms: Uint8Array;
}

interface Group { readonly list: string; readonly shared: Readonly<Record<string, unknown>> }

const NONE: readonly FormsOfWord[] = [];
const decoder = new TextDecoder();
const NO_NEIGHBOURS: readonly (readonly number[])[] = [];

/**
 * All forms by their first two words. A look-up costs a map access a word; 60,000 forms as one alternation would cost a
 * thousand times more.
 */
export class TermIndex {
  /** By the number of the first word, as far as they were asked for or added. */
  readonly #first = new Map<number, Forms | undefined>();
  readonly #compiled: CompiledTerms | undefined;
  #groups: (Group | string)[] | undefined;
  #bySpelling: (readonly FormsOfWord[] | undefined)[] = [];

  constructor(compiled?: CompiledTerms) {
    this.#compiled = compiled;
  }

  /** @param words folded, at least one */
  add(words: readonly string[], form: Omit<PlainForm, 'rest'>): void {
    this.#bySpelling = [];
    const [first, ...rest] = words;
    const word = wordId(first!);
    let forms = this.#formsOf(word);
    if (!forms) this.#first.set(word, (forms = { alone: [], longer: new Map() }));
    place(forms, { ...form, rest });
  }

  /** Forms that begin with a token, by each of its spellings. */
  startingWith(token: Token): readonly FormsOfWord[] {
    const { id } = token;
    if (id < 0) return this.#find(token);
    return (this.#bySpelling[id] ??= this.#find(token));
  }

  /** A number that was met in copy counts as such ever after: no word that begins a form is written in digits alone. */
  #find(token: Token): readonly FormsOfWord[] {
    const found = [idOf(token), otherId(token)].flatMap((word) => (word < 0 ? [] : (this.#formsOf(word) ?? [])));
    return found.length > 0 ? found : NONE;
  }

  #formsOf(word: number): Forms | undefined {
    if (this.#first.has(word)) return this.#first.get(word);
    const forms = this.#read(word);
    this.#first.set(word, forms);
    return forms;
  }

  #read(word: number): Forms | undefined {
    const { from, forms: text } = this.#compiled ?? {};
    if (!from || !text || word + 1 >= from.length || from[word] === from[word + 1]) return undefined;
    const forms: Forms = { alone: [], longer: new Map() };
    for (const record of decoder.decode(text.subarray(from[word], from[word + 1])).split('\t')) {
      const [group, upper, rest, term] = record.split('|');
      const { list, shared } = this.#group(Number(group));
      place(forms, { list, entry: { ...shared, term: term! }, upper: upper === 'C', rest: rest ? rest.split(' ') : [] });
    }
    return forms;
  }

  #group(number: number): Group {
    const groups = (this.#groups ??= this.#compiled!.groups.split('\n'));
    const group = groups[number]!;
    if (typeof group !== 'string') return group;
    return (groups[number] = JSON.parse(group) as Group);
  }

  /** The list and what the entries of a group of the compiled index share. */
  groupAt(number: number): Group {
    return this.#group(number);
  }

  /** For the build, which has compiled none before. */
  compile(groupOf: (group: Group) => number): Omit<CompiledTerms, 'groups'> {
    const last = Math.max(0, ...this.#first.keys());
    const from = new Int32Array(last + 2);
    const parts: Buffer[] = [];
    let length = 0;
    for (let word = 0; word <= last; word++) {
      const forms = this.#first.get(word);
      const records = [...(forms?.alone ?? []), ...[...(forms?.longer.values() ?? [])].flat()].map(({ rest, list, upper, entry }) => {
        const { term, forms: _, ...shared } = entry;
        return `${groupOf({ list, shared })}|${upper ? 'C' : ''}|${rest.map(wordOf).join(' ')}|${term}`;
      });
      const part = Buffer.from(records.join('\t'));
      parts.push(part);
      from[word + 1] = length += part.length;
    }
    return { from, forms: new Uint8Array(Buffer.concat(parts)) };
  }
}

function place({ alone, longer }: Forms, { rest, list, entry, upper }: PlainForm): void {
  const form: Form = {
    rest: rest.map(wordId),
    list,
    names: termNames(list, entry.class ?? ''),
    entry,
    upper,
    capital: !upper && entry.case_sensitive === true,
    notAfter: entry.not_after?.map(wordsOf) ?? NO_NEIGHBOURS,
    notBefore: entry.not_before?.map(wordsOf) ?? NO_NEIGHBOURS,
  };
  const second = form.rest[0];
  if (second === undefined) {
    alone.push(form);
    return;
  }
  const known = longer.get(second);
  if (known) known.push(form);
  else longer.set(second, [form]);
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
