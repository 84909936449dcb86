import type { Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import { childrenOf, decodeReference, isElement, isText, runsOf, type HtmlElement, type HtmlNode } from './html-tree.ts';
import type { MaskedText } from './masked-text.ts';
import { holesBetween, type Hole } from './template-holes.ts';
import { readable } from './text-map.ts';

/** The source of a page for reading: `masked` has filler where template tags stand, and the same length. */
export interface HtmlSource {
  readonly source: string;
  readonly masked: MaskedText;
  readonly holes: readonly Hole[];
}

/** In an attribute `&copy=1` is no copyright sign; raw text (comments, scripts) knows no character references at all. */
export type TextMode = 'text' | 'preformatted' | 'attribute' | 'raw';

// The longest name has 31 letters.
const REFERENCE = /&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+)|[A-Za-z][A-Za-z0-9]{0,31});?/g;
const LINE_END = /\r\n?|\n/g;

/** Appends what a reader sees of a stretch of the source, reference by reference, with template tags as holes. */
export function appendHtml(block: BlockBuilder, html: HtmlSource, { from, to }: Range, mode: TextMode): void {
  let at = from;
  for (const hole of holesBetween(html.holes, from, to)) {
    appendPlain(block, html.masked, at, hole.from, mode);
    block.hole(hole);
    at = hole.to;
  }
  appendPlain(block, html.masked, at, to, mode);
}

function appendPlain(block: BlockBuilder, masked: MaskedText, from: number, to: number, mode: TextMode): void {
  for (const { text, from: start, to: end } of decodedStretches(masked, from, to, mode)) {
    if (mode === 'preformatted') appendLines(block, text, start, end);
    else block.append(text, start, end);
  }
}

function appendLines(block: BlockBuilder, text: string, from: number, to: number): void {
  let done = 0;
  // A decoded line feed stands for no line end of the source.
  if (text.length === to - from)
    for (const end of text.matchAll(LINE_END)) {
      if (end.index > done) block.append(text.slice(done, end.index), from + done, from + end.index);
      done = end.index + end[0].length;
      block.lineBreak(from + end.index, from + done);
    }
  if (done < text.length) block.append(text.slice(done), from + done, to);
}

/** The decoded text of a stretch, with `instead` of each template tag. */
export function decodeHtml(html: HtmlSource, { from, to }: Range, mode: TextMode, instead: (hole: Hole) => string): string {
  let value = '';
  let at = from;
  const decodeUntil = (end: number) => {
    for (const { text } of decodedStretches(html.masked, at, end, mode)) value += text;
  };
  for (const hole of holesBetween(html.holes, from, to)) {
    decodeUntil(hole.from);
    value += instead(hole);
    at = hole.to;
  }
  decodeUntil(to);
  return value;
}

/** The value of an attribute as a rule reads it: references decoded, template tags as they are written. */
export const decodeAttribute = (html: HtmlSource, range: Range): string =>
  decodeHtml(html, range, 'attribute', (hole) => html.source.slice(hole.from, hole.to));

/** Cuts `[from, to)` into stretches that stand for themselves and character references. */
function* decodedStretches(masked: MaskedText, from: number, to: number, mode: TextMode): Generator<{ text: string } & Range> {
  if (from >= to) return;
  const slice = masked.slice(from, to);
  let done = 0;
  if (mode !== 'raw' && slice.includes('&'))
    for (const { 0: reference, index } of slice.matchAll(REFERENCE)) {
      const text = decodeReference(reference);
      // `&notit;` is a not sign and the letters `it;`.
      const rest = sharedEnd(reference, text);
      const end = index + reference.length - rest;
      const doubtful =
        mode === 'attribute' && reference[1] !== '#' && (rest > 0 || (!reference.endsWith(';') && slice[end] === '='));
      if (text === reference || doubtful) continue;
      if (index > done) yield { text: slice.slice(done, index), from: from + done, to: from + index };
      yield { text: text.slice(0, text.length - rest), from: from + index, to: from + end };
      done = end;
    }
  if (done < slice.length) yield { text: slice.slice(done), from: from + done, to };
}

/** How many characters both end with; at least one of `text` is what the reference itself stands for. */
function sharedEnd(reference: string, text: string): number {
  let length = 0;
  while (length < text.length - 1 && reference.at(-1 - length) === text.at(-1 - length)) length++;
  return length;
}

/** The stretches of text that stand directly in an element. */
export const runsIn = (html: HtmlSource, element: HtmlElement): Range[] =>
  childrenOf(element).flatMap((node) => (isText(node) ? runsOf(node, html.masked) : []));

const ENOUGH = 200;

/** The readable text of an element and all that is in it, or the first 200 characters of it. */
export function readText(html: HtmlSource, element: HtmlElement): string {
  let text = '';
  const nodes: HtmlNode[] = [element];
  for (let node = nodes.pop(); node && text.length < ENOUGH; node = nodes.pop()) {
    if (isText(node)) for (const run of runsOf(node, html.masked)) text += decodeHtml(html, run, 'text', () => '');
    else if (isElement(node) && node.tagName !== 'script' && node.tagName !== 'style')
      for (let i = node.childNodes.length; i-- > 0;) nodes.push(node.childNodes[i] as HtmlNode);
  }
  return readable(text).trim().slice(0, ENOUGH);
}
