import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import type { Report } from '../../src/check/finding.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatText } from '../../src/report/text.ts';
import { columns } from '../../src/report/width.ts';
import { finding, full, mendable, place, render, report } from './sample.ts';

const text = (value: Report, color = false) => formatText(value, { color });

describe('the text report', () => {
  it('says where, what, why, what to write, and the law, and marks the words', () => {
    expect(text(report({ findings: [finding] }))).toBe(`content/knee.md

  3:14  error  "cures" promises a cure.  efficacy/cure-claim
      治療 our laser cures acne
                     ^^^^^
      why   Readers who are ill take it as a certainty.
      fix   Say what was measured.
      law   15 U.S.C. 52: A false ad is unlawful. (not verified against a source)
      also  the same words at 1:8
      with  efficacy/miracle-language

1 file read: 1 error.
promolint does not give legal advice: a medical, legal or regulatory reviewer decides.
`);
  });

  it('explains a rule once a file', () => {
    const second = { ...finding, ...place(9, 1, 200), severity: 'warning' as const, also: [], related: [] };
    const lines = text(report({ findings: [finding, second] })).split('\n');
    expect(lines.filter((line) => line.includes('Say what was measured.'))).toHaveLength(1);
    expect(lines).toContain('            why, fix and law: as at 3:14');
    expect(lines).toContain('1 file read: 1 error, 1 warning.');
  });

  it('shows no line for a private finding', () => {
    const { quote: _quote, excerpt: _excerpt, ...rest } = finding;
    const lines = text(report({ findings: [rest] })).split('\n');
    expect(lines[3]).toMatch(/^ {6}why/);
  });

  it('lists notices and files that were not read', () => {
    const notices = [{ code: 'front-matter', message: 'Cannot be read.', line: 2, column: 1 }];
    const output = text({
      ...report({ notices }, { path: 'b.md' }),
      skipped: [{ path: 'logo\u001b[2J.html', reason: 'not a text file' }],
    });
    expect(output).toContain('  2:1  note  Cannot be read.  front-matter\n');
    expect(output).toContain('not read: logo\\u{1b}[2J.html (not a text file)');
    expect(output).toContain('2 files read: nothing found.');
    expect(output).not.toContain('b.md');
  });

  it('counts what was suppressed', () => {
    expect(text(full)).toContain('3 files read: 2 errors, 1 warning, 1 info. 2 findings suppressed.\n');
  });

  it('fits a terminal: text hangs under its first line, and the quoted line gives way around the words', () => {
    const long = {
      ...finding,
      why: 'Readers who are ill take it as a certainty, and almost no treatment can support it in every one of them.',
      quote: {
        before: 'In our clinic by the sea, with its garden, ',
        words: 'our new laser cures',
        after: ' acne, warts and much more besides',
      },
    };
    const lines = formatText(report({ findings: [long] }), { color: false, width: 60 }).split('\n');
    const shown = lines.slice(3, 5);
    expect(shown[0]!.slice(shown[1]!.indexOf('^'), shown[1]!.lastIndexOf('^') + 1)).toBe('our new laser cures');
    expect(shown[0]!.length).toBeLessThanOrEqual(60);
    expect(lines.slice(5, 8)).toEqual([
      '      why   Readers who are ill take it as a certainty, and',
      '            almost no treatment can support it in every one',
      '            of them.',
    ]);
  });

  it('is coloured only when asked', () => {
    expect(text(report({ findings: [finding] }))).not.toContain('\u001b');
    expect(text(report({ findings: [finding] }), true)).toContain('\u001b[31merror\u001b[39m');
  });

  it('measures columns as a terminal does', () => {
    expect(['abc', '治療', 'e\u0301', '👍', '\u200b', 'ｗ'].map(columns)).toEqual([3, 4, 1, 2, 0, 2]);
  });
});

describe('what can be mended', () => {
  it('is counted in the text, for whoever does not know --fix', async () => {
    expect(await render('text', report({ findings: [mendable, finding] }))).toContain('\n1 can be mended by --fix; --fix-dry-run shows how.\n');
    expect(await render('text', report({ findings: [finding] }))).not.toContain('--fix');
  });

  it('stands in the JSON with its places', () => {
    const { files } = JSON.parse(formatJson(report({ findings: [mendable] }))) as { files: [{ findings: [{ suggestions: unknown }] }] };
    expect(files[0].findings[0].suggestions).toMatchObject([
      { title: 'Write "cleared"', automatic: true, edits: [{ line: 3, column: 14, startOffset: 57, endOffset: 62, text: 'eases' }] },
      { automatic: false, edits: [{ startOffset: 57, endOffset: 57 }, { startOffset: 63, text: ')' }] },
    ]);
  });

  it('is a fix for tools that read the results of ESLint, and a suggestion where a person judges', async () => {
    const other = { ...mendable, suggestions: [{ ...mendable.suggestions[0]!, automatic: false }] };
    const [file] = JSON.parse(await render('eslint-json', report({ findings: [mendable, other, finding] }))) as object[];
    const change = { range: [57, 62], text: 'eases' };
    expect(file).toMatchObject({
      fixableErrorCount: 1,
      fixableWarningCount: 0,
      messages: [{ fix: change }, { suggestions: [{ desc: 'Write "cleared"', fix: change }] }, {}],
    });
  });

  it('stands in the HTML page as text', async () => {
    const page = await render('html', report({ findings: [mendable] }));
    expect(page).toContain('<li>Write &quot;cleared&quot; <span class="faint">(promolint --fix)</span></li>');
    expect(page).toContain('<br><q>a paragraph, with &lt;b&gt;words&lt;/b&gt; of its own (</q>');
    expect(page).not.toContain('<b>');
  });
});

describe('the JSON report', () => {
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(
    JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object,
  );
  const json = (value: Report) => JSON.parse(formatJson(value)) as { files: { path: string; findings: object[] }[] };

  it('fits its schema, with and without findings', () => {
    const { quote: _quote, excerpt: _excerpt, ...rest } = finding;
    const value = json({
      ...report(
        { findings: [finding, rest, mendable], notices: [{ code: 'x', message: 'y', line: 1, column: 1 }] },
        { path: 'b.html', format: 'html' },
      ),
      skipped: [{ path: 'c.html', reason: 'empty' }],
    });
    validate(value);
    expect(validate.errors).toBe(null);
    expect(validate({ ...value, extra: 1 })).toBe(false);
  });

  it('says what and why in the message, and keeps the source line to itself', () => {
    const [first] = json(report({ findings: [finding] })).files[0]!.findings;
    expect(first).toMatchObject({
      message: '"cures" promises a cure. Readers who are ill take it as a certainty.',
      suggestions: [],
    });
    expect(first).not.toHaveProperty('quote');
  });

  it('is the same bytes for the same report, and has no control characters from names', () => {
    const value = report({ path: 'a\u001b[31m\u202e.md' });
    expect(formatJson(value)).toBe(formatJson(value));
    expect(json(value).files[0]!.path).toBe('a\\u{1b}[31m\\u{202e}.md');
  });
});
