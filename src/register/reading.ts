import type { Page, RegisterMatch, RegisterReading, RegisterState, Sentence, Span, Token } from '../rule.ts';
import { align } from './align.ts';
import type { Alignment } from './align.ts';
import { describeDifference, partText } from './difference.ts';
import type { Entry } from './entry.ts';
import { ExactIndex } from './exact.ts';
import type { Occurrence } from './exact.ts';
import { denies, extensionsIn, softens } from './extension.ts';
import type { Added } from './extension.ts';
import { NearIndex } from './near.ts';
import { PageWords, outOfScope } from './scope.ts';
import { findStatements } from './statements.ts';
import type { Wording } from './wording.ts';
import { isContent, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** Both ways to find an approved wording in a sentence. */
export interface Indexes {
  readonly exact: ExactIndex<Entry>;
  readonly near: NearIndex<Entry>;
}

export function buildIndexes(entries: readonly Entry[]): Indexes {
  const exact = new ExactIndex<Entry>();
  const near = new NearIndex<Entry>();
  for (const entry of entries)
    for (const wording of entry.wordings) {
      exact.add(entry, wording);
      near.add(entry, wording);
    }
  return { exact, near };
}

/** Of a wording, the weight that must stand in a sentence which comes near it, and that which must stand in one which extends it. */
const NEAR = 0.65;
const EXTENDS = 0.75;
/** A clause beside the claim that is no longer belongs to it: "– in only two days". */
const SHORT = 8;

/** Holds every sentence of a page against the register. */
export function readPage(page: Page, indexes: Indexes): RegisterReading {
  const reader = new PageReader(page, indexes);
  const matches = page.sentences.flatMap((sentence) => reader.match(sentence)).sort(byPlace);
  const covered = (sentence: Sentence, start: number, end: number): boolean =>
    matches.some((match) => match.sentence === sentence && match.state !== 'draft' && match.start < end && match.end > start);
  const unregistered = findStatements(page).filter(
    ({ sentence, strength, start, end }) => strength === 'strong' && !covered(sentence, start, end),
  );
  return { matches, unregistered };
}

const byPlace = (a: RegisterMatch, b: RegisterMatch): number => a.sentence.index - b.sentence.index || a.start - b.start;

class PageReader {
  readonly #page: Page;
  readonly #indexes: Indexes;
  readonly #words: (readonly Word[] | undefined)[];
  readonly #copy: PageWords;

  constructor(page: Page, indexes: Indexes) {
    this.#page = page;
    this.#indexes = indexes;
    this.#words = new Array<readonly Word[] | undefined>(page.sentences.length);
    this.#copy = new PageWords(page, (sentence) =>
      this.#wordsOf(sentence)
        .map(({ key }) => key)
        .join(' '),
    );
  }

  match(sentence: Sentence): RegisterMatch[] {
    const words = this.#wordsOf(sentence);
    if (words.length < 2) return [];
    const chosen = this.#choose(sentence, words, this.#indexes.exact.find(words));
    if (chosen.length > 0) return chosen;
    const near = this.#near(sentence, words);
    return near ? [near] : [];
  }

  /** Without markers of footnotes and citations, which are no words of the claim. */
  #wordsOf(sentence: Sentence): readonly Word[] {
    return (this.#words[sentence.index] ??= wordsOf(sentence.tokens, markersIn(this.#page, sentence)));
  }

  /** Of overlapping wordings the longest stands; of entries with the same words the one that binds this page. */
  #choose(sentence: Sentence, words: readonly Word[], found: readonly Occurrence<Entry>[]): RegisterMatch[] {
    if (found.length === 0) return [];
    const matches: { match: RegisterMatch; length: number; rank: number }[] = [];
    for (const occurrence of found) {
      const match = this.#judge(sentence, words, occurrence);
      if (!match) continue;
      // What was withdrawn elsewhere yields to what is approved here.
      const elsewhere =
        (match.state === 'withdrawn' || match.state === 'suspended') && outOfScope(occurrence.owner, this.#page, this.#copy);
      matches.push({ match, length: occurrence.last - occurrence.first, rank: elsewhere ? 0 : PRECEDENCE[match.state] });
    }
    matches.sort((a, b) => b.length - a.length || b.rank - a.rank);
    const kept: typeof matches = [];
    for (const each of matches)
      if (!kept.some(({ match }) => match.start < each.match.end && match.end > each.match.start)) kept.push(each);
    return kept.map(({ match }) => match);
  }

  #judge(
    sentence: Sentence,
    words: readonly Word[],
    { owner: entry, first, last }: Occurrence<Entry>,
  ): RegisterMatch | undefined {
    const { tokens } = sentence;
    const span = { start: tokens[words[first]!.token]!.start, end: endOf(tokens, words, last) };
    const frames = this.#page.framesAt(sentence, span);
    if (frames.has('negated') || frames.has('myth') || frames.has('reference')) return undefined;
    const outcome = this.#standing(entry, sentence);
    const found = { ...span, sentence, id: entry.id, use: entry.use };
    if (outcome.state === 'withdrawn' || outcome.state === 'suspended') return { ...found, ...outcome };
    const inside = new Set([...words.slice(first, last + 1), ...qualifiersIn(words, entry)].map(({ token }) => token));
    const around = besides(sentence, words, first, last).filter((at) => !inside.has(at));
    const added = extensionsIn(sentence, around);
    return added.length > 0 ? { ...found, ...extended(span, added) } : { ...found, ...outcome };
  }

  /** Whether an entry may be used at a sentence that says what it says. */
  #standing(
    entry: Entry,
    sentence: Sentence,
  ): { readonly state: RegisterState; readonly data: Readonly<Record<string, string>> } {
    const { asOf } = this.#page.context;
    const { status, approved = '', reviewBy = '', reason = '' } = entry;
    if (status === 'withdrawn' || status === 'suspended')
      return { state: status, data: { reason: reason === '' ? '' : `: ${reason}` } };
    if (status === 'draft') return { state: 'draft', data: {} };
    if (approved > asOf) return { state: 'early', data: { date: approved } };
    if (reviewBy !== '' && reviewBy < asOf) return { state: 'expired', data: { date: reviewBy } };
    const outside = outOfScope(entry, this.#page, this.#copy);
    if (outside) return { state: 'scope', data: outside };
    for (const qualifier of entry.qualifiers) {
      const where = this.#copy.find(qualifier, sentence);
      if (where !== 'there')
        return { state: 'qualifier', data: { qualifier: qualifier.text, where: PLACES[qualifier.where], found: where } };
    }
    return { state: 'approved', data: {} };
  }

  #near(sentence: Sentence, words: readonly Word[]): RegisterMatch | undefined {
    if (sentence.frames.has('reference') || sentence.frames.has('asked') || sentence.block.region === 'nav') return undefined;
    let best: { entry: Entry; wording: Wording; alignment: Alignment } | undefined;
    for (const { owner: entry, wording } of this.#indexes.near.find(words)) {
      const alignment = align(wording.parts, words);
      if (!alignment || alignment.coverage < NEAR || alignment.extra > wording.parts.length / 2) continue;
      if (!best || alignment.coverage > best.alignment.coverage) best = { entry, wording, alignment };
    }
    return best && this.#compare(sentence, words, best.entry, best.wording, best.alignment);
  }

  #compare(
    sentence: Sentence,
    words: readonly Word[],
    entry: Entry,
    wording: Wording,
    alignment: Alignment,
  ): RegisterMatch | undefined {
    const { tokens } = sentence;
    const { first, last, changes, coverage } = alignment;
    const span = { start: tokens[words[first]!.token]!.start, end: endOf(tokens, words, last) };
    const inside = changes.flatMap(({ added }) => added.map((index) => words[index]!.token));
    if (inside.some((at) => denies(tokens[at]!))) return undefined;
    const frames = this.#page.framesAt(sentence, span);
    if (frames.has('negated') || frames.has('myth')) return undefined;
    const found = { ...span, sentence, id: entry.id, use: entry.use };
    const difference = describeDifference(alignment, wording, sentence, words);
    const { status, reason } = entry;
    if (status === 'withdrawn' || status === 'suspended') {
      // The same claim in other words is no less withdrawn; a merely similar one is another claim.
      if (coverage < EXTENDS) return undefined;
      return { ...found, state: status, data: { reason: reason === undefined ? '' : `: ${reason}`, difference } };
    }
    const positions = [...inside, ...besides(sentence, words, first, last)];
    const added = extensionsIn(
      sentence,
      [...new Set(positions)].sort((a, b) => a - b),
    );
    const missing = changes.flatMap(({ missing: parts }) => parts.map((index) => wording.parts[index]!));
    if (coverage >= EXTENDS && added.length > 0) {
      const { data, ...place } = extended(span, added);
      return { ...found, ...place, data: { ...data, difference } };
    }
    const soft = droppedCaution(changes, wording, words);
    if (soft !== undefined && missing.every((part) => part.kind !== 'word' || softens(part.key) || !isContent(part.key)))
      return { ...found, state: 'extended', data: { what: 'certainty', added: '', missing: soft, difference } };
    return status === 'draft' ? undefined : { ...found, state: 'near', data: { difference, wording: wording.text, drift: isSmall(changes, wording, words) ? 'small' : 'large' } };
  }
}

/** Nothing but articles, prepositions and the like differs. */
const isSmall = (changes: Alignment['changes'], wording: Wording, words: readonly Word[]): boolean =>
  changes.every(
    ({ missing, added }) =>
      added.every((index) => !isContent(words[index]!.key)) &&
      missing.every((index) => {
        const part = wording.parts[index]!;
        return part.kind === 'word' && !isContent(part.key);
      }),
  );

/** A cautious word of the wording that the sentence lacks, and has no other word for. */
function droppedCaution(changes: Alignment['changes'], wording: Wording, words: readonly Word[]): string | undefined {
  for (const { missing, added } of changes) {
    if (missing.length === 1 && added.some((index) => isContent(words[index]!.key))) continue;
    const soft = missing.map((index) => wording.parts[index]!).find((part) => part.kind === 'word' && softens(part.key));
    if (soft) return partText(soft);
  }
  return undefined;
}

/** The end of word `index`, with the second half of "per cent". */
function endOf(tokens: readonly Token[], words: readonly Word[], index: number): number {
  const { key, token } = words[index]!;
  return key === '%' && tokens[token]!.text === 'per' ? tokens[token + 1]!.end : tokens[token]!.end;
}

const PRECEDENCE: Readonly<Record<RegisterState, number>> = {
  withdrawn: 9,
  suspended: 8,
  approved: 7,
  extended: 6,
  qualifier: 5,
  expired: 4,
  early: 3,
  scope: 2,
  draft: 1,
  near: 0,
};

const PLACES = {
  sentence: 'in the same sentence',
  next: 'in the same sentence or the one after it',
  block: 'in the same paragraph',
  footnote: 'in the paragraph or a note that it refers to',
  section: 'in the same section',
  page: 'on the page',
} as const;

/** The finding reaches from the claim to what is added to it. */
function extended(span: Span, added: readonly Added[]): Pick<RegisterMatch, 'start' | 'end' | 'state' | 'data'> {
  return {
    start: Math.min(span.start, ...added.map(({ start }) => start)),
    end: Math.max(span.end, ...added.map(({ end }) => end)),
    state: 'extended',
    data: { what: added[0]!.what, added: added.map(({ words }) => words).join(', ') },
  };
}

/** Tokens of the sentence that stand before and after a match and speak of it: those of its clauses, and of a short clause beside them. */
function besides(sentence: Sentence, words: readonly Word[], first: number, last: number): number[] {
  const from = words[first]!.token;
  const to = words[last]!.token;
  const isWord = new Set(words.map(({ token }) => token));
  const clauses = sentence.clauses;
  const touched = clauses.map((clause) => clause.first <= to && clause.last >= from);
  const positions: number[] = [];
  clauses.forEach((clause, index) => {
    const beside = touched[index - 1] || touched[index + 1];
    const isOwn =
      touched[index] ||
      (beside &&
        clause.last - clause.first < SHORT &&
        !sentence.terms.some((term) => term.list === 'effects' && term.first >= clause.first && term.last <= clause.last));
    if (!isOwn) return;
    for (let at = clause.first; at <= clause.last; at++) if ((at < from || at > to) && isWord.has(at)) positions.push(at);
  });
  return positions;
}

/** The words of the qualifiers that the entry itself asks for: they are no addition to it. */
function qualifiersIn(words: readonly Word[], { qualifiers }: Entry): Word[] {
  return qualifiers.flatMap((qualifier) => {
    const keys = qualifier.words.trim().split(' ');
    const at = words.findIndex((_, index) => keys.every((key, offset) => words[index + offset]?.key === key));
    return at < 0 ? [] : words.slice(at, at + keys.length);
  });
}

/** Where markers stand: superscripts, footnotes, bracketed numbers, citations in brackets. */
function markersIn(page: Page, { block, start, end }: Sentence): Span[] {
  const marks = block.marks.filter(({ kind }) => kind === 'sup' || kind === 'footnote-ref');
  const cited = page.citationsFor(block, { start, end }).filter(({ form }) => form !== 'named-source' && form !== 'link');
  return [...marks, ...cited, ...closingNumber(block.text, start, end)].filter((span) => span.start < end && span.end > start);
}

/** "… for 30 minutes (1)." cites, whether or not the page holds the list. */
function closingNumber(text: string, start: number, end: number): Span[] {
  const found = /\(\d{1,2}(?:\s?[,\u2013-]\s?\d{1,2}){0,6}\)(?=[.!?]?$)/.exec(text.slice(start, end));
  return found ? [{ start: start + found.index, end: start + found.index + found[0].length }] : [];
}
