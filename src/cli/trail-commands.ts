import type { Command } from 'commander';
import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import type { BaselineOptions, BaselineVerb } from './baseline.ts';
import type { ExitCode, Io } from './io.ts';
import { runOptions } from './run-options.ts';
import { several } from './setup-commands.ts';
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
    .option('--baseline <file>', 'count what this baseline sets aside, too; default: that of the configuration')
    .option('--cache', 'keep results, and reuse them for files that did not change')
    .option('--color', 'colour the list')
    .option('--no-color', 'do not colour it')
    .action(async (paths: string[], options: SuppressionsOptions) => {
      const { suppressionsCommand } = await import('./suppressions.ts');
      done(await suppressionsCommand(paths, options, io));
    });
  const baseline = program
    .command('baseline')
    .description('set aside the findings that are there today, so that only new ones count')
    .usage('create|update|prune [options] [path...]')
    .argument('[verb]')
    .action((verb?: string) => {
      const known = BASELINE_VERBS.map(([name]) => name);
      const message = verb === undefined ? 'Say what to do with the baseline.' : `Unknown command "baseline ${verb}".`;
      throw new PromolintError('bad-option', message, { hint: didYouMean(verb ?? '', known) });
    });
  for (const [verb, description] of BASELINE_VERBS)
    runOptions(baseline.command(verb))
      .description(description)
      .argument('[path...]', 'as for a run; keep to the same ones')
      .option('--baseline <file>', `default: that of the configuration, else promolint-baseline.json`)
      .option('--rule <id=level>', 'as for a run; may repeat', several)
      .option('--no-phi', 'leave out findings of patient data, so that they go on counting')
      .option('--cache', 'keep results, and reuse them for files that did not change')
      .option('--force', 'with create: write over a baseline that is there')
      .action(async (paths: string[], options: BaselineOptions) => {
        const { baselineCommand } = await import('./baseline.ts');
        done(await baselineCommand(verb, paths, options, io));
      });
}

const BASELINE_VERBS: readonly (readonly [BaselineVerb, string])[] = [
  ['create', 'write a baseline of all that is found today'],
  ['update', 'take in what is new, and out what is gone'],
  ['prune', 'take out what is gone, and nothing in'],
];
