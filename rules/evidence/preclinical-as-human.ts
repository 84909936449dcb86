import { sift } from 'promolint/rule';
import type { Detector, Page, Sentence } from 'promolint/rule';

const PRECLINICAL =
  sift(/\b(?:in (?:mice|rats|rodents|animals?|(?:lab(?:oratory)?|cell|animal|mouse|rat|rodent|primate|zebrafish) (?:animals?|mice|rats|stud(?:y|ies)|tests?|models?|experiments?|cultures?|lines?|trials?)|vitro(?!\s+fertili[sz])|the lab(?:oratory)?|a (?:petri )?dish|test tubes?|human cells)|animal (?:studies|study|models?|research|trials?|tests?|data|experiments?)|lab(?:oratory)? (?:studies|study|evidence|experiments?|findings)|(?:mouse|mice|rats?|rodent|cell|cellular|test[- ]tube|preclinical|pre-clinical|in[- ]vitro|petri[- ]dish|bench|zebrafish) (?:studies|study|data|research|tests?|trials?|evidence|models?|experiments?|results|findings)|(?:mice|rats|lab animals|rodents) (?:given|fed|treated|that|who|on|lived|lost|showed))\b/i);
/** Animals and dishes without the word "study": they are proof only where something on offer was given to them. */
const CREATURES =
  sift(/\b(?:(?:lab|old|aging|ageing|aged|elderly|obese|fat|diabetic|young|arthritic|sedentary) (?:rats?|mice|mouse|animals|monkeys|dogs)|mice|rats|rodents|worms|fruit flies|zebrafish|monkeys|hamsters|rabbits|guinea pigs|petri dish(?:es)?|test tubes?|(?:in|on) a (?:lab )?(?:dish|slide|plate|beaker)|(?:steel|glass|agar|culture|metal) (?:plates?|slides?|dish(?:es)?|surface)|cells in a lab|lab bench|cultured (?:skin |human |nerve )?cells)\b/i);
const GIVEN =
  sift(/\b(?:our|this|the|same) (?:\w+ ){0,2}(?:peptides?|extracts?|molecules?|compounds?|formulas?|blends?|serums?|wavelengths?|light|protocol|ingredients?|exosomes?|cells|drops|nutrients?|herbs?|mushrooms?|roots?|oils?|shot|drip|laser|current|device|spray|ozone|solution|product|technology|frequency|treatment|patch)\b|\b(?:fed|given|dosed|injected|treated|dripped|sprayed|smeared|swabbed|dropped|poured|soaked|ran|bathed|sat under|exposed)\b/i);
/** Pests, food and crockery. */
const HOUSEHOLD = sift(/\b(?:hantavirus|droppings|traps?|pests?|pets?|bait|infest\w*|deworm\w*|heartworm|warm water|dishwasher|soap|casserole|recipe|bake|baking|serve|license plate|plate of|home plate|cell phone)\b/i);
const LIMIT =
  sift(/\b(?:not (?:yet )?(?:been )?(?:known|tested|studied|shown|confirmed|proven|established)[^.]{0,40}\b(?:humans?|people|patients|clinical)|(?:only|solely) (?:been )?(?:studied |tested |seen |shown )?in (?:animals|cells|mice|rats|the lab)|may not (?:apply|translate|occur|happen|work)|does not (?:mean|prove|show)|no (?:human|clinical) (?:studies|trials|evidence|data)|unknown (?:whether|if)|human (?:studies|trials|research) (?:are|is) (?:needed|lacking|limited|required)|human data (?:are|is|remain)|very cautious|caution|hav(?:e|ing) (?:shown )?promise,? but|mostly in animals|more research|not known|not evidence|uncertain|unclear|unproven|do(?:es)? not (?:tell|show|prove|mean|establish)|cannot (?:tell|show|prove))\b/i);
const PROMISE =
  sift(/\b(?:you|your|imagine|patients?|people|human|body|men|women|we|our|us|this product|it (?:works|helps|kills|heals|rebuilds|reverses|burns|restores|repairs|regenerates|fights|boosts))\b/i);
const HOW_IT_ACTS =
  sift(/\b(?:kill\w{0,3}|heal\w{0,3}|revers\w{1,3}|rebuild\w{0,3}|restor\w{1,3}|repair\w{0,3}|regenerat\w{1,3}|cur\w{1,3}|shr[iau]nk\w{0,3}|burn\w{0,3}|fight\w{0,1}|boost\w{0,3}|protect\w{0,3}|prevent\w{0,3}|extend\w{0,3}|improv\w{1,3}|reduc\w{1,3}|lower\w{0,3}|block\w{0,3}|destroy\w{0,3}|regrow\w{0,3}|slow\w{0,3}|stimulat\w{1,3}|increas\w{1,3}|eliminat\w{1,3}|relie\w{2,4}|works?|effective\w{0,4}|prov\w{1,4}|confirm\w{0,3}|lost|liv(?:e|ed|es) longer|melt\w{0,3}|doubl\w{1,3})\b/i);
/** What became of them, told as a story. */
const HAPPENED =
  sift(/\b(?:gr(?:ow|ew|own|owing)|knit\w*|sprout\w*|turn(?:ed|s) (?:young|back|off|on)|young(?:er)? again|outliv\w+|survived?|wiped out|wip(?:e|es|ing) out|vanish\w*|disappear\w*|died?|dead|gone|not a (?:particle|trace|germ|cell|single)|nothing (?:left|survived|alive)|ran (?:farther|further|faster|longer)|remember\w*|learn\w*|slept|thinner|leaner|muscle|doubl\w+|tripl\w+|twice|closed|sealed|walk(?:ed|ing) again|moved again|woke|came back|bounced back|glow\w*|multipl\w+|switch\w* (?:on|off)|clear\w*)\b/i);
const SAFETY = sift(/\b(?:tumou?rs? in|thyroid|side effects?|warning|safety|risk|toxic\w{0,4}|harm|contraindicat\w+|boxed)\b/i);
/** The place where samples are examined, not an experiment. */
const ORDINARY = sift(/\b(?:lab(?:oratory)? animals? (?:are|is) not|no animal|cruelty|lab(?:oratory)? (?:tests?|results?|work|data) (?:are|is|may|can|show your|for|to check|ordered|done|on site)|(?:blood|routine|your|our|the) lab(?:oratory)? (?:tests?|results)|in our lab|our lab\b|in the lab(?:oratory)? (?:and|we|at|by|to make|technician)|made in the lab|dental lab)\b/i);
const SILENT = ['negated', 'asked', 'legal', 'myth', 'warning', 'reference', 'example', 'nav'] as const;

const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block, text } = sentence;
    if (block.region === 'nav' || block.region === 'form') continue;
    const studied = PRECLINICAL.exec(text);
    const found = studied ?? (page.facts.sells && !HOUSEHOLD.test(text) && (GIVEN.test(text) || sentence.terms.some(({ list }) => list === 'supplements')) ? CREATURES.exec(text) : null);
    if (!found || ORDINARY.test(text)) continue;
    const at = { block, start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
    if (SILENT.some((frame) => page.framesAt(sentence, at).has(frame))) continue;
    if (LIMIT.test(block.text) || LIMIT.test(page.after(block)?.text ?? '') || (SAFETY.test(text) && !/\bcur|\bheal/i.test(text))) continue;
    if (!(HOW_IT_ACTS.test(text) || (page.facts.sells && HAPPENED.test(text))) || !promises(page, sentence)) continue;
    report({ at });
  }
  for (const { block, start, end, form, resolved, entry = '' } of page.citations) {
    if (!resolved || (form !== 'footnote' && form !== 'marker') || !(PRECLINICAL.test(entry) || CREATURES.test(entry))) continue;
    const sentence = page.sentencesOf(block).find((one) => one.start <= start && start < one.end);
    if (!sentence || PRECLINICAL.test(sentence.text) || CREATURES.test(sentence.text) || LIMIT.test(block.text) || page.claimsOf(sentence).length === 0) continue;
    // A paper on people as well carries the claim.
    if (/\b(?:humans?|patients?|women|men|adults?|volunteers|randomi[sz]ed|clinical)\b/i.test(entry)) continue;
    report({ at: { block, start, end }, message: 'entry' });
  }
};

export default detector;

/** The passage carries the finding over to people or to what the page sells. */
function promises(page: Page, sentence: Sentence): boolean {
  return PROMISE.test(sentence.block.text) || page.claimsOf(sentence).length > 0 || (page.facts.sells && sentence.terms.some(({ list }) => list === 'conditions' || list === 'symptoms' || list === 'body'));
}
