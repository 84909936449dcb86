import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/parse/html.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Document } from '../../src/rule.ts';
import { expectExactPieces } from './html-check.ts';

const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;

function read(json: string): Document {
  const document = parseHtml(script(json), 'page.html');
  expectExactPieces(document);
  return document;
}

const stringsOf = (json: string): string[] => read(json).blocks.map(({ name, text }) => `${name}: ${text}`);

describe('JSON-LD', () => {
  it('gives each string its path, its types and its origin', () => {
    const { blocks } =
      read(`{"@context": "https://schema.org", "@type": ["MedicalClinic", "LocalBusiness"], "@id": "#x", "name": "Clinic",
      "review": [{"reviewBody": "Great care", "author": {"name": "Ann", "@type": "Person"}, "@type": "http://schema.org/Review", "rating": 5}]}`);
    expect(blocks.map(({ name, text, types }) => [name, text, types])).toEqual([
      ['name', 'Clinic', ['MedicalClinic', 'LocalBusiness']],
      ['review[0].reviewBody', 'Great care', ['MedicalClinic', 'LocalBusiness', 'Review']],
      ['review[0].author.name', 'Ann', ['MedicalClinic', 'LocalBusiness', 'Review', 'Person']],
    ]);
    expect(new Set(blocks.map(({ kind, origin }) => `${kind} ${origin}`))).toEqual(new Set(['data json-ld']));
  });

  it('reads lists and graphs, and leaves addresses of pages out', () => {
    expect(stringsOf('[{"name": "a"}, {"url": "https://example.com/a", "image": "https:\\/\\/example.com\\/b.png"}]')).toEqual([
      '[0].name: a',
    ]);
    expect(stringsOf('{"@graph": [{"name": "a"}], "telephone": "tel:+15550100"}')).toEqual(['@graph[0].name: a']);
  });

  it('decodes escapes at their places', () => {
    const json = String.raw`{"text": "It\u2019s \"safe\" \/ ok\nand \ud83d\ude00 fine\\"}`;
    const { blocks, source } = read(json);
    expect(blocks[0]!.text).toBe('It’s "safe" / ok and 😀 fine\\');
    const at = (words: string) =>
      toSource(blocks[0]!.pieces, blocks[0]!.text.indexOf(words), blocks[0]!.text.indexOf(words) + words.length);
    const sliceOf = (words: string) => source.slice(at(words).from, at(words).to);
    expect(sliceOf('It’s')).toBe(String.raw`It\u2019s`);
    expect(sliceOf('😀')).toBe(String.raw`\ud83d\ude00`);
    expect(sliceOf('fine')).toBe('fine');
  });

  it('reads the HTML of an answer as its reader sees it', () => {
    const json = String.raw`{"text": "<p>Yes &amp; <b>no<\/b>pe, 1 < 2.<\/p><p class=\"x\">See <a href=\"\/y\">this\u003c\/a\u003e</p>"}`;
    const { blocks } = read(json);
    expect(blocks[0]!.text).toBe('Yes & nope, 1 < 2. See this');
    expect(blocks[0]!.marks.map(({ kind }) => kind)).toEqual(['break']);
  });

  it('lets pass what pages get wrong', () => {
    expect(stringsOf('\n// note\n{"a": "1 x",, /* c */ "b": ["2", ], "c": {"d": "3" "e": "4"},};\n')).toEqual([
      'a: 1 x',
      'b[0]: 2',
      'c.d: 3',
      'c.e: 4',
    ]);
    expect(stringsOf('<!--\n{"a": "x\ny"}\n-->')).toEqual(['a: x y']);
    expect(stringsOf('//<![CDATA[\n{"a": "x"}\n//]]>')).toEqual(['a: x']);
    expect(stringsOf('{"a": "x"}{"b": "y"}')).toEqual(['a: x', 'b: y']);
    expect(read('{"a": tru, "b": .5}').notices).toEqual([]);
  });

  it('reads around template tags', () => {
    const json =
      '{"name": {{ page.title | jsonify }}, "a": "By {{ who }}", {% if x %}"b": "y",{% endif %} "c": {% if y %}"z"{% endif %}}';
    expect(stringsOf(json)).toEqual(['a: By \uFFFC', 'b: y', 'c: z']);
  });

  it.each([['{"a": "one", "b" "two"}'], ['{"a": "one", "b": "two'], ['{"a": "one"'], ['{"a": "one"}}'], ['{"a": "one", b: }']])(
    'says where it is broken, and keeps what stands before: %s',
    (json) => {
      const { blocks, notices, source } = read(json);
      expect(blocks[0]!.text).toBe('one');
      expect(notices.map(({ code }) => code)).toEqual(['json-ld-invalid']);
      expect(notices[0]!.message).not.toMatch(/one|two/);
      expect(notices[0]!.from).toBeGreaterThan(source.indexOf('one'));
    },
  );

  it('survives endless nesting', () => {
    for (const json of ['['.repeat(100_000), '{"a":'.repeat(100_000), `"${'\\n'.repeat(100_000)}"`, '"', ''])
      expect(read(json).source).toBe(script(json));
  });

  it('knows the script by its type only', () => {
    expect(parseHtml('<script type="application/json">{"a": "x"}</script>', 'a.html').blocks).toEqual([]);
    expect(parseHtml('<script type="Application/LD+JSON; charset=utf-8">{"a": "x"}</script>', 'a.html').blocks).toHaveLength(1);
  });
});
