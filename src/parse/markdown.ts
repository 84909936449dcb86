import type { Document } from '../rule.ts';
import { DocumentBuilder } from './document-builder.ts';
import { frontMatterEnd, readFrontMatter } from './front-matter.ts';
import { moved } from './html-islands.ts';
import { readMarkdown } from './markdown-reader.ts';
import { readMdx } from './mdx.ts';
import type { MarkdownParser } from './markdown-tree.ts';
import { maskTemplates } from './template-holes.ts';
import { viewOf } from './text-map.ts';

export interface MarkdownFileOptions {
  readonly mdx: boolean;
  readonly parser?: MarkdownParser | undefined;
}

/** Reads CommonMark with tables, strikethrough, footnotes, front matter and HTML; with `mdx`, MDX as well. Never throws. */
export function parseMarkdown(source: string, path: string, options: MarkdownFileOptions): Document {
  const templates = maskTemplates(source, 'markdown');
  const mdx = options.mdx ? readMdx(templates.masked, templates.holes, frontMatterEnd(templates.masked)) : undefined;
  const { masked, holes } = mdx ?? templates;
  const builder = new DocumentBuilder({ path, format: 'markdown', source, holes, parser: options.parser });
  const body = readFrontMatter(builder, templates.masked);
  mdx?.readInto(builder);
  const tags = mdx?.tags.map((tag) => moved(tag, -body));
  readMarkdown(builder, viewOf(masked, body, masked.length), { mdx: options.mdx, ...(tags && { tags }) });
  return builder.finish();
}
