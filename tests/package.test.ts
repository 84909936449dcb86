import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../src/version.ts';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: { readonly promolint: string };
  readonly exports: object;
};

describe('the package', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ readonly files: readonly { readonly path: string }[]; readonly size: number }];
  const paths = packed.files.map(({ path }) => path);

  it('holds the build, the rules, the schemas and the licences, and nothing of the workshop', () => {
    for (const path of [
      'bin/promolint.js',
      'bin/package.json',
      'dist/promolint.cjs',
      'dist/start.cjs',
      'dist/worker.js',
      'dist/index.js',
      'dist/rule.js',
      'dist/pack.json',
      'dist/matchers.bin',
      'dist/vocabularies.bin',
      'dist/wordings.bin',
      'dist/THIRD-PARTY.txt',
      'rules/pack.yaml',
      'LICENSE',
      'README.md',
    ])
      expect(paths).toContain(path);
    for (const name of ['config', 'report', 'rule']) expect(paths).toContain(`schema/${name}.schema.json`);
    expect(paths.filter((path) => /^(?:src|tests|fixtures|scripts)\//.test(path))).toEqual([]);
    expect(packed.size).toBeLessThan(7_500_000);
  });

  it('starts by itself, and ends well when its reader goes away', () => {
    expect(statSync('bin/promolint.js').mode & 0o111).toBe(0o111);
    expect(packageJson.bin.promolint).toBe('bin/promolint.js');
    const shell = (command: string) => execFileSync('bash', ['-c', command], { encoding: 'utf8' }).trim();
    expect(shell('bin/promolint.js --version')).toBe(version);
    expect(shell('bin/promolint.js rules 2>&1 | head -n 1 | wc -l; echo "${PIPESTATUS[0]}"')).toBe('1\n0');
    expect(shell('bin/promolint.js rules > /dev/full; echo $?')).toBe('2');
    expect(shell('printf "Our laser cures acne." | bin/promolint.js - --format json > /dev/null; echo $?')).toBe('1');
  });

  it('names the packages whose code it carries', () => {
    const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
    for (const name of ['commander', 'chalk', 'yaml', 'zod', 'parse5', 'unified'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
