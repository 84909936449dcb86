import { describe, expect, it } from 'vitest';
import { pageOf } from './evidence/page-of.ts';

const genre = (text: string): string => pageOf(text).facts.genre;

describe('what a page is for', () => {
  it('takes a clinic that names its prices for marketing', () => {
    expect(genre('# Botox\n\nWe treat frown lines. From $12 a unit, with interest-free payments.\n\nBook a visit with our nurses today.')).toBe('marketing');
  });

  it('knows a page on the books of a practice', () => {
    const text = `# Selling your dental practice

The goodwill is taxed as a capital gain, and the VAT on equipment depends on turnover. Ask your accountant about the balance sheet and the
working capital, since lenders look at profits before tax. Pension allowances and dividends of the limited company matter as well: the tax relief
on the overdraft interest is lost permanently when the shares are sold.`;
    expect(genre(text)).toBe('business');
  });

  it('knows a plan for marketers', () => {
    const text = `# Spring campaign

Target audience: women 35 to 60. Value stack first, then social proof and risk reversal. The email sequence has three parts, each subject line
under fifty characters, the CTA goes to the landing page. Competitor analysis: two have better backlinks. KPI: open rate.`;
    expect(genre(text)).toBe('internal');
  });
});
