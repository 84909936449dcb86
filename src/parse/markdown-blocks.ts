import { ContainerReader, RULE } from './markdown-containers.ts';
import type { Container, Parent } from './markdown-containers.ts';
import { definitionAt } from './markdown-links.ts';
import { htmlStart } from './markdown-html.ts';
import { Lines } from './markdown-lines.ts';
import { textNode, Unplaced } from './markdown-node.ts';
import type { Draft, MarkdownNode } from './markdown-node.ts';
import { cellsIn, columnsOf, isHeadOf } from './markdown-rows.ts';

/** A paragraph, heading or cell whose text is read once all definitions are known. */
export interface Pending {
  readonly node: Draft;
  /** Per line: where its content starts, where its text starts behind indentation, and where it ends. */
  readonly bounds: readonly number[];
  /** The block of the text that it is in. */
  readonly root: number;
}

export interface Blocks {
  readonly roots: MarkdownNode[];
  /** Where the first line of each root starts; those of the same start can only be read together. */
  readonly starts: number[];
  readonly pending: readonly Pending[];
  readonly links: Set<string>;
  readonly footnotes: Set<string>;
}

type Leaf =
  | { readonly kind: 'paragraph'; readonly bounds: number[]; lastIsLazy: boolean }
  | { readonly kind: 'fence'; readonly node: Draft; readonly marker: string; readonly length: number }
  | { readonly kind: 'html'; readonly node: Draft & { parts: MarkdownNode[] }; readonly end: RegExp | undefined; ended: boolean }
  | { readonly kind: 'code'; readonly node: Draft & { parts: MarkdownNode[] }; readonly blank: MarkdownNode[] }
  | { readonly kind: 'table'; readonly node: Parent };

const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const FENCE = /^(`{3,})[^`]*$|^(~{3,})/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** Finds the blocks of a text. Throws `Unplaced` where remark must read it. */
export function blocksOf(text: string, mdx: boolean): Blocks {
  return new BlockScanner(text, mdx).run();
}

class BlockScanner extends ContainerReader implements Blocks {
  readonly roots: MarkdownNode[] = [];
  readonly starts: number[] = [];
  readonly pending: Pending[] = [];
  readonly links = new Set<string>();

  private readonly stack: Container[] = [];
  private leaf: Leaf | undefined;
  /** Of the table that is open. */
  private readonly cells: Omit<Pending, 'root'>[] = [];
  /** Of the leaf that is open. */
  private leafLine = 0;
  /** Where this line starts, or the block before it, if it could be another one without that. */
  private rootFrom = 0;
  run(): Blocks {
    this.forEachLine(() => this.line());
    this.close();
    return this;
  }

  private line(): void {
    const { stack } = this;
    const before = this.leaf?.kind;
    let continued = 0;
    while (continued < stack.length) {
      const goesOn = this.continues(stack[continued]!);
      if (goesOn === undefined) break;
      continued++;
      if (goesOn === 'anew') stack.length = continued;
    }
    let lazy = continued < stack.length;
    const { leaf } = this;
    if (lazy || (leaf?.kind !== 'fence' && leaf?.kind !== 'html')) {
      const interrupts = !lazy && leaf !== undefined && leaf.kind !== 'table';
      for (let first = true, found = this.containerStart(interrupts); found; found = this.containerStart(interrupts)) {
        if (first) {
          this.close();
          stack.length = continued;
          this.rootFrom = this.followedBy(before);
        }
        first = lazy = false;
        this.open(found);
      }
    }
    if (this.leaf && this.leafGoesOn(lazy)) return;
    this.close();
    if (lazy) stack.length = continued;
    if (this.isBlank) return;
    this.rootFrom = this.followedBy(before);
    this.start(lazy);
  }

  private followedBy(before: Leaf['kind'] | undefined): number {
    return (before === 'paragraph' || before === 'code' ? this.starts.at(-1) : undefined) ?? this.lineFrom;
  }

  private open(container: Container): void {
    this.add(container.kind === 'list' ? container.list : container.node, this.rootFrom);
    this.stack.push(container);
  }

  private add(node: MarkdownNode, line: number): void {
    const parent = this.stack.at(-1)?.node;
    if (parent) parent.children.push(node);
    else {
      this.roots.push(node);
      this.starts.push(line);
    }
  }

  private pend(node: Draft, bounds: readonly number[]): void {
    this.pending.push({ node, bounds, root: this.roots.length - 1 });
  }

  // ---------------------------------------------------------------- leaves

  /** Whether the line belongs to the leaf that is open. */
  private leafGoesOn(lazy: boolean): boolean {
    const leaf = this.leaf!;
    const { text, at, textFrom, lineEnd } = this;
    switch (leaf.kind) {
      case 'paragraph':
        return this.paragraphGoesOn(leaf.bounds, lazy);
      case 'fence':
        if (lazy) return false;
        leaf.node.to = lineEnd;
        if (this.indent < this.codeIndent && text.startsWith(leaf.marker.repeat(leaf.length), textFrom)) {
          const rest = text.slice(textFrom, lineEnd).trimEnd();
          if (rest === leaf.marker.repeat(rest.length)) {
            this.leaf = undefined;
            this.add(leaf.node, this.leafLine);
          }
        }
        return true;
      case 'html': {
        const { end } = leaf;
        if (lazy || (!end && this.isBlank)) return false;
        const { value, from } = this.lineBefore();
        // Its place reaches over what belongs to the blocks around.
        leaf.node.parts.push(textNode(value!, from, at));
        if (lineEnd > at) leaf.node.parts.push(textNode(text.slice(at, lineEnd), at, lineEnd));
        leaf.node.to = lineEnd;
        if (end?.test(text.slice(at, lineEnd))) this.endHtml(leaf);
        return true;
      }
      case 'code':
        if (lazy) return false;
        if (this.indent < 4) {
          if (!this.isBlank) return false;
          leaf.blank.push(this.lineBefore());
          return true;
        }
        this.pass(4);
        leaf.node.parts.push(...leaf.blank.splice(0), this.lineBefore());
        if (lineEnd > this.at) leaf.node.parts.push(textNode(text.slice(this.at, lineEnd), this.at, lineEnd));
        leaf.node.to = lineEnd;
        return true;
      case 'table':
        if (lazy || this.isBlank || this.startsBlock(false)) return false;
        this.addRow(leaf.node, textFrom, lineEnd);
        return true;
    }
  }

  /** The end of the line before this one. */
  private lineBefore(): MarkdownNode {
    const { text, lineFrom } = this;
    const from = text.charCodeAt(lineFrom - 2) === 13 && text.charCodeAt(lineFrom - 1) === 10 ? lineFrom - 2 : lineFrom - 1;
    return textNode(text.slice(from, lineFrom), from, lineFrom);
  }

  private paragraphGoesOn(bounds: number[], lazy: boolean): boolean {
    const { text, at, textFrom, lineEnd } = this;
    const leaf = this.leaf as Extract<Leaf, { kind: 'paragraph' }>;
    if (this.isBlank) return false;
    if (this.indent < this.codeIndent) {
      if (this.isDelimiterRow(leaf, lazy)) return true;
      const code = text.charCodeAt(textFrom);
      if ((code === 61 || code === 45) && !lazy && UNDERLINE.test(text.slice(textFrom, lineEnd))) {
        // Of definitions there is nothing to underline.
        if (text.charCodeAt(bounds[1]!) === 91) throw new Unplaced();
        this.leaf = undefined;
        const node = { type: 'heading', depth: code === 61 ? 1 : 2, from: bounds[1]!, to: lineEnd };
        this.add(node, this.leafLine);
        this.pend(node, bounds);
        return true;
      }
      if (this.startsBlock(true)) return false;
      // Any tag interrupts there, and remark alone knows what it stands in.
      if (lazy && this.startsBlock(false)) throw new Unplaced();
    }
    bounds.push(at, textFrom, lineEnd);
    leaf.lastIsLazy = lazy;
    return true;
  }

  /** Whether a block other than a paragraph or table starts here. */
  private startsBlock(interrupts: boolean): boolean {
    const { text, textFrom, lineEnd } = this;
    if (this.indent >= this.codeIndent) return !interrupts;
    switch (text.charCodeAt(textFrom)) {
      case 35:
        return HEADING.test(text.slice(textFrom, Math.min(lineEnd, textFrom + 8)));
      case 42:
      case 45:
      case 95:
        return RULE.test(text.slice(textFrom, lineEnd));
      case 60:
        return htmlStart(text.slice(textFrom, lineEnd), interrupts) !== undefined;
      case 96:
      case 126:
        return FENCE.test(text.slice(textFrom, lineEnd));
      default:
        return false;
    }
  }

  private start(lazy: boolean): void {
    const { text, at, textFrom, lineEnd } = this;
    this.leafLine = this.rootFrom;
    if (this.indent >= this.codeIndent) {
      if (lazy) throw new Unplaced();
      this.pass(4);
      const part = textNode(text.slice(this.at, lineEnd), this.at, lineEnd);
      this.leaf = { kind: 'code', node: { type: 'code', from: at, to: lineEnd, parts: [part] }, blank: [] };
      return;
    }
    if (this.startsBlock(false)) {
      const line = text.slice(textFrom, lineEnd);
      switch (text.charCodeAt(textFrom)) {
        case 35:
          return this.heading(line);
        case 60: {
          const start = htmlStart(line, false)!;
          const parts = [textNode(text.slice(at, lineEnd), at, lineEnd)];
          this.leaf = { kind: 'html', node: { type: 'html', from: at, to: lineEnd, parts }, end: start.end, ended: !start.end };
          if (start.end?.test(line.slice(start.searchFrom))) this.endHtml(this.leaf);
          return;
        }
        case 96:
        case 126: {
          const [, ticks, tildes] = FENCE.exec(line)!;
          const marker = (ticks ?? tildes)!;
          this.leaf = {
            kind: 'fence',
            node: { type: 'code', from: textFrom, to: lineEnd },
            marker: marker[0]!,
            length: marker.length,
          };
          return;
        }
        default:
          this.add({ type: 'thematicBreak', from: textFrom, to: lineEnd }, this.rootFrom);
          return;
      }
    }
    this.leaf = { kind: 'paragraph', bounds: [at, textFrom, lineEnd], lastIsLazy: false };
  }

  private heading(line: string): void {
    const { textFrom } = this;
    const [opening, marks] = HEADING.exec(line)!;
    const from = opening.length;
    let to = line.length;
    while (to > from && isSpace(line.charCodeAt(to - 1))) to--;
    let closing = to;
    while (closing > from && line.charCodeAt(closing - 1) === 35) closing--;
    if (closing < to && (closing === from || isSpace(line.charCodeAt(closing - 1)))) to = closing;
    while (to > from && isSpace(line.charCodeAt(to - 1))) to--;
    const node: Draft = { type: 'heading', depth: marks!.length, from: textFrom, to: this.lineEnd, children: [] };
    this.add(node, this.rootFrom);
    if (to > from) this.pend(node, [textFrom + from, textFrom + from, textFrom + to]);
  }

  private endHtml(leaf: Extract<Leaf, { kind: 'html' }>): void {
    leaf.ended = true;
    this.close();
  }

  /** Ends the leaf that is open. */
  protected close(): void {
    const { leaf } = this;
    this.leaf = undefined;
    if (!leaf) return;
    if (leaf.kind === 'paragraph') return this.closeParagraph(leaf.bounds);
    // To where it reaches then, is a thing of its own.
    if (leaf.kind === 'html' && !leaf.ended) throw new Unplaced();
    this.add(leaf.node, this.leafLine);
    for (const { node, bounds } of this.cells.splice(0)) this.pend(node, bounds);
  }

  private closeParagraph(all: number[]): void {
    const { text, leafLine } = this;
    let bounds: readonly number[] = all;
    if (text.charCodeAt(all[1]!) === 91) {
      const lines = new Lines(text, all);
      let at = lines.from;
      while (at < lines.to) {
        const definition = definitionAt(lines.text, at, lines.to, lines);
        if (!definition) break;
        const { to, ...facts } = definition;
        this.add({ type: 'definition', ...facts, from: lines.place(at), to: lines.place(to - 1) + 1 }, leafLine);
        this.links.add(definition.identifier.toUpperCase());
        at = to + 1;
      }
      if (at > lines.from) bounds = at < lines.to ? all.slice(3 * lines.lineAt(at)) : [];
    }
    if (bounds.length === 0) return;
    const node: Draft = { type: 'paragraph', from: bounds[1]!, to: bounds.at(-1)! };
    this.add(node, this.leafLine);
    this.pend(node, bounds);
  }

  // ---------------------------------------------------------------- tables

  /** Makes the last line of the paragraph the head of a table, if this line says that it is one. */
  private isDelimiterRow({ bounds, lastIsLazy }: { bounds: number[]; lastIsLazy: boolean }, lazy: boolean): boolean {
    const { text, textFrom, lineEnd } = this;
    const columns = columnsOf(text, textFrom, lineEnd);
    if (columns === 0) return false;
    const last = bounds.length - 3;
    const from = bounds[last + 1]!;
    if (!isHeadOf(text, from, bounds[last + 2]!, columns)) return false;
    const indentation = text.slice(bounds[last], from);
    if (lazy || lastIsLazy || indentation.includes('\t')) throw new Unplaced();
    if (indentation.length >= this.codeIndent) return false;
    const head = bounds.splice(last);
    if (bounds.length > 0) this.close();
    const node: Parent = { type: 'table', from: head[1]!, to: lineEnd, children: [] };
    this.leaf = { kind: 'table', node };
    this.addRow(node, head[1]!, head[2]!);
    return true;
  }

  private addRow(table: Parent, from: number, to: number): void {
    const children: MarkdownNode[] = [];
    table.to = to;
    table.children.push({ type: 'tableRow', from, to, children });
    for (const { from: cellFrom, to: cellTo, textFrom, textTo } of cellsIn(this.text, from, to)) {
      const node: Draft = { type: 'tableCell', from: cellFrom, to: cellTo, children: [] };
      children.push(node);
      if (textTo > textFrom) this.cells.push({ node, bounds: [textFrom, textFrom, textTo] });
    }
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 9;
