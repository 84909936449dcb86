import { countSarif, mergeSarif } from './sarif.ts';
import type { SarifReport } from './sarif.ts';
import { mergeJson } from './json.ts';
import type { JsonReport } from './json.ts';
import { invalid } from './whole.ts';
import type { Part } from './whole.ts';

export interface Merged {
  readonly report: object;
  /** What counts. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number };
}

/** Joins reports, of JSON or of SARIF. @throws PromolintError `merge-invalid` */
export function mergeReports(texts: readonly Part<string>[]): Merged {
  const parts = texts.map(({ file, report }) => ({ file, report: parse(file, report) }));
  const [first] = parts;
  const kind = kindOf(first!);
  for (const part of parts)
    if (kindOf(part) !== kind)
      throw invalid(
        part.file,
        `This is a report in another format than ${first!.file}.`,
        'Merge those of JSON and those of SARIF by themselves.',
      );
  checkVersions(parts);
  try {
    if (kind === 'json') {
      const report = mergeJson(parts as unknown as Part<JsonReport>[]);
      return { report, counts: report.summary };
    }
    const report = mergeSarif(parts as unknown as Part<SarifReport>[]);
    return { report, counts: countSarif(report) };
  } catch (error) {
    // Something that was written by hand lacks a part that each report has.
    if (error instanceof TypeError) throw invalid(first!.file, 'One of the reports is not as promolint writes it.', TAKE_OURS);
    throw error;
  }
}

const TAKE_OURS = 'Merge what "promolint --format json" or "promolint --format sarif" wrote.';

type Parsed = Readonly<Record<string, unknown>>;

function parse(file: string, text: string): Parsed {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid(file, 'This is not valid JSON.', TAKE_OURS);
  }
  if (typeof parsed === 'object' && parsed !== null) return parsed as Parsed;
  throw invalid(file, 'This is no report of promolint.', TAKE_OURS);
}

interface Tool {
  readonly name?: unknown;
  readonly version?: unknown;
}

/** The program that wrote a report. */
const toolOf = ({ tool, runs }: Parsed): Tool | undefined =>
  (tool as Tool | undefined) ?? (runs as { readonly tool?: { readonly driver?: Tool } }[] | undefined)?.[0]?.tool?.driver;

function kindOf({ file, report }: Part<Parsed>): 'json' | 'sarif' {
  if (toolOf(report)?.name === 'promolint') {
    if (report['schemaVersion'] === 1) return 'json';
    if (report['version'] === '2.1.0') return 'sarif';
  }
  throw invalid(file, 'This is no report of promolint in JSON or SARIF.', TAKE_OURS);
}

function checkVersions([first, ...others]: readonly Part<Parsed>[]): void {
  for (const { file, report } of others)
    if (toolOf(report)?.version !== toolOf(first!.report)?.version)
      throw invalid(file, `This report is of another version of promolint than ${first!.file}.`);
}
