import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Document } from '../../src/rule.ts';
import { faultsOf } from './exact-pieces.ts';

function read(yaml: string, body = 'Body.\n'): Document {
  const document = parseMarkdown(`---\n${yaml}\n---\n${body}`, 'page.md', { mdx: false });
  expect(faultsOf(document)).toEqual([]);
  return document;
}

const data = (yaml: string) =>
  read(yaml)
    .blocks.filter(({ origin }) => origin === 'front-matter')
    .map(({ kind, name, text }) => `${kind} ${name}: ${text}`);

function sourceOf(yaml: string, words: string): string {
  const { blocks, source } = read(yaml);
  const block = blocks.find(({ text }) => text.includes(words))!;
  const start = block.text.indexOf(words);
  const { from, to } = toSource(block.pieces, start, start + words.length);
  return source.slice(from, to);
}

describe('which strings are copy', () => {
  it('takes every string of more than four words, wherever it stands', () => {
    expect(data('odd_key: one two three four five\nfaqs:\n  - q:\n      a: [x, we answer all of your questions]\n')).toEqual([
      'data odd_key: one two three four five',
      'data faqs[0].q.a[1]: we answer all of your questions',
    ]);
  });

  it('takes short strings that are shown or tell who somebody is, and no settings', () => {
    const yaml =
      'title: Cure\npatient: Jane\nage: 43\nphone: 555-0100\nlayout: post\nfeatured: true\nweight: 10\nslug: a-b\ndate: 2026-01-02\ncta:\n  label: Go\n';
    expect(data(yaml)).toEqual([
      'data title: Cure',
      'data patient: Jane',
      'data age: 43',
      'data phone: 555-0100',
      'data cta.label: Go',
    ]);
  });

  it('leaves out word lists for search engines', () => {
    expect(
      data(
        'keywords: cure pain now with one visit\ntags: [how to cure all your pain]\nseo:\n  keywords:\n    - best doctor in town for pain\n',
      ),
    ).toEqual([]);
  });
});

describe('places', () => {
  it('follows plain scalars over several lines', () => {
    const yaml = 'description: Our patients  feel\n  better in\n\n  a week\nnext: x';
    expect(data(yaml)).toEqual(['data description: Our patients feel better in a week']);
    expect(sourceOf(yaml, 'better in')).toBe('better in');
    expect(sourceOf(yaml, 'in a week')).toBe('in\n\n  a week');
  });

  it('follows quotes and their escapes', () => {
    const yaml = 'a: "She said \\"it\\u2019s gone\\" \\\n  at last"\nb: \'Don\'\'t wait for\n  the pain to go\'\n';
    expect(data(yaml)).toEqual(['data a: She said "it’s gone" at last', "data b: Don't wait for the pain to go"]);
    expect(sourceOf(yaml, 'it’s')).toBe('it\\u2019s');
    expect(sourceOf(yaml, 'gone" at')).toBe('gone\\" \\\n  at');
    expect(sourceOf(yaml, "Don't")).toBe("Don''t");
    expect(sourceOf(yaml, 'wait for the')).toBe('wait for\n  the');
  });

  it('follows block scalars, literal and folded, with any indentation', () => {
    const yaml =
      'a: |\n  First line here\n  second line here\nb: >-\n    Folded text that\n    goes on\n\n    and on\nc: |2\n    deep\n';
    expect(data(yaml)).toEqual(['data a: First line here second line here', 'data b: Folded text that goes on and on']);
    expect(sourceOf(yaml, 'here second')).toBe('here\n  second');
    expect(sourceOf(yaml, 'that goes')).toBe('that\n    goes');
    expect(sourceOf(yaml, 'and on')).toBe('and on');
  });

  it('reads Markdown and HTML in values as such', () => {
    const yaml = [
      'facts: |-',
      '  ### What *you* get',
      '',
      '  * One [visit](/v)',
      '  * Two',
      '',
      'quote: "It <b>really</b> helps, says <em>Dr. Doe</em> &amp; team"',
      'html: >',
      '  <div class="note"><p>Boxed &amp; framed</p></div>',
      '',
    ].join('\n');
    expect(data(yaml)).toEqual([
      'heading facts: What you get',
      'list-item facts: One visit',
      'list-item facts: Two',
      'data quote: It really helps, says Dr. Doe & team',
      'paragraph html: Boxed & framed',
    ]);
    expect(sourceOf(yaml, 'you')).toBe('you');
    expect(sourceOf(yaml, '& team')).toBe('&amp; team');
    expect(sourceOf(yaml, '& framed')).toBe('&amp; framed');
    expect(read(yaml).blocks.find(({ text }) => text.startsWith('Boxed'))!.classes).toEqual(['note']);
  });

  it('reads comments for the rules that guard privacy', () => {
    expect(read('# Ask Dana\ntitle: x\na: |\n  # A heading\n').blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'comment: Ask Dana',
      'data: x',
      'heading: A heading',
      'paragraph: Body.',
    ]);
  });
});

describe('the data', () => {
  it('is plain, with its fences and language', () => {
    const document = read('promolint: {product: supplement}\nlang: EN-us\nx: [1, true, null, 2026-01-02]');
    expect(document.frontMatter).toEqual({
      promolint: { product: 'supplement' },
      lang: 'EN-us',
      x: [1, true, null, '2026-01-02'],
    });
    expect(document.language).toBe('en-us');
    expect(document.source.slice(document.frontMatterRange!.from, document.frontMatterRange!.to)).toMatch(/^---[^]*---$/);
  });

  it('ends, whatever its aliases do', () => {
    expect(read('a: &x [*x, 1]\nb: *x').frontMatter).toEqual({ a: [null, 1], b: [null, 1] });
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}, *a${i - 1}` : 'x'}]`).join(
      '\n',
    );
    expect(Object.keys(read(bomb).frontMatter)).toHaveLength(30);
  });

  it('may follow an empty line, and end with the file', () => {
    const { frontMatter, blocks } = parseMarkdown('\r\n---\r\ntitle: Now\r\n---', 'page.md', { mdx: false });
    expect(frontMatter).toEqual({ title: 'Now' });
    expect(blocks.map(({ text }) => text)).toEqual(['Now']);
  });

  it('holds template tags as holes', () => {
    const document = read('title: {{ page.title }}\ndescription: "All about {{ topic }} and what helps"\nurl: {{ url }}');
    expect(document.notices).toEqual([]);
    expect(document.blocks.map(({ text }) => text)).toEqual(['\uFFFC', 'All about \uFFFC and what helps', 'Body.']);
    expect(document.frontMatter['title']).toBe('\uFFFC');
  });
});

describe('what is no front matter', () => {
  it('reports YAML that is invalid, at its place and without its words, and reads the rest', () => {
    const { notices, blocks, source } = read(
      'title: Fine words stand here first\nname: "Jane Roe\nother: x',
      'Our **body** text.\n',
    );
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ code: 'front-matter-invalid' });
    expect(notices[0]!.message).not.toMatch(/Jane|Roe/);
    expect(notices[0]!.from).toBeLessThan(source.indexOf('Our'));
    expect(blocks.map(({ text }) => text)).toContain('Our body text.');
    expect(blocks.map(({ text }) => text)).toContain('Fine words stand here first');
  });

  it('saves each entry of invalid YAML for itself', () => {
    const document = read(
      'title: Knee pain: what really helps\nlist: [a b c d e f]\nintro: *Ours* is not like any other\ndate: 1: 2',
    );
    expect(document.notices).toHaveLength(1);
    expect(document.blocks.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'title: Knee pain: what really helps',
      'list[0]: a b c d e f',
      'intro: Ours is not like any other',
      'undefined: Body.',
    ]);
    expect(document.frontMatter).toMatchObject({ title: 'Knee pain: what really helps', list: ['a b c d e f'] });
  });

  it('takes a paragraph between two rules for what it is', () => {
    const { blocks, frontMatter } = read('Just a paragraph of words.');
    expect(blocks.map(({ text }) => text)).toEqual(['Just a paragraph of words.', 'Body.']);
    expect(frontMatter).toEqual({});
  });

  it('needs a closing fence', () => {
    expect(parseMarkdown('---\ntitle: x\n\nText\n', 'page.md', { mdx: false }).frontMatterRange).toBeUndefined();
  });
});
