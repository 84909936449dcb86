import type { Detector } from 'promolint/rule';

/** Somebody's own words can only mislead as typical when they state a result and do not come from an expert. */
const detector: Detector = (page, report) => {
  for (const { blocks, span, voice, form, outcome, typicality, confidence } of page.testimonials) {
    if (!outcome || typicality || voice === 'expert' || form === 'rating' || form === 'before-after') continue;
    // A patient's account on a page that sells nothing informs; on a page of the advertiser it advertises.
    if (!page.facts.sells && form !== 'review' && form !== 'quote') continue;
    const told = form === 'story' || form === 'first-person';
    report({
      at: { block: blocks[0]!, start: span.start, end: span.end },
      confidence,
      ...(told ? { severity: 'warning' as const } : {}),
      ...(form === 'story' ? { message: 'story' } : {}),
    });
  }
};

export default detector;
