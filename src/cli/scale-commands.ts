import type { Command } from 'commander';
import type { ExitCode, Io } from './io.ts';
import type { MergeOptions } from './merge.ts';

/** The commands for runs on several machines. Loaded when they are asked for. */
export function addScaleCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('merge')
    .description('join the JSON or SARIF reports of --shard to that of one run')
    .argument('<file...>', 'the reports of all parts')
    .option('-o, --output-file <file>', 'write the report there')
    .option('--max-warnings <n>', 'as for a run')
    .option('--fail-on <level>', 'as for a run', 'error')
    .action(async (files: string[], options: MergeOptions) => {
      const { mergeCommand } = await import('./merge.ts');
      done(await mergeCommand(files, options, io));
    });
}
