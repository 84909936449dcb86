import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatJson, lintFiles } from '../src/index.ts';

interface FileJson {
  readonly findings: readonly { readonly severity: string; readonly ruleId: string; readonly line: number }[];
}

async function report(path: string): Promise<FileJson> {
  const { files } = JSON.parse(formatJson(await lintFiles([path], { config: false, asOf: '2026-11-21' }))) as {
    files: FileJson[];
  };
  return files[0]!;
}

const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);

describe('flagged pages', () => {
  // After a wanted change: npm run build && npm run fixtures, and read the difference.
  it.each(pagesIn('fixtures/pages/flagged'))('%s has its stored report', async (path) => {
    const file = await report(path);
    expect(file).toEqual(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
    expect(file.findings.filter(({ severity }) => severity === 'error')).not.toHaveLength(0);
  });
});

describe('clean pages', () => {
  it.each(pagesIn('fixtures/pages/clean'))('%s is silent', async (path) => {
    const { findings } = await report(path);
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([]);
  });
});
