import { describe, expect, it } from 'vitest';
import { lintText } from '../../../src/index.ts';
import type { LintedFile, LintSettings } from '../../../src/index.ts';

const CURE = 'efficacy/cure-claim';
const CLAIM = 'Our laser cures acne.';
const REASON = '-- quoted from the cleared label';

const lint = (text: string, path = 'page.md', options: LintSettings = {}): Promise<LintedFile> =>
  lintText(text, path, {
    config: false,
    asOf: '2026-11-21',
    rules: { 'fair-balance/procedure-no-risks-or-alternatives': { level: 'off' } },
    ...options,
  });

/** `line:rule` of what counts, and of what does not. */
async function outcome(text: string, path?: string, options?: LintSettings) {
  const { findings, suppressed } = await lint(text, path, options);
  const said = (list: LintedFile['findings']) => list.map(({ line, ruleId }) => `${line}:${ruleId}`);
  return { found: said(findings), silenced: said(suppressed) };
}

describe('a comment silences', () => {
  it.each([
    ['the next line', `# A\n\n<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n${CLAIM}\n`, 'page.md', 4],
    ['the next line that holds copy', `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n\n\n${CLAIM}\n`, 'page.md', 4],
    ['a heading', `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n# ${CLAIM}\n`, 'page.md', 2],
    ['a list item', `- One\n<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n- ${CLAIM}\n`, 'page.md', 3],
    ['with Windows line ends', `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\r\n\r\n${CLAIM}\r\n`, 'page.md', 3],
    [
      'over several lines',
      `<!--\npromolint-disable-next-line ${CURE}\n${REASON}\nowner: web team\n-->\n${CLAIM}\n`,
      'page.md',
      6,
    ],
    [
      'what stands between tags',
      `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n<div>\n<p>\n${CLAIM}\n</p></div>`,
      'page.html',
      4,
    ],
    ['its own line', `${CLAIM} <!-- promolint-disable-line ${CURE} ${REASON} -->\n`, 'page.md', 1],
    ['the rest of the file', `<!-- promolint-disable ${CURE} ${REASON} -->\n\nText.\n\n${CLAIM}\n`, 'page.md', 5],
    ['a file from its end', `${CLAIM}\n\n<!-- promolint-disable-file ${CURE} ${REASON} -->\n`, 'page.md', 1],
    ['in MDX', `{/* promolint-disable-next-line ${CURE} ${REASON} */}\n\n${CLAIM}\n`, 'page.mdx', 3],
    ['without being printed', `[//]: # (promolint-disable-next-line ${CURE} ${REASON})\n\n${CLAIM}\n`, 'page.md', 3],
    [
      'the next line of front matter',
      `---\n# promolint-disable-next-line ${CURE} ${REASON}\ntitle: ${CLAIM}\n---\n`,
      'page.md',
      3,
    ],
    ['its own line of front matter', `---\ntitle: ${CLAIM} # promolint-disable-line ${CURE} ${REASON}\n---\n`, 'page.md', 2],
  ])('%s', async (_, text, path, line) => {
    expect(await outcome(text, path)).toEqual({ found: [], silenced: [`${line}:${CURE}`] });
  });

  it('with another for another rule above it', async () => {
    const text = `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n<!-- promolint-disable-next-line efficacy/guaranteed-outcome ${REASON} -->\nOur laser cures acne, results guaranteed.\n`;
    const { found, silenced } = await outcome(text);
    expect(silenced).toEqual([`3:${CURE}`, '3:efficacy/guaranteed-outcome']);
    expect(found).toEqual([]);
  });

  it.each([
    ['Jinja', '{#', '#}'],
    ['Jinja, trimming', '{#-', '-#}'],
    ['Handlebars', '{{!--', '--}}'],
    ['Mustache', '{{!', '}}'],
    ['Go', '{{/*', '*/}}'],
    ['Go, trimming', '{{- /*', '*/ -}}'],
    ['ERB', '<%#', '%>'],
    ['JSP', '<%--', '--%>'],
    ['Liquid', '{% comment %}', '{% endcomment %}'],
  ])('from a comment of a template that reaches no reader: %s', async (_, open, close) => {
    for (const gap of [' ', '\n']) {
      const text = `<body>\n${open}${gap}promolint-disable-next-line ${CURE} ${REASON}${gap}${close}\n<p>${CLAIM}</p>\n</body>\n`;
      const { found, silenced } = await outcome(text, 'page.html');
      expect({ found, silenced }).toEqual({ found: [], silenced: [`${gap === ' ' ? 3 : 5}:${CURE}`] });
    }
  });

  it('only the rule that it names, only there, and only until it is enabled again', async () => {
    const between = `<!-- promolint-disable ${CURE} ${REASON} -->\n\n${CLAIM}\n\n<!-- promolint-enable ${CURE} -->\n\nOur laser cures warts.\n`;
    expect(await outcome(between)).toEqual({ found: [`7:${CURE}`], silenced: [`3:${CURE}`] });
    const next = `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n${CLAIM}\n\nOur laser cures warts.\n`;
    expect(await outcome(next)).toEqual({ found: [`4:${CURE}`], silenced: [`2:${CURE}`] });
  });

  it('one copy of words that stand in the title too', async () => {
    const text = `---\ntitle: ${CLAIM}\n---\n\n<!-- promolint-disable-next-line ${CURE} ${REASON} -->\n${CLAIM}\n`;
    expect(await outcome(text)).toEqual({ found: [`2:${CURE}`], silenced: [`6:${CURE}`] });
  });
});

describe('front matter silences a page', () => {
  const page = (entry: string) => `---\npromolint:\n  audience: consumer\n  disable:\n    - ${entry}\n---\n\n${CLAIM}\n`;

  it('rule by rule, with a reason', async () => {
    const { suppressed, notices } = await lint(
      page(`{rule: ${CURE}, reason: quoted from the label, owner: web team, until: 2027-01-31, approver: M. Lee}`),
    );
    expect(notices).toEqual([]);
    expect(suppressed.map(({ ruleId, path, suppression }) => ({ ruleId, path, suppression }))).toEqual([
      {
        ruleId: CURE,
        path: 'page.md',
        suppression: {
          kind: 'front-matter',
          reason: 'quoted from the label',
          owner: 'web team',
          until: '2027-01-31',
          approver: 'M. Lee',
          line: 5,
        },
      },
    ]);
  });

  it.each([
    ['no reason', `{rule: ${CURE}}`, 'suppression/no-reason'],
    ['no rule', '{reason: quoted from the label}', 'suppression/no-rule'],
    ['an unknown key', `{rule: ${CURE}, reasn: quoted}`, 'suppression/malformed'],
    ['a text', CURE, 'suppression/malformed'],
    ['a number', `{rule: ${CURE}, reason: 12}`, 'suppression/malformed'],
    ['a day that does not exist', `{rule: ${CURE}, reason: quoted, until: 2027-02-30}`, 'suppression/malformed'],
  ])('not with %s', async (_, entry, fault) => {
    expect(await outcome(page(entry))).toEqual({ found: [`5:${fault}`, `8:${CURE}`], silenced: [] });
  });
});

describe('what is wrong with a suppression is a finding', () => {
  const next = (text: string) => `<!-- promolint-disable-next-line ${text} -->\n${CLAIM}\n`;

  it.each([
    ['no reason', next(CURE), 'suppression/no-reason', 'error'],
    ['a reason that says nothing', next(`${CURE} -- TODO`), 'suppression/no-reason', 'error'],
    ['no rule', next(REASON), 'suppression/no-rule', 'error'],
    ['a rule that does not exist', next(`efficacy/cure-clam ${REASON}`), 'suppression/unknown-rule', 'error'],
    ['a finding about suppressions', next(`suppression/unused ${REASON}`), 'suppression/unknown-rule', 'error'],
    ['no such comment', `<!-- promolint-disabel-next-line ${CURE} ${REASON} -->\n${CLAIM}\n`, 'suppression/malformed', 'error'],
    ['a date that is none', next(`${CURE} ${REASON}; until: soon`), 'suppression/malformed', 'error'],
    ['a date that has passed', next(`${CURE} ${REASON}; until: 2026-11-20`), 'suppression/expired', 'warning'],
  ])('%s, and it silences nothing', async (_, text, ruleId, severity) => {
    const { findings, suppressed } = await lint(text);
    expect(suppressed).toEqual([]);
    expect(findings.map((finding) => [finding.ruleId, finding.severity])).toEqual([
      [ruleId, severity],
      [CURE, 'error'],
    ]);
    expect(findings[0]).toMatchObject({
      family: 'suppression',
      legalBasis: [],
      docs: `docs/suppressions.md#${ruleId.split('/')[1]}`,
    });
    expect(findings[0]!.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('it holds on its last day', async () => {
    expect(await outcome(next(`${CURE} ${REASON}; until: 2026-11-21`))).toEqual({ found: [], silenced: [`2:${CURE}`] });
  });

  it('it silences nothing, each rule for itself', async () => {
    const { findings } = await lint(next(`${CURE}, pressure/false-urgency ${REASON}`));
    expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ['suppression/unused', 'This silences nothing of pressure/false-urgency.'],
    ]);
  });

  it('it misses its finding, which it says', async () => {
    const { findings } = await lint(
      `<!-- promolint-disable-next-line ${CURE} ${REASON} -->\nWe are open on Monday.\nOur laser cures acne.\n`,
    );
    expect(findings[0]).toMatchObject({
      ruleId: 'suppression/unused',
      message: `This silences nothing of ${CURE}: the next finding of that rule is on line 3, beyond its reach.`,
    });
  });

  it('nothing is there to enable', async () => {
    expect((await outcome(`Text.\n\n<!-- promolint-enable ${CURE} -->\n`)).found).toEqual(['3:suppression/unused']);
  });

  it.each([
    ['a fenced code block', `\`\`\`html\n<!-- promolint-disable ${CURE} ${REASON} -->\n\`\`\`\n`, 'page.md', 2],
    ['an indented code block', `Text:\n\n    <!-- promolint-disable ${CURE} ${REASON} -->\n`, 'page.md', 3],
    ['a script', `<script>\n// promolint-disable ${CURE} ${REASON}\n</script>`, 'page.html', 2],
    ['plain text', `<!-- promolint-disable ${CURE} ${REASON} -->\n`, 'page.txt', 1],
    ['Markdown, in the form of MDX', `{/* promolint-disable ${CURE} ${REASON} */}\n`, 'page.md', 1],
    ['a comment of a template in Markdown', `{# promolint-disable ${CURE} ${REASON} #}\n`, 'page.md', 1],
  ])('it stands in %s, where it does nothing', async (_, text, path, line) => {
    const { found } = await outcome(`${text}\n${CLAIM}\n`, path);
    expect(found).toContain(`${line}:suppression/misplaced`);
    expect(found.some((finding) => finding.endsWith(CURE))).toBe(true);
  });

  it('only where the rule ran: another profile may need it', async () => {
    const text = `<!-- promolint-disable-file ${CURE} ${REASON} -->\n\nWe are open on Monday.\n`;
    expect((await outcome(text)).found).toEqual(['1:suppression/unused']);
    expect((await outcome(text, 'page.md', { rules: { [CURE]: { level: 'off' } } })).found).toEqual([]);
  });

  it('which the project may weigh otherwise, but no page can silence', async () => {
    const text = `<!-- promolint-disable-file suppression/no-reason ${REASON} -->\n<!-- promolint-disable-file ${CURE} -->\n`;
    expect((await outcome(text)).found).toEqual(['1:suppression/unknown-rule', '2:suppression/no-reason']);
    const rules = { 'suppression/no-reason': { level: 'off' }, 'suppression/unknown-rule': { level: 'warning' } } as const;
    const { findings } = await lint(text, 'page.md', { rules });
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['suppression/unknown-rule', 'warning']]);
  });
});

it('every suppression is listed with what came of it', async () => {
  const { suppressions } = await lint(
    `<!-- promolint-disable-file ${CURE}, pressure/false-urgency ${REASON}; until: 2027-01-31 -->\n\n${CLAIM}\n\n` +
      `<!-- promolint-disable-line ${CURE} ${REASON}; until: 2025-01-31 -->\n`,
  );
  expect(suppressions.map(({ form, ruleId, state, findings, line }) => [line, form, ruleId, state, findings])).toEqual([
    [1, 'file', CURE, 'active', 1],
    [1, 'file', 'pressure/false-urgency', 'unused', 0],
    [5, 'line', CURE, 'expired', 0],
  ]);
});

it('thousands of them cost about as much each as one', async () => {
  const text = `<!-- promolint-disable-next-line efficacy/x ${REASON} -->\n`.repeat(5000);
  const started = performance.now();
  const { findings } = await lint(`${text}${CLAIM}\n`);
  expect(findings).toHaveLength(5001);
  expect(performance.now() - started).toBeLessThan(10_000);
});

it('no reason leaks what is masked everywhere else', async () => {
  const text = `<!-- promolint-disable-file phi/name-with-condition, phi/safe-harbor-identifier -- patient Denise Alvarado, MRN 20718834, agreed; owner: Denise Alvarado -->\n\nOur patient Denise Alvarado (MRN 20718834) was treated for lupus.\n`;
  const file = await lint(text);
  expect(file.suppressed.length).toBeGreaterThan(1);
  for (const secret of ['Denise', 'Alvarado', '20718834']) expect(JSON.stringify(file)).not.toContain(secret);
  for (const finding of file.suppressed) {
    expect(finding.excerpt).toBeUndefined();
    expect(finding.suppression.reason).toBe('patient [masked], MRN [masked], agreed');
  }
});

it('who answers for one, and the trail of its reason, is no secret', async () => {
  const note = 'cleared by legal on 2026-11-02, ticket MLR-22315; owner: Imani Okafor; approver: Dana Whitfield, MD';
  const { suppressed } = await lint(`<!-- promolint-disable-next-line ${CURE} -- ${note} -->\n${CLAIM}\n`);
  expect(suppressed[0]!.suppression).toMatchObject({
    reason: 'cleared by legal on 2026-11-02, ticket MLR-22315',
    owner: 'Imani Okafor',
    approver: 'Dana Whitfield, MD',
  });
});
