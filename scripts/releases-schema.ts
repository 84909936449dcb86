import { RELEASE_SCOPES, RELEASE_STATUSES } from '../src/releases/fields.ts';

const id = (description: string) => ({ type: 'string', pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{1,59}$', description });
const date = (description: string) => ({ type: 'string', pattern: '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$', description });
const list = (items: object, description?: string) => ({
  type: 'array',
  items,
  minItems: 1,
  ...(description ? { description } : {}),
});
const scope = { enum: RELEASE_SCOPES };

/** For editors; the loader says more, with places (src/releases/fields.ts). */
export const releasesSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:promolint:releases:1',
  title: "promolint register of patients' authorizations",
  type: 'object',
  additionalProperties: false,
  properties: {
    releases: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          id: id('Of the signed form. Never a name, nor anything else of the person.'),
          ids: list(id('Another id under which copy may name the release.')),
          status: { enum: RELEASE_STATUSES, description: 'Only "signed" allows anything.' },
          date: date('The day of the signature.'),
          expires: date('The last day on which it holds.'),
          scope: { oneOf: [scope, list(scope)], description: 'What the person agreed to show.' },
          files: list({ type: 'string', minLength: 1 }, 'The files that it is for, as in .gitignore, relative to this file.'),
        },
      },
    },
  },
};
