import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Block, Document } from '../../src/rule.ts';
import { faultsOf } from './exact-pieces.ts';

/** Parses, and checks every place in the document on the way. */
function read(source: string): Document {
  const document = parseMarkdown(source, 'page.md', { mdx: false });
  expect(faultsOf(document)).toEqual([]);
  return document;
}

const texts = (source: string) => read(source).blocks.map((block) => block.text);
const kinds = (source: string) => read(source).blocks.map((block) => `${block.kind}: ${block.text}`);
const marked = ({ text, marks }: Block, kind: string) =>
  marks.filter((mark) => mark.kind === kind).map((mark) => text.slice(mark.start, mark.end));

function only(source: string): Block {
  const { blocks } = read(source);
  expect(blocks).toHaveLength(1);
  return blocks[0]!;
}

/** What a writer must edit to change `words` as a reader sees them. */
function sourceOf(source: string, words: string): string {
  const block = read(source).blocks.find(({ text }) => text.includes(words))!;
  const start = block.text.indexOf(words);
  const { from, to } = toSource(block.pieces, start, start + words.length);
  return source.slice(from, to);
}

describe('text', () => {
  it('joins emphasis, links and code with the words around them, and marks them', () => {
    const block = only(
      'Our *gentle* **care**ful `plan` has ~~no~~ [risks](https://example.com/risks "All of them").\n'.replace(
        ' "All of them"',
        '',
      ),
    );
    expect(block.text).toBe('Our gentle careful plan has no risks.');
    expect(marked(block, 'emphasis')).toEqual(['gentle']);
    expect(marked(block, 'strong')).toEqual(['care']);
    expect(marked(block, 'code')).toEqual(['plan']);
    expect(marked(block, 'del')).toEqual(['no']);
    expect(block.links).toEqual([{ href: 'https://example.com/risks', start: 31, end: 36, from: 43, to: 77 }]);
  });

  it('decodes entities and escapes, and keeps their columns', () => {
    const source = 'Rest &amp; ice &mdash; it\\*s what AT&T \\_says\\_ cures sprains.\n';
    expect(texts(source)).toEqual(['Rest & ice — it*s what AT&T _says_ cures sprains.']);
    expect(sourceOf(source, 'cures')).toBe('cures');
    expect(sourceOf(source, '& ice —')).toBe('&amp; ice &mdash;');
    expect(sourceOf(source, '_says_')).toBe('\\_says\\_');
    expect(sourceOf(source, 'it*s')).toBe('it\\*s');
  });

  it('turns line ends into spaces, and marks those that were forced', () => {
    const block = only('Relief\nat  \nlast\\\nfor you\r\nand\tme\n');
    expect(block.text).toBe('Relief at last for you and me');
    expect(block.marks.map(({ kind, start }) => `${kind} ${start}`)).toEqual(['break 9', 'break 14']);
  });

  it('shows no-break spaces as spaces and nothing of what has no width', () => {
    const source = 'No\u00a0pain,&nbsp;no\u200b \u200dfe\u00adver\u2060s.\n';
    expect(texts(source)).toEqual(['No pain, no fevers.']);
    expect(sourceOf(source, 'fevers')).toBe('fe\u00adver\u2060s');
  });

  it('reads bare addresses as links, without the punctuation after them', () => {
    const block = only('See (https://example.com/a_(b)), www.example.org/x. And <https://example.net/y>!\n');
    expect(block.links.map(({ href }) => href)).toEqual([
      'https://example.com/a_(b)',
      'http://www.example.org/x',
      'https://example.net/y',
    ]);
    expect(block.links.map(({ start, end }) => block.text.slice(start, end))).toEqual([
      'https://example.com/a_(b)',
      'www.example.org/x',
      'https://example.net/y',
    ]);
  });

  it('reads footnotes where they are called and where they stand', () => {
    const source = 'Nine of ten felt better.[^trial]\n\n[^trial]: Doe 2021, *J Rest*.\n\n    Second paragraph.\n';
    const { blocks } = read(source);
    expect(blocks.map(({ kind, text, label }) => [kind, text, label])).toEqual([
      ['paragraph', 'Nine of ten felt better.[trial]', undefined],
      ['footnote', 'Doe 2021, J Rest.', 'trial'],
      ['footnote', 'Second paragraph.', 'trial'],
    ]);
    expect(blocks[0]!.marks).toEqual([{ kind: 'footnote-ref', value: 'trial', start: 24, end: 31 }]);
    expect(sourceOf(source, '[trial]')).toBe('[^trial]');
  });

  it('resolves reference links', () => {
    const { blocks } = read('Ask [our team][team] or [Ann].\n\n[team]: /team\n[ann]: /ann "Ann answers all of your questions"\n');
    expect(blocks[0]!.links.map(({ href }) => href)).toEqual(['/team', '/ann']);
    expect(blocks[1]).toMatchObject({ kind: 'attribute', name: 'title', text: 'Ann answers all of your questions' });
  });
});

describe('blocks', () => {
  it('gives headings their level, also without the space and with an underline', () => {
    const { blocks } = read('# One\n\nTwo *words*\n---\n\n##Three\n\n###### Six {#six}\n\n#hashtag\n');
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['heading', 1, 'One'],
      ['heading', 2, 'Two words'],
      ['heading', 2, 'Three'],
      ['heading', 6, 'Six'],
      ['paragraph', undefined, '#hashtag'],
    ]);
  });

  it('leaves out code', () => {
    expect(texts('Before\n\n```text\ncures cancer\n```\n\n    cures cancer\n\n~~~\ncures\n~~~\nAfter\n')).toEqual([
      'Before',
      'After',
    ]);
  });

  it('knows quotes, through lazy lines', () => {
    const { blocks } = read("> It isn't a guaranteed\ncure and\n> results vary.\n\nUnquoted.\n");
    expect(blocks.map(({ text, quoted }) => [text, quoted])).toEqual([
      ["It isn't a guaranteed cure and results vary.", true],
      ['Unquoted.', false],
    ]);
  });

  it('knows lists, their items and their depth', () => {
    const { blocks } = read('1. First\n\n   More of it\n   - Inner\n2. [x] Second\n\n* Other list\n');
    expect(blocks.map(({ kind, text, list }) => [kind, text, list?.id, list?.item, list?.ordered, list?.depth])).toEqual([
      ['list-item', 'First', 0, 0, true, 0],
      ['paragraph', 'More of it', 0, 0, true, 0],
      ['list-item', 'Inner', 1, 0, false, 1],
      ['list-item', 'Second', 0, 1, true, 0],
      ['list-item', 'Other list', 2, 0, false, 0],
    ]);
  });

  it('reads lists ten deep', () => {
    const source = Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}\n`).join('');
    expect(read(source).blocks.map(({ text, list }) => [text, list!.depth])).toEqual(
      Array.from({ length: 10 }, (_, depth) => [`level ${depth}`, depth]),
    );
  });

  it('gives table cells their headers', () => {
    const { blocks } = read(
      '| Care | Down\\|time |\n|---|:-:|\n| Peel | `none \\| little` |\n| **Laser** | one &amp; a half days |\n',
    );
    expect(blocks.map(({ text, table }) => [text, table!.row, table!.column, table!.header, table!.rowHeader])).toEqual([
      ['Care', 0, 0, '', ''],
      ['Down|time', 0, 1, '', ''],
      ['Peel', 1, 0, 'Care', ''],
      ['none | little', 1, 1, 'Down|time', 'Peel'],
      ['Laser', 2, 0, 'Care', ''],
      ['one & a half days', 2, 1, 'Down|time', 'Laser'],
    ]);
  });

  it('reads images and titles as attributes of their elements', () => {
    const { blocks, elements } = read(
      '![A *calm* waiting&nbsp;room](room.jpg "Where you wait") and [us](/about "About all of us")\n',
    );
    expect(blocks.map(({ kind, name, text, element }) => [kind, name, text, element])).toEqual([
      ['attribute', 'alt', 'A calm waiting room', 0],
      ['attribute', 'title', 'Where you wait', 0],
      ['paragraph', undefined, 'and us', undefined],
      ['attribute', 'title', 'About all of us', 1],
    ]);
    expect(
      elements.map(({ name, block, attributes }) => [name, block, attributes.map(({ name: own, value }) => `${own}=${value}`)]),
    ).toEqual([
      ['img', 2, ['src=room.jpg', 'alt=A calm waiting\u00a0room', 'title=Where you wait']],
      ['a', 2, ['href=/about', 'title=About all of us']],
    ]);
  });

  it('reads a note that hides in a definition as a comment', () => {
    expect(kinds('[//]: # (Ask Dana before this goes live)\n\nText\n')).toEqual([
      'comment: Ask Dana before this goes live',
      'paragraph: Text',
    ]);
  });
});

describe('HTML in Markdown', () => {
  it('joins inline tags into the paragraph', () => {
    const block = only(
      'A <b>firm</b> <span class="x">grip</span> in 2<sup>nd</sup> week<br>and on <small>small &copy; print</small>\n',
    );
    expect(block.text).toBe('A firm grip in 2nd week and on small © print');
    expect(marked(block, 'strong')).toEqual(['firm']);
    expect(marked(block, 'sup')).toEqual(['nd']);
    expect(marked(block, 'small')).toEqual(['small © print']);
    expect(block.marks.some(({ kind }) => kind === 'break')).toBe(true);
  });

  it('links by inline anchors, and notes their elements', () => {
    const { blocks, elements } = read(
      'Call <a href="tel:555-0100?a=1&amp;b=2" title="We answer every single day">us *now*</a>.\n',
    );
    expect(blocks[0]).toMatchObject({ text: 'Call us now.', links: [{ href: 'tel:555-0100?a=1&b=2', start: 5, end: 11 }] });
    expect(blocks[1]).toMatchObject({ kind: 'attribute', name: 'title', element: 0 });
    expect(elements).toMatchObject([{ name: 'a', block: 0 }]);
  });

  it('reads HTML blocks at their own places, in quotes and lists as well', () => {
    const source = '> <p>Quoted\n> &amp; boxed</p>\n\n- <div>In a\n  list</div>\n';
    expect(texts(source)).toEqual(['Quoted & boxed', 'In a list']);
    expect(sourceOf(source, 'boxed')).toBe('boxed');
    expect(sourceOf(source, 'list')).toBe('list');
    expect(read(source).blocks.map(({ quoted }) => quoted)).toEqual([true, false]);
  });

  it('lets Markdown know the elements around it', () => {
    const { blocks } = read(
      '<div class="card fine-print" id="note">\n\nInside **it**\n\n</div>\n\n<details>\n<summary>More</summary>\n\nTucked\n\n</details>\n\nOutside\n',
    );
    expect(blocks.map(({ text, classes, tucked }) => [text, classes, tucked])).toEqual([
      ['Inside it', ['card', 'fine-print', 'note'], false],
      ['More', [], false],
      ['Tucked', [], true],
      ['Outside', [], false],
    ]);
  });

  it('keeps HTML apart that Markdown separates', () => {
    expect(texts('<span>One</span>\n\nTwo\n\n<span>Three</span>\n')).toEqual(['One', 'Two', 'Three']);
    expect(texts('<table><tr><td>One\n\nTwo\n\nThree</td></tr></table>\n')).toEqual(['One', 'Two', 'Three']);
  });

  it('goes on with HTML that is indented like code after an empty line', () => {
    expect(texts('<div>\n<p>One</p>\n\n    <p>Two</p>\n\n    <p>Three</p>\n</div>\n')).toEqual(['One', 'Two', 'Three']);
  });

  it('finds comments, and leaves scripts out of the text and drawings beside it', () => {
    const { blocks, elements } = read(
      'Text<!-- aside --> goes <script>track("x")</script>on <svg><text>aside drawn</text></svg>here\n\n<!--\nown\nlines\n-->\n',
    );
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: Text goes on here',
      'comment: aside',
      'attribute: aside drawn',
      'comment: own lines',
    ]);
    expect(elements).toMatchObject([{ name: 'script', content: 'track("x")' }]);
  });
});

describe('template tags', () => {
  it('shows what prints as one hole and nothing of the rest', () => {
    const block = only(
      'Dear {{ patient.first_name }}, {% if vip %}our {% endif %}${clinic.name} greets [FIRST_NAME] and *|LNAME|*. {{< note >}}Copy{{< /note >}}\n',
    );
    expect(block.text).toBe('Dear \uFFFC, our \uFFFC greets \uFFFC and \uFFFC. Copy');
    expect(block.marks.map(({ kind, value }) => [kind, value])).toEqual([
      ['hole', 'patient.first_name'],
      ['hole', 'clinic.name'],
      ['hole', 'FIRST_NAME'],
      ['hole', 'LNAME'],
    ]);
  });

  it('does not let a tag break what it stands in', () => {
    const { blocks } = read(
      '**{{ name }}** and [{{ a | b: "c](d" }}]({{ site.url }}/x) `{{ y }}`\n\n| {{ a | b }} | c |\n|---|---|\n| 1 | {{ "|" }} |\n',
    );
    expect(blocks.map(({ text }) => text)).toEqual(['\uFFFC and \uFFFC \uFFFC', '\uFFFC', 'c', '1', '\uFFFC']);
    expect(blocks[0]!.marks.map(({ kind }) => kind)).toContain('strong');
    expect(blocks[0]!.links).toHaveLength(1);
  });

  it('reads a control tag on a line of its own as an empty line, and drops attribute lists', () => {
    expect(texts('{% if open %}\nWe are open.\n{% else %}\nWe are closed.\n{% endif %}\n\nLead text\n{: .lead}\n')).toEqual([
      'We are open.',
      'We are closed.',
      'Lead text',
    ]);
  });
});

describe('any file', () => {
  it('reads an empty one, and one without copy', () => {
    expect(texts('')).toEqual([]);
    expect(texts('\n\n---\n\n```\n')).toEqual([]);
  });

  it('numbers blocks in the order of the source', () => {
    const starts = read('---\ntitle: One for all of us\n---\n# A ![b](c)\n\n<p>d</p>\n\n- e\n').blocks.map(
      ({ pieces }) => pieces[0]!.from,
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});
