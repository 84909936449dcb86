import { stripVTControlCharacters } from 'node:util';

// C0 and C1 controls, soft hyphen, bidirectional controls, characters of no width, line separators, byte-order mark,
// interlinear and tag characters: on a terminal or in a log they can hide, reorder or forge text.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** What stands in a block's text for a template tag. */
const HOLE = '\ufffc';

/** Copy (or a file's name) as one line that is safe to print: no control, escape or bidirectional characters. */
export function plain(text: string): string {
  // Most copy is plain already, and the test is cheaper than three rewritings.
  if (!/[^ -~\u00a1-\u00ac\u00ae-\u0600]/.test(text)) return text;
  return stripVTControlCharacters(text.replace(/[\t\n\r]+/g, ' '))
    .replace(UNSEEN, '')
    .replaceAll(HOLE, '…');
}

/** The name of a file as one line: what nobody would see of it stands there as an escape, so that two files never look the same. */
export const plainPath = (path: string): string => plain(path.replace(UNSEEN, (hidden) => ESCAPES[hidden] ?? `\\u{${hidden.codePointAt(0)!.toString(16)}}`));

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Lines of which none is a command to the runner of a CI job. GitHub Actions obeys a line that begins with `::error::` and the like,
 * behind white space too, and `##[error]` anywhere; Azure Pipelines `##vso[…]`.
 */
export const inert = (lines: string): string =>
  lines.replace(/^([^\S\n]*):(?=:)/gm, '$1: ').replace(/##(?=[a-z]*\[)/gi, '# #');

/** Cut to at most `limit` UTF-16 units, with an ellipsis for what is left out, and never through a surrogate pair. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const cut = limit - 1;
  return `${text.slice(0, isHighSurrogate(text, cut - 1) ? cut - 1 : cut)}…`;
}

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
