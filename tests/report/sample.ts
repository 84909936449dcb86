import type { FileReport, Finding, Place, Report, SuppressedFinding } from '../../src/check/finding.ts';
import { FORMATS } from '../../src/report/formats.ts';
import type { FormatOptions } from '../../src/report/formats.ts';

export const place = (line: number, column: number, startOffset: number): Place => ({
  line,
  column,
  endLine: line,
  endColumn: column + 5,
  startOffset,
  endOffset: startOffset + 5,
  byteColumn: column,
  endByteColumn: column + 5,
});

export const finding: Finding = {
  ruleId: 'efficacy/cure-claim',
  family: 'efficacy',
  severity: 'error',
  message: '"cures" promises a cure.',
  why: 'Readers who are ill take it as a certainty.',
  fix: 'Say what was measured.',
  suggestions: [],
  confidence: 0.9,
  excerpt: 'cures',
  quote: { before: '治療 our laser ', words: 'cures', after: ' acne' },
  legalBasis: [
    {
      cite: '15 U.S.C. 52',
      title: 'FTC Act s. 12',
      says: 'A false ad is unlawful.',
      url: 'https://example.com/12',
      checked: 'memory',
    },
    { cite: '15 U.S.C. 45', title: 'FTC Act s. 5', says: 'Deception is unlawful.', checked: 'text' },
  ],
  also: [place(1, 8, 7)],
  related: ['efficacy/miracle-language'],
  fingerprint: 'a'.repeat(32),
  docs: 'docs/rules/efficacy/cure-claim.md',
  ...place(3, 14, 57),
  byteColumn: 18,
  endByteColumn: 23,
};

const { quote: _quote, excerpt: _excerpt, ...withoutWords } = finding;

/** A finding of somebody's identity: without words. */
export const privateFinding: Finding = {
  ...withoutWords,
  ruleId: 'phi/record-number',
  family: 'phi',
  severity: 'warning',
  message: 'A record number of 8 characters stands here.',
  also: [],
  related: [],
  fingerprint: 'b'.repeat(32),
  ...place(5, 2, 90),
};

export const info: Finding = {
  ...finding,
  ruleId: 'literacy/long-sentence',
  family: 'literacy',
  severity: 'info',
  message: 'A sentence of 48 words.',
  fingerprint: 'c'.repeat(32),
  also: [],
  related: [],
};

/** One that `--fix` mends by one change, and a writer by two. */
export const mendable: Finding = {
  ...finding,
  fingerprint: 'e'.repeat(32),
  suggestions: [
    { title: 'Write "cleared"', automatic: true, edits: [{ ...place(3, 14, 57), byteColumn: 18, endByteColumn: 23, text: 'eases' }] },
    {
      title: 'Say "<b>sore</b>", with the other word in parentheses',
      automatic: false,
      edits: [
        { ...place(3, 14, 57), endOffset: 57, endColumn: 14, text: 'a paragraph, with <b>words</b> of its own (' },
        { ...place(3, 20, 63), endOffset: 63, endColumn: 20, text: ')' },
      ],
    },
  ],
};

export const suppressed: SuppressedFinding = {
  ...finding,
  fingerprint: 'd'.repeat(32),
  path: 'content/knee.md',
  suppression: { kind: 'comment', reason: 'Approved on 3 May.', owner: 'R. Imada', until: '2027-01-31', line: 8 },
};

export const report = (...files: Partial<FileReport>[]): Report => ({
  run: { asOf: '2026-11-21', profiles: ['us-provider'], configHash: 'c', rulesHash: 'r' },
  files: files.map((file) => ({ path: 'content/knee.md', format: 'markdown', findings: [], notices: [], ...file })),
  suppressed: [],
  skipped: [],
});

/** Something of everything that a report can hold. */
export const full: Report = {
  ...report(
    {
      path: 'content/a file#1.html',
      format: 'html',
      notices: [{ code: 'front-matter', message: 'Cannot be read.', line: 2, column: 1 }],
    },
    { findings: [finding, privateFinding, info] },
    { path: 'content/other.md', findings: [finding] },
  ),
  suppressed: [
    suppressed,
    { ...suppressed, path: 'content/other.md', suppression: { kind: 'baseline', reason: 'Was there before.' } },
  ],
  skipped: [{ path: 'font.html', reason: 'not a text file' }],
};

export const render = async (name: string, value: Report, options: FormatOptions = {}): Promise<string> => {
  const report = (await FORMATS[name]!())(value, options);
  return typeof report === 'string' ? report : [...report].join('');
};

export const renderJson = async <T>(name: string, value: Report, options: FormatOptions = {}): Promise<T> =>
  JSON.parse(await render(name, value, options)) as T;
