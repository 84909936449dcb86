import type { Block, BlockKind, Document, Element, Hit, Origin, Page, Piece } from '../../src/rule.ts';
import type { Rule } from '../../src/load/rule.ts';
import type { RawHit } from '../../src/match/rule-set.ts';
import { check } from '../../src/check/run.ts';
import type { CheckContext } from '../../src/check/run.ts';
import type { Finding } from '../../src/check/finding.ts';

export interface BlockSketch {
  readonly pieces: readonly Piece[];
  readonly kind?: BlockKind;
  readonly origin?: Origin;
}

/** Text that stands in the source unchanged, from the first place at or after `from`. */
export function slice(source: string, text: string, from = 0): BlockSketch {
  const at = source.indexOf(text, from);
  if (at < 0) throw new Error(`"${text}" is not in the source`);
  return { pieces: [{ text, from: at, to: at + text.length }] };
}

/** A page with just what check/ asks of it: blocks, and one sentence a block. */
export function pageOf(
  source: string,
  sketches: readonly BlockSketch[],
  elements: readonly Element[] = [],
  names: readonly string[] = [],
): Page {
  const blocks = sketches.map(({ pieces, kind = 'paragraph', origin = 'body' }, index): Block => {
    const text = pieces.map((piece) => piece.text).join('');
    return {
      index,
      kind,
      origin,
      text,
      pieces,
      region: 'main',
      quoted: false,
      hidden: false,
      tucked: false,
      classes: [],
      links: [],
      marks: [],
    };
  });
  const document: Document = { path: 'page.md', format: 'markdown', source, blocks, elements, frontMatter: {}, notices: [] };
  return {
    document,
    identities: names.map((name) => {
      const block = blocks.find(({ text }) => text.includes(name));
      const start = block?.text.indexOf(name) ?? source.indexOf(name);
      const end = start + name.length;
      return { kind: 'name', at: block ? { block, start, end } : { from: start, to: end } };
    }),
    suspects: [],
    context: { profiles: ['us-provider'] },
    impressions: [],
    claimsOf: () => [],
    sentencesOf: (block: Block) => [{ index: block.index, block, start: 0, end: block.text.length, text: block.text }],
  } as unknown as Page;
}

export function ruleOf(id: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    family: id.split('/')[0] as Rule['family'],
    title: 'A title',
    tier: 1,
    severity: 'error',
    profiles: 'all',
    products: ['any'],
    jurisdictions: [],
    messages: { default: '"{match}" is wrong.' },
    why: 'Because it is.',
    fix: 'Write something else.',
    basis: [{ source: 'act', at: 'Act s. 1', says: 'Do not.', checked: 'memory' }],
    match: [],
    ...more,
  };
}

/** A hit on the words in a block. */
export function hitOn(page: Page, rule: Rule, words: string, more: Partial<Hit> = {}, blockIndex?: number): RawHit {
  const block =
    blockIndex === undefined ? page.document.blocks.find(({ text }) => text.includes(words)) : page.document.blocks[blockIndex];
  const start = block?.text.indexOf(words) ?? -1;
  if (!block || start < 0) throw new Error(`"${words}" is in no block`);
  return { rule, hit: { at: { block, start, end: start + words.length }, ...more } };
}

const CONTEXT: CheckContext = {
  profiles: ['us-provider'],
  product: 'provider-service',
  rules: {},
  asOf: '2026-11-21',
  suppressions: {},
  known: new Map(),
  sourcesOf: () => ({ act: { title: 'The Act', address: 'https://example.com/act' } }),
  suggestionsFor: () => [],
  docsOf: ({ id }) => `docs/rules/${id}.md`,
};

export const findings = (page: Page, hits: readonly RawHit[], more: Partial<CheckContext> = {}): readonly Finding[] =>
  check(page, hits, { ...CONTEXT, ...more }).findings;
