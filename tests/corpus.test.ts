import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../src/index.ts';
import { decodeSource } from '../src/read/decode.ts';

/** ASCII alone: a slice may write any other letter as an entity. */
const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

/** Whether a slice of source reads as an excerpt: its letters in order, with markup between them, and not ending inside other copy. */
function holds(slice: string, excerpt: string): boolean {
  const wanted = letters(excerpt);
  let at = 0;
  for (const letter of letters(slice)) if (letter === wanted[at]) at++;
  if (at < wanted.length) return false;
  if (excerpt.startsWith('<')) return slice.startsWith('<');
  const text = letters(slice.replace(/<[^<>]*>|&#?\w{1,30};|<\?.*?\?>|\]\([^)]*\)/gs, ''));
  return excerpt.includes('…') || wanted === '' || (text.startsWith(wanted[0]!) && text.endsWith(wanted.at(-1)!));
}

const folder = process.env['PROMOLINT_CORPUS'];

describe.skipIf(!folder || !existsSync(folder))('real pages', () => {
  it('are all read or said not to be, and each finding slices to the words that it names', { timeout: 300_000 }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'promolint-corpus-'));
    try {
      const config = join(home, 'promolint.config.yaml');
      writeFileSync(config, 'extensions:\n  html: [php]\n');
      const { files, skipped } = await lintFiles([folder!], { cwd: folder!, config, asOf: '2026-11-21' });
      expect(files.length).toBeGreaterThan(0);
      expect(skipped.filter(({ reason }) => !/not a text file/.test(reason))).toEqual([]);
      for (const { path, findings } of files) {
        if (findings.length === 0) continue;
        const { source } = decodeSource(readFileSync(join(folder!, path)))!;
        for (const { ruleId, excerpt, startOffset, endOffset, line } of findings) {
          if (excerpt === undefined) continue;
          const slice = source.slice(startOffset, endOffset);
          expect({ path, ruleId, line, excerpt, slice, holds: holds(slice, excerpt) }).toMatchObject({ holds: true });
        }
      }
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});
