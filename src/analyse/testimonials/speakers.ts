import type { Block, Span, Testimonial } from '../../rule.ts';
import type { Lexicon } from '../lexicon.ts';
import { sift } from '../../match/sift.ts';

export interface Speaker { readonly block: Block; readonly start: number; readonly end: number; readonly voice: Testimonial['voice'] }

const SAYS = 'says|said|writes|wrote|shares|shared|tells us|told us|recalls|recalled|explains|explained|reports|raves|raved|adds|added|admits|notes|noted|reveals|gushes|exclaims|remembers|smiles|laughs';
const WORD = "\\p{Lu}[\\p{L}\\p{M}'\u2019-]{0,30}\\.?";
const NAME = `(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Rev|Patient|The)\\.?\\s)?@?${WORD}(?:\\s(?:${WORD}|&|and|de|van|von|la|del)){0,4}`;
const ROLE =
  "(?:an?\\s|our\\s|one\\s|the\\s|another\\s)?(?:[\\p{L}'\u2019-]{2,20}\\s){0,3}(?:patient|client|customer|member|mother|mom|mum|father|dad|parent|wife|husband|daughter|son|user|buyer|reviewer|guest|resident|survivor|nurse|teacher|runner|athlete|anonymous|grandmother|grandfather|veteran|shopper|subscriber|couple|family)s?\\b";
const AFTER = sift(new RegExp(`^[\\s,.!]{0,4}(?:[-\u2013\u2014\u2015~|]{1,3}\\s{0,3}|\\(\\s?)(?:(?:by|from|via)\\s)?(${NAME}|${ROLE})([^"\u201c.!?;]{0,80})`, 'u'));
const SAID_AFTER = sift(new RegExp(`^[\\s,.!]{0,4}(?:${SAYS})\\s(${NAME}|${ROLE})([^"\u201c.!?;]{0,60})|^[\\s,.!]{0,4}(${NAME}|${ROLE}|she|he|they)\\s(?:${SAYS})\\b([^"\u201c.!?;]{0,60})`, 'u'));
const SAID_BEFORE = sift(new RegExp(`(${NAME}|${ROLE}|[Ss]he|[Hh]e|[Tt]hey)(?:,[^,.!?]{1,60},)?\\s(?:\\p{Ll}{2,12}\\s){0,3}(?:${SAYS})(?:\\s\\p{Ll}{2,12}){0,3}[:,]?\\s{0,2}$`, 'u'));
const NAMED_BEFORE = sift(new RegExp(`^\\W{0,4}(${NAME})(?:,\\s?\\d{1,3}|\\s?\\([^)]{1,60}\\))?\\s?[:\u2013\u2014-]\\s{0,2}$`, 'u'));
const NAME_LINE = sift(new RegExp(`^[\\s\u2013\u2014\u2015~\u2022\u2605\u2b50|-]{0,10}(?:(?:by|from|via)\\s)?(${NAME})(?:[,(|\u2013\u2014\u00b7\u2022-]|\\s[(|\u2013\u2014\u00b7\u2022-]|$|\\s(?:from|in|of)\\s)`, 'u'));
const DASHED_LINE = /^\s{0,3}[\u2013\u2014\u2015~-]{1,3}\s{0,3}\S.{1,90}$/;

/** After a `<q>` or a quotation that fills its block, the name may follow without a dash. */
const BARE_AFTER = sift(new RegExp(`^\\s{1,3}(${NAME}(?:,?\\s[^.!?]{1,40})?)\\.?$`, 'u'));
/** "Leona M.", "Omar, 58", "Aaron B. (frozen shoulder)", "Verified patient": a person, not a menu entry like "Dental Implants". */
const PERSON_FORM = sift(/^\W{0,8}(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s\p{Lu}|\p{Lu}[\p{Ll}'\u2019-]+\s\p{Lu}\.?(?=[\s,(|\u2013\u2014-]|$)|\p{Lu}\.\s?\p{Lu}\.|[\p{L}\s'\u2019.-]{2,40},\s(?:age[d]?\s)?\d{2}\b)|\b(?:patient|client|customer|verified|reviewer|anonymous|buyer|google review|mother of|mom of|mum of|dad of)\b/iu);
const PERSON_CLASS = /author|name|cite|person|client|patient|customer|attribution|byline|by-?line|reviewer|who/i;

const EXPERT =
  sift(/\b(?:Dr|Drs|Doctor|Prof|Professor)\b\.?|\b(?:M\.?D|D\.?O|D\.?D\.?S|D\.?M\.?D|D\.?C|Ph\.?D|R\.?N|N\.?P|PA-C|Pharm\.?D|R\.?D\.?N|L\.?C\.?S\.?W|MBBS|FRC[A-Z]{1,4}|FACS|FAAD|LAc|DPT|MPH|M\.?Sc|N\.?D)\b|\b(?:surgeon|physician|dermatologist|dentist|orthodontist|cardiologist|oncologist|psychiatrist|psychologist|pharmacist|nutritionist|dietiti?an|scientist|researcher|epidemiologist|chiropractor|acupuncturist|naturopath|pediatrician|paediatrician|gynecologist|clinician|[Pp]hysiotherapist|[Pp]hysical therapist|[Oo]ccupational therapist|[Aa]udiologist|[Oo]ptometrist|[Hh]ygienist|[Mm]idwife|[Oo]steopath|[Pp]odiatrist|[Pp]sychotherapist|[Uu]rologist|[Nn]eurologist|[Rr]heumatologist|[Ee]ndocrinologist|[Gg]astroenterologist|[Aa]llergist|[Rr]adiologist|[Rr]egistered nurse|[Nn]urse practitioner|[Pp]aramedic|[Ss]peech therapist|medical director|chief medical officer|spokes\w{3,6}|executive director|president of|lead author|co-author|study author|expert)\b/);
const INSIDER = sift(/\b(?:CEO|founder|co-?founder|owner|practice manager|office manager|marketing|clinic director|our (?:own )?(?:nurse|receptionist|staff|team|manager)|staff member|employee|team member)\b/i);
const CELEBRITY =
  sift(/\b(?:actor|actress|singer|Olympi(?:an|c)|Paralympi(?:an|c)|NFL|NBA|MLB|NHL|UFC|PGA|TV (?:star|host|presenter|personality|doctor)|celebrity|influencer|reality star|footballer|supermodel|world champion|gold medal+ist|YouTuber|podcaster|rapper|Hall of Fame|(?:pro|professional) (?:athlete|golfer|cyclist|linebacker|quarterback|boxer|wrestler|player|football(?:er)?|basketball|baseball|hockey|tennis|surfer|bodybuilder)|linebacker|quarterback|brand (?:captain|ambassador|face)|face of|bodybuilding champion|Grammy|Emmy|Oscar|Miss (?:America|USA|Universe)|radio host|news anchor|comedian)\b/i);

/** Who an attribution points to, by its credentials and roles. */
export function voiceOf(words: string): Testimonial['voice'] {
  if (CELEBRITY.test(words)) return 'celebrity';
  if (EXPERT.test(words)) return 'expert';
  if (INSIDER.test(words)) return 'advertiser';
  return 'patient';
}

/** The speaker named around a quotation in its own block: "— Dana, 41", "says Bill", "Maria told us:". */
export function speakerBeside(block: Block, quotation: Span): Speaker | undefined {
  const after = block.text.slice(quotation.end, quotation.end + 160);
  const before = block.text.slice(Math.max(0, quotation.start - 140), quotation.start);
  const dashed = AFTER.exec(after);
  if (dashed?.[1] !== undefined) return speakerAt(block, quotation.end + dashed[0].indexOf(dashed[1]), dashed[1] + (dashed[2] ?? ''));
  const said = SAID_AFTER.exec(after);
  const named = said?.[1] ?? said?.[3];
  if (said && named !== undefined) return speakerAt(block, quotation.end + said[0].indexOf(named), named + (said[2] ?? said[4] ?? ''));
  const told = SAID_BEFORE.exec(before);
  if (told?.[1] !== undefined) return speakerAt(block, quotation.start - before.length + told.index, told[0]);
  const bare = BARE_AFTER.exec(block.text.slice(quotation.end));
  if (bare?.[1] !== undefined && quotation.end - quotation.start > 12) return speakerAt(block, quotation.end + bare[0].indexOf(bare[1]), bare[1]);
  const label = NAMED_BEFORE.exec(block.text.slice(0, quotation.start));
  if (label?.[1] !== undefined) return speakerAt(block, label[0].indexOf(label[1]), label[0].trim());
  return undefined;
}

/** A block that only names the speaker: "— Dana R., Austin", "Omar, 58", or a `<cite>`. */
export function speakerLine(block: Block | undefined, lexicon: Lexicon): Speaker | undefined {
  if (!block || block.text.length > 110 || block.kind === 'button' || block.kind === 'label' || block.origin === 'attribute') return undefined;
  const text = block.text.trim();
  if (text === '' || /[?!:]$/.test(text)) return undefined;
  const dashed = DASHED_LINE.test(text) && !/^[-\u2013\u2014]\s?\d/.test(text);
  const cite = block.marks.some((mark) => mark.kind === 'cite');
  const words = text.split(/\s+/).length;
  const named = NAME_LINE.exec(text);
  if (dashed || cite) return speakerAt(block, block.text.length - block.text.trimStart().length, text);
  if (!named || words > 9 || /\.\s\p{Lu}/u.test(text.slice((named[1] ?? '').length))) return undefined;
  const first = /\p{L}[\p{L}'\u2019-]*/u.exec(named[1] ?? '')?.[0] ?? '';
  if (!PERSON_FORM.test(text) && !isGivenName(first, lexicon) && !block.classes.slice(0, 2).some((name) => PERSON_CLASS.test(name))) return undefined;
  return speakerAt(block, block.text.length - block.text.trimStart().length, text);
}

const givenNames = new WeakMap<Lexicon, ReadonlySet<string>>();

/** A given name that is no ordinary word too. */
export function isGivenName(word: string, lexicon: Lexicon): boolean {
  let known = givenNames.get(lexicon);
  if (!known) {
    known = new Set(lexicon.entries('names').filter((entry) => entry['also_word'] !== true).map((entry) => entry.term.toLowerCase()));
    givenNames.set(lexicon, known);
  }
  return known.has(word.toLowerCase());
}

function speakerAt(block: Block, start: number, words: string): Speaker {
  return { block, start, end: Math.min(block.text.length, start + words.trimEnd().length), voice: voiceOf(words) };
}
