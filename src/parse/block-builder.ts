import type { Block, Link, Mark, Piece, Range } from '../rule.ts';
import { HOLE_FILLER, holesBetween } from './template-holes.ts';
import type { Hole } from './template-holes.ts';
import { isUnchanged, PieceBuilder, slicePieces, toSource } from './text-map.ts';
import type { View } from './text-map.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
/** The end of a mark or link that is still open. */
const OPEN = -1;

const FILLER_RUN = new RegExp(`${HOLE_FILLER}+`, 'g');
/** What a reader may find at the place of a template tag: one character that no copy holds. */
export const HOLE = '\uFFFC';

/** Everything of a block but its text and its place among the others. */
export type BlockFacts = Omit<Block, 'index' | 'text' | 'pieces' | 'links' | 'marks' | 'element'>;
export type BlockText = Pick<Block, 'text' | 'pieces' | 'links' | 'marks'>;

/** Collects the text of one block with its marks and links. Parsers get one from `DocumentBuilder.startBlock`. */
export class BlockBuilder {
  private readonly pieces: PieceBuilder;
  private readonly marks: Writable<Mark>[] = [];
  private readonly links: Writable<Link>[] = [];
  private lastHole: Hole | undefined;

  constructor(
    source: string,
    readonly facts: BlockFacts,
    private readonly holes: readonly Hole[],
    private readonly linkAddresses = false,
  ) {
    this.pieces = new PieceBuilder(source);
  }

  /**
   * `text` is what stands at `[from, to)` of the masked source, or its decoded form. Filler of template tags in it becomes
   * holes; so an unchanged stretch may hold filler, a decoded one may not.
   */
  append(text: string, from: number, to: number): void {
    if (this.holes.length === 0 || !text.includes(HOLE_FILLER) || text.length !== to - from)
      return this.pieces.append(text, from, to);
    let done = 0;
    const plainUntil = (end: number) => {
      if (end > done) this.pieces.append(text.slice(done, end), from + done, from + end);
    };
    for (const run of text.matchAll(FILLER_RUN)) {
      const end = run.index + run[0].length;
      const holes = holesBetween(this.holes, from + run.index, from + end);
      // The file may use the filler character itself, in an icon font.
      if (holes.length === 0) continue;
      plainUntil(run.index);
      for (const hole of holes) this.hole(hole);
      done = end;
    }
    plainUntil(text.length);
  }

  /** What a reader sees of `[start, end)` of a view: that text itself, or `seen` when it was decoded once more. */
  appendView(view: View, start: number, end: number, seen = view.text.slice(start, end)): void {
    const [only] = view.pieces;
    if (view.pieces.length === 1 && isUnchanged(only!) && end <= only!.text.length)
      this.append(seen, only!.from + start, only!.from + end);
    else if (seen.length === end - start) {
      let at = 0;
      for (const piece of slicePieces(view.pieces, start, end)) {
        const { length } = piece.text;
        const unchanged = piece.to - piece.from === length;
        this.append(unchanged ? seen.slice(at, at + length) : piece.text, piece.from, piece.to);
        at += length;
      }
    } else {
      const { from, to } = toSource(view.pieces, start, end);
      this.append(seen, from, to);
    }
  }

  /** A template tag in the text; one that prints nothing leaves no trace. */
  hole(hole: Hole): void {
    if (hole === this.lastHole) return;
    this.lastHole = hole;
    if (!hole.prints) return;
    const start = this.pieces.next;
    this.pieces.append(HOLE, hole.from, hole.to);
    this.marks.push({ kind: 'hole', start, end: this.pieces.length, value: hole.value });
  }

  /** White space in the source at `[from, to)`. */
  space(from: number, to: number): void {
    this.pieces.space(from, to);
  }

  /** A line break that the writer forced: two spaces, a backslash, `<br>`. */
  lineBreak(from: number, to: number): void {
    this.pieces.space(from, to, true);
  }

  /** Marks what is appended until the returned function is called. */
  mark(kind: Mark['kind'], value?: string): () => void {
    const mark: Writable<Mark> = { kind, start: this.pieces.next, end: OPEN };
    if (value !== undefined) mark.value = value;
    this.marks.push(mark);
    return () => this.end(mark);
  }

  /** Links what is appended until the returned function is called; `range` covers the whole link in the source. */
  link(href: string, range: Range): () => void {
    const link: Writable<Link> = { href, start: this.pieces.next, end: OPEN, from: range.from, to: range.to };
    this.links.push(link);
    return () => this.end(link);
  }

  /** The text so far. */
  get text(): string {
    return this.pieces.finish().text;
  }

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  finish(): BlockText {
    const { links } = this;
    for (const mark of this.marks) if (mark.end === OPEN) this.end(mark);
    for (const link of links) {
      if (link.end === OPEN) this.end(link);
      // A link around nothing but an image has no text, and still leads somewhere.
      link.start = Math.min(link.start, link.end);
    }
    const { text, pieces } = this.pieces.finish();
    const marks: Mark[] = this.marks.filter((mark) => mark.end > mark.start);
    for (const start of this.pieces.breaks) marks.push({ kind: 'break', start, end: start + 1 });
    if (marks.length > 1) marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text, pieces, marks, links: this.linkAddresses ? withAddresses(links, text, pieces) : links };
  }

  private end(opened: Writable<Mark> | Writable<Link>): void {
    opened.end = this.pieces.length;
  }
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^\u2018-\u201f\ufffc]{2,2000}/gi;
// Punctuation at the end belongs to the sentence; a bracket does unless the address holds its partner.
const MOST_TRIMMED = 20;
const LAST_PUNCTUATION = /[.,:;!?*_~]$/;

/** Adds the addresses that stand in the text as they are, outside of links. */
function withAddresses(links: readonly Link[], text: string, pieces: readonly Piece[]): readonly Link[] {
  if (!/:\/\/|www\./i.test(text)) return links;
  const all = [...links];
  for (const match of text.matchAll(ADDRESS)) {
    const start = match.index;
    const address = trimAddress(match[0]);
    const end = start + address.length;
    if (address.endsWith('//') || links.some((link) => link.start < end && start < link.end)) continue;
    const href = /^www/i.test(address) ? `http://${address}` : address;
    all.push({ href, start, end, ...toSource(pieces, start, end) });
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

function trimAddress(address: string): string {
  for (let trimmed = 0; trimmed < MOST_TRIMMED; trimmed++) {
    const last = address.at(-1)!;
    const partner = last === ')' ? '(' : last === ']' ? '[' : undefined;
    const unpaired = partner !== undefined && address.split(last).length > address.split(partner).length;
    if (!unpaired && !LAST_PUNCTUATION.test(last)) break;
    address = address.slice(0, -1);
  }
  return address;
}
