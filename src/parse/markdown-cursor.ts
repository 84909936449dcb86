import { Unplaced } from './markdown-node.ts';

/** One line after the other, and how far into it the blocks have come. */
export class LineCursor {
  /** Where the line starts and ends, without its line end. */
  protected lineFrom = 0;
  protected lineEnd = 0;
  /** How far it has been read, in characters and in columns. */
  protected at = 0;
  protected column = 0;
  /** Where white space at `at` ends, and how many columns it takes. */
  protected textFrom = 0;
  protected indent = 0;
  /** From here on indentation is code, and no start of a block. */
  protected readonly codeIndent: number;

  constructor(
    protected readonly text: string,
    mdx: boolean,
  ) {
    this.codeIndent = mdx ? Infinity : 4;
    if (text.includes('\0') || text.charCodeAt(0) === 0xfeff) throw new Unplaced();
  }

  /** Goes from line to line. */
  protected forEachLine(read: () => void): void {
    const { text } = this;
    const { length } = text;
    let cr = text.indexOf('\r');
    for (let from = 0; from < length;) {
      let end = text.indexOf('\n', from);
      if (end < 0) end = length;
      let next = end + 1;
      if (cr >= 0 && cr < from) cr = text.indexOf('\r', from);
      if (cr >= 0 && cr < end) {
        end = cr;
        if (text.charCodeAt(cr + 1) !== 10) next = cr + 1;
      }
      this.lineEnd = end;
      this.lineFrom = from;
      this.goTo(from, 0);
      read();
      from = next;
    }
  }

  protected goTo(at: number, column: number): void {
    this.at = at;
    this.column = column;
    this.measure();
  }

  private measure(): void {
    const { text, lineEnd } = this;
    let { at, column } = this;
    for (; at < lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.textFrom = at;
    this.indent = column - this.column;
  }

  protected get isBlank(): boolean {
    return this.textFrom === this.lineEnd;
  }

  /** Passes that many columns of white space. A tab that reaches over more has no place of its own. */
  protected pass(columns: number): void {
    for (let left = columns; left > 0; this.at++) {
      const width = this.text.charCodeAt(this.at) === 9 ? 4 - (this.column % 4) : 1;
      if (width > left) throw new Unplaced();
      left -= width;
      this.column += width;
    }
    this.measure();
  }
}
