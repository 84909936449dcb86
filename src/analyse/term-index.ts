import type { Token } from '../rule.ts';
import type { VocabularyEntry } from '../load/rule.ts';
import { termNames, type TermNames } from '../match/term-names.ts';
import { bareOf, knownId, wordId, wordOf } from './spelling.ts';

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

/**
 * What the build makes of the forms of all vocabularies, to be read word by word when copy first holds the word.
 * `lines` has a line a first word: the word, then a record a form behind a tab each. A record's fields stand between
 * spaces and vertical bars: `group|C|rest of the words|headword`, with `C` where it matches in capitals only.
 */
export interface CompiledTerms {
  readonly groups: readonly { readonly list: string; readonly shared: Readonly<Record<string, unknown>> }[];
  readonly lines: string;
}

const NONE: readonly FormsOfWord[] = [];
const NO_NEIGHBOURS: readonly (readonly number[])[] = [];
/** Stands for a number in the words of a form. */
export const ANY_NUMBER = wordId('#');

/**
 * All forms by their first two words. A look-up costs a map access a word; 60,000 forms as one alternation would cost a
 * thousand times more.
 */
export class TermIndex {
  readonly #first = new Map<string, Forms | string>();
  readonly #groups: CompiledTerms['groups'];
  #bySpelling: (readonly FormsOfWord[] | undefined)[] = [];

  constructor(compiled?: CompiledTerms) {
    this.#groups = compiled?.groups ?? [];
    if (!compiled) return;
    for (const line of compiled.lines.split('\n')) this.#first.set(line.slice(0, line.indexOf('\t')), line);
  }

  /** @param words folded, at least one */
  add(words: readonly string[], form: Omit<PlainForm, 'rest'>): void {
    this.#bySpelling = [];
    const [first, ...rest] = words;
    let forms = this.#formsOf(first!);
    if (!forms) this.#first.set(first!, (forms = { alone: [], longer: new Map() }));
    place(forms, { ...form, rest });
  }

  /** Forms that begin with a token, by each of its spellings. */
  startingWith(token: Token): readonly FormsOfWord[] {
    const { id } = token;
    if (id < 0) return this.#find(token);
    return (this.#bySpelling[id] ??= this.#find(token));
  }

  /** A number that was met in copy counts as such ever after: no word that begins a form is written in digits alone. */
  #find({ kind, text }: Token): readonly FormsOfWord[] {
    const found = [text, ...(kind === 'number' ? ['#'] : text.endsWith("'s") ? [text.slice(0, -2)] : [])].flatMap((word) => this.#formsOf(word) ?? []);
    return found.length > 0 ? found : NONE;
  }

  #formsOf(word: string): Forms | undefined {
    const known = this.#first.get(word);
    if (typeof known !== 'string') return known;
    const forms: Forms = { alone: [], longer: new Map() };
    this.#first.set(word, forms);
    const [, ...records] = known.split('\t');
    for (const record of records) {
      const [group, upper, rest, term] = record.split('|');
      const { list, shared } = this.#groups[Number(group)]!;
      place(forms, { list, entry: { ...shared, term: term! }, upper: upper === 'C', rest: rest ? rest.split(' ') : [] });
    }
    return forms;
  }

  /** The whole index as text. */
  compile(): CompiledTerms {
    const groups = new Map<string, { at: number; list: string; shared: Record<string, unknown> }>();
    const lines: string[] = [];
    for (const [word, forms] of this.#first) {
      if (typeof forms === 'string') throw new Error('A compiled index is not compiled again.');
      const records = [...forms.alone, ...[...forms.longer.values()].flat()].map(({ rest, list, upper, entry }) => {
        const { term, forms: _, ...shared } = entry;
        const key = JSON.stringify([list, shared]);
        let group = groups.get(key);
        if (!group) groups.set(key, (group = { at: groups.size, list, shared }));
        return `${group.at}|${upper ? 'C' : ''}|${rest.map(wordOf).join(' ')}|${term}`;
      });
      lines.push([word, ...records].join('\t'));
    }
    return { groups: Array.from(groups.values(), ({ list, shared }) => ({ list, shared })), lines: lines.join('\n') };
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
