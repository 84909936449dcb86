import type { Document, Format } from '../rule.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import type { MarkdownParser } from './markdown-tree.ts';
import { parsePlainText } from './plain-text.ts';

/** A file as `read/` hands it over: decoded, without BOM. */
export interface ParsableFile {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly format: Format;
  readonly mdx?: boolean;
}

export interface ParseOptions {
  /** What reads Markdown; both say the same, and `remark` takes its time. */
  readonly parser?: MarkdownParser;
}

/** UTF-16 code units of all files that this thread has read, by what they are written in. */
export const lengthsRead: Record<Format, number> = { markdown: 0, html: 0, text: 0 };

/** What a file says, block by block. Never throws, whatever the file holds. */
export function parse({ path, source, format, mdx = false }: ParsableFile, { parser }: ParseOptions = {}): Document {
  lengthsRead[format] += source.length;
  if (format === 'html') return parseHtml(source, path, parser);
  if (format === 'text') return parsePlainText(source, path);
  return parseMarkdown(source, path, { mdx, parser });
}
