import type { Piece, Range } from '../rule.ts';

/**
 * The map between a block's readable text and the file. White space of any kind becomes one plain space, characters of no
 * width vanish, and every other stretch is either the source unchanged or one decoded unit (an entity, an escape, a hole).
 */

const WHITE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
// Soft hyphen, zero-width spaces and joiners, bidirectional controls, BOM inside the text: a reader sees none of them, and each
// of them would hide a word from every rule.
const WIDTHLESS = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
const WHITE_RUN = new RegExp(`[${WHITE}]+`, 'g');
const WIDTHLESS_RUN = new RegExp(`[${WIDTHLESS}]+`, 'g');
// A lone plain space is left out on purpose: it is by far the most frequent and needs no work.
const IRREGULAR = new RegExp(`[${WHITE}${WIDTHLESS}]{2,}|[${WHITE.replace(' ', '')}${WIDTHLESS}]`, 'g');

/** As a reader sees it: white space collapsed, characters of no width dropped; not trimmed. */
export const readable = (text: string): string => text.replace(WIDTHLESS_RUN, '').replace(WHITE_RUN, ' ');

const startsOf = new WeakMap<readonly Piece[], readonly number[]>();

function textStarts(pieces: readonly Piece[]): readonly number[] {
  let starts = startsOf.get(pieces);
  if (!starts) {
    let length = 0;
    starts = pieces.map((piece) => (length += piece.text.length) - piece.text.length);
    startsOf.set(pieces, starts);
  }
  return starts;
}

function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where `[start, end)` of a block's text stands in the file. A place inside a decoded unit widens to the whole unit, since a
 * writer cannot edit half an entity. An empty span gives an empty range; out-of-bounds offsets are clamped.
 */
export function toSource(pieces: readonly Piece[], start: number, end: number): Range {
  if (pieces.length === 0) return { from: 0, to: 0 };
  if (pieces.length === 1 && isUnchanged(pieces[0]!)) {
    const { from, to } = pieces[0]!;
    const place = Math.min(Math.max(from + start, from), to);
    return { from: place, to: end <= start ? place : Math.max(place, Math.min(from + end, to)) };
  }
  const starts = textStarts(pieces);
  const first = pieceAt(starts, start);
  const piece = pieces[first]!;
  const unchanged = piece.text.length === piece.to - piece.from;
  const from = unchanged ? piece.from + Math.min(Math.max(start - starts[first]!, 0), piece.text.length) : piece.from;
  if (end <= start) return { from, to: from };
  const last = pieceAt(starts, end - 1);
  const final = pieces[last]!;
  const to = final.text.length === final.to - final.from ? Math.min(final.from + (end - starts[last]!), final.to) : final.to;
  return { from, to: Math.max(from, to) };
}

/** Text to be parsed, and where each stretch of it came from; the pieces joined are the start of the text, if not all of it. */
export interface View {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The part `[from, to)` of a text that has the length of the file. */
export const viewOf = (masked: string, from: number, to: number): View => {
  const text = masked.slice(from, to);
  return { text, pieces: [{ text, from, to }] };
};

/** Whether a piece is the source as it stands there. */
export const isUnchanged = ({ text, from, to }: Piece): boolean => text.length === to - from;

/** The pieces of `[start, end)`; one that is decoded is taken whole. */
export function slicePieces(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const starts = textStarts(pieces);
  const found: Piece[] = [];
  for (let i = pieceAt(starts, start); i < pieces.length && starts[i]! < end; i++) {
    const piece = pieces[i]!;
    const first = Math.max(start - starts[i]!, 0);
    const last = Math.min(end - starts[i]!, piece.text.length);
    if (last <= first) continue;
    const unchanged = piece.text.length === piece.to - piece.from;
    found.push(unchanged ? { text: piece.text.slice(first, last), from: piece.from + first, to: piece.from + last } : piece);
  }
  return found;
}

interface Stretch {
  from: number;
  to: number;
  text?: string;
}

/** Collects the readable text of one block, piece by piece, in reading order. */
export class PieceBuilder {
  /** Length of the text so far, without white space that waits for a word to follow. */
  length = 0;
  /** Offsets, in the text, of the spaces that stand for line breaks which the writer forced. */
  readonly breaks: number[] = [];
  private readonly stretches: Stretch[] = [];
  private gap: Range | undefined;
  private gapBreaks = false;

  constructor(private readonly source: string) {}

  /** Where the next word will start in the text. */
  get next(): number {
    return this.length + (this.gap ? 1 : 0);
  }

  /** `text` is what a reader sees of `[from, to)`: the slice itself, the slice with parts of it masked, or its decoded form. */
  append(text: string, from: number, to: number): void {
    if (text.length !== to - from) this.appendDecoded(text, from, to);
    else if (this.source.startsWith(text, from)) this.appendSlice(text, from);
    else this.appendMasked(text, from);
  }

  /** White space in `[from, to)`; a forced line break when `forced`. */
  space(from: number, to: number, forced = false): void {
    if (this.length === 0) return;
    if (forced) this.gapBreaks = true;
    // Only the first stretch of white space is mapped: what follows behind markup adds nothing that a reader sees.
    if (!this.gap) this.gap = { from, to };
    else if (this.gap.to === from) this.gap = { from: this.gap.from, to };
  }

  finish(): { text: string; pieces: Piece[] } {
    const last = this.stretches.at(-1);
    if (last?.text?.endsWith(' ')) last.text = last.text.trimEnd();
    const pieces = this.stretches.map(({ from, to, text }) => ({ text: text ?? this.source.slice(from, to), from, to }));
    return { text: pieces.length === 1 ? pieces[0]!.text : pieces.map((piece) => piece.text).join(''), pieces };
  }

  private appendSlice(text: string, from: number): void {
    let done = 0;
    IRREGULAR.lastIndex = 0;
    for (let match = IRREGULAR.exec(text); match; match = IRREGULAR.exec(text)) {
      this.appendRegular(text, done, match.index, from);
      this.appendIrregular(match[0], from + match.index);
      done = match.index + match[0].length;
    }
    this.appendRegular(text, done, text.length, from);
  }

  /** Words with single plain spaces between them. */
  private appendRegular(text: string, start: number, end: number, from: number): void {
    if (start < end && text[start] === ' ') {
      this.space(from + start, from + start + 1);
      start++;
    }
    const trailing = start < end && text[end - 1] === ' ';
    if (trailing) end--;
    if (start < end) this.push({ from: from + start, to: from + end });
    if (trailing) this.space(from + end, from + end + 1);
  }

  private appendIrregular(run: string, from: number): void {
    for (const match of run.matchAll(WHITE_RUN)) this.space(from + match.index, from + match.index + match[0].length);
  }

  /** Same length as the source, but not the same: what differs stands alone, so that the rest keeps its places. */
  private appendMasked(text: string, from: number): void {
    for (let start = 0, end = 0; start < text.length; start = end) {
      const same = text[start] === this.source[from + start];
      while (end < text.length && (text[end] === this.source[from + end]) === same) end++;
      const stretch = text.slice(start, end);
      if (same) this.appendSlice(stretch, from + start);
      else this.appendDecoded(stretch, from + start, from + end);
    }
  }

  private appendDecoded(text: string, from: number, to: number): void {
    const seen = readable(text);
    if (seen === ' ') return this.space(from, to);
    const needed = this.length === 0 || this.gap ? seen.trimStart() : seen;
    if (needed) this.push({ from, to, text: needed });
  }

  private push(stretch: Stretch): void {
    if (this.gap) {
      const { from, to } = this.gap;
      this.gap = undefined;
      if (this.gapBreaks) this.breaks.push(this.length);
      this.gapBreaks = false;
      this.push(to - from === 1 && this.source[from] === ' ' ? { from, to } : { from, to, text: ' ' });
    }
    this.length += stretch.text === undefined ? stretch.to - stretch.from : stretch.text.length;
    const last = this.stretches.at(-1);
    if (last && last.text === undefined && stretch.text === undefined && last.to === stretch.from) last.to = stretch.to;
    else this.stretches.push(stretch);
  }
}
