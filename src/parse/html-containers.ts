import type { Document, Range } from '../rule.ts';
import { childrenOf, isElement, isText, parseParts, runsOf } from './html-tree.ts';
import type { HtmlNode } from './html-tree.ts';
import type { MaskedText } from './masked-text.ts';
import { maskTemplates } from './template-holes.ts';

/** Elements of which a paragraph more does not change what they are. */
const HOLD_PARAGRAPHS = new Set(['article', 'aside', 'body', 'center', 'div', 'header', 'main', 'section']);

/**
 * What a new paragraph about the words at an offset can follow: their own paragraph, or the list, table or figure around it, as a
 * range of the source. Undefined where nothing around them may hold a paragraph.
 */
export function beforeParagraph({ source, frontMatterRange }: Document, offset: number): Range | undefined {
  const { masked } = maskTemplates(source, 'html');
  for (const { nodes } of parseParts(masked, frontMatterRange?.to ?? 0, source.length)) {
    const found = innermost(nodes, offset, masked);
    if (found) return found;
  }
  return undefined;
}

function innermost(nodes: readonly HtmlNode[], offset: number, source: MaskedText): Range | undefined {
  let found: Range | undefined;
  let parent: string | undefined;
  for (let around = nodes; ;) {
    const child = around.find((node) => holds(node, offset, source));
    if (!child || !isElement(child)) return found;
    const { place, tagName } = child;
    const mayFollow = parent === undefined ? !['html', 'head', 'body'].includes(tagName) : HOLD_PARAGRAPHS.has(parent);
    if (place && mayFollow) found = { from: place.from, to: place.to };
    parent = tagName;
    around = childrenOf(child);
  }
}

function holds(node: HtmlNode, offset: number, source: MaskedText): boolean {
  if (isText(node)) return runsOf(node, source).some(({ from, to }) => from <= offset && offset <= to);
  if (!isElement(node)) return false;
  // What the parser implied has no place, but its children have one.
  if (!node.place) return childrenOf(node).some((child) => holds(child, offset, source));
  return node.place.from <= offset && offset < node.place.to;
}
