import type { Agent, Claim, ClaimLevel, Clause, Frame, ObjectClass, Sentence, Term, Token } from '../rule.ts';
import { findAgent, isGoods, objectClass, OBJECT_KINDS } from './agents.ts';
import { ByWord } from './by-word.ts';
import { isNegation } from './frames.ts';

const LEVELS: Readonly<Record<string, ClaimLevel>> = { '1A': 'cure', '1B': 'prevent', '1C': 'treat', '1D': 'manage', '1E': 'support', '1F': 'describe' };
const LEVEL_RANK: readonly ClaimLevel[] = ['describe', 'support', 'manage', 'treat', 'prevent', 'cure'];

/** Words that open a new proposition: an effect does not reach over them to an object. */
const BARRIERS = new Set('because if when while but although though unless whether since whereas so who where why how as than before after'.split(' '));
const DETERMINERS = new Set("a an the our your my their his her its any some no natural best effective fast safe of for with in on real true total complete lasting quick instant proven more".split(' '));
const BE = new Set(["is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "it's", "that's"]);
const NOT_FINITE = new Set(['relief', 'treatment', 'treatments', 'therapy', 'remedy', 'remedies', 'prevention', 'protection', 'defense', 'defence', 'solution', 'solutions', 'reduction', 'improvement', 'recovery', 'management', 'removal']);
/** Finite verbs and auxiliaries: a sentence with none of them is a fragment. */
const FINITE = new Set(
  ("is are was were be been am has have had do does did can could may might must shall should will would it's that's there's we're you're they're i'm i've we've you've don't doesn't isn't aren't won't can't cannot " +
    'depends depend varies vary requires require involves consists starts begins ' +
    'helps works makes gives takes gets offers provides includes contains uses needs wants means shows feels looks becomes keeps comes goes says thinks knows found shown made used').split(' '),
);

interface Found {
  /** Where the effect's own subject begins, when it does not begin with the clause: "ailments that this root cures". */
  readonly subject?: number;
  readonly effect: Term;
  readonly object?: Term;
  readonly objectClass?: ObjectClass;
  readonly kind: Claim['kind'];
  readonly passive: boolean;
  readonly byAgent: boolean;
}

/**
 * The claims of one sentence: each effect with its object, who acts, how surely, and how it is meant.
 * @param names lower-cased own names, from configuration
 * @param frames frames at a place, from the page
 */
export function findClaims(
  sentence: Sentence,
  names: readonly string[],
  frames: (sentence: Sentence, span: { start: number; end: number }) => ReadonlySet<Frame>,
): Claim[] {
  // "burning feet", "slow metabolism": the name of a trouble is no effect.
  const troubles = sentence.terms.filter((term) => (term.list === 'conditions' || term.list === 'symptoms') && term.last > term.first);
  const effects = sentence.terms.filter(
    (term) =>
      term.list === 'effects' &&
      !troubles.some((trouble) => trouble.first <= term.first && trouble.last >= term.last && trouble.last - trouble.first > term.last - term.first),
  );
  const objects = findObjects(sentence);
  if (effects.length === 0 && objects.length === 0) return [];
  const fragment = isFragment(sentence);
  const claims: Claim[] = [];
  for (const effect of effects) {
    const found = link(sentence, effect, objects, effects);
    if (found && !isOfSomethingElse(sentence, found) && !isName(sentence, found) && !isKindOfCare(sentence, found, fragment) && !isDecline(found)) claims.push(record(sentence, found, fragment, names, frames));
  }
  if (claims.length === 0 && objects.length > 0) {
    const found = forFragment(sentence, objects, fragment) ?? goodsFor(sentence, objects);
    if (found) claims.push(record(sentence, found, fragment, names, frames));
  }
  return claims;
}

/** "Transcutaneous Electrical Nerve Stimulation", "the Oxidation Reduction Potential": a capitalised name in running text claims nothing. */
function isName({ tokens, block }: Sentence, { effect, object, objectClass: kind }: Found): boolean {
  if (block.kind === 'heading' || !object || (kind !== 'tissue' && kind !== 'function')) return false;
  const first = Math.min(effect.first, object.first);
  const last = Math.max(effect.last, object.last);
  if (first === 0 || last - first > 3) return false;
  const capital = (at: number): boolean => tokens[at]?.kind === 'word' && tokens[at]!.capital;
  for (let i = first; i <= last; i++) if (!capital(i)) return false;
  return (capital(first - 1) || capital(last + 1)) && tokens.some((token) => token.kind === 'word' && !token.capital && token.end - token.start > 3);
}

const CARE_GOODS = /^(?:pharmac(?:y|ies)|pharmacists?|clinics?|industry|market|medications?|medicines?|drugs?|injections?|shots?|prescriptions?|surger(?:y|ies)|specialists?|doctors?|providers?|guides?|calculators?|faqs?|glossary|lifelines?|hotlines?|helplines?)$/;
const ABOUT = /^(?:pharmac(?:y|ies)|guides?|calculators?|faqs?|glossary|lifelines?|hotlines?|helplines?)$/;

/** "Weight loss pharmacies are …", "hormone therapies", "pain relief prescriptions": a kind of care by its name, and what it is for by the way; "weight loss is not guaranteed". */
function isKindOfCare({ tokens }: Sentence, { effect, object, objectClass: kind, kind: how }: Found, fragment: boolean): boolean {
  if (how !== 'noun') return false;
  const last = Math.max(effect.last, object?.last ?? 0);
  if (kind === 'marker' && object && object.last === effect.first - 1 && /^(?:therap(?:y|ies)|treatments?|medications?|drugs?)$/.test(tokens[effect.last]!.text)) return true;
  if (kind === 'tissue' && object && object.last === effect.first - 1 && /^therap(?:y|ies)$/.test(tokens[effect.last]!.text)) return true;
  const next = tokens[last + 1]?.text ?? '';
  if (/^(?:is|are|was|were)$/.test(next)) return /^(?:not|never)$/.test(tokens[last + 2]?.text ?? '') && /^(?:guaranteed|promised|assured|certain|typical|expected|known|proven)$/.test(tokens[last + 3]?.text ?? '');
  const at = next === ',' || next === '-' ? last + 2 : last + 1;
  const head = tokens[at]?.text ?? '';
  if (fragment) return ABOUT.test(head);
  return CARE_GOODS.test(head) && !tokens.slice(0, last).some(({ text }) => /^(?:our|we|my|i)$/.test(text));
}

const UNDERTAKING = /^(?:programs?|programmes?|projects?|stud(?:y|ies)|trials?|contracts?|class(?:es)?|courses?|campaigns?|grants?|funds?|funding|drives?|partnerships?|subscriptions?|clinics?|services?|departments?|sales?|shipments?|chapters?|committees?)$/;
const HEAD = /^(?:care|research|awareness|screenings?|walks?|funds?|charit(?:y|ies)|programs?|programmes?|departments?|wards?|camps?|societ(?:y|ies)|associations?|foundations?|month|registr(?:y|ies))$/;

/** "We ended the program for dementia", "pregnancies end in miscarriage", "raised money for cancer care", "supports up to 250 pounds", "detox teas do not flush toxins": the effect is on something else. */
function isOfSomethingElse({ tokens }: Sentence, { effect, object, kind }: Found): boolean {
  if (kind !== 'verb' || !object || object.first <= effect.last) return false;
  const between = tokens.slice(effect.last + 1, object.first).map(({ text }) => text);
  if (between.some((word, i) => /^(?:do|does|did|can|could|will|would)n't$|^cannot$/.test(word) || (word === 'not' && /^(?:do|does|did|can|could|will|would)$/.test(between[i - 1] ?? '')))) return true;
  if (/^(?:end|stop|finish)/.test(effect.entry) && (between[0] === 'in' || between[0] === 'with' || between[0] === 'up')) return true;
  if (object.class === 'weight' && between.some((word) => /^\d/.test(word)) && /^(?:up|weights?|loads?|people|users?)$/.test(between[0]!) && /^(?:support|hold|bear|carr)/.test(effect.entry)) return true;
  const into = between.findLastIndex((word) => word === 'for' || word === 'on' || word === 'into');
  if (into > 0 && UNDERTAKING.test(between[into - 1]!)) return true;
  return into >= 0 && HEAD.test(tokens[object.last + 1]?.text ?? '');
}

/** "A natural decline in hormones" is the trouble. */
const isDecline = ({ effect, object }: Found): boolean => effect.entry === 'decrease in' && object?.class === 'hormone' && !/cortisol|stress|hunger|adrenal|insulin/.test(object.entry);

const TROUBLE = /^(?:problems?|issues?|conditions?|troubles?|complaints?|disorders?|concerns?|ailments?|diseases?|illness(?:es)?|infections?|discomforts?|pains?|aches?|irritations?|inflammation|swelling|stiffness|weakness|spasms?|cramps?|damage|degeneration|dysfunction|deficiency|injur(?:y|ies)|strain|soreness|tension|blockages?|growths?|lesions?|ulcers?|wounds?|sores?|imbalances?|disturbances?|failure|loss|decline|flare-?ups?|attacks?|breakouts?|blemishes|redness|itch(?:ing|iness)?|dryness)$/;
const GENERAL = /^(?:health|medical|chronic|skin|joint|digestive|stomach|gut|bowel|neuromuscular|neurological|respiratory|sinus|hormonal|thyroid|immune|autoimmune|inflammatory|viral|bacterial|fungal|nerve|muscle|muscular|back|neck|spinal|dental|oral|gum|eye|vision|sleep|mood|sexual|prostate|bladder|urinary|kidney|liver|heart|cardiovascular|circulatory|circulation|blood|vascular|lung|breathing|memory|cognitive|brain|mental|emotional|menstrual|menopausal|fertility|hair|scalp|nail|foot|feet|hearing|ear|throat|metabolic|age-related|physical|bodily|rheumatic|arthritic|allergic)$/;
const VAGUE = /^(?:conditions|problems|issues|troubles|complaints)$/;
const VAGUE_BEFORE = /^(?:various|many|all|several|different|numerous|countless|other|certain|common|such|multiple|most|any|every|unhealthy|painful|serious|degenerative|inflammatory)$/;
const WHOLE = /^(?:diseases?|illness(?:es)?|ailments?|sickness(?:es)?|maladies|malady|infections?)$/;

const PATHOGEN = /^(?:bacteria|bacterium|virus|viruses|germs?|fungus|fungi|parasites?|microbes?|pathogens?|superbugs?|coronavirus|protozoa|spores|worms|staph|mrsa)$/;

const enum Kind { pathogen = 1, growth = 2, trouble = 4 }

/** What a word may be the name of, as bits. */
const kinds = new ByWord((word) => (PATHOGEN.test(word) ? Kind.pathogen : 0) | (/^(?:cells?|growth)$/.test(word) ? Kind.growth : 0) | (TROUBLE.test(word) ? Kind.trouble : 0));

/** Objects of effects: vocabulary terms, and troubles named by a part of the body: "skin problems", "blockages in the arteries". */
function findObjects(sentence: Sentence): Term[] {
  const { tokens } = sentence;
  const objects = sentence.terms.filter((term) => objectClass(term) !== undefined && !isReturn(tokens, term) && !isVerb(tokens, term) && !isFood(tokens, term));
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const named = kinds.of(token);
    if (named === 0) continue;
    if ((named & Kind.pathogen) !== 0 && !objects.some((term) => term.first <= i && term.last >= i && term.list === 'conditions'))
      objects.push({ start: token.start, end: token.end, first: i, last: i, list: 'conditions', class: 'pathogen', entry: token.text, data: {} });
    else if ((named & Kind.growth) !== 0 && /^(?:cancer|cancerous|tumou?r|malignant|leukemia|lymphoma)$/.test(tokens[i - 1]?.text ?? ''))
      objects.push({ start: tokens[i - 1]!.start, end: token.end, first: i - 1, last: i, list: 'conditions', class: 'cancer', entry: 'cancer cells', data: { severity: 'serious' } });
    if (token.kind !== 'word' || (named & Kind.trouble) === 0) continue;
    if (isVerb(tokens, { first: i, last: i })) continue;
    const known = objects.findIndex((term) => term.first <= i && term.last >= i);
    if (known >= 0 && ['disease', 'symptom'].includes(objectClass(objects[known]!)!)) continue;
    const before = i > 0 ? objects.find((term) => term.last === i - 1) : undefined;
    const after = tokens[i + 1]?.text === 'in' || tokens[i + 1]?.text === 'of' ? objects.find((term) => term.first > i + 1 && term.first <= i + 4 && term.list === 'body') : undefined;
    const general = i > 0 && GENERAL.test(tokens[i - 1]!.text);
    const vague = VAGUE.test(token.text) && VAGUE_BEFORE.test(tokens[i - 1]?.text ?? '');
    if (!before && !after && !general && !vague && !WHOLE.test(token.text)) continue;
    const first = before ? before.first : general ? i - 1 : i;
    const last = after ? after.last : i;
    objects.push({
      start: tokens[first]!.start, end: tokens[last]!.end, first, last,
      list: /^(?:disease|illness|ailment|infection|disorder|maladies|malady|sickness|deficien|dysfunction)/.test(token.text) ? 'conditions' : 'symptoms',
      class: 'general', entry: tokens.slice(first, last + 1).map((one) => one.text).join(' '), data: {},
    });
  }
  return objects.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** "softens and conditions the skin" */
const isVerb = (tokens: readonly Token[], { first, last }: Pick<Term, 'first' | 'last'>): boolean =>
  first === last && tokens[first]!.text === 'conditions' && /^(?:the|your|and|hair|skin)$/.test(tokens[last + 1]?.text ?? '') && (joinedByHyphen(tokens, first) || /^(?:and|it|that|which|,|gently|deeply|also)$/.test(tokens[first - 1]?.text ?? ''));
/** "red yeast rice", "sterilize their hives": eaten or lived in, not suffered. */
const isFood = (tokens: readonly Token[], { first, last }: Term): boolean =>
  (tokens[last]!.text === 'yeast' && /^(?:red|nutritional|brewer's|brewers|baker's|bakers|active|dried)$/.test(tokens[first - 1]?.text ?? tokens[first]!.text)) || (tokens[last]!.text === 'hives' && tokens.some((token) => /^bees?$/.test(token.text)));

/** "Send it back", "get your deposit back": no part of the body. */
function isReturn(tokens: readonly Token[], { first, last }: Term): boolean {
  if (first !== last || tokens[first]!.text !== 'back') return false;
  return !/^(?:your|my|his|her|their|our|the|a|an|low|lower|upper|mid|bad|sore|stiff|aching|achy|painful|hurting|hurt|injured|neck|and|or|,|of|for|in)$/.test(tokens[first - 1]?.text ?? ',') && !/^(?:pain|ache|aches|problems?|injur(?:y|ies)|muscles?|spasms?|surgery|stiffness|troubles?|strain|health|relief)$/.test(tokens[first + 1]?.text ?? '');
}

function isFragment(sentence: Sentence): boolean {
  for (const token of sentence.tokens) if (token.kind === 'word' && FINITE.has(token.text)) return false;
  return true;
}

function joinedByHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return !token.spaced && at > 0 && tokens[at - 1]!.kind === 'word';
}

function clauseAt(sentence: Sentence, at: number): Clause {
  return sentence.clauses.find((clause) => at >= clause.first && at <= clause.last) ?? { first: 0, last: sentence.tokens.length - 1, start: sentence.start, end: sentence.end };
}

function fits(effect: Term, object: Term): boolean {
  const on = effect.data['on'];
  const kind = objectClass(object)!;
  // Troubles and measures are what every effect is claimed on; parts of the body suit only some (nobody reduces a knee).
  if (!Array.isArray(on) || (kind !== 'tissue' && kind !== 'function')) return true;
  return OBJECT_KINDS[kind].some((name) => on.includes(name));
}

/** The strongest fitting object among `candidates`: disease before symptom before the rest. */
function strongest(candidates: readonly Term[]): Term | undefined {
  const rank = (term: Term): number => ({ disease: 5, symptom: 4, marker: 3, sexual: 2, mood: 2, weight: 2 })[objectClass(term)! as string] ?? 1;
  return candidates.reduce<Term | undefined>((best, term) => (!best || rank(term) > rank(best) ? term : best), undefined);
}

/** "Available without a prescription": how it is sold, not what it spares. */
function isSoldSo(tokens: readonly Token[], effect: Term, first: number): boolean {
  return /^prescriptions?$/.test(tokens[effect.last]!.text) && tokens.slice(Math.max(first, effect.first - 6), effect.first).some(({ text }) => SOLD.has(text));
}
const SOLD = new Set('available sold sells sell sale buy buying bought purchase purchased get obtain obtained order ordered offered dispensed accessible marketed counter otc is are'.split(' '));

/** The object that an effect acts on, by the kind of its vocabulary entry (rules/vocabulary/effects.yaml); undefined when there is none. */
function link(sentence: Sentence, effect: Term, objects: readonly Term[], effects: readonly Term[]): Found | undefined {
  const { tokens } = sentence;
  const kind = String(effect.data['kind'] ?? 'verb');
  if (kind === 'frame') return undefined;
  const clause = clauseAt(sentence, effect.first);
  const previous = tokens[effect.first - 1]?.text;
  const free = objects.filter((object) => object.last < effect.first || object.first > effect.last);
  const inside = objects.find((object) => object.first >= effect.first && object.last <= effect.last && object.last - object.first < effect.last - effect.first);
  const found = (object: Term | undefined, how: Claim['kind'], more: Partial<Found> = {}): Found | undefined =>
    object && { effect, object, objectClass: objectClass(object), kind: how, passive: false, byAgent: false, ...more };
  const implied = (how: Claim['kind']): Found => ({ effect, objectClass: impliedObject(effect), kind: how, passive: false, byAgent: false });
  const before = (reach: number): Term | undefined =>
    strongest(free.filter((object) => object.last < effect.first && effect.first - object.last <= reach && object.first >= clause.first && fits(effect, object)));

  const hyphenated = effect.first === effect.last && joinedByHyphen(tokens, effect.first);
  if (hyphenated) {
    // "acne-fighting" holds its object; "hard-to-treat" and "NCI-supported" are names of things.
    const joined = free.find((object) => object.last === effect.first - 1);
    if (joined) return found(joined, 'adjective');
    if (kind !== 'drug-class' && effect.class !== 'free-of') return undefined;
  }
  if (inside) {
    const further = ['disease', 'symptom'].includes(objectClass(inside)!) ? [] : rightObjects(sentence, effect, free, effects, true);
    return found(strongest([inside, ...further.filter((object) => fits(effect, object))]), kind === 'idiom' || kind === 'verb' ? 'verb' : 'noun');
  }

  switch (kind) {
    case 'drug-class':
      // "Memory pills, also known as nootropics": the name of a class, not what somebody says it does.
      return isNegation(tokens[effect.first - 1]) || isClassOfMedicines(sentence, effect) || /^(?:known|called|named|termed|referred)$/.test(tokens[effect.first - (previous === 'as' ? 2 : 1)]?.text ?? '') ? undefined : implied('drug-class');
    case 'promise':
      return isSoldSo(tokens, effect, clause.first) ? undefined : implied('verb');
    case 'intransitive':
      return found(before(6), 'intransitive');
    case 'idiom':
      return found(strongest(free.filter((object) => object.first > effect.last && object.first <= effect.last + 5 && fits(effect, object))) ?? before(5), 'verb');
    case 'noun':
    case 'adjective': {
      // "joint pain relief", "acne spot treatment"; else through "for", "from", "against".
      const prior = free.find((object) => object.last === effect.first - 1 || (object.last === effect.first - 2 && tokens[effect.first - 1]!.kind === 'word' && !DETERMINERS.has(previous!)));
      const right = strongest(rightObjects(sentence, effect, free, effects, true).filter((object) => fits(effect, object)));
      return found(prior, kind) ?? found(right, kind) ?? (effect.data['object'] ? implied(kind) : undefined);
    }
  }
  // "Burns are damage to tissue": a noun, though a verb may look like it.
  if (kind === 'verb' && effect.first === effect.last && effect.first === clause.first && /s$/.test(tokens[effect.last]!.text) && BE.has(tokens[effect.last + 1]?.text ?? '')) return undefined;
  if (effect.class === 'free-of') return implied('adjective');

  if (kind === 'verb' && passiveBefore(tokens, effect.first, clause.first) && /(?:ed|en|wn|lt|ght|un|ept|own)$/.test(tokens[effect.last]!.text)) {
    const byAgent = tokens.slice(effect.last + 1, effect.last + 6).some((token) => token.text === 'by' || token.text === 'with');
    return found(before(30), 'verb', { passive: true, byAgent });
  }
  const nominal = kind === 'verb' && previous !== undefined && DETERMINERS.has(previous) && !/(?:s|ing|ed)$/.test(tokens[effect.last]!.text);
  const right = strongest(rightObjects(sentence, effect, free, effects, nominal).filter((object) => fits(effect, object)));
  if (right) return found(right, kind === 'for' ? 'for' : nominal ? 'noun' : 'verb');
  // "ailments that this root cures"
  const relative = free.find((object) => object.last < effect.first && effect.first - object.last <= 8 && /^(?:that|which)$/.test(tokens[object.last + 1]?.text ?? ''));
  if (relative && effect.first > relative.last + 2) return found(relative, 'verb', { subject: relative.last + 2 });
  if (effect.data['intransitive'] === true) return found(before(4), 'intransitive');
  return effect.data['object'] ? implied('verb') : undefined;
}

/**
 * "Antibiotics do not …", "most antidepressants", "anti-inflammatory drugs", "a course of antibiotics": medicines by the name of their class. What is sold
 * is said to be one, or to be a natural one: "nature's antibiotics", "these roots are diuretics".
 */
function isClassOfMedicines({ tokens, terms }: Sentence, { first, last }: Term): boolean {
  const before = tokens[first - 1]?.text ?? '';
  if (/^(?:natural|nature's|herbal|plant|potent|powerful|strong|strongest|best|organic|botanical|our|ancient|safe|mild|gentle|is|are|be|as|its|their|like|and|,|not)$/.test(before) || terms.some((term) => term.last === first - 1 && (term.list === 'supplements' || term.list === 'own'))) return false;
  const next = tokens[last + 1]?.text ?? '';
  if (/^(?:drugs?|medicines?|medications?|therapy|therapies|treatments?|agents?|regimens?|prescriptions?)$/.test(next)) return true;
  return MEDICINES.test(tokens[last]!.text);
}
const MEDICINES = /^(?:antibiotics|antidepressants|antacids|analgesics|anticoagulants|thinners|antihistamines|anticonvulsants|antifungals|antivirals|antipyretics|decongestants|expectorants|diuretics|laxatives|sedatives|painkillers|relievers|relaxants|antimicrobials|antiseptics|antipsychotics|bronchodilators|vasodilators|reducers|softeners|tranquilizers|steroids)$/;

function passiveBefore(tokens: readonly Token[], at: number, first: number): boolean {
  for (let i = at - 1; i >= first && at - i <= 3; i--) {
    if (BE.has(tokens[i]!.text)) return true;
    if (tokens[i]!.kind !== 'word' || !/ly$|^(?:not|never|also|often|fully|well|completely|been)$/.test(tokens[i]!.text)) return false;
  }
  return false;
}

/** What a term that holds its object acts on. */
function impliedObject(effect: Term): ObjectClass {
  const on = effect.data['on'];
  const first = effect.data['object'] ?? (Array.isArray(on) ? on[0] : 'symptom');
  return ({ disease: 'disease', symptom: 'symptom', microbe: 'pathogen', marker: 'marker', function: 'function', body: 'tissue', appearance: 'appearance', weight: 'weight', mood: 'mood', sexual: 'sexual', lifespan: 'lifespan' } as const)[first as 'disease'] ?? 'symptom';
}

/** Objects that the effect can reach to its right: within its proposition, through "of/from/for", over a list. */
function rightObjects(sentence: Sentence, effect: Term, objects: readonly Term[], effects: readonly Term[], nominal: boolean): Term[] {
  const { tokens } = sentence;
  const reach: Term[] = [];
  let window = nominal ? 7 : 11;
  if (nominal) {
    // A noun takes its object through a preposition: "relief from", "treatment for", "effective against".
    const next = tokens.slice(effect.last + 1, effect.last + 4).map((token) => token.text);
    if (!/^(?:of|from|for|against|to|in|on|with|during)$/.test(tokens[effect.last]!.text) && !next.some((text) => ['of', 'from', 'for', 'against', 'to', 'in', ':', 'on', 'with', 'during'].includes(text))) return reach;
  }
  let started = false;
  for (let i = effect.last + 1; i < tokens.length && window > 0; i++, window--) {
    const token = tokens[i]!;
    if (token.kind === 'mark' && ['.', '!', '?', ';'].includes(token.text)) break;
    if (token.kind === 'mark' && ['(', ')', '—', '–', '|'].includes(token.text) && started) break;
    if (BARRIERS.has(token.text) && !(token.text === 'as' && tokens[i + 1]?.text === 'well')) break;
    if (!started && effects.some((other) => other.first === i && other.last > effect.last && other.class !== 'adjective' && !objects.some((o) => o.first <= i && o.last >= i)) && !['and', 'or', ','].includes(tokens[i - 1]!.text)) {
      // "helps relieve pain": the inner verb owns the object, unless this is a coordination that shares it.
      if (i <= effect.last + 2) break;
    }
    const object = objects.find((term) => term.first === i);
    if (object) {
      reach.push(object);
      started = true;
      window = Math.max(window, 6);
      i = Math.max(i, object.last);
    }
  }
  return reach;
}

/** "For upset stomachs", "Insomnia? Try …", "Anxiety | Sleep | Pain": a label that says what the thing is for. */
function forFragment(sentence: Sentence, objects: readonly Term[], fragment: boolean): Found | undefined {
  if (!fragment || sentence.tokens.length > 14) return undefined;
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (!['for', 'against'].includes(tokens[i]!.text)) continue;
    const object = objects.find((term) => term.first > i && term.first <= i + 3 && ['disease', 'symptom'].includes(objectClass(term)!));
    if (!object) continue;
    const effect: Term = { ...object, first: i, last: i, start: tokens[i]!.start, end: tokens[i]!.end, list: 'effects', class: 'use-frame', entry: 'for', data: { strength: '1C' } };
    return { effect, object, objectClass: objectClass(object), kind: 'for', passive: false, byAgent: false };
  }
  return undefined;
}

const GOODS = new Set(['supplements', 'own']);

/** "Our drops for earache", "valerian for insomnia": goods offered for a trouble, in a whole sentence. */
function goodsFor(sentence: Sentence, objects: readonly Term[]): Found | undefined {
  const { tokens } = sentence;
  for (let i = 1; i < tokens.length - 1; i++) {
    if (tokens[i]!.text !== 'for' && tokens[i]!.text !== 'against') continue;
    const object = objects.find((term) => term.first > i && term.first <= i + 5 && ['disease', 'symptom'].includes(objectClass(term)!));
    if (!object || tokens.slice(i + 1, object.first).some((token) => BARRIERS.has(token.text) || /^(?:to|people|patients|those|adults|children|women|men|anyone|someone)$/.test(token.text))) continue;
    const goods = sentence.terms.some((term) => GOODS.has(term.list) && term.last < i && i - term.last <= 4) || tokens.slice(Math.max(0, i - 4), i).some((token) => isGoods(token.text));
    if (!goods) continue;
    const effect: Term = { ...object, first: i, last: i, start: tokens[i]!.start, end: tokens[i]!.end, list: 'effects', class: 'use-frame', entry: 'for', data: { strength: '1C', ambiguous: true } };
    return { effect, object, objectClass: objectClass(object), kind: 'for', passive: false, byAgent: false };
  }
  return undefined;
}

function record(
  sentence: Sentence,
  found: Found,
  fragment: boolean,
  names: readonly string[],
  framesAt: (sentence: Sentence, span: { start: number; end: number }) => ReadonlySet<Frame>,
): Claim {
  const { effect, object } = found;
  const clause = clauseAt(sentence, effect.first);
  const start = Math.min(effect.start, object?.start ?? effect.start);
  const end = Math.max(effect.end, object?.end ?? effect.end);
  const first = found.kind === 'intransitive' || found.passive ? Math.min(effect.first, object?.first ?? effect.first) : effect.first;
  const own = found.subject === undefined ? clause : { ...clause, first: found.subject };
  let agent: Agent = findAgent(sentence, own, (found.kind === 'noun' || found.kind === 'adjective') && object && object.first < effect.first ? object.first : first, names);
  if (found.passive) agent = found.byAgent ? agentAfterBy(sentence, effect, names) : agent === 'own' ? 'own' : 'care';
  if (agent === 'none' && clause.first > 0) agent = carried(sentence, clause, names);
  // "beaten cancer with our infusions": the advertiser's means stand behind the effect.
  if ((agent === 'other' || agent === 'reader' || agent === 'person' || agent === 'none') && ownMeans(sentence, effect, clause)) agent = 'own';
  // "Symptoms may go away" is nature's doing; "your pain melts away" is a promise.
  if (found.kind === 'intransitive' && agent !== 'own' && agent !== 'brand' && agent !== 'product')
    agent = sentence.tokens.slice(clause.first, effect.first).some((token) => token.text === 'your') ? 'none' : 'disease';
  // "Treatment for lice is …", "Treating heartburn matters": the effect is itself the subject, and the sentence teaches.
  if (agent === 'none' && !fragment && speaksOfEffect(sentence, effect)) agent = 'care';
  const whole = fragment && !(found.kind === 'verb' && agent !== 'none' && !/ing$/.test(sentence.tokens[effect.first]!.text));
  const frames = framesAt(sentence, { start: effect.start, end: effect.end });
  const hedges = sentence.terms.filter((term) => term.list === 'certainty' && term.class === 'hedge' && Math.abs(term.first - effect.first) <= 8);
  const strongHedge = hedges.some((term) => term.data['strength'] === 'strong');
  const absolute = sentence.terms.some((term) => term.list === 'certainty' && term.class.startsWith('absolute') && term.data['strength'] === 'high' && clauseAt(sentence, term.first) === clause);
  const kind = objectClassOf(found);
  const serious = object?.data['severity'] === 'serious' || object?.class === 'cancer';
  let confidence = 0.85;
  if (agent === 'other') confidence -= 0.15;
  if (object?.data['ambiguous'] === true) confidence -= 0.2;
  if (effect.data['ambiguous'] === true) confidence -= 0.2;
  if (strongHedge) confidence -= 0.1;
  return {
    sentence, clause, start, end, kind: found.kind,
    level: mends(sentence, effect, object) ? 'treat' : endsGrave(sentence, clause, found, agent) ? 'cure' : (LEVELS[String(effect.data['strength'] ?? '1E')] ?? 'support'),
    effect: sentence.block.text.slice(effect.start, effect.end),
    ...(kind ? { object: { class: kind, text: sentence.block.text.slice(object?.start ?? effect.start, object?.end ?? effect.end), serious, start: object?.start ?? effect.start, end: object?.end ?? effect.end } } : {}),
    agent, frames, fragment: whole, hedge: strongHedge ? 'strong' : hedges.length > 0 ? 'weak' : 'none', absolute, speaker: 'advertiser', confidence,
  };
}

/** To stop, fix or destroy a grave disease is to cure it, whoever says so of what is theirs; but surgeons and rays destroy tumours every day, so that of a cancer it takes a remedy. */
function endsGrave({ terms }: Sentence, clause: Clause, { effect, object, kind }: Found, agent: Agent): boolean {
  if (kind !== 'verb' || object?.data['severity'] !== 'serious' || !ENDERS.has(agent) || !ENDS.test(effect.entry)) return false;
  return object.class !== 'cancer' || terms.some(({ list, class: kind, first, last }) => (list === 'supplements' || list === 'methods' || (list === 'own' && kind === 'product')) && first >= clause.first && last < effect.first);
}
const ENDERS: ReadonlySet<Agent> = new Set(['own', 'brand', 'product', 'ingredient', 'modality']);
const ENDS = /^(?:kill|destroy|stop|fix|clear|dissolve|melt|wipe|obliterat|annihilat|explode|starve|conquer|knock|halt|end|reverse)/;

/** Wounds heal of themselves, so that to heal them is no cure. */
const mends = ({ tokens }: Sentence, effect: Term, object: Term | undefined): boolean => /^heal/.test(tokens[effect.first]!.text) && object !== undefined && /^(?:wounds?|cuts?|scrapes?|grazes?|blisters?|bruises?|fractures?|bones?|incisions?|skin|tissues?)$/.test(tokens[object.last]!.text);

function ownMeans({ tokens }: Sentence, effect: Term, clause: Clause): boolean {
  for (let i = effect.last + 1; i < clause.last; i++)
    if (/^(?:with|by|through|using|via|at|from|to|thanks|in)$/.test(tokens[i]!.text) && /^(?:our|us)$/.test(tokens[i + 1]!.text)) return true;
  return false;
}

function speaksOfEffect({ tokens }: Sentence, effect: Term): boolean {
  const last = tokens[effect.last]!.text;
  const nominal = tokens.slice(effect.first, effect.last + 1).some((token) => NOT_FINITE.has(token.text)) || /ing$/.test(tokens[effect.first]!.text) || last === 'of' || last === 'for';
  if (!nominal) return false;
  return tokens.slice(effect.last + 1).some((token) => FINITE.has(token.text) || /^(?:depends|varies|includes?|involves|requires|consists|begins|usually|often)$/.test(token.text));
}

function objectClassOf(found: Found): ObjectClass | undefined {
  return found.object ? objectClass(found.object) : found.objectClass;
}

function agentAfterBy(sentence: Sentence, effect: Term, names: readonly string[]): Agent {
  const { tokens } = sentence;
  for (let i = effect.last + 1; i <= effect.last + 5 && i < tokens.length; i++) {
    if (tokens[i]!.text !== 'by' && tokens[i]!.text !== 'with') continue;
    const last = Math.min(tokens.length, i + 6);
    // "by taking two drops": what is taken acts.
    const from = /^(?:taking|using|applying|adding|drinking|eating|wearing|with)$/.test(tokens[i + 1]?.text ?? '') ? i + 2 : i + 1;
    const agent = findAgent(sentence, { first: from, last, start: 0, end: 0 }, last, names);
    // "prevented by eating enough greens", "relieved by a walk": nobody's goods.
    return agent === 'other' && tokens[i]!.text === 'by' && /ing$/.test(tokens[i + 1]?.text ?? '') ? 'lifestyle' : agent;
  }
  return 'care';
}

/** A clause without a subject of its own continues the one before: "Our tea calms nerves, eases cramps and …", "a cream that soothes". */
function carried(sentence: Sentence, clause: Clause, names: readonly string[]): Agent {
  const at = sentence.clauses.indexOf(clause);
  for (let i = at - 1; i >= 0 && i >= at - 2; i--) {
    const before = sentence.clauses[i]!;
    // "Health benefits: lowers …": what stands before a colon is a label.
    if (sentence.tokens[before.last + 1]?.text === ':') return 'none';
    const agent = findAgent(sentence, before, before.last + 1, names);
    if (agent !== 'none') return agent;
  }
  return 'none';
}

export const atLeast = (level: ClaimLevel, floor: ClaimLevel): boolean => LEVEL_RANK.indexOf(level) >= LEVEL_RANK.indexOf(floor);
