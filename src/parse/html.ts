import type { Document } from '../rule.ts';
import { DocumentBuilder } from './document-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import { HtmlWalker } from './html-walker.ts';
import type { MarkdownParser } from './markdown-tree.ts';
import { maskTemplates } from './template-holes.ts';
import { readTemplateNotes } from './template-notes.ts';

/** Reads a page, a partial or a template. Never throws: browsers read anything, and so does this. */
export function parseHtml(source: string, path: string, parser?: MarkdownParser): Document {
  const { masked, holes } = maskTemplates(source, 'html');
  const builder = new DocumentBuilder({ path, format: 'html', source, holes, parser });
  const walker = new HtmlWalker(builder, masked, { ranges: false });
  walker.walk(readFrontMatter(builder, masked), source.length);
  readTemplateNotes(builder);
  builder.frontMatter = withDeclared(builder.frontMatter, walker.elements.declared);
  return builder.finish();
}

/** `<meta name="promolint:product">` says for a page what front matter says under `promolint`. */
function withDeclared(
  frontMatter: Readonly<Record<string, unknown>>,
  declared: Readonly<Record<string, string>>,
): Record<string, unknown> {
  if (Object.keys(declared).length === 0) return { ...frontMatter };
  const own = frontMatter['promolint'];
  return { ...frontMatter, promolint: { ...(typeof own === 'object' && !Array.isArray(own) ? own : {}), ...declared } };
}
