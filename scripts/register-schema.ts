import { OVERLAYS, PROFILES } from '../src/rule.ts';
import { STANDS, STATUSES, USES } from '../src/register/entry.ts';
import { MOST_WORDS } from '../src/register/wording.ts';

const text = (description?: string) => ({ type: 'string', minLength: 1, ...(description ? { description } : {}) });
const oneOrMore = (item: object, description?: string) => ({
  oneOf: [item, { type: 'array', items: item, minItems: 1 }],
  ...(description ? { description } : {}),
});
const map = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const date = (description: string) => ({ type: 'string', pattern: '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$', description });

const source = {
  cite: text('The source as a reader would cite it.'),
  title: text('Its title, to be compared with what the identifier leads to.'),
  doi: text(),
  pmid: { type: ['string', 'integer'] },
  url: text(),
  file: text('A document beside the register.'),
  at: text('Page, table or figure.'),
};

const claim = map(
  {
    id: text('Letters, digits, dots, hyphens and slashes.'),
    wording: text('The approved words: one sentence, with {placeholders}.'),
    variants: { type: 'array', items: text(), minItems: 1, description: 'Other approved words for the same claim.' },
    placeholders: {
      type: 'object',
      additionalProperties: {
        oneOf: [
          { type: 'array', items: { type: ['string', 'number'] }, minItems: 1, description: 'One of these texts.' },
          map({ from: { type: 'number' }, to: { type: 'number' } }, ['from', 'to']),
          map({ words: { type: 'integer', minimum: 1, maximum: MOST_WORDS } }, ['words']),
        ],
      },
    },
    product: oneOrMore(text(), 'Names of the product; {product} stands for any of them.'),
    markets: oneOrMore({ enum: ['us', ...PROFILES, ...OVERLAYS] }, 'Where it may be used; default: everywhere.'),
    audience: oneOrMore({ enum: ['consumer', 'hcp'] }, 'Who may be told; default: everybody.'),
    qualifiers: {
      type: 'array',
      minItems: 1,
      items: { oneOf: [text(), map({ text: text(), where: { enum: STANDS } }, ['text'])] },
      description: 'Words without which the claim may not stand, and where they must stand; default: section.',
    },
    references: { type: 'array', minItems: 1, items: { oneOf: [text(), map({ ref: text('A key of references.'), ...source })] } },
    use: { enum: USES, description: 'What the approval is; default: claim.' },
    status: { enum: STATUSES, description: 'Default: approved.' },
    approver: text(),
    approved: date('The day of approval.'),
    review_by: date('The last day on which it may be used unreviewed.'),
    reason: text('Why it was suspended or withdrawn.'),
    note: text(),
  },
  ['id', 'wording'],
);

/** For editors; the loader says more, with places (src/register/fields.ts). */
export const registerSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:promolint:register:1',
  title: 'promolint register of approved claims',
  ...map({
    references: {
      type: 'object',
      additionalProperties: { oneOf: [text(), map(source)] },
      description: 'Sources by key, for "ref".',
    },
    claims: { type: 'array', items: claim },
  }),
};
