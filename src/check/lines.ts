import type { Range } from '../rule.ts';
import type { Place } from './finding.ts';

/** Finds lines and columns of one source. Lines end at LF, CRLF or a lone CR, as Markdown and HTML have it. */
export class Lines {
  readonly #starts: readonly number[];
  /** The place whose byte column was asked for last. */
  #counted = { offset: 0, column: 1 };

  constructor(readonly source: string) {
    const starts = [0];
    for (const match of source.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    this.#starts = starts;
  }

  place({ from, to }: Range): Place {
    const [line, column] = this.point(from);
    const [endLine, endColumn] = this.point(to);
    const [byteColumn, endByteColumn] = [this.#byteColumn(from), this.#byteColumn(to)];
    return { line, column, endLine, endColumn, startOffset: from, endOffset: to, byteColumn, endByteColumn };
  }

  /** Line and column, both from 1. */
  point(offset: number): readonly [number, number] {
    const line = this.#lineAt(offset);
    return [line + 1, offset - this.#starts[line]! + 1];
  }

  /** The line that holds `offset`, without its end. */
  around(offset: number): Range {
    const line = this.#lineAt(offset);
    const from = this.#starts[line]!;
    let to = this.#starts[line + 1] ?? this.source.length;
    if (line + 1 < this.#starts.length) while (to > from && /[\r\n]/.test(this.source[to - 1]!)) to--;
    return { from, to };
  }

  /** In bytes of UTF-8, from 1. Counts on from the place before, or a page of one endless line would be counted at each finding. */
  #byteColumn(offset: number): number {
    const start = this.#starts[this.#lineAt(offset)]!;
    const { offset: known, column } = this.#counted;
    const [from, before] = start <= known && known <= offset ? [known, column] : [start, 1];
    this.#counted = { offset, column: before + Buffer.byteLength(this.source.slice(from, offset)) };
    return this.#counted.column;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
