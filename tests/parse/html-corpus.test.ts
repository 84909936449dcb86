import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/parse/html.ts';
import { readFiles } from '../../src/read/read-files.ts';
import { expectExactElements, expectExactPieces, expectNothingLost } from './html-check.ts';

const folder = process.env['PROMOLINT_CORPUS'];

describe.skipIf(!folder || !existsSync(folder))('real pages', () => {
  it('map back exactly and lose no text', { timeout: 120_000 }, async () => {
    const { files } = await readFiles([folder!], { cwd: folder!, ignore: [], extensions: { html: ['php'] } });
    let read = 0;
    for (const { path, format, source } of files) {
      if (format !== 'html') continue;
      read++;
      const document = parseHtml(source, path);
      try {
        expectExactPieces(document);
        expectExactElements(document);
        expectNothingLost(document);
      } catch (error) {
        (error as Error).message = `${path}: ${(error as Error).message}`;
        throw error;
      }
    }
    expect(read).toBeGreaterThan(0);
  });
});
