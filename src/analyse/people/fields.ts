import type { NameMention } from './names.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';

const STAFF_FIELD = /\b(?:position|role|job|job_?title|department|puesto|cargo)["']?\s?:\s{0,2}["']?[^\n]{0,30}(?:coordina|hygien|higien|direct|manag|administ|dent(?:ist|al)|doctor|dr\.|surgeon|cirujan|nurse|therap|assist|recep|speciali)/i;
/** Key paths of structured data whose persons wrote, reviewed or give the care. */
const AUTHOR_PATH = /\b(?:author|reviewedBy|employees?|founders?|members?|performers?|editor|creator|contributor|physicians?|worksFor|alumni|provider|organizer|publisher|instructor)\b/;
const STAFF_COLUMN = /\b(?:user ?names?|log-?ins?|passwords?|accounts?|instructor|teacher|speaker|provider|doctor|physician|leader|facilitator|contact|coordinator|staff|presenter|dentist|therapist|title|role|position|department|clinician|nurse|surgeon|practitioner|coach|trainer|stylist|artist|injector|esthetician|aesthetician|counsel+or|host|guide|author|director|manager|who to ask|recruiter|employee|team|led by|taught by|offered by|location|city|town|office|clinic|campus|where|specialt(?:y|ies)|services?|address|county|named (?:for|after)|in (?:memory|honou?r)(?: of)?|honou?ree|gift of|artist|winner|captain|sponsor|donor|giver|benefactor|volunteer|chair|member of the board|trustee)\b|^\s*(?:with|by|who)\s*$/i;

/** The head of the column that the name stands in. */
const columnOf = (passage: Passage, { start, end }: NameMention): string => {
  const at = passage.at(start, end);
  return 'block' in at ? (at.block.table?.header ?? '') : '';
};

/** The column, key path or field beside a name is one for those who work here, write or teach. */
/** "Time | Who | For": beside what it is for, whoever comes is no instructor. */
const COMES_FOR = /(?:^| )(?:for|before|after|started?|now|today|lost|goal|a1c|weight|pounds|lbs|down|results?|weeks|reason|procedure|complaint|diagnosis|dx|condition|symptoms?|visit type|treatment)(?= |$)/i;
export const inStaffColumn = (passage: Passage, name: NameMention): boolean => {
  if (passage.block?.kind !== 'table-cell') return false;
  const column = columnOf(passage, name);
  return STAFF_COLUMN.test(column) && !(/^\s*who\s*$/i.test(column) && COMES_FOR.test(passage.label));
};
export const isAuthorPath = ({ label, block }: Passage): boolean => AUTHOR_PATH.test(label) && block?.kind === 'data' && !/\b(?:Review|Patient)\b/.test(label);
export const inStaffRecord = ({ text }: Passage, { start, end }: NameMention): boolean => STAFF_FIELD.test(text.slice(Math.max(0, start - 90), end + 90));

const RECORD_LABEL = /\b(?:patient|client|subscriber|insured|member|couple|survivor|resident|guarantor|dependent|responsible party|holder|pt)(?:[ _-]?names?)?["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i;
const RECORD_FIELD = /\b(?:(?:first|last|full|your|given|family)(?:[ _-]?name)?|name|customer|author|attendee|reviewer|by)["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i;
const RECORD_TOPIC = /\b(?:dob|tx|rx|appt|testimonial|patient|date[ _]of[ _]birth|birth[ _]?date|mrn|diagnosis|dx|procedure|condition|medication|reason|symptoms?|treatment|service|delivery_date|surgery)\b/i;

/** Front matter that says what the person of the page has. */
const ILLNESS_FIELD = /^(?:diagnosis|dx|condition|procedure|surgery|illness)["']?\s?:\s?\S/im;

const RECORD_QUOTE = /\b(?:quotes?|reviews?|testimonials?|comment|body|text)["'*_]{0,3}\s?[:=]|\btestimonials?:/i;
/** The first line of a list of people with their complaints. */
const COLUMNS = /\bfirst_?name\b|\bpatient\b[,;|\t]|\bname[,;|\t][^\n]{0,60}\b(?:issue|condition|procedure|diagnosis|reason|complaint|treatment|service|interest)\b|[,;|\t]\s?(?:dob|mrn|procedure|diagnosis)\b/i;

/** The head of a letter that the practice received. */
const MAIL_FROM = /(?:^|\n|\. )(?:from|sender|submitted by|reply-to)["'*_]{0,3}\s?:\s?["'*_<]{0,3}$/i;
const MYSELF = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])/;

/** Front matter says who wrote, checked or illustrated the article, or gives the talk; in that of a review the author is the patient. */
export function bylineOf({ label, text }: Passage, { start }: NameMention): boolean {
  if (label !== 'front matter' || !BYLINE.test(text.slice(Math.max(0, start - 60), start))) return false;
  return !RECORD_QUOTE.test(text) && !/\b(?:ratings?|stars|testimonials?|my|I|journey|survivor|patient|in (?:her|his) own words)\b|^\s{0,3}(?:type|layout|category)["']?\s?:\s?["']?(?:review|patient|story|success)/im.test(text);
}

const BYLINE = /\b(?:author|by|byline|(?:medical[_ -]?)?reviewer|reviewed[_ -]?by|checked[_ -]?by|editors?|photographer|photos?|illustrator|contributors?|written[_ -]?by|instructor|teacher|speakers?|host|presenter|contact|doctor|provider|physician|dentist|therapist|staff)["']?\s?:\s{0,12}(?:name:\s?)?["'([*_-]{0,3}\s?(?:dr\.? )?$/i;

/** How much a field's label, its record or its object says that the name in it is a patient's. */
export function recordScore(passage: Passage, name: NameMention, reading: Reading): number {
  const before = passage.text.slice(Math.max(0, name.start - 50), name.start);
  if (RECORD_LABEL.test(before)) return 1;
  if (/\breviewer["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i.test(before)) return bylineOf(passage, name) ? 0 : 0.85;
  if (/\bPatient\b/.test(passage.label)) return 0.95;
  if (passage.label === 'front matter' && ILLNESS_FIELD.test(passage.text) && /(?:^|\n)[\w-]{2,20}:\s?["']?$/.test(before) && /^["']?\s*(?:\n|$)/.test(passage.text.slice(name.end, name.end + 8)) && !bylineOf(passage, name)) return 0.85;
  if (/\bReview\b/.test(passage.label) && /author|reviewer|creator|name/.test(passage.label)) return 0.9;
  if (passage.zone === 'form' && /\b(?:name|fname|lname|first|last|message|patient)/i.test(passage.label)) return 0.8;
  if (name.title === 'patient') return 1;
  if (RECORD_FIELD.test(before) && !(/author|\bby\W*$/i.test(before) && (passage.zone === 'comment' || bylineOf(passage, name)))) {
    const beside = `${passage.text.slice(Math.max(0, name.start - 400), name.end + 400)} ${passage.zone === 'attribute' ? passage.element?.attributes.map((other) => `${other.name.replaceAll('-', ' ')}: ${other.name === 'class' ? other.value : ''}`).join(' ') ?? '' : ''}`;
    const health = reading.healthIn(name.start - 160, name.end + 160) >= 0.5;
    return RECORD_TOPIC.test(beside) || RECORD_QUOTE.test(beside) || (health && !/author/i.test(before)) ? 0.85 : 0.45;
  }
  if (MAIL_FROM.test(before) && reading.healthIn(0, passage.text.length) >= 0.5 && MYSELF.test(passage.text)) return 0.85;
  if (!passage.record) return 0;
  if (/first_?name|last_?name|patient/i.test(passage.label) || COLUMNS.test(passage.text)) return 0.85;
  return reading.dates.some(({ kind, year, start }) => kind === 'age' || year || /\d/.test(passage.text[start] ?? '')) && reading.healthIn(0, passage.text.length) >= 0.5 && name.form === 'full' && !/\bdr\.?\b/i.test(passage.text) ? 0.8 : 0;
}
