import { readFileSync, statSync } from 'node:fs';
import { basename, extname, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PromolintError } from '../errors.ts';
import { readYaml } from '../yaml.ts';
import type { Path } from '../yaml.ts';

/** A configuration as written, not checked yet. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** Relative to the working folder, for messages. */
  readonly name: string;
  readonly data: unknown;
  /** `file:line:column` of a key or its value; of a configuration that is code, the file alone. */
  where(path: Path, part?: 'key' | 'value'): string;
}

const SCRIPTS = ['.mjs', '.js', '.ts', '.mts'];

export interface SourceOptions {
  /** What paths in messages are relative to. Absolute. */
  readonly cwd: string;
  /** Whether a configuration that is code may run. */
  readonly code: boolean;
}

/** @throws PromolintError `config-not-found` or `config-invalid` */
export async function readSource(file: string, { cwd, code }: SourceOptions): Promise<Source> {
  const name = relative(cwd, file).split(sep).join('/') || basename(file);
  if (SCRIPTS.includes(extname(file))) {
    if (!code)
      throw new PromolintError('config-invalid', 'This configuration is code, which this run does not allow.', {
        where: name,
        hint: 'Write it as promolint.config.yaml, or run without --no-code if you trust it.',
      });
    return { file, name, data: await runScript(file, name), where: () => name };
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const message = code === 'ENOENT' ? 'There is no such configuration.' : `The configuration cannot be read (${code}).`;
    throw new PromolintError('config-not-found', message, { where: name });
  }
  // YAML 1.2 contains JSON, and keeps the places that JSON.parse forgets.
  const yaml = readYaml(text, name, 'config-invalid');
  const root: Path = basename(file) === 'package.json' ? ['promolint'] : [];
  const data = root.length > 0 ? (yaml.value as Record<string, unknown> | null)?.['promolint'] : yaml.value;
  return {
    file,
    name,
    data,
    where: (path, part) => {
      const { line, column } = yaml.at([...root, ...path], part);
      return `${name}:${line}:${column}`;
    },
  };
}

/** What a script exports by default; a promise of it will do. */
async function runScript(file: string, where: string): Promise<unknown> {
  const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) throw new PromolintError('config-not-found', 'There is no such configuration.', { where });
  try {
    // The time makes a changed file a new module, for runs that watch and for editors.
    const load = isTypeScript(file) ? importTypeScript : (href: string) => import(href);
    return await ((await load(`${pathToFileURL(file).href}?${modified}`)) as { default?: unknown }).default;
  } catch (cause) {
    if (cause instanceof PromolintError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    const message = missing
      ? `A module that the configuration imports cannot be found: ${String((cause as Error).message)}`
      : `The configuration cannot be run: ${String(cause)}`;
    throw new PromolintError('config-invalid', message, { where, cause });
  }

  async function importTypeScript(href: string): Promise<unknown> {
    let cause: unknown;
    // Node 22.18 and later strip types by themselves, but leave out enums and the like.
    if ((process.features as { readonly typescript?: unknown }).typescript) {
      try {
        return (await import(href)) as unknown;
      } catch (error) {
        cause = error;
      }
    }
    const jiti = await import('jiti').catch(() => undefined);
    if (jiti) return { default: await jiti.createJiti(file, { moduleCache: false }).import(file, { default: true }) };
    if (cause !== undefined) throw cause;
    throw new PromolintError('config-invalid', `Node ${process.versions.node} alone cannot run a configuration in TypeScript.`, {
      where,
      hint: 'Run "npm install --save-dev jiti", use Node 22.18 or later, or write it as promolint.config.yaml or .mjs.',
    });
  }
}

const isTypeScript = (file: string): boolean => ['.ts', '.mts'].includes(extname(file));
