import type { Document } from '../../rule.ts';
import { isLatin } from './lexicon.ts';

const WORD = /(?<![\p{L}'’@./-])\p{Ll}{3,24}(?![\p{L}@])/gu;
const LATIN_WORD = /(?<![A-Za-zÀ-ɏ'’@./-])[a-zß-ɏ]{3,24}(?![A-Za-zÀ-ɏ@])/g;
/** As many words as are looked for one by one before all are gathered. */
const FEW = 24;

/**
 * Whether the copy of a document writes a word in lower case, so that it is no name where it has a capital. Most pages are asked
 * for few words, for which the text is searched; a page with many names is read whole once.
 */
export function lowerCaseOf({ blocks }: Document): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let text: string | undefined;
  let all: Set<string> | undefined;
  return (word) => {
    if (all) return all.has(word);
    let found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= FEW) {
      all = new Set(blocks.flatMap((block) => block.text.match(isLatin(block.text) ? LATIN_WORD : WORD) ?? []));
      return all.has(word);
    }
    text ??= blocks.map((block) => block.text).join('\n');
    known.set(word, (found = holds(text, word)));
    return found;
  };
}

function holds(text: string, word: string): boolean {
  if (!/^\p{Ll}{3,24}$/u.test(word)) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}'’@./-]/u.test(text[at - 1] ?? '') && !/[\p{L}@]/u.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}
