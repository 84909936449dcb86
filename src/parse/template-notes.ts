import type { DocumentBuilder } from './document-builder.ts';

/** How comments of templates begin and end: Liquid, Jinja and Nunjucks, Handlebars, Go, ERB and JSP. */
const OPENING = /^(?:\{#-?|\{\{[-~]?!(?:--)?|\{\{-?\s{0,3}\/\*|<%#|<%--|\{%-?\s{0,3}comment\s{0,3}-?%\})\s{0,20}(?=promolint-)/;
const CLOSING = /\s{0,20}(?:-?#\}|(?:--)?[-~]?\}\}|\*\/\s{0,3}-?\}\}|(?:--)?%>|\{%-?\s{0,3}endcomment\s{0,3}-?%\})$/;

/**
 * Makes comments of a template of those that speak to promolint: they are what a writer uses who does not want a note to reach the
 * published page. All others are code.
 */
export function readTemplateNotes(builder: DocumentBuilder): void {
  for (const { from, to } of builder.holes) {
    const tag = builder.source.slice(from, to);
    const opening = OPENING.exec(tag)?.[0].length;
    if (opening === undefined) continue;
    const end = tag.length - (CLOSING.exec(tag)?.[0].length ?? 0);
    if (opening < end) builder.startBlock('comment').append(tag.slice(opening, end), from + opening, from + end);
  }
}
