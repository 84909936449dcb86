import { defineDetector } from 'promolint/rule';
import type { Block, Claim, Frame, Page, Sentence, Span } from 'promolint/rule';

type Passage = Span & { readonly block: Block };

/**
 * From here on a passage is reported. Of what no other rule found on pages that nobody had read, reviewers marked four to five of ten such passages (docs/accuracy.md).
 * A practice teaches as much as it sells, so that it takes more there, and most for a line alone, of which nobody sees what it is.
 */
const CLEAR = { goods: 1.15, loneLineOfGoods: 1.5, care: 1.6, loneLineOfCare: 2.3 };

/** As sure as a warning may be of the least. */
const RIGHT = 0.5;

export default defineDetector((page, report) => {
  if (page.facts.genre !== 'marketing') return;
  const care = page.context.profiles.includes('us-provider');
  const clear = page.facts.snippet ? (care ? CLEAR.loneLineOfCare : CLEAR.loneLineOfGoods) : care ? CLEAR.care : CLEAR.goods;
  for (const impression of page.impressions) {
    if (!impression.reaches(clear)) continue;
    const { block, start, end, signs } = impression;
    if (signs.length === 0 || !isOfHealth(page, { block, start, end }) || isCareful(page, { block, start, end }, care)) continue;
    report({ at: { block, start, end }, data: { signs: listed(signs) }, confidence: RIGHT, yields: true });
  }
});

const sentencesIn = (page: Page, { block, start, end }: Passage): Sentence[] => page.sentencesOf(block).filter((sentence) => sentence.start < end && sentence.end > start);

/** What says nothing of a body, its troubles or what helps is about the parcel, the price or the staff. */
const isOfHealth = (page: Page, { block, start, end }: Passage): boolean =>
  sentencesIn(page, { block, start, end }).some(({ terms }) => terms.some((term) => OF_HEALTH.has(term.list) && !terms.some((other) => OF_SALE.has(other.list) && isWithin(term, other))));
/** No back is meant by "money-back". */
const isWithin = (term: Span, other: Span): boolean => other.start <= term.start && other.end >= term.end && other.end - other.start > term.end - term.start;
const OF_SALE = new Set(['offers', 'selling']);
const OF_HEALTH = new Set(['conditions', 'symptoms', 'body', 'outcome', 'outcomes', 'treatments', 'drugs', 'supplements', 'methods']);

/** With a source beside it, or on a page of care with a "may" for each thing that it says plainly, a passage promises nothing; of goods, "may help" sells. */
function isCareful(page: Page, { block, start, end }: Passage, care: boolean): boolean {
  if (sentencesIn(page, { block, start, end }).every(({ frames }) => NOT_MEANT.some((frame) => frames.has(frame)))) return true;
  if (page.citationsFor(block, { start, end }).some(({ adequate }) => adequate) || STATED.test(block.text.slice(start, end))) return true;
  if (page.facts.snippet) return isLesson(page, { block, start, end }, care);
  if (!care) return false;
  const claims = sentencesIn(page, { block, start, end }).flatMap((sentence) => page.claimsOf(sentence));
  const hedged = claims.filter(({ hedge }) => hedge !== 'none').length;
  return hedged > 0 && hedged * 2 >= claims.length;
}

/** What is asked, refuted, warned of or told of others. */
const NOT_MEANT: readonly Frame[] = ['asked', 'myth', 'warning', 'example', 'legal', 'reference', 'hearsay'];

/** What a regulator allowed is said as such, and a harm is named or asked after: so does careful copy, and other rules see to what is false in it. */
const STATED =
  /\b(?:cleared|approved|authori[sz]ed|indicated|licensed|clearance|approval|indication)\b[^.;!]{0,40}\b(?:for|to|as)\b|\b(?:can|may|might|could) (?:also |even |sometimes )?(?:cause|hurt|sting|burn|raise|upset|harm|interfere|throw|give you|lead to|irritate|worsen|trigger|damage|affect|interact)\b|\b(?:tell|ask|talk (?:to|with)|see|call) (?:your|a|the|our) (?:doctor|pharmacist|surgeon|dentist|clinician|provider)|\bstop (?:if|taking|using)\b|\bdo(?: not|n['\u2019]t) (?:use|take)\b/i;

/** Those whose doings are taught rather than sold. */
const TAUGHT: ReadonlySet<Claim['agent']> = new Set(['care', 'reader', 'disease', 'body', 'lifestyle', 'person']);
/** Whoever sells speaks of what is theirs and of you, presses and praises. */
const SELLS = /[!"\u201c\u00ae\u2122]|\b(?:we|our|ours|us|my|i|you(?:'ll|\u2019ll| will| can| won't)|today|now|new|free|finally|permanent\w*|guarantee\w*|proven|leading|advanced|powerful|natural\w*|instant\w*|painless\w*|without|never|no more|forever|best|most|only|safe\w*|100)\b/i;

/** A lone line of which nobody knows the page, and in which medicine, people, bodies and habits do all that is done, sells nothing. */
function isLesson(page: Page, { block, start, end }: Passage, care: boolean): boolean {
  const sentences = sentencesIn(page, { block, start, end });
  if (sentences.every(({ frames }) => frames.has('clinical'))) return true;
  // Goods are sold by what the body and medicine do as well.
  if (!care || SELLS.test(block.text)) return false;
  const claims = sentences.flatMap((sentence) => page.claimsOf(sentence));
  return claims.length > 0 && claims.every(({ agent, fragment }) => TAUGHT.has(agent) && !fragment);
}

const listed = (signs: readonly string[]): string => (signs.length > 1 ? `${signs.slice(0, -1).join(', ')} and ${signs.at(-1)!}` : signs[0]!);
