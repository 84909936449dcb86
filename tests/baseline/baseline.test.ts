import { describe, expect, it } from 'vitest';
import { formatBaseline, parseBaseline } from '../../src/baseline/baseline.ts';
import { compareWithBaseline } from '../../src/baseline/compare.ts';
import { fingerprint } from '../../src/check/fingerprint.ts';
import type { Finding } from '../../src/check/finding.ts';
import { PromolintError } from '../../src/errors.ts';

const RULE = 'efficacy/cure-claim';
const entry = (text: string, occurrence = 1, ruleId = RULE) => ({ ruleId, fingerprint: fingerprint(text, occurrence) });
const finding = (text: string, occurrence = 1, ruleId = RULE) =>
  ({ ...entry(text, occurrence, ruleId), family: ruleId.split('/')[0] }) as unknown as Finding;

describe('a baseline as a file', () => {
  it('is sorted, one line an entry, whatever the order of the findings', () => {
    const a = { ruleId: 'phi/x', fingerprint: 'b'.repeat(32) };
    const b = { ruleId: RULE, fingerprint: 'a'.repeat(32) };
    const text = formatBaseline(new Map([['b.md', [a, b]], ['a.md', [b]], ['empty.md', []]])); // prettier-ignore
    expect(text.split('\n').slice(3)).toEqual([
      '  "files": {',
      '    "a.md": [',
      `      "${RULE} ${'a'.repeat(32)}"`,
      '    ],',
      '    "b.md": [',
      `      "${RULE} ${'a'.repeat(32)}",`,
      `      "phi/x ${'b'.repeat(32)}"`,
      '    ]',
      '  }',
      '}',
      '',
    ]);
    expect(formatBaseline(new Map([['a.md', [b]], ['b.md', [b, a]]]))).toBe(text); // prettier-ignore
  });

  it('is read back as it was, with any file name', async () => {
    const baseline = new Map(
      ['a "b".md', '__proto__', 'line\nbreak.md', '治療.md', '../out.md'].map((name) => [name, [entry(name)]]),
    );
    expect(new Map([...(await parseBaseline(formatBaseline(baseline), 'x.json'))])).toEqual(baseline);
    expect(await parseBaseline(`\ufeff${formatBaseline(baseline)}`, 'x.json')).toEqual(baseline);
    const pack = new Map([['a.md', [entry('x', 1, 'acme:efficacy/miracle')]]]);
    expect(await parseBaseline(formatBaseline(pack), 'x.json')).toEqual(pack);
  });

  it.each([
    ['', 'x.json', 'This baseline is not valid JSON.'],
    ['{"version": 1,\n "files": {', 'x.json', 'This baseline is not valid JSON.'],
    ['{\n"version": 1,\n}', 'x.json:3', 'This baseline is not valid JSON.'],
    ['{\n<<<<<<< HEAD\n"version": 1\n}', 'x.json:2', 'This baseline holds a merge conflict.'],
    ['[]', 'x.json:1:1', 'This is no baseline of promolint.'],
    ['null', 'x.json:1:1', 'This is no baseline of promolint.'],
    ['{"results": {}}', 'x.json:1:1', 'This is no baseline of promolint.'],
    ['{\n  "version": 2, "files": {}}', 'x.json:2:14', 'This baseline has version 2, and this promolint reads version 1.'],
    ['{"version": "1", "files": {}}', 'x.json:1:13', 'This baseline has version ?, and this promolint reads version 1.'],
    ['{"version": 1}', 'x.json:1:1', '"files" must be a map of paths to findings.'],
    ['{"version": 1, "files": {"a.md": {}}}', 'x.json:1:34', 'The findings of a file must be a list.'],
    [
      '{"version": 1,\n"files": {"a.md": [\n"efficacy/cure-claim 12"]}}',
      'x.json:3:1',
      'A finding must be a rule and 32 hexadecimal digits.',
    ],
    ['{"version": 1, "files": {"a.md": [7]}}', 'x.json:1:35', 'A finding must be a rule and 32 hexadecimal digits.'],
  ])('is refused when it is %j', async (text, where, message) => {
    const error = await parseBaseline(text, 'x.json').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PromolintError);
    const { code, message: said, details } = error as PromolintError;
    expect([code, said]).toEqual(['baseline-invalid', message]);
    expect(details.where!.startsWith(where)).toBe(true);
    expect(details.hint).toMatch(/promolint/);
  });
});

describe('findings against a baseline', () => {
  const compare = (
    before: Record<string, ReturnType<typeof entry>[]>,
    now: Record<string, Finding[]>,
    { gone = [] as string[], only = undefined as string[] | undefined } = {},
  ) => {
    const files = Object.entries(now).map(([path, findings]) => ({ path, findings }));
    const { known, fixed, unseen } = compareWithBaseline(new Map(Object.entries(before)), files, {
      isGone: (path) => gone.includes(path),
      looksFor: (ruleId) => only?.includes(ruleId) ?? true,
    });
    const fresh = files.flatMap(({ findings }) => findings).filter((each) => !known.has(each));
    return { known: known.size, fresh: fresh.length, fixed: fixed.length, unseen: unseen.length };
  };

  it('are known when they were there, and fixed when they are no more', () => {
    expect(compare({ a: [entry('x'), entry('y')] }, { a: [finding('x'), finding('z')] })).toEqual({
      known: 1,
      fresh: 1,
      fixed: 1,
      unseen: 0,
    });
  });

  it('are counted: the same sentence once more is new, once less is fixed', () => {
    const twice = [entry('x', 1), entry('x', 2)];
    expect(compare({ a: twice }, { a: [finding('x', 1), finding('x', 2), finding('x', 3)] })).toMatchObject({
      known: 2,
      fresh: 1,
    });
    expect(compare({ a: twice }, { a: [finding('x', 1)] })).toMatchObject({ known: 1, fresh: 0, fixed: 1 });
    expect(compare({ a: [entry('x')] }, { a: [finding('x')], b: [finding('x')] })).toMatchObject({
      known: 1,
      fresh: 1,
      fixed: 0,
    });
  });

  it('are not swapped: the same sentence under another rule, or another sentence under the same rule, is new', () => {
    expect(compare({ a: [entry('x')] }, { a: [finding('x', 1, 'phi/name')] })).toMatchObject({ known: 0, fresh: 1, fixed: 1 });
    expect(compare({ a: [entry('x')] }, { a: [finding('y')] })).toMatchObject({ known: 0, fresh: 1, fixed: 1 });
  });

  it('are followed where their text moves, or their file is renamed', () => {
    expect(compare({ a: [entry('x', 1), entry('x', 2)] }, { a: [finding('x')], b: [finding('x')] })).toMatchObject({
      known: 2,
      fresh: 0,
    });
    expect(compare({ a: [entry('x')] }, { b: [finding('x')] }, { gone: ['a'] })).toMatchObject({ known: 1, fresh: 0, fixed: 0 });
    // The old file is still there and was not read: what stands in the new one may be a copy.
    expect(compare({ a: [entry('x')] }, { b: [finding('x')] })).toEqual({ known: 0, fresh: 1, fixed: 0, unseen: 1 });
  });

  it('say nothing about rules that nobody looked for', () => {
    const before = { a: [entry('x'), entry('y', 1, 'phi/name')] };
    expect(compare(before, { a: [] }, { only: [RULE] })).toEqual({ known: 0, fresh: 0, fixed: 1, unseen: 1 });
  });

  it('about suppressions are never known', () => {
    const before = { a: [entry('x', 1, 'suppression/unused')] };
    expect(compare(before, { a: [finding('x', 1, 'suppression/unused')] })).toMatchObject({ known: 0, fresh: 1 });
  });
});
