import { describe, expect, it } from 'vitest';
import { PieceBuilder, slicePieces, toSource, viewOf } from '../../src/parse/text-map.ts';

const build = (source: string, fill: (builder: PieceBuilder) => void) => {
  const builder = new PieceBuilder(source);
  fill(builder);
  return builder.finish();
};

describe('PieceBuilder', () => {
  it('collapses white space, drops what has no width, and trims', () => {
    const source = ' \n a\t\u00a0 b\u200bc  ';
    const { text, pieces } = build(source, (builder) => builder.append(source, 0, source.length));
    expect(text).toBe('a bc');
    expect(pieces).toEqual([
      { text: 'a', from: 3, to: 4 },
      { text: ' ', from: 4, to: 7 },
      { text: 'b', from: 7, to: 8 },
      { text: 'c', from: 9, to: 10 },
    ]);
  });

  it('keeps words with single spaces in one piece, over several calls', () => {
    const { pieces } = build('one two three', (builder) => {
      builder.append('one ', 0, 4);
      builder.append('two', 4, 7);
      builder.append(' three', 7, 13);
    });
    expect(pieces).toEqual([{ text: 'one two three', from: 0, to: 13 }]);
  });

  it('maps only the first of the white spaces around markup', () => {
    const { text, pieces } = build('a <b> c', (builder) => {
      builder.append('a ', 0, 2);
      builder.append(' c', 5, 7);
    });
    expect(text).toBe('a c');
    expect(pieces.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [6, 7],
    ]);
  });

  it('keeps the places around what a mask changed', () => {
    const { text, pieces } = build('ab\n> cd', (builder) => builder.append('ab\n  cd', 0, 7));
    expect(text).toBe('ab cd');
    expect(pieces).toEqual([
      { text: 'ab', from: 0, to: 2 },
      { text: ' ', from: 2, to: 5 },
      { text: 'cd', from: 5, to: 7 },
    ]);
  });

  it('notes forced breaks where their space stands', () => {
    const builder = new PieceBuilder('a  \nb');
    builder.append('a', 0, 1);
    builder.space(1, 4, true);
    builder.append('b', 4, 5);
    expect(builder.breaks).toEqual([1]);
  });
});

describe('toSource', () => {
  const source = 'R&amp;D is &lt;fun&gt;';
  const { pieces } = build(source, (builder) => {
    builder.append('R', 0, 1);
    builder.append('&', 1, 6);
    builder.append('D is ', 6, 11);
    builder.append('<', 11, 15);
    builder.append('fun', 15, 18);
    builder.append('>', 18, 22);
  });
  const slice = (start: number, end: number) => {
    const { from, to } = toSource(pieces, start, end);
    return source.slice(from, to);
  };

  it('is exact in unchanged text and takes decoded units whole', () => {
    expect(slice(0, 3)).toBe('R&amp;D');
    expect(slice(1, 2)).toBe('&amp;');
    expect(slice(4, 6)).toBe('is');
    expect(slice(7, 12)).toBe('&lt;fun&gt;');
    expect(slice(8, 9)).toBe('f');
  });

  it('clamps what is out of bounds and gives an empty range for an empty span', () => {
    expect(slice(0, 99)).toBe(source);
    expect(toSource(pieces, 4, 4)).toEqual({ from: 8, to: 8 });
    expect(toSource([], 0, 1)).toEqual({ from: 0, to: 0 });
  });
});

it('slicePieces cuts unchanged pieces and keeps decoded ones whole', () => {
  const { pieces } = viewOf('__hello__', 2, 7);
  expect(slicePieces(pieces, 1, 4)).toEqual([{ text: 'ell', from: 3, to: 6 }]);
  const decoded = [
    { text: '&', from: 0, to: 5 },
    { text: 'ab', from: 5, to: 7 },
  ];
  expect(slicePieces(decoded, 0, 2)).toEqual([
    { text: '&', from: 0, to: 5 },
    { text: 'a', from: 5, to: 6 },
  ]);
});
