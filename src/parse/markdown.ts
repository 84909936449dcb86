import type { Document } from '../rule.ts';
import { DocumentBuilder } from './document-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown-reader.ts';
import { maskTemplates } from './template-holes.ts';
import { viewOf } from './text-map.ts';

/** Reads CommonMark with tables, strikethrough, footnotes, front matter and HTML; with `mdx`, MDX as well. Never throws. */
export function parseMarkdown(source: string, path: string, _options: { readonly mdx: boolean }): Document {
  const { masked, holes } = maskTemplates(source, 'markdown');
  const builder = new DocumentBuilder({ path, format: 'markdown', source, holes });
  const body = readFrontMatter(builder, masked);
  readMarkdown(builder, viewOf(masked, body, masked.length));
  return builder.finish();
}
