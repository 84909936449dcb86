import { INVENTORY_FORMATS } from '../inventory/formats.ts';
import { collectClaims } from './claims-collect.ts';
import { withLookUps } from './claims-online.ts';
import { newSince } from './claims-since.ts';
import type { ExitCode, Io } from './io.ts';
import { wantsColor } from './color.ts';
import { oneOf } from './one-of.ts';
import { checkDecisions } from './options.ts';
import type { DecisionOptions } from './options.ts';
import { checkWritable, writeOutput } from './output.ts';
import { openProjects } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface ClaimsOptions extends ConfigOptions, DecisionOptions {
  readonly format: string;
  readonly outputFile?: string;
  /** A commit, branch or tag. */
  readonly newSince?: string;
  /** Look sources up. */
  readonly online?: boolean;
  readonly color?: boolean;
}

/** `promolint claims [path…]` */
export async function claimsCommand(paths: readonly string[], options: ClaimsOptions, io: Io): Promise<ExitCode> {
  const write = INVENTORY_FORMATS[oneOf(options.format, '--format', Object.keys(INVENTORY_FORMATS))]!;
  const decisions = checkDecisions(options);
  if (options.outputFile !== undefined) checkWritable(options.outputFile, io);
  const projects = openProjects(options, decisions, io);
  const { rows: all, registered, faults } = await collectClaims(paths, projects, io);
  const since = options.newSince;
  const wanted = since === undefined ? all : await newSince(since, all, projects, io);
  const rows = options.online ? await withLookUps(wanted, io) : wanted;
  const toFile = options.outputFile !== undefined;
  const text = write(
    { asOf: decisions.asOf, since, registered, rows },
    { color: !toFile && wantsColor(options.color, io), width: toFile ? undefined : io.width },
  );
  await writeOutput(text, options.outputFile, io);
  return faults > 0 ? 3 : 0;
}
