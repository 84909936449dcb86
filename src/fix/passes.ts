import { compareSeverity } from '../check/finding.ts';
import type { Finding, LintedFile, Suggestion } from '../check/finding.ts';
import { Draft } from './draft.ts';
import type { Change } from './draft.ts';

/** A text, mended as far as that goes without a person. */
export interface Mended {
  readonly draft: Draft;
  /** The check of the text as it is now. */
  readonly report: LintedFile;
  /** What was done, in order. */
  readonly applied: readonly { readonly ruleId: string; readonly title: string }[];
}

interface Chosen {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
}

/** The same choice of a text that is otherwise another one by now. */
const keyOf = ({ finding, suggestion }: Chosen): string => `${finding.ruleId}\0${finding.fingerprint}\0${suggestion.title}`;

/** Nobody has so many things to mend in a page; each pass but the last mends something. */
const MOST_PASSES = 1000;

/**
 * Carries out the automatic suggestions in passes, until none is left that does what it should: to take its finding away, and to
 * make no other. What overlaps waits for the next pass. `wanted` says which findings to mend.
 */
export function mend(source: string, lint: (source: string) => LintedFile, wanted: (finding: Finding) => boolean = () => true): Mended {
  let draft = Draft.of(source);
  let report = lint(source);
  const applied: Mended['applied'][number][] = [];
  const refused = new Set<string>();
  const met = new Set([source]);
  let mended = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const chosen = choose(report.findings.filter(wanted), refused);
    if (chosen.length > 0) tryAll(chosen);
    else if (applied.length === mended) break;
    else {
      // What did not work may work now. A run that ends here is a run that would change nothing if it began here.
      mended = applied.length;
      refused.clear();
    }
  }
  return { draft, report, applied };

  /** All at once where that works, else the first that works by itself. Those that do not work are not tried again for now. */
  function tryAll(chosen: readonly Chosen[]): void {
    if (attempt(chosen)) return;
    for (const each of chosen) {
      if (chosen.length > 1 && attempt([each])) return;
      refused.add(keyOf(each));
    }
  }

  function attempt(chosen: readonly Chosen[]): boolean {
    const edits = chosen.flatMap(({ suggestion }) => suggestion.edits);
    const next = draft.with(edits);
    const { text } = next;
    if (met.has(text)) return false;
    const after = lint(text);
    const findings = chosen.map(({ finding }) => finding);
    if (!isBetter(report, after, findings, edits)) return false;
    applied.push(...chosen.map(({ finding, suggestion }) => ({ ruleId: finding.ruleId, title: suggestion.title })));
    met.add(text);
    draft = next;
    report = after;
    return true;
  }
}

/** The first automatic suggestion of each finding that does not touch what an earlier one changes. */
function choose(findings: readonly Finding[], refused: ReadonlySet<string>): Chosen[] {
  const chosen: Chosen[] = [];
  for (const finding of findings) {
    const suggestion = finding.suggestions.find((each) => each.automatic && !refused.has(keyOf({ finding, suggestion: each })));
    if (suggestion && !chosen.some((other) => touches(other.suggestion, suggestion))) chosen.push({ finding, suggestion });
  }
  return chosen;
}

const touches = (a: Suggestion, b: Suggestion): boolean =>
  a.edits.some((one) => b.edits.some((other) => one.startOffset <= other.endOffset && other.startOffset <= one.endOffset));

/** Each of the findings is gone from its place, and no rule finds more than before, nor graver things. */
export function isBetter(before: LintedFile, after: LintedFile, mended: readonly Finding[], edits: readonly Change[]): boolean {
  const stays = mended.some((finding) => {
    const [least, most] = placesAfter(finding.startOffset, edits);
    return after.findings.some(
      ({ ruleId, message, startOffset }) =>
        ruleId === finding.ruleId && message === finding.message && least <= startOffset && startOffset <= most,
    );
  });
  if (stays) return false;
  const known = tally(before.findings);
  for (const [ruleId, { places, worst }] of tally(after.findings)) {
    const was = known.get(ruleId);
    if (!was || places > was.places || compareSeverity(worst, was.worst) > 0) return false;
  }
  return true;
}

/** Where an offset is once the edits are made; they may put words right before it. */
function placesAfter(offset: number, edits: readonly Change[]): readonly [number, number] {
  let least = offset;
  let inserted = 0;
  for (const { startOffset, endOffset, text } of edits) {
    if (startOffset < offset && endOffset <= offset) least += text.length - (endOffset - startOffset);
    else if (startOffset === offset && endOffset === offset) inserted += text.length;
  }
  return [least, least + inserted];
}

interface Count {
  places: number;
  worst: Finding['severity'];
}

/** How much each rule has to say; one that weighs less on the same words counts as well. */
function tally(findings: readonly Finding[]): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { severity, also, related, ruleId } of findings) {
    for (const id of [ruleId, ...related]) {
      const count = counts.get(id);
      const places = 1 + also.length;
      if (!count) counts.set(id, { places, worst: severity });
      else {
        count.places += places;
        if (compareSeverity(severity, count.worst) > 0) count.worst = severity;
      }
    }
  }
  return counts;
}
