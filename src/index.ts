import { resolve } from 'node:path';
import { openBaseline } from './baseline/file.ts';
import type { LintedFile, Report } from './check/finding.ts';
import { didYouMean } from './closest.ts';
import { AUDIENCES, KNOWN_PROFILES } from './config/settings.ts';
import type { Layer } from './config/settings.ts';
import { today } from './config/today.ts';
import { PromolintError } from './errors.ts';
import { Projects } from './projects.ts';
import { formatsByExtension, isMdx } from './read/formats.ts';
import { readFiles } from './read/read-files.ts';
import { PRODUCTS } from './rule.ts';

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
  BaselineResult,
  Edit,
  SuppressedFinding,
  SuppressionRecord,
  Suggestion,
  Suppression,
} from './check/finding.ts';
export { PromolintError };
export type { ErrorCode } from './errors.ts';
export type { Family, Format, Product, Profile, Severity } from './rule.ts';
export type { ConfigFile } from './config/schema.ts';
export { formatJson } from './report/json.ts';

export interface LintSettings extends Pick<Layer, 'profiles' | 'product' | 'audience' | 'rules'> {
  /** Default: the process's working folder. Paths are relative to it. */
  readonly cwd?: string;
  /** A configuration for every file; `false` looks for none; default: the nearest one upward of each file, else of `cwd`. */
  readonly config?: string | false;
  /** ISO date of the run; default: today. */
  readonly asOf?: string;
  /** A baseline, relative to `cwd`, for `lintFiles`; `false`: none; default: that of the configuration. */
  readonly baseline?: string | false;
  /** Whether configurations and packs may bring code; default: true. */
  readonly code?: boolean;
}

/**
 * Lints one text. `path`, relative to `cwd`, decides how it is read (`.md`, `.html`, `.txt`; anything else as Markdown) and which
 * settings hold; no such file needs to exist. A byte-order mark is left out, and offsets do not count it.
 * @throws PromolintError when the configuration, the settings or a rule is wrong
 */
export async function lintText(text: string, path = '<text>', settings: LintSettings = {}): Promise<LintedFile> {
  const absolutePath = resolve(settings.cwd ?? '', path);
  const project = await open(settings).of(absolutePath);
  const format = formatsByExtension(project.settings.extensions)(path) ?? 'markdown';
  const copy = { path, absolutePath, format, mdx: isMdx(path), source: text.replace(/^\uFEFF/, '') };
  return project.linter.lint(copy, project.settings);
}

/**
 * Lints files, folders and globs, as the command does. The report lists every file that was read, by path.
 * @throws PromolintError when a named path cannot be read, or the configuration, the settings or a rule is wrong
 */
export async function lintFiles(paths: readonly string[], settings: LintSettings = {}): Promise<Report> {
  const projects = open(settings);
  const cwd = resolve(settings.cwd ?? '');
  const { reading, settings: decided } = await projects.home();
  const setAside = await openBaseline(settings.baseline ?? decided.baseline, cwd);
  const read = await readFiles(paths, {
    cwd,
    ...reading,
    optionsOf: async (folder) => (await projects.in(folder)).reading,
  });
  const linted: LintedFile[] = [];
  for (const file of read.files) {
    const project = await projects.of(file.absolutePath);
    linted.push(project.linter.lint(file, project.settings));
  }
  const { files, result } = setAside(linted);
  return {
    run: projects.describe(),
    files,
    suppressed: files.flatMap((file) => file.suppressed),
    ...(result && { baseline: result }),
    skipped: read.skipped,
  };
}

function open({ cwd = '', config, asOf = today(), code, baseline: _, ...flags }: LintSettings): Projects {
  for (const name of flags.profiles ?? []) check('profiles', name, KNOWN_PROFILES);
  if (flags.product !== undefined) check('product', flags.product, PRODUCTS);
  if (flags.audience !== undefined) check('audience', flags.audience, AUDIENCES);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new PromolintError('bad-option', `"asOf" must be a date such as 2026-11-21.`);
  const mentions = Object.keys(flags.rules ?? {}).map((id) => ({ id, where: 'settings.rules' }));
  return new Projects({ cwd, file: config, code }, { flags, asOf, mentions });
}

function check(key: keyof LintSettings, value: string, known: readonly string[]): void {
  if (!known.includes(value))
    throw new PromolintError('bad-option', `Unknown value "${value}" for "${key}".`, { hint: didYouMean(value, known) });
}
