import type { Edit } from '../check/finding.ts';

/** What a fix changes: a stretch of a text, and what is to stand there instead. */
export type Change = Pick<Edit, 'startOffset' | 'endOffset' | 'text'>;

/** A part of the text as it is now: of the original text from `from` on, or new. */
export interface Part {
  readonly text: string;
  readonly from?: number;
}

/** A text under edits, which remembers what of it stood there from the beginning. */
export class Draft {
  private constructor(
    readonly original: string,
    readonly parts: readonly Part[],
  ) {}

  static of(original: string): Draft {
    return new Draft(original, original === '' ? [] : [{ text: original, from: 0 }]);
  }

  get text(): string {
    return this.parts.map((part) => part.text).join('');
  }

  /** With these changes of the text as it is now, which do not overlap. */
  with(changes: readonly Change[]): Draft {
    const parts: Part[] = [];
    let at = 0;
    for (const { startOffset, endOffset, text } of [...changes].sort(byPlace)) {
      parts.push(...this.slice(at, startOffset));
      if (text !== '') parts.push({ text });
      at = endOffset;
    }
    parts.push(...this.slice(at, Infinity));
    return new Draft(this.original, parts);
  }

  /** The parts of a stretch of the text as it is now. */
  slice(start: number, end: number): Part[] {
    const found: Part[] = [];
    let at = 0;
    for (const { text, from } of this.parts) {
      const [first, last] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
      if (first < last) found.push({ text: text.slice(first, last), ...(from !== undefined && { from: from + first }) });
      at += text.length;
    }
    return found;
  }

  /** What to do with the original text to get this one: in order and apart from each other. */
  changes(): Change[] {
    const changes: Change[] = [];
    let at = 0;
    let text = '';
    const flush = (startOffset: number, endOffset: number): void => {
      if (text !== '' || startOffset < endOffset) changes.push({ startOffset, endOffset, text });
      text = '';
    };
    for (const part of this.parts) {
      if (part.from === undefined) {
        text += part.text;
        continue;
      }
      flush(at, part.from);
      at = part.from + part.text.length;
    }
    flush(at, this.original.length);
    return changes;
  }
}

const byPlace = (a: Change, b: Change): number => a.startOffset - b.startOffset || a.endOffset - b.endOffset;
