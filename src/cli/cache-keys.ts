import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import type { Asked } from '../keep/cache.ts';
import type { Project, Projects } from '../projects.ts';
import { version } from '../version.ts';
import type { Job } from '../workers/job.ts';

/** Works out, for each project of a run, the key under which results are kept: all that may change them besides the page itself. */
export class CacheKeys {
  readonly #keys = new Map<Project, string | undefined>();
  readonly #folders = new Map<string, Project>();

  constructor(
    readonly projects: Projects,
    readonly cwd: string,
  ) {}

  /** Opens what decides about these, so that the answers are there when they are asked for. */
  async prepare(jobs: Iterable<Job>): Promise<void> {
    for (const { absolutePath } of jobs) {
      const folder = dirname(absolutePath);
      if (this.#folders.has(folder)) continue;
      const project = await this.projects.in(folder);
      if (!this.#keys.has(project)) this.#keys.set(project, this.#keyOf(project));
      this.#folders.set(folder, project);
    }
  }

  /** What to ask the cache about a file; `undefined` for a text that is no file, and where the code of a third party takes part. */
  of(job: Job): Asked | undefined {
    const project = 'source' in job ? undefined : this.#folders.get(dirname(job.absolutePath));
    const key = project && this.#keys.get(project);
    if (!key) return undefined;
    const { path, absolutePath, format } = job;
    return { path, absolutePath, key: `${key} ${format}` };
  }

  #keyOf({ packs, run, settings }: Project): string | undefined {
    // Its code is in no hash: it may have changed unseen.
    if (packs.some(({ hash, rules }) => hash === undefined && rules.some(({ detector }) => detector))) return undefined;
    // Patterns are relative to the folder of the file that they stand in.
    const registers = [settings.registerPath?.path, settings.releasesPath?.path].filter((place) => place !== undefined);
    const places = [settings.folder, ...settings.files, ...registers].map((place) =>
      relative(this.cwd, place).split(sep).join('/'),
    );
    const { only, parser } = this.projects.decisions;
    // Sentences are cut by what the runtime knows of Unicode.
    const runtime = [process.versions.v8, process.versions.unicode, process.versions['icu']];
    return createHash('sha256')
      .update(JSON.stringify([version, runtime, run, only, parser, places]))
      .digest('base64url')
      .slice(0, 32);
  }
}
