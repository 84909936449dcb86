/**
 * Expressions over all letters of Unicode take the engine ten times as long to compile and to run as those over the letters of
 * Western Europe, which is all that most copy holds. So each has a narrow twin for copy that holds nothing else.
 */

/** Beside Latin-1, plain copy holds dashes, quotes, bullets, arrows and signs: no letter, mark or number among them. */
const isSign = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x205e && code !== 0x2028 && code !== 0x2029) ||
  code === 0x20ac || code === 0x2122 ||
  (code >= 0x2190 && code <= 0x21ff) || (code >= 0x2500 && code <= 0x2775);

export const isPlain = (code: number): boolean => code <= 0xff || isSign(code);

const PLAIN = /^[\0-\xff\u2010-\u2027\u202a-\u205e\u20ac\u2122\u2190-\u21ff\u2500-\u2775]*$/;
/** The same of all characters of a text. */
export const hasPlainAlone = (text: string): boolean => PLAIN.test(text);

const LETTERS = 'A-Za-z\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff';
/** Letters that have another case. */
const CASED = 'A-Za-z\\xb5\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff';
/** What plain copy holds of a class; of marks it holds none, so that any of them will do. */
const CLASSES: Readonly<Record<string, string>> = {
  L: LETTERS,
  Lu: 'A-Z\\xc0-\\xd6\\xd8-\\xde',
  Ll: 'a-z\\xb5\\xdf-\\xf6\\xf8-\\xff',
  M: '\\u0300',
  N: '0-9\\xb2\\xb3\\xb9\\xbc-\\xbe',
};

/** A class of Unicode, or what tells where brackets begin and end. */
const PART = /\\p\{(\w+)\}|\\.|[[\]]/gs;
/** What means something else without the flag `u`, or folds to ASCII; and classes that are not known here. */
const NEEDS_UNICODE = /\\u\{|\\P|\\p\{(?!(?:L|Lu|Ll|M|N)\})|[\ud800-\udfff\u017f\u212a]|\\u(?:[dD][89a-fA-F]|017[fF]|212[aA])/;
const WITHOUT_CASED = /\[\^[^\]]*\\p\{L[ul]\}/;

/** An expression that matches in plain copy as `pattern` does, or undefined where it would be the same or is not known. */
export function narrowed(pattern: RegExp): RegExp | undefined {
  const { source, flags } = pattern;
  if (!flags.includes('u') || !source.includes('\\p{') || NEEDS_UNICODE.test(source)) return undefined;
  const anyCase = flags.includes('i');
  if (anyCase && WITHOUT_CASED.test(source)) return undefined;
  let inBrackets = false;
  const narrow = source.replace(PART, (part, name: string | undefined) => {
    if (name === undefined) {
      if (part === '[' || part === ']') inBrackets = part === '[';
      return part;
    }
    const characters = anyCase && (name === 'Lu' || name === 'Ll') ? CASED : CLASSES[name]!;
    return inBrackets ? characters : `[${characters}]`;
  });
  return new RegExp(narrow, flags.replace('u', ''));
}
