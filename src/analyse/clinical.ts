import type { Sentence } from '../rule.ts';
import { sift } from '../match/sift.ts';
import { isBrand } from './agents.ts';

/** Those who care for the sick, what they do, the things that only they give, and the science of sickness. */
const CARE = sift(
  /\b(?:doctors?|physicians?|(?:neuro)?surgeons?|nurses?|midwi(?:fe|ves)|gps?|pharmacists?|physiotherapists?|physical therapists?|dietitians?|psychologists?|psychiatrists?|audiologists?|podiatrists?|opticians?|optometrists?|dentists?|hygienists?|chiropractors?|[a-z]{4,}ologists?|paramedics?|patients?|hospitals?|hospices?|nursing homes?|emergency (?:department|room)s?|(?:health|screening|memory|pain|sleep|stroke|vaccination|immuni[sz]ation|care|treatment|rehabilitation|detox(?:ification)?) (?:centers?|centres?|services?|clinics?|units?|programs?|programmes?|visitors?|departments?|plans?|insurance)|helplines?|hotlines?|medicaid|medicare|veterans?|charit(?:y|ies)|(?:health|dental|medical|skin|diabetes|palliative|respite|prenatal|antenatal|intensive|urgent|supportive|wound) care|surg(?:ery|eries|ical(?:ly)?)|operations?|operated|transplant\w*|replacements? (?:therapy|surgery)|(?:hip|knee|joint|valve|hormone|oestrogen|estrogen|nicotine) replacements?|grafts?|radiation|irradiation|radiotherapy|chemo(?:therapy|radiation)?|immunotherapy|proton therapy|dialysis|biops(?:y|ies)|vaccin\w+|immuni[sz]ations?|immuni[sz]ed|screen(?:ed|ing)|mammogra\w+|colonoscop\w+|[a-z]+oscop(?:y|ies|ic)|mri|ct scans?|x-?rays?|ultrasound|ecg|ekg|catheters?|stents?|pacemakers?|defibrillators?|ablation|an(?:a)?esthe\w+|epidurals?|intravenous(?:ly)?|prescri(?:be|bed|bes|bing|ption|ptions)|diagnos(?:e|ed|es|is|ing|tic|able)|undiagnosed|misdiagnos\w+|physiotherapy|physical therapy|occupational therapy|rehabilitation|psychotherapy|counsell?ing|(?:talking|talk|behaviou?r(?:al)?|exposure|speech|family|group) therap(?:y|ies)|hospitali[sz]\w+|palliative|prosthe\w+|dental implants?|cochlear|splints?|crutches|wheelchairs?|(?:compression|pressure) (?:stockings?|bandages?|sleeves?|garments?|dressings?)|dressings|hearing aids?|contact lens(?:es)?|inhalers?|nebuli[sz]ers?|ventilators?|cpap|(?:high-flow|supplemental) oxygen|oxygen therapy|insulin|antibiotics?|antivirals?|antiretrovirals?|statins?|corticosteroids?|antidepressants?|antipsychotics?|anticoagulants?|anticonvulsants?|antihistamines|decongestants|diuretics|opioids?|methadone|buprenorphine|naloxone|painkillers|(?:steroid|antifungal|antibiotic|contraceptive|combined|blood pressure) (?:creams?|drops|tablets?|pills?|sprays?|ointments?)|(?:eye|ear|nose|nasal|glaucoma) (?:drops|sprays?)|contraception|contraceptives?|abortion|ivf|fertility services|mutations?|mutated|gene(?:s|tic|tics)?|chromosom\w+|inherited|syndromes?|(?:\w+ )?tumou?rs?|lymphomas?|leuk(?:a)?emias?|carcinomas?|metasta\w+|neoplasms?|exocrine|stages? (?:i{1,3}|iv|[0-4])[a-e]?|prognosis|survival|contagious|lice|clinical trials?|placebo|antibod(?:y|ies)|neurons?|amputations?|self-isolat\w+|isolat(?:e|ion)|quarantine|outbreaks?|epidemics?|disabilit(?:y|ies))\b/,
);
/** "Herbal medicine", "nature's medicine" are another trade. */
const MEDICINES = sift(/(?<!(?:natural|herbal|ayurvedic|chinese|traditional|folk|nature's|botanical|functional|plant|alternative|homeopathic|holistic|eastern|ancient|integrative|best|as|a|like|your) )\b(?:medicines?|medications?|drugs?|meds)\b(?! (?:cabinet|resistant|free|store)|-)/);

/** Set against what is sold, or promised in the way of those who sell. */
const AGAINST = sift(
  /!|["\u201c]|\b(?:alternatives?|plants?|instead|replac(?:e|es|ing) (?:your|my|the|all|drugs?|medic\w+|surgery|antibiotics)|(?:better|stronger|safer|faster|cheaper|gentler|more (?:effective|powerful)) than|as (?:effective|good|well|potent|strong|powerful) as|(?:more|less) (?!often|slowly|likely|common|effectively|quickly|women|men|people)\w+ .{0,80}?\bthan|non-?surgical|unlike|without (?:the |an |any )?(?:need|operations?|drugs?|medic\w+|surgery|prescriptions?|side effects|pills?|needles?|chemo\w*|antibiotics|radiation|steroids|insulin|doctors?|any)|no more|natural(?:ly)?|nature|nature's|herbal|holistic|organic|miracle|ancient|secret|rivals?|beats?|outperforms?|ditch|forget|quit taking|throw away|goodbye|get off|come off|no longer need|never need|doctors? (?:hate|won't|don't|are)|pharma|unfortunately|(?:every|all|any) (?:patients?|person|one|body|man|woman)|stunned|amazed|shocked|baffled|(?:only|just|merely|simply) (?:address|mask|treat|cover|hide|manage)\w*|works? like|acts? like|mimics?|guarantee\w*|buy|order|shop|money back|\$\d+|free shipping|recommended by|approved by|endorsed|trusted by|oncology care|proven|(?:has|have) (?:been )?(?:actually |clinically |fact )?shown|studies|trial showed|legal)\b/,
);
const GOODS = sift(
  /\b(?:bottles?|jars?|tubs?|capsules?|gumm(?:y|ies)|softgels?|tinctures?|tonics?|balms?|salves?|teas?|chews?|powders?|blends?|formulas?|scoops?|elixirs?|extracts?|herbs?|botanicals?|mushrooms?|supplements?|products?|remed(?:y|ies)|protocols?|stuff|bundles?|sachets?|lozenges?|serums?|oils?|soaps?|tallow|honey|juices?|roots?|cbd|hemp|kratom|cannabis|essential|homeopath\w+|(?:this|these|one|a few) (?:\w+ )?(?:drops?|creams?|patch(?:es)?|gels?|sprays?|pills?|tablets?|shots?|lotions?|ointments?|device|drink|powder)|sips?|sipping|brew\w*|swallow|every day|daily|this (?:leaf|root|bark|berry|seed|plant|mushroom|vitamin|mineral)|i|my|mine|me)\b/,
);
/** Whoever speaks may be those who care: "our surgeons", "we offer screening". */
const OURS = sift(/\b(?:our|ours|us|we|we're|we've|we'll)\b/);
const OURS_OF_CARE =
  sift(/\bour (?:[\w-]+ ){0,2}(?:surgeons?|doctors?|physicians?|nurses?|midwives|team|teams|hospitals?|helpline|researchers?|scientists?|psychologists?|therapists?|pharmacists?|dietitians?|specialists?|consultants?|staff|volunteers?|unit|department|centers?|centres?|services?|programs?|programmes?|clinics?|offices|coordinators?|guide|podiatrists?|audiologists?|charity|benefits|medical school|university)\b|\bwe (?:[\w-]+ )?(?:fund|campaign|care for|see|support|treat (?:all|more|people|patients|children|adults)|provide (?:care|screening|support|treatment|to)|offer (?:screening|support|care|surgery|treatment|counsell?ing|a full range)|are (?:here|expanding)|ask for|may also accept)\b/);

/**
 * Whether a sentence speaks of medicine at work, as pages of hospitals and health services do, and of no goods: of those who care, of
 * operations, tests and prescribed drugs, or of a sickness as science sees it.
 */
export function isClinical(sentence: Sentence, folded: string): boolean {
  const ours = OURS.test(folded);
  const oursOfCare = ours && OURS_OF_CARE.test(folded);
  if (!oursOfCare && !CARE.test(folded) && !MEDICINES.test(folded) && !sentence.terms.some(isOfCare)) return false;
  if (isTitle(sentence) || isBullet(sentence) || AGAINST.test(folded) || GOODS.test(folded) || (ours && !oursOfCare)) return false;
  return !sentence.terms.some(({ list }) => list === 'supplements' || (list === 'own' && !oursOfCare)) && !sentence.tokens.some((_, at) => isBrand(sentence, at) && isCoined(sentence, at));
}

/** "Hydrogen Peroxide as a Gum Disease Treatment": most words capitals. */
const isTitle = ({ tokens }: Sentence): boolean => {
  const words = tokens.filter(({ kind, start, end }) => kind === 'word' && end - start > 3);
  return words.length > 1 && words.filter(({ capital }) => capital).length * 2 > words.length;
};

const OPENS_BULLET = /^(?:support|relief|help|protection|defen[cs]e|demonstrates|helps|brings|shows|gives|keeps|makes|has|offers|provides|promotes|supports|reduces|lowers|eases|relieves|contains|works|acts|stops|fights|kills|boosts|balances|prevents|protects|clears|blocks)$/;
/** "Shrinks tumors": the subject is whatever is sold. */
const isBullet = ({ tokens, terms }: Sentence): boolean =>
  tokens.length < 4 || OPENS_BULLET.test(tokens[tokens[0]!.text === 'and' ? 1 : 0]!.text) || terms.some(({ list, first, data }) => list === 'effects' && first === 0 && (data['kind'] ?? 'verb') === 'verb' && /(?:[^s]s|ing)$/.test(tokens[0]!.text) && !/^(?:treating|managing|preventing|finding|living|treatments|screens)$/.test(tokens[0]!.text));

const CARED = new Set(['surgery-medical', 'cancer-care', 'diagnostic', 'care-service']);
const isOfCare = ({ list, class: kind, data, first }: Sentence['terms'][number]): boolean => (list === 'drugs' && kind !== 'other-general' && first <= 2) || (list === 'treatments' && CARED.has(kind) && data['ambiguous'] !== true);

/** Inner capitals or a sign of trade: a name in running text may be a person's or a place's. */
function isCoined({ block: { text }, tokens }: Sentence, at: number): boolean {
  const { start, end } = tokens[at]!;
  return /^[A-Z][a-z]+[A-Z]/.test(text.slice(start, end)) || /[®™]/.test(text.slice(end, end + 1));
}
