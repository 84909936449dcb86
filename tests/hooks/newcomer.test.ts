import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blockOf } from './docs.ts';
import { BIN, CLEAN, FLAGGED, Site } from './site.ts';

/** The way of a newcomer, as the README prints it. */
const LINES = blockOf('README.md', '## From nothing to a green CI').trim().split('\n');

describe('from nothing to a green CI', () => {
  let site: Site;
  beforeAll(() => {
    site = new Site();
    site.write('.gitignore', 'node_modules/\npublic/\n');
    site.write('hugo.toml', '');
    site.write('public/index.html', '<p>Our laser cures acne.</p>');
    for (let page = 0; page < 20; page++) site.write(`content/page-${page}.md`, FLAGGED);
    expect(site.commit('A site of years').code).toBe(0);
  });
  afterAll(() => site.dispose());

  it('every line does what the text says', () => {
    const [install, ...others] = LINES;
    // The registry is not asked in a test: this checkout stands in for what npm would bring.
    expect(install).toBe('npm install --save-dev promolint');
    site.install();
    site.write('package.json', '{"devDependencies": {"promolint": "*"}}');
    site.write('package-lock.json', '{}');
    const codes = others.map((line) => {
      const { code, out } = site.run('bash', '-c', line);
      return [line, code, out] as const;
    });
    expect(codes.map(([line, code]) => `${code} ${line}`)).toEqual(others.map((line, index) => `${index === 1 ? 1 : 0} ${line}`));
    expect(codes[1]![2]).toMatch(/^20 files read: \d+ errors/m);
    expect(codes[4]![2]).toMatch(/0 new, \d+ left, 0 fixed/);
    expect(site.run('git', 'status', '--porcelain').out).toBe('');
  });

  it('CI is green then, and red on what is new, and on nothing else', () => {
    const workflow = parse(readFileSync(join(site.folder, '.github/workflows/promolint.yml'), 'utf8')) as {
      jobs: { copy: { steps: { run?: string }[] } };
    };
    const { run } = workflow.jobs.copy.steps.find((step) => step.run)!;
    site.write('.bin/npx', `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${BIN}" "$@"\n`);
    chmodSync(join(site.folder, '.bin/npx'), 0o755);
    const ci = () => site.run('bash', '-e', '-c', `PATH="$PWD/.bin:$PATH"; ${run}`);
    expect(ci().code).toBe(0);

    site.write('content/new.md', FLAGGED);
    site.write('content/page-3.md', `${CLEAN}\n${FLAGGED}`);
    const red = ci();
    expect(red.code).toBe(1);
    const annotated = [...red.out.matchAll(/^::error file=([^,]+)/gm)].map(([, file]) => file);
    expect(new Set(annotated)).toEqual(new Set(['content/new.md']));
  });
});
