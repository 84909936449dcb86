import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** In this order: of several in one folder the first one holds. */
export const CONFIG_NAMES: readonly string[] = ['yaml', 'yml', 'json', 'mjs', 'js', 'ts', 'mts'].map(
  (extension) => `promolint.config.${extension}`,
);

/** Returns the nearest configuration from `folder` upward to the git root, or undefined. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const [own] = configsIn(at);
    if (own !== undefined || isTop(at)) return own;
  }
}

/** Whether nothing above this folder counts: the root of a git repository, or of the disk. */
export const isTop = (folder: string): boolean => existsSync(join(folder, '.git')) || dirname(folder) === folder;

/** Every configuration of one folder: the first one holds, the others are passed over. */
export function configsIn(folder: string): string[] {
  let names: ReadonlySet<string>;
  try {
    names = new Set(readdirSync(folder));
  } catch {
    // A folder that is not there yet, or may be entered but not listed.
    names = new Set([...CONFIG_NAMES, 'package.json'].filter((name) => existsSync(join(folder, name))));
  }
  const found = CONFIG_NAMES.filter((name) => names.has(name)).map((name) => join(folder, name));
  const packageFile = join(folder, 'package.json');
  return names.has('package.json') && holdsConfig(packageFile) ? [...found, packageFile] : found;
}

function holdsConfig(packageFile: string): boolean {
  try {
    const data: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
    return typeof data === 'object' && data !== null && Object.hasOwn(data, 'promolint');
  } catch {
    // Absent, or not ours to judge.
    return false;
  }
}
