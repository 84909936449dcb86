import type { Block, Sentence } from '../../rule.ts';
import type { Lexicon } from '../lexicon.ts';
import { read } from './reading.ts';
import { isGivenName } from './speakers.ts';
import type { TestimonialDraft, TestimonialPage } from './testimonials.ts';
import { sift } from '../../match/sift.ts';
import { straight } from '../tokens.ts';

const ROLE_NOUN =
  'patient|client|customer|member|woman|man|mother|mom|mum|father|dad|teacher|runner|athlete|veteran|nurse|lady|gentleman|boy|girl|teen(?:ager)?|executive|retiree|grandmother|grandfather|student|dancer|golfer|cyclist|farmer|firefighter|lawyer|engineer|musician|toddler|baby|infant|child|couple|person|worker|driver|player|guest|resident|user|family|fellow|mechanic|accountant|professional|homemaker|carpenter|soldier|marathoner|swimmer|skier|hiker|gardener|grandma|grandpa|bride|groom|trucker|pilot|chef|singer|violinist|pianist|coach|welder|plumber|roofer|electrician|waiter|waitress|banker|sailor|pastor|librarian|secretary|hairdresser|baker|painter|potter|bartender|cashier|rancher|fisherman|machinist|builder|divorcee|widow|newlywed|realtor|hairstylist|stylist';
const PERSON = `(?:(?:[Aa]|[Oo]ne|[Oo]ur|[Tt]his|[Aa]nother|[Oo]ne of our|[Tt]he)\\s(?:[\\p{L}\\d-]{1,20}\\s){0,5}(?:${ROLE_NOUN})s?|\\d{1,3}[- ]year[- ]olds?(?:\\s\\p{L}{1,20}){0,4}|(?:Mr|Mrs|Ms|Miss)\\.?\\s\\p{Lu}[\\p{L}'\u2019-]{0,24}\\.?|Patient\\s\\p{Lu}[\\p{L}.]{0,15}|(?:[Mm]eet\\s)?\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]{1,20}(?:\\s\\p{Lu}[\\p{L}'\u2019-]{0,20}\\.?){0,2})`;
const PRESENTED =
  'came (?:to (?:us|me|our|the|see)|in\\b|into|here|back)|comes? (?:to (?:us|our)|in with)|walked (?:in|into)|was referred|visited (?:us|our|me)|arrived|presented with|had (?:been|suffered|struggled|tried|lived|battled|had|endured|lost|given up)|(?:has|have) (?:been|suffered|struggled|lived|lost|seen)|suffered|struggled|was (?:struggling|suffering|diagnosed|told|losing|unable|facing|in (?:pain|agony)|ready to|scheduled for|taking|living)|were (?:struggling|told|ready)|lived with|battled|sought|turned to|contacted (?:us|our)|booked|joined (?:us|our|the program)|started (?:with|our|on|taking|using|treatment|seeing)|began (?:with|our|taking|using|treatment|seeing)|signed up|underwent|received|completed|could(?:n\'t| not| barely| hardly)|complained of|tried (?:everything|every|our)|lost\\s\\d|used (?:our|to)|chose|found (?:us|our)|called (?:us|our)|is (?:living proof|now|proof|back)|thought|dreaded|missed';
const OPENING = sift(new RegExp(`(?:^|[.!?:]\\s|[\u2014\u2013]\\s)(${PERSON})(?:,[^,.!?]{1,60},|\\s\\([^)]{1,40}\\))?\\s(?:first\\s|recently\\s|originally\\s|finally\\s|also\\s)?(?:${PRESENTED})\\b`, 'u'));
const THIRD = /\b(?:she|he|they|her|his|him|their|now)\b/i;
const COLLECTIVE =
  sift(/\b(?:(?:our|my|many|most|countless|so many|these|happy|hundreds of|thousands of)\s(?:\p{L}+\s){0,3}(?:patients|clients|customers|users|members|guests|families|moms|mothers|women|men|people|couples|reviewers|subscribers|wearers)|(?:patients|clients|customers|users|members|people|reviewers|moms|mums|mothers|couples|parents|families))\s(?:\p{L}+\s){0,3}(?:tell(?:ing)? us|told us|tell(?:ing)? me|say|saying|rave|raving|swear(?: by| that)?|insist|write to us|wrote to us|love|report|describe|find|notice|share)\b|\b(?:patients|clients|people|members|women|men|customers|users)\s(?:in|on|at|of)\sour\s(?:program(?:me)?|clinic|care|plan|practice|studio)\b|\bresults? like \p{Lu}\p{Ll}+'s\b|\b(?:\d[\d,]*|thousands|hundreds|millions)(?: of)? (?:customers|patients|clients|women|men|people|users|buyers) can(?:'t|not) be wrong\b|\b(?:patient|client|person|couple|customer|member)\safter\s(?:patient|client|person|couple|customer|member)\b|\b(?:patients|clients|customers|people|everyone)\s(?:leaves?|walks? out|comes? out|goes? home)\b/iu);
/** What the advertiser is thanked for, or a time on the product or after the treatment. */
const CREDIT =
  sift(/\b(?:thanks to|because of|owes? (?:it|this|that|his|her|their)|with (?:our|the help of)|under our care|after (?:just |only |a |an |one |two |three |four |five |six |\d+ |his |her |their |our |starting |trying |using |taking |switching |seeing )|since (?:starting|joining|trying|using|taking|switching|seeing|his|her|their|our)|(?:days?|weeks?|months?|hours?|years?|fortnight) (?:after|on|of|into|later|with)|wore|wears|took|used|tried|uses|takes|swears by|credits|on our (?:program|plan)|in our (?:program|care|clinic|chair)|in (?:just |only )?(?:a|one|two|three) (?:single |short )?(?:visit|session|week|month|day|treatment|appointment|procedure)s?|(?:within|in) (?:\w+ )?(?:days|weeks|hours|months) of|a (?:few|couple of) (?:sessions?|visits?|weeks?|months?|doses?|bottles?))\b/i);
const ONE_BY_ROLE = sift(new RegExp(`(?:\\b(?:${ROLE_NOUN})s?|year[- ]olds?(?:\\s\\p{L}+)*)$`, 'iu'));
/** Somebody at the head of a clause, in front of a verb: "Mateo is", "the Okafors are", "Ines, 63, tossed". */
const SUBJECT = sift(new RegExp(`(?:^|(?:[,:;.!?\u2013\u2014]|\\band|\\bso)\\s)(${PERSON}|[Tt]he\\s\\p{Lu}\\p{Ll}{2,20}s)(,\\s(?:now\\s|age[d]?\\s)?\\d{1,2},|,\\s(?:an?|our|who|whose|once)\\s[^,.!?]{1,50},|\\s\\([^)]{1,40}\\))?\\s(?:\\p{Ll}{2,12}ly\\s|now\\s|just\\s|has\\s|have\\s|is\\s|are\\s)?(\\p{Ll}{2,14})\\b`, 'u'));
const VERB =
  /^(?:is|are|was|were|has|have|had|can|could|no|never|wears?|wore|took|takes?|used?|uses|tried|tries|went|goes|got|gets|lost|dropped|slept|sleeps?|walks?|walked|runs?|ran|tossed|ditched|threw|put|gave|feels?|felt|looks?|looked|stopped|quit|started|holds?|holding|swears?|swore|credits?|owes?|regained?|came|comes?|said|says?|beat|hasn't|haven't|doesn't|don't|didn't|finally|returned|kicked|cut|danced?|hiked?|played|plays|lives?|celebrated?|conceived|delivered|welcomed|smiles?|eats?|ate|hears?|heard|sees|saw|reads?|drives?|drove|coaching|sleeping|running|walking|dancing|living|eating|hearing|back|off|pain|down|free|expecting|pregnant|sober|in|cleared|healed|recovered|rode|rides|swims?|swam|climbed|finished|threw|sold|skipped|hung)$|\p{Ll}{2}(?:s|ed|ing)$/u;
const STAFF = sift(/\b(?:Dr\.?|MD|DO|DDS|DMD|DC|PhD|RN|NP|LMT|LAc|DPT|graduat\w+|residency|fellowship|board[- ]certified|licensed|joined (?:our team|the (?:practice|team|staff|clinic))|our (?:new )?(?:doctor|dentist|nurse|hygienist|therapist|provider|surgeon)|speciali[sz]es|practi[cs]es|practicing)\b/);
const NOT_NAMES = new Set(
  'The This That These Those It He She We They You I Our Your My In On At By For From After Before When While As If Because Although Since With Without Many Most Some All Each Every No Not But And Or So Then Now Here There Today Studies Research Patients People Women Men Children Doctors Dr Botox Acupuncture Treatment Medicine Science Scientists Researchers FDA Insurance Medicare Congress America Americans Everyone Someone Anyone Nobody Participants Subjects Symptoms Pain Surgery Therapy Covid What Who'.split(' '),
);

/** A case that the advertiser tells: a person comes with a complaint and leaves without it; or patients who "tell us" so. */
export function stories(page: TestimonialPage, block: Block, lexicon: Lexicon): TestimonialDraft | undefined {
  if (block.text.length > 6000) return undefined;
  if (block.kind === 'heading') return introduced(page, block, lexicon);
  return narrated(page, block, lexicon) ?? credited(page, block, lexicon) ?? collective(page, block, lexicon) ?? introduced(page, block, lexicon);
}

const NAMED = "\\p{Lu}\\p{Ll}[\\p{L}'\u2019-]{1,20}(?:\\s\\p{Lu}[\\p{L}'\u2019-]{0,20}\\.?){0,2}";
const AGED = `(?:\\d{1,3}|thirty|forty|fifty|sixty|seventy|eighty)(?:[- ]\\p{Ll}{3,5})?[- ]?years?[- ]old`;
/** Presents one person whose result follows: "Meet Carla.", "Brenda Hale, a 53-year-old mother of three, was one of them", "the story of a 48-year-old". */
const INTRODUCTION = sift(new RegExp(
  `(?:^|[.!?:]\\s)(?:(?:[Mm]eet|[Ii]ntroducing|[Cc]onsider|[Tt]ake|[Ll]et (?:me|us) (?:introduce|tell you about)|[Hh]ear from|[Jj]ust ask)\\s(?:the case of\\s)?(${NAMED})(?=[,.!:]|\\s(?:\\(|from|who|a\\b|an\\b|\\p{Ll}))|(${NAMED})(?:\\s(?:is|was))?,?\\s(?:an?\\s)?(?:\\p{Ll}+\\s){0,2}${AGED})|\\b(?:story|case|tale|account|journey) (?:of|about) (?:an?|one|our) (?:[\\p{L}\\d-]{1,20}\\s){0,5}(?:${ROLE_NOUN}|${AGED})\\b|\\b(?:an?|one|our)\\s(?:\\p{Ll}+\\s){0,2}${AGED}\\s(?:[\\p{Ll}-]{1,20}\\s){0,4}(?:named|called)\\s(${NAMED})|^\\W{0,3}(?:[Cc]ase (?:[Ss]tudy|[Rr]eport|[Hh]istory)|[Pp]atient (?:[Cc]ase|[Ss]tory))(?: \\d{1,3})?[:\u2013\u2014-]\\s.{0,40}\\b(?:${AGED}|${ROLE_NOUN})`,
  'u',
));
const CASE_REPORT = sift(/^\W{0,3}(?:case (?:study|report|history|file)|patient (?:case|story))\b/i);
/** Roles of people who work there, and of speakers of history. */
const NOT_A_CASE = sift(/\b(?:navigator|coordinator|manager|coach|assistant|technician|founder|owner|director|therapist|volunteer|professor|scientist|researcher|inventor|author|chaplain|teammate|intern|student|scholarship|donor|our (?:\p{L}+ )?(?:team|staff)|born in|died|graduated|elected|study|trial|journal)\b/iu);
/** As far as a story runs on under its opening. */
const FOLLOWS = 6;

/** The opening of a story whose result stands in the blocks under it. */
function introduced(page: TestimonialPage, block: Block, lexicon: Lexicon): TestimonialDraft | undefined {
  const text = straight(block.text);
  const opening = INTRODUCTION.exec(text);
  if (!opening || STAFF.test(text) || NOT_A_CASE.test(text)) return undefined;
  const name = (opening[1] ?? opening[2] ?? opening[3])?.split(/\s/)[0];
  if (name !== undefined && (NOT_NAMES.has(name) || (opening[1] !== undefined && !isGivenName(name, lexicon)))) return undefined;
  const start = opening.index + (opening[0].length - opening[0].replace(/^[.!?:]\s/, '').length);
  const sentence = page.sentencesOf(block).find((other) => other.end > start);
  if (!sentence || ['asked', 'myth', 'example', 'research', 'legal', 'reference'].some((frame) => sentence.frames.has(frame as 'asked'))) return undefined;
  const { last } = page.sectionOf(block);
  const report = CASE_REPORT.test(text);
  for (const next of page.document.blocks.slice(block.index, Math.min(block.index + FOLLOWS, block.kind === 'heading' ? Infinity : last) + 1)) {
    if (next.origin !== block.origin || (next.kind === 'heading' && next !== block)) continue;
    for (const other of page.sentencesOf(next)) {
      if (!report && !/^\W{0,3}(?:(?:[\p{L}\d-]+,? ){0,14}(?:she|he|they)\b|her\b|his\b)/iu.test(other.text) && !(name !== undefined && other.text.includes(name))) continue;
      const reading = read(next, other, [other], lexicon);
      if (reading.outcome !== undefined) return { blocks: [block], span: { start, end: Math.max(sentence.end, start + 1) }, voice: 'advertiser', form: 'story', outcome: true, confidence: 0.65 };
    }
  }
  return undefined;
}

function narrated(page: TestimonialPage, block: Block, lexicon: Lexicon): TestimonialDraft | undefined {
  const text = straight(block.text);
  const opening = OPENING.exec(text);
  const person = opening?.[1];
  if (!opening || person === undefined || STAFF.test(text)) return undefined;
  const named = /^(?:Meet\s)?\p{Lu}/u.test(person) && !/^(?:A|An|One|Our|This|Another|The|Mr|Mrs|Ms|Miss|Patient)\b/.test(person) ? person.replace(/^Meet\s/, '').split(/\s/)[0]! : undefined;
  if (named !== undefined && (NOT_NAMES.has(named) || !(isGivenName(named, lexicon) || /\b(?:she|he)\b/i.test(text)))) return undefined;
  const told = [block, page.after(block)].filter((next) => next !== undefined && next.kind !== 'heading' && next.origin === block.origin);
  for (const next of told) {
    const from = next === block ? opening.index : 0;
    const reading = read(next!, { start: from, end: next!.text.length }, page.sentencesOf(next!), lexicon);
    if (reading.outcome === undefined || !THIRD.test(next!.text)) continue;
    const start = opening.index + opening[0].indexOf(person);
    return {
      blocks: told.slice(0, told.indexOf(next) + 1).map((part) => part!), span: { start, end: next === block ? Math.max(reading.outcome.end, start + person.length) : block.text.length },
      voice: 'advertiser', form: 'story', outcome: true, confidence: named !== undefined ? 0.75 : 0.65, attribution: { block, start, end: start + person.length },
    };
  }
  return undefined;
}

/** One sentence that credits the advertiser with what became of somebody: "Two months on our plan and Mateo is running again." */
function credited(page: TestimonialPage, block: Block, lexicon: Lexicon): TestimonialDraft | undefined {
  for (const sentence of page.sentencesOf(block)) {
    if (sentence.text.length > 400 || !CREDIT.test(sentence.text) || STAFF.test(sentence.text.replace(/\bDr\.?\s/g, ''))) continue;
    if (['asked', 'myth', 'example', 'research', 'legal', 'reference'].some((frame) => sentence.frames.has(frame as 'asked'))) continue;
    for (const match of SUBJECT.all(straight(sentence.text))) {
      const person = match[1]!;
      if (!VERB.test(match[3]!) || !isSomebody(person, match[2], lexicon) && !isNameLike(sentence, match.index, person)) continue;
      const start = sentence.start + match.index + match[0].indexOf(person);
      const reading = read(block, sentence, [sentence], lexicon);
      if (reading.outcome === undefined || reading.person === 'singular') continue;
      return {
        blocks: [block], span: { start: sentence.start, end: sentence.end }, voice: 'advertiser', form: 'story', outcome: true,
        confidence: 0.65, attribution: { block, start, end: start + person.length },
      };
    }
  }
  return undefined;
}

/** A known given name, a name with an age, a family by its surname, or one person by a role. */
function isSomebody(person: string, aside: string | undefined, lexicon: Lexicon): boolean {
  if (/^[Tt]he\s\p{Lu}\p{Ll}+s$/u.test(person)) return !/s(?:tates|tudies)$/.test(person);
  if (/^(?:(?:an?|one|our|this|another|the)\s|\d)/i.test(person)) return ONE_BY_ROLE.test(person) && !/^(?:our|the)\s(?:\p{Ll}+s|patient|person|client|user|member|customer|child|baby|infant|family)$/iu.test(person);
  const first = person.replace(/^Meet\s/, '').split(/\s/)[0]!;
  if (NOT_NAMES.has(first)) return false;
  return isGivenName(first, lexicon) || (aside !== undefined && /\d/.test(aside)) || /^(?:Mr|Mrs|Ms|Miss)\b/.test(person);
}

/** A capitalised word that no vocabulary knows, in the middle of a sentence and in front of a verb. */
function isNameLike(sentence: Sentence, at: number, person: string): boolean {
  const start = sentence.start + sentence.text.indexOf(person, at);
  return at > 0 && /^\p{Lu}\p{Ll}+$/u.test(person) && !NOT_NAMES.has(person) && !sentence.terms.some((term) => term.start <= start && term.end > start);
}

function collective(page: TestimonialPage, block: Block, lexicon: Lexicon): TestimonialDraft | undefined {
  for (const sentence of page.sentencesOf(block)) {
    const match = COLLECTIVE.exec(straight(sentence.text));
    if (!match || sentence.frames.has('asked') || sentence.frames.has('myth') || sentence.frames.has('research')) continue;
    const own = /^(?:our|my|happy)\b|\b(?:tell(?:ing)? us|told us|tell(?:ing)? me|rave|raving|swear by|love|write to us|wrote to us|leaves?|walks? out|comes? out|goes? home)$|\bafter\b|\bour\b|\blike\b|wrong$/i.test(match[0]);
    if (!own) continue;
    const start = sentence.start + match.index;
    const reading = read(block, { start, end: sentence.end }, [sentence], lexicon);
    if (reading.outcome === undefined || page.framesAt(sentence, { start, end: start + 1 }).has('negated')) continue;
    return { blocks: [block], span: { start, end: sentence.end }, voice: 'advertiser', form: 'story', outcome: true, confidence: 0.65 };
  }
  return undefined;
}
