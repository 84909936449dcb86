import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let home: string;
const folder = () => join(home, 'promolint');
const files = () => readdirSync(folder()).map((name) => join(folder(), name));
const BIN = resolve('bin/promolint.js');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'promolint-start-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function lint(input: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, status } = spawnSync(process.execPath, [BIN, '-', '--no-config', '-f', 'compact'], {
    input,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: home, NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '', ...env },
  });
  expect(status).toBe(1);
  expect(stdout).toContain('efficacy/cure-claim');
  return stdout;
}

const COPY = 'Marisol Quintero says: our laser cures acne.\n';

it.skipIf(process.platform !== 'linux')('compiled code is kept for the user alone, holds no copy, and changes no finding', () => {
  const first = lint(COPY);
  const [file, ...others] = files();
  expect(others).toEqual([]);
  expect(statSync(file!).mode & 0o777).toBe(0o600);
  expect(readFileSync(file!).includes('Quintero')).toBe(false);
  const { mtimeMs } = statSync(file!);
  expect(lint(COPY)).toBe(first);
  expect(statSync(file!).mtimeMs).toBe(mtimeMs);
  // More copy has more of the code compiled.
  lint(COPY.repeat(200));
  expect(statSync(file!).mtimeMs).toBeGreaterThan(mtimeMs);
  expect(files()).toEqual([file]);
});

it.skipIf(process.platform !== 'linux')('a damaged file, or one that others can write, is not run', () => {
  const first = lint(COPY);
  const [file] = files();
  const sound = readFileSync(file!);
  for (const damaged of [Buffer.alloc(0), sound.subarray(0, 5000), Buffer.from(sound).fill(0x5a, 9_000, 90_000)]) {
    writeFileSync(file!, damaged);
    expect(lint(COPY)).toBe(first);
    expect(readFileSync(file!).length).toBeGreaterThan(100_000);
  }
  chmodSync(file!, 0o666);
  expect(lint(COPY)).toBe(first);
  expect(statSync(file!).mode & 0o777).toBe(0o600);
});

it('is gone without where it is switched off, or cannot be written', () => {
  const first = lint(COPY, { NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(readdirSync(home)).toEqual([]);
  writeFileSync(folder(), 'a file, where a folder should be');
  expect(lint(COPY)).toBe(first);
  const named = join(home, 'named');
  mkdirSync(named);
  expect(lint(COPY, { NODE_COMPILE_CACHE: named })).toBe(first);
  expect(readdirSync(join(named, 'promolint'))).toHaveLength(1);
});
