import { Command } from 'commander';
import { version } from '../version.ts';
import { FORMATS } from '../report/formats.ts';
import type { ReportArgument } from './destinations.ts';
import { addClaimsCommands } from './claims-commands.ts';
import type { ExitCode, Io } from './io.ts';
import { lintCommand } from './lint.ts';
import type { LintOptions } from './options.ts';
import type { RulesOptions } from './rules.ts';
import { addScaleCommands } from './scale-commands.ts';
import { addSetupCommands, list, several } from './setup-commands.ts';
import { addTrailCommands } from './trail-commands.ts';

const HELP = `
Files: .md .markdown .mdx are read as Markdown, .html .htm .xhtml as HTML, .txt as plain text.

Exit codes: 0 everything was read and nothing reaches the failing level; 1 findings; 2 the check could not be done;
3 a fault of promolint itself.

Configuration: promolint.config.yaml (or .yml, .json, .mjs, .js, .ts, or "promolint" in package.json), for each file the nearest
one upward. "promolint init" writes a first one, "promolint print-config FILE" tells what holds.
promolint does not give legal advice: a medical, legal or regulatory reviewer decides.
`;

export interface Program {
  readonly command: Command;
  /** Help and version text, which commander would write by itself. */
  readonly printed: string;
}

export function createProgram(io: Io, done: (code: ExitCode) => void): Program {
  let printed = '';
  // Which file belongs to which format follows from their order, which commander does not keep between options.
  const reports: ReportArgument[] = [];
  const command = new Command('promolint')
    .description(
      'Finds unsupported claims, missing evidence, patient privacy leaks and missing disclosures in health-marketing copy.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => 110,
      getOutHasColors: () => false,
    })
    .enablePositionalOptions()
    .argument('[path...]', 'files, folders, globs, or - for standard input; none means the current folder')
    .option('-c, --config <file>', 'use this configuration')
    .option('--no-config', 'look for no configuration')
    .option(
      '--profile <names>',
      'who advertises, under which law: us-provider, us-rx, us-device, us-supplement, uk, eu, au, ca; added: us-ca, us-fl, us-tx',
      list,
    )
    .option(
      '--product <type>',
      'what is advertised: provider-service, telehealth, rx-drug, otc, device, supplement, cosmetic, compounding, digital-health',
    )
    .option('-f, --format <name>', `${Object.keys(FORMATS).join(', ')} (default: text); may repeat, each with a file`, (format) =>
      reports.push({ format }),
    )
    .option(
      '-o, --output-file <file>',
      'write the report, in the format named before, to a file; the exit code stays the same',
      (file) => reports.push({ file }),
    )
    .option('--quiet', 'report errors only')
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings')
    .option('--fail-on <level>', 'exit with 1 from this level on: error, warning or info', 'error')
    .option('--rule <id=level>', 'set a rule to off, info, warning or error; may repeat', several)
    .option('--only <ids>', 'report these rules only', list)
    .option('--no-suppressions', 'report what pages silence, too')
    .option('--staged', 'only what the next git commit holds, as it holds it')
    .option('--changed', 'only what has changed since the last git commit')
    .option('--since <ref>', 'only what has changed since this branch left a commit, branch or tag')
    .option('--baseline <file>', 'findings that were there before and do not count, as promolint baseline create writes them')
    .option('--no-baseline', 'count all findings, whatever the configuration says')
    .option('--stdin', 'read the copy from standard input')
    .option('--stdin-filename <name>', 'the name that decides how standard input is read and which settings hold')
    .option('--input-format <name>', 'ndjson: a document a line on standard input, its findings on a line out as soon as they are known')
    .option('--cache', 'keep results, and reuse them for files that did not change')
    .option('--no-cache', 'keep and use no results (default)')
    .option('--fix', 'write what the law or your register says word for word; then report what is left')
    .option('--fix-dry-run', 'show what --fix would write, and write nothing')
    .option('--concurrency <n>', 'threads: a number, off, or auto (default): more than one where that is faster')
    .option('--shard <i/n>', 'check only this part of the files, such as 2/4; promolint merge joins the reports')
    .option('--watch', 'check again after every change, until Control-C')
    .option('--stats', 'tell on standard error where the time went, by step and by rule')
    .option(
      '--parser <name>',
      'what reads Markdown: fast (default) or remark, the reference, which finds the same and takes far longer',
    )
    .option('--as-of <date>', 'the date of the run, YYYY-MM-DD (default: today)')
    .option('--no-code', 'refuse configurations and rule packs that are code')
    .option('--color', 'colour the report')
    .option('--no-color', 'do not colour it')
    .version(version, '-v, --version')
    .helpOption('-h, --help')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: LintOptions) => done(await lintCommand(paths, { ...options, reports }, io)));

  addSetupCommands(command, io, done);
  addTrailCommands(command, io, done);
  addClaimsCommands(command, io, done);
  addScaleCommands(command, io, done);
  command
    .command('rules')
    .description('list all rules')
    .option('-f, --format <name>', 'text or json', 'text')
    .option('-c, --config <file>', 'use this configuration, for its packs')
    .option('--no-config', 'built-in rules only')
    .action(async (options: RulesOptions) => {
      const { rulesCommand } = await import('./rules.ts');
      done(await rulesCommand(options, io));
    });
  command
    .command('explain')
    .description('what a rule finds, why, what to write instead, and on which law it rests')
    .argument('<id>', 'for example efficacy/cure-claim')
    .option('-c, --config <file>', 'use this configuration, for its packs')
    .option('--no-config', 'built-in rules only')
    .action(async (id: string, options: Pick<RulesOptions, 'config'>) => {
      const { explainCommand } = await import('./explain.ts');
      done(await explainCommand(id, options, io));
    });
  command
    .command('test')
    .description("run a rule's annotated examples")
    .argument('<file>', 'the rule, for example rules/efficacy/cure-claim.yaml')
    .option('--watch', 'run again whenever a file of the rule changes')
    .action(async (file: string, options: { watch?: boolean }) => {
      const { testCommand } = await import('./test.ts');
      done(await testCommand(file, options, io));
    });
  command
    .command('new')
    .description('write the files of a new rule, with the blanks to fill')
    .argument('<id>', 'family/name')
    .action(async (id: string) => {
      const { newCommand } = await import('./new.ts');
      done(await newCommand(id, io));
    });

  return {
    command,
    get printed() {
      return printed;
    },
  };
}
