import type { DocumentBuilder, Surroundings } from './document-builder.ts';
import type { MaskedText } from './masked-text.ts';
import { HtmlWalker, type TextReader } from './html-walker.ts';

/**
 * Adds the blocks and elements of the HTML that stands in `[from, to)` of a Markdown file. `masked` is the whole file with
 * spaces for everything that is not this HTML, and form feeds for Markdown between its tags, so that offsets are the file's;
 * `context` is what holds around it. `readText` reads texts in MDX, where Markdown goes on inside HTML.
 */
export function parseHtmlFragmentInto(
  builder: DocumentBuilder,
  masked: MaskedText,
  from: number,
  to: number,
  context: Partial<Surroundings> = {},
  readText?: TextReader,
): void {
  builder.enter(context);
  new HtmlWalker(builder, masked, { ranges: true, readText }).walk(from, to);
  builder.leave();
}
