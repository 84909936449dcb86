import { hashOf } from '../spelling.ts';

/** What a word is, as bits; all words are in lower case. */
export const enum WordKind {
  /** A given name. */
  given = 1,
  /** A given name that is an ordinary word, a place or a month too. */
  alsoWord = 2,
  surname = 4,
  /** Copy uses it in lower case: never evidence of a name. */
  ordinary = 8,
  /** Health terms write it with a capital: an eponym or a brand. */
  eponym = 16,
  /** In the dictionary, and in none of the lists above that name people or ordinary words. */
  english = 32,
  /** Health terms begin with it. */
  health = 64,
}

/** Words as the build writes them, to be found where they stand: sets of a hundred thousand would cost the start of a run. */
export interface CompiledWordTable {
  /** All words in Latin-1, one after the other. */
  readonly letters: Uint8Array;
  /** By hash: where the word begins in `letters`, and its length in the lowest bits; 0 for none. Less than two thirds are taken. */
  readonly slots: Int32Array;
  /** By the same places: `WordKind`. */
  readonly kinds: Uint8Array;
  /** Words that are written in other letters. */
  readonly others: Readonly<Record<string, number>>;
}

const LENGTH_BITS = 6;
const LENGTH = (1 << LENGTH_BITS) - 1;

/** Words and what they are: those of the build, and those that a run adds. */
export class WordTable {
  readonly #compiled: CompiledWordTable | undefined;
  /** All that is known of words that were added, or of which more became known. */
  readonly #added: Map<string, number>;

  constructor(compiled?: CompiledWordTable) {
    this.#compiled = compiled;
    this.#added = new Map(Object.entries(compiled?.others ?? {}));
  }

  /** Bits of `WordKind`. */
  kindOf(word: string): number {
    const added = this.#added.size > 0 ? this.#added.get(word) : undefined;
    return added ?? (this.#compiled ? find(this.#compiled, word) : 0);
  }

  is(word: string, kind: WordKind): boolean {
    return (this.kindOf(word) & kind) !== 0;
  }

  set(word: string, kinds: number): void {
    this.#added.set(word, kinds);
  }

  add(word: string, kind: WordKind): void {
    const known = this.kindOf(word);
    if ((known & kind) === 0) this.set(word, known | kind);
  }

  /** For the build, which has compiled none before. */
  compile(): CompiledWordTable {
    const words = [...this.#added].filter(([word]) => word.length > 0);
    const isPlain = (word: string): boolean => /^[\0-\xff]*$/.test(word) && word.length <= LENGTH;
    const plain = words.filter(([word]) => isPlain(word));
    const size = 2 ** Math.ceil(Math.log2(plain.length * 1.5 + 1));
    const slots = new Int32Array(size);
    const kinds = new Uint8Array(size);
    // What begins at 0 is no word.
    let text = ' ';
    for (const [word, kind] of plain) {
      let slot = hashOf(word, 0, word.length) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = (text.length << LENGTH_BITS) | word.length;
      kinds[slot] = kind;
      text += word;
    }
    return { letters: new Uint8Array(Buffer.from(text, 'latin1')), slots, kinds, others: Object.fromEntries(words.filter(([word]) => !isPlain(word))) };
  }
}

function find({ letters, slots, kinds }: CompiledWordTable, word: string): number {
  const { length } = word;
  const last = slots.length - 1;
  for (let slot = hashOf(word, 0, length) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
    const place = slots[slot]!;
    if ((place & LENGTH) === length && standsAt(letters, place >>> LENGTH_BITS, word)) return kinds[slot]!;
  }
  return 0;
}

function standsAt(letters: Uint8Array, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (letters[from + at] !== word.charCodeAt(at)) return false;
  return true;
}
