import type { Block, EvidenceKind, Page } from '../../rule.ts';
import { findIdentifiers } from './identifiers.ts';
import { AUTHOR_START, gather } from './reference-lists.ts';
import { SOURCE_LINE, splitEntries } from './reference-parts.ts';
import { ADEQUATE, kindOfIdentifiers, kindOfText, readAddress, yearIn, type SourceHosts } from './source-kind.ts';
import { sift } from '../../match/sift.ts';

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

const QUALIFIER = '(?:(?:scientific|medical|clinical|key|main|selected|list of|our|the|article|full|additional|academic|cited|study|data|research|text|primary) )?';
const STRONG_HEADING = sift(new RegExp(
  `^${QUALIFIER}(?:references?|sources?|bibliography|citations?|works cited|literature cited|footnotes?|endnotes?|references? list)(?: (?:and|&) [a-z]+(?: [a-z]+)?)?(?: (?:used|cited|list|section|and notes|for this (?:page|article)))?$|^(?:the )?(?:studies|research|papers|trials|evidence|literature) (?:we )?(?:cited|cite|referenced|mentioned|quoted)(?: (?:here|above|on this page))?$|^(?:where|how) (?:these|our|the|we) (?:numbers|figures|facts|data|information) (?:come|came) from$|^notes (?:and|&) (?:references|sources)$`,
));
const WEAK_HEADING =
  sift(/^(?:further|additional|suggested|recommended|more) (?:reading|resources|information|sources)$|^(?:where can (?:i|you) (?:learn|read|find out) more|(?:learn|read|find out) more|for more information|resources|notes|literature|(?:the |our |supporting |scientific |clinical |key |published )?(?:research|studies|evidence|science|publications|papers)|useful links|links)$/);
const LISTED = new Set(['references', 'reference', 'refs', 'ref-list', 'footnotes', 'footnote', 'citations', 'citation', 'bibliography', 'reference-list', 'references-list', 'citation-list', 'reflist', 'works-cited', 'endnotes', 'sources', 'source-list']);

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

  const split = new Map(page.document.blocks.map((block) => [block, block.kind === 'comment' ? [] : splitEntries(block)]));
  const gathered = gather(page, split, context);
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
    for (const { start, end, label, marked } of split.get(block) ?? []) {
      const text = block.text.slice(start, end).trim();
      if (text === '' || block.kind === 'heading') continue;
      const formed = looksLikeReference(text, block, context);
      // After a bold "Sources:" line only what looks like an entry, or stands in a list, belongs to it.
      const belongs = (listed ? sectionLevel < 7 || formed || block.list !== undefined || block.classes.some((name) => LISTED.has(name)) : section === 'weak' && formed) || (block.list !== undefined && gathered.lists.has(block.list.id));
      const alone = !belongs && label !== undefined && (formed || marked || gathered.runs.has(block)) && text.length > 8;
      if (belongs || alone) {
        counted++;
        const position = block.list?.ordered ? String(block.list.item + 1) : String(counted);
        add(text, block, label ?? (belongs ? position : undefined));
      } else if (formed && isWholeReference(text, block, context)) add(text, block, label);
      else if (section === 'strong' && sectionLevel === 7) section = undefined;
    }
  }
  for (const [index, text] of frontMatterReferences(page.document.frontMatter).entries()) add(text, undefined, String(index + 1));
  // What else on the page carries the number that a marker asks for.
  for (const [number, { block, text }] of gathered.notes) if (!numbered.has(number)) add(text, block, number);
  return { entries, footnotes, numbered, blocks };
}

function headingKind(block: Block): 'strong' | 'weak' | undefined {
  if (block.text.length > 60) return undefined;
  const text = block.text.toLowerCase().replace(/[^\p{L}\s&]/gu, ' ').replace(/\s{1,60}/g, ' ').trim();
  const set = block.kind === 'heading' || block.kind === 'term' || /:\s{0,2}$/.test(block.text) || block.marks.some((mark) => mark.kind === 'strong' && mark.end - mark.start >= block.text.trim().length - 1);
  if (!set && (block.kind === 'list-item' || block.kind === 'table-cell' || block.region === 'nav')) return undefined;
  if (STRONG_HEADING.test(text)) return 'strong';
  return set && WEAK_HEADING.test(text) ? 'weak' : undefined;
}

/** A bibliographic shape: identifier or address, authors with initials, journal and year, or a body and year. */
function looksLikeReference(text: string, block: Block, context: EvidenceContext): boolean {
  if (/^https?:\/\/\S{4,500}$/.test(text)) return true;
  const linked = block.links.reduce((sum, link) => sum + (link.end - link.start), 0) >= block.text.trim().length * 0.6;
  if (linked && block.links.some((link) => describeAddress(link.href, context) !== 'own')) return true;
  if (findIdentifiers(text).length > 0 && text.length > 12) return true;
  if (yearIn(text, context.latestYear) !== undefined) {
    if (AUTHOR_START.test(text)) return true;
    if (text.length < 400 && !/\b(?:our|we|you|your)\b/i.test(text) && kindOfText(text) !== 'unknown') return true;
  }
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
  const plain = text.replace(SOURCE_LINE.pattern, '');
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
