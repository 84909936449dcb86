import type { Block } from '../../rule.ts';
import { findIdentifiers } from './identifiers.ts';
import type { Part } from './reference-parts.ts';
import type { EvidenceContext, EvidencePage } from './references.ts';
import { yearIn } from './source-kind.ts';
import { sift } from '../../match/sift.ts';

/** Surname and initials, as a reference begins. */
export const AUTHOR_START = sift(/^\W{0,4}(?:\d{1,3}[.)\]]?\s{0,2})?(?:[a-z]{1,3}\s)?\p{Lu}[\p{L}'\u2019-]{1,24},?\s(?:\p{Lu}\.?[\s-]?){1,3}(?:[,.;&(]|and\s)/u);
/** `2019;15(2):335`: year, volume and pages. */
const VOLUME = sift(/\b(?:19|20)\d{2}(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?\d{1,4}\s?(?:\(|:|Suppl)/);
/** What a note says that is no reference but can be asked for: a basis, a date, a document. */
const NOTE = sift(/\b(?:19|20)\d{2}\b|https?:|\bwww\.|\bdata on file\b|\bprescribing information\b|\bon (?:request|file)\b|^(?:based on|compared (?:with|to)|measured|data (?:from|on)|results? (?:from|of)|source|survey|average|defined as|according to|excludes?|subject to|price|offer|see\b)|\b(?:inc|ltd|llc|gmbh)\b\.?/i);
/** Numbered copy that is no note: steps, advice, offers. */
const STEP = sift(/^(?:please |then |now |always |never )?(?:take|use|call|book|ask|tell|talk|choose|pick|open|tap|click|press|clean|wash|apply|wait|place|put|remove|schedule|fill|meet|get|start|stop|make|go|come|bring|enter|sign|send|do|eat|drink|check|keep|rest|walk|answer|complete)\b|\?$|\b(?:we|our|you|your)\b/i);

/** Entries that no heading announces, by what stands around them. */
export interface Gathered {
  /** Lists in which most items look like references, by id. */
  readonly lists: ReadonlySet<number>;
  /** Paragraphs numbered in a row with at least one that looks like a reference. */
  readonly runs: ReadonlySet<Block>;
  /** Notes of the page's end by their number, to be used where no reference has it. */
  readonly notes: ReadonlyMap<string, { readonly block: Block; readonly text: string }>;
}

/** Looks through lists and numbered paragraphs for those that are references or notes. */
export function gather(page: EvidencePage, split: ReadonlyMap<Block, readonly Part[]>, context: EvidenceContext): Gathered {
  return { lists: listsOf(page, context), runs: runsOf(page, split, context), notes: notesOf(page, split) };
}

function listsOf(page: EvidencePage, context: EvidenceContext): ReadonlySet<number> {
  const counts = new Map<number, { items: number; formed: number }>();
  for (const block of page.document.blocks) {
    if (!block.list || block.kind !== 'list-item') continue;
    const known = counts.get(block.list.id) ?? { items: 0, formed: 0 };
    known.items++;
    if (isBibliographic(block.text.trim(), context)) known.formed++;
    counts.set(block.list.id, known);
  }
  return new Set(Array.from(counts).filter(([, { items, formed }]) => formed * 2 > items).map(([id]) => id));
}

function runsOf(page: EvidencePage, split: ReadonlyMap<Block, readonly Part[]>, context: EvidenceContext): ReadonlySet<Block> {
  const found = new Set<Block>();
  let run: Part[] = [];
  const close = () => {
    if (run.length > 1 && run.some(({ block, start, end }) => isBibliographic(block.text.slice(start, end).trim(), context))) for (const { block } of run) found.add(block);
    run = [];
  };
  for (const block of page.document.blocks) {
    if (block.origin !== 'body' || block.kind === 'heading') {
      close();
      continue;
    }
    for (const part of split.get(block) ?? []) {
      const last = run.at(-1)?.label;
      if (part.label === undefined || !/^\d+$/.test(part.label) || (last !== undefined && Number(part.label) !== Number(last) + 1)) close();
      if (part.label !== undefined && /^\d+$/.test(part.label)) run.push(part);
    }
  }
  close();
  return found;
}

/** Numbered notes behind the first marker of the page: items of an ordered list, or paragraphs with the number in front. */
function notesOf(page: EvidencePage, split: ReadonlyMap<Block, readonly Part[]>): Gathered['notes'] {
  const notes = new Map<string, { block: Block; text: string }>();
  const { blocks } = page.document;
  const from = blocks.findIndex((block) => block.marks.some(({ kind, start, end }) => kind === 'sup' && start > 0 && /\d/.test(block.text.slice(start, end))) || /\[\d{1,2}\]/.test(block.text.slice(1)));
  if (from < 0) return notes;
  for (const block of blocks.slice(from + 1)) {
    if (block.origin !== 'body' || block.kind === 'heading' || block.region === 'nav') continue;
    const bare = block.list ? null : /^(\d{1,2})\s(?=\p{Lu}\p{L})/u.exec(block.text);
    const candidates = bare ? [{ label: bare[1], start: bare[0].length, end: block.text.length }] : (split.get(block) ?? []);
    for (const { label, start, end } of candidates) {
      const number = label ?? (block.list?.ordered && block.kind === 'list-item' ? String(block.list.item + 1) : undefined);
      const text = block.text.slice(start, end).trim();
      if (number !== undefined && /^\d+$/.test(number) && text.length > 12 && text.length < 600 && NOTE.test(text) && !STEP.test(text) && !notes.has(number)) notes.set(number, { block, text });
    }
  }
  return notes;
}

/** Names of authors with a year, an identifier, or volume and pages: nothing but a reference reads so. */
function isBibliographic(text: string, context: EvidenceContext): boolean {
  if (text.length < 15 || text.length > 600) return false;
  const year = yearIn(text, context.latestYear) !== undefined;
  return (year && (AUTHOR_START.test(text) || VOLUME.test(text))) || (findIdentifiers(text).length > 0 && year && !/\b(?:we|our|you|your)\b/i.test(text));
}
