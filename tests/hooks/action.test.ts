import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLEAN, FLAGGED, Workplace } from '../cli/io.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly shell: string; readonly run: string; readonly env: Readonly<Record<string, string>> }[];
  };
}
const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const [step] = action.runs.steps;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

/** Runs the step as a runner does, with the defaults of the inputs. */
function run(inputs: Readonly<Record<string, string>> = {}) {
  const env: Record<string, string> = {};
  for (const [name, { default: usual = '' }] of Object.entries(action.inputs))
    env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] = inputs[name] ?? usual;
  const file = (name: string) => join(place.folder, name);
  place.write('.out/output', '');
  place.write('.out/summary', '');
  const { PATH } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', step!.run], {
    cwd: place.folder,
    env: {
      PATH,
      ...env,
      ACTION_PATH: resolve('.'),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: file('.out/output'),
      GITHUB_STEP_SUMMARY: file('.out/summary'),
      RUNNER_TEMP: file('.out'),
    },
    encoding: 'utf8',
  });
  const outputs = readFileSync(file('.out/output'), 'utf8').trim().split('\n');
  return {
    status,
    log: stdout + stderr,
    outputs: Object.fromEntries(outputs.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<string, string>,
    summary: readFileSync(file('.out/summary'), 'utf8'),
  };
}

describe('action.yml', () => {
  it('hands every input over by the environment, and none to the script as text', () => {
    expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
    const handed = Object.values(step!.env).join();
    const read = readFileSync('action/run.sh', 'utf8');
    for (const name of Object.keys(action.inputs)) {
      if (name === 'working-directory') continue;
      expect(handed).toContain(`inputs.${name} `);
      expect(read).toContain(`INPUT_${name.toUpperCase().replaceAll('-', '_')}`);
    }
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.promolint.outputs.${name} }}`);
      expect(read).toContain(name === 'errors' || name === 'warnings' || name === 'infos' ? `"${name}"` : `${name}=`);
    }
  });

  it('annotates findings, writes the summary, the reports and the outputs, and fails', () => {
    place.write('content/a.md', FLAGGED);
    place.write('content/b c.md', FLAGGED);
    place.write('drafts/a.md', FLAGGED);
    const { status, log, outputs, summary } = run({ paths: 'content/a.md\r\ncontent/b c.md\n\n', 'sarif-file': 'r.sarif' });
    expect(status).toBe(1);
    expect(log).toMatch(/^::error file=content\/a\.md,line=3/m);
    expect(outputs).toMatchObject({ 'exit-code': '1', outcome: 'findings', errors: '2', 'sarif-file': 'r.sarif' });
    expect(JSON.parse(readFileSync(outputs['report']!, 'utf8'))).toMatchObject({ summary: { files: 2 } });
    expect(JSON.parse(readFileSync(join(place.folder, 'r.sarif'), 'utf8'))).toHaveProperty('version', '2.1.0');
    expect(summary).toContain('efficacy/cure-claim');
  });

  it('passes on clean copy, and lints the working folder by itself', () => {
    place.write('a.md', CLEAN);
    expect(run()).toMatchObject({ status: 0, outputs: { 'exit-code': '0', outcome: 'clean', errors: '0' } });
  });

  it('says so when the check cannot be done', () => {
    place.write('a.md', CLEAN);
    const { status, log, outputs } = run({ paths: 'nowhere.md' });
    expect({ status, outcome: outputs['outcome'], errors: outputs['errors'] }).toEqual({
      status: 2,
      outcome: 'error',
      errors: undefined,
    });
    expect(log).toContain('::error title=promolint::The check could not be done');
  });

  it('runs nothing that stands in an input', () => {
    place.write('a.md', FLAGGED);
    const evil = '$(touch owned) `touch owned`; touch owned\n"; touch owned; "';
    for (const name of Object.keys(action.inputs)) if (name !== 'working-directory') run({ [name]: evil });
    expect(existsSync(join(place.folder, 'owned'))).toBe(false);
    expect(run({ args: '--only\nefficacy/cure-claim\n--rule\nefficacy/cure-claim=warning', 'max-warnings': '0' })).toMatchObject({
      status: 1,
      outputs: { warnings: '1' },
    });
  });
});
