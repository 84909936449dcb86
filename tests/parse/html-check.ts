import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect } from 'vitest';
import { maskTemplates, HOLE_FILLER } from '../../src/parse/template-holes.ts';
import { readable } from '../../src/parse/text-map.ts';
import type { Block, Document } from '../../src/rule.ts';

/** Checks of a parsed page against the source, with another decoder and another walk over the tree than the parser's. */

const TAGS = /<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'>])*>/g;

export function expectExactPieces(document: Document): void {
  const { holes } = maskTemplates(document.source, 'html');
  const holeAt = new Map(holes.map((hole) => [hole.from, hole]));
  for (const block of document.blocks) {
    // YAML and Markdown have a proof of their own.
    if (block.origin === 'front-matter') continue;
    expect(block.pieces.map((piece) => piece.text).join('')).toBe(block.text);
    let last = 0;
    for (const { text, from, to } of block.pieces) {
      if (from < last || to <= from) expect.fail(`Piece ${from}-${to} after ${last} in block ${block.index}`);
      last = to;
      const slice = document.source.slice(from, to);
      if (slice === text) continue;
      if (text === '\uFFFC' && holeAt.get(from)?.to === to) continue;
      // White space may hold a `<br>`, and stand for the edge between two links.
      const seen = decode(block, slice, text === ' ');
      if (seen !== text)
        expect.fail(`${JSON.stringify(slice)} stands for ${JSON.stringify(text)}, decoded ${JSON.stringify(seen)}`);
    }
  }
}

function decode({ origin, kind }: Block, slice: string, isSpace: boolean): string {
  const untagged = (text: string) => (isSpace ? text.replace(TAGS, ' ') : text);
  if (origin === 'comment') return readable(slice);
  if (origin === 'json-ld') {
    const unescaped = JSON.parse(`"${slice.replace(/[\t\r\n]/g, ' ').replace(/\\'/g, "'")}"`) as string;
    return readable(decodeText(untagged(unescaped)));
  }
  const inAttribute = origin === 'attribute' || (kind === 'meta' && slice.startsWith('&') && !slice.endsWith(';'));
  return readable(inAttribute ? decodeValue(slice) : decodeText(untagged(slice)));
}

export function expectExactElements(document: Document): void {
  const { holes } = maskTemplates(document.source, 'html');
  for (const element of document.elements) {
    expect(document.source.slice(element.from, element.from + element.name.length + 1).toLowerCase()).toBe(
      `<${element.name}`.toLowerCase(),
    );
    for (const { value, from, to } of element.attributes) {
      const slice = document.source.slice(from, to);
      if (slice === value || holes.some((hole) => hole.from < to && hole.to > from)) continue;
      expect(decodeValue(slice)).toBe(value.replace(/\r\n?/g, '\n'));
    }
    if (element.content !== undefined)
      expect(document.source.slice(element.contentFrom, element.contentFrom! + element.content.length)).toBe(element.content);
  }
}

/** All text that a browser would hold in the tree, letter by letter, must be in the blocks: no more, no less. */
export function expectNothingLost(document: Document): void {
  const masked = maskTemplates(document.source, 'html').masked.slice(document.frontMatterRange?.to ?? 0);
  const whole = /<(?:!doctype|html|head|body)[\s>]/i.test(masked);
  const texts: string[] = [];
  collect((whole ? parse(masked, LOCATED) : parseFragment(masked, LOCATED)) as Tree.ParentNode, texts);
  const found = document.blocks
    .filter(({ origin, kind, name }) => origin === 'body' || (kind === 'meta' && name === 'title'))
    .map((block) => block.text);
  expect(letters(found.join(''))).toEqual(letters(texts.join('')));
}

const LOCATED = { sourceCodeLocationInfo: true };
const LEFT_OUT = new Set(['script', 'style', 'iframe', 'noembed', 'xmp', 'svg', 'textarea']);

function collect(node: Tree.ParentNode, texts: string[]): void {
  const nodes: Tree.Node[] = [node];
  for (let next = nodes.pop(); next; next = nodes.pop()) {
    if (next.nodeName === '#text') texts.push((next as Tree.TextNode).value);
    if (!('childNodes' in next) || LEFT_OUT.has(next.nodeName)) continue;
    const children = 'content' in next ? next.content.childNodes : next.childNodes;
    if (next.nodeName === 'noscript' || next.nodeName === 'noframes') {
      for (const child of children) if (defaultTreeAdapter.isTextNode(child)) collect(parseFragment(child.value, LOCATED), texts);
      continue;
    }
    const significant = children.filter(
      (child) =>
        child.nodeName !== '#comment' && !(child.nodeName === '#text' && /^[\s\uF8FE]*$/.test((child as Tree.TextNode).value)),
    );
    if (next.nodeName === 'pre' && significant.length === 1 && isCode(significant[0]!, next)) continue;
    nodes.push(...children);
  }
}

function isCode(node: Tree.Node, around: Tree.Node): boolean {
  const start = (of: Tree.Node): number => of.sourceCodeLocation?.startOffset ?? 0;
  return /^(?:code|samp|kbd)$/.test(node.nodeName) && start(node) > start(around);
}

/** As a browser decodes: in a text area tags are text, and references are not. */
function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  const area = parseFragment(`<textarea>x${text}</textarea>`).childNodes[0] as Tree.Element;
  return (area.childNodes[0] as Tree.TextNode).value.slice(1);
}

function decodeValue(value: string): string {
  const quote = value.includes('"') ? "'" : '"';
  return (parseFragment(`<a t=${quote}${value}${quote}>`).childNodes[0] as Tree.Element).attrs[0]!.value;
}

function letters(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const letter of readable(text))
    if (letter !== ' ' && letter !== HOLE_FILLER && letter !== '\uFFFC' && letter !== '\0')
      counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}
