import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';

/** `-f NAME` or `-o FILE`, as they stand on the command line. */
export type ReportArgument = { readonly format: string } | { readonly file: string };

/** Where the report goes in one format. */
export interface Destination {
  readonly format: string;
  /** As the user wrote it; absent for the standard output. */
  readonly file?: string;
}

/**
 * Pairs formats with files in the order of the command line: a file belongs to the format before it, or, where there is none or it
 * has a file already, to the next one. Without any format, the text goes to the file.
 * @throws PromolintError `bad-option` for two reports in one place, and for a file without a format
 */
export function pairReports(given: readonly ReportArgument[], cwd: string): Destination[] {
  const pairs: { format: string; file?: string }[] = [];
  let waiting: string | undefined;
  for (const argument of given) {
    const last = pairs.at(-1);
    if ('format' in argument) {
      pairs.push({ format: argument.format, file: waiting });
      waiting = undefined;
    } else if (waiting !== undefined) throw withoutFormat(argument.file);
    else if (last && last.file === undefined) last.file = argument.file;
    else waiting = argument.file;
  }
  if (pairs.length === 0) pairs.push({ format: 'text', file: waiting });
  else if (waiting !== undefined) throw withoutFormat(waiting);
  refuseTwoInOne(pairs, cwd);
  return pairs;
}

function refuseTwoInOne(pairs: readonly Destination[], cwd: string): void {
  const known = new Map<string | undefined, Destination>();
  for (const pair of pairs) {
    const place = pair.file === undefined ? undefined : realPath(resolve(cwd, pair.file));
    const other = known.get(place);
    if (other)
      throw new PromolintError(
        'bad-option',
        `"${other.format}" and "${pair.format}" cannot both go to ${pair.file === undefined ? 'the standard output' : `"${pair.file}"`}.`,
        { where: pair.file === undefined ? 'option --format' : 'option --output-file', hint: HINT },
      );
    known.set(place, pair);
  }
}

const withoutFormat = (file: string): PromolintError =>
  new PromolintError('bad-option', `No format is left for "${file}".`, { where: 'option --output-file', hint: HINT });

const HINT = 'Give each format a file of its own: -f sarif -o report.sarif -f html -o report.html';

/** The same for two names of one file, whether it exists yet or not. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return path;
    }
  }
}
