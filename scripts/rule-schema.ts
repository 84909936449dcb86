import { FAMILIES, PRODUCTS } from '../src/rule.ts';
// prettier-ignore
import {
  AGENTS, BLOCKS, CHECKED, CITED, CLAIM_KINDS, EDIT_PLACES, EDIT_STYLES, FORMATS, FRAMES, HEDGES, JURISDICTIONS, LEVELS, OBJECTS, PROFILE_NAMES, REPORTS, REQUIRED_RULE_KEYS,
  RULE_KEYS, RULE_PRODUCTS, SCOPES, SEVERITIES, SPEAKERS, SUBJECTS, USES,
} from '../src/load/choices.ts';
import { EDIT_ACTIONS } from '../src/load/edit.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = (description?: string): Schema => ({ type: 'string', minLength: 1, ...(description ? { description } : {}) });
const one = (choices: readonly string[], description?: string): Schema => ({
  enum: choices,
  ...(description ? { description } : {}),
});
const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  minItems: 1,
  ...(description ? { description } : {}),
});
const map = (properties: Readonly<Record<string, Schema>>, required: readonly string[], description?: string): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...(description ? { description } : {}),
});
const flag: Schema = { type: 'boolean' };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const phrases = list(text(), 'Patterns of words, as in docs/writing-a-rule.md.');

const claim = map(
  {
    level: list(one(LEVELS)),
    object: list(one(OBJECTS)),
    agent: list(one(AGENTS)),
    kind: list(one(CLAIM_KINDS)),
    speaker: list(one(SPEAKERS)),
    hedge: list(one(HEDGES)),
    fragment: flag,
    absolute: flag,
    serious: flag,
    min_confidence: share,
  },
  [],
  'A record of "somebody says that this does something to health".',
);

const condition: Schema = {
  ...map({ within: one(SCOPES), phrases, claim }, ['within']),
  oneOf: [{ required: ['phrases'] }, { required: ['claim'] }],
};

const match: Schema = {
  ...map(
    {
      phrases,
      claim,
      detector: { const: true, description: 'Code in the file of the same name.' },
      in: list(one(BLOCKS), 'Only blocks of these kinds.'),
      not_in: list(one(BLOCKS)),
      unless: { type: 'array', items: one(FRAMES), description: 'Frames that clear the match.' },
      needs: list(condition, 'All of them must hold.'),
      without: list(condition, 'Any of them clears the match.'),
      cited: one(CITED),
      sells: { ...flag, description: 'Only on pages that offer something.' },
      plain: { ...flag, description: 'The words can hardly be meant otherwise: a warning stands whatever the passage around it adds up to.' },
      profiles: list(one(PROFILE_NAMES)),
      products: list(one(PRODUCTS)),
      severity: one(SEVERITIES),
      confidence: { ...share, description: 'Below 0.5 the finding becomes info.' },
      message: text('A key of messages.'),
      report: one(REPORTS, 'How much is underlined.'),
    },
    [],
  ),
  oneOf: SUBJECTS.map((subject) => ({ required: [subject] })),
};

const basis = map(
  {
    source: text('A key of sources.yaml.'),
    at: text('The section, as a lawyer cites it.'),
    says: text('What it says, in one sentence of our own.'),
    checked: one(CHECKED, 'How far somebody compared the sentence with the source.'),
    jurisdictions: list(one(JURISDICTIONS)),
  },
  ['source', 'at', 'says', 'checked'],
);

const pattern = (description: string): Schema => text(`${description} A regular expression without regard to letter case.`);
const edit: Schema = {
  ...map(
    {
      title: text("What it does, as an editor's menu has it."),
      automatic: { ...flag, description: 'The right words are fixed by law or by the register: --fix may write them.' },
      for: list(text(), 'For findings with these messages only.'),
      formats: list(one(FORMATS)),
      page: pattern("Must stand in the page's text."),
      not_page: pattern("May not stand in the page's text."),
      data: { type: 'object', additionalProperties: pattern('What fills the placeholder of the message must fit it.') },
      replace: {
        type: 'object',
        propertyNames: { minLength: 1 },
        additionalProperties: { type: 'string' },
        description: 'Pattern in the words found → what stands there instead; the first that is found counts.',
      },
      rewrite: text('Stands in place of the words found.'),
      before: text('Stands right before the words found.'),
      after: text('Stands right behind the words found.'),
      paragraph: text('A paragraph of its own.'),
      at: one(EDIT_PLACES, 'A paragraph: behind what the words stand in (default), or at the end of the page. What stands behind: `sentence`.'),
      style: one(EDIT_STYLES, 'Of the paragraph; without one, of the words found.'),
    },
    ['title'],
  ),
  anyOf: EDIT_ACTIONS.map((action) => ({ required: [action] })),
};

const properties: Readonly<Record<(typeof RULE_KEYS)[number], Schema>> = {
  id: {
    type: 'string',
    pattern: `^(?:${FAMILIES.join('|')})/[a-z0-9]+(?:-[a-z0-9]+)*$`,
    description: 'family/name, as the path of the file.',
  },
  title: text('What is wrong, in a few words.'),
  tier: { enum: [1, 2, 3], description: '1 core, 2 further, 3 off until switched on.' },
  severity: one(SEVERITIES),
  severity_for: {
    type: 'object',
    propertyNames: { enum: [...PROFILE_NAMES, ...PRODUCTS] },
    additionalProperties: one([...SEVERITIES, 'off']),
    description: 'By profile, overlay or product.',
  },
  approved: map(
    { as: list(one(USES)), profiles: { oneOf: [{ const: 'all' }, list(one(PROFILE_NAMES))] } },
    ['as'],
    "Wording of the organization's register of approved claims that the rule leaves alone.",
  ),
  profiles: { oneOf: [{ const: 'all' }, list(one(PROFILE_NAMES))] },
  products: list(one(RULE_PRODUCTS)),
  jurisdictions: list(one(JURISDICTIONS)),
  messages: {
    type: 'object',
    required: ['default'],
    additionalProperties: text(),
    description: '{match} stands for the words found.',
  },
  why: text('Why it matters, in one or two plain sentences.'),
  fix: text('What to write instead.'),
  edits: list(edit, 'Ways to mend a finding, which editors offer; `--fix` writes the automatic ones.'),
  basis: list(basis, 'The law, and how far it was checked.'),
  words: { type: 'object', additionalProperties: list(text()), description: 'Word classes of this rule: name → phrases.' },
  match: list(match),
};

export const ruleSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A promolint rule, version 1',
  ...map(properties, REQUIRED_RULE_KEYS),
};
