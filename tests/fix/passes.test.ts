import { describe, expect, it } from 'vitest';
import type { Finding, LintedFile, Suggestion } from '../../src/check/finding.ts';
import { Draft } from '../../src/fix/draft.ts';
import { mend } from '../../src/fix/passes.ts';
import { finding, place } from '../report/sample.ts';

type Find = (source: string) => Iterable<{ readonly at: number; readonly length: number; readonly text: string; readonly rule?: string; readonly automatic?: boolean }>;

/** A linter of one's own: each word found, and what to write there instead. */
const linter =
  (find: Find) =>
  (source: string): LintedFile => ({
    path: 'a.md',
    format: 'markdown',
    notices: [],
    suppressed: [],
    suppressions: [],
    findings: Array.from(find(source), ({ at, length, text, rule = 'efficacy/cure-claim', automatic = true }): Finding => {
      const spot = { ...place(1, at + 1, at), endOffset: at + length, endColumn: at + length + 1 };
      const suggestion: Suggestion = { title: 'Mend it', automatic, edits: [{ ...spot, text }] };
      return { ...finding, ...spot, ruleId: rule, message: source.slice(at, at + length), also: [], related: [], fingerprint: `${rule}${at}`, suggestions: [suggestion] };
    }),
  });

const words = (pattern: RegExp, by: (word: string) => string, rule?: string): Find =>
  function* (source) {
    for (const { 0: word, index: at } of source.matchAll(pattern)) yield { at, length: word.length, text: by(word), rule };
  };

describe('fixes', () => {
  it('are made all at once where they lie apart', () => {
    let runs = 0;
    const lint = linter(words(/cures/g, () => 'eases'));
    const { draft, applied, report } = mend('cures, cures and cures', (source) => (runs++, lint(source)));
    expect(draft.text).toBe('eases, eases and eases');
    expect([applied.length, report.findings, runs]).toEqual([3, [], 2]);
  });

  it('that touch each other are made one after the other, in passes', () => {
    // The second looks at what the first left.
    const lint = linter(function* (source) {
      const all = source.indexOf('best cures');
      if (all >= 0) yield { at: all, length: 10, text: 'cures' };
      const one = source.indexOf('cures');
      if (one >= 0) yield { at: one, length: 5, text: 'eases', rule: 'efficacy/miracle-language' };
    });
    const { draft, applied } = mend('Our best cures.', lint);
    expect(draft.text).toBe('Our eases.');
    expect(applied.map(({ ruleId }) => ruleId)).toEqual(['efficacy/cure-claim', 'efficacy/miracle-language']);
  });

  it('of two that undo each other only one is made, and the end is an end', () => {
    const lint = linter(function* (source) {
      yield* words(/cures/g, () => 'heals', 'a/cures')(source);
      yield* words(/heals/g, () => 'cures', 'a/heals')(source);
    });
    expect(mend('It cures.', lint).draft.text).toBe('It cures.');
  });

  it('that make another finding, a graver one, or leave theirs are not made, and do not keep others from being made', () => {
    const lint = linter(function* (source) {
      yield* words(/alpha/g, () => 'bravo', 'a/one')(source);
      yield* words(/bravo/g, () => 'x', 'a/new')(source);
      yield* words(/same/g, () => 'same again', 'a/same')(source);
      yield* words(/cures/g, () => 'eases', 'a/good')(source);
    });
    const { draft, applied } = mend('alpha same cures', lint);
    expect(draft.text).toBe('alpha same eases');
    expect(applied).toEqual([{ ruleId: 'a/good', title: 'Mend it' }]);
  });

  it('that a person has to judge are never made', () => {
    const lint = linter(function* (source) {
      for (const each of words(/cures/g, () => 'eases')(source)) yield { ...each, automatic: false };
    });
    expect(mend('It cures.', lint).applied).toEqual([]);
  });

  it('that work only once another is made are made in the same run', () => {
    const lint = linter(function* (source) {
      // Worse as long as "alpha" stands there.
      yield* words(/cures/g, () => 'eases', 'a/late')(source);
      if (source.includes('eases') && source.includes('alpha')) yield { at: 0, length: 1, text: 'x', rule: 'a/early', automatic: false };
      yield* words(/alpha/g, () => 'omega', 'a/alpha')(source);
    });
    const once = mend('It cures alpha.', lint);
    expect(once.draft.text).toBe('It eases omega.');
    expect(mend(once.draft.text, lint).applied).toEqual([]);
  });
});

describe('a draft', () => {
  it('remembers over many edits what stood there from the beginning', () => {
    const draft = Draft.of('0123456789')
      .with([
        { startOffset: 2, endOffset: 4, text: 'AB' },
        { startOffset: 8, endOffset: 8, text: 'C' },
      ])
      .with([{ startOffset: 3, endOffset: 6, text: '' }]);
    expect(draft.text).toBe('01A67C89');
    expect(draft.changes()).toEqual([
      { startOffset: 2, endOffset: 6, text: 'A' },
      { startOffset: 8, endOffset: 8, text: 'C' },
    ]);
    expect(Draft.of(draft.original).with(draft.changes()).text).toBe(draft.text);
    expect(draft.slice(1, 4)).toEqual([{ text: '1', from: 1 }, { text: 'A' }, { text: '6', from: 6 }]);
  });

  it('of an empty text is empty, and can be written to', () => {
    expect(Draft.of('').changes()).toEqual([]);
    expect(Draft.of('').with([{ startOffset: 0, endOffset: 0, text: 'a' }]).changes()).toEqual([{ startOffset: 0, endOffset: 0, text: 'a' }]);
  });
});
