import type { FileReport, Report, SuppressedFinding } from '../check/finding.ts';
import { fileToJson, suppressedToJson } from './json.ts';
import { jsonLine } from './json-text.ts';

/** One line of JSON a file: what `json` has of it, and what is silenced in it. */
export function* ndjsonReport({ files, suppressed }: Report): Generator<string> {
  let at = 0;
  for (const file of files) {
    const start = at;
    // Both are by path.
    while (suppressed[at]?.path === file.path) at++;
    yield fileLine(file, suppressed.slice(start, at));
  }
}

/** `line`: of the input, from 1, where the document came as one. */
export const fileLine = (file: FileReport, suppressed: readonly SuppressedFinding[], line?: number): string =>
  jsonLine({ schemaVersion: 1, line, ...fileToJson(file), suppressed: suppressed.map(suppressedToJson) });

/** In place of a document that could not be checked. */
export const errorLine = (line: number, code: string, message: string): string =>
  jsonLine({ schemaVersion: 1, line, error: { code, message } });
