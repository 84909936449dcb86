import { KNOWN_PROFILES, LEVELS } from '../config/settings.ts';
import { today } from '../config/today.ts';
import type { RuleSetting } from '../check/severity.ts';
import { PromolintError } from '../errors.ts';
import { FORMATS } from '../report/formats.ts';
import type { Decisions } from '../projects.ts';
import type { ChangeScope } from '../read/git.ts';
import type { Shard } from '../read/shard.ts';
import { PRODUCTS } from '../rule.ts';
import type { Product } from '../rule.ts';
import type { Concurrency } from '../workers/weighing.ts';
import { pairReports } from './destinations.ts';
import type { Destination, ReportArgument } from './destinations.ts';
import { readFailing } from './failing.ts';
import type { Failing } from './failing.ts';
import type { Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { readConcurrency, readShard } from './scale-options.ts';

/** What the command line may decide about the copy, as commander leaves it. */
export interface DecisionOptions {
  readonly profile?: readonly string[];
  readonly product?: string;
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly asOf?: string;
  readonly parser?: string;
  /** false: --no-suppressions. */
  readonly suppressions?: boolean;
}

/** The options of `promolint [path…]` as commander leaves them. */
export interface LintOptions extends DecisionOptions {
  /** false: --no-config. */
  readonly config?: string | false;
  /** Formats and their files, in the order of the command line. */
  readonly reports?: readonly ReportArgument[];
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly failOn: string;
  readonly stdin?: boolean;
  readonly staged?: boolean;
  readonly changed?: boolean;
  readonly since?: string;
  /** false: --no-baseline. */
  readonly baseline?: string | false;
  readonly stdinFilename?: string;
  readonly cache?: boolean;
  /** `ndjson`: documents on the standard input. */
  readonly inputFormat?: string;
  readonly concurrency?: string;
  readonly shard?: string;
  readonly watch?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly stats?: boolean;
  readonly color?: boolean;
  /** false: --no-code. */
  readonly code: boolean;
}

export interface Checked extends Decisions, Failing {
  readonly destinations: readonly Destination[];
  readonly scope?: ChangeScope;
  readonly fix?: 'write' | 'show';
  /** Default: as many as pay. */
  readonly concurrency?: Concurrency;
  readonly shard?: Shard;
}

/** Holds every value against what it may be. @throws PromolintError `bad-option` */
export function checkOptions(options: LintOptions, paths: readonly string[], { cwd }: Pick<Io, 'cwd'>): Checked {
  const reports = options.reports ?? [];
  for (const report of reports) if ('format' in report) oneOf(report.format, '--format', Object.keys(FORMATS));
  return {
    destinations: destinationsOf(options, cwd),
    ...readFailing(options),
    scope: readScope(options, paths),
    fix: readFix(options, paths),
    concurrency: readConcurrency(options.concurrency),
    shard: readShard(options, paths),
    ...checkDecisions(options),
  };
}

/** The differences that a dry run shows stand where the report would. */
function destinationsOf({ reports = [], fixDryRun }: LintOptions, cwd: string): readonly Destination[] {
  if (fixDryRun && reports.length === 0) return [];
  const destinations = pairReports(reports, cwd);
  if (fixDryRun && destinations.some(({ file }) => file === undefined))
    throw new PromolintError('bad-option', 'The differences and a report cannot both go to the standard output.', {
      where: 'option --fix-dry-run',
      hint: 'Give the report a file: -f json -o report.json',
    });
  return destinations;
}

/** @throws PromolintError `bad-option` for what cannot be written back to where it was read */
function readFix({ fix, fixDryRun, stdin, staged, watch }: LintOptions, paths: readonly string[]): Checked['fix'] {
  if (!fix && !fixDryRun) return undefined;
  const option = fix ? '--fix' : '--fix-dry-run';
  const refuse = (message: string, hint?: string): never => {
    throw new PromolintError('bad-option', message, { hint });
  };
  if (fix && fixDryRun) refuse('--fix and --fix-dry-run exclude each other.');
  if (stdin || paths.includes('-')) refuse(`${option} is about files, not about the standard input.`);
  if (staged)
    refuse(
      `--staged looks at what the next commit holds, and ${option} at the files beside it.`,
      `Use ${option} --changed, then "git add" what it wrote.`,
    );
  if (watch) refuse(`${option} would write the files that --watch waits for.`, 'Run it by itself.');
  return fix ? 'write' : 'show';
}

function readScope({ staged, changed, since, stdin, watch }: LintOptions, paths: readonly string[]): ChangeScope | undefined {
  const scopes: [string, ChangeScope][] = [];
  if (staged) scopes.push(['--staged', { kind: 'staged' }]);
  if (changed) scopes.push(['--changed', { kind: 'changed' }]);
  if (since !== undefined) scopes.push(['--since', { kind: 'since', ref: since }]);
  const [first, second] = scopes;
  if (second) throw new PromolintError('bad-option', `${first![0]} and ${second[0]} exclude each other.`);
  if (staged && watch)
    throw new PromolintError(
      'bad-option',
      '--watch waits for changes of files, and --staged looks at what "git add" has taken of them.',
      {
        hint: 'Watch what is not committed yet: --watch --changed',
      },
    );
  if (first && (stdin || paths.includes('-')))
    throw new PromolintError('bad-option', `${first[0]} is about files, not about the standard input.`);
  return first?.[1];
}

/** @throws PromolintError `bad-option` */
export function checkDecisions(options: DecisionOptions): Decisions {
  const profiles = options.profile?.map((name) => oneOf(name, '--profile', KNOWN_PROFILES));
  const product = options.product === undefined ? undefined : (oneOf(options.product, '--product', PRODUCTS) as Product);
  const rules = (options.rule ?? []).map(readRule);
  return {
    asOf: options.asOf === undefined ? today() : readDate(options.asOf),
    flags: {
      profiles,
      product,
      rules: Object.fromEntries(rules),
      ...(options.suppressions === false && { suppressions: { allow: false } }),
    },
    ...(options.parser !== undefined && { parser: oneOf(options.parser, '--parser', ['fast', 'remark']) as Decisions['parser'] }),
    only: options.only,
    mentions: [
      ...rules.map(([id]) => ({ id, where: 'option --rule' })),
      ...(options.only ?? []).map((id) => ({ id, where: 'option --only' })),
    ],
  };
}

function readRule(text: string): [string, RuleSetting] {
  const at = text.lastIndexOf('=');
  if (at <= 0)
    throw new PromolintError('bad-option', `"${text}" is not of the form ID=LEVEL.`, {
      hint: 'For example: --rule efficacy/cure-claim=warning',
    });
  const level = oneOf(text.slice(at + 1), '--rule', LEVELS);
  return [text.slice(0, at), { level: level as RuleSetting['level'] }];
}

function readDate(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // 30 February is read as 2 March.
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new PromolintError('bad-option', `--as-of must be a date such as 2026-11-21, not "${text}".`);
}
