import { describe, expect, it } from 'vitest';
import { isOfInitials, sentenceEnds } from '../../src/analyse/sentence-ends.ts';
import fc from '../arbitrary.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const reference = (text: string): number[] => Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);

const CHARACTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).concat([...'‘’“”„–—†•…€™→✓★\uFFFC\u200b\u0301あ。😀']);

describe('the ends of sentences', () => {
  it.each([
    'Dr. Smith cures. We do, too!',
    'From 3.5 to 4. Then',
    'The U.S. market... and more.',
    '“Yes.” (He said so.) no',
    'One.\r\nTwo.\n\nThree',
    'Go!?  Then. - or not. 3 of them',
    '',
  ])('of %o are those that the runtime knows', (text) => {
    expect(sentenceEnds(text)).toEqual(reference(text));
  });

  it('are those that the runtime knows in any text', () => {
    const unit = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...'aaB1..!?"”) ,-:;–\n') }, fc.constantFrom(...CHARACTERS));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        expect(sentenceEnds(text)).toEqual(reference(text));
      }),
    );
  });
});

describe('initials', () => {
  it.each([['by T.H.', ' Chan of Boston'], ['J.R.', ' Ortiz']])('%o go on in a surname', (before, after) => expect(isOfInitials(before, after)).toBe(true));
  it.each([['we treated T.H.', ' She is well'], ['in plan B.', ' Ortiz came'], ['by T.H.', ' and others'], ['by T.H.', '']])('%o end a sentence, or go on otherwise', (before, after) =>
    expect(isOfInitials(before, after)).toBe(false));
});
