import type { Range } from '../rule.ts';

/**
 * Micromark's time grows with the square of what one call is given: of a long document, of nesting, of unclosed delimiters.
 * Both functions here keep a call small. Ordinary pages pass unchanged and in one chunk.
 */

const CHUNK = 48_000;
const LONGEST = 2 * CHUNK;
// Of short blocks, such as quotes of one word, a chunk holds too many long before it is long.
const MOST_BLOCKS = 400;
const LINE_END = /\r\n?|\n/g;
const FENCE = /^[ \t]*(?:[-*+>] {0,3}){0,3}(`{3,}|~{3,})/;
const RAW_HTML = /^ {0,3}<(script|pre|style|textarea)\b/i;

/** Cuts a long text where a new top-level block starts; where none does, after a line, a word, or anywhere. */
export function* chunksOf(text: string): Generator<Range> {
  let from = 0;
  // Where a cut harms nothing, where the line before this one ended, where this one starts.
  let seam = 0;
  let lastLine = 0;
  let lineFrom = 0;
  let fence = '';
  let rawEnd: RegExp | undefined;
  let blankBefore = true;
  let blocks = 0;
  if (text.length > CHUNK || hasMoreLines(text, 2 * MOST_BLOCKS))
    for (const end of text.matchAll(LINE_END)) {
      const line = text.slice(lineFrom, Math.min(end.index, lineFrom + 200));
      const opening = FENCE.exec(line)?.[1];
      if (rawEnd) {
        if (rawEnd.test(text.slice(lineFrom, end.index))) rawEnd = undefined;
      } else if (fence) {
        if (opening?.startsWith(fence)) fence = '';
      } else {
        if (blankBefore && /^[^ \t\r\n]/.test(line)) {
          seam = lineFrom;
          blocks++;
        }
        if (opening) fence = opening;
        else rawEnd = rawEndOf(line, text.slice(lineFrom, end.index));
      }
      blankBefore = line.trim() === '';
      lineFrom = end.index + end[0].length;
      // A table or paragraph without a seam is kept together for longer.
      while (lineFrom - from > (seam > from ? CHUNK : LONGEST) || (blocks > MOST_BLOCKS && seam > from)) {
        const to = seam > from ? seam : lastLine > from ? lastLine : wordEnd(text, from + LONGEST);
        yield { from, to };
        from = to;
        blocks = 0;
      }
      lastLine = lineFrom;
    }
  while (text.length - from > LONGEST) {
    const to = wordEnd(text, from + LONGEST);
    yield { from, to };
    from = to;
  }
  if (from < text.length) yield { from, to: text.length };
}

function hasMoreLines(text: string, most: number): boolean {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let lines = 0;
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) if (++lines > most) return true;
  return false;
}

function rawEndOf(start: string, line: string): RegExp | undefined {
  if (/^ {0,3}<!--/.test(start)) return line.includes('-->') ? undefined : /-->/;
  const name = RAW_HTML.exec(start)?.[1];
  if (!name || line.toLowerCase().includes(`</${name.toLowerCase()}`)) return undefined;
  return /<\/(?:script|pre|style|textarea)/i;
}

function wordEnd(text: string, at: number): number {
  const sentence = text.lastIndexOf('. ', at);
  if (at - sentence < CHUNK / 4) return sentence + 2;
  const space = text.lastIndexOf(' ', at);
  if (at - space < CHUNK / 4) return space + 1;
  // Not between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

const LONGEST_PREFIX = 120;
const PREFIX = new RegExp(`^[ \\t>*+-]{${LONGEST_PREFIX},}|^(?:[ \\t>*+-]*\\d{1,9}[.)]){24,}`, 'gm');
const RULE = /^([-*])\1*$/;
const MOST_RUNS = 500;
const RUN = /\*+|~~+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])/g;
const NEW_BLOCK = /^\s*(?:$|[-+|#>]|\*\s|\d{1,9}[.)])/;
const MOST_OPENERS = 50;
const OPENER = /<(?=[!?])/g;
// Shown by no reader and special to no parser.
const NOTHING = '\u200b';

/**
 * Takes the sting out of a text made to be slow, at the same length, and reads `##Heading` as the heading that its writer
 * meant: the last `#` becomes the missing space.
 */
export function disarm(text: string): string {
  const headed = text.replace(/^( {0,3}(?:> ?|[-*+] ){0,3}#{1,5})#(?=[^\s#])/gm, '$1 ');
  const shallow = headed.replace(PREFIX, (prefix) => (RULE.test(prefix) ? prefix : NOTHING.repeat(prefix.length)));
  return withoutOpeners(withoutRuns(shallow));
}

function withoutRuns(text: string): string {
  if (!hasMore(text, RUN, MOST_RUNS)) return text;
  let runs = 0;
  return text.replace(/^.*$/gm, (line) => {
    if (NEW_BLOCK.test(line)) runs = 0;
    return line.replace(RUN, (run) => (++runs > MOST_RUNS ? NOTHING.repeat(run.length) : run));
  });
}

function withoutOpeners(text: string): string {
  if (!hasMore(text, OPENER, MOST_OPENERS)) return text;
  // What starts a line is HTML for itself, and ends where it ends.
  let openers = 0;
  return text.replace(/^.*$/gm, (line) => {
    if (line.trim() === '') openers = 0;
    return line.replace(OPENER, (opener, at: number) =>
      at > 3 && ++openers > MOST_OPENERS && !line.includes('>', at) ? NOTHING : opener,
    );
  });
}

function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count > most) return true;
  return false;
}
