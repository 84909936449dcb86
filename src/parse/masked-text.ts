/** A text of the length of a file, of which only these things are asked; a string is one. */
export type MaskedText = Pick<string, 'slice' | 'startsWith' | 'charAt' | 'length'>;

/** A piece of a file at its place; all before and after it is blank. So a piece costs what it holds, and not the whole file. */
export class PlacedText implements MaskedText {
  constructor(
    private readonly text: string,
    private readonly base: number,
    readonly length: number,
  ) {}

  /** Without the blanks before the piece, which nothing is read from. */
  slice(from = 0, to = this.length): string {
    return this.text.slice(Math.max(0, from - this.base), Math.max(0, to - this.base));
  }

  startsWith(part: string, at = 0): boolean {
    return at >= this.base && this.text.startsWith(part, at - this.base);
  }

  charAt(at: number): string {
    return at < this.base ? ' ' : this.text.charAt(at - this.base);
  }
}

/** The text up to `to` as a string, in which places are those of the file. */
export const unfolded = (text: MaskedText, from: number, to: number): string =>
  typeof text === 'string' ? text : ' '.repeat(from) + text.slice(from, to);
