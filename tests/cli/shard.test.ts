import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInShard } from '../../src/read/shard.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.write('site/a.md', FLAGGED);
  place.write('site/b.md', CLEAN);
  place.write('site/c d.md', `${FLAGGED}\nOur laser guarantees results.\n`);
  place.write('site/é.html', '<p>Our laser cures acne &amp; eczema.</p>');
  place.write(
    'site/quiet.md',
    `---\ntitle: [\n---\n${FLAGGED}\n<!-- promolint-disable-next-line efficacy/cure-claim -- quoted -->\nOur laser cures warts.\n`,
  );
  place.write('site/binary.md', new Uint8Array(400));
  place.write('site/page.njk', FLAGGED);
});
afterEach(() => place.dispose());

const ARGV = ['site', '--as-of', '2026-11-21'];
const read = (name: string) => readFileSync(join(place.folder, name), 'utf8');

/** Runs each part, and names their reports. */
async function parts(count: number, format: string, ...more: string[]): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `part-${index + 1}.${format}`);
  for (const [index, name] of names.entries())
    await place.run([...ARGV, '--shard', `${index + 1}/${count}`, '-f', format, '-o', name, ...more]);
  return names;
}

describe('--shard', () => {
  it('splits by path alone, about evenly, each file once', () => {
    const paths = Array.from({ length: 3000 }, (_, index) => `content/page-${index}.md`);
    const sizes = [1, 2, 3].map((index) => paths.filter((path) => isInShard(path, { index, count: 3 })).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(3000);
    expect(Math.min(...sizes)).toBeGreaterThan(900);
    // Machines of different releases must agree: these may never change.
    expect(paths.slice(0, 8).map((path) => [1, 2, 3].find((index) => isInShard(path, { index, count: 3 }))))
      .toMatchInlineSnapshot(`
      [
        1,
        2,
        1,
        2,
        1,
        2,
        3,
        2,
      ]
    `);
  });

  it.each([1, 2, 5])('reports of %i parts merge to the bytes of one run, in JSON and in SARIF', async (count) => {
    for (const format of ['json', 'sarif']) {
      const { code } = await place.run([...ARGV, '-f', format, '-o', `whole.${format}`]);
      const merged = await place.run(['merge', ...(await parts(count, format)).reverse(), '-o', `merged.${format}`]);
      expect(merged).toEqual({ code, out: '', err: '' });
      expect(read(`merged.${format}`)).toBe(read(`whole.${format}`));
      expect((await place.run(['merge', ...(await parts(count, format))])).out).toBe(read(`whole.${format}`));
    }
  });

  it('holds each part against its part of the baseline, and knows sentences that moved to another', async () => {
    await place.run(['baseline', 'create', ...ARGV]);
    place.write('site/new.md', `# Relief\n\nOur cream cures psoriasis.\n`);
    place.write('site/b.md', read('site/a.md'));
    place.write('site/a.md', CLEAN);
    const baseline = ['--baseline', 'promolint-baseline.json'];
    const { code, out } = await place.run([...ARGV, ...baseline, '-f', 'json']);
    for (const count of [2, 7]) {
      const merged = await place.run(['merge', ...(await parts(count, 'json', ...baseline))]);
      expect(merged).toEqual({ code, out, err: '' });
    }
    expect(JSON.parse(out)).toMatchObject({ baseline: { fixed: [], new: expect.any(Number) as number } });
  });

  it('fails as one run would', async () => {
    const names = await parts(2, 'json', '--rule', 'efficacy/cure-claim=warning', '--only', 'efficacy/cure-claim');
    const code = async (...argv: string[]) => (await place.run(['merge', ...names, ...argv])).code;
    expect(await code()).toBe(0);
    expect(await code('--fail-on', 'warning')).toBe(1);
    expect(await code('--max-warnings', '2')).toBe(1);
    expect(await code('--max-warnings', '200')).toBe(0);
    expect(await code('--fail-on', 'never')).toBe(2);
  });

  it('a part without files is a whole report', async () => {
    const { code, out } = await place.run([
      'site/b.md',
      '--shard',
      isInShard('site/b.md', { index: 1, count: 2 }) ? '2/2' : '1/2',
      '-f',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: [], summary: { files: 0 } });
  });

  it.each(['0/2', '3/2', '2', 'a/b', '1/0', '-1/2', '1/2/3', ''])('refuses %j', async (shard) => {
    expect(await place.run([...ARGV, '--shard', shard])).toMatchObject({ code: 2, out: '' });
  });
});

describe('merge', () => {
  it('names what cannot be merged, and why', async () => {
    const [first = '', second = ''] = await parts(2, 'json');
    const [sarif = ''] = await parts(2, 'sarif');
    await place.run([...ARGV, '-f', 'json', '-o', 'other.json', '--profile', 'us-rx', '--shard', '2/2']);
    await place.run([...ARGV, '-f', 'json', '-o', 'whole.json']);
    await place.run(['site/a.md', ...ARGV.slice(1), '-f', 'json', '-o', 'a.json']);
    place.write('broken.json', '{"files": ["Jane Doe"');
    place.write('odd.json', '{"schemaVersion": 1, "tool": {"name": "promolint", "version": "0.1.0"}}');
    const refused = async (...files: string[]) => {
      const { code, out, err } = await place.run(['merge', ...files]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err.split('\n')[0];
    };
    expect(await refused(first)).toBe('part-1.json  Part 2/2 is missing.  (merge-invalid)');
    expect(await refused(first, first)).toBe('part-1.json  This is part 1/2 again, after part-1.json.  (merge-invalid)');
    expect(await refused('a.json', 'a.json')).toBe('a.json  "site/a.md" is in a.json already.  (merge-invalid)');
    expect(await refused(first, second, 'whole.json')).toMatch(/^whole\.json {2}.*\(merge-invalid\)$/);
    expect(await refused(first, 'other.json')).toBe(
      'other.json  This report is of another run than part-1.json: they differ in "profiles".  (merge-invalid)',
    );
    expect(await refused('whole.json', 'a.json')).toBe('a.json  "site/a.md" is in whole.json already.  (merge-invalid)');
    expect(await refused(first, sarif)).toMatch(/^part-1\.sarif {2}This is a report in another format/);
    expect(await refused('broken.json')).toBe('broken.json  This is not valid JSON.  (merge-invalid)');
    expect(await refused('odd.json', 'odd.json')).toMatch(/\(merge-invalid\)$/);
    expect(await refused('site/a.md')).toBe('site/a.md  This is not valid JSON.  (merge-invalid)');
    expect(await refused('none.json')).toBe('none.json  No such file.  (file-not-found)');
  });

  it('joins reports of different folders that are no parts', async () => {
    await place.run(['site/a.md', ...ARGV.slice(1), '-f', 'json', '-o', 'a.json']);
    await place.run(['site/b.md', ...ARGV.slice(1), '-f', 'json', '-o', 'b.json']);
    const { code, out } = await place.run(['merge', 'b.json', 'a.json']);
    expect({ code, out }).toMatchObject(
      await place.run(['site/a.md', 'site/b.md', ...ARGV.slice(1), '-f', 'json']).then(({ code, out }) => ({ code, out })),
    );
  });
});
