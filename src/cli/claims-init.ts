import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { draftRegister } from '../inventory/draft.ts';
import { collectClaims } from './claims-collect.ts';
import type { ExitCode, Io } from './io.ts';
import { checkDecisions } from './options.ts';
import type { DecisionOptions } from './options.ts';
import { writeOutput } from './output.ts';
import { openProjects } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface ClaimsInitOptions extends ConfigOptions, DecisionOptions {
  readonly outputFile: string;
}

/** `promolint claims init [path…]` */
export async function claimsInitCommand(paths: readonly string[], options: ClaimsInitOptions, io: Io): Promise<ExitCode> {
  const { outputFile: file } = options;
  if (existsSync(resolve(io.cwd, file)))
    throw new PromolintError('bad-option', 'There is a register already.', {
      where: file,
      hint: 'Name another file with --output-file.',
    });
  const projects = openProjects(options, checkDecisions(options), io);
  const { rows, registered, faults } = await collectClaims(paths, projects, io);
  // A project that has a register wants what it lacks.
  const wanted = rows.filter(({ state }) => state === 'unregistered' || state === 'unchecked');
  const { text, claims, left } = draftRegister(wanted);
  await writeOutput(text, file, io);
  const named = registered ? '' : `Name it in promolint.config.yaml: register: ${file}\n`;
  const hidden = left > 0 ? `${left} left out, since they hold data of a person.\n` : '';
  await io.out(`Wrote ${claims} draft ${claims === 1 ? 'claim' : 'claims'} to ${file}.\n${hidden}${named}`);
  return faults > 0 ? 3 : 0;
}
