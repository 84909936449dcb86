import type { Span } from '../../rule.ts';

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

const TEENS = 'one|two|three|four|five|six|seven|eight|nine';
const OVER_89 = `(?:9\\d|1[01]\\d|ninety(?:[- ](?:${TEENS}))?|(?:a |one )?hundred(?:[- ]and[- ](?:${TEENS}))?|centenarian)`;
const AGES = new RegExp(
  [
    `\\b${OVER_89}[- ]years?[- ](?:old|young)\\b`,
    `\\b${OVER_89} ?(?:y/?o|yr old)\\b`,
    `\\b(?:aged?|turn(?:ed|ing|s)?|(?:her|his) ${OVER_89}(?:st|nd|rd|th) birthday|celebrat(?:ed|ing|es) (?:her|his)) ${OVER_89}(?:st|nd|rd|th)?\\b`,
    `(?<=\\p{Ll}, )(?:9\\d|1[01]\\d)(?=[,.]| of | from )`,
    `(?<=\\p{L} \\()(?:9\\d|1[01]\\d)(?=\\))`,
    `\\b(?:her|his|your|my) ${OVER_89}(?:st|nd|rd|th) birthday\\b`,
    `\\bcentenarian\\b`,
  ].join('|'),
  'giu',
);
/** Groups and aggregates may be named: "aged 90 or older" is the very wording that Safe Harbor allows. */
const GROUP_BEFORE = /(?:\bover|older than|more than|up to|between|from|ages?|adults?|people|patients|seniors|those|anyone|women|men|than|least|under|through|to|and|–|-)\s*(?:aged?\s*)?$/i;
const GROUP_AFTER = /^\s*(?:or (?:older|over|above)|and (?:older|over|above|up)|\+|years of|%|percent|days?|-day|minutes|pounds|lbs|kg|mg|of (?:our|the|all|every)|to \d|–\d|-\d|(?:hospital|building|history|tradition|institution|company|clinic|house|home))/i;

/** Dates with a day, and ages over 89, of individuals. Which are a patient's, is judged elsewhere. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  if (/\d|christmas|thanksgiving|day\b/i.test(text)) {
    for (const match of text.matchAll(DATES)) {
      if (/^may \d/i.test(match[0]) && !/^May/.test(match[0])) continue;
      found.push({ kind: 'date', start: match.index, end: match.index + match[0].trimEnd().length, year: /(?:19|20)\d{2}|[/.-]\d{2}$/.test(match[0]) });
    }
  }
  if (/9\d|1[01]\d|ninet|hundred|centenarian/i.test(text)) {
    for (const match of text.matchAll(AGES)) {
      const end = match.index + match[0].length;
      if (GROUP_BEFORE.test(text.slice(Math.max(0, match.index - 24), match.index)) && !/^(?:aged|turn|her|his|my|your)/i.test(match[0])) continue;
      if (GROUP_AFTER.test(text.slice(end, end + 16))) continue;
      found.push({ kind: 'age', start: match.index, end, year: false });
    }
  }
  return found;
}
