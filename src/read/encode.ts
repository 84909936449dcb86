import type { Encoding } from './decode.ts';
import { decodeSource } from './decode.ts';

/**
 * A text as the bytes of a file that was read from `before`: in its encoding, with its byte-order mark. Undefined where the bytes
 * would not say the same: a character that the encoding lacks, or bytes that were no text of it to begin with.
 */
export function encodeLike(text: string, before: Uint8Array): Uint8Array | undefined {
  const decoded = decodeSource(before);
  if (!decoded) return undefined;
  const { encoding, source } = decoded;
  const mark = hasMark(before, encoding);
  const same = encode(source, encoding, mark);
  return same && Buffer.compare(same, before) === 0 ? encode(text, encoding, mark) : undefined;
}

/** UTF-16 is told by its mark alone. */
const hasMark = (bytes: Uint8Array, encoding: Encoding): boolean => encoding !== 'windows-1252' && (encoding !== 'utf-8' || bytes[0] === 0xef);

function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array | undefined {
  const whole = mark ? `\ufeff${text}` : text;
  switch (encoding) {
    case 'utf-8':
      // Half of a surrogate pair has no bytes.
      return /\p{Cs}/u.test(whole) ? undefined : Buffer.from(whole);
    case 'utf-16le':
      return Buffer.from(whole, 'utf16le');
    case 'utf-16be':
      return Buffer.from(whole, 'utf16le').swap16();
    case 'windows-1252':
      return toWindows1252(whole);
  }
}

/** What the reader makes of each of the upper bytes, to be turned round. */
const UPPER = new Map(
  Array.from({ length: 128 }, (_, index) => {
    const byte = index + 128;
    return [decodeSource(Uint8Array.of(0x20, byte, 0x20))!.source[1]!, byte] as const;
  }),
);

function toWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 128 ? code : UPPER.get(text[index]!);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}
