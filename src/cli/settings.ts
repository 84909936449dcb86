import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findConfig } from '../config/find.ts';
import { defaultConfig } from '../config/settings.ts';
import type { Config, Layer, Mention, Settings } from '../config/settings.ts';
import { PromolintError } from '../errors.ts';
import type { Io } from './io.ts';

export interface Flags {
  readonly flags: Layer;
  readonly only?: readonly string[];
  readonly mentions: readonly Mention[];
  readonly asOf: string;
}

/** The configuration that holds for a run, with the command line on top. `file` is false for --no-config. */
export async function readSettings(
  file: string | false | undefined,
  { flags, only, mentions, asOf }: Flags,
  io: Io,
): Promise<Settings> {
  const config = await readConfig(file, io);
  return { ...config, flags, only, mentions: [...config.mentions, ...mentions], asOf };
}

async function readConfig(file: string | false | undefined, { cwd }: Io): Promise<Config> {
  if (file === false) return defaultConfig(cwd);
  const path = file === undefined ? findConfig(cwd) : resolve(cwd, file);
  if (path === undefined) return defaultConfig(cwd);
  if (file !== undefined && !existsSync(path))
    throw new PromolintError('config-not-found', 'There is no such configuration.', { where: file });
  // The schema and the YAML parser are worth loading only where there is something to check.
  const { loadConfig } = await import('../config/load.ts');
  return loadConfig(path, cwd);
}
