import type { PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import { STATE_CODES, STATES } from './words.ts';

/** What no family is called. */
const TOWN_ONLY = /\b(?:Springs|Falls|Heights|Creek|Village|Rapids|Junction|Crossing|Landing|Shores|Hollow|Beach|City)$/;
/** What towns are called, and families too. */
const TOWN_OR_FAMILY = /\b(?:Grove|Valley|Harbou?r|Hills?|Mills|Ridge|Haven|Ferry|Bluffs?|Rock|Lake|Bay|Point|Island|Park|Forest|Fields?|Bridge|Ford|Port|Corners?|Green)$/;
/** What no person is called, wherever it stands. */
const LANDFORM = /\s(?:Peak|Mountains?|Canyon|Butte|Gulch|Reservoir|Trailhead|Glacier|Lagoon|Estuary|Peninsula)$/;
const STANDS_IN = /\b(?:in|near|serving|around|outside|throughout|across) $/;
/** "Verde Mesa, AZ 85259" */
const ZIP_BEHIND = new RegExp(String.raw`^(?: [A-Z][a-z]+){0,2}, (?:${[...STATE_CODES].join('|')})\.? \d{5}\b`);
const COMES_FROM = /\b(?:in|near|serving|around|outside|throughout|across|at|from|of|to) $/;
const BEHIND_STREET = /\d{1,5} \p{Lu}[\p{L} .]{2,40}, (?:(?:Suite|Ste\.?|Unit|Floor|No\.) [\p{L}\d-]{1,6}, )?$/u;
const STREET_BEFORE = /\b\d{1,5} (?:[NSEW]\.? )?(?:[\p{Lu}\d][\p{L}\d'’.-]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Circle|Trail|Highway|Hwy|Parkway|Pkwy|Plaza|Square|Sq)\.?,? (?:(?:Suite|Ste\.?|Unit|Floor|#) ?[\w-]{1,5},? )?(?:in )?$/u;
const STATE_BEHIND = new RegExp(String.raw`^, (?:[A-Z]{2}\b|(?:${[...STATES].join('|')})\b)`, 'i');

/** "in Briar Creek, North Carolina": a place by its last word and by what stands around it. */
export function isTown(text: string, { start, end, given, form }: NameMention, lexicon: PeopleLexicon): boolean {
  if (ZIP_BEHIND.test(text.slice(end, end + 40))) return true;
  // "300 Main St., Dayton."
  if (form === 'given' && STREET_BEFORE.test(text.slice(Math.max(0, start - 60), start)) && /^(?:[.,;|]|\s*$|\s[–—-])/.test(text.slice(end))) return true;
  const name = text.slice(start, end);
  if (LANDFORM.test(name)) return true;
  const sure = TOWN_ONLY.test(name);
  if (!sure && !TOWN_OR_FAMILY.test(name)) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  if (STATE_BEHIND.test(text.slice(end, end + 30)) || BEHIND_STREET.test(before)) return true;
  if (sure) return COMES_FROM.test(before);
  return STANDS_IN.test(before) && (given === undefined || lexicon.givenName(given) === undefined);
}
