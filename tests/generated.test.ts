import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated, outdated } from '../scripts/generate.ts';

it('the generated files are current', () => {
  const current = generated('.');
  const stale = Array.from(current).filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  expect(
    stale.map(([path]) => path),
    'run "npm run generate"',
  ).toEqual([]);
  expect(outdated('.', current), 'run "npm run generate"').toEqual([]);
});
