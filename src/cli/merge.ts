import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { mergeReports } from '../merge/merge.ts';
import { Holder, Streamed, jsonParts } from '../report/json-text.ts';
import { fails, readFailing } from './failing.ts';
import type { FailingOptions } from './failing.ts';
import type { ExitCode, Io } from './io.ts';
import { checkWritable, writeOutput } from './output.ts';

export interface MergeOptions extends FailingOptions {
  readonly outputFile?: string;
}

/** `promolint merge FILE…`: the report of one run, from those of its parts. */
export async function mergeCommand(files: readonly string[], options: MergeOptions, io: Io): Promise<ExitCode> {
  const failing = readFailing(options);
  if (options.outputFile !== undefined) checkWritable(options.outputFile, io);
  const { report, counts } = mergeReports(files.map((file) => ({ file, report: read(file, io) })));
  const parts = Object.entries(report).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) ? new Streamed(value) : value,
  ]);
  await writeOutput(jsonParts(new Holder(Object.fromEntries(parts) as Record<string, unknown>)), options.outputFile, io);
  return fails(counts, failing) ? 1 : 0;
}

function read(file: string, { cwd }: Io): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    const missing = code === 'ENOENT';
    throw new PromolintError(
      missing ? 'file-not-found' : 'file-unreadable',
      missing ? 'No such file.' : `Cannot be read (${code}).`,
      {
        where: file,
        hint: 'Each part of the run must have written its report: --shard 1/2 --format json --output-file part-1.json',
        cause,
      },
    );
  }
}
