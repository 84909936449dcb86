import { expect, it } from 'vitest';
import { explainRule } from '../../src/load/explain.ts';
import type { Rule } from '../../src/load/rule.ts';
import { rulePage } from '../../scripts/rule-page.ts';

const rule: Rule = {
  id: 'efficacy/miracle-peel',
  family: 'efficacy',
  title: 'Peel that works <wonders>',
  tier: 1,
  severity: 'warning',
  severity_for: { uk: 'off' },
  profiles: ['us-provider'],
  products: ['any'],
  jurisdictions: ['us'],
  messages: { default: '"{match}" promises a wonder.' },
  why: 'Nobody can promise how skin will respond, and a reader who trusts such a promise may leave a better treatment for it.',
  fix: 'Say what was measured.',
  basis: [
    { source: 'a', at: '16 CFR 1.1', says: 'No wonders.', checked: 'text' },
    { source: 'b', at: 'Board rule 2', says: 'None at all.', checked: 'memory' },
  ],
  match: [{ phrases: ['wonder'] }],
};
const sources = {
  a: { title: 'Peel Guide', address: 'https://example.com/peel', read: '2026-11-21' },
  b: { title: 'Board rules' },
};

it('explains a rule in plain text with the law and how far it was checked', () => {
  expect(explainRule(rule, sources, 'https://example.com/docs')).toMatchInlineSnapshot(`
    "efficacy/miracle-peel
    Peel that works <wonders>

    Why        Nobody can promise how skin will respond, and a reader who trusts
               such a promise may leave a better treatment for it.
    Write      Say what was measured.
    Severity   warning; off under uk
    Runs in    us-provider; any product
    Silence    <!-- promolint-disable-next-line efficacy/miracle-peel -- reason -->
    Examples   https://example.com/docs

    The law (promolint is not legal advice)
      16 CFR 1.1: No wonders.
        checked against the text, https://example.com/peel
      Board rule 2: None at all.
        not verified against a source
    "
  `);
});

it('shows on its page what the examples prove, and escapes what Markdown would swallow', () => {
  const text = '<!-- expect: "wonder" -->\nA wonder peel.\n\n<!-- ok -->\n`A` peel.\n';
  const page = rulePage(rule, sources, [{ path: 'rules/efficacy/miracle-peel.md', text }]);
  expect(page).toContain('# Peel that works \\<wonders\\>');
  expect(page).toContain(
    '- **[16 CFR 1.1](https://example.com/peel)** (Peel Guide): No wonders. *(checked against the text, read 2026-11-21)*',
  );
  expect(page).toContain('- **Board rule 2** (Board rules): None at all. *(not verified against a source)*');
  expect(page).toMatch(
    /## Examples that it flags\n\n"wonder":\n\n```markdown\nA wonder peel\.\n```\n\n## Examples that it accepts\n\n```markdown\n`A` peel\.\n```/,
  );
});
