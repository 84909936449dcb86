import { quoted } from './shell.ts';
import type { CompletedCommand, CompletedOption } from './words.ts';

/** A completion script for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const top = commands.filter(({ path }) => path.length === 1).map(({ path }) => path[0]!);
  return [
    '# promolint completion for fish: promolint completion fish | source',
    `set -l promolint_commands ${top.join(' ')}`,
    ...commands.flatMap((command) => [
      ...command.commands.map((name) => {
        const { description } = commands.find(({ path }) => path.join(' ') === [...command.path, name].join(' '))!;
        return `complete -c promolint -n ${condition(command)} -a ${name} -d ${quoted(description)}`;
      }),
      ...(command.words.length > 0
        ? [`complete -c promolint -n ${condition(command)} -f -a ${quoted(command.words.join(' '))}`]
        : []),
      ...command.options.map(
        (option) =>
          `complete -c promolint -n ${condition(command)}${flags(option)} -d ${quoted(option.description)}${values(option)}`,
      ),
    ]),
    '',
  ].join('\n');
}

/** When the words typed so far lead to the command, and to none below it. */
function condition({ path, commands }: CompletedCommand): string {
  if (path.length === 0) return '"not __fish_seen_subcommand_from $promolint_commands"';
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const below = commands.length > 0 ? [`not __fish_seen_subcommand_from ${commands.join(' ')}`] : [];
  return `'${[...seen, ...below].join('; and ')}'`;
}

const flags = ({ flags }: CompletedOption): string =>
  flags.map((flag) => (flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join('');

function values({ values }: CompletedOption): string {
  if (!values) return '';
  if (values.kind === 'file') return ' -r -F';
  if (values.kind === 'any') return ' -x';
  const words = values.words.join(' ');
  return ` -x -a ${values.kind === 'list' ? `"(__fish_append , ${words})"` : quoted(words)}`;
}
