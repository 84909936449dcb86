import type { Document, Range } from '../rule.ts';

/** How words must be written at a place so that a reader sees just them. */
export type Notation = 'markdown' | 'html' | 'text';

/** The notation at an offset of the source: Markdown holds HTML, whose lines know no Markdown. */
export function notationAt({ format, source }: Pick<Document, 'format' | 'source'>, offset: number): Notation {
  if (format !== 'markdown') return format;
  return isHtmlBlock(paragraphAround(source, offset)) ? 'html' : 'markdown';
}

/** Tags with which a line of Markdown begins a block of HTML, up to the next blank line. */
const BLOCK_TAG =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[\s/>]|$)/i;
/** Another tag does so too, when it stands alone on its line. */
const LONE_TAG = /^ {0,3}<\/?[a-z][^<>]{0,500}>[ \t]*(?:\r|\n|$)/i;

const isHtmlBlock = (lines: string): boolean => BLOCK_TAG.test(lines) || LONE_TAG.test(lines);

/** The lines from the last blank one before the offset up to it. */
function paragraphAround(source: string, offset: number): string {
  const before = source.slice(Math.max(0, offset - LONGEST), offset);
  const blank = before.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/);
  return blank.at(-1)!.replace(/^[\r\n]+/, '');
}

/** UTF-16 units of a paragraph; of a longer one the beginning is not looked for. */
const LONGEST = 20_000;

/** Words as they must be written so that a reader sees them, and nothing else happens. */
export function written(words: string, notation: Notation): string {
  if (notation === 'markdown') return words.replace(/[\\`*_[\]<>{}|~]/g, '\\$&').replace(/&(?=#|[a-z])/gi, '&amp;');
  if (notation === 'html') return words.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
  return words;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What goes around words to make them bold; plain text has nothing for it. */
export const BOLD: Readonly<Record<Notation, readonly [string, string]>> = {
  markdown: ['**', '**'],
  html: ['<strong>', '</strong>'],
  text: ['', ''],
};

/** The line end that the file uses; that of its first line where it mixes them. */
export const newLineOf = (source: string): string => /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';

/** The whole lines that a range touches, without the end of the last. */
export function linesAround(source: string, { from, to }: Range): Range {
  const start = Math.max(source.lastIndexOf('\n', from - 1), source.lastIndexOf('\r', from - 1)) + 1;
  const end = /[\r\n]/.exec(source.slice(to));
  return { from: start, to: end ? to + end.index : source.length };
}
