import { chmodSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const ARGV = ['.', '--cache', '--format', 'json', '--as-of', '2026-11-21'];
const cacheFile = () => join(place.folder, '.promolintcache');

/** How many results a run takes from the cache. */
async function fromCache(argv: readonly string[] = ARGV, env = {}): Promise<number> {
  const { err } = await place.run([...argv, '--stats'], { env });
  return Number(/, (\d+) from the cache/.exec(err)![1]);
}

/** Long enough ago that size and time say something. */
function age(name: string, seconds = 60): void {
  const time = Date.now() / 1000 - seconds;
  utimesSync(join(place.folder, name), time, time);
}

describe('--cache', () => {
  it('gives the same report from what it kept, until content, settings, rules asked for, parser or date change', async () => {
    place.write('a.md', FLAGGED);
    place.write('b.md', CLEAN);
    place.write('c/d.html', '<p>Our laser cures acne &amp; more.</p><!-- promolint-disable-line efficacy/cure-claim -->');
    const fresh = await place.run(ARGV.filter((argument) => argument !== '--cache'));
    expect(await place.run(ARGV)).toEqual(fresh);
    expect(await place.run(ARGV)).toEqual(fresh);
    expect(await fromCache()).toBe(3);
    for (const other of [
      ['--profile', 'us-rx'],
      ['--only', 'efficacy/cure-claim'],
      ['--parser', 'remark'],
      ['--as-of', '2026-11-22'],
      ['--rule', 'efficacy/cure-claim=off'],
      ['--no-suppressions'],
    ]) {
      expect(await fromCache([...ARGV, ...other]), other.join(' ')).toBe(0);
      expect(await fromCache([...ARGV, ...other]), other.join(' ')).toBe(3);
    }
    await place.run(ARGV);
    place.write('a.md', `${FLAGGED}\nMore.\n`);
    expect(await fromCache()).toBe(2);
    place.write('promolint.config.yaml', 'organization: {names: [Laser House]}\n');
    expect(await fromCache()).toBe(0);
  });

  it('holds a result for the place of the configuration that it was made with', async () => {
    place.write('a/x.md', FLAGGED);
    place.write('b/x.md', FLAGGED);
    const config = 'profile: us-rx\n';
    place.write('a/promolint.config.yaml', config);
    const before = await place.run(ARGV);
    rmSync(join(place.folder, 'a/promolint.config.yaml'));
    place.write('b/promolint.config.yaml', config);
    const after = await place.run(ARGV);
    expect(after).toEqual(await place.run(ARGV.filter((argument) => argument !== '--cache')));
    expect(after.out).not.toBe(before.out);
  });

  it('trusts size and time of a file on a desk, and its content alone in CI', async () => {
    place.write('b.md', CLEAN);
    age('b.md');
    await place.run(ARGV);
    expect(await fromCache()).toBe(1);
    const { mtime } = statSync(join(place.folder, 'b.md'));
    // Of the same length, so that only the content tells.
    writeFileSync(join(place.folder, 'b.md'), CLEAN.replace('Monday', 'Sunday'));
    utimesSync(join(place.folder, 'b.md'), mtime, mtime);
    expect(await fromCache()).toBe(1);
    expect(await fromCache(ARGV, { CI: 'true' })).toBe(0);
    age('b.md', 5000);
    expect(await fromCache(ARGV, { CI: 'true' })).toBe(1);
  });

  it('does not trust the time of a file that was written a moment before it was read', async () => {
    place.write('b.md', CLEAN);
    await place.run(ARGV);
    const { mtime } = statSync(join(place.folder, 'b.md'));
    writeFileSync(join(place.folder, 'b.md'), CLEAN.replace('Monday', 'Sunday'));
    utimesSync(join(place.folder, 'b.md'), mtime, mtime);
    expect(await fromCache()).toBe(0);
  });

  it('holds no word of the copy, and no content hash that could be looked up', async () => {
    place.write('a.md', '# Relief\n\nOur laser cures acne. Jane Doe, MRN 00123456, was cured by Dr. Foo.\n');
    await place.run(ARGV);
    const kept = readFileSync(cacheFile(), 'latin1');
    for (const word of ['laser', 'cures', 'acne', 'Relief', 'Jane', 'Doe', '00123456', 'cure-claim']) expect(kept).not.toContain(word);
    expect(kept).toContain('a.md');
  });

  it('is begun anew, with a notice, when it is broken anywhere', async () => {
    place.write('a.md', FLAGGED);
    const fresh = await place.run(ARGV);
    const whole = readFileSync(cacheFile());
    const flipped = Buffer.from(whole);
    flipped[whole.length - 5]! ^= 1;
    for (const broken of ['', '{', '{"key": 1}', whole.subarray(0, whole.length - 1), flipped]) {
      place.write('.promolintcache', broken);
      const { code, out, err } = await place.run(ARGV);
      expect({ code, out }).toEqual({ code: fresh.code, out: fresh.out });
      expect(err).toBe('.promolintcache is damaged or of another version; it is not used, and written anew.\n');
      expect(await fromCache()).toBe(1);
    }
  });

  it('leaves no other file behind, and is not written when nothing is new', async () => {
    place.write('a.md', FLAGGED);
    age('a.md');
    await Promise.all([place.run(ARGV), place.run(ARGV), place.run(ARGV)]);
    expect(readdirSync(place.folder).sort()).toEqual(['.promolintcache', 'a.md']);
    const { mtimeMs, ino } = statSync(cacheFile());
    await place.run(ARGV);
    expect(statSync(cacheFile())).toMatchObject({ mtimeMs, ino });
  });

  it('keeps what it knows of files that a run did not look at, and forgets those that are gone', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) place.write(name, FLAGGED);
    await place.run(ARGV);
    rmSync(join(place.folder, 'c.md'));
    await place.run(['a.md', ...ARGV.slice(1)]);
    expect(await fromCache()).toBe(2);
    expect(readFileSync(cacheFile(), 'latin1')).not.toContain('c.md');
  });

  it.skipIf(process.getuid?.() === 0)('does without where the folder cannot be written to, and says so', async () => {
    place.write('a.md', FLAGGED);
    chmodSync(place.folder, 0o555);
    const { code, err } = await place.run(ARGV);
    chmodSync(place.folder, 0o755);
    expect({ code, err }).toEqual({ code: 1, err: '.promolintcache cannot be written (EACCES); nothing is kept.\n' });
  });
});
