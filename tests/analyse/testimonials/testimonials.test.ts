import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/rule.ts';
import { pageOf } from '../evidence/page-of.ts';

const told = (source: string, format: Format = 'markdown') => pageOf(source, format).testimonials.map(({ form, voice, outcome }) => `${form} ${voice}${outcome ? ' outcome' : ''}`);

describe('somebody\u2019s own words', () => {
  it.each([
    ['"After three visits the numbness was gone." - Petra', 'quote patient outcome'],
    ['"They were so kind to my mother." - K. Osei', 'quote patient'],
    ['> I came in on crutches. I dance at weddings again.\n>\n> — Ingrid, 71', 'quote patient outcome'],
    ['One client told us, "I sleep like a teenager again."', 'quote patient outcome'],
    ['Dr. Amara Obi says, "Knee pain improves in most people with exercise."', 'quote expert outcome'],
    ['I lost 37 pounds with this plan.', 'first-person unknown outcome'],
    ['A 52-year-old teacher came to us with back pain. After a month she was hiking again.', 'story advertiser outcome'],
    ['Our patients tell us that their headaches disappear.', 'story advertiser outcome'],
    ['Rated 4.9 out of 5 by our patients', 'rating unknown'],
    ['Before & after: lip filler by our injectors', 'before-after advertiser outcome'],
    ['---\ntestimonials:\n  - quote: I smile in photos again since I got these veneers.\n    name: Carla V.\n---\n', 'review patient outcome'],
  ])('%s', (source, expected) => {
    expect(told(source)).toEqual([expected]);
  });

  it('finds cards, figures, microdata and structured data', () => {
    const html = `
      <div class="testimonial-card"><p>The numbness in my leg is gone.</p><h4>Leona M.</h4></div>
      <figure><blockquote>I sleep all night now.</blockquote><figcaption>Omar P., verified patient</figcaption></figure>
      <div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">I lost 40 pounds and kept it off.</p></div>
      <script type="application/ld+json">{"@type":"Review","author":{"@type":"Person","name":"Rhea K."},"reviewBody":"My shoulder pain vanished in three sessions."}</script>`;
    expect(told(html, 'html')).toEqual(['review patient outcome', 'quote patient outcome', 'review patient outcome', 'review patient outcome']);
  });

  it('keeps who said it', () => {
    const { attribution } = pageOf('> I hear birds again.\n>\n> — Noel, Perth').testimonials[0]!;
    expect(attribution!.block.text.slice(attribution!.start, attribution!.end)).toContain('Noel');
  });
});

describe('what only looks like it', () => {
  it.each([
    'Will I feel better after my first visit?',
    'Ask yourself: "Do I feel rested when I wake?"',
    'Say "I am having chest pain" when you call for help.',
    'When you think "I will never sleep again," call us.',
    'The paper "Exercise Reduces Knee Pain in Older Adults" appeared last year.',
    '"I understand that no results are guaranteed" must be initialed on the form.',
    '> **Tip:** drink water before your visit.',
    '> Spinal stenosis is a narrowing of the canal.',
    'I want to lose 20 pounds before my wedding.',
    'I still have bad days, and my medicine does not take away the pain.',
    'I have treated back pain for ten years, and my patients feel better.',
    'Dr. Reyes joined our team in 2019 and had been in practice for ten years.',
    'Drink water before and after your procedure.',
    'We do not publish before and after photos.',
  ])('%s', (source) => {
    expect(told(source).filter((found) => found.includes('outcome') && !found.includes('expert'))).toEqual([]);
  });
});

describe('an adequate statement of typical results', () => {
  const typical = (source: string) => pageOf(source).testimonials[0]!.typicality;

  it('has a generality, a figure and a basis beside the testimonial', () => {
    expect(typical('"I lost 30 pounds." - Dana. In our 2024 program of 412 people, the average loss at 6 months was 11 pounds.')).toBe(true);
    expect(typical('"I lost 30 pounds." - Dana\n\nMost people in our program lost 5 to 15 pounds in 6 months.')).toBe(true);
  });

  it.each([
    '"I lost 30 pounds." - Dana. Results may vary.',
    '"I lost 30 pounds." - Dana. Most people are happy.',
    '"I lost 30 pounds." - Dana\n\nWe open at 9.\n\nMost people in our program lost 5 to 15 pounds in 6 months.',
  ])('is not %s', (source) => {
    expect(typical(source)).toBe(false);
  });

  it('does not count when it is folded away', () => {
    expect(pageOf('<p>"I lost 30 pounds." - Dana</p><details><summary>More</summary><p>Most people in our program lost 5 to 15 pounds.</p></details>', 'html').testimonials[0]!.typicality).toBe(false);
  });
});

it('stays linear in quotations', () => {
  const start = performance.now();
  expect(pageOf('"I lost my pain" '.repeat(5000)).testimonials.length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
