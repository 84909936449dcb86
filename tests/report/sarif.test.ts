import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { finding, full, info, mendable, privateFinding, report, render, renderJson } from './sample.ts';

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] };
      };
      readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly object[] }];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: Record<string, unknown>;
            };
          },
        ];
      }[];
    },
  ];
}

/** The schema is of draft 4, of which ajv lacks only the name of the identifier. */
function schema(): object {
  const {
    id: _id,
    $schema: _schema,
    ...rest
  } = JSON.parse(readFileSync('tests/report/schemas/sarif-2.1.0.json', 'utf8')) as Record<string, unknown>;
  return rest;
}
const validate = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text) => URL.canParse(text),
    'uri-reference': /^[^\s<>"{}|\\^`]*$/,
    'date-time': (text) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema());

const rules = new Map([['efficacy/cure-claim', { title: 'Claim to *cure*', severity: 'warning' as const }]]);

describe('SARIF', () => {
  it('offers each way to mend a finding as a fix of all its places', async () => {
    const { runs } = await renderJson<{ runs: [{ results: { fixes?: object[] }[] }] }>('sarif', report({ findings: [mendable, finding] }));
    const [mended, other] = runs[0].results;
    const replacements = [
      [{ deletedRegion: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 19 }, insertedContent: { text: 'eases' } }],
      [
        { deletedRegion: { startColumn: 14, endColumn: 14 }, insertedContent: { text: 'a paragraph, with <b>words</b> of its own (' } },
        { deletedRegion: { startColumn: 20, endColumn: 20 }, insertedContent: { text: ')' } },
      ],
    ];
    expect(mended!.fixes).toMatchObject(
      replacements.map((each) => ({ artifactChanges: [{ artifactLocation: { uri: 'content/knee.md' }, replacements: each }] })),
    );
    expect(other!.fixes).toBeUndefined();
  });

  it('fits the schema of OASIS, with everything and with nothing', async () => {
    for (const value of [full, report(), report({}), report({ findings: [mendable] })]) {
      validate(await renderJson('sarif', value, { prefix: 'site/', rules }));
      expect(validate.errors).toBe(null);
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('places results from the root of the repository, with columns in UTF-16 units and the end exclusive', async () => {
    const { runs } = await renderJson<Sarif>('sarif', full, { prefix: 'site/' });
    const [run] = runs;
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits' });
    expect(run.artifacts.map(({ location }) => location.uri)).toEqual([
      'site/content/a%20file%231.html',
      'site/content/knee.md',
      'site/content/other.md',
    ]);
    const [first] = run.results;
    expect(first!.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'site/content/knee.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 19 },
    });
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'error', 'error', 'error']);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  });

  it('shows the words found, but never those of a private finding, nor words that differ from the source', async () => {
    const shortened = { ...finding, quote: { ...finding.quote!, words: 'cur …' }, endOffset: 200 };
    const { runs } = await renderJson<Sarif>('sarif', report({ findings: [finding, privateFinding, shortened] }));
    expect(runs[0].results.map(({ locations }) => locations[0].physicalLocation.region['snippet'])).toEqual([
      { text: 'cures' },
      undefined,
      undefined,
    ]);
  });

  it('lists who silenced what, and what could not be read', async () => {
    const [run] = (await renderJson<Sarif>('sarif', full)).runs;
    expect(run.results.map(({ suppressions }) => suppressions?.map(({ kind, justification }) => [kind, justification]))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      [['inSource', 'Approved on 3 May.']],
      [['external', 'Was there before.']],
    ]);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
  });

  it('explains a rule in Markdown that rule texts and copy cannot break out of', async () => {
    const evil = { ...finding, why: 'a [b](https://example.com) <img src=x>', fix: '`x` @octocat' };
    const [run] = (await renderJson<Sarif>('sarif', report({ findings: [evil] }), { rules })).runs;
    const { markdown } = run.tool.driver.rules[0]!.help;
    expect(markdown).toContain('# Claim to &#42;cure&#42;');
    expect(markdown).toContain(
      '[15 U.S.C. 52](<https://example.com/12>), FTC Act s. 12: A false ad is unlawful. (not verified against a source)',
    );
    expect(markdown).not.toMatch(/<img|\]\(https|@octocat/);
  });

  it('does not let copy pose as placeholder or link of a message', async () => {
    const [run] = (await renderJson<Sarif>('sarif', report({ findings: [{ ...info, message: 'see {0} [x](1)' }] }))).runs;
    expect(run.results[0]!.message.text).toContain('see {{0}} [x] (1)');
  });

  it('tells results apart, and is the same bytes each time', async () => {
    expect(await render('sarif', full)).toBe(await render('sarif', full));
    const [run] = (await renderJson<Sarif>('sarif', report({ findings: [finding, info, privateFinding] }))).runs;
    expect(new Set(run.results.map(({ partialFingerprints }) => partialFingerprints['promolintFinding/v1'])).size).toBe(3);
  });
});
