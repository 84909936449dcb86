import type { Report } from '../check/finding.ts';
import { inert, plain } from '../plain.ts';

/** One line a finding, as compilers print them: what editors and problem matchers read without being told how. */
export function formatCompact({ files }: Report): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(
      ({ line, column, severity, message, ruleId }) =>
        `${plain(path)}:${line}:${column}: ${severity}: ${plain(message)} [${ruleId}]\n`,
    ),
  );
  return inert(lines.join(''));
}
