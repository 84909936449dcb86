import type { Entry, Problem } from './entry.ts';
import { ExactIndex } from './exact.ts';
import { whereOf } from './load.ts';
import type { Wording } from './wording.ts';
import type { Word } from './words.ts';

/** Wordings of different claims that the same sentence matches: which of the two holds, nobody could say. */
export function findOverlaps(entries: readonly Entry[]): Problem[] {
  const index = new ExactIndex<Entry>();
  for (const entry of entries) for (const wording of entry.wordings) index.add(entry, wording);
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const entry of entries)
    for (const wording of entry.wordings)
      for (const words of samplesOf(wording)) {
        const others = index
          .find(words)
          .filter(({ owner, first, last }) => owner !== entry && first === 0 && last === words.length - 1);
        for (const { owner: other } of others) {
          const pair = [entry.id, other.id].sort().join('\0');
          if (told.has(pair) || !meet(entry, other)) continue;
          told.add(pair);
          problems.push({
            level: 'warning',
            where: whereOf(entry),
            message: `A sentence can match both "${entry.id}" and "${other.id}".`,
            hint: hintFor(entry, other),
          });
        }
      }
  return problems;
}

function hintFor(a: Entry, b: Entry): string {
  const [blocked, free] = a.status === 'withdrawn' || a.status === 'suspended' ? [a, b] : [b, a];
  if ((blocked.status === 'withdrawn' || blocked.status === 'suspended') && free.status === 'approved')
    return `"${blocked.id}" is ${blocked.status}, and that wins over the approval of "${free.id}".`;
  return 'Join them, or make their words, markets or audiences differ.';
}

/** Whether there is a page for which both hold. */
const meet = (a: Entry, b: Entry): boolean => shareOne(a.audiences, b.audiences) && shareMarket(a.markets, b.markets);

const shareOne = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((each) => b.includes(each));

const shareMarket = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 ||
  b.length === 0 ||
  a.some((one) => b.some((other) => one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)));

/** Sentences that a wording matches: one for each option of a choice, and the first options of all others. */
function samplesOf({ parts }: Wording): Word[][] {
  const sample = (varied: number, option: number): Word[] =>
    parts
      .flatMap((part, index): { key: string; value?: number }[] => {
        switch (part.kind) {
          case 'word':
            return [{ key: part.key, ...(/^\d/.test(part.key) ? { value: Number(part.key) } : {}) }];
          case 'number': {
            const value = Number.isFinite(part.from) ? part.from : 1;
            return [{ key: String(value), value }];
          }
          case 'words':
            return [{ key: '\0any' }];
          case 'choice':
            return part.options[index === varied ? option : 0]!.map((key) => ({ key }));
        }
      })
      .map((word, token) => ({ ...word, token }));
  const varied = parts.flatMap((part, index) =>
    part.kind === 'choice' ? part.options.slice(1, MOST_OPTIONS).map((_, option) => sample(index, option + 1)) : [],
  );
  return [sample(-1, 0), ...varied];
}

const MOST_OPTIONS = 50;
