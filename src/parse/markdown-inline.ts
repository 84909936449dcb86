import { classOf, LETTER, PUNCTUATION, SPACE, isEscapable, normalized, referenceAt } from './markdown-characters.ts';
import type { Class } from './markdown-characters.ts';
import { resolveRuns } from './markdown-attention.ts';
import type { Item, Run } from './markdown-attention.ts';
import { inlineHtmlEnd } from './markdown-html.ts';
import { resourceAt } from './markdown-links.ts';
import { textNode, Unplaced } from './markdown-node.ts';
import type { Draft, MarkdownNode } from './markdown-node.ts';
import type { Lines } from './markdown-lines.ts';

/** Labels that something defines, normalized. */
export interface Defined {
  readonly links: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

interface LabelStart {
  /** The place among the items of the text that it is until it becomes a link. */
  readonly index: number;
  readonly isImage: boolean;
  /** Where its label starts. */
  readonly after: number;
  inactive: boolean;
  balanced: boolean;
}

const SPECIAL = new Uint8Array(128);
for (const character of '\n\\&`*_~[]!<') SPECIAL[character.charCodeAt(0)] = 1;

const AUTOLINK = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\u0000-\u0020\u007f<>]*)>/y;
const EMAIL =
  /<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*)>/y;
const FOOTNOTE = /\[\^((?:[^\s[\]\\&]){1,999})\]/y;
const FOOTNOTE_START = /\[\^[^\s[\]]{0,999}/y;
const FULL_LABEL = /\[((?:[^[\]\\]|\\[[\]\\]?){1,999})\]/y;
// A definition has no longer one, but for white space.
const LONGEST_LABEL = 2000;

/** The texts, emphasis, links and so on of one paragraph, heading or cell. Throws `Unplaced` where remark must read it. */
export function inlineNodes(lines: Lines, defined: Defined): MarkdownNode[] {
  return new InlineScanner(lines, defined).run();
}

class InlineScanner {
  private readonly text: string;
  private readonly end: number;
  private at: number;
  private dataFrom: number;
  private readonly items: Item[] = [];
  private labels: LabelStart[] = [];
  private strikesFirst: boolean | undefined;
  /** Lengths of runs of back-ticks that close nothing further on. */
  private unclosedTicks: Set<number> | undefined;

  constructor(
    private readonly lines: Lines,
    private readonly defined: Defined,
  ) {
    this.text = lines.text;
    this.at = this.dataFrom = lines.from;
    this.end = lines.to;
  }

  run(): MarkdownNode[] {
    const { text, end } = this;
    while (this.at < end) {
      const code = text.charCodeAt(this.at);
      if (code >= 128 || SPECIAL[code] === 0 || !this.special(code)) this.at++;
    }
    // White space at the end is seen by nobody.
    let last = end;
    while (last > this.dataFrom && isBlank(text.charCodeAt(last - 1))) last--;
    this.data(last);
    return resolveRuns(this.items, this.strikesFirst ?? true);
  }

  /** Reads what starts here; false when it is plain text. */
  private special(code: number): boolean {
    switch (code) {
      case 10:
        return this.lineEnd();
      case 92:
        return this.backslash();
      case 38:
        return this.reference();
      case 96:
        return this.codeSpan();
      case 42:
      case 95:
        return this.attention(code);
      case 126:
        return this.strike();
      case 91:
        return this.footnoteCall() || this.labelStart(false);
      case 33:
        return this.text.charCodeAt(this.at + 1) === 91 && this.at + 1 < this.end && this.labelStart(true);
      case 93:
        return this.labelEnd();
      default:
        return this.autolink() || this.html();
    }
  }

  private place(at: number): number {
    return this.lines.place(at);
  }

  /** Adds the plain text before `to`, and goes on at `next`. */
  private data(to: number, next = to): void {
    if (to > this.dataFrom)
      this.items.push(textNode(this.text.slice(this.dataFrom, to), this.place(this.dataFrom), this.place(to - 1) + 1));
    this.at = this.dataFrom = next;
  }

  private add(node: Item, to: number): true {
    this.data(this.at, to);
    this.items.push(node);
    return true;
  }

  private lineEnd(): true {
    const { text, at } = this;
    let from = at;
    let tabs = false;
    for (let code = text.charCodeAt(from - 1); from > this.dataFrom && isBlank(code); code = text.charCodeAt(--from - 1))
      tabs ||= code === 9;
    const { from: lineEnd, to, value } = this.lines.lineEnd(at);
    const isBreak = at - from > 1 && !tabs;
    const start = this.place(from);
    this.data(from, at + 1);
    this.items.push(isBreak ? { type: 'break', from: start, to } : textNode(value, lineEnd, to));
    return true;
  }

  private backslash(): boolean {
    const { text, at, end } = this;
    if (at + 1 >= end) return false;
    const next = text.charCodeAt(at + 1);
    if (next === 10) {
      const from = this.place(at);
      const { to } = this.lines.lineEnd(at + 1);
      return this.add({ type: 'break', from, to }, at + 2);
    }
    if (!isEscapable(next)) return false;
    return this.add(textNode(text[at + 1]!, this.place(at), this.place(at + 1) + 1), at + 2);
  }

  private reference(): boolean {
    const { at } = this;
    const reference = referenceAt(this.text, at);
    if (!reference || at + reference.length > this.end) return false;
    const to = at + reference.length;
    return this.add(textNode(reference.value, this.place(at), this.place(to - 1) + 1), to);
  }

  private runLength(): number {
    const { text, at, end } = this;
    const code = text.charCodeAt(at);
    let to = at + 1;
    while (to < end && text.charCodeAt(to) === code) to++;
    return to - at;
  }

  private codeSpan(): true {
    const { text, at, end } = this;
    const ticks = this.runLength();
    const from = at + ticks;
    let close = -1;
    if (!this.unclosedTicks?.has(ticks)) {
      for (let tick = text.indexOf('`', from); tick >= 0 && tick < end;) {
        let to = tick + 1;
        while (to < end && text.charCodeAt(to) === 96) to++;
        if (to - tick === ticks) {
          close = tick;
          break;
        }
        tick = text.indexOf('`', to);
      }
      if (close < 0) (this.unclosedTicks ??= new Set()).add(ticks);
    }
    if (close < 0) {
      this.triedInVain(from);
      this.at = from;
      return true;
    }
    this.checkIndentation(from, close);
    const isPadding = (code: number) => code === 32 || code === 10;
    let first = from;
    let last = close;
    if (last - first > 2 && isPadding(text.charCodeAt(first)) && isPadding(text.charCodeAt(last - 1)))
      for (let i = first + 1; i < last - 1; i++)
        if (!isPadding(text.charCodeAt(i))) {
          first++;
          last--;
          break;
        }
    const parts = this.partsOf(first, last);
    return this.add({ type: 'inlineCode', from: this.place(at), to: this.place(close + ticks - 1) + 1, parts }, close + ticks);
  }

  /** The lines of a stretch, and the line ends between them. */
  private partsOf(from: number, to: number): MarkdownNode[] {
    const { text, lines } = this;
    const parts: MarkdownNode[] = [];
    let start = from;
    for (let end = text.indexOf('\n', from); end >= 0 && end < to; end = text.indexOf('\n', start)) {
      if (end > start) parts.push(textNode(text.slice(start, end), this.place(start), this.place(end - 1) + 1));
      const lineEnd = lines.lineEnd(end);
      parts.push(textNode(lineEnd.value, lineEnd.from, lineEnd.to));
      start = end + 1;
    }
    if (to > start) parts.push(textNode(text.slice(start, to), this.place(start), this.place(to - 1) + 1));
    return parts;
  }

  /** In code and tags the indentation of a line may count. */
  private checkIndentation(from: number, to: number): void {
    if (this.lines.isSource) return;
    for (let end = this.text.indexOf('\n', from); end >= 0 && end < to; end = this.text.indexOf('\n', end + 1))
      if (this.lines.indentAfter(end) > 0) throw new Unplaced();
  }

  /**
   * Remark, where it looked over a line end for nothing, lets the place of that line end reach over what belongs to the blocks
   * around.
   */
  private triedInVain(from: number): void {
    if (!this.lines.skips) return;
    const end = this.text.indexOf('\n', from);
    if (end >= 0 && end < this.end) throw new Unplaced();
  }

  private attention(code: number): true {
    const length = this.runLength();
    const { opens, closes } = this.flanking(length, true);
    this.strikesFirst ??= false;
    if (code === 42) return this.addRun(length, opens, closes);
    const before = this.classBefore();
    const after = this.classAfter(length);
    return this.addRun(length, opens && (before !== LETTER || !closes), closes && (after !== LETTER || !opens));
  }

  private strike(): true {
    const length = this.runLength();
    if (length !== 2) {
      this.at += length;
      return true;
    }
    const { opens, closes } = this.flanking(2, false);
    this.strikesFirst ??= true;
    return this.addRun(2, opens, closes);
  }

  private addRun(length: number, opens: boolean, closes: boolean): true {
    const { at } = this;
    const from = this.place(at);
    const run: Run = { type: 'run', value: this.text.slice(at, at + length), from, to: from + length, opens, closes };
    return this.add(run, at + length);
  }

  private classBefore(): Class {
    return this.at > this.lines.from ? classOf(this.text.charCodeAt(this.at - 1)) : SPACE;
  }

  private classAfter(length: number): Class {
    return this.at + length < this.end ? classOf(this.text.charCodeAt(this.at + length)) : SPACE;
  }

  /** Left-flanking and right-flanking, and beside `~`, which counts as a letter to `*` and `_`. */
  private flanking(length: number, besideStrike: boolean): { opens: boolean; closes: boolean } {
    const { text, at, end, lines } = this;
    const before = this.classBefore();
    const after = this.classAfter(length);
    return {
      opens:
        after === LETTER ||
        (after === PUNCTUATION && before !== LETTER) ||
        (besideStrike && at + length < end && text.charCodeAt(at + length) === 126),
      closes:
        before === LETTER ||
        (before === PUNCTUATION && after !== LETTER) ||
        (besideStrike && at > lines.from && text.charCodeAt(at - 1) === 126),
    };
  }

  private autolink(): boolean {
    const { text, at } = this;
    AUTOLINK.lastIndex = at;
    let [whole, address] = AUTOLINK.exec(text) ?? [];
    let scheme = '';
    if (whole === undefined) {
      EMAIL.lastIndex = at;
      [whole, address] = EMAIL.exec(text) ?? [];
      scheme = 'mailto:';
    }
    if (whole === undefined || at + whole.length > this.end) return false;
    const from = this.place(at);
    const to = from + whole.length;
    const children = [textNode(address!, from + 1, to - 1)];
    return this.add({ type: 'link', url: scheme + address!, from, to, children }, at + whole.length);
  }

  private html(): boolean {
    const { text, at, end } = this;
    const to = inlineHtmlEnd(text, at, end);
    if (to < 0) {
      if (/[A-Za-z/!?]/.test(text[at + 1] ?? '')) this.triedInVain(at);
      return false;
    }
    this.checkIndentation(at, to);
    return this.add({ type: 'html', from: this.place(at), to: this.place(to - 1) + 1, parts: this.partsOf(at, to) }, to);
  }

  private footnoteCall(): boolean {
    const { text, at } = this;
    if (text.charCodeAt(at + 1) !== 94) return false;
    FOOTNOTE.lastIndex = at;
    const [whole, label] = FOOTNOTE.exec(text) ?? [];
    if (label === undefined || at + whole!.length > this.end) {
      FOOTNOTE_START.lastIndex = at;
      // An escape or reference in a label.
      if (/[\\&]/.test(FOOTNOTE_START.exec(text)?.[0] ?? '')) throw new Unplaced();
      return false;
    }
    if (!this.defined.footnotes.has(normalized(label))) return false;
    const from = this.place(at);
    return this.add({ type: 'footnoteReference', label, from, to: from + whole!.length }, at + whole!.length);
  }

  private labelStart(isImage: boolean): true {
    const { text, at } = this;
    const length = isImage ? 2 : 1;
    // A footnote after an exclamation mark.
    if (isImage && text.charCodeAt(at + 2) === 94) throw new Unplaced();
    const from = this.place(at);
    this.data(at, at + length);
    this.labels.push({ index: this.items.length, isImage, after: at + length, inactive: false, balanced: false });
    this.items.push(textNode(text.slice(at, at + length), from, from + length));
    return true;
  }

  private labelEnd(): boolean {
    const { text, at, end, labels } = this;
    while (labels.at(-1)?.balanced) labels.pop();
    const start = labels.at(-1);
    if (!start) return false;
    if (start.inactive) {
      start.balanced = true;
      return false;
    }
    const label = at - start.after > LONGEST_LABEL ? '' : text.slice(start.after, at);
    const next = at + 1 < end ? text.charCodeAt(at + 1) : NaN;
    const resource = next === 40 ? resourceAt(text, at + 1, end, this.lines) : undefined;
    if (resource) {
      const { to, addressRange, url, titleParts } = resource;
      return this.closeLabel(start, to, { url, ...(addressRange && { addressRange }), ...(titleParts && { titleParts }) });
    }
    if (next === 40 || next === 91) this.triedInVain(at);
    const { links } = this.defined;
    if (links.size > 0) {
      if (next === 91) {
        FULL_LABEL.lastIndex = at + 1;
        const full = FULL_LABEL.exec(text);
        if (full && at + 1 + full[0].length <= end && full[1]!.trim() !== '' && links.has(normalized(full[1]!)))
          return this.closeLabel(start, at + 1 + full[0].length, referenceTo(full[1]!));
        if (text.charCodeAt(at + 2) === 93 && at + 2 < end && links.has(normalized(label)))
          return this.closeLabel(start, at + 3, referenceTo(label));
      } else if (links.has(normalized(label))) return this.closeLabel(start, at + 1, referenceTo(label));
    }
    start.balanced = true;
    return false;
  }

  private closeLabel(start: LabelStart, to: number, target: Partial<Draft>): true {
    const { items, labels } = this;
    this.data(this.at, to);
    const inside = resolveRuns(items.splice(start.index + 1));
    const from = items.pop()!.from;
    labels.pop();
    const suffix = target.identifier === undefined ? '' : 'Reference';
    const place = { from, to: this.place(to - 1) + 1 };
    if (start.isImage) items.push({ type: `image${suffix}`, ...target, ...place, parts: inside });
    else {
      items.push({ type: `link${suffix}`, ...target, ...place, children: inside });
      // There are no links in links.
      for (const label of labels) if (!label.isImage) label.inactive = true;
    }
    return true;
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

const referenceTo = (label: string): Partial<Draft> => ({ identifier: normalized(label).toLowerCase() });
