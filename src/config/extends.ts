import { existsSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { CONFIG_NAMES, configsIn } from './find.ts';
import { KNOWN_PROFILES } from './settings.ts';

/** What an entry of `extends` leads to: a profile, as if it were a configuration of its own, or a file. */
export type Target = { readonly profile: string } | { readonly file: string };

/**
 * Resolves an entry of `extends`, seen from the folder of the configuration that holds it: the name of a profile, a path
 * (of a file, or of a folder with a configuration), or an npm package, with or without a file of it.
 * @throws PromolintError `config-not-found`
 */
export function resolveExtends(target: string, folder: string, where: string): Target {
  if (KNOWN_PROFILES.includes(target)) return { profile: target };
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(target))
    throw notFound(target, where, 'A configuration on the web would change a run unseen: install it as a package, or copy it.');
  const path = fileAt(resolve(folder, target));
  if (path !== undefined) return { file: path };
  const isPath = /^\.{0,2}[\\/]|^\.{1,2}$/.test(target) || isAbsolute(target);
  const found = isPath ? undefined : inPackages(target, folder);
  if (found !== undefined) return { file: found };
  const name = packageName(target);
  const hint =
    isPath || CONFIG_NAMES.concat('.yaml', '.yml', '.json').some((end) => !target.includes('/') && target.endsWith(end))
      ? 'Paths are relative to the file that holds them.'
      : `Run "npm install --save-dev ${name}", or begin the path of a file with "./".`;
  throw notFound(target, where, hint);
}

const notFound = (target: string, where: string, hint: string) =>
  new PromolintError('config-not-found', `There is no configuration "${target}".`, { where, hint });

function inPackages(target: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = fileAt(join(at, 'node_modules', target));
    if (found !== undefined || dirname(at) === at) return found;
  }
}

/** The file itself, a folder's configuration, or a file whose extension was left out. */
function fileAt(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return path;
  if (stats?.isDirectory()) return configsIn(path)[0];
  return extname(path) === '' ? ['.yaml', '.yml', '.json'].map((end) => path + end).find((file) => existsSync(file)) : undefined;
}

const packageName = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
