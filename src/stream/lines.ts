/** A line of the input; `text` is absent where it cannot be one of ours. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text?: string;
  readonly reason?: string;
}

/** Bytes. A page has at most 5 million characters, and JSON may write each of them with six. */
const LONGEST = 32_000_000;
const LINE_FEED = 0x0a;

/** Lines as their bytes come in. Empty ones are counted and left out; of one that is too long only its number is kept. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let begun: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > LONGEST) begun = [];
    else if (part.length > 0) begun.push(part);
  };
  const end = (): Line | undefined => {
    const line = { number: number++ };
    const bytes = Buffer.concat(begun);
    const isTooLong = length > LONGEST;
    begun = [];
    length = 0;
    if (isTooLong) return { ...line, reason: `The line is longer than ${LONGEST / 1e6} MB.` };
    try {
      const text = decoder.decode(bytes);
      return /\S/.test(text) ? { ...line, text } : undefined;
    } catch {
      return { ...line, reason: 'The line is not UTF-8.' };
    }
  };
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let at = 0;
    for (let next = bytes.indexOf(LINE_FEED); next >= 0; next = bytes.indexOf(LINE_FEED, at)) {
      add(bytes.subarray(at, next));
      at = next + 1;
      const line = end();
      if (line) yield line;
    }
    // The rest is held until its line ends, and the buffer that it is a part of may be used again.
    add(Uint8Array.from(bytes.subarray(at)));
  }
  const line = end();
  if (line) yield line;
}
