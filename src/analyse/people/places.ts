import type { Span } from '../../rule.ts';
import { CALENDAR, ORGANIZATION_NOUNS, STATES, STATE_CODES } from './words.ts';
import { sift } from '../../match/sift.ts';

/** `street` and `zip` name a household or a district; `town` needs a person that it is tied to. */
export interface PlaceMention extends Span { readonly scale: 'street' | 'zip' | 'town' }

// Letters of Latin script are written out: the classes of Unicode cost milliseconds to compile, each time a run begins.
const STREET = sift(/\b\d{1,5} (?:[NSEW]\.? |North |South |East |West )?(?:[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’]{1,20}\.? |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Way|Terrace|Circle|Cir|Trail|Highway|Hwy|Close|Crescent)\b\.?/);
const ZIP = sift(/(?<![\d.,$#-])\d{5}(?:-\d{4})?(?![\d%-]|[.,]\d)/);
const GEOCODE = sift(/(?<![\d.])-?\d{1,2}\.\d{3,8}, ?-?\d{1,3}\.\d{3,8}(?!\d)/);
const TOWN = sift(/(?<=\b(?:from|of|in|near|outside|around|to|at|for|attends|employer,|school,|church,) )(?:the )?(?:(?:St|Ste|Mt|Ft)\. )?[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’-]{2,20}(?: (?:of |on |upon )?[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’.-]{1,20}){0,2}(?:, (?:[A-Z]{2}\b|[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ.]{2,14}))?/);
/** "the Elkhart mother of three" */
const NATIVE = sift(/(?<=\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Oo]ne) )[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ'’-]{2,16}(?: [A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ'’-]{2,16})?(?=,? (?:[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]+ )?(?:[a-z]+ ){0,2}(?:man|woman|mother|father|mom|dad|clown|cowboy|cowgirl|trooper|trucker|barber|baker|butcher|plumber|welder|roofer|mechanic|waitress|waiter|bartender|cashier|carpenter|electrician|logger|miner|fisherman|lobsterman|musician|dancer|realtor|postman|librarian|teacher|firefighter|teen(?:ager)?|girl|boy|couple|family|resident|grandmother|grandfather|native|farmer|retiree|widow|widower|veteran|rancher|student|driver)\b)/);
const SCHOOL = sift(/(?<=\b(?:at|of|on the|on|attends|from|in) (?:the )?)(?:[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’.-]{1,20} ){1,3}(?:High School|Elementary(?: School)?|Middle School|Academy|University|College|Church)\b/);
const COUNTY = sift(/(?:[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’.-]{1,20} ){1,2}(?:County|Parish|Township|Borough)\b/);

/** What forms and manuals fill in where somebody's address will stand. */
const SAMPLE_STREET = /^(?:1{3}|123\d{0,2}|555|999) (?:Main|Maple|Any|Anywhere|Elm|Oak|First|Sample|Example|Fake|Your|Street|Test)\b/;
const SAMPLE_ZIP = /^(?:12345|(\d)\1{4})\b/;

/** "lives on Quarry Hollow Lane" */
const HOME_STREET = sift(/(?<=\b(?:lives?|lived|living|home|house|apartment|neighbou?rs?) (?:on|off) )(?:[A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ'’]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Lane|Ln|Drive|Court|Way|Terrace|Circle|Trail)\b/);

/** What towns are called, and organisations too. */
const TOWN_NOUN = /^(?:city|beach|springs|falls|heights|lake|park|grove|valley|creek|harbor|village|hills|island|bay|point|rapids|junction|city,)$/i;

/** Larger than a state. */
const REGION = /^(?:the )?(?:(?:upper |lower )?midwest|(?:deep )?south|north ?east|north ?west|south ?east|south ?west|pacific northwest|(?:east|west|gulf) coast|new england|rockies|rocky mountains|great (?:plains|lakes)|mountain west|sun belt|heartland|us|u\.s|united states|states|north|east|west)$/i;

/** "Cut Bank, MT" */
const STATE_BEHIND = new RegExp(`, (?:${[...STATE_CODES].join('|')})$`);

/** Places below a state. Whose they are, is judged elsewhere. */
export function findPlaces(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  const add = (scale: PlaceMention['scale'], start: number, end: number): void => {
    if (!found.some((place) => start < place.end && end > place.start)) found.push({ scale, start, end });
  };
  for (const match of STREET.all(text)) if (!SAMPLE_STREET.test(match[0])) add('street', match.index, match.index + match[0].length);
  for (const match of GEOCODE.all(text)) add('street', match.index, match.index + match[0].length);
  for (const match of ZIP.all(text)) {
    if (SAMPLE_ZIP.test(match[0])) continue;
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const state = /([A-Z]{2})\.? $/.exec(before);
    if ((state && STATE_CODES.has(state[1]!)) || /(?:zip(?: ?codes?)?|in|from|of|outside|near|around)[:# ]{1,3}$/i.test(before)) add('zip', match.index, match.index + match[0].length);
  }
  for (const match of HOME_STREET.all(text)) add('street', match.index, match.index + match[0].length);
  for (const match of NATIVE.all(text)) if (!STATES.has(match[0].toLowerCase())) add('town', match.index, match.index + match[0].length);
  for (const match of SCHOOL.all(text)) add('town', match.index, match.index + match[0].length);
  for (const match of COUNTY.all(text)) add('town', match.index, match.index + match[0].length);
  for (const match of TOWN.all(text)) {
    if (/^(?:the )?(?:ZIP\b|[A-Z]{2,6}s?$)/.test(match[0])) continue;
    // "from Ridgeline Dermatology. You get it …"
    if (/\b[a-zß-ÿ]{4,}\. [A-Z]/.test(match[0])) continue;
    const words = match[0].split(/[ ,]+/);
    if (STATES.has(match[0].toLowerCase()) || REGION.test(match[0]) || CALENDAR.has(words[0]!.toLowerCase()) || (!STATE_BEHIND.test(match[0]) && words.some((word) => ORGANIZATION_NOUNS.has(word.toLowerCase()) && !TOWN_NOUN.test(word)))) continue;
    add('town', match.index, match.index + match[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}
