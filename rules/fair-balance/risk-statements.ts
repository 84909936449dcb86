import { sift } from 'promolint/rule';
import type { Block, Page, Sentence } from 'promolint/rule';

/** "Risk factors" and "warning signs" are of a disease. */
const HEADING =
  sift(/\b(?:risks?(?! factors?)|side effects?|safety information|is it safe|downsides?|drawbacks|trade-?offs?|dangers|disadvantages|hazards|(?:can|could|may|might) (?:go wrong|happen)|what to watch (?:for|out)|not so good|bad news|the other side|problems that can|unwanted effects|known problems|possible problems|before you (?:use|take|start)|warnings?(?! signs?)|precautions?|possible complications|contraindications?|adverse (?:events|reactions)|who should not|do not (?:use|take|have)|not for everyone|isi)\b/i);
/** Words that speak of the harm of a treatment. Of a single "risk" and of "may cause", a disease may be the subject as well. */
const CUE = sift(/\b(?:risks(?! factors)|side[- ]effects?|complications?|adverse|contraindicat\w+|boxed warning|do not (?:take|use)|should not (?:take|use|have) (?:it|this|\w+ if))\b/i);
const LOOSE_CUE = sift(/\b(?:risk of|risk factors? for|warnings?|(?:may|can|could|might) (?:also )?(?:cause|lead to|include|result in|experience|feel|have|occur|increase|raise|lower|affect|harm|damage|make|be (?:sensitive|sore|swollen|numb|tender|red|painful))|(?:may|can|could|might)\b[^.!?]{0,80}\b(?:cause|lead to|result in)|possible|rare(?:ly)?|common(?:ly)?|serious|temporary)\b/i);
const TREATMENT = sift(/\b(?:treatments?|procedures?|surger(?:y|ies)|operation|injections?|infusions?|implants?|medicines?|medications?|drugs?|laser|an(?:a)?esthesia|after(?:wards)?|filler|botox|your (?:teeth|gums?|skin|face|eyes?|scalp|jaw|arm|leg))\b/i);
/** Named harms, each as one alternative so that three different ones count as three. */
const HARM =
  /\b(?:nausea|vomiting|diarrh\w+|constipation|headaches?|dizz\w+|drows\w+|fatigue|bleeding|bruis\w+|infections?|swelling|scar(?:s|ring)?|nerve (?:damage|injury)|numbness|allergic reactions?|anaphyla\w+|pancreatitis|thyroid (?:c-cell )?(?:tumou?rs?|cancer)|gallbladder|kidney (?:injury|problems|failure|damage)|blood clots?|strokes?|heart attacks?|death|suicid\w+|depression|breast tenderness|unwanted hair|sensitive|sore\b|swollen|numb|dissociat\w+|bladder problems?|need (?:more|another|further|a second) (?:\w+ )?(?:treatments?|surger(?:y|ies)|operations?|procedures?)|hair (?:growth|shedding)|sexual side effects|irritat\w+|sun ?burn\w*|upset (?:the |your )?stomach|worsening|low mood|trouble sleeping|swollen \w+|(?:fluid|water) retention|bloating|seizures?|dependence|addiction|misuse|sedation|dissociation|(?:high|raised|increased|low) blood pressure|liver (?:damage|problems|injury|failure)|birth defects?|vision loss|loss of vision|dry eyes?|glare|halos|leaks?|leakage|rupture|capsular contracture|asymmetr\w+|burns?|blister\w*|pigment\w*|necrosis|droop\w*|ptosis|spread of (?:the )?toxin|hypoglyc\w+|low blood sugar|(?:vitamin|nutrient|nutritional) deficienc\w+|hernias?|perforation|miscarriage|multiple (?:pregnancy|births)|twins|ovarian hyperstimulation|ectopic|reaction to (?:the )?anesthesia|an(?:a)?esthesia (?:risks|complications)|reoperation|repeat surgery|second (?:surgery|operation)|implant (?:failure|loss|illness)|bia-alcl|lymphoma|sensitivity|pain|redness|itching|rash(?:es)?|stomach (?:upset|pain|ache)|upset stomach|abdominal pain|(?:joint|muscle|back) pain|sore throat|cough|runny nose|injection[- ]site \w+|flu-like \w+|fever|chills|tiredness|hives|(?:low|high) (?:blood )?(?:cell|platelet) counts?|hepatitis|tuberculosis|lowered? (?:your )?ability to fight|serious infections?|bone loss|vision (?:changes|problems)|sexual (?:problems|side effects)|withdrawal|overdose|skin reactions?|irritation|tenderness|discomfort|soreness|stiffness|hematoma|seroma|recurrence|revision|failure|dehydration|blindness|skin death|lumps?|granulomas?|gum recession|root (?:damage|resorption)|tooth loss|weight regain|hair loss|mood changes|anxiety|insomnia|dry mouth|weakness|trouble (?:breathing|swallowing)|paralysis|heart (?:problems|failure|rhythm)|arrhythmia|prolonged erection|priapism|thinning|osteonecrosis|infected|clots?|bleeds?|tears?\b(?! (?:out|off|away))|uneven\w*|scabs?|nodules?|loosening|dislocation|(?:under|over)-?correction|ectasia|floaters|starbursts|double vision|gallstones|heartburn|relapse|frozen look|trouble (?:closing|swallowing|urinating)|(?:wear|wears) out|vascular occlusion|ohss|blood loss|loss of (?:sight|part|blood|sensation)|numb patches|loose skin|low levels of \w+|dark(?:er|ened|ening) (?:skin|patches|spots)|light(?:er|ened) (?:skin|patches|spots)|persistent \w+|failed \w+|stroke|fractures?|cancer|retinal detachment|glaucoma|incontinence|loss of (?:feeling|sensation))\b/gi;
const LIMITS =
  sift(/\b(?:wait if|maybe not\b|i say no|we say no|do not (?:use|have) (?:it|this)|you may not (?:use|join|have)|poor (?:choice|fit) for|points away from|not (?:be )?(?:right|suitable|recommended|appropriate|an option|a good (?:fit|choice)) for|not for everyone|isn't (?:right )?for everyone|not everyone|who should not|should not have|(?:right|suitable|appropriate|a (?:good )?candidate)(?: for (?:you|this))?\b|candidates?|eligib\w+|talk (?:with|to) (?:your|a|our)|ask (?:whether|if|your|us (?:whether|if))|discuss (?:with|whether|your)|depends on|exclusion|contraindicat\w+|may not (?:suit|work|be))/i);
const ALTERNATIVES =
  sift(/\b(?:other paths|what else is there|do nothing|leav(?:e|ing) (?:it|them|things|the \w+) (?:alone|as (?:it is|they are))|alternatives?|other (?:options?|treatments?|choices?|ways|methods?)|others include|options? (?:include|are|other)|one option|watchful waiting|without (?:surgery|treatment)|non-?surgical (?:options?|treatments?)|instead of|compared (?:with|to)|doing nothing|no treatment|may not need|first-line|before (?:surgery|considering))\b/i);
const LINK = sift(/\b(?:important safety|safety information|prescribing information|side[- ]effects?|risks?|medication guide|patient (?:information )?leaflet|full (?:pi|isi|label)|warnings)\b/i);

export interface RiskStatements {
  /** How many different harms the copy names, where a reader sees them. */
  readonly harms: number;
  /** A section headed as risks or safety information names one. */
  readonly underHeading: boolean;
  /** Risk is spoken of only behind a link, or only in collapsed or hidden copy. */
  readonly onlyElsewhere: boolean;
  readonly limits: boolean;
  readonly alternatives: boolean;
}

const known = new WeakMap<Page, RiskStatements>();

/** What the page says against its own offer: harms, limits, alternatives. Rule after rule asks. */
export function findRiskStatements(page: Page): RiskStatements {
  let told = known.get(page);
  if (!told) known.set(page, (told = riskStatementsOf(page)));
  return told;
}

function riskStatementsOf(page: Page): RiskStatements {
  const harms = new Set<string>();
  let [underHeading, elsewhere, limits, alternatives] = [false, false, false, false];
  for (const block of page.document.blocks) {
    if (block.kind === 'comment' || block.kind === 'attribute' || block.origin === 'json-ld') continue;
    if (block.links.some((link) => LINK.test(block.text.slice(link.start, link.end)))) elsewhere = true;
    const found = listed(page, block) ?? harmsIn(page, block);
    if (found.length === 0 && !LIMITS.test(block.text) && !ALTERNATIVES.test(block.text)) continue;
    if (block.hidden || block.tucked) {
      if (found.length > 0) elsewhere = true;
      continue;
    }
    for (const harm of found) harms.add(harm);
    underHeading ||= found.length > 0 && announced(page, block);
    limits ||= LIMITS.test(block.text);
    alternatives ||= ALTERNATIVES.test(block.text);
  }
  return { harms: harms.size, underHeading, onlyElsewhere: elsewhere && harms.size === 0, limits, alternatives };
}

/** Four harms in one paragraph are told as harms, whatever stands around them, but for the complaints that are treated. */
function listed(page: Page, block: Block): string[] | undefined {
  if (block.kind === 'heading' || block.kind === 'meta' || /\b(?:symptoms?|treats?|reliev\w+|suffer\w*|conditions?|untreated|helps?|signs? of|diagnos\w+)\b/i.test(block.text)) return undefined;
  const found = [...new Set((block.text.match(HARM) ?? []).map((harm) => harm.toLowerCase()))];
  return found.length >= 4 && !page.sentencesOf(block).some(({ frames }) => frames.has('asked')) ? found : undefined;
}

/** Harms that a block names as risks: the word "headache" alone is as often the complaint that is treated. */
export function harmsIn(page: Page, block: Block): string[] {
  if (block.kind === 'heading') return [];
  const spoken = announced(page, block) ? [{ text: block.text }] : page.sentencesOf(block).filter((sentence) => speaksOfHarm(page, sentence));
  return spoken.flatMap(({ text }) => (/\b(?:no|zero|without|free of|never) (?:\w+ ){0,2}(?:risks?|side[- ]effects?|complications?)\b/i.test(text) ? [] : (text.match(HARM) ?? []))).map((harm) => harm.toLowerCase());
}

const CAUSES = sift(/\b(?:can|may|could|might|does|do|has been linked|have been linked|linked)\b[^.!?;]{0,40}\b(?:cause|causes|lead|raise|increase|bring on|trigger|harm|worsen|result|include|risk|to)\b/i);

/** "They can cause serious bleeding": a sentence that tells the benefit and the harm in one breath owes no other. */
export const tellsHarm = (text: string): boolean => CAUSES.test(text) && !/\b(?:no|zero|without|never|free of)\b/i.test(text) && (text.slice(CAUSES.exec(text)!.index).match(HARM) ?? []).length > 0;

/** "It can cause nausea" speaks of the medicine, beside a disease perhaps of that. */
const speaksOfHarm = (page: Page, { text, terms, block }: Sentence): boolean =>
  CUE.test(text) || (LOOSE_CUE.test(text) && (TREATMENT.test(text) || (/\b(?:it|this)\b/i.test(text) && !page.sentencesOf(block).some((one) => one.terms.some(({ list }) => list === 'conditions'))) || terms.some(({ list }) => list === 'drugs' || list === 'treatments')) && !/\b(?:symptoms?|untreated|disease|disorder)\b/i.test(text));

/** "Side effects: dry mouth, …" heads itself. */
const LABEL = sift(/^\W*(?:(?:possible|common|known|serious|main|the|most common|important|potential) )*(?:risks?|side effects?|warnings?|precautions?|complications?|contraindications?|adverse (?:events|reactions|effects)|safety)(?: include| are| may include)?\s?[:\u2013\u2014-]/i);

const announced = (page: Page, block: Block): boolean =>
  LABEL.test(block.text) ||
  [page.sectionOf(block).heading?.text, block.table?.rowHeader, block.table?.header, captionOf(page, block)].some((heading) => heading !== undefined && HEADING.test(heading));

/** What the table of a cell is called. */
function captionOf({ document: { blocks } }: Page, { table }: Block): string | undefined {
  const first = table ? blocks.findIndex((one) => one.table?.id === table.id) : -1;
  return [blocks[first], blocks[first - 1]].find((one) => one?.kind === 'caption')?.text;
}
