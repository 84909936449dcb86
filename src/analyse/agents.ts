import type { Agent, Clause, ObjectClass, Sentence, Term } from '../rule.ts';

const OWN = new Set(['we', 'our', 'ours', 'us', "we're", "we've", "we'll", 'my', 'i']);
const PRONOUN = new Set(['it', 'this', 'these', 'they', 'that', 'which', "it's", "it'll", 'those', 'its', 'their', 'here', "here's"]);
const READER = new Set(
  ("you your people patients patient men women children adults someone anyone everyone many most some others those who customers users person kids parents you'll you're yourself clients individuals families " +
    'persons workers travellers travelers drinkers smokers teenagers teens babies infants newborns toddlers mothers fathers carers caregivers members veterans seniors students teachers residents survivors ' +
    'relatives siblings boys girls nursing-home public parent mother child baby').split(' '),
);
const CARE = new Set(
  ('doctor doctors physician physicians surgeon surgeons provider providers dentist dentists pharmacist nurse nurses therapist therapists specialist specialists ' +
    'treatment treatments therapy therapies surgery medicine medicines medication medications drug drugs vaccine vaccines vaccination shot shots jab jabs antibiotics antibiotic chemotherapy radiation ' +
    'immunotherapy transplant transfusion procedure procedures operation counseling counselling screening tests test exam exams management care hospital hospitals insulin steroids ' +
    'corticosteroids steroid inhaler inhalers painkillers antidepressants statins dialysis rehabilitation prescription prescriptions options option approach approaches ' +
    'experts specialists way ways methods method strategies measures steps program programs programme programmes law act plan plans coverage insurance medicare medicaid team guidelines guideline agency cdc fda nih nhs ' +
    'ninds nhlbi niddk nci nia nei nimh nichd nidcd vaccines immunization immunisation radiotherapy physiotherapy physiotherapists psychotherapy anaesthesia anesthesia anaesthetic anesthetic anesthetics antivenom antitoxin antitoxins ' +
    'transplants transfusions implants stents dialysis helpline institute institutes charity charities goal goals aim aims purpose researchers scientists midwives midwife chiropractors audiologists podiatrists').split(' '),
);
const LIFESTYLE = new Set(
  ('exercise exercising diet diets eating food foods vegetables fruit fruits walking sleep sleeping rest washing handwashing hands smoking quitting alcohol drinking activity activities ' +
    'habits lifestyle weight losing meditation yoga stretching breathing water sunscreen brushing flossing breastfeeding hygiene nutrition gloves masks mask condoms condom ' +
    'avoiding limiting staying keeping getting maintaining cutting managing taking using changing changes ice heat compress fiber fibre salt sodium calories meal meals snacks sunlight socializing exercises swimming running dancing gardening posture pacing helmets shoes').split(' '),
);
const BODY = new Set(
  ('body immune system cells cell brain heart liver kidneys kidney lungs blood hormones hormone antibodies insulin muscles muscle nerves nerve skin bones bone genes gene protein proteins ' +
    'enzymes enzyme glands gland stomach intestine intestines bacteria virus viruses tumor tumors cancer disease diseases infection symptoms symptom pain condition conditions disorder ' +
    'disorders syndrome mutations mutation variants chromosome chromosomes receptor receptors neurons tissue tissues platelets serotonin dopamine cartilage neurotransmitters chemicals signals antigen pancreas spleen bladder ureter cervix uterus cysts lesions ducts joint joints membrane acid acids fluid molecules antibody antigens damage injury loss lack deficiency aging age risk factors').split(' '),
);
const PRODUCT = new Set(
  ('product products formula supplement supplements capsule capsules tablet tablets pill pills gummy gummies cream creams serum serums lotion lotions oil oils tincture tinctures drops spray ' +
    'balm salve ointment gel patch patches powder shake tea teas blend device devices laser machine mask system kit bottle elixir tonic extract remedy remedies herb herbs ingredient ' +
    'ingredients tool technology technologies unit wand pen handpiece probe wearable soap shampoo toothpaste mouthwash band bracelet mat light collagen cbd hemp kratom').split(' '),
);
/** A word for goods on a shelf: capsule, cream, device. */
export const isGoods = (word: string): boolean => PRODUCT.has(word);

const UNPROVEN = new Set(['alternative', 'regenerative', 'infusion-injection', 'pain-device', 'chiropractic', 'device-consumer', 'weight-loss', 'hormone', 'aesthetic-device', 'aesthetic-skincare', 'aesthetic-injectable']);

/** Kinds of care that are sold for more than they were ever shown to do. */
const QUESTIONED = new Set(['alternative', 'regenerative', 'infusion-injection', 'chiropractic', 'device-consumer', 'pain-device']);

/** Verbs and auxiliaries at which a clause's subject ends. */
const FINITE =
  /^(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|help|helps|helped|work|works|worked|make|makes|made|give|gives|gave|take|takes|took|get|gets|got|offer|offers|provide|provides|include|includes|contain|contains|use|uses|used|need|needs|want|wants|mean|means|show|shows|showed|feel|feels|look|looks|become|becomes|keep|keeps|kept|come|comes|go|goes|say|says|know|think|allow|allows|enable|enables|let|lets|aim|aims|seem|seems|appear|appears|tend|tends|continue|continues|begin|begins|start|starts|deliver|delivers|target|targets|found|find|finds|it's|that's|there's|we're|you're|they're|we've|we'll|you'll|it'll|they'll|don't|doesn't|isn't|aren't|won't|can't|cannot|ensures|ensure|known|thought|believed|designed|formulated|created|developed|intended|meant|indicated|approved|proven|clinically)$/;
const REPORTING = /^(?:show|shows|showed|shown|find|finds|found|discovered|suggests?|suggested|proves?|proved|confirms?|confirmed|reports?|reported|indicates?|indicated|demonstrates?|demonstrated|reveals?|revealed|believe|believes)$/;
const PREPOSITIONS = new Set('of in for with from on to by against without within at into through during like as'.split(' '));
const RELATIVES = new Set(['who', 'that', 'which', 'whose', 'where']);
const SKIPPED_WORD = /^(?:the|a|an|and|or|not|even|just|both|also|only|such|each|every|all|other|another|new|best|first|most|more|natural|herbal|organic|real|true|total|complete|fast|quick|safe|gentle|powerful|effective|proven|lasting|instant|ultimate|maximum|naturally|effectively|quickly|gently|safely|instantly)$|ly$/;

/**
 * Who acts: the subject of a clause, read off the words before its first verb. Possession decides ("our treatment" is own,
 * "treatment" is care), then the head noun, which is the last noun before a preposition, relative or verb.
 * @param names lower-cased names of the advertiser and its products
 */
export function findAgent(sentence: Sentence, clause: Clause, effectFirst: number, names: readonly string[]): Agent {
  const { tokens } = sentence;
  let from = clause.first;
  for (let i = clause.first; i < effectFirst - 1; i++) {
    // "Studies show that garlic …": what is reported has a subject of its own.
    if (REPORTING.test(tokens[i]!.text)) from = tokens[i + 1]!.text === 'that' ? i + 2 : i + 1;
  }
  if (from >= effectFirst || /^(?:to|by|in|the|a)$/.test(tokens[from]!.text) && from === effectFirst - 1) from = clause.first;
  // "There are medicines that …": what there is acts.
  if (tokens[from]!.text === 'there' && /^(?:is|are|was|were)$/.test(tokens[from + 1]?.text ?? '') && from + 2 < effectFirst && !/^(?:a|no|growing)$/.test(tokens[from + 2]!.text)) from += 2;
  let stop = from;
  let verbFirst = false; // the clause begins with a verb
  for (; stop < effectFirst; stop++) {
    const token = tokens[stop]!;
    if (OWN.has(token.text) || (token.kind === 'word' && PRONOUN.has(token.text) && token.text.includes("'"))) break;
    if (stop > from && FINITE.test(token.text) && !(tokens[stop - 1]!.text === 'the')) break;
    if (stop === from && FINITE.test(token.text) && token.text !== 'help') {
      verbFirst = true;
      break;
    }
  }
  // Possession anywhere before the effect: "The herbs in our tea …", "… treated with our laser".
  for (let i = clause.first; i < effectFirst; i++) {
    const { text } = tokens[i]!;
    if (text === 'we' || text === 'our' || text === 'us' || text === 'ours' || text.startsWith("we'"))
      // "Our adjustments cure colic": ours, and what is claimed of it is what counts.
      return unprovenIn(sentence, i, effectFirst) ? 'modality' : 'own';
    if (isNamedMethod(sentence, i)) return 'own';
  }
  if (names.length > 0) {
    const folded = sentence.text.toLowerCase();
    if (names.some((name) => folded.includes(name))) return 'own';
  }
  if (verbFirst) {
    // "has soothing properties" goes on about the thing before; "Not only is it …" turns subject and verb round.
    const next = tokens[stop + 1];
    return next && PRONOUN.has(next.text) && stop + 1 < effectFirst ? 'pronoun' : /^(?:is|are|was|were|do|does|did|need|want)$/.test(tokens[from]!.text) ? 'other' : 'none';
  }
  const end = stop < effectFirst && tokens[stop]!.text.includes("'") ? stop + 1 : stop;
  let agent: Agent = 'none';
  let afterPreposition = false;
  for (let i = from; i < end; i++) {
    const token = tokens[i]!;
    if (token.kind === 'hole') return 'brand';
    if (token.text === ',' && i > from + 1 && i < end - 1) {
      // "Good news for sore feet, OurBrand healed …": what stands after the comma is the subject.
      agent = 'none';
      afterPreposition = false;
      continue;
    }
    // "a hormone (GnRH)": the name again.
    if (token.text === '(' && agent !== 'none') break;
    if (token.kind !== 'word' && token.kind !== 'number') continue;
    if (RELATIVES.has(token.text) && agent !== 'none') break;
    if (PREPOSITIONS.has(token.text)) {
      afterPreposition = i > from;
      continue;
    }
    if (SKIPPED_WORD.test(token.text)) continue;
    const found = agentOfWord(sentence, i);
    if (found) {
      // "Conditions it helps": the pronoun is the subject of what follows.
      if (found === 'pronoun' && /^(?:it|they)$/.test(token.text) && agent !== 'none') agent = 'pronoun';
      else if (!afterPreposition || agent === 'none' || (agent === 'other' && found !== 'body')) agent = found === 'pronoun' && agent !== 'none' ? agent : found;
    } else if (token.kind === 'word' && agent === 'none') agent = i === from && isDoing(sentence, i) ? 'lifestyle' : 'other';
    if (agent === 'pronoun' && /^(?:it|they|it's|it'll|they'll|here|here's)$/.test(token.text)) break;
    if (agent === 'person') break;
  }
  if (agent === 'care' && /^(?:this|these|such)$/.test(tokens[from]!.text)) return 'pronoun';
  return agent;
}

/** "Wearing a helmet prevents …", "Reading to children builds …": somebody's doing, unless goods come after it. */
const isDoing = ({ tokens, terms }: Sentence, at: number): boolean =>
  /[a-z]{2}ing$/.test(tokens[at]!.text) && !/^(?:clinical|growing|amazing|leading|soothing|cooling|healing|calming|hydrating|nourishing|during|nothing|something|everything|anything|king|ring|string|spring)$/.test(tokens[at]!.text) &&
  /^(?:a|an|the|your|to|at|on|for|with|well|more|less|enough|regularly|early|slowly|up|down|out|in)$/.test(tokens[at + 1]?.text ?? '') && !terms.some(({ list, first }) => list === 'supplements' && first === at);

/** A modality of no proven use on most diseases, as the subject itself: not "our clinic offers …". */
function unprovenIn({ terms }: Sentence, first: number, end: number): boolean {
  return terms.some((term) => term.list === 'treatments' && QUESTIONED.has(term.class) && term.first > first && term.first - first <= 3 && term.last < end && end - term.last <= 3);
}

const METHOD = /^(?:method|protocol|program|programme|technique|system|approach|therapy|treatment|formula|procedure|diet|plan|solution|process|regimen)$/;

/** "Dr. Vale's protocol", "the Bellmont Method": a way of treating that carries somebody's name is sold by that name. */
function isNamedMethod({ tokens, terms }: Sentence, at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (!token.capital || token.kind !== 'word' || !next || !METHOD.test(next.text)) return false;
  if (terms.some((term) => term.first <= at && term.last >= at && term.list !== 'supplements' && term.list !== 'speakers')) return false;
  return token.text.endsWith("'s") || (next.capital && at > 0);
}

/** "The only way to …", "a simple way to …"; "new ways to …" are what researchers look for. */
const PITCHED_WAY = /^(?:natural|easy|easiest|proven|effective|safe|fast|fastest|simple|smart)$/;

/** "Antifungal tablets", "steroid creams", "the injuries unit": a form of medicine, or a place of care, by the word before it. */
function isMedicine({ tokens, terms }: Sentence, at: number): boolean {
  const { text } = tokens[at]!;
  const before = tokens[at - 1];
  if (!before || before.kind !== 'word') return false;
  if (text === 'unit') return UNIT.test(before.text);
  if (!FORM.test(text)) return false;
  // "cured with tablets": nothing is said of whose.
  if (/^(?:tablets|injections|pills)$/.test(text) && /^(?:with|by)$/.test(before.text)) return true;
  if (terms.some(({ list, first, last }) => (list === 'supplements' || list === 'own') && first <= at && last >= at - 1)) return false;
  return terms.some(({ list, last }) => last === at - 1 && (list === 'drugs' || list === 'care')) || MEDICINE_CLASS.test(before.text);
}
const UNIT = /^(?:injur(?:y|ies)|care|stroke|burns?|day|surgical|dialysis|maternity|rehabilitation|assessment|neonatal|cardiac|coronary|trauma|pain)$/;
const FORM = /^(?:tablets?|capsules?|pills?|creams?|ointments?|gels?|drops|sprays?|patch(?:es)?|lotions?|injections?|shampoos?|powders?|inhalers?)$/;
const MEDICINE_CLASS = /^(?:antifungal|antibiotic|antiviral|antibacterial|antihistamine|steroid|corticosteroid|hormone|contraceptive|prescription|prescribed|glaucoma|barrier|combined|water|sleeping|numbing|anaesthetic|anesthetic)$/;

function agentOfWord(sentence: Sentence, at: number): Agent | undefined {
  const { text } = sentence.tokens[at]!;
  if (text === 'i' || text === 'my' || text === 'me') return 'person';
  const term = sentence.terms.find((one) => one.first <= at && one.last >= at && agentOfTerm(one) !== undefined);
  // "Shockwave therapy" is a modality before "therapy" is care; a transplant is no trade.
  if (term && term.last > term.first && term.list === 'treatments') return sentence.tokens.slice(term.first, term.last + 1).some((token) => HOSPITAL.test(token.text)) ? 'care' : agentOfTerm(term);
  if (PRODUCT.has(text)) return isMedicine(sentence, at) ? 'care' : 'product';
  if (READER.has(text)) return 'reader';
  if (/^ways?$/.test(text) && PITCHED_WAY.test(sentence.tokens[at - 1]?.text ?? '')) return 'product';
  if (CARE.has(text)) {
    // "PEMF treatment": what the treatment is made with.
    const made = sentence.terms.find((one) => one.last === at - 1 && (one.list === 'treatments' || one.list === 'supplements'));
    return (made && agentOfTerm(made)) ?? 'care';
  }
  if (/^(?:study|studies|research|evidence|trials?)$/.test(text)) return undefined;
  if (PRONOUN.has(text)) return 'pronoun';
  if (isBrand(sentence, at) || isProperPair(sentence, at)) return 'brand';
  if (LIFESTYLE.has(text) && term?.list !== 'supplements') return 'lifestyle';
  if (term) return agentOfTerm(term);
  if (BODY.has(text)) return 'body';
  return undefined;
}

const HOSPITAL = /^(?:transplants?|transplantation|vaccines?|vaccination|antitoxin|transfusions?)$/;

function agentOfTerm(term: Term): Agent | undefined {
  switch (term.list) {
    case 'supplements':
      return 'ingredient';
    case 'own':
      return 'own';
    case 'care':
      return 'care';
    case 'drugs':
      return 'care';
    case 'treatments':
      return UNPROVEN.has(term.class) || term.data['fda_type'] === 'device' || term.data['fda_type'] === 'dietary-supplement' || term.data['fda_type'] === 'cosmetic' ? 'modality' : 'care';
    case 'conditions':
    case 'symptoms':
      return 'disease';
    case 'body':
      return 'body';
    default:
      return undefined;
  }
}

/** A name that looks coined: inner capital, a trade mark sign after it, or a capital inside a sentence that is not in title case. */
export function isBrand(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]!;
  if (token.kind !== 'word' || !token.capital) return false;
  const { text } = sentence.block;
  const after = text.charCodeAt(token.end);
  if (after === 0xae || after === 0x2122) return true;
  const raw = text.slice(token.start, token.end);
  if (/^[A-Z][a-z]+[A-Z]/.test(raw)) return true;
  if (at === 0 || token.upper || token.end - token.start < 4) return false;
  if (sentence.terms.some((term) => term.first <= at && term.last >= at && term.list !== 'supplements')) return false;
  return isMixedCase(sentence) && !/^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|american|european|chinese|indian|english|spanish|united|states|national|institute|health|medicare|medicaid|university|college|center|hospital|department|association|academy|society|foundation|vitamin|doctor|doctors|north|south|east|west|america|africa|asia|europe|australia|mediterranean|japanese|african|latino|hispanic|native)$/.test(token.text);
}

/** Two capitalised words side by side in running text that no vocabulary knows as one: "Calm Roots". */
function isProperPair(sentence: Sentence, at: number): boolean {
  const first = sentence.tokens[at]!;
  const second = sentence.tokens[at + 1];
  if (!first.capital || !second?.capital || first.upper || second.kind !== 'word' || !isMixedCase(sentence)) return false;
  return !sentence.terms.some((term) => term.first <= at && term.last > at) && !CARE.has(second.text) && !BODY.has(second.text);
}

/** At least half of the longer words are in lower case, so that a capital means something. */
function isMixedCase(sentence: Sentence): boolean {
  let lower = 0;
  let upper = 0;
  for (const token of sentence.tokens) if (token.kind === 'word' && token.end - token.start > 3) if (token.capital) upper++; else lower++;
  return lower >= upper;
}

/** Agents that sell what they act with, rather than teach. */
export const SELLING: ReadonlySet<Agent> = new Set<Agent>(['own', 'brand', 'none', 'pronoun', 'ingredient', 'modality', 'product']);

/** What a vocabulary term is, as the object of an effect; undefined when it is none. */
export function objectClass(term: Term): ObjectClass | undefined {
  switch (term.list) {
    case 'conditions':
      if (term.class === 'appearance' || term.class === 'pathogen') return term.class;
      if (term.data['severity'] === 'natural-state') return 'symptom';
      return 'disease';
    case 'symptoms':
      return 'symptom';
    case 'body':
      switch (term.class) {
        case 'appearance':
        case 'weight':
        case 'sexual':
          return term.class;
        case 'marker':
        case 'hormone':
          return 'marker';
        case 'mental':
          return 'mood';
        case 'tissue':
        case 'region':
        case 'organ':
        case 'cell-molecule':
          return 'tissue';
        case 'aging':
          return 'appearance';
        default:
          return 'function';
      }
    default:
      return undefined;
  }
}

/** The `on` kinds of effects.yaml that an object class answers to. */
export const OBJECT_KINDS: Readonly<Record<ObjectClass, readonly string[]>> = {
  disease: ['disease', 'microbe'],
  symptom: ['symptom', 'disease'],
  marker: ['marker', 'function'],
  pathogen: ['microbe', 'disease'],
  function: ['function', 'body', 'marker'],
  tissue: ['body', 'function', 'appearance'],
  appearance: ['appearance', 'symptom'],
  weight: ['weight', 'appearance'],
  mood: ['function', 'symptom', 'body'],
  sexual: ['function', 'symptom', 'body'],
  lifespan: ['function'],
  harm: ['symptom', 'disease', 'body'],
};
