import type { Block, Range, Span } from '../rule.ts';
import { slicePieces } from '../parse/text-map.ts';

/** What stands in a block's text for a template tag. */
const HOLE = '\ufffc';

/**
 * The source of a stretch of copy that a fix may write over: plain copy in one go. Undefined for what a fix does not own: front
 * matter and other data, comments, code, template tags, and words with markup between them.
 */
export function ownedRange(block: Block, span: Span): Range | undefined {
  if (!isCopy(block) || span.start >= span.end) return undefined;
  if (block.text.slice(span.start, span.end).includes(HOLE)) return undefined;
  const touched = block.marks.filter(({ start, end }) => start < span.end && span.start < end);
  if (touched.some(({ kind }) => kind === 'code' || kind === 'hole' || kind === 'footnote-ref')) return undefined;
  const pieces = slicePieces(block.pieces, span.start, span.end);
  if (pieces.length === 0 || pieces.some((piece, index) => index > 0 && pieces[index - 1]!.to !== piece.from)) return undefined;
  return { from: pieces[0]!.from, to: pieces.at(-1)!.to };
}

/** Front matter and JSON-LD are data: other programs read them, each in its own way. */
export const isCopy = ({ kind, origin }: Block): boolean =>
  kind !== 'comment' && kind !== 'data' && (origin === 'body' || origin === 'head' || origin === 'attribute');

/** Copy in the body of the page, where words can be added and markup put around them. */
export const isBody = (block: Block): boolean => isCopy(block) && block.origin === 'body' && block.kind !== 'attribute' && !block.hidden;
