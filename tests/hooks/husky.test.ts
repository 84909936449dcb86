import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CLEAN, FLAGGED, Site } from './site.ts';
import { blockOf } from './docs.ts';

let site: Site;
afterEach(() => site.dispose());

describe('the recipes of docs/ci.md', () => {
  it('husky and lint-staged pass on clean copy, and block a violation', () => {
    site = new Site();
    site.install({ name: 'husky', bin: 'bin.js' }, { name: 'lint-staged', bin: 'bin/lint-staged.js' });
    site.write('.gitignore', 'node_modules\n');
    site.write('package.json', blockOf('docs/ci.md', 'lint-staged'));
    expect(site.run('npx', 'husky').code).toBe(0);
    site.write('.husky/pre-commit', blockOf('docs/ci.md', '.husky/pre-commit'));

    site.write('content/a.md', CLEAN);
    const clean = site.commit('Add the clinic');
    expect(clean.code, clean.out).toBe(0);

    site.write('content/b.md', FLAGGED);
    const flagged = site.commit('Add a promise');
    expect(flagged.code).not.toBe(0);
    expect(flagged.out).toContain('efficacy/cure-claim');
  });

  it('a hook of git alone does too', () => {
    site = new Site();
    site.install();
    site.write('.gitignore', 'node_modules\n');
    site.write('.git/hooks/pre-commit', blockOf('docs/ci.md', '.git/hooks/pre-commit'));
    chmodSync(join(site.folder, '.git/hooks/pre-commit'), 0o755);
    site.write('content/a.md', CLEAN);
    const clean = site.commit('Add the clinic');
    expect(clean.code, clean.out).toBe(0);
    site.write('content/a.md', FLAGGED);
    const flagged = site.commit('Add a promise');
    expect(flagged.code).not.toBe(0);
    expect(flagged.out).toContain('efficacy/cure-claim');
  });
});
