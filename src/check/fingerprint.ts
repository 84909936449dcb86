import { createHash } from 'node:crypto';
import type { Block, Page } from '../rule.ts';
import type { Mask } from './mask.ts';
import { normalize } from './merge.ts';
import type { Merged } from './merge.ts';
import { isPrivate } from './private.ts';

/**
 * Identifies a finding by its rule and its sentence, so that it is known again after edits elsewhere. A hash of a phone number is
 * the phone number to anyone who can count to ten thousand million; so of a private one only what may be shown of it goes in, its
 * length, and of its sentence the words that are nobody's. `mask` knows what surely identifies somebody: of what may, only what
 * stands in the same block is left out, or a new story on the page would make every finding another one.
 */
export function fingerprints({ suspects }: Page, mask: Mask): (found: Merged) => string {
  const seen = new Map<string, number>();
  const suspected = new Map<Block, string[]>();
  for (const { block, start, end } of suspects) {
    const words = block.text.slice(start, end);
    const known = suspected.get(block);
    if (known) known.push(words);
    else suspected.set(block, [words]);
  }
  return (found) => {
    const { rule, block, words, hit } = found;
    const hidden = (block && suspected.get(block)) ?? [];
    const sentence = mask.veil(hidden.reduce((text, each) => text.replaceAll(each, ' '), found.sentence));
    const passage = isPrivate(found) ? `${hit.message ?? ''} ${words.length} ${frameOf(sentence)}` : normalize(sentence);
    const key = `${rule.id}\0${passage}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return fingerprint(key, occurrence);
  };
}

const TEXT_DIGITS = 28;

/** 28 digits for the rule and its text, 4 for the occurrence of that text in the page. */
export function fingerprint(text: string, occurrence: number): string {
  const ordinal = Math.min(occurrence, 0xffff).toString(16).padStart(4, '0');
  return createHash('sha256').update(text).digest('hex').slice(0, TEXT_DIGITS) + ordinal;
}

/** The same for all occurrences of one text. */
export const sameText = (of: string): string => of.slice(0, TEXT_DIGITS);

/** Words without which no sentence stands, and that are no part of a name, an address or a diagnosis. */
const FRAME = new Set(
  (
    'a about after against all also am an and any are as at be because been before being between both but by came can could did do ' +
    'does during each first for from gave get got had has have he her here him his how i if in into is it its just last made me more ' +
    'most my no not now of off on once one only or other our out over said saw she since so some such take than that the their them ' +
    'then there these they this those through to told two under until up us very was we went were what when where which while who ' +
    'with without would you your'
  ).split(' '),
);

const frameOf = (sentence: string): string => (sentence.match(/\b[a-z]+\b/g) ?? []).filter((word) => FRAME.has(word)).join(' ');
