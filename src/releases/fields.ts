import { didYouMean } from '../closest.ts';
import type { Field } from '../load/field.ts';
import { isDate } from '../register/entry.ts';
import type { Release } from '../rule.ts';

/** What became of an authorization. Only a signed one allows anything. */
export const RELEASE_STATUSES = ['signed', 'pending', 'revoked', 'expired'] as const;
/** What a person agreed to show. `story` stands for what was treated and how it went. */
export const RELEASE_SCOPES = ['name', 'photo', 'video', 'story', 'date', 'place', 'contact', 'all'] as const;

/** Nothing that could name the person: the register stands beside the copy, and the signed form in the office. */
const KEYS = ['id', 'ids', 'status', 'date', 'expires', 'scope', 'files'];
/** A reference to a form: no blank, so that no name fits in. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{1,59}$/u;

/** An entry as it was read: what it allows, under which ids copy may name it, and the files that it is for (as in .gitignore). */
export interface Entry {
  readonly release: Release;
  readonly ids: readonly { readonly id: string; readonly field: Field }[];
  readonly files: readonly string[];
}

/** Parts that are missing leave an entry that allows nothing; parts that make no sense are refused. @throws PromolintError with the place */
export function readEntry(field: Field): Entry {
  const keys = field.map(KEYS, ['id']);
  const ids = [keys.get('id')!, ...(keys.get('ids')?.list() ?? [])].map((item) => ({ id: idOf(item), field: item }));
  const status = keys.has('status') ? choice(keys.get('status')!, 'status', RELEASE_STATUSES) : undefined;
  const date = dateOf(keys.get('date'));
  const expires = dateOf(keys.get('expires'));
  if (date !== undefined && expires !== undefined && expires < date)
    throw keys
      .get('expires')!
      .wrong(`It expires (${expires}) before it was signed (${date}).`, 'Exchange the two dates, or mend one.');
  const scope = scopeOf(keys.get('scope'));
  const files = keys.get('files')?.texts() ?? [];
  return { release: { id: ids[0]!.id, status, date, expires, scope, limited: files.length > 0 }, ids, files };
}

function idOf(field: Field): string {
  const text = field.text();
  // The text itself is not repeated: it may be the very name that an id stands for.
  if (!ID.test(text))
    throw field.wrong('This cannot be the id of a release.', 'Use letters, digits, dots, hyphens and slashes: R-2026-014.');
  return text;
}

function dateOf(field: Field | undefined): string | undefined {
  if (field === undefined || field.value === null) return undefined;
  const text = field.value instanceof Date ? field.value.toISOString().slice(0, 10) : field.text();
  if (!isDate(text)) throw field.wrong('This is no date.', 'Write a day that exists as YYYY-MM-DD.');
  return text;
}

function scopeOf(field: Field | undefined): readonly string[] {
  if (field === undefined || field.value === null) return [];
  return (Array.isArray(field.value) ? field.list() : [field]).map((item) => choice(item, 'scope', RELEASE_SCOPES));
}

/** One of a few words; what stands there instead is not repeated either, except to say which word it is near. */
function choice<const Choice extends string>(field: Field, what: string, choices: readonly Choice[]): Choice {
  const found = choices.find((candidate) => candidate === field.value);
  if (found === undefined) throw field.wrong(`Unknown ${what}.`, didYouMean(String(field.value), choices));
  return found;
}
