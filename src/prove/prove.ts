import type { Block, Format } from '../rule.ts';
import { toSource } from '../parse/text-map.ts';
import { readExamples } from './examples.ts';
import type { Example, ExamplePage } from './examples.ts';

/** A page to lint with one rule, which is switched on whatever its tier. */
export interface Sample {
  readonly path: string;
  readonly source: string;
  readonly format: Format;
  readonly profiles: readonly string[];
  readonly product?: string;
  /** A register of approved claims, as YAML. */
  readonly register?: string;
}

/** Offsets in the sample's source. */
export interface Found {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly message: string;
}

/** What proving needs of the rest of promolint. */
export interface Bench {
  /** The findings of the rule under test. */
  lint(sample: Sample): readonly Found[] | Promise<readonly Found[]>;
  blocks(sample: Sample): readonly Block[];
}

/** The rule under test, as far as its examples depend on it. */
export interface Subject {
  readonly id: string;
  readonly profiles: 'all' | readonly string[];
  readonly products: readonly string[];
}

export interface Failure {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The copy in question, on one line. */
  readonly copy: string;
}

export interface Proof {
  /** Examples that expect a finding, and examples that expect none. */
  readonly expected: number;
  readonly silent: number;
  readonly failures: readonly Failure[];
}

/** Runs a rule over its annotated examples and compares. @throws PromolintError `example-invalid` */
export async function prove(
  rule: Subject,
  files: readonly { readonly path: string; readonly text: string }[],
  bench: Bench,
): Promise<Proof> {
  const failures: Failure[] = [];
  let expected = 0;
  let silent = 0;
  for (const { path, text } of files) {
    for (const page of readExamples(text, path)) {
      expected += page.examples.filter(({ expects }) => expects.length > 0).length;
      silent += page.examples.filter(({ expects }) => expects.length === 0).length;
      const sample = sampleOf(page, path, rule);
      const place = { text, path, offset: page.offset };
      failures.push(...compare(page, await bench.lint(sample), bench.blocks(sample), place));
    }
  }
  return { expected, silent, failures };
}

/** Without a header, a page is linted under the first profile and product that the rule names. */
function sampleOf(page: ExamplePage, path: string, rule: Subject): Sample {
  const first = rule.profiles === 'all' ? 'us-provider' : rule.profiles[0]!;
  const overlay = /^us-..$/.test(first) && first !== 'us-rx';
  return {
    // A page's name says something about it ("terms.md"); that of the rule must not.
    path: path.endsWith('.html') ? 'example.html' : 'example.md',
    source: page.source,
    format: path.endsWith('.html') ? 'html' : 'markdown',
    profiles: page.profiles ?? (overlay ? ['us-provider', first] : [first]),
    product: page.product ?? (rule.products.includes('any') ? undefined : rule.products[0]),
    register: page.register,
  };
}

interface FilePlace {
  readonly text: string;
  readonly path: string;
  readonly offset: number;
}

function compare(page: ExamplePage, found: readonly Found[], blocks: readonly Block[], place: FilePlace): Failure[] {
  const failures: Failure[] = [];
  const fail = (at: number, to: number, message: string): void => {
    const start = at + (/^\s*/.exec(place.text.slice(at, to))?.[0].length ?? 0);
    const copy = place.text.slice(start, to).replace(/\s+/g, ' ').trim();
    failures.push({
      file: place.path,
      line: place.text.slice(0, start).split('\n').length,
      message,
      copy: copy.length > 200 ? `${copy.slice(0, 200)} …` : copy,
    });
  };
  const left = new Set(found);
  for (const example of page.examples) {
    const mine = found.filter(
      ({ startOffset }) => startOffset + page.offset >= example.from && startOffset + page.offset < example.to,
    );
    for (const finding of mine) left.delete(finding);
    const wanted = example.expects.map((words) => ({ words, ranges: occurrences(words, example, page, blocks) }));
    for (const { words, ranges } of wanted) {
      if (ranges.length === 0)
        fail(example.from, example.to, `The words "${words}" do not stand in the copy below their annotation.`);
      else if (!mine.some((finding) => overlaps(finding, ranges)))
        fail(example.from, example.to, `Expected a finding on "${words}"${mine.length > 0 ? ', found others' : ''}.`);
    }
    for (const finding of mine) {
      if (
        !overlaps(
          finding,
          wanted.flatMap(({ ranges }) => ranges),
        )
      )
        fail(example.from, example.to, unexpected(finding, page));
    }
  }
  for (const finding of left)
    fail(
      finding.startOffset + page.offset,
      finding.endOffset + page.offset,
      `${unexpected(finding, page)} No annotation speaks of it.`,
    );
  return failures;
}

const unexpected = ({ startOffset, endOffset, message }: Found, { source }: ExamplePage): string =>
  `Expected no finding on "${source.slice(startOffset, endOffset).replace(/\s+/g, ' ')}": ${message}`;

interface SourceRange {
  readonly from: number;
  readonly to: number;
}

/** Where the words stand in the page's source: as a reader sees them in a block, or written so in markup. */
function occurrences(words: string, example: Example, page: ExamplePage, blocks: readonly Block[]): SourceRange[] {
  const inBlocks = blocks.flatMap(({ text, pieces }) =>
    indexesOf(text, words).map((start) => toSource(pieces, start, start + words.length)),
  );
  const written = indexesOf(page.source, words).map((from) => ({ from, to: from + words.length }));
  return [...inBlocks, ...written].filter(({ from }) => from + page.offset >= example.from && from + page.offset < example.to);
}

function indexesOf(text: string, words: string): number[] {
  const indexes: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) indexes.push(at);
  return indexes;
}

const overlaps = ({ startOffset, endOffset }: Found, ranges: readonly SourceRange[]): boolean =>
  ranges.some(({ from, to }) => startOffset < to && endOffset > from);

/** One line a failure, with the copy below it. */
export function describeProof({ id }: Subject, { expected, silent, failures }: Proof): string {
  const lines = failures.flatMap(({ file, line, message, copy }) => [`${file}:${line}  ${message}`, `    ${copy}`]);
  const sum = failures.length > 0 ? `${failures.length} failed` : 'all as expected';
  return [...lines, `${id}: ${expected} flagged and ${silent} accepted examples, ${sum}.`, ''].join('\n');
}
