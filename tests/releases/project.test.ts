import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lintFiles } from '../../src/index.ts';

const cwd = resolve('fixtures/projects/releases');

async function verdicts(asOf = '2026-11-22'): Promise<Record<string, string[]>> {
  const { files } = await lintFiles(['content'], { cwd, asOf });
  return Object.fromEntries(
    files.map(({ path, findings }) => [
      path.split('/').at(-1)!,
      findings.filter(({ family }) => family === 'phi').map(({ ruleId, severity }) => `${severity} ${ruleId}`),
    ]),
  );
}

it('downgrades what a release in force covers, visibly, and nothing else', async () => {
  expect(await verdicts()).toEqual({
    // In force, and for this file.
    'hip.md': ['info phi/name-with-condition'],
    // Out of date.
    'knee.md': ['error phi/name-with-condition'],
    // Pending, without dates or scope.
    'back.md': ['error phi/name-with-condition'],
    // A record number is no story: no release allows it.
    'shoulder.md': ['info phi/name-with-condition', 'error phi/safe-harbor-identifier'],
  });
});

it('follows the date of the run', async () => {
  expect(await verdicts('2025-06-01')).toMatchObject({
    'hip.md': ['error phi/name-with-condition'],
    'knee.md': ['info phi/name-with-condition'],
  });
});
