import type { Claim, Frame, Page } from '../../rule.ts';
import type { Passage } from './passages.ts';

/** Of more than so many of a kind, the rest says nothing new. */
const MOST = 3;

/** Small words and marks by which copy presses, promises, limits or teaches. */
const CUES: readonly (readonly [string, RegExp])[] = [
  ['cue:exclamation', /!/],
  ['cue:question', /\?/],
  ['cue:digit', /\d/],
  ['cue:percent', /%/],
  ['cue:capitals', /\b[A-Z]{4,}/],
  ['cue:quotation', /["\u201c]/],
  ['cue:trademark', /[\u00ae\u2122]/],
  ['cue:you', /\byou(?:r|['\u2019](?:re|ll))?\b/i],
  ['cue:we', /\b(?:we|our|us)\b/i],
  ['cue:I', /\b(?:I|[Mm]y|me)\b/],
  ['cue:may', /\b(?:may|might|could)\b/i],
  ['cue:can', /\bcan\b/i],
  ['cue:will', /\b(?:will|won['\u2019]t)\b/i],
  ['cue:should', /\b(?:should|must|need to)\b/i],
  ['cue:not', /\b(?:not|no|never|without)\b|n['\u2019]t\b/i],
  ['cue:but', /\b(?:but|however|although)\b/i],
  ['cue:clinician', /\b(?:doctor|physician|provider|pharmacist|surgeon|nurse|clinician|dentist)s?\b/i],
  ['cue:if', /\b(?:if|when|whether|unless|depends?)\b/i],
  ['cue:some', /\b(?:some|often|usually|sometimes|generally|typically|many|most)\b/i],
  ['cue:best', /\b(?:best|most|only|first|leading|number one|#1|ever)\b/i],
  ['cue:all', /\b(?:all|every|any|always|completely|totally|fully|100)\b/i],
  ['cue:than', /\b(?:than|unlike|instead|compared|versus|vs)\b/i],
  ['cue:very', /\b(?:very|highly|extremely|so|truly|really|incredibly|amazing(?:ly)?)\b/i],
  ['cue:study', /\b(?:stud(?:y|ies)|research|clinical(?:ly)?|scientific(?:ally)?|trial|evidence|proven|shown)\b/i],
  ['cue:praise', /\b(?:natural(?:ly)?|safe(?:ly)?|gentle|effective(?:ly)?|powerful|advanced|revolutionary|unique|innovative)\b/i],
];

/** Frames in which a claim says less than it seems to. */
const UNPROMISED: readonly Frame[] = [
  'negated', 'asked', 'myth', 'warning', 'risk', 'condition', 'advice', 'instruction', 'eligibility', 'research', 'definition', 'education', 'hearsay', 'goal',
];

const FRAMES: readonly Frame[] = [...UNPROMISED, 'example', 'legal', 'reference', 'proper-name', 'nav', 'off-topic', 'reported'];

/** Small words and frames to look for, which take the longest to tell. */
export interface Sought {
  readonly frames: readonly Frame[];
  readonly framesOfClaims: readonly Frame[];
  readonly cues: typeof CUES;
}

export const soughtBy = (wanted: (sign: string) => boolean): Sought => ({
  frames: FRAMES.filter((frame) => wanted(`frame:${frame}`)),
  framesOfClaims: FRAMES.filter((frame) => wanted(`claim:${frame}`)),
  cues: CUES.filter(([cue]) => wanted(cue)),
});
const ALL = soughtBy(() => true);

/**
 * What a passage shows of itself, and how often: kinds of words, claims, frames, small words, where it stands. No word of the copy.
 */
export function signsOf(page: Page, { block, start, end, sentences, length }: Passage, { frames, framesOfClaims, cues }: Sought = ALL): ReadonlyMap<string, number> {
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
    for (const { list, class: kind } of sentence.terms) {
      add(list);
      add(`${list}:${kind}`);
    }
    for (const claim of page.claimsOf(sentence)) ofClaim(claim, framesOfClaims, add);
    for (const [cue, expression] of cues) if (expression.test(sentence.text)) add(cue);
  }
  for (const frame of frames) if (sentences.some((sentence) => sentence.frames.has(frame))) add(`frame:${frame}`);
  const citations = page.citationsFor(block, { start, end });
  if (citations.length > 0) add('citation');
  if (citations.some(({ adequate }) => adequate)) add('citation:adequate');
  return signs;
}

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
