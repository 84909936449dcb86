import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { parsePlainText } from '../../src/parse/plain-text.ts';
import { faultsOf } from './exact-pieces.ts';
import { junk, page } from './markdown-pages.ts';

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/(?:un)?seen\d+x/g) ?? []).sort();

describe('any Markdown page', () => {
  it('maps back exactly, and no word of it is lost, doubled or made up', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(page, ({ source, seen }) => {
        const document = parseMarkdown(source, 'page.md', { mdx: false });
        expect(faultsOf(document)).toEqual([]);
        expect(wordsOf(document.blocks.map(({ text }) => text))).toEqual([...seen].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('is the same with the exactness of MDX', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(page, ({ source }) => {
        expect(faultsOf(parseMarkdown(source, 'page.mdx', { mdx: true }))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('any text', () => {
  it.each([
    ['Markdown', (source: string) => parseMarkdown(source, 'a.md', { mdx: false })],
    ['MDX', (source: string) => parseMarkdown(source, 'a.mdx', { mdx: true })],
    ['plain text', (source: string) => parsePlainText(source, 'a.txt')],
    ['front matter', (source: string) => parseMarkdown(`---\na: ${source}\n---\n`, 'a.md', { mdx: false })],
  ])('is read as %s without an exception, at exact places', { timeout: 120_000 }, (_, parse) => {
    fc.assert(
      fc.property(junk, (source) => {
        expect(faultsOf(parse(source))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
