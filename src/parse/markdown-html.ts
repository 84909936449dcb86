/** Where HTML starts and ends in Markdown, by the rules of CommonMark. */

const ATTRIBUTE = String.raw`[ \t\n]+[A-Za-z_:][\w.:-]*(?:[ \t\n]*=[ \t\n]*(?:[^ \t\n"'<=>${'`'}][^ \t\n"'<=>${'`'}/]*|'[^']*'|"[^"]*"))?`;
const TAG = new RegExp(String.raw`^<(?:[A-Za-z][A-Za-z\d-]*(?:${ATTRIBUTE})*[ \t\n]*/?|/[A-Za-z][A-Za-z\d-]*[ \t\n]*)>`);
// In a block, an address without quotes ends before a slash, even at once.
const ALONE = TAG.source.replace(String.raw`[^ \t\n"'<=>${'`'}][^ \t\n"'<=>${'`'}/]*`, String.raw`[^ \t\n"'<=>${'`'}/]*`);
const TAG_ALONE = new RegExp(`${ALONE}[ \\t]*$`);

// No tag in running text is longer; a longer one is left to remark.
const LONGEST = 20_000;

/** Where the tag, comment or the like ends that starts at `at`; -1 when none does. */
export function inlineHtmlEnd(text: string, at: number, end: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 33) {
    if (text.startsWith('--', at + 2)) {
      if (text[at + 4] === '>') return within(at + 5, end);
      if (text.startsWith('->', at + 4)) return within(at + 6, end);
      return endOf(text, '-->', at + 4, end);
    }
    if (text.startsWith('[CDATA[', at + 2)) return endOf(text, ']]>', at + 9, end);
    return /[A-Za-z]/.test(text[at + 2] ?? '') ? endOf(text, '>', at + 3, end) : -1;
  }
  if (next === 63) return endOf(text, '?>', at + 2, end);
  if (next !== 47 && !isLetter(next)) return -1;
  const match = TAG.exec(text.slice(at, Math.min(end, at + LONGEST)));
  return match ? at + match[0].length : -1;
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const within = (to: number, end: number): number => (to <= end ? to : -1);

function endOf(text: string, delimiter: string, from: number, end: number): number {
  const at = text.slice(from, end).indexOf(delimiter);
  return at < 0 ? -1 : from + at + delimiter.length;
}

/** How an HTML block goes on: up to a line that holds `end`, searched from `searchFrom` in the first; without it, to an empty line. */
export interface HtmlStart {
  readonly end?: RegExp;
  readonly searchFrom: number;
}

const BLOCK_NAMES = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav ' +
    'noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);
const RAW = /^<(?:script|pre|style|textarea)(?=[ \t>]|$)/i;
const RAW_END = /<\/(?:script|pre|style|textarea)>/i;
const NAME = /^<\/?([A-Za-z][A-Za-z\d-]*)(?=[ \t>/]|$)/;

/** Whether a line that starts with `<` starts an HTML block. A tag of no block element cannot interrupt a paragraph. */
export function htmlStart(line: string, interrupts: boolean): HtmlStart | undefined {
  if (RAW.test(line)) return { end: RAW_END, searchFrom: 1 };
  if (line.startsWith('<!--')) return { end: /-->/, searchFrom: 2 };
  if (line.startsWith('<?')) return { end: /\?>/, searchFrom: 1 };
  if (line.startsWith('<![CDATA[')) return { end: /\]\]>/, searchFrom: 9 };
  if (/^<![A-Za-z]/.test(line)) return { end: />/, searchFrom: 3 };
  const [opening, name] = NAME.exec(line) ?? [];
  if (opening === undefined) return undefined;
  if (BLOCK_NAMES.has(name!.toLowerCase()))
    return line[opening.length] !== '/' || line[opening.length + 1] === '>' ? { searchFrom: 0 } : undefined;
  return !interrupts && TAG_ALONE.test(line) ? { searchFrom: 0 } : undefined;
}
