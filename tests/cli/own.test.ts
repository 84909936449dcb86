import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const STORY = '# Shoulders\n\nRuben Castell and rotator cuff surgery, week by week.\n';
const FOOTER = 'Ruben Castell, DPT, and Dr. Imani Okafor see you at Alder Creek.\n';
const ARGV = ['.', '--no-config', '--as-of', '2026-11-22', '--only', 'phi/name-with-condition', '-f', 'compact'];

describe('what the site shows on page after page', () => {
  it('is its own, and no patient, wherever it stands', async () => {
    place.write('a-story.md', STORY);
    expect((await place.run(ARGV)).out).toContain('a-story.md:3:1: ');
    for (const name of ['m', 'x', 'y']) place.write(`pages/${name}.md`, `# Page ${name}\n\n${FOOTER}`);
    expect((await place.run(ARGV)).out).toBe('');
  });

  it('is so with threads, with the cache and in a part of the files', async () => {
    place.write('a-story.md', STORY);
    for (let at = 0; at < 6; at++) place.write(`pages/${at}.md`, `# Page ${at}\n\n${FOOTER}`);
    for (const how of [['--concurrency', '2'], ['--cache'], ['--cache'], ['--shard', '1/2'], ['--shard', '2/2']])
      expect((await place.run([...ARGV, ...how])).out, how.join(' ')).toBe('');
  });
});
