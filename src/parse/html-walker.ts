import type { BlockKind, Mark, Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import type { DocumentBuilder, ElementFacts, Surroundings } from './document-builder.ts';
import { attributesOf, FIELDS, isJudged, valueRange } from './html-elements.ts';
import { attributeOf, changeBy } from './html-surroundings.ts';
import { cellsOf, type Cell } from './html-tables.ts';
import { appendHtml, decodeAttribute, decodeHtml, type HtmlSource, type TextMode } from './html-text.ts';
import { attributeRange, attributeRanges, childrenOf, isComment, isElement, isText, parseParts, runsOf } from './html-tree.ts';
import type { HtmlComment, HtmlElement, HtmlNode, HtmlText } from './html-tree.ts';
import { addJsonLd, schemaType } from './json-ld.ts';
import { holesBetween } from './template-holes.ts';
import { readable } from './text-map.ts';

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
const TEXT_ATTRIBUTES = words('alt title aria-label aria-description aria-placeholder aria-valuetext placeholder label summary');
const BUTTON_TYPES = words('submit button reset');
const TEXT_META =
  /^(?:abstract|application-name|apple-mobile-web-app-title|description|(?:dc|dcterms)\.(?:description|title)|(?:og|twitter):(?:title|description|site_name|image:alt)|twitter:(?:label|data)\d)$/;
const DECLARATION = /^promolint:(product|profile|audience)$/;
const HEADER_LENGTH = 200;

// In HTML a form feed is white space that nobody writes; it stands where Markdown between the tags was masked.
const MARKDOWN_GAP = /\f+/g;

/** What the copy at a place is, as far as `Surroundings` does not say it. */
interface Scope {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly types: readonly string[];
  readonly name?: string;
  readonly mode: TextMode;
  readonly form?: ElementFacts;
  readonly list?: { readonly id: number; next: number; readonly ordered: boolean; readonly depth: number };
  readonly cells?: ReadonlyMap<HtmlElement, Cell>;
  /** Of what stands in `<details>`: whether the details themselves are tucked away. */
  readonly tuckedAround?: boolean;
}

/** An inline element around the place: opened again in every block that it reaches into. */
interface Inline {
  readonly open: (block: BlockBuilder) => () => void;
  close?: () => void;
}

/** Turns the tree of an HTML file, or of the HTML in a Markdown file, into blocks and elements. */
export class HtmlWalker {
  /** What the page says of itself in `<meta name="promolint:…">`. */
  readonly declared: Record<string, string> = {};

  private readonly html: HtmlSource;
  private scope: Scope = { kind: 'paragraph', types: [], mode: 'text' };
  private block: BlockBuilder | undefined;
  private inline: Inline[] = [];
  private lastInline: HtmlElement | undefined;
  // Bad nesting repeats elements, and every tag of the source counts once.
  private readonly tagsSeen = new Set<number>();
  private readonly forms = new Map<string, ElementFacts>();
  private readonly fieldsOf: { field: { form?: ElementFacts }; id: string }[] = [];
  private cut = false;
  private looseForm: { readonly facts: ElementFacts; readonly to: number } | undefined;

  constructor(
    private readonly builder: DocumentBuilder,
    masked: string,
    private readonly options: {
      /** Markdown that stands between the tags shall know what surrounds it. */ readonly ranges: boolean;
    },
  ) {
    this.html = { source: builder.source, masked, holes: builder.holes };
  }

  walk(from: number, to: number): void {
    this.walkParts(from, to);
    for (const { field, id } of this.fieldsOf) field.form = this.forms.get(id) ?? field.form;
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
    if (!blank || this.block) appendHtml(this.opened(), this.html, run, this.scope.mode);
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
    this.scope = this.scopeIn(element);
    const change = this.changeIn(element);
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
    const facts = this.record(element);
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
    const facts = this.record(element);
    if (tagName === 'br' && place) this.block?.lineBreak(place.from, place.tagTo);
    else if (tagName === 'title') this.meta('title', this.textRuns(element), 'text');
    else if (tagName === 'meta' && facts) this.metaElement(element, facts);
    else if (tagName === 'script' && facts && /^\s*application\/ld\+json\b/i.test(attributeOf(element, 'type') ?? ''))
      addJsonLd(this.builder, this.html, contentRange(element));
  }

  private metaElement(element: HtmlElement, facts: ElementFacts): void {
    const name = (attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '').trim().toLowerCase();
    const content = facts.attributes.find((attribute) => attribute.name === 'content');
    if (!content) return;
    const declaration = DECLARATION.exec(name)?.[1];
    if (declaration && !this.hasHole(content)) this.declared[declaration] = content.value.trim();
    else if (TEXT_META.test(name)) this.meta(name, [content], 'attribute', facts);
    else if (attributeOf(element, 'itemprop') && /\p{L}/u.test(content.value) && !/^\w+:\/\//.test(content.value))
      this.attribute('content', content, facts, this.scopeIn(element).types);
  }

  private meta(name: string, runs: readonly Range[], mode: TextMode, element?: ElementFacts): void {
    const place = { origin: 'head', region: 'main', quoted: false, hidden: false, tucked: false } as const;
    const block = this.builder.startBlock('meta', { ...place, name, ...(element && { element }) });
    for (const run of runs) appendHtml(block, this.html, run, mode);
  }

  private attribute(name: string, range: Range, element: ElementFacts | undefined, types = this.scope.types): void {
    const facts = { name, ...(element && { element }), ...(types.length > 0 && { types }) };
    appendHtml(this.builder.startBlock('attribute', facts), this.html, range, 'attribute');
  }

  /** Text in drawings is left out, but for what it says about itself and for HTML inside it. */
  private svg(element: HtmlElement): void {
    const { tagName } = element;
    const facts = this.record(element);
    if (tagName === 'title' || tagName === 'desc') {
      const block = this.builder.startBlock('attribute', { name: tagName, ...(facts && { element: facts }) });
      for (const run of this.textRuns(element)) appendHtml(block, this.html, run, 'text');
    } else if (tagName === 'foreignObject') this.apart(() => this.children(element, false));
    else
      for (const child of childrenOf(element)) {
        if (isElement(child)) this.element(child, false);
        else if (isComment(child)) this.comment(child);
      }
  }

  /** Notes a tag and its texts, once. */
  private record(element: HtmlElement): ElementFacts | undefined {
    const { tagName, place } = element;
    if (!place) return undefined;
    if (this.tagsSeen.has(place.from)) return this.builder.elementFrom(place.from);
    this.tagsSeen.add(place.from);

    let facts: ElementFacts | undefined;
    if (isJudged(element)) {
      const content = tagName === 'script' || tagName === 'textarea' ? contentRange(element) : undefined;
      const field: { form?: ElementFacts } = FIELDS.has(tagName) ? { form: this.formAt(place.from) } : {};
      facts = this.builder.addElement(
        Object.assign(field, {
          name: tagName,
          attributes: attributesOf(this.html, place),
          from: place.from,
          to: place.tagTo,
          ...(this.block && { block: this.block }),
          ...(content && { content: this.html.source.slice(content.from, content.to), contentFrom: content.from }),
        }),
      );
      const formId = FIELDS.has(tagName) ? attributeOf(element, 'form') : undefined;
      if (formId) this.fieldsOf.push({ field, id: formId });
      if (tagName === 'form') this.noteForm(element, facts);
      if (tagName === 'textarea' && content) this.attribute('value', content, facts);
    }
    const lang = tagName === 'html' ? attributeRange(place, 'lang') : undefined;
    if (lang && !this.hasHole(lang)) this.builder.language ??= attributeOf(element, 'lang')?.trim().toLowerCase() || undefined;
    for (const [name, range] of attributeRanges(place)) {
      if (TEXT_ATTRIBUTES.has(name) && tagName !== 'link' && tagName !== 'style')
        this.attribute(name, valueRange(this.html.masked, range), facts);
      else if (name === 'value' && tagName === 'input' && BUTTON_TYPES.has(attributeOf(element, 'type')?.toLowerCase() ?? '')) {
        const block = this.builder.startBlock('button', { origin: 'attribute', name, ...(facts && { element: facts }) });
        appendHtml(block, this.html, valueRange(this.html.masked, range), 'attribute');
      }
    }
    return facts;
  }

  private noteForm(element: HtmlElement, facts: ElementFacts): void {
    const id = attributeOf(element, 'id');
    if (id && !this.forms.has(id)) this.forms.set(id, facts);
    // Between a table and its rows the parser closes a form at once, though its fields follow.
    if (element.place!.endTag === undefined && element.childNodes.length === 0) {
      const end = this.html.masked.indexOf('</form', element.place!.tagTo);
      this.looseForm = { facts, to: end < 0 ? this.html.masked.length : end };
    }
  }

  private formAt(offset: number): ElementFacts | undefined {
    return this.scope.form ?? (this.looseForm && offset < this.looseForm.to ? this.looseForm.facts : undefined);
  }

  private scopeIn(element: HtmlElement): Scope {
    const { tagName } = element;
    const kind = this.kindOf(element);
    let scope = kind ? { ...this.scope, ...kind } : this.scope;
    if (tagName === 'pre' || tagName === 'listing') scope = { ...scope, mode: 'preformatted' };
    else if (tagName === 'plaintext') scope = { ...scope, mode: 'raw' };
    else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir')
      scope = { ...scope, list: this.listOf(element) };
    else if (tagName === 'table')
      scope = { ...scope, cells: cellsOf(element, this.builder.nextTableId(), (cell) => this.textOf(cell)) };
    else if (tagName === 'details') scope = { ...scope, tuckedAround: this.builder.surroundings.tucked };

    const itemtype = attributeOf(element, 'itemtype');
    const itemprop = attributeOf(element, 'itemprop');
    if (itemtype) scope = { ...scope, types: [...scope.types, ...itemtype.trim().split(/\s+/).slice(0, 4).map(schemaType)] };
    if (itemprop) scope = { ...scope, name: itemprop.trim() };
    return scope;
  }

  private kindOf(element: HtmlElement): Pick<Scope, 'kind' | 'level'> | undefined {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) return { kind: 'heading', level: Number(tagName[1]) };
    if (attributeOf(element, 'role') === 'heading') {
      const level = Number(attributeOf(element, 'aria-level'));
      return { kind: 'heading', level: level >= 1 && level <= 6 ? Math.floor(level) : 2 };
    }
    // `<h2><button>Question</button></h2>` folds a section; it is its heading all the same.
    if (this.scope.kind === 'heading') return undefined;
    switch (tagName) {
      case 'li':
        return { kind: 'list-item' };
      case 'td':
      case 'th':
        return { kind: this.scope.cells && !this.scope.cells.has(element) ? 'paragraph' : 'table-cell' };
      case 'caption':
      case 'figcaption':
        return { kind: 'caption' };
      case 'dt':
      case 'summary':
        return { kind: 'term' };
      case 'dd':
        return { kind: 'paragraph' };
      case 'button':
        return { kind: 'button' };
      case 'label':
      case 'legend':
      case 'option':
        return { kind: 'label' };
      default:
        return undefined;
    }
  }

  private listOf(element: HtmlElement): NonNullable<Scope['list']> {
    const ordered = element.tagName === 'ol';
    const start = ordered ? Number.parseInt(attributeOf(element, 'start') ?? '1', 10) : 1;
    return {
      id: this.builder.nextListId(),
      next: start > 0 && start < 1e6 ? start - 1 : 0,
      ordered,
      depth: this.scope.list ? this.scope.list.depth + 1 : 0,
    };
  }

  private changeIn(element: HtmlElement): Partial<Surroundings> | undefined {
    const change = changeBy(element);
    const { list, cells, tuckedAround } = this.scope;
    switch (element.tagName) {
      case 'li':
        return list ? { ...change, list: { id: list.id, item: list.next++, ordered: list.ordered, depth: list.depth } } : change;
      case 'td':
      case 'th':
        return { ...change, table: cells?.get(element) };
      case 'details':
        return attributeOf(element, 'open') === undefined ? { ...change, tucked: true } : change;
      case 'summary':
        return tuckedAround === undefined ? change : { ...change, tucked: tuckedAround };
      default:
        return change;
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

  private textRuns(element: HtmlElement): Range[] {
    return childrenOf(element).flatMap((node) => (isText(node) ? runsOf(node, this.html.masked) : []));
  }

  private hasHole({ from, to }: Range): boolean {
    return holesBetween(this.html.holes, from, to).length > 0;
  }

  private textOf(element: HtmlElement): string {
    let text = '';
    const nodes: HtmlNode[] = [element];
    for (let node = nodes.pop(); node && text.length < HEADER_LENGTH; node = nodes.pop()) {
      if (isText(node)) for (const run of runsOf(node, this.html.masked)) text += decodeHtml(this.html, run, 'text', () => '');
      else if (isElement(node) && !UNSEEN.has(node.tagName))
        for (let i = node.childNodes.length; i-- > 0;) nodes.push(node.childNodes[i] as HtmlNode);
    }
    return readable(text).trim().slice(0, HEADER_LENGTH);
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

function contentRange({ place }: HtmlElement): Range {
  const { tagTo, endTag, to } = place!;
  return { from: tagTo, to: endTag ?? Math.max(tagTo, to) };
}
