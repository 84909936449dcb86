import type { Attribute, Range } from '../rule.ts';
import { decodeAttribute, type HtmlSource } from './html-text.ts';
import { attributeRanges, type ElementPlace, type HtmlElement } from './html-tree.ts';

const JUDGED = new Set([
  'a',
  'area',
  'audio',
  'button',
  'embed',
  'form',
  'iframe',
  'image',
  'img',
  'input',
  'link',
  'meta',
  'object',
  'script',
  'select',
  'source',
  'textarea',
  'video',
]);

/** Whether some rule may judge this tag by itself: what it loads, sends, links to or carries along. */
export const isJudged = ({ tagName, attrs }: HtmlElement): boolean =>
  JUDGED.has(tagName) ||
  attrs.some(({ name, value }) => /^(?:data-|on)/.test(name) || (name === 'style' && /url\s?\(/i.test(value)));

export const FIELDS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/** The attributes of a tag in the order of the source. */
export function attributesOf(html: HtmlSource, element: ElementPlace): Attribute[] {
  return attributeRanges(element).map(([name, place]) => {
    const range = valueRange(html.masked, place);
    return { name, value: decodeAttribute(html, range), ...range };
  });
}

/** The value of `name = "value"`, without quotes; an empty range at the end when there is none. */
export function valueRange(masked: string, { from, to }: Range): Range {
  // A name may begin with `=`.
  const equals = masked.slice(from, to).indexOf('=', 1);
  if (equals < 0) return { from: to, to };
  let start = from + equals + 1;
  while (start < to && /[\t\n\f\r ]/.test(masked[start]!)) start++;
  const quoted = masked[start] === '"' || masked[start] === "'";
  return quoted ? { from: start + 1, to: Math.max(start + 1, to - 1) } : { from: start, to };
}
