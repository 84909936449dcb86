import type { Report } from '../check/finding.ts';
import { inert, plain, plainPath } from '../plain.ts';

/** One line a finding, as compilers print them: what editors and problem matchers read without being told how. */
export function* compactReport({ files }: Report): Generator<string> {
  for (const { path, findings } of files)
    for (const { line, column, severity, message, ruleId } of findings)
      yield inert(`${plainPath(path)}:${line}:${column}: ${severity}: ${plain(message)} [${ruleId}]\n`);
}
