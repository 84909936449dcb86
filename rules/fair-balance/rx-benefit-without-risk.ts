import { sift } from 'promolint/rule';
import type { Block, Claim, Detector, Frame, Page, Sentence, Span } from 'promolint/rule';
import { findRiskStatements, tellsHarm } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'risk', 'instruction', 'definition', 'goal', 'eligibility', 'hearsay', 'research'];
/** Drugs that copy names by their class or nickname. */
const NICKNAME = sift(/\b(?:trt|testosterone (?:therapy|replacement|injections?|pellets?)|glp-?1s?|hormone pellets?|weight[- ]loss (?:injections?|shots?|medications?)|ketamine (?:therapy|infusions?)|wrinkle[- ]relax\w+)\b/i);
const STEM = sift(/\b[a-z]{3,}(?:mab|tinib|ciclib|glutide|patide|gliptin|gliflozin|sartan|prazole|triptan|kinra|parib|zomib|limus|gepant|orexant)\b/i);
const PRESCRIBED = sift(/\b(?:prescription (?:medicine|medication|drug|treatment)|prescribing information|compounded|medications?|rx only)\b/i);
const TOLD_OF_PRODUCT: ReadonlySet<Claim['agent']> = new Set(['own', 'brand', 'none', 'pronoun', 'product', 'ingredient', 'reader', 'person']);
/** Benefits that need no drug beside them to be of the medicine, on a page whose product is one. */
const PLAIN_BENEFIT =
  /\b(?:los(?:e|es|t|ing) (?:\w+ ){0,3}(?:weight|pounds|fat|inches)|weight[- ]loss (?:results?|that)|melts?|boosts? (?:\w+ )?(?:energy|libido|drive|metabolism|testosterone)|clear(?:s|er)? (?:\w+ )?(?:skin|acne)|(?:fewer|less) (?:\w+ ){0,2}(?:cravings|flares?|flare-ups|symptoms|attacks|migraines|headaches|seizures|days|nights|episodes|outbreaks|pain|itch\w*|trips)|more (?:\w+ ){0,2}(?:days?|nights?|hours|years) (?:without|free|with less)|(?:clear|clearer|calm|calmer) skin|regrow\w*|reliev\w+|relief|eases?|quiets?|curbs?|(?:real|lasting|great|visible|fast|amazing) results|proven to)\b/i;
const BENEFIT =
  /\b(?:los(?:e|es|t|ing) (?:\w+ ){0,3}(?:weight|pounds|fat|inches)|weight[- ]loss|melts?|works?|working|boosts?|energy|younger|smooth\w*|clear(?:s|er)? (?:skin|acne|up)|fewer (?:cravings|flares|symptoms|attacks|migraines|days)|regrow\w*|reliev\w+|relief|lifts?|eases?|improv\w+|reduc\w+|lower\w*|controls?|treats?|helps?|effective|proven|(?:real|lasting|great|visible|fast|amazing) results?|results|restor\w+|stops?|prevents?|better|calms?|heals?|cures?)\b/i;

/** What a disease does to people. */
const OF_DISEASE = sift(/\b(?:attacks?|episodes?|flares?|flare-ups|symptoms|the (?:disease|disorder|condition|virus|rash|pain)) (?:can|may|might|often|usually|sometimes)\b/i);

/** Heads what a disease is and does, of which a list names "less energy" as well. */
const ABOUT_DISEASE = sift(/\b(?:symptoms|signs|causes|risk factors|who (?:is|are) (?:affected|at risk))\b/i);

/** How a page offers a medicine, rather than speaks of it. */
const OFFERED =
  sift(/[$£€]\s?\d|\b(?:get started|start (?:now|today|online|your)|order|buy|shop|in stock|ships?|shipped|delivered|prescribed online|online prescription|per month|a month|now available|see if you qualify)\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing') return;
  const risks = findRiskStatements(page);
  // A line by itself that names a harm has told as much as it can.
  if (risks.harms >= (page.facts.snippet ? 1 : 3) || risks.underHeading || (page.facts.snippet && page.sentences.some(({ text }) => tellsHarm(text)))) return;
  // A clinic may speak of the medicines that it uses; it answers for those that it puts up for sale.
  const maker = page.context.profiles.includes('us-rx') || page.context.product !== 'provider-service';
  if (!maker && !sellsDrug(page) && !(prescribes(page) && risks.harms < 2)) return;
  // "X is a prescription medicine that treats Y" is how every advertisement of X begins.
  const piece = maker ? page.facts.makersMarks : page.facts.advertises;
  const found = findBenefit(page, piece);
  // What a medicine is for owes its risks in an advertisement; an article may say it.
  if (!found || (found.told === 1 && !piece && !page.facts.advertises && !(!maker && prescribes(page)))) return;
  const { sentence, told } = found;
  // What is given in the house is not put up for sale.
  if (!maker && /^\W*we (?:\w+ )?(?:give|use|offer|provide|stock|carry)\b/i.test(sentence.text)) return;
  report({
    at: { block: sentence.block, start: sentence.start, end: sentence.end },
    message: risks.onlyElsewhere ? 'elsewhere' : 'default',
    severity: (!maker && !sellsDrug(page)) || risks.onlyElsewhere || risks.harms > 0 || told < 3 || !isPlainly(page, sentence) ? 'warning' : 'error',
  });
};

export default detect;

/** An advertisement, or words of one; an article that comes to speak of a benefit is held to less. */
const isPlainly = (page: Page, sentence: Sentence): boolean =>
  page.facts.advertises || sentence.block.kind === 'heading' || !/\b(?:stud(?:y|ies)|research|trials?|may|might|can|could|some|usually|often)\b/i.test(sentence.text);

/** A heading or title names the drug, or a price stands beside it, on a page that offers something. */
const sellsDrug = (page: Page): boolean =>
  page.facts.sells &&
  page.sentences.some(({ text, block }) => block.region === 'main' && OFFERED.test(text)) &&
  page.sentences.some((sentence) => drugIn(sentence) !== undefined && (sentence.block.kind === 'heading' || sentence.block.kind === 'meta' || sentence.block.kind === 'button' || PRICE.test(sentence.text) || isPriced(page, sentence.block)));
const PRICE = /[$£€]\s?\d/;
/** In a price list the price stands in another cell of its row. */
const isPriced = ({ document: { blocks } }: Page, { table }: Block): boolean =>
  table !== undefined && blocks.some((one) => one.table?.id === table.id && one.table.row === table.row && PRICE.test(one.text));

/** A practice that prescribes what it speaks of, and gives its price, its number or a way to begin: "Book a video visit and, if it is suitable, get started". */
const PRESCRIBES =
  sift(/\b(?:if (?:it is|it's|you are|you're|appropriate|suitable|prescribed|clinically)|video visits?|telehealth|whether or not we prescribe|(?:we|they|our \w+|a (?:doctor|physician|clinician|provider|prescriber)) (?:\w+ )?prescribe|if no prescription|is prescribed to)\b/i);
const HOUSE = sift(/\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/);
const prescribes = (page: Page): boolean =>
  page.sentences.some(({ text, block }) => block.region !== 'nav' && (OFFERED.test(text) || HOUSE.test(text))) &&
  page.sentences.some(({ text }) => PRESCRIBES.test(text)) &&
  page.sentences.some((sentence) => /\b(?:helps?|treats?|improv\w+|works?|eas(?:es|ing)|reliev\w+|lowers?|reduc\w+|clears?|prescribed)\b/i.test(sentence.text) && (STEM.test(sentence.text) || NICKNAME.test(sentence.text) || sentence.terms.some(({ list, data }) => list === 'drugs' && data['rx_only'] === true && data['kind'] !== 'class-name'))) &&
  page.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0) >= 120;

/** The plainest benefit told of a drug, and of equally plain ones the one whose passage promises most: named in the sentence or its heading, or, where a drug is the page's product, anywhere. */
function findBenefit(page: Page, piece: boolean): { sentence: Sentence; told: Told } | undefined {
  const copy = page.sentences.filter(({ block }) => block.kind !== 'attribute' && block.region !== 'nav' && block.region !== 'footer');
  const named = (block: Block): boolean => page.sentencesOf(block).some((sentence) => drugIn(sentence) !== undefined);
  const drugPage = page.context.product === 'rx-drug' || page.context.product === 'compounding';
  const about = drugPage || (page.context.product !== 'provider-service' && copy.some((sentence) => PRESCRIBED.test(sentence.text) || drugIn(sentence) !== undefined));
  let best: { sentence: Sentence; told: Told } | undefined;
  for (const sentence of copy) {
    const drug = drugIn(sentence);
    if (!drug) {
      const { heading } = page.sectionOf(sentence.block);
      if (OF_DISEASE.test(sentence.text) || (heading !== undefined && ABOUT_DISEASE.test(heading.text))) continue;
      if (!about && !named(sentence.block) && !(heading !== undefined && heading !== sentence.block && named(heading))) continue;
    }
    const told = toldIn(page, sentence, piece, drug);
    if (told > 0 && (!best || told > best.told || (told === best.told && promiseOf(page, sentence) > promiseOf(page, best.sentence)))) best = { sentence, told };
  }
  return best;
}

const promiseOf = (page: Page, { block, start }: Sentence): number => page.impressions.find((one) => one.block === block && start < one.end)?.score ?? -Infinity;

/** Names of drugs, whether listed, by their class, or by the stems that generic names end in. */
function drugIn(sentence: Sentence): Span | undefined {
  const term = sentence.terms.find(({ list, class: family, data }) => list === 'drugs' && data['rx_only'] === true && family !== 'vaccine' && family !== 'veterinary');
  if (term) return term;
  const named = NICKNAME.exec(sentence.text) ?? STEM.exec(sentence.text);
  return named ? { start: sentence.start + named.index, end: sentence.start + named.index + named[0].length } : undefined;
}

/** What a page or a part of it is called, the body that loses weight, and what some are offered. */
const NAMES_PAGE = /\b(?:policy|guide|handbook|faqs?|glossary|formulary|forms?)\W*$|\bmetabolism (?:may|can) slow\b|^\W*(?:who|what|where|when|how|meet|about)\b|\b(?:others|some|you) may be (?:offered|given)\b/i;
const isTitle = ({ block }: Sentence): boolean => block.kind === 'heading' || block.kind === 'meta' || block.kind === 'data';
const isBrand = ({ list, data }: Sentence['terms'][number]): boolean => list === 'drugs' && data['kind'] === 'brand';

/** "X is a brand-name drug that the FDA approved for …" says what it is, "the FDA has not tested X" what is known of it. */
const TOLD_AS_FACT =
  sift(/\b(?:is|are|was) (?:an? |the |one of (?:the )?)?(?:[\w-]+ ){0,4}(?:drugs?|medicines?|medications?|agonists?|inhibitors?|peptides?|hormones?|antibod(?:y|ies)|class)\b[^.]{0,60}\b(?:approved|used|prescribed|taken|given|studied|that|which|made|derived)\b|\b(?:is|are) approved (?:by (?:the )?fda |, respectively, )?(?:for|to)\b|\bmaker's product\b|\bmimics?\b|\bare (?:compounding )?(?:pharmacies|facilities)\b|\bfda\b[^.]{0,40}\b(?:approved|not|neither|never|warns?|tested)\b|\b(?:never|not) been (?:tested|studied|approved|evaluated|reviewed)\b|\bgoal is\b/i);

/** What it is for, and how the body takes it up: said of a medicine by whoever explains it. */
const USE =
  sift(/\b(?:indicated|indications?|approv(?:ed|al)|prescribed|cleared) (?:\w+ ){0,8}(?:for|to|as)\b|\bused (?:\w+ ){0,8}(?:to|for|in|as)\b|^\W*(?:the )?(?:treatment|management|prevention) of\b|\b(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,4}(?:drugs?|medicines?|medications?|treatments?|injections?|shots?|tablets?|solutions?|pills?) (?:\w+ ){0,2}(?:for|to treat|that treats?)\b|\b(?:forms?|medications?|medicines?|drugs?|tablets?|pills?|creams?|gels?|ointments?|sprays?|lotions?|preparations?) (?:\([^)]*\) )?(?:for|to (?:treat|manage|prevent))\b|\b(?:is|are) (?:\w+ )?(?:treated|managed) (?:with|by)\b|\b(?:works?|acts?) by\b|\bby (?:blocking|inhibiting|activating|binding|relaxing|stimulating|mimicking)\b|\b(?:reduces?|slows?|increases?|raises?|stimulates?|blocks?) (?:\w+ ){0,4}(?:muscle activity|nervous system|heart rate|release of|production of|breakdown of)\b|\b(?:blocks?|inhibits?|activates?|binds?|mimics?|stimulates?) (?:\w+ ){0,4}(?:enzymes?|receptors?|hormones?|proteins?|pathways?)\b|\b(?:blocks?|inhibits?|stimulates?) (?:\w+ ){0,4}(?:release|effects?|action|production) of\b|\bworks? by\b/i);
/** The trouble, the price and the warning are no benefit. */
const NO_BENEFIT =
  sift(/\b(?:hard|difficult|tough|struggl\w+|challeng\w+|frustrat\w+|slow process|(?:can|may) (?:itself |also )?(?:bring on|worsen)|more complex|(?:once|if|when) you stop|goes? on as before|poses?|risky|dangers?|dangerous|illegal|counterfeit|lower[- ]cost|lower[- ]priced|lower prices?|how it works|how (?:do|does) \w+ work|uninsured|federal poverty|health insurance|afford (?:their|your|the|medic\w+|prescri\w+)|there (?:are|is) (?:\w+ ){0,2}(?:treatments?|ways|options|help) (?:\w+ ){0,2}(?:to|for|that)|(?:physicians|doctors|dermatologists|clinicians|practitioners|prescribers|specialists) (?:can |may |often |sometimes )?(?:provide|use|recommend|prescribe|give|enlist|turn to|choose)|do(?:es)? not cure|no cure|(?:belongs? to|is|are) a class of|not guaranteed)\b/i);

/** A finding told with its limits beside it. */
const SMALL_STUDY = sift(/\b(?:(?:study|trial|sample) (?:included|involved|enrolled|had|was) (?:only|just|small|very small)|(?:small|preliminary|early) (?:pilot )?(?:study|studies|trials?)|larger (?:studies|trials) are needed|more research is needed)\b/i);

/** Praise that no definition and no indication makes sober. */
const PRAISED =
  sift(/\b(?:(?:very|highly|most|extremely|incredibly|remarkably|more|so|clinically|shown to be|proven to be|found to be|safe and) (?:\w+ )?(?:effective|powerful|potent|successful|efficacious)|drugs? of choice|(?:safer|stronger|better) (?:and \w+ )?(?:\w+ )?(?:than|choice|option|alternative)|dominated|game[- ]chang\w+|revolution\w*|breakthrough|life[- ]changing|works? (?:fast|well|wonders|better|best)|lasts? (?:much )?longer|gold standard)\b/i);

/** "Testosterone replacement therapy", "The benefits of biologics" name what follows; "Fight fatigue with X" and "X: a solution for …" say it. */
const SAYS_IT =
  sift(/^\W*(?:combat|fight|beat|stop|end|lose|burn|melt|boost|regrow|restore|relieve|treat your|heal|clear|reclaim|regain|get|feel|look|say|live|sleep|control|reverse|cure|banish|defeat|conquer|overcome|transform|shed|drop|wake|enjoy|fewer|less|more|better)\b|\b(?:solutions?|cures?|hope|healing|answer|revolution\w*|breakthrough|miracle|powerful|proven|effective|works?|helps?|gives?|makes?|can|will|is|are|your|you)\b|!/i);
const isTopic = (sentence: Sentence): boolean => isTitle(sentence) && (/^\W*(?:defining|understanding|about|what|how|who|when)\b/i.test(sentence.text) || !SAYS_IT.test(sentence.text));

/** What something costs, who hands it out, who pays: no medicine does anything there. */
const NOT_OF_MEDICINE =
  sift(/\b(?:afford|insurance|uninsured|co-?pays?|get your medications? (?:for )?free|full cost|a discount|(?:assistance|savings) programs?|pharmacists? (?:work|help|assist|can)|hear (?:stories|from)|options include|there (?:are|is) (?:\w+ ){0,2}(?:ways|treatments?|options|medicines?|therap(?:y|ies))|(?:can|may|could|might) (?:use|choose|try|pick)|our (?:\w+ )?goal)\b/i);
/** Says in the same breath, or the next, how little is known or comes of it. */
const SOBERED =
  sift(/\bin some cases\b[^.]{0,80}\bbut\b|\bbut (?:for|in) most\b|\b(?:however|but),? (?:the|this|that) (?:study|trial) (?:was|included|had|lasted|is)\b[^.]{0,40}\b(?:only|small|just|few|\d+|short)\b|\bmore (?:research|studies|trials) (?:is|are) needed\b/i);

/** 0: no benefit; 1: what the medicine is for; 2: a benefit in passing, or hedged; 3: a benefit, plainly. */
type Told = 0 | 1 | 2 | 3;

function toldIn(page: Page, sentence: Sentence, piece: boolean, drug?: Span): Told {
  if (tellsHarm(sentence.text) || NAMES_PAGE.test(sentence.text) || sentence.terms.filter(isBrand).length > 1 || NO_BENEFIT.test(sentence.text) || NOT_OF_MEDICINE.test(sentence.text)) return 0;
  const after = page.sentencesOf(sentence.block).find(({ index }) => index === sentence.index + 1);
  if (SOBERED.test(sentence.text) || (after && SOBERED.test(after.text))) return 0;
  const praised = PRAISED.test(sentence.text);
  // A page of some length says in its copy what its headings only name.
  if (!praised && !page.facts.snippet && isTopic(sentence)) return 0;
  const explained = !praised && TOLD_AS_FACT.test(sentence.text);
  if (explained && !page.facts.advertises && !piece) return 0;
  const clears = (frames: ReadonlySet<Frame>): boolean => CLEARED.some((frame) => frames.has(frame) && !((praised || piece) && frame === 'definition'));
  const cleared = (span: Span): boolean => clears(page.framesAt(sentence, span));
  if (drug && cleared(drug)) return 0;
  if (SMALL_STUDY.test(sentence.block.text)) return 0;
  const use = explained || (!praised && USE.test(sentence.text));
  const claims = page.claimsOf(sentence).filter(({ level, agent, effect, kind }) => level !== 'describe' && kind !== 'drug-class' && !/^without\b/i.test(effect) && (drug || TOLD_OF_PRODUCT.has(agent)));
  if (claims.length > 0) {
    const standing = claims.filter(({ frames, speaker }) => speaker !== 'other' && !clears(frames));
    if (standing.length === 0) return 0;
    if (praised) return 3;
    if (use || standing.every(({ kind }) => kind === 'for')) return 1;
    return standing.some(({ hedge }) => hedge === 'none') ? 3 : 2;
  }
  // "How we work" and "better care" are benefits of a drug only where the drug stands beside them.
  const benefit = (drug ? BENEFIT : PLAIN_BENEFIT).exec(sentence.text) ?? (drug && PRAISED.exec(sentence.text));
  if (!benefit || cleared({ start: sentence.start + benefit.index, end: sentence.start + benefit.index + benefit[0].length })) return 0;
  return use ? 1 : praised || PLAIN_BENEFIT.test(sentence.text) ? 3 : 2;
}
