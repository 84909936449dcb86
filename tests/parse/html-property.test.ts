import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/parse/html.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Document } from '../../src/rule.ts';
import { expectExactElements, expectExactPieces, expectNothingLost } from './html-check.ts';

/** Stands for a planted word until the page is put together, when each becomes `word7x`, unlike any other. */
const PLANT = '\uE000';

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const joined = (parts: fc.Arbitrary<string>, maxLength = 4): fc.Arbitrary<string> =>
  fc.array(parts, { maxLength }).map((all) => all.join(''));

const space = oneOf(' ', '\n', '\r\n', '\t ', '  ', '&nbsp;', '\u00a0', '&#10;', '\u200b ', '&#x20;');
const odd = oneOf(
  '&amp;',
  '&rsquo;',
  '&#39;',
  '&#x2019;',
  '&eacute;',
  '&copy',
  '&notit; ',
  '&notin;',
  '&foo;',
  '&',
  '& ',
  '&#0;',
  '&#128;',
  '&shy;',
  '&zwnj;',
  '&CounterClockwiseContourIntegral;',
  '&NotEqualTilde;',
  '😀',
  '&#x1F600;',
  'é',
  '< ',
  '1 > 0',
  '\u00ad',
  '{{ name }}',
  '%',
  '"',
  "'",
  '&amp;lt;',
);
const word = fc.constant(PLANT);
const text = joined(fc.oneof({ weight: 4, arbitrary: word }, { weight: 3, arbitrary: space }, { weight: 2, arbitrary: odd }), 6);
const value = text.map((copy) => copy.replaceAll('"', '&quot;'));
// Each name once: a browser drops the second.
const attributes = fc
  .tuple(
    fc.oneof(
      value.map((copy) => ` title="${copy}"`),
      oneOf('', ' title'),
    ),
    fc.oneof(
      value.map((copy) => `\n aria-label = "${copy}"`),
      oneOf(''),
    ),
    fc.oneof(
      value.map((copy) => ` ALT='${copy.replaceAll("'", '&#39;')}'`),
      oneOf(''),
    ),
    oneOf(
      '',
      ' class="a b"',
      ' id=x',
      ' hidden',
      ' data-x="1 &amp; 2"',
      ' style="color:red"',
      ' {% if x %}data-y{% endif %}',
      ' href=/a?b=1&copy=2',
    ),
  )
  .map((all) => all.join(''));

const closing = (name: string, closed: boolean): string => (closed ? `</${name}>` : '');
const mostly = oneOf(true, true, true, false);

function inlineCopy(depth: number): fc.Arbitrary<string> {
  const comment = text.map((copy) => `<!-- ${copy.replaceAll('--', '')} -->`);
  const stray = oneOf('</b>', '</p>', '</div>', '</span>', '</a>', '</td>', '<p>');
  const alone = fc
    .tuple(oneOf('img', 'br', 'input type=submit', 'wbr'), attributes)
    .map(([name, tagged]) => `<${name}${tagged}>`);
  if (depth === 0) return joined(fc.oneof({ weight: 5, arbitrary: text }, alone, comment, stray), 3);
  const inside = inlineCopy(depth - 1);
  const wrapped = fc
    .tuple(
      oneOf('b', 'STRONG', 'em', 'i', 'a', 'span', 'sup', 'tt', 'small', 'q', 'u', 'label', 'button'),
      attributes,
      inside,
      mostly,
    )
    .map(([name, tagged, copy, closed]) => `<${name}${tagged}>${copy}${closing(name, closed)}`);
  const hidden = fc
    .tuple(oneOf('span class="sr-only"', 'noscript', 'template', 'video'), inside)
    .map(([name, copy]) => `<${name}>${copy}</${name.split(' ')[0]}>`);
  return joined(fc.oneof({ weight: 5, arbitrary: text }, { weight: 4, arbitrary: wrapped }, alone, comment, hidden, stray), 4);
}

function blockCopy(depth: number): fc.Arbitrary<string> {
  const inline = inlineCopy(2);
  const more = depth === 0 ? fc.constant('') : blockCopy(depth - 1);
  const names = oneOf(
    'p',
    'h1',
    'H3',
    'div',
    'section',
    'nav',
    'blockquote',
    'details',
    'footer',
    'pre',
    'figcaption',
    'address',
    'center',
  );
  const block = fc
    .tuple(names, attributes, inline, more, mostly)
    .map(
      ([name, tagged, copy, nested, closed]) =>
        `<${name}${tagged}>${copy}${name === 'p' ? '' : nested}${closing(name, closed)}\n`,
    );
  const list = fc
    .tuple(oneOf(['ul', 'li'], ['ol', 'li'], ['dl', 'dt']), fc.array(inline, { maxLength: 3 }))
    .map(([[name, item], items]) => `<${name}>${items.map((copy) => `<${item}>${copy}`).join('')}</${name}>`);
  const cell = fc
    .tuple(oneOf('td', 'th'), attributes, inline)
    .map(([name, tagged, copy]) => `<${name}${tagged}>${copy}</${name}>`);
  const rows = fc
    .array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 })
    .map((all) => all.map((cells) => `<tr>${cells.join('')}</tr>`));
  const table = fc
    .tuple(rows, oneOf('', '<caption>c</caption>'), inline)
    .map(([all, caption, loose]) => `<table>${caption}${all.join('')}${loose}</table>`);
  return joined(fc.oneof({ weight: 3, arbitrary: block }, inline, list, table), 4);
}

// In JSON-LD only escapes are decoded here; its HTML is tested by example.
const json = joined(fc.oneof(word, oneOf(' ', '\\"', '\\u2019', '\\n', '\\/', '\\ud83d\\ude00', 'é', ' & ', '\\t')), 5);
const jsonLd = fc
  .array(json, { maxLength: 3 })
  .map(
    (strings) =>
      `<script type="application/ld+json">\n{"@type": "FAQPage", // note\n "a": [${strings.map((copy) => `{"name": "${copy}"},`).join('\n')}]}</script>`,
  );

const page = fc
  .tuple(oneOf(true, false), text, value, jsonLd, blockCopy(2))
  .map(([whole, title, description, script, body]) =>
    whole
      ? `<!DOCTYPE html>\n<html lang=en><head><title>${title}</title><meta name="description" content="${description}">${script}</head><body>${body}</body></html>\n`
      : `${script}${body}`,
  )
  .map((html) => {
    let count = 0;
    return html.replaceAll(PLANT, () => `word${count++}x`);
  });

function expectPlantedWords(document: Document): void {
  const planted = document.source.match(/word\d+x/g) ?? [];
  const found: string[] = [];
  for (const block of document.blocks)
    for (const match of block.text.matchAll(/word\d+x/g)) {
      const { from, to } = toSource(block.pieces, match.index, match.index + match[0].length);
      expect(document.source.slice(from, to)).toBe(match[0]);
      found.push(match[0]);
    }
  expect(found.sort()).toEqual(planted.sort());
}

describe('any page', () => {
  it('maps back exactly, and no word of it is lost or doubled', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(page, (source) => {
        const document = parseHtml(source, 'page.html');
        expectExactPieces(document);
        expectExactElements(document);
        expectNothingLost(document);
        expectPlantedWords(document);
      }),
      { numRuns: 200 },
    );
  });

  it('is read without an exception, whatever it is', () => {
    const junk = joined(
      fc.oneof(
        oneOf(
          '<',
          '>',
          '/',
          '&',
          '"',
          "'",
          '=',
          '-',
          '!',
          '\0',
          '\r',
          '<!--',
          '-->',
          '<p',
          '<b>',
          '<table>',
          '<script>',
          '<svg>',
          '<select>',
          '{{',
          '}}',
          '<?',
          'x',
          ' ',
        ),
        fc.string(),
      ),
      30,
    );
    fc.assert(
      fc.property(junk, (source) => {
        const document = parseHtml(source, 'page.html');
        expectExactPieces(document);
        expect(document.source).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});
