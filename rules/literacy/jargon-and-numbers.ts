import { defineDetector, sift } from 'promolint/rule';
import type { Block, Page, Report } from 'promolint/rule';

export default defineDetector((page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre === 'legal') return;
  reportJargon(page, report);
  for (const blocks of bySection(page)) reportNumbers(blocks, report);
});

const isCopy = ({ origin, kind, hidden, region }: Block): boolean =>
  origin === 'body' && !hidden && region !== 'nav' && region !== 'footer' && kind !== 'attribute' && kind !== 'footnote';

/** What explains a word that stands before it, or after it. */
const EXPLAINED_AFTER =
  sift(/^[’']?s?\s?(?:\(|[,—–-]\s?(?:or|also|which|that is|meaning|sometimes)\b|\s(?:means|is when|is a|is the|are)\b|,? (?:also )?(?:called|known as)\b|\s[—–-]\s)/);
const EXPLAINED_BEFORE = sift(/(?:\(|\b(?:called|known as|termed|named|means|or)\s(?:an? |the )?["“]?)$/);

function reportJargon(page: Page, report: Report): void {
  const seen = new Set<string>();
  for (const sentence of page.sentences) {
    const { block } = sentence;
    if (!isCopy(block) || sentence.frames.has('legal') || sentence.frames.has('reference')) continue;
    for (const { list, entry, start, end, data } of sentence.terms) {
      if (list !== 'jargon' || seen.has(entry)) continue;
      seen.add(entry);
      // A page or section about the thing itself explains it.
      if (block.kind === 'heading' || block.kind === 'term') continue;
      if (
        EXPLAINED_AFTER.test(block.text.slice(end, end + 30)) ||
        EXPLAINED_BEFORE.test(block.text.slice(Math.max(0, start - 20), start))
      )
        continue;
      if (block.links.some((link) => link.start < end && link.end > start)) continue;
      report({ at: { block, start, end }, data: { plain: String(data['plain'] ?? '') } });
    }
  }
}

function bySection(page: Page): Block[][] {
  const sections = new Map<number, Block[]>();
  for (const block of page.document.blocks) {
    if (!isCopy(block)) continue;
    const { index } = page.sectionOf(block);
    const known = sections.get(index);
    if (known) known.push(block);
    else sections.set(index, [block]);
  }
  return [...sections.values()];
}

const FREQUENCY =
  /\b\d[\d,]{0,9} (?:in|of|out of) (?:every )?(\d[\d,]{0,9}) (?:people|patients|adults|women|men|children|babies|users|[a-z]{3,20} (?:who|with))\b/g;
const SMALL_PERCENT = /(?<![\d.])0?\.\d{1,4} ?%/;
const FINE_PERCENT = /\b\d{1,3}\.\d{2,4} ?%/;

function reportNumbers(blocks: readonly Block[], report: Report): void {
  let first: string | undefined;
  let mixed = false;
  for (const block of blocks) {
    for (const match of block.text.matchAll(FREQUENCY)) {
      first ??= match[1]!;
      if (match[1] === first || mixed) continue;
      mixed = true;
      report({ at: { block, start: match.index, end: match.index + match[0].length }, message: 'denominators', data: { first } });
    }
  }
  for (const block of blocks) {
    const small = first === undefined ? SMALL_PERCENT.exec(block.text) : null;
    if (small) report({ at: { block, start: small.index, end: small.index + small[0].length }, message: 'small' });
    const fine = FINE_PERCENT.exec(block.text);
    if (fine && !small) report({ at: { block, start: fine.index, end: fine.index + fine[0].length }, message: 'decimals' });
  }
}
