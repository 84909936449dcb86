import { describe, expect, it } from 'vitest';
import { isDate, isReason, readComment } from '../../../src/check/silence/grammar.ts';

describe('a comment that silences', () => {
  it('has a verb, rules, a reason, and perhaps fields', () => {
    expect(
      readComment(
        ' promolint-disable-next-line efficacy/cure-claim, phi/record -- quoted from the label; owner: web team; until: 2027-01-31; approver: M. Lee',
      ),
    ).toEqual({
      verb: 'disable-next-line',
      note: {
        rules: ['efficacy/cure-claim', 'phi/record'],
        reason: 'quoted from the label',
        owner: 'web team',
        until: '2027-01-31',
        approver: 'M. Lee',
      },
    });
  });

  it.each([
    ['on lines of their own', 'promolint-disable a/b\n-- a good reason\nowner: web team\nuntil: 2027-01-31\n'],
    ['before the reason', 'promolint-disable a/b owner: web team; until: 2027-01-31 -- a good reason'],
    ['in brackets', 'promolint-disable a/b -- a good reason (owner: web team; until: 2027-01-31)'],
    ['in brackets, one of them last', 'promolint-disable a/b -- a good reason (until: 2027-01-31; owner: web team)'],
    ['behind one another', 'promolint-disable a/b -- a good reason owner: web team until: 2027-01-31'],
    ['before the rest of the reason', 'promolint-disable a/b -- owner: web team; until: 2027-01-31; a good reason'],
    ['in capitals', 'promolint-disable a/b -- a good reason. Owner: web team; Until: 2027-01-31'],
  ])('takes fields %s', (_, text) => {
    const { note } = readComment(text)!;
    expect({ ...note, reason: note.reason.replace(/\.$/, '') }).toEqual({
      rules: ['a/b'],
      reason: 'a good reason',
      owner: 'web team',
      until: '2027-01-31',
    });
  });

  it.each(['--', '—', '–', '---'])('separates the reason by %s', (dash) => {
    expect(readComment(`promolint-disable-file a/b ${dash} why not`)!.note).toEqual({ rules: ['a/b'], reason: 'why not' });
  });

  it('needs no space behind the dashes, and keeps those in rules and reasons', () => {
    expect(readComment('promolint-disable a-b/c-d --e-mail from legal -- twice')!.note).toEqual({
      rules: ['a-b/c-d'],
      reason: 'e-mail from legal -- twice',
    });
  });

  it('keeps brackets that belong to the reason', () => {
    expect(readComment('promolint-disable a/b -- approved (see the file)')!.note.reason).toBe('approved (see the file)');
  });

  it('takes no rules from a reason whose dashes were forgotten', () => {
    expect(readComment('promolint-disable a/b, c/d quoted from e/f')!.note).toEqual({ rules: ['a/b', 'c/d'], reason: '' });
    expect(readComment('promolint-disable a/b-- why')!.note).toEqual({ rules: ['a/b'], reason: 'why' });
  });

  it('is told from other comments', () => {
    for (const text of ['', 'promolinted', 'see promolint-disable', 'promolint', 'promolint is a linter', 'x promolint-enable'])
      expect(readComment(text), text).toBeUndefined();
    expect(readComment('promolint-disabel a/b -- why')!.verb).toBe('disabel');
    expect(readComment('promolint: ignore a/b')!.verb).toBe('ignore');
    expect(readComment('promolint disable a/b')!.verb).toBe('disable');
  });

  it('is read in time that grows with its length', () => {
    for (const text of [
      'a '.repeat(50_000),
      'owner: '.repeat(20_000),
      '-- '.repeat(50_000),
      '; '.repeat(50_000),
      ' '.repeat(100_000),
    ]) {
      const started = performance.now();
      readComment(`promolint-disable ${text}`);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});

it('a reason says something', () => {
  expect(['approved by counsel', 'quoted', '承認済み'].filter(isReason)).toHaveLength(3);
  expect(['', '-', '42', 'reason', 'TODO', '<why>', '...', 'x', 'n/a', 'tbd!'].filter(isReason)).toEqual([]);
});

it('a date is a day of the calendar', () => {
  expect(['2026-02-28', '2028-02-29'].filter(isDate)).toHaveLength(2);
  expect(['2026-02-30', '2026-2-3', '28.02.2026', 'tomorrow', '2026-13-01', ''].filter(isDate)).toEqual([]);
});
