import type { Command } from 'commander';
import { list } from './setup-commands.ts';

/** What decides about the findings of a run, for the commands that make one of their own. */
export const runOptions = (command: Command): Command =>
  command
    .option('-c, --config <file>', 'use this configuration')
    .option('--no-config', 'look for no configuration')
    .option('--profile <names>', 'as for a run', list)
    .option('--product <type>', 'as for a run')
    .option('--as-of <date>', 'the date of the run, YYYY-MM-DD (default: today)')
    .option('--no-code', 'refuse configurations and packs that bring code');
