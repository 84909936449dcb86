import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Entry, Problem } from './entry.ts';
import { whereOf } from './load.ts';
import type { ReadRegister } from './load.ts';
import { findOverlaps } from './overlap.ts';

/** How many days before its review a claim is named. */
export const SOON = 60;

/** Everything wrong or soon wrong with a register, in the order of its files. `cwd` is what the names of its files are relative to; `more` is what others found. */
export function auditRegister(
  { entries, problems }: ReadRegister,
  asOf: string,
  cwd: string,
  more: readonly Problem[] = [],
): Problem[] {
  const found = entries.flatMap((entry) => [...datesOf(entry, asOf), ...sourcesOf(entry, cwd)]);
  return [...problems, ...findOverlaps(entries), ...found, ...more].sort((a, b) => comparePlaces(a.where, b.where));
}

function datesOf(entry: Entry, asOf: string): Problem[] {
  const { id, status, reviewBy } = entry;
  if (status !== 'approved') return [];
  const problem = (key: string | undefined, message: string, hint: string): Problem[] => [
    { level: 'warning', where: whereOf(entry, key), message, hint },
  ];
  if (reviewBy === undefined)
    return problem(undefined, `The claim "${id}" has no day of review.`, 'Write review_by: YYYY-MM-DD; evidence ages.');
  if (reviewBy < asOf)
    return problem('review_by', `The claim "${id}" expired: its review was due on ${reviewBy}.`, 'Review it, or withdraw it.');
  const days = Math.round((Date.parse(reviewBy) - Date.parse(asOf)) / 86_400_000);
  if (days <= SOON)
    return problem('review_by', `The claim "${id}" expires in ${days} days, on ${reviewBy}.`, 'Review it before then.');
  return [];
}

function sourcesOf(entry: Entry, cwd: string): Problem[] {
  const { id, status, references } = entry;
  if (status === 'approved' && references.length === 0)
    return [
      {
        level: 'warning',
        where: whereOf(entry),
        message: `The approved claim "${id}" names no source.`,
        hint: 'List what it rests on under "references".',
      },
    ];
  return references.flatMap(({ file }): Problem[] => {
    if (file === undefined || existsSync(resolve(cwd, dirname(entry.place().file), file))) return [];
    return [
      {
        level: 'error',
        where: whereOf(entry, 'references'),
        message: `The claim "${id}" rests on "${file}", which is not there.`,
        hint: 'Paths are relative to the register.',
      },
    ];
  });
}

function comparePlaces(a: string, b: string): number {
  const [fileA, lineA, columnA] = split(a);
  const [fileB, lineB, columnB] = split(b);
  return fileA < fileB ? -1 : fileA > fileB ? 1 : lineA - lineB || columnA - columnB;
}

function split(where: string): [string, number, number] {
  const match = /^(.*):(\d+):(\d+)$/.exec(where);
  return match ? [match[1]!, Number(match[2]), Number(match[3])] : [where, 0, 0];
}
