import type { Block, Page, Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';
import { findDates } from './dates.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { pageWords } from './page-words.ts';
import { CALENDAR, GRAMMAR, ORGANIZATION_NOUNS, PERSONAL_TITLES, STATE_CODES, STATES } from './words.ts';

/** Words of a block that may be somebody's name, number or address, though nothing proves it. */
export interface Suspect extends Span {
  readonly block: Block;
  /** A name without its capitals: the words are as private where they stand again. */
  readonly name?: true;
}

/** Somebody is spoken of, or speaks: the copy around may name that person in a way that no list knows. */
const PERSON = sift(/\b(?:he|she|his|her|him|hers|my|mine|myself|patient|client|survivor|resident|diagnosed|underwent|admitted|discharged|hospitali[sz]ed|treated|cured|came to (?:us|our|see)|named|mother|father|mom|dad|wife|husband|son|daughter|mrs?\.|ms\.?|dob|mrn|chart)\b|(?<![\w'’])I(?![\w])|^\s{0,3}[—–―~-]\s?\S/i);
const TOLD_CLASS = /testimonial|review|quote|stor(?:y|ies)|case|patient/i;
const RUN = sift(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{M}]{0,40}(?:['’-]\p{L}[\p{L}\p{M}]{0,40}){0,3}\.?)(?:[ \u00a0](?:(?:de|del|da|la|van|von|der|den|bin|al|el)[ \u00a0])?(?:\p{Lu}[\p{L}\p{M}]{0,40}(?:['’-]\p{L}[\p{L}\p{M}]{0,40}){0,3}\.?)){0,4}/u);
const WORD = sift(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/u);
const GOODS = /(?<![\p{L}\p{N}'’-])(\p{Lu}[\p{Ll}\d-]{2,20})(?:\s?[®™]| (?:gels?|creams?|serums?|lotions?|ointments?|balms?|sprays?|drops|tablets?|capsules?|caplets?|pills|gummies|powders?|syrups?|tinctures?|oils?|shampoos?|soaps?|patch(?:es)?|inhalers?|devices?|masks?|toothpastes?|mouthwash(?:es)?|supplements?|softgels|lozenges|strips?|injections?|pens?|pumps?|sensors?|apps?)(?![\p{L}-]))/gu;
const PROVIDER_BEFORE = /\b(?:drs?|prof|doctor|professor)\.? $/i;
/** Does what only a person does, so that even a word that opens the sentence is a name. */
const ACTS = /^(?:['’]s\b|,? (?:\d|who\b|was|is|had|has|got|came|lost|went|underwent|beat|says|said|suffered|struggled|tried|could|can|now|and \p{Lu}))/u;
const HANDLE = sift(/(?<![\w./])[@#][\w.]{3,40}/);
const MAIL = sift(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/);
/** Addresses and file names: their words run together hold names that no capital shows. */
const ADDRESS = sift(/\b(?:https?:\/\/|www\.)[^\s"'<>()]{4,300}|(?<![\w/])[\w%.-]{0,80}[_-][\w%.-]{1,80}\.(?:jpe?g|png|gif|webp|avif|heic|svg|mp4|mov|pdf|docx?)\b/i);
/** Digits enough to find somebody by; years, doses, prices and percentages are not. */
const NUMBER = sift(/(?<![\w$£€.])(?!(?:19|20)\d\d(?![\w-]))(?=[\w/-]{0,12}\d[\w/-]?\d[\w/-]?\d[\w/-]?\d)[A-Za-z]{0,6}[\d/-][\w/-]{3,30}(?![\w%])/);
/** Names of files alone, wherever they stand: nobody writes them as copy. */
const FILE = sift(/(?<![\w/])[\w%.-]{0,80}[_-][\w%.-]{1,80}\.(?:jpe?g|png|gif|webp|avif|heic|svg|mp4|mov|pdf|docx?)\b/i);
/** Words in lower case that follow what only a person follows. */
const LOWER_NAME = sift(/\b(?:says?|said|writes|named|called|patient|client|resident|mrs?\.?|ms\.?|(?:my|her|his|the) name is|i am|i[’']m|call|meet|thanks?|from|by|for|with)[ \u00a0:,]{1,2}((?:\p{Ll}[\p{L}\p{M}'’-]{1,40}[ \u00a0]?){1,3})/iu);
const LOWER_WORD = sift(/(?<![\p{L}@._/-])\p{Ll}[\p{L}\p{M}'’-]{2,40}(?![\p{L}@_/])/u);
/** A page with more of them is a directory or made to stall us. */
const MOST = 2000;

/**
 * What must not be printed for safety's sake: in copy that tells of somebody, capitalised words that no list knows for anything
 * else, handles, mail addresses and long numbers. Nothing is reported about them.
 */
export function findSuspects(page: Pick<Page, 'document' | 'context'>, lexicon: PeopleLexicon): Suspect[] {
  const { blocks } = page.document;
  const { names, products, clinicians } = page.context.organization;
  const own = new Set([...names, ...products, ...clinicians].flatMap((name) => WORD.all(name.toLowerCase()).map(([word]) => word)));
  const usual = pageWords(page.document).isWritten;
  const goods = goodsNamedIn(blocks, lexicon);
  const isKnown = (word: string): boolean => {
    const low = word.toLowerCase().replace(/['’]s$/, '');
    return GRAMMAR.has(low) || CALENDAR.has(low) || ORGANIZATION_NOUNS.has(low) || STATES.has(low) || STATE_CODES.has(word) || own.has(low) || goods.has(low) ||
      lexicon.ordinary.has(low) || lexicon.eponyms.has(low) || lexicon.credentials.has(word) || usual(low) || /^\p{Lu}{2,6}$/u.test(word);
  };
  const suspects: Suspect[] = [];
  let told = false;
  for (const block of blocks) {
    const before = told;
    told = block.quoted || block.kind === 'comment' || block.classes.some((name) => TOLD_CLASS.test(name)) || (block.types?.some((type) => type === 'Review' || type === 'Patient') ?? false) || PERSON.test(block.text);
    if (!told && !(before && block.text.length < 90) && block.kind !== 'table-cell') {
      for (const { index, 0: file } of FILE.all(block.text)) suspects.push({ block, start: index, end: index + file.length });
      continue;
    }
    for (const span of lowerNamesIn(block.text, lexicon)) suspects.push({ block, ...span, name: true });
    for (const span of suspectsIn(block.text, lexicon, isKnown)) suspects.push({ block, ...span });
    if (suspects.length > MOST) break;
  }
  return suspects;
}

/** "Kalmo gel", "Kalmo®": what the page sells has a name that no list knows, and is nobody. A name of people is none of them. */
function goodsNamedIn(blocks: readonly Block[], lexicon: PeopleLexicon): ReadonlySet<string> {
  const goods = new Set<string>();
  for (const { text } of blocks) for (const [, name] of text.matchAll(GOODS)) if (!lexicon.isNamePart(name!.toLowerCase())) goods.add(name!.toLowerCase());
  return goods;
}

function* suspectsIn(text: string, lexicon: PeopleLexicon, isKnown: (word: string) => boolean): Generator<Span> {
  for (const pattern of [HANDLE, MAIL, NUMBER, ADDRESS]) for (const match of pattern.all(text)) yield { start: match.index, end: match.index + match[0].length };
  yield* findDates(text);
  for (const run of RUN.all(text)) {
    if (PROVIDER_BEFORE.test(text.slice(Math.max(0, run.index - 12), run.index))) continue;
    const words = WORD.all(run[0]).map(({ 0: word, index }) => ({ word, start: run.index + index, end: run.index + index + word.length }));
    // "Our Zelda", "Mrs. Quill": what leads up to the name is none of it.
    while (words[0] && (GRAMMAR.has(words[0].word.toLowerCase()) || PERSONAL_TITLES.has(words[0].word.toLowerCase()))) words.shift();
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) continue;
    if (/^(?:dr|drs|prof)$/i.test(first.word)) continue;
    const unknown = words.some(({ word }) => !isKnown(word));
    const given = lexicon.isNamePart(first.word.toLowerCase()) && words.length > 1;
    if (!unknown && !given) continue;
    const opens = words.length === 1 && first.start === run.index && /(?:^|[.!?:]["”’)]?\s{1,3}|\n)$/.test(text.slice(Math.max(0, run.index - 4), run.index));
    if (opens && !lexicon.isNamePart(first.word.toLowerCase()) && !ACTS.test(text.slice(last.end, last.end + 16))) continue;
    yield { start: first.start, end: last.end };
  }
}

/** Names that somebody wrote without capitals: a given name and the unknown words behind it, or what follows "says" and "patient". */
function* lowerNamesIn(text: string, lexicon: PeopleLexicon): Generator<Span> {
  const isUnknown = (word: string): boolean => {
    const low = word.toLowerCase();
    return !GRAMMAR.has(low) && !CALENDAR.has(low) && !ORGANIZATION_NOUNS.has(low) && !lexicon.ordinary.has(low) && !lexicon.eponyms.has(low);
  };
  const words = !LOWER_WORD.texts(text).some((word) => lexicon.isTellingInLowerCase(word)) ? [] : LOWER_WORD.all(text).map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
  for (let at = 0; at < words.length; at++) {
    const { word, start } = words[at]!;
    if (!lexicon.isTellingInLowerCase(word) || PERSONAL_TITLES.has(word)) continue;
    let { end } = words[at]!;
    for (let next = at + 1; next <= at + 2 && words[next] && words[next]!.start - end === 1 && isUnknown(words[next]!.word); next++) end = words[next]!.end;
    yield { start, end };
  }
  for (const match of LOWER_NAME.all(text)) {
    const from = match.index + match[0].length - match[1]!.length;
    const named = LOWER_WORD.all(match[1]!).map(({ 0: word, index }) => ({ word, start: from + index, end: from + index + word.length }));
    // Two unknown words together; a single one is more often a word that no list holds.
    const [first, second] = named;
    if (!first || !second || !isSurnameLike(first.word) || !isSurnameLike(second.word)) continue;
    if (lexicon.isNamePart(first.word) || lexicon.isNamePart(second.word)) yield { start: first.start, end: second.end };
  }
  function isSurnameLike(word: string): boolean {
    return isUnknown(word) || lexicon.isNamePart(word);
  }
}
