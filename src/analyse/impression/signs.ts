import type { Claim, Frame, Page, Sentence, Term } from '../../rule.ts';
import { namesOfTerm } from '../../match/term-names.ts';
import { cuesOf } from './cues.ts';
import type { Passage } from './passages.ts';

/** Of more than so many of a kind, the rest says nothing new. */
const MOST = 2;

/** Frames in which a claim says less than it seems to. */
const UNPROMISED: readonly Frame[] = [
  'negated', 'asked', 'myth', 'warning', 'risk', 'condition', 'advice', 'instruction', 'eligibility', 'research', 'definition', 'education', 'hearsay', 'goal',
];

const FRAMES: readonly Frame[] = [...UNPROMISED, 'clinical', 'example', 'legal', 'reference', 'proper-name', 'nav', 'off-topic', 'reported'];

/** Frames to look for, which take the longest to tell. */
export interface Sought {
  readonly frames: readonly Frame[];
  readonly framesOfClaims: readonly Frame[];
}

export const soughtBy = (wanted: (sign: string) => boolean): Sought => ({
  frames: FRAMES.filter((frame) => wanted(`frame:${frame}`)),
  framesOfClaims: FRAMES.filter((frame) => wanted(`claim:${frame}`)),
});
const ALL = soughtBy(() => true);

/** Signs that a passage shows, and how often; by `variety`, how many kinds of them it shows, as a logarithm. */
export type Signs = ReadonlyMap<string, number>;

/**
 * What a passage shows of itself, and how often: kinds of words, claims, frames, small words, where it stands. No word of the copy.
 */
export function signsOf(page: Page, passage: Passage): Signs {
  const signs = wordsOf(page, passage, ALL);
  for (const sign of settingOf(page, passage, ALL)) signs.set(sign, 1);
  return signs;
}

/** Those of its words, claims and place, which are known by the time that they are asked for. */
export function wordsOf(page: Page, { block, sentences, length }: Passage, { framesOfClaims }: Sought): Map<string, number> {
  const signs = new Map<string, number>();
  const add = (sign: string): void => {
    signs.set(sign, Math.min(MOST, (signs.get(sign) ?? 0) + 1));
  };
  add(`block:${block.kind}`);
  add(`profile:${page.context.profiles[0] ?? ''}`);
  if (page.facts.sells) add('page:sells');
  if (block.quoted) add('block:quoted');
  if (length < 5) add('length:below-5');
  if (length < 10) add('length:below-10');
  if (length < 20) add('length:below-20');
  if (length > 40) add('length:above-40');
  for (const sentence of sentences) {
    for (const term of sentence.terms) {
      add(term.list);
      add(kindSign(term));
      if (term.list === 'effects') add(formSign(sentence, term));
    }
    for (const claim of page.claimsOf(sentence)) ofClaim(claim, framesOfClaims, add);
    cuesOf(sentence, add);
  }
  signs.set('variety', Math.log1p(signs.size));
  return signs;
}

/** Those of its frames and sources, which take long to tell; each shows once at most. */
export function settingOf(page: Page, { block, start, end, sentences }: Passage, { frames }: Sought): string[] {
  const signs = frames.filter((frame) => sentences.some((sentence) => sentence.frames.has(frame))).map((frame) => `frame:${frame}`);
  const citations = page.citationsFor(block, { start, end });
  if (citations.length > 0) signs.push(CITATION);
  if (citations.some(({ adequate }) => adequate)) signs.push(ADEQUATE);
  return signs;
}

/** Every sign that `settingOf` may find. */
export const settingsOf = ({ frames }: Sought): readonly string[] => [...frames.map((frame) => `frame:${frame}`), CITATION, ADEQUATE];
const CITATION = 'citation';
const ADEQUATE = 'citation:adequate';

function ofClaim({ agent, kind, level, object, fragment, hedge, frames }: Claim, told: readonly Frame[], add: (sign: string) => void): void {
  add(`claim:${level}`);
  add(`claim:of-${object?.class ?? 'nothing'}`);
  add(`claim:by-${agent}`);
  add(`claim:as-${kind}`);
  add(`claim:hedge-${hedge}`);
  if (fragment) add('claim:fragment');
  for (const frame of told) if (frames.has(frame)) add(`claim:${frame}`);
  if (UNPROMISED.some((frame) => frames.has(frame))) return;
  add(`promise:${level}`);
  add(`promise:of-${object?.class ?? 'nothing'}`);
  add(`promise:by-${agent}`);
}

/** Copy that sells says "relieves", copy that teaches "to relieve", a story "relieved". */
function formSign({ tokens }: Sentence, { first, last }: Term): string {
  const { text } = tokens[last]!;
  if (tokens[first - 1]?.text === 'to') return 'effects:as-infinitive';
  return /(?<!s)s$/.test(text) ? 'effects:as-s' : text.endsWith('ing') ? 'effects:as-ing' : text.endsWith('ed') ? 'effects:as-ed' : 'effects:as-base';
}

/** By the number of a term's class: one string for all, which is found faster than one made anew. */
const kindSigns: (string | undefined)[] = [];
const kindSign = (term: Term): string => (kindSigns[namesOfTerm(term).class] ??= `${term.list}:${term.class}`);
