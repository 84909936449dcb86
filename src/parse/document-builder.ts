import type { Attribute, Block, BlockKind, Document, Element, Format, Notice, Origin, Range, Region } from '../rule.ts';
import { BlockBuilder } from './block-builder.ts';
import type { BlockFacts } from './block-builder.ts';
import type { MarkdownParser } from './markdown-tree.ts';
import type { Hole } from './template-holes.ts';

/** What holds for every block that is started until the parser leaves the place again. */
export interface Surroundings {
  readonly origin: Origin;
  readonly name?: string;
  readonly region: Region;
  readonly quoted: boolean;
  readonly hidden: boolean;
  readonly tucked: boolean;
  /** Nearest first. */
  readonly classes: readonly string[];
  readonly list?: Block['list'];
  readonly table?: Block['table'];
  /** The footnote whose text this is. */
  readonly label?: string;
}

export interface ElementFacts extends Range {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly content?: string;
  readonly contentFrom?: number;
  /** The form that a field belongs to, as `addElement` returned it. */
  readonly form?: ElementFacts;
  /** The block whose text it stands in. Left out, it is the innermost block around the element's place, if any. */
  readonly block?: BlockBuilder;
}

interface Started {
  readonly builder: BlockBuilder;
  readonly element: ElementFacts | undefined;
}
interface Enclosure extends Range {
  readonly change: Partial<Surroundings>;
  parent?: Enclosure;
  surroundings?: Surroundings;
}

// Copying the class words of every ancestor costs depth squared; no rule looks further out than this.
const CLASSES_KEPT = 32;
// How far `surroundingsAt` walks outward: real pages nest less, and a made-up one must not cost more.
const DEPTH_SEARCHED = 512;

const BODY: Surroundings = { origin: 'body', region: 'main', quoted: false, hidden: false, tucked: false, classes: [] };

/**
 * Collects blocks and elements in any order; `finish` sorts them by their place in the source and numbers them.
 *
 * Both parsers walk their tree and, per element that matters, call `enter` and `leave`; per unit of copy `startBlock`, whose
 * builder takes the text. A block that stays empty is dropped.
 */
export class DocumentBuilder {
  readonly path: string;
  readonly format: Format;
  readonly source: string;
  /** Template tags of the source, in order. Their places hold filler in the masked text that a parser reads. */
  readonly holes: readonly Hole[];
  /** What reads the Markdown in it. */
  readonly parser: MarkdownParser;
  frontMatter: Readonly<Record<string, unknown>> = {};
  frontMatterRange: Range | undefined;
  language: string | undefined;

  private readonly started: Started[] = [];
  private readonly elements: ElementFacts[] = [];
  private readonly elementsByPlace = new Map<number, ElementFacts>();
  private readonly notices: Notice[] = [];
  private readonly stack: Surroundings[] = [BODY];
  private enclosures: Enclosure[] = [];
  private nested = true;
  private lists = 0;
  private tables = 0;

  constructor(file: {
    path: string;
    format: Format;
    source: string;
    holes: readonly Hole[];
    parser?: MarkdownParser | undefined;
  }) {
    this.path = file.path;
    this.format = file.format;
    this.source = file.source;
    this.holes = file.holes;
    this.parser = file.parser ?? 'fast';
  }

  get surroundings(): Surroundings {
    return this.stack.at(-1)!;
  }

  /**
   * Blocks started before the matching `leave` take over `change`; its classes are added in front of those around. With
   * `range`, Markdown that stands in that part of the source takes it over too (`surroundingsAt`).
   */
  enter(change: Partial<Surroundings>, range?: Range): void {
    this.stack.push(within(this.surroundings, change));
    if (!range) return;
    this.enclosures.push({ from: range.from, to: range.to, change });
    this.nested = false;
  }

  leave(): void {
    if (this.stack.length > 1) this.stack.pop();
  }

  /** Whether Markdown may stand in any element that was entered with a range. */
  get hasEnclosures(): boolean {
    return this.enclosures.length > 0;
  }

  /** What the elements that were entered with a range change about a place. */
  surroundingsAt(offset: number): Surroundings {
    if (!this.nested) this.nest();
    let enclosure = this.enclosures[lastAtOrBefore(this.enclosures, offset)];
    for (let depth = 0; enclosure && depth < DEPTH_SEARCHED; depth++, enclosure = enclosure.parent) {
      if (offset < enclosure.to) return enclosure.surroundings!;
    }
    return BODY;
  }

  /** What ends before `offset` is read, and nothing that follows can stand in it. */
  forgetEnclosures(offset: number): void {
    this.enclosures = this.enclosures.filter(({ to }) => to > offset);
    this.nested = false;
  }

  nextListId(): number {
    return this.lists++;
  }

  nextTableId(): number {
    return this.tables++;
  }

  /** `facts` add to the surroundings or override them; an attribute or comment has the origin of that name. */
  startBlock(kind: BlockKind, facts: Partial<Omit<BlockFacts, 'kind'>> & { element?: ElementFacts } = {}): BlockBuilder {
    const around = this.surroundings;
    const origin = kind === 'attribute' || kind === 'comment' ? kind : around.origin;
    // In HTML an address is a link only when its author made it one; Markdown engines link it by themselves.
    const linkAddresses = this.format !== 'html' && kind !== 'attribute' && kind !== 'comment';
    const all: { -readonly [Key in keyof BlockFacts]: BlockFacts[Key] } = {
      kind,
      origin: facts.origin ?? origin,
      region: facts.region ?? around.region,
      quoted: facts.quoted ?? around.quoted,
      hidden: facts.hidden ?? around.hidden,
      tucked: facts.tucked ?? around.tucked,
      classes: facts.classes ?? around.classes,
    };
    const name = facts.name ?? around.name;
    const list = facts.list ?? around.list;
    const table = facts.table ?? around.table;
    const label = facts.label ?? around.label;
    if (name !== undefined) all.name = name;
    if (list) all.list = list;
    if (table) all.table = table;
    if (label !== undefined) all.label = label;
    if (facts.level !== undefined) all.level = facts.level;
    if (facts.types) all.types = facts.types;
    const builder = new BlockBuilder(this.source, all, this.holes, linkAddresses);
    this.started.push({ builder, element: facts.element });
    return builder;
  }

  addElement(element: ElementFacts): ElementFacts {
    this.elements.push(element);
    this.elementsByPlace.set(element.from, element);
    return element;
  }

  /** The element whose start tag begins at `from`, if it was added. */
  elementFrom(from: number): ElementFacts | undefined {
    return this.elementsByPlace.get(from);
  }

  addNotice(code: string, message: string, from: number): void {
    this.notices.push({ code, message, from });
  }

  private nest(): void {
    this.enclosures.sort((a, b) => a.from - b.from || b.to - a.to);
    const open: Enclosure[] = [];
    for (const enclosure of this.enclosures) {
      while (open.length > 0 && open.at(-1)!.to <= enclosure.from) open.pop();
      enclosure.parent = open.at(-1);
      enclosure.surroundings = within(enclosure.parent?.surroundings ?? BODY, enclosure.change);
      open.push(enclosure);
    }
    this.nested = true;
  }

  finish(): Document {
    const filled = this.started
      .filter(({ builder }) => !builder.isEmpty)
      .map(({ builder, element }) => ({ builder, element, text: builder.finish() }))
      .sort((a, b) => a.text.pieces[0]!.from - b.text.pieces[0]!.from);
    const elements = [...this.elements].sort((a, b) => a.from - b.from || b.to - a.to);
    const elementIndex = new Map(elements.map((element, index) => [element, index]));
    const blockIndex = new Map(filled.map(({ builder }, index) => [builder, index]));

    const blocks = filled.map(({ builder, element, text }, index): Block => {
      const block: { -readonly [Key in keyof Block]: Block[Key] } = Object.assign(builder.facts, { index }, text);
      const at = element && elementIndex.get(element);
      if (at !== undefined) block.element = at;
      return block;
    });
    const blockAround = placer(blocks);
    return {
      path: this.path,
      format: this.format,
      source: this.source,
      blocks,
      elements: elements.map(({ form, block, ...element }, index): Element => ({
        ...element,
        index,
        ...(form && { form: elementIndex.get(form)! }),
        block: (block && blockIndex.get(block)) ?? blockAround(element.from),
      })),
      frontMatter: this.frontMatter,
      ...(this.frontMatterRange && { frontMatterRange: this.frontMatterRange }),
      ...(this.language && { language: this.language }),
      notices: [...this.notices].sort((a, b) => a.from - b.from),
    };
  }
}

function within(outer: Surroundings, change: Partial<Surroundings>): Surroundings {
  return {
    origin: change.origin ?? outer.origin,
    region: change.region ?? outer.region,
    quoted: change.quoted ?? outer.quoted,
    hidden: change.hidden ?? outer.hidden,
    tucked: change.tucked ?? outer.tucked,
    classes: change.classes?.length ? [...change.classes, ...outer.classes].slice(0, CLASSES_KEPT) : outer.classes,
    name: change.name ?? outer.name,
    label: change.label ?? outer.label,
    list: change.list ?? outer.list,
    // A table that only lays out a page takes the cells in it out of the one around.
    table: 'table' in change ? change.table : outer.table,
  };
}

function lastAtOrBefore(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function placer(blocks: readonly Block[]): (offset: number) => number {
  const copy = blocks
    .filter((block) => block.kind !== 'attribute' && block.kind !== 'comment')
    .map((block) => ({ index: block.index, from: block.pieces[0]!.from, to: block.pieces.at(-1)!.to }));
  return (offset) => {
    const found = copy[lastAtOrBefore(copy, offset)];
    return found && offset < found.to ? found.index : -1;
  };
}
