import type { CompletedCommand } from './words.ts';
import { pathKey } from './shell.ts';

/** A completion script for bash 4 and later, and for the bash of macOS (3.2). */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# promolint completion for bash: eval "$(promolint completion bash)"
_promolint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at='' word i words='' list='' files=1
  # bash takes "=" for a word of its own.
  if [ "$cur" = "=" ]; then cur=''; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$at/$word" in
${commands
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      '${pathKey(path.slice(0, -1))}/${path.at(-1)}') at='${pathKey(path)}' ;;`)
  .join('\n')}
    esac
  done
  case "$at $prev" in
${commands.flatMap((command) => optionCases(command)).join('\n')}
    *)
      if [ "\${cur#-}" != "$cur" ]; then
        case "$at" in
${commands.map(({ path, options }) => `          '${pathKey(path)}') words='${options.flatMap(({ flags }) => flags).join(' ')}' ;;`).join('\n')}
        esac
        files=''
      else
        case "$at" in
${commands.map(({ path, words, commands: sub }) => `          '${pathKey(path)}') words='${[...sub, ...words].join(' ')}' ;;`).join('\n')}
        esac
      fi
      ;;
  esac
  COMPREPLY=()
  if [ -n "$list" ]; then
    # After the last comma a new name begins.
    local done=''
    case "$cur" in *,*) done="\${cur%,*}," ;; esac
    COMPREPLY=($(compgen -P "$done" -W "$list" -- "\${cur##*,}"))
    return
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
  if [ -n "$files" ]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
  # A rule is followed by "=" and its level, without a space.
  case "\${COMPREPLY[0]}" in *=) compopt -o nospace 2>/dev/null ;; esac
}
complete -o filenames -F _promolint promolint
`;
}

function optionCases({ path, options }: CompletedCommand): string[] {
  return options.flatMap(({ flags, values }) => {
    if (!values) return [];
    const pattern = flags.map((flag) => `'${pathKey(path)} ${flag}'`).join('|');
    if (values.kind === 'file') return [`    ${pattern}) ;;`];
    if (values.kind === 'any') return [`    ${pattern}) files='' ;;`];
    return [`    ${pattern}) ${values.kind === 'list' ? 'list' : 'words'}='${values.words.join(' ')}'; files='' ;;`];
  });
}
