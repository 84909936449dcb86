import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { closest } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import { Field } from '../load/field.ts';
import type { Page, Register, RegisterReading } from '../rule.ts';
import { readLongYaml } from '../yaml.ts';
import type { Yaml } from '../yaml.ts';
import type { Entry, Problem, Reference } from './entry.ts';
import { readEntry, readReference } from './fields.ts';
import type { RawEntry } from './fields.ts';
import { buildIndexes, readPage } from './reading.ts';
import type { Indexes } from './reading.ts';

/** A register's text, as it was read from a file. `name` stands in messages. */
export interface RegisterFile {
  readonly name: string;
  readonly text: string;
}

/** The claims of a register, and what is wrong with it. */
export interface ReadRegister {
  readonly entries: readonly Entry[];
  /** By file and line. */
  readonly problems: readonly Problem[];
  readonly hash: string;
}

/**
 * Reads the register at `path`, a file or a folder of them. Names in messages are relative to `cwd`.
 * @throws PromolintError `register-not-found`, or `register-invalid` when a file is no YAML
 */
export function readRegister(path: string, cwd: string, where?: string): ReadRegister {
  return parseRegister(filesAt(path, cwd, where));
}

/** Reads a register that must be without errors, and makes it ready to be held against copy. @throws PromolintError with the first error */
export function loadRegister(path: string, cwd: string, where?: string): Register {
  return toRegister(readRegister(path, cwd, where));
}

/** @throws PromolintError `register-invalid` with the first error */
export function toRegister({ entries, problems, hash }: ReadRegister): Register {
  const errors = problems.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first) {
    const more = errors.length > 1 ? ` ${errors.length - 1} more: "promolint claims check" lists them.` : '';
    throw new PromolintError('register-invalid', first.message + more, { where: first.where, hint: first.hint });
  }
  let indexes: Indexes | undefined;
  return { hash, read: (page: Page): RegisterReading => readPage(page, (indexes ??= buildIndexes(entries))) };
}

function filesAt(path: string, cwd: string, where: string | undefined): RegisterFile[] {
  const shown = (file: string): string => relative(cwd, file).split(sep).join('/') || file;
  try {
    if (!statSync(path).isDirectory()) return [{ name: shown(path), text: readFileSync(path, 'utf8') }];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ya?ml|json)$/.test(name));
    if (names.length > 0)
      return names.sort().map((name) => ({ name: shown(join(path, name)), text: readFileSync(join(path, name), 'utf8') }));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const message =
      code === 'ENOENT' ? `There is no register at "${shown(path)}".` : `The register "${shown(path)}" cannot be read (${code}).`;
    throw new PromolintError('register-not-found', message, {
      where,
      cause,
      hint: '"promolint claims init" drafts one from the copy.',
    });
  }
  throw new PromolintError('register-not-found', `The folder "${shown(path)}" holds no register.`, {
    where,
    hint: 'Registers end in .yaml, .yml or .json.',
  });
}

/** @throws PromolintError `register-invalid` when a file is no YAML */
export function parseRegister(files: readonly RegisterFile[]): ReadRegister {
  const problems: Problem[] = [];
  const entries: RawEntry[] = [];
  const references = new Map<string, Reference>();
  for (const file of files) readFile(file, entries, references, problems);
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text).update('\0');
  return { entries: finish(entries, references, problems), problems, hash: hash.digest('hex').slice(0, 16) };
}

function readFile(
  { name, text }: RegisterFile,
  entries: RawEntry[],
  references: Map<string, Reference>,
  problems: Problem[],
): void {
  const yaml = readLongYaml(text, name, 'register-invalid');
  // An empty file holds no claims, which is allowed.
  if (yaml.value === null) return;
  const collect = (read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof PromolintError)) throw error;
      problems.push({ level: 'error', where: error.details.where ?? name, message: error.message, hint: error.details.hint });
    }
  };
  collect(() => {
    const keys = new Field(yaml).map(['claims', 'references']);
    for (const [key, field] of keys.get('references')?.map() ?? [])
      collect(() => {
        if (references.has(key)) throw field.wrong(`There are two references "${key}".`, undefined, 'key');
        references.set(key, readReference(field));
      });
    const claims = keys.get('claims');
    if (claims === undefined || (Array.isArray(claims.value) && claims.value.length === 0)) return;
    claims.list().forEach((field, index) => collect(() => entries.push(readEntry(field, placeOf(yaml, index)))));
  });
}

const placeOf =
  (yaml: Yaml, index: number): Entry['place'] =>
  (key) => ({ file: yaml.file, ...yaml.at(key === undefined ? ['claims', index] : ['claims', index, key], 'value') });

/** What can be judged only when everything is read: ids that occur twice, references that lead nowhere. */
function finish(raw: readonly RawEntry[], references: ReadonlyMap<string, Reference>, problems: Problem[]): Entry[] {
  const first = new Map<string, RawEntry>();
  return raw.map(({ refs, ...entry }) => {
    const other = first.get(entry.id);
    if (other) {
      const { file, line } = other.place();
      problems.push({
        level: 'error',
        where: whereOf(entry, 'id'),
        message: `There are two claims "${entry.id}": the other stands at ${file}:${line}.`,
        hint: 'Give one of them another id.',
      });
    } else first.set(entry.id, { ...entry, refs });
    const found = refs.flatMap(({ key, field, at }) => {
      const reference = references.get(key);
      if (reference) return [{ ...reference, ...(at === undefined ? {} : { at }) }];
      const { message, details } = field.wrong(`There is no reference "${key}".`, hintFor(key, references.keys()));
      problems.push({ level: 'error', where: details.where!, message, hint: details.hint });
      return [];
    });
    return found.length > 0 ? { ...entry, references: [...entry.references, ...found] } : entry;
  });
}

function hintFor(key: string, known: Iterable<string>): string {
  const near = closest(key, known);
  return near === undefined ? 'Add it under "references" at the head of the register.' : `Did you mean "${near}"?`;
}

/** `claims.yaml:12:5`: where an entry, or a key of it, stands. */
export function whereOf(entry: Pick<Entry, 'place'>, key?: string): string {
  const { file, line, column } = entry.place(key);
  return `${file}:${line}:${column}`;
}
