import type { JudgedPage } from './judge.ts';

/** Counts, not shares: who reads them should see how few stand behind a figure. */
export interface Figures {
  /** Blocks that a reviewer flags under the rule, and those of them on which any rule reports something. */
  readonly expected: number;
  readonly met: number;
  /** What the rule reports, and how much of it stands on a block that a reviewer flags or might. */
  readonly findings: number;
  readonly right: number;
}

export interface Totals extends Figures {
  /** Blocks that must stay silent, and those of them on which something is reported. */
  readonly clean: number;
  readonly alarmed: number;
}

/** By rule id, sorted. */
export function figuresByRule(pages: readonly JudgedPage[]): Record<string, Figures> {
  const byRule = new Map<string, { -readonly [key in keyof Figures]: number }>();
  const of = (rule: string) => {
    const known = byRule.get(rule) ?? { expected: 0, met: 0, findings: 0, right: 0 };
    byRule.set(rule, known);
    return known;
  };
  for (const { blocks, findings } of pages) {
    for (const { verdict, expected, found } of blocks)
      if (verdict === 'flag')
        for (const rule of expected) {
          of(rule).expected++;
          if (found.length > 0) of(rule).met++;
        }
    for (const { ruleId, right } of findings) {
      of(ruleId).findings++;
      if (right) of(ruleId).right++;
    }
  }
  return Object.fromEntries([...byRule].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function totalsOf(pages: readonly JudgedPage[]): Totals {
  const blocks = pages.flatMap((page) => page.blocks);
  const findings = pages.flatMap((page) => page.findings);
  const flagged = blocks.filter(({ verdict }) => verdict === 'flag');
  const clean = blocks.filter(({ verdict }) => verdict === 'clean');
  const reported = (some: typeof blocks): number => some.filter(({ found }) => found.length > 0).length;
  return {
    expected: flagged.length,
    met: reported(flagged),
    findings: findings.length,
    right: findings.filter(({ right }) => right).length,
    clean: clean.length,
    alarmed: reported(clean),
  };
}

/** What the corpus says of the rules: kept in fixtures/corpus/figures.json, shown in docs/accuracy.md and on each rule's page. */
export interface Accuracy {
  readonly profiles: Readonly<Record<string, Totals & { readonly pages: number }>>;
  readonly rules: Readonly<Record<string, Figures>>;
}

export function accuracyOf(pages: readonly JudgedPage[]): Accuracy {
  const profiles = [...new Set(pages.map(({ profile }) => profile))].sort();
  const some = (name: string) => pages.filter(({ profile }) => profile === name);
  return {
    profiles: Object.fromEntries([
      ...profiles.map((name) => [name, { pages: some(name).length, ...totalsOf(some(name)) }] as const),
      ['all', { pages: pages.length, ...totalsOf(pages) }] as const,
    ]),
    rules: figuresByRule(pages),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
export const recall = ({ met, expected }: Figures): number => share(met, expected);
export const precision = ({ right, findings }: Figures): number => share(right, findings);
