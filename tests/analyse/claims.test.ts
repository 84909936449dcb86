import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/rule.ts';
import { pageOf } from './evidence/page-of.ts';

const claimsIn = (text: string): Claim[] => pageOf(text).sentences.flatMap((sentence) => [...pageOf(text).claimsOf(sentence)]);
const first = (text: string) => {
  const [claim] = claimsIn(text);
  return claim && { level: claim.level, object: claim.object?.class, agent: claim.agent };
};

describe('who does what to whom', () => {
  it.each([
    ['Our serum cures acne.', 'cure', 'disease', 'own'],
    ['We treat diabetes.', 'treat', 'disease', 'own'],
    ['Steroid creams can calm eczema.', 'treat', 'disease', 'care'],
    ['Surgery cures appendicitis.', 'cure', 'disease', 'care'],
    ['Washing hands helps prevent the flu.', 'prevent', 'disease', 'lifestyle'],
    ['Dr. Vale’s protocol reverses type 2 diabetes.', 'cure', 'disease', 'own'],
    ['The Bellmont Method reverses autism.', 'cure', 'disease', 'own'],
    ['Our chiropractic adjustments treat asthma.', 'treat', 'disease', 'modality'],
    ['Turmeric relieves bloating.', 'treat', 'symptom', 'ingredient'],
    ['Natural migraine relief', 'treat', 'disease', 'none'],
  ])('%s', (text, level, object, agent) => {
    expect(first(text)).toEqual({ level, object, agent });
  });

  it('keeps claims of one clause apart from the next', () => {
    const claims = claimsIn('Our tea calms nerves, eases cramps and prevents colds.');
    expect(claims.map(({ effect }) => effect.toLowerCase())).toEqual(['calms', 'eases', 'prevents']);
    expect(new Set(claims.map(({ agent }) => agent))).toEqual(new Set(['own']));
  });

  it('takes a line without a verb for the words of whoever owns the page', () => {
    expect(claimsIn('Relief from migraine')[0]?.fragment).toBe(true);
    expect(claimsIn('Relief of migraine depends on the cause.')[0]?.agent).toBe('care');
  });
});

describe('how it is meant', () => {
  it.each([
    ['Our tea does not cure cancer.', 'negated'],
    ['Does the tea cure cancer?', 'asked'],
    ['If the drops cure your cold, tell us.', 'condition'],
    ['Beware of clinics that claim to cure cancer.', 'warning'],
    ['Researchers are studying whether the drug cures acne.', 'research'],
  ])('%s', (text, frame) => {
    const [claim] = claimsIn(text);
    expect([...claim!.frames]).toContain(frame);
  });

  it.each(['Not only does our tea cure colds, it tastes good.', 'Our cream ends acne, no needles.'])('%s is no denial', (text) => {
    expect([...claimsIn(text)[0]!.frames]).not.toContain('negated');
  });

  it.each([
    'That the syrup cures colds. It doesn\u2019t.',
    'A tea that melts belly fat? Some say it cures obesity. Be wary of them.',
    'Elderberry cures the flu, people say. That has not been shown.',
  ])('%s is taken back beside it', (text) => {
    const claims = claimsIn(text);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims.slice(-1)) expect([...claim.frames]).toContain('myth');
  });

  it('leaves standing what the advertiser says of its own, whatever is doubted of others', () => {
    for (const { frames } of claimsIn('Our syrup cures colds. Other syrups have not been shown to work.')) expect([...frames]).not.toContain('myth');
  });

  it('tells hedges by their strength', () => {
    expect(claimsIn('Our drops cure colds.')[0]?.hedge).toBe('none');
    expect(claimsIn('Our drops may help reduce cold symptoms.')[0]?.hedge).not.toBe('none');
  });
});

describe('copy that nobody wrote to be read', () => {
  it.each([
    ['one word', 'cures'],
    ['a list without end', `Our tea ${'cures cancer and '.repeat(2_000)}`],
    ['capitals', 'OUR TEA CURES CANCER '.repeat(500)],
    ['marks', '!?.,;:—'.repeat(5_000)],
  ])('%s', (_, text) => {
    for (const { start, end } of claimsIn(text)) expect(end).toBeGreaterThan(start);
  });

  it('has no sentence longer than a bound', () => {
    const page = pageOf('pain relief and '.repeat(2_000));
    expect(page.sentences.length).toBeGreaterThan(10);
    for (const { start, end } of page.sentences) expect(end - start).toBeLessThanOrEqual(1_500);
  });
});
