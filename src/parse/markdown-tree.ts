import { blocksOf } from './markdown-blocks.ts';
import type { Blocks } from './markdown-blocks.ts';
import { normalized } from './markdown-characters.ts';
import { inlineNodes } from './markdown-inline.ts';
import { Lines } from './markdown-lines.ts';
import { Unplaced, walk } from './markdown-node.ts';
import type { Draft, MarkdownNode } from './markdown-node.ts';
import { remarkTree } from './remark.ts';

/** Work done in this process, for tests and benchmarks. */
export const counted = { blocks: 0, blocksByRemark: 0, textsByRemark: 0 };

/** `remark` reads all Markdown with remark-parse; `fast` only what the own reader cannot place exactly. */
export type MarkdownParser = 'fast' | 'remark';

/** The tree of `text`. In MDX, text that is indented by four spaces is no code. May throw on a text made to break parsers. */
export function markdownTree(text: string, mdx: boolean, parser: MarkdownParser = 'fast'): readonly MarkdownNode[] {
  const blocks = parser === 'fast' ? placed(() => blocksOf(text, mdx)) : undefined;
  if (!blocks) {
    counted.textsByRemark++;
    return remarkTree(text, mdx);
  }
  const { roots, starts, pending } = blocks;
  counted.blocks += roots.length;
  const unplaced = new Set<number>();
  for (const { node, bounds, root } of pending) {
    const start = starts[root]!;
    if (unplaced.has(start)) continue;
    const children = placed(() => inlineNodes(new Lines(text, bounds), blocks));
    if (children) node.children = children;
    else unplaced.add(start);
  }
  if (unplaced.size === 0) return roots;
  counted.blocksByRemark += unplaced.size;
  return roots.flatMap((node, root) => {
    const start = starts[root]!;
    if (!unplaced.has(start)) return node;
    return starts[root - 1] === start ? [] : byRemark(text, blocks, root, mdx);
  });
}

function placed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unplaced) return undefined;
    throw error;
  }
}

const LABEL = /\[((?:[^[\]\\]|\\[[\]\\]?){1,999})\]/g;

/** One block read by remark, with as much of the definitions around as it needs. */
function byRemark(text: string, { starts, links, footnotes }: Blocks, root: number, mdx: boolean): readonly MarkdownNode[] {
  const from = starts[root]!;
  const block = text.slice(from, starts.find((start, at) => at > root && start > from) ?? text.length);
  const used = new Set<string>();
  for (const [, label] of block.matchAll(LABEL)) {
    const key = normalized(label!);
    if (links.has(key) || (key.startsWith('^') && footnotes.has(key.slice(1)))) used.add(label!);
  }
  const definitions = Array.from(used, (label) => `\n\n[${label}]: .`).join('');
  const nodes = remarkTree(block + definitions, mdx).filter((node) => node.from < block.length);
  walk(nodes, (node) => {
    const draft = node as Draft;
    draft.from += from;
    draft.to += from;
    const { addressRange, children = [], parts = [], titleParts = [] } = node;
    if (addressRange) draft.addressRange = { from: addressRange.from + from, to: addressRange.to + from };
    return { nodes: [...children, ...parts, ...titleParts] };
  });
  return nodes;
}
