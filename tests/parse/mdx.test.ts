import { expect, it } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import type { Document } from '../../src/rule.ts';
import { faultsOf } from './exact-pieces.ts';

function read(source: string): Document {
  const document = parseMarkdown(source, 'page.mdx', { mdx: true });
  expect(faultsOf(document)).toEqual([]);
  return document;
}

const kinds = (source: string) => read(source).blocks.map(({ kind, text }) => `${kind}: ${text}`);

it('leaves out imports and exports, but for strings that are copy', () => {
  const source = [
    "import { Hero } from '../hero'",
    'import Link from "next/link"',
    '',
    "export const meta = {\n  title: 'No pain',\n\n  layout: 'wide and very long and so on',\n  intro: `We treat your knee, not your wallet`,\n}",
    '',
    'Import duties apply.',
    '',
  ].join('\n');
  const { blocks } = read(source);
  expect(blocks.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['data', 'title', 'No pain'],
    ['data', 'intro', 'We treat your knee, not your wallet'],
    ['paragraph', undefined, 'Import duties apply.'],
  ]);
});

it('reads the text of components as Markdown, and knows the component', () => {
  const { blocks } = read(
    '<Testimonial className="big red">\n    It *really* helped.\n</Testimonial>\n\n<Accordion>\n\nTucked.\n\n</Accordion>\n',
  );
  expect(blocks.map(({ text, classes, tucked }) => [text, classes, tucked])).toEqual([
    ['It really helped.', ['testimonial', 'big', 'red'], false],
    ['Tucked.', ['accordion'], true],
  ]);
});

it('reads string props, escapes and expressions included', () => {
  const source =
    '<Hero title="Rest &amp; ice cure every sprain" size="large" items={["one two three four five", "btn btn-big"]} cta={`Book ${x} at once`} />\n';
  const { blocks } = read(source);
  expect(blocks.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['attribute', 'title', 'Rest & ice cure every sprain'],
    ['attribute', 'items', 'one two three four five'],
    ['attribute', 'cta', 'Book \uFFFC at once'],
  ]);
});

it('reads comments', () => {
  expect(kinds('{/* Ask\n   Dana */}\n\nText {/* now */} here\n')).toEqual([
    'comment: Ask Dana',
    'paragraph: Text here',
    'comment: now',
  ]);
});

it('shows expressions as holes, and copy in them as copy', () => {
  expect(kinds("Hi {user.name ?? 'you'}, it{' '}is {\"free\"}.\n")).toEqual(['paragraph: Hi \uFFFC, it is free.']);
  expect(kinds('{items.map((item) => (\n  <li key={item}>Copy for {item.name} here</li>\n))}\n')).toEqual([
    'paragraph: Copy for \uFFFC here',
  ]);
  expect(kinds('{ok && <p>Shown *when* ok</p>}\n')).toEqual(['paragraph: Shown when ok']);
});

it('keeps the structure of HTML, and the Markdown in it', () => {
  const source =
    '<ul className="list">\n  <li>One [link](/a)</li>\n  <li>Two</li>\n</ul>\n\n<div>\n    <h3>Title</h3>\n    Some **words**\n</div>\n';
  const { blocks } = read(source);
  expect(blocks.map(({ kind, text, classes, level }) => [kind, text, classes, level])).toEqual([
    ['list-item', 'One link', ['list'], undefined],
    ['list-item', 'Two', ['list'], undefined],
    ['heading', 'Title', [], 3],
    ['paragraph', 'Some words', [], undefined],
  ]);
  expect(blocks[0]!.links).toMatchObject([{ href: '/a', start: 4, end: 8 }]);
});

it('takes the components for links and images as such', () => {
  const { blocks, elements } = read(
    'See <Link href="/a">the <b className={x}>whole</b> story</Link>.\n\n<Image src="/k.png" alt="A happy man with a new knee" width={20} />\n',
  );
  expect(blocks[0]).toMatchObject({ text: 'See the whole story.', links: [{ href: '/a', start: 4, end: 19 }] });
  expect(blocks[1]).toMatchObject({ kind: 'attribute', name: 'alt', text: 'A happy man with a new knee' });
  expect(elements.map(({ name }) => name)).toEqual(['a', 'img']);
});

it('lets nothing run out of an element that closes itself', () => {
  const { blocks, elements } = read('<iframe src="https://example.com/map" />\n\nText <Spinner/> goes on.\n');
  expect(blocks.map(({ text }) => text)).toEqual(['Text goes on.']);
  expect(elements).toMatchObject([{ name: 'iframe', attributes: [{ name: 'src', value: 'https://example.com/map' }] }]);
});

it('leaves code alone, and takes stray braces and tags for text', () => {
  expect(kinds('Use `{x}` and {stray, a < b and <3.\n\n```jsx\nimport x from "y"\n{\n```\n\nMore\n')).toEqual([
    'paragraph: Use {x} and {stray, a < b and <3.',
    'paragraph: More',
  ]);
});
