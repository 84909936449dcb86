import { readFileSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import ignore from 'ignore';
import type { z } from 'zod';
import type { RuleSetting } from '../check/severity.ts';
import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import type { Organization } from '../rule.ts';
import { readYaml } from '../yaml.ts';
import type { Path } from '../yaml.ts';
import { configSchema, keysAt } from './schema.ts';
import type { ConfigFile } from './schema.ts';
import { NO_ORGANIZATION } from './settings.ts';
import type { Config, Layer, Mention, Override, RuleSettings } from './settings.ts';

interface Source {
  readonly file: string;
  readonly data: unknown;
  where(path: Path, part?: 'key' | 'value'): string;
}

/** Reads a configuration and all that it extends. `cwd` is what paths in messages are relative to. */
export async function loadConfig(file: string, cwd: string): Promise<Config> {
  return (await loadChain(file, cwd, dirname(file), [])).reduce(combine);
}

/** The configurations that a file extends, then the file itself. `folder` is what the patterns of all of them are relative to. */
async function loadChain(file: string, cwd: string, folder: string, above: readonly string[]): Promise<Config[]> {
  const source = await readSource(file, cwd);
  const config = validate(source);
  const chain: Config[] = [];
  for (const [index, target] of list(config.extends).entries()) {
    const path = resolve(dirname(file), target);
    const where = source.where(Array.isArray(config.extends) ? ['extends', index] : ['extends'], 'value');
    if ([...above, file].includes(path)) throw new PromolintError('config-invalid', `"${target}" extends itself.`, { where });
    try {
      chain.push(...(await loadChain(path, cwd, folder, [...above, file])));
    } catch (error) {
      if (error instanceof PromolintError && error.code === 'config-not-found')
        throw new PromolintError('config-not-found', `There is no configuration "${target}".`, { where });
      throw error;
    }
  }
  return [...chain, toConfig(config, source, folder)];
}

async function readSource(file: string, cwd: string): Promise<Source> {
  const name = relative(cwd, file).split(sep).join('/') || basename(file);
  if (['.mjs', '.js'].includes(extname(file))) return { file, data: await importConfig(file, name), where: () => name };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new PromolintError(
      'config-not-found',
      code === 'ENOENT' ? 'There is no such configuration.' : `The configuration cannot be read (${code}).`,
      {
        where: name,
      },
    );
  }
  // YAML 1.2 contains JSON, and keeps the places that JSON.parse forgets.
  const yaml = readYaml(text, name, 'config-invalid');
  const root: Path = basename(file) === 'package.json' ? ['promolint'] : [];
  const data = root.length > 0 ? (yaml.value as Record<string, unknown> | null)?.['promolint'] : yaml.value;
  return {
    file,
    data,
    where: (path, part) => {
      const { line, column } = yaml.at([...root, ...path], part);
      return `${name}:${line}:${column}`;
    },
  };
}

async function importConfig(file: string, where: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    const message = missing
      ? 'The configuration, or a module that it imports, cannot be found.'
      : `The configuration cannot be run: ${String(cause)}`;
    throw new PromolintError(missing ? 'config-not-found' : 'config-invalid', message, { where, cause });
  }
}

// ---------------------------------------------------------------- checking

type Issue = z.core.$ZodIssue;

function validate(source: Source): ConfigFile {
  // An empty file decides nothing, which is allowed.
  const result = configSchema.safeParse(source.data ?? {});
  if (result.success) return result.data;
  throw toError(result.error.issues[0]!, source);
}

function toError(issue: Issue, source: Source): PromolintError {
  const path = issue.path as Path;
  if (issue.code === 'invalid_union') {
    const branch = bestBranch(issue.errors);
    return toError({ ...branch, path: [...issue.path, ...branch.path] } as Issue, source);
  }
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    return error(source.where([...path, key]), `Unknown key "${key}".`, didYouMean(key, keysAt(path)));
  }
  const value = valueAt(source.data, path);
  const where = source.where(path, 'value');
  const name = path.length > 0 ? `"${path.findLast((step) => typeof step === 'string')}"` : 'The configuration';
  if (issue.code === 'invalid_value' && typeof value === 'string')
    return error(where, `Unknown value "${value}" for ${name}.`, didYouMean(value, issue.values.map(String)));
  if (issue.code === 'invalid_value') return error(where, `${name} must be one of ${issue.values.join(', ')}.`);
  if (issue.code === 'invalid_type')
    return error(where, `${name} must be ${TYPES[issue.expected] ?? issue.expected}, not ${typeName(value)}.`);
  return error(where, `${name}: ${issue.message}.`);
}

const error = (where: string, message: string, hint?: string) => new PromolintError('config-invalid', message, { where, hint });

/** Of the ways to write a value, the one that the writer probably meant: where the shape fits and only a word is wrong. */
function bestBranch(branches: readonly (readonly Issue[])[]): Issue {
  const issues = branches.flatMap((branch) => branch.slice(0, 1));
  return issues.find(({ path }) => path.length > 0) ?? issues.find(({ code }) => code !== 'invalid_type') ?? issues[0]!;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  tuple: 'a level, or a list of a level and options',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  boolean: 'true or false',
};

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false', object: 'a map' }[typeof value as string] ?? typeof value
  );
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], data);
}

// ---------------------------------------------------------------- shaping

function toConfig(config: ConfigFile, source: Source, folder: string): Config {
  const mentions: Mention[] = [];
  const rules = (settings: ConfigFile['rules'], path: Path): RuleSettings | undefined => {
    if (!settings) return undefined;
    for (const id of Object.keys(settings)) mentions.push({ id, where: source.where([...path, id]) });
    return Object.fromEntries(Object.entries(settings).map(([id, setting]) => [id, toRuleSetting(setting)]));
  };
  const layer = (from: Pick<ConfigFile, 'profile' | 'product' | 'audience' | 'rules'>, path: Path): Layer => ({
    profiles: from.profile === undefined ? undefined : list(from.profile),
    product: from.product,
    audience: from.audience,
    rules: rules(from.rules, path),
  });
  config.provides?.forEach((id, index) => mentions.push({ id, where: source.where(['provides', index]) }));
  return {
    base: layer(config, ['rules']),
    overrides: (config.overrides ?? []).map((override, index): Override => ({
      ...layer(override, ['overrides', index, 'rules']),
      files: list(override.files),
      applies: matcher(folder, list(override.files)),
    })),
    ignore: config.ignore ?? [],
    extensions: config.extensions ?? {},
    packs: (config.packs ?? []).map((name, index) => ({
      name,
      from: dirname(source.file),
      where: source.where(['packs', index]),
    })),
    organization: { ...NO_ORGANIZATION, ...config.organization },
    federalPrograms: config.federal_programs,
    provides: config.provides ?? [],
    trustedSources: config.trusted_sources ?? [],
    mentions,
    folder,
  };
}

type RuleSettingFile = NonNullable<ConfigFile['rules']>[string];

function toRuleSetting(setting: RuleSettingFile): RuleSetting {
  if (typeof setting === 'string') return { level: setting };
  const [level, options] = setting;
  return { level, ...options };
}

function matcher(folder: string, patterns: readonly string[]): Override['applies'] {
  const rules = ignore().add([...patterns]);
  return (absolutePath) => {
    const path = relative(folder, absolutePath).split(sep).join('/');
    return path !== '' && path !== '..' && !path.startsWith('../') && rules.ignores(path);
  };
}

/** `over` builds on `under`: single values replace, lists grow, rules are joined by id. */
function combine(under: Config, over: Config): Config {
  const organization = Object.fromEntries(
    (Object.keys(NO_ORGANIZATION) as (keyof Organization)[]).map((key) => [
      key,
      [...under.organization[key], ...over.organization[key]],
    ]),
  ) as unknown as Organization;
  return {
    base: {
      profiles: over.base.profiles ?? under.base.profiles,
      product: over.base.product ?? under.base.product,
      audience: over.base.audience ?? under.base.audience,
      rules: { ...under.base.rules, ...over.base.rules },
    },
    overrides: [...under.overrides, ...over.overrides],
    ignore: [...under.ignore, ...over.ignore],
    extensions: { ...under.extensions, ...over.extensions },
    packs: [...under.packs, ...over.packs],
    organization,
    federalPrograms: over.federalPrograms ?? under.federalPrograms,
    provides: [...under.provides, ...over.provides],
    trustedSources: [...under.trustedSources, ...over.trustedSources],
    mentions: [...under.mentions, ...over.mentions],
    folder: over.folder,
  };
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
