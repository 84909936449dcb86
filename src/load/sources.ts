import type { Yaml } from '../yaml.ts';
import { Field } from './field.ts';
import type { Source } from './rule.ts';

const KEYS = ['title', 'address', 'copy', 'note', 'read'];

/** The file `sources.yaml`: key → law, guide or order. */
export function readSources(yaml: Yaml): Record<string, Source> {
  const sources: Record<string, Source> = {};
  for (const [key, field] of new Field(yaml).map()) {
    const source = field.map(KEYS, ['title']);
    sources[key] = Object.fromEntries([...source].map(([name, value]) => [name, value.text()])) as unknown as Source;
  }
  return sources;
}
