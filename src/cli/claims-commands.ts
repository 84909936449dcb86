import type { Command } from 'commander';
import type { ClaimsCheckOptions } from './claims-check.ts';
import type { ClaimsInitOptions } from './claims-init.ts';
import type { ClaimsOptions } from './claims.ts';
import type { ExitCode, Io } from './io.ts';
import { runOptions } from './run-options.ts';

/** The commands around the register of approved claims. Each is loaded when it is asked for, since a plain run needs none of them. */
export function addClaimsCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const claims = runOptions(
    program.command('claims').description('the claims of a site, and what the register of approved claims says of each'),
  )
    .enablePositionalOptions()
    .argument('[path...]', 'files, folders or globs; none means the current folder')
    .option('-f, --format <name>', 'table, csv, json or html', 'table')
    .option('-o, --output-file <file>', 'write it to a file')
    .option('--new-since <ref>', 'only claims that the copy did not make at this commit, branch or tag')
    .option('--online', ONLINE)
    .option('--color', 'colour the table')
    .option('--no-color', 'do not colour it')
    .action(async (paths: string[], options: ClaimsOptions) => {
      const { claimsCommand } = await import('./claims.ts');
      done(await claimsCommand(paths, options, io));
    });
  runOptions(claims.command('init').description('draft a register from the claims that the copy makes'))
    .argument('[path...]', 'files, folders or globs; none means the current folder')
    .option('-o, --output-file <file>', 'the register to write', 'claims.yaml')
    .action(async (paths: string[], options: ClaimsInitOptions) => {
      const { claimsInitCommand } = await import('./claims-init.ts');
      done(await claimsInitCommand(paths, options, io));
    });
  claims
    .command('check')
    .description('check the register itself: dates, sources, wordings that overlap')
    .argument('[register]', 'a file or folder; default: what the configuration names')
    .option('-f, --format <name>', 'text or json', 'text')
    .option('-c, --config <file>', 'use this configuration')
    .option('--no-config', 'look for no configuration')
    .option('--as-of <date>', 'the date of the run, YYYY-MM-DD (default: today)')
    .option('--online', ONLINE)
    .option('--no-code', 'refuse configurations that are code')
    .action(async (register: string | undefined, options: ClaimsCheckOptions) => {
      const { claimsCheckCommand } = await import('./claims-check.ts');
      done(await claimsCheckCommand(register, options, io));
    });
}

const ONLINE = 'ask Crossref, PubMed and the linked sites whether sources are retracted or gone; sends identifiers only';
