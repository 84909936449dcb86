import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { newRule } from '../load/new-rule.ts';
import type { ExitCode, Io } from './io.ts';

/** `promolint new ID` */
export async function newCommand(id: string, io: Io): Promise<ExitCode> {
  // In promolint itself and in a pack's repository the rules stand in rules/; a pack may also be the working folder.
  const folder = existsSync(join(io.cwd, 'pack.yaml')) ? io.cwd : join(io.cwd, 'rules');
  const [rule, examples] = newRule(id, folder).map((path) => relative(io.cwd, path));
  await io.out(`Wrote ${rule} and ${examples}.\nFill the blanks, then run: promolint test ${rule} --watch\n`);
  return 0;
}
