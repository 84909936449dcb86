import { sift } from 'promolint/rule';
import type { Agent, Detector } from 'promolint/rule';

const SHARE = String.raw`\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent|per cent)`;
const ENDPOINT = 'risk|chances?|odds|rates?|likelihood|deaths?|recurrences?|relapses?|hospitali[sz]ations?|mortality|survival|success|strokes?|heart attacks?|infections?|readmissions?|complications?|falls|fractures?|cases|incidence|progression|flares?|flare-ups?|migraines?|seizures?|attacks?|visits?|pregnancy|conception|events?|amputations?|dementia|cancers?|cavities|injur(?:y|ies)|errors?|exacerbations?|symptoms?|pain|bleeding|failures?';
const MOVES = 'reduc|cut|lower|decreas|slash|halv|increas|rais|boost|improv|doubl|tripl|quadrupl|drop|diminish|minimi[sz]|shrink|shrank';
const RELATIVE = sift(new RegExp(
  [
    String.raw`\b(?:${MOVES})\w{0,6}\s(?:[\p{L}'\u2019-]{1,20}\s){0,6}(?:${ENDPOINT})\b[^.!?]{0,40}?\b(?:by|of)\s(?:up to |about |nearly |more than |almost |over |as much as |around |roughly |an average of |at least )?(?:${SHARE}|half|a third|two[- ]thirds|a quarter|one[- ](?:half|third|quarter))`,
    String.raw`\b${SHARE}\s(?:lower|higher|less|greater|reduced|fewer|reductions?|more likely|less likely|decreases?|increases?|drop|better|improvement in|increased|decreased|relative|cut|decline)\b(?:\s[\p{L}'\u2019-]{1,20}){0,8}?`,
    String.raw`\b(?:half|twice|double|three times|four times|five times|ten times|\d{1,2}\s?(?:x|times))\s(?:the (?:risk|chance|odds|rate|likelihood|success)|as likely|as (?:high|low)|the (?:usual|average)|more likely|less likely|(?:your|their) (?:risk|chance|odds|chances)|lower risk|higher (?:risk|chance|success))`,
    String.raw`\b(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)\s(?:your|the|their|a patient's|patients'|our patients')\s(?:[\p{L}'\u2019-]{1,20}\s){0,2}(?:${ENDPOINT})\b`,
    String.raw`\b(?:cuts?|cutting|slash(?:es|ed)?|reduc(?:es|ed|ing))\s(?:[\p{L}'\u2019-]{1,20}\s){0,5}(?:${ENDPOINT})\s(?:of\s(?:[\p{L}'\u2019-]{1,20}\s){1,5})?(?:in half|by half)\b`,
  ].join('|'),
  'iu',
));
/** Both risks, or one as a count of people: what makes the comparison readable. */
const ABSOLUTE =
  sift(/\bfrom\s(?:about\s|nearly\s)?\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent|(?:in|of|out of|per)\s\d)?[^.]{0,30}\bto\s(?:about\s|nearly\s)?\d|\d\s?(?:%|percent)[^.]{0,40}\b(?:vs\.?|versus|compared (?:with|to)|against|rather than|instead of)\b[^.]{0,40}\d|\b\d[\d.,]{0,7}\s(?:vs\.?|versus|compared (?:with|to)|against)\s(?:about\s)?\d|\b\d[\d,]{0,6}\s(?:\p{L}+\s){0,4}?(?:in|of|out of|per)\s(?:every\s)?(?:\d[\d,]{1,8}|ten|one hundred|a hundred)\b|\bnumber needed to treat\b|\bNNT\b|\babsolute\b|\bpercentage points?\b/iu);
const NOT_RISK = sift(/\b(?:off|price|cost|fee|discount|savings?|body ?weight|body fat|weight loss|of their weight|energy bill|wait times?|sales|revenue|interest|tax)\b/i);
const TEACHES = new Set<Agent>(['care', 'disease', 'lifestyle', 'body']);
const SILENT = ['negated', 'asked', 'legal', 'myth', 'warning', 'reference', 'example', 'nav', 'risk', 'off-topic'] as const;

const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block, text } = sentence;
    if (block.region === 'nav' || block.region === 'form') continue;
    const found = RELATIVE.exec(text);
    if (!found || NOT_RISK.test(found[0]) || (NOT_RISK.test(text) && !new RegExp(`\\b(?:${ENDPOINT})\\b`, 'i').test(found[0] + text.slice(found.index + found[0].length, found.index + found[0].length + 40)))) continue;
    if (!new RegExp(`\\b(?:${ENDPOINT}|likely|effective|die|dying|conceive|develop|recover|lose|quit|heal)\\b`, 'i').test(text)) continue;
    const at = { block, start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
    const frames = page.framesAt(sentence, at);
    if (SILENT.some((frame) => frame !== 'risk' && frames.has(frame)) || ABSOLUTE.test(block.text)) continue;
    // "Nicotine patches double the chance of quitting" teaches about a class of care; an own or unnamed subject sells.
    const claims = page.claimsOf(sentence);
    const teaches = claims.length > 0 ? claims.every(({ agent }) => TEACHES.has(agent)) : sentence.terms.some(({ list, start }) => (list === 'drugs' || list === 'treatments') && start < at.start);
    const promotes = page.facts.sells && (/\b(?:our|we|us|it|this|these)\b/i.test(text) || !teaches);
    report({ at, ...(promotes ? {} : { confidence: 0.4 }) });
  }
};

export default detector;
