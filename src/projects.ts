import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Run } from './check/finding.ts';
import { Configurations } from './config/configurations.ts';
import type { ConfigurationOptions } from './config/configurations.ts';
import { combineLayers } from './config/settings.ts';
import type { Config, Layer, Mention, Settings } from './config/settings.ts';
import { describeRun, linterOf, loadPacks } from './lint.ts';
import type { Linter } from './lint.ts';
import type { Pack } from './load/rule.ts';
import type { FolderOptions } from './read/select-files.ts';
import type { Organization } from './rule.ts';

/** What the command line, or a program, decides for every file of a run. */
export interface Decisions {
  readonly flags: Layer;
  readonly only?: readonly string[];
  readonly mentions: readonly Mention[];
  /** ISO date. */
  readonly asOf: string;
  /** What reads Markdown: a reader of our own, or remark for all of it; both find the same. */
  readonly parser?: 'fast' | 'remark';
}

/** The files under one configuration: their settings, and the rules that these ask for. */
export interface Project {
  readonly settings: Settings;
  readonly packs: readonly Pack[];
  /** What is decided about the files of its folders. */
  readonly reading: FolderOptions;
  /** Compiled when it is first asked for. */
  readonly linter: Linter;
  readonly run: Run;
}

/** The projects that a run meets: one for each configuration, most often a single one. */
export class Projects {
  readonly #configurations: Configurations;
  readonly #opened = new Map<Config, Promise<Project>>();
  readonly #projects: Project[] = [];
  readonly #cwd: string;
  readonly #code: boolean;

  #decisions: Decisions;

  constructor(
    readonly options: ConfigurationOptions,
    decisions: Decisions,
  ) {
    this.#decisions = decisions;
    this.#cwd = resolve(options.cwd);
    this.#code = options.code ?? true;
    this.#configurations = new Configurations({ ...options, cwd: this.#cwd });
  }

  get decisions(): Decisions {
    return this.#decisions;
  }

  /** Adds what the copy of the run showed to be the advertiser's own; projects that were opened before are opened anew. */
  learn(organization: Organization): void {
    this.#decisions = { ...this.#decisions, flags: combineLayers(this.#decisions.flags, { organization }) };
    this.#opened.clear();
    this.#projects.length = 0;
  }

  /** The project of the working folder. @throws PromolintError when its configuration or its rules are wrong */
  home(): Promise<Project> {
    return this.in(this.#cwd);
  }

  /** The project of the file at an absolute path. @throws PromolintError when its configuration or its rules are wrong */
  of(absolutePath: string): Promise<Project> {
    return this.in(dirname(absolutePath));
  }

  /** The project of the files in a folder. @throws PromolintError when its configuration or its rules are wrong */
  async in(folder: string): Promise<Project> {
    const config = await this.#configurations.of(folder);
    const opened = this.#opened.get(config) ?? this.#open(config);
    this.#opened.set(config, opened);
    return opened;
  }

  /** Those that have been opened so far. */
  get opened(): readonly Project[] {
    return this.#projects;
  }

  /** What was decided in all projects that have been opened, of which there must be one. */
  describe(): Run {
    const runs = this.#projects.map(({ run }) => run);
    const [first] = runs;
    if (first === undefined) throw new Error('No project was opened.');
    if (runs.length === 1) return first;
    return {
      ...first,
      profiles: [...new Set(runs.flatMap(({ profiles }) => profiles))].sort(),
      configHash: joint(runs.map(({ configHash }) => configHash)),
      rulesHash: joint(runs.map(({ rulesHash }) => rulesHash)),
    };
  }

  async #open(config: Config): Promise<Project> {
    const { flags, only, asOf, parser, mentions } = this.decisions;
    // A rule of a pack is known where the pack is: here, and not in every project that the run comes by.
    const isHome = config === (await this.#configurations.of(this.#cwd));
    const settings = { ...config, flags, only, asOf, parser, mentions: [...config.mentions, ...(isHome ? mentions : [])] };
    const packs = await loadPacks(settings, this.#code);
    let linter: Linter | undefined;
    const project: Project = {
      settings,
      packs,
      run: describeRun(settings, packs),
      reading: { ignore: config.ignore, ignoreFolder: config.folder, extensions: config.extensions },
      get linter() {
        return (linter ??= linterOf(packs));
      },
    };
    this.#projects.push(project);
    return project;
  }
}

/** Of the same projects the same, in whichever order they were met. */
function joint(hashes: readonly string[]): string {
  const distinct = [...new Set(hashes)].sort();
  if (distinct.length === 1) return distinct[0]!;
  return createHash('sha256').update(distinct.join('\n')).digest('hex').slice(0, 16);
}
