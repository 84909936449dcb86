import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generated, outdated } from '../scripts/generate.ts';
import { SOURCE_HASH } from '../src/match/machine.generated.ts';

it('the generated files are current', () => {
  const current = generated('.');
  const stale = Array.from(current).filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content);
  expect(
    stale.map(([path]) => path),
    'run "npm run generate"',
  ).toEqual([]);
  expect(outdated('.', current), 'run "npm run generate"').toEqual([]);
});

it('what is compiled from machine/ is current', () => {
  const hash = createHash('sha256');
  for (const name of ['glances', 'phrases']) hash.update(readFileSync(`machine/${name}.ts`, 'utf8').replaceAll('\r', ''));
  expect(hash.digest('hex'), 'run "npm run machine"').toBe(SOURCE_HASH);
});
