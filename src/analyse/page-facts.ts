import type { Context, Document, PageFacts, Product } from '../rule.ts';
import { isInternal } from './genre.ts';
import { bearsMakersMarks } from './makers-marks.ts';

const STOPWORDS = new Set('the a an and or of to in is are for with on at by from that this it as be was you your we our not can will have has if'.split(' '));

/** Small words of the languages that stand beside English on health pages: Spanish, French, German, Portuguese, Italian, Dutch, Indonesian. */
const FOREIGN = new Set('el los las del para con una por que su sus más esta como le les des est dans pour avec une sur qui nous vous votre der die das und ist nicht mit für von ein eine sie ihre auf den dem uma não seu sua os dos das em il di che per della sono nel het een van voor niet zijn naar yang dan untuk dengan dari ini itu'.split(' '));

/** Words of money, tax and contracts. A page full of them is about a practice's books, not about anybody's health. */
const BUSINESS =
  /\b(?:tax(?:es|able|ation|payers?)?|pensions?|hmrc|irs|vat|mortgages?|dividends?|shareholders?|invoices?|payroll|accountants?|accounting|bookkeeping|allowances?|capital gains|stamp duty|inheritance|interest rates?|annuit(?:y|ies)|profits?|goodwill|incorporat\w+|limited company|self-assessment|national insurance|partnership agreement|valuations?|balance sheet|cash ?flow|working capital|overdraft|lenders?|superannuat\w+|sole trader|expenses|deductions?|turnover|depreciation|audits?|fiscal|equity|investors?|shares|venture|seed round|income|earnings|revenues?|salar(?:y|ies)|remuneration|pensionable|accrued|reconcil\w+|clawbacks?|contractual|acquirers?|purchasers?|vendors?|covenants?|notice periods?|due diligence|loans?|liabilit(?:y|ies)|self-employed|funding|drawings|overheads|buy-ins?|landlords?|leases?|solicitors?|lump sums?|clauses?|instal?lments)\b/g;
/** Words of software and data. A page full of many of them is about the systems of health care, not about anybody's health. */
const SYSTEMS =
  /\b(?:apis?|fhir|hl7|ehrs?|emrs?|interoperab\w+|integrations?|sandbox(?:es)?|datasets?|data (?:sets?|files?|fields?|elements?|models?|quality|types?|exchange|sharing|submissions?|senders?|receivers?|formats?|standards?)|csv|json|xml|schemas?|metadata|endpoints?|credentials?|tokens?|developers?|open[- ]source|github|release notes|modules?|servers?|databases?|codebase|installer|software|upgrades?|uploads?|downloads?|admin(?:istrator)?s?|users?|logins?|log in|platforms?|portals?|reporting|aws|cloud|linux|docker|deployments?|encryption|hosting|pilot(?:ed|s)?|public health departments?|jurisdictions?|claims data|enrollees|beneficiar(?:y|ies)|workflows?|community forum|bugs?|features?|version)\b/g;
const SELLING =
  /\b(?:add to cart|buy now|order now|order today|shop now|in stock|free shipping|money[- ]back|book (?:now|online|your|an?)|schedule (?:your|an?|now|online)|call (?:us|now|today)|contact us|request an? (?:appointment|consultation|quote)|get started|our (?:clinic|practice|office|team|doctors?|dentists?|products?|formula|patients|services|treatments?|customers|clients|experts?|specialists?|practitioners?|physicians?|surgeons?|therapists?|providers|fertility \w+|embryologists?|graduates|alumni|lozenges?|sessions?|protocols?|method|procedures?)|(?:consult|see|visit|contact|meet|choose|like|with|by) dr\b|dr\.? \w{2,20}(?: \w{2,20})?,? (?:an? |the )?(?:leading|renowned|top|expert|experienced|offers|provides|performs|speciali[sz]es|and (?:his|her) (?:team|staff))|we (?:(?:will|can) (?:run|create|design|assess|treat|help|customi[sz]e|tailor)|customi[sz]e|perform|would love)|each session|your (?:first |next )?(?:session|visit|treatment)|we (?:offer|provide|specialize|treat|help|use|make|believe|are proud)|new patients|free consultation|sign up|subscribe|checkout|discount|coupon|special offer|price|per bottle|visit us|at our|try it|your smile|appointment)\b|[$£€]\s?\d/g;

/** A price, a call to act, or the advertiser's own offer: what a cutting of an article does not hold. */
const ADVERTISING = new RegExp(
  [
    String.raw`[$\u00a3\u20ac]\s?\d`,
    String.raw`\b(?:add to (?:cart|bag|basket)|in stock|free shipping|ships (?:free|today|in \d)|money[- ]back|per (?:bottle|vial|pouch|tub|jar|session|syringe)|special offer|free (?:consult\w*|quote|scan|assessment|exam)|financing|payment plans?|waitlist)\b`,
    String.raw`\b(?:book|buy|order|shop|schedule|reserve|subscribe|enroll|start|begin|claim|grab|get) (?:now|today|online|yours?|one|our|yours today|started|here|with us|a (?:bottle|box|jar|visit|consult\w*|session|slot)|an appointment|(?:your|an?|the) (?:\w+ ){0,2}(?:visit|consult\w*|appointment|session|bottle|supply|treatment|evaluation|assessment|spot|slot|trial))\b`,
    String.raw`\b(?:buy|order|shop|book|try|get|reserve) (?:[\p{L}'&-]+ ){1,4}(?:now|today|online)\b`,
    String.raw`\b(?:try (?:it|our|us|one) |call (?:us|now|today|our|\(?\d)|text us|contact us|visit us|come (?:see|visit) us|request an? \w+|see if you(?: a|')?re? ?qualify|sign up|apply now|join (?:us|now|today)|now (?:available|offering|accepting|open|in stock|enrolling)|ask (?:us|your doctor|our|your pharmacist|for \w+ by name)|talk to (?:us|your doctor about))\b`,
    String.raw`\b(?:our|my) (?:[\p{L}'&-]+ ){0,3}(?:clinics?|practice|offices?|team|doctors?|dentists?|surgeons?|providers?|products?|formulas?|blends?|patients|services|treatments?|customers|clients|experts?|specialists?|members|capsules?|gummies|injections?|pharmacy|pharmacies|programs?|programme|plans?|therapy|serums?|creams?|drops|supplements?|devices?|center|centre|med ?spa|spa|staff|nurses?|pick)\b`,
    String.raw`\bwe (?:\w+ ){0,2}(?:offer|provide|carry|speciali[sz]e|treat|use|make|sell|ship|prescribe|perform|inject|compound|stock|deliver|administer|formulate|source|accept|see)\b`,
    String.raw`\b(?:at|with) our\b`,
  ].join('|'),
  'iu',
);

const PRODUCT_CUES: readonly (readonly [Product, RegExp])[] = [
  ['supplement', /\b(?:dietary supplement|supplement facts|capsules?|gummies|softgels?|per serving|servings per|herbal formula|probiotic|nutraceutical|tincture)\b/g],
  ['cosmetic', /\b(?:moisturi[sz]er|anti-aging cream|face serum|skin ?care line|cosmetic product)\b/g],
  ['rx-drug', /\b(?:prescribing information|indication|important safety information|boxed warning)\b/g],
  ['device', /\b(?:510\(k\)|fda[- ]cleared device|wearable|medical device|handset)\b/g],
];

const LONGEST_COUNTED = Math.max(...Array.from([...STOPWORDS, ...FOREIGN], ({ length }) => length));

/** How many small words of English there are, and of other languages. */
function countSmall(words: readonly string[]): [stop: number, foreign: number] {
  let stop = 0;
  let foreign = 0;
  for (const word of words) {
    if (word.length > LONGEST_COUNTED) continue;
    if (STOPWORDS.has(word)) stop++;
    if (FOREIGN.has(word)) foreign++;
  }
  return [stop, foreign];
}

/** What kind of page this is: does it sell, to whom is it written, in what language, for which product. */
export function findPageFacts(document: Document, context: Context): PageFacts {
  let text = '';
  for (const block of document.blocks) {
    if (block.kind === 'comment' || block.hidden) continue;
    text += `${block.text}\n`;
    if (text.length > 60_000) break;
  }
  const lower = text.toLowerCase();
  const words = lower.match(/[\p{L}']+/gu) ?? [];
  const [stop, foreign] = countSmall(words);
  const otherScript = !/[^\0-\u036f\u2000-\u206f]/.test(lower) ? 0 : lower.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Hebrew}]/gu)?.length ?? 0;
  const selling = lower.match(SELLING)?.length ?? 0;
  const productProfile = context.product !== 'provider-service';
  const short = words.length < 120;
  const snippet = words.length < 60 && !document.blocks.some(({ kind }) => kind === 'heading');
  // A passage of a page, which shows little of what stands around it, gets no benefit of the doubt.
  const passage = words.length < 250;
  const sells = passage || productProfile || selling >= 2 || selling * 250 >= words.length;
  const path = document.path.toLowerCase();
  const legal = /\b(?:privacy|terms|disclaimer|hipaa|legal|cookie)[-_a-z]*\.(?:md|html?|mdx|txt)$/.test(path) || /^(?:privacy policy|terms (?:of|and)|notice of privacy)/.test(lower.trim());
  const internalPage =
    isInternal(document, lower, words.length) ||
    /(?:^|\/)(?:(?:readme|changelog|contributing|claude|agents|todo|roadmap|prd|sop)[^/]*|[^/]*[-_.]readme)\.(?:md|html)$/.test(path);
  let productDetected: Product | undefined;
  let most = 2;
  // Only rules on what an advertisement owes ask, and few pages have them.
  let advertises: boolean | undefined;
  let makersMarks: boolean | undefined;
  for (const [product, cues] of PRODUCT_CUES) {
    const count = lower.match(cues)?.length ?? 0;
    if (count > most) [most, productDetected] = [count, product];
  }
  return {
    sells,
    offers: short || selling >= 1,
    get advertises() {
      return (advertises ??= (snippet && productProfile) || ADVERTISING.test(text));
    },
    get makersMarks() {
      return (makersMarks ??= bearsMakersMarks(document, context));
    },
    snippet,
    get fragment() {
      return snippet && document.frontMatterRange === undefined && !ADVERTISING.test(text);
    },
    genre: legal ? 'legal' : internalPage ? 'internal' : isOfBusiness(lower, words.length) ? 'business' : 'marketing',
    ...(productDetected ? { productDetected } : {}),
    english: words.length < 25 || ((stop === 0 && foreign === 0 ? isPlain(lower) : foreign < stop * 1.2) && otherScript * 2 < lower.length),
  };
}

/** Whether a page is about the books or the systems of health care: one word in so many, and of so many kinds. */
const isOfBusiness = (lower: string, words: number): boolean => abounds(lower.match(BUSINESS), words / 50, 6) || abounds(lower.match(SYSTEMS), words / 40, 8);
const abounds = (found: readonly string[] | null, least: number, kinds: number): boolean => found !== null && found.length >= least && new Set(found).size >= kinds;

/** Copy of bare catchwords, in the letters of English alone: other languages show marks, or small words that are counted. */
const isPlain = (lower: string): boolean => (lower.match(/[^\P{L}a-z]/gu)?.length ?? 0) * 50 < lower.length;
