#!/usr/bin/env bash
# The step of action.yml: runs promolint on what INPUT_* say, annotates the change, and writes the step's outputs.
set -uo pipefail

fail() {
  echo "::error title=promolint::$1"
  exit 2
}

node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null ||
  fail 'Node 20.19 or later is needed: add actions/setup-node before this step.'

# The action's own checkout is the source; building it takes no more than the first run.
if [ ! -f "$ACTION_PATH/dist/index.js" ]; then
  echo '::group::Building promolint'
  (cd "$ACTION_PATH" && npm ci --no-audit --no-fund) || fail 'promolint could not be built.'
  echo '::endgroup::'
fi

report="${RUNNER_TEMP:-/tmp}/promolint-report.json"
rm -f "$report"
options=(--format github --format json --output-file "$report")

option() { # NAME VALUE: leaves out what is empty
  if [ -n "$2" ]; then options+=("$1" "$2"); fi
}
option --config "${INPUT_CONFIG:-}"
option --profile "${INPUT_PROFILE:-}"
option --product "${INPUT_PRODUCT:-}"
option --baseline "${INPUT_BASELINE:-}"
option --since "${INPUT_SINCE:-}"
option --fail-on "${INPUT_FAIL_ON:-}"
option --max-warnings "${INPUT_MAX_WARNINGS:-}"
if [ -n "${INPUT_SARIF_FILE:-}" ]; then options+=(--format sarif --output-file "$INPUT_SARIF_FILE"); fi
if [ -n "${INPUT_HTML_FILE:-}" ]; then options+=(--format html --output-file "$INPUT_HTML_FILE"); fi

lines() { # VALUE: one entry a line, without empty ones
  while IFS= read -r line; do
    line="${line%$'\r'}"
    if [ -n "${line//[[:space:]]/}" ]; then entries+=("$line"); fi
  done <<<"$1"
}
entries=()
lines "${INPUT_ARGS:-}"
options+=(${entries[@]+"${entries[@]}"})
entries=()
lines "${INPUT_PATHS:-.}"
paths=(${entries[@]+"${entries[@]}"})

# Standard error is no place that the code host reads: what goes wrong must show.
node "$ACTION_PATH/bin/promolint.js" "${options[@]}" -- ${paths[@]+"${paths[@]}"}
code=$?

case "$code" in
  0) outcome=clean ;;
  1) outcome=findings ;;
  *) outcome=error && echo "::error title=promolint::The check could not be done (exit code $code); see the log of this step." ;;
esac

{
  echo "exit-code=$code"
  echo "outcome=$outcome"
  if [ -f "$report" ]; then
    node -e '
      const { summary } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
      for (const key of ["errors", "warnings", "infos"]) console.log(`${key}=${summary[key]}`);
      console.log(`report=${process.argv[1]}`);
    ' "$report"
  fi
  # A line break would start an output of its own.
  if [ -n "${INPUT_SARIF_FILE:-}" ]; then echo "sarif-file=${INPUT_SARIF_FILE//[$'\r\n']/}"; fi
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
