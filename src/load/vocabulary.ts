import type { Yaml } from '../yaml.ts';
import { Field } from './field.ts';
import type { Vocabulary, VocabularyEntry } from './rule.ts';

const ENTRY_KEYS = ['term', 'class', 'forms', 'case_sensitive', 'ambiguous', 'not_before', 'not_after', 'note'];

/** A file `vocabulary/<id>.yaml`. What an entry may carry besides the usual keys stands under `keys` at the head of the file. */
export function readVocabulary(yaml: Yaml, expectedId: string): Vocabulary {
  const file = new Field(yaml).map(['id', 'title', 'for', 'origin', 'match', 'keys', 'terms'], ['id', 'title', 'terms']);
  const id = file.get('id')!;
  if (id.text() !== expectedId) throw id.wrong(`The id must be the name of the file, "${expectedId}".`);
  const known = [...ENTRY_KEYS, ...(file.get('keys')?.map().keys() ?? [])];
  return {
    id: expectedId,
    terms: file
      .get('terms')!
      .list()
      .map((field) => readEntry(field, known)),
  };
}

function readEntry(field: Field, known: readonly string[]): VocabularyEntry {
  const keys = field.map(known, ['term']);
  const entry: Record<string, unknown> = {};
  for (const [key, value] of keys) {
    if (key === 'note') continue;
    if (key === 'term' || key === 'class') entry[key] = value.text();
    else if (key === 'forms' || key === 'not_before' || key === 'not_after') entry[key] = value.texts();
    else if (key === 'case_sensitive' || key === 'ambiguous') entry[key] = value.flag();
    else entry[key] = value.value;
  }
  return entry as unknown as VocabularyEntry;
}
