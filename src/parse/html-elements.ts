import type { Attribute, Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import type { DocumentBuilder, ElementFacts } from './document-builder.ts';
import { attributeOf } from './html-surroundings.ts';
import type { Scope } from './html-scope.ts';
import { appendHtml, decodeAttribute, type HtmlSource, type TextMode } from './html-text.ts';
import { attributeRange, attributeRanges, type ElementPlace, type HtmlElement } from './html-tree.ts';
import type { MaskedText } from './masked-text.ts';
import { holesBetween } from './template-holes.ts';

const JUDGED = new Set(
  'a area audio button embed form iframe image img input link meta object script select source textarea video'.split(' '),
);
const FIELDS = new Set(['button', 'input', 'select', 'textarea']);
const BUTTON_TYPES = new Set(['submit', 'button', 'reset']);
const TEXT_ATTRIBUTES = new Set(
  'alt title aria-label aria-description aria-placeholder aria-valuetext placeholder label summary'.split(' '),
);
// Of sheets and feeds: a reader of the page never sees it.
const TITLED_FOR_PROGRAMS = new Set(['link', 'style']);
const TEXT_META =
  /^(?:abstract|application-name|apple-mobile-web-app-title|description|(?:dc|dcterms)\.(?:description|title)|(?:og|twitter):(?:title|description|site_name|image:alt)|twitter:(?:label|data)\d)$/;
const DECLARATION = /^promolint:(product|profile|audience)$/;

/** Notes the tags that rules judge by themselves, and the copy in their attributes. */
export class ElementRecorder {
  /** What the page says of itself in `<meta name="promolint:…">`. */
  readonly declared: Record<string, string> = {};

  // Bad nesting repeats elements, and every tag of the source counts once.
  private readonly seen = new Set<number>();
  private readonly forms = new Map<string, ElementFacts>();
  private readonly fieldsElsewhere: { readonly field: { form?: ElementFacts }; readonly formId: string }[] = [];
  private looseForm: { readonly facts: ElementFacts; readonly to: number } | undefined;

  constructor(
    private readonly builder: DocumentBuilder,
    private readonly html: HtmlSource,
  ) {}

  /** Adds the element, if rules judge it, and a block for each of its texts. `block` is the one that it stands in. */
  record(element: HtmlElement, scope: Scope, block: BlockBuilder | undefined): ElementFacts | undefined {
    const { tagName, place } = element;
    if (!place) return undefined;
    if (this.seen.has(place.from)) return this.builder.elementFrom(place.from);
    this.seen.add(place.from);

    const facts = isJudged(element) ? this.add(element, place, scope, block) : undefined;
    if (tagName === 'html') this.noteLanguage(element, place);
    if (tagName === 'textarea') this.attribute('value', contentRange(element), scope, facts);
    for (const [name, range] of attributeRanges(place)) {
      const value = () => valueRange(this.html.masked, range);
      if (TEXT_ATTRIBUTES.has(name) && !TITLED_FOR_PROGRAMS.has(tagName)) this.attribute(name, value(), scope, facts);
      else if (name === 'value' && tagName === 'input' && BUTTON_TYPES.has(attributeOf(element, 'type')?.toLowerCase() ?? ''))
        this.button(value(), facts);
    }
    if (tagName === 'meta' && facts) this.meta(element, scope, facts);
    return facts;
  }

  /** Text of the head: the title, or what search engines and networks show of the page. */
  head(name: string, runs: readonly Range[], mode: TextMode, element?: ElementFacts): void {
    const place = { origin: 'head', region: 'main', quoted: false, hidden: false, tucked: false } as const;
    const block = this.builder.startBlock('meta', { ...place, name, ...(element && { element }) });
    for (const run of runs) appendHtml(block, this.html, run, mode);
  }

  /** Finds the forms of fields that name one by its id, which may stand behind them. */
  finish(): void {
    for (const { field, formId } of this.fieldsElsewhere) field.form = this.forms.get(formId) ?? field.form;
  }

  private add(element: HtmlElement, place: ElementPlace, scope: Scope, block: BlockBuilder | undefined): ElementFacts {
    const { tagName } = element;
    const content = tagName === 'script' || tagName === 'textarea' ? contentRange(element) : undefined;
    const facts: ElementFacts & { form?: ElementFacts } = {
      name: tagName,
      attributes: attributesOf(this.html, place),
      from: place.from,
      to: place.tagTo,
      ...(block && { block }),
      ...(content && { content: this.html.source.slice(content.from, content.to), contentFrom: content.from }),
    };
    if (FIELDS.has(tagName)) {
      facts.form = scope.form ?? this.looseFormAt(place.from);
      const formId = attributeOf(element, 'form');
      if (formId) this.fieldsElsewhere.push({ field: facts, formId });
    }
    if (tagName === 'form') this.noteForm(element, place, facts);
    return this.builder.addElement(facts);
  }

  private noteForm(element: HtmlElement, place: ElementPlace, facts: ElementFacts): void {
    const id = attributeOf(element, 'id');
    if (id && !this.forms.has(id)) this.forms.set(id, facts);
    // Between a table and its rows the parser closes a form at once, though its fields follow.
    if (place.endTag === undefined && element.childNodes.length === 0) {
      const length = this.html.masked.slice(place.tagTo).search(/<\/form/i);
      this.looseForm = { facts, to: length < 0 ? this.html.masked.length : place.tagTo + length };
    }
  }

  private looseFormAt(offset: number): ElementFacts | undefined {
    return this.looseForm && offset < this.looseForm.to ? this.looseForm.facts : undefined;
  }

  private noteLanguage(element: HtmlElement, place: ElementPlace): void {
    const range = attributeRange(place, 'lang');
    if (range && !this.hasHole(range)) this.builder.language ??= attributeOf(element, 'lang')?.trim().toLowerCase() || undefined;
  }

  private meta(element: HtmlElement, scope: Scope, facts: ElementFacts): void {
    const name = (attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '').trim().toLowerCase();
    const content = facts.attributes.find((attribute) => attribute.name === 'content');
    if (!content) return;
    const declaration = DECLARATION.exec(name)?.[1];
    if (declaration && !this.hasHole(content)) this.declared[declaration] = content.value.trim();
    else if (TEXT_META.test(name)) this.head(name, [content], 'attribute', facts);
    else if (attributeOf(element, 'itemprop') && /\p{L}/u.test(content.value) && !/^\w+:\/\//.test(content.value))
      this.attribute('content', content, scope, facts);
  }

  private attribute(name: string, range: Range, { types }: Scope, element: ElementFacts | undefined): void {
    const facts = { name, ...(element && { element }), ...(types.length > 0 && { types }) };
    appendHtml(this.builder.startBlock('attribute', facts), this.html, range, 'attribute');
  }

  private button(range: Range, element: ElementFacts | undefined): void {
    const block = this.builder.startBlock('button', { origin: 'attribute', name: 'value', ...(element && { element }) });
    appendHtml(block, this.html, range, 'attribute');
  }

  private hasHole({ from, to }: Range): boolean {
    return holesBetween(this.html.holes, from, to).length > 0;
  }
}

/** `<Testimonial name="…" service="…" />`: a component of a page whose attributes tell who said it. */
const COMPONENT = /^(?!blockquote).*(?:testimonial|review|patient|story|stories|quote)/;
const SPEAKER = /^(?:[a-z]*_?-?name|patient|client|author|reviewer|attribution)$/;

/** Whether some rule may judge this tag by itself: what it loads, sends, links to or carries along. */
const isJudged = ({ tagName, attrs }: HtmlElement): boolean =>
  JUDGED.has(tagName) ||
  (COMPONENT.test(tagName) && attrs.some(({ name }) => SPEAKER.test(name))) ||
  attrs.some(({ name, value }) => /^(?:data-|on)/.test(name) || (name === 'style' && /url\s?\(/i.test(value)));

function attributesOf(html: HtmlSource, element: ElementPlace): Attribute[] {
  return attributeRanges(element).map(([name, place]) => {
    const range = valueRange(html.masked, place);
    return { name, value: decodeAttribute(html, range), ...range };
  });
}

/** The value of `name = "value"`, without quotes; an empty range at the end when there is none. */
export function valueRange(masked: MaskedText, { from, to }: Range): Range {
  // A name may begin with `=`.
  const equals = masked.slice(from, to).indexOf('=', 1);
  if (equals < 0) return { from: to, to };
  let start = from + equals + 1;
  while (start < to && /[\t\n\f\r ]/.test(masked.charAt(start))) start++;
  const quoted = masked.charAt(start) === '"' || masked.charAt(start) === "'";
  return quoted ? { from: start + 1, to: Math.max(start + 1, to - 1) } : { from: start, to };
}

/** What stands between the tags of an element, or after one that never closes. */
export function contentRange({ place }: HtmlElement): Range {
  const { tagTo, endTag, to } = place!;
  return { from: tagTo, to: endTag ?? Math.max(tagTo, to) };
}
