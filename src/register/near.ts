import type { Part, Wording } from './wording.ts';
import { isContent } from './words.ts';
import type { Word } from './words.ts';

/** Of a wording's content words, the share that a sentence must have before the two are compared word by word. */
const SHARE = 0.6;
/** How many entries of the index one sentence may look at, and how many wordings it is compared with. */
const LOOKED_AT = 100;
const COMPARED = 4;

export interface Candidate<Owner> {
  readonly owner: Owner;
  readonly wording: Wording;
}

/** A wording, and by numbers of words how a sentence can have each of its content parts. */
interface Known<Owner> extends Candidate<Owner> {
  readonly slots: readonly (number | readonly number[])[];
}

/**
 * Finds wordings that a sentence comes near to. A wording is listed under its rarest words only, so many that a sentence with
 * `SHARE` of its words must have one of them: common words, of which long lists would grow with the register, are never looked up.
 */
export class NearIndex<Owner> {
  readonly #known: Known<Owner>[] = [];
  /** Every word that some wording has, numbered; 0 is any number. */
  readonly #numbers = new Map<string, number>();
  /** By number of a word: how many wordings have it. */
  readonly #frequency: number[] = [0];
  /** By number of a word: the wordings that are listed under it. */
  #lists: (readonly number[] | undefined)[] | undefined;
  /** By number of a word: whether the sentence at hand has it. */
  #present = new Uint8Array(0);

  add(owner: Owner, wording: Wording): void {
    const slots = wording.parts.flatMap((part) => this.#slotOf(part) ?? []);
    if (slots.length < 2) return;
    this.#known.push({ owner, wording, slots });
    for (const number of new Set(slots.flat())) this.#frequency[number]!++;
    this.#lists = undefined;
  }

  /** Wordings that share most of their words with the sentence, the likeliest first. */
  find(words: readonly Word[]): Candidate<Owner>[] {
    const lists = (this.#lists ??= this.#build());
    const had: number[] = [];
    for (const { key, value } of words) {
      const number = this.#numbers.get(key);
      if (number !== undefined) had.push(number);
      if (value !== undefined) had.push(ANY_NUMBER);
    }
    const rare = [...new Set(had)].filter((number) => lists[number]).sort((a, b) => lists[a]!.length - lists[b]!.length);
    if (rare.length === 0) return [];
    for (const number of had) this.#present[number] = 1;
    const ranked = this.#rank(rare, lists);
    for (const number of had) this.#present[number] = 0;
    return ranked
      .sort((a, b) => b.share - a.share || b.known.slots.length - a.known.slots.length)
      .slice(0, COMPARED)
      .map(({ known }) => known);
  }

  #rank(rare: readonly number[], lists: readonly (readonly number[] | undefined)[]): { known: Known<Owner>; share: number }[] {
    const seen = new Set<number>();
    const ranked: { known: Known<Owner>; share: number }[] = [];
    let budget = LOOKED_AT;
    for (const number of rare) {
      const list = lists[number]!;
      if (list.length > budget) break;
      budget -= list.length;
      for (const index of list) {
        if (seen.has(index)) continue;
        seen.add(index);
        const known = this.#known[index]!;
        const share = this.#shareOf(known);
        if (share >= SHARE) ranked.push({ known, share });
      }
    }
    return ranked;
  }

  /** Given up, as 0, once too many are missing. */
  #shareOf({ slots }: Known<Owner>): number {
    let missing = Math.floor(slots.length * (1 - SHARE));
    let found = 0;
    for (const slot of slots) {
      const has = typeof slot === 'number' ? this.#present[slot] === 1 : slot.some((number) => this.#present[number] === 1);
      if (has) found++;
      else if (--missing < 0) return 0;
    }
    return found / slots.length;
  }

  #build(): (readonly number[] | undefined)[] {
    const lists: number[][] = [];
    const rarity = (slot: number | readonly number[]): number =>
      typeof slot === 'number'
        ? slot === ANY_NUMBER
          ? Infinity
          : this.#frequency[slot]!
        : slot.reduce((sum, number) => sum + this.#frequency[number]!, 0);
    this.#known.forEach(({ slots }, index) => {
      const rare = [...slots].sort((a, b) => rarity(a) - rarity(b));
      const listed = slots.length - Math.ceil(SHARE * slots.length) + 1;
      for (const number of new Set(rare.slice(0, listed).flat())) if (number !== ANY_NUMBER) (lists[number] ??= []).push(index);
    });
    this.#present = new Uint8Array(this.#frequency.length);
    return lists;
  }

  /** Of a choice, one word of each option stands for it. */
  #slotOf(part: Part): readonly (number | readonly number[])[] | undefined {
    if (part.kind === 'word') return isContent(part.key) ? [this.#numberOf(part.key)] : undefined;
    if (part.kind === 'choice') return [part.options.map((option) => this.#numberOf(option.find(isContent) ?? option[0]!))];
    return part.kind === 'number' ? [ANY_NUMBER] : undefined;
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#frequency.push(0) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

const ANY_NUMBER = 0;
