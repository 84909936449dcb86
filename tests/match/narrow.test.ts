import { describe, expect, it } from 'vitest';
import { hasPlainAlone, isPlain, narrowed } from '../../src/match/narrow.ts';

const PLAIN = Array.from({ length: 0x10000 }, (_, code) => code).filter(isPlain).map((code) => String.fromCharCode(code));

describe('narrowed', () => {
  it.each(
    ['L', 'Lu', 'Ll', 'M', 'N'].flatMap((name) => [`\\p{${name}}`, `[\\p{${name}}]`, `[x\\p{${name}}-]`, `[^\\p{${name}}]`].flatMap((source) => ['u', 'iu', 'gu'].map((flags) => [source, flags] as const))),
  )('/%s/%s matches in plain copy what it did', (source, flags) => {
    const pattern = new RegExp(source, flags);
    const narrow = narrowed(pattern);
    if (!narrow) return expect([source, flags]).toEqual([expect.stringContaining('[^\\p{L'), 'iu']);
    expect(narrow.unicode).toBe(false);
    for (const char of PLAIN) expect([char, char.match(narrow)?.length], char).toEqual([char, char.match(pattern)?.length]);
  });

  it('knows plain texts by their characters', () => {
    for (let code = 0; code < 0x10000; code++) expect(hasPlainAlone(`a${String.fromCharCode(code)}b`), code.toString(16)).toBe(isPlain(code));
    expect(hasPlainAlone('')).toBe(true);
  });

  it('folds letters as before', () => {
    for (const letter of PLAIN.slice(0x80, 0x100))
      for (const char of PLAIN.slice(0x80, 0x100))
        expect(new RegExp(letter, 'i').test(char), `${letter} ${char}`).toBe(new RegExp(letter, 'iu').test(char));
  });

  it('keeps groups, escapes and places', () => {
    const pattern = /(?<name>\p{Lu}[\p{L}\p{M}'\u2019-]{0,20})(?: (\p{N}{1,3}))?\.\/\[x\]/u;
    for (const text of ['See Zo\u00eb 42./[x]', 'See \u201cO\u2019Neil./[x]', 'see x./[x]']) expect(narrowed(pattern)!.exec(text)).toEqual(pattern.exec(text));
  });

  it.each([/[a-z]+/i, /\bcure\b/u, /\p{Script=Greek}/u, /\P{L}/u, /\u{1f600}\p{L}/u, /\p{L}\u017f/iu, /\p{L}\u212a/iu])('leaves %s alone', (pattern) => {
    expect(narrowed(pattern)).toBeUndefined();
  });
});
