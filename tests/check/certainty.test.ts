import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/settings.ts';
import type { Settings } from '../../src/config/settings.ts';
import { Linter } from '../../src/lint.ts';
import { loadBuiltIn } from '../../src/load/built-in.ts';

const linter = new Linter([loadBuiltIn()]);

function severities(source: string, rule: string, flags: Settings['flags'] = {}): string[] {
  const settings = { ...defaultConfig(resolve('')), flags: { profiles: ['us-supplement'], ...flags }, asOf: '2026-11-21' };
  const copy = { path: 'page.md', absolutePath: resolve('page.md'), format: 'markdown' as const, mdx: false, source };
  return linter.lint(copy, settings).findings.filter(({ ruleId }) => ruleId === rule).map(({ severity }) => severity);
}

const CURE = 'efficacy/cure-claim';
const DISEASE = 'efficacy/supplement-disease-claim';

describe('an error', () => {
  it.each([
    [CURE, 'Our drops cure diabetes.'],
    [DISEASE, 'Our capsules treat arthritis.'],
  ])('of %s stays one where the advertiser says it plainly: %s', (rule, copy) => {
    expect(severities(`# Larkroot\n\n${copy} Buy now for $29.`, rule)).toContain('error');
  });

  it.each([
    ['hearsay', DISEASE, 'Ginger is said to treat arthritis.'],
    ['the name of a topic', DISEASE, '## Turmeric for arthritis: a guide'],
    ['taken back', DISEASE, 'Turmeric treats arthritis, but the trials were small.'],
  ])('is a warning where it is %s', (_, rule, copy) => {
    expect(severities(`${copy}\n\nBuy now for $29.`, rule)).not.toContain('error');
    expect(severities('Our turmeric treats arthritis. Buy now for $29.', rule)).toContain('error');
  });

  it('is a warning on a page that discloses risks, limits, sources, terms and advice, unless it is flat', () => {
    const open = [
      'These statements have not been evaluated by the Food and Drug Administration.',
      'Common side effects are gas and headache. Ask your doctor before you start.',
      'It does not replace any treatment. You can cancel in your account.',
      'Source: our own test, viewed May 3, 2026.',
    ].join('\n\n');
    const quote = '> "My joints stopped hurting after a week." Dana P.';
    expect(severities(`${quote}\n\nBuy now for $29.`, 'testimonial/typicality-missing')).toEqual(['error']);
    expect(severities(`${quote}\n\n${open}`, 'testimonial/typicality-missing')).toEqual(['warning']);
    expect(severities(`Our drops cure diabetes.\n\n${open}`, CURE)).toEqual(['error']);
  });

  it('stays one where the project calls it so', () => {
    const said = 'Turmeric treats arthritis, but the trials were small. Buy now for $29.';
    expect(severities(said, DISEASE)).toEqual(['warning']);
    expect(severities(said, DISEASE, { rules: { [DISEASE]: { level: 'error' } } })).toEqual(['error']);
  });
});

describe('a line alone', () => {
  const provider = { profiles: ['us-provider'] };

  it('is told only as info what it leaves unsaid, unless it invites the reader or says in front matter what it is', () => {
    const rule = 'fair-balance/procedure-no-risks-or-alternatives';
    const praise = 'Your tummy tuck gives you a beautiful new shape.';
    expect(severities(praise, rule, provider)).toEqual(['info']);
    expect(severities(`${praise} Book now.`, rule, provider)).toEqual(['warning']);
    expect(severities(`---\npromolint:\n  product: provider-service\n---\n\n${praise}`, rule, provider)).toEqual(['warning']);
  });

  it('teaches where medicine at large is its subject and nobody offers anything', () => {
    const rule = 'evidence/uncited-statistic';
    expect(severities('The measles vaccine is about 97 percent effective after two doses.', rule, provider)).toEqual(['info']);
    expect(severities('Ask us: the measles vaccine is about 97 percent effective after two doses.', rule, provider)).toEqual(['warning']);
    expect(severities('Patients heal 97 percent faster after robotic surgery.', rule, provider)).toEqual(['warning']);
  });
});
