import type { Organization } from '../rule.ts';

/** What stands in so many files is the site's own: a phone in each footer, a doctor on each page. */
const ENOUGH = 3;
/** UTF-16 code units at the beginning and at the end of a file that are looked at: headers, footers and structured data stand there. */
const HEAD = 20_000;
const TAIL = 10_000;
/** More values than that in one file are a list of somebody else's. */
const MOST = 40;

const PHONE = /(?<![\d.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])|\btel:\+?[\d().-]{7,20}/g;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w@])/gi;
const STREET =
  /\b\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z'’]{1,20} |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Way|Terrace|Circle|Highway|Hwy)\b/g;
const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,25} (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]{1,30}`;
const TITLED = new RegExp(String.raw`\bDr\.? (${NAME})`, 'gu');
const DEGREES = String.raw`(?:MD|M\.D\.|DO|D\.O\.|DDS|D\.D\.S\.|DMD|D\.M\.D\.|DC|D\.C\.|DPM|DPT|OD|NP|FNP|FNP-C|APRN|ARNP|CRNP|PA-C|RN|RDH|LCSW|LMFT|LPC|PsyD|L\.?Ac\.?|PharmD|LMT)(?![\w])`;
const LETTERED = new RegExp(String.raw`(${NAME}),? ${DEGREES}`, 'gu');
/** What that and a name of the trade cannot do without: looking for capitals all over a page takes longer. */
const LETTERS = new RegExp(` ${DEGREES}`);
const SITE_NAME = /property=["']og:site_name["'] content=["']([^"'<>]{4,80})["']|"@type":\s?"(?:Medical(?:Business|Clinic|Organization)|Physician|Dentist|Hospital|LocalBusiness|Organization|Pharmacy)"[^{}]{0,200}?"name":\s?"([^"\\]{4,80})"/g;
/** "Alder Creek Dental", "Rani Medspa": what calls itself by a noun of the trade. */
const BRAND = /(?<![\p{L}’'-])(\p{Lu}[\p{L}’'-]{2,25} (?:(?:\p{Lu}[\p{L}’'-]{2,25}|of|&|and) ){0,2}(?:Clinics?|Medspa|Med Spa|Dental|Dentistry|Chiropractic|Dermatology|Aesthetics|Orthodontics|Pharmacy|Acupuncture|Physical Therapy))(?!\p{L})/gu;
/** "This is Nadia from …": whoever writes to patients in three templates works here. */
const FROM_US = /\b(?:This is|It['’]s|I['’]m) (\p{Lu}\p{Ll}{2,20}) (?:from|with|at) (?:the |our )?(?:[\w'’&.-]+ ){0,4}(?:[Cc]linics?|[Dd]ental|[Dd]entistry|[Mm]ed ?[Ss]pa|[Hh]ospital|[Oo]ffice|[Tt]eam|[Pp]ractice|[Pp]harmacy|[Aa]esthetics)\b/gu;
const TRADE = / (?:Clinics?|Medspa|Med Spa|Dental|Dentistry|Chiropractic|Dermatology|Aesthetics|Orthodontics|Pharmacy|Acupuncture|Physical Therapy)/;
/** Characters between an address and a number to call. */
const NEAR = 250;
const OFFER = /\b(?:call|text|phone|telephone|tel|fax|contact|office|front desk|appointments?|book(?:ing)?|reach|visit|write|e-?mail|mailto|hours|questions)\b[^.!?\n]{0,45}$/i;
const PERSONAL = /\b(?:patient(?!s)|client|his|her|my|their|him|cell|mobile|home|mom|dad|wife|husband|kin|caller|approver|owner|dob|mrn|ssn)\b[^.!?\n]{0,45}$/i;
/** Mailboxes of private persons. */
const PRIVATE = /@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|comcast|verizon|att|proton(?:mail)?|gmx|mail|zoho|example)\./i;

type Kind = 'names' | 'phones' | 'emails' | 'addresses' | 'clinicians';

/**
 * Learns the advertiser's own names, numbers, addresses and clinicians from the files of a run: what stands in three of them or
 * more. The result is plain data, and the same in whichever order the files come.
 */
export class OwnCounter {
  readonly #counts = new Map<string, number>();

  /** Counts what one file holds, each value once. */
  add(source: string): void {
    const text = source.length > HEAD + TAIL ? `${source.slice(0, HEAD)}\n${source.slice(-TAIL)}` : source;
    const found = new Set<string>();
    for (const [kind, value] of valuesIn(text)) found.add(`${kind} ${value}`);
    for (const key of found) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** `undefined` when nothing stands in files enough. */
  result(): Organization | undefined {
    const keys = [...this.#counts].flatMap(([key, count]) => (count >= ENOUGH ? key : [])).sort();
    if (keys.length === 0) return undefined;
    const of = (kind: Kind): string[] => keys.flatMap((key) => (key.startsWith(`${kind} `) ? key.slice(kind.length + 1) : []));
    return { names: of('names'), phones: of('phones'), emails: of('emails'), addresses: of('addresses'), clinicians: of('clinicians'), domains: [], products: [] };
  }
}

function* valuesIn(text: string): Generator<readonly [Kind, string]> {
  const phones = /\d{4}/.test(text) ? offered(text, PHONE) : [];
  yield* few('phones', phones.map(({ 0: phone }) => phone), (phone) => phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''));
  // An address is the office's where a number to call stands beside it.
  const streets = phones.length > 0 ? [...text.matchAll(STREET)] : [];
  const offices = streets.filter(({ index }) => phones.some((phone) => Math.abs(phone.index - index) < NEAR));
  yield* few('addresses', offices.map(({ 0: street }) => street), (street) => street);
  const emails = text.includes('@') ? offered(text, EMAIL) : [];
  yield* few('emails', emails.map(({ 0: email }) => email), (email) => (PRIVATE.test(email) ? '' : email.toLowerCase()));
  if (text.includes('og:site_name') || text.includes('"@type"'))
    yield* few('names', Array.from(text.matchAll(SITE_NAME), (match) => match[1] ?? match[2] ?? ''), (name) => name.trim());
  if (TRADE.test(text)) yield* few('names', Array.from(text.matchAll(BRAND), (match) => match[1]!), (name) => name);
  const clinicians = [...text.matchAll(TITLED), ...(LETTERS.test(text) ? text.matchAll(LETTERED) : []), ...text.matchAll(FROM_US)].map((match) => match[1]!);
  yield* few('clinicians', clinicians, (name) => name);
}

/** Numbers and addresses that the copy offers to its readers: what stands three times in a patient's story is that patient's all the same. */
const offered = (text: string, pattern: RegExp): RegExpExecArray[] =>
  [...text.matchAll(pattern)].filter(({ 0: value, index }) => {
    const before = text.slice(Math.max(0, index - 60), index);
    return (value.startsWith('tel:') || OFFER.test(before)) && !PERSONAL.test(before);
  });

function* few(kind: Kind, values: readonly string[] | null, plain: (value: string) => string): Generator<readonly [Kind, string]> {
  const distinct = new Set((values ?? []).map(plain).filter(Boolean));
  if (distinct.size <= MOST) for (const value of distinct) yield [kind, value];
}
