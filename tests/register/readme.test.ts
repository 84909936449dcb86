import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workplace } from '../cli/io.ts';

const section = /^## Approved claims$([^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
const commands = (/```\n([^]*?)```/.exec(section)?.[1] ?? '').trim().split('\n');

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
});
afterAll(() => place.dispose());

it('has commands', () => expect(commands).toHaveLength(6));

it.each(commands)('%s', async (command) => {
  const [npx, name, ...argv] = command.split(' ');
  expect([npx, name]).toEqual(['npx', 'promolint']);
  // Run from the root, as printed; what is written goes elsewhere.
  const moved = argv.map((word, index) => (argv[index - 1] === '--output-file' ? join(place.folder, word) : word));
  const { code, out, err } = await place.run(moved, { cwd: resolve('') });
  expect([code, err]).toEqual([argv[0] === 'claims' ? 0 : 1, '']);
  const file = moved[moved.indexOf('--output-file') + 1];
  if (moved.includes('--output-file')) {
    expect(readFileSync(file!, 'utf8')).toMatch(/claims/);
    rmSync(file!);
  } else expect(out).toMatch(/claims?\b/);
});
