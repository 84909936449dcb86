import { sift } from 'promolint/rule';
import type { Detector, Frame } from 'promolint/rule';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'nav'];
const DEVICE =
  sift(/\b(?:pacemakers?|defibrillators?|insulin pumps?|cgms?|glucose monitors?|hearing (?:aids?|implants?)|cochlear implants?|tms|neurostimulators?|spinal cord stimulat\w+|stents?|implants?|aligners?|laser(?: (?:system|therapy|device))?|red[- ]light (?:therapy|panel|mask)|light (?:therapy|panel|mask)|tens(?: unit)?|cpap|coolsculpting|emsculpt|morpheus8|microneedling|contact lenses|shockwave|pemf|ultrasound device|massage gun|brace|monitor|wearable|our device|this device|the device)\b/i);
const BENEFIT =
  sift(/\b(?:reliev\w+|treats?|improv\w+|restor\w+|remov\w+|reduc\w+|eliminat\w+|tighten\w*|burns?|melts?|freez\w+|works?|better|relief|results?|stops?|ends|heals?|boosts?|smooth\w*|calms?|prevents?|cures?)\b/i);
const INTENDED = sift(/\b(?:intended (?:use|for)|indicated for|indications? for use|is cleared (?:for|to)|fda[- ]cleared (?:for|to)|rx only|prescription (?:required|only)|instructions for use)\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing') return;
  const risks = findRiskStatements(page);
  if (risks.harms >= 1 || page.document.blocks.some((block) => block.kind !== 'comment' && INTENDED.test(block.text))) return;
  const found = page.sentences.find((sentence) => {
    const benefit = BENEFIT.exec(sentence.text);
    if (!benefit || !DEVICE.test(sentence.text)) return false;
    const start = sentence.start + benefit.index;
    const frames = page.framesAt(sentence, { start, end: start + benefit[0].length });
    return !CLEARED.some((frame) => frames.has(frame));
  });
  if (found) report({ at: { block: found.block, start: found.start, end: found.end } });
};

export default detect;
