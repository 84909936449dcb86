import type { Range } from '../rule.ts';
import { isCopy, isForPrograms, isTelling } from './data-strings.ts';
import type { DocumentBuilder } from './document-builder.ts';
import { readMarkdown } from './markdown-reader.ts';
import { withoutFiller } from './template-holes.ts';
import { viewOf } from './text-map.ts';
import type { View } from './text-map.ts';
import { viewOfScalar } from './yaml-scalar.ts';
import { readSimpleYaml } from './yaml-simple.ts';
import { readYamlValues } from './yaml-values.ts';
import type { YamlScalar, YamlValues } from './yaml-values.ts';

/** Front matter as a whole, fences included, and the YAML between them. */
interface Fenced {
  readonly whole: Range;
  readonly yaml: Range;
}

const OPENING = /^\s{0,200}?---[ \t]{0,20}\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]{0,20}$/gm;

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
  const values = readSimpleYaml(yaml) ?? readYamlValues(yaml);
  const { fault } = values;
  // Two thematic breaks with a paragraph between them.
  if (values.isString && !fault) return 0;

  builder.frontMatterRange = fenced.whole;
  if (fault) {
    const at = from + fault.at;
    const line = builder.source.slice(0, at).split(/\r\n|[\r\n]/).length;
    const what = fault.code.toLowerCase().replaceAll('_', ' ');
    builder.addNotice('front-matter-invalid', `Line ${line}: the front matter is not valid YAML (${what}).`, at);
  }

  builder.enter({ origin: 'front-matter' });
  const reader = new Reader(builder, masked);
  if (fault) reader.readEntries(fenced.yaml);
  else reader.read(values, from);
  reader.readComments(fenced.yaml);
  builder.leave();
  builder.frontMatter = reader.data;
  const language = builder.frontMatter['lang'] ?? builder.frontMatter['language'];
  if (typeof language === 'string') builder.language = language.trim().toLowerCase();
  return fenced.whole.to;
}

// What Markdown or HTML would show differently from what is written.
const MARKED_UP = /[\r\n]|\*\*|__|(?:^|\s)[*_]\w|`|<[A-Za-z/!]|\]\(|\]\[|&[#\w]{1,32};|\\[!-/:-@[-`{-~]/;
// Of a `|` or `>` scalar; elsewhere, "#1 in town" is no heading.
const MARKDOWN_BLOCK = /^(?:#{1,6}|[-*+>]|\d{1,9}[.)])\s/;

// The start of a top-level entry: its key, and the colon.
const ENTRY = /^([^\s#:'"{}[\]-][^:\r\n]{0,200}):(?=[ \t\r\n])/gm;

class Reader {
  private readonly entries: [string, unknown][] = [];
  private readonly scalars: Range[] = [];

  constructor(
    private readonly builder: DocumentBuilder,
    private readonly masked: string,
  ) {}

  get data(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.entries);
  }

  read({ data, scalars }: YamlValues, base: number): void {
    for (const entry of Object.entries(data)) this.entries.push(entry);
    for (const scalar of scalars) this.scalar({ ...scalar, from: base + scalar.from, to: base + scalar.to });
  }

  /** Of YAML that is not valid, entry by entry: `title: Pain: what helps` is a fault, and a title all the same. */
  readEntries({ from, to }: Range): void {
    const yaml = this.masked.slice(from, to);
    const entries = [...yaml.matchAll(ENTRY)];
    for (const [at, { 0: opening, 1: key = '', index }] of entries.entries()) {
      const end = entries[at + 1]?.index ?? yaml.length;
      const values = readYamlValues(yaml.slice(index, end));
      if (!values.fault) {
        this.read(values, from + index);
        continue;
      }
      const raw = yaml.slice(index + opening.length, end);
      const value = raw.trim().replace(/^["']|["']$/g, '');
      const start = from + index + opening.length + raw.indexOf(value);
      this.entries.push([key, withoutFiller(value)]);
      if (!isForPrograms(key) && isCopy(value, key)) this.copy(viewOf(this.masked, start, start + value.length), key);
    }
  }

  private scalar({ from, to, path, key, value, style }: YamlScalar): void {
    this.scalars.push({ from, to });
    if (isForPrograms(path)) return;
    const text = typeof value === 'number' && isTelling(key) ? this.masked.slice(from, to) : value;
    if (typeof text !== 'string' || text.trim() === '' || !isCopy(text, key)) return;
    const isMarkdown = style.startsWith('BLOCK') && MARKDOWN_BLOCK.test(text);
    this.copy(viewOfScalar(this.masked, from, to, style, text), path, isMarkdown);
  }

  private copy(view: View, name: string, isMarkdown = false): void {
    this.builder.enter({ name });
    if (isMarkdown || MARKED_UP.test(view.text.trim())) readMarkdown(this.builder, view);
    else this.builder.startBlock('data').appendView(view, 0, view.text.length);
    this.builder.leave();
  }

  /**
   * Lines that start with `#`, outside of block scalars, where they would be headings. Behind a value, only what speaks to
   * promolint: of YAML that is not valid, `#1 in town` may be copy.
   */
  readComments({ from, to }: Range): void {
    const view = viewOf(this.masked, from, to);
    const scalars = this.scalars.sort((a, b) => a.from - b.from);
    let next = 0;
    for (const match of view.text.matchAll(/^[ \t]{0,40}#[^\r\n]*|[ \t]#[ \t]{0,20}promolint-[^\r\n]*/gm)) {
      const at = from + match.index;
      while (next < scalars.length && scalars[next]!.to <= at) next++;
      if (next < scalars.length && scalars[next]!.from <= at) continue;
      const start = match.index + match[0].indexOf('#') + 1;
      this.builder.startBlock('comment').appendView(view, start, match.index + match[0].length);
    }
  }
}
