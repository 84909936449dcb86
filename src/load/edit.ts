import { EDIT_PLACES, EDIT_STYLES, FORMATS } from './choices.ts';
import { didYouMean } from '../closest.ts';
import type { Field } from './field.ts';
import type { Rule, RuleEdit } from './rule.ts';

const TEXTS = ['rewrite', 'before', 'after', 'paragraph'] as const;
// prettier-ignore
export const EDIT_KEYS = [
  'title', 'automatic', 'for', 'formats', 'page', 'not_page', 'data', 'replace', ...TEXTS, 'at', 'style',
] as const;
/** What an edit does; each has one of these at least. */
export const EDIT_ACTIONS = ['replace', ...TEXTS, 'style'] as const;

/** Reads one of a rule's `edits`. @throws PromolintError `rule-invalid` */
export function readEdit(field: Field, messages: Rule['messages']): RuleEdit {
  const keys = field.map(EDIT_KEYS, ['title']);
  if (!EDIT_ACTIONS.some((action) => keys.has(action)))
    throw field.wrong('This edit does nothing.', `Say what it does: ${EDIT_ACTIONS.join(', ')}.`, 'key');
  if (keys.has('rewrite') && keys.has('replace'))
    throw field.wrong('An edit either replaces parts of the words found or rewrites all of them.', undefined, 'key');
  const at = keys.get('at');
  const placed = at?.value === 'sentence' ? 'after' : 'paragraph';
  if (at && !keys.has(placed)) throw at.wrong(`"at" says where "${placed}" goes, and there is none.`);
  const read = <Value>(key: (typeof EDIT_KEYS)[number], reader: (value: Field) => Value): Value | undefined => {
    const value = keys.get(key);
    return value && reader(value);
  };
  const edit: RuleEdit = {
    title: keys.get('title')!.text(),
    automatic: read('automatic', (value) => value.flag()),
    for: read('for', (value) => value.list().map((item) => readMessageKey(item, messages))),
    formats: read('formats', (value) => value.someOf('format', FORMATS)),
    page: read('page', readPattern),
    not_page: read('not_page', readPattern),
    data: read('data', (value) => Object.fromEntries([...value.map()].map(([key, pattern]) => [key, readPattern(pattern)]))),
    replace: read('replace', readReplacements),
    ...Object.fromEntries(TEXTS.map((key) => [key, read(key, readText)])),
    at: read('at', (value) => value.oneOf('place', EDIT_PLACES)),
    style: read('style', (value) => value.oneOf('style', EDIT_STYLES)),
  };
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as unknown as RuleEdit;
}

function readMessageKey(field: Field, messages: Rule['messages']): string {
  const key = field.text();
  if (key in messages) return key;
  throw field.wrong(`There is no message "${key}".`, didYouMean(key, Object.keys(messages)));
}

/** White space at the ends counts: it stands between the words found and these. */
function readText(field: Field): string {
  field.text();
  return field.value as string;
}

function readReplacements(field: Field): Record<string, string> {
  return Object.fromEntries(
    [...field.map()].map(([pattern, by]) => {
      checkPattern(pattern, by, 'key');
      if (typeof by.value !== 'string') throw by.wrong('What stands there instead must be text, or "" for nothing.');
      return [pattern, by.value];
    }),
  );
}

function readPattern(field: Field): string {
  checkPattern(field.text(), field, 'value');
  return field.text();
}

/** Copy is not ours: a quantifier without end could keep a run busy for hours. */
function checkPattern(pattern: string, field: Field, part: 'key' | 'value'): void {
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]{0,200}\]/g, '[]');
  if (/[*+]|\{\d+,\}/.test(bare))
    throw field.wrong(`The pattern "${pattern}" has a quantifier without end.`, 'Write {0,60} in place of *, {1,60} in place of +.', part);
  try {
    new RegExp(pattern, 'iu');
  } catch {
    throw field.wrong(`"${pattern}" is no regular expression.`, undefined, part);
  }
}
