import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { parse } from '../../src/parse/parse.ts';
import { faultsOf } from './exact-pieces.ts';

const SIZE = 60_000;
const filled = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));

// Each took remark alone between ten seconds and hours at this size, or stands for a kind of input that did elsewhere.
const HOSTILE: Readonly<Record<string, string>> = {
  'nested quotes': filled('>'),
  'short quotes': filled('> a\n\n'),
  'quotes with brackets': filled('> [a [b\n\n'),
  'deep quotes': filled(`${'> '.repeat(50)}a\n\n`),
  'nested lists': filled('- '),
  'nested numbers': filled('1. '),
  'nested emphasis': filled('*a ') + filled('a* '),
  'lists ever deeper': Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- x\n`).join(''),
  'comments without end': filled('x <!-- '),
  'processing instructions without end': filled('x <?a '),
  'brackets': filled('['),
  'links without end': filled('[a](b '),
  'references': `[x]: /u\n\n${filled('[a1] [x] ')}`,
  'tags without end': filled('x <a '),
  'tags never closed': filled('<div class="a">\n\ntext\n\n'),
  'scripts never closed': filled('a <script> '),
  'footnotes': filled('[^a]: text\n\n'),
  'one long line': filled('word '),
  'one long word': filled('x'),
  'one long space': `a${filled(' ')}b`,
  'empty lines': filled('\r\n'),
  'zero-width spaces': filled('\u200b'),
  'NULs': filled('a\0'),
  'stray template tags': filled('{{ '),
  'control tags': filled('{% if x %}\n'),
  'PHP without end': filled('<?php '),
  'addresses': filled('https://a.b/((((( '),
  'back-ticks': filled('` `` ``` '),
  'front matter of brackets': `---\na: ${filled('[')}\n---\n`,
  'front matter of aliases': `---\n${filled('a: &a [*a]\n')}---\n`,
  'front matter of Markdown': `---\nx:\n${filled('  - "some **text** with <b>tags</b> in"\n')}---\n`,
}; // prettier-ignore

const HOSTILE_MDX: Readonly<Record<string, string>> = {
  'braces': filled('{'),
  'expressions without end': filled('{a '),
  'tags in braces': filled('<A b={'),
  'components never closed': filled('<A>\n'),
  'strings without end': filled('{"'),
  'template literals': filled('{`'),
  'JSX in expressions in JSX': filled('{<a>'),
  'exports without end': filled('export const a = {\n'),
}; // prettier-ignore

describe('a page made to be slow', () => {
  it.each(Object.entries(HOSTILE))('of %s is read in time', { timeout: 120_000 }, (_, source) => {
    expect(faultsOf(parseMarkdown(source, 'page.md', { mdx: false }))).toEqual([]);
  });

  it.each(Object.entries(HOSTILE_MDX))('of %s in MDX is read in time', { timeout: 120_000 }, (_, source) => {
    expect(faultsOf(parseMarkdown(source, 'page.mdx', { mdx: true }))).toEqual([]);
  });
});

describe('a long page', () => {
  const section = (at: number) =>
    `## Section ${at}\n\nWe treat **pain** here[^a] and [there][b].\n\n- one\n- two\n\n<p>three &amp; four</p>\n\n`;
  const source = `${Array.from({ length: 1200 }, (_, at) => section(at)).join('')}[b]: /there\n\n[^a]: Note.\n`;
  const { blocks } = parseMarkdown(source, 'page.md', { mdx: false });

  it('is read in parts that show no seam', () => {
    expect(source.length).toBeGreaterThan(100_000);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 1200 }, () => ['heading', 'paragraph', 'list-item', 'list-item', 'paragraph']).flat(),
      'footnote',
    ]);
    for (const block of blocks.filter(({ text }) => text.startsWith('We treat'))) {
      expect(block.text).toBe('We treat pain here[a] and there.');
      expect(block.links).toMatchObject([{ href: '/there' }]);
    }
  });

  it('knows the places of HTML and JSON-LD far down', () => {
    const end =
      '<script type="application/ld+json">{"@type": "Review", "reviewBody": "Less pain, more caf\\u00e9s"}</script>\n\n<p title="a b">c&nbsp;d</p>\n';
    const document = parseMarkdown(source + end, 'page.md', { mdx: false });
    expect(faultsOf(document)).toEqual([]);
    const last = document.blocks.filter(({ pieces }) => pieces[0]!.from >= source.length);
    expect(last.map(({ kind, text }) => [kind, text])).toEqual([
      ['data', 'Less pain, more cafés'],
      ['attribute', 'a b'],
      ['paragraph', 'c d'],
    ]);
  });

  it('keeps fences and comments whole across the parts', () => {
    const fenced = `${section(0).repeat(300)}\`\`\`\n${'# no copy\n\n'.repeat(8000)}\`\`\`\n\n<!--\n${'a note\n\n'.repeat(8000)}-->\n\nEnd.\n`;
    const texts = parseMarkdown(fenced, 'page.md', { mdx: false }).blocks.map(
      ({ kind, text }) => `${kind}: ${text.slice(0, 12)}`,
    );
    expect(texts.slice(-2)).toEqual(['comment: a note a not', 'paragraph: End.']);
    expect(texts.filter((text) => text.includes('no copy'))).toEqual([]);
  });
});

it('dispatches by format', () => {
  const page = (format: 'markdown' | 'html' | 'text', source: string) =>
    parse({ path: 'a', source, format }).blocks.map(({ text }) => text);
  expect(page('markdown', '*a* <b>b</b>')).toEqual(['a b']);
  expect(page('html', '*a* <b>b</b>')).toEqual(['*a* b']);
  expect(page('text', '*a* <b>b</b>')).toEqual(['*a* <b>b</b>']);
});

it('reads plain text by paragraphs and bullets, with addresses and slots', () => {
  const { blocks } = parse({
    path: 'a.txt',
    format: 'text',
    source: 'Dear [FIRST_NAME],\r\ncall\u00a0us.\r\n\r\n  \r\n• One\r\n  more\r\n2) Two www.example.com.\r\n',
  });
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'Dear \uFFFC, call us.'],
    ['list-item', 'One more'],
    ['list-item', 'Two www.example.com.'],
  ]);
  expect(blocks[2]!.links).toMatchObject([{ href: 'http://www.example.com' }]);
});
