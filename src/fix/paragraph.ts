import type { Block, Document } from '../rule.ts';
import { beforeParagraph } from '../parse/html-containers.ts';
import { toSource } from '../parse/text-map.ts';
import { BOLD, linesAround, newLineOf, written } from './notation.ts';
import { isBody } from './own.ts';

/** An insertion into the source. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A paragraph of its own behind what the block stands in; undefined where none can go. */
export function paragraphBehind(document: Document, block: Block, words: string, bold: boolean): Insertion | undefined {
  if (!isBody(block) || block.kind === 'footnote' || block.pieces.length === 0) return undefined;
  const { to } = toSource(block.pieces, 0, block.text.length);
  return document.format === 'html' ? inHtml(document, to - 1, words, bold) : inLines(document, to, words, bold);
}

/** The block that ends the page's copy: neither a footnote nor what stands in the foot of the page. */
export const lastBlock = ({ blocks }: Document): Block | undefined =>
  blocks.findLast((block) => isBody(block) && block.kind !== 'footnote' && block.region === 'main');

function inHtml({ source, ...document }: Document, offset: number, words: string, bold: boolean): Insertion | undefined {
  const before = beforeParagraph({ source, ...document }, offset);
  if (!before) return undefined;
  const line = source.slice(linesAround(source, { from: before.from, to: before.from }).from, before.from);
  // Markup that was written in one line stays in one line.
  const gap = /^[ \t]*$/.test(line) ? newLineOf(source) + line : '';
  const [open, close] = bold ? BOLD.html : ['', ''];
  return { at: before.to, text: `${gap}<p>${open}${written(words, 'html')}${close}</p>` };
}

/** Markdown and plain text: behind the last line of what has no blank line in it, and of a list or quote that goes on behind one. */
function inLines({ source, format }: Document, offset: number, words: string, bold: boolean): Insertion {
  const at = endOfLines(source, offset);
  const notation = format === 'text' ? 'text' : 'markdown';
  const [open, close] = bold ? BOLD[notation] : ['', ''];
  const gap = newLineOf(source).repeat(2);
  return { at, text: `${gap}${open}${written(words, notation)}${close}` };
}

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
/** What goes on with a list, a quote or a footnote after a blank line. */
const CONTINUED = /^(?: {2,}|\t|>|(?:[-+*]|\d{1,9}[.)])[ \t])/;

function endOfLines(source: string, offset: number): number {
  let end = linesAround(source, { from: offset, to: offset }).to;
  const first = linesAround(source, { from: offset, to: offset });
  const inList = CONTINUED.test(source.slice(first.from, first.to));
  let fenced = false;
  for (let line = nextLine(source, end); line; line = nextLine(source, line.to)) {
    const text = source.slice(line.from, line.to);
    if (FENCE.test(text)) fenced = !fenced;
    if (fenced || text.trim() !== '') {
      end = line.to;
      continue;
    }
    const next = lineAfterBlanks(source, line.to);
    if (!next || !inList || !CONTINUED.test(next)) return end;
  }
  return end;
}

function nextLine(source: string, end: number): { readonly from: number; readonly to: number } | undefined {
  if (end >= source.length) return undefined;
  const from = end + (source.startsWith('\r\n', end) ? 2 : 1);
  return { from, to: linesAround(source, { from, to: from }).to };
}

const lineAfterBlanks = (source: string, end: number): string | undefined => /[^\r\n]*\S[^\r\n]*/.exec(source.slice(end, end + 2000))?.[0];

