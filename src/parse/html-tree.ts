import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, Token, TreeAdapter } from 'parse5';
import type { Range } from '../rule.ts';
import type { MaskedText } from './masked-text.ts';
import { HOLE_FILLER } from './template-holes.ts';

/** The tree of an HTML page as browsers build it, with the places of its parts in the file. The one importer of parse5. */

/** Where an element stands: `from` to `to`, end tag included. */
export interface ElementPlace {
  readonly from: number;
  to: number;
  /** The end of the start tag. */
  readonly tagTo: number;
  /** Where the end tag starts, if there is one. */
  endTag?: number;
  /** As parse5 tells them, counted from `base`; `attributeRanges` gives them as offsets of the file. */
  readonly attributes: Readonly<Record<string, Token.Location>> | undefined;
  readonly base: number;
}

export interface HtmlElement extends DefaultTreeAdapterTypes.Element {
  /** Elements that the parser implied have none. Those that it repeated after bad nesting have the place of the first. */
  place?: ElementPlace;
}
export interface HtmlText extends DefaultTreeAdapterTypes.TextNode {
  /** As parse5 tells them; the parser joins what stands on both sides of a stray tag. */
  readonly runs: { readonly from: number; to: number }[];
  /** Nothing but white space and template tags. */
  blank: boolean;
}
export interface HtmlComment extends DefaultTreeAdapterTypes.CommentNode {
  /** `<!--` to `-->`. */
  range?: Range;
}
export type HtmlNode = HtmlElement | HtmlText | HtmlComment | DefaultTreeAdapterTypes.DocumentType;

/** The attributes of a tag in the order of the source, by lower-case name: each as a whole, `name="value"`. */
export function attributeRanges({ attributes, base }: ElementPlace): [name: string, range: Range][] {
  if (!attributes) return [];
  return Object.entries(attributes).map(([name, at]) => [name, { from: base + at.startOffset, to: base + at.endOffset }]);
}

export function attributeRange({ attributes, base }: ElementPlace, name: string): Range | undefined {
  const at = attributes?.[name];
  return at && { from: base + at.startOffset, to: base + at.endOffset };
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const isText = (node: HtmlNode): node is HtmlText => node.nodeName === '#text';
export const isComment = (node: HtmlNode): node is HtmlComment => node.nodeName === '#comment';

export function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  const holder = 'content' in element ? (element as DefaultTreeAdapterTypes.Template).content : element;
  return holder.childNodes as HtmlNode[];
}

export interface HtmlPart {
  readonly nodes: readonly HtmlNode[];
  /** Where the nesting became too deep or too tangled; what follows is parsed afresh, as the next part. */
  readonly cutAt?: number;
}

// Browsers stop at 512 as well. Deeper, or with more copies of unclosed formatting tags, the time would grow with the square.
const DEEPEST = 512;
const COPIES = 2000;

/** A copy of a formatting element shares the attribute list of its tag, and nothing else tells which tag it came from. */
type TagAttributes = Token.Attribute[] & { place?: ElementPlace };

class Tangled extends Error {}

/** Parses `[from, to)` of a text. All but tangled HTML comes as one part; go through each before asking for the next. */
export function* parseParts(text: MaskedText, from: number, to: number): Generator<HtmlPart> {
  const whole = /<(?:!doctype|html|head|body)[\s>]/i.test(text.slice(from, to));
  for (let at = from; at < to;) {
    const source = text.slice(at, to);
    const recorder = new PlaceRecorder(at, to);
    const options = { treeAdapter: recorder.treeAdapter, sourceCodeLocationInfo: true };
    try {
      const root = whole && at === from ? parse(source, options) : parseFragment(source, options);
      yield { nodes: root.childNodes as HtmlNode[] };
      return;
    } catch (error) {
      if (!(error instanceof Tangled)) throw error;
      const cutAt = Math.max(recorder.reached, at + 1);
      yield { nodes: recorder.root?.childNodes as HtmlNode[], cutAt };
      at = cutAt;
    }
  }
}

/** Notes the place of every node, text by text; parse5 alone knows only where a joined text starts and ends. */
class PlaceRecorder {
  /** The end of what was understood so far, as an offset in the file. */
  reached: number;
  root: DefaultTreeAdapterTypes.ParentNode | undefined;
  readonly treeAdapter: TreeAdapter<DefaultTreeAdapterMap>;

  private depth = 0;
  private tags = 0;
  private copies = 0;

  constructor(
    private readonly base: number,
    private readonly end: number,
  ) {
    this.reached = base;
    this.treeAdapter = {
      ...defaultTreeAdapter,
      createDocument: () => (this.root = defaultTreeAdapter.createDocument()),
      createElement: (...tag) => {
        const element: HtmlElement = defaultTreeAdapter.createElement(...tag);
        // The root that parse5 makes up for a fragment is the first `html`, and the parts of a document stand in one as well.
        if (!this.root && element.tagName === 'html') this.root = element;
        const { place } = element.attrs as TagAttributes;
        if (place) {
          element.place = { ...place };
          this.copies++;
        }
        return element;
      },
      insertText: (parent, text) => {
        const last = parent.childNodes.at(-1);
        if (last?.nodeName === '#text') addText(last as HtmlText, text);
        else defaultTreeAdapter.appendChild(parent, newText(text));
      },
      insertTextBefore: (parent, text, next) => {
        const last = parent.childNodes[parent.childNodes.lastIndexOf(next) - 1];
        if (last?.nodeName === '#text') addText(last as HtmlText, text);
        else defaultTreeAdapter.insertBefore(parent, newText(text), next);
      },
      // Answering that a text has no place yet makes the parser tell the place of every addition to it.
      getNodeSourceCodeLocation: (node) => ('tagName' in node && (node as HtmlElement).place ? BEGUN : null),
      setNodeSourceCodeLocation: (node, location) => {
        if (location) this.place(node, location);
      },
      updateNodeSourceCodeLocation: (node, end) => this.close((node as HtmlElement).place!, end as Token.ElementLocation),
      onItemPush: () => {
        if (++this.depth > DEEPEST || this.copies > COPIES + 2 * this.tags) throw new Tangled();
      },
      onItemPop: () => {
        this.depth--;
      },
    };
  }

  private place(node: DefaultTreeAdapterTypes.Node, location: Token.ElementLocation): void {
    const from = this.base + location.startOffset;
    // The place of a comment that never closes ends behind the text.
    const to = Math.min(this.base + location.endOffset, this.end);
    if ('tagName' in node) {
      const element = node as HtmlElement;
      if (element.place || from < this.reached) return;
      this.tags++;
      element.place = { from, to, tagTo: to, endTag: undefined, attributes: location.attrs, base: this.base };
      (element.attrs as TagAttributes).place = element.place;
    } else if (node.nodeName === '#text') extend((node as HtmlText).runs, from, to);
    else if (node.nodeName === '#comment') (node as HtmlComment).range = { from, to };
    if (to > this.reached) this.reached = to;
  }

  private close(place: ElementPlace, end: Token.ElementLocation): void {
    place.to = this.base + end.endOffset;
    if (!end.endTag) return;
    place.endTag = this.base + end.endTag.startOffset;
    if (place.to > this.reached) this.reached = place.to;
  }
}

const BEGUN = { startLine: 0, startCol: 0, startOffset: 0, endLine: 0, endCol: 0, endOffset: 0 };

const BLANK = new RegExp(`^[\\s${HOLE_FILLER}]*$`);

// The text itself is not kept: its places say where to read it.
const newText = (text: string): HtmlText => ({
  nodeName: '#text',
  value: '',
  parentNode: null,
  runs: [],
  blank: BLANK.test(text),
});

function addText(node: HtmlText, text: string): void {
  node.blank &&= BLANK.test(text);
}

function extend(runs: HtmlText['runs'], from: number, to: number): void {
  const last = runs.at(-1);
  if (last?.to === from) last.to = to;
  else runs.push({ from, to });
}

const REFERENCE_END = /&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?$/;
const REFERENCE_LENGTH = 60;

/**
 * The stretches of the source that a text came from. parse5 lets a text that starts with a character reference begin at the
 * last character of the reference, and counts the rest to the text before, even when that is another text or dropped.
 */
export function runsOf({ runs }: HtmlText, source: MaskedText): Range[] {
  const startAround = (at: number): number => {
    const reference = REFERENCE_END.exec(source.slice(Math.max(0, at - REFERENCE_LENGTH), at + 1))?.[0].length ?? 1;
    return at + 1 - reference;
  };
  return runs
    .map(({ from, to }) => ({ from: startAround(from), to: Math.max(from, to < source.length ? startAround(to) : to) }))
    .filter(({ from, to }) => from < to);
}

const decoded = new Map<string, string>();
const DECODED_KEPT = 2000;

/** What a reader sees of `&…;` in text. A name that starts with a shorter one leaves the rest, as in `&notit;` → `¬it;`. */
export function decodeReference(reference: string): string {
  let text = decoded.get(reference);
  if (text === undefined) {
    const node = parseFragment(reference).childNodes[0];
    text = node?.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : '';
    if (decoded.size < DECODED_KEPT) decoded.set(reference, text);
  }
  return text;
}
