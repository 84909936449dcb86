import { sameText } from '../check/fingerprint.ts';
import type { Finding } from '../check/finding.ts';
import type { Baseline, Entry } from './baseline.ts';

/** A file that was read, by its path as the baseline has it. */
export interface ReadFile {
  readonly path: string;
  readonly findings: readonly Finding[];
}

export interface PlacedEntry extends Entry {
  readonly path: string;
}

export interface Comparison {
  /** Findings that the baseline knows, though perhaps from another place. */
  readonly known: ReadonlySet<Finding>;
  /** Entries that no finding is left of. */
  readonly fixed: readonly PlacedEntry[];
  /** Entries of files, or of rules, that this run did not look at. */
  readonly unseen: readonly PlacedEntry[];
}

/**
 * Holds findings against a baseline, one to one: where a sentence stood twice and stands three times, one of them is new. An entry
 * follows its text through the file, and to another file where it is gone from its own. `isGone`: whether a file is no more;
 * `looksFor`: whether this run reports a rule at all.
 */
export function compareWithBaseline(
  baseline: Baseline,
  files: readonly ReadFile[],
  { isGone, looksFor }: { isGone(path: string): boolean; looksFor(ruleId: string): boolean },
): Comparison {
  const read = new Set(files.map(({ path }) => path));
  const unseen: PlacedEntry[] = [];
  const open = new Pool();
  for (const [path, entries] of baseline) {
    const isSeen = read.has(path) || isGone(path);
    for (const entry of entries)
      if (isSeen && looksFor(entry.ruleId)) open.add({ path, ...entry });
      else unseen.push({ path, ...entry });
  }
  const known = new Set<Finding>();
  const others: Finding[] = [];
  for (const { path, findings } of files)
    for (const finding of findings.filter(mayBeKnown)) {
      if (open.take(finding, path)) known.add(finding);
      else others.push(finding);
    }
  // What is gone from its own file may have moved.
  for (const finding of others) if (open.take(finding)) known.add(finding);
  return { known, fixed: open.left(), unseen };
}

/** What is wrong with a suppression was never there before there were suppressions. */
export const mayBeKnown = ({ family }: Finding): boolean => family !== 'suppression';

/** Entries to be taken one by one, by rule and text, wherever it stood or where it stood. */
class Pool {
  readonly #byText = new Map<string, PlacedEntry[]>();

  add(entry: PlacedEntry): void {
    const entries = this.#byText.get(keyOf(entry));
    if (entries) entries.push(entry);
    else this.#byText.set(keyOf(entry), [entry]);
  }

  /** Returns whether there was one. */
  take(finding: Entry, path?: string): boolean {
    const entries = this.#byText.get(keyOf(finding)) ?? [];
    const at = path === undefined ? entries.length - 1 : entries.findIndex((entry) => entry.path === path);
    if (at < 0) return false;
    entries.splice(at, 1);
    return true;
  }

  left(): PlacedEntry[] {
    return [...this.#byText.values()].flat().sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }
}

const keyOf = ({ ruleId, fingerprint }: Entry): string => `${ruleId} ${sameText(fingerprint)}`;
const sortKey = ({ path, ruleId, fingerprint }: PlacedEntry): string => `${path}\0${ruleId}\0${fingerprint}`;
