import { defineDetector } from 'promolint/rule';
import type { Block, Page, Span } from 'promolint/rule';

type Passage = Span & { readonly block: Block };

/** From here on, of the passages that no other rule finds, reviewers mark as many as they pass (docs/accuracy.md). */
const CLEAR = 1.25;
/** A practice teaches as much as it sells, and its lessons speak of cures and risks too; of a lone line nobody sees which it is. */
const CLEAR_OF_CARE = 1.6;
const CLEAR_OF_LONE_LINE = 2.3;

export default defineDetector((page, report) => {
  if (page.facts.genre !== 'marketing') return;
  const care = page.context.profiles.includes('us-provider');
  const clear = !care ? CLEAR : page.facts.snippet ? CLEAR_OF_LONE_LINE : CLEAR_OF_CARE;
  for (const { block, start, end, score, signs } of page.impressions) {
    if (score < clear || signs.length === 0 || isCareful(page, { block, start, end }, care)) continue;
    report({ at: { block, start, end }, data: { signs: listed(signs) }, yields: true });
  }
});

/** With a source beside it, or on a page of care with a "may" for each thing that it says plainly, a passage promises nothing; of goods, "may help" sells. */
function isCareful(page: Page, { block, start, end }: Passage, care: boolean): boolean {
  if (page.citationsFor(block, { start, end }).some(({ adequate }) => adequate)) return true;
  if (!care || page.facts.snippet) return false;
  const claims = page.sentencesOf(block).filter((sentence) => sentence.start < end && sentence.end > start).flatMap((sentence) => page.claimsOf(sentence));
  const hedged = claims.filter(({ hedge }) => hedge !== 'none').length;
  return hedged > 0 && hedged * 2 >= claims.length;
}

const listed = (signs: readonly string[]): string => (signs.length > 1 ? `${signs.slice(0, -1).join(', ')} and ${signs.at(-1)!}` : signs[0]!);
