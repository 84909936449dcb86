import { describe, expect, it } from 'vitest';
import { companyOf } from '../../src/analyse/impression/impression.ts';
import { pageOf } from './evidence/page-of.ts';

const PLAIN = 'Rinse the cup after use.';
const scoreOf = (line: string, ...beside: readonly string[]): number => pageOf([line, ...beside].join('\n\n')).impressions[0]!.score;

describe('what a passage adds up to', () => {
  it('is more for a promise than for a remark', () => {
    expect(scoreOf('Our miracle serum instantly erases eczema forever!')).toBeGreaterThan(scoreOf(PLAIN) + 2);
  });

  it('is more among promises than among sober lines', () => {
    const line = 'Feel like yourself again.';
    const promises = scoreOf(line, 'Our miracle serum instantly erases eczema forever!', 'Painless, permanent and 100% safe.');
    expect(promises).toBeGreaterThan(scoreOf(line, PLAIN, 'The clinic is closed on Mondays.'));
  });

  it('is reached exactly where it stands', () => {
    const [impression] = pageOf(`Our serum cures acne.\n\n${PLAIN}`).impressions;
    expect([impression!.reaches(impression!.score), impression!.reaches(impression!.score + 0.01)]).toEqual([true, false]);
  });
});

describe('the company of a passage', () => {
  it('is nothing where the passage stands alone', () => {
    expect(companyOf(0, 1, () => 1)).toBeUndefined();
  });

  it('is the mean of three on each side, itself left out, and nobody outvotes the rest', () => {
    const scores = [50, 1, 1, 1, 99, 1, 1, -50];
    expect(companyOf(4, scores.length, (index) => scores[index]!)).toBeCloseTo((1 + 1 + 1 + 1 + 1 - 4) / 6);
    expect(companyOf(0, scores.length, (index) => scores[index]!)).toBe(1);
  });
});
