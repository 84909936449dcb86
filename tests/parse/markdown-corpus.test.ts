import { existsSync } from 'node:fs';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { HOLE_FILLER, maskTemplates } from '../../src/parse/template-holes.ts';
import { readFiles } from '../../src/read/read-files.ts';
import type { Document } from '../../src/rule.ts';
import { faultsOf } from './exact-pieces.ts';

const folder = process.env['PROMOLINT_CORPUS'];
const remark = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmTable(), gfmFootnote()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()])
  .freeze();

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly Node[];
}

const wordsIn = (text: string): string[] => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of the body that remark finds in texts, code spans and images, and that stand in no block. */
function wordsLost({ source, frontMatterRange, blocks }: Document): string[] {
  const body = maskTemplates(source, 'markdown').masked.slice(frontMatterRange?.to ?? 0);
  const counts = new Map<string, number>();
  for (const block of blocks) for (const word of wordsIn(block.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost: string[] = [];
  const visit = (node: Node) => {
    const text = node.type === 'text' || node.type === 'inlineCode' ? node.value : node.type === 'image' ? node.alt : undefined;
    for (const word of wordsIn((text ?? '').replaceAll(HOLE_FILLER, ' '))) {
      const left = counts.get(word) ?? 0;
      // `y**no**` are two texts to remark and one word to a reader.
      if (left === 0 && !blocks.some((block) => block.text.includes(word) && !wordsIn(block.text).includes(word)))
        lost.push(word);
      counts.set(word, left - 1);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(remark.parse(body) as unknown as Node);
  return lost;
}

describe.skipIf(!folder || !existsSync(folder))('real pages', () => {
  it('map back exactly and lose no text', { timeout: 240_000 }, async () => {
    const { files } = await readFiles([folder!], { cwd: folder!, ignore: [], extensions: {} });
    let read = 0;
    for (const { path, format, mdx, source } of files) {
      if (format !== 'markdown') continue;
      read++;
      const document = parseMarkdown(source, path, { mdx });
      expect(faultsOf(document), path).toEqual([]);
      // What MDX shows of its expressions and exports, remark cannot know.
      if (!mdx) expect(wordsLost(document), path).toEqual([]);
    }
    expect(read).toBeGreaterThan(0);
  });
});
