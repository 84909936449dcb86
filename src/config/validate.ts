import type { z } from 'zod';
import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import type { Path } from '../yaml.ts';
import { configSchema, keysAt } from './schema.ts';
import type { ConfigFile } from './schema.ts';
import type { Source } from './source.ts';

type Issue = z.core.$ZodIssue;

/** @throws PromolintError `config-invalid`, placed at the first thing that is wrong, with what was probably meant */
export function validate(source: Source): ConfigFile {
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
