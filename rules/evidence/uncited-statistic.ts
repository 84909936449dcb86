import type { Claim, Detector, Page, Sentence, Span, Token } from 'promolint/rule';

const WORD_NUMBERS = new Set('one two three four five six seven eight nine ten half twice'.split(' '));
const TIMES = /^(?:x|times|fold)$/;
/** Counted things that are no result: time, money, stock, doses, ages. */
const NOT_OUTCOME_UNIT =
  /^(?:off|discount|apr|cotton|vol|alcohol|hemp|pure|organic|vegan|latex|natural|cash|deposit|down|financing|interest|cashback|tax|vat|copay|coinsurance|hours?|days?|weeks?|months?|years?|minutes?|mins?|mg|mcg|ml|iu|grams?|stars?|recycled|online|virtual|free|plant|fruit|juice|money|refund|satisfaction guaranteed|concentration|solution|strength|salicylic|glycolic|hyaluronic|lactic|zinc|thc|cbd|humidity|battery|zoom|opacity|width|owned|fluoride|peroxide|hydrogen|carbamide|dextrose|saline|retinol|niacinamide|benzoyl|lidocaine|spf|polyester|wool|silk)$/;
const OUTCOME =
  /^(?:success\w*|surviv\w*|relie\w*|reduc\w*|improve\w*|risk\w*|effective\w*|effic\w*|faster|better|recur\w*|satisf\w*|accura\w*|weight|pain\w*|recover\w*|heal\w*|cure\w*|remission\w*|relaps\w*|respon\w*|result\w*|outcome\w*|symptom\w*|complicat\w*|mortality|death\w*|lower\w*|fewer|less|decreas\w*|increas\w*|drop\w*|cut\w*|boost\w*|stronger|longer|likel\w*|chance\w*|odds|pregnan\w*|birth\w*|sober|sobriety|quit\w*|happy|recommend\w*|prevent\w*|protect\w*|infect\w*|hospitali\w*|readmi\w*|fat|wrinkle\w*|hair|skin|acne|scar\w*|sleep\w*|energy|bmi|a1c|pressure|cholesterol|glucose|sugar|mobility|function\w*|strength|bone\w*|muscle\w*|inflamm\w*|anxi\w*|depress\w*|stress|mood|memory|focus|report\w*|experienc\w*|notic\w*|see|saw|feel|felt|gain\w*|lose|lost|loss|shed|whiter|younger|smoother|clear\w*|works?|worked|benefit\w*|achiev\w*|complet\w*|avoid\w*|absor\w*|bioavail\w*|sensitiv\w*|specific\w*|detect\w*|diagnos\w*|prefer\w*|agree\w*|approv\w*|love|return\w*|regrow\w*|grow\w*|restor\w*|eliminat\w*|kill\w*|resol\w*|retention|compliance|adherence|failure\w*|safe\w*|well-?being|swelling|bleeding|bruising|recovery|stay\w*|keep|kept|maintain\w*|outperform\w*)$/;
const PEOPLE = /^(?:patients?|people|clients?|customers?|users?|women|men|adults?|children|kids|participants?|members?|subjects?|volunteers?|respondents?|sufferers?|cases?|couples?|moms?|mothers?|doctors?|dentists?|dermatologists?|physicians?|athletes?|seniors?|students?|residents?|smokers?|wearers?|buyers?)$/;
/** Shares of a disease in the population: a fact of epidemiology, not a result of what the page sells. */
const PREVALENCE =
  /\b(?:(?:will )?(?:develop|suffer|be diagnosed|live with|struggle with|experience symptoms|have|has|are affected|is affected|affects?|occurs? in|report(?:s|ed)? (?:having|feeling|pain)|die|dies|deaths?|are (?:overweight|obese|deficient|lonely)|don't get|do not get|lack|cases of|prevalence|incidence|are caused by|is caused by|account(?:s|ed)? for|of (?:all )?(?:cancers?|deaths?|cases|adults|americans|the population|people worldwide))|undiagnosed|at risk|pass(?:es|ed)? on|inherit\w{0,3}|carriers?|gene(?:s|tic)?|age \d+ (?:and|or) older|in (?:the (?:u\.?s|uk|country|world)|america|australia|canada))\b/i;
const BENEFIT = /\b(?:success|doubl|tripl|energy|effective|efficacy|reliev|relief|reduc|improv|satisf|faster|better|recover|heal|cure|remission|result|lower(?:s|ed)?|fewer|boost|lose|lost|shed|sober|pregnan|live birth|accura|recommend|saw|see|notice|whiter|younger|smoother|pain[- ]free|cuts?|slash|eliminat|kill|works?|success|prefer|complicat|surviv|avoid(?:ed)?|regrow|return to|symptom[- ]free|happy|happier|would (?:choose|do it)|(?:keep|kept) (?:it|the weight) off|outperform)/i;
const SILENT = ['asked', 'negated', 'legal', 'myth', 'warning', 'reference', 'example', 'nav', 'eligibility', 'risk', 'goal', 'off-topic'] as const;
/** The advertiser's own count with its size and date is a source that can be asked for. */
const OWN_COUNT = /\bn\s?=\s?\d|\b\d[\d,]{1,8}\s(?:consecutive\s|adult\s)?(?:patients|people|adults|women|men|participants|members|clients|customers|respondents|cases|procedures|cycles|retrievals)\b/i;

const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block } = sentence;
    if (block.region === 'nav' || block.region === 'form' || block.kind === 'label' || block.kind === 'button' || !/\d|\b(?:half|twice|double|triple|times|in (?:two|three|four|five|six|seven|eight|nine|ten)|out of)\b/i.test(sentence.text)) continue;
    const figure = figureIn(sentence);
    if (!figure || SILENT.some((frame) => page.framesAt(sentence, figure).has(frame))) continue;
    // A citation that is weak, or a marker that leads nowhere, is the matter of evidence/dangling-or-weak-citation.
    if (page.citationsFor(block, sentence).some(({ resolved, form }) => resolved || form === 'marker' || form === 'footnote')) continue;
    if (OWN_COUNT.test(block.text) && /\b(?:19|20)\d\d\b|\bn\s?=/.test(block.text)) continue;
    if (page.testimonials.some(({ blocks, span, form }) => blocks[0] === block && form !== 'story' && span.start <= figure.start && figure.end <= span.end)) continue;
    if (isDose(sentence, figure) || isAboutHarm(page, sentence)) continue;
    const judged = judge(page, sentence);
    if (judged) report({ at: { block, start: figure.start, end: figure.end }, ...judged });
  }
};

export default detector;

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

/** Last token of a share, a ratio, a multiple or an average that begins at `i`; -1 where none does. */
function shapeAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i]!;
  const [next, second, third] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (/[$\u00a3\u20ac]/.test(tokens[i - 1]?.text ?? '')) return -1;
  if (isNumber(token)) {
    const percent = next?.text === '%' || next?.text === 'percent' ? i + 1 : next?.text === 'per' && second?.text === 'cent' ? i + 2 : -1;
    if (percent > 0) return NOT_OUTCOME_UNIT.test(tokens[percent + 1]?.text ?? '') ? -1 : percent;
    if (next?.text === 'out' && second?.text === 'of' && isNumber(third)) return unitAfter(tokens, i + 3) ? -1 : i + 3;
    if (next?.text === 'in' && (isNumber(second) || (second?.text === 'every' && isNumber(third)))) {
      const last = isNumber(second) ? i + 2 : i + 3;
      return unitAfter(tokens, last) || Number(tokens[last]!.text) > 1900 ? -1 : last;
    }
    if (TIMES.test(next?.text ?? '')) return /^(?:more|less|faster|better|as|greater|lower|higher|stronger|the|longer|likelier|likely|fewer|quicker)$/.test(second?.text ?? '') || next!.text === 'fold' || next!.text === 'x' ? i + 1 : -1;
    const averaged = tokens.slice(Math.max(0, i - 5), i).some(({ text }) => /^(?:average|averaging|mean|median|up|over|lost|lose|losing|by|drop|dropped)$/.test(text));
    if (averaged && /^(?:pounds?|lbs?|kg|kilos?|inches|points?|stone)$/.test(next?.text ?? '')) return i + 1;
  }
  if (/^\d+x$/.test(token.text) || /^(?:two|three|four|five|ten)fold$/.test(token.text)) return i;
  if (/^(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)$/.test(token.text) && /^(?:your|the|their|success|survival|risk|results|fat|weight|recovery|healing|energy)$/.test(next?.text ?? '')) return i;
  if (token.text === 'twice' && next?.text === 'as') return i + 1;
  if (token.text === 'half' && next?.text === 'the' && /^(?:pain|risk|time|recovery|downtime|symptoms)$/.test(second?.text ?? '')) return i + 2;
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
  const ratio = last - first >= 2 && /^(?:of|in)$/.test(word(last - 1));
  let next = last + 1;
  if (word(next) === 'of' || ratio) {
    if (word(next) === 'of') next++;
    const of = next;
    while (next - of < 4 && QUALIFIES.has(word(next))) next++;
    for (let i = of; i <= next + 1; i++) if (PEOPLE.test(word(i))) return true;
    if (/^(?:us|them|cases|procedures|surgeries|treatments|implants|cycles)$/.test(word(next))) return true;
  }
  for (let i = last + 1; i <= last + 3; i++) {
    if (tokens[i]?.kind === 'mark') break;
    if (OUTCOME.test(word(i)) && !(i === last + 1 && word(i) === 'of')) return true;
  }
  let before = first - 1;
  while (before > first - 5 && LEADS_IN.has(word(before))) before--;
  if (before === first - 1 && tokens[before]?.kind !== 'word') return false;
  for (let i = before; i > Math.max(-1, before - 6); i--) {
    if (/^[.;!?]$/.test(word(i))) return false;
    if (OUTCOME.test(word(i)) || PEOPLE.test(word(i))) return true;
  }
  return false;
}

/** How often something goes wrong: "Risks: … in fewer than 1 in 100". */
function isAboutHarm(page: Page, { block, text }: Sentence): boolean {
  if (HARM.test(text)) return true;
  const { heading } = page.sectionOf(block);
  return heading !== undefined && heading !== block && HARM.test(heading.text) && !/\b(?:our|we|us|zero|no)\b/i.test(text);
}

const HARM = /^\W{0,3}(?:the |possible |common |rare |main |known |serious |important |less |more |most |what are the )?(?:common |serious )?(?:risks?|side effects?|complications?|adverse|reactions?|warnings?|safety information|what can go wrong|precautions)\b/i;

/** A strength of a drug or ingredient: "1% permethrin", "shampoo 2%". */
function isDose({ tokens, terms }: Sentence, { first, last }: { readonly first: number; readonly last: number }): boolean {
  const drug = terms.some((term) => (term.list === 'drugs' || term.list === 'supplements') && (term.first === last + 1 || term.first === last + 2 || term.last === first - 1));
  return drug || /^(?:shampoo|cream|gel|lotion|solution|ointment|mousse|spray|drops?|serum|foam|rinse|toner|peel|mask)$/.test(tokens[last + 1]?.text ?? tokens[first - 1]?.text ?? '') || /^(?:shampoo|cream|gel|lotion|ointment)$/.test(tokens[first - 1]?.text ?? '');
}

/** How sure it is that the figure promotes: own results and effects do, shares of a disease in the population inform. */
function judge(page: Page, sentence: Sentence): { confidence: number; message?: string } | undefined {
  const { text, terms } = sentence;
  const own = /\b(?:our|we|us)\b/i.test(text);
  const claims = page.claimsOf(sentence);
  // Figures that a public body is named for are not the advertiser's; the reader still misses the year.
  if (!own && terms.some(({ list, class: kind }) => list === 'evidence-sources' && (kind === 'government' || kind === 'guideline' || kind === 'registry'))) return { confidence: 0.4, message: 'prevalence' };
  if (PRICE_TALK.test(text) && !STRONG_BENEFIT.test(text)) return undefined;
  const prevalence = PREVALENCE.test(text) && !own && !BENEFIT.test(text.replace(PREVALENCE, ' '));
  if (prevalence) return terms.some(({ list }) => list === 'conditions' || list === 'symptoms') ? { confidence: 0.4, message: 'prevalence' } : undefined;
  if (!STRONG_BENEFIT.test(text) && !(BENEFIT.test(text) && isHealth(sentence))) return undefined;
  if (own) return { confidence: 0.9 };
  const teaching = claims.length > 0 && claims.every((claim) => TEACHES.has(claim.agent));
  if (teaching && (isLifestyle(claims) || !page.facts.sells)) return { confidence: 0.4 };
  return { confidence: page.facts.sells ? (teaching ? 0.6 : 0.8) : 0.4 };
}

/** Results in words that only health copy uses; "cuts no-shows" is not one. */
const STRONG_BENEFIT =
  /\b(?:success(?:ful)? rates?|success|surviv\w{2,5}|relie[fv]\w{0,3}|remission|symptoms?|pain|recover\w{1,3}|heal\w{2,3}|cured?|effective\w{0,4}|efficacy|satisf\w{4,7}|accura\w{2,3}|recommend\w{0,3}|pregnan\w{2,3}|sober|sobriety|complications?|results|keep (?:it|the weight) off|outperform\w{0,3}|wrinkles?|(?:lose|lost|losing|shed|body) (?:\w+ )?weight|weight loss|(?:clients?|users?|customers?|patients|people|women|men|members|adults|participants|buyers) (?:who \w+ it )?(?:leave|left|walk|return|go home|get back|avoid|improve|recover|respond|see|saw|report(?:ed)?|notic(?:e|ed)|feel|felt|say|said|experienced?|lost|lose|kept|keep|agreed?|would recommend|recommend))\b/i;

const TEACHES = new Set<Claim['agent']>(['care', 'reader', 'disease', 'lifestyle', 'body', 'person', 'other']);
const PRICE_TALK = /\b(?:expensing|goodwill|machinery|medicaid|medicare|uninsured|insured|speak|spanish|bilingual|veterans|wait(?:ing)? (?:time|list|less)|answered|calls|parking|return(?:ed)? within|price|cost|fee|save|savings|discount|off|financing|deposit|insurance|coverage|copay|tuition|staff|employees|nurses are|providers are|certified|beds|seats|capacity|donat\w+|fundrais\w+|raised|goal|registered|enrolled|waitlist|tax|revenue|profit|market)\b/i;

function isLifestyle(claims: readonly Claim[]): boolean {
  return claims.some(({ agent }) => agent === 'lifestyle' || agent === 'disease');
}

function isHealth(sentence: Sentence): boolean {
  return sentence.terms.some(({ list }) => list === 'conditions' || list === 'symptoms' || list === 'body' || list === 'treatments' || list === 'supplements' || list === 'drugs');
}
