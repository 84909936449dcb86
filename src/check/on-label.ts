import type { Page, RegisterMatch } from '../rule.ts';
import type { Rule } from '../load/rule.ts';
import type { RawHit } from '../match/rule-set.ts';

/**
 * Without what the organization's register approves, for the rules that leave it to the register: an indication, a cleared use, an
 * authorised claim. Only wording that stands as it was approved, in force and with its qualifiers, is "on label".
 */
export function withoutOnLabel(page: Page, hits: readonly RawHit[]): readonly RawHit[] {
  if (!page.register || !hits.some(({ rule }) => rule.approved)) return hits;
  const approved = page.register.matches.filter(({ state }) => state === 'approved');
  return approved.length === 0 ? hits : hits.filter((hit) => !approved.some((match) => isOnLabel(hit, match, page)));
}

function isOnLabel({ rule, hit: { at } }: RawHit, match: RegisterMatch, { context }: Page): boolean {
  if (!rule.approved || !exempts(rule.approved, match, context.profiles)) return false;
  if (!('start' in at) || at.block !== match.sentence.block) return false;
  // Most of what was found: a rule may underline the whole of a clause that the wording is a part of.
  const common = Math.min(at.end, match.end) - Math.max(at.start, match.start);
  return common > 0 && common * 2 >= at.end - at.start;
}

const exempts = ({ as, profiles }: NonNullable<Rule['approved']>, { use }: RegisterMatch, here: readonly string[]): boolean =>
  (as as readonly string[]).includes(use) && (profiles === 'all' || here.some((profile) => profiles.includes(profile)));
