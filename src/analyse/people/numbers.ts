import type { IdentifierKind, Span } from '../../rule.ts';
import { sift, type Sifted } from '../../match/sift.ts';
import { iban, ipAddress, medicareNumber, nhsNumber, northAmericanPhone, paymentCard, providerIdentifier, socialSecurity, vehicleNumber } from './checks.ts';
import { regionsAround } from './regions.ts';

export interface NumberMention extends Span {
  readonly kind: IdentifierKind;
  /** Personal by itself, whoever writes it and whatever stands around. */
  readonly always: boolean;
}

interface Shape {
  readonly kind: IdentifierKind;
  readonly always?: boolean;
  /** With a group `value`: the label before it is the evidence. */
  readonly pattern: Sifted;
  /** What a region must hold before the pattern is tried on it. */
  readonly hint?: RegExp;
  /** Whether the value, its separators removed, is what it looks like. */
  readonly valid?: (bare: string, raw: string, text: string, at: number) => boolean;
}

/** An identifier after its label: has a digit, is no template and no row of zeros or ones. */
const record = (bare: string): boolean => /\d/.test(bare) && !/^(.)\1*$/.test(bare.replace(/\D/g, '')) && !/^0?123456789?0?$/.test(bare) && !/^[xX#]+$/.test(bare) && !/^(?:test|demo|sample|dummy|fake|example|abc)\d/i.test(bare);
const VALUE = String.raw`(?<value>[A-Za-z]{0,6}[-#]?\d[\dA-Za-z]{0,18}(?:[-/]?[\dA-Za-z]{1,12}){0,3})`;
/** Between a label and its value: colon, hash, "is", quotes, an arrow; never a whole phrase. */
const GAP = String.raw`["']?\s{0,2}(?:[:=#.]|\bis\b|\bwas\b|→|=>|-)?\s{0,2}["'#(]{0,2}`;
/** Cards print long numbers in groups. */
const GROUPS = String.raw`(?: \d{2,6}){0,4}`;
const labelled = (label: string, value = VALUE): Sifted => sift(new RegExp(String.raw`(?<![\dA-Za-zÀ-ɏ])(?:${label})${GAP}${value}(?![\dA-Za-z])`, 'i'));
const NUMBER_OF = String.raw`(?:[ _-]?(?:id|number|num|no\.?|nr\.?|#|identifier|record|ref))`;

/** Numbers that cost the caller nothing are offices', never a patient's. */
const TOLL_FREE = /^\+?1?8(?:00|33|44|55|66|77|88)/;

const SHAPES: readonly Shape[] = [
  { kind: 'ssn', always: true, hint: /\d-\d\d-\d/, pattern: sift(/(?<![\d-])(?<value>\d{3}-\d{2}-\d{4})(?![\d-])/), valid: socialSecurity },
  {
    kind: 'ssn', always: true, hint: /ss|soc/i,
    pattern: sift(/\b(?:ssn|ss#|ss(?= \d{3} \d\d \d{4})|soc(?:ial)?\.?[ _-]?sec(?:urity)?\.?(?:[ _-]?(?:number|num|no\.?|#))?)["']?\s{0,2}(?:[:=#]|is|was)?\s{0,2}["']?(?<value>\d{3}[ .-]?\d{2}[ .-]?\d{4})(?!\d)/i),
    valid: socialSecurity,
  },
  { kind: 'health-plan', always: true, hint: /\d[A-Z][\dA-Z]\d/, pattern: sift(/(?<![\dA-Z-])(?<value>[1-9][A-Z][0-9A-Z]\d-?[A-Z][0-9A-Z]\d-?[A-Z]{2}\d{2})(?![\dA-Z-])/), valid: medicareNumber },
  { kind: 'health-plan', always: true, hint: /NHS/i, pattern: sift(/\bNHS (?:number|no\.?|#)[:\s]{0,3}(?<value>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)/i), valid: nhsNumber },
  {
    kind: 'health-plan', always: true,
    hint: /member|sub|beneficiary|enrollee|insur|policy|medica|plan/i,
    pattern: labelled(String.raw`(?:member|subscriber|beneficiary|enrollee|insured|policy ?holder|medicaid|medicare|health[ _-]?plan|insurance)(?:'s)?${NUMBER_OF}?|sub\.? ?(?:id|no\.?|#)|(?:subscriber|member|insured)\b[^.;\n]{2,40}?\bID`, VALUE.replace(/\)$/, `${GROUPS})`)),
    // "National Insurance (2026/27)" is a year of tax.
    valid: (bare, raw) => record(bare) && !TOLL_FREE.test(bare) && bare.length >= 7 && bare.replace(/\D/g, '').length >= 4 && !/^(?:19|20)\d\d[/-]\d\d(?:\d\d)?$/.test(raw),
  },
  {
    kind: 'record', always: true,
    hint: /mrn|record|chart|patient/i,
    pattern: labelled(
      String.raw`(?:[a-z]{2,12}_)?mrn|med(?:ical|\.)?[ _-]?rec(?:ord|\.)?${NUMBER_OF}?|chart${NUMBER_OF}|chart:?|patient${NUMBER_OF}|patientid`,
    ),
    valid: (bare, raw) => record(bare) && bare.replace(/\D/g, '').length >= 4 && !/^(?:19|20)\d\d$/.test(raw),
  },
  { kind: 'record', hint: /atient/, pattern: sift(/\b[Pp]atient (?:no\.? ?|# ?)?(?<value>\d{2,}[-/]\d{2,}[-/]?\d{2,})(?!\d)/), valid: record },
  { kind: 'health-plan', always: true, hint: /scriber|ember|olicy/, pattern: sift(/\b(?:[Ss]ubscriber|[Mm]ember|[Pp]olicy) (?:no\.?|ID|id|number|#):? ?(?<value>[A-Z]{2,4} \d{3,6}(?: \d{1,6}){1,4})(?!\d)/), valid: record },
  { kind: 'health-plan', hint: /olicy/, pattern: sift(/\b[Pp]olicy:? (?<value>[A-Z]{2,4} ?\d{6,12})(?!\d)/), valid: record },
  { kind: 'record', hint: /record|file|case|encounter|visit|policy|hospital|unit/i, pattern: labelled(String.raw`record${NUMBER_OF}|file${NUMBER_OF}|case[ _-]?(?:number|no\.?|#)|encounter${NUMBER_OF}|visit${NUMBER_OF}|policy(?:${NUMBER_OF})?|(?:hospital|unit)[ _-](?:number|no\.?)`), valid: (bare) => record(bare) && bare.replace(/\D/g, '').length >= 5 },
  { kind: 'account', always: true, hint: /\d{4}[ -]?\d{4,6}[ -]?\d{4}/, pattern: sift(/(?<![\d.-])(?<value>\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\d.-])/), valid: (bare, _raw, text, at) => paymentCard(bare) && !/\b(?:test|sandbox|sample|demo)\b[^.\n]{0,50}$/i.test(text.slice(Math.max(0, at - 70), at)) },
  { kind: 'account', always: true, hint: /[A-Z]{2}\d\d/, pattern: sift(/(?<![\dA-Z])(?<value>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![\dA-Z])/), valid: iban },
  { kind: 'account', hint: /acc|guarantor|billing|claim|invoice|statement/i, pattern: labelled(String.raw`(?:account|acct|guarantor|billing|claim|invoice|statement)\.?${NUMBER_OF}?(?: ending(?: in| with)?)?`), valid: (bare) => record(bare) && bare.replace(/\D/g, '').length >= 4 },
  {
    kind: 'licence',
    hint: /driv|dl|rn|lpn|nurs|carry|teach|pilot|licen|permit|passport/i,
    pattern: labelled(String.raw`(?:CDL \(?(?:no\.?|#)?|driver'?s?'?|driving|CDL|DL|RN|LPN|nursing|carry|teaching|pilot'?s?(?: medical)?)[ _-]?(?:licen[cs]e|permit|certificate)?${NUMBER_OF}?(?: RN)?|licen[cs]e${NUMBER_OF}?|permit(?: CCW)?${NUMBER_OF}?|passport${NUMBER_OF}?`),
    valid: (bare) => record(bare) && bare.replace(/\D/g, '').length >= 5,
  },
  { kind: 'vehicle', hint: /VIN/, pattern: sift(/\bVIN(?: number| no\.?)?[:#\s]{0,3}(?<value>[A-HJ-NPR-Z0-9]{17})\b/) },
  { kind: 'vehicle', hint: /[\dA-Z]{17}/, pattern: sift(/(?<![\dA-Z])(?<value>[A-HJ-NPR-Z0-9]{17})(?![\dA-Z])/), valid: vehicleNumber },
  { kind: 'vehicle', hint: /late|ag|egist/, pattern: sift(/\b(?:[Ll]icen[cs]e )?(?:[Pp]late|[Tt]ag|[Rr]egistration)(?: (?:number|no\.?|#))?[:#\s]{1,3}(?<value>[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,4})\b/), valid: (bare) => /\d/.test(bare) && /[A-Z]/.test(bare) && bare.length >= 5 },
  { kind: 'device', hint: /\(01\)/, pattern: sift(/(?<value>\(01\)\d{14}[^\s<>"]{0,60}\(21\)[A-Za-z0-9-]{3,20})/) },
  {
    kind: 'device',
    hint: /serial|\bs\/?n\b|imei|udi/i,
    pattern: labelled(String.raw`(?:device|implant|pump|pacemaker|icd|lvad|cpap|stent|defibrillator|hearing aid|valve|stimulator|sensor|monitor|lens|prosthesis)?\s?(?:serial(?:[ _-]?(?:number|no\.?|#))?|s\/?n|imei|udi)`),
    valid: (bare) => record(bare) && bare.length >= 6,
  },
  { kind: 'biometric', hint: /palm|finger|fac|voice|iris|retina|vein|template/i, pattern: labelled(String.raw`(?:palm|finger(?:print)?|face|facial|voice(?:print)?|iris|retinal?|vein)[ _-]?(?:vein |scan )?(?:id(?: hash| template| code)?|template|hash|print|code|scan(?= [A-Z]{1,4}-?\d))|template[ _-]?id`), valid: (bare) => record(bare) && bare.length >= 5 },
  { kind: 'other', hint: /enrol|acc|specimen|rx|prescription|refill|subj|participant|study|confirmation|referral/i, pattern: labelled(String.raw`enrol+ment${NUMBER_OF}|accession${NUMBER_OF}?|acc#|specimen${NUMBER_OF}|rx|rx${NUMBER_OF}|prescription${NUMBER_OF}|refill${NUMBER_OF}|(?:subject|participant|study)${NUMBER_OF}|subj\.?|confirmation${NUMBER_OF}|referral${NUMBER_OF}`), valid: (bare) => record(bare) && bare.replace(/\D/g, '').length >= 4 && !/^NCT\d{8}$/i.test(bare) },
  { kind: 'other', hint: /-SUBJ-/, pattern: sift(/(?<![\dA-Z-])(?<value>[A-Z0-9]{2,8}-SUBJ-\d{3,6})(?!\d)/) },
  {
    kind: 'other',
    hint: /(?:id|number|no)\b|#/i,
    pattern: labelled(String.raw`(?!phone|fax|tel|irb|protocol|award|study|trial|permit|suite|room|npi|zip|grant|lot|model|order|part|item|version|page|figure|table|route|highway|box|ext|form|tax|license|bed)[a-z]{3,12}[ _-](?:id|number|no\.?|#)`),
    valid: (bare) => record(bare) && bare.replace(/\D/g, '').length >= 5 && bare.length < 20,
  },
  { kind: 'ip', hint: /\d\.\d{1,3}\.\d{1,3}\.\d/, pattern: sift(/(?<![\d.\w-])(?<value>(?:\d{1,3}\.){3}\d{1,3})(?![\d.]|\.\d)/), valid: (_bare, raw, text, at) => ipAddress(raw) && !/(?:\bv|version|release|build|firmware|software)\.?\s*$/i.test(text.slice(Math.max(0, at - 16), at)) && !/^ (?:release|version|build|update|patch)/i.test(text.slice(at + raw.length, at + raw.length + 10)) },
  { kind: 'ip', hint: /[\da-f]:[\da-f]{0,4}:/i, pattern: sift(/(?<![\da-fA-F:])(?<value>(?:[0-9a-fA-F]{1,4}:){5,7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){2,6}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,4})?)(?![\da-fA-F:])/), valid: (bare) => /\d/.test(bare) && bare.length > 8 },
  { kind: 'email', hint: /@|%40/, pattern: sift(/(?<![\w.+%-])(?<value>[\w.+-]{1,64}(?:@|%40)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,18})(?![\w@])/i), valid: (_bare, raw) => !/\.(?:png|jpe?g|gif|svg|webp|css|js|ts|mjs)$/i.test(raw) && !/@\d+x\b/i.test(raw) },
  { kind: 'phone', hint: /\d{3}[ .-]\d{4}/, pattern: sift(/(?<![\d.\-/#])(?<value>(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4})(?![\d-])/), valid: (bare) => !TOLL_FREE.test(bare) && northAmericanPhone(bare.replace(/^\+/, '')) },
  { kind: 'phone', hint: /\d{3}[-.]\d{4}/, pattern: sift(/(?<![\d.\-/#$A-Za-z]|\) ?)(?<value>[2-9]\d{2}[-.]\d{4})(?![\d-]|\.\d)/) },
  { kind: 'phone', hint: /\+\d/, pattern: sift(/(?<![\d.+])(?<value>\+\d{1,3}(?:[ .-]?\(?\d{2,4}\)?){2,4})(?![\d-])/), valid: (bare) => /^\+\d{9,15}$/.test(bare) },
  { kind: 'phone', hint: /0[1-9]\d\d/, pattern: sift(/(?<!\d)(?<value>0[1-9]\d{2,3}[ -]\d{3}[ -]?\d{3,4}|07\d{3}[ -]?\d{6})(?!\d)/) },
];

/** A mail address, or digits enough for an identifier: prices, hours and years are most of the digits in copy. */
const HINT = /@|%40|(?!(?:19|20)\d\d(?![\d-]))\d(?:[\d.()/A-Za-z-]| (?=[\dA-Z(])){2,20}\d/g;
/** The longest label with its value's letters, and the longest value. */
const BEFORE = 110;
const AFTER = 100;

/** Every number, address or code in the text that could identify somebody; whose it is, is judged elsewhere. */
export function findNumbers(text: string): NumberMention[] {
  return regionsAround(text, HINT, BEFORE, AFTER).flatMap(({ start, end }) => {
    const region = text.slice(start, end);
    return numbersIn(region).map((found) => ({ ...found, start: found.start + start, end: found.end + start }));
  });
}

function numbersIn(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  const taken = new Taken();
  for (const { kind, always = false, pattern, hint, valid } of SHAPES) {
    if (hint && !hint.test(text)) continue;
    for (const match of pattern.all(text)) {
      const raw = match.groups!['value']!;
      const start = match.index + match[0].lastIndexOf(raw);
      const end = start + raw.length;
      const bare = raw.replace(/[\s().#-]/g, '');
      if (taken.has(start, end)) continue;
      if (valid && !valid(bare, raw, text, start)) continue;
      if (/\b(?:synthetic|dummy|fake)\b[^.\n]{0,30}$/i.test(text.slice(Math.max(0, start - 50), start))) continue;
      if (/npi/i.test(text.slice(Math.max(0, start - 20), start)) || (kind !== 'phone' && kind !== 'account' && /^\d{10}$/.test(bare) && providerIdentifier(bare) && !always)) continue;
      taken.add(start, end);
      found.push({ kind, start, end, always });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Which characters an identifier covers, by stretches, so that a list of ten thousand numbers does not compare each with all. */
class Taken {
  readonly #stretches = new Map<number, Span[]>();

  has(start: number, end: number): boolean {
    for (let at = start >> 8; at <= end >> 8; at++) if (this.#stretches.get(at)?.some((span) => start < span.end && end > span.start)) return true;
    return false;
  }

  add(start: number, end: number): void {
    for (let at = start >> 8; at <= end >> 8; at++) {
      const known = this.#stretches.get(at);
      if (known) known.push({ start, end });
      else this.#stretches.set(at, [{ start, end }]);
    }
  }
}
