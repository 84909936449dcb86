import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/check/lines.ts';
import type { Element } from '../../src/rule.ts';
import { findings, hitOn, pageOf, ruleOf, slice } from './page.ts';

const cure = ruleOf('efficacy/cure-claim');

describe('a finding', () => {
  it('stands where the writer must edit, through entities, emphasis and line breaks', () => {
    const source = 'Intro.\r\n\r\nTom &amp; we **cur**ed\r\nacne 😀 today.';
    const pieces = [
      { text: 'Tom ', from: 10, to: 14 },
      { text: '&', from: 14, to: 19 },
      { text: ' we ', from: 19, to: 23 },
      { text: 'cur', from: 25, to: 28 },
      { text: 'ed', from: 30, to: 32 },
      { text: ' ', from: 32, to: 34 },
      { text: 'acne 😀 today.', from: 34, to: 48 },
    ];
    const page = pageOf(source, [{ pieces }]);
    const [finding] = findings(page, [hitOn(page, cure, 'cured acne 😀')]);
    expect(source.slice(finding!.startOffset, finding!.endOffset)).toBe('cur**ed\r\nacne 😀');
    expect(finding).toMatchObject({
      line: 3,
      column: 16,
      endLine: 4,
      endColumn: 8,
      byteColumn: 16,
      endByteColumn: 10,
      excerpt: 'cured acne 😀',
      message: '"cured acne 😀" is wrong.',
    });
    expect(finding!.quote).toEqual({ before: 'Tom &amp; we **', words: 'cur**ed …', after: '' });
  });

  it('counts bytes from the start of each line, forward and back', () => {
    const lines = new Lines('é cures\n😀é cures é cures');
    const bytes = (from: number, to: number) => {
      const { byteColumn, endByteColumn } = lines.place({ from, to });
      return [byteColumn, endByteColumn];
    };
    expect([bytes(2, 7), bytes(12, 17), bytes(20, 25), bytes(8, 10), bytes(2, 12)]).toEqual([
      [4, 9],
      [8, 13],
      [17, 22],
      [1, 5],
      [4, 8],
    ]);
  });

  it('states its law with what is known of the source, that of the advertiser first', () => {
    const rule = ruleOf('efficacy/cure-claim', {
      basis: [
        { source: 'act', at: 'UK s. 1', says: 'Do not.', checked: 'text', jurisdictions: ['uk'] },
        { source: 'act', at: 'US s. 2', says: 'Do not.', checked: 'memory', jurisdictions: ['us'] },
      ],
    });
    const page = pageOf('It cures.', [slice('It cures.', 'It cures.')]);
    const [finding] = findings(page, [hitOn(page, rule, 'cures')]);
    expect(finding!.legalBasis).toEqual([
      { cite: 'US s. 2', title: 'The Act', says: 'Do not.', url: 'https://example.com/act', checked: 'memory' },
    ]);
    expect(findings(page, [hitOn(page, rule, 'cures')], { profiles: ['au'] })[0]!.legalBasis).toHaveLength(2);
  });

  it('fills its message with copy that is stripped of control, escape and bidirectional characters', () => {
    const text = 'It \u001b[31mcures\u202e\u0007 all.';
    const page = pageOf(text, [slice(text, text)]);
    const [finding] = findings(page, [hitOn(page, cure, '\u001b[31mcures\u202e\u0007')]);
    expect(finding).toMatchObject({ message: '"cures" is wrong.', excerpt: 'cures' });
    expect(JSON.stringify(finding)).not.toMatch(/u001b|u0007|\u202e/);
  });

  it('clamps places that a detector got wrong', () => {
    const page = pageOf('Short.', [slice('Short.', 'Short.')]);
    const block = page.document.blocks[0]!;
    const hits = [
      { rule: cure, hit: { at: { block, start: -5, end: 900 } } },
      { rule: ruleOf('pressure/x'), hit: { at: { from: 3, to: 1 } } },
      { rule: ruleOf('literacy/x'), hit: { at: { from: NaN, to: 9e9 } } },
    ];
    expect(findings(page, hits).map(({ startOffset, endOffset }) => [startOffset, endOffset])).toEqual([
      [0, 6],
      [0, 6],
      [3, 3],
    ]);
  });

  it('comes in reading order', () => {
    const text = 'We cure and heal and mend.';
    const page = pageOf(text, [slice(text, text)]);
    const hits = ['mend', 'cure', 'heal'].map((words) => hitOn(page, ruleOf(`efficacy/${words}-claim`), words));
    expect(findings(page, hits).map(({ ruleId }) => ruleId)).toEqual([
      'efficacy/cure-claim',
      'efficacy/heal-claim',
      'efficacy/mend-claim',
    ]);
  });
});

describe('severity', () => {
  const page = pageOf('It cures.', [slice('It cures.', 'It cures.')]);
  const severity = (rule: typeof cure, context: Parameters<typeof findings>[2] = {}, hit = {}) =>
    findings(page, [hitOn(page, rule, 'cures', hit)], context)[0]?.severity ?? 'off';

  it('is the strictest of the profiles, where an overlay only adds', () => {
    const rule = ruleOf('efficacy/x', { severity: 'warning', severity_for: { 'us-fl': 'error', uk: 'off' } });
    expect(severity(rule)).toBe('warning');
    expect(severity(rule, { profiles: ['us-provider', 'us-fl'] })).toBe('error');
    expect(severity(rule, { profiles: ['uk'] })).toBe('off');
    expect(severity(rule, { profiles: ['uk', 'us-provider'] })).toBe('warning');
    expect(severity(ruleOf('efficacy/x', { severity_for: { 'us-fl': 'warning' } }), { profiles: ['us-provider', 'us-fl'] })).toBe(
      'error',
    );
  });

  it('depends on the product', () => {
    const rule = ruleOf('efficacy/x', { severity: 'info', severity_for: { supplement: 'error', uk: 'off' } });
    expect(severity(rule, { product: 'supplement' })).toBe('error');
    expect(severity(rule, { product: 'supplement', profiles: ['uk'] })).toBe('off');
  });

  it('is off where the rule does not apply', () => {
    expect(severity(ruleOf('efficacy/x', { profiles: ['us-fl'] }))).toBe('off');
    expect(severity(ruleOf('efficacy/x', { profiles: ['us-fl'] }), { profiles: ['us-provider', 'us-fl'] })).toBe('error');
    expect(severity(ruleOf('efficacy/x', { products: ['device'] }))).toBe('off');
    expect(severity(ruleOf('efficacy/x', { tier: 3 }))).toBe('off');
    expect(severity(ruleOf('efficacy/x', { tier: 3 }), { rules: { 'efficacy/x': { level: 'warning' } } })).toBe('warning');
    expect(severity(ruleOf('efficacy/x', { tier: 3 }), { only: ['efficacy/x'] })).toBe('error');
    expect(severity(cure, { only: ['efficacy/x'] })).toBe('off');
  });

  it('is what the detector says, unless the project decided; a mere hint is info', () => {
    expect(severity(cure, {}, { severity: 'warning' })).toBe('warning');
    expect(severity(cure, { rules: { 'efficacy/cure-claim': { level: 'info' } } }, { severity: 'warning' })).toBe('info');
    expect(severity(cure, { rules: { 'efficacy/cure-claim': { level: 'off' } } })).toBe('off');
    expect(severity(cure, {}, { confidence: 0.4 })).toBe('info');
  });

  it('spares wordings that the project allows', () => {
    const allow = { rules: { 'efficacy/cure-claim': { allow: ['Cure SMA'] } } };
    const text = 'Race for Cure SMA. We cure it.';
    const allowed = pageOf(text, [slice(text, text)]);
    expect(
      findings(allowed, [hitOn(allowed, cure, 'Cure SMA'), hitOn(allowed, cure, 'cure it')], allow).map(({ excerpt }) => excerpt),
    ).toEqual(['cure it']);
  });
});

describe('merging', () => {
  it('joins the same copy of title, description and body, and keeps repeated body copy apart', () => {
    const source = 'We cure acne.\nWe cure acne!\nwe  cure acne\nWe cure acne.\nWe cure acne.';
    const page = pageOf(source, [
      { ...slice(source, 'We cure acne.'), origin: 'front-matter', kind: 'data' },
      { ...slice(source, 'We cure acne!'), origin: 'head', kind: 'meta' },
      { pieces: [{ text: 'We cure acne.', from: 43, to: 56 }] },
      { pieces: [{ text: 'We cure acne.', from: 57, to: 70 }] },
    ]);
    const found = findings(
      page,
      [0, 1, 2, 3].map((index) => hitOn(page, cure, 'cure acne', {}, index)),
    );
    expect(found.map(({ line, also }) => [line, also.map((place) => place.line)])).toEqual([
      [4, [1, 2]],
      [5, []],
    ]);
  });

  it('keeps the weightiest of a family on the same words, and names the others', () => {
    const text = 'It cures acne instantly, says a study.';
    const page = pageOf(text, [slice(text, text)]);
    const [finding, ...others] = findings(page, [
      hitOn(page, ruleOf('efficacy/instant', { severity: 'warning' }), 'cures acne instantly'),
      hitOn(page, cure, 'cures acne'),
      hitOn(page, ruleOf('evidence/study'), 'cures acne instantly, says a study'),
      hitOn(page, cure, 'acne'),
    ]);
    expect(finding).toMatchObject({ ruleId: 'evidence/study', related: [] });
    expect(others.map(({ ruleId, related }) => [ruleId, related])).toEqual([['efficacy/cure-claim', ['efficacy/instant']]]);
  });
});

it('takes time in proportion to the findings', () => {
  const source = 'We cure acne, says Marisol Quintero. '.repeat(20_000);
  const page = pageOf(source, [slice(source, source)], [], ['Marisol Quintero']);
  const block = page.document.blocks[0]!;
  const hits = Array.from({ length: 20_000 }, (_, index) => ({
    rule: cure,
    hit: { at: { block, start: index * 37 + 3, end: index * 37 + 12 } },
  }));
  const start = process.cpuUsage();
  expect(findings(page, hits)).toHaveLength(20_000);
  // Comparing each with all others took minutes.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(30);
});

describe('a fingerprint', () => {
  const fingerprintOf = (source: string, words: string, rule = cure) => {
    const page = pageOf(
      source,
      source.split('\n').map((line) => slice(source, line)),
    );
    return findings(page, [hitOn(page, rule, words)])[0]!.fingerprint;
  };
  it('survives edits elsewhere and differs for each occurrence', () => {
    expect(fingerprintOf('We cure acne.', 'cure')).toBe(fingerprintOf('Hello.\nWe  cure acne!', 'cure'));
    expect(fingerprintOf('We cure acne.', 'cure')).not.toBe(fingerprintOf('We cure warts.', 'cure'));
    const text = 'cure or cure';
    const page = pageOf(text, [slice(text, text)]);
    const block = page.document.blocks[0]!;
    const twice = findings(
      page,
      [0, 8].map((start) => ({ rule: cure, hit: { at: { block, start, end: start + 4 } } })),
    );
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
  it('does not depend on a value of a person', () => {
    const phi = ruleOf('phi/safe-harbor-identifier');
    expect(fingerprintOf('Call 555-0142 now.', '555-0142', phi)).toBe(fingerprintOf('Call 555-0199 now.', '555-0199', phi));
  });
});

describe('a page with a private value', () => {
  const phi = ruleOf('phi/name-with-condition', { messages: { default: 'A {type} of {length} characters: {match}{value}' } });
  const source = 'Marisol Quintero has lupus; we cured Marisol of it, MRN 4471982.\nMarisol Quintero was cured.';
  const page = pageOf(
    source,
    source.split('\n').map((line) => slice(source, line)),
    [],
    ['Marisol Quintero'],
  );
  const hits = [
    hitOn(page, phi, 'Marisol Quintero', { data: { type: 'name', length: 16, value: 'Marisol Quintero' } }, 0),
    hitOn(page, phi, 'MRN 4471982', { data: { type: 'MRN', length: 7 } }),
    hitOn(page, cure, 'we cured Marisol of it'),
    hitOn(page, cure, 'was cured', {}, 1),
  ];
  const secrets = /marisol|quintero|4471982/i;

  it('shows type and length only, in no finding more', () => {
    const found = findings(page, hits);
    expect(found).toHaveLength(4);
    expect(JSON.stringify(found)).not.toMatch(secrets);
    expect(found[0]).toMatchObject({ message: 'A name of 16 characters: this passagethis passage' });
    expect(found[0]).not.toHaveProperty('excerpt');
    expect(found[0]).not.toHaveProperty('quote');
    expect(found[1]!.message).toBe('"we cured [masked] of it" is wrong.');
    expect(found[3]!.quote).toEqual({ before: '[masked] ', words: 'was cured', after: '.' });
  });

  it('hides it even when the project switched the rule off', () => {
    const found = findings(page, hits, { rules: { 'phi/name-with-condition': { level: 'off' } } });
    expect(found.map(({ family }) => family)).toEqual(['efficacy', 'efficacy']);
    expect(JSON.stringify(found)).not.toMatch(secrets);
  });

  it('masks the shape of identifiers around a quote, found or not', () => {
    const text = 'Seen 03/14/2024, call (512) 555-0142 or write jo@example.com, SSN 078-05-1120: we cure acne on June 3, 2024.';
    const other = pageOf(text, [slice(text, text)]);
    const { quote } = findings(other, [hitOn(other, cure, 'cure acne')])[0]!;
    expect(`${quote!.before}${quote!.after}`).not.toMatch(/\d{3}|jo@|June/);
  });

  it('hides what a rule found in an element, in its tag too', () => {
    const tag = '<input value="Marisol Quintero" placeholder="cured">';
    const element: Element = { index: 0, name: 'input', attributes: [], from: 0, to: tag.length, block: -1 };
    const withTag = pageOf(tag, [], [element], ['Marisol Quintero']);
    const [first, second] = findings(withTag, [
      { rule: phi, hit: { at: { from: 14, to: 30 } } },
      { rule: ruleOf('privacy-tech/x'), hit: { at: element } },
    ]);
    expect(JSON.stringify([first, second])).not.toMatch(secrets);
  });
});
