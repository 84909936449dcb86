import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

/** Real pages, where they are at hand: a sample, since the reference parser takes its time. */
const CORPUS = '../shared/corpus/files';

describe('findings', () => {
  it('are the same bytes with threads, with the cache, and with the reference parser', async () => {
    cpSync('fixtures/pages', join(place.folder, 'pages'), { recursive: true });
    cpSync('fixtures/projects/register', join(place.folder, 'register'), { recursive: true });
    if (existsSync(CORPUS)) {
      const pages = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|html)$/.test(name));
      for (const name of pages.sort().filter((_, index) => index % 100 === 0))
        cpSync(join(CORPUS, name), join(place.folder, 'corpus', name));
    }
    const argv = ['.', '--as-of', '2026-11-21', '-f', 'json'];
    const plain = await place.run([...argv, '--concurrency', 'off']);
    expect(plain.err).toBe('');
    for (const other of [['--concurrency', '3'], ['--cache'], ['--cache', '--concurrency', '2'], ['--parser', 'remark']])
      expect(await place.run([...argv, ...other]), other.join(' ')).toEqual(plain);
  }, 240_000);

  it('keep to the order of files where a file cannot be read', async () => {
    for (let index = 0; index < 30; index++) place.write(`page-${index}.md`, FLAGGED);
    place.write('page-5.md', new Uint8Array(400));
    const argv = ['.', '--as-of', '2026-11-21', '-f', 'compact'];
    expect(await place.run([...argv, '--concurrency', '2'])).toEqual(await place.run([...argv, '--concurrency', 'off']));
  });

  it.each(['0', '-1', '65', '1.5', 'all', ''])('--concurrency %j is refused', async (value) => {
    expect(await place.run(['.', '--concurrency', value])).toMatchObject({ code: 2, out: '' });
  });
});
