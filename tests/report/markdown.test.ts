import { mdastOf } from './markdown-tree.ts';
import { describe, expect, it } from 'vitest';
import { formatSummary } from '../../src/report/markdown.ts';
import { finding, full, place, privateFinding, report, render } from './sample.ts';

const HOSTILE =
  '<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://example.com/p.png) **bold** `code` </code> ' +
  '@octocat #12 https://example.com www.example.com a@example.com :smile: $x$ | cell | ~~gone~~ &lt; <!-- x --> \\* ]]> {{x}}';

describe('the Markdown report', () => {
  it('says where, what, why, what to write and the law, with the words marked', async () => {
    const text = await render('markdown', report({ findings: [finding] }), {
      rules: new Map([['efficacy/cure-claim', { title: 'Claim to cure', severity: 'error' }]]),
    });
    expect(text).toBe(`## promolint

**1 file read: 1 error, 0 warnings, 0 info.**

| File | Errors | Warnings | Info |
| --- | ---: | ---: | ---: |
| <code>content/knee.md</code> | 1 | 0 | 0 |

### <code>content/knee.md</code>

**3:14 🔴 error** "cures" promises a cure. <code>efficacy/cure-claim</code>

> <code>治療 our laser <b>cures</b> acne</code>

- Rule: Claim to cure
- Why: Readers who are ill take it as a certainty.
- Fix: Say what was measured.
- Law: [15 U.S.C. 52](<https://example.com/12>): A false ad is unlawful. (not verified against a source)
- Law: 15 U.S.C. 45: Deception is unlawful.
- The same words at 1:8
- Also found by <code>efficacy/miracle-language</code>

promolint does not give legal advice: a medical, legal or regulatory reviewer decides.
`);
  });

  it('has nothing to say of clean files, no quote of a private finding, and all of notices, suppressions and what was not read', async () => {
    expect(await render('markdown', report({}, {}))).toContain('**2 files read: nothing found.**\n\npromolint does not');
    expect(await render('markdown', report({ findings: [privateFinding] }))).not.toContain('>\u0020<code>');
    const text = await render('markdown', full);
    expect(text).toContain('2 findings suppressed.');
    expect(text).toContain(
      '- <code>content/knee.md:3:14</code> <code>efficacy/cure-claim</code> by R. Imada until 2027-01-31: Approved on 3 May.',
    );
    expect(text).toContain('- Not read: <code>font.html</code> (not a text file)');
    expect(text).toContain('**2:1** note: Cannot be read. (<code>front-matter</code>)');
  });

  it('lets no copy become markup, a link, an image, a mention or code', async () => {
    const evil = {
      ...finding,
      message: `"${HOSTILE}" promises.`,
      quote: { before: HOSTILE, words: HOSTILE, after: HOSTILE },
      fix: `1. ${HOSTILE}`,
      why: `- ${HOSTILE}`,
      legalBasis: [{ ...finding.legalBasis[0]!, cite: HOSTILE, url: 'javascript:alert(1)' }],
    };
    const text = await render('markdown', report({ path: `${HOSTILE}/a.md`, findings: [evil] }));
    const { nodes, shown } = mdastOf(text);
    expect(nodes('html').map(({ value }) => value)).toEqual(
      nodes('html').map(() => expect.stringMatching(/^<\/?(?:code|b)>$/) as string),
    );
    for (const type of ['link', 'image', 'inlineCode', 'footnoteReference', 'delete', 'linkReference'])
      expect(nodes(type)).toEqual([]);
    expect(shown.replaceAll('\u200b', '')).toContain(HOSTILE);
    expect(text).not.toMatch(/@octocat|[^&]#12|https:\/\/example\.com[^/]|www\.example|a@example/);
  });

  it('fits the summary of a job: what is left out is counted', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ ...finding, ...place(index + 1, 1, index) }));
    const text = formatSummary({ ...report({ findings: many }), suppressed: full.suppressed }, {});
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    const left = Number(/(\d+) more are left out here/.exec(text)![1]);
    expect(text.match(/🔴 error/g)).toHaveLength(3000 - left);
  });
});
