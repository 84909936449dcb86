import { sift } from 'promolint/rule';
import type { Block, Detector, Page, Sentence, Term } from 'promolint/rule';

/** A quotation followed by an empty slot or a stock name where its speaker should be named. */
const SLOT_AFTER_QUOTE =
  sift(/["\u201d\u2019]\s{0,3}(?:[-\u2013\u2014~|]{1,3}\s{0,3}|\(\s?|,\s?says\s)((?:an?\s)?(?:\[[^\]\n]{2,40}\]|<[^>\n]{2,40}>|(?:very\s)?(?:happy|satisfied|delighted|grateful|thrilled|pleased|another)\s(?:customer|client|patient|user|member|buyer)|(?:john|jane)\s(?:q\.?\s)?(?:doe|public)|(?:customer|client|patient|first|full|your|reviewer)(?:['\u2019]?s)?\sname|name\s(?:here|surname)|lorem ipsum|x{3,6}\b))/i);
const SLOT = sift(/\[(?:(?:patient|client|customer|reviewer|first|full)?\s?name|(?:insert|add|your)\s[^\]]{0,30}(?:quote|testimonial|review)[^\]]{0,20}|(?:quote|testimonial|review)(?:\s(?:here|goes here|tbd|text))?)\]/i);
const SILENT = ['negated', 'myth', 'warning', 'example', 'legal', 'nav'] as const;

const detector: Detector = (page, report) => {
  for (const block of page.document.blocks) {
    if (block.kind === 'comment' || block.region === 'form') continue;
    const slot = SLOT_AFTER_QUOTE.exec(block.text);
    const at = slot ? slot.index + slot[0].lastIndexOf(slot[1]!) : undefined;
    const bare = slot ? undefined : SLOT.exec(block.text);
    const empty = slot ? undefined : emptySlot(page, block);
    if (empty) report({ at: { block, ...empty }, data: { match: 'This empty slot' }, message: 'placeholder' });
    if (slot) report({ at: { block, start: at!, end: at! + slot[1]!.length }, message: 'placeholder' });
    else if (bare && speaksOf(page, block)) report({ at: { block, start: bare.index, end: bare.index + bare[0].length }, message: 'placeholder' });
  }
  for (const { blocks, attribution } of page.testimonials) {
    if (!attribution || blocks.includes(attribution.block) && attribution.block === blocks[0]) continue;
    const line = page.sentencesOf(attribution.block).find((sentence) => sentence.start < attribution.end && sentence.end > attribution.start);
    const placeholder = line && termOf(line, 'placeholder');
    if (placeholder) report({ at: { block: attribution.block, start: placeholder.start, end: placeholder.end }, message: 'placeholder' });
  }
  for (const sentence of page.sentences) {
    const invented = termOf(sentence, 'invented');
    const silent = (term: Term) => SILENT.some((frame) => page.framesAt(sentence, term).has(frame));
    if (invented && !silent(invented) && speaksOf(page, sentence.block)) report({ at: { block: sentence.block, start: invented.start, end: invented.end } });
    const real = termOf(sentence, 'claimed-real');
    const stock = real && nearby(page, sentence.block).flatMap((block) => page.sentencesOf(block)).some((other) => termOf(other, 'stock') ?? termOf(other, 'actor'));
    if (real && stock && !silent(real)) report({ at: { block: sentence.block, start: real.start, end: real.end }, message: 'stock' });
  }
  repeated(page, report);
};

export default detector;

/** `[Client Name]` after a quotation. A template tag in braces is filled from data, a slot in brackets by nobody. */
function emptySlot(page: Page, block: Block): { start: number; end: number } | undefined {
  for (const { kind, value, start, end } of block.marks) {
    if (kind !== 'hole' || !/\bname\b|_NAME$|^F?NAME$/i.test(value ?? '') || !/["\u201d\u2019][\s\u2013\u2014~|(-]{1,6}$/.test(block.text.slice(Math.max(0, start - 8), start))) continue;
    let at = 0;
    for (const piece of block.pieces) {
      if (at >= start && piece.text === '\uFFFC') return page.document.source[piece.from] === '[' ? { start, end } : undefined;
      at += piece.text.length;
    }
  }
  return undefined;
}

function termOf(sentence: Sentence, kind: string): Term | undefined {
  return sentence.terms.find(({ list, class: name }) => list === 'disclosures' && name === kind);
}

function nearby(page: Page, block: Block): Block[] {
  return [page.before(block), block, page.after(block)].filter((other): other is Block => other !== undefined);
}

/** Whether the passage is, or talks of, a testimonial: "AI-generated illustration of the heart" does not. */
function speaksOf(page: Page, block: Block): boolean {
  const near = nearby(page, block);
  if (/\b(?:testimonials?|reviews?|success stor(?:y|ies)|patient stor(?:y|ies)|case stud(?:y|ies)|quotes?)\b/i.test(block.text)) return true;
  return page.testimonials.some(({ blocks, form }) => form !== 'rating' && blocks.some((part) => near.includes(part)));
}

/** The same words under two names: one of the two never said them. */
function repeated(page: Page, report: Parameters<Detector>[1]): void {
  const said = new Map<string, string>();
  for (const { blocks, span, attribution, form } of page.testimonials) {
    if (!attribution || form === 'story') continue;
    const words = blocks[0]!.text.slice(span.start, span.end).toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
    if (words.split(' ').length < 6) continue;
    const name = attribution.block.text.slice(attribution.start, attribution.end).toLowerCase().replace(/[^\p{L}]/gu, '');
    const other = said.get(words);
    if (other === undefined) said.set(words, name);
    else if (!other.startsWith(name) && !name.startsWith(other)) report({ at: { block: blocks[0]!, start: span.start, end: span.end }, message: 'repeated' });
  }
}
