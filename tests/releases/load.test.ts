import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PromolintError } from '../../src/errors.ts';
import { loadReleases, parseReleases } from '../../src/releases/load.ts';

const ENTRY =
  'releases:\n  - id: R-1\n    status: signed\n    date: 2026-01-31\n    expires: 2027-01-31\n    scope: [name, story]\n';

function told(text: string): string {
  try {
    parseReleases(text, 'releases.yaml');
  } catch (error) {
    if (error instanceof PromolintError)
      return `${error.details.where} ${error.code}: ${error.message} ${error.details.hint ?? ''}`.trim();
    throw error;
  }
  return 'read';
}

describe('a register of releases', () => {
  it('may be empty', () => {
    for (const text of ['', '# none yet\n', 'releases: []\n']) expect(parseReleases(text, 'releases.yaml')).toEqual([]);
  });

  it.each([
    [
      'an unknown key',
      `${ENTRY}    name: x\n`,
      'releases.yaml:7:5 register-invalid: Unknown key "name". Known: id, ids, status, date, expires, scope, files.',
    ],
    ['no id', 'releases:\n  - status: signed\n', 'releases.yaml:2:5 register-invalid: The key "id" is missing or empty.'],
    [
      'an id with blanks',
      ENTRY.replace('R-1', 'Ada Lovelace'),
      'releases.yaml:2:9 register-invalid: This cannot be the id of a release. Use letters, digits, dots, hyphens and slashes: R-2026-014.',
    ],
    [
      'a day that does not exist',
      ENTRY.replace('2026-01-31', '2026-02-30'),
      'releases.yaml:4:11 register-invalid: This is no date. Write a day that exists as YYYY-MM-DD.',
    ],
    [
      'an end before the beginning',
      ENTRY.replace('2027-01-31', '2025-01-31'),
      'releases.yaml:5:14 register-invalid: It expires (2025-01-31) before it was signed (2026-01-31). Exchange the two dates, or mend one.',
    ],
    [
      'an unknown status',
      ENTRY.replace('signed', 'singed'),
      'releases.yaml:3:13 register-invalid: Unknown status. Did you mean "signed"?',
    ],
    [
      'an unknown scope',
      ENTRY.replace('[name, story]', '[name, photos]'),
      'releases.yaml:6:19 register-invalid: Unknown scope. Did you mean "photo"?',
    ],
    [
      'an id twice',
      `${ENTRY}  - {id: R-2, ids: [R-1]}\n`,
      'releases.yaml:7:21 register-invalid: The id "R-1" stands for two releases. Give one of them another id.',
    ],
  ])('says where it has %s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('says which file it cannot read, and the line that names it', () => {
    expect(() => loadReleases('/nowhere/releases.yaml', '/nowhere', 'promolint.config.yaml:2:11')).toThrow(
      'The releases register "releases.yaml" cannot be read (ENOENT).',
    );
  });

  it('knows a release by each of its ids, and for the files that it names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'promolint-releases-'));
    writeFileSync(join(folder, 'releases.yaml'), `${ENTRY}    ids: [form/7]\n    files: [stories/]\n`);
    const register = loadReleases(join(folder, 'releases.yaml'), folder);
    const { byId, here } = register.for(join(folder, 'stories/hip.md'));
    expect(byId.get('form/7')).toBe(byId.get('R-1'));
    expect(here).toEqual([
      { id: 'R-1', status: 'signed', date: '2026-01-31', expires: '2027-01-31', scope: ['name', 'story'], limited: true },
    ]);
    expect(register.for(join(folder, 'about.md')).here).toEqual([]);
    expect(register.for(join(folder, '../stories/hip.md')).here).toEqual([]);
  });
});
