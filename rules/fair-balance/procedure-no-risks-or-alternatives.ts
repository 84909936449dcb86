import { defineDetector } from '../../src/rule.ts';
import type { Frame, Page, Sentence } from '../../src/rule.ts';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'nav'];
/** Procedures that a reader can decline or put off, and that can harm. */
const NAMED =
  /\b(?:gastric (?:sleeve|bypass|balloon|band)|bariatric surgery|breast (?:augmentation|implants?|lift|reduction)|liposuction|tummy tuck|abdominoplasty|facelift|rhinoplasty|nose job|blepharoplasty|eyelid surgery|brazilian butt lift|mommy makeover|hair transplant\w*|lasik|prk|smile eye surgery|lens (?:replacement|exchange)|cataract surgery|ivf|egg freezing|tms|transcranial magnetic stimulation|ketamine (?:infusions?|therapy)|dental implants?|all-on-4|veneers|wisdom teeth removal|knee replacement|hip replacement|spinal fusion|vasectomy|hysterectomy|dermal fillers?|lip fillers?|botox|chemical peels?|laser (?:resurfacing|hair removal)|coolsculpting|microneedling|thread lift|stem cell (?:therapy|injections?)|prp|hormone pellets?|labiaplasty|endovenous|varicose vein (?:surgery|treatment)|sclerotherapy|iv (?:therapy|drips?))\b/i;
const PRAISE =
  /\b(?:boosts?|feel (?:younger|better|confident|amazing)|look (?:younger|better|amazing)|live longer|confidence|peace of mind|gives? you|lifts?|transform\w*|restor\w+|rejuvenat\w+|enhanc\w+|improv\w+|lose (?:weight|inches|pounds)|reliev\w+|relief|easy|easier|life[- ]changing|freedom|beautiful|stunning|natural[- ]looking|(?:great|lasting|amazing|beautiful|visible|dramatic|best|excellent) results?|youthful|slimmer|smooth\w*|tighten\w*|sculpt\w*|quick recovery|no downtime|love|enjoy|perfect|clear(?:er)? vision|dream|effective|safe|works|new (?:smile|you)|pain[- ]free)\b/i;

export default defineDetector((page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing' || !page.facts.sells) return;
  const praising = findPraise(page);
  if (!praising) return;
  const risks = findRiskStatements(page);
  const named = risks.harms >= 1;
  if (named && (risks.limits || risks.alternatives)) return;
  report({
    at: { block: praising.block, start: praising.start, end: praising.end },
    message: named ? 'limits' : 'default',
    severity: named ? 'info' : 'warning',
  });
});

/** The first sentence that praises a procedure by name, or that praises in a section headed by one. */
function findPraise(page: Page): Sentence | undefined {
  return page.sentences.find((sentence) => {
    const { block } = sentence;
    if (block.region !== 'main' && block.region !== 'header' && block.region !== 'aside') return false;
    if (block.kind === 'data' || block.kind === 'attribute' || block.kind === 'label' || block.quoted) return false;
    if (CLEARED.some((frame) => sentence.frames.has(frame)) || !NAMED.test(sentence.text) || !PRAISE.test(sentence.text)) return false;
    const at = PRAISE.exec(sentence.text)!;
    const start = sentence.start + at.index;
    return !CLEARED.some((frame) => page.framesAt(sentence, { start, end: start + at[0].length }).has(frame));
  });
}
