import type { Command } from 'commander';
import { loadBuiltIn } from '../load/built-in.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { SHELLS, completedCommands } from './completion/words.ts';
import { zshScript } from './completion/zsh.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';

const SCRIPTS: Readonly<Record<string, typeof bashScript>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `promolint completion SHELL`: prints a script for the shell to read. */
export async function completionCommand(shell: string, program: Command, io: Io): Promise<ExitCode> {
  const script = SCRIPTS[oneOf(shell, 'the shell', SHELLS)]!;
  const ruleIds = loadBuiltIn().rules.map(({ id }) => id);
  await io.out(script(completedCommands(program, ruleIds)));
  return 0;
}
