import type { Span } from '../../rule.ts';
import { mayNameSomebody } from './glance.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { readWords } from './name-words.ts';
import { NameReader } from './name-reader.ts';
import { NO_PAGE, type PageWords } from './page-words.ts';
import { isTown } from './towns.ts';
import { handles } from './handles.ts';

/**
 * How much of a name is written. `family` is "the … family"; `initials` has at most one whole word ("T. Greer" is `surname`
 * with an initial, which names a person in a small town as well as the full name does).
 */
export type NameForm = 'full' | 'given' | 'surname' | 'initials' | 'family' | 'handle';

export interface NameMention extends Span {
  readonly form: NameForm;
  /** 0 to 1: how sure the letters alone make it that this is a person's name. */
  readonly strength: number;
  /** Lower-cased title before it, e.g. `mrs` or `dr`. */
  readonly title?: string;
  /** Lower-cased given name and surname, where known, to tell that two mentions are one person. */
  readonly given?: string;
  readonly surname?: string;
  /** Of a handle, as written. */
  readonly handle?: string;
  /** Surname first, as records write it. */
  readonly inverted?: true;
}

/** Stock names that stand for nobody. */
const NOBODY = /^(?:al-?anon|alateen|nar-?anon|j(?:ane|ohn|anet|ohnny) (?:q\.? ?)?(?:doe|roe|public|sample)|(?:test|sample|dummy|demo|example) (?:patient|user|name|person)|(?:first|last|full|your|patient|given) ?name|jane q|joe bloggs|a\. ?n\. other|max mustermann)$/i;

/** Sayings that hold a name and nobody who bears it. */
const SAYING = /^(?:charlie horse|jack of all|jack[- ]o|jack frost|jack russell|plain jane|average joe|joe (?:average|public|six)|john hancock|dear john|tommy john|morton['’]s (?:neuroma|foot|toe)|(?:ludwig|vincent)['’]s angina|braxton hicks|marcus gunn|austin flint|graham steell|charles bonnet|arnold[- ]chiari|stevens[- ]johnson|alice in wonderland|todd['’]s pa(?:ralysis|resis)|christmas (?:disease|factor)|joan of arc|daisy (?:award|chain)|jack o|lazy susan|peeping tom|tom,? dick|johnny[- ](?:on|come)|bloody mary|nosy parker|doubting thomas|murphy['’]?s? (?:law|bed)|billy goat|big ben|smokey bear|rube goldberg|achilles)/i;

/**
 * Every stretch of the text that may name a person, longest first at each place. Owner and context are judged elsewhere.
 * @param sentences bounds that no name crosses, in order
 * @param page what the rest of the page tells of its words
 */
export function findNames(
  text: string,
  lexicon: PeopleLexicon,
  sentences: readonly Span[] = [{ start: 0, end: text.length }],
  page: PageWords = NO_PAGE,
): NameMention[] {
  const names: NameMention[] = [];
  for (const { start, end } of sentences) {
    if (end - start < 2 || !mayNameSomebody(text, lexicon, start, end)) continue;
    for (const name of namesInSentence(text.slice(start, end), lexicon, page)) names.push({ ...name, start: name.start + start, end: name.end + start });
  }
  return names;
}

function namesInSentence(text: string, lexicon: PeopleLexicon, page: PageWords): NameMention[] {
  const words = readWords(text);
  if (words.length === 0) return [];
  const letters = words.filter((word) => word.text.length > 2);
  const capitals = letters.filter((word) => word.capital).length;
  const shouting = letters.length > 3 && letters.filter((word) => word.text === word.text.toUpperCase()).length > letters.length * 0.7;
  const whispering = capitals === 0 && letters.length > 2 && !words.some(({ initial, capital, text: word }) => initial && capital && word !== 'I');
  const reader = new NameReader(text, words, lexicon, shouting, whispering, page);
  const names: NameMention[] = [];
  for (let i = 0; i < words.length;) {
    const found = reader.at(i);
    if (!found) {
      i++;
      continue;
    }
    if (!NOBODY.test(text.slice(found.mention.start, found.mention.end)) && !SAYING.test(text.slice(found.mention.start, found.mention.end + 12)) && !isTown(text, found.mention, lexicon)) names.push(found.mention);
    i = found.next;
  }
  if (/[#@]/.test(text)) names.push(...handles(text, lexicon));
  return names.sort((a, b) => a.start - b.start);
}
