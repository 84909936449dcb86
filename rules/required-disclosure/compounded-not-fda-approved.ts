import { defineDetector } from 'promolint/rule';
import type { Block, Frame, Page, Sentence } from 'promolint/rule';

/** Names that say by themselves that no approved product is meant. */
const UNAPPROVED =
  /\b(?:compounded (?:[a-z-]{3,20} ){0,2}[a-z-]{3,20}|503[ab] pharmac(?:y|ies)|custom[- ]made medications?|personali[sz]ed (?:glp-?1|semaglutide|tirzepatide)|bio-?identical (?:hormones?|[a-z]{3,12} therapy)|(?:hormone|testosterone) pellets?|pellet therapy|bpc-?157|sermorelin|exosomes?)\b/i;
/** Nearly always unapproved, and now and then something else: a trial, a cream, a way of dosing. */
const LIKELY =
  /\b(?:nad\+|stem cell (?:therapy|injections?|treatments?)|peptide (?:therapy|injections?)|personali[sz]ed (?:medications?|dos(?:e|es|ing)))/i;
/** Forms that no approved product of the drug has. */
const MADE_UP =
  /\b(?:sildenafil|tadalafil|vardenafil|semaglutide|tirzepatide|ketamine|ivermectin|naltrexone|finasteride|oxytocin|estriol|metformin|rapamycin)\b[^.?!]{0,40}\b(?:gumm(?:y|ies)|troches?|lozenges?|chews?|mints?|sublinguals?|blends?|in one|custom|made to order|made for you|micro-?dos\w+|drops|fast-melts?|quick-melts?|rapid-dissolve|mini|cream|(?:with|plus|\+|&) (?:added )?(?:b-?12|glycine|niacinamide|levocarnitine))\b|\b(?:custom|made-to-order|fast-melt|quick-melt|microdosed?|gummy|chewable|sublingual)\s(?:[a-z-]{2,12}\s){0,2}(?:sildenafil|tadalafil|semaglutide|tirzepatide|ketamine|naltrexone|finasteride)\b/i;
/** Not offered any more, or never. */
const REFUSED = /\b(?:stopped|no longer|do not|don't|does not|never|won't|will not) (?:[a-z]{2,12} ){0,4}(?:compound\w*|offer\w*|sell\w*|ship\w*|prescrib\w+|taking|take|dispens\w+|fill\w*|carry|stock)\b/i;
/** Medicines that are both approved and compounded: unapproved only when a pharmacy makes them. */
const PHARMACY =
  /\b(?:our|partner(?:ed)?|licensed|u\.?s\.?|state-licensed|503[ab]|compounding) (?:[a-z-]{2,15} ){0,2}pharmac(?:y|ies)\b|\bcompound(?:ed|ing)\b|\bvials?\b/i;
const OFTEN_COMPOUNDED = /\b(?:semaglutide|tirzepatide|liraglutide)\b/i;

const STATUS =
  /\b(?:(?:not|n't|never|neither)(?: been| yet| currently| themselves)?(?: reviewed or| evaluated or)? (?:fda[- ]approved|approved by (?:the )?(?:u\.?s\.? )?(?:fda|food and drug administration)|fda[- ](?:reviewed|evaluated))|fda (?:has not|hasn't|does not|doesn't|did not|have not) (?:[a-z]{2,12} ){0,2}(?:approve|review|evaluate|verif)|unapproved|without fda approval|lacks? fda approval)/i;

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

export default defineDetector((page, report) => {
  if (!page.facts.sells || page.facts.genre === 'legal') return;
  const offered = page.sentences.flatMap((sentence) => mention(page, sentence) ?? []);
  if (offered.length === 0) return;
  const stated = page.document.blocks.filter((block) => block.kind !== 'comment' && STATUS.test(block.text));
  const open = stated.filter((block) => !block.hidden && !block.tucked && block.kind !== 'footnote');

  const uncovered = offered.find(({ block }) => !open.some((statement) => isNear(page, block, statement)));
  if (!uncovered) return;
  // Said on the page, but where a reader of the offer need not meet it.
  const far = stated.length > 0;
  const plainly = open.some(({ region, origin }) => origin === 'body' && region !== 'footer');
  report({ at: uncovered, message: far ? 'far' : 'default', severity: plainly ? 'info' : far || uncovered.likely ? 'warning' : 'error' });
});

interface Mention {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly likely: boolean;
}

function mention(page: Page, sentence: Sentence): Mention | undefined {
  const { block, text, start } = sentence;
  if (block.hidden || block.kind === 'data' || block.kind === 'meta') return undefined;
  const sure = UNAPPROVED.exec(text) ?? MADE_UP.exec(text) ?? (PHARMACY.test(text) ? OFTEN_COMPOUNDED.exec(text) : null);
  const found = sure ?? LIKELY.exec(text);
  if (!found || REFUSED.test(text)) return undefined;
  const place = { likely: !sure, block, start: start + found.index, end: start + found.index + found[0].length };
  const frames = page.framesAt(sentence, place);
  return CLEARED.some((frame) => frames.has(frame)) ? undefined : place;
}

const isNear = (page: Page, block: Block, statement: Block): boolean =>
  block === statement ||
  page.before(block) === statement ||
  page.after(block) === statement ||
  page.sectionOf(block).index === page.sectionOf(statement).index;
