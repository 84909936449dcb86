import type { Range } from '../rule.ts';
import { normalized, stringParts } from './markdown-characters.ts';
import type { Lines } from './markdown-lines.ts';
import { textNode, Unplaced } from './markdown-node.ts';
import type { MarkdownNode } from './markdown-node.ts';

/** What a link leads to: `(address "title")`, or a definition. */
export interface Target {
  readonly url: string;
  readonly addressRange?: Range;
  readonly titleParts?: readonly MarkdownNode[];
}

const MOST_BRACKETS = 32;

/** Reads `(address "title")` at `at`; undefined when it is not one. */
export function resourceAt(text: string, at: number, end: number, lines: Lines): (Target & { readonly to: number }) | undefined {
  let next = afterSpace(text, at + 1, end);
  if (text[next] === ')' && next < end) return { url: '', to: next + 1 };
  const address = addressAt(text, next, end, MOST_BRACKETS);
  if (!address) return undefined;
  next = afterSpace(text, address.next, end);
  const title = next > address.next && next < end ? titleAt(text, next, end, lines) : undefined;
  // What starts like a title has to be one.
  if (!title && next > address.next && next < end && /["'(]/.test(text[next]!)) return undefined;
  if (title) next = afterSpace(text, title.next, end);
  if (next >= end || text[next] !== ')') return undefined;
  return { ...target(text, address, lines), ...(title?.parts && { titleParts: title.parts }), to: next + 1 };
}

export interface Definition extends Target {
  readonly label: string;
  readonly identifier: string;
  /** The end of its last line. */
  readonly to: number;
}

const LABEL = /\[((?:[^[\]\\]|\\[[\]\\]?){1,999})\]:/y;

/** Reads a link definition that starts at `at`, the start of a line. */
export function definitionAt(text: string, at: number, end: number, lines: Lines): Definition | undefined {
  LABEL.lastIndex = at;
  const [opening, label] = LABEL.exec(text) ?? [];
  if (label === undefined || label.trim() === '' || at + opening!.length > end) return undefined;
  const address = addressAt(text, afterSpace(text, at + opening!.length, end), end, Infinity);
  if (!address) return undefined;
  if (label.includes('\n')) throw new Unplaced();
  const between = afterSpace(text, address.next, end);
  const title = between > address.next ? titleAt(text, between, end, lines) : undefined;
  const lineEnd = title ? afterBlank(text, title.next, end) : -1;
  const hasTitle = title !== undefined && isLineEnd(text, lineEnd, end);
  const to = hasTitle ? lineEnd : afterBlank(text, address.next, end);
  if (!isLineEnd(text, to, end)) return undefined;
  const titleParts = hasTitle ? title.parts : undefined;
  return {
    ...target(text, address, lines),
    ...(titleParts && { titleParts }),
    label: stringParts(label, 0, label.length, (place) => place)
      .map(({ value }) => value)
      .join(''),
    identifier: normalized(label).toLowerCase(),
    to,
  };
}

interface Address extends Range {
  readonly next: number;
}

function target(text: string, { from, to }: Address, lines: Lines): Target {
  if (from === to) return { url: '' };
  const url = text.slice(from, to);
  const decoded = /[\\&]/.test(url)
    ? stringParts(text, from, to, (at) => at)
        .map(({ value }) => value)
        .join('')
    : url;
  const start = lines.place(from);
  return { url: decoded, addressRange: { from: start, to: start + to - from } };
}

function addressAt(text: string, at: number, end: number, most: number): Address | undefined {
  if (at >= end) return undefined;
  if (text[at] === '<') {
    for (let i = at + 1; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === 62) return { from: at + 1, to: i, next: i + 1 };
      if (code === 60 || code === 10) return undefined;
      if (code === 92 && /[<>\\]/.test(text[i + 1] ?? '')) i++;
    }
    return undefined;
  }
  let open = 0;
  let i = at;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (open === 0 && (code === 41 || code === 32 || code === 9 || code === 10)) break;
    if (code === 40) {
      if (open >= most) return undefined;
      open++;
    } else if (code === 41) open--;
    else if (code <= 32 || code === 127) return undefined;
    else if (code === 92 && i + 1 < end && /[()\\]/.test(text[i + 1]!)) i++;
  }
  return open > 0 || i === at ? undefined : { from: at, to: i, next: i };
}

function titleAt(
  text: string,
  at: number,
  end: number,
  lines: Lines,
): { next: number; parts: MarkdownNode[] | undefined } | undefined {
  const opening = text[at];
  if (opening !== '"' && opening !== "'" && opening !== '(') return undefined;
  const marker = opening === '(' ? ')' : opening;
  // For a bracket that nothing closes, the rest is searched once a link.
  const first = text.indexOf(marker, at + 1);
  if (first < 0 || first >= end) return undefined;
  let close = at + 1;
  while (close < end && text[close] !== marker)
    close += text[close] === '\\' && (text[close + 1] === marker || text[close + 1] === '\\') ? 2 : 1;
  if (close >= end) return undefined;
  if (close === at + 1) return { next: close + 1, parts: undefined };
  const parts: MarkdownNode[] = [];
  let from = at + 1;
  for (let lineEnd = text.indexOf('\n', from); lineEnd >= 0 && lineEnd < close; lineEnd = text.indexOf('\n', from)) {
    parts.push(...stringParts(text, from, lineEnd, (place) => lines.place(place)));
    const { value, from: start, to } = lines.lineEnd(lineEnd);
    parts.push(textNode(value, start, to));
    from = lineEnd + 1;
  }
  parts.push(...stringParts(text, from, close, (place) => lines.place(place)));
  return { next: close + 1, parts };
}

function afterSpace(text: string, at: number, end: number): number {
  while (at < end && (text[at] === ' ' || text[at] === '\n' || text[at] === '\t')) at++;
  return at;
}

function afterBlank(text: string, at: number, end: number): number {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

const isLineEnd = (text: string, at: number, end: number): boolean => at >= end || text[at] === '\n';
