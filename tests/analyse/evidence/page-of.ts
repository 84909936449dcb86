import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { Lexicon } from '../../../src/analyse/lexicon.ts';
import { analyse } from '../../../src/analyse/page.ts';
import type { Vocabulary } from '../../../src/load/rule.ts';
import { parse } from '../../../src/parse/parse.ts';
import type { Context, Format, Page } from '../../../src/rule.ts';

const folder = 'rules/vocabulary';
const vocabularies = readdirSync(folder).map((name) => parseYaml(readFileSync(`${folder}/${name}`, 'utf8')) as Vocabulary);
export const lexicon = new Lexicon(vocabularies);

const context: Context = {
  profiles: ['us-provider'], product: 'provider-service', audience: 'consumer', asOf: '2026-11-21',
  organization: { names: [], phones: [], emails: [], addresses: [], domains: ['harborclinic.example'], clinicians: [], products: [] },
};

/** The analysis of a text under the built-in vocabularies, as a run makes it. */
export function pageOf(source: string, format: Format = 'markdown'): Page {
  return analyse(parse({ path: `page.${format}`, source, format }), context, lexicon);
}
