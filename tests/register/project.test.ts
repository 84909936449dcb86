import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../../src/inventory/rows.ts';
import { Workplace } from '../cli/io.ts';

const project = resolve('fixtures/projects/register');
const expected = (name: string): string => readFileSync(`${project}/expected/${name}`, 'utf8');

interface Finding {
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly ruleId: string;
  readonly message: string;
}

describe('the worked example of a register', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
  });
  afterAll(() => place.dispose());
  const promolint = (...argv: string[]) => place.run([...argv, '--as-of', '2026-11-21'], { cwd: project });

  it('has 40 claims and 15 pages', async () => {
    expect((await promolint('claims', 'check')).out).toMatch(/^40 claims, 0 errors, 3 warnings\.$/m);
    const pages = readdirSync(`${project}/content`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:md|html)$/.test(name),
    );
    expect(pages).toHaveLength(15);
  });

  // After a wanted change: npm run fixtures, and read the difference.
  it('is judged as stored', async () => {
    const { out, code } = await promolint('content', '--format', 'json');
    const { files } = JSON.parse(out) as { files: { path: string; findings: Finding[] }[] };
    const lines = files.flatMap(({ path, findings }) =>
      findings
        .filter(({ ruleId }) => ruleId.startsWith('evidence/register-'))
        .map(({ line, column, severity, ruleId, message }) => `${path}:${line}:${column} ${severity} ${ruleId} ${message}`),
    );
    expect(lines).toEqual(expected('findings.txt').trim().split('\n'));
    expect(code).toBe(1);
  });

  it('is listed as stored, with every state but that of a project without register', async () => {
    const { out } = await promolint('claims', 'content', '--format', 'json');
    const { claims, summary } = JSON.parse(out) as { claims: { state: string }[]; summary: unknown };
    expect({ claims, summary }).toEqual(JSON.parse(expected('claims.json')));
    expect(STATES.filter((state) => !claims.some((claim) => claim.state === state))).toEqual(['unchecked']);
  });

  it('judges by the date of the run', async () => {
    const before = await place.run(['claims', 'content/velora-2023.md', '--format', 'json', '--as-of', '2024-01-31'], {
      cwd: project,
    });
    const states = (JSON.parse(before.out) as { claims: { entry?: string; state: string }[] }).claims.map(({ entry, state }) => [
      entry,
      state,
    ]);
    expect(states).toContainEqual(['velora/bruises', 'approved']);
    expect(states).toContainEqual(['velora/arthritis', 'withdrawn']);
  });

  it('leaves alone what the register approves, and reports the same words once they are extended', async () => {
    const rulesAt = async (page: string, ...argv: string[]): Promise<string[]> => {
      const { out } = await promolint(page, '--format', 'json', ...argv);
      const { files } = JSON.parse(out) as { files: { findings: Finding[] }[] };
      return files[0]!.findings.map(({ ruleId, line }) => `${line} ${ruleId}`);
    };
    const argv = ['--profile', 'us-device', '--product', 'device'];
    expect(await rulesAt('content/stridewell-brace.md', ...argv)).not.toContain('7 efficacy/unsubstantiated-claim');
    expect(await rulesAt('content/stridewell-ads.md', ...argv)).toContain('9 efficacy/unsubstantiated-claim');
    expect(await rulesAt('content/stridewell-brace.md', ...argv, '--no-config')).toContain('7 efficacy/unsubstantiated-claim');
  });

  it('never shows data of a person', async () => {
    for (const format of ['table', 'csv', 'json', 'html']) {
      const { out } = await promolint('claims', 'content/about.md', '--format', format);
      expect(out).toContain('[masked]');
      expect(out).not.toMatch(/Denise|Alvarado|20718834/);
    }
  });
});
