import { formatsByExtension } from './formats.ts';
import type { FormatOf } from './formats.ts';
import { configuredPatterns } from './ignore-rules.ts';
import type { ConfiguredPatterns } from './ignore-rules.ts';
import type { FolderOptions, ReadOptions } from './select-files.ts';

/** What is decided about a folder, made ready. */
export interface Here {
  readonly formatOf: FormatOf;
  readonly configured: ConfiguredPatterns;
}

/** Makes the decisions about each folder ready once. */
export class Folders {
  readonly #known = new Map<FolderOptions, Here>();

  constructor(readonly options: ReadOptions) {}

  async in(folder: string): Promise<Here> {
    const options = (await this.options.optionsOf?.(folder)) ?? this.options;
    let here = this.#known.get(options);
    if (!here) {
      const { extensions, ignore, ignoreFolder = this.options.cwd } = options;
      here = { formatOf: formatsByExtension(extensions), configured: configuredPatterns(ignore, ignoreFolder) };
      this.#known.set(options, here);
    }
    return here;
  }
}

/** Folders that no walk enters. */
export const isPassedOver = (folderName: string): boolean => folderName === 'node_modules' || folderName.startsWith('.');
