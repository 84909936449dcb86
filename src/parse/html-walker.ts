import type { Mark, Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import type { DocumentBuilder, Surroundings } from './document-builder.ts';
import { contentRange, ElementRecorder, valueRange } from './html-elements.ts';
import { changeIn, OUTERMOST, scopeIn } from './html-scope.ts';
import { attributeOf } from './html-surroundings.ts';
import { appendHtml, decodeAttribute, runsIn, type HtmlSource } from './html-text.ts';
import { attributeRange, childrenOf, isComment, isElement, isText, parseParts, runsOf } from './html-tree.ts';
import type { HtmlComment, HtmlElement, HtmlNode, HtmlText } from './html-tree.ts';
import { addJsonLd } from './json-ld.ts';
import type { MaskedText } from './masked-text.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCK = words(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing main menu nav ol optgroup option p plaintext pre search ' +
    'section select summary table tbody td tfoot th thead tr ul',
);
// Neither text nor the end of one.
const UNSEEN = words('base basefont bgsound br col colgroup link meta param script source style title track wbr');
// Their content is code, or stands in for what an old browser could not show.
const LEFT_OUT = words('iframe noembed xmp');
const CODE = words('code samp kbd');
// What stands between their tags is shown only where the thing itself is not.
const FALLBACK = words('audio canvas datalist object video');
// Read beside the text around them, never as a part of it.
const APART = words('noframes noscript template');

const MARKS: Readonly<Record<string, Mark['kind']>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  sup: 'sup',
  sub: 'sub',
  small: 'small',
  del: 'del',
  s: 'del',
  strike: 'del',
  code: 'code',
  samp: 'code',
  kbd: 'code',
  tt: 'code',
  var: 'code',
  cite: 'cite',
  q: 'q',
};
// In HTML a form feed is white space that nobody writes; it stands where Markdown between the tags was masked.
const MARKDOWN_GAP = /\f+/g;

/** An inline element around the place: opened again in every block that it reaches into. */
interface Inline {
  readonly open: (block: BlockBuilder) => () => void;
  close?: () => void;
}

/** Reads a text that is more than HTML into the block; false leaves it to the HTML reader. */
export type TextReader = (block: BlockBuilder, run: Range) => boolean;

/** Turns the tree of an HTML file, or of the HTML in a Markdown file, into blocks and elements. */
export class HtmlWalker {
  readonly elements: ElementRecorder;

  private readonly html: HtmlSource;
  private scope = OUTERMOST;
  private block: BlockBuilder | undefined;
  private inline: Inline[] = [];
  private lastInline: HtmlElement | undefined;
  private cut = false;

  constructor(
    private readonly builder: DocumentBuilder,
    masked: MaskedText,
    private readonly options: {
      /** Markdown that stands between the tags shall know what surrounds it. */
      readonly ranges: boolean;
      readonly readText?: TextReader | undefined;
    },
  ) {
    this.html = { source: builder.source, masked, holes: builder.holes };
    this.elements = new ElementRecorder(builder, this.html);
  }

  walk(from: number, to: number): void {
    this.walkParts(from, to);
    this.elements.finish();
  }

  private walkParts(from: number, to: number): void {
    for (const { nodes, cutAt } of parseParts(this.html.masked, from, to)) {
      this.nodes(nodes, soleElement(nodes));
      this.block = undefined;
      if (cutAt !== undefined && !this.cut) {
        this.cut = true;
        this.builder.addNotice(
          'html-tangled',
          'Tags are nested too deeply here; what follows is read as a page of its own.',
          cutAt,
        );
      }
    }
  }

  private nodes(nodes: readonly HtmlNode[], only?: HtmlElement): void {
    for (const node of nodes) {
      if (isElement(node)) this.element(node, node === only);
      else if (isText(node)) this.text(node);
      else if (isComment(node)) this.comment(node);
    }
  }

  private children(element: HtmlElement, sole: boolean): void {
    const children = childrenOf(element);
    this.nodes(children, sole ? soleElement(children) : undefined);
  }

  private text(node: HtmlText): void {
    let done: number | undefined;
    for (const run of runsOf(node, this.html.masked)) {
      if (done !== undefined && this.hasBlockTag(done, run.from)) this.block = undefined;
      done = run.to;
      let { from } = run;
      for (const gap of this.options.ranges ? this.html.masked.slice(from, run.to).matchAll(MARKDOWN_GAP) : []) {
        this.stretch({ from, to: run.from + gap.index });
        this.block = undefined;
        from = run.from + gap.index + gap[0].length;
      }
      this.stretch({ from, to: run.to });
    }
  }

  /** The parser joins what stands before and after a stray `</div>` or a table; a reader of the page that it belongs to does not. */
  private hasBlockTag(from: number, to: number): boolean {
    for (const [, name] of this.html.masked.slice(from, to).matchAll(/<\/?([a-zA-Z][\w-]*)/g))
      if (BLOCK.has(name!.toLowerCase())) return true;
    return false;
  }

  private stretch(run: Range): void {
    // White space between blocks starts none, but a template tag that prints something does.
    const blank = this.html.masked.slice(run.from, run.to).trim() === '';
    if (blank && !this.block) return;
    if (!this.options.readText?.(this.opened(), run)) appendHtml(this.opened(), this.html, run, this.scope.mode);
  }

  private comment({ range }: HtmlComment): void {
    if (!range) return;
    const { masked } = this.html;
    const regular = masked.startsWith('<!--', range.from);
    const end = /(?:--!?)?>$/.exec(masked.slice(Math.max(range.from + 4, range.to - 4), range.to))?.[0].length ?? 0;
    const inside = { from: range.from + (regular ? 4 : 2), to: range.to - (regular ? end : Math.min(end, 1)) };
    if (inside.from < inside.to) appendHtml(this.builder.startBlock('comment'), this.html, inside, 'raw');
  }

  /** `sole`: the only thing in its parent, so that its classes are those of all the text there. */
  private element(element: HtmlElement, sole: boolean): void {
    if (element.namespaceURI.endsWith('/svg')) return this.svg(element);
    const { tagName } = element;
    if (UNSEEN.has(tagName)) return this.unseen(element);

    const scope = this.scope;
    this.scope = scopeIn(element, scope, this.builder, this.html);
    const change = changeIn(element, this.scope);
    const apart = APART.has(tagName) || (!isBlock(element) && this.isOutOfSight(element, change));
    if (apart) this.apart(() => this.entered(element, change, true));
    else if (isBlock(element)) {
      this.block = undefined;
      this.entered(element, change, true);
      this.block = undefined;
    } else {
      this.separate(element);
      if (!sole) this.opened();
      this.entered(element, change, sole);
      this.lastInline = element;
    }
    this.scope = scope;
  }

  /** An inline element that is shown to nobody, or only on request, between words that are in sight. */
  private isOutOfSight({ tagName }: HtmlElement, change: Partial<Surroundings> | undefined): boolean {
    const { hidden, tucked } = this.builder.surroundings;
    return (change?.hidden === true && !hidden) || (change?.tucked === true && !tucked && tagName !== 'small');
  }

  private entered(element: HtmlElement, change: Partial<Surroundings> | undefined, sole: boolean): void {
    if (change) this.builder.enter(change, this.options.ranges ? element.place : undefined);
    const facts = this.elements.record(element, this.scope, this.block);
    if (facts && element.tagName === 'form') this.scope = { ...this.scope, form: facts };
    const inline = this.inlineOf(element);
    if (inline) {
      if (this.block) inline.close = inline.open(this.block);
      this.inline.push(inline);
    }
    this.content(element, sole);
    if (inline) {
      this.inline.pop();
      if (this.block) inline.close?.();
    }
    if (change) this.builder.leave();
  }

  private content(element: HtmlElement, sole: boolean): void {
    const { tagName } = element;
    if (LEFT_OUT.has(tagName) || isCodeBlock(element)) return;
    if (tagName === 'textarea') return;
    if (tagName === 'noscript' || tagName === 'noframes') {
      // To a browser that runs scripts this is text; to all others, HTML.
      for (const node of childrenOf(element))
        if (isText(node)) for (const { from, to } of runsOf(node, this.html.masked)) this.walkParts(from, to);
    } else if (FALLBACK.has(tagName)) {
      this.apart(() => {
        this.builder.enter({ hidden: true });
        this.children(element, false);
        this.builder.leave();
      });
    } else this.children(element, sole);
  }

  private unseen(element: HtmlElement): void {
    const { tagName, place } = element;
    const facts = this.elements.record(element, this.scope, this.block);
    if (tagName === 'br' && place) this.block?.lineBreak(place.from, place.tagTo);
    else if (tagName === 'title') this.elements.head('title', runsIn(this.html, element), 'text');
    else if (tagName === 'script' && facts && /^\s*application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
      addJsonLd(this.builder, this.html, contentRange(element));
  }

  /** A drawing is read for what it says about itself, for the lines written in it and for HTML inside it. */
  private svg(element: HtmlElement): void {
    const { tagName } = element;
    const facts = this.elements.record(element, this.scope, this.block);
    if (tagName === 'title' || tagName === 'desc' || tagName === 'text') {
      const block = this.builder.startBlock('attribute', { name: tagName, ...(facts && { element: facts }) });
      for (const run of runsIn(this.html, element)) appendHtml(block, this.html, run, 'text');
    } else if (tagName === 'foreignObject') this.apart(() => this.children(element, false));
    else
      for (const child of childrenOf(element)) {
        if (isElement(child)) this.element(child, false);
        else if (isComment(child)) this.comment(child);
      }
  }

  private inlineOf({ tagName, place }: HtmlElement): Inline | undefined {
    if (Object.hasOwn(MARKS, tagName)) return { open: (block) => block.mark(MARKS[tagName]!) };
    const attribute = tagName === 'a' && place ? attributeRange(place, 'href') : undefined;
    if (!place || !attribute) return undefined;
    const href = decodeAttribute(this.html, valueRange(this.html.masked, attribute));
    return { open: (block) => block.link(href, { from: place.from, to: place.to }) };
  }

  private opened(): BlockBuilder {
    if (!this.block) {
      const { kind, level, types, name } = this.scope;
      const block = this.builder.startBlock(kind, {
        ...(kind === 'heading' && level !== undefined && { level }),
        ...(types.length > 0 && { types }),
        ...(name !== undefined && { name }),
      });
      for (const inline of this.inline) inline.close = inline.open(block);
      this.block = block;
    }
    return this.block;
  }

  /** Reads something into blocks of its own, and then goes on with the block around it. */
  private apart(read: () => void): void {
    const { block, inline } = this;
    this.block = undefined;
    this.inline = inline.map(({ open }) => ({ open }));
    read();
    this.block = block;
    this.inline = inline;
  }

  /** `<a>Home</a><a>About</a>` are two words, whatever the style sheet does to keep them apart. */
  private separate(element: HtmlElement): void {
    const last = this.lastInline;
    if (!last?.place || !element.place || last.tagName !== element.tagName || (last.tagName !== 'a' && last.tagName !== 'span'))
      return;
    const { tagTo, endTag, to } = last.place;
    // A lone letter in a tag of its own is an ornament of the word that follows.
    if (endTag !== undefined && to === element.place.from && endTag - tagTo > 1) this.block?.space(endTag, to);
  }
}

function isBlock(element: HtmlElement): boolean {
  const { tagName } = element;
  return (
    BLOCK.has(tagName) ||
    tagName.includes('-') ||
    /display\s?:\s?(?:block|flex|grid|table)/i.test(attributeOf(element, 'style') ?? '')
  );
}

/** A listing of code, which is no copy. A `<code>` that was never closed before the listing does not make it one. */
function isCodeBlock({ tagName, childNodes, place }: HtmlElement): boolean {
  if (tagName !== 'pre') return false;
  const only = soleElement(childNodes as HtmlNode[]);
  return only?.place !== undefined && CODE.has(only.tagName) && only.place.from > (place?.from ?? 0);
}

/** The one element that holds all the text of its parent, if there is one. */
function soleElement(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  let sole: HtmlElement | undefined;
  for (const node of nodes) {
    if (isText(node) && !node.blank) return undefined;
    if (!isElement(node) || UNSEEN.has(node.tagName)) continue;
    if (sole) return undefined;
    sole = node;
  }
  return sole;
}
