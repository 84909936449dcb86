import type { Part, Wording } from './wording.ts';
import { isContent } from './words.ts';
import type { Word } from './words.ts';

/** Of a wording's content words, the share that a sentence must have before the two are compared word by word. */
const SHARE = 0.6;
/** How many entries of the index one sentence may look at, and how many wordings it is compared with. */
const LOOKED_AT = 600;
const COMPARED = 6;

interface Known<Owner> {
  readonly owner: Owner;
  readonly wording: Wording;
  /** For each content part, the words by which a sentence has it. */
  readonly slots: readonly (readonly string[])[];
}

export interface Candidate<Owner> {
  readonly owner: Owner;
  readonly wording: Wording;
}

/**
 * Finds wordings that a sentence comes near to. A wording is listed under its rarest words only, so many that a sentence with
 * `SHARE` of its words must have one of them: common words, of which long lists would grow with the register, are never looked up.
 */
export class NearIndex<Owner> {
  readonly #known: Known<Owner>[] = [];
  #lists: ReadonlyMap<string, readonly number[]> | undefined;
  readonly #frequency = new Map<string, number>();

  add(owner: Owner, wording: Wording): void {
    const slots = wording.parts.flatMap((part) => slotOf(part) ?? []);
    if (slots.length < 2) return;
    this.#known.push({ owner, wording, slots });
    for (const key of new Set(slots.flat())) this.#frequency.set(key, (this.#frequency.get(key) ?? 0) + 1);
    this.#lists = undefined;
  }

  /** Wordings that share most of their words with the sentence, the likeliest first. */
  find(words: readonly Word[]): Candidate<Owner>[] {
    const lists = (this.#lists ??= this.#build());
    const keys = new Set<string>();
    for (const { key } of words) if (lists.has(key)) keys.add(key);
    if (keys.size === 0) return [];
    const rare = [...keys].sort((a, b) => lists.get(a)!.length - lists.get(b)!.length);
    const seen = new Set<number>();
    let budget = LOOKED_AT;
    for (const key of rare) {
      const list = lists.get(key)!;
      if (list.length > budget) break;
      budget -= list.length;
      for (const index of list) seen.add(index);
    }
    if (seen.size === 0) return [];
    const all = new Set(words.map(({ key }) => key));
    const hasNumber = words.some(({ value }) => value !== undefined);
    const has = (key: string): boolean => (key === NUMBER ? hasNumber : all.has(key));
    const ranked: { known: Known<Owner>; share: number }[] = [];
    for (const index of seen) {
      const known = this.#known[index]!;
      const share = known.slots.filter((slot) => slot.some(has)).length / known.slots.length;
      if (share >= SHARE) ranked.push({ known, share });
    }
    return ranked
      .sort((a, b) => b.share - a.share || b.known.slots.length - a.known.slots.length)
      .slice(0, COMPARED)
      .map(({ known }) => known);
  }

  #build(): Map<string, number[]> {
    const lists = new Map<string, number[]>();
    const rarity = (slot: readonly string[]): number =>
      slot.reduce((sum, key) => sum + (key === NUMBER ? Infinity : this.#frequency.get(key)!), 0);
    this.#known.forEach(({ slots }, index) => {
      const rare = [...slots].sort((a, b) => rarity(a) - rarity(b));
      const listed = slots.length - Math.ceil(SHARE * slots.length) + 1;
      for (const key of new Set(rare.slice(0, listed).flat())) {
        if (key === NUMBER) continue;
        const list = lists.get(key);
        if (list) list.push(index);
        else lists.set(key, [index]);
      }
    });
    return lists;
  }
}

const NUMBER = '\0number';

/** Of a choice, one word of each option stands for it. */
function slotOf(part: Part): readonly (readonly string[])[] | undefined {
  if (part.kind === 'word') return isContent(part.key) ? [[part.key]] : undefined;
  if (part.kind === 'choice') return [part.options.map((option) => option.find(isContent) ?? option[0]!)];
  return part.kind === 'number' ? [[NUMBER]] : undefined;
}
