import type { Span } from '../../rule.ts';
import { regionsAround } from './regions.ts';
import { sift } from '../../match/sift.ts';

export interface DateMention extends Span {
  readonly kind: 'date' | 'age';
  /** A date with its year says more than a day alone. */
  readonly year: boolean;
}

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = "(?:(?:19|20)\\d{2}|'\\d{2})";
const DATES = new RegExp(
  [
    `\\b${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?(?!\\d|:|\\s?(?:-|–|to)\\s?\\d)(?:,? ${YEAR})?\\b`,
    `\\b${DAY}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b\\.?(?:,? ${YEAR}\\b)?`,
    `(?<![\\d/.-])(?:0?[1-9]|1[0-2])([/.-])${DAY}\\1(?:19|20)?\\d{2}(?![\\d/.-]\\d)(?!\\d)`,
    `(?<![\\d/.-])${DAY}([/.-])(?:0?[1-9]|1[0-2])\\2(?:19|20)\\d{2}(?!\\d)`,
    `(?<![\\d/-])(?:19|20)\\d{2}([-:/])(?:0[1-9]|1[0-2])\\3(?:0[1-9]|[12]\\d|3[01])(?!\\d)`,
    `(?<![\\d/.-])(?:0?[1-9]|1[0-2])/${DAY}(?![\\d/])(?! ?(?:mm|of|the|hours|vision|time|cup|teaspoon|in(?:ch)?\\b|lb|oz))`,
    `\\b(?:christmas|thanksgiving|new year['’]?s?|valentine['’]?s|mother['’]s|father['’]s|memorial|labor|independence)(?: (?:eve|day))\\b`,
  ].join('|'),
  'gi',
);

const DATE_HINT = /\d[/.:-]\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const HOLIDAYS = sift(/\b(?:christmas|thanksgiving|new year['’]?s?|valentine['’]?s?|mother['’]s|father['’]s|memorial|labor|independence) (?:eve|day)\b|(?<=\bon |\buntil |\bbefore )(?:halloween|easter(?: sunday)?|mardi gras|good friday|ash wednesday|groundhog day|juneteenth|cinco de mayo|the fourth of july|leap day)\b/i);

const OVER_89 = /(?<![\d.,$£€/-])(?:9\d|1[01]\d)(?:st|nd|rd|th)?(?![\d%]|\.\d)/gi;
const UNIT = '(?:one|two|three|four|five|six|seven|eight|nine)';
const OVER_89_IN_WORDS = sift(new RegExp(`\\b(?:ninet(?:y(?:[- ]${UNIT})?|ieth)|(?:a |one )?hundred(?:th)?(?:[- ]and[- ]${UNIT})?|centenarian)\\b`, 'i'));
const AGE_AFTER = /^[- ](?:years?[- ](?:old|young)|yr old)\b|^ ?y\.?\/?o\b\.?|^ birthday\b|^(?: ?(?:yo ?|y\/o ?)(?:[MF]|male|female)|[MF]| ?-?(?:male|female))(?=[,;.)]| with| who| s\/p| hx| admitted| presented)/i;
const AGE_BEFORE = /\b(?:(?:an?|the|our|one) (?:[\w-]+ )?(?:man|woman|lady|gentleman|(?:great-)?grand(?:mother|father|ma|pa)|farmer|rancher|widow(?:er)?|veteran|nun|priest|teacher|patient|resident|neighbou?r) of|aged?|turn(?:ed|ing|s)?|celebrat(?:ed|ing|es) (?:her|his)) $/i;
/** "She is 91, she runs the choir" */
const AGE_OF_ONE = /\b(?:[Ss]he|[Hh]e|who|I)(?: is|['’]s| was|['’]m| am) (?:now |nearly |almost )?$/;
/** `Name, 93, of …` and `Name (93)`. */
const AGE_BESIDE = /[a-zß-ɏ], $/;
/** Of a journal, volume and pages: "Journal of Sleep, 96, 189–195". */
const PAGES_AFTER = /^(?:\(\d+\))?[,:] ?e?\d+ ?[–-] ?e?\d/i;

/** The first day of a calendar, which stands for none: samples are filled in with it. */
const NO_DAY = /^0?1[/.-]0?1[/.-](?:19[07]0|2000)$|^(?:1970|1900)[-/]01[-/]01$/;

/** Groups and aggregates may be named: "aged 90 or older" is the very wording that Safe Harbor allows. */
const GROUP_BEFORE = /(?:\bover|older than|more than|up to|between|from|ages?|adults?|people|patients|seniors|those|anyone|women|men|than|least|under|through|to|and|–|-)\s*(?:aged?\s*)?$/i;
const GROUP_AFTER = /^\s*(?:or (?:older|over|above)|and (?:older|over|above|up)|\+|years of|%|percent|days?|-day|minutes|pounds|lbs|kg|mg|of (?:our|the|all|every)|to \d|–\d|-\d|(?:hospital|building|history|tradition|institution|company|clinic|house|home))/i;

/** Dates with a day, and ages over 89, of individuals. Which are a patient's, is judged elsewhere. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const ages: RegExpExecArray[] = [];
  // The longest month stands before a day, and a whole date behind it.
  for (const { start, end } of regionsAround(text, /\d{1,4}/g, 16, 24)) {
    const region = text.slice(start, end);
    if (DATE_HINT.test(region)) for (const match of region.matchAll(DATES)) {
      if (/^may \d/i.test(match[0]) && !/^May/.test(match[0])) continue;
      if (NO_DAY.test(match[0])) continue;
      const from = start + match.index;
      found.push({ kind: 'date', start: from, end: from + match[0].trimEnd().length, year: /(?:19|20)\d{2}|[/.-]\d{2}$/.test(match[0]) });
    }
    if (/9\d|1[01]\d/.test(region)) for (const match of region.matchAll(OVER_89)) ages.push(Object.assign(match, { index: start + match.index }));
  }
  for (const match of HOLIDAYS.all(text)) found.push({ kind: 'date', start: match.index, end: match.index + match[0].length, year: false });
  ages.push(...OVER_89_IN_WORDS.all(text));
  for (const match of ages) {
    const age = ageAt(text, match);
    if (age) found.push(age);
  }
  return found.sort((a, b) => a.start - b.start);
}

function ageAt(text: string, match: RegExpExecArray): DateMention | undefined {
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(end, end + 20);
  const turned = AGE_BEFORE.exec(before)?.[0];
  const told = AGE_AFTER.exec(after)?.[0];
  const beside = (AGE_BESIDE.test(before) && /^(?:[,.]| of | from )/.test(after)) || (/[A-Za-zÀ-ɏ] \($/.test(before) && after.startsWith(')'));
  const ofOne = AGE_OF_ONE.test(before) && /^(?:[,.;!]| and\b| when\b|$)/.test(after);
  const opening = /(?:^|[.!?]\s)At $/.test(before) && /^, \p{L}/u.test(after);
  if (turned === undefined && told === undefined && !beside && !opening && !ofOne && !/^cent/i.test(match[0])) return undefined;
  if (turned === undefined && GROUP_BEFORE.test(before)) return undefined;
  if (PAGES_AFTER.test(after) || /\b(?:fever|temp\w*|heat\w*|wash\w*|water|oven|warm\w*|cool\w*|freez\w*|degrees?)\b[^.]{0,16}$/i.test(before)) return undefined;
  if (GROUP_AFTER.test(told === undefined ? after : after.slice(told.length))) return undefined;
  return { kind: 'age', start: match.index - (turned?.length ?? 0), end: end + (told?.length ?? 0), year: false };
}
