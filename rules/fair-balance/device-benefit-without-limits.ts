import { sift } from 'promolint/rule';
import type { Detector, Frame } from 'promolint/rule';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'nav'];
const DEVICE =
  sift(/\b(?:pacemakers?|defibrillators?|insulin pumps?|cgms?|glucose monitors?|hearing (?:aids?|implants?)|cochlear implants?|tms|neurostimulators?|spinal cord stimulat\w+|stents?|implants?|aligners?|laser(?: (?:system|therapy|device))?|red[- ]light (?:therapy|panel|mask)|light (?:therapy|panel|mask)|tens(?: unit)?|cpap|coolsculpting|emsculpt|morpheus8|microneedling|contact lenses|shockwave|pemf|ultrasound device|massage gun|brace|monitor|wearable|oximeters?|thermometers?|blood pressure (?:cuff|monitor)s?|nebuli[sz]ers?|mouth ?guards?|mouthpieces?|night guards?|splints?|insoles?|orthotics|compression (?:socks|sleeves?|garments?)|ozone (?:generator|machine)s?|hyperbaric chambers?|ultrasound|electrotherapy|vagus nerve \w+|(?:laser|hair|growth) (?:cap|helmet|comb)s?|heating pads?|massagers?|inversion tables?|air purifiers?|our device|this device|the device)\b/i);
const BENEFIT =
  sift(/\b(?:temporary (?:increase|relief)|eas(?:es|ing)|sooth\w+|strengthens|firms|regrow\w*|reliev\w+|treats?|improv\w+|restor\w+|remov\w+|reduc\w+|eliminat\w+|tighten\w*|burns?|melts?|freez\w+|works?|better|relief|results?|stops?|ends|heals?|boosts?|smooth\w*|calms?|prevents?|cures?)\b/i);
const HEDGED = sift(/\b(?:may|might|could|thought to|said to|some (?:people|users|evidence)|stud(?:y|ies)|research|see (?:a|your) doctor)\b/i);
const INTENDED = sift(/\b(?:intended (?:use|for)|indicated for|indications? for use|is cleared (?:for|to)|fda[- ]cleared (?:\([^)]*\) )?(?:for|to)|rx only|prescription (?:required|only)|instructions for use)\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing') return;
  // Of a cutting nobody can say what its page lacks; a line by itself is the whole advertisement.
  const words = page.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (words > 40 && (words < 150 || !page.facts.advertises)) return;
  const risks = findRiskStatements(page);
  if (risks.harms >= 2 || risks.limits || risks.underHeading || page.document.blocks.some((block) => block.kind !== 'comment' && block.region !== 'nav' && INTENDED.test(block.text))) return;
  // On the page of one device every benefit is told of it.
  const about = page.context.profiles.includes('us-device') && page.sentences.some(({ text, block }) => (block.level === 1 || block.kind === 'meta' || block.name === 'title') && DEVICE.test(text));
  const found = page.sentences.find((sentence) => {
    if (sentence.block.kind === 'heading' || sentence.block.kind === 'meta' || sentence.block.kind === 'data' || HEDGED.test(sentence.text)) return false;
    const benefit = BENEFIT.exec(sentence.text);
    if (!benefit || !(DEVICE.test(sentence.text) || (about && page.claimsOf(sentence).some(({ level }) => level !== 'describe')))) return false;
    const start = sentence.start + benefit.index;
    const frames = page.framesAt(sentence, { start, end: start + benefit[0].length });
    return !CLEARED.some((frame) => frames.has(frame));
  });
  if (found) report({ at: { block: found.block, start: found.start, end: found.end } });
};

export default detect;
