import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

describe('progress', () => {
  function show(times: readonly number[], more: object = {}): Promise<string> {
    let err = '';
    let now = 0;
    const io = { env: {}, errTerminal: true, width: 40, err: (text: string) => Promise.resolve(void (err += text)), ...more };
    const progress = new Progress(io, () => now);
    return (async () => {
      for (const [index, time] of times.entries()) {
        now = time;
        await progress.at(index, times.length, `content/a rather long name of page ${index}\u001b[31m.md`);
      }
      await progress.end();
      return err;
    })();
  }

  it('shows itself after a second, ten times a second at most, on one line that is gone in the end', async () => {
    const shown = await show([0, 500, 999, 1000, 1050, 1150]);
    expect(shown).toBe(
      '\r\u001b[2K3 of 6 files  content/a rather long na…\r\u001b[2K5 of 6 files  content/a rather long na…\r\u001b[2K',
    );
  });

  it('shows nothing in a short run, nor where nobody looks', async () => {
    expect(await show([0, 500, 999])).toBe('');
    expect(await show([0, 2000], { errTerminal: false })).toBe('');
    expect(await show([0, 2000], { env: { TERM: 'dumb' } })).toBe('');
  });
});

describe('--stats', () => {
  it('tells on standard error where the time went, and leaves report and exit code as they are', async () => {
    place.write('a.md', FLAGGED);
    place.write('b.md', CLEAN);
    const plain = await place.run(['--as-of', '2026-11-21']);
    const { code, out, err } = await place.run(['--stats', '--as-of', '2026-11-21']);
    expect({ code, out }).toEqual({ code: plain.code, out: plain.out });
    expect(err).toMatch(/^\n2 files in \d+\.\d{3} s: 2 checked, 0 from the cache; 0 not read; /);
    for (const step of ['load', 'select', 'read', 'compile', 'parse', 'analyse', 'match', 'check', 'report', 'everything else'])
      expect(err).toMatch(new RegExp(`^ {2}${step} +\\d+\\.\\d{3} s +\\d+ %$`, 'm'));
    expect(err).toMatch(/^ {2}[a-z-]+\/[a-z-]+ +\d+\.\d{3} s/m);
  });

  it('counts the work, which a slow machine does not change', () => {
    place.write('a.md', Array.from({ length: 40 }, (_, day) => `On day ${day} the team meets in the hall and talks about parking.\n`).join('\n'));
    // The build sifts more expressions than those that the source names.
    const counts = (...argv: string[]) => {
      const { stderr } = spawnSync(process.execPath, [resolve('bin/promolint.js'), '--stats', ...argv], { cwd: place.folder, encoding: 'utf8' });
      return Object.fromEntries(Array.from(stderr.matchAll(/^ {2}([a-z]\D+?) {2,}(\d+)$/gim), ([, what, many]) => [what, Number(many)]));
    };
    const work = counts();
    expect(work).toMatchObject({ 'sentences analysed': 40, 'blocks of Markdown': 40, 'blocks parsed by remark': 0, 'texts parsed by remark': 0 });
    // Expressions are many, and of plain copy nearly none is run.
    expect(work['expressions asked for']).toBeGreaterThan(1000);
    expect(work['expressions run']! / work['expressions asked for']!).toBeLessThan(0.25);
    expect(counts('--concurrency', '2')).toEqual(work);
    expect(counts('--parser', 'remark')).toMatchObject({ 'blocks of Markdown': 0, 'texts parsed by remark': 1 });
  });

  it('counts what the cache knew', async () => {
    place.write('a.md', FLAGGED);
    place.write('b.md', CLEAN);
    await place.run(['--cache']);
    place.write('b.md', `${CLEAN}\nCome and see us.\n`);
    expect((await place.run(['--cache', '--stats'])).err).toContain('1 checked, 1 from the cache');
  });
});

describe('--watch', () => {
  /** Runs the command until `end`, and waits for its reports one by one. */
  function watching(...argv: string[]) {
    const abort = new AbortController();
    let out = '';
    let err = '';
    let wake = (): void => {};
    const ended = place.run([...argv, '--watch', '-f', 'compact', '--stats'], {
      signal: abort.signal,
      out: (text) => Promise.resolve(void (out += text)),
      err: (text) => {
        err += text;
        wake();
        return Promise.resolve();
      },
    });
    return {
      /** What was written until it waits again. */
      async report(): Promise<{ out: string; err: string }> {
        while (!err.includes('Watching for changes')) await new Promise<void>((woken) => (wake = woken));
        const said = { out, err };
        out = err = '';
        return said;
      },
      async end(): Promise<number> {
        abort.abort();
        return (await ended).code;
      },
    };
  }

  it('checks again what has changed, whatever happens to it', async () => {
    place.write('site/a.md', CLEAN);
    place.write('site/b.md', CLEAN);
    const watch = watching('site', '-o', 'site/report.txt');
    expect((await watch.report()).err).toContain('2 files in ');
    await watch.end();
    rmSync(join(place.folder, 'site/report.txt'));

    const other = watching('site', '--only', 'efficacy/cure-claim');
    expect(await other.report()).toMatchObject({
      out: '',
      err: expect.stringContaining('2 checked, 0 from the cache') as string,
    });
    place.write('site/b.md', FLAGGED);
    expect(await other.report()).toMatchObject({
      out: expect.stringMatching(/^\nsite\/b\.md:3:\d+: error/) as string,
      err: expect.stringContaining('1 checked, 1 from the cache') as string,
    });
    mkdirSync(join(place.folder, 'site/new'));
    renameSync(join(place.folder, 'site/b.md'), join(place.folder, 'site/new/c.md'));
    expect((await other.report()).out).toContain('site/new/c.md:3');
    rmSync(join(place.folder, 'site/new/c.md'));
    expect((await other.report()).out).toBe('\n');
    expect(await other.end()).toBe(0);
  });

  it('follows the configuration, and waits while it is wrong', async () => {
    place.write('a.md', FLAGGED);
    place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: error}\n');
    const watch = watching('a.md', '--only', 'efficacy/cure-claim');
    expect((await watch.report()).out).toContain(': error:');
    place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: warn\n');
    expect((await watch.report()).err).toMatch(/^promolint\.config\.yaml:\d+:\d+ .*\(config-invalid\)/);
    place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: warning}\n');
    expect((await watch.report()).out).toContain(': warning:');
    await watch.end();
  });

  it('cannot watch the standard input', async () => {
    expect(await place.run(['-', '--watch'], { input: CLEAN })).toMatchObject({ code: 2, out: '' });
  });
});
