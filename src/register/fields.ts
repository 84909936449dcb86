import { findIdentifiers } from '../analyse/evidence/identifiers.ts';
import { OVERLAYS, PROFILES } from '../rule.ts';
import { Field } from '../load/field.ts';
import { STANDS, STATUSES, USES, isDate } from './entry.ts';
import type { Entry, Qualifier, Reference } from './entry.ts';
import { MOST_WORDS, WordingError, choice, readWording } from './wording.ts';
import type { Placeholder, Wording } from './wording.ts';
import { wordsIn } from './words.ts';

// prettier-ignore
const KEYS = [
  'id', 'wording', 'variants', 'placeholders', 'product', 'markets', 'audience', 'qualifiers', 'references', 'use', 'status', 'approver',
  'approved', 'review_by', 'reason', 'note',
];
const REFERENCE_KEYS = ['cite', 'title', 'doi', 'pmid', 'url', 'file', 'at', 'ref'];
/** Countries stand for all profiles of theirs. */
const MARKETS = ['us', ...PROFILES, ...OVERLAYS];

/** What the file says of an entry, and what is left to check once all files are read. */
export interface RawEntry extends Entry {
  /** Keys of `references:` that the entry names, with the field to complain about. */
  readonly refs: readonly { readonly key: string; readonly field: Field; readonly at?: string }[];
}

/** @throws PromolintError with the place */
export function readEntry(field: Field, place: Entry['place']): RawEntry {
  const keys = field.map(KEYS, ['id', 'wording']);
  const text = (key: string): string | undefined => keys.get(key)?.text();
  const listed = (key: string): string[] => texts(keys.get(key));
  const products = listed('product');
  const placeholders = readPlaceholders(keys.get('placeholders'), products);
  const wordings = [keys.get('wording')!, ...(keys.get('variants')?.list() ?? [])].map((item) => wording(item, placeholders));
  const id = keys.get('id')!;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,79}$/u.test(id.text()))
    throw id.wrong(`"${id.text()}" cannot be an id.`, 'Use letters, digits, dots, hyphens and slashes, at most 80.');
  const status = keys.get('status')?.oneOf('status', STATUSES) ?? 'approved';
  const approved = date(keys.get('approved'));
  const reviewBy = date(keys.get('review_by'));
  if (status === 'approved' && approved === undefined)
    throw field.wrong('An approved claim needs the date of its approval.', 'Write "approved: 2026-01-31", or "status: draft".');
  if (approved !== undefined && reviewBy !== undefined && reviewBy < approved)
    throw keys.get('review_by')!.wrong(`The review (${reviewBy}) comes before the approval (${approved}).`);
  const { references, refs } = readReferences(keys.get('references'));
  return {
    id: id.text(),
    wordings,
    products,
    markets: someOf(keys.get('markets'), 'market', MARKETS),
    audiences: someOf(keys.get('audience'), 'audience', ['consumer', 'hcp']),
    qualifiers: keys.get('qualifiers')?.list().map(qualifier) ?? [],
    references,
    refs,
    use: keys.get('use')?.oneOf('use', USES) ?? 'claim',
    status,
    approver: text('approver'),
    approved,
    reviewBy,
    reason: text('reason'),
    place,
  };
}

const texts = (field: Field | undefined): string[] =>
  field === undefined ? [] : Array.isArray(field.value) ? field.texts() : [field.text()];

function someOf(field: Field | undefined, what: string, known: readonly string[]): string[] {
  if (field === undefined) return [];
  return Array.isArray(field.value) ? field.someOf(what, known) : [field.oneOf(what, known)];
}

function date(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const text = field.text();
  if (!isDate(text)) throw field.wrong(`"${text}" is no date.`, 'Write a day that exists as YYYY-MM-DD.');
  return text;
}

function wording(field: Field, placeholders: ReadonlyMap<string, Placeholder>): Wording {
  try {
    return readWording(field.text(), placeholders);
  } catch (error) {
    if (error instanceof WordingError) throw field.wrong(error.message, error.hint);
    throw error;
  }
}

/** `{product}` is there for every claim that names its product. */
function readPlaceholders(field: Field | undefined, products: readonly string[]): Map<string, Placeholder> {
  const known = new Map<string, Placeholder>();
  if (products.length > 0) known.set('product', choice('product', products));
  for (const [name, value] of field?.map() ?? []) known.set(name, placeholder(name, value));
  return known;
}

function placeholder(name: string, field: Field): Placeholder {
  if (!/^[a-z][a-z0-9_-]{0,29}$/.test(name))
    throw field.wrong(`"${name}" cannot be the name of a placeholder.`, 'Use small letters, digits, - and _.', 'key');
  if (Array.isArray(field.value)) {
    const options = field.list().map((item) => (typeof item.value === 'number' ? String(item.value) : item.text()));
    try {
      return choice(name, options);
    } catch (error) {
      if (error instanceof WordingError) throw field.wrong(error.message, error.hint);
      throw error;
    }
  }
  const keys = field.map(['from', 'to', 'words']);
  const words = keys.get('words');
  if (words) {
    if (keys.size > 1) throw field.wrong(`"${name}" is either a number of words or a range of numbers.`);
    if (typeof words.value === 'number' && words.value > MOST_WORDS)
      throw words.wrong(
        `A placeholder of ${words.value} words would match nearly everything.`,
        `At most ${MOST_WORDS}; list the texts instead.`,
      );
    const most = words.number(1, MOST_WORDS);
    return { kind: 'words', name, most: Math.floor(most) };
  }
  const [from, to] = [keys.get('from'), keys.get('to')].map((bound) => bound?.number(-1e9, 1e9));
  if (from === undefined || to === undefined)
    throw field.wrong(
      `"${name}" needs a list of texts, "from" and "to", or "words".`,
      'An open placeholder would match everything.',
    );
  if (from > to) throw field.wrong(`The range of "${name}" is upside down.`);
  return { kind: 'number', name, from, to };
}

function qualifier(field: Field): Qualifier {
  const keys = typeof field.value === 'string' ? undefined : field.map(['text', 'where'], ['text']);
  const text = keys?.get('text') ?? field;
  const words = wordsIn(text.text()).map(({ key }) => key);
  if (words.length === 0) throw text.wrong('This qualifier has no words.');
  return { text: text.text(), where: keys?.get('where')?.oneOf('place', STANDS) ?? 'section', words: ` ${words.join(' ')} ` };
}

function readReferences(field: Field | undefined): { references: Reference[]; refs: RawEntry['refs'] } {
  const references: Reference[] = [];
  const refs: RawEntry['refs'][number][] = [];
  for (const item of field?.list() ?? []) {
    if (typeof item.value === 'string') {
      references.push({ cite: item.text() });
      continue;
    }
    const keys = item.map(REFERENCE_KEYS);
    const ref = keys.get('ref');
    if (ref) refs.push({ key: ref.text(), field: ref, at: keys.get('at')?.text() });
    else references.push(readReference(item));
  }
  return { references, refs };
}

/** @throws PromolintError when it says nothing to find the source by, or an identifier is malformed */
export function readReference(field: Field): Reference {
  if (typeof field.value === 'string') return { cite: field.text() };
  const keys = field.map(REFERENCE_KEYS.filter((key) => key !== 'ref'));
  const value = (key: string): string | undefined => {
    const item = keys.get(key);
    return typeof item?.value === 'number' ? String(item.value) : item?.text();
  };
  const reference = {
    cite: value('cite'),
    title: value('title'),
    doi: value('doi'),
    pmid: value('pmid'),
    url: value('url'),
    file: value('file'),
    at: value('at'),
  };
  const { cite, doi, pmid, url, file } = reference;
  if (cite === undefined && doi === undefined && pmid === undefined && url === undefined && file === undefined)
    throw field.wrong('A reference needs one of cite, doi, pmid, url or file.');
  for (const [key, scheme] of [
    ['doi', 'doi'],
    ['pmid', 'pmid'],
  ] as const) {
    const given = reference[key];
    if (given !== undefined && findIdentifiers(`${scheme}: ${given}`)[0]?.valid !== true)
      throw keys.get(key)!.wrong(`"${given}" is no ${scheme.toUpperCase()}.`);
  }
  if (url !== undefined && !/^https?:\/\/[^\s/]+/.test(url))
    throw keys.get('url')!.wrong(`"${url}" is no address.`, 'Write it with https://.');
  return reference;
}
