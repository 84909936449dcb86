import type { Range, Region } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import { isCopy, isForPrograms } from './data-strings.ts';
import type { DocumentBuilder } from './document-builder.ts';
import type { Island } from './html-islands.ts';
import { appendHtml } from './html-text.ts';
import { lexMdx } from './mdx-lexer.ts';
import type { Code, JsxTag } from './mdx-lexer.ts';
import { HOLE_FILLER } from './template-holes.ts';
import type { Hole } from './template-holes.ts';
import { viewOf } from './text-map.ts';
import { viewOfString } from './yaml-scalar.ts';

/** An MDX file made readable as Markdown. */
export interface Mdx {
  /** Same length as the source: code is filler or blank, tags are HTML, filler or blank. */
  readonly masked: string;
  readonly holes: readonly Hole[];
  /** Tags that stand on lines of their own: structure for the HTML parser, nothing for Markdown. */
  readonly tags: readonly Island[];
  /** Adds what the code says: comments, string props, exported strings; and what components enclose. */
  readonly readInto: (builder: DocumentBuilder) => void;
}

// Components of the common frameworks that stand for one HTML element.
const HTML_NAME: Readonly<Record<string, string>> = {
  Link: 'a',
  Anchor: 'a',
  Image: 'img',
  Img: 'img',
  StaticImage: 'img',
  Video: 'video',
};
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const VALUE_KEPT = 80;
// How far apart two tags on one line may stand; how far in from its edges a line is looked at.
const NEAR = 1000;

/** Reads MDX leniently: no JavaScript is parsed, and what cannot be understood stays copy. `masked` and `holes` as of `maskTemplates`. */
export function readMdx(masked: string, holes: readonly Hole[], from: number): Mdx {
  const { tags, code } = lexMdx(masked, from);
  const blank = ownLines(masked, tags, code);
  const edits: (Range & { text: string; hole?: Hole })[] = [];
  for (const stretch of code) {
    const isBlank = blank.has(stretch) || stretch.kind === 'raw';
    edits.push({ ...stretch, text: isBlank ? blanked(masked, stretch) : filled(stretch), hole: holeOf(masked, stretch) });
  }
  for (const tag of tags) {
    if (blank.has(tag)) edits.push({ from: tag.from, to: tag.to, text: blanked(masked, tag) });
    else {
      const html = htmlOf(masked, tag);
      edits.push({
        from: tag.from,
        to: tag.to,
        text: html ?? filled(tag),
        ...(html === undefined && { hole: holeOf(masked, tag) }),
      });
    }
  }
  edits.sort((a, b) => a.from - b.from);
  return {
    masked: edited(masked, edits),
    holes: withCode(
      holes,
      edits.flatMap(({ hole }) => hole ?? []),
    ),
    tags: tags.filter((tag) => blank.has(tag)).flatMap((tag) => islandOf(masked, tag)),
    readInto: (builder) => {
      for (const stretch of code) readCode(builder, masked, stretch);
      for (const tag of tags) readProps(builder, masked, tag);
      encloseByComponents(builder, masked, tags);
    },
  };
}

const blanked = (text: string, { from, to }: Range): string => text.slice(from, to).replace(/[^\r\n]/g, ' ');
const filled = ({ from, to }: Range): string => HOLE_FILLER.repeat(to - from);

function edited(text: string, edits: readonly (Range & { readonly text: string })[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of edits) {
    if (edit.from < done) continue;
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Tags and code that have their lines for themselves. */
function ownLines(text: string, tags: readonly JsxTag[], code: readonly Code[]): Set<Range> {
  const all = [...tags, ...code].sort((a, b) => a.from - b.from);
  const blank = new Set<Range>();
  for (let first = 0; first < all.length;) {
    let last = first;
    while (
      last + 1 < all.length &&
      /^[ \t]*$/.test(text.slice(all[last]!.to, Math.min(all[last + 1]!.from, all[last]!.to + NEAR)))
    ) {
      last++;
    }
    const group = all.slice(first, last + 1);
    const before = text.slice(Math.max(0, all[first]!.from - NEAR), all[first]!.from);
    const after = text.slice(all[last]!.to, all[last]!.to + NEAR);
    const alone = /(?:^|[\r\n])[ \t]*$/.test(before) && /^[ \t]*(?:[\r\n]|$)/.test(after);
    if (alone && !group.some((part) => 'kind' in part && (part.kind === 'expression' || part.kind === 'raw'))) {
      for (const part of group) blank.add(part);
    }
    first = last + 1;
  }
  return blank;
}

/** The tag as HTML of the same length, if it is some: React's names translated, expressions left out. */
function htmlOf(text: string, { from, to, name, closing, attributes }: JsxTag): string | undefined {
  const html = HTML_NAME[name] ?? name;
  if (!/^[a-z]/.test(html)) return undefined;
  if (closing) return `</${html}`.padEnd(to - from - 1) + '>';
  const edits = [{ from: 1, to: 1 + name.length, text: html.padEnd(name.length) }];
  for (const attribute of attributes) {
    const start = attribute.from - from;
    if (attribute.name === '' || attribute.value?.kind === 'expression') {
      edits.push({ from: start, to: attribute.to - from, text: blanked(text, attribute) });
    } else if (attribute.name === 'className') edits.push({ from: start, to: start + 9, text: 'class    ' });
  }
  return edited(text.slice(from, to), edits);
}

function islandOf(text: string, tag: JsxTag): Island[] {
  const html = htmlOf(text, tag);
  if (html === undefined) return [];
  const { from, to, name, selfClosing } = tag;
  return [
    { from, to, parts: [{ from, to }], text: html, quoted: false, alone: selfClosing && !VOID.test(HTML_NAME[name] ?? name) },
  ];
}

function holeOf(text: string, { from, to, ...part }: JsxTag | Code): Hole {
  const prints = 'kind' in part && part.kind === 'expression';
  return { from, to, prints, value: text.slice(from + 1, Math.min(to - 1, from + 1 + VALUE_KEPT)).trim() };
}

/** Template tags inside of code are a part of it. */
function withCode(holes: readonly Hole[], own: readonly Hole[]): Hole[] {
  let next = 0;
  const others = holes.filter(({ from, to }) => {
    while (next < own.length && own[next]!.to <= from) next++;
    return !(next < own.length && own[next]!.from < to);
  });
  return [...others, ...own].sort((a, b) => a.from - b.from);
}

// One string literal, with the property that it is the value of.
const STRING =
  /(?:([\w$]{1,60}|["'][\w -]{1,60}["'])\s{0,20}[:=]\s{0,20})?("(?:[^"\\\n]|\\.){1,4000}"|'(?:[^'\\\n]|\\.){1,4000}'|`(?:[^`\\]|\\.){1,8000}`)/g;
const CLASS_LIST = /^[a-z\d:[\]/.%-]+(?: [a-z\d:[\]/.%-]+)*$/;
const FEW_WORDS = 4;

function readCode(builder: DocumentBuilder, text: string, { kind, from, to }: Code): void {
  if (kind === 'comment')
    builder.startBlock('comment').appendView(viewOf(text, from + 3, to), 0, text.slice(from + 3, to).lastIndexOf('*/'));
  else if (kind === 'statement')
    readStrings(builder, text, { from, to }, (name) => builder.startBlock('data', { origin: 'front-matter', name }));
  else if (kind !== 'raw') readStrings(builder, text, { from, to }, (name) => builder.startBlock('data', { name }));
}

/** String literals in code that are copy: all of some length, short ones only under a key that says so. */
function readStrings(
  builder: DocumentBuilder,
  text: string,
  { from, to }: Range,
  start: (name: string) => BlockBuilder,
  key = '',
): void {
  for (const match of text.slice(from, to).matchAll(STRING)) {
    const name = match[1]?.replace(/["']/g, '') ?? key;
    const literal = match[2]!;
    const value = literal.slice(1, -1);
    if (isForPrograms(name) || (CLASS_LIST.test(value) && value.includes('-'))) continue;
    if (name === '' ? value.trim().split(/\s+/, FEW_WORDS + 1).length <= FEW_WORDS : !isCopy(value, name)) continue;
    const at = from + match.index + match[0].length - literal.length;
    const view = viewOfString(text, at, at + literal.length);
    start(name).appendView(view, 0, view.text.length);
  }
}

function readProps(builder: DocumentBuilder, text: string, { name: tagName, closing, attributes }: JsxTag): void {
  if (closing) return;
  const isHtml = /^[a-z]/.test(HTML_NAME[tagName] ?? tagName);
  for (const { name, value } of attributes) {
    if (!value || isForPrograms(name)) continue;
    const start = () => builder.startBlock('attribute', { name });
    const inside = { from: value.from + 1, to: value.to - 1 };
    if (value.kind === 'expression') readStrings(builder, text, inside, start, name);
    // Texts in attributes of HTML tags are found by the HTML parser.
    else if (!isHtml && isCopy(text.slice(inside.from, inside.to), name)) {
      appendHtml(start(), { source: builder.source, masked: text, holes: builder.holes }, inside, 'attribute');
    }
  }
}

const TUCKING = /accordion|collaps|details|disclosure|tooltip/i;
const REGIONS: Readonly<Record<string, Region>> = {
  nav: 'nav',
  navbar: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  sidebar: 'aside',
};
const MOST_OPEN = 200;

/** What stands between the tags of a component has its name as a class word. */
function encloseByComponents(builder: DocumentBuilder, text: string, tags: readonly JsxTag[]): void {
  const open: JsxTag[] = [];
  for (const tag of tags) {
    if (!/^[A-Z]/.test(tag.name) || tag.selfClosing) continue;
    if (!tag.closing) {
      if (open.length < MOST_OPEN) open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at < 0) continue;
    const opening = open.splice(at)[0]!;
    const region = REGIONS[tag.name.toLowerCase()];
    const classes = [tag.name.toLowerCase(), ...classesOf(text, opening)];
    builder.enter(
      { classes, ...(TUCKING.test(tag.name) && { tucked: true }), ...(region && { region }) },
      { from: opening.from, to: tag.to },
    );
    builder.leave();
  }
}

function classesOf(text: string, { attributes }: JsxTag): string[] {
  const value = attributes.find(({ name, value }) => /^(?:class|className|id)$/.test(name) && value?.kind === 'string')?.value;
  return value
    ? (
        text
          .slice(value.from + 1, value.to - 1)
          .toLowerCase()
          .match(/[^\s]+/g) ?? []
      ).slice(0, 20)
    : [];
}
