import type { Range } from '../rule.ts';
import type { DocumentBuilder } from './document-builder.ts';
import { parseHtmlFragmentInto } from './html-fragment.ts';
import type { TextReader } from './html-walker.ts';
import { PlacedText, type MaskedText } from './masked-text.ts';
import type { MarkdownNode } from './markdown-node.ts';
import { slicePieces, toSource } from './text-map.ts';
import type { View } from './text-map.ts';

/** HTML in Markdown: a tag in a paragraph, or the lines of an HTML block without the quote marks and indentation before them. */
export interface Island extends Range {
  readonly parts: readonly Range[];
  /** In a block quote. */
  readonly quoted: boolean;
  /** What stands there for the HTML parser, when that is not the text itself; of the length of the island. */
  readonly text?: string;
  /** It closes itself, `<iframe … />`, which HTML does not know: it encloses nothing. */
  readonly alone?: boolean;
}

export const moved = (island: Island, by: number): Island => ({
  ...island,
  from: island.from + by,
  to: island.to + by,
  parts: island.parts.map(({ from, to }) => ({ from: from + by, to: to + by })),
});

// They say nothing beyond what the paragraph around them records by itself.
const PLAIN_TAG = /^<\/?(?:b|i|em|strong|sup|sub|br|small|u|s|del|wbr|mark)\s?\/?>$/i;
const CLOSES_ITSELF = /\/>$/;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const HOLDS_TEXT =
  /^<(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|svg|math|select|template|object)(?![\w-])/i;
const HOLDS_TEXTS = new Set(['paragraph', 'heading', 'tableCell']);
const BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** The place of a line ending reaches over the quote marks and indentation before the next line, which are no HTML. */
const lineOf = (part: MarkdownNode): Range => {
  const { from, to, value = '' } = part;
  return { from, to: /^[\r\n]/.test(value) ? from + value.length : to };
};

const islandOf = ({ from, to, parts = [] }: MarkdownNode, quoted: boolean): Island => ({
  from,
  to,
  quoted,
  parts: parts.map(lineOf),
});

/**
 * Finds the HTML in a tree, in source order. `silent` are stretches of paragraphs that belong to it although they are no tags:
 * a script, a drawing, the options of a select.
 */
export function findIslands(roots: readonly MarkdownNode[], text: string): { islands: Island[]; silent: Range[] } {
  const islands: Island[] = [];
  const silent: Range[] = [];
  let tag = text.indexOf('<');
  if (tag < 0) return { islands, silent };
  const stack = [{ parent: 'root', nodes: roots, next: 0, quoted: false }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (!node) {
      stack.pop();
      continue;
    }
    const { from, to } = node;
    if (HOLDS_TEXTS.has(node.type)) {
      if (tag >= 0 && tag < from) tag = text.indexOf('<', from);
      if (tag < 0 || tag >= to) continue;
    }
    const { quoted } = frame;
    if (node.type === 'html' && BLOCKS.has(frame.parent)) islands.push(islandOf(node, quoted));
    else if (node.type === 'html') {
      const html = text.slice(from, to);
      const name = HOLDS_TEXT.exec(html)?.[1]?.toLowerCase();
      const close = name === undefined ? -1 : closingTag(frame.nodes, frame.next, text, name);
      if (CLOSES_ITSELF.test(html) && !VOID.has(/^<(\w+)/.exec(html)?.[1]?.toLowerCase() ?? ''))
        islands.push({ ...islandOf(node, quoted), alone: true });
      else if (close >= 0) {
        const whole = { from, to: frame.nodes[close]!.to };
        islands.push({ ...whole, quoted, parts: [whole] });
        silent.push(whole);
        frame.next = close + 1;
      } else if (name === undefined && !PLAIN_TAG.test(html)) islands.push(islandOf(node, quoted));
    } else if (node.type === 'code' && isHtmlContinued(frame.nodes, frame.next - 1)) {
      islands.push(islandOf(node, quoted));
    } else if (node.children) {
      stack.push({ parent: node.type, nodes: node.children, next: 0, quoted: quoted || node.type === 'blockquote' });
    }
  }
  return { islands, silent };
}

function closingTag(nodes: readonly MarkdownNode[], first: number, text: string, name: string): number {
  // A paragraph holds few tags; one made to hold thousands of unclosed ones is not searched to its end for each.
  for (let i = first; i < Math.min(nodes.length, first + 200); i++) {
    const { from } = nodes[i]!;
    if (nodes[i]!.type === 'html' && text.slice(from, from + 2 + name.length).toLowerCase() === `</${name}`) return i;
  }
  return -1;
}

/**
 * HTML that is indented by four spaces and stands after an empty line is code to CommonMark. Writers and Jekyll mean it as a
 * part of the HTML before it.
 */
function isHtmlContinued(nodes: readonly MarkdownNode[], at: number): boolean {
  const { parts } = nodes[at]!;
  const before = nodes[at - 1]?.type;
  if (!parts || (before !== 'html' && before !== 'code')) return false;
  return /^\s*<[A-Za-z/!]/.test(parts[0]?.value ?? '');
}

/** Reads the islands as HTML. Tags that open in one and close in another are read together, so that they enclose what lies between. */
export function readIslands(builder: DocumentBuilder, view: View, islands: readonly Island[], readText?: TextReader): void {
  for (const alone of [false, true]) {
    const group = islands.filter((island) => (island.alone ?? false) === alone);
    readGroups(builder, view, group, readText);
  }
}

function readGroups(builder: DocumentBuilder, view: View, islands: readonly Island[], readText?: TextReader): void {
  if (islands.length === 0) return;
  const masked = maskAround(builder.source, view, islands);
  const groups = groupsOf(islands, view.text).map(({ first, to }) => {
    const { from, quoted } = islands[first]!;
    const place = toSource(view.pieces, from, to);
    const around = builder.surroundingsAt(place.from);
    const { region, hidden, tucked, classes } = around;
    return { ...place, context: { region, hidden, tucked, classes, quoted: quoted || around.quoted } };
  });
  for (const { from, to, context } of groups) parseHtmlFragmentInto(builder, masked, from, to, context, readText);
}

/** Spaces for what stands before the lines of an island, form feeds for Markdown between two islands. */
function maskAround(source: string, view: View, islands: readonly Island[]): MaskedText {
  const out: string[] = [];
  const base = toSource(view.pieces, islands[0]!.from, islands[0]!.to).from;
  let done = base;
  let read = 0;
  for (const island of islands) {
    const apart = view.text.slice(read, island.from).trim() !== '';
    read = Math.max(read, island.to);
    for (const [i, part] of island.parts.entries()) {
      let at = part.from - island.from;
      const gap = apart && i === 0 ? '\f' : ' ';
      for (const piece of slicePieces(view.pieces, part.from, part.to)) {
        const text = island.text?.slice(at, at + piece.text.length) ?? piece.text;
        at += piece.text.length;
        if (piece.from < done) continue;
        out.push(gap.repeat(piece.from - done), text.slice(0, piece.to - piece.from).padEnd(piece.to - piece.from));
        done = piece.to;
      }
    }
  }
  // What a text ends at is looked at, too.
  out.push(' ');
  return new PlacedText(out.join(''), base, source.length);
}

const TAG = /<(\/?)([A-Za-z][\w.:-]{0,60})/g;

const DEEPEST = 60;

function groupsOf(islands: readonly Island[], text: string): { first: number; to: number }[] {
  const open = new Map<string, number[]>();
  // The last island that a tag opened in this one closes in.
  const reaches = islands.map((_, index) => index);
  for (const [index, island] of islands.entries()) {
    for (const part of island.parts)
      for (const [, slash, tag] of (island.text ?? text.slice(part.from, part.to)).matchAll(TAG)) {
        const name = tag!.toLowerCase();
        if (VOID.has(name)) continue;
        const opened = open.get(name) ?? [];
        if (!slash) open.set(name, [...opened.slice(-DEEPEST), index]);
        else if (opened.length > 0) reaches[opened.pop()!] = index;
      }
  }
  const groups: { first: number; to: number }[] = [];
  let last = -1;
  for (const [index, { to }] of islands.entries()) {
    if (index > last) groups.push({ first: index, to });
    else groups.at(-1)!.to = Math.max(groups.at(-1)!.to, to);
    last = Math.max(last, reaches[index]!);
  }
  return groups;
}
