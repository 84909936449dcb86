import type { Attribute, Block, Document, Element, Hit, Identity, Range, Span } from '../../rule.ts';
import { isOfInitials } from '../sentence-ends.ts';

/** One stretch of text in which identifiers are looked for, with what must be known of its place. */
export interface Passage {
  readonly text: string;
  readonly zone: Identity['zone'];
  /** Sentence bounds, in order; lines where the text is a record rather than prose. */
  readonly sentences: readonly Span[];
  /** A record: each line or cell is a field. */
  readonly record: boolean;
  /** Key path, header cells, class words, schema.org types: what the place says of its text. */
  readonly label: string;
  readonly block?: Block;
  readonly element?: Element;
  at(start: number, end: number): Hit['at'];
}

const ABBREVIATION = /(?:^|[\s("'“‘[])(?:dr|dra|mr|mrs|ms|mx|prof|st|ste|rev|hon|sr|jr|mt|ft|no|vs|v|vol|ave|blvd|rd|ind|tenn|calif|mass|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|inc|ltd|dept|est|approx|sen|gov|rep|p|pp|al|col|gen|sgt|capt|lt|cpl|maj|ret|fr|br|gr|bros|messrs|u\.s|u\.s\.c|c\.f\.r|e\.g|i\.e|[a-z])\.$/i;
/** "next to today's." */
const POSSESSIVE = /\p{L}['’]s\.$/u;
const RECORD_KINDS = new Set(['data']);

/** Sentence bounds of any string: a full stop after an abbreviation or an initial ends none. */
export function sentenceSpans(text: string, lines = false): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const end = (at: number): void => {
    if (text.slice(start, at).trim()) spans.push({ start, end: at });
    start = at;
  };
  for (const match of text.matchAll(lines ? /\n|[.!?…]["”’)*]{0,2}(?=\s)/g : /[.!?…]["”’)*]{0,2}(?=\s)/g)) {
    const at = match.index + match[0].length;
    if (match[0] !== '\n') {
      if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, at - 12), at)) && !POSSESSIVE.test(text.slice(Math.max(start, at - 4), at))) continue;
      if (/^\s+\(?\p{Ll}/u.test(text.slice(at, at + 4)) || isOfInitials(text.slice(Math.max(start, at - 8), at), text.slice(at, at + 12))) continue;
    }
    end(at);
  }
  end(text.length);
  return spans;
}

const onBlock = (block: Block) => (start: number, end: number): Hit['at'] => ({ block, start, end });
const inSource = (from: number) => (start: number, end: number): Range => ({ from: from + start, to: from + end });
/** A decoded attribute is only mapped as a whole. */
const inAttribute = ({ value, from, to }: Attribute) =>
  value.length === to - from ? inSource(from) : (): Range => ({ from, to });

const zoneOf = (block: Block): Identity['zone'] => {
  if (block.kind === 'comment') return 'comment';
  if (block.kind === 'attribute') return 'attribute';
  return block.kind === 'meta' || block.kind === 'data' ? 'metadata' : 'text';
};

/** All text of a document that can carry an identifier, except URLs, which are read by their parts. */
export function passagesOf(document: Document): Passage[] {
  const passages: Passage[] = [];
  for (const group of blockGroups(document)) passages.push(group.length === 1 ? new BlockPassage(document, group[0]!) : rowPassage(group));
  const front = frontMatterPassage(document);
  if (front) passages.push(front);
  for (const element of document.elements) passages.push(...elementPassages(document, element));
  return passages;
}

/** Blocks one by one, cells of a table row together. Front matter is read from its source, where numbers and dates stand too. */
function* blockGroups(document: Document): Generator<Block[]> {
  let row: Block[] = [];
  for (const block of document.blocks) {
    if (block.origin === 'front-matter' && document.frontMatterRange) continue;
    // Cells outside of a table, as in a fragment of one, are taken for one row.
    const same = row.length > 0 && block.table?.id === row[0]!.table?.id && block.table?.row === row[0]!.table?.row;
    if (same && block.kind === 'table-cell') {
      row.push(block);
      continue;
    }
    if (row.length > 0) yield row;
    row = block.kind === 'table-cell' ? [block] : [];
    if (row.length === 0) yield [block];
  }
  if (row.length > 0) yield row;
}

/** A block as a passage. Its sentences are found when first asked for, since most blocks name nobody. */
class BlockPassage implements Passage {
  readonly text: string;
  readonly element?: Element;
  readonly at: Passage['at'];
  #lines: readonly number[] | undefined;
  #sentences: readonly Span[] | undefined;
  #label: string | undefined;

  constructor(private readonly document: Document, readonly block: Block) {
    this.text = block.text;
    if (block.element !== undefined) this.element = document.elements[block.element]!;
    this.at = onBlock(block);
  }

  get zone(): Passage['zone'] {
    return zoneOf(this.block);
  }
  get record(): boolean {
    return RECORD_KINDS.has(this.block.kind) || this.lines.length > 0;
  }
  get sentences(): readonly Span[] {
    return (this.#sentences ??= this.lines.length > 0 ? splitAt(this.text, this.lines) : cutAtBreaks(sentenceSpans(this.text), this.block));
  }
  get label(): string {
    const { name, types, table, classes } = this.block;
    return (this.#label ??= [name ?? '', types?.join(' ') ?? '', table ? `${table.header} ${table.rowHeader}` : '', classes.slice(0, 6).join(' ')].join(' '));
  }
  private get lines(): readonly number[] {
    return (this.#lines ??= lineBreaks(this.document, this.block));
  }
}

/** A forced line break before a capital ends what is one line: the name of a speaker, then his town. */
function cutAtBreaks(spans: readonly Span[], block: Block): Span[] {
  const breaks = block.marks.filter(({ kind, end }) => kind === 'break' && /^\s*[\p{Lu}\d“"—–]/u.test(block.text.slice(end, end + 3))).map(({ end }) => end);
  if (breaks.length === 0) return [...spans];
  return spans.flatMap(({ start, end }) => {
    const cuts = [start, ...breaks.filter((at) => at > start && at < end), end];
    return cuts.slice(1).map((cut, k) => ({ start: cuts[k]!, end: cut }));
  });
}

/** Where the writer broke lines in a block that reads as a list of fields (`Patient: …`, comma-separated values). */
function lineBreaks(document: Document, block: Block): number[] {
  if (block.kind !== 'paragraph' && block.kind !== 'comment' && block.kind !== 'caption') return [];
  const [first, last] = [block.pieces[0], block.pieces.at(-1)];
  if (!first || !last || !document.source.slice(first.from, last.to).includes('\n')) return [];
  const breaks: number[] = [];
  let at = 0;
  let end: number | undefined;
  for (const piece of block.pieces) {
    if (end !== undefined && document.source.slice(end, piece.to).includes('\n')) {
      const gap = document.source.slice(end, piece.from + (piece.text.trim() ? 0 : piece.to - piece.from));
      if (gap.includes('\n')) breaks.push(at);
    }
    const inner = document.source.slice(piece.from, piece.to);
    if (piece.text.length === inner.length) for (const match of inner.matchAll(/\n/g)) breaks.push(at + match.index);
    at += piece.text.length;
    end = piece.to;
  }
  const lines = splitAt(block.text, breaks).map(({ start, end: stop }) => block.text.slice(start, stop).trim());
  const fields = lines.filter((line) => /^[*_"']{0,3}[A-Za-zÀ-ɏ_][A-Za-zÀ-ɏ\d _/-]{1,30}["'*_]{0,3}\s?[:=]|[,;]\S[^,;]*[,;]|; ?\S[^;]*;/.test(line)).length;
  return lines.length > 1 && fields >= lines.length * 0.6 ? breaks : [];
}

function splitAt(text: string, breaks: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const at of [...breaks, text.length]) {
    if (at > start) spans.push({ start, end: at });
    start = Math.max(start, at);
  }
  return spans;
}

function rowPassage(cells: readonly Block[]): Passage {
  const starts: number[] = [];
  let text = '';
  for (const cell of cells) {
    starts.push(text.length);
    text += `${cell.text} | `;
  }
  const at = (start: number, end: number): Hit['at'] => {
    let k = starts.length - 1;
    while (k > 0 && starts[k]! > start) k--;
    const cell = cells[k]!;
    return { block: cell, start: Math.min(start - starts[k]!, cell.text.length), end: Math.min(end - starts[k]!, cell.text.length) };
  };
  const label = cells.map((cell) => cell.table?.header ?? '').join(' ');
  return { text, zone: 'text', sentences: [{ start: 0, end: text.length }], record: true, label, block: cells[0]!, at };
}

function frontMatterPassage(document: Document): Passage | undefined {
  const range = document.frontMatterRange;
  if (!range) return undefined;
  // Tags inside YAML strings carry fonts and classes; blanked, the offsets hold.
  const text = document.source.slice(range.from, range.to).replace(/<[^<>\n]{1,400}>/g, (tag) => ' '.repeat(tag.length));
  return { text, zone: 'metadata', sentences: sentenceSpans(text, true), record: true, label: 'front matter', at: inSource(range.from) };
}

const URL_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'srcset', 'cite', 'style', 'data-src', 'data-href', 'data-srcset', 'data-background', 'data-bg', 'background', 'data-url']);
export const isUrlAttribute = ({ name }: Attribute): boolean => URL_ATTRIBUTES.has(name);
// Identifiers of the page's own machinery.
const MACHINERY = /^data-(?:testid|test|cy|toggle|target|aos|wow|bs-|elementor|wf-|slide|index|ride|parent|spy|offset|v-|react|ng-|turbo|controller|action|rocket|sitekey|site-key|cfasync|pixel|widget|id$|post|element|settings|model|product|sku)/;

/** A component of a page whose attributes hold who said it and of what: `<Testimonial name="…" treatment="…" />`. */
const COMPONENT = /^(?!blockquote).*(?:testimonial|review|patient|story|stories|quote)/i;
const SPEAKER_ATTRIBUTE = /^(?:(?:patient|client|reviewer|author|speaker|customer|full|first|display)?-?_?name|patient|client|author|reviewer|by|who|person|attribution|cite)$/i;

function* componentPassages(element: Element): Generator<Passage> {
  if (!COMPONENT.test(element.name)) return;
  const attribute = element.attributes.find(({ name, value }) => SPEAKER_ATTRIBUTE.test(name) && /^\p{Lu}/u.test(value.trim()));
  if (!attribute) return;
  const others = element.attributes.filter((other) => other !== attribute && !isUrlAttribute(other) && other.value.trim()).map(({ name, value }) => `${name}: ${value}`);
  if (others.length === 0) return;
  const prefix = 'testimonial name: ';
  const at = inAttribute(attribute);
  const text = `${prefix}${attribute.value}\n${others.join('\n')}`;
  const end = prefix.length + attribute.value.length;
  yield {
    text, zone: 'attribute', record: true, label: 'Review name', element, sentences: sentenceSpans(text, true),
    at: (from, to) => at(Math.min(attribute.value.length, Math.max(0, from - prefix.length)), Math.min(Math.min(to, end) - prefix.length, attribute.value.length)),
  };
}

function* elementPassages(document: Document, element: Element): Generator<Passage> {
  yield* componentPassages(element);
  for (const attribute of element.attributes) {
    if (!attribute.value.trim() || isUrlAttribute(attribute)) continue;
    const field = attribute.name === 'value' && (element.name === 'input' || element.name === 'option' || element.name === 'button' || element.name === 'textarea');
    const data = attribute.name.startsWith('data-') && !MACHINERY.test(attribute.name);
    if (!field && !data) continue;
    // A label before the value, as in prose, so that `data-patient-id="…"` and `name="mrn" value="…"` read alike.
    const named = element.attributes.find(({ name }) => name === 'name')?.value ?? element.attributes.find(({ name }) => name === 'id')?.value ?? '';
    const key = (field ? named : attribute.name.slice(5)).replace(/[_-]/g, ' ');
    const prefix = `${key}: `;
    const at = inAttribute(attribute);
    const text = prefix + attribute.value;
    yield {
      text, zone: field ? 'form' : 'attribute', record: true, label: key, element, sentences: sentenceSpans(text),
      at: (start, end) => at(Math.max(0, start - prefix.length), Math.max(0, end - prefix.length)),
      ...(element.block >= 0 && document.blocks[element.block] && { block: document.blocks[element.block]! }),
    };
  }
  if (!element.content?.trim() || element.contentFrom === undefined) return;
  const from = element.contentFrom;
  if (element.name === 'textarea') {
    yield { text: element.content, zone: 'form', record: false, label: fieldName(element), element, sentences: sentenceSpans(element.content), at: inSource(from) };
  } else if (element.name === 'script') {
    const structured = element.attributes.some(({ name, value }) => name === 'type' && value.includes('ld+json'));
    // Structured data arrives as blocks, unless it was broken.
    if (structured && document.blocks.some((block) => block.origin === 'json-ld' && within(block, from, from + element.content!.length))) return;
    yield { text: element.content, zone: 'script', record: true, label: structured ? 'json-ld' : '', element, sentences: sentenceSpans(element.content, true), at: inSource(from) };
  }
}

const fieldName = (element: Element): string => element.attributes.filter(({ name }) => name === 'name' || name === 'id').map(({ value }) => value).join(' ');
const within = (block: Block, from: number, to: number): boolean => {
  const first = block.pieces[0];
  return first !== undefined && first.from >= from && first.to <= to;
};
