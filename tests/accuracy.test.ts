import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { accuracyOf, precision, recall, totalsOf } from '../scripts/accuracy/figures.ts';
import type { Accuracy } from '../scripts/accuracy/figures.ts';
import { judge, labelledPage, judgeAll } from '../scripts/accuracy/judge.ts';
import { Linter } from '../src/lint.ts';
import { loadBuiltIn } from '../src/load/built-in.ts';

const stored = JSON.parse(readFileSync('fixtures/corpus/figures.json', 'utf8')) as Accuracy;

// Figures may rise unseen but not fall: after a wanted change run "npm run accuracy -- --write", and read the difference.
describe('figures on the labelled pages', () => {
  let measured: Accuracy;
  beforeAll(() => {
    measured = accuracyOf(judgeAll('fixtures/corpus'));
  }, 120_000);

  it.each(Object.keys(stored.rules))('%s finds no less and is right no less often', (rule) => {
    const before = stored.rules[rule]!;
    const now = measured.rules[rule] ?? { expected: 0, met: 0, findings: 0, right: 0 };
    expect(recall(now)).toBeGreaterThanOrEqual(recall(before));
    expect(precision(now)).toBeGreaterThanOrEqual(precision(before));
  });

  it('holds the same pages as when the figures were kept', () => {
    const counts = ({ profiles }: Accuracy) => Object.entries(profiles).map(([name, { pages, expected, clean }]) => [name, pages, expected, clean]);
    expect(counts(measured)).toEqual(counts(stored));
  });
});

describe('a labelled page', () => {
  const page = (text: string) => judge(new Linter([loadBuiltIn()]), labelledPage('page.md', text));
  const copy = `<!-- profile: us-supplement -->
---
title: Tea
---

# Tea

<!-- flag: efficacy/cure-claim -->
Our tea cures cancer.

It comes in a tin.

<!-- maybe: efficacy/vague-wellness -->
Our capsules detox your liver.

Our tincture cures diabetes.
`;

  it('takes each annotation for the next block, and reads front matter as such', () => {
    const { profile, blocks } = page(copy);
    expect(profile).toBe('us-supplement');
    expect(blocks.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Tea', 'clean'],
      ['Tea', 'clean'],
      ['Our tea cures cancer.', 'flag'],
      ['It comes in a tin.', 'clean'],
      ['Our capsules detox your liver.', 'maybe'],
      ['Our tincture cures diabetes.', 'clean'],
    ]);
  });

  it('counts a finding as right where a reviewer flags or might, and as an alarm elsewhere', () => {
    const totals = totalsOf([page(copy)]);
    expect(totals).toMatchObject({ expected: 1, met: 1, clean: 4, alarmed: 1 });
    expect(totals.findings - totals.right).toBeGreaterThanOrEqual(1);
  });

  it('says which annotation stands before nothing', () => {
    expect(() => page('Tea.\n\n<!-- flag: efficacy/cure-claim -->\n')).toThrow('page.md');
  });
});
