import { markdownTree } from '../../src/parse/markdown-tree.ts';
import type { MarkdownNode } from '../../src/parse/markdown-node.ts';
import { remarkTree } from '../../src/parse/remark.ts';

/** Containers: where they end decides nothing. */
const OPEN_ENDED = new Set('blockquote footnoteDefinition paragraph heading table tableCell definition thematicBreak'.split(' '));
const PLACELESS = new Set(['list', 'listItem', 'tableRow']);

const isPlain = ({ type, value = '', from, to }: MarkdownNode): boolean =>
  type === 'text' && value.length === to - from && !/^[\r\n]/.test(value);

/** All of a tree that a document is made of; plain texts that follow each other are one. */
function essence(nodes: readonly MarkdownNode[]): unknown[] {
  const seen: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = seen.at(-1);
    if (last && isPlain(last) && isPlain(node) && last.to === node.from)
      seen[seen.length - 1] = { type: 'text', value: last.value! + node.value!, from: last.from, to: node.to };
    else seen.push(node);
  }
  return seen.map(({ type, from, to, value, url, depth, ordered, ...node }) => ({
    type,
    ...(type === 'text' && { value }),
    ...(!PLACELESS.has(type) && !isFence(type, node.parts) && { from }),
    ...(!PLACELESS.has(type) && !isFence(type, node.parts) && !OPEN_ENDED.has(type) && { to }),
    ...(url !== undefined && { url }),
    ...(depth !== undefined && { depth }),
    ...(ordered && { ordered }),
    ...(/^(?:definition|footnote)/.test(type) && { label: node.label }),
    ...(/^(?:definition|linkReference|imageReference)$/.test(type) && { identifier: node.identifier }),
    ...(node.addressRange && { addressRange: { ...node.addressRange } }),
    ...(node.parts && { parts: essence(node.parts) }),
    ...(node.titleParts?.length && { titleParts: essence(node.titleParts) }),
    ...(node.children?.length && type !== 'html' && { children: essence(node.children) }),
  }));
}

const isFence = (type: string, parts: unknown): boolean => type === 'code' && parts === undefined;

/** The tree as the fast reader gives it, and as remark does. */
export const bothTrees = (text: string, mdx = false): { fast: unknown; remark: unknown } => ({
  fast: essence(markdownTree(text, mdx)),
  remark: essence(remarkTree(text, mdx)),
});
