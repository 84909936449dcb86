import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document as YamlDocument, Node, Scalar } from 'yaml';
import type { Range } from '../rule.ts';
import { isCopy, isForPrograms, isTelling } from './data-strings.ts';
import type { DocumentBuilder } from './document-builder.ts';
import { readMarkdown } from './markdown-reader.ts';
import { HOLE_FILLER } from './template-holes.ts';
import { viewOf } from './text-map.ts';
import { viewOfScalar } from './yaml-scalar.ts';
import type { ScalarStyle } from './yaml-scalar.ts';

/** Front matter as a whole, fences included, and the YAML between them. */
interface Fenced {
  readonly whole: Range;
  readonly yaml: Range;
}

const OPENING = /^\s{0,200}?---[ \t]{0,20}\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]{0,20}\r?$/gm;

function findFence(text: string): Fenced | undefined {
  const opening = OPENING.exec(text.slice(0, 300));
  if (!opening) return undefined;
  const from = opening[0].length;
  CLOSING.lastIndex = from;
  const closing = CLOSING.exec(text);
  if (!closing) return undefined;
  return { whole: { from: opening[0].indexOf('---'), to: closing.index + closing[0].length }, yaml: { from, to: closing.index } };
}

/** Where the front matter of a text ends; 0 when there is none. */
export const frontMatterEnd = (text: string): number => findFence(text)?.whole.to ?? 0;

/**
 * Reads the YAML at the start of a file into `builder.frontMatter` and blocks of origin `front-matter`; returns where the body
 * begins. `masked` is the whole file with template tags masked.
 */
export function readFrontMatter(builder: DocumentBuilder, masked: string): number {
  const fenced = findFence(masked);
  if (!fenced) return 0;
  const { from, to } = fenced.yaml;
  const yaml = masked.slice(from, to);
  const document = parseYaml(yaml);
  const isCopy = document?.errors.length === 0 && isScalar(document.contents) && typeof document.contents.value === 'string';
  // Two thematic breaks with a paragraph between them.
  if (isCopy) return 0;

  builder.frontMatterRange = fenced.whole;
  const error = document ? document.errors[0] : { code: 'TOO_DEEP', pos: [0] as const };
  if (error) {
    const at = Math.min(from + error.pos[0], to);
    const line = builder.source.slice(0, at).split(/\r\n|[\r\n]/).length;
    const what = error.code.toLowerCase().replaceAll('_', ' ');
    builder.addNotice('front-matter-invalid', `Line ${line}: the front matter is not valid YAML (${what}).`, at);
  }
  if (!document) return fenced.whole.to;

  builder.frontMatter = toData(document);
  const language = builder.frontMatter['lang'] ?? builder.frontMatter['language'];
  if (typeof language === 'string') builder.language = language.trim().toLowerCase();
  builder.enter({ origin: 'front-matter' });
  new Reader(builder, masked, from).read(document);
  builder.leave();
  return fenced.whole.to;
}

function parseYaml(yaml: string): YamlDocument | undefined {
  try {
    return parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  } catch {
    // Brackets nested deeper than the stack of the parser.
    return undefined;
  }
}

const MOST_NODES = 100_000;
const DEEPEST = 100;

/**
 * Plain data, a tree and finite. Not by `toJS`, which searches the whole document for each alias: here an alias inside the
 * value that it names is null, and so is what comes after a hundred thousand values.
 */
function toData(document: YamlDocument): Readonly<Record<string, unknown>> {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let nodes = 0;
  const plain = (node: unknown): unknown => {
    if (isAlias(node)) return plain(anchors.get(node.source));
    if (!isNode(node) || open.has(node) || open.size > DEEPEST || ++nodes > MOST_NODES) return null;
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node)) return typeof node.value === 'string' ? node.value.replace(FILLER_RUN, '\uFFFC') : node.value;
    open.add(node);
    const value = isSeq(node)
      ? node.items.map(plain)
      : isMap(node)
        ? Object.fromEntries(node.items.map(({ key, value: inner }) => [isScalar(key) ? String(key.value) : '', plain(inner)]))
        : null;
    open.delete(node);
    return value;
  };
  return isMap(document.contents) ? (plain(document.contents) as Record<string, unknown>) : {};
}
const FILLER_RUN = new RegExp(`${HOLE_FILLER}+`, 'g');

// What Markdown or HTML would show differently from what is written.
const MARKED_UP = /[\r\n]|\*\*|__|(?:^|\s)[*_]\w|`|<[A-Za-z/!]|\]\(|\]\[|&[#\w]{1,32};|\\[!-/:-@[-`{-~]/;
// Of a `|` or `>` scalar; elsewhere, "#1 in town" is no heading.
const MARKDOWN_BLOCK = /^(?:#{1,6}|[-*+>]|\d{1,9}[.)])\s/;

class Reader {
  private readonly scalars: Range[] = [];

  constructor(
    private readonly builder: DocumentBuilder,
    private readonly masked: string,
    private readonly base: number,
  ) {}

  read(document: YamlDocument): void {
    const stack: { node: unknown; path: string; key: string }[] = [{ node: document.contents, path: '', key: '' }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { node, path, key } = top;
      if (isAlias(node)) continue;
      if (isMap(node)) {
        for (const pair of [...node.items].reverse()) {
          const name = isScalar(pair.key) ? String(pair.key.value) : '';
          stack.push({ node: pair.value, path: path ? `${path}.${name}` : name, key: name });
        }
      } else if (isSeq(node)) {
        for (let i = node.items.length - 1; i >= 0; i--) stack.push({ node: node.items[i], path: `${path}[${i}]`, key });
      } else if (isScalar(node)) this.scalar(node, path, key);
    }
    this.comments();
  }

  private scalar(node: Scalar, path: string, key: string): void {
    if (!node.range) return;
    const [from, to] = [this.base + node.range[0], this.base + node.range[1]];
    this.scalars.push({ from, to });
    if (isForPrograms(path)) return;
    const value = typeof node.value === 'number' ? this.masked.slice(from, to) : node.value;
    if (typeof value !== 'string' || value.trim() === '') return;
    if (!isCopy(value, key) || (typeof node.value === 'number' && !isTelling(key))) return;

    const view = viewOfScalar(this.masked, from, to, node.type as ScalarStyle, value);
    this.builder.enter({ name: path });
    const isBlock = /^BLOCK/.test(node.type ?? '') && MARKDOWN_BLOCK.test(value);
    if (isBlock || MARKED_UP.test(value.trim())) readMarkdown(this.builder, view);
    else this.builder.startBlock('data').appendView(view, 0, view.text.length);
    this.builder.leave();
  }

  /** Lines that start with `#`, outside of block scalars, where they would be headings. */
  private comments(): void {
    const end = this.builder.frontMatterRange!.to;
    const { text, pieces } = viewOf(this.masked, this.base, end);
    const inScalar = this.scalars.sort((a, b) => a.from - b.from);
    let next = 0;
    for (const match of text.matchAll(/^[ \t]{0,40}#[^\r\n]*/gm)) {
      const from = this.base + match.index;
      while (next < inScalar.length && inScalar[next]!.to <= from) next++;
      if (next < inScalar.length && inScalar[next]!.from <= from) continue;
      const start = match.index + match[0].indexOf('#') + 1;
      this.builder.startBlock('comment').appendView({ text, pieces }, start, match.index + match[0].length);
    }
  }
}
