import { defineDetector, sift } from 'promolint/rule';
import type { Frame, Page, Span } from 'promolint/rule';

// From memory; the sister statute for veterinarians was read and agrees but for "the patient and".
const STATEMENT =
  'the patient and any other person responsible for payment has a right to refuse to pay cancel payment or be reimbursed for payment for any other service examination or treatment that is performed as a result of and within 72 hours of responding to the advertisement for the free discounted fee or reduced fee service examination or treatment';

const SERVICE =
  '(?:consult\\w{0,8}|exam(?:ination)?s?|x-?rays?|cleanings?|visits?|treatments?|screenings?|adjustments?|evaluations?|procedures?|injections?|fillers?|botox|scans?|check-?ups?|assessments?|whitening|massages?|facials?|hearing tests?)';
const REDUCED =
  '(?:free|complimentary|no[- ]cost|no[- ]charge|discount(?:ed|s)?|\\d{1,2} ?% off|reduced[- ](?:fee|price|cost)|half[- ](?:price|off)|\\$\\d{1,5} off|special (?:price|offer)|on us\\b|on the house|for nothing|costs? (?:you )?nothing|at no (?:cost|charge)|won.t cost you|our treat|waived?|(?:just|only|now) \\$\\d[\\d,.]{0,8}[^.!?]{0,20}?(?:regular(?:ly)?|normal(?:ly)?|usual(?:ly)?|was|reg\\.|value|worth)|(?:regular(?:ly)?|normal(?:ly)?|usual(?:ly)?|was|reg\\.|worth) \\$\\d[\\d,.]{0,8}[^.!?]{0,20}?(?:now|just|only|today|free))';
const OFFER = new RegExp(
  `\\b${REDUCED}(?![\\w-])[^.!?]{0,60}?\\b${SERVICE}\\b|\\b${SERVICE}\\b[^.!?]{0,60}?\\b${REDUCED}(?![\\w-])`,
  'i',
);
const NOT_A_SERVICE = sift(/\bfree (?:of|from|to|parking|wi-?fi|seminars?|class(?:es)?|newsletters?|e-?books?|guides?|shipping)\b/i);

/** Says by itself that the practice is in Florida, where nobody has set the overlay. */
const FLORIDA =
  sift(/\bFlorida\b|, FL\b|\b(?:Miami|Orlando|Tampa|Jacksonville|Fort Lauderdale|Tallahassee|Hialeah|Sarasota|Boca Raton|Pensacola|Clearwater|Fort Myers|Palm Beach)\b/);

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'legal', 'reference', 'example', 'nav'];

export default defineDetector((page, report) => {
  const { blocks } = page.document;
  if (!page.context.profiles.includes('us-fl') && !blocks.some(({ text }) => FLORIDA.test(text))) return;
  const offer = firstOffer(page);
  if (!offer) return;
  const statement = blocks.find((block) => !block.hidden && block.kind !== 'comment' && likeness(block.text) >= 0.9);
  if (!statement) report({ at: offer });
  else if (!isCapital(statement.text))
    report({ at: { block: statement, start: 0, end: statement.text.length }, message: 'capitals' });
});

function firstOffer(page: Page): (Span & { readonly block: Page['document']['blocks'][number] }) | undefined {
  for (const sentence of page.sentences) {
    const { block, text, start } = sentence;
    if (block.hidden || block.kind === 'data') continue;
    const found = OFFER.exec(text);
    if (!found || NOT_A_SERVICE.test(found[0])) continue;
    const place = { block, start: start + found.index, end: start + found.index + found[0].length };
    const frames = page.framesAt(sentence, place);
    if (!CLEARED.some((frame) => frames.has(frame))) return place;
  }
  return undefined;
}

const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]} ${word}`);
const WANTED = pairs(STATEMENT.split(' '));

/** The share, 0 to 1, of the statement's pairs of neighbouring words that stand in the text. */
function likeness(text: string): number {
  if (text.length < 200) return 0;
  const there = new Set(pairs(text.toLowerCase().match(/[a-z0-9]+/g) ?? []));
  return WANTED.filter((pair) => there.has(pair)).length / WANTED.length;
}

/** Nearly all of its letters; a sentence around it may be in lower case. */
function isCapital(text: string): boolean {
  const at = text.search(/the patient and/i);
  const letters = text.slice(Math.max(0, at), Math.max(0, at) + STATEMENT.length).match(/[a-z]/gi) ?? [];
  return letters.filter((letter) => letter < 'a').length >= 0.95 * letters.length;
}
