import type { Block, Clause, Frame, Sentence, Span, Term, Token } from '../rule.ts';
import { sift } from '../match/sift.ts';
import { FrameSet } from './frame-set.ts';
import { refuses } from './genre.ts';
import { isMentioned } from './told.ts';

/** Words that deny what follows them in their clause. Contractions with "n't" count too. */
const NEGATIONS = new Set(
  'not no never cannot without nor neither none nobody nothing hardly barely scarcely dont doesnt isnt arent cant wont wouldnt couldnt shouldnt didnt hasnt havent'.split(' '),
);
/** "not only", "no other", "never again": they promise rather than deny. */
const PSEUDO = [
  ['not', 'only'], ['not', 'just'], ['not', 'merely'], ['not', 'simply'], ['not', 'to', 'mention'], ['no', 'other'], ['no', 'more'], ['no', 'longer'], ['no', 'matter'],
  ['no', 'wonder'], ['no', 'doubt'], ['no', 'question'], ['never', 'again'], ['never', 'worry'], ['never', 'fails'], ['never', 'fail'], ['no', 'need'], ['no', '1'], ['no', 'one', 'else'],
  ['nothing', 'works'], ['nothing', 'else'], ['nothing', 'short'], ['nothing', 'beats'], ['nothing', 'compares'], ['nothing', 'but'], ['nothing', 'like'], ['nothing', 'comes'], ['nothing', 'to', 'lose'], ['nothing', 'less'], ['nothing', 'can', 'match'], ['nothing', 'matches'], ['nothing', 'artificial'], ["don't", 'just'], ["don't", 'wait'], ["don't", 'let'], ["don't", 'suffer'], ["don't", 'miss'], ["won't", 'believe'],
  ["can't", 'believe'], ["couldn't", 'believe'], ["can't", 'wait'], ["don't", 'settle'], ["don't", 'have', 'to'], ["doesn't", 'have', 'to'], ["isn't", 'just'], ["doesn't", 'just'], ['not', 'all', 'supplements'],
  ['without', 'surgery'], ['without', 'drugs'], ['without', 'medication'], ['without', 'needles'], ['without', 'pills'], ['without', 'side'], ['without', 'the', 'side'], ['without', 'harsh'], ['without', 'invasive'],
  ['without', 'prescription'], ['without', 'a', 'prescription'], ['without', 'downtime'], ['without', 'pain'], ['without', 'dieting'], ['without', 'diet'], ['without', 'exercise'], ['without', 'chemicals'],
  ['no', 'surgery'], ['no', 'drugs'], ['no', 'needles'], ['no', 'prescription'], ['no', 'side'], ['no', 'downtime'], ['no', 'pain'], ['no', 'pills'], ['no', 'chemicals'], ['no', 'harsh'],
  ["can't", 'fail'], ['cannot', 'fail'], ["can't", 'go'], ["won't", 'find'], ['not', 'your', 'average'],
];
/** How many words a negation reaches. */
const REACH = 9;

/** Governing verbs and nouns after which a negated phrase is still false: "no evidence that", "unable to". */
const DENIALS = new Set(['unable', 'fails', 'fail', 'failed', 'failing', 'failure', 'lack', 'lacks', 'lacking', 'unlikely', 'refuse', 'refuses', 'myth', 'unproven']);
const CONDITIONS = new Set(['if', 'when', 'whenever', 'unless', 'whether', 'until', 'should']);
const ADVICE = new Set(['should', 'must', 'ought', 'need', 'needs']);
const GOALS = new Set(['hope', 'hopes', 'hoping', 'goal', 'goals', 'aim', 'aims', 'mission', 'strive', 'aspire', 'vision', 'commitment', 'committed', 'dedicated']);

export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && (NEGATIONS.has(token.text) || token.text.endsWith("n't"));
}

/** Whether a negation word is one of the fixed expressions that promise ("not only", "no more", "without surgery"). */
export function isPseudoNegation(tokens: readonly Token[], at: number): boolean {
  return PSEUDO.some((words) => words.every((word, i) => tokens[at + i]?.text === word));
}

const SUBJECT_VERB = /^(?:is|are|was|were|can|could|will|would|does|do|has|have|had|may|might|should|lets|makes|works|cures?|treats?|prevents?|guarantees?|heals?|fits|exists?)$/;

function negatedAt(sentence: Sentence, clause: Clause, first: number): boolean {
  const { tokens } = sentence;
  // "No capsule of this kind has ever been shown, in any trial, to be …": it denies the clause however far it reaches.
  if (tokens[clause.first]?.text === 'no' && !isPseudoNegation(tokens, clause.first) && tokens.slice(clause.first + 2, Math.min(first + 1, clause.first + 10)).some((one) => /^(?:is|are|has|have|can|could|will)$/.test(one.text))) return true;
  for (let i = first - 1; i >= clause.first && first - i <= REACH; i--) {
    const token = tokens[i]!;
    if (DENIALS.has(token.text)) return true;
    // "Nothing will reverse ageing" denies; "Nothing clears skin like …" boasts.
    // So does "Nothing on our shelves stops a cold".
    if (token.text === 'nothing' && /^(?:will|can|could|has|on|in|we|here|you|sold|about)$/.test(tokens[i + 1]?.text ?? '') && !tokens.slice(first).some((one) => one.text === 'like')) return true;
    if (!isNegation(token)) continue;
    // "No pill lets you …": as the subject's determiner it denies the whole clause.
    if (token.text === 'no' && i === clause.first && tokens.slice(i + 2, Math.min(first + 1, i + 6)).some((one) => SUBJECT_VERB.test(one.text))) return true;
    // "more often than not"
    if (isPseudoNegation(tokens, i) || tokens[i - 1]?.text === 'than') continue;
    // "without" and "no" deny their own noun phrase only: "no drugs and fast relief".
    if ((token.text === 'without' || token.text === 'no') && (first - i > 7 || tokens.slice(i, first).some((t) => t.text === 'and' || t.text === ','))) continue;
    // A denial of its own says what it says: "It is not painful and has no downtime."
    if (isNegation(tokens[first]) && tokens.slice(i, first).some((t) => t.text === 'and' || t.text === ',')) continue;
    return true;
  }
  return false;
}

function clauseOf(sentence: Sentence, start: number): Clause {
  for (const clause of sentence.clauses) if (start < clause.end) return clause;
  return sentence.clauses.at(-1) ?? { first: 0, last: Math.max(0, sentence.tokens.length - 1), start: sentence.start, end: sentence.end };
}

/** Frames that hold at a place: the sentence's, and those whose cue governs the place inside its clause. `words` are the sentence's and those of the one behind, folded. */
export function framesAt(sentence: Sentence, span: Span, words?: { readonly folded: string; readonly next: string | undefined }): ReadonlySet<Frame> {
  let known: Place | undefined;
  const place = (): Place => (known ??= placeOf(sentence, span));
  return new FrameSet((frame) => {
    if (sentence.frames.has(frame)) return true;
    switch (frame) {
      case 'negated':
        return isNegatedAt(sentence, place());
      case 'myth':
        return words !== undefined && isMentioned(sentence, span, words.folded, words.next);
      case 'condition':
        return governs(sentence, place(), (word, first) => CONDITIONS.has(word) && (first || word !== 'should'));
      case 'advice':
        return governs(sentence, place(), (word, first) => ADVICE.has(word) && !(first && word === 'should'));
      case 'goal':
        return governs(sentence, place(), (word) => GOALS.has(word));
      default:
        return false;
    }
  });
}

/** A place in a sentence: its clause, and its first token. */
interface Place {
  readonly clause: Clause;
  readonly first: number;
}

function placeOf(sentence: Sentence, span: Span): Place {
  const clause = clauseOf(sentence, span.start);
  let { first } = clause;
  while (first < clause.last && sentence.tokens[first]!.end <= span.start) first++;
  return { clause, first };
}

function isNegatedAt(sentence: Sentence, { clause, first }: Place): boolean {
  if (negatedAt(sentence, clause, first)) return true;
  return sentence.terms.some((term) => {
    if (term.list !== 'certainty' || term.class !== 'negation') return false;
    if (term.data['scope'] === 'sentence') return true;
    return term.first >= clause.first && term.last < first && first - term.last <= REACH && !NEGATIONS.has(term.entry) && !isNegation(sentence.tokens[term.first]);
  });
}

/** Whether a word in front of the place in its clause is a cue. */
function governs({ tokens }: Sentence, { clause, first }: Place, isCue: (word: string, first: boolean) => boolean): boolean {
  for (let i = clause.first; i < first; i++) if (isCue(tokens[i]!.text, i === clause.first)) return true;
  return false;
}

const MYTH_LABEL = sift(/^(?:the )?(?:common )?(?:myth|fiction|false|misconception|red flag|warning sign|beware|don't say|do not say|never say|avoid(?=\s*(?:$|[:—–"“]| -|(?:saying|writing|claims?|claiming|phrases?|words?|language|terms|these|such)\b))|instead of(?=\s*(?:$|[:"“]|saying|writing))|wrong|not this|bad example|before \(non-compliant\)|non-compliant|prohibited|banned|rejected)\b/);
const MYTH_HEADING = sift(/\b(?:myths?|misconceptions?|red flags?|scams?|beware|fraud|what (?:we|not to) (?:never|say)|what (?:it|this) (?:won't|will not|can't|cannot|doesn't|does not) (?:promise|do|treat)|what it is not|words? to avoid|phrases? to avoid|do not (?:say|use|claim)|don'?t (?:say|use|claim)|never (?:say|claim|promise)|(?:what|things|claims|promises) we (?:also )?(?:won't|will not|don't|do not|refuse to) (?:tell|promise)|prohibited|banned (?:words|claims|phrases)|debunk(?:s|ed|ing)?|\bhype\b|non-?compliant|claims? to avoid|what to avoid saying|watch out for)\b/);
/** A list of sayings: each item in quotes, and above them what kind of words they are, rather than whose. */
const WHOLLY_QUOTED = /^["\u201c][^"\u201c\u201d]{2,160}["\u201d]\.?$/;
/** A line of wording that is ticked or crossed, or with a verdict on it behind. */
const JUDGED_WORDING =
  sift(/^[\u274c\u2717\u2718\u{1f6ab}\u2705\u2714\u2713]\ufe0f?\s*["\u201c][^"\u201c\u201d]{2,160}["\u201d]\.?$|^["\u201c][^"\u201c\u201d]{2,160}["\u201d]\.?\s*(?:[:(=-]|[\u2013\u2014\u2192]|->|is|was)\s*(?:rejected|not allowed|banned|disease claim|disapproved|flagged|removed|unsupported|unsubstantiated|too (?:salesy|vague|clinical|academic|strong)|implies|absolute|unrealistic|needs|no (?:study|source|evidence) on file|personal attributes|reads like|sounds like|overclaims?|overpromises?)\b/u);
const OF_WORDING = sift(/\b(?:phrases?|lines|wording|claims?|slogans?|statements?|headlines?|sayings|sales talk|pitch(?:es)?)\b/);
const OF_VOICES = sift(/\b(?:patients?|customers?|clients?|members?|readers?|families|reviewers?|reviews?|testimonials?|they (?:say|love)|people (?:say|are saying))\b/);
const LEGAL_HEADING = sift(/\b(?:terms (?:of|and)|privacy (?:policy|notice|practices)|disclaimers?|legal notice|cookie policy|refund policy|return policy|notice of privacy|accessibility statement|copyright|important safety information)\b/);
const LEGAL_TEXT =
  sift(/\b(?:(?:these|this) statements? (?:have|has) not been evaluated by|not intended to diagnose, treat, cure|for (?:informational|educational|information) purposes only|not (?:a substitute for|intended as) (?:professional )?medical advice|all rights reserved|terms and conditions|hold harmless|to the fullest extent permitted|warrant(?:y|ies),? express|limitation of liability|governing law|shall not be liable)\b/);
/** Under such a heading stand harms and the people who may be harmed, never what is promised. */
const RISK_HEADING =
  sift(/^(?:what are the )?(?:possible |potential |common |serious |known |other |main |the |more |important )*(?:risks?|side effects?|adverse (?:reactions?|events?|effects?)|complications?|warnings?|cautions?|precautions?|contraindications?|safety information|safety (?:and|&) (?:contraindications?|precautions?|risks?|side effects?|warnings?)|warnings and precautions)(?: (?:and|&|or) (?:\w+ )?(?:limits?|limitations|side effects?|complications?|precautions?|contraindications?|risks?|warnings?))?(?: (?:of|with|from|to|include|after|during|for|you)\b.{0,50})?\s?[?:.]?$|^(?:who|when)(?: people| someone)? (?:should(?: not|n't)|must(?: not|n't)|can(?:not|'t)|should (?:skip|wait|avoid|ask)) |^do not (?:use|take|have|start|wear)\b|^stop (?:use |using |and )|^when (?:to|should (?:i|you)|do i) (?:call|see|stop|seek)\b|^before (?:you (?:use|take|start)|taking|using)\b/);
const REFERENCE_HEADING = sift(/^(?:references?|sources?|bibliography|citations?|further reading|works cited|literature|footnotes|related (?:articles|links|posts)|where can i (?:learn|find) more|more information|learn more|scientific references|studies)\s*:?$/);
const REFERENCE_TEXT = sift(/\bet al\b|\bdoi\b|\bpmid\b|\b(?:19|20)\d\d;\s?\d+|\bj [a-z]+ [a-z]+\.\s|\bhttps?:\/\/\S*(?:pubmed|ncbi|doi\.org)/);
/** An entry of a list of sources by its look; copy that names its source in brackets, or that speaks to the reader, is none. */
const isReferenceText = (folded: string): boolean =>
  REFERENCE_TEXT.test(folded) && !/\b(?:we|our|ours|you|your)\b/.test(folded) && REFERENCE_TEXT.test(folded.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '));
const STYLE_GUIDE = sift(/\b(?:avoid (?:language|words|phrases|terms|saying)|do not (?:say|write|claim)|don'?t (?:say|write|claim)|never (?:say|write|claim)|instead of (?:saying|writing)|we (?:do not|don't|never) (?:say|claim|promise|guarantee))\b/);

/** What leaflets and labels warn of. Where a block does so twice, all of it is risk information. */
const CAUTION =
  sift(/\b(?:(?:do not|don't|should not|shouldn't|never) (?:use|take|give|drive|stop|mix|combine|exceed)|stop (?:use|using|taking|and (?:call|see|ask)|if)|(?:talk to|ask|tell|check with|call|see|speak (?:to|with)) (?:your|a|the) (?:doctor|pharmacist|clinician|provider|midwife|dentist|prescriber)|before (?:you )?(?:taking|using|take|use|start|starting)|(?:are|while|if) (?:pregnant|nursing|breastfeeding)|pregnant or (?:nursing|breastfeeding)|(?:can|may|might|could) (?:cause|make you|build up|interact|happen|occur|change how|get in the way)|(?:burns|rash(?:es)?|nausea|vomiting|dizziness|drowsiness|redness|bruising|swelling|headaches?|infection|bleeding) (?:is|are|can|may|and|or)|side effects|contraindicat\w+|pacemaker|kidney disease|blood thinners|keep out of reach|overdose|allergic|upper limit)\b/);

/** Above a list of signs and causes, which says what a sickness is like. */
const OF_SICKNESS =
  sift(/^(?:the |some |most |other |many |its |their )*(?:common |typical |early |main |usual |possible |frequent |key |classic |known )*(?:symptoms?|signs|causes|triggers|risk factors|warning signs|complications|side effects)(?: (?:and|or|&) (?:symptoms?|signs|causes|triggers|risk factors|complications))?(?: (?:of|for|in|from|to watch for)\b[^?!]{1,60})?(?:,? (?:can |may |often |commonly |usually )?(?:include|includes|are|be|vary|range)\b[^?!]{0,40})?\s?:?$/);

/** Where a block stands, all of it folded. */
export interface BlockPlace {
  readonly folded: string;
  /** The two headings nearest above. */
  readonly headings: readonly string[];
  /** What stands above the list that it belongs to. */
  readonly intro: () => string | undefined;
  /** It is an entry of a list of sources, or the heading over one. */
  readonly isReference: boolean;
}

/** Whether a block gives a frame to all of its sentences, by where it stands and what it is labelled. */
export function framesBlock(frame: Frame, block: Block, place: BlockPlace): boolean {
  const { folded } = place;
  switch (frame) {
    case 'myth':
      if (MYTH_LABEL.test(folded) || (block.kind === 'heading' && MYTH_HEADING.test(folded))) return true;
      if (JUDGED_WORDING.test(folded) || refuses(place.headings[0] ?? '')) return true;
      if ((block.list !== undefined || block.quoted || WHOLLY_QUOTED.test(folded)) && refuses(place.intro() ?? '')) return true;
      if (WHOLLY_QUOTED.test(folded) && [place.headings[0] ?? '', place.intro() ?? ''].some((above) => OF_WORDING.test(above) && !OF_VOICES.test(above))) return true;
      if (block.table && (MYTH_LABEL.test(block.table.header.toLowerCase()) || MYTH_LABEL.test(block.table.rowHeader.toLowerCase()) || refuses(block.table.header.toLowerCase()))) return true;
      return place.headings.some((heading) => MYTH_HEADING.test(heading));
    case 'legal':
      return LEGAL_TEXT.test(folded) || place.headings.some((heading) => LEGAL_HEADING.test(heading));
    case 'reference':
      if (place.isReference || block.kind === 'footnote' || isReferenceText(folded)) return true;
      return block.kind !== 'heading' && place.headings.some((heading) => REFERENCE_HEADING.test(heading));
    case 'risk':
      if (isOfSickness(place) || (new Set(CAUTION.all(folded).map(([words]) => words)).size >= 3 && !RISK_AS_BENEFIT.test(folded))) return true;
      return block.kind !== 'heading' && !SPEAKS_OF_OWN.test(folded) && place.headings.some((heading) => RISK_HEADING.test(heading));
    case 'definition':
      return isOfSickness(place);
    case 'example':
      return STYLE_GUIDE.test(folded);
    case 'nav':
      return block.region === 'nav';
    default:
      return false;
  }
}

const isOfSickness = ({ intro }: BlockPlace): boolean => {
  const above = intro() ?? '';
  return OF_SICKNESS.test(above) || (LEADS_TO.test(above) && OF_HARM.test(above) && !SPEAKS_OF_OWN.test(above));
};
/** "The excess glucose is stored as fat, resulting in:": what comes of something bad. */
const LEADS_TO = sift(/\b(?:result(?:s|ing)? in|lead(?:s|ing)? to|caus(?:e|es|ing)|(?:you|they) (?:may|might|could|will|can) (?:notice|experience|feel|suffer|develop)|(?:increases?|raises?) (?:the |your )?risk of|linked to|associated with|blamed for|contributes? to|trigger(?:s|ing)?)(?: \w+){0,3}\s?[:\u2014\u2013-]\s?$/);
const OF_HARM = sift(/\b(?:excess|too (?:much|little|many|few)|lack|low|poor|deficien\w+|imbalances?|untreated|toxins?|stress|inflamm\w+|aging|ageing|high|spikes?|bad|unhealthy|processed|sugar|smoking|alcohol|overload|damage[ds]?|stored as fat|obesity|overweight|dehydrat\w+|sedentary|disease|infection|disorder|condition|blocked|clogged|hormonal|chronic|without)\b/);

const WARNING = sift(/^(?:(?:scam|fraud|phishing|security|safety|consumer|recall|phone) (?:warning|alert|notice)s?\b|(?:beware|be (?:wary|careful|cautious|skeptical|sceptical)|watch out|avoid (?:anyone|clinics|products|any|companies)|steer clear|don't (?:fall for|be fooled)|do not (?:fall for|trust)|be suspicious|report (?:anyone|any))\b)/);
const FALSE_CLAIM =
  sift(/\b(?:claims? (?:that|to)|(?:product|pill|supplement|clinic|company|device|person|anyone)s? (?:that|who|which) (?:claims?|promises?)|claiming|promis(?:es|ing)|products that|anyone who|clinics? that|companies that|advertis(?:ed|ing) as|marketed as|touted as)\b.{0,160}\b(?:false|untrue|misleading|unproven|scams?|fraud(?:ulent)?|red flags?|illegal|too good to be true|dangerous|beware|wary|not true|no evidence|not supported|unsupported|not backed by|(?:not|n't|never) been (?:shown|proven|proved|tested)|skepticism|scepticism|unfounded|be skeptical)\b|\b(?:wary|beware|skeptical|sceptical|suspicious|cautious) of\b|\bred flags?\b|\bit(?:'s| is) a myth\b|\bis a (?:common )?(?:myth|misconception)\b|\bsnake oil\b|\bhealth fraud\b|\b(?:scammers?|con artists?|charlatans?|swindlers?)\b|\bmake you suspicious\b|\btoo good to be true\b/);
/** What others say somewhere: "you have seen the videos that call it a cure". */
const HEARSAY =
  sift(/\b(?:videos?|ads?|adverts?|posts?|influencers?|websites?|web pages?|labels|sellers|tiktok|social media|the internet|headlines|blogs?|memes?|forums?|products|pills|supplements|serums|lounges|brands|companies|gummies|ingredients|compounds|makers|marketers) (?:(?:that|which|who|will|may|often|like to) ){0,2}(?:call|calls|calling|claim|claims|claiming|promise|promises|promising|say|says|saying|tell|tells|telling|swear|swears|tout|touts|hype)\b|\bhaving (?:read|heard|been told) that\b|\b(?:the|their|its) (?:sales )?pitch (?:is|goes|sounds|runs)\b|\b(?:marketed|pitched) as\b|\b(?:is|are|was|were|been|being) (?:often |long |once |also |widely |sometimes |heavily )?(?:sold|advertised|peddled|hawked|hailed|hyped|pushed|passed off) as\b|\b(?:the notion that|the hype|a vague promise|claims ranging from)\b|\b(?:each|every|most|these|those|other|some|many) (?:compan(?:y|ies)|brands?|makers?|sellers?|websites?|sites?|products?|labels?|ads?|marketers?) (?:boasts?|brags?|advertises?|trumpets?|touts?)\b|\b(?:proponents|promoters|advocates|enthusiasts|devotees|marketers|merchants|manufacturers|advertisements|infomercials?) (?:[\w-]+ ){0,4}?(?:promotes?|recommend|say|says|suggest|suggests|claim|claims|believe|argue|insist|maintain|assert|swear|tout|promise|promised)\b|\b(?:is|are|was|were|been|being|it's|they're|often|heavily|widely) promoted (?:as|for)\b|\b(?:products|supplements|pills|teas?|creams?|oils?|burners|gummies|patches|drops|brands|sellers|they|some|others|makers) also claims?\b(?! (?:to be )?(?:the|a|an) (?:title|prize|award))|\b(?:has|have) been (?:praised|hailed|hyped) (?:for|as)\b[^.]*\bbut\b|\b(?:the|this|their|its|most) (?:[\w-]+ ){0,3}claim,? (?:which|that) suggests\b|\b(?:promised|claimed) to (?:melt|burn|cure|heal|fix|erase|reverse|shed|banish|end|detox|flush|boost|change)\b|\b(?:the )?(?:marketing|sales) (?:was|is|copy|pitch|promise|talk|hype)\b/);
/** Of wonders that are not to be had: "everyone wants a magic pill", "there is no miracle cream", "if there was truly a pill". */
const NO_WONDER = sift(/\b(?:everyone|everybody|we all|people|who (?:does|would)n't) wants? (?:a|an|the|some) (?:magic|miracle|quick|easy|instant)|\b(?:there (?:is|are|was|were)(?:n't|\s?not| no| never)|there's no|no such thing as|(?:is|are|was|were)(?:n't| not| no| never)|not|never|any) (?:\w+ ){0,3}?(?:magic(?:al)?|miracles?|wonder|silver|cure-?all|panacea|quick)\b(?! (?:needed|required|number))(?![^.]*(?:\b(?:but|yet|just|simply|however|though)\b|\bit(?:'s| is)\b|[;\u2014]))|\bif (?:there|it) (?:is|was|were|really|truly) (?:\w+ ){0,2}(?:a|an|any) (?:magic|miracle|pill|cure|product)\b|\bthis or that (?:miracle|magic|wonder|pill|product)|\b(?:fell|falling|fall) for (?:the|a|another|every)\b|\b(?:figured|thought|believed|hoped|convinced) (?:\w+ ){0,3}?["“']?(?:magic|miracle|wonder)\b|\bso-called ["“']?(?:miracle|magic|natural|wonder|cure)/);
/** Of what nobody has: "a cure remains out of reach", "there is no such thing as a safe tan". */
const NOT_TO_BE_HAD =
  sift(/\b(?:cures?|vaccines?|remed(?:y|ies)|treatments?|breakthroughs?|fix) (?:for [^.;,]{2,40} )?(?:(?:still|sadly|so far) )?(?:remains?|is|are|stays?) (?:(?:still|sadly|as yet|so far) )?(?:out of (?:our |medicine's )?reach|beyond (?:our |medicine's )?reach|elusive|(?:years|decades|a (?:long|good) way) (?:off|away)|a (?:distant )?(?:hope|dream)|yet to (?:be found|come)|unknown|undiscovered)\b|\b(?:there (?:is|are|'s)|there's) (?:still |as yet |sadly |really |simply )?no (?:known |real |proven )?(?:cure|vaccine)\b|\b(?:has|have) (?:still |as yet )?no (?:known )?cure\b|\bno such thing as (?:an? |the )?(?!(?:hopeless|lost|incurable|untreatable|too|never|bad candidate)\b)/);
/** "We'd love to tell you it never comes back", "I wish I could promise": what is said to be wanted is not so. */
const REGRETS =
  sift(/\b(?:we|i)(?:'d| would) (?:love|like|be glad|be happy|give a lot) to (?:be able to )?(?:tell you|say|promise|claim|report|guarantee)(?: you)?,? (?!how\b|about\b|more\b|why\b|what\b|where\b|hello\b|thank|yes\b|hi\b|a little\b|our story\b)|\b(?:we|i) (?:only )?wish (?:we|i) (?:could|had|were)\b|\bif only (?:we|it|there|that)\b|\bit would be (?:nice|easy|lovely|tempting) to (?:say|claim|promise|tell|think|believe)\b/);
const RESEARCH =
  sift(/\b(?:researchers? (?:are|is|have begun|hope|want|plan)|scientists (?:are|hope)|are (?:studying|investigating|testing)|is (?:being|under) (?:studied|tested|investigat\w+)|being (?:studied|tested|investigated)|to (?:see|find out|learn|determine|test) (?:if|whether)|aims? to (?:test|determine|assess|evaluate)|enroll(?:ing|ment)|recruiting|(?<!(?:shown|proven|proved|demonstrated|found|tested|confirmed|studied) (?:in|by) (?:[\w-]{1,14} ){0,3})clinical trials? (?:is|are|to|of|testing)|ha(?:s|ve) (?:only )?been studied (?:for|in|as)|(?:results|findings|studies) (?:are|have been|were) mixed|more (?:research|studies) (?:is|are) needed|not (?:yet )?(?:known|clear))\b/);
/** "There is little evidence that …", "but the evidence is mixed", "how it works is unclear": weighed, and found wanting. */
const WEIGHED =
  sift(/\b(?:(?:evidence|results|findings|proof|stud(?:y|ies)|trials|research)\b[^.;:]{0,60}? (?:is|are|was|were|remains?|have been|has been) (?:still |often |only |mostly |all |rather |too )?(?:modest|limited|weak|mixed|small(?! and (?:consistent|promising))|thin|sparse|preliminary|scarce|scant|poor|unclear|uncertain|conflicting|inconsistent|inconclusive|lacking|not (?:consistent|strong|clear|conclusive))|(?:little|limited|weak|mixed|scant|low[- ]quality|insufficient|conflicting|not enough|too little|no (?:good|clear|strong|reliable|clear-cut)) (?:evidence|proof) (?:that|for|to|on|of)|(?:little|limited|scant|insufficient|not much|not enough|no|scarce) (?:solid |hard |real |good )?(?:medical|scientific|clinical|human) (?:evidence|proof|data|research)|(?:research|science|evidence|stud(?:y|ies)|trials) (?:[\w-]+ ){0,8}(?:is|are|remains?) (?:still |only )?(?:at|in) (?:an? |its |their |the )?(?:very )?(?:preliminary|early|infancy|exploratory|initial)|(?:evidence|research|science) (?:is|remains) (?:still )?(?:evolving|developing|unsettled|debated)|^(?:how|whether|why) [^,]{3,60} (?:is|are) (?:still )?(?:unclear|uncertain|not (?:fully |yet )?(?:clear|known|understood)))\b/);
/** A promise with a regret behind it stays one: "It cures arthritis, but the trials were small". */
const STATED_FIRST = sift(/^[^,;:]{0,120}\b(?:cures|treats|heals|reverses|prevents|eliminates|destroys|kills|stops|ends|relieves|regrows|restores)\b[^,;:]{0,80}, (?:but|although|though|even (?:if|though)|while)\b/);
const REPORTED = sift(/\b(?:according to|reported that|found that|concluded that|suggests? that|have (?:found|shown) that|recommends? (?:that|against))\b/);
/** "is said to", "many believe": what nobody stands for. */
const HEARSAY_OF_NOBODY =
  sift(/\b(?:is|are|was|were|been|be) (?:also |often |widely |commonly |generally |sometimes |traditionally |long )?(?:said|thought|believed|reputed|rumou?red|purported|supposed|claimed|alleged|assumed) to\b|\bit (?:is|has been|was|'s) (?:also |often |widely |commonly |generally |sometimes |traditionally |long )?(?:said|thought|believed|claimed|assumed|alleged|suggested|hoped) that\b|\b(?:generally|often|usually|commonly|typically|each|all|that|which|products|supplements|devices|brands|makers|sellers|manufacturers|companies) claim(?:s|ing)? to\b|\b(?:promise|promises|claim|claims|claiming) to\b(?=[^.]*\b(?:but|however|are they|do they|does it)\b)|\b(?:reportedly|allegedly|supposedly|purportedly|so-called|nicknamed)\b|\b(?:purported|supposed|alleged|rumou?red) (?:health |medical |healing )?(?:benefits?|effects?|properties|powers?|claims?|advantages|uses?)\b|^(?:the|its|one|their) (?:theory|notion|belief) (?:is|goes|was|being)\b|\b(?:is|are|has been|have been) (?:also |often |widely |commonly |frequently |sometimes |occasionally |regularly |increasingly )?(?:discussed|mentioned|talked about|written about|explored|debated) (?:for|in|as|by|among|within)\b|\b(?:tout(?:ed|ing)|hyped|billed) (?:as|its|their|it|for)\b|\b(?:some|many) (?:people |users |experts |manufacturers |makers |sellers |fans |proponents |advocates |practitioners )?(?:say|believe|claim|think|argue|swear)\b/);
const INSTRUCTION =
  sift(/^(?:please |always |then |first |next |also )?(?:ask|call|tell|talk|speak|see|contact|visit your|take|use (?:a|an|the|only|this medicine|it exactly)|apply|wash|eat|drink|keep|store|wear|stop|follow|check|consult|try|avoid|get (?:emergency|medical|help|vaccinated|tested|screened)|seek|do not|don't|never|limit|rest|remember|make sure|be sure|read|learn|find out|click|swallow|shake)\b/);
/** "For an overdose, call Poison Help": where to turn. */
const FOR_HELP = sift(/^(?:for|in case of|in|with|after|if you (?:have|suspect|think)) [^,.;]{3,80}, (?:please |always |first )?(?:call (?!us now|now|today)|dial|phone|see (?:a|an|your)|ask (?:a|an|your)|tell (?:a|an|your)|contact (?:a|an|your|poison)|talk (?:to|with) (?:a|an|your)|go to (?:the|an|your)|text (?:"?\d|home)|seek)\b/);
/** "To get rid of dust mites, wash bedding weekly": nobody sells that. */
const HOUSEWORK = sift(/^to [^,]{3,80}, (?:first |also |always |regularly |then )?(?:wash|vacuum|launder|dust|mop|scrub|wipe|boil|freeze|ventilate|discard|comb|trim|rinse|hang|empty|seal|air out|throw (?:out|away)) (?!.*\b(?:drops?|serums?|oils?|creams?|formulas?|sprays?|solutions?|supplements?|kits?|products?|remed(?:y|ies))\b)/);
/** "Take two capsules to …", "Try our …": an instruction to use what is sold is part of the pitch. */
const PITCH = sift(/^(?:please |just |simply |then )?(?:take|use|apply|try|drink|add|wear|rub|spray|swallow|get)\b.{0,60}\b(?:our|capsules?|tablets?|drops?|gumm(?:y|ies)|supplements?|tinctures?|creams?|oil|serum|formula|patch|device|teas?|powder|spray|scoops?|softgels?|pills?|product)\b/);
/** "Strep is cured with ten days of penicillin", "Most warts go away on their own": what every textbook says of infections, small injuries and their courses. */
const TEXTBOOK =
  sift(/\b(?:tuberculosis|tb|syphilis|gonorrhea|chlamydia|trich(?:omoniasis)?|strep(?: throat)?|hepatitis c|hep c|malaria|h\.? pylori|scabies|(?:head )?lice|pinworms?|ringworm|impetigo|giardia|lyme disease|pneumonia|leprosy|cholera|typhoid|whooping cough|scurvy|rickets|ear infections?|(?:bladder|urinary tract|yeast|skin|sinus) infections?|utis?|(?:testicular|thyroid|skin|basal cell|childhood|early) (?:cancers?|leukemias?)|(?:many|most|some) (?:cancers|infections)) (?:(?:is|are|can (?:often |usually |almost always )?be|may be) (?:now |usually |often |almost always |nearly always |completely |highly |very |easily )*(?:curable|cured|treatable|treated|cleared)\b)(?! (?:naturally|without|at home|instantly|forever|permanently|overnight|by our|with our|here))|\b(?:most|many|some|nearly all|almost all|usually|often|typically|generally|commonly)\b[^.;!]{0,60} (?:go(?:es)? away|clears? up|clears?|heals?|disappears?|resolves?|passes|pass|fades?|gets? better|improves?|settles?|mends?)(?: up| down)? (?:(?:fully|completely|well) )?(?:on (?:its|their) own|by (?:itself|themselves)|without (?:any )?(?:treatment|antibiotics|surgery|medicine)|(?:with(?:in|out)? )?(?:in|within|over|after) (?:a |an |one |two |three |four |five |six |eight |ten |twelve |\d|several|some|about))/);
const TREATMENT_TALK =
  sift(/\bclears? (?:it|any|every|each|all|new|this|these|your) (?:[\w-]+ ){0,6}?with (?:your|the|a|their|his|her)\b|\bit(?:'s| is) (?:also |always |usually |often )?(?:wise|essential|advisable|sensible|worth|important|best|a good idea) to\b|^to [^,]{3,70}, (?:you|one|people|we) (?:(?:will |may |also )?(?:need|have|must|should)) (?:to )?(?:be|see|eat|avoid|drink|exercise|combine|follow|talk|ask|consult|keep|make|stop|cut)\b|\b(?:treatment (?:may|might|can|usually|often|depends|options?|includes?)|treatments? (?:include|available|may|can)|treated with|(?:is|are) (?:usually|often|sometimes|commonly) (?:treated|used|given|prescribed)|may be (?:used|treated|given|prescribed|needed|recommended)|depends? on|types? of (?:treatment|surgery|therapy)|\b(?:tell|check with) (?:the|your|any|every|a) (?:doctor|provider|prescriber|pharmacist)\b|(?<!before |than )(?:your|a|the) (?:doctor|provider|health care provider|healthcare provider|dentist|pharmacist) (?:may|might|will|can|could|should))\b/);
/** Talk of people, doctors and courses of illness in general, by nobody who says "we" (rule catalogue, exemptions.edu). */
const EDUCATION =
  sift(/\b(?:(?:some|most|many|few|certain|other) (?:people|patients|women|men|children|adults|babies|cases|types|drugs|medicines|treatments|conditions|doctors|symptoms)|usually|often|sometimes|generally|typically|rarely|occasionally|in (?:some|most|many|rare) cases|(?:your|the|a|their|his|her|child's) (?:doctor|gp|provider|health care provider|healthcare provider|pharmacist|midwife|specialist|surgeon|health care team|care team)|the patients?|a patient's|although|even if|if (?:your|it|they|the|this)|may be (?:given|used|needed|prescribed|recommended|able)|diagnosed with|(?:is|are) treated|(?:it's|it is) (?:important|best|better|possible|common|not)|depends? on|depending on|hospital stay|blood test|more serious)\b/);
const SPEAKS_FOR_ITSELF = sift(/\b(?:we|our|ours|us|we're|we've|we'll|i|i'm|i've|my|me)\b|!/);
/** Money, law and machines: "100% relief" from a tax is no health result. */
const OFF_TOPIC =
  sift(/\b(?:(?:grief|bereavement|mourning) (?:groups?|circles?|support|walks?|camps?|counsel\w*|services?|meetings?|workshops?|retreats?)|tax(?:es|able|ation)?|pensions?|hmrc|irs|vat|mortgages?|dividends?|shareholders?|invoices?|payroll|accountants?|accounting|allowances?|capital gains|stamp duty|inheritance|interest rates?|annuit(?:y|ies)|actuarial|profits?|goodwill|incorporat\w+|limited company|partnership agreement|repositor(?:y|ies)|api|endpoint|database|server|localhost|deployment|pull request|software licen[cs]e|warrant(?:y|ies) of merchantability)\b/);
const ELIGIBILITY = sift(/\b(?:you may (?:be eligible|qualify)|eligib\w+|qualif(?:y|ies)|who (?:can|should) (?:get|have|take|use)|covers?|covered|coverage|copayments?|deductibles?|candidates?)\b/);
const DEFINITION = sift(/^(?:[\w'’ ()-]{1,60}) (?:is|are) (?:a|an|the|one of|when|caused|also called|known as)\b/);
/** "TENS is short for …", "Inversion means being …": what a word says, and what the sentence after it goes on to say. */
const NAMING = sift(/^(?!(?:our|we|this|it|that|these) )[\w'’ ()-]{1,60}? (?:(?:is|are) (?:short for|(?:the |a )?(?:names?|terms?|words?) (?:for|of|given)|defined as)|stands? for|refers? to|means? (?:being|having|using|changing|combining|putting|taking|making|doing|when|a|an))\b/);
/** The subject of a sentence that goes on about the thing named in the one before. */
const GOES_ON = /^(?:it|they|this|these)\b/;
/** "How to cure candida: the full guide" promises all the same. */
const CURES = /\b(?:cur(?:e|es|ing)|heal(?:s|ing)?|revers(?:e|ing)|eliminat(?:e|ing)|get rid|beat|defeat|miracle)\b/;
/** The title of a list of other people's goods: "The 7 best serums for dark spots", "Top oils to keep colds away". */
const BEST_OF = sift(/^\W{0,2}(?:the |our |my )?(?:(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (?:of the )?(?:very )?(?:best|top|greatest|favou?rite)|(?:top|best) (?:\d{1,3}|three|five|seven|ten|picks|rated)|(?:the )?best|top)(?!-)(?: [\w'’&-]+){0,4} (?:serums|creams|moisturi[sz]ers|lotions|cleansers|sunscreens|shampoos|products|brands|supplements|vitamins|probiotics|gummies|capsules|pills|tablets|powders|drops|tinctures|oils|blends|teas|herbs|remedies|balms|salves|soaps|toothpastes|foods|drinks|juices|mushrooms|extracts|nootropics|adaptogens|burners|boosters|patches|sprays|devices|gadgets|machines|masks|lamps|lights|pillows|mattresses|braces|insoles|massagers|monitors|trackers|watches|apps|kits|tests|caps|helmets|bracelets|aids|medications|medicines|books|podcasts|blogs)(?: (?:for|to|of|in|on|you|we|that|according|worth|right|this|under)\b[^.!]{0,70}|:[^.!]{0,60}|,? ?\(?(?:19|20)\d\d\)?| reviews?| reviewed| (?:ranked|tested|compared))?\s*$/);
/** "How laser caps work", "Laser caps: the facts" name a topic, as a question would. */
const TOPIC = sift(/^about (?!us\b|our\b)|^(?:\d+ |common )?faqs? (?:about|on)\b|^(?:these are |here are |our |\d+ |some |the |top |more )*(?:tips|ways|advice|steps|ideas) (?:to|for|on) (?:look after|care for|live with|cope with|deal with|manage|choose|use|take|buy|store)\b|^how to (?:choose|pick|buy|use|take|look after|care for|live with|cope with|deal with|support|store|make|read|talk|improve)\b|: (?:how to (?:choose|pick|buy|use|take)\b.{0,60}|(?:an? |the |your |our )?(?:[\w'’-]+ ){0,3}(?:guide|overview|review)(?: (?:to|for|of)\b.{0,40})?)\s*$|^how (?:do |does |the |an? )?[\w'’ -]{3,60} works?\s*[?:]?$|^how to (?:successfully |naturally |safely |gently )?(?:overcome|help|ease|soothe|calm|prevent|avoid|manage|handle|tame)\b[^.!:]{0,80}$|: (?:the (?:facts|truth|differences?|basics|pros and cons|evidence)|an? (?:[\w'’-]+ ){0,3}(?:guide|overview|introduction|primer|comparison|review)|pros and cons|what (?:you need to|to|you should) know\b.{0,30}|(?:benefits(?:, ?| and | & ))?risks(?:(?:,| and| &) [\w ,&]{3,30})?|explained|myths (?:and|vs\.?|or|&) facts?|facts? (?:and|vs\.?|or|&) (?:myths?|fiction))\s*[.:]?$/);
const RISK =
  sift(/\b(?:side effects?|adverse (?:events?|effects?|reactions?)|risks? (?:of|include)|complications?|can (?:cause|lead to|result in|bring on|set off)|may (?:cause|bring on|set off|lead to|result in)|could (?:cause|lead to)|risk factors?|increases? (?:the |your )?risk|more likely to|warning signs?|interact(?:s|ions?)? with|work(?:s|ing)? less well|^(?:[a-z]+ )?(?:warnings?|cautions?|precautions?|safety note):|(?:do not|don't|should not|shouldn't) (?:take|use) (?:it|this|them|these|the product)?\s?(?:if|while|with|when|during)|interfer(?:es?|ing) with|(?:less|not as) effective|increases? the effects? of|stopping .{1,40} suddenly|mak(?:e|es|ing) .{1,40} worse|contraindicat\w+|allergic reactions?|(?:can|may|could|might) (?:trigger|harm|damage|worsen)|lowers? the ability|(?:was|were) (?:each )?(?:reported|observed|seen) (?:by|in) (?:fewer|less|more|about|up|\d)|regain(?:s|ed|ing)?\b|do not use if|ha(?:s|ve) been reported|(?:share|number|percent|%|few|some) of (?:men|women|people|patients|users|adults) (?:report|reported|had|get|got|develop)|dangerous (?:with|together|when|if|for)|seek (?:immediate |emergency )?medical)\b/);

/** "cuts the risk of", "no side effects": a benefit in the words of risk. */
const RISK_AS_BENEFIT =
  sift(/\b(?:(?:reduc|lower|cut|decreas|lessen|minimi|slash|halv|avoid|no|zero|free|fewer|less|eliminat)\w{0,5}\W{1,3}(?:[\w'-]{1,20}\W{1,3}){0,5}(?:risks?|side effects?|adverse|complications?|cause|causing)|without\W{1,3}(?:[\w'-]{1,20}\W{1,3}){0,2}(?:risks?|side effects?|adverse|complications?|causing))\b/);

/** Whether a sentence has a frame by its own words. */
export function framesItself(frame: Frame, folded: string): boolean {
  switch (frame) {
    case 'asked':
      return /\?["'\u201d\u2019)\]]*\s*$/.test(folded) || ((TOPIC.test(folded) || BEST_OF.test(folded)) && !CURES.test(folded));
    case 'warning':
      return WARNING.test(folded) || FALSE_CLAIM.test(folded) || HEARSAY.test(folded) || NO_WONDER.test(folded) || NOT_TO_BE_HAD.test(folded) || REGRETS.test(folded);
    case 'research':
      return RESEARCH.test(folded) || (WEIGHED.test(folded) && !SPEAKS_FOR_ITSELF.test(folded) && !STATED_FIRST.test(folded));
    case 'reported':
      return REPORTED.test(folded);
    case 'hearsay':
      return HEARSAY_OF_NOBODY.test(folded);
    case 'instruction':
      return (INSTRUCTION.test(folded) && !PITCH.test(folded)) || FOR_HELP.test(folded) || (HOUSEWORK.test(folded) && !SPEAKS_OF_OWN.test(folded));
    case 'advice':
      return TREATMENT_TALK.test(folded) || (TEXTBOOK.test(folded) && !SPEAKS_FOR_ITSELF.test(folded));
    case 'education':
      return EDUCATION.test(folded) && !SPEAKS_FOR_ITSELF.test(folded);
    case 'off-topic':
      return OFF_TOPIC.test(folded);
    case 'eligibility':
      return ELIGIBILITY.test(folded);
    case 'definition':
      return DEFINITION.test(folded) || NAMING.test(folded);
    case 'risk':
      return RISK.test(folded) && !RISK_AS_BENEFIT.test(folded);
    default:
      return false;
  }
}

/** "It doesn't.", "That is not so": of the sentence before. */
const DENIES_LAST =
  sift(/^["'\u201c\u2018(]?(?:no|nope|wrong|false|not true|not so|untrue|neither is true|neither does)\s?[.,;:!\u2014-]|^(?:it|they|that|this|these|those|he|she|we)(?:'s|'re| is| are| was| were| do| does| did| has| have| can| will)?(?:n't|\s?not)(?: (?:so|true|the case|how (?:it|this|that) works|what (?:it|we|they) (?:is|do|does)))?\s?[.;!:\u2014]|^(?:it|they|that|this|these|those|some) (?:sometimes|often|usually|occasionally|can|may|might|still|do|does) (?:do|does|can|is|are|will|happen|happens|come back|return|fail|hurt)\s?[.;!\u2014]|^(?:we|i) (?:can't|cannot|couldn't|can not) (?:say|tell|know|show|prove|promise)\b|^(?:we|i) (?:don't|do not|have no idea|haven't a clue) (?:know )?(?:if|whether|that)\b/);
/** "Be wary of them.", "has not been shown": of the sentence before, and of the one that says so. */
const DOUBTS =
  sift(/\b(?:be (?:wary|skeptical|sceptical|suspicious)|(?:is|are|was|were) (?:not supported|unsupported|unproven|untested|not (?:yet )?(?:proven|established|known to))|not a shred of (?:evidence|proof)|(?:an?|sheer|pure|colossal|gross|wild) (?:exaggeration|fanciful claim)|fanciful claim|far-fetched|preposterous|(?:has|have) not (?:yet )?been (?:shown|proven|proved|demonstrated|established)|(?:hasn't|haven't) been (?:shown|proven|proved|demonstrated|established)|there (?:is|are|'s) no (?:good |strong |solid |reliable |convincing |clinical |high-quality )?(?:evidence|proof|trials?|stud(?:y|ies))(?! of (?:side|harm|adverse))|no (?:good |strong |solid |reliable |convincing |clinical |high-quality )?(?:evidence|proof|trials?|study|studies) (?:that|shows?|supports?|have shown)|the (?:evidence|research|data) (?:is|are|remains?) (?:weak|limited|mixed|thin|poor|low|lacking|insufficient|inconclusive|early)|the (?:ftc|fda) (?:has|have) (?:taken action|warned|fined|sent warning)|no (?:honest )?(?:device|treatment|product|supplement|pill|clinic|doctor|surgeon|dentist|therapist|food|diet|procedure|medicine|laser) can (?:honestly )?(?:guarantee|promise|cure|erase|undo|reverse|replace))\b/);
/** Whether a sentence goes on to explain what the one before it named. Both folded. */
export const explains = (folded: string, before: string): boolean => GOES_ON.test(folded) && NAMING.test(before);
const SPEAKS_OF_OWN = sift(/\b(?:our|ours|we|we're|we've|my)\b/);

/** Whether a sentence is taken back beside it: denied by the next one, or doubted there. All folded; what the advertiser says of its own stays said. */
export function isTakenBack(folded: string, next: string | undefined): boolean {
  if (DOUBTS.test(folded) && !SPEAKS_OF_OWN.test(folded)) return true;
  if (next === undefined || SPEAKS_OF_OWN.test(folded)) return false;
  return DENIES_LAST.test(next) || DOUBTS.test(next);
}

/** An answer that says no: what its question named is not so. */
export const ANSWERS_NO =
  sift(/^["'\u201c]?(?:no(?=[,.;:!\u2014 ]|$)(?! (?:more|need|doubt|problem|worries|wonder|surgery|downtime|pain|side|drugs|needles|injections|matter))|not (?:by itself|on its own|yet|really|at all|necessarily|alone|with|everyone|for everyone|always)\b|nobody (?:can|knows|has)\b|no ?one can\b|never\.|it (?:does not|doesn't|cannot|can't|is not|isn't|will not|won't)\b|we (?:do not|don't|cannot|can't) (?:know|say|claim|promise|guarantee)\b)/);

/** The first vocabulary term of a list (and class) in a sentence. */
export function termIn(sentence: Sentence, list: string, className?: string): Term | undefined {
  return sentence.terms.find((term) => term.list === list && (className === undefined || term.class === className));
}
