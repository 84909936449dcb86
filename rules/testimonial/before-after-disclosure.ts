import { sift } from 'promolint/rule';
import type { Block, Detector, Page, Sentence } from 'promolint/rule';

const TIME_AFTER = sift(/\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|immediately|same day|a|an)[\s-](?:days?|weeks?|months?|years?|hours?|sessions?|treatments?|day|week|month|year)\b|\bimmediately after\b|\b(?:at|after) (?:one|two|three|six|twelve|\d{1,2})\b/i);
/** Parts that California's statute asks for; "not retouched" is asked for elsewhere and missing alone is only a warning. */
const PARTS = [
  ['the procedure', (sentences: readonly Sentence[]) => sentences.some(({ terms }) => terms.some(({ list }) => list === 'treatments' || list === 'drugs' || list === 'supplements'))],
  ['the time after treatment', (sentences: readonly Sentence[]) => sentences.some(({ text }) => TIME_AFTER.test(text))],
  ['"actual patient" or "model"', has('actual-patient', 'actor', 'stock')],
  ['"the same results may not occur for all patients"', has('same-results')],
] as const;
const RETOUCHED = has('not-retouched');

function has(...kinds: readonly string[]): (sentences: readonly Sentence[]) => boolean {
  return (sentences) => sentences.some(({ terms }) => terms.some(({ list, class: kind }) => list === 'disclosures' && kinds.includes(kind)));
}

const MEASURED = /\b(?:both|scans?|tests?|labs?|exams?|assess\w*|measure\w*|weigh\w*|questionnaires?)\b[^.!?]{0,40}$/i;

/** One report for the pictures of a section, at the first: one caption or gallery note can serve them all. */
const detector: Detector = (page, report) => {
  const reported = new Set<number>();
  for (const { blocks, span, form, confidence } of page.testimonials) {
    const block = blocks[0]!;
    if (form !== 'before-after' || block.region === 'footer' || block.region === 'header' || isLink(block, span.start)) continue;
    // "Ask to see before-and-after photos" advises the reader; nothing is shown.
    if (/\b(?:ask|request|inquire|seek|look for|should|want to see)\b[^.!?]{0,80}$/i.test(block.text.slice(0, span.start))) continue;
    const section = page.sectionOf(block);
    if (reported.has(section.index)) continue;
    reported.add(section.index);
    const sentences = beside(page, block).flatMap((other) => page.sentencesOf(other));
    const missing: string[] = PARTS.filter(([, present]) => !present(sentences)).map(([name]) => name);
    const retouched = RETOUCHED(sentences);
    if (missing.length === 0 && retouched) continue;
    const pictured = block.kind === 'attribute' || block.kind === 'caption' || hasPicture(page, section.first, section.last);
    // "A body scan before and after" shows nothing.
    if (!pictured && MEASURED.test(block.text.slice(0, span.start))) continue;
    report({
      at: { block, start: span.start, end: span.end },
      data: { missing: listed([...missing, ...(retouched ? [] : ['a statement that they are not retouched'])]) },
      confidence,
      ...(missing.length === 0 || !pictured ? { severity: 'warning' as const } : {}),
    });
  }
};

export default detector;

/** The caption, the blocks next to it, and everything of a short section; image text alone is no disclosure. */
function beside(page: Page, block: Block): Block[] {
  const { first, last } = page.sectionOf(block);
  const near = last - first < 12 ? page.document.blocks.slice(first, last + 1) : [page.before(block), block, page.after(block)];
  return near.filter((other): other is Block => other !== undefined && other.kind !== 'attribute' && !other.hidden && !other.tucked);
}

function hasPicture(page: Page, first: number, last: number): boolean {
  return page.document.blocks.slice(first, last + 1).some(({ kind, name }) => kind === 'attribute' && name === 'alt');
}

/** A link to a gallery shows nothing yet. */
function isLink(block: Block, at: number): boolean {
  return block.kind === 'button' || block.links.some((link) => link.start <= at && at < link.end);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
