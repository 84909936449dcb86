import type { Report } from '../check/finding.ts';
import type { Severity } from '../rule.ts';

/** What a report says of a rule beyond its findings. */
export interface RuleFacts {
  readonly title: string;
  /** Before any configuration. */
  readonly severity: Severity;
}

export interface FormatOptions {
  /** Default: no. */
  readonly color?: boolean;
  /** Columns of the terminal, when there is one. */
  readonly width?: number;
  /** The working folder, absolute; the paths of a report are relative to it. Default: that of the process. */
  readonly cwd?: string;
  /** The way from the root of the repository to the working folder: `''` or `site/`. Code hosts count paths from the root. */
  readonly prefix?: string;
  /** By id. A rule that is missing here is called by its id. */
  readonly rules?: ReadonlyMap<string, RuleFacts>;
}

/** Pure: reads no file, no environment, no clock. A report on a large site comes in parts, so that it never stands in memory as a whole. */
export type Formatter = (report: Report, options: FormatOptions) => string | Iterable<string>;

/** Loaded when they are asked for, so that a run pays for the format that it prints and for no other. */
export const FORMATS: Readonly<Record<string, () => Promise<Formatter>>> = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonReport,
  compact: async () => (await import('./compact.ts')).compactReport,
  github: async () => (await import('./github.ts')).formatGithub,
  gitlab: async () => (await import('./gitlab.ts')).formatGitlab,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  rdjson: async () => (await import('./rdjson.ts')).formatRdjson,
  rdjsonl: async () => (await import('./rdjson.ts')).formatRdjsonl,
  'eslint-json': async () => (await import('./eslint-json.ts')).formatEslintJson,
  checkstyle: async () => (await import('./checkstyle.ts')).formatCheckstyle,
  junit: async () => (await import('./junit.ts')).formatJunit,
  csv: async () => (await import('./csv.ts')).formatCsv,
  markdown: async () => (await import('./markdown.ts')).formatMarkdown,
  html: async () => (await import('./html/page.ts')).formatHtml,
};
