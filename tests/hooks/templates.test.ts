import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../src/version.ts';
import { CLEAN, FLAGGED, Workplace } from '../cli/io.ts';
import { BIN } from './site.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  // npx as it is once promolint is on the registry, in the version of this checkout.
  place.write(
    'bin/npx',
    `#!/bin/sh\n[ "$1 $2" = "--yes promolint@${version}" ] || exit 9\nshift 2\nexec "${process.execPath}" "${BIN}" "$@"\n`,
  );
  chmodSync(join(place.folder, 'bin/npx'), 0o755);
});
afterEach(() => place.dispose());

const template = (name: string): unknown => parse(readFileSync(`templates/${name}.yml`, 'utf8'));

function shell(command: string): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', command], {
    cwd: place.folder,
    env: { PATH: `${join(place.folder, 'bin')}:${process.env['PATH']}` },
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

describe('templates', () => {
  it('gitlab: writes the artifact that it names, and fails on findings', () => {
    const { promolint: job } = template('gitlab') as {
      promolint: { script: string[]; artifacts: { reports: { codequality: string } } };
    };
    place.write('content/a.md', FLAGGED);
    expect(shell(job.script.join('\n'))).toMatchObject({
      status: 1,
      out: expect.stringContaining('efficacy/cure-claim') as string,
    });
    const report = JSON.parse(readFileSync(join(place.folder, job.artifacts.reports.codequality), 'utf8')) as object[];
    expect(report.length).toBeGreaterThan(0);
    for (const finding of report) expect(finding).toHaveProperty('location.path', 'content/a.md');
    place.write('content/a.md', CLEAN);
    expect(shell(job.script.join('\n')).status).toBe(0);
  });

  it('github: annotates, with the least permissions', () => {
    const workflow = template('github') as { permissions: object; jobs: { copy: { steps: { run?: string }[] } } };
    expect(workflow.permissions).toEqual({ contents: 'read' });
    place.write('content/a.md', FLAGGED);
    const { run } = workflow.jobs.copy.steps.find((step) => step.run)!;
    expect(shell(run!)).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^::error file=content\/a\.md,line=3/m) as string,
    });
  });

  it('pre-commit: names the version and the files', () => {
    const { repos } = template('pre-commit') as { repos: { hooks: { files: string; additional_dependencies: string[] }[] }[] };
    const [hook] = repos[0]!.hooks;
    const [published] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [{ files: string }];
    expect(hook).toMatchObject({ additional_dependencies: [`promolint@${version}`], files: published.files });
  });
});

it('the Dockerfile copies all that a run needs', () => {
  const copied = Array.from(
    readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build \/promolint\/(\S+) \/promolint\/\1$/gm),
    ([, path]) => path!,
  );
  expect(copied).toContain('dist');
  for (const path of copied) {
    mkdirSync(dirname(join(place.folder, 'image', path)), { recursive: true });
    cpSync(path, join(place.folder, 'image', path), { recursive: true });
  }
  place.write('a.md', FLAGGED);
  place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: warning}\n');
  const promolint = (...args: string[]) =>
    execFileSync(process.execPath, [join(place.folder, 'image/bin/promolint.js'), ...args], {
      cwd: place.folder,
      encoding: 'utf8',
    });
  expect(promolint('a.md', '--only', 'efficacy/cure-claim')).toContain('1 warning');
  expect(promolint('explain', 'efficacy/cure-claim')).toContain('The law');
});
