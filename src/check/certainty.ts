import type { Block, Claim, Hit, Impression, Page, Sentence } from '../rule.ts';
import type { Rule } from '../load/rule.ts';
import { disclosuresOf } from './disclosures.ts';

/** What is judged by the meaning of a sentence, so that it can be misread; identifiers, trackers and the register are facts. */
export const JUDGED: ReadonlySet<string> = new Set(['efficacy', 'evidence', 'comparison', 'regulatory-status', 'testimonial', 'fair-balance', 'required-disclosure', 'inducement', 'pressure']);

/** Kinds of disclosure on a page that was written with care, and how many passages of it may look like errors. */
const CAREFUL = { disclosures: 5, errors: 3 };

/** Families whose warnings stand or fall with what the copy promises; a duty of the page or a fact of its markup does not. */
const PROMISES = new Set(['efficacy', 'evidence', 'pressure', 'inducement']);
/** Of warnings on passages that score less, six of ten were misreadings on pages that nobody had read; a line alone has to say it all by itself (docs/accuracy.md). */
const FAINT = { page: -1.25, loneLine: -1, lesson: -0.5 };
/** Whoever offers care says "we" and "you", names a price or raises the voice; lines without any of that teach more often. */
const OFFERS = /[!$£€]|\b(?:up to|we|our|ours|us|my|i|you|your)\b/i;
/** These go by words that honest copy uses as much: the rest of the passage has to say more by so much. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['efficacy/unsubstantiated-claim', 1.25],
  ['inducement/free-or-price-conditions', 1.25],
]);
/** Of errors on passages that score less, one in three was a misreading, of those above one in ten (docs/accuracy.md). Words that leave no doubt and approvals need less around them. */
const SURE = 1;
const SURE_OF_WORDS = -1.5;
const OF_WORDS = new Set(['comparison', 'regulatory-status']);
/** Families whose errors are as often right where little is promised: a gift is a gift and a proof a proof however soberly they are worded, and patients tell more quietly than copywriters. */
const SOBER = new Set(['evidence', 'inducement', 'pressure', 'testimonial']);

/** How often each was right on pages that nobody had read (docs/accuracy.md). */
export const RIGHT = { doubtful: 0.65, faint: 0.4 };

interface Weighed {
  readonly rule: Rule;
  readonly hit: Hit;
}

/**
 * Which of the hits that their rules call errors may be misreadings: those are warnings, since an error breaks a build. Doubtful is what
 * stands in a title without a verb, what the copy tells of others, takes back, sets under a condition or says of a whole class of
 * things, whatever is no plain cure or guarantee on a page that discloses risks, limits, sources and terms and has hardly an error, and what
 * stands on a passage that, taken as a whole, promises little.
 */
export function doubtful<T extends Weighed>(page: Page, errors: readonly T[]): ReadonlySet<T> {
  const judged = errors.filter(({ rule, hit }) => JUDGED.has(rule.family) && isOfMeaning(rule) && 'start' in hit.at);
  if (judged.length === 0) return new Set();
  const passages = new Set(judged.map(({ hit: { at } }) => ('start' in at ? at.block : undefined)));
  const careful = passages.size <= CAREFUL.errors && isCareful(page);
  return new Set(judged.filter(({ rule, hit }) => isDoubtful(page, rule, hit, careful) || (!SOBER.has(rule.family) && !isCured(page, rule, hit) && fallsShort(page, hit, () => sureOf(rule)))));
}

/** Which of the hits that would be warnings stand on a passage that, taken as a whole, promises hardly anything, or merely teaches: those are told as info. */
export function faint<T extends Weighed>(page: Page, warnings: readonly T[]): ReadonlySet<T> {
  let textbook: boolean | undefined;
  const isTaught = ({ id }: Rule): boolean => TAUGHT.test(id) && (textbook ??= isTextbook(page));
  const promisesLittle = (rule: Rule, hit: Hit): boolean => !hit.plain && !(PLAIN.has(rule.id) && isTerse(page, hit)) && isOfMeaning(rule) && fallsShort(page, hit, () => leastOf(page, rule));
  return new Set(warnings.filter(({ rule, hit }) => PROMISES.has(rule.family) && !isGrave(page, rule, hit) && (isTaught(rule) || promisesLittle(rule, hit))));
}

/** What textbooks say of medicine without a source beside every line: its figures and effects. */
const TAUGHT = /^(?:evidence\/(?:uncited-statistic|relative-risk-only|success-rate-incomplete)|efficacy\/(?:net-impression|unsubstantiated-claim))$/;
/** What medicine, prevention and tests are called, what clinics sell beside them, and what must not come first: an effect, a figure, those who had it. */
const MEDICINE = /^care\.(?:medicine|test|prevention|lifestyle)|^drugs\.(?!botulinum|glp|hormone|peptide|sexual|weight|veterinary|antidepressant)/;
const SOLD = /^(?:methods|supplements|own|treatments\.(?:aesthetic|alternative|chiropractic|regenerative|plastic|hormone|infusion|weight|eye|pain|sexual))/;
const SAID_OF_IT = /^(?:effects|proof|superiority|outcome|reader)/;
/** A line alone on medicine at large, in which nobody offers anything, teaches: "Nicotine patches can double the chance of quitting." */
const isTextbook = ({ facts, context, document, sentences }: Page): boolean =>
  facts.fragment && context.profiles.includes('us-provider') && !document.blocks.some(({ text }) => OFFERS.test(text)) && sentences.every(({ terms }) => {
    const startsOf = (lists: RegExp): number => Math.min(...terms.filter((term) => lists.test(`${term.list}.${term.class}`)).map(({ start }) => start));
    const subject = startsOf(MEDICINE);
    return subject < Infinity && subject <= startsOf(SAID_OF_IT) && !terms.some((term) => !/^(?:vaccin|immuni)/i.test(term.entry) && SOLD.test(`${term.list}.${term.class}`));
  });

/** Of so few words, those that were found are all there is to weigh: "We can fix it." */
const TERSE = 8;
const isTerse = (page: Page, { at }: Hit): boolean => {
  if (!('start' in at)) return false;
  const passage = passageAt(page, at);
  return passage !== undefined && passage.block.text.slice(passage.start, passage.end).split(/\s+/).length <= TERSE;
};

/** What adds up to a promise without a phrase that says so has to add up to more where an author takes care. */
const SUM = 'efficacy/net-impression';
const LEAST_SUM_OF_CAREFUL = 1.2;
const leastOf = (page: Page, { id }: Rule): number => (id === SUM && isCareful(page) ? LEAST_SUM_OF_CAREFUL : faintOf(page) + (VAGUE.get(id) ?? 0));
const isCareful = (page: Page): boolean => disclosuresOf(page).size >= CAREFUL.disclosures;

function faintOf(page: Page): number {
  const { facts, context, document } = page;
  // What a line says of a supplement is a claim however soberly it says it.
  if (!facts.snippet || context.profiles.includes('us-supplement')) return FAINT.page;
  return context.profiles.includes('us-provider') && !document.blocks.some(({ text }) => OFFERS.test(text)) ? FAINT.lesson : FAINT.loneLine;
}

/** Whether the passage around adds up to less; what has no place, or where it cannot be told, never does. What passages add up to was fitted to copy under the law of the United States alone. */
function fallsShort(page: Page, { at }: Hit, least: () => number): boolean {
  if (!('start' in at) || !page.context.profiles.some((profile) => profile.startsWith('us-'))) return false;
  const passage = passageAt(page, at);
  return passage !== undefined && !passage.reaches(least());
}

const passageAt = (page: Page, at: { readonly block: Block; readonly start: number }): Impression | undefined => page.impressions.find(({ block, end }) => block === at.block && at.start < end);

/** "Our laser cures acne." is no less of a claim for standing among opening hours. */
const isCured = (page: Page, rule: Rule, hit: Hit): boolean => hasClaim(page, rule, hit, (claim) => claim.level === 'cure' && isFlat(claim));

/** Nor is "Mushrooms fight cancer", which regulators forgive nobody. */
const isGrave = (page: Page, rule: Rule, hit: Hit): boolean => hasClaim(page, rule, hit, (claim) => claim.object?.serious === true && REMEDIES.has(claim.agent) && claim.kind === 'verb' && isFlat(claim));
const REMEDIES: ReadonlySet<Claim['agent']> = new Set(['own', 'brand', 'product', 'ingredient', 'modality']);

function hasClaim(page: Page, { family }: Rule, { at }: Hit, is: (claim: Claim) => boolean): boolean {
  if (family !== 'efficacy' || !('start' in at)) return false;
  return page.sentencesOf(at.block).some((sentence) => sentence.start < at.end && sentence.end > at.start && page.claimsOf(sentence).some((claim) => claim.start < at.end && claim.end > at.start && is(claim)));
}

const sureOf = ({ id, family }: Rule): number => (OF_WORDS.has(family) || PLAIN.has(id) ? SURE_OF_WORDS : SURE);

const isOfMeaning = ({ id }: Rule): boolean => !id.includes(':') && !id.includes('/register-');

function isDoubtful(page: Page, rule: Rule, { at }: Hit, careful: boolean): boolean {
  if (!('start' in at)) return false;
  const { block, start, end } = at;
  const sentence = page.sentencesOf(block).find((one) => one.start <= start && start < one.end);
  if (!sentence) return careful;
  const told = around(sentence, start, end);
  const claim = page.claimsOf(sentence).find((one) => one.start < end && one.end > start);
  const flat = PLAIN.has(rule.id) || (rule.family === 'efficacy' && claim !== undefined && isFlat(claim));
  if (!flat && (careful || (isTitle(block) && isTopic(rule, told, claim)))) return true;
  if (SPEAKER.test(told.found)) return false;
  if (TOLD.test(whole(told)) && !OWN.test(whole(told)) || (CONDITIONAL.test(whole(told)) && !OWN.test(whole(told))) || isTakenBack(rule, told)) return true;
  return !flat && rule.family === 'efficacy' && claim !== undefined && isGeneral(claim);
}

/** The words found, and those of their sentence around them. */
interface Told {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Of a sentence without end, as much as tells how its words are meant. */
const AROUND = 400;

const around = (sentence: Sentence, start: number, end: number): Told => ({
  before: sentence.block.text.slice(Math.max(sentence.start, start - AROUND), start),
  found: sentence.block.text.slice(start, Math.min(end, start + AROUND)),
  after: sentence.block.text.slice(end, Math.min(sentence.end, end + AROUND)),
});
const whole = ({ before, found, after }: Told): string => `${before}${found}${after}`;

/** Their words leave no doubt. */
const PLAIN = new Set(['efficacy/discourage-treatment', 'efficacy/guaranteed-outcome', 'efficacy/safe-unqualified', 'inducement/sud-lab-offer', 'pressure/false-urgency']);

/** The advertiser says of what it sells that it cures, or that it treats a grave disease; of its own product, any disease. */
const isFlat = ({ level, object, agent, hedge }: Claim): boolean =>
  hedge !== 'strong' && level !== 'describe' &&
  (((level === 'cure' || object?.serious === true) && SELLERS.has(agent)) || ((agent === 'own' || agent === 'brand') && object?.class === 'disease'));
const SELLERS: ReadonlySet<Claim['agent']> = new Set(['own', 'brand', 'none', 'pronoun', 'product', 'ingredient', 'modality']);

const isTitle = ({ kind, name = '' }: Block): boolean => kind === 'heading' || kind === 'meta' || (kind === 'data' && /(?:^|\.)(?:title|headline|name)$/i.test(name));

/** "Tirzepatide: a full guide", "Relief for sore knees" name what follows; "Loses 27 lbs in five weeks" says it. */
const isTopic = ({ family }: Rule, told: Told, claim: Claim | undefined): boolean =>
  GUIDE.test(whole(told)) || (NAMED.has(family) && (claim === undefined || claim.fragment || claim.kind !== 'verb') && !/\d+ ?(?:%|percent|lbs?|pounds|kilos|kg|inches|days?|weeks?|minutes?|hours?|years?)/i.test(whole(told)));
const NAMED = new Set(['efficacy', 'evidence', 'required-disclosure', 'testimonial', 'inducement']);
const GUIDE = /\b(?:guide|facts|what (?:you|to)|how (?:to|does|do|is|are|can)|why|vs\.?|versus|benefits|side effects|explained|tips|review|cost|\d+ (?:best|top|benefits|ways|reasons|remedies|foods|signs))\b/i;

const isGeneral = ({ agent, kind, level }: Claim): boolean => level !== 'cure' && (TEACHERS.has(agent) || (agent === 'none' && kind === 'drug-class'));
const TEACHERS: ReadonlySet<Claim['agent']> = new Set(['care', 'reader', 'disease', 'body', 'lifestyle', 'person', 'other']);

/** Hearsay: what others say, sell, hope or believe. */
const TOLD =
  /\b(?:claim(?:s|ed|ing)?(?: (?:to|that|of|it|they))|marketed (?:as|for|to)|advertis(?:ed|es|ing)|touted|touting|supposed(?:ly)?|alleged(?:ly)?|so[- ]called|believed to|said to|thought to|rumou?red|hype|(?:these|some|many|most|other) (?:products|pills|supplements|companies|brands|people|sellers|ads|teas|creams) (?:claim|promise|say|believe|think|try|turn|swear)|(?:popular|growing) (?:with|among|as|option|option for|way)|exaggerat\w+|skeptic\w*|fanciful|you(?:'ve| have) (?:probably |likely )?(?:heard|seen|read))\b/i;
/** In the words found themselves: "we guarantee that you will walk". */
const SPEAKER = /\b(?:we|our)\b/i;
const OWN = /\b(?:we|our|us)\b/i;

/** Another half of the sentence takes something back, or a denial goes before. */
const CONTRAST = /\b(?:but|however|although|though|whereas|unlike|isn['’]t|hasn['’]t|haven['’]t|not enough|no (?:evidence|proof|product))\b/i;
const DENIAL = /\b(?:not|never|cannot|no|isn['’]t|aren['’]t|doesn['’]t|don['’]t|won['’]t|can['’]t|neither|nor)\b/i;
const TAKEN_BACK = new Set(['efficacy', 'evidence', 'regulatory-status']);
/** Their offence is itself a denial. */
const DENIALS = new Set(['efficacy/safe-unqualified', 'efficacy/discourage-treatment', 'efficacy/absolute-success', 'efficacy/weight-loss-gut-check']);
function isTakenBack({ family, id }: Rule, { before, after }: Told): boolean {
  if (!TAKEN_BACK.has(family) || DENIALS.has(id)) return false;
  return DENIAL.test(before) || CONTRAST.test(`${before} ${after}`);
}

/** "If you live with pain", "To prevent piles, drink enough". */
const CONDITIONAL = /^\s*(?:if|whether|unless|to \w+ [^,]{3,80}, (?:it|you|eat|drink|avoid|talk|see|ask|keep|try|start|make))\b/i;
