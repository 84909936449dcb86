import { describe, expect, it } from 'vitest';
import { DocumentBuilder } from '../../src/parse/document-builder.ts';
import { parseHtmlFragmentInto } from '../../src/parse/html-fragment.ts';
import { parseHtml } from '../../src/parse/html.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Block, Document } from '../../src/rule.ts';
import { expectExactPieces } from './html-check.ts';

function read(source: string): Document {
  const document = parseHtml(source, 'page.html');
  expectExactPieces(document);
  return document;
}

const blocksOf = (source: string): readonly Block[] => read(source).blocks;
const textsOf = (source: string): string[] => blocksOf(source).map((block) => block.text);

function blockWith(source: string, words: string): Block {
  const found = blocksOf(source).filter((block) => block.text.includes(words));
  expect(found).toHaveLength(1);
  return found[0]!;
}

function sourceOf(source: string, words: string): string {
  const block = blockWith(source, words);
  const start = block.text.indexOf(words);
  const { from, to } = toSource(block.pieces, start, start + words.length);
  return source.slice(from, to);
}

describe('text', () => {
  it('decodes references and keeps the place of each word behind them', () => {
    const source = '<p>Tom &amp; Ann&rsquo;s caf&eacute; &#8212; it&#x2019;s &copy 2026&nbsp;&notit; &unknown; AT&T</p>';
    expect(textsOf(source)).toEqual(['Tom & Ann’s café — it’s © 2026 ¬it; &unknown; AT&T']);
    expect(sourceOf(source, 'Ann’s café')).toBe('Ann&rsquo;s caf&eacute;');
    expect(sourceOf(source, '2026')).toBe('2026');
    expect(sourceOf(source, 'it;')).toBe('it;');
    expect(sourceOf(source, 'AT&T')).toBe('AT&T');
  });

  it('collapses white space across lines and tags, and drops characters of no width', () => {
    expect(textsOf('<p>\r\n one\r\n two <b> three</b>\t&nbsp; four\u200bteen&shy;s </p>')).toEqual(['one two three fourteens']);
  });

  it('joins words that markup splits', () => {
    const source = '<p>gu<b>aran</b>teed <a href="/x">re<em>sult</em>s</a></p>';
    expect(textsOf(source)).toEqual(['guaranteed results']);
    expect(sourceOf(source, 'guaranteed')).toBe('gu<b>aran</b>teed');
  });

  it('keeps links and cards apart that only a style sheet separates', () => {
    expect(textsOf('<nav><a href="/">Home</a><a href="/b">About</a></nav>')).toEqual(['Home About']);
    expect(textsOf('<p><span>W</span><span>elcome</span></p>')).toEqual(['Welcome']);
  });

  it('marks what inline elements say', () => {
    const source =
      '<p><b>a</b> <i>b</i> <sup>c</sup> <sub>d</sub> <small>e</small> <del>f</del> <code>g</code> <cite>h</cite> <q>i</q><br>k</p>';
    const [block] = blocksOf(source);
    expect(block!.text).toBe('a b c d e f g h i k');
    expect(block!.marks.map(({ kind, start, end }) => `${kind} ${block!.text.slice(start, end)}`)).toEqual([
      'strong a',
      'emphasis b',
      'sup c',
      'sub d',
      'small e',
      'del f',
      'code g',
      'cite h',
      'q i',
      'break  ',
    ]);
  });

  it('says where a link leads and where it stands', () => {
    const source = '<p>See <a href="/a?b=1&amp;c=2&copy=3">the <b>study</b></a>.</p>';
    const { links, text } = blocksOf(source)[0]!;
    expect(links).toEqual([{ href: '/a?b=1&c=2&copy=3', start: 4, end: 13, from: 7, to: source.indexOf('.</p>') }]);
    expect(text.slice(4, 13)).toBe('the study');
  });

  it('reads a link around blocks as a link in each', () => {
    const blocks = blocksOf('<a href="/x"><h2>Title</h2><p>Text</p></a> after');
    expect(blocks.map(({ text, links }) => [text, links.length])).toEqual([
      ['Title', 1],
      ['Text', 1],
      ['after', 0],
    ]);
  });

  it('takes line ends in preformatted text for breaks and leaves out listings of code', () => {
    const [block, ...more] = blocksOf('<pre>\r\none\r\ntwo &amp;\nthree</pre><pre><code>const cure = 1;</code></pre>');
    expect(more).toEqual([]);
    expect(block!.text).toBe('one two & three');
    expect(block!.marks.filter(({ kind }) => kind === 'break')).toHaveLength(2);
  });

  it('finds the text behind a reference or line end that the parser drops', () => {
    expect(textsOf('<pre>&#10;&eacute;t&eacute;</pre>')).toEqual(['été']);
    expect(textsOf('<html>\n&ldquo;Hi&rdquo;')).toEqual(['“Hi”']);
    expect(textsOf('<textarea>\n&amp;</textarea>')).toEqual(['&']);
  });

  it('leaves out scripts, styles, shapes of drawings and fallbacks of frames', () => {
    const source = '<style>p{}</style><script>cure()</script><svg><path d="M0 0h9"/><metadata>cure</metadata></svg><iframe>cure</iframe><p>copy</p>';
    expect(textsOf(source)).toEqual(['copy']);
  });

  it('reads what a drawing says about itself, the lines written in it, and HTML inside it', () => {
    const blocks = blocksOf(
      '<svg><title>Knee &amp; hip</title><desc>A joint</desc><g><text>Before</text><foreignObject><p>Real copy</p></foreignObject></g></svg>',
    );
    expect(blocks.map(({ kind, name, text }) => [kind, name, text])).toEqual([
      ['attribute', 'title', 'Knee & hip'],
      ['attribute', 'desc', 'A joint'],
      ['attribute', 'text', 'Before'],
      ['paragraph', undefined, 'Real copy'],
    ]);
  });
});

describe('blocks', () => {
  it('knows what each is', () => {
    const source = `<h3>Heading</h3><p>Paragraph</p><ul><li>Item</li></ul><table><tr><td>Cell</td><td>2</td></tr></table>
      <figure><figcaption>Caption</figcaption></figure><dl><dt>Term</dt><dd>Meaning</dd></dl><button>Button</button>
      <label>Label</label><fieldset><legend>Legend</legend></fieldset><select><option>Option</select><div role="heading" aria-level="4">Title</div>`;
    expect(blocksOf(source).map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['heading', 'Heading', 3],
      ['paragraph', 'Paragraph', undefined],
      ['list-item', 'Item', undefined],
      ['table-cell', 'Cell', undefined],
      ['table-cell', '2', undefined],
      ['caption', 'Caption', undefined],
      ['term', 'Term', undefined],
      ['paragraph', 'Meaning', undefined],
      ['button', 'Button', undefined],
      ['label', 'Label', undefined],
      ['label', 'Legend', undefined],
      ['label', 'Option', undefined],
      ['heading', 'Title', 4],
    ]);
  });

  it('splits text from the blocks beside it', () => {
    expect(textsOf('<div>before<p>inside</p>after<hr>end</div>')).toEqual(['before', 'inside', 'after', 'end']);
  });

  it('keeps a heading that folds a section', () => {
    expect(blockWith('<h2><button>Is it safe?</button></h2>', 'safe').kind).toBe('heading');
  });

  it('numbers lists and their items', () => {
    const blocks = blocksOf('<ul><li>a</li><li>b<ol start="3"><li>c</li><li><p>d</p><p>e</p></li></ol></li></ul><ul><li>f</ul>');
    expect(blocks.map(({ text, kind, list }) => [text, kind, list])).toEqual([
      ['a', 'list-item', { id: 0, item: 0, ordered: false, depth: 0 }],
      ['b', 'list-item', { id: 0, item: 1, ordered: false, depth: 0 }],
      ['c', 'list-item', { id: 1, item: 2, ordered: true, depth: 1 }],
      ['d', 'list-item', { id: 1, item: 3, ordered: true, depth: 1 }],
      ['e', 'list-item', { id: 1, item: 3, ordered: true, depth: 1 }],
      ['f', 'list-item', { id: 2, item: 0, ordered: false, depth: 0 }],
    ]);
  });

  it('gives a cell its headers, through spans', () => {
    const source = `<table><caption>Doses</caption><thead><tr><th>Drug</th><th colspan=2>Side <b>effects</b></th></tr></thead>
      <tr><td rowspan=2>A</td><td>none</td><td>rare</td></tr><tr><td>mild</td><td>often</td></tr></table>`;
    const cells = blocksOf(source).filter(({ kind }) => kind === 'table-cell');
    expect(cells.map(({ text, table }) => [text, table!.row, table!.column, table!.header, table!.rowHeader])).toEqual([
      ['Drug', 0, 0, '', ''],
      ['Side effects', 0, 1, '', ''],
      ['A', 1, 0, 'Drug', ''],
      ['none', 1, 1, 'Side effects', 'A'],
      ['rare', 1, 2, 'Side effects', 'A'],
      ['mild', 2, 1, 'Side effects', ''],
      ['often', 2, 2, 'Side effects', 'mild'],
    ]);
  });

  it('reads a table that only lays out a page as paragraphs', () => {
    for (const source of [
      '<table><tr><td><h1>Hi</h1><p>Text</p></td><td>x</td></tr></table>',
      '<table role=presentation><tr><td>Text</td><td>x</td></tr></table>',
      '<table><tr><td>Text</td></tr></table>',
    ]) {
      const block = blockWith(source, 'Text');
      expect([block.kind, block.table]).toEqual(['paragraph', undefined]);
    }
  });

  it('knows the parts of a page', () => {
    const source = `<header>a</header><nav>b</nav><main><article><header>c</header><p>d</p><footer>e</footer></article><aside>f</aside></main>
      <div role="navigation">g</div><div class="site-footer wide">h</div><div id="sidebar">i</div><form>j</form><footer>k</footer>`;
    expect(blocksOf(source).map(({ text, region }) => `${text} ${region}`)).toEqual([
      'a header',
      'b nav',
      'c main',
      'd main',
      'e main',
      'f aside',
      'g nav',
      'h footer',
      'i aside',
      'j form',
      'k footer',
    ]);
  });

  it('does not take a form around the whole page for a form', () => {
    expect(blockWith('<form><header>top</header><p>copy</p></form>', 'copy').region).toBe('main');
  });

  it('names the classes and ids around, nearest first', () => {
    const source =
      '<body class="home Page"><section id="Reviews"><div class="card  card"><span class="quote">Great</span></div></section></body>';
    expect(blockWith(source, 'Great').classes).toEqual(['quote', 'card', 'reviews', 'home', 'page']);
    expect(blockWith('<div class="card">It was <span class="price">free</span></div>', 'free').classes).toEqual(['card']);
  });

  it('marks quotations', () => {
    expect(blocksOf('<blockquote><p>a</p></blockquote><p>b</p>').map(({ quoted }) => quoted)).toEqual([true, false]);
  });
});

describe('what is not in sight', () => {
  it.each([
    '<p hidden>x</p>',
    '<p aria-hidden="true">x</p>',
    '<p style="color:red; display: none">x</p>',
    '<p style="visibility:hidden">x</p>',
    '<p class="sr-only">x</p>',
    '<p class="visually-hidden">x</p>',
    '<p class="d-none">x</p>',
    '<p class="hidden">x</p>',
    '<noscript><p>x</p></noscript>',
    '<template><p>x</p></template>',
    '<video><p>x</p></video>',
    '<div hidden><div><p>x</p></div></div>',
    '<html><head><noscript>x</noscript></head></html>',
  ])('is hidden: %s', (source) => {
    expect(blockWith(source, 'x').hidden).toBe(true);
  });

  it.each([
    '<p class="d-none d-md-block">x</p>',
    '<p class="hidden md:block">x</p>',
    '<html style="visibility:hidden"><body>x</body></html>',
    '<body class="hidden">x</body>',
    '<p aria-hidden="false">x</p>',
    '<details>x</details>',
    '<p class="hidden-gem">x</p>',
  ])('is not hidden: %s', (source) => {
    expect(blockWith(source, 'x').hidden).toBe(false);
  });

  it('stands apart from the text around it, which stays one', () => {
    const blocks = blocksOf('<p>Read more<span class="sr-only"> about knees</span> today</p>');
    expect(blocks.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['Read more today', false],
      ['about knees', true],
    ]);
  });

  it.each([
    '<details><summary>s</summary>x</details>',
    '<div class="accordion-body">x</div>',
    '<div class="collapse" id="a">x</div>',
    '<span class="tooltiptext">x</span>',
    '<small>x</small>',
    '<p><small>x</small></p>',
    '<p class="t"><small>x</small> <small>y</small></p>',
    '<p style="font-size: 7px">x</p>',
    '<p style="margin:0;font-size:0.6em">x</p>',
    '<p style="opacity: .3">x</p>',
    '<p style="color:#ddd">x</p>',
  ])('is tucked away: %s', (source) => {
    expect(blockWith(source, 'x').tucked).toBe(true);
  });

  it.each([
    '<details><summary>x</summary>s</details>',
    '<details open>x</details>',
    '<div class="accordion"><div class="accordion-header">x</div></div>',
    '<p>x <small>y</small></p>',
    '<p>x <span class="tooltip">y</span></p>',
    '<p style="font-size: 14px; color: #333">x</p>',
    '<p style="opacity:0">x</p>',
    '<div style="background:#123"><p style="color:#ddd">x</p></div>',
  ])('is not tucked away: %s', (source) => {
    expect(blockWith(source, 'x').tucked).toBe(false);
  });
});

describe('text outside of the text', () => {
  it('reads the head', () => {
    const source = `<html lang="EN-us"><head><title>Knees &amp; hips</title><meta name="Description" content="We &quot;cure&quot;">
      <meta property="og:title" content="OG"><meta name="twitter:description" content="TW"><meta name="keywords" content="no, copy">
      <meta property="og:image" content="https://example.com/a.png"><meta charset="utf-8"></head></html>`;
    const { blocks, language } = read(source);
    expect(blocks.map(({ kind, origin, name, text }) => [kind, origin, name, text])).toEqual([
      ['meta', 'head', 'title', 'Knees & hips'],
      ['meta', 'head', 'description', 'We "cure"'],
      ['meta', 'head', 'og:title', 'OG'],
      ['meta', 'head', 'twitter:description', 'TW'],
    ]);
    expect(language).toBe('en-us');
    expect(sourceOf(source, '"cure"')).toBe('&quot;cure&quot;');
  });

  it('reads attributes with the element that they belong to', () => {
    const source = `<p><img alt="An &amp; Bee" src=a.png><a href="#" title='T' aria-label="L">x</a><input placeholder="P"></p>
      <input type="submit" value="Book"><input type="text" value="no copy">`;
    const { blocks, elements } = read(source);
    const found = blocks.filter(({ origin }) => origin === 'attribute');
    expect(found.map(({ kind, name, text, element }) => [kind, name, text, elements[element!]!.name])).toEqual([
      ['attribute', 'alt', 'An & Bee', 'img'],
      ['attribute', 'title', 'T', 'a'],
      ['attribute', 'aria-label', 'L', 'a'],
      ['attribute', 'placeholder', 'P', 'input'],
      ['button', 'value', 'Book', 'input'],
    ]);
  });

  it('reads attribute values as browsers do', () => {
    const source = '<img alt="a&copy=b &copy; &notit; &amp"><img alt=bare&lt;x>';
    expect(textsOf(source)).toEqual(['a&copy=b © &notit; &', 'bare<x']);
  });

  it('reads comments, conditional ones too', () => {
    const blocks = blocksOf('<!-- MRN 5550100 --><p>a<!--[if mso]><b>x</b><![endif]-->b</p><!bogus><!---->');
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', 'MRN 5550100'],
      ['paragraph', 'ab'],
      ['comment', '[if mso]><b>x</b><![endif]'],
      ['comment', 'bogus'],
    ]);
  });

  it('knows schema.org types and properties of microdata', () => {
    const source = `<div itemscope itemtype="https://schema.org/Dentist"><div itemprop="review" itemscope itemtype="https://schema.org/Review">
      <p itemprop="reviewBody">Fine</p><meta itemprop="name" content="Visit in May"><meta itemprop="url" content="https://example.com"></div>
      <p>Plain</p></div>`;
    expect(blocksOf(source).map(({ text, kind, name, types }) => [text, kind, name, types])).toEqual([
      ['Fine', 'paragraph', 'reviewBody', ['Dentist', 'Review']],
      ['Visit in May', 'attribute', 'content', ['Dentist', 'Review']],
      ['Plain', 'paragraph', undefined, ['Dentist']],
    ]);
  });

  it('lets a page declare itself', () => {
    const { frontMatter } = read(
      '<meta name="promolint:product" content=" supplement "><meta name="promolint:profile" content="{{ p }}">',
    );
    expect(frontMatter).toEqual({ promolint: { product: 'supplement' } });
  });

  it('adds that to front matter', () => {
    const source =
      '---\ntitle: The page says something here\npromolint: {audience: hcp}\n---\n<meta name="promolint:product" content="otc"><p>Copy</p>';
    const { frontMatter, frontMatterRange, blocks } = read(source);
    expect(frontMatter).toEqual({ title: 'The page says something here', promolint: { audience: 'hcp', product: 'otc' } });
    expect(source.slice(frontMatterRange!.from, frontMatterRange!.to)).toMatch(/^---[\s\S]*---$/);
    expect(blocks.map(({ origin, text }) => [origin, text])).toEqual([
      ['front-matter', 'The page says something here'],
      ['body', 'Copy'],
    ]);
  });
});

describe('elements', () => {
  it('keeps what rules judge, with the exact place of each value', () => {
    const source = `<script src="https://example.com/t.js"></script><script>fbq('init', "1")</script>
      <iframe src=https://example.com/v></iframe><div data-patient='Jo &amp; Al' class=x>y</div><p onclick="gtag()">z</p>
      <div style="background: url(/jo.jpg)">w</div><video poster="p.png"><source src="v.mp4"></video><p>plain</p><link rel=canonical href="/a">`;
    const { elements } = read(source);
    expect(elements.map(({ name }) => name)).toEqual([
      'script',
      'script',
      'iframe',
      'div',
      'p',
      'div',
      'video',
      'source',
      'link',
    ]);
    expect(elements[1]!.content).toBe(`fbq('init', "1")`);
    expect(source.slice(elements[1]!.contentFrom!, elements[1]!.contentFrom! + 3)).toBe('fbq');
    const [patient] = elements[3]!.attributes;
    expect(patient).toMatchObject({ name: 'data-patient', value: 'Jo & Al' });
    expect(source.slice(patient!.from, patient!.to)).toBe('Jo &amp; Al');
    expect(source.slice(elements[3]!.from, elements[3]!.to)).toBe(`<div data-patient='Jo &amp; Al' class=x>`);
  });

  it('tells which block an element stands in', () => {
    const { elements, blocks } = read('<p><img src=a> Text <a href="/b">link</a></p><div data-x><p>other</p></div>');
    expect(elements.map(({ block }) => blocks[block]?.text)).toEqual(['Text link', 'Text link', undefined]);
  });

  it('tells which form a field belongs to', () => {
    const source = `<input form="late" name="a"><form id="late" action="/x"><p><input name="b"></p></form>
      <table><form action="/y"><tr><td><input name="c"></td></tr></form></table><input name="d"><form action="/z"><textarea name="e">
Jo, 41 &amp; ill</textarea></form>`;
    const { elements } = read(source);
    const fields = elements.filter(({ name }) => name === 'input' || name === 'textarea');
    expect(
      fields.map(({ form }) => form !== undefined && elements[form]!.attributes.find(({ name }) => name === 'action')!.value),
    ).toEqual(['/x', '/x', '/y', false, '/z']);
    expect(fields[4]!.content).toBe('\nJo, 41 &amp; ill');
  });

  it('counts an element once that bad nesting repeats', () => {
    const { elements, blocks } = read('<p><a href="/x" title="T">one<p>two</a> three');
    expect(elements).toHaveLength(1);
    expect(blocks.map(({ text, links }) => [text, links.map(({ href }) => href)])).toEqual([
      ['T', []],
      ['one', ['/x']],
      ['two three', ['/x']],
    ]);
  });
});

describe('bad HTML', () => {
  it('reads what stands loose in a table, in the order of the page', () => {
    expect(textsOf('Hello <table>foo<tr><td>x</td><td>y</td></tr>bar</table> end')).toEqual([
      'Hello',
      'foo',
      'x',
      'y',
      'bar',
      'end',
    ]);
  });

  it('joins text around a stray inline tag and splits it at a stray block', () => {
    expect(textsOf('<p>can</b>not</p>')).toEqual(['cannot']);
    expect(textsOf('one</div>two')).toEqual(['one', 'two']);
    expect(textsOf('<html><body>one</body></html>two')).toEqual(['one', 'two']);
  });

  it('loses and doubles nothing when tags cross or never close', () => {
    expect(textsOf('<p><b>one <i>two</b> three</i> four<p>five <b>six<div>seven').join(' ')).toBe(
      'one two three four five six seven',
    );
    expect(textsOf('<li>a<li>b<td>c</td><option>d')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('reads partials', () => {
    expect(textsOf('<tr><td>a</td><td>b</td></tr>')).toEqual(['a', 'b']);
    expect(textsOf('</div></div><footer class="f">c</footer></body></html>')).toEqual(['c']);
    expect(textsOf('')).toEqual([]);
  });

  it('reads upper-case tags, bare attributes and control characters', () => {
    expect(textsOf('<P CLASS=x>A\0B</P><IMG ALT=c>')).toEqual(['AB', 'c']);
  });

  it('says where nesting became too deep, and reads on', () => {
    const source = `${'<div>'.repeat(600)}deep${'</div>'.repeat(600)}<p>after</p>`;
    const { blocks, notices } = read(source);
    expect(blocks.map(({ text }) => text)).toEqual(['deep', 'after']);
    expect(notices.map(({ code }) => code)).toEqual(['html-tangled']);
  });

  it.each([
    ['<div>'],
    ['<b id=1><p>'],
    ['<table><tr><td>'],
    ['<a href=x>y'],
    ['<noscript>x</noscript>'],
    ['<table>x<b>'],
    ['x</div>'],
    ['<p a="'],
  ])('takes time in proportion to its size: %s', (unit) => {
    const timeOf = (count: number): number => {
      const source = unit.repeat(count);
      const start = process.cpuUsage().user;
      parseHtml(source, 'page.html');
      return process.cpuUsage().user - start;
    };
    // The processor counts what the other threads of the process do as well: the least of three is the parser's own.
    const leastOf = (count: number): number => Math.min(timeOf(count), timeOf(count), timeOf(count));
    timeOf(1000);
    // Eight times the size; the square would be sixty-four times the time.
    expect(leastOf(8000)).toBeLessThan(24 * leastOf(1000) + 200_000);
  });
});

describe('template tags', () => {
  it('are holes in text, values and links', () => {
    const source = `<p {% if x %}class="a"{% endif %}>Dear {{ name }}, <a href="{{ url }}/x?a=1&amp;b">see {% if y %}this{% endif %}</a> <img alt="Photo of {{ who }}"></p>`;
    const { blocks, elements } = read(source);
    expect(blocks.map(({ text }) => text)).toEqual(['Dear \uFFFC, see this', 'Photo of \uFFFC']);
    expect(blocks[0]!.marks).toEqual([{ kind: 'hole', start: 5, end: 6, value: 'name' }]);
    expect(blocks[0]!.links[0]!.href).toBe('{{ url }}/x?a=1&b');
    expect(elements[0]!.attributes[0]!.value).toBe('{{ url }}/x?a=1&b');
  });

  it('leave the structure of PHP and Liquid pages alone', () => {
    const source = `<?php include 'top.php'; ?>\n<table>\n{% for a in b %}\n<tr><td><?= $a->name ?></td><td>text</td></tr>\n{% endfor %}\n</table>\n<p>Use <?php echo $p; ?> daily`;
    expect(blocksOf(source).map(({ kind, text }) => [kind, text])).toEqual([
      ['table-cell', '\uFFFC'],
      ['table-cell', 'text'],
      ['paragraph', 'Use \uFFFC daily'],
    ]);
  });
});

describe('HTML inside Markdown', () => {
  it('adds blocks at the places of the file, inside what surrounds it', () => {
    const source = '> # Title\n> <div class="card">Hi <b>there</b></div>\n\nMarkdown\n';
    const masked = source
      .replace(/^> # Title$/m, (line) => ' '.repeat(line.length))
      .replace('> <div', '  <div')
      .replace('Markdown', ' '.repeat(8));
    const builder = new DocumentBuilder({ path: 'a.md', format: 'markdown', source, holes: [] });
    parseHtmlFragmentInto(builder, masked, 0, source.length, { quoted: true });
    const { blocks } = builder.finish();
    expect(blocks.map(({ text, quoted, classes }) => [text, quoted, classes])).toEqual([['Hi there', true, ['card']]]);
    expect(toSource(blocks[0]!.pieces, 3, 8)).toEqual({ from: source.indexOf('there'), to: source.indexOf('</b>') });
  });

  it('lets Markdown know which elements stand around it', () => {
    const source = '<div class="disclaimer" hidden>\n\ntext\n\n</div>';
    const masked = source.replace('text', '    ');
    const builder = new DocumentBuilder({ path: 'a.md', format: 'markdown', source, holes: [] });
    parseHtmlFragmentInto(builder, masked, 0, source.length);
    expect(builder.surroundingsAt(source.indexOf('text'))).toMatchObject({ classes: ['disclaimer'], hidden: true });
    expect(builder.surroundingsAt(source.length)).toMatchObject({ classes: [], hidden: false });
  });
});
