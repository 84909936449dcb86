import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { configsIn, findConfig, isTop } from './find.ts';
import { defaultConfig } from './settings.ts';
import type { Config } from './settings.ts';

export interface ConfigurationOptions {
  /** Absolute. What paths in messages are relative to, and where files that have no configuration above them find theirs. */
  readonly cwd: string;
  /** The one configuration that holds for every file; `false`: none does; default: the nearest one upward of each file. */
  readonly file?: string | false;
  /** Whether a configuration that is code may run. Default: true. */
  readonly code?: boolean;
  /** Whether the register that a configuration names is read too. Default: true. */
  readonly register?: boolean;
}

/** The configurations that hold for the folders of a run. Each file is loaded once, and gives the same object to all its folders. */
export class Configurations {
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #loaded = new Map<string | undefined, Promise<Config>>();

  constructor(readonly options: ConfigurationOptions) {}

  /** What holds for the files of `folder` (absolute). @throws PromolintError */
  of(folder: string): Promise<Config> {
    const file = this.#fileOf(folder);
    const loaded = this.#loaded.get(file) ?? this.#load(file);
    this.#loaded.set(file, loaded);
    return loaded;
  }

  #fileOf(folder: string): string | undefined {
    const { cwd, file } = this.options;
    if (file === false) return undefined;
    if (file !== undefined) return resolve(cwd, file);
    return this.#nearest(folder) ?? this.#nearest(cwd);
  }

  #nearest(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const file = configsIn(folder)[0] ?? (isTop(folder) ? undefined : this.#nearest(dirname(folder)));
    this.#byFolder.set(folder, file);
    return file;
  }

  async #load(path: string | undefined): Promise<Config> {
    const { cwd, file, code, register } = this.options;
    if (path === undefined) return defaultConfig(cwd);
    if (typeof file === 'string' && !existsSync(path))
      throw new PromolintError('config-not-found', 'There is no such configuration.', { where: file });
    // The schema and the YAML parser are worth loading only where there is something to check.
    const { loadConfig } = await import('./load.ts');
    return loadConfig(path, cwd, { code, register });
  }
}

/** The configurations beside the one that holds for `folder`: nobody reads them, which their writers may not know. */
export function passedOver(folder: string): string[] {
  const file = findConfig(folder);
  return file === undefined ? [] : configsIn(dirname(file)).filter((other) => other !== file);
}
