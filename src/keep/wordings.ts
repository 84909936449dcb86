import type { Pack, Rule } from '../load/rule.ts';
import { plain } from '../plain.ts';

/** Stands before the number of a wording. No text of a finding begins with it, since controls are taken out of all of them. */
const SIGN = '\u0001';
/** Shorter ones are not worth a number. */
const SHORTEST = 12;

/**
 * What rules say, whatever the copy: most of a finding's length. In a packed finding each of these texts is a number, which
 * means the same wherever the same packs are loaded.
 */
export class Wordings {
  readonly #texts: readonly string[];
  readonly #numbers: ReadonlyMap<string, string>;

  constructor(packs: readonly Pack[], docsOf: (rule: Rule) => string) {
    const texts = new Set<string>();
    for (const { rules, sources } of packs) {
      for (const rule of rules) {
        for (const text of [docsOf(rule), rule.id, rule.why, rule.fix, ...Object.values(rule.messages)])
          texts.add(plain(text).trim());
        for (const { at, says } of rule.basis) texts.add(at).add(says);
      }
      for (const { title, address } of Object.values(sources)) texts.add(title).add(address ?? '');
    }
    this.#texts = [...texts].filter((text) => text.length >= SHORTEST);
    this.#numbers = new Map(this.#texts.map((text, index) => [text, SIGN + index.toString(36)]));
  }

  /** The value with the texts of rules, however deep they stand in it, replaced by their numbers. */
  pack = (value: unknown): unknown => deeply(value, (text) => this.#numbers.get(text) ?? text);

  /** The reverse. @throws RangeError for a number that these packs do not have */
  unpack = (value: unknown): unknown =>
    deeply(value, (text) => {
      if (!text.startsWith(SIGN)) return text;
      const wording = this.#texts[parseInt(text.slice(1), 36)];
      if (wording === undefined) throw new RangeError('A wording of other rules.');
      return wording;
    });
}

function deeply(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => deeply(item, change));
  const changed: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) changed[key] = deeply(part, change);
  return changed;
}
