import { Ajv } from 'ajv';
import { RDFormatValidator } from '@umbrelladocs/rdformat-validator';
import { describe, expect, it } from 'vitest';
import { finding, full, info, mendable, place, privateFinding, report, render, renderJson } from './sample.ts';

describe('GitHub annotations', () => {
  interface Command {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly message: string;
  }

  /** Reads a line as the runner does. */
  function commandOf(line: string): Command | undefined {
    const match = /^\s*::([^ :]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (!match) return undefined;
    const pairs = (match[2] ?? '').split(',').filter(Boolean);
    const unescape = (text: string) =>
      text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
    return {
      name: match[1]!,
      properties: Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
      ),
      message: unescape(match[3]!),
    };
  }

  const commands = (text: string): Command[] => text.split('\n').flatMap((line) => commandOf(line) ?? []);

  it('point at path, line and column from the root of the repository', async () => {
    expect(commands(await render('github', full, { prefix: 'site/' })).slice(0, 3)).toEqual([
      {
        name: 'error',
        properties: {
          file: 'site/content/knee.md',
          line: '3',
          endLine: '3',
          col: '14',
          endColumn: '19',
          title: 'efficacy/cure-claim',
        },
        message: '"cures" promises a cure. Say what was measured.',
      },
      expect.objectContaining({ name: 'warning' }),
      expect.objectContaining({ name: 'notice' }),
    ]);
  });

  it('name no columns for words over several lines', async () => {
    const [command] = commands(await render('github', report({ findings: [{ ...finding, endLine: 4 }] })));
    expect(Object.keys(command!.properties)).toEqual(['file', 'line', 'endLine', 'title']);
  });

  it('take nothing from copy or names for a command, a property or a second line', async () => {
    const evil = { ...finding, message: 'x\n::error::y\r::stop-commands::z 50% ##[add-mask]a' };
    const text = await render('github', report({ path: 'a,line=9::b%0A\n::warning::c.md', findings: [evil] }));
    expect(commands(text)).toEqual([
      {
        name: 'error',
        properties: expect.objectContaining({ file: 'a,line=9::b%0A\\n::warning::c.md', line: '3' }) as object,
        message: 'x ::error::y ::stop-commands::z 50% # #[add-mask]a Say what was measured.',
      },
    ]);
  });

  it('are ten of a kind at most, and say how many are left', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...finding, ...place(index + 1, 1, index) }));
    const text = await render('github', report({ findings: [...many, info] }));
    expect(commands(text).map(({ name }) => name)).toEqual([...Array<string>(10).fill('error'), 'notice']);
    expect(text).toMatch(
      /\npromolint found 25 errors, 0 warnings, 1 notice in 1 file\. 15 of them have no annotation: see the job summary\.\n$/,
    );
  });
});

describe('GitLab code quality', () => {
  // What GitLab documents as required, and the values it knows.
  const validate = new Ajv({ allErrors: true }).compile({
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          additionalProperties: false,
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: {
              type: 'object',
              additionalProperties: false,
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  it('has the fields that GitLab reads', async () => {
    const issues = await renderJson<{ location: { path: string }; description: string }[]>('gitlab', full, { prefix: 'site/' });
    validate(issues);
    expect(validate.errors).toBe(null);
    expect(issues[0]).toMatchObject({
      description: 'efficacy/cure-claim: "cures" promises a cure. Say what was measured.',
      severity: 'major',
      location: { path: 'site/content/knee.md', lines: { begin: 3, end: 3 } },
    });
    expect(await renderJson('gitlab', report({}))).toEqual([]);
  });

  it('tells apart the same words in two files, and the same again in one', async () => {
    const issues = await renderJson<{ fingerprint: string }[]>(
      'gitlab',
      report({ path: 'a.md', findings: [finding, finding] }, { path: 'b.md', findings: [finding] }),
    );
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

describe('rdjson and rdjsonl', () => {
  const validator = new RDFormatValidator({ strictMode: true });

  it('suggest what one change mends, in columns of bytes', async () => {
    const { diagnostics } = await renderJson<{ diagnostics: object[] }>('rdjson', report({ findings: [mendable] }));
    expect(diagnostics).toMatchObject([
      { suggestions: [{ range: { start: { line: 3, column: 18 }, end: { line: 3, column: 23 } }, text: 'eases' }] },
    ]);
  });

  it('are valid for reviewdog', async () => {
    for (const value of [full, report({ findings: [mendable] })]) {
      const { valid, errors } = await validator.validateString(await render('rdjson', value));
      expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    }
    const lines = (await render('rdjsonl', full)).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect((await validator.validateString(line)).valid).toBe(true);
    expect((await validator.validateString('{"diagnostics": [{"message": "x"}]}')).valid).toBe(false);
  });

  it('count columns in bytes of UTF-8', async () => {
    const { diagnostics } = await renderJson<{ diagnostics: object[] }>('rdjson', report({ findings: [finding] }));
    expect(diagnostics[0]).toMatchObject({
      location: { path: 'content/knee.md', range: { start: { line: 3, column: 18 }, end: { line: 3, column: 23 } } },
      severity: 'ERROR',
      code: { value: 'efficacy/cure-claim' },
    });
  });

  it('print one diagnostic a line, and none for nothing', async () => {
    expect(await render('rdjsonl', report({}))).toBe('');
    expect(JSON.parse(await render('rdjsonl', report({ findings: [privateFinding] })))).toMatchObject({ severity: 'WARNING' });
  });
});
