/**
 * A value as bytes: JSON, behind it the arrays of numbers and the long texts of the value, which JSON would take long to read.
 * `unpack` gives arrays as views on the bytes, and reads a text when it is first asked for. Neither may stand in a list.
 */

type Kind = 'i32' | 'u16' | 'u8' | 'latin1' | 'utf8';
interface Place { readonly packed: Kind; readonly at: number; readonly bytes: number }

/** Shorter texts stay in the JSON. */
const LONG = 2_000;
const HEAD = 4;
const WORD = 4;

const aligned = (length: number): number => Math.ceil(length / WORD) * WORD;

export function pack(value: unknown): Uint8Array {
  const parts: Buffer[] = [];
  let length = 0;
  const place = (packed: Kind, bytes: Buffer): Place => {
    const at = length;
    parts.push(bytes, Buffer.alloc(aligned(bytes.length) - bytes.length));
    length += aligned(bytes.length);
    return { packed, at, bytes: bytes.length };
  };
  const json = Buffer.from(
    JSON.stringify(value, (_, part: unknown) => {
      if (part instanceof Int32Array) return place('i32', Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      if (part instanceof Uint16Array) return place('u16', Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      if (part instanceof Uint8Array) return place('u8', Buffer.from(part));
      if (typeof part !== 'string' || part.length <= LONG) return part;
      const encoding = /^[\0-\xff]*$/.test(part) ? 'latin1' : 'utf8';
      return place(encoding, Buffer.from(part, encoding));
    }),
  );
  const head = Buffer.alloc(aligned(HEAD + json.length), ' ');
  head.writeInt32LE(json.length);
  json.copy(head, HEAD);
  return Buffer.concat([head, ...parts]);
}

/** @param bytes of `pack`, which this takes over: arrays of the value may be written to */
export function unpack(bytes: Uint8Array<ArrayBuffer>): unknown {
  const data = bytes.byteOffset % WORD === 0 ? bytes : bytes.slice();
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const end = HEAD + buffer.readInt32LE();
  const value = JSON.parse(buffer.toString('utf8', HEAD, end)) as Record<string, unknown>;
  putBack(value, buffer, aligned(end));
  return value;
}

function putBack(value: Record<string, unknown>, buffer: Buffer<ArrayBuffer>, from: number): void {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
    if ('packed' in part) put(value, key, part as Place, buffer, from);
    else putBack(part as Record<string, unknown>, buffer, from);
  }
}

function put(value: Record<string, unknown>, key: string, { packed, at, bytes }: Place, buffer: Buffer<ArrayBuffer>, from: number): void {
  const begin = from + at;
  if (packed === 'i32') value[key] = new Int32Array(buffer.buffer, buffer.byteOffset + begin, bytes / WORD);
  else if (packed === 'u16') value[key] = new Uint16Array(buffer.buffer, buffer.byteOffset + begin, bytes / 2);
  else if (packed === 'u8') value[key] = new Uint8Array(buffer.buffer, buffer.byteOffset + begin, bytes);
  else {
    let text: string | undefined;
    Object.defineProperty(value, key, { enumerable: true, get: () => (text ??= buffer.toString(packed, begin, begin + bytes)) });
  }
}
