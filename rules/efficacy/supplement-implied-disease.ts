import { sift } from 'promolint/rule';
import type { Block, Detector, Frame, Page, Sentence, Span, Term } from 'promolint/rule';

/**
 * A sickness, a symptom or a medicine named in copy that offers a supplement. How the copy links the two ("has its name
 * on it", "speaks to", "no match for") has no end of wordings; honest mentions have few: warnings, refusals, research
 * and definitions. So what stands with the goods is reported unless it is one of these.
 */
const detector: Detector = (page, report) => {
  if (page.facts.genre !== 'marketing' || !page.facts.sells) return;
  for (const block of page.document.blocks) {
    if (!isCopy(block) || isHonest(block.text) || (!page.facts.snippet && OF_OTHERS.test(block.text)) || asksOfProduct(block.text)) continue;
    const sentences = page.sentencesOf(block);
    if (sentences.length === 0 || sentences.some(({ frames }) => CLEARED.some((frame) => frames.has(frame)))) continue;
    if (explainsOnly(sentences) || (block.kind === 'heading' && sentences.some(({ frames }) => frames.has('asked')))) continue;
    // Half of the mentions away from any goods are lessons on the sickness; a line alone is the seller's.
    if (!page.facts.snippet && !sentences.some((sentence) => offers(sentence) && !isOfPeople(sentence.text))) continue;
    if (page.facts.snippet && sentences.every((sentence) => (isOfClinic(sentence) || teaches(page, sentence)) && !offers(sentence))) continue;
    const named = sentences.map((sentence) => troubleIn(page, sentence)).find((span) => span !== undefined);
    if (named) report({ at: { block, ...named }, message: 'named' });
  }
};

export default detector;

const CLEARED: readonly Frame[] = ['myth', 'warning', 'hearsay', 'legal', 'reference', 'example', 'nav', 'research', 'off-topic', 'eligibility', 'clinical'];

const isCopy = ({ region, kind, hidden, origin }: Block): boolean =>
  !hidden && origin !== 'json-ld' && region !== 'nav' && region !== 'footer' && region !== 'form' && !/^(?:comment|attribute|button|label|footnote|data)$/.test(kind);

/** What makes a mention of a sickness honest, anywhere in its block. */
const HONEST: readonly RegExp[] = [
  // Sent to somebody who can tell.
  /\b(?:ask|tell|see|call|consult|contact|talk (?:to|with)|speak (?:to|with)|check (?:in )?with|work with|visit|follow|under|without) (?:\w+ ){0,3}(?:doctor|physician|pharmacist|clinician|provider|veterinarian|vet|dermatologist|cardiologist|oncologist|midwife|dietitian|nurse|professional|poison|pediatrician|neurologist|psychiatrist|urologist|gynecologist|an(?:a)?esthesiologist|surgeon|prescriber|gp|lab|who(?:ever)? (?:draws|reads|treats|prescribes)|anyone who (?:draws|reads|treats))\b/i,
  /\b(?:a|your|the|any) (?:doctor|physician|pharmacist|clinician|dentist|dermatologist|specialist|veterinarian) (?:can|should|may|might|will|must|who treats|first)\b|\b(?:diagnosed|diagnosis|medical (?:care|attention|treatment|advice|exam)|emergency|911|check-?up|blood test|get tested|screen(?:ed|ing)|prescri(?:bed|ption) (?:product|medicine|drug)|vaccin\w+|should (?:be|have|not|see|get|ask|stay|skip|start|check)|start with (?:the|a|your) (?:vet|doctor|pharmacist)|needs? (?:a|the) (?:doctor|dentist|vet|podiatrist|clinician)|(?:for|question for|matter for|see) (?:a|your|the) (?:doctor|dentist|podiatrist|vet|specialist)|guidelines?|recommend(?:s|ed|ations?)? (?:against|exercise)|Colleges? of|Academy|Association|Society)\b/i,
  // What a test shows, what stops before an operation, and what labels of medicines and cosmetics say.
  /\b(?:(?:stop|quit) (?:taking|using|giving|use)\b|before (?:surgery|an operation|a procedure|anesthesia)|(?:signs?|symptoms?) of (?:too much|(?:an )?overdose|deficiency|a lack)|too much (?:of|iron|zinc|vitamin|magnesium|calcium|iodine)|(?:is|are|been|was|were) (?:associated|linked|tied) (?:with|to)|(?:some|a few) (?:users|customers|buyers|shoppers|readers)\b|drug facts|active ingredients?\b|purpose:|used as directed|brush (?:after|your|twice)|(?:blood|lab|urine) tests?\b|it(?:'s| is) a cosmetic|than anything we sell|(?:is|are)(?:n't| not) (?:an? )?(?:sleeping pill|medicine|drug|treatment|cure|remedy|substitute)|(?:it|this|ours|we|they|tea|cream|balm|brace|powder|oil|capsules?|drops?|gumm(?:y|ies)) (?:won't|will not|doesn't|does not|don't|do not|cannot|can't) (?:heal|treat|cure|fix|restore|prevent|regrow|replace|rebuild))/i,
  // Who must not, and what may go wrong.
  /\b(?:do not|don't|never|not for|should not|shouldn't|should skip|must not|avoid|stop if|stop and|keep out|skip (?:it|this)) (?:\w+ ){0,3}(?:use|take|taking|give|drive|if|it|children|reach|combine|mix|women|pregnan\w+|alcohol|anyone|people|exceed|stop)\b/i,
  /\b(?:can|may|might|could) (?:also )?(?:cause|upset|interact|increase|raise|thin|slow|worsen|trigger|make|change|affect|harm|lower|interfere|irritate|react|block|reduce how)\b|\b(?:side effects?|interact(?:s|ions?)?|reactions?|allerg(?:y|ies|ic|ens?)|toxic|overdose|poison\w*|contraindicat\w+|liver (?:injury|damage)|have been reported|has been reported|recall(?:ed)?|caution|careful|wary|be aware|pregnan\w+ or|if you (?:are|have|take|had|get|notice|develop) |causes?\b|(?:combined|taken|mixed) with|do(?:es)? not mix|don't (?:wait|mix)|(?:all )?matter\b|cannot wait|can't wait)/i,
  // Weighed, defined or studied.
  /\b(?:stud(?:y|ies|ied)|trials?|evidence|research(?:ers)?|review(?:ed)? of|placebo|et al|inconclusive|mixed|limited|modest|preliminary|NIH|NCCIH|NCI|CDC|FDA|FTC|EFSA|WHO|Institutes?|journal)\b/,
  /\b(?:(?:is|are) (?:a|an|the|often|usually|common(?:ly)?|caused|linked|defined|one of|when)|means|refers to|affects? (?:about|more|one|\d)|symptoms? (?:of|include)|risk factors?|caused by|due to|known as|may (?:have|be|help)|might be|some people|in some|depends? on|among the causes|for example|years of age|deficiency|low in saturated fat|diet)\b/i,
  // In the words that European law grants to a food or a herbal medicine; what a toothpaste is for.
  /\bcontribut\w+ to (?:the |a )?(?:normal|maintenance|reduction|protection)\b|\btraditional herbal (?:medicin\w+|remed\w+)\b.{0,160}\bbased on\b|\btoothpastes?\b/i,
  // Refused.
  /(?:\b(?:no|none of|not|never)|n't) (?:[\w'-]+ ){0,9}(?:shown|proven|proved|demonstrated|established|approved)\b|\b(?:there (?:is|are|was)(?:n't| not| no)|isn't|aren't|no such thing as) (?:an? )?(?:magic|miracle|cure|quick)/i,
  /(?:\bmay not|\bmight not|(?:\b(?:not|never|no|nor|cannot|without|neither|nothing)|n't) (?:[\w'-]+ ){0,4}(?:treat\w*|cur(?:e|es|ed|ing)|prevent\w*|diagnos\w*|eliminat\w*|replac\w*|claim\w*|promis\w*|say|says|saying|tell|tells|mean|know|known|shown|proven|approved|substitute|intended|medicines?|drugs?|recommend\w*|sell|sold|stand-in|evaluat\w*|magic|affiliated|meant|cover\w*|advice))\b/i,
  // What else a sickness is named for.
  /\b(?:charit\w+|donat\w+|foundation|fundrais\w+|nonprofit|hospice|in memory|awareness|webinar|podcast|scholarship|insurance|refund|shipping|free from|made without|gluten[- ]free|contains? (?:no|soy|milk|nuts|tree)|facility|occasional|mild|laxative|already within|normal range|everyday|label(?:s|ed|ing)?|lawsuit|court|settle\w+|hospitals? (?:in|of|near)|children's|founders?|lives? with|living with .{1,40} and|diary|app|newsletter|(?:tests?|tested|check(?:s|ed)?) (?:\w+ ){0,3}(?:lot|batch|for)|trouble swallowing|salmonella|arsenic|promises? to|send them|sponsor\w*|(?:cold|flu|allergy)(?: (?:and|&) (?:cold|flu))? season|now and then|from time to time|not the same (?:thing )?as|walk each|flavou?rs?|often have|foods? (?:rich|high)|was once|nobody knows|we (?:won't|don't|can't)|you don't need|need a supplement|no (?:supplement|capsule|tea|pill|herb|product|powder|gummy)|welcome|tastes? (?:like|of)|medicines? in (?:their|its) own|camp|certificate of analysis|deserves? a visit|your intake|rents?|\d% off|clubs?|asked for|coating|readers ask|flush)\b/i,
];

const isQuestion = (text: string): boolean => /\?[\s"”’)]*$/.test(text);
/** What buyers ask of a product: "You asked: does turmeric cure inflammation?" */
const asksOfProduct = (text: string): boolean =>
  isQuestion(text) && /^(?:q\W+)?(?:you asked\W+|readers asked\W+)?(?:do|does|can i|can it|can this|can they|will it|will they|is it|is this|is there|are they|are there|should i|could it|what is|what are|how does|how do)\b/i.test(text);

/** The sickness itself explained, with no product in sight: how it comes about, whom it strikes, what it does. */
const LESSON =
  sift(/^(?:with|in) [\w -]{3,30},? (?:your|the) (?:skin|body|immune system|joints?|gut|brain|liver|eyes?|cells?|airways?|lungs?|blood|nerves?|heart|pancreas|bones?)\b|^(?:as|when) (?:we|you|people|men|women|skin|bodies) (?:age|ages|get older|grow older)\b|\b(?:is|are|can be|may be|tends? to be) (?:[\w-]+ )?(?:hereditary|genetic|inherited|contagious|chronic|triggered|linked|associated|marked|characteri[sz]ed|made worse|more common)\b|\bruns? in families\b/i);
/** What a sickness does, in a sentence that has it for its subject: "Vitiligo shows as white spots", "BPH, common in older men, happens when …". */
const COURSE = sift(/^(?:is|are|was|were|shows?|happens?|occurs?|affects?|develops?|appears?|strikes?|comes?|begins?|starts?|results?|tends?|remains?|among|means|involves?|feels?|live|lives|range|ranges|vary|varies)$/);
const AS_PROMISE = sift(/\b(?:no match|history|gone|over with|goodbye|relief|relieves?|solutions?|answers?|helps?|supports?|soothes?|fights?|remed(?:y|ies)|a thing of the past|no more|beaten|optional|natural)\b/i);
function tellsCourse({ text, terms, tokens }: Sentence): boolean {
  if (AS_PROMISE.test(text) || USE.test(text) || terms.some(({ list }) => list === 'supplements' || list === 'own')) return false;
  const subject = terms.find(({ list, first }) => (list === 'conditions' || list === 'symptoms') && first <= 3);
  if (!subject) return false;
  return tokens.slice(subject.last + 1, subject.last + 12).some(({ text: word }) => COURSE.test(word));
}

/** Explained in words of its own, though a word in it also names goods: "With eczema your skin makes fewer oils." */
const explainsOnly = (sentences: readonly Sentence[]): boolean =>
  sentences.every(tellsCourse) ||
  (sentences.length === 1 && LESSON.test(sentences[0]!.text) && !USE.test(sentences[0]!.text) && !sentences[0]!.terms.some(({ list }) => list === 'supplements' || list === 'own'));
/** "our skin", "we age": everybody's, not the advertiser's. */
const isOfPeople = (text: string): boolean => !GOODS.test(text.replace(/\b(?:our (?:skin|bod(?:y|ies)|bones|joints|cells|hair|immune systems?|brains?|hearts?|lives|guts?|blood|muscles|metabolism|hormones)|we (?:all |grow |get )?(?:age|older))\b/gi, '')) && /\b(?:our|we)\b/i.test(text);

/** On a whole page: told of others, of everybody, or of the past. */
const OF_OTHERS =
  sift(/\b(?:proponents|promoters|advocates|enthusiasts|marketers|many people wonder|people (?:with|who have|living with) [\w -]{3,40}? (?:should|must|tend)|(?:is|are|was|it's|being) (?:promoted|marketed|touted|advertised|pitched) (?:as|for|to)|also claims? to|we'll get to|let's see what|with (?:food|meals|a meal|water(?! pills?))|natural hormone|a bust|the (?:truth|facts|hype) (?:about|behind)|i (?:still )?(?:remember|teach|figured|wondered|was told)|after graduating|we figured|as with [\w -]{3,30} drugs|diy)\b/i);
const isHonest = (text: string): boolean => HONEST.some((cue) => cue.test(text));

const GOODS =
  sift(/\b(?:bottles?|jars?|tins?|tubs?|capsules?|caps|tablets?|pills?|gumm(?:y|ies)|softgels?|drops?|droppers?|droppersful|tinctures?|tonics?|balms?|salves?|creams?|oils?|teas?|chews?|powders?|blends?|formulas?|scoops?|spoonfuls?|teaspoons?|tablespoons?|doses?|servings?|sprays?|(?<!(?:dry|blistery|bald|rough|red|itchy|white|scaly|flaky|sore) )patch(?:es)?|shots?|elixirs?|extracts?|roots?|herbs?|botanicals?|mushrooms?|seeds?|leaf|leaves|berr(?:y|ies)|supplements?|products?|remed(?:y|ies)|protocols?|stuff|kit|bundle|packets?|sachets?|lozenges?|our|ours|we)\b/i);
/** Things told to be done with the goods, and people for whom they are. */
const USE =
  sift(/(?:^|[.?!:…—–] ?)(?:just |simply |then |and )?(?:dab|rub|take|sip|pop|stir|mix|chew|swallow|spray|drink|try|grab|add|reach for|swap|apply|massage|smooth|sprinkle|brew|steep|use|order|start|hold|place|drop|keep)\b|\b(?:top pick|our pick|(?:one|this|it|that)(?:'s| is) for (?:anyone|you|those|people|folks|men|women|the)|is for|(?:made|built|designed|perfect|ideal|great|best|good) for|try (?:it|this|ours)|this one|this (?:little|tiny|simple|one|is)|these (?:little|tiny|simple)|one a day|two a day|twice a day|a day keeps)\b/i);

const offers = ({ text, terms }: Sentence): boolean =>
  GOODS.test(text) || USE.test(text) || /[®™]|\b[A-Z][a-z]+[A-Z][a-z]/.test(text) || terms.some(({ list }) => list === 'supplements' || list === 'own');

/** Of the goods, what is no form of medicine as well: "a dose of azithromycin", "cured with tablets". */
const offersMore = (sentence: Sentence): boolean => {
  const { text, terms } = sentence;
  return GOODS.test(text.replace(/\b(?:tablets?|pills?|doses?|drops?|creams?|shots?|sprays?|patch(?:es)?|capsules?)\b/gi, ' ')) || USE.test(text) || /!|[®™]|\b[A-Z][a-z]+[A-Z][a-z]/.test(text) || terms.some(({ list }) => list === 'supplements' || list === 'own');
};

const SLANG =
  sift(/\b(?:fibro|oxys?|psych meds|(?:pain|blood pressure|cholesterol|diabetes|anxiety|sleep|thyroid|heart|acid|reflux) (?:meds|medicines?|medications?|pills|drugs)|the blue pill|inhalers?|insulin shots?|needle in (?:my|your)|black cloud|chemo|radiation|methadone|biopsy|tumou?rs?|psa (?:score|level|number|reading)s?|a1c|blood thinners?|statins?|steroids?|cpap|hearing aids?|walkers?|knee brace|wheelchair|hip replacement|knee replacement|bypass|stents?|dialysis|hot flash\w*|night sweats|the sugar|panic|dread|surgeons?|surgery|urologist|cardiologist|oncologist|rheumatologist|neurologist|scalpel|(?:new|artificial) (?:hip|knee)s?|transplant|roto-rooter|dysplasia|limp(?:ing)?|diabetics|type (?:2|two)|(?:macular|heart|prostate|thyroid|eye|kidney|liver|bladder|nerve|joint|memory) (?:trouble|problems|disease)|(?:a1c|dementia|glaucoma|arthritis) in the family|invitation back|fungus|diabetes pens?|autistic|bifocals|trifocals|oxygen tank|pill organizer|(?:adhd|asthma|allergy|arthritis|migraine|eczema) (?:kids?|moms?|dads?|parents|child(?:ren)?|sufferers|folks|crowd)|(?:burning up|running a fever|spiking (?:a )?fever|fever (?:spik|climb)\w+)|(?:that|those|the|his|her|my|your) (?:lipitor|metformin|lisinopril|eliquis|xarelto|synthroid|prilosec|nexium|ambien|xanax|zoloft|ozempic)|bald spots?|varicose|knuckles)\b/i);
const MARKER = sift(/\b(?:blood (?:pressure|sugar|glucose)|cholesterol|(?<!medium[- ]chain )triglycerides|a1c|psa|uric acid|liver enzymes|plaque)\b/i);
/** A part of the body that has given up: "your thyroid has dozed off", "clogged arteries". */
const PARTS = 'thyroid|prostate|bladder|livers?|kidneys?|pancreas|heart|arter(?:y|ies)|veins?|adrenals?|gut|colon|bowels?|nerves?|cartilage|discs?|knees?|hips?|joints?|knuckles|spine|retinas?|eyes|ears?|eardrums?|ovar(?:y|ies)|lungs?|sinuses|gums?|immune system|pituitary|mitochondria|metabolism|testosterone|estrogen|insulin|gland';
const FAILED =
  "doz(?:ed|ing) off|asleep|sleepy|sluggish|lazy|worn(?: out)?|failing|failed|swollen|swell(?:s|ed|ing|ings)?|clogged|blocked|inflamed|leaky|frayed|damaged|grinding|bled|bleed(?:s|ing)?|recede[sd]?|receding|bone[- ]on[- ]bone|shot|out of (?:whack|balance|line|order)|giv(?:e|es|en|ing) (?:out|up)|gave (?:out|up)|on strike|misfir\\w{2,3}|haywire|off the rails|calcified|hardened|burn(?:ed|t) out|underactive|overactive|dying|dead|dies|broken|creaky|rusty|puffy|angry|starved|poisoned|deflat\\w{1,3}|enlarged|weak|crash(?:ed|ing)|tank(?:ed|ing)|low";
const FAILING = new RegExp(String.raw`\b(?:(?:your|the|my|his|her|those|a|dad's|mom's) (?:${PARTS})\s(?:(?:has|have|had|is|are|was|were|just|all|been|got|gets|'s|won't|keeps?|finally|starts?|began) ){0,3}(?:${FAILED})|(?:${FAILED}) (?:${PARTS}))\b`, 'i');
/** Ills that words of everyday life stand for too. */
const EVERYDAY = sift(/^(?:stress|tired|fatigue|tiredness|energy|hunger|cravings?|thirst|dry skin|sensitive skin|oily skin|bloat(?:ing)?|gas|hangovers?|stiff(?:ness)?|(?:muscle )?sore(?:ness)?|shedding|cuts?|burns?|colds?|sick|ill|pain|aches?|discomfort|weight|itch|rash|depression|shock|stroke|fits?|low energy|cough(?:ing)?|cough drops?|brain fog|fog|slow|injur(?:y|ies)|allerg\w+|celiac|gluten|lumps?|grumpy|drowsy|non-?drowsy|dry \w+)$/i);

/** Medicine at work, as on any page that teaches: "Radiation kills cancer cells." */
const CARERS: ReadonlySet<string> = new Set(['care', 'person', 'disease', 'lifestyle']);
const TAKING_CARE = sift(/^\W{0,2}(?:managing|treating|living with|caring for|people with|doctors|surgeons|radiation|surgery|chemo(?:therapy)?|the treatment)\b/i);

/** A lone line about patients, their treatment and those who give it: no seller of supplements writes so of the goods. */
const CLINIC = sift(
  /\b(?:(?:patients?|people|persons?|adults|children|women|men|individuals|those|someone|anyone|wearers|many|most|some) (?:who (?:have|has|had|are)|with|may|should|must|need|can|receive|develop|will)|(?:surg(?:ery|ical|eon)\w*|radiation|chemotherapy|irradiation|transplants?|dialysis|biops(?:y|ies)|antibiotics?|antitoxin|insulin (?:shots?|pump)|vaccin\w+|immuni[sz]ations?|medications?|prescrib\w+|hormone therapy|mammogra\w+|endoscopy|injections?|hospitals?|GPs?|urologist|health care|clinical|tumou?rs?|prognosis|cells? lymphoma|dose of drugs)\b|(?:types?|choice|purpose|options?|goals?|course|forms?) of (?:\w+ )?treatments?|treatments? (?:options?|plan|strateg\w+|may|might|can|is|are|was|were|will|var(?:y|ies)|includes?|depends?|usually|for|of|and|referral|focuses)\b|(?:treated|treatable|treat) (?:with|by|when|and)|(?:need|needs|needed|take|taking|urgent|available|further|other|long-term|after|before|during|regular) (?:\w+ )?treatments?|should|must be|exam|rest for|hygiene|washing|is (?:caused|diagnosed|given|used)|(?:are|was|were|be|being) (?:diagnosed|prescribed|performed|monitored|treated))/i,
);
const isOfClinic = ({ text }: Sentence): boolean => CLINIC.test(text);

/** Whoever sells presses, praises and promises, or leaves the verb out. */
const PRESSES =
  sift(/!|^did you know|\b(?:i|my|me|you(?:'ll| will)|never|ever|no more|finally|again|imagine|ready|tired of|suffer\w*|relie(?:f|ves?|ving)|helpful|beneficial|benefits?|good for|great|wonders?|effective\w*|works?|heal(?:er|ers|s|ing)|fight\w*|battl\w+|solutions?|answers?|easy|powerful|potent|known for|famous|secret|natural\w*|ancient|for centuries|extra help|support\w*|promot\w+|balanc\w+)\b/i);
const FINITE = sift(/\b(?:is|are|was|were|has|have|had|can|could|may|might|must|should|will|would|do|does|did|include|occurs?|affects?|gets?|grows?|raises?|lowers?|rises?|prevents?|helps?|reduces?|causes?|need|make sure|learn|visit|avoid|wash)\b|n['\u2019]t\b/i);
/** A whole sentence that presses nobody, in which people, bodies, habits and those who care do all that is done. */
const teaches = (page: Page, sentence: Sentence): boolean =>
  FINITE.test(sentence.text) && !PRESSES.test(sentence.text) && page.claimsOf(sentence).every(({ agent }) => CARERS.has(agent) || agent === 'reader' || agent === 'body');

function isOfMedicine(page: Page, sentence: Sentence): boolean {
  const claims = page.claimsOf(sentence);
  if (page.facts.snippet && claims.length > 0 && claims.every(({ agent }) => agent === 'care' || agent === 'disease') && !offersMore(sentence)) return true;
  if (offers(sentence)) return false;
  if (claims.length > 0 && claims.every(({ agent }) => CARERS.has(agent))) return true;
  return TAKING_CARE.test(sentence.text) || sentence.terms.some(({ list, first }) => (list === 'drugs' || list === 'treatments') && first <= 1 && claims.some((claim) => claim.start > sentence.tokens[first]!.start || claim.fragment === false));
}

function troubleIn(page: Page, sentence: Sentence): Span | undefined {
  if (isOfMedicine(page, sentence) || (!page.facts.snippet && isOnlySupported(page, sentence))) return undefined;
  const found = sentence.terms.find((term) => isTrouble(term, sentence) && (page.facts.snippet || !isTakenBesides(term, sentence)));
  const span = found ?? slangIn(sentence);
  if (!span) return undefined;
  const frames = page.framesAt(sentence, span);
  return frames.has('risk') || frames.has('goal') ? undefined : { start: span.start, end: span.end };
}

/** "Pop some ibuprofen", "a baby aspirin daily": somebody else's medicine, which is what is taken here. */
const isTakenBesides = ({ list, first }: Term, { tokens }: Sentence): boolean =>
  list === 'drugs' && tokens.slice(Math.max(0, first - 4), first).some(({ text }) => TAKEN.has(text)) && !tokens.slice(Math.max(0, first - 8), first).some(({ text }) => RATHER.has(text) || text.endsWith("n't"));
const TAKEN = new Set('pop pops popped popping take takes took taken taking swallow swallowed swallowing down downed downing gulp grab reach baby prescribed'.split(' '));
const RATHER = new Set('instead without stop stopped stopping quit quitting no never not replace replaces replaced replacing rather than ditch ditched forget unlike off tired need needed'.split(' '));

/** Something goes up and down by itself, or is kept as it should be: "blood sugar levels fluctuate", "support for blood sugar balance". */
function isOnlySupported(page: Page, sentence: Sentence): boolean {
  const { text, terms } = sentence;
  if (terms.some((term) => isTrouble(term, sentence)) || SLANG.test(text) || FAILING.test(text)) return false;
  return MARKER.test(text) && (FLUCTUATES.test(text) || SUPPORTED.test(text)) && !LOWERED.test(text) && page.claimsOf(sentence).every(({ level, object }) => level === 'support' || level === 'describe' || object?.class !== 'disease');
}
const FLUCTUATES =
  sift(/^(?:a |an |the |gradual |sudden |sharp |rapid )*(?:rises?|spikes?|surges?|jumps?|increases?|swings?|fluctuations?) (?:in|of) (?:the |your |our )?(?:blood|glucose|cholesterol|triglycerides)\b|\b(?:fluctuating|unsteady|unstable|swinging|spiking) (?:blood (?:sugar|glucose|pressure)|glucose|cholesterol)\b|\b(?:blood (?:sugar|glucose|pressure)|glucose|cholesterol)(?: levels?)? (?:fluctuates?|rises?|spikes?|swings?|climbs?|goes up|drops? and|can (?:rise|spike|swing|fluctuate))\b|\breleases? (?:\w+ )?triglycerides\b/i);
const SUPPORTED = sift(/\b(?:support(?:s|ing)?|maintain(?:s|ing)?|promot(?:e|es|ing)) (?:for |of )?(?:your |their |the |a )?(?:healthy |normal |balanced |optimal )*(?:blood (?:sugar|glucose|pressure)|glucose|cholesterol)(?: (?:levels?|balance|health|metabolism|function|already within))*\b/i);
const LOWERED = sift(/\b(?:lower(?:s|ed|ing)?|reduc\w+|drops?|decreas\w+|regulat\w+|control\w*|manag\w+|normali[sz]\w+|stabili[sz]\w+|improv\w+|fix\w*|revers\w+|high|diabet\w+|insulin|symptoms?|trouble|problems?)\b/i);

function isTrouble({ list, class: kind, entry, data, start, end, first }: Term, { block, terms }: Sentence): boolean {
  if (data['ambiguous'] === true || data['severity'] === 'natural-state' || /^(?:dry|chapped|rough|dull|flaky) /i.test(block.text.slice(start, end)) || EVERYDAY.test(entry) || EVERYDAY.test(block.text.slice(start, end))) return false;
  return (list === 'conditions' && kind !== 'appearance' && kind !== 'pathogen') || list === 'symptoms' || (list === 'drugs' && kind !== 'vaccine' && kind !== 'other-general' && !isNutrient(first, terms));
}

const isNutrient = (at: number, terms: readonly Term[]): boolean => terms.some(({ list, first, last }) => list === 'supplements' && first <= at && last >= at);

function slangIn({ text, start }: Sentence): Span | undefined {
  const found = SLANG.exec(text) ?? MARKER.exec(text) ?? FAILING.exec(text);
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined;
}
