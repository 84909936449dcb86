import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PromolintError, formatJson, lintFiles, lintText } from '../../src/index.ts';
import { CLEAN, FLAGGED, Workplace } from '../cli/io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const ids = ({ findings }: { readonly findings: readonly { readonly ruleId: string }[] }) => findings.map(({ ruleId }) => ruleId);
const only = { config: false, asOf: '2026-11-21' } as const;

describe('lintText', () => {
  it('reads a text by its path, at places that do not count a byte-order mark', async () => {
    const file = await lintText(`\uFEFF${FLAGGED}`, 'a.md', only);
    expect(file).toMatchObject({ path: 'a.md', format: 'markdown' });
    const cure = file.findings.find(({ ruleId }) => ruleId === 'efficacy/cure-claim')!;
    expect(FLAGGED.slice(cure.startOffset, cure.endOffset)).toContain('cures acne');
    expect(cure).toMatchObject({ line: 3, severity: 'error' });
    expect((await lintText('<p>Our laser cures acne.</p>', 'a.html', only)).format).toBe('html');
    expect((await lintText('Our laser cures acne.', undefined, only)).format).toBe('markdown');
  });

  it('follows the configuration beside the path, and the settings over it', async () => {
    place.write('shop/promolint.config.yaml', 'rules: {efficacy/cure-claim: off}\n');
    const { folder: cwd } = place;
    expect(ids(await lintText(FLAGGED, 'a.md', { cwd }))).toContain('efficacy/cure-claim');
    expect(ids(await lintText(FLAGGED, 'shop/a.md', { cwd }))).not.toContain('efficacy/cure-claim');
    // Of a family's findings on the same words the weightiest stays, so the other one is switched off.
    const rules = { 'efficacy/cure-claim': { level: 'info' }, 'efficacy/unsubstantiated-claim': { level: 'off' } } as const;
    const file = await lintText(FLAGGED, 'shop/a.md', { cwd, rules });
    expect(file.findings.find(({ ruleId }) => ruleId === 'efficacy/cure-claim')?.severity).toBe('info');
  });

  it.each([
    [{ profiles: ['us-provder'] }, 'Did you mean "us-provider"?'],
    [{ product: 'suplement' as never }, 'Did you mean "supplement"?'],
    [{ rules: { 'efficacy/cure-clam': {} } }, 'Did you mean "efficacy/cure-claim"?'],
    [{ asOf: 'today' }, undefined],
  ])('refuses settings that mean nothing: %j', async (settings, hint) => {
    const refused = lintText(CLEAN, 'a.md', { config: false, ...settings });
    await expect(refused).rejects.toBeInstanceOf(PromolintError);
    if (hint) await expect(refused).rejects.toMatchObject({ details: { hint } });
  });
});

describe('lintFiles', () => {
  it('gives the report of the command', async () => {
    place.write('b.md', FLAGGED);
    place.write('a.html', '<p>Our laser cures acne.</p>');
    const report = await lintFiles(['.'], { cwd: place.folder, asOf: '2026-11-21' });
    expect(report.files.map(({ path }) => path)).toEqual(['a.html', 'b.md']);
    const { out } = await place.run(['--format', 'json', '--as-of', '2026-11-21']);
    expect((JSON.parse(formatJson(report)) as { files: unknown }).files).toEqual((JSON.parse(out) as { files: unknown }).files);
  });

  it('rejects what cannot be read', async () => {
    await expect(lintFiles(['nowhere.md'], { cwd: place.folder })).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
