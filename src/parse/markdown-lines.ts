/**
 * The lines of one paragraph, heading or cell, without what belongs to the blocks around it. Where they follow each other in
 * the source, `text` is the source itself; else they are joined by line feeds.
 */
export class Lines {
  readonly text: string;
  /** The part of `text` that is meant. */
  readonly from: number;
  readonly to: number;
  /** Per line: where it starts in `text`. Missing when `text` is the source. */
  private readonly starts: number[] | undefined;
  /** Something of the blocks around stands between two lines. */
  readonly skips: boolean = false;
  private line = 0;

  /** `bounds`: per line, where its content starts, where its text starts behind indentation, and where it ends. */
  constructor(
    private readonly source: string,
    private readonly bounds: readonly number[],
  ) {
    const count = bounds.length / 3;
    let together = true;
    for (let i = 1; together && i < count; i++) {
      const end = bounds[3 * i - 1]!;
      together = bounds[3 * i + 1] === end + 1 && source.charCodeAt(end) === 10;
    }
    if (together) {
      this.text = source;
      this.from = bounds[1]!;
      this.to = bounds.at(-1)!;
      return;
    }
    const starts: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (let i = 0; i < count; i++) {
      starts.push(length);
      const part = source.slice(bounds[3 * i + 1], bounds[3 * i + 2]);
      parts.push(part);
      length += part.length + 1;
      if (i > 0 && /[^\r\n]/.test(source.slice(bounds[3 * i - 1], bounds[3 * i]))) this.skips = true;
    }
    this.text = parts.join('\n');
    this.from = 0;
    this.to = this.text.length;
    this.starts = starts;
  }

  get isSource(): boolean {
    return !this.starts;
  }

  /** Where a character of `text` stands in the source. */
  place(at: number): number {
    if (!this.starts) return at;
    const line = this.lineOf(at);
    return this.bounds[3 * line + 1]! + at - this.starts[line]!;
  }

  /** The line end at `at`. */
  lineEnd(at: number): { readonly from: number; readonly to: number; readonly value: string } {
    if (!this.starts) return { from: at, to: at + 1, value: '\n' };
    const line = this.lineOf(at);
    const from = this.bounds[3 * line + 2]!;
    const value = this.source.charCodeAt(from) === 10 ? '\n' : this.source.charCodeAt(from + 1) === 10 ? '\r\n' : '\r';
    return { from, to: from + value.length, value };
  }

  /** How far the line after the line end at `at` is indented. */
  indentAfter(at: number): number {
    if (!this.starts) return 0;
    const next = this.lineOf(at) + 1;
    return this.bounds[3 * next + 1]! - this.bounds[3 * next]!;
  }

  /** Which line the character at `at` is in. */
  lineAt(at: number): number {
    if (this.starts) return this.lineOf(at);
    let line = 0;
    while (3 * line + 3 < this.bounds.length && this.bounds[3 * line + 3]! <= at) line++;
    return line;
  }

  private lineOf(at: number): number {
    const starts = this.starts!;
    while (starts[this.line]! > at) this.line--;
    while (this.line + 1 < starts.length && starts[this.line + 1]! <= at) this.line++;
    return this.line;
  }
}
