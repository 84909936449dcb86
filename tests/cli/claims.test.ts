import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const REGISTER =
  'claims:\n  - {id: gel, wording: Our gel soothes knees, approved: 2025-01-01, review_by: 2030-01-01, references: [A paper]}\n';

interface Claim {
  readonly path: string;
  readonly text: string;
  readonly state: string;
}

describe('promolint claims', () => {
  const claims = async (...argv: string[]): Promise<Claim[]> => {
    const { out, err, code } = await place.run(['claims', ...argv, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    return (JSON.parse(out) as { claims: Claim[] }).claims;
  };

  it('lists the claims of a folder as a table', async () => {
    place.write('promolint.config.yaml', 'register: claims.yaml\n');
    place.write('claims.yaml', REGISTER);
    place.write('a.md', '# Us\n\nOur gel soothes knees. Our laser cures lupus.\n');
    const { out, code } = await place.run(['claims']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'place      state         entry  kind    strength  evidence',
      'a.md:3:1   approved      gel    treats  strong',
      '  Our gel soothes knees.',
      'a.md:3:24  unregistered         cures   strong',
      '  Our laser cures lupus.',
      '',
      '2 claims: 1 unregistered, 1 approved.',
      '',
    ]);
  });

  it('says that there is no register, and no claim', async () => {
    place.write('a.md', 'Our laser cures lupus.\n');
    expect((await place.run(['claims', 'a.md'])).out).toContain(
      '1 claim. There is no register to hold them against: "promolint claims init" drafts one.',
    );
    place.write('a.md', 'We are open today.\n');
    expect((await place.run(['claims', 'a.md'])).out).toBe('No claims were found.\n');
  });

  it('writes to a file, whole or not at all', async () => {
    place.write('a.md', 'Our laser cures lupus.\n');
    expect(await place.run(['claims', 'a.md', '--format', 'html', '-o', 'claims.html'])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(join(place.folder, 'claims.html'), 'utf8')).toContain('Our laser cures lupus.');
    expect(await place.run(['claims', 'a.md', '-o', 'no/such/folder.csv'])).toMatchObject({ code: 2 });
  });

  it('takes no formula of the copy into a spreadsheet', async () => {
    place.write('a.md', '=HYPERLINK("http://example.com") our laser cures lupus.\n');
    const { out } = await place.run(['claims', 'a.md', '--format', 'csv']);
    expect(out).toContain('lupus');
    expect(out).not.toMatch(/,"?=/);
  });

  it.each([
    ['an unknown format', ['claims', '--format', 'pdf'], /Unknown value "pdf" for --format\./],
    ['a day that does not exist', ['claims', '--as-of', '2026-02-30'], /--as-of must be a date/],
    ['a path that does not exist', ['claims', 'nowhere.md'], /nowhere\.md/],
    ['a commit where there is no repository', ['claims', 'a.md', '--new-since', 'main'], /There is no commit "main" here\./],
    ['an option in place of a commit', ['claims', 'a.md', '--new-since', '--output=x'], /There is no commit "--output=x" here\./],
    ['a register that is not there', ['claims', 'check', 'nowhere.yaml'], /There is no register at "nowhere\.yaml"\./],
    ['a project without a register', ['claims', 'check'], /The configuration names no register\./],
  ])('is refused %s', async (_, argv, message) => {
    place.write('a.md', 'Our laser cures lupus.\n');
    const { code, err } = await place.run(argv);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  describe('--new-since', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: place.folder, stdio: 'pipe' });
    beforeEach(() => {
      git('init', '-q', '-b', 'main');
      place.write('a.md', 'Our laser cures lupus.\n\nOur gel heals eczema.\n');
      place.write('b.md', 'Our drops cure migraine.\n');
      place.write('c.md', 'Our tea cures gout.\n');
      git('add', '.');
      git('commit', '-q', '-m', 'first');
    });
    const added = async (): Promise<string[]> =>
      (await claims('--new-since', 'main')).map(({ path, text }) => `${path}: ${text}`);

    it('is silent where nothing changed', async () => {
      expect(await added()).toEqual([]);
      expect((await place.run(['claims', '--new-since', 'main'])).out).toBe('No claims are new since main.\n');
    });

    it('lists what was added or reworded, in files old and new', async () => {
      place.write('a.md', 'Our laser cures lupus!\n\nOur gel heals eczema overnight.\n\nOur balm cures arthritis.\n');
      place.write('new/d e.md', 'Our patch cures insomnia.\n');
      expect(await added()).toEqual([
        'a.md: Our gel heals eczema overnight.',
        'a.md: Our balm cures arthritis.',
        'new/d e.md: Our patch cures insomnia.',
      ]);
    });

    it('knows a claim that moved, and one that was copied', async () => {
      place.write('a.md', 'Our gel heals eczema.\n');
      place.write('b.md', 'Our drops cure migraine.\n\nOur laser cures lupus.\n\nOur tea cures gout.\n');
      expect(await added()).toEqual(['b.md: Our tea cures gout.']);
    });

    it('works from a folder of the repository', async () => {
      place.write('sub/d.md', 'Our patch cures insomnia.\n');
      const { out } = await place.run(['claims', '.', '--new-since', 'main', '--format', 'json'], {
        cwd: join(place.folder, 'sub'),
      });
      expect((JSON.parse(out) as { claims: Claim[] }).claims.map(({ path }) => path)).toEqual(['d.md']);
    });
  });
});

describe('promolint claims init', () => {
  it('drafts a register that holds, approves nothing and hides nobody', async () => {
    place.write(
      'a.md',
      'Our laser cures lupus!\n\nOur gel heals {all} eczema ([study](https://doi.org/10.5555/x)).\n\nOur laser cures lupus.\n\nOur patient Denise Alvarado, MRN 20718834, was cured: our laser cures lupus.\n',
    );
    const { out, code } = await place.run(['claims', 'init', 'a.md']);
    expect([code, out]).toEqual([
      0,
      'Wrote 2 draft claims to claims.yaml.\n1 left out, since they hold data of a person.\nName it in promolint.config.yaml: register: claims.yaml\n',
    ]);
    const draft = readFileSync(join(place.folder, 'claims.yaml'), 'utf8');
    expect(draft).not.toMatch(/Denise|20718834/);
    expect(draft).toContain('cite: https://doi.org/10.5555/x');
    expect(await place.run(['claims', 'check', 'claims.yaml'])).toMatchObject({
      code: 0,
      out: '2 claims, 0 errors, 0 warnings.\n',
    });
    place.write('promolint.config.yaml', 'register: claims.yaml\n');
    const listed = await place.run(['claims', 'a.md', '--format', 'json']);
    expect((JSON.parse(listed.out) as { claims: Claim[] }).claims[0]!.state).toBe('draft');
  });

  it('overwrites nothing', async () => {
    place.write('a.md', 'Our laser cures lupus.\n');
    place.write('claims.yaml', REGISTER);
    expect(await place.run(['claims', 'init', 'a.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is a register already.') as string,
    });
    expect(readFileSync(join(place.folder, 'claims.yaml'), 'utf8')).toBe(REGISTER);
    expect(await place.run(['claims', 'init', 'a.md', '-o', 'more.yaml'])).toMatchObject({ code: 0 });
    expect(existsSync(join(place.folder, 'more.yaml'))).toBe(true);
  });
});

describe('a run with a register', () => {
  it('that cannot be read says where and ends with 2', async () => {
    place.write('a.md', 'Our gel soothes knees.\n');
    place.write('promolint.config.yaml', 'register: claims.yaml\n');
    expect(await place.run(['a.md'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^promolint\.config\.yaml:1:11 {2}There is no register at "claims\.yaml"\./) as string,
    });
    place.write('claims.yaml', REGISTER.replace('approved:', 'aproved:'));
    expect(await place.run(['a.md'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^claims\.yaml:2:\d+ {2}Unknown key "aproved"\./) as string,
    });
  });

  it('forgets its cache when the register changes', async () => {
    place.write('a.md', 'Our gel soothes knees.\n');
    place.write('promolint.config.yaml', 'register: claims.yaml\n');
    place.write('claims.yaml', REGISTER);
    const before = await place.run(['a.md', '--cache', '--only', 'evidence/register-withdrawn']);
    expect(before.code).toBe(0);
    place.write('claims.yaml', REGISTER.replace('approved: 2025-01-01', 'status: withdrawn'));
    const after = await place.run(['a.md', '--cache', '--only', 'evidence/register-withdrawn']);
    expect([after.code, after.out]).toEqual([1, expect.stringContaining('evidence/register-withdrawn')]);
  });

  it('reads a folder of registers', async () => {
    place.write('a.md', 'Our gel soothes knees. Our mat warms feet.\n');
    place.write('promolint.config.yaml', 'register: claims\n');
    place.write('claims/a.yaml', REGISTER.replace('[A paper]', '[{ref: p}]'));
    place.write(
      'claims/deep/b.json',
      '{"references": {"p": {"cite": "A paper"}}, "claims": [{"id": "mat", "wording": "Our mat warms feet", "approved": "2025-01-01"}]}',
    );
    const { out } = await place.run(['claims', 'a.md', '--format', 'json']);
    expect(
      (JSON.parse(out) as { claims: { entry: string; state: string }[] }).claims.map(({ entry, state }) => [entry, state]),
    ).toEqual([
      ['gel', 'approved'],
      ['mat', 'approved'],
    ]);
  });
});
