import type { Block, Sentence } from '../../rule.ts';
import type { TestimonialPage } from './testimonials.ts';

/** Whether the testimonial's blocks, or one next to them, say with a figure and a basis what people generally get. */
export function hasTypicality(page: TestimonialPage, blocks: readonly Block[]): boolean {
  const first = blocks.reduce((a, b) => (a.index < b.index ? a : b));
  const last = blocks.reduce((a, b) => (a.index > b.index ? a : b));
  return [page.before(first), ...blocks, page.after(last)].some((block) => block !== undefined && isConspicuous(block) && statesTypicality(page.sentencesOf(block)));
}

/** Neither folded away nor set in small type (catalogue: adequate_disclosure). */
function isConspicuous(block: Block): boolean {
  if (block.hidden || block.tucked || block.kind === 'footnote' || block.kind === 'attribute') return false;
  return !block.marks.some((mark) => mark.kind === 'small' && mark.end - mark.start >= block.text.length * 0.8);
}

/** A generality, a figure, and what the figure rests on, within two sentences. */
export function statesTypicality(sentences: readonly Sentence[]): boolean {
  return sentences.some((sentence, i) => {
    if (!has(sentence, 'typical')) return false;
    const near = [sentence, sentences[i + 1]].filter((other) => other !== undefined);
    return near.some((other) => other.tokens.some((token) => token.kind === 'number' && !/^(?:19|20)\d\d$/.test(token.text)) || /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third) /i.test(other.text)) && near.some((other) => has(other, 'basis'));
  });
}

function has(sentence: Sentence, kind: string): boolean {
  return sentence.terms.some((term) => term.list === 'disclosures' && term.class === kind);
}
