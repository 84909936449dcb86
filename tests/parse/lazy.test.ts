import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

/** The parts of the build that were loaded late, once these texts were linted. */
function loadedFor(...texts: string[]): string[] {
  const script = `
    import { createRequire } from 'node:module';
    import { lintText } from ${JSON.stringify(pathToFileURL('dist/index.js').href)};
    for (const text of ${JSON.stringify(texts)}) await lintText(text, 'page.md');
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return (JSON.parse(output) as string[]).map((file) => /[\\/]([\w-]+)-\w+\.cjs$/.exec(file)?.[1] ?? file).filter((part) => !part.endsWith('start.cjs'));
}

it('neither remark nor the YAML parser is loaded before a page needs it', () => {
  const plain = '---\ntitle: Knee pain\ntags: [knee, hip]\n---\n# Knees\n\n- **gentle** [care](/a)\n\n| a |\n|---|\n| b |\n';
  expect(loadedFor(plain)).toEqual([]);
  expect(loadedFor('---\nseo: {title: Knee pain}\n---\nText.\n')).toEqual(['yaml-values']);
  expect(loadedFor('Text ![^1] and more.\n\n[^1]: Note.\n')).toEqual(['remark']);
});
