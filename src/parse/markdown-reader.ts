import type { BlockKind, Range } from '../rule.ts';
import type { BlockBuilder, BlockFacts } from './block-builder.ts';
import type { DocumentBuilder, Surroundings } from './document-builder.ts';
import { findIslands, moved, readIslands } from './html-islands.ts';
import type { Island } from './html-islands.ts';
import { chunksOf, disarm } from './markdown-chunks.ts';
import { Phrasing } from './markdown-phrasing.ts';
import type { PhrasingContext } from './markdown-phrasing.ts';
import { walk } from './markdown-node.ts';
import type { MarkdownNode, Step } from './markdown-node.ts';
import { markdownTree } from './markdown-tree.ts';
import type { MarkdownParser } from './markdown-tree.ts';
import { readPlainText } from './plain-text.ts';
import { slicePieces, toSource, viewOf } from './text-map.ts';
import type { View } from './text-map.ts';

export interface MarkdownOptions {
  readonly mdx?: boolean;
  /** Tags of MDX components, which Markdown does not see; in the order of the text. */
  readonly tags?: readonly Island[];
}

/** Adds the blocks and elements of a piece of Markdown. Never throws. */
export function readMarkdown(builder: DocumentBuilder, view: View, { mdx = false, tags = [] }: MarkdownOptions = {}): void {
  let next = 0;
  let definitions: string | undefined;
  for (const chunk of chunksOf(view.text)) {
    const text = view.text.slice(chunk.from, chunk.to);
    const whole = text.length === view.text.length;
    const part = whole ? view : { text, pieces: slicePieces(view.pieces, chunk.from, chunk.to) };
    const own: Island[] = [];
    for (; next < tags.length && tags[next]!.from < chunk.to; next++)
      own.push(whole ? tags[next]! : moved(tags[next]!, -chunk.from));
    const readable = disarm(text);
    const parsed = whole ? readable : readable + (definitions ??= definitionsOf(view.text));
    const roots = treeOf(parsed, mdx, builder.parser);
    if (roots) new MarkdownReader(builder, part, readable, mdx).read(roots, own, parsed.includes(']:'));
    else {
      const from = part.pieces[0]?.from ?? 0;
      builder.addNotice('markdown-unread', 'The Markdown here could not be read; its text is taken as plain text.', from);
      readPlainText(builder, part);
    }
    builder.forgetEnclosures(part.pieces.at(-1)?.to ?? 0);
  }
}

function treeOf(text: string, mdx: boolean, parser: MarkdownParser): readonly MarkdownNode[] | undefined {
  try {
    return markdownTree(text, mdx, parser);
  } catch {
    // Depth beyond the stack of the parser: no page for people looks like that.
    return undefined;
  }
}

const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:[^\n]{0,1000}/gm;
const MOST_DEFINITIONS = 500;

/** Link and footnote definitions of a long text, which each of its chunks may refer to. */
function definitionsOf(text: string): string {
  let found = '';
  let count = 0;
  for (const [line, label] of text.matchAll(DEFINITION)) {
    if (++count > MOST_DEFINITIONS) break;
    found += label!.startsWith('^') ? `\n\n[${label}]: .` : `\n\n${line.trim()}`;
  }
  return found;
}

// What may be more than plain text inside an HTML tag.
const MARKED_UP = /\*\*|__|`|\]\(|\]\[|(?:^|\s)[*_]\w/;

interface Cell {
  readonly id: number;
  readonly row: number;
  readonly column: number;
  readonly headers: string[];
}
// As long as a header can be and still say what a column holds.
const HEADER_LENGTH = 200;

/** Turns the blocks of a tree into blocks of copy; `Phrasing` reads the text in each. */
class MarkdownReader {
  private readonly definitions = new Map<string, MarkdownNode>();
  private readonly items = new Map<MarkdownNode, NonNullable<Surroundings['list']>>();
  private readonly cells = new Map<MarkdownNode, Cell>();
  /** The first paragraph of each list item. */
  private readonly leads = new Set<MarkdownNode>();
  private silent: readonly Range[] = [];

  constructor(
    private readonly builder: DocumentBuilder,
    private readonly view: View,
    /** The text as it was parsed: the view's, disarmed. */
    private readonly text: string,
    private readonly mdx: boolean,
  ) {}

  /** `defines`: the text that the tree is of may hold definitions. */
  read(roots: readonly MarkdownNode[], tags: readonly Island[], defines: boolean): void {
    const nodes = roots.filter((node) => node.from < this.view.text.length);
    const { islands, silent } = findIslands(nodes, this.view.text);
    this.silent = silent;
    if (defines)
      walk(roots, (node) => {
        const identifier = node.type === 'definition' ? node.identifier : undefined;
        if (identifier !== undefined && !this.definitions.has(identifier)) this.definitions.set(identifier, node);
        return node.children && { nodes: node.children };
      });
    const all = [...islands, ...tags].sort((a, b) => a.from - b.from);
    readIslands(this.builder, this.view, all, this.mdx ? (block, run) => this.htmlText(block, run) : undefined);
    walk(nodes, (node) => this.block(node));
  }

  /** Text between the tags of MDX, where Markdown goes on: a link there is a link. */
  private htmlText(block: BlockBuilder, { from, to }: Range): boolean {
    const base = this.view.pieces[0]!.from;
    const view = {
      ...viewOf(this.view.text, from - base, to - base),
      pieces: slicePieces(this.view.pieces, from - base, to - base),
    };
    const roots = MARKED_UP.test(view.text) ? treeOf(disarm(view.text), true, this.builder.parser) : undefined;
    if (!roots) return false;
    const phrasing = new Phrasing({ ...this.context(), view, text: view.text, silent: [] }, block);
    walk(roots, (node) => phrasing.node(node));
    phrasing.end();
    return true;
  }

  private block(node: MarkdownNode): Step | undefined {
    const nodes = node.children ?? [];
    switch (node.type) {
      case 'paragraph':
        return this.copy(node, this.kindOfParagraph(node));
      case 'heading':
        return this.copy(node, 'heading', { level: this.levelOf(node) });
      case 'blockquote':
        return this.within(nodes, { quoted: true });
      case 'list':
        this.noteItems(node);
        return { nodes };
      case 'listItem': {
        const lead = nodes.find(({ type }) => type === 'paragraph');
        if (lead) this.leads.add(lead);
        return this.within(nodes, { list: this.items.get(node) });
      }
      case 'footnoteDefinition':
        return this.within(nodes, { label: node.label ?? '' });
      case 'table':
        this.noteCells(node);
        return { nodes: nodes.flatMap((row) => row.children ?? []) };
      case 'tableCell':
        return this.cell(node);
      case 'definition':
        this.definition(node);
        return undefined;
      default:
        return undefined;
    }
  }

  /** `[//]: # (text)` is how a writer leaves a note in Markdown; any other title is shown where the definition is used. */
  private definition(node: MarkdownNode): void {
    const isNote = /^(?:\/\/|comment)$/i.test(node.label ?? '') && /^#?$/.test(node.url ?? '');
    this.phrasing(isNote ? this.builder.startBlock('comment') : undefined).definitionTitle(node);
  }

  private copy(node: MarkdownNode, kind: BlockKind, facts: Partial<BlockFacts> = {}, done?: (block: BlockBuilder) => void): Step {
    const block = this.startBlock(node, kind, facts);
    const phrasing = this.phrasing(block, facts.table !== undefined);
    if (kind === 'list-item') phrasing.skipTaskBox(node);
    walk(node.children ?? [], (child) => phrasing.node(child));
    phrasing.end();
    done?.(block);
    return { nodes: [] };
  }

  /** A block that stands in its Markdown and in the HTML around that. */
  private startBlock(node: MarkdownNode, kind: BlockKind, facts: Partial<BlockFacts>): BlockBuilder {
    const { builder } = this;
    if (!builder.hasEnclosures) return builder.startBlock(kind, facts);
    const own = builder.surroundings;
    const around = builder.surroundingsAt(toSource(this.view.pieces, node.from, node.to).from);
    const list = own.list ?? around.list;
    return builder.startBlock(kind, {
      region: own.region === 'main' ? around.region : own.region,
      quoted: own.quoted || around.quoted,
      hidden: own.hidden || around.hidden,
      tucked: own.tucked || around.tucked,
      classes: [...around.classes, ...own.classes],
      ...(list && { list }),
      ...facts,
    });
  }

  private phrasing(block?: BlockBuilder, inTable = false): Phrasing {
    return new Phrasing({ ...this.context(), inTable }, block);
  }

  private context(): PhrasingContext {
    const { builder, view, text, definitions, silent } = this;
    return { builder, view, text, definitions, silent, inTable: false };
  }

  private within(nodes: readonly MarkdownNode[], change: Partial<Surroundings>): Step {
    this.builder.enter(change);
    return { nodes, leave: () => this.builder.leave() };
  }

  private kindOfParagraph(node: MarkdownNode): BlockKind {
    const { label, origin } = this.builder.surroundings;
    if (this.leads.has(node)) return 'list-item';
    if (label !== undefined) return 'footnote';
    return origin === 'front-matter' ? 'data' : 'paragraph';
  }

  private levelOf(node: MarkdownNode): number {
    const depth = node.depth ?? 1;
    const after = node.from + depth;
    return this.view.text[after] === '#' && this.text[after] === ' ' ? depth + 1 : depth;
  }

  private noteItems(list: MarkdownNode): void {
    const { list: outer } = this.builder.surroundings;
    const shared = { id: this.builder.nextListId(), ordered: list.ordered ?? false, depth: outer ? outer.depth + 1 : 0 };
    for (const [item, node] of (list.children ?? []).entries()) this.items.set(node, { ...shared, item });
  }

  private noteCells(table: MarkdownNode): void {
    const id = this.builder.nextTableId();
    const headers: string[] = [];
    for (const [row, { children = [] }] of (table.children ?? []).entries())
      for (const [column, node] of children.entries()) this.cells.set(node, { id, row, column, headers });
  }
  private rowHeader = '';

  private cell(node: MarkdownNode): Step {
    const { id, row, column, headers } = this.cells.get(node)!;
    const table = {
      id,
      row,
      column,
      header: row > 0 ? (headers[column] ?? '') : '',
      rowHeader: row > 0 && column > 0 ? this.rowHeader : '',
    };
    return this.copy(node, 'table-cell', { table }, (block) => {
      if (row === 0) headers[column] = block.text.slice(0, HEADER_LENGTH);
      else if (column === 0) this.rowHeader = block.text.slice(0, HEADER_LENGTH);
    });
  }
}
