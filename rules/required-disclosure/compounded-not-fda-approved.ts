import { defineDetector, sift } from 'promolint/rule';
import type { Block, Claim, Frame, Page, Sentence } from 'promolint/rule';

/** Names that say by themselves that no approved product is meant. */
const UNAPPROVED =
  sift(/\b(?:compounded (?:[a-z-]{3,20} ){0,2}[a-z-]{3,20}|503[ab] pharmac(?:y|ies)|custom[- ]made medications?|personali[sz]ed (?:glp-?1|semaglutide|tirzepatide)|bio-?identical (?:hormones?|[a-z]{3,12} therapy)|(?:hormone|testosterone) pellets?|pellet therapy|bpc-?157|sermorelin|exosomes?|(?:pellets?|creams?|capsules?|troches?|drops|gels?|shots?|injections?|formulas?|doses?|medicines?|medications?|hormones?)[^.?!]{0,20}\b(?:mixed|blended|formulated|brewed|built|made|tuned|tailored|matched) (?:just )?(?:to|for|from|around) (?:your|her|his) (?:own )?(?:numbers|labs?|levels|blood ?work|hormones?|panel|chemistry))\b/i);
/** Nearly always unapproved, and now and then something else: a trial, a cream, a way of dosing. */
const LIKELY =
  sift(/\b(?:nad\+|stem cell (?:therapy|injections?|treatments?)|peptide (?:therapy|injections?)|personali[sz]ed (?:medications?|dos(?:e|es|ing)))/i);
/** Forms that no approved product of the drug has. */
const MADE_UP =
  sift(/\b(?:sildenafil|tadalafil|vardenafil|semaglutide|tirzepatide|ketamine|ivermectin|naltrexone|finasteride|oxytocin|estriol|metformin|rapamycin)\b[^.?!]{0,40}\b(?:gumm(?:y|ies)|troches?|lozenges?|chews?|mints?|sublinguals?|blends?|in one|custom|made to order|made for you|micro-?dos\w+|drops|fast-melts?|quick-melts?|rapid-dissolve|mini|cream|(?:with|plus|\+|&) (?:added )?(?:b-?12|glycine|niacinamide|levocarnitine))\b|\b(?:custom|made-to-order|fast-melt|quick-melt|microdosed?|gummy|chewable|sublingual)\s(?:[a-z-]{2,12}\s){0,2}(?:sildenafil|tadalafil|semaglutide|tirzepatide|ketamine|naltrexone|finasteride)\b/i);
/** A house form of medicines that the page names: "our own chewable", beside sildenafil. */
const OF_THE_HOUSE = sift(/\b(?:our (?:own|house|signature)|house|signature|in-house|own-label) (?:[a-z-]{2,12} )?(?:chewables?|melts?|mints?|troches?|gumm(?:y|ies)|blends?|lozenges?|creams?|sprays?|drops|formulas?|vials?|pens?|capsules?|cocktails?)\b/i);
const BOTH = sift(/\b(?:sildenafil|tadalafil|vardenafil|semaglutide|tirzepatide|finasteride|minoxidil|dutasteride|naltrexone|bupropion|estradiol|progesterone|testosterone|oxytocin|apomorphine|dapoxetine)\b (?:and|plus|\+|&|with) (?:[a-z-]{2,12} )?(?:sildenafil|tadalafil|vardenafil|finasteride|minoxidil|dutasteride|naltrexone|bupropion|estradiol|progesterone|testosterone|oxytocin|apomorphine|dapoxetine|b-?12|biotin|tretinoin)\b[^.?!]{0,24}\b(?:in one|in a single|in the same|together|rolled into|packed into|into one)\b/i);
const COMPOUNDABLE = /\b(?:sildenafil|tadalafil|vardenafil|semaglutide|tirzepatide|ketamine|naltrexone|finasteride|oxytocin|estriol|estradiol|testosterone)\b/i;
/** Not offered any more, or never. */
const REFUSED = sift(/\b(?:stopped|no longer|do not|don't|does not|never|won't|will not) (?:[a-z]{2,12} ){0,4}(?:compound\w*|offer\w*|sell\w*|ship\w*|prescrib\w+|taking|take|dispens\w+|fill\w*|carry|stock)\b/i);
/** What a regulator thinks of it is no offer. */
const WARNED = sift(/\bfda (?:has |have )?(?:raised|warns?|warned|decided|considers?|approved no|questions?|says?|said)\b|\b(?:very |be |extremely )?(?:cautious|skeptical|sceptical)\b|\b(?:in|from) one (?:small |recent )?study\b/i);
/** Medicines that are both approved and compounded: unapproved only when a pharmacy makes them. */
const PHARMACY =
  sift(/\b(?:our|partner(?:ed)?|licensed|u\.?s\.?|state-licensed|503[ab]|compounding) (?:[a-z-]{2,15} ){0,2}pharmac(?:y|ies)\b|\bcompound(?:ed|ing)\b|\bvials?\b/i);
const OFTEN_COMPOUNDED = /\b(?:semaglutide|tirzepatide|liraglutide)\b/i;

const STATUS =
  sift(/(?:(?:\bnot|n['\u2019]t|\bnever|\bneither|\bnor)(?: been| yet| currently| themselves)?(?: reviewed or| evaluated or| tested nor| tested or)? (?:fda[- ]approved|approved (?:it|them|by (?:the )?(?:u\.?s\.? )?(?:fda|food and drug administration))|fda[- ](?:reviewed|evaluated))|\bfda (?:has approved no|has not|hasn't|does not|doesn't|did not|have not|has never|has neither) (?:[a-z]{2,12} ){0,3}(?:approv|review|evaluat|verif|test|look|assess|use)|\bunapproved|\bwithout fda approval|\blacks? fda approval|\b(?:no|isn['\u2019]t|is not) fda approval|(?:\bnot|n['\u2019]t|\bnever) (?:been |gone )(?:through )?(?:the )?(?:same )?(?:rigorous )?(?:fda|testing|tested in clinical))/i);

const CLEARED: readonly Frame[] = [
  'negated',
  'asked',
  'myth',
  'warning',
  'legal',
  'reference',
  'example',
  'definition',
  'instruction',
  'nav',
];

/** A page or section by whose title the reader is told about the thing. */
const EXPLAINS =
  sift(/^\W*(?:what|how|why|is|are|can|does|do|should|understanding|understand|learn)\b|\?\W*$|\b(?:side effects?|guide|explained|vs\.?|versus|facts|truth|what to know|need to know|pros and cons|(?:benefits|uses)(?:, | and )risks?|for (?:clinicians|professionals|providers)|overview|history|news|comparison|compared)\b/i);
/** How it is made, and who writes for it. */
const ASIDE = sift(/\b(?:is|are) (?:made|mixed|prepared)\b[^.]{0,60}\b(?:pharmacy|pharmacist|prescription|batches)\b/i);
/** In the voice of somebody who has it to give. */
const OFFERING = sift(/[$£€]\s?\d|\b(?:we|we've|we're|our|ours|us|(?:in )?my practice|i (?:\w+ ){0,2}(?:use|prescribe|offer|recommend)|book|order (?:now|today|online|yours?|your)|get started|start (?:now|today|your)|ask (?:about|us)|available|now offering)\b/i);
const PRICED = sift(/[$£€]\s?\d|\b(?:book|order|buy|get started|start) (?:now|today|online|your)\b/i);
const SELLING: ReadonlySet<Claim['agent']> = new Set(['own', 'brand', 'none', 'pronoun', 'product', 'ingredient', 'modality']);

export default defineDetector((page, report) => {
  if (!page.facts.sells || page.facts.genre === 'legal') return;
  const offered = page.sentences.flatMap((sentence) => mention(page, sentence) ?? []);
  if (offered.length === 0) return;
  const stated = page.document.blocks.filter((block) => block.kind !== 'comment' && STATUS.test(block.text));
  const open = stated.filter((block) => !block.hidden && !block.tucked && block.kind !== 'footnote');

  const [uncovered] = offered.filter(({ block }) => !open.some((statement) => isNear(page, block, statement))).sort((a, b) => b.weight - a.weight);
  if (!uncovered) return;
  // Said on the page, but where a reader of the offer need not meet it.
  const far = stated.length > 0;
  const plainly = open.some(({ region, origin }) => origin === 'body' && region !== 'footer');
  report({ at: uncovered, message: far ? 'far' : 'default', severity: plainly ? 'info' : far || uncovered.likely || !page.facts.advertises ? 'warning' : 'error' });
});

interface Mention {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly likely: boolean;
  /** How plainly it is put forward: 3 by what it does, 2 as an offer, 1 in a sentence, 0 in a heading. */
  readonly weight: number;
}

function mention(page: Page, sentence: Sentence): Mention | undefined {
  const { block, text, start } = sentence;
  if (block.hidden || block.kind === 'data' || block.kind === 'meta') return undefined;
  const sure = UNAPPROVED.exec(text) ?? MADE_UP.exec(text) ?? BOTH.exec(text) ?? (OF_THE_HOUSE.test(text) && page.document.blocks.some((one) => !one.hidden && COMPOUNDABLE.test(one.text)) ? OF_THE_HOUSE.exec(text) : null) ?? (PHARMACY.test(text) ? OFTEN_COMPOUNDED.exec(text) : null);
  const found = sure ?? LIKELY.exec(text);
  if (!found || REFUSED.test(text) || WARNED.test(text)) return undefined;
  const claimed = page.claimsOf(sentence).some(({ agent, level, frames }) => level !== 'describe' && (SELLING.has(agent) || ((agent === 'other' || agent === 'reader') && sure !== null)) && !CLEARED.some((frame) => frames.has(frame)));
  const offered = claimed || OFFERING.test(text);
  // Named on a page that offers something, or put forward where it stands; an article that explains it owes nothing.
  if (!offered && (!page.facts.advertises || (block.kind === 'heading' && EXPLAINS.test(text)))) return undefined;
  if (ASIDE.test(text)) return undefined;
  // Of what is nearly always unapproved, a name alone is no offer.
  if (!sure && !claimed && (!offered || (block.kind === 'heading' && !PRICED.test(text)))) return undefined;
  const weight = claimed ? 3 : block.kind === 'heading' ? 0 : offered ? 2 : 1;
  const place = { weight, likely: !sure, block, start: start + found.index, end: start + found.index + found[0].length };
  const frames = page.framesAt(sentence, place);
  return CLEARED.some((frame) => frames.has(frame)) ? undefined : place;
}

const isNear = (page: Page, block: Block, statement: Block): boolean =>
  block === statement ||
  page.before(block) === statement ||
  page.after(block) === statement ||
  page.sectionOf(block).index === page.sectionOf(statement).index;
