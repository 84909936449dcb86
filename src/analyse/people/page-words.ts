import type { Document } from '../../rule.ts';
import { isLatin } from './lexicon.ts';
import { FOREIGN_GRAMMAR, GRAMMAR } from './words.ts';

const WORD = /(?<![\p{L}'’@./-])\p{Ll}{3,24}(?![\p{L}@])/gu;
const LATIN_WORD = /(?<![A-Za-zÀ-ɏ'’@./-])[a-zß-ɏ]{3,24}(?![A-Za-zÀ-ɏ@])/g;
/** What the rest of a page tells of a word that may be a name. */
export interface PageWords {
  /** Whether the page writes a lower-cased word in lower case too, so that its capital says nothing. */
  isWritten(word: string): boolean;
  /** Whether most of the page is in another language than English, whose words no list of ordinary ones holds. */
  readonly foreign: boolean;
}

/** Of a string that belongs to no page. */
export const NO_PAGE: PageWords = { isWritten: () => false, foreign: false };

/** The words of a document, looked at when first asked for. */
export function pageWords(document: Document): PageWords {
  let foreign: boolean | undefined;
  return {
    isWritten: lowerCaseOf(document),
    get foreign() {
      return (foreign ??= isForeign(document));
    },
  };
}

/** Enough of a page to tell its language by, in UTF-16 code units. */
const SAMPLE = 12_000;

function isForeign({ blocks }: Document): boolean {
  let sample = '';
  for (const { kind, text } of blocks) {
    if (kind !== 'comment' && kind !== 'attribute') sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  let foreign = 0;
  let english = 0;
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const [here, there] = [GRAMMAR.has(word), FOREIGN_GRAMMAR.has(word)];
    if (there && !here) foreign++;
    else if (here && !there) english++;
  }
  return foreign > 8 && foreign > english * 1.5;
}

/** As many words as are looked for one by one before all are gathered. */
const FEW = 24;

/**
 * Whether the copy of a document writes a word in lower case, so that it is no name where it has a capital. Most pages are asked
 * for few words, for which the text is searched; a page with many names is read whole once.
 */
function lowerCaseOf({ blocks }: Document): (word: string) => boolean {
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
