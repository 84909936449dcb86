import type { Range } from '../rule.ts';
import { plain, shorten } from '../plain.ts';
import type { Quote } from './finding.ts';
import type { Lines } from './lines.ts';
import type { Mask } from './mask.ts';

const CONTEXT = 60;
const WORDS = 160;
/** Masked before it is cut to `CONTEXT`, or half of a number would stand there unrecognised. */
const MARGIN = 300;

/**
 * The first source line of the range: the words, and as much around them as a reader needs to find them. The words are masked
 * too unless they are known to be `clean`.
 */
export function quote(lines: Lines, mask: Mask, { from, to }: Range, clean: boolean): Quote {
  const { source } = lines;
  const line = lines.around(from);
  const end = Math.min(Math.max(from, line.to), to);
  const before = mask.veilSource(source, { from: Math.max(line.from, from - MARGIN), to: from });
  const words = clean ? mask.copyOf(source, { from, to: end }) : mask.veilSource(source, { from, to: end });
  const after = mask.veilSource(source, { from: end, to: Math.min(line.to, end + MARGIN) });
  return {
    before: lastWords(plain(before).trimStart()),
    words: shorten(plain(words), WORDS) + (to > end ? ' …' : ''),
    after: firstWords(plain(after).trimEnd()),
  };
}

function lastWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(-CONTEXT);
  return `…${cut.slice(Math.max(cut.indexOf(' '), 0))}`;
}

function firstWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(0, CONTEXT);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1)}…`;
}
