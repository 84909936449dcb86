import type { Command } from 'commander';
import { ADDITIONS } from '../init/additions.ts';
import type { InitOptions } from './init.ts';
import type { ExitCode, Io } from './io.ts';
import type { PrintConfigOptions } from './print-config.ts';

type Collect = (text: string, before?: readonly string[]) => string[];

/** Words between commas; may repeat. */
export const list: Collect = (text, before = []) => [...before, ...text.split(',').map((item) => item.trim())];

/** The option as often as it is given. */
export const several: Collect = (text, before = []) => [...before, text];

/** The commands that set promolint up in a project. Each is loaded when it is asked for, since a plain run needs none of them. */
export function addSetupCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write promolint.config.yaml for this site: asks on a terminal, or takes the options')
    .option('--profile <names>', 'who advertises, under which law', list)
    .option('--product <type>', 'what is advertised')
    .option('--name <name>', "the organization's own name; may repeat", several)
    .option('--with <files>', `write these too: ${ADDITIONS.join(', ')}`, list)
    .option('-y, --yes', 'ask nothing')
    .action(async (options: InitOptions) => {
      const { initCommand } = await import('./init.ts');
      done(await initCommand(options, io));
    });
  program
    .command('print-config')
    .description('what holds for a file, and where each value comes from')
    .argument('[file]', 'file or folder; it does not need to exist', '.')
    .option('-f, --format <name>', 'text or json', 'text')
    .option('-c, --config <file>', 'use this configuration')
    .option('--no-config', 'look for no configuration')
    .option('--profile <names>', 'as for a run', list)
    .option('--product <type>', 'as for a run')
    .option('--rule <id=level>', 'as for a run; may repeat', several)
    .option('--no-code', 'refuse configurations and packs that bring code')
    .action(async (file: string, options: PrintConfigOptions) => {
      const { printConfigCommand } = await import('./print-config.ts');
      done(await printConfigCommand(file, options, io));
    });
  program
    .command('lsp')
    .description('serve an editor over the Language Server Protocol, on standard input and output')
    .option('--stdio', 'what editors add; there is no other way')
    .option('--no-code', 'refuse configurations and packs that bring code')
    .action(async (options: { readonly code?: boolean }) => {
      const { lspCommand } = await import('./lsp.ts');
      done(await lspCommand(options, io));
    });
  program
    .command('completion')
    .description('print a script that completes what you type: bash, zsh or fish')
    .argument('<shell>', 'bash, zsh or fish')
    .action(async (shell: string) => {
      const { completionCommand } = await import('./completion.ts');
      done(await completionCommand(shell, program, io));
    });
}
