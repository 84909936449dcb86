/** Which strings of front matter, component props and exported data are copy, or tell something about a person. */

/** Everything below these keys is for programs: addresses, dates, switches, word lists for search engines. */
const FOR_PROGRAMS =
  /^(?:keywords?|tags?|categor(?:y|ies)|topics?|slug|permalink|layout|template|paths?|ur[li]s?|href|src|canonical(?:_?url)?|redirect_?(?:from|to)|alias(?:es)?|file(?:name)?|icon|css|class(?:es|name)?|scripts?|styles?(?:heets?)?|colou?r|theme|id|uuid|draft|published(?:_?at)?|date|lastmod|updated(?:_?at)?|modified|created(?:_?at)?|weight|order|robots|sitemap|promolint|lang(?:uage)?|locale)$/i;
/** Few words under these keys can still be a claim, or tell who somebody is. */
const TELLING =
  /name|author|patient|client|customer|reviewer|mail|phone|mobile|fax|^tel|address|street|location|city|town|state|county|zip|post(?:al)?_?code|birth|^dob$|^age$|mrn|ssn|npi|insur|member|record|diagnos|condition|treatment|procedure|surgery|visit|admission|discharge|appointment|doctor|provider|title|head|tagline|slogan|cta|button|label|alt|caption|summary|excerpt|description|text|copy|content|body|question|answer|quote|testimonial|review|result|benefit|claim|offer|price|badge|rating/i;

const FEW_WORDS = 4;

/** `path` is a key path such as `seo.keywords[2]`. */
export const isForPrograms = (path: string): boolean => path.split(/[.[]/).some((part) => FOR_PROGRAMS.test(part));

export const isTelling = (key: string): boolean => TELLING.test(key);

/** More than four words always are; fewer under a telling key, or when they look like words at all. */
export function isCopy(value: string, key: string): boolean {
  const words = value.trim().split(/\s+/, FEW_WORDS + 1).length;
  return isTelling(key) || words > FEW_WORDS || (words > 1 && /\p{L}/u.test(value));
}
