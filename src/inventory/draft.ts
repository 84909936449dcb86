import { normalize } from '../check/merge.ts';
import { writeYaml } from '../yaml.ts';
import type { Row } from './rows.ts';

/** A register drafted from the claims of a site. */
export interface Draft {
  readonly text: string;
  readonly claims: number;
  /** Claims left out because they hold data of a person. */
  readonly left: number;
}

const HEAD = `# yaml-language-server: $schema=./node_modules/promolint/schema/register.schema.json
# Drafted by "promolint claims init". A draft approves nothing: check each claim against its evidence, then give it
# status: approved, approver, approved (the day) and review_by; or take it out of the copy. docs/register.md has all keys.
`;

const MASKED = /\[(?:masked|number|date|e-mail)\]/;

/** Each claim once, in the order in which the site makes them. */
export function draftRegister(rows: readonly Row[]): Draft {
  const ids = new Set<string>();
  const seen = new Set<string>();
  let left = 0;
  const claims = rows.flatMap(({ text, path, line, evidence }) => {
    const key = normalize(text);
    if (seen.has(key) || key.split(' ').length < 2) return [];
    seen.add(key);
    if (MASKED.test(text)) {
      left++;
      return [];
    }
    const references = evidence.flatMap(({ target }) => (target === undefined || MASKED.test(target) ? [] : [{ cite: target }]));
    return [
      {
        id: idFor(key, ids),
        wording: text.replace(/[{}]/g, '').replace(/\s*[.!]+$/, ''),
        status: 'draft',
        ...(references.length > 0 ? { references } : {}),
        note: `found at ${path}:${line}`,
      },
    ];
  });
  return { text: HEAD + writeYaml({ claims }), claims: claims.length, left };
}

const LITTLE = new Set('a an and are at by for from in is it of on or our that the their this to we with you your'.split(' '));

function idFor(key: string, taken: Set<string>): string {
  const words = key
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .filter((word) => word !== '' && !LITTLE.has(word));
  const base = words.slice(0, 5).join('-').slice(0, 60) || 'claim';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
