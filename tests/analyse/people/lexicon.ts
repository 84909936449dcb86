import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { PeopleLexicon } from '../../../src/analyse/people/lexicon.ts';
import type { Vocabulary } from '../../../src/load/rule.ts';

const folder = new URL('../../../rules/vocabulary/', import.meta.url);
const lists = ['names', 'surnames', 'speakers', 'conditions', 'treatments', 'symptoms', 'drugs', 'body', 'effects', 'offers'];

const vocabularies = readdirSync(folder)
  .filter((file) => lists.includes(file.replace('.yaml', '')))
  .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as Vocabulary);

export const lexicon = new PeopleLexicon(vocabularies);
