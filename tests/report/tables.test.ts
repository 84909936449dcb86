import { parse } from 'csv-parse/sync';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { finding, full, privateFinding, report, render, renderJson } from './sample.ts';

describe('CSV', () => {
  const rows = async (value: Parameters<typeof render>[1]) =>
    parse(await render('csv', value), { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

  it('has a row for each finding, under a heading', async () => {
    const read = await rows(full);
    expect(read).toHaveLength(4);
    expect(read[0]).toEqual({
      path: 'content/knee.md',
      line: '3',
      column: '14',
      end_line: '3',
      end_column: '19',
      severity: 'error',
      rule: 'efficacy/cure-claim',
      family: 'efficacy',
      message: '"cures" promises a cure.',
      excerpt: 'cures',
      why: 'Readers who are ill take it as a certainty.',
      fix: 'Say what was measured.',
      law: '15 U.S.C. 52',
      law_says: 'A false ad is unlawful.',
      law_url: 'https://example.com/12',
      fingerprint: 'a'.repeat(32),
    });
    expect(read[1]).toMatchObject({ family: 'phi', excerpt: '' });
    expect(await rows(report({}))).toEqual([]);
  });

  it.each(['=HYPERLINK("https://example.com")', '+1', '-1+2', '@SUM(A1)', '|cmd', ' =1', '\t=1', '＝1', '%0A=1'])(
    'does not let %j be a formula',
    async (words) => {
      const [row] = await rows(report({ path: words, findings: [{ ...finding, excerpt: words, message: words, fix: words }] }));
      // A tab in a file's name is shown as such, and opens no formula.
      for (const column of ['path', 'excerpt', 'message', 'fix']) expect(row![column]).toMatch(column === 'path' ? /^(?:'|\\t)/ : /^'/);
    },
  );

  it('keeps a cell with quotes, commas and line breaks in its place', async () => {
    const [row] = await rows(report({ findings: [{ ...finding, excerpt: 'a","b\r\n"c' }] }));
    expect(row!['excerpt']).toBe('a","b "c');
    expect(row!['fingerprint']).toBe(finding.fingerprint);
  });
});

describe('compact', () => {
  it('prints one line a finding, as compilers do', async () => {
    expect(await render('compact', report({ findings: [finding, privateFinding] }))).toBe(
      'content/knee.md:3:14: error: "cures" promises a cure. [efficacy/cure-claim]\n' +
        'content/knee.md:5:2: warning: A record number of 8 characters stands here. [phi/record-number]\n',
    );
    expect(await render('compact', report({}))).toBe('');
  });

  it('matches what problem matchers look for, whatever the copy holds', async () => {
    const text = await render('compact', report({ path: '::error::x.md', findings: [{ ...finding, message: 'a\n::error::b' }] }));
    expect(text).toBe(': :error::x.md:3:14: error: a ::error::b [efficacy/cure-claim]\n');
  });
});

describe('eslint-json', () => {
  interface Result {
    readonly filePath: string;
    readonly messages: readonly { readonly severity: number }[];
    readonly suppressedMessages: readonly object[];
  }

  it('is what a formatter of ESLint prints', async () => {
    const results = await renderJson<ESLint.LintResult[]>('eslint-json', full, { cwd: '/site' });
    const eslint = new ESLint({ overrideConfigFile: true });
    const stylish = await (await eslint.loadFormatter('stylish')).format(results, { rulesMeta: {} } as ESLint.LintResultData);
    expect(stylish).toContain('/site/content/knee.md');
    expect(stylish).toMatch(/3:14 +.*error.*"cures" promises a cure\. .*efficacy\/cure-claim/);
    expect(stylish).toContain('4 problems (2 errors, 2 warnings)');
  });

  it('has absolute paths, no source, and who silenced what', async () => {
    const results = await renderJson<Result[]>('eslint-json', full, { cwd: '/site' });
    expect(results.map(({ filePath }) => filePath)).toEqual([
      '/site/content/a file#1.html',
      '/site/content/knee.md',
      '/site/content/other.md',
    ]);
    expect(results[1]!.messages.map(({ severity }) => severity)).toEqual([2, 1, 1]);
    expect(results[1]!.suppressedMessages).toEqual([
      expect.objectContaining({ suppressions: [{ kind: 'directive', justification: 'Approved on 3 May.' }] }),
    ]);
    for (const result of results) expect(result).not.toHaveProperty('source');
  });
});
