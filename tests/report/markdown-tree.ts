import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Tree {
  /** All nodes of a type, in reading order. */
  nodes(type: string): readonly { readonly value?: string }[];
  /** What a reader sees. */
  readonly shown: string;
}

/** Reads Markdown as code hosts do. */
export function mdastOf(text: string): Tree {
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(text));
  return {
    nodes: (type) => all.filter((node) => node.type === type) as { value?: string }[],
    shown: all.map((node) => (node.type === 'text' ? node.value : '')).join(''),
  };
}
