import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import ignore from 'ignore';
import { PromolintError } from '../errors.ts';
import { Field } from '../load/field.ts';
import type { Release, Releases } from '../rule.ts';
import { readLongYaml } from '../yaml.ts';
import { readEntry } from './fields.ts';
import type { Entry } from './fields.ts';

/** The authorizations that an organization holds, to be asked for each page. */
export interface ReleaseRegister {
  /** Of all that the file says. */
  readonly hash: string;
  /** What holds for the file at an absolute path. */
  for(absolutePath: string): Releases;
}

/**
 * Reads the releases register at `path`, which must be without errors. Names in messages are relative to `cwd`.
 * @throws PromolintError `register-not-found`, or `register-invalid` with `file:line:column`
 */
export function loadReleases(path: string, cwd: string, where?: string): ReleaseRegister {
  const name = relative(cwd, path).split(sep).join('/') || path;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new PromolintError('register-not-found', `The releases register "${name}" cannot be read (${code}).`, {
      where,
      cause,
      hint: 'Name a YAML file with the key "releases" (docs/releases.md).',
    });
  }
  return toRegister(parseReleases(text, name), dirname(path), createHash('sha256').update(text).digest('hex').slice(0, 16));
}

/** @throws PromolintError `register-invalid` */
export function parseReleases(text: string, name: string): readonly Entry[] {
  const yaml = readLongYaml(text, name, 'register-invalid');
  // An empty file holds no releases, which is allowed.
  if (yaml.value === null) return [];
  const list = named(() => new Field(yaml).map(['releases']).get('releases'));
  if (list === undefined || list.value === null || (Array.isArray(list.value) && list.value.length === 0)) return [];
  const entries = named(() => list.list().map(readEntry));
  const known = new Set<string>();
  for (const { ids } of entries)
    for (const { id, field } of ids) {
      if (known.has(id)) throw field.wrong(`The id "${id}" stands for two releases.`, 'Give one of them another id.');
      known.add(id);
    }
  return entries;
}

/** Errors of a field speak of rules, unless told what was read. */
function named<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PromolintError)) throw error;
    throw new PromolintError('register-invalid', error.message, error.details);
  }
}

function toRegister(entries: readonly Entry[], folder: string, hash: string): ReleaseRegister {
  const byId = new Map<string, Release>();
  for (const { release, ids } of entries) for (const { id } of ids) byId.set(id, release);
  const limited = entries.flatMap(({ release, files }) =>
    files.length > 0 ? [{ release, covers: ignore().add([...files]) }] : [],
  );
  return {
    hash,
    for: (absolutePath) => {
      const path = relative(folder, absolutePath).split(sep).join('/');
      const inside = path !== '' && path !== '..' && !path.startsWith('../');
      return { byId, here: inside ? limited.filter(({ covers }) => covers.ignores(path)).map(({ release }) => release) : [] };
    },
  };
}
