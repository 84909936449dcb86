import type { IdentifierKind } from '../../rule.ts';
import { onlyName, type PeopleLexicon } from './lexicon.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import type { OwnIdentity } from './organization.ts';
import { isPublicFigure } from './public-figures.ts';
import { GRAMMAR, ORGANIZATION_NOUNS, PLACE_NAMES, PROVIDER_TITLES, STATES } from './words.ts';

/** An identifier inside a URL. `patient` and `health` are what the URL's other parts say. */
export interface UrlIdentifier {
  readonly kind: IdentifierKind;
  readonly length: number;
  readonly always: boolean;
  readonly patient: number;
  readonly health: number;
  /** Lower-cased words of a name, to compare with the names on the page. */
  readonly name?: readonly string[];
}

const TEMPLATE = /[{}<>\uFFFC]|%%|\$\{|^\[|^:\w|^\*|^(?:your|my|name|email|phone|first|last|user|test|example|sample|value|string|null|undefined|true|false|all|any|none)$/i;
const KEYS: readonly (readonly [RegExp, IdentifierKind])[] = [
  [/^(?:mrn|patient_?id|pid|patient|chart(?:_?(?:no|id))?|medical_?record|record_?id|encounter(?:_?id)?)$/, 'record'],
  [/^(?:ssn|social)$/, 'ssn'],
  [/^(?:member_?id|subscriber_?id|policy(?:_?(?:no|number|id))?|insurance_?id|beneficiary_?id|mbi)$/, 'health-plan'],
  [/^(?:e_?mail|em|mail|email_?address|user_?email|ud\[em\]|contact_?email)$/, 'email'],
  [/^(?:phone|ph|tel|mobile|cell|phone_?number|ud\[ph\])$/, 'phone'],
  [/^(?:dob|birth_?date|date_?of_?birth|birthday|bday|ud\[db\])$/, 'date'],
  [/^(?:(?:first|last|full|user|customer|client|patient|family|given|sur)_?name|name|first|last|fname|lname|fn|ln|ud\[[fl]n\])$/, 'name'],
];
const HEALTH_KEYS = /^(?:diagnos[ie]s|dx|condition|medication|drug|rx|symptoms?|procedure|test|result|specialty|service|reason|cd\[\w+\]|page|treatment)$/;
const PATIENT_PATH = /^(?:(?:our-)?patients?|charts?|records?|stor(?:y|ies)|patient-stor(?:y|ies)|testimonials?|success(?:-stor(?:y|ies))?|survivors?|before-?(?:and-)?after|ba|gallery|cases?|case-stud(?:y|ies)|reviews?|journeys?|spotlight|members?|clients?)$/;
const PATIENT_TOKEN = /^(?:patient|story|journey|testimonial|survivor|preop|postop|before|after|review|case|pre|post|xray|mri|scan|chart|labs?|results?|consent|selfie|day\d*|week\d*|wk\d*|\d{1,3}(?:wks?|mos?|yrs?|days?|weeks?|months?))$/;
const STAFF_PATH = /^(?:(?:our-)?(?:team|staff|doctors?|providers?|physicians?|dentists?|surgeons?|therapists?|specialists?|people|faculty|board|leadership|authors?|experts?|nurses?)|about(?:-us)?|meet.*|bios?|headshots?|author)$/;
const STAFF_TOKEN = /^(?:dr|doctor|md|do|dds|dmd|rn|np|pa|pac|phd|lcsw|pt|dpt|dc|od|rdh|fnp|aprn|pharmd|lmft|lpc|bio|headshot|staff|team|surgeon|dentist|doctors?|nurse|therapist|chiropractor|ceo|author|hospital|clinic|center|street|campus)$/;
/** Of pictures that show nobody who was treated. */
const NOT_SHOWN = /^(?:guide|infographic|diagram|poster|logo|icon|brochure|banner|hero|stock|model|lobby|building|event|walk|gala|book|cover|map|ad|flyer|illustration|product|box|bottle|team|group|family)$/;
/** Where somebody's words stand, or somebody's service. */
const AUTHORED = /(?:^|\/)(?:blog|news|articles?|posts?|press|podcasts?|events?|library|health-library|tag|category|locations?|services?|products?|shop|research|publications?|speakers?|donate|giving|funds?|awards?|lectures?)\//i;
const TWO_WORDS = /[A-Za-z](?:[\s_.+-]|%[\dA-Fa-f]{2})+[A-Za-z]|[a-z][A-Z]|[^\x00-\x7f]/;
const MEDIA = /\.(?:jpe?g|png|gif|webp|avif|heic|svg|mp4|mov|webm|m4v|pdf|docx?)$/i;
const SKIPPED_HOST = /(?:^|\.)(?:google\.[a-z.]+|goo\.gl|maps\.apple\.com|doi\.org|pubmed|ncbi\.nlm\.nih\.gov|nih\.gov|wikipedia\.org|w3\.org|schema\.org|jquery|cdnjs|jsdelivr|unpkg|gstatic|googleapis|wp\.org|youtube\.com|youtu\.be|twitter\.com|x\.com|linkedin\.com|instagram\.com|amazon\.[a-z.]+)$/i;

const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // One broken escape must not hide the others.
    return spaced.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
};

/** Identifiers in one URL: its parameters, the names in its path and file name, and values nested in it. */
export function identifiersInUrl(url: string, lexicon: PeopleLexicon, own: OwnIdentity, depth = 0): UrlIdentifier[] {
  if (url.length > 4000 || /^(?:data:|javascript:|blob:|#|tel:)/i.test(url)) return [];
  if (/^(?:mailto|sms):/i.test(url)) return mailto(url, lexicon, own);
  const [address = '', fragment = ''] = splitOnce(url, '#');
  const [place = '', query = ''] = splitOnce(address, '?');
  const host = /^(?:[a-z][\w+.-]*:)?\/\/([^/]+)/i.exec(place)?.[1]?.toLowerCase() ?? '';
  const found: UrlIdentifier[] = [];
  const parameters = !query && !fragment.includes('=') ? [] : [...query.split(/[&;]/), ...(fragment.includes('=') ? fragment.replace(/^[^?]*\?/, '').split('&') : [])].slice(0, 60).map((pair) => {
    const [key = '', value = ''] = splitOnce(pair, '=');
    return { key: decode(key).toLowerCase().replace(/[-.]/g, '_').replace(/^(?:user|u|p|contact|form|prefill|data|wpf\w*|entry)?_(?=\w)/, ''), value: decode(value).trim() };
  });
  const path = place.replace(/^[a-z]+:\/\/[^/]+/i, '');
  const health = parameters.length === 0 ? 0 : Math.max(
    heaviest(lexicon, decode(path).replace(/[/_.-]+/g, ' ')),
    ...parameters.map(({ key, value }) => Math.max(HEALTH_KEYS.test(key) && value ? 0.8 : 0, heaviest(lexicon, value.replace(/[-_]/g, ' ')))),
  );
  for (const { key, value } of parameters) {
    if (value.length < 2 || TEMPLATE.test(value)) continue;
    if (depth < 2 && /^(?:https?:)?\/\//i.test(value)) {
      found.push(...identifiersInUrl(value, lexicon, own, depth + 1));
      continue;
    }
    if (/^[\w .-]{8,120}$/.test(value) && /[_-]/.test(value)) {
      const slug = nameInPath(value, lexicon);
      if (slug && slug.health >= 0.5) found.push({ ...slug, patient: Math.max(slug.patient, 0.8) });
    }
    const told = toldIn(value, lexicon);
    if (told) {
      found.push({ ...told, health: Math.max(health, told.health) });
      continue;
    }
    const kind = KEYS.find(([pattern]) => pattern.test(key))?.[1];
    const parameter = kind && parameterIdentifier(kind, value, lexicon, own, NAME_KEY.test(key) && health >= 0.5);
    if (parameter) found.push({ ...parameter, health });
    else {
      for (const number of findNumbers(value)) {
        const raw = value.slice(number.start, number.end);
        if ((number.kind === 'email' && own.email(raw)) || (number.kind === 'phone' && own.phone(raw)) || !(number.always || number.kind === 'email' || number.kind === 'phone')) continue;
        found.push({ kind: number.kind, length: raw.length, always: number.always, patient: 0.8, health });
      }
    }
  }
  // "/chart/88120034/labs"
  const record = /\/(?:charts?|patients?|mrn|medical-?records?|encounters?)\/([A-Za-z]{0,4}-?\d{5,12})(?=\/|$)/i.exec(path)?.[1];
  const filed = record ?? /(?:^|[\/_-])mrn[_-]?([A-Za-z]{0,2}\d{5,12})(?=[\/_.-]|$)/i.exec(path)?.[1];
  if (filed !== undefined) found.push({ kind: 'record', length: filed.length, always: true, patient: 1, health: 1 });
  const caring = CARING_PAGE.exec(`${host}${path}`)?.[1];
  if (caring !== undefined) found.push({ kind: 'url', length: caring.length, always: false, patient: 0.8, health: 0.6 });
  if (!SKIPPED_HOST.test(host)) {
    const slug = nameInPath(path, lexicon);
    if (slug) found.push(slug);
  }
  return found;
}

/** A page on which somebody's family and friends follow an illness. */
const CARING_PAGE = /\b(?:caring|caringbridge|carepages?|posthope|mylifeline|lotsahelpinghands|givesendgo|gofundme|mealtrain)\.[a-z]{2,8}\/(?:visit|public|f|community|pages?|trees|fundraisers?|u|journal)\/([\w-]{5,80})/i;

/** Keys whose values are people's names and nothing else. */
const NAME_KEY = /^(?:(?:first|last|full|family|given|sur|patient|client)_?name|fname|lname|fn|ln|first|last)$/;

/** A value of such a key that no list knows, but that no dictionary does either. */
const mayBeName = (value: string, lexicon: PeopleLexicon): boolean =>
  value.length > 2 && value.split(/[\s'’-]+/).every((word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !lexicon.ordinary.has(word.toLowerCase()) && !lexicon.isEnglish(word.toLowerCase()) && !GRAMMAR.has(word.toLowerCase()));

function parameterIdentifier(kind: IdentifierKind, value: string, lexicon: PeopleLexicon, own: OwnIdentity, unlisted: boolean): Omit<UrlIdentifier, 'health'> | undefined {
  const length = value.length;
  const numbers = findNumbers(value);
  switch (kind) {
    case 'record':
    case 'health-plan':
    case 'ssn':
      return /\d{3}/.test(value) && length < 40 ? { kind, length, always: true, patient: 1 } : nameWords(value, lexicon, 1) ? { kind: 'name', length, always: false, patient: 1 } : undefined;
    case 'email':
      return numbers.some((number) => number.kind === 'email') && !own.email(value) ? { kind, length, always: false, patient: 0.8 } : undefined;
    case 'phone':
      return value.replace(/\D/g, '').length >= 10 && !own.phone(value) ? { kind, length, always: false, patient: 0.8 } : undefined;
    case 'date':
      return /\d{4}/.test(value) || /\d+[/-]\d+[/-]\d+/.test(value) ? { kind, length, always: false, patient: 0.9 } : undefined;
    default:
      return nameWords(value, lexicon, 1) || (unlisted && mayBeName(value, lexicon)) ? { kind, length, always: false, patient: 0.8 } : undefined;
  }
}

/** A message or title in a parameter: "Colonoscopy for …", "Hi …, your appointment". */
function toldIn(value: string, lexicon: PeopleLexicon): UrlIdentifier | undefined {
  if (value.length < 10 || !/ \S+ /.test(value)) return undefined;
  const health = heaviest(lexicon, value);
  if (health < 0.5 && !/\b(?:appointment|surgery|results?)\b/i.test(value)) return undefined;
  const name = findNames(value, lexicon).find(({ form, strength, title }) => (form === 'full' && strength >= 0.75) || (title !== undefined && strength > 0.9) || (form === 'given' && strength >= 0.5 && /\b(?:hi|hello|hey|dear)\b/i.test(value)));
  if (!name || PROVIDER_TITLES.has(name.title ?? '')) return undefined;
  return { kind: 'name', length: name.end - name.start, always: false, patient: 0.8, health: Math.max(health, 0.6) };
}

/** The value reads as a person's name: a given name that is nothing else, or a given name and a surname. */
function nameWords(value: string, lexicon: PeopleLexicon, least: number): boolean {
  const words = value.toLowerCase().split(/[\s._+-]+/).filter(Boolean);
  if (words.length < least || words.length > 4 || !words.every((word) => /^[\p{L}'’]+$/u.test(word))) return false;
  return onlyName(lexicon, words[0]!) || (words.length > 1 && lexicon.given(words[0]!) !== undefined && lexicon.surnames.has(words[1]!)) || (words.length === 1 && lexicon.surnames.has(words[0]!) && !lexicon.ordinary.has(words[0]!));
}

function mailto(url: string, lexicon: PeopleLexicon, own: OwnIdentity): UrlIdentifier[] {
  const [address = '', query = ''] = splitOnce(url.slice(url.indexOf(':') + 1), '?');
  const words = decode(query.replace(/(?:^|&)(?:subject|body|cc|bcc)=/gi, ' '));
  const health = heaviest(lexicon, words);
  const recipient = decode(address).trim();
  const told = toldIn(words, lexicon);
  if (told) return [told];
  if (health >= 0.5 && (own.email(recipient) ? /\b(?:your|my|his|her|positive|diagnosed)\b/i : /\b(?:your|my|results?|diagnos\w+|positive|test|chart|records?)\b/i).test(words)) return [{ kind: own.email(recipient) ? 'other' : 'email', length: recipient.length, always: false, patient: 0.8, health }];
  const personal = /@/.test(recipient) && !own.email(recipient) && own.privateMail(recipient);
  return personal && health > 0 ? [{ kind: 'email', length: recipient.length, always: false, patient: 0.6, health }] : [];
}

function nameInPath(path: string, lexicon: PeopleLexicon): UrlIdentifier | undefined {
  // A name needs two words in one segment.
  if (!TWO_WORDS.test(path)) return undefined;
  const segments = decode(path).split('/').filter(Boolean);
  const media = MEDIA.test(path);
  if (segments.slice(0, -1).some((segment) => STAFF_PATH.test(segment.toLowerCase()))) return undefined;
  const directory = segments.slice(0, -1).some((segment) => PATIENT_PATH.test(segment.toLowerCase()));
  for (const segment of segments.slice(-3)) {
    const tokens = segment.replace(/\.\w{2,5}$/, '').split(/[\s_.-]+|(?<=[a-zß-ÿ])(?=[A-ZÀ-ÞĀ-Ɏ])|(?<=[A-Za-zÀ-ɏ])(?=\d)/).filter(Boolean).map((token) => token.toLowerCase());
    if (tokens.length < 2 || tokens.length > 14 || tokens.some((token) => STAFF_TOKEN.test(token))) continue;
    const personal = directory || tokens.some((token) => PATIENT_TOKEN.test(token)) ;
    let at = tokens.findIndex((token, k) => pairsAsName(token, tokens[k + 1], lexicon, personal));
    if (at < 0 && !personal && media && tokens.length > 2 && !tokens.some((token) => NOT_SHOWN.test(token)) && heaviest(lexicon, tokens.join(' ')) >= 0.5) at = tokens.findIndex((token, k) => pairsBesideCare(token, tokens[k + 1] ?? '', lexicon));
    // "wisniewska-bogumila-facelift-after": of a picture of a result, two words that no dictionary knows are whose it is.
    if (at < 0 && personal && heaviest(lexicon, tokens.join(' ')) >= 0.5) at = tokens.findIndex((token, k) => isStrange(token, lexicon) && isStrange(tokens[k + 1] ?? '', lexicon));
    // "/stories/how-ngozi-beat-sickle-cell"
    const alone = at < 0 && directory ? tokens.findIndex((token) => onlyName(lexicon, token) && !PLACE_NAMES.has(token) && !lexicon.eponyms.has(token)) : -1;
    if (alone >= 0 && tokens.length > 2 && heaviest(lexicon, tokens.join(' ')) >= 0.9) return { kind: 'url', length: segment.length, always: false, patient: 0.6, health: 1, name: [tokens[alone]!] };
    if (at < 0) continue;
    if (isPublicFigure({ form: 'full', given: tokens[at]!, surname: tokens[at + 1]! })) continue;
    const rest = tokens.filter((_, k) => k !== at && k !== at + 1);
    const health = heaviest(lexicon, rest.join(' '));
    const told = rest.some((token) => PATIENT_TOKEN.test(token));
    // "/wins/margaret-oyelaran-total-knee": a page by the name of one person and of what ails her.
    const subject = !media && health >= 0.9 && at === 0 && onlyName(lexicon, tokens[0]!) && !PLACE_NAMES.has(tokens[0]!) && !PLACE_NAMES.has(tokens[1]!) && !AUTHORED.test(path);
    const patient = directory ? 0.9 : told ? 0.8 : media ? 0.4 + health * 0.3 : subject ? 0.6 : 0.2;
    return { kind: media ? 'photo' : 'url', length: segment.length, always: false, patient, health: Math.max(health, directory || told ? 0.5 : 0), name: [tokens[at]!, tokens[at + 1]!] };
  }
  return undefined;
}

function pairsAsName(token: string, next: string | undefined, lexicon: PeopleLexicon, patient: boolean): boolean {
  if (next === undefined || !/^\p{L}{2,}$/u.test(next) || !/^\p{L}+$/u.test(token)) return false;
  const surname = lexicon.surnames.has(next) && (patient || !lexicon.eponyms.has(next));
  if (onlyName(lexicon, token)) return surname || (patient && !(lexicon.ordinary.has(next) || lexicon.eponyms.has(next)));
  if (lexicon.given(token) !== undefined && surname && (patient || !lexicon.ordinary.has(next))) return true;
  if (!patient) return false;
  // In a folder of patients or beside "preop" an initial or an everyday name will do: b_lawson, smith_john.
  if (token.length === 1) return (surname || isStrange(next, lexicon)) && !lexicon.ordinary.has(next);
  if (lexicon.surnames.has(token) && !lexicon.ordinary.has(token) && lexicon.given(next) !== undefined) return true;
  // A word that no list and no dictionary knows, before a surname that is nothing else.
  return isStrange(token, lexicon) && (isStrange(next, lexicon) ? surname || lexicon.surnames.has(token) || onlyName(lexicon, next) : surname && !GRAMMAR.has(next));
}

/** "lindholm-marlene-facelift.jpg": a picture of what was done shows to whom, though half of the name is on no list. */
function pairsBesideCare(token: string, next: string, lexicon: PeopleLexicon): boolean {
  if (PLACE_NAMES.has(token) || STATES.has(token) || STATES.has(next) || ORGANIZATION_NOUNS.has(next) || next === '') return false;
  const named = (word: string): boolean => lexicon.isSurname(word) && !lexicon.ordinary.has(word) && !lexicon.eponyms.has(word);
  return pairsAsName(token, next, lexicon, true) || (isStrange(next, lexicon) && (named(token) || isStrange(token, lexicon)));
}

/** A word that is in no dictionary, and names no illness and no picture. */
const isStrange = (word: string, lexicon: PeopleLexicon): boolean => !GRAMMAR.has(word) && !PATIENT_TOKEN.test(word) && lexicon.isUnheard(word);

/** File names run the words of a procedure together. */
const RUN_TOGETHER = /\b(?:tummytuck|nosejob|rootcanal|lipfillers?|liplift|facelift|browlift|necklift|breast(?:lift|implants?|reduction|aug\w*)|hairtransplant|gastric(?:sleeve|bypass)|(?:knee|hip|shoulder|joint)(?:replacement|surgery)|weightloss|eyelift|buttlift|mommymakeover|hearttransplant|kidneytransplant|opensurgery|csection)\b/i;

function heaviest(lexicon: PeopleLexicon, text: string): number {
  let most = RUN_TOGETHER.test(text) ? 1 : 0;
  for (const { weight } of lexicon.healthTerms(text.slice(0, 400))) most = Math.max(most, weight);
  return most;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

export const URLS = /\bhttps?:\/\/[^\s"'<>)\]}|\\]{4,600}/gi;
