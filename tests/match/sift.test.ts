import { readFileSync, readdirSync } from 'node:fs';
import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../src/match/needs.ts';
import { sift } from '../../src/match/sift.ts';

const LITERAL = /sift\(\s*\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)\)/g;

/** Every expression of the analysis that is written where it is sifted. */
const patterns = filesIn('src/analyse').flatMap((file) =>
  Array.from(readFileSync(file, 'utf8').matchAll(LITERAL), ([, source, flags]) => new RegExp(source!, flags)),
);

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

  it('finds on our pages what the expressions of the analysis find, and spares most of them', () => {
    expect(patterns.length).toBeGreaterThan(40);
    const lines = filesIn('fixtures/pages').filter((file) => file.endsWith('.md')).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    let spared = 0;
    for (const pattern of patterns) {
      let runs = 0;
      const sifted = sift(pattern);
      const counting = sift(Object.assign(new RegExp(pattern), { test: (text: string) => (runs++, pattern.test(text)) }));
      for (const line of lines) expect(sifted.test(line), `${pattern.source} on ${line}`).toBe(pattern.test(line));
      for (const line of lines) counting.test(line);
      spared += 1 - runs / lines.length;
    }
    expect(spared / patterns.length).toBeGreaterThan(0.6);
  });

  it('asks for nothing that a match can do without', () => {
    const part = fc.constantFrom('cure', 'heal', '(?:acne|rash)', 'pain?', '(?:very )?', '\\s', '[a-z]', '.{0,3}', '\\d+', '(?=a)', '(?!b)', 'b{2}', '(?:x|)', '[§%]', '§');
    const word = fc.constantFrom('cure', 'heal', 'acne', 'rash', 'pain', 'pai', 'very ', ' ', 'a', 'bb', 'x', '42', 'CURE', '§', '%');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 8 }), fc.boolean(), (parts, words, either) => {
        const pattern = new RegExp(parts.join(either ? '|' : ''), 'i');
        const text = words.join('');
        expect(sift(pattern).test(text)).toBe(pattern.test(text));
      }),
      { numRuns: 1000 },
    );
    expect(needsOf(/(?:cure)?/)).toBeUndefined();
  });
});
