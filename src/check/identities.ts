import type { Identity, Page } from '../rule.ts';
import type { Sensitive } from './mask.ts';
import { placeOf } from './place.ts';

/**
 * What the analysis knows to identify somebody, whether or not a rule minds it here and the project wants to hear of it; and what
 * it cannot rule out to, since a name that no rule recognises must not be printed by another.
 */
export const identitiesOf = (page: Page): Sensitive[] => [
  ...sureIdentitiesOf(page),
  ...page.suspects.map((at) => ({ ...placeOf(page, at), exact: true, ...(at.name && { name: true }) })),
];

/** Without what it cannot rule out. */
export const sureIdentitiesOf = (page: Page): Sensitive[] =>
  page.identities.filter(isValueOfPerson).flatMap((identity) => identityOf(page, identity));

// A photograph or a story is somebody's, but its words are no identifier.
const isValueOfPerson = ({ kind }: Identity): boolean => kind !== 'photo' && kind !== 'story';

const CAPITALISED_BEFORE = /(?:\p{Lu}[\p{L}\p{M}'’-]{0,40} ){1,3}$/u;
const CAPITALISED_AFTER = /^(?: \p{Lu}[\p{L}\p{M}'’-]{0,40}){1,3}/u;
const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]{1,40}(?: \p{Lu}[\p{L}\p{M}'’-]{1,40}){1,3}/gu;
const NEAR = 150;

/**
 * An identity, and what stands beside it in capitals: where a surname was known, the given name is as private, and so is an
 * unusual name that nobody could tell for one but for the record number behind it.
 */
function identityOf(page: Page, { kind, at }: Identity): Sensitive[] {
  const place = { ...placeOf(page, at), exact: true };
  if (!('start' in at)) return [place];
  const { text } = at.block;
  const before = text.slice(Math.max(0, at.start - NEAR), at.start);
  const after = text.slice(at.end, at.end + NEAR);
  if (kind === 'name')
    return [
      {
        ...place,
        words: (CAPITALISED_BEFORE.exec(before)?.[0] ?? '') + place.words + (CAPITALISED_AFTER.exec(after)?.[0] ?? ''),
      },
    ];
  const names = [...before.matchAll(CAPITALISED), ...after.matchAll(CAPITALISED)];
  return [place, ...names.map(([words]) => ({ range: { from: 0, to: 0 }, words, exact: true }))];
}
