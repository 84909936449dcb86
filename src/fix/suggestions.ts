import type { Block, Page, Range, Span } from '../rule.ts';
import type { Merged } from '../check/merge.ts';
import type { Mending } from '../check/run.ts';
import type { RuleEdit } from '../load/rule.ts';
import { plain } from '../plain.ts';
import { toSource } from '../parse/text-map.ts';
import { BOLD, notationAt, written } from './notation.ts';
import type { Notation } from './notation.ts';
import { isBody, ownedRange } from './own.ts';
import { lastBlock, paragraphBehind } from './paragraph.ts';

type RawEdit = Mending['edits'][number];
type Found = Pick<Merged, 'rule' | 'hit' | 'block' | 'words'>;

/** The ways in which the rule's file says that a finding can be mended, as edits of this page. */
export function suggestionsFor(page: Page, found: Found): Mending[] {
  return (found.rule.edits ?? []).flatMap((edit) => {
    if (!fits(edit, page, found)) return [];
    const edits = editsOf(edit, page, found);
    const title = fill(edit.title, found);
    return edits && title !== undefined ? [{ title, automatic: edit.automatic === true, edits: [...edits].sort(byPlace) }] : [];
  });
}

const byPlace = (a: Range, b: Range): number => a.from - b.from || a.to - b.to;

function fits({ for: keys, formats, page: wanted, not_page: unwanted, data = {} }: RuleEdit, page: Page, { hit }: Found): boolean {
  if (keys && !keys.includes(hit.message ?? 'default')) return false;
  if (formats && !formats.includes(page.document.format)) return false;
  if (!Object.entries(data).every(([name, wanted]) => patternOf(wanted).test(String(hit.data?.[name] ?? '')))) return false;
  const stands = (pattern: string): boolean => page.document.blocks.some(({ text, kind }) => kind !== 'comment' && patternOf(pattern).test(text));
  return (wanted === undefined || stands(wanted)) && (unwanted === undefined || !stands(unwanted));
}

/** Undefined where one of the things to do cannot be done: half a fix is none. */
function editsOf(edit: RuleEdit, page: Page, found: Found): RawEdit[] | undefined {
  const { document } = page;
  const { block, hit } = found;
  if (!block || !('start' in hit.at)) return undefined;
  const span = { start: hit.at.start, end: hit.at.end };
  const edits: (RawEdit | undefined)[] = [];
  const words = block.text.slice(span.start, span.end);
  const notation = notationAt(document, toSource(block.pieces, span.start, span.end).from);
  const put = (range: Range | undefined, text: string | undefined): void =>
    void edits.push(range && text !== undefined ? { ...range, text: written(text, notation) } : undefined);

  if (edit.replace) {
    const part = firstOf(edit.replace, words);
    const range = part && ownedRange(block, { start: span.start + part.start, end: span.start + part.end });
    put(range, part && cased(part.found, fill(part.by, found)));
  }
  if (edit.rewrite !== undefined) {
    const text = cased(words, fill(edit.rewrite, found));
    put(ownedRange(block, span), /^[.!?]/.test(block.text.slice(span.end)) ? text?.replace(/[.!?]$/, '') : text);
  }
  if (edit.before !== undefined || edit.after !== undefined) {
    const range = isBody(block) ? ownedRange(block, span) : undefined;
    if (edit.before !== undefined) put(range && { from: range.from, to: range.from }, fill(edit.before, found));
    const end = range && (edit.at === 'sentence' ? sentenceEnd(page, block, span) : range.to);
    if (edit.after !== undefined) put(end === undefined ? undefined : { from: end, to: end }, fill(edit.after, found));
  }
  if (edit.paragraph !== undefined) {
    const text = fill(edit.paragraph, found);
    const behind = edit.at === 'page' || !isBody(block) ? lastBlock(document) : block;
    const insertion = behind && text !== undefined ? paragraphBehind(document, behind, text, edit.style === 'bold') : undefined;
    edits.push(insertion && { from: insertion.at, to: insertion.at, text: insertion.text });
  } else if (edit.style !== undefined) {
    const range = isBody(block) ? ownedRange(block, span) : undefined;
    if (edit.style === 'capitals') put(range, words.toUpperCase());
    else edits.push(...(range ? bold(range, document.source, notation) : [undefined]));
  }
  return edits.some((each) => each === undefined) ? undefined : (edits as RawEdit[]);
}

function bold({ from, to }: Range, source: string, notation: Notation): RawEdit[] {
  const [open, close] = BOLD[notation];
  // An asterisk at the start would join the signs of bold type.
  const guard = notation === 'markdown' && /[*_]/.test(source[from]!) ? '\\' : '';
  return [
    { from, to: from, text: open + guard },
    { from: to, to, text: close },
  ];
}

/** Where the sentence ends in the source; undefined where that is no place for words. */
function sentenceEnd(page: Page, block: Block, { start }: Span): number | undefined {
  const sentence = page.sentencesOf(block).find((each) => each.start <= start && start < each.end);
  const words = sentence?.text.trimEnd().length ?? 0;
  return sentence && words > 0 ? ownedRange(block, { start: sentence.start + words - 1, end: sentence.start + words })?.to : undefined;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly by: string;
}

function firstOf(replacements: Readonly<Record<string, string>>, words: string): Part | undefined {
  for (const [pattern, by] of Object.entries(replacements)) {
    const match = patternOf(pattern).exec(words);
    if (match && match[0] !== '') return { start: match.index, end: match.index + match[0].length, found: match[0], by };
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

/** A word at an end of the pattern is a whole word of the copy. */
function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    const [before, after] = [/^\w/.test(source) ? '(?<![\\p{L}\\p{N}])' : '', /\w$/.test(source) ? '(?![\\p{L}\\p{N}])' : ''];
    patterns.set(source, (pattern = new RegExp(`${before}(?:${source})${after}`, 'iu')));
  }
  return pattern;
}

/** Undefined where a placeholder stands for nothing, or for a text with blanks that only a person can fill. */
function fill(template: string, { hit }: Found): string | undefined {
  let whole = true;
  const text = template.replace(/\{(\w+)\}(?=(.?))/g, (_, name: string, next: string) => {
    const value = String(hit.data?.[name] ?? '');
    if (value === '' || /[{}]/.test(value) || plain(value) !== value) whole = false;
    return next === ')' ? value.replace(/\.$/, '') : value;
  });
  return whole ? text : undefined;
}

/** In capitals where the words before were, and with one at the start where they had one. */
function cased(before: string, text: string | undefined): string | undefined {
  if (text === undefined || !/^\p{Ll}/u.test(text)) return text;
  if (/\p{Lu}{2}/u.test(before) && !/\p{Ll}/u.test(before)) return text.toUpperCase();
  return /^\p{Lu}/u.test(before) ? text[0]!.toUpperCase() + text.slice(1) : text;
}
