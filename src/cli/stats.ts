import type { Stopwatch } from '../clock.ts';

export interface RunCounts {
  readonly files: number;
  /** Of the files, those whose results were known. */
  readonly cached: number;
  readonly skipped: number;
  /** UTF-16 code units of copy that was checked or known. */
  readonly length: number;
  /** Of the whole run, in milliseconds. */
  readonly time: number;
}

/** The rules that take most of the time; the others are added up. */
const MOST = 15;

/** Where the time of a run went: numbers and names of our own, and not a word of the copy. */
export function formatStats({ rooms, rules, counts }: Stopwatch, { files, cached, skipped, length, time }: RunCounts): string {
  const measured = [...rooms.values()].reduce((sum, each) => sum + each, 0);
  const byTime = [...rules].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const others = byTime.slice(MOST).reduce((sum, [, each]) => sum + each, 0);
  return [
    `${files} ${files === 1 ? 'file' : 'files'} in ${seconds(time)}: ${files - cached} checked, ${cached} from the cache; ` +
      `${skipped} not read; ${Math.round(length / 1000)} thousand characters.`,
    '',
    'By step',
    ...table([...rooms, ['everything else', Math.max(time - measured, 0)]], time),
    ...(byTime.length > 0
      ? [
          '',
          'By rule, within match',
          ...table([...byTime.slice(0, MOST), ...(others > 0 ? [['all others', others] as const] : [])], time),
        ]
      : []),
    ...(counts.size > 0 ? ['', 'Work done', ...Array.from(counts, ([what, many]) => `  ${what.padEnd(widest(counts))}  ${String(many).padStart(9)}`)] : []),
    '',
  ].join('\n');
}

const widest = (named: ReadonlyMap<string, number>): number => Math.max(...Array.from(named.keys(), (name) => name.length));

function table(rows: readonly (readonly [string, number])[], whole: number): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, time]) => {
    const share = whole > 0 ? Math.round((100 * time) / whole) : 0;
    return `  ${name.padEnd(width)}  ${seconds(time).padStart(9)}  ${String(share).padStart(3)} %`;
  });
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(3)} s`;
