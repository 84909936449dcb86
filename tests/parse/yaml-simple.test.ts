import { existsSync } from 'node:fs';
import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { frontMatterEnd } from '../../src/parse/front-matter.ts';
import { readSimpleYaml } from '../../src/parse/yaml-simple.ts';
import { readYamlValues } from '../../src/parse/yaml-values.ts';
import { readFiles } from '../../src/read/read-files.ts';

/** What is read as simple is what the parser of YAML reads. Tells whether it was. */
function expectSame(yaml: string): boolean {
  const simple = readSimpleYaml(yaml);
  if (simple) expect(simple, JSON.stringify(yaml)).toEqual(readYamlValues(yaml));
  return simple !== undefined;
}

describe('simple front matter', () => {
  it.each([
    'title: "Knee pain: what helps"\ndate: 2026-01-02\nweight: 12\ndraft: false\ntags: [knee, \'hip joint\', 3]\n',
    'title: Relief in days\r\n\r\n# note\r\nlist:\r\n  - one\r\n  - two words\r\nother:\r\n- 3\r\n- "four"\r\n',
    'url: https://example.com/a#b\nempty: []\nname: Imani Okafor   \n',
    '',
  ])('is read without the parser of YAML: %j', (yaml) => {
    expect(expectSame(yaml)).toBe(true);
  });

  it.each([
    'title: Pain: what helps\n',
    'a: &x b\n',
    'a: one\n  two\n',
    'a:\n',
    'a: |\n  text\n',
    'a: "b\\n"\n',
    "a: 'it''s'\n",
    'a: b # c\n',
    'a: 1.5\n',
    'a: 0x1f\n',
    'a: ~\n',
    'a: {b: c}\n',
    'a:\n  b: c\n',
    'a:\n  - b: c\n',
    'a:\n- b\n  - c\n',
    'a: [b, [c]]\n',
    'a: Null\n',
    'a: "b" c\n',
    '- a\n',
    'a: b\tc\n',
  ])('is left to it: %j', (yaml) => {
    expect(readSimpleYaml(yaml)).toBeUndefined();
  });

  it('is the same for both, whatever it holds', { timeout: 120_000 }, () => {
    const piece = fc.constantFrom(
      ...['a', 'key: ', 'b:', ': ', ':', ' ', '  ', '- ', '\n', '\n', '\r\n', '"', "'", '[', ']', ',', '#', ' #', '1', '12', '0', '.5'],
      ...['-', '+', 'e', '2026-01-02', 'true', 'null', '~', '{', '}', '&a', '*a', '!', '|', '>', '%', '@', '`', '?', 'word', '\uF8FE', '=', '<<'],
    ); // prettier-ignore
    const line = fc.array(piece, { maxLength: 6 }).map((parts) => `k: ${parts.join('')}\n`);
    const yaml = fc.oneof(
      fc.array(line, { maxLength: 4 }).map((lines) => lines.join('')),
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(yaml, expectSameAlways), { numRuns: 4000 });
  });
});

const expectSameAlways = (yaml: string): void => void expectSame(yaml);

const folder = process.env['PROMOLINT_CORPUS'];

describe.skipIf(!folder || !existsSync(folder))('front matter of real pages', () => {
  it('is mostly simple, and the same', { timeout: 120_000 }, async () => {
    const { files } = await readFiles([folder!], { cwd: folder!, ignore: [], extensions: {} });
    let read = 0;
    let simple = 0;
    for (const { source } of files) {
      const end = frontMatterEnd(source);
      if (end === 0) continue;
      read++;
      if (expectSame(source.slice(source.indexOf('\n', source.indexOf('---')) + 1, end - 3))) simple++;
    }
    expect(simple / read).toBeGreaterThan(0.5);
  });
});
