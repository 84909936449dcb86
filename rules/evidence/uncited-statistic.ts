import { sift } from 'promolint/rule';
import type { Claim, Detector, Page, Sentence, Span, Token } from 'promolint/rule';

const WORD_NUMBERS = new Set('one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred half twice'.split(' '));
const TIMES = /^(?:x|times|fold)$/;
/** Counted things that are no result: time, money, stock, doses, ages. */
const NOT_OUTCOME_UNIT =
  sift(/^(?:off|discount|apr|cotton|vol|alcohol|hemp|pure|organic|vegan|latex|natural|cash|deposit|down|financing|interest|cashback|tax|vat|copay|coinsurance|hours?|days?|weeks?|months?|years?|minutes?|mins?|mg|mcg|ml|iu|grams?|stars?|recycled|online|virtual|free|plant|fruit|juice|money|refund|satisfaction guaranteed|concentration|solution|strength|salicylic|glycolic|hyaluronic|lactic|zinc|thc|cbd|humidity|battery|zoom|opacity|width|owned|fluoride|peroxide|hydrogen|carbamide|dextrose|saline|retinol|niacinamide|benzoyl|lidocaine|spf|polyester|wool|silk)$/);
const OUTCOME =
  sift(/^(?:conceiv\w*|oxygen|success\w*|succeed\w*|shr[iau]nk\w*|surviv\w*|relie\w*|reduc\w*|improve\w*|risk\w*|effective\w*|effic\w*|faster|better|recur\w*|satisf\w*|accura\w*|weight|pain\w*|recover\w*|heal\w*|cure\w*|remission\w*|relaps\w*|respon\w*|result\w*|outcome\w*|symptom\w*|complicat\w*|mortality|death\w*|lower\w*|fewer|less|decreas\w*|increas\w*|drop\w*|cut\w*|boost\w*|stronger|longer|likel\w*|chance\w*|odds|pregnan\w*|birth\w*|sober|sobriety|quit\w*|happy|recommend\w*|prevent\w*|protect\w*|infect\w*|hospitali\w*|readmi\w*|fat|wrinkle\w*|hair|skin|acne|scar\w*|sleep\w*|energy|bmi|a1c|pressure|cholesterol|glucose|sugar|mobility|function\w*|strength|bone\w*|muscle\w*|inflamm\w*|anxi\w*|depress\w*|stress|mood|memory|focus|report\w*|experienc\w*|notic\w*|see|saw|feel|felt|gain\w*|lose|lost|loss|shed|whiter|younger|smoother|clear\w*|works?|worked|benefit\w*|achiev\w*|complet\w*|avoid\w*|absor\w*|bioavail\w*|sensitiv\w*|specific\w*|detect\w*|diagnos\w*|prefer\w*|agree\w*|approv\w*|love|return\w*|regrow\w*|grow\w*|restor\w*|eliminat\w*|kill\w*|resol\w*|retention|compliance|adherence|failure\w*|safe\w*|well-?being|swelling|bleeding|bruising|recovery|stay\w*|keep|kept|maintain\w*|outperform\w*|fast|quick|quickly|sooner|earlier|younger|asleep|awake|tighter|firmer|fuller|thicker|lighter|calmer|brighter|bloat\w*|cravings?|collagen|never|again|off|gone|pills?|meds|medications?|inhalers?|points?|average|disappear\w*|vanish\w*|relaps\w*|events?|attacks?|flares?|episodes?|snor\w*|apnea|apnoea|testosterone|hormones?|absor\w*|ewl|closeness|greater|improved|firmness|hydration|elasticity|libido|sperm|vertigo|tinnitus|nutrients?|regain\w*)$/);
const PEOPLE = sift(/^(?:patients?|people|clients?|customers?|users?|women|men|adults?|children|kids|participants?|members?|subjects?|volunteers?|respondents?|sufferers?|cases?|couples?|moms?|mothers?|doctors?|dentists?|dermatologists?|physicians?|athletes?|seniors?|students?|residents?|smokers?|wearers?|buyers?|guys?|folks|moms?|dads?|gals|families|parents|babies|owners?|readers?|testers?|subscribers?|drinkers?|sleepers?|gyns?|nurses?|surgeons?|vets?|veterinarians?|gynecologists?|pediatricians?|fans|graduates?|alumni|grafts?|implants?|smiles?|knees?|hips?|eyes|nails|marriages?|runners?|golfers?|drivers?|dogs?|cats?|pets?|specialists?|experts?|snorers?|callers?|guests?|veins?|ulcers?|wounds?|warts?|moles?|tumou?rs?|fibroids?|nodules?|stones?|lesions?|discs?|infections|fractures?|migraines?|scars?|tattoos?)$/);
/** Shares of a disease in the population: a fact of epidemiology, not a result of what the page sells. */
const PREVALENCE =
  /\b(?:(?:will )?(?:develop|suffer|be diagnosed|live with|struggle with|experience symptoms|have|has|are affected|is affected|affects?|occurs? in|report(?:s|ed)? (?:having|feeling|pain)|die|dies|deaths?|are (?:overweight|obese|deficient|lonely)|don't get|do not get|lack|cases of|prevalence|incidence|are caused by|is caused by|account(?:s|ed)? for|of (?:all )?(?:cancers?|deaths?|cases|adults|americans|the population|people worldwide))|undiagnosed|at risk|pass(?:es|ed)? on|inherit\w{0,3}|carriers?|gene(?:s|tic)?|age \d+ (?:and|or) older|in (?:the (?:u\.?s|uk|country|world)|america|australia|canada))\b/i;
const BENEFIT = sift(/\b(?:success|doubl|tripl|energy|effective|efficacy|reliev|relief|reduc|improv|satisf|faster|better|recover|heal|cure|remission|result|lower(?:s|ed)?|fewer|boost|lose|lost|shed|sober|pregnan|live birth|accura|recommend|saw|see|notice|whiter|younger|smoother|pain[- ]free|cuts?|slash|eliminat|kill|works?|success|prefer|complicat|surviv|avoid(?:ed)?|regrow|return to|symptom[- ]free|happy|happier|less|down|jump(?:s|ed)?|surge[ds]?|sooner|longer|earlier|more collagen|would (?:choose|do it)|resol\w+|disappear\w*|vanish\w*|relaps\w*|fell|rose|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|gain(?:s|ed)|absor\w+|times (?:more|stronger)|gone|stay(?:s|ed)? (?:together|closed|clear|dry|straight)|greater|cut by|(?:keep|kept) (?:it|the weight) off|outperform)/i);
const SILENT = ['asked', 'negated', 'legal', 'myth', 'warning', 'reference', 'example', 'nav', 'eligibility', 'risk', 'goal', 'off-topic'] as const;
/** The advertiser's own count with its size and date is a source that can be asked for. */
const OWN_COUNT = sift(/\bn\s?=\s?\d|\b\d[\d,]{1,8}\s(?:consecutive\s|adult\s)?(?:patients|people|adults|women|men|participants|members|clients|customers|respondents|cases|procedures|cycles|retrievals)\b/i);

/** What both groups of a study did, in numbers: the study itself is told. */
const BOTH_ARMS = sift(/\b\d{1,5} of \d{1,5}\b[^.]{0,90}[;,.] [^.]{0,40}\b\d{1,5} of \d{1,5}\b[^.]{0,60}\b(?:sham|placebo|control|comparison|usual care)\b/i);
/** A published method of measuring by its number, and a survey of a known house by its year. */
const STANDARD = sift(/\b(?:ISO|IEC|ASTM|AAMI|ANSI|EN)[ -]?(?:\/[A-Z]{2,5} ?)?[A-Z]?\d{2,6}(?:-\d+)*\b|\b(?:Press Ganey|HCAHPS|CAHPS|NRC Health|Gallup|Ipsos|YouGov|J\.D\. Power)\b[^.;!?]{0,40}\b20\d\d\b|\b20\d\d (?:Press Ganey|HCAHPS|CAHPS|NRC Health|Gallup|Ipsos|YouGov)\b/);
/** How a danger grows with something in life, and what is only more common. */
const RISES = sift(/\b(?:increas\w*|rais\w*|rose|rises?|doubl\w*|tripl\w*|higher|greater|times more)\b[^.]{0,50}\b(?:risks?|chances? of (?:dying|death|developing|having)|odds of (?:dying|developing)|deaths?|mortality|prices?|costs?|common|likely|often|expensive|sensitive|dangerous|cases|prevalence|incidence|demand|enroll?ment|referrals|visits)\b|\bmore (?:common|likely|frequent|often)\b|\b(?:risks?|deaths?|cases|prevalence|rates? of (?:obesity|diabetes|suicide|overdose)|prices?|costs?)\b[^.]{0,30}\b(?:increas\w*|rose|risen|rises?|doubled|tripled)\b/i);

/** What a disease does, by its stage, and what people say they joined for. */
const EPIDEMIOLOGY = /\b(?:5|five|10|ten)[- ]year survival\b[^.]{0,40}\bstage\b|\bmisus(?:e|ed|es)\b|\bchance\b[^.]{0,60}\b(?:inherit\w*|pass(?:es|ed|ing)? (?:it )?on)\b|\bnamed [^.]{0,40}\bas (?:a|the|their) \w+ ?reason\b|\bplacebo group\b|\bpregnanc(?:y|ies) ends? in\b|\bnewborns?\b|\b(?:kept|keep) (?:using|taking|wearing|going)\b|\baccording to the (?:\w+ ){0,3}(?:registry|census|survey|bureau|department)\b|\b(?:in|to) (?:the )?hospital with\b/i;

const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block } = sentence;
    if (block.region === 'nav' || block.region === 'form' || block.kind === 'label' || block.kind === 'button' || !/\d|\b(?:half|twice|double|triple|times|thirds?|quarters?|fifths|\w{3,7}fold|points|of (?:every|each|our|the)|in (?:two|three|four|five|six|seven|eight|nine|ten)|out of)\b/i.test(sentence.text)) continue;
    const figure = figureIn(sentence) ?? figureOnCard(page, sentence);
    if (!figure || SILENT.some((frame) => page.framesAt(sentence, figure).has(frame))) continue;
    // A citation that is weak, or a marker that leads nowhere, is the matter of evidence/dangling-or-weak-citation.
    if (page.citationsFor(block, sentence).some(({ resolved, form }) => resolved || form === 'marker' || form === 'footnote')) continue;
    if (STANDARD.test(sentence.text) || BOTH_ARMS.test(block.text) || (OWN_COUNT.test(block.text) && /\b(?:19|20)\d\d\b|\bn\s?=/.test(block.text))) continue;
    if (page.testimonials.some(({ blocks, span, form }) => blocks[0] === block && form !== 'story' && span.start <= figure.start && figure.end <= span.end)) continue;
    if (isDose(sentence, figure) || isAboutHarm(page, sentence) || isRoundFact(page, sentence)) continue;
    const judged = judge(page, sentence) ?? (page.facts.sells && figureOnCard(page, sentence) ? { confidence: 0.8 } : undefined);
    if (judged) report({ at: { block, start: figure.start, end: figure.end }, ...(judged.confidence >= 0.8 && isFlat(sentence) && { plain: true as const }), ...(page.hasSourceNear(block) && { message: 'far' }), ...judged });
  }
};

export default detector;

/** "Medicine controls seizures in about seven of ten": of medicine in general, in round numbers, by nobody who offers it. */
const ROUND = sift(/\b(?:about|around|roughly|approximately|nearly|almost|some|up to|more than|over)\s(?:a\s|one\s|two\s)?(?:\d|half|third|quarter|one|two|three|four|five|six|seven|eight|nine|ten)/i);
const isRoundFact = (page: Page, sentence: Sentence): boolean =>
  ROUND.test(sentence.text) && page.framesAt(sentence, sentence).has('clinical') && !/\b(?:our|we|us|you|your)\b/i.test(sentence.text) && isOfCare(page.claimsOf(sentence).map(({ agent }) => agent));
const isOfCare = (agents: readonly string[]): boolean => agents.includes('care') && agents.every((agent) => agent === 'care' || agent === 'disease' || agent === 'reader');

/** A number that stands alone, as on a card or in a table, with the result that it measures right under it. */
function figureOnCard(page: Page, { block, text, start, end, tokens }: Sentence): (Span & { readonly first: number; readonly last: number }) | undefined {
  if (!/^\W{0,2}(?:\d{1,3}(?:\.\d)?\s?%|\d{1,2} (?:in|out of) \d{1,3})\W{0,2}$/.test(text)) return undefined;
  const label = block.table ? `${block.table.rowHeader} ${block.table.header}` : (page.after(block)?.text ?? '');
  if (label.length > 90 || ERRAND.test(label) || PRICE_TALK.test(label) || MISHAP.test(label) || OF_HARM.test(label)) return undefined;
  return STRONG_BENEFIT.test(label) || BENEFIT.test(label) || BECAME.test(label) ? { start, end, first: 0, last: tokens.length - 1 } : undefined;
}

/** The head of a row of harms. */
const OF_HARM = sift(/\b(?:side effects?|adverse|reactions?|complications?|stopped (?:taking|treatment|using|because)|discontinu\w+|dropped out|withdrew|nausea|vomiting|dizziness)\b/i);

const BECAME =
  sift(/^(?:\W|of (?:our )?(?:\w+ ){1,3})?(?:(?:who|that) )?(?:never|still|went|go|stay(?:ed)?|kept|keep|return(?:ed)?|walk(?:ed)?|sleep|slept|quit|stop(?:ped)?|drop(?:ped)?|need(?:ed)? no|no longer|feel|felt|notic\w+|avoid(?:ed)?|graduat\w+|saw|see|gain(?:ed)?|lost|would|said|say|report(?:ed)?)\b/i);

/** The first figure of a sentence that measures a result. */
function figureIn(sentence: Sentence): (Span & { readonly first: number; readonly last: number }) | undefined {
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const last = shapeAt(tokens, i);
    if (last < 0) continue;
    if (measures(tokens, i, last)) return { start: tokens[i]!.start, end: tokens[last]!.end, first: i, last };
    i = last;
  }
  return undefined;
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || WORD_NUMBERS.has(token.text));
}

/** Words that a share or a multiple begins with, beside numbers. */
const OPENING_WORDS = new Set([
  ...'two three four five six seven eight nine ten twenty hundred'.split(' ').map((number) => `${number}fold`),
  ...['doubl', 'tripl', 'quadrupl', 'halv'].flatMap((stem) => ['e', 'es', 'ed', 'ing'].map((ending) => stem + ending)),
  ...['twice', 'half', 'a', 'one'],
]);

/** Last token of a share, a ratio, a multiple or an average that begins at `i`; -1 where none does. */
function shapeAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i]!;
  if (!isNumber(token) && !OPENING_WORDS.has(token.text) && !token.text.endsWith('x')) return -1;
  const [next, second, third] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (/[$\u00a3\u20ac]/.test(tokens[i - 1]?.text ?? '')) return -1;
  if (isNumber(token)) {
    const percent = next?.text === '%' || next?.text === 'percent' ? i + 1 : next?.text === 'per' && second?.text === 'cent' ? i + 2 : -1;
    if (percent > 0) return NOT_OUTCOME_UNIT.test(tokens[percent + 1]?.text ?? '') ? -1 : percent;
    if (next?.text === 'out' && second?.text === 'of') {
      const last = third?.text === 'every' || third?.text === 'our' || third?.text === 'each' ? i + 4 : i + 3;
      return !isNumber(tokens[last]) || unitAfter(tokens, last) ? -1 : last;
    }
    const total = tallyEnd(tokens, i);
    if (total > 0) return total;
    if (next?.text === 'in' && (isNumber(second) || (second?.text === 'every' && isNumber(third)))) {
      const last = isNumber(second) ? i + 2 : i + 3;
      return unitAfter(tokens, last) || Number(tokens[last]!.text) > 1900 ? -1 : last;
    }
    if (TIMES.test(next?.text ?? '')) return /^(?:more|less|faster|better|as|greater|lower|higher|stronger|the|longer|likelier|likely|fewer|quicker)$/.test(second?.text ?? '') || next!.text === 'fold' || next!.text === 'x' ? i + 1 : -1;
    const averaged = tokens.slice(Math.max(0, i - 5), i).some(({ text }) => /^(?:average|averaging|mean|median|up|over|lost|lose|losing|by|drop|dropped|down|fell|falls?|sheds?|melts?|gains?|gained)$/.test(text));
    if (averaged && /^(?:pounds?|lbs?|kg|kilos?|inches|points?|stone|sizes?)$/.test(next?.text ?? '')) return i + 1;
    if (/^(?:pounds?|lbs?|kg|kilos?|inches|points?|stone)$/.test(next?.text ?? '') && /^(?:on|each|per)$/.test(second?.text ?? '') && /^average$/.test(third?.text ?? '')) return i + 1;
    if (/^(?:minutes?|hours?|nights?|days?|weeks?|months?|degrees?|beats?)$/.test(next?.text ?? '') && /^(?:sooner|longer|faster|earlier|quicker)$/.test(second?.text ?? '')) return i + 2;
    const part = next?.text === '-' ? i + 2 : i + 1;
    if (/^(?:thirds|quarters|fifths|tenths|sixths|eighths)$/.test(tokens[part]?.text ?? '')) {
      const counted = tokens[part + 1]?.text === 'of' && tokens.slice(part + 2, part + 6).some(({ text }) => PEOPLE.test(text));
      return counted || /^(?:less|more|fewer|lower|faster)$/.test(tokens[part + 1]?.text ?? '') ? part : -1;
    }
  }
  if (/^\d+x$/.test(token.text) || /^(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)fold$/.test(token.text)) return i;
  if (/^(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)$/.test(token.text) && /^(?:your|the|their|success|survival|risk|results|fat|weight|recovery|healing|energy)$/.test(next?.text ?? '')) return i;
  if (token.text === 'twice' && next?.text === 'as') return i + 1;
  if (token.text === 'half' && next?.text === 'the' && /^(?:pain|risk|time|recovery|downtime|symptoms)$/.test(second?.text ?? '')) return i + 2;
  if (token.text === 'half' && (next?.text === 'of' || next?.text === 'our') && tokens.slice(i + 1, i + 5).some(({ text }) => PEOPLE.test(text))) return i;
  if ((token.text === 'a' || token.text === 'one') && /^(?:third|quarter|fifth|fraction)$/.test(next?.text ?? '') && second?.text === 'of' && tokens.slice(i + 2, i + 6).some(({ text }) => PEOPLE.test(text))) return i + 1;
  return -1;
}

/** "92 of 100", "eight of our last ten", "seven of every eight": a count out of a count. */
function tallyEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i + 1]?.text !== 'of') return -1;
  for (let at = i + 2; at <= i + 4; at++) {
    if (isNumber(tokens[at])) return unitAfter(tokens, at) ? -1 : at;
    if (!/^(?:every|each|our|the|last|first|past|those)$/.test(tokens[at]?.text ?? '')) return -1;
  }
  return -1;
}

function unitAfter(tokens: readonly Token[], last: number): boolean {
  return NOT_OUTCOME_UNIT.test(tokens[last + 1]?.text ?? '') || /^(?:am|pm|beds?|rooms?|locations?|steps?)$/.test(tokens[last + 1]?.text ?? '');
}

const LEADS_IN = new Set('by of to at is was are were up over about nearly than averages averaged averaging average almost around approximately only just : rate reached exceeds exceeding'.split(' '));
const QUALIFIES = new Set('our the all these those study studied surveyed treated tested adult a an my such its of with who clinical female male older young younger trial satisfied more less fewer'.split(' '));

/** Whether the figure counts people, or a word for a result stands right beside it: "98% of your potassium" measures nothing that is promised. */
function measures(tokens: readonly Token[], first: number, last: number): boolean {
  const word = (i: number) => tokens[i]?.text ?? '';
  const ratio = last - first >= 2 && tokens.slice(first + 1, last).some(({ text }) => text === 'of' || text === 'in');
  let next = last + 1;
  if (word(next) === 'of' || ratio) {
    if (word(next) === 'of') next++;
    const of = next;
    while (next - of < 4 && QUALIFIES.has(word(next))) next++;
    for (let i = of; i <= Math.max(next + 1, of + 5) && tokens[i]?.kind !== 'mark'; i++) if (PEOPLE.test(word(i))) return true;
    if (/^(?:us|them|cases|procedures|surgeries|treatments|implants|cycles)$/.test(word(next))) return true;
  }
  for (let i = last + 1; i <= last + 3; i++) {
    if (tokens[i]?.kind === 'mark' && word(i) !== ':') break;
    if (OUTCOME.test(word(i)) && !(i === last + 1 && word(i) === 'of')) return true;
  }
  if (TIMES.test(word(last)) && /^(?:more|stronger|better|faster)$/.test(word(last + 1))) return true;
  let before = first - 1;
  while (before > first - 5 && LEADS_IN.has(word(before))) before--;
  if (before === first - 1 && tokens[before]?.kind !== 'word') return false;
  for (let i = before; i > Math.max(-1, before - 6); i--) {
    if (/^[.;!?]$/.test(word(i))) return false;
    if (OUTCOME.test(word(i)) || PEOPLE.test(word(i))) return true;
  }
  return false;
}

/** Says without a hedge what became of those who were treated. */
const isFlat = ({ text }: Sentence): boolean => (STRONG_BENEFIT.test(text) || MOVED.test(text)) && !HEDGED.test(text);
const MOVED = sift(/\b(?:reduc|cut|lower|shr[iau]nk|improv|increas|boost|slash|drop|fell)\w*\b[^.]{0,60}\bby (?:up to |about |over |more than |as much as |an average of |nearly |almost )?\d/i);
const HEDGED = sift(/\b(?:may|might|could|can|some|sometimes|usually|often|typically|generally|if|placebo|compared|versus|study|studies|trials?|survey|cdc|estimated|roughly|varies|vary|depend\w*|not|but|although|however|diet and|side effects?|complications?|pain (?:score|scale))\b/i);

/** How often something goes wrong: "Risks: … in fewer than 1 in 100". */
function isAboutHarm(page: Page, { block, text }: Sentence): boolean {
  if (HARM.test(text)) return true;
  const { heading } = page.sectionOf(block);
  return heading !== undefined && heading !== block && HARM.test(heading.text) && !/\b(?:our|we|us|zero|no)\b/i.test(text);
}

const HARM = sift(/^\W{0,3}(?:the |possible |common |rare |main |known |serious |important |less |more |most |what are the )?(?:common |serious )?(?:risks?|side effects?|complications?|adverse|reactions?|warnings?|safety information|what can go wrong|precautions)\b/i);

/** A strength of a drug or ingredient: "1% permethrin", "shampoo 2%". */
function isDose({ tokens, terms }: Sentence, { first, last }: { readonly first: number; readonly last: number }): boolean {
  const drug = !TIMES.test(tokens[last]?.text ?? '') && terms.some((term) => (term.list === 'drugs' || term.list === 'supplements') && (term.first === last + 1 || term.first === last + 2 || term.last === first - 1));
  return drug || /^(?:shampoo|cream|gel|lotion|solution|ointment|mousse|spray|drops?|serum|foam|rinse|toner|peel|mask)$/.test(tokens[last + 1]?.text ?? tokens[first - 1]?.text ?? '') || /^(?:shampoo|cream|gel|lotion|ointment)$/.test(tokens[first - 1]?.text ?? '');
}

/** How sure it is that the figure promotes: own results and effects do, shares of a disease in the population inform. */
function judge(page: Page, sentence: Sentence): { confidence: number; message?: string } | undefined {
  const { text, terms } = sentence;
  const own = /\b(?:our|we|us)\b/i.test(text);
  if (MISHAP.test(text) || EPIDEMIOLOGY.test(text) || (!own && RISES.test(text))) return undefined;
  const claims = page.claimsOf(sentence);
  // Figures that a public body is named for are not the advertiser's; the reader still misses the year.
  if (!own && terms.some(({ list, class: kind }) => list === 'evidence-sources' && (kind === 'government' || kind === 'guideline' || kind === 'registry'))) return { confidence: 0.4, message: 'prevalence' };
  if (PRICE_TALK.test(text) && !STRONG_BENEFIT.test(text)) return undefined;
  const prevalence = PREVALENCE.test(text) && !own && !BENEFIT.test(text.replace(PREVALENCE, ' '));
  if (prevalence) return terms.some(({ list }) => list === 'conditions' || list === 'symptoms') ? { confidence: 0.4, message: 'prevalence' } : undefined;
  if (!STRONG_BENEFIT.test(text) && !(BENEFIT.test(text) && isHealth(sentence)) && !isTally(page, sentence)) return undefined;
  if (own) return { confidence: 0.9 };
  const teaching = claims.length > 0 && claims.every((claim) => TEACHES.has(claim.agent));
  if (teaching && isLifestyle(claims) && !(page.facts.sells && UNDONE.test(text) && !BY_ITSELF.test(text))) return { confidence: 0.4 };
  return { confidence: teaching || !page.facts.sells ? 0.6 : 0.8 };
}

/** Results in words that only health copy uses; "cuts no-shows" is not one. */
const STRONG_BENEFIT =
  sift(/\b(?:excess (?:body )?weight|ewl|resolv(?:e[sd]?|ing)|resolution|disappear(?:s|ed)?|stay (?:together|closed|clear)|report(?:ed|s)? (?:greater|better|less|more|fewer|improved)|\d{1,3}\s?(?:%|percent|per cent) (?:of (?:[\w-]+ ){1,4})?(?:felt|agreed|saw|noticed|noted|experienced|confirmed|rated|described|measured)\b|success(?:ful)? rates?|success|succeed\w*|recurrences?|(?:does|do|did|will) not (?:return|come back|grow back|relapse|recur)|shr[iau]nks?|pain-free|surviv\w{2,5}|relie[fv]\w{0,3}|remission|symptoms?|pain|recover\w{1,3}|heal\w{2,3}|cured?|effective\w{0,4}|efficacy|satisf\w{4,7}|accura\w{2,3}|recommend\w{0,3}|pregnan\w{2,3}|conceiv\w+|responded|(?:good|great|better|excellent|positive) (?:result|outcome)s?|average (?:weight )?loss|more oxygen|sober|sobriety|complications?|results|keep (?:it|the weight) off|outperform\w{0,3}|wrinkles?|(?:lose|lost|losing|shed|body) (?:\w+ )?weight|weight loss|(?:clients?|users?|customers?|patients|people|women|men|members|adults|participants|buyers) (?:who \w+ it )?(?:leave|left|walk|return|go home|get back|avoid|improve|recover|respond|see|saw|report(?:ed)?|notic(?:e|ed)|feel|felt|say|said|experienced?|lost|lose|kept|keep|agreed?|would recommend|recommend))\b/i);

/** How many had something go wrong: what a reader is told before they choose. */
const MISHAP =
  sift(/\b(?:have|has|had|get|gets|got|report(?:ed)?|develop\w*|feel|felt|with|notice[ds]?) (?:(?!no |less|fewer|without|zero)\w+ ){0,3}(?:nausea|vomiting|bleeding|infections?|swelling|bruising|headaches?|side effects?|complications?|fever|numbness|scarring|rash|clots?|irritation|dizziness|infected|inflamed|swollen)\b(?! (?:relief|gone|free))/i);

/** "9 in 10 guys keep what they've got": people counted on a page that sells, for whatever became of them. */
function isTally(page: Page, { text, terms }: Sentence): boolean {
  return page.facts.sells && COUNTED.test(text) && !ERRAND.test(text) && !/\b(?:nausea|bleed\w*|infect\w+|swelling|bruis\w+|side effects?|died?|deaths?|develop\w*|diagnos\w+|gets? it|ha(?:s|ve) (?:it|this|the))\b/i.test(text) && !terms.some(({ list, class: kind }) => list === 'evidence-sources' && kind !== 'journal');
}

const ONES = 'one|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|half|\\d{1,5}(?:\\.\\d)?';
const CROWD = "sippers|drinkers|tasters|takers|chewers|guys|folks|moms|dads|women|men|people|patients|clients|customers|members|users|wearers|owners|couples|families|testers|buyers|readers|subscribers|smokers|sleepers|snorers|runners|athletes|(?:ob-?)?gyns|doctors|dentists|dermatologists|nurses|surgeons|vets|veterinarians|pediatricians|parents|kids|teens|seniors|adults|grafts|implants|knees|hips|dogs|cats|pets|graduates|guests";
/** A share or a count of people (or of what was put into them) with a verb of their own after it. */
const COUNTED = new RegExp(
  String.raw`\b(?:${ONES})(?:\s?%|\spercent)?(?:\s(?:in|of|out of)(?:\s(?:every|each|our|the|last|past|first|those)){0,3}(?:\s(?:${ONES}))?|[\s-](?:thirds|quarters|fifths)(?:\sof)?(?:\s(?:our|the))?)?\s(?:[a-z]{3,12}\s){0,2}(?:${CROWD})\b[^.;:?!]{0,60}?\b(?:keep|kept|go|went|get|got|gets|say|said|saw|see|tell|told|toss\w*|never|sleep|slept|walk\w*|wake|woke|leave|left|come|came|drop\w*|lose|lost|take|took|grow|grew|heard|hear|felt|feel|find|found|need|cancel\w*|stay\w*|quit|stop\w*|start\w*|look\w*|would|will|still|can|could|make|made|return\w*|beat|end|ended|ask\w*|choose|chose|prefer\w*|swear|swore|switch\w*|love|loved|notic\w+|ditch\w*|are (?:off|free|there|back|still|done|over|walking|sleeping|sober|pregnant))\b`,
  'i',
);
const ERRAND =
  sift(/\b(?:video|county|towns?|window|board|volunteer\w*|age[ds]?|ride|drive|buses|paid|pay|pays|arriv\w+|book(?:ed|s|ing)?|repl(?:y|ies)|callers?|person within|messages?|phone|parking|live (?:in|within|near)|zip|miles|rooms|languages?|english|plans?|cover\w*|bills?|refund\w*|ship\w*|orders?|delivery|appointments?|visits?|referr\w+|survey\w* (?:back|sent)|vot\w+|kitchen|staff|school|work here|fiber|lunch|breakfast|meetings?|questions?|jobs?)\b/i);

/** A disease that is gone in so many, which on a page that sells is what its care does, unless it goes by itself. */
const UNDONE = sift(/\b(?:remission|resolv\w+|resolution|disappear\w*|vanish\w*|revers(?:ed|es|al)|cured)\b/i);
const BY_ITSELF = sift(/\b(?:by (?:it|them)sel(?:f|ves)|on (?:its|their) own|without (?:any )?treatment|untreated|spontaneous\w*|within (?:a|two|three|\d+) (?:days?|weeks?|years?))\b/i);

const TEACHES = new Set<Claim['agent']>(['care', 'reader', 'disease', 'lifestyle', 'body', 'person', 'other']);
const PRICE_TALK = sift(/\b(?:energy (?:use|bills?|costs?)|electricity|water use|emissions|carbon|plastic|no[- ]shows?|expensing|goodwill|machinery|medicaid|medicare|uninsured|insured|speak|spanish|bilingual|veterans|wait(?:ing)? (?:time|list|less)|answered|calls|parking|return(?:ed)? within|price|cost|fee|save|savings|discount|off(?! (?:their|the|your|his|her|all|every|blood|insulin|statins|meds|medication|oxygen|opioids)\b)|financing|deposit|insurance|coverage|copay|tuition|staff|employees|nurses are|providers are|certified|beds|seats|capacity|donat\w+|fundrais\w+|raised|goal|registered|enrolled|waitlist|tax|revenue|profit|market)\b/i);

function isLifestyle(claims: readonly Claim[]): boolean {
  return claims.some(({ agent }) => agent === 'lifestyle' || agent === 'disease');
}

function isHealth(sentence: Sentence): boolean {
  return sentence.terms.some(({ list }) => list === 'conditions' || list === 'symptoms' || list === 'body' || list === 'treatments' || list === 'supplements' || list === 'drugs') || /\b(?:pills?|meds|medications?|asleep|sleep|bloating|collagen|weight|pounds|inches|apnea|apnoea|snoring|testosterone|nutrients)\b/i.test(sentence.text);
}
