import { defineDetector } from '../../src/rule.ts';
import type { Frame, Page, Sentence, Span } from '../../src/rule.ts';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'eligibility', 'instruction', 'condition'];
/** Drugs that copy names by their class or nickname. */
const NICKNAME = /\b(?:trt|testosterone (?:therapy|replacement|injections?|pellets?)|glp-?1s?|hormone pellets?|weight[- ]loss (?:injections?|shots?|medications?)|ketamine (?:therapy|infusions?)|wrinkle[- ]relax\w+)\b/i;
const BENEFIT =
  /\b(?:los(?:e|es|t|ing) (?:\w+ ){0,3}(?:weight|pounds|fat|inches)|weight[- ]loss|melts?|works?|working|boosts?|energy|younger|smooth\w*|clear(?:s|er)? (?:skin|acne|up)|regrow\w*|reliev\w+|relief|lifts?|eases?|improv\w+|reduc\w+|lower\w*|controls?|treats?|helps?|effective|proven|(?:real|lasting|great|visible|fast|amazing) results?|results|restor\w+|stops?|prevents?|better|calms?|heals?|cures?)\b/i;

export default defineDetector((page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre === 'legal' || page.facts.genre === 'reference') return;
  const risks = findRiskStatements(page);
  if (risks.harms >= 3 || (risks.underHeading && risks.harms >= 1)) return;
  for (const sentence of page.sentences) {
    const drug = drugIn(sentence);
    if (!drug || !tellsBenefit(page, sentence, drug)) continue;
    report({
      at: { block: sentence.block, start: sentence.start, end: sentence.end },
      message: risks.onlyElsewhere ? 'elsewhere' : 'default',
      // A page that sells no drug may be a provider's education, where the duty is not settled.
      ...(risks.onlyElsewhere || !page.facts.sells ? { severity: 'warning' as const } : {}),
    });
    return;
  }
});

function drugIn(sentence: Sentence): Span | undefined {
  const term = sentence.terms.find(({ list, class: family, data }) => list === 'drugs' && data['rx_only'] === true && family !== 'vaccine' && family !== 'veterinary');
  if (term) return term;
  const named = NICKNAME.exec(sentence.text);
  return named ? { start: sentence.start + named.index, end: sentence.start + named.index + named[0].length } : undefined;
}

function tellsBenefit(page: Page, sentence: Sentence, drug: Span): boolean {
  const cleared = (span: Span): boolean => CLEARED.some((frame) => page.framesAt(sentence, span).has(frame));
  if (cleared(drug)) return false;
  const claim = page.claims.find((candidate) => candidate.sentence === sentence && candidate.level !== 'describe');
  if (claim) return !CLEARED.some((frame) => claim.frames.has(frame)) && claim.speaker !== 'other';
  const benefit = BENEFIT.exec(sentence.text);
  return benefit !== null && !cleared({ start: sentence.start + benefit.index, end: sentence.start + benefit.index + benefit[0].length });
}
