import { sift } from 'promolint/rule';
import type { Detector } from 'promolint/rule';

/** Skill, treatment, diagnosis, result: what makes praise a testimonial about clinical care (Ahpra's guidelines). */
const CLINICAL =
  sift(/\b(?:treat(?:ed|ment|ments|ing)?|surger(?:y|ies)|surgeons?|operations?|procedures?|diagnos\w{2,6}|pain|recover\w{0,6}|heal\w{0,4}|results?|skill\w{0,4}|doctors?|dentists?|physio\w{0,9}|therap\w{2,5}|symptoms?|implants?|fillings?|injections?|cured?|care(?:d)? for|better|improv\w{2,6}|life[- ]?saving|teeth|smile|skin|knees?|hips?|backs?|babies|baby|birth)\b/i);

const detector: Detector = (page, report) => {
  for (const { blocks, span, form, outcome, voice, confidence } of page.testimonials) {
    if (form === 'before-after') continue;
    const block = blocks[0]!;
    const at = { block, start: span.start, end: span.end };
    if (form === 'rating') report({ at, message: 'rating', confidence });
    else if (outcome || (voice !== 'expert' && CLINICAL.test(block.text.slice(span.start, span.end)))) report({ at, confidence });
  }
};

export default detector;
