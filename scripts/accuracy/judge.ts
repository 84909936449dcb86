import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultConfig } from '../../src/config/settings.ts';
import { Linter, type Copy } from '../../src/lint.ts';
import { loadBuiltIn } from '../../src/load/built-in.ts';
import { parse } from '../../src/parse/parse.ts';
import { PRODUCTS } from '../../src/rule.ts';
import type { Block, Product } from '../../src/rule.ts';

/** What a reviewer says of one block: certainly wrong, arguable, or fine. */
export type Verdict = 'flag' | 'maybe' | 'clean';

export interface JudgedBlock {
  readonly text: string;
  readonly verdict: Verdict;
  /** Rules that a reviewer would name; empty for a clean block. */
  readonly expected: readonly string[];
  /** Rules that found something in it, of errors and warnings. */
  readonly found: readonly string[];
}

export interface JudgedPage {
  /** Relative to the corpus, forward slashes. */
  readonly path: string;
  readonly profile: string;
  readonly blocks: readonly JudgedBlock[];
  /** Errors and warnings; `right` when they stand on a block that is not clean. */
  readonly findings: readonly { readonly ruleId: string; readonly right: boolean; readonly on: string }[];
}

const ANNOTATION = /<!--\s*(flag|maybe|profile|product):([^>]*?)-->/g;

/** The labelled pages of a folder, each linted as if its annotations were not there (fixtures/corpus/README.md). */
export function judgeAll(folder: string): JudgedPage[] {
  const linter = new Linter([loadBuiltIn()]);
  return [...labelledPages(folder)].map((page) => judge(linter, page));
}

/** A page without its annotations, and what they say. */
export interface LabelledPage {
  readonly copy: Copy;
  readonly profile: string;
  readonly product?: Product;
  readonly blocks: readonly Placed[];
  /** What the first annotated block says that the range of the source touches. */
  verdictAt(from: number, to: number): Verdict;
  labelOf(block: Placed): Label | undefined;
}

/** @throws Error when an annotation has no block after it */
export function* labelledPages(folder: string): Generator<LabelledPage> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const name of names.filter((one) => /\.(?:md|html)$/.test(one) && one !== 'README.md').sort()) yield labelledPage(name, readFileSync(join(folder, name), 'utf8'));
}

export function labelledPage(path: string, text: string): LabelledPage {
  const { source, profile, product, labels } = readLabels(text);
  const copy: Copy = { path, absolutePath: resolve(path), format: path.endsWith('.html') ? 'html' : 'markdown', mdx: false, source };
  const blocks = parse(copy).blocks.filter(isCopy).map(placed).sort((a, b) => a.from - b.from);
  const labelled = new Map<Placed, Label>();
  for (const label of labels) {
    const next = blocks.find(({ from }) => from >= label.at);
    if (!next) throw new Error(`${path}: the annotation at ${label.at} has no block after it.`);
    labelled.set(next, label);
  }
  return {
    copy,
    profile,
    ...(product && { product }),
    blocks,
    verdictAt: (from, to) => [...labelled].find(([block]) => block.from < to && block.to > from)?.[1].verdict ?? 'clean',
    labelOf: (block) => labelled.get(block),
  };
}

export function judge(linter: Linter, { copy, profile, product, blocks, labelOf }: LabelledPage): JudgedPage {
  const settings = { ...defaultConfig(resolve('')), flags: { profiles: profile.split(/[\s,]+/), ...(product && { product }) }, asOf: '2026-11-21' };
  const findings = linter.lint(copy, settings).findings.filter(({ severity }) => severity !== 'info');
  const touches = ({ from, to }: Placed, { startOffset, endOffset }: (typeof findings)[number]): boolean => startOffset < to && endOffset > from;
  return {
    path: copy.path,
    profile,
    blocks: blocks.map((one) => ({
      text: one.block.text,
      verdict: labelOf(one)?.verdict ?? 'clean',
      expected: labelOf(one)?.rules ?? [],
      found: findings.filter((finding) => touches(one, finding)).flatMap(({ ruleId, related }) => [ruleId, ...related]),
    })),
    findings: findings.map((finding) => {
      const on = blocks.filter((one) => touches(one, finding));
      return { ruleId: finding.ruleId, right: on.some((one) => labelOf(one) !== undefined), on: on[0]?.block.text ?? '' };
    }),
  };
}

export interface Label {
  readonly verdict: 'flag' | 'maybe';
  readonly rules: readonly string[];
  /** Where the annotation ends in the copy. */
  readonly at: number;
}

/** The copy with its annotations blanked out, so that no rule reads them and places stay as they are. */
function readLabels(text: string): { source: string; profile: string; product: Product | undefined; labels: Label[] } {
  let source = text;
  let profile = 'us-provider';
  let product: Product | undefined;
  const labels: Label[] = [];
  for (const { 0: comment, 1: word, 2: value = '', index } of text.matchAll(ANNOTATION)) {
    const at = index + comment.length;
    source = source.slice(0, index) + comment.replace(/[^\n]/g, ' ') + source.slice(at);
    if (word === 'profile') profile = value.trim();
    else if (word === 'product') product = PRODUCTS.find((one) => one === value.trim());
    else labels.push({ verdict: word as Label['verdict'], rules: value.trim().split(/[\s,]+/), at });
  }
  // Front matter must be the first thing on a page.
  const blank = /^\s*/.exec(source)![0].length;
  return { source: source.slice(blank), profile, product, labels: labels.map((label) => ({ ...label, at: label.at - blank })) };
}

export interface Placed {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

const isCopy = ({ kind, text, pieces }: Block): boolean => kind !== 'comment' && text.trim() !== '' && pieces.length > 0;
const placed = (block: Block): Placed => ({ block, from: block.pieces[0]!.from, to: block.pieces.at(-1)!.to });
