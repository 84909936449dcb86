import { describe, expect, it } from 'vitest';
import fc from '../arbitrary.ts';
import { decodeSource, isBinary } from '../../src/read/decode.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const buffer = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? buffer.swap16() : buffer;
};

describe('isBinary', () => {
  it('knows an archive without a single zero byte, and forgives copy a few stray controls', () => {
    expect(isBinary(Uint8Array.from({ length: 4096 }, (_, at) => 1 + ((at * 89) % 255)))).toBe(true);
    expect(isBinary(Buffer.from(`Our \u001b[31mlaser\u0007 cures \u0001acne. ${'More copy. '.repeat(20)}`))).toBe(false);
  });
});

describe('decodeSource', () => {
  it('reads UTF-8 with and without byte-order mark, and drops the mark only', () => {
    expect(decodeSource(Buffer.from('naïve ’ 😀'))).toEqual({ source: 'naïve ’ 😀', encoding: 'utf-8' });
    expect(decodeSource(Buffer.from('\uFEFF---\na: \uFEFFb'))).toEqual({ source: '---\na: \uFEFFb', encoding: 'utf-8' });
    expect(decodeSource(bytes())).toEqual({ source: '', encoding: 'utf-8' });
  });

  it('reads UTF-16 of both orders by its mark', () => {
    expect(decodeSource(utf16('Grüße 😀', false))).toEqual({ source: 'Grüße 😀', encoding: 'utf-16le' });
    expect(decodeSource(utf16('Grüße 😀', true))).toEqual({ source: 'Grüße 😀', encoding: 'utf-16be' });
  });

  it('reads what is no UTF-8 as windows-1252, so that quotes from Word stay quotes', () => {
    const word = bytes(0x93, 0x49, 0x74, 0x92, 0x73, 0x20, 0x80, 0x35, 0x94, 0x20, 0x97, 0x20, 0xe9, 0x99, 0x81, 0xff);
    expect(decodeSource(word)).toEqual({ source: '“It’s €5” — é™\x81ÿ', encoding: 'windows-1252' });
  });

  it('maps the upper half of windows-1252 one to one', () => {
    const all = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
    const { source } = decodeSource(all)!;
    expect(source).toHaveLength(128);
    expect(new Set(source).size).toBe(128);
    expect(source.slice(32)).toBe(Buffer.from(all.subarray(32)).toString('latin1'));
  });

  it('knows a binary by a NUL among its first 8 KB', () => {
    expect(isBinary(bytes(0x3c, 0x70, 0, 0x3e))).toBe(true);
    expect(decodeSource(bytes(0x3c, 0x70, 0, 0x3e))).toBeUndefined();
    expect(isBinary(Buffer.concat([Buffer.alloc(8192, 'a'), bytes(0)]))).toBe(false);
    expect(isBinary(utf16('a', false))).toBe(false);
  });

  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        expect(decodeSource(Buffer.from(text))?.source).toBe(Buffer.from(text).toString());
      }),
    );
  });
});
