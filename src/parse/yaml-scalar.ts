import type { Piece } from '../rule.ts';
import type { View } from './text-map.ts';

/** How a YAML scalar is written. */
export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

const ESCAPE = /\\(?:(\r\n|[\r\n])[ \t]*|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^\r\n]))/y;
const ESCAPED: Readonly<Record<string, string>> = {
  '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029',
}; // prettier-ignore
const FOLD = /[ \t]*(?:\r\n|[\r\n])(?:[ \t]*(?:\r\n|[\r\n]))*[ \t]*/y;
const SPACE = /\s+/g;
const LINE_END = /\r\n|[\r\n]/g;

/** The value of a scalar as text to be parsed, each stretch of which knows its place. `[from, to)` is the scalar as it stands in `source`. */
export function viewOfScalar(source: string, from: number, to: number, style: ScalarStyle, value: string): View {
  const pieces = style.startsWith('BLOCK') ? blockPieces(source, from, to, value) : flowPieces(source, from, to, style);
  if (pieces.map((piece) => piece.text).join('') === value) return { text: value, pieces };
  return { text: value, pieces: wordPieces(source, from, to, value) ?? [{ text: value, from, to }] };
}

/** Of a scalar that is not valid YAML, what its reader saved: each word is looked up, and nothing else is known. */
function wordPieces(source: string, from: number, to: number, value: string): Piece[] | undefined {
  const pieces: Piece[] = [];
  const slice = source.slice(from, to);
  let at = 0;
  for (const [part] of value.matchAll(/\s+|\S+/g)) {
    SPACE.lastIndex = at;
    const isSpace = part.trim() === '';
    const found = isSpace ? (SPACE.exec(slice)?.index ?? -1) : slice.indexOf(part, at);
    if (found < 0) return undefined;
    at = isSpace ? SPACE.lastIndex : found + part.length;
    pieces.push({ text: part, from: from + found, to: from + at });
  }
  return pieces;
}

/** The text of a string literal of JavaScript; the escapes of YAML are a superset of those in use there. */
export function viewOfString(source: string, from: number, to: number): View {
  const pieces = flowPieces(source, from, to, 'QUOTE_DOUBLE');
  return { text: pieces.map((piece) => piece.text).join(''), pieces };
}

function flowPieces(source: string, from: number, to: number, style: ScalarStyle): Piece[] {
  const quoted = style !== 'PLAIN';
  const special = style === 'PLAIN' ? /[\r\n]/g : style === 'QUOTE_SINGLE' ? /''|[\r\n]/g : /\\|[\r\n]/g;
  // A quote that never closes is a fault of the YAML, and no reason to drop its words.
  const closed = quoted && to - 1 > from && source[to - 1] === source[from];
  const end = closed ? to - 1 : to;
  const pieces: Piece[] = [];
  let at = quoted ? from + 1 : from;
  const plainUntil = (until: number) => {
    if (until > at) pieces.push({ text: source.slice(at, until), from: at, to: until });
    at = until;
  };
  special.lastIndex = at;
  for (let match = special.exec(source); match && match.index < end; match = special.exec(source)) {
    let start = match.index;
    if (/[\r\n]/.test(source[start]!)) while (start > at && /[ \t]/.test(source[start - 1]!)) start--;
    plainUntil(start);
    const unit = decodedAt(source, at);
    if (unit.text) pieces.push({ text: unit.text, from: at, to: Math.min(unit.to, end) });
    at = unit.to;
    special.lastIndex = at;
  }
  plainUntil(end);
  return pieces;
}

function decodedAt(source: string, at: number): { text: string; to: number } {
  if (source[at] === "'") return { text: "'", to: at + 2 };
  if (source[at] === '\\') {
    ESCAPE.lastIndex = at;
    const [all, lineEnd, x, u, U, char] = ESCAPE.exec(source) ?? ['\\'];
    if (lineEnd !== undefined) return { text: '', to: at + all.length };
    const code = Number.parseInt(x ?? u ?? U ?? '', 16);
    const text = Number.isNaN(code)
      ? (ESCAPED[char ?? ''] ?? char ?? '\\')
      : code <= 0x10ffff
        ? String.fromCodePoint(code)
        : '\uFFFD';
    return { text, to: at + all.length };
  }
  FOLD.lastIndex = at;
  const fold = FOLD.exec(source)?.[0] ?? source[at]!;
  const lines = fold.match(LINE_END)?.length ?? 1;
  return { text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), to: at + fold.length };
}

/** Lines of `|` and `>`: each line of the source is found in the value, and what separates them there is read as their line ends. */
function blockPieces(source: string, from: number, to: number, value: string): Piece[] {
  const pieces: Piece[] = [];
  const header = source.indexOf('\n', from);
  let done = 0;
  let gapFrom = header + 1;
  let indent: number | undefined;
  for (let lineFrom = header + 1; header >= 0 && lineFrom < to && done < value.length;) {
    const lineEnd = source.indexOf('\n', lineFrom);
    const lineTo = lineEnd < 0 || lineEnd > to ? to : lineEnd;
    const line = source.slice(lineFrom, lineTo).replace(/\r$/, '');
    if (line.trim() !== '') {
      const spaces = line.length - line.trimStart().length;
      let at = done;
      while (value[at] === '\n' || (value[at] === ' ' && indent !== undefined && at - done < 1)) at++;
      indent ??= spaces - (value.slice(at).length - value.slice(at).trimStart().length);
      const content = line.slice(indent);
      if (!value.startsWith(content, at)) return [];
      if (at > done) pieces.push({ text: value.slice(done, at), from: gapFrom, to: lineFrom + indent });
      pieces.push({ text: content, from: lineFrom + indent, to: lineFrom + indent + content.length });
      done = at + content.length;
      gapFrom = lineFrom + line.length;
    }
    lineFrom = lineTo + 1;
  }
  if (done < value.length) pieces.push({ text: value.slice(done), from: gapFrom, to });
  return pieces;
}
