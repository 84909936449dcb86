import { resolve } from 'node:path';
import type { LintedFile, Report } from './check/finding.ts';
import { findConfig } from './config/find.ts';
import { defaultConfig } from './config/settings.ts';
import type { Layer, Settings } from './config/settings.ts';
import { describeRun, linterOf, loadPacks } from './lint.ts';
import { formatsByExtension, isMdx } from './read/formats.ts';
import { readFiles } from './read/read-files.ts';

export type { Copy } from './lint.ts';
export type {
  FileNotice,
  FileReport,
  Finding,
  FindingFamily,
  LegalBasis,
  LintedFile,
  Place,
  Quote,
  Report,
  Run,
  SuppressedFinding,
  Suppression,
} from './check/finding.ts';
export { PromolintError } from './errors.ts';
export type { ErrorCode } from './errors.ts';
export type { Family, Format, Product, Profile, Severity } from './rule.ts';
export { formatJson } from './report/json.ts';

export interface LintSettings extends Pick<Layer, 'profiles' | 'product' | 'audience' | 'rules'> {
  /** Default: the process's working folder. Paths are relative to it. */
  readonly cwd?: string;
  /** A configuration; `false` looks for none; default: the nearest one upward. */
  readonly config?: string | false;
  /** ISO date of the run; default: today. */
  readonly asOf?: string;
  /** Whether the code of third-party packs may run; default: true. */
  readonly code?: boolean;
}

/** Lints one text. `path` decides how it is read (`.md`, `.html`, `.txt`; anything else as Markdown) and which settings hold. */
export async function lintText(text: string, path = '<text>', options: LintSettings = {}): Promise<LintedFile> {
  const settings = await readSettings(options);
  const linter = linterOf(await loadPacks(settings, options.code ?? true));
  const format = formatsByExtension(settings.extensions)(path) ?? 'markdown';
  const absolutePath = resolve(options.cwd ?? '', path);
  return linter.lint({ path, absolutePath, format, mdx: isMdx(path), source: text.replace(/^\uFEFF/, '') }, settings);
}

/** Lints files, folders and globs. @throws PromolintError when a named path cannot be read */
export async function lintFiles(paths: readonly string[], options: LintSettings = {}): Promise<Report> {
  const settings = await readSettings(options);
  const packs = await loadPacks(settings, options.code ?? true);
  const linter = linterOf(packs);
  const { ignore, folder, extensions } = settings;
  const read = await readFiles(paths, { cwd: resolve(options.cwd ?? ''), ignore, ignoreFolder: folder, extensions });
  const files = Array.from(read.files, (file) => linter.lint(file, settings));
  const suppressed = files.flatMap((file) => file.suppressed);
  return { run: describeRun(settings, packs), files, suppressed, skipped: read.skipped };
}

async function readSettings({ cwd = '', config, asOf, code: _code, ...flags }: LintSettings): Promise<Settings> {
  const folder = resolve(cwd);
  const file = config === false ? undefined : config === undefined ? findConfig(folder) : resolve(folder, config);
  const found = file === undefined ? defaultConfig(folder) : await (await import('./config/load.ts')).loadConfig(file, folder);
  return { ...found, flags, asOf: asOf ?? new Date().toISOString().slice(0, 10) };
}
