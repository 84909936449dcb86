import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { passagesOf } from '../../src/analyse/impression/passages.ts';
import { signsOf } from '../../src/analyse/impression/signs.ts';
import { defaultConfig } from '../../src/config/settings.ts';
import { Linter, type Copy } from '../../src/lint.ts';
import { loadBuiltIn } from '../../src/load/built-in.ts';
import { toSource } from '../../src/parse/text-map.ts';
import type { Format, Product, Severity } from '../../src/rule.ts';
import { labelledPages } from '../accuracy/judge.ts';

/** A labelled passage as the fit sees it: signs, and no word of the copy. */
export interface Sample {
  /** Whether it is to be marked; undefined of one that only stands beside others. */
  readonly flag: boolean | undefined;
  readonly signs: ReadonlyMap<string, number>;
  /** The gravest finding on it today, from rules that read meaning. */
  readonly found: Severity | undefined;
  readonly weight: number;
  /** The page it is of, and which passage of it. */
  readonly page: object;
  readonly index: number;
}

type Label = 'flag' | 'clean' | 'skip';
interface Case {
  readonly text: string;
  readonly format: 'md' | 'html' | 'txt';
  readonly profile?: string;
  readonly label?: boolean;
  readonly spans?: readonly { readonly start: number; readonly end: number; readonly optional?: boolean }[];
  readonly passages?: readonly { readonly start: number; readonly end: number; readonly flag: boolean }[];
}

const FORMATS: Readonly<Record<Case['format'], Format>> = { md: 'markdown', html: 'html', txt: 'text' };
const NOT_MEANING = new Set(['phi', 'privacy-tech', 'literacy', 'inclusive']);
const ITSELF = 'efficacy/net-impression';

/** All labelled passages of a folder as fixtures/corpus, or of a file of cases. */
export function samplesOf(path: string, weight: number): Sample[] {
  const linter = new Linter([loadBuiltIn()]);
  const samples: Sample[] = [];
  const read = (copy: Copy, profiles: string, product: Product | undefined, labelOf: (from: number, to: number) => Label): void => {
    const settings = { ...defaultConfig(resolve('')), flags: { profiles: profiles.split(/[\s,]+/), ...(product && { product }) }, asOf: '2026-11-21' };
    const { page } = linter.inspect(copy, settings);
    const findings = linter.lint(copy, settings).findings.filter(({ ruleId, severity }) => severity !== 'info' && ruleId !== ITSELF && !NOT_MEANING.has(ruleId.split('/')[0]!));
    for (const [index, passage] of passagesOf(page).entries()) {
      const { from, to } = toSource(passage.block.pieces, passage.start, passage.end);
      const label = labelOf(from, to);
      const on = findings.filter(({ startOffset, endOffset }) => startOffset < to && endOffset > from);
      const found = on.some(({ severity }) => severity === 'error') ? 'error' : on.length > 0 ? 'warning' : undefined;
      samples.push({ flag: label === 'skip' ? undefined : label === 'flag', signs: signsOf(page, passage), found, weight, page, index });
    }
  };
  if (statSync(path).isDirectory())
    for (const { copy, profile, product, verdictAt } of labelledPages(path))
      read(copy, profile, product, (from, to) => {
        const verdict = verdictAt(from, to);
        return verdict === 'maybe' ? 'skip' : verdict;
      });
  else
    for (const [i, line] of readFileSync(path, 'utf8').trim().split('\n').entries()) {
      const { text, format, profile = 'us-provider', label, spans, passages } = JSON.parse(line) as Case;
      const name = join(basename(path), `${i}.${format}`);
      const copy = { path: name, absolutePath: resolve(name), format: FORMATS[format], mdx: false, source: text };
      read(copy, profile, undefined, (from, to) => {
        const touches = ({ start, end }: { readonly start: number; readonly end: number }) => start < to && end > from;
        if (spans) return spans.some((span) => touches(span) && !span.optional) ? 'flag' : spans.some(touches) ? 'skip' : 'clean';
        if (passages) return passages.some((span) => touches(span) && span.flag) ? 'flag' : passages.some(touches) ? 'clean' : 'skip';
        return label ? 'flag' : 'clean';
      });
    }
  return samples;
}
