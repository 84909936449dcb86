import { statSync } from 'node:fs';
import { basename, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { openBaseline } from '../baseline/file.ts';
import type { LintedFile } from '../check/finding.ts';
import { CONFIG_NAMES } from '../config/find.ts';
import type { SuppressionPolicy } from '../check/silence/silencer.ts';
import { layerOf } from '../config/settings.ts';
import type { Layer } from '../config/settings.ts';
import { today } from '../config/today.ts';
import { PromolintError } from '../errors.ts';
import type { Copy } from '../lint.ts';
import { Projects } from '../projects.ts';
import type { Project } from '../projects.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import { selectFiles } from '../read/select-files.ts';
import type { Format } from '../rule.ts';

/** What an editor may decide, in its settings for promolint. */
export interface EditorSettings {
  /** The one configuration that holds for every file; default: the nearest one upward. */
  readonly config?: string;
  readonly flags?: Layer;
  /** Whether configurations and packs that are code may run. */
  readonly code?: boolean;
}

/** A text in the editor, checked. */
export interface CheckedText {
  readonly copy: Copy;
  readonly report: LintedFile;
  /** What is asked of those who silence a finding in it. */
  readonly policy: SuppressionPolicy;
  /** Checks the same text as it would be after an edit. */
  check(source: string): LintedFile;
}

/** How editors call the languages that promolint reads, for texts whose name does not tell. */
const LANGUAGES: Readonly<Record<string, Format>> = { markdown: 'markdown', mdx: 'markdown', html: 'html', plaintext: 'text' };

/** The folder that an editor has open: which rules hold where in it, read again when their files change. */
export class Workspace {
  #projects: Projects | undefined;
  /** Configuration or register → time of its last change. */
  #times = new Map<string, number>();

  constructor(
    /** Absolute. */
    readonly folder: string,
    readonly settings: EditorSettings,
  ) {}

  /** Forgets all configurations. */
  reset(): void {
    this.#projects = undefined;
    this.#times = new Map();
  }

  /** Whether a change of this file may change what holds for others. */
  decides(path: string): boolean {
    const name = basename(path);
    if (CONFIG_NAMES.includes(name) || ['package.json', '.promolintignore', '.gitignore'].includes(name)) return true;
    return (
      this.#times.has(path) ||
      (/^\.ya?ml$/.test(extname(path)) && (this.#projects?.opened ?? []).some(({ packs }) => packs.length > 1))
    );
  }

  /** Undefined for what is not copy, or is left out. @throws PromolintError when a configuration or a rule is wrong */
  async check(document: TextDocument): Promise<CheckedText | undefined> {
    const path = pathOf(document.uri) ?? join(this.folder, 'untitled');
    if (path.split(sep).includes('node_modules')) return undefined;
    const projects = this.#open();
    const project = await projects.of(path);
    this.#remember(project);
    const format = formatsByExtension(project.settings.extensions)(path) ?? LANGUAGES[document.languageId];
    if (format === undefined || (await this.#isLeftOut(path, projects))) return undefined;
    const mdx = isMdx(path) || document.languageId === 'mdx';
    const copy: Copy = { path: this.#shown(path), absolutePath: path, format, mdx, source: document.getText() };
    const setAside = await openBaseline(project.settings.baseline, this.folder);
    const check = (source: string) => setAside([project.linter.lint({ ...copy, source }, project.settings)]).files[0]!;
    return { copy, report: check(copy.source), policy: layerOf(project.settings, path, {}).suppressions ?? {}, check };
  }

  #open(): Projects {
    // Not every editor tells that a file has changed on disk.
    for (const [file, time] of this.#times) if (timeOf(file) !== time) this.reset();
    const { config, flags = {}, code } = this.settings;
    return (this.#projects ??= new Projects({ cwd: this.folder, file: config, code }, { flags, mentions: [], asOf: today() }));
  }

  #remember({ settings }: Project): void {
    const { files, registerPath, releasesPath, baseline } = settings;
    for (const file of [...files, registerPath?.path, releasesPath?.path, baseline].filter((path) => path !== undefined))
      if (!this.#times.has(file)) this.#times.set(file, timeOf(file));
  }

  async #isLeftOut(path: string, projects: Projects): Promise<boolean> {
    const { reading } = await projects.home();
    const optionsOf = async (folder: string) => (await projects.in(folder)).reading;
    try {
      return (await selectFiles([path], { cwd: this.folder, ...reading, optionsOf })).files.length === 0;
    } catch (error) {
      // A text that was never saved, or whose kind only the editor knows.
      if (error instanceof PromolintError && ['file-not-found', 'no-input'].includes(error.code)) return false;
      throw error;
    }
  }

  #shown(path: string): string {
    const inside = path.startsWith(this.folder + sep) ? path.slice(this.folder.length + 1) : path;
    return inside.split(sep).join('/');
  }
}

/** The absolute path of a file; undefined for a text that is none yet. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? resolve(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
