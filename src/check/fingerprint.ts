import { createHash } from 'node:crypto';
import type { Page } from '../rule.ts';
import type { Mask } from './mask.ts';
import { normalize } from './merge.ts';
import type { Merged } from './merge.ts';
import { isPrivate } from './private.ts';

/**
 * Identifies a finding by its rule and its sentence, so that it is known again after edits elsewhere. A private one is known by
 * its position alone: a hash of a phone number is the phone number to anyone who can count to ten thousand million.
 */
export function fingerprints(page: Page, mask: Mask): (found: Merged) => string {
  const seen = new Map<string, number>();
  return (found) => {
    const { rule, block, range } = found;
    const passage = isPrivate(found)
      ? `block ${block ? block.index : page.document.elements.findIndex(({ from, to }) => from <= range.from && range.from < to)}`
      : normalize(mask.veil(found.sentence));
    const key = `${rule.id}\0${passage}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 32);
  };
}
