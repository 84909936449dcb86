import type { Block, Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

/** A stretch of a block that may be one entry of a reference list; it starts after its label. */
export interface Part extends Span {
  readonly block: Block;
  /** The number or symbol in front of it. */
  readonly label?: string;
  /** The label cannot be a step or an enumeration: bracketed, raised, or after "References:". */
  readonly marked: boolean;
}

/** "References:", "Data sources:" at the start of an entry or of a list in one paragraph. */
export const SOURCE_LINE = sift(/^(?:data |key |study |selected |scientific |clinical )?(?:sources?|references?|citations?|refs?)\s?:\s{0,3}(?=\S)/i);
const SUPERSCRIPTS = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';
const LABEL = sift(/^\s{0,3}(?:\[(\d{1,3}|[*\u2020\u2021])\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})|(\*{1,3}|[\u2020\u2021\u00a7])(?=\s?[^\s*]))\s{0,3}/);
/** With what every label begins, raised ones apart. */
const LABEL_START = /^\s{0,3}[\d[(*\u2020\u2021\u00a7\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/;
/** What a label in the middle of a paragraph is followed by: a name, a title in quotes, an address. */
const OPENS = '(?=[\\p{Lu}"\\u201c\\u2018\']|https?:|van |de |von )';

/** Superscript digits as plain ones; anything else unchanged. */
export function plainDigits(text: string): string {
  return text.replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
}

/** Splits a block into what may be entries: a paragraph may hold one a line, or all of them in a row. */
export function splitEntries(block: Block): Part[] {
  const { text } = block;
  const line = SOURCE_LINE.exec(text);
  const from = line && labelAt(block, line[0].length) ? line[0].length : 0;
  const cuts = new Set([from]);
  for (const mark of block.marks) if (mark.kind === 'break' && labelAt(block, mark.end)) cuts.add(mark.end);
  for (const cut of inARow(block, from)) cuts.add(cut);
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const found = labelAt(block, start);
    if (!found) return { block, start, end, marked: false };
    return { block, start: found.end, end, label: found.label, marked: found.raised || from > 0 || /[\])\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021\u00a7]\s{0,3}$/.test(text.slice(start, found.end)) };
  });
}

interface Label { readonly label: string; readonly end: number; readonly raised: boolean }

function labelAt(block: Block, at: number): Label | undefined {
  const { text } = block;
  const raised = block.marks.find((mark) => mark.kind === 'sup' && mark.start >= at && mark.start <= at + 1 && text.slice(at, mark.start).trim() === '' && /^[[(]?\d{1,3}[\])]?\.?$/.test(text.slice(mark.start, mark.end).trim()));
  if (raised && !isIsotope(text, raised.start, raised.end)) return { label: digits(text.slice(raised.start, raised.end)), end: raised.end, raised: true };
  if (!LABEL_START.test(text.slice(at, at + 4))) return undefined;
  const match = LABEL.exec(text.slice(at, at + 20));
  if (match) return { label: plainDigits(match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? ''), end: at + match[0].length, raised: false };
  // Small print often sets the number of a note bare before it: "1 Based on a survey …".
  const bare = isSmallPrint(block) || SOURCE_LINE.test(text) ? /^\s{0,3}(\d{1,2})\s(?=\p{Lu}\p{L})/u.exec(text.slice(at, at + 20)) : null;
  return bare ? { label: bare[1]!, end: at + bare[0].length, raised: true } : undefined;
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** `[18]F-FDG`, a raised 177 before Lu: the weight of an atom, not a note. */
export function isIsotope(text: string, start: number, end: number): boolean {
  return Number(digits(text.slice(start, end))) > 10 && /^m?\p{Lu}\p{Ll}?(?![\p{L}])/u.test(text.slice(end, end + 3)) && !/\S$/.test(text.slice(0, start));
}

function isSmallPrint(block: Block): boolean {
  return (
    block.tucked || block.region === 'footer' ||
    block.marks.some(({ kind, start, end }) => kind === 'small' && end - start > block.text.length / 2) ||
    block.classes.some((name) => /^(?:foot-?notes?|notes?|small|small-?print|fine-?print|disclaimers?|legal|disclosures?|refs?|references?)$/.test(name))
  );
}

/** Where `2. …`, `[3] …` begin in a paragraph that starts with the label before it. */
function inARow(block: Block, from: number): number[] {
  const first = labelAt(block, from);
  if (!first || !/^\d+$/.test(first.label)) return [];
  const cuts: number[] = [];
  let at = first.end;
  for (let number = Number(first.label) + 1; number < 200; number++) {
    const next = nextLabel(block, at, number);
    if (next < 0) break;
    cuts.push(next);
    at = next + 1;
  }
  return cuts;
}

function nextLabel(block: Block, from: number, number: number): number {
  const { text } = block;
  const raised = block.marks.find((mark) => mark.kind === 'sup' && mark.start >= from && digits(text.slice(mark.start, mark.end)) === String(number) && /[\s.;)\]]$/.test(text.slice(0, mark.start)));
  if (raised) return raised.start;
  // After "References:" the numbers may stand bare between full stops or semicolons.
  const bare = SOURCE_LINE.test(text) ? `|(?<=[.;]\\s)${number}` : '';
  const label = new RegExp(`(?:^|[\\s.;)\\]])(?:\\[${number}\\]:?|\\(${number}\\)|${number}[.)]${bare})\\s{1,3}${OPENS}`, 'u');
  const match = label.exec(text.slice(from));
  if (!match) return -1;
  return from + match.index + (/^[\s.;)\]]/.test(match[0]) ? 1 : 0);
}
