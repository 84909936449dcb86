import { sift } from 'promolint/rule';
import type { Detector, Frame, Page } from 'promolint/rule';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'nav'];
const DEVICE =
  sift(/\b(?:pacemakers?|defibrillators?|insulin pumps?|cgms?|glucose monitors?|hearing (?:aids?|implants?)|cochlear implants?|tms|neurostimulators?|spinal cord stimulat\w+|stents?|implants?|aligners?|laser(?: (?:system|therapy|device))?|red[- ]light (?:therapy|panel|mask)|light (?:therapy|panel|mask)|tens(?: unit)?|cpap|coolsculpting|emsculpt|morpheus8|microneedling|contact lenses|shockwave|pemf|ultrasound device|massage gun|brace|monitor|wearable|oximeters?|thermometers?|blood pressure (?:cuff|monitor)s?|nebuli[sz]ers?|mouth ?guards?|mouthpieces?|night guards?|splints?|insoles?|orthotics|compression (?:socks|sleeves?|garments?)|ozone (?:generator|machine)s?|hyperbaric chambers?|ultrasound|electrotherapy|vagus nerve \w+|(?:laser|hair|growth) (?:cap|helmet|comb)s?|heating pads?|massagers?|inversion tables?|air purifiers?|our device|this device|the device)\b/i);
const BENEFIT =
  sift(/\b(?:temporary (?:increase|relief)|eas(?:es|ing)|sooth\w+|strengthens|firms|regrow\w*|reliev\w+|treats?|improv\w+|restor\w+|remov\w+|reduc\w+|eliminat\w+|tighten\w*|burns?|melts?|freez\w+|works?|better|relief|results?|stops?|ends|heals?|boosts?|smooth\w*|calms?|prevents?|cures?)\b/i);
const HEDGED = sift(/\b(?:may|might|could|thought to|said to|some (?:people|users|evidence)|stud(?:y|ies)|research|see (?:a|your) doctor)\b/i);
const INTENDED = sift(/\b(?:intended (?:use|for)|indicated for|indications? for use|is cleared (?:for|to)|fda[- ]cleared (?:\([^)]*\) )?(?:for|to)|rx only|prescription (?:required|only)|instructions for use)\b/i);

/** Who must not use it, in so many words. */
const FORBIDS =
  sift(/\b(?:do not|don't|never|must not|should not) (?:use|wear|place|put|apply) (?:it |this |the \w+ |them )?(?:with|on|over|in|if|near|while|during|when|around|for)\b|\bnot (?:intended |meant |made |suitable )?for (?:use )?(?:over|in|on|by|with|near|people|children|anyone|infants|pregnan\w+)\b/i);
/** Who should not use it, and when not: what "not everybody needs one" does not say. */
const WARNS =
  sift(/\b(?:(?:do|does|should|must) ?n[o']t (?:use|wear|be (?:used|worn))|not (?:intended |meant |made )?for (?:use|people|children|anyone|diagnos\w+|infants|pregnan\w+)|not (?:been )?tested (?:in|on|for)|not a (?:substitute|replacement|medical)|does not (?:diagnose|replace|treat)|stop (?:using|use|if|wearing)|off before|warnings?|cautions?|precautions?|contraindicat\w+|keep (?:it )?(?:away|out)|(?:ask|check with|see|talk (?:to|with)|consult) (?:a|your) (?:\w+ )?(?:doctor|clinician|pharmacist|physician|professional|dentist|audiologist|provider) (?:before|first|if)|pacemakers?|risks?|side effects?|user (?:guide|manual)|see the (?:label|labeling|manual|leaflet))\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing') return;
  const risks = findRiskStatements(page);
  // On the page of one device every benefit is told of it.
  const about = page.context.profiles.includes('us-device') && page.sentences.some(({ text, block }) => (block.level === 1 || block.kind === 'meta' || block.name === 'title') && DEVICE.test(text));
  // Of a cutting nobody can say what its page lacks; a line by itself is the whole advertisement.
  const words = page.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (words > 40 && (words < 150 || !(page.facts.advertises || (about && page.facts.sells && hasMakersFoot(page))))) return;
  const shown = page.document.blocks.filter(({ kind, region, hidden }) => kind !== 'comment' && region !== 'nav' && !hidden);
  if (risks.harms >= 2 || risks.underHeading || shown.some(({ text }) => INTENDED.test(text) || FORBIDS.test(text))) return;
  // That not everybody needs one is a limit; on a maker's page it says neither who must not use it nor what can go wrong.
  if (risks.limits && !(about && risks.harms === 0 && words >= 150 && !shown.some(({ text }) => WARNS.test(text)))) return;
  const found = page.sentences.find((sentence) => {
    if (sentence.block.kind === 'heading' || sentence.block.kind === 'meta' || sentence.block.kind === 'data' || HEDGED.test(sentence.text)) return false;
    const benefit = BENEFIT.exec(sentence.text);
    if (!benefit || !(DEVICE.test(sentence.text) || (about && page.claimsOf(sentence).some(({ level }) => level !== 'describe')))) return false;
    const start = sentence.start + benefit.index;
    const frames = page.framesAt(sentence, { start, end: start + benefit[0].length });
    return !CLEARED.some((frame) => frames.has(frame));
  });
  if (found) report({ at: { block: found.block, start: found.start, end: found.end }, ...(page.facts.fragment && { severity: 'info' as const }) });
};

export default detect;

/** Signed at its foot with a company and where it is, as no cutting and no article is. */
const hasMakersFoot = ({ document: { blocks } }: Page): boolean =>
  blocks.slice(-3).some(({ text }) => /\b(?:inc|llc|ltd|gmbh|corp|co|company|devices?|medical|technologies|labs|health)\b[^\n]{0,80}\b[A-Z]{2},? \d{5}\b/i.test(text));

