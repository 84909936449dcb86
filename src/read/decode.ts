import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  /** Without byte-order mark. */
  readonly source: string;
  readonly encoding: Encoding;
}

/** As many bytes decide whether a file is text. */
export const SAMPLE_LENGTH = 8192;

// TextDecoder('windows-1252') of Node 20 decodes as Latin-1 (nodejs/node#56542), so that Word's quotes become control characters.
// The five bytes that the code page leaves free stay what they are, as in browsers.
const WINDOWS_1252 =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F' + //
  '\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Says whether these bytes, or the first of them, are something else than text: a font, an image, an archive. */
export function isBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes) !== undefined) return false;
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  if (sample.includes(0)) return true;
  let strange = 0;
  for (const byte of sample) if (isStrange(byte)) strange++;
  return strange > FEW && strange > sample.length / 20;
}

/** Stray controls are a fault of the copy, which is read all the same. */
const FEW = 32;

/** A control character that no text file needs; tabulators, line and page breaks and the escape character are used. */
const isStrange = (byte: number): boolean => byte < 0x20 ? byte < 0x09 || (byte > 0x0d && byte !== 0x1b) : byte === 0x7f;

/** Decodes by byte-order mark, else as UTF-8 where the bytes are, else as windows-1252. `undefined` when they are not text. */
export function decodeSource(bytes: Uint8Array): Decoded | undefined {
  if (isBinary(bytes)) return undefined;
  const encoding = byteOrderMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  return { source: encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes), encoding };
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}
