import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/analyse/lexicon.ts';
import { fold, tokenize } from '../../src/analyse/tokens.ts';
import { pack, unpack } from '../../src/load/packed.ts';
import { PhraseSet } from '../../src/match/phrase.ts';

const lexicon = new Lexicon([
  { id: 'conditions', terms: [{ term: 'acne', class: 'skin' }, { term: 'back pain', class: 'pain', forms: ['sore back'] }] },
  { id: 'procedures', terms: [{ term: 'laser' }] },
]);
const words = { own: ['we', 'our ..1 clinic'], speed: ['in <number> days', 'overnight'] };
const names = { has: (name: string) => lexicon.has(name), words };

/** The words that a phrase matches in a text, one string a match. */
function matches(phrase: string, text: string, set = new PhraseSet()): string[] {
  set.add(phrase, names);
  const tokens = tokenize(fold(text), text);
  return set.find(tokens, lexicon.find(tokens)).map(({ first, last }) => text.slice(tokens[first]!.start, tokens[last]!.end));
}

describe('a phrase', () => {
  it.each([
    ['cure', 'It cured, cures and is curing.', ['cured', 'cures', 'curing']],
    ['=cure', 'It cures. The cure.', ['cure']],
    ['cure ..2 acne', 'Cures your stubborn acne.', ['Cures your stubborn acne']],
    ['cure ..1 acne', 'Cures your stubborn acne.', []],
    ['cure ..3 acne', 'It cures. Acne is common.', []],
    ['(cure|end) acne', 'We end acne.', ['end acne']],
    ['free? consultation', 'A consultation, a free consultation.', ['consultation', 'free consultation', 'consultation']],
    ['cure <conditions>', 'Cures back pain and cures a cold.', ['Cures back pain']],
    ['<conditions.skin>', 'Acne and back pain.', ['Acne']],
    ['<conditions|procedures>', 'Laser for sore back.', ['Laser', 'sore back']],
    ['<own> cure', 'We cure. Our hillside clinic cures.', ['We cure', 'Our hillside clinic cures']],
    ['gone <speed>', 'Gone in 10 days, gone overnight.', ['Gone in 10 days', 'gone overnight']],
    ['<number> ..1 patients', '24 happy patients, twelve patients', ['24 happy patients', 'twelve patients']],
    ['<percent>', '40% or 40 percent or forty', ['40%', '40 percent']],
    ['<money>', '$40 or 40 dollars or 40', ['$40', '40 dollars']],
    ['<money>', 'Lose 40 pounds, pay 30 pounds.', []],
    ['<money>', 'It costs 30 pounds a session.', ['30 pounds']],
    ['<date>', 'June 3 or 3 June', ['June 3', '3 June']],
    ['<capital> cures', 'The Brightwell cures.', ['Brightwell cures']],
    ['^ cure', 'Cure now. A cure.', ['Cure']],
    ['cure $', 'The cure!', ['cure']],
    ['best <!way|time> ..1', 'best way, best doctors', ['best doctors']],
    ['"$" <number>', 'for $ 40', ['$ 40']],
    ['pain free', 'A pain-free day', ['pain-free']],
  ])('%s', (phrase, text, expected) => {
    expect(matches(phrase, text)).toEqual(expected);
  });

  it.each(['', '..2 cure', '(cure', '<nothing>', 'cure? acne?', '^ $', 'a <b'])('%o is refused', (phrase) => {
    expect(() => new PhraseSet().add(phrase, names)).toThrow();
  });

  it('is compiled once, and apart where a rule has words of its own', () => {
    const set = new PhraseSet();
    expect(set.add('cure acne', names)).toBe(set.add('cure acne', { has: names.has }));
    expect(set.add('<own> cure', names)).not.toBe(set.add('<own> cure', { has: names.has, words: { own: ['they'] } }));
  });
});

it('finds the same whether its parts were compiled by the build or in the run', () => {
  const phrases = ['cure ..2 <conditions>', '<own> ..1 cure', 'gone <speed>', '<number> ..2 acne', '^ laser', '(our|we) ..3 $'];
  const plain = new PhraseSet();
  for (const phrase of phrases) plain.add(phrase, names);
  const compiled = new PhraseSet({ compiled: unpack(pack(plain.compile(() => 0)) as Uint8Array<ArrayBuffer>) as ReturnType<PhraseSet['compile']>, names: () => names });
  const word = fc.constantFrom('we', 'our', 'clinic', 'cures', 'acne', 'back', 'pain', 'gone', 'in', '10', 'days', 'overnight', 'laser', '.', ',', 'Brightwell');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (all) => {
      const text = all.join(' ');
      const tokens = tokenize(fold(text), text);
      const terms = lexicon.find(tokens);
      expect(compiled.find(tokens, terms)).toEqual(plain.find(tokens, terms));
    }),
  );
});

it('stays quick on a sentence made to make it backtrack', () => {
  const set = new PhraseSet();
  set.add('we ..9 cure ..9 cure ..9 cure ..9 acne', names);
  const text = 'we cure '.repeat(400);
  const tokens = tokenize(fold(text), text);
  expect(set.find(tokens, lexicon.find(tokens))).toEqual([]);
});
