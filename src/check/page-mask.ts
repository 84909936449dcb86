import type { Page } from '../rule.ts';
import type { RawHit } from '../match/rule-set.ts';
import { copyRanges } from './copy-ranges.ts';
import { identitiesOf } from './identities.ts';
import { Mask } from './mask.ts';
import { placeOf } from './place.ts';
import { isPrivate } from './private.ts';

/** The mask for whatever is shown of a page, from what the private rules found and what the analysis knows to identify somebody. */
export function pageMask(page: Page, hits: readonly RawHit[]): Mask {
  const found = hits.filter(isPrivate).map(({ hit }) => ({ ...placeOf(page, hit.at), exact: false }));
  return new Mask([...found, ...identitiesOf(page)], () => page.document.blocks.map((block) => block.text).join('\n'), copyRanges(page.document));
}
