import { closest } from '../closest.ts';
import { PromolintError } from '../errors.ts';

/** What one annotation says of the copy in `[from, to)` of the file, which is all copy up to the next annotation. */
export interface Example {
  /** Words that a finding must overlap, one or more; an empty list says that the rule is silent here. */
  readonly expects: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A stretch of an annotated file that is linted by itself. */
export interface ExamplePage {
  /** The copy with all annotations blanked out, so that no rule reads them and places stay as they are. */
  readonly source: string;
  /** Where `source` starts in the file. */
  readonly offset: number;
  readonly profiles?: readonly string[];
  readonly product?: string;
  /** The register of approved claims that holds for it, as YAML. */
  readonly register?: string;
  readonly examples: readonly Example[];
}

const COMMENT = /^[ \t]*<!--((?:(?!-->)[^])*)-->[ \t]*$/gm;
const WORDS = ['expect', 'ok', 'page', 'profile', 'product', 'register'] as const;

interface Annotation {
  readonly word: (typeof WORDS)[number];
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** Splits an annotated file (docs/writing-a-rule.md, "Examples beside the rule"). @throws PromolintError `example-invalid` */
export function readExamples(text: string, file: string): ExamplePage[] {
  const annotations = findAnnotations(text, file);
  let copy = text;
  for (const { from, to } of annotations)
    copy = copy.slice(0, from) + copy.slice(from, to).replace(/[^\n]/g, ' ') + copy.slice(to);

  const breaks = annotations.filter(({ word }) => word === 'page');
  const starts = [0, ...breaks.map(({ to }) => to)];
  let profiles: readonly string[] | undefined;
  let product: string | undefined;
  let register: string | undefined;
  const pages: ExamplePage[] = [];
  for (const [index, start] of starts.entries()) {
    const end = breaks[index]?.from ?? text.length;
    const mine = annotations.filter(({ from, word }) => from >= start && from < end && word !== 'page');
    for (const { word, value } of mine) {
      if (word === 'profile') profiles = value.split(',').map((name) => name.trim());
      if (word === 'product') product = value;
      if (word === 'register') register = value;
    }
    // Front matter must be the first thing on a page, whatever annotations stand above it.
    const offset = start + (/^(?:[ \t]*\r?\n)*/.exec(copy.slice(start, end))?.[0].length ?? 0);
    const source = copy.slice(offset, end);
    if (source.trim() !== '') pages.push({ source, offset, profiles, product, register, examples: joinExamples(mine, end, copy) });
  }
  return pages;
}

function findAnnotations(text: string, file: string): Annotation[] {
  const annotations: Annotation[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const [, word, value = ''] = /^\s*([a-z]+)\s*(?::\s*([^]*?))?\s*$/.exec(match[1]!) ?? [];
    if (word === undefined) continue;
    const line = text.slice(0, match.index).split('\n').length;
    const wrong = (message: string, hint?: string): PromolintError =>
      new PromolintError('example-invalid', message, { where: `${file}:${line}`, hint });
    const known = WORDS.find((candidate) => candidate === word);
    if (!known) {
      const near = closest(word, WORDS);
      if (near) throw wrong(`Unknown annotation "${word}".`, `Did you mean "${near}"?`);
      continue;
    }
    const quoted = /^"([^]+)"$/.exec(value)?.[1];
    if (known === 'expect' && !quoted)
      throw wrong('"expect" needs the words in quotation marks.', 'Write <!-- expect: "the words" -->.');
    if ((known === 'profile' || known === 'product') && value === '') throw wrong(`"${known}" needs a name.`);
    if (known === 'register' && value === '') throw wrong('"register" needs the claims of a register.');
    annotations.push({ word: known, value: quoted ?? value, from: match.index, to: match.index + match[0].length });
  }
  return annotations;
}

/** Annotations with nothing but white space between them speak of the same copy. */
function joinExamples(annotations: readonly Annotation[], end: number, copy: string): Example[] {
  const judged = annotations.filter(({ word }) => word === 'expect' || word === 'ok');
  const examples: Example[] = [];
  let expects: string[] = [];
  for (const [index, { word, value, to }] of judged.entries()) {
    if (word === 'expect') expects.push(value);
    const next = judged[index + 1]?.from ?? end;
    if (copy.slice(to, next).trim() === '') continue;
    examples.push({ expects, from: to, to: next });
    expects = [];
  }
  return examples;
}
