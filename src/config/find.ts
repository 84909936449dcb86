import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAMES = ['promolint.config.yaml', 'promolint.config.yml', 'promolint.config.json', 'promolint.config.mjs'];

/** Returns the nearest configuration from `folder` upward to the git root, or undefined. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const own = NAMES.map((name) => join(at, name)).find((path) => existsSync(path));
    if (own) return own;
    const packageFile = join(at, 'package.json');
    if (holdsConfig(packageFile)) return packageFile;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined;
  }
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
