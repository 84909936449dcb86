import type { Token } from '../rule.ts';
import type { VocabularyEntry } from '../load/rule.ts';

/** One spelling of a vocabulary entry. */
export interface Form {
  /** Its words after the first, folded; `#` stands for a number. */
  readonly rest: readonly string[];
  readonly list: string;
  readonly entry: VocabularyEntry;
  /** Matches only in capitals (short acronyms). */
  readonly upper: boolean;
}

/** Forms that begin with one word. */
export interface FormsOfWord {
  readonly alone: readonly Form[];
  /** Those of more words, by the second: one list for all that begin with "our" or "no" would be one of hundreds. */
  readonly longer: ReadonlyMap<string, readonly Form[]>;
}

interface Forms extends FormsOfWord {
  readonly alone: Form[];
  readonly longer: Map<string, Form[]>;
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
  add(words: readonly string[], form: Omit<Form, 'rest'>): void {
    this.#bySpelling = [];
    const [first, ...rest] = words;
    let forms = this.#formsOf(first!);
    if (!forms) this.#first.set(first!, (forms = { alone: [], longer: new Map() }));
    place(forms, { ...form, rest });
  }

  /** Forms that begin with a token, by each of its spellings. */
  startingWith(token: Token): readonly FormsOfWord[] {
    const known = token.id < 0 ? undefined : this.#bySpelling[token.id];
    if (known) return known;
    const found = spellings(token).flatMap((word) => this.#formsOf(word) ?? []);
    if (token.id >= 0) this.#bySpelling[token.id] = found.length > 0 ? found : NONE;
    return found;
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
        return `${group.at}|${upper ? 'C' : ''}|${rest.join(' ')}|${term}`;
      });
      lines.push([word, ...records].join('\t'));
    }
    return { groups: Array.from(groups.values(), ({ list, shared }) => ({ list, shared })), lines: lines.join('\n') };
  }
}

function place({ alone, longer }: Forms, form: Form): void {
  const second = form.rest[0];
  if (second === undefined) {
    alone.push(form);
    return;
  }
  const known = longer.get(second);
  if (known) known.push(form);
  else longer.set(second, [form]);
}

/** The words by which a token may be looked up: itself, as a number, without its possessive. */
export function spellings({ kind, text }: Token): readonly string[] {
  if (kind === 'number') return [text, '#'];
  return text.endsWith("'s") ? [text, text.slice(0, -2)] : [text];
}
