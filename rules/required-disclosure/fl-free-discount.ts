import { defineDetector, sift } from 'promolint/rule';
import type { Block, Frame, Page, Span } from 'promolint/rule';

// From memory; the sister statute for veterinarians was read and agrees but for "the patient and".
const STATEMENT =
  'the patient and any other person responsible for payment has a right to refuse to pay cancel payment or be reimbursed for payment for any other service examination or treatment that is performed as a result of and within 72 hours of responding to the advertisement for the free discounted fee or reduced fee service examination or treatment';

const SERVICE =
  '(?:consult\\w{0,8}|exam(?:ination)?s?|x-?rays?|cleanings?|visits?|treatments?|screenings?|adjustments?|evaluations?|procedures?|injections?|fillers?|botox|scans?|check-?ups?|assessments?|whitening|massages?|facials?|hearing tests?|physicals?|second opinions?|appointments?|sessions?|implants?|crowns?|veneers?|dentures?|braces|aligners|root canals?|fluoride|peels?|microneedling|micro-needling|laser|lasik|lipo(?:suction)?|vaccin\\w{2,8}|(?:flu|vitamin|b12) shots?|drips?|infusions?|mris?|ultrasounds?|mammograms?|blood ?work|lab ?work|lab tests?|(?:blood|skin|eye|allergy|sleep|vision) (?:tests?|checks?)|therapy|counsell?ing|acupuncture|hydrafacials?|dysport|xeomin|tummy tucks?|augmentations?|fittings?)';
const REDUCED =
  '(?:free|complimentary|no[- ]cost|no[- ]charge|discount(?:ed|s)?|\\d{1,2} ?% off|reduced[- ](?:fee|price|cost)|half[- ](?:price|off)|\\d{1,2} percent off|dollars? off|reduced to \\$?\\d|marked down|knocked off|buy one,? get one|two for one|2[- ]for[- ]1|bogo|slashed|special (?:price|offer)|on us\\b|on the house|for nothing|costs? (?:you )?nothing|at no (?:cost|charge)|won.t cost you|our treat|waived?|(?:just|only|now) \\$\\d[\\d,.]{0,8}[^.!?]{0,20}?(?:regular(?:ly)?|normal(?:ly)?|usual(?:ly)?|was|reg\\.|value|worth)|(?:regular(?:ly)?|normal(?:ly)?|usual(?:ly)?|was|reg\\.|worth) \\$\\d[\\d,.]{0,8}[^.!?]{0,20}?(?:now|just|only|today|free))';
// A sum stands after a space, where there is no bound of words.
const OPEN = `(?:\\b${REDUCED}|\\$\\d{1,5}(?:\\.\\d\\d)? off)(?![\\w-])`;
const OFFER = new RegExp(
  `${OPEN}[^.!?]{0,60}?\\b${SERVICE}\\b|\\b${SERVICE}\\b[^.!?]{0,60}?${OPEN}`,
  'i',
);
const NOT_A_SERVICE = sift(/\bfree (?:of|from|to|parking|wi-?fi|seminars?|class(?:es)?|newsletters?|e-?books?|guides?|shipping)\b/i);

/** Says by itself that the practice is in Florida, where nobody has set the overlay. */
const FLORIDA =
  sift(/\bFlorida\b|, FL\b|\b(?:Miami|Orlando|Tampa|Jacksonville|Fort Lauderdale|Tallahassee|Hialeah|Sarasota|Boca Raton|Pensacola|Clearwater|Fort Myers|Palm Beach|Fort Pierce|St\.? Petersburg|Gainesville|Ocala|Lakeland|Daytona Beach|Coral Gables|Kissimmee|Port St\.? Lucie|Cape Coral|Key West|Delray Beach|Boynton Beach|Pompano Beach|Bradenton)\b/);

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

function firstOffer(page: Page): (Span & { readonly block: Block }) | undefined {
  for (const sentence of page.sentences) {
    const { block, text, start } = sentence;
    if (block.hidden || block.kind === 'data') continue;
    const found = OFFER.exec(text);
    if (!found || NOT_A_SERVICE.test(found[0])) continue;
    const place = { block, start: start + found.index, end: start + found.index + found[0].length };
    const frames = page.framesAt(sentence, place);
    if (!CLEARED.some((frame) => frames.has(frame))) return place;
  }
  return couponIn(page);
}

/** A coupon sets the reduction in large type, and in the line below it what is reduced. */
const CUT = new RegExp(`^\\W{0,3}(?:(?:get|enjoy|take|save|new patients?:?) )?${OPEN}[^\\w]*$`, 'i');
const NAMED = new RegExp(`^[^.!?]{0,30}\\b${SERVICE}\\b`, 'i');

function couponIn({ document: { blocks } }: Page): (Span & { readonly block: Block }) | undefined {
  const lines = blocks.filter(({ hidden, kind, region }) => !hidden && kind !== 'data' && kind !== 'comment' && region !== 'nav');
  const at = lines.findIndex(({ text }, index) => CUT.test(text) && NAMED.test(lines[index + 1]?.text ?? '') && !NOT_A_SERVICE.test(`${text} ${lines[index + 1]!.text}`));
  return at < 0 ? undefined : { block: lines[at]!, start: 0, end: lines[at]!.text.length };
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
