import { BaselineFile } from '../baseline/file.ts';
import { SUPPRESSION_FORMATS, listSuppressions } from '../report/suppressions.ts';
import { checkFiles } from './check-files.ts';
import { wantsColor } from './color.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { checkDecisions } from './options.ts';
import type { DecisionOptions } from './options.ts';
import { writeOutput } from './output.ts';
import { openProjects } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface SuppressionsOptions extends ConfigOptions, DecisionOptions {
  readonly format: string;
  /** Default: that of the configuration, if any. */
  readonly baseline?: string;
  readonly outputFile?: string;
  readonly cache?: boolean;
  readonly color?: boolean;
}

/** `promolint suppressions [path…]`: everything that pages say to silence rules, and what came of it. */
export async function suppressionsCommand(paths: readonly string[], options: SuppressionsOptions, io: Io): Promise<ExitCode> {
  const format = SUPPRESSION_FORMATS[oneOf(options.format, '--format', Object.keys(SUPPRESSION_FORMATS))]!;
  const projects = openProjects(options, checkDecisions(options), io);
  const path = options.baseline ?? (await projects.home()).settings.baseline;
  const baseline = path === undefined ? undefined : await countEntries(new BaselineFile(path, io.cwd));
  const { run, files, faults } = await checkFiles({ paths, cache: options.cache }, projects, io);
  const color = options.outputFile === undefined && wantsColor(options.color, io);
  await writeOutput(format(listSuppressions(run, files, baseline), color), options.outputFile, io);
  return faults > 0 ? 3 : 0;
}

async function countEntries(
  file: BaselineFile,
): Promise<{ readonly file: string; readonly findings: number; readonly files: number }> {
  const baseline = await file.read();
  return { file: file.name, findings: [...baseline.values()].flat().length, files: baseline.size };
}
