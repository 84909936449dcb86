import { normalized } from './markdown-characters.ts';
import { LineCursor } from './markdown-cursor.ts';
import { Unplaced } from './markdown-node.ts';
import type { Draft, MarkdownNode } from './markdown-node.ts';

/** The blocks that hold others: quotes, footnotes, lists. */

export type Parent = Draft & { children: MarkdownNode[] };

interface Quote {
  readonly kind: 'quote';
  readonly node: Parent;
}
interface Footnote {
  readonly kind: 'footnote';
  readonly node: Parent;
}
interface List {
  readonly kind: 'list';
  readonly list: Parent;
  node: Parent;
  readonly marker: number;
  /** How many columns its items' content is indented. */
  size: number;
  startsBlank: boolean;
  closedByBlank: boolean;
}
export type Container = Quote | Footnote | List;

/** Three or more of one mark alone on a line. */
export const RULE = /^(?:\*[ \t]*){3,}$|^(?:-[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;
const FOOTNOTE = /\[\^([^\s[\]]{1,999})\]:[ \t]*/y;
const NUMBER = /(\d{1,9})([.)])/y;

/** Reads what containers put before a line. */
export abstract class ContainerReader extends LineCursor {
  readonly footnotes = new Set<string>();

  /** Ends the paragraph, code or the like that is open. */
  protected abstract close(): void;

  /** Whether the line goes on with a container that is open; in a list, perhaps with a new item. */
  protected continues(container: Container): true | 'anew' | undefined {
    const { kind } = container;
    if (kind === 'quote') {
      if (this.indent >= this.codeIndent || this.text.charCodeAt(this.textFrom) !== 62 || this.isBlank) return undefined;
      this.passQuoteMark();
      return true;
    }
    if (kind === 'footnote') {
      if (this.isBlank) return true;
      if (this.indent < 4) return undefined;
      this.pass(4);
      return true;
    }
    if (this.isBlank) {
      container.closedByBlank ||= container.startsBlank;
      this.pass(Math.min(container.size, this.indent));
      return true;
    }
    const closed = container.closedByBlank;
    container.closedByBlank = container.startsBlank = false;
    if (!closed && this.indent >= container.size) {
      this.pass(container.size);
      return true;
    }
    const item = this.itemStart(false, container.marker);
    if (!item) return undefined;
    // What is open belongs to the item before.
    this.close();
    container.node = item.node;
    container.size = item.size;
    container.startsBlank = item.startsBlank;
    container.list.children.push(item.node);
    return 'anew';
  }

  private passQuoteMark(): void {
    this.goTo(this.textFrom + 1, this.column + this.indent + 1);
    if (this.indent > 0) this.pass(1);
  }

  /** The container that starts here; `interrupts`: in a line that could go on with a paragraph. */
  protected containerStart(interrupts: boolean): Container | undefined {
    if (this.indent >= this.codeIndent || this.isBlank) return undefined;
    const { text, textFrom } = this;
    const code = text.charCodeAt(textFrom);
    if (code === 62) {
      const node = { type: 'blockquote', from: textFrom, to: textFrom, children: [] };
      this.passQuoteMark();
      return { kind: 'quote', node };
    }
    if (code === 91) return this.footnoteStart();
    if (code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57)) {
      const item = this.itemStart(interrupts);
      if (!item) return undefined;
      const list = {
        type: 'list',
        ordered: item.marker === 46 || item.marker === 41,
        from: textFrom,
        to: textFrom,
        children: [item.node],
      };
      return { kind: 'list', list, ...item, closedByBlank: false };
    }
    return undefined;
  }

  private footnoteStart(): Footnote | undefined {
    const { text, textFrom } = this;
    if (text.charCodeAt(textFrom + 1) !== 94) return undefined;
    FOOTNOTE.lastIndex = textFrom;
    const [whole, label] = FOOTNOTE.exec(text) ?? [];
    if (/\\|&/.test(label ?? '\\')) {
      if (label === undefined && !/^\[\^[^\s[\]]*\\/.test(text.slice(textFrom, this.lineEnd))) return undefined;
      throw new Unplaced();
    }
    this.footnotes.add(normalized(label!));
    if (whole!.includes('\t')) throw new Unplaced();
    this.goTo(textFrom + whole!.length, this.column + this.indent + whole!.length);
    return { kind: 'footnote', node: { type: 'footnoteDefinition', label: label!, from: textFrom, to: textFrom, children: [] } };
  }

  /** Starts a list item; with `marker`, one of the list that has it. */
  private itemStart(interrupts: boolean, marker?: number): Pick<List, 'node' | 'marker' | 'size' | 'startsBlank'> | undefined {
    if (this.indent >= this.codeIndent) return undefined;
    const { text, textFrom, lineEnd, indent } = this;
    const code = text.charCodeAt(textFrom);
    let after = textFrom + 1;
    let own = code;
    if (code >= 48 && code <= 57) {
      NUMBER.lastIndex = textFrom;
      const match = NUMBER.exec(text);
      if (!match || (interrupts && match[1] !== '1')) return undefined;
      after = textFrom + match[0].length;
      own = match[2] === '.' ? 46 : 41;
    } else if (code !== 42 && code !== 43 && code !== 45) return undefined;
    if (marker !== undefined && own !== marker) return undefined;
    const next = after < lineEnd ? text.charCodeAt(after) : 32;
    if (next !== 32 && next !== 9) return undefined;
    if ((code === 42 || code === 45) && RULE.test(text.slice(textFrom, lineEnd))) return undefined;
    const { at, column } = this;
    this.goTo(after, column + indent + after - textFrom);
    const width = indent + after - textFrom;
    const node = { type: 'listItem', from: textFrom, to: textFrom, children: [] };
    if (this.isBlank) {
      if (interrupts) {
        this.goTo(at, column);
        return undefined;
      }
      return { node, marker: own, size: width + 1, startsBlank: true };
    }
    const space = this.indent > this.codeIndent ? 1 : this.indent;
    this.pass(space);
    return { node, marker: own, size: width + space, startsBlank: false };
  }
}
