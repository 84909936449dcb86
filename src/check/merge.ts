import type { Block, Hit, Range, Severity } from '../rule.ts';
import type { Rule } from '../load/rule.ts';
import { compareSeverity } from './finding.ts';

/** A hit with its place in the source and its weight: what becomes a finding unless another says the same. */
export interface Candidate {
  readonly rule: Rule;
  readonly hit: Hit;
  readonly range: Range;
  /** Absent for a hit on an element. */
  readonly block?: Block;
  /** The words found, as a reader sees them. */
  readonly words: string;
  /** The sentence around them. */
  readonly sentence: string;
  readonly severity: Severity;
  readonly confidence: number;
}

export interface Merged extends Candidate {
  readonly also: readonly Range[];
  readonly related: readonly string[];
}

/** One finding for one passage: identical copy is joined, and of a family's findings on the same words the weightiest stays. */
export function merge(candidates: readonly Candidate[]): Merged[] {
  const ranked = [...candidates].sort(byWeight);
  return joinCopies(keepWeightiest(ranked));
}

function byWeight(a: Candidate, b: Candidate): number {
  return (
    compareSeverity(b.severity, a.severity) ||
    b.confidence - a.confidence ||
    a.rule.tier - b.rule.tier ||
    length(a.range) - length(b.range) ||
    a.range.from - b.range.from ||
    (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0)
  );
}

function keepWeightiest(ranked: readonly Candidate[]): Merged[] {
  const kept: (Candidate & { related: string[] })[] = [];
  const places = new Map<string, typeof kept>();
  for (const candidate of ranked) {
    const here = stretchesOf(candidate);
    const weightier = here
      .flatMap((stretch) => places.get(stretch) ?? [])
      .find((other) => sameWords(other.range, candidate.range));
    if (!weightier) {
      const merged = { ...candidate, related: [] };
      kept.push(merged);
      for (const stretch of here) {
        const known = places.get(stretch);
        if (known) known.push(merged);
        else places.set(stretch, [merged]);
      }
    } else if (weightier.rule.id !== candidate.rule.id && !weightier.related.includes(candidate.rule.id)) {
      weightier.related.push(candidate.rule.id);
    }
  }
  return kept.map((candidate) => ({ ...candidate, also: [], related: candidate.related.sort() }));
}

/** Stretches of the source, by family, so that a file with very many findings does not compare each with all others. */
function stretchesOf({ rule, range }: Candidate): string[] {
  const first = Math.floor(range.from / STRETCH);
  const last = Math.floor(range.to / STRETCH);
  return Array.from({ length: last - first + 1 }, (_, index) => `${rule.family} ${first + index}`);
}

const STRETCH = 1024;

/** Half of the shorter one lies in the other. */
function sameWords(a: Range, b: Range): boolean {
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  if (common < 0) return false;
  if (common === 0) return a.from === b.from && a.to === b.to;
  return common * 2 >= Math.min(length(a), length(b));
}

/** A title, a description and a heading with the same words are one thing to mend; the same words twice in the body are two. */
function joinCopies(findings: readonly Merged[]): Merged[] {
  const groups = new Map<string, Merged[]>();
  const alone: Merged[] = [];
  for (const finding of findings) {
    if (!finding.block) {
      alone.push(finding);
      continue;
    }
    const key = JSON.stringify([finding.rule.id, normalize(finding.words), normalize(finding.sentence)]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => a.range.from - b.range.from);
    const first = group.find(inBody) ?? group[0]!;
    const copies = group.filter((finding) => finding !== first && !inBody(finding));
    const related = [...new Set([first, ...copies].flatMap((finding) => finding.related))].sort();
    alone.push({ ...first, related, also: copies.map((finding) => finding.range) });
    alone.push(...group.filter((finding) => finding !== first && inBody(finding)));
  }
  return alone;
}

const inBody = ({ block }: Candidate): boolean => block?.origin === 'body';

/** The same for copy that differs in letter case, quotes, dashes, punctuation and white space only. */
export const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£+]+/gu, ' ')
    .trim();

const length = ({ from, to }: Range): number => to - from;
