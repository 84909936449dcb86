import type { Command, Option } from 'commander';
import { KNOWN_PROFILES } from '../../config/settings.ts';
import { ADDITIONS } from '../../init/additions.ts';
import { FORMATS } from '../../report/formats.ts';
import { PRODUCTS } from '../../rule.ts';

/** What can follow an option: one of these words, several of them between commas, a file, or anything. */
export type Values =
  { readonly kind: 'words' | 'list'; readonly words: readonly string[] } | { readonly kind: 'file' } | { readonly kind: 'any' };

export interface CompletedOption {
  /** `-f`, `--format`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Absent when nothing follows. */
  readonly values?: Values;
}

export interface CompletedCommand {
  /** Words that lead to it: empty for the program itself, `baseline create`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its first argument may be; otherwise files. */
  readonly words: readonly string[];
  readonly commands: readonly string[];
}

/** Everything that can be typed, from the definitions of the command line itself. */
export function completedCommands(program: Command, ruleIds: readonly string[]): CompletedCommand[] {
  const describe = (command: Command, path: readonly string[]): CompletedCommand[] => [
    {
      path,
      description: command.description(),
      options: [...command.options, HELP].map((option) => describeOption(option, command, ruleIds)),
      words: ARGUMENTS[path.join(' ')]?.(ruleIds) ?? [],
      commands: command.commands.map((each) => each.name()),
    },
    ...command.commands.flatMap((each) => describe(each, [...path, each.name()])),
  ];
  return describe(program, []);
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const ARGUMENTS: Readonly<Record<string, (ruleIds: readonly string[]) => readonly string[]>> = {
  explain: (ruleIds) => ruleIds,
  completion: () => SHELLS,
};

const LEVELS = ['off', 'info', 'warning', 'error'];

const VALUES: Readonly<Record<string, (ruleIds: readonly string[]) => Values>> = {
  '--format': () => ({ kind: 'words', words: Object.keys(FORMATS) }),
  '--profile': () => ({ kind: 'list', words: KNOWN_PROFILES }),
  '--product': () => ({ kind: 'words', words: PRODUCTS }),
  '--fail-on': () => ({ kind: 'words', words: LEVELS.slice(1) }),
  '--rule': (ruleIds) => ({ kind: 'words', words: ruleIds.map((id) => `${id}=`) }),
  '--only': (ruleIds) => ({ kind: 'list', words: ruleIds }),
  '--with': () => ({ kind: 'list', words: ADDITIONS }),
};

type OptionText = Pick<Option, 'short' | 'long' | 'description' | 'required' | 'optional' | 'flags'>;

/** Commander keeps it apart from the others. */
const HELP: OptionText = {
  short: '-h',
  long: '--help',
  description: 'display help',
  required: false,
  optional: false,
  flags: '-h, --help',
};

function describeOption(option: OptionText, command: Pick<Command, 'name'>, ruleIds: readonly string[]): CompletedOption {
  const { short, long, description, required, optional, flags } = option;
  const own = long === '--format' && command.name() !== 'promolint' ? undefined : VALUES[long ?? '']?.(ruleIds);
  // "text, json or csv (default: text)"
  const told = /^(?:[a-z-]+, )*[a-z-]+ or [a-z-]+(?= \(|$)/.exec(description)?.[0].split(/, | or /);
  const other: Values = /<(?:file|path|folder)>/.test(flags) ? { kind: 'file' } : { kind: 'any' };
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    ...((required || optional) && { values: own ?? (told ? { kind: 'words', words: told } : other) }),
  };
}
