import type { Detector } from 'promolint/rule';

/** Only where a result is shown: "results may vary" on its own promises nothing. */
const detector: Detector = (page, report) => {
  const shown = page.testimonials.filter(({ outcome, typicality, voice }) => outcome && !typicality && voice !== 'expert');
  if (shown.length === 0) return;
  for (const sentence of page.sentences) {
    const words = sentence.terms.find(({ list, class: kind }) => list === 'disclosures' && kind === 'results-vary');
    if (!words) continue;
    // California prescribes this sentence beside before-and-after pictures.
    const prescribed = sentence.terms.some(({ list, class: kind }) => list === 'disclosures' && kind === 'same-results');
    const { first, last } = page.sectionOf(sentence.block);
    const beside = shown.some(({ blocks, form }) => blocks[0]!.index >= first && blocks[0]!.index <= last && !(prescribed && form === 'before-after'));
    if (beside) report({ at: { block: sentence.block, start: words.start, end: words.end } });
  }
};

export default detector;
