import { FAMILIES, PRODUCTS } from '../rule.ts';
import type { Family } from '../rule.ts';
import { didYouMean } from '../closest.ts';
import { PhraseError, PhraseSet, SHAPE_NAMES } from '../match/phrase.ts';
import type { Yaml } from '../yaml.ts';
// prettier-ignore
import {
  AGENTS, BLOCKS, CHECKED, CITED, CLAIM_KINDS, FRAMES, HEDGES, JURISDICTIONS, LEVELS, OBJECTS, PROFILE_NAMES, REPORTS, REQUIRED_RULE_KEYS,
  RULE_KEYS, RULE_PRODUCTS, SCOPES, SEVERITIES, SPEAKERS, SUBJECTS, USES,
} from './choices.ts';
import { readEdit } from './edit.ts';
import { Field } from './field.ts';
import type { Basis, ClaimQuery, Condition, Match, Rule } from './rule.ts';

/** What a rule file may refer to. */
export interface Known {
  readonly sources: ReadonlySet<string>;
  /** `list` and `list.class` of every vocabulary. */
  readonly terms: ReadonlySet<string>;
}

// prettier-ignore
const MATCH_KEYS = [
  ...SUBJECTS, 'in', 'not_in', 'unless', 'needs', 'without', 'cited', 'sells', 'plain', 'profiles', 'products', 'severity', 'confidence', 'message', 'report',
];
/** What a message may name without a detector that fills it: the words found, and of a claim its effect and object. */
const PLACEHOLDERS = ['match', 'effect', 'object'];

/** Reads a rule file whose id must be `expectedId` (`family/name`, from its path). @throws PromolintError `rule-invalid` */
export function readRule(yaml: Yaml, expectedId: string, known: Known): Rule {
  const file = new Field(yaml).map(RULE_KEYS, REQUIRED_RULE_KEYS);
  const get = (key: string): Field => file.get(key)!;
  const optional = <Value>(key: string, read: (field: Field) => Value): Value | undefined => {
    const field = file.get(key);
    return field && read(field);
  };

  const id = get('id');
  const family = id.text().split('/')[0] as Family;
  if (!FAMILIES.includes(family)) throw id.wrong(`Unknown family "${family}".`, didYouMean(family, FAMILIES));
  if (id.text() !== expectedId) throw id.wrong(`The id must follow the path of the file: "${expectedId}".`);

  const words = optional('words', (field) => readWords(field, known));
  const names = new Set([...known.terms, ...Object.keys(words ?? {}), ...SHAPES_AND_ANY]);
  const messages = Object.fromEntries(
    [...get('messages').map(undefined, ['default'])].map(([key, field]) => [key, field.text()]),
  );
  const basis = get('basis')
    .list()
    .map((field) => readBasis(field, known));
  const match = get('match')
    .list()
    .map((field) => readMatch(field, names, messages));
  const detects = match.some(({ detector }) => detector);
  for (const [key, field] of get('messages').map()) checkPlaceholders(field, key, detects);

  return {
    id: expectedId,
    family,
    title: get('title').text(),
    tier: get('tier').number(1, 3) as Rule['tier'],
    severity: get('severity').oneOf('severity', SEVERITIES),
    severity_for: optional('severity_for', readSeverityFor),
    profiles: get('profiles').value === 'all' ? 'all' : get('profiles').someOf('profile', PROFILE_NAMES),
    products: get('products').someOf('product', RULE_PRODUCTS),
    jurisdictions: optional('jurisdictions', (field) => field.someOf('jurisdiction', JURISDICTIONS)) ?? [
      ...new Set(basis.flatMap(({ jurisdictions }) => jurisdictions ?? [])),
    ],
    messages,
    why: get('why').text(),
    fix: get('fix').text(),
    edits: optional('edits', (field) => readEdits(field, family, messages)),
    basis,
    words,
    approved: optional('approved', readApproved),
    match,
    file: yaml.file,
  };
}

/** What identifies somebody is for a person to take out: no edit may carry a part of it. */
function readEdits(field: Field, family: Family, messages: Rule['messages']): Rule['edits'] {
  if (family === 'phi') throw field.wrong('A rule of the phi family has no edits.', undefined, 'key');
  return field.list().map((item) => readEdit(item, messages));
}

function readBasis(field: Field, known: Known): Basis {
  const keys = field.map(['source', 'at', 'says', 'checked', 'jurisdictions'], ['source', 'at', 'says', 'checked']);
  const source = keys.get('source')!;
  if (!known.sources.has(source.text())) {
    throw source.wrong(
      `Unknown source "${source.text()}".`,
      didYouMean(source.text(), known.sources) ?? 'Add it to sources.yaml.',
    );
  }
  return {
    source: source.text(),
    at: keys.get('at')!.text(),
    says: keys.get('says')!.text(),
    checked: keys.get('checked')!.oneOf('value of "checked"', CHECKED),
    jurisdictions: keys.get('jurisdictions')?.someOf('jurisdiction', JURISDICTIONS),
  };
}

function readApproved(field: Field): Rule['approved'] {
  const keys = field.map(['as', 'profiles'], ['as']);
  const profiles = keys.get('profiles');
  return {
    as: keys.get('as')!.someOf('use', USES),
    profiles: profiles === undefined || profiles.value === 'all' ? 'all' : profiles.someOf('profile', PROFILE_NAMES),
  };
}

function readSeverityFor(field: Field): Rule['severity_for'] {
  return Object.fromEntries(
    [...field.map([...PROFILE_NAMES, ...PRODUCTS])].map(([key, value]) => [key, value.oneOf('severity', [...SEVERITIES, 'off'])]),
  );
}

function checkPlaceholders(field: Field, key: string, detects: boolean): void {
  const text = field.text();
  for (const [, name] of text.matchAll(/\{([^{}]*)\}/g)) {
    // A detector fills its own placeholders; that it does is proved by the rule's examples.
    if (detects ? /^\w+$/.test(name!) : PLACEHOLDERS.includes(name!)) continue;
    throw field.wrong(`Unknown placeholder "{${name}}" in the message "${key}".`, didYouMean(name!, PLACEHOLDERS));
  }
}

// ---------------------------------------------------------------- words and phrases

const SHAPES_AND_ANY = [...SHAPE_NAMES, 'any'];

function readWords(field: Field, { terms }: Known): Record<string, string[]> {
  const lists = field.map();
  for (const [name, list] of lists) {
    if (!terms.has(name) && !SHAPES_AND_ANY.includes(name)) continue;
    throw list.wrong(`"${name}" is already the name of a word class.`, 'Choose another name.', 'key');
  }
  const names = new Set([...terms, ...lists.keys(), ...SHAPES_AND_ANY]);
  return Object.fromEntries([...lists].map(([name, list]) => [name, readPhrases(list, names)]));
}

/** @param names the word classes that a phrase may use */
function readPhrases(field: Field, names: ReadonlySet<string>): string[] {
  for (const item of field.list()) checkPhrase(item, names);
  return field.texts();
}

function checkPhrase(field: Field, names: ReadonlySet<string>): void {
  const phrase = field.text();
  for (const [, inner] of phrase.matchAll(/<([^!<>][^<>]*)>/g)) {
    for (const name of inner!.split('|').map((part) => part.trim())) {
      if (!names.has(name)) throw field.wrong(`Unknown word class <${name}> in the phrase "${phrase}".`, didYouMean(name, names));
    }
  }
  try {
    new PhraseSet().add(phrase, { has: (name) => names.has(name) });
  } catch (error) {
    if (error instanceof PhraseError) throw field.wrong(`The phrase "${phrase}" cannot be read: ${error.message}.`);
    throw error;
  }
}

// ---------------------------------------------------------------- match

function readMatch(field: Field, names: ReadonlySet<string>, messages: Rule['messages']): Match {
  const keys = field.map(MATCH_KEYS);
  const subjects = SUBJECTS.filter((subject) => keys.has(subject));
  if (subjects.length !== 1) throw field.wrong('A match has exactly one subject: phrases, claim or detector.', undefined, 'key');
  const read = <Value>(key: string, reader: (value: Field) => Value): Value | undefined => {
    const value = keys.get(key);
    return value && reader(value);
  };
  const detector = keys.get('detector');
  if (detector && detector.value !== true) throw detector.wrong('"detector" can only be true.');
  const message = keys.get('message');
  if (message && !(message.text() in messages)) {
    throw message.wrong(`There is no message "${message.text()}".`, didYouMean(message.text(), Object.keys(messages)));
  }
  const conditions = (value: Field): Condition[] => value.list().map((item) => readCondition(item, names));
  const match: Match = {
    phrases: read('phrases', (value) => readPhrases(value, names)),
    claim: read('claim', readClaimQuery),
    detector: detector ? true : undefined,
    in: read('in', (value) => value.someOf('kind of block', BLOCKS)),
    not_in: read('not_in', (value) => value.someOf('kind of block', BLOCKS)),
    // An empty list is meant: no frame clears the match.
    unless: read('unless', (value) =>
      Array.isArray(value.value) && value.value.length === 0 ? [] : value.someOf('frame', FRAMES),
    ),
    needs: read('needs', conditions),
    without: read('without', conditions),
    cited: read('cited', (value) => value.oneOf('value of "cited"', CITED)),
    sells: read('sells', (value) => value.flag()),
    plain: read('plain', (value) => value.flag()),
    profiles: read('profiles', (value) => value.someOf('profile', PROFILE_NAMES)),
    products: read('products', (value) => value.someOf('product', PRODUCTS)),
    severity: read('severity', (value) => value.oneOf('severity', SEVERITIES)),
    confidence: read('confidence', (value) => value.number(0, 1)),
    message: message?.text(),
    report: read('report', (value) => value.oneOf('value of "report"', REPORTS)),
  };
  return withoutUndefined(match);
}

function readCondition(field: Field, names: ReadonlySet<string>): Condition {
  const keys = field.map(['within', 'phrases', 'claim'], ['within']);
  if (keys.has('phrases') === keys.has('claim'))
    throw field.wrong('A condition has either phrases or a claim.', undefined, 'key');
  const phrases = keys.get('phrases');
  const claim = keys.get('claim');
  return withoutUndefined({
    within: keys.get('within')!.oneOf('scope', SCOPES),
    phrases: phrases && readPhrases(phrases, names),
    claim: claim && readClaimQuery(claim),
  });
}

function readClaimQuery(field: Field): ClaimQuery {
  const keys = field.map([
    'level',
    'object',
    'agent',
    'kind',
    'speaker',
    'hedge',
    'fragment',
    'absolute',
    'serious',
    'min_confidence',
  ]);
  return withoutUndefined({
    level: keys.get('level')?.someOf('level', LEVELS),
    object: keys.get('object')?.someOf('object', OBJECTS),
    agent: keys.get('agent')?.someOf('agent', AGENTS),
    kind: keys.get('kind')?.someOf('kind of claim', CLAIM_KINDS),
    speaker: keys.get('speaker')?.someOf('speaker', SPEAKERS),
    hedge: keys.get('hedge')?.someOf('hedge', HEDGES),
    fragment: keys.get('fragment')?.flag(),
    absolute: keys.get('absolute')?.flag(),
    serious: keys.get('serious')?.flag(),
    min_confidence: keys.get('min_confidence')?.number(0, 1),
  });
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}
