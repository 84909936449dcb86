import type { Command } from 'commander';
import type { ExitCode, Io } from './io.ts';
import { list } from './setup-commands.ts';
import type { SuppressionsOptions } from './suppressions.ts';

/** The commands about findings that do not count, and why. Loaded when they are asked for. */
export function addTrailCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  runOptions(program.command('suppressions'))
    .description(
      'list what pages say to silence rules: where, why, who answers for it, until when, and whether it still does something',
    )
    .argument('[path...]', 'as for a run')
    .option('-f, --format <name>', 'text, json or csv', 'text')
    .option('-o, --output-file <file>', 'write the list to a file')
    .option('--cache', 'keep results, and reuse them for files that did not change')
    .option('--color', 'colour the list')
    .option('--no-color', 'do not colour it')
    .action(async (paths: string[], options: SuppressionsOptions) => {
      const { suppressionsCommand } = await import('./suppressions.ts');
      done(await suppressionsCommand(paths, options, io));
    });
}

/** What decides about the findings of a run. */
const runOptions = (command: Command): Command =>
  command
    .option('-c, --config <file>', 'use this configuration')
    .option('--no-config', 'look for no configuration')
    .option('--profile <names>', 'as for a run', list)
    .option('--product <type>', 'as for a run')
    .option('--as-of <date>', 'the date of the run, YYYY-MM-DD (default: today)')
    .option('--no-code', 'refuse configurations and packs that bring code');
