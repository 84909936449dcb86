import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './io.ts';

const CURE = 'efficacy/cure-claim';
const PAGE = `<!-- promolint-disable-next-line ${CURE} -- quoted from the cleared label; owner: web team; until: 2027-01-31; approver: M. Lee -->
Our laser cures acne.

<!-- promolint-disable-next-line pressure/false-urgency -- =HYPERLINK("x"); until: 2026-06-30 -->
We are open on Monday.
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const at = ['--as-of', '2026-11-21'];

describe('promolint suppressions', () => {
  it('lists where, why, who, until when, and what came of each', async () => {
    place.write('b.md', PAGE);
    place.write('a.md', '# Open\n');
    expect(await place.run(['suppressions', ...at])).toEqual({
      code: 0,
      err: '',
      out: `b.md
  1:6  active  efficacy/cure-claim  in the next line, 1 finding
      quoted from the cleared label
      owner web team, until 2027-01-31 (71 days left), approved by M. Lee
  4:6  expired  pressure/false-urgency  in the next line
      =HYPERLINK("x")
      until 2026-06-30 (144 days ago)

2 files read on 2026-11-21: 1 active, 1 expired.
`,
    });
  });

  it('says so when there are none', async () => {
    place.write('a.md', '# Open\n');
    expect((await place.run(['suppressions', 'a.md', ...at])).out).toBe(
      '1 file read on 2026-11-21: no page silences anything.\n',
    );
  });

  it('as JSON', async () => {
    place.write('b.md', PAGE);
    const { out } = await place.run(['suppressions', '-f', 'json', ...at]);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      asOf: '2026-11-21',
      suppressions: [
        {
          path: 'b.md',
          line: 1,
          kind: 'comment',
          form: 'next-line',
          ruleId: CURE,
          state: 'active',
          findings: 1,
          approver: 'M. Lee',
        },
        { path: 'b.md', line: 4, ruleId: 'pressure/false-urgency', state: 'expired', until: '2026-06-30' },
      ],
      summary: { files: 1, active: 1, expired: 1, unused: 0 },
    });
  });

  it('as CSV that no spreadsheet takes for a formula, to a file', async () => {
    place.write('b.md', PAGE);
    expect(await place.run(['suppressions', '-f', 'csv', '-o', 'trail.csv', ...at])).toEqual({ code: 0, out: '', err: '' });
    const rows = parse(readFileSync(join(place.folder, 'trail.csv'), 'utf8'), { columns: true, bom: true }) as object[];
    expect(rows).toMatchObject([
      { path: 'b.md', rule: CURE, state: 'active', owner: 'web team', approver: 'M. Lee' },
      { rule: 'pressure/false-urgency', reason: '\'=HYPERLINK("x")' },
    ]);
  });

  it('counts what the baseline sets aside', async () => {
    place.write('a.md', 'Our laser cures acne.\n');
    place.write('promolint.config.yaml', 'baseline: known.json\nrules: {fair-balance/procedure-no-risks-or-alternatives: off}\n');
    await place.run(['baseline', 'create']);
    expect((await place.run(['suppressions', ...at])).out).toBe(
      '1 file read on 2026-11-21: no page silences anything.\nknown.json sets 1 finding in 1 file aside besides.\n',
    );
    const list = JSON.parse((await place.run(['suppressions', '-f', 'json'])).out) as { baseline: object };
    expect(list.baseline).toEqual({ file: 'known.json', findings: 1, files: 1 });
  });

  it('refuses what it does not know', async () => {
    expect(await place.run(['suppressions', '-f', 'cvs'])).toMatchObject({ code: 2, out: '' });
    expect((await place.run(['suppressions', 'missing.md'])).err).toContain('missing.md');
  });
});

describe('a run', () => {
  it('tells silenced findings apart, in the shape that the schema describes', async () => {
    place.write('b.md', PAGE);
    const report = JSON.parse((await place.run(['b.md', '--only', CURE, '-f', 'json', ...at])).out) as {
      files: { findings: object[] }[];
      suppressed: object[];
    };
    expect(report.files[0]!.findings).toEqual([]);
    expect(report.suppressed).toMatchObject([
      {
        path: 'b.md',
        ruleId: CURE,
        line: 2,
        excerpt: 'Our laser cures acne',
        suppression: { kind: 'comment', reason: 'quoted from the cleared label', owner: 'web team', line: 1 },
      },
    ]);
    const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(report);
    expect(validate.errors).toBeNull();
  });

  it('hears them all the same with --no-suppressions', async () => {
    place.write('b.md', PAGE);
    expect((await place.run(['b.md', '--only', CURE, ...at])).code).toBe(0);
    expect((await place.run(['b.md', '--only', CURE, '--no-suppressions', ...at])).code).toBe(1);
  });

  it('with --cache, asks again on the day that a suppression runs out', async () => {
    place.write('b.md', PAGE);
    const codeOn = async (date: string) => (await place.run(['b.md', '--only', CURE, '--cache', '--as-of', date])).code;
    expect([await codeOn('2027-01-31'), await codeOn('2027-01-31'), await codeOn('2027-02-01')]).toEqual([0, 0, 1]);
  });

  it('exits with 1 for a suppression without a reason, unless the project decides otherwise', async () => {
    place.write('c.md', `<!-- promolint-disable-file ${CURE} -->\n\nWe are open on Monday.\n`);
    expect((await place.run(['c.md'])).code).toBe(1);
    place.write('promolint.config.yaml', 'rules: {suppression/no-reason: warning}\n');
    expect((await place.run(['c.md'])).code).toBe(0);
    place.write('promolint.config.yaml', 'rules: {suppression/no-raeson: warning}\n');
    expect((await place.run(['c.md'])).err).toContain('Did you mean "suppression/no-reason"?');
  });

  it('explains what can be wrong with one', async () => {
    expect((await place.run(['explain', 'suppression/unused'])).out).toMatch(
      /^suppression\/unused\nA suppression that silences nothing\n/,
    );
  });
});

describe('the configuration', () => {
  const silenced = async (config: string, note: string) => {
    place.write('promolint.config.yaml', `suppressions: ${config}\n`);
    place.write('a.md', `<!-- promolint-disable-next-line ${CURE} -- quoted from the label${note} -->\nOur laser cures acne.\n`);
    const { out } = await place.run([
      'a.md',
      '--only',
      `${CURE},suppression/unapproved,suppression/incomplete`,
      '-f',
      'json',
      ...at,
    ]);
    const { files, suppressed } = JSON.parse(out) as { files: { findings: { ruleId: string }[] }[]; suppressed: unknown[] };
    return [suppressed.length, ...files[0]!.findings.map(({ ruleId }) => ruleId)];
  };
  const approval = '{require_approver_for: error, approvers: [M. Lee]}';

  it.each([
    [approval, '; approver: m. lee', [1]],
    [approval, '', [0, 'suppression/unapproved', CURE]],
    [approval, '; approver: J. Doe', [0, 'suppression/unapproved', CURE]],
    ['{require_approver_for: error}', '; approver: J. Doe', [1]],
    ['{require: [owner, until]}', '; owner: web team; until: 2027-01-31', [1]],
    ['{require: [owner, until]}', '; owner: web team', [0, 'suppression/incomplete', CURE]],
    ['{max_days: 90}', '; until: 2027-01-31', [1]],
    ['{max_days: 30}', '; until: 2027-01-31', [0, 'suppression/incomplete', CURE]],
    ['{allow: false}', '', [0, CURE]],
  ])('%s meets "%s"', async (config, note, expected) => {
    expect(await silenced(config, note)).toEqual(expected);
  });

  it('asks for approval from a severity on, and only from there', async () => {
    place.write('promolint.config.yaml', `suppressions: {require_approver_for: error}\nrules: {${CURE}: warning}\n`);
    place.write('a.md', `<!-- promolint-disable-next-line ${CURE} -- quoted from the label -->\nOur laser cures acne.\n`);
    expect((await place.run(['a.md', '--only', CURE, '--fail-on', 'warning'])).code).toBe(0);
  });

  it('names keys that it does not know', async () => {
    place.write('promolint.config.yaml', 'suppressions: {approver: [M. Lee]}\n');
    expect((await place.run(['suppressions'])).err).toMatch(
      /promolint\.config\.yaml:1:16 {2}Unknown key "approver"\.[^]*Did you mean "approvers"\?/,
    );
  });
});
