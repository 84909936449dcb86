import { appendFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Report } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import { FORMATS } from '../report/formats.ts';
import type { FormatOptions, RuleFacts } from '../report/formats.ts';
import type { Destination } from './destinations.ts';
import type { Io } from './io.ts';
import { gitRoot, writeOutput } from './output.ts';

/** Writes the report in every format that was asked for. `color` is for the standard output only. */
export async function writeReports(
  report: Report,
  destinations: readonly Destination[],
  { rules, color }: { readonly rules: ReadonlyMap<string, RuleFacts>; readonly color: boolean },
  io: Io,
): Promise<void> {
  const shared: FormatOptions = { cwd: io.cwd, prefix: prefixOf(io), rules };
  for (const { format, file } of destinations) {
    const formatter = await FORMATS[format]!();
    const text = formatter(report, file === undefined ? { ...shared, color, width: io.width } : shared);
    await writeOutput(text, file, io);
  }
  if (destinations.some(({ format }) => format === 'github')) await writeJobSummary(report, shared, io);
}

/** GitHub shows a few annotations; the summary of the job has room for the rest. */
async function writeJobSummary(report: Report, options: FormatOptions, { env }: Io): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const { formatSummary } = await import('../report/markdown.ts');
  try {
    // Steps before this one may have written to it.
    appendFileSync(file, formatSummary(report, options));
  } catch (cause) {
    throw new PromolintError(
      'output-unwritable',
      `The job summary cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
      {
        where: 'GITHUB_STEP_SUMMARY',
        hint: 'Unset GITHUB_STEP_SUMMARY to go without it.',
        cause,
      },
    );
  }
}

/** The way from the root of the repository to the working folder, with a slash at its end unless it is empty. */
function prefixOf({ cwd, env }: Io): string {
  const named = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'];
  const way = relative(named && isWithin(cwd, resolve(named)) ? resolve(named) : gitRoot(cwd), cwd);
  return way === '' ? '' : `${way.split(sep).join('/')}/`;
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);
