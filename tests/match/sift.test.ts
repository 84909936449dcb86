import { readFileSync, readdirSync } from 'node:fs';
import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { readNeeds } from '../../src/match/read-needs.ts';
import { expressions, lazily, sift } from '../../src/match/sift.ts';
import { lazyExpressions } from '../../scripts/expressions.mjs';

const { contents, count } = lazyExpressions();
/** Every expression that the build has numbered and that is written as such. */
const patterns = [...contents.values()].flatMap((text) => Array.from(text.matchAll(/\$lazily\(\(\) => (?:sift\(\s*)?\/(.+)\/([a-z]*)\)?, \d+\)/g), ([, source, flags]) => new RegExp(source!, flags)));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name)).map((name) => `${folder}/${name}`);
}

describe('sift', () => {
  it.each([
    [/\b(?:patients?|clients)\ssay\b/i, 'Our PATIENTS say so.', true],
    [/\b(?:patients?|clients)\ssay\b/i, 'Nobody says so.', false],
    [/\d{1,3}% of/, '5% of us', true],
    [/colou?r(?!ed)/, 'a color', true],
    [/a(?:b|)c/, 'ac', true],
    [/(?:ab){2}c?/, 'xabab', true],
    [/sick/iu, '\u017fick', true],
    [/[§‡] (?:of|from) acne/, '§ from acne', true],
    [/[§‡] (?:of|from) acne/, 'back from acne', false],
    [/(?<=hello )world|\u00e9t\u00e9/, '\u00e9t\u00e9', true],
  ])('%s on %o', (pattern, text, matches) => {
    expect(sift(pattern).test(text)).toBe(matches);
    expect(sift(pattern).exec(text)?.[0]).toBe(pattern.exec(text)?.[0]);
  });

  it('does not run an expression on a text without what it needs', () => {
    let runs = 0;
    class Counted extends RegExp {
      override test(text: string): boolean {
        runs++;
        return super.test(text);
      }
    }
    const counted = sift(new Counted('\\b(?:cures?|heals?)\\b'));
    expect([counted.test('Parking is free.'), counted.test('It heals.'), runs]).toEqual([false, true, 1]);
  });

  it('refuses an expression that remembers where it was', () => {
    expect(() => sift(/a/g)).toThrow('sifted');
  });

  it('finds on our pages what the expressions of promolint find, and spares most of them', () => {
    expect(count).toBeGreaterThan(1000);
    expect(patterns.length).toBeGreaterThan(count * 0.6);
    const lines = filesIn('fixtures/pages').filter((file) => file.endsWith('.md')).flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line, at) => line.length > 30 && at % 5 === 0);
    let spared = 0;
    for (const pattern of patterns) {
      const sifted = lazily(() => pattern, 0);
      const { run } = expressions;
      for (const line of lines) {
        const place = line.search(pattern);
        expect(sifted.search(line), `${pattern.source} on ${line}`).toBe(place);
        // What is not compiled yet is looked at more closely.
        if (place >= 0) expect(lazily(() => pattern, 0).search(line), `${pattern.source} first on ${line}`).toBe(place);
      }
      spared += 1 - (expressions.run - run) / lines.length;
    }
    expect(spared / patterns.length).toBeGreaterThan(0.4);
  });

  it.each([/\bcures?\b/gi, /\p{Lu}\p{L}+ cures/gu, /cures/])('takes the place of %s in methods of a text', (pattern) => {
    const sifted = lazily(() => pattern, 0);
    for (const text of ['It cures. Laser cures.', 'Nothing here', '\u0141ukasz cures', '']) {
      expect(sifted.match(text)).toEqual(text.match(pattern));
      expect(sifted.replace(text, '-')).toBe(text.replace(pattern, '-'));
      if (pattern.global) expect([...sifted.matchAll(text)]).toEqual([...text.matchAll(pattern)]);
    }
  });

  it('asks for nothing that a match can do without', () => {
    const part = fc.constantFrom('cure', 'heal', '(?:acne|rash)', 'pain?', '(?:very )?', '\\s', '[a-z]', '.{0,3}', '\\d+', '(?=a)', '(?!b)', 'b{2}', '(?:x|)', '[§%]', '§', '\\b', '^', '$', '\\W', '[ -]', '\\b(?:cure|a)\\b', '(?:^|\\s)', '(?:heal |x)?', '(?:(?:pain|b) |§)', '(?<=a )', '\\b(?:x|a+)(?=\\s|$)', '_');
    const word = fc.constantFrom('cure', 'heal', 'acne', 'rash', 'pain', 'pai', 'very ', ' ', 'a', 'bb', 'x', '42', 'CURE', '§', '%', ', ', '-', '_', '\u00e9', '\u0130');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.array(word, { maxLength: 8 }), fc.boolean(), (parts, words, either) => {
        const pattern = new RegExp(parts.join(either ? '|' : ''), 'i');
        const text = words.join('');
        expect(sift(pattern).test(text)).toBe(pattern.test(text));
      }),
      { numRuns: 4000 },
    );
    expect(readNeeds(/(?:cure)?/).numbers).toHaveLength(0);
  });
});
