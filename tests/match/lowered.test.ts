import { describe, expect, it } from 'vitest';
import { isLowerable, lowered } from '../../src/match/lowered.ts';
import { isPlain } from '../../src/match/narrow.ts';

const PLAIN = Array.from({ length: 0x10000 }, (_, code) => code).filter(isPlain).map((code) => String.fromCharCode(code));
const twinOf = ({ source, flags }: RegExp): RegExp => lowered(source, flags);

describe('lowered', () => {
  it.each([/[A-Z]/i, /[^A-Z]/i, /[\W\dA]/i, /\W/i, /[\u00c0-\u024f]/i, /[\xc0-\xde]/i, /\u00c9|X|\u2019|\xb5/i, /[À-Þ]/i, /[§‡\w-]/i, /[A-z]/i, /[Z-a-]/i, /[^\]A-]/i, /[^.;!?\u00a4]/i, /ÿ/i, /[A-TV-Z]/i])(
    'tells of plain copy what %s does',
    (pattern) => {
      expect(isLowerable(pattern)).toBe(true);
      const twin = twinOf(pattern);
      expect(twin.ignoreCase).toBe(false);
      for (const char of PLAIN) expect(twin.test(char.toLowerCase()), char).toBe(pattern.test(char));
    },
  );

  it('keeps groups, escapes and what looks around', () => {
    const pattern = /(?<Name>DR)\.? (?!Who)(?<=\bDr\.? )(\w+) \k<Name> \2\D\B/i;
    for (const text of ['See Dr. LIN dr lin!!', 'see dr Who dr who!!', 'SEE DR. Lin DR LIN..']) expect(twinOf(pattern).test(text.toLowerCase()), text).toBe(pattern.test(text));
  });

  // Letters that fold to some of Latin-1, and classes that know capitals.
  it.each([/cure/, /\u212a/i, /\u03bc/i, /\u1e9e/i, /[\u212a]/iu, /\p{Lu}/iu, /\u{41}/iu])('leaves %s alone', (pattern) => {
    expect(isLowerable(pattern)).toBe(false);
  });
});
