import { expect, it } from 'vitest';
import { pack, unpack } from '../../src/load/packed.ts';

it('gives back what was packed: numbers, bytes, long texts of any script, and plain JSON', () => {
  const long = 'pain '.repeat(1_000);
  const value = {
    name: 'knee',
    list: [1, { deep: null }],
    numbers: Int32Array.of(1, -2, 2 ** 31 - 1),
    nested: { bytes: Uint8Array.of(1, 2, 255), latin: `${long}é`, other: `${long}\u03c9\u{1f600}` },
    empty: new Int32Array(0),
  };
  expect(unpack(pack(value) as Uint8Array<ArrayBuffer>)).toEqual(value);
});

it('reads bytes that do not begin at a whole word of memory', () => {
  const bytes = pack({ numbers: Int32Array.of(7, 8) });
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(unpack(shifted.subarray(1))).toEqual({ numbers: Int32Array.of(7, 8) });
});
