import type { Attribute, Mark, Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import type { DocumentBuilder, ElementFacts } from './document-builder.ts';
import { walk } from './markdown-node.ts';
import type { MarkdownNode, Step } from './markdown-node.ts';
import { toSource } from './text-map.ts';
import type { View } from './text-map.ts';

const MARK_OF_NODE: Readonly<Record<string, Mark['kind']>> = { strong: 'strong', emphasis: 'emphasis', delete: 'del' };
const MARK_OF_TAG: Readonly<Record<string, Mark['kind']>> = {
  b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis', sup: 'sup', sub: 'sub', small: 'small', del: 'del', s: 'del', strike: 'del',
  code: 'code', kbd: 'code', samp: 'code', tt: 'code', cite: 'cite', q: 'q',
}; // prettier-ignore
// Between the texts before and after such a tag a reader sees at least a space.
const SPACING_TAG =
  /^(?:br|p|div|li|ul|ol|dl|dt|dd|h[1-6]|table|tr|td|th|thead|tbody|section|article|header|footer|blockquote|center|hr|form|button|label|option)$/;
const TAG = /^<(\/?)([A-Za-z][\w-]{0,40})/;
const TASK_BOX = /^\[[ xX]\](?=\s)/;

export interface PhrasingContext {
  readonly builder: DocumentBuilder;
  readonly view: View;
  /** The text as it was parsed: of the length of the view's. */
  readonly text: string;
  readonly definitions: ReadonlyMap<string, MarkdownNode>;
  /** Stretches that belong to scripts and drawings. */
  readonly silent: readonly Range[];
  readonly inTable: boolean;
}

/** Reads the text of one block: what is joined, what is marked, what is linked, and what is a block of its own. */
export class Phrasing {
  private readonly tags: { readonly name: string; readonly close: () => void }[] = [];
  private skipUntil = 0;

  constructor(
    private readonly context: PhrasingContext,
    private readonly block: BlockBuilder | undefined,
  ) {}

  /** `[x] ` at the start of a task. */
  skipTaskBox(paragraph: MarkdownNode): void {
    const from = paragraph.from;
    this.skipUntil = from + (TASK_BOX.exec(this.context.text.slice(from, from + 4))?.[0].length ?? 0);
  }

  node(node: MarkdownNode): Step | undefined {
    const { block } = this;
    if (!block) return undefined;
    const nodes = node.children ?? [];
    switch (node.type) {
      case 'text':
        this.text(node, block);
        return undefined;
      case 'strong':
      case 'emphasis':
      case 'delete':
        return { nodes, leave: block.mark(MARK_OF_NODE[node.type]!) };
      case 'inlineCode':
        return { nodes: node.parts ?? [], leave: block.mark('code') };
      case 'link':
      case 'linkReference':
        return { nodes, leave: this.link(node, block) };
      case 'image':
      case 'imageReference':
        this.image(node);
        return undefined;
      case 'footnoteReference':
        this.footnoteReference(node, block);
        return undefined;
      case 'break': {
        const { from, to } = this.range(node);
        block.lineBreak(from, to);
        return undefined;
      }
      case 'html':
        this.tag(node, block);
        return undefined;
      default:
        return { nodes };
    }
  }

  end(): void {
    for (const tag of this.tags.splice(0).reverse()) tag.close();
  }

  /** The title of a definition: a block of its own, or the text of the block given. */
  definitionTitle({ titleParts = [] }: MarkdownNode): void {
    if (this.block) for (const part of titleParts) this.text(part, this.block);
    else this.title(titleParts);
  }

  private title(parts: readonly MarkdownNode[] = [], element?: ElementFacts): void {
    if (parts.length > 0) this.attribute('title', parts, element);
  }

  private text(node: MarkdownNode, block: BlockBuilder): void {
    let from = node.from;
    const to = node.to;
    if (this.isSilent(from)) return;
    let value = node.value ?? '';
    if (from < this.skipUntil) {
      value = value.slice(this.skipUntil - from);
      from = Math.min(this.skipUntil, to);
    }
    // In a table, `\|` is a bar even in code.
    if (this.context.inTable && value.includes('\\|') && value.length === to - from) this.bars(value, from, block);
    else if (value) block.appendView(this.context.view, from, to, value);
  }

  private bars(value: string, from: number, block: BlockBuilder): void {
    const { view } = this.context;
    let done = 0;
    for (const { index } of value.matchAll(/\\\|/g)) {
      if (index > done) block.appendView(view, from + done, from + index);
      block.appendView(view, from + index, from + index + 2, '|');
      done = index + 2;
    }
    if (done < value.length) block.appendView(view, from + done, from + value.length);
  }

  private link(node: MarkdownNode, block: BlockBuilder): () => void {
    const { url = '', addressRange, titleParts } = this.target(node);
    const place = this.range(node);
    const attributes = [this.addressOf('href', url, addressRange ?? { from: node.from, to: node.to })];
    if (titleParts?.length) attributes.push(this.attributeOf('title', titleParts));
    const element = this.context.builder.addElement({ name: 'a', ...place, attributes, block });
    this.title(node.titleParts, element);
    return block.link(url, place);
  }

  private image(node: MarkdownNode): void {
    const { url = '', addressRange, titleParts } = this.target(node);
    const attributes = [this.addressOf('src', url, addressRange ?? { from: node.from, to: node.to })];
    const alt = leavesOf(node.parts ?? []);
    if (alt.length > 0) attributes.push(this.attributeOf('alt', alt));
    if (titleParts?.length) attributes.push(this.attributeOf('title', titleParts));
    const { block } = this;
    const element = this.context.builder.addElement({ name: 'img', ...this.range(node), attributes, ...(block && { block }) });
    this.attribute('alt', alt, element);
    this.title(node.titleParts, element);
  }

  /** What a link or image leads to; a reference says it in its definition. */
  private target(node: MarkdownNode): MarkdownNode {
    return node.type.endsWith('Reference') ? (this.context.definitions.get(node.identifier ?? '') ?? node) : node;
  }

  private addressOf(name: string, value: string, { from, to }: Range): Attribute {
    return { name, value, ...toSource(this.context.view.pieces, from, to) };
  }

  private attributeOf(name: string, parts: readonly MarkdownNode[]): Attribute {
    const value = parts.map((part) => part.value ?? '').join('');
    return { name, value, ...toSource(this.context.view.pieces, parts[0]!.from, parts.at(-1)!.to) };
  }

  private attribute(name: string, parts: readonly MarkdownNode[], element?: ElementFacts): void {
    const block = this.context.builder.startBlock('attribute', { name, ...(element && { element }) });
    for (const part of parts) block.appendView(this.context.view, part.from, part.to, part.value);
  }

  private footnoteReference(node: MarkdownNode, block: BlockBuilder): void {
    const label = node.label ?? '';
    const close = block.mark('footnote-ref', label);
    const { from, to } = this.range(node);
    block.append(`[${label}]`, from, to);
    close();
  }

  /** A tag in a paragraph: the HTML parser has noted the element; here it marks or links the text around it. */
  private tag(node: MarkdownNode, block: BlockBuilder): void {
    const match = TAG.exec(this.context.text.slice(node.from, node.from + 50));
    if (!match || this.isSilent(node.from)) return;
    const name = match[2]!.toLowerCase();
    const place = this.range(node);
    if (SPACING_TAG.test(name)) block.lineBreak(place.from, place.to);
    else if (match[1]) this.closeTag(name);
    else if (MARK_OF_TAG[name]) this.tags.push({ name, close: block.mark(MARK_OF_TAG[name]) });
    else if (name === 'a') {
      const href = this.context.builder.elementFrom(place.from)?.attributes.find((attribute) => attribute.name === 'href');
      if (href) this.tags.push({ name, close: block.link(href.value, place) });
    }
  }

  private closeTag(name: string): void {
    const at = this.tags.findLastIndex((tag) => tag.name === name);
    if (at >= 0) for (const tag of this.tags.splice(at).reverse()) tag.close();
  }

  private isSilent(offset: number): boolean {
    return this.context.silent.some(({ from, to }) => from <= offset && offset < to);
  }

  private range(node: MarkdownNode): Range {
    return toSource(this.context.view.pieces, node.from, node.to);
  }
}

function leavesOf(parts: readonly MarkdownNode[]): MarkdownNode[] {
  const leaves: MarkdownNode[] = [];
  walk(parts, (node) => {
    if (node.type === 'text') leaves.push(node);
    const nodes = node.children ?? node.parts;
    return nodes && { nodes };
  });
  return leaves;
}
