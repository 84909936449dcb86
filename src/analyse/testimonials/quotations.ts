import type { Block, Span } from '../../rule.ts';

const MARKS: readonly (readonly [string, string])[] = [['\u201c', '\u201d'], ['\u00ab', '\u00bb'], ['\u201e', '\u201c']];
const LONGEST = 4000;
/** A block with more quotations is a word list or a trap. */
const MOST = 60;

/** Quoted stretches of a block, marks included, in order. A quotation left open runs to the end of a block that it begins. */
export function quotationsIn(block: Block): Span[] {
  const { text } = block;
  const spans: Span[] = block.marks.filter((mark) => mark.kind === 'q').map(({ start, end }) => ({ start, end }));
  let at = 0;
  while (at < text.length && spans.length < MOST) {
    const open = nextOpening(text, at);
    if (!open) break;
    const close = closing(text, open.at + 1, open.close);
    if (close < 0) {
      if (text.slice(0, open.at).trim() === '' && text.length - open.at < LONGEST) spans.push({ start: open.at, end: text.length });
      break;
    }
    spans.push({ start: open.at, end: close + 1 });
    at = close + 1;
  }
  return spans.sort((a, b) => a.start - b.start);
}

function nextOpening(text: string, from: number): { at: number; close: string } | undefined {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x22 && code < 0xab) continue;
    const char = text[i]!;
    for (const [open, close] of MARKS) if (char === open) return { at: i, close };
    const before = text[i - 1];
    const stands = before === undefined || /[\s([{\u2014\u2013:>*_/-]/.test(before);
    if (char === '"' && stands && /\S/.test(text[i + 1] ?? '')) return { at: i, close: '"' };
    // A single curly mark opens a British quotation; as an apostrophe it stands after a letter, or before a year.
    if (char === '\u2018' && stands && /\p{Lu}/u.test(text[i + 1] ?? '')) return { at: i, close: '\u2019' };
  }
  return undefined;
}

function closing(text: string, from: number, close: string): number {
  const last = Math.min(text.length, from + LONGEST);
  for (let i = from; i < last; i++) {
    if (text[i] !== close) continue;
    const next = text[i + 1];
    if (close === '\u2019' && next !== undefined && /[\p{L}\p{N}]/u.test(next)) continue;
    // `5'4" tall` measures; a closing mark follows a word or a stop.
    if (close === '"' && (/\s/.test(text[i - 1] ?? ' ') || (/\d/.test(text[i - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(i + 1, i + 3))))) continue;
    return i;
  }
  return -1;
}
