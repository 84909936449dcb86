import { parseFragment } from 'parse5';
import type { Document, Piece } from '../../src/rule.ts';

const TEMPLATE_TAG = /^(?:\{\{|\{%|\{#|<\?|<%|\$\{|\*\||%%|\[[A-Z]|\{)/;
const FOLDED_LINES =
  /^(?:[\s\u0085\u00a0]|\{[^]{0,80}?\}+|\\[ \t]*\r?\n|[>|]|<[^>]*>|\\[nrt]|&(?:nbsp|#160|#xa0|ensp|emsp|thinsp|Tab|NewLine);?)+$/i;

/** Whether `piece.text` is what a reader sees of its slice: the slice itself, or the one unit that the slice spells out. */
export function decodedSliceMatches({ text, from, to }: Piece, source: string): boolean {
  const slice = source.slice(from, to);
  if (text === slice) return true;
  if (text === ' ') return FOLDED_LINES.test(slice);
  if (text === '\uFFFC') return TEMPLATE_TAG.test(slice);
  return decodings(slice).some((decoded) => decoded === text || readable(decoded) === text);
}

function decodings(slice: string): string[] {
  const html = (parseFragment(slice).childNodes[0] as { value?: string } | undefined)?.value ?? '';
  return [
    html,
    slice.replace(/^\\([!-/:-@[-`{-~])$/, '$1'),
    slice.replace(/^\[\^(.*)\]$/s, '[$1]'),
    slice.replace(/^''$/, "'"),
    /^\\(?:["/\\]|[xuU][\da-fA-F]+)$/.test(slice) ? (JSON.parse(`"${slice.replace(/^\\x/, '\\u00')}"`) as string) : slice,
    slice.replaceAll('\0', '\uFFFD'),
  ];
}

const readable = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ');

/** Everything that is wrong with the places in a document, in words. */
export function faultsOf({ blocks, elements, source }: Document): string[] {
  const faults: string[] = [];
  for (const block of blocks) {
    const where = `block ${block.index} (${block.kind}, ${block.origin})`;
    if (block.text.trim() !== block.text || /\s\s/.test(block.text)) faults.push(`${where}: white space is not collapsed`);
    if (block.pieces.map((piece) => piece.text).join('') !== block.text) faults.push(`${where}: the pieces are not the text`);
    for (const piece of block.pieces) {
      if (piece.from >= piece.to || piece.to > source.length)
        faults.push(`${where}: the piece ${piece.from}-${piece.to} has no place`);
      else if (!decodedSliceMatches(piece, source)) {
        faults.push(`${where}: ${JSON.stringify(piece.text)} is not ${JSON.stringify(source.slice(piece.from, piece.to))}`);
      }
    }
    for (const part of [...block.marks, ...block.links]) {
      if (part.start < 0 || part.end > block.text.length || part.start > part.end)
        faults.push(`${where}: a mark or link is out of bounds`);
    }
    if (block.element !== undefined && !elements[block.element]) faults.push(`${where}: its element is missing`);
  }
  for (const [at, block] of blocks.entries()) if (block.index !== at) faults.push(`block ${at}: numbered ${block.index}`);
  for (const [at, element] of elements.entries()) {
    if (element.index !== at) faults.push(`element ${at}: numbered ${element.index}`);
    if (element.block >= blocks.length) faults.push(`element ${at}: its block is missing`);
  }
  return faults;
}
