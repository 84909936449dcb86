import { sift } from 'promolint/rule';
import type { Detector, Frame, Page, Sentence, Term } from 'promolint/rule';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'risk', 'nav'];
/** Safety notices, leaflets and research speak of the medicine without promoting it. */
const SAFETY =
  sift(/\b(?:recall\w*|side[- ]effects?|adverse|yellow card|alert|shortage|batch|overdose|interact\w*|leaflet|trial|stud(?:y|ies)|(?:not|cannot|can['’]t|don['’]t|no longer|unable to) (?:\w+ ){0,3}(?:offer|prescribe|supply|sell|stock|give|start|issue)|NHS (?:England|Scotland|Wales)|integrated care board|allerg\w+|breast-?feeding|pregnan\w+|(?:stop|stopping) taking|NICE|referr\w+|criteria|counterfeit|fake|misus\w+|if you (?:take|are taking|use|are using|have been prescribed)|your (?:GP|doctor|prescriber|consultant) (?:may|can|will|might|has)|taking part)\b/i);
const PROMOTES =
  sift(/[$£€]\s?\d|\b(?:our|us|we|book|buy|order|shop|in stock|price[sd]?|from only|discount|deal|offers?|special|sale|% off|walk in|near you|get started|start(?:ing)? (?:today|now|from)|delivered|delivery|ask (?:us|about)|call now|lose weight|easy|results|now available|available (?:now|here|today|from)|appointments?|per area|consultation|brand new|revolutionary|licen[cs]ed|active ingredient|suppress(?:es)?|burns?|feel fuller|we prescribe|we stock|now in|dm for|link in bio|book(?:ing)? now)\b|#/i);
/** Canada lets a prescription drug be named with its price and quantity, and nothing more. */
const SAYS_WHAT_FOR = sift(/\b(?:for|treats?|helps?|relie\w+|lose|loss|better|effective|results?|improv\w+|reduc\w+|works?|boost\w*|control\w*|clear\w*|stops?|cures?)\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing') return;
  const onlyCanada = page.context.profiles.includes('ca') && !page.context.profiles.some((name) => name === 'uk' || name === 'eu' || name === 'au');
  for (const sentence of page.sentences) {
    if (sentence.block.kind === 'comment' || SAFETY.test(sentence.text)) continue;
    const medicine = sentence.terms.find(isPrescriptionOnly);
    if (!medicine || isCleared(page, sentence, medicine) || !promotes(page, sentence)) continue;
    if (onlyCanada && !SAYS_WHAT_FOR.test(sentence.text)) continue;
    report({ at: { block: sentence.block, start: medicine.start, end: medicine.end } });
  }
};

export default detect;

/** "Painkillers" and "antibiotics" are no medicine's name; what is asked for by its class is. */
const NICKNAMED = /^(?:botulinum-aesthetic|glp|weight-loss|sexual-urology|peptide-unapproved)$/;
const isPrescriptionOnly = (term: Term): boolean =>
  term.list === 'drugs' && term.data['rx_only'] === true && term.class !== 'vaccine' && term.class !== 'veterinary' && term.data['ambiguous'] !== true &&
  (term.data['kind'] !== 'class-name' || NICKNAMED.test(term.class));

function isCleared(page: Page, sentence: Sentence, { start, end }: Term): boolean {
  const frames = page.framesAt(sentence, { start, end });
  return CLEARED.some((frame) => frames.has(frame));
}

function promotes(page: Page, sentence: Sentence): boolean {
  if (PROMOTES.test(sentence.text)) return true;
  if (!page.facts.sells) return false;
  return sentence.block.kind === 'heading' || sentence.block.kind === 'button' || page.claimsOf(sentence).some(({ fragment }) => fragment);
}
