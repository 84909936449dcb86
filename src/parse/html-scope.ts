import type { BlockKind } from '../rule.ts';
import type { DocumentBuilder, ElementFacts, Surroundings } from './document-builder.ts';
import { attributeOf, changeBy } from './html-surroundings.ts';
import { cellsOf, type Cell } from './html-tables.ts';
import { readText, type HtmlSource, type TextMode } from './html-text.ts';
import type { HtmlElement } from './html-tree.ts';
import { schemaType } from './json-ld.ts';

/** What the copy at a place is, as far as `Surroundings` does not say it. */
export interface Scope {
  readonly kind: BlockKind;
  readonly level?: number;
  /** Of schema.org, from microdata, outermost first. */
  readonly types: readonly string[];
  /** The property of the outer type that this is. */
  readonly name?: string;
  readonly mode: TextMode;
  readonly form?: ElementFacts;
  readonly list?: { readonly id: number; next: number; readonly ordered: boolean; readonly depth: number };
  readonly cells?: ReadonlyMap<HtmlElement, Cell>;
  /** Of what stands in `<details>`: whether the details themselves are tucked away. */
  readonly tuckedAround?: boolean;
}

export const OUTERMOST: Scope = { kind: 'paragraph', types: [], mode: 'text' };

/** What the copy inside `element` is, when it stands in `outer`. */
export function scopeIn(element: HtmlElement, outer: Scope, builder: DocumentBuilder, html: HtmlSource): Scope {
  const changes = { ...kindOf(element, outer), ...structureOf(element, outer, builder, html), ...microdataOf(element, outer) };
  return Object.keys(changes).length > 0 ? { ...outer, ...changes } : outer;
}

function kindOf(element: HtmlElement, outer: Scope): Pick<Scope, 'kind' | 'level'> | undefined {
  const { tagName } = element;
  if (/^h[1-6]$/.test(tagName)) return { kind: 'heading', level: Number(tagName[1]) };
  if (attributeOf(element, 'role') === 'heading') {
    const level = Number(attributeOf(element, 'aria-level'));
    return { kind: 'heading', level: level >= 1 && level <= 6 ? Math.floor(level) : 2 };
  }
  // `<h2><button>Question</button></h2>` folds a section; it is its heading all the same.
  if (outer.kind === 'heading') return undefined;
  switch (tagName) {
    case 'li':
      return { kind: 'list-item' };
    case 'td':
    case 'th':
      return { kind: outer.cells && !outer.cells.has(element) ? 'paragraph' : 'table-cell' };
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

function structureOf(element: HtmlElement, outer: Scope, builder: DocumentBuilder, html: HtmlSource): Partial<Scope> | undefined {
  switch (element.tagName) {
    case 'pre':
    case 'listing':
      return { mode: 'preformatted' };
    case 'plaintext':
      return { mode: 'raw' };
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { list: listOf(element, outer, builder) };
    case 'table':
      return { cells: cellsOf(element, builder.nextTableId(), (cell) => readText(html, cell)) };
    case 'details':
      return { tuckedAround: builder.surroundings.tucked };
    default:
      return undefined;
  }
}

function listOf(element: HtmlElement, outer: Scope, builder: DocumentBuilder): NonNullable<Scope['list']> {
  const ordered = element.tagName === 'ol';
  const start = ordered ? Number.parseInt(attributeOf(element, 'start') ?? '1', 10) : 1;
  return {
    id: builder.nextListId(),
    next: start > 0 && start < 1e6 ? start - 1 : 0,
    ordered,
    depth: outer.list ? outer.list.depth + 1 : 0,
  };
}

function microdataOf(element: HtmlElement, outer: Scope): Partial<Scope> | undefined {
  const types = attributeOf(element, 'itemtype')?.match(/\S+/g)?.slice(0, 4).map(schemaType);
  const name = attributeOf(element, 'itemprop')?.trim();
  if (!types && !name) return undefined;
  return { ...(types && { types: [...outer.types, ...types] }), ...(name && { name }) };
}

/** What changes around the copy inside `element`; counts the items of the list in `scope`. */
export function changeIn(element: HtmlElement, scope: Scope): Partial<Surroundings> | undefined {
  const change = changeBy(element);
  const { list, cells, tuckedAround } = scope;
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
