import { pathKey } from './shell.ts';
import type { CompletedCommand, CompletedOption } from './words.ts';

/** A completion script for zsh. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef promolint
# promolint completion for zsh: source <(promolint completion zsh), after compinit
_promolint() {
  local at='' word i
  local -a names
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case "$at/$word" in
${commands
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      ${pathKey(path.slice(0, -1))}/${path.at(-1)}) at=${pathKey(path)} ;;`)
  .join('\n')}
    esac
  done
  case "$at $words[CURRENT-1]" in
${commands.flatMap(optionCases).join('\n')}
  esac
  if [[ $words[CURRENT] == -* ]]; then
    case "$at" in
${commands.map(({ path, options }) => `      '${pathKey(path)}') names=(${options.flatMap(described).join(' ')}) ;;`).join('\n')}
    esac
    _describe -o 'option' names
    return
  fi
  case "$at" in
${commands
  .filter(({ words, commands: sub }) => words.length + sub.length > 0)
  .map(({ path, words, commands: sub }) => {
    const under = sub.map(
      (name) =>
        `${escaped(name)}:${escaped(commands.find((each) => pathKey(each.path) === pathKey([...path, name]))!.description)}`,
    );
    return `    '${pathKey(path)}') names=(${[...under, ...words.map(escaped)].map(inQuotes).join(' ')}) && _describe 'promolint' names ;;`;
  })
  .join('\n')}
  esac
  _files
}
compdef _promolint promolint
`;
}

function optionCases({ path, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, values }) => {
    if (!values) return [];
    const pattern = flags.map((flag) => `'${pathKey(path)} ${flag}'`).join('|');
    if (values.kind === 'file') return [`    ${pattern}) _files; return ;;`];
    if (values.kind === 'any') return [`    ${pattern}) return ;;`];
    if (values.kind === 'list')
      return [`    ${pattern}) compset -P '*,'; compadd -q -S '' -- ${values.words.join(' ')}; return ;;`];
    const open = values.words.some((word) => word.endsWith('=')) ? "-S '' " : '';
    return [`    ${pattern}) compadd ${open}-- ${values.words.join(' ')}; return ;;`];
  });
}

const described = ({ flags, description }: CompletedOption): string[] =>
  flags.map((flag) => inQuotes(`${flag}:${escaped(description)}`));

/** \`_describe\` splits at the first colon. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
