import { sift } from 'promolint/rule';
import type { Detector } from 'promolint/rule';

/** What makes a professional's words praise of the product: an effect of it, or a recommendation. */
const PRAISES =
  sift(/\b(?:recommend|prescribe|use (?:it|this|them) myself|my (?:patients|clients)|best|works?|miracle|breakthrough|effective|amazing|incredible|safe|results?|you can|will|no other|nothing else|powerful|clinically|superior|trust|believe in|love)\b/i);

/** A quotation of a professional who praises a product borrows authority as much as a sentence about one; a provider's own staff may speak. */
const detector: Detector = (page, report) => {
  if (!page.facts.sells || page.context.product === 'provider-service') return;
  for (const { blocks, span, voice, form, confidence } of page.testimonials) {
    const block = blocks[0]!;
    if (voice !== 'expert' || (form !== 'quote' && form !== 'review') || confidence < 0.9 || !PRAISES.test(block.text.slice(span.start, span.end))) continue;
    report({ at: { block, start: span.start, end: span.end }, data: { match: 'This quotation' } });
  }
};

export default detector;
