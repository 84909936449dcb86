import type { Block, EvidenceKind, Page, Span } from '../../rule.ts';
import { findIdentifiers } from './identifiers.ts';
import { ADEQUATE, kindOfIdentifiers, kindOfText, readAddress, yearIn, type SourceHosts } from './source-kind.ts';

/** One entry of a reference list, a footnote, or a note that a symbol leads to. */
export interface ReferenceEntry {
  /** Absent for an entry of front matter that is too short to be copy. */
  readonly block?: Block;
  readonly text: string;
  readonly kind: EvidenceKind;
  readonly year?: number;
  /** Its address or identifier, where it has one. */
  readonly target?: string;
}

export interface References {
  readonly entries: readonly ReferenceEntry[];
  /** By footnote label, lower-cased. */
  readonly footnotes: ReadonlyMap<string, ReferenceEntry>;
  /** By number, or by symbol (`*`, `†`). */
  readonly numbered: ReadonlyMap<string, ReferenceEntry>;
  /** Blocks that are entries or the heading over them: paper titles in them are not claims. */
  readonly blocks: ReadonlySet<Block>;
}

/** What the entries and links of a page are judged by. */
export interface EvidenceContext {
  readonly hosts: SourceHosts;
  readonly ownDomains: readonly string[];
  /** Years after this one are not years of publication. */
  readonly latestYear: number;
}

export type EvidencePage = Pick<Page, 'document' | 'sections' | 'sentences' | 'sentencesOf' | 'before' | 'after'>;

const QUALIFIER = '(?:(?:scientific|medical|clinical|key|main|selected|list of|our|article|full|additional|academic|cited|study|data|research|text|primary) )?';
const STRONG_HEADING = new RegExp(
  `^${QUALIFIER}(?:references?|sources?|bibliography|citations?|works cited|literature cited|footnotes?|endnotes?|references? list)(?: (?:and|&) (?:references?|sources?|notes?|citations?|further reading|resources|links))?(?: (?:used|cited|list|section|and notes))?$`,
);
const WEAK_HEADING =
  /^(?:further|additional|suggested|recommended|more) (?:reading|resources|information|sources)$|^(?:where can (?:i|you) (?:learn|read|find out) more|(?:learn|read|find out) more|for more information|resources|notes|literature|(?:the |our |supporting |scientific |clinical |key |published )?(?:research|studies|evidence|science|publications|papers)|useful links|links)$/;
const LISTED = new Set(['references', 'reference', 'footnotes', 'footnote', 'citations', 'citation', 'bibliography', 'reference-list', 'references-list', 'citation-list', 'reflist', 'works-cited', 'endnotes', 'sources', 'source-list']);
const AUTHOR_START = /^\W{0,4}(?:\d{1,3}[.)\]]?\s{0,2})?(?:[a-z]{1,3}\s)?\p{Lu}[\p{L}'\u2019-]{1,24},?\s(?:\p{Lu}\.?[\s-]?){1,3}(?:[,.;&(]|and\s)/u;
const LABEL = /^\s{0,3}(?:\[(\d{1,3}|[*\u2020\u2021])\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})|(\*{1,3}|[\u2020\u2021\u00a7])(?=\s?[^\s*]))\s{0,3}/;
const SOURCE_LINE = /^(?:data )?(?:sources?|references?|citations?)\s?:\s{0,3}(?=\S)/i;

/** Reference lists of a page by all the ways in which copy writes them, and the blocks that belong to them. */
export function findReferences(page: EvidencePage, context: EvidenceContext): References {
  const blocks = new Set<Block>();
  const entries: ReferenceEntry[] = [];
  const footnotes = new Map<string, ReferenceEntry>();
  const numbered = new Map<string, ReferenceEntry>();

  const add = (text: string, block: Block | undefined, number: string | undefined) => {
    const entry = describe(text, block, context);
    entries.push(entry);
    if (block) blocks.add(block);
    if (number !== undefined && !numbered.has(number)) numbered.set(number, entry);
    return entry;
  };

  let section: 'strong' | 'weak' | undefined;
  let sectionLevel = 7;
  let counted = 0;
  for (const block of page.document.blocks) {
    if (block.kind === 'comment' || block.kind === 'meta' || block.kind === 'attribute') continue;
    if (block.kind === 'footnote') {
      footnotes.set((block.label ?? '').toLowerCase(), add(block.text, block, undefined));
      continue;
    }
    if (block.origin === 'front-matter' || block.origin === 'json-ld') {
      if (/(?:^|\.)(?:references?|sources?|citations?|bibliography|footnotes?)(?:\[\d{1,3}\]|$)/i.test(block.name ?? '')) blocks.add(block);
      continue;
    }
    const heading = headingKind(block);
    if (heading) {
      section = heading;
      sectionLevel = block.kind === 'heading' ? (block.level ?? 6) : 7;
      counted = 0;
      blocks.add(block);
      continue;
    }
    if (block.kind === 'heading' && (sectionLevel === 7 || (block.level ?? 6) <= sectionLevel)) section = undefined;
    const listed = section === 'strong' || block.classes.some((name) => LISTED.has(name));
    const parts = splitEntries(block);
    for (const { start, end, label } of parts) {
      const text = block.text.slice(start, end).trim();
      if (text === '' || block.kind === 'heading') continue;
      const formed = looksLikeReference(text, block, context);
      // After a bold "Sources:" line only what looks like an entry, or stands in a list, belongs to it.
      const belongs = listed ? sectionLevel < 7 || formed || block.list !== undefined || block.classes.some((name) => LISTED.has(name)) : section === 'weak' && formed;
      const alone = !belongs && label !== undefined && (formed || bracketed(block.text, start)) && text.length > 8;
      if (belongs || alone) {
        counted++;
        const position = block.list?.ordered ? String(block.list.item + 1) : String(counted);
        add(text, block, label ?? (belongs ? position : undefined));
      } else if (formed && isWholeReference(text, block, context)) add(text, block, label);
      else if (section === 'strong' && sectionLevel === 7) section = undefined;
    }
  }
  for (const [index, text] of frontMatterReferences(page.document.frontMatter).entries()) add(text, undefined, String(index + 1));
  return { entries, footnotes, numbered, blocks };
}

function headingKind(block: Block): 'strong' | 'weak' | undefined {
  if (block.text.length > 60) return undefined;
  const text = block.text.toLowerCase().replace(/[^\p{L}\s&]/gu, ' ').replace(/\s{1,60}/g, ' ').trim();
  const set = block.kind === 'heading' || block.kind === 'term' || /:\s{0,2}$/.test(block.text) || block.marks.some((mark) => mark.kind === 'strong' && mark.end - mark.start >= block.text.trim().length - 1);
  if (!set && block.kind !== 'paragraph') return undefined;
  if (STRONG_HEADING.test(text)) return 'strong';
  return set && WEAK_HEADING.test(text) ? 'weak' : undefined;
}

interface Part extends Span { readonly label?: string }

/** A paragraph may hold one entry a line; each part starts after its label. */
function splitEntries(block: Block): Part[] {
  const cuts = [0];
  for (const mark of block.marks) if (mark.kind === 'break' && LABEL.test(block.text.slice(mark.end, mark.end + 10))) cuts.push(mark.end);
  const starts = cuts.length > 1 || !LABEL.test(block.text) ? cuts : [0, ...inlineLabels(block.text)];
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? block.text.length;
    const match = LABEL.exec(block.text.slice(start, Math.min(end, start + 16)));
    const sup = block.marks.find((mark) => mark.kind === 'sup' && mark.start <= start + 1 && /^\d{1,3}$/.test(block.text.slice(mark.start, mark.end).trim()));
    if (match) return { start: start + match[0].length, end, label: plainDigits(match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '') };
    if (sup) return { start: sup.end, end, label: block.text.slice(sup.start, sup.end).trim() };
    return { start, end };
  });
}

/** Where `[2] …` and `[3] …` begin in a paragraph that starts with `[1] …` and was wrapped into one. */
function inlineLabels(text: string): number[] {
  if (!text.trimStart().startsWith('[')) return [];
  return Array.from(text.matchAll(/\s\[\d{1,3}\]\s(?=\p{Lu}|https?:)/gu), (match) => match.index + 1);
}

/** Superscript digits as plain ones; anything else unchanged. */
export function plainDigits(text: string): string {
  return text.replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/g, (digit) => String('\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'.indexOf(digit)));
}

function bracketed(text: string, labelEnd: number): boolean {
  return /[\])\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021]\s{0,3}$/.test(text.slice(Math.max(0, labelEnd - 8), labelEnd));
}

/** A bibliographic shape: identifier or address, authors with initials, journal and year, or a body and year. */
function looksLikeReference(text: string, block: Block, context: EvidenceContext): boolean {
  if (/^https?:\/\/\S{4,500}$/.test(text)) return true;
  const linked = block.links.reduce((sum, link) => sum + (link.end - link.start), 0) >= block.text.trim().length * 0.6;
  if (linked && block.links.some((link) => describeAddress(link.href, context) !== 'own')) return true;
  if (findIdentifiers(text).length > 0 && text.length > 12) return true;
  const year = yearIn(text, context.latestYear) !== undefined;
  if (year && AUTHOR_START.test(text)) return true;
  const kind = kindOfText(text);
  if (year && kind !== 'unknown' && text.length < 400 && !/\b(?:our|we|you|your)\b/i.test(text)) return true;
  return SOURCE_LINE.test(block.text) && text.length < 300;
}

/** Whether an entry outside any list is nothing but a reference: authors first, a "Source:" line, or a link to a source and no more. */
function isWholeReference(text: string, block: Block, context: EvidenceContext): boolean {
  if (SOURCE_LINE.test(block.text) || AUTHOR_START.test(text) || /^https?:\/\/\S{4,500}$/.test(text)) return true;
  return block.links.some((link) => link.end - link.start >= text.length - 3 && text.length > 25 && ADEQUATE.has(describeAddress(link.href, context)));
}

function describeAddress(href: string, { hosts, ownDomains }: EvidenceContext): EvidenceKind {
  const target = readAddress(href, ownDomains);
  if (target.empty) return 'placeholder';
  if (target.own) return 'own';
  return kindOfIdentifiers(href) ?? hosts.kindOf(target.host, target.path) ?? 'unknown';
}

/** What a reference's words, identifiers and addresses together say about its source: the most specific of them. */
function describe(text: string, block: Block | undefined, context: EvidenceContext): ReferenceEntry {
  const plain = text.replace(SOURCE_LINE, '');
  const address = block?.links.find((link) => text.includes(block.text.slice(link.start, link.end)))?.href ?? /https?:\/\/[^\s)>\]]{4,500}/.exec(text)?.[0] ?? /\b(?:[a-z0-9-]{1,40}\.){1,4}(?:gov|org|com|edu|uk|int|eu|net|au|ca)(?:\/[^\s)>\]]{0,300})?/.exec(text)?.[0];
  const byAddress = address === undefined ? undefined : describeAddress(address, context);
  const byWords = kindOfText(plain.replace(/https?:\/\/\S{1,500}/g, ' '));
  const byIdentifier = kindOfIdentifiers(text);
  const known = (kind: EvidenceKind | undefined) => kind !== undefined && kind !== 'unknown';
  let kind: EvidenceKind = byIdentifier ?? (known(byAddress) ? byAddress! : byWords);
  // A journal's address says where the paper stands, its words what it is.
  if ((kind === 'study' || kind === 'own') && known(byWords) && byWords !== 'press' && byWords !== 'government' && byWords !== 'guideline') kind = byWords;
  if (kind === 'unknown' && AUTHOR_START.test(plain) && yearIn(plain, context.latestYear) !== undefined) kind = 'study';
  const target = findIdentifiers(text)[0]?.value ?? address;
  const year = yearIn(plain, context.latestYear);
  return { text, kind, ...(block ? { block } : {}), ...(year === undefined ? {} : { year }), ...(target === undefined ? {} : { target }) };
}

/** Strings of `references`, `sources` and the like in front matter, one an entry. */
function frontMatterReferences(data: Readonly<Record<string, unknown>>): string[] {
  for (const [key, value] of Object.entries(data)) {
    if (!/^(?:references?|sources?|citations?|bibliography|footnotes?)$/i.test(key) || !Array.isArray(value)) continue;
    return value.slice(0, 500).map((entry: unknown) =>
      typeof entry === 'string' ? entry : entry !== null && typeof entry === 'object' ? Object.values(entry).filter((part) => typeof part === 'string' || typeof part === 'number').join('. ').slice(0, 2000) : '',
    );
  }
  return [];
}
