import type { Detector } from 'promolint/rule';

/** A quotation of a professional or a celebrity recommends as much as a sentence about them. */
const detector: Detector = (page, report) => {
  for (const { blocks, span, voice, form, confidence } of page.testimonials) {
    if ((voice !== 'expert' && voice !== 'celebrity') || form === 'before-after' || form === 'rating' || confidence < 0.6) continue;
    report({ at: { block: blocks[0]!, start: span.start, end: span.end } });
  }
};

export default detector;
