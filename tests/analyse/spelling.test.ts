import fc from '../arbitrary.ts';
import { expect, it } from 'vitest';
import { ANY_NUMBER, bareOf, compileWords, knownId, provideWords, spellingAt, wordId, wordOf } from '../../src/analyse/spelling.ts';

// Before any word is looked up: the words of a build, of which some are asked for below.
const BUILT = ['#', 'knee', "knee's", 'pain'];
const asked: string[] = [];
provideWords(() => {
  asked.push('words');
  const table = new Int32Array(16);
  const starts = Int32Array.from([...BUILT, ''], (_, id) => BUILT.slice(0, id).join('').length);
  const hashes = Int32Array.from(BUILT, hashOf);
  for (const [id, hash] of hashes.entries()) {
    let slot = hash & 15;
    while (table[slot] !== 0) slot = (slot + 1) & 15;
    table[slot] = id + 1;
  }
  return { text: BUILT.join(''), starts, table };
});

/** As in the module: what the build writes is read by the same code. */
function hashOf(word: string): number {
  let hash = word.length;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

it('keeps the numbers of the build and goes on from them', () => {
  expect(BUILT.map((word) => wordId(word))).toEqual([ANY_NUMBER, 1, 2, 3]);
  expect([knownId('hip'), wordId('hip'), knownId('hip')]).toEqual([-1, 4, 4]);
  expect(asked).toEqual(['words']);
  expect([bareOf(2), bareOf(1), bareOf(-1)]).toEqual([1, -1, -1]);
  expect(spellingAt('sore knees', 5, 10)).toMatchObject({ text: 'knees', base: 'knee', bare: -1 });
});

it('numbers a word once, wherever it stands, and gives it back', () => {
  const word = fc.string({ minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.boolean(), (one, before, possessive) => {
      const text = possessive ? `${one}'s` : one;
      const { id } = spellingAt(`${before}${text} `, before.length, before.length + text.length);
      expect([wordOf(id), wordId(text)]).toEqual([text, id]);
      if (possessive && text.length > 2) expect(wordOf(bareOf(id))).toBe(one);
    }),
    { numRuns: 5_000 },
  );
  const { text, starts, table } = compileWords();
  expect(starts.at(-1)).toBe(text.length);
  expect(table.filter((entry) => entry > 0).length).toBe(starts.length - 1);
});
