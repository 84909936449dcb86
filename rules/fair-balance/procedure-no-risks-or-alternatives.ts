import { sift } from 'promolint/rule';
import type { Block, Detector, Frame, Page, Sentence } from 'promolint/rule';
import { findRiskStatements } from './risk-statements.ts';

const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'research', 'risk', 'definition', 'nav'];
/** Treatments of the vocabulary that a reader can decline or put off, and that can harm, by their headwords. */
const PROCEDURE =
  sift(/surgery|plasty|ectomy|replacement|transplant|implants?\b|lift\b|lipo|augmentation|breast reduction|filler|botox|botulinum|injectables|injections?\b|infusion|pellets|laser|lasik|\bprk\b|lens exchange|implantable|\bivf\b|\bicsi\b|\biui\b|egg freezing|spinal fusion|ablation|embolization|bypass|gastric|lap band|duodenal|magnetic stimulation|ketamine|sclerotherapy|cryolipolysis|radiofrequency|microneedling|peel\b|contouring|rejuvenation|tightening|stem cells?|exosomes|platelet|prolotherapy|testosterone|circumcision|vasectomy|hair transplant|hysterectomy|oscopy|embryo transfer|insemination|egg donation|tattoo removal|hair removal|fat transfer|root canal|extraction|braces|aligners|epidural|cortisone|tubal ligation|\biud\b|ear tubes|graft|cross-linking|catheter|lithotripsy|stent|balloon|sleeve|tonsil|mohs|mole removal|whitening|crowns?\b|makeover|weight loss shots|glp-1|medical weight loss/i);
const NAMED =
  sift(/\b(?:breast augmentation|tummy tuck|face ?lift|nose job|coolsculpting|emsculpt|morpheus8|sofwave|ultherapy|invisalign|all-on-(?:4|four)|veneers|wisdom teeth|root canal|tms\b|egg freezing|gastric sleeve|iv (?:therapy|drips?)|hormone (?:therapy|pellets)|dental implants?|hair restoration|varicose vein (?:surgery|treatment)|vein (?:closure|treatment|ablation)|(?:rhino|blepharo|oto|labia|abdomino|mammo|septo|vagino|kypho|turbino)\w*plasty|cataract (?:surgery|removal)|(?:knee|hip|shoulder|ankle) (?:replacement|arthroscopy|resurfacing)|acl (?:repair|reconstruction)|bunion (?:surgery|correction|repair)|carpal tunnel (?:release|surgery)|hernia repair|gum graft\w*|bone graft\w*|wisdom tooth|tooth extraction|clear aligners|gastric (?:balloon|bypass|band)|ivf\b|in vitro|iui\b|embryo transfer|laser (?:hair removal|resurfacing|treatment)|chemical peels?|tattoo removal|fat (?:transfer|grafting)|mommy makeover|eyelid (?:surgery|lift)|brow lift|neck lift|breast (?:lift|implants?|reduction)|epidural steroid|vasectomy|colonoscopy|implantable (?:collamer )?lens|lens (?:exchange|replacement)|spinal decompression|thread lift|prp\b)/i);
const PRAISE =
  sift(/\b(?:boosts?|(?:gives?|brings?|turns?|winds?|puts?|takes?) (?:you |them |your skin |your face )?back (?:the |what |your |time|years|a )|takes? (?:\w+ )?years off|feel (?:younger|better|confident|amazing|like)|look (?:younger|better|amazing|your best)|live longer|confiden(?:ce|t)|peace of mind|gives? you|lifts|transform\w*|restor\w+|rejuvenat\w+|enhanc\w+|improv\w+|lose (?:weight|inches|pounds|up to)|reliev\w+|relief|eas(?:y|ier|ily)|life[- ]changing|freedom|beautiful|stunning|natural[- ]looking|(?:great|lasting|long-lasting|amazing|beautiful|visible|dramatic|best|excellent|real|immediate|noticeable) (?:results?|improvements?)|youthful|slimmer|smooth\w*|tighten\w*|sculpt\w*|contours?|quick(?:er)? recovery|recover faster|no downtime|little downtime|back to (?:work|life|normal)|you'll love|enjoy|perfect|(?:clear|crisp|sharp)(?:er)? vision|without glasses|dream|effective|safe(?:ly)?|works|new (?:smile|you)|pain[- ]free|painless|fresh(?:er)?|refreshed|radiant|glow\w*|benefits?|eliminat\w+|reduc\w+|success\w*|reshape|define[sd]?|plump(?:er|s|ing)|more (?:volume|energy)|regain|reclaim|renewed?)\b/i);
/** An advertisement is short; a longer page must be about the procedure, and praise it more than once. */
const SHORT = 150;
/** Whoever performs it speaks, or asks the reader to come: what an article about the procedure does not do. */
const OWN = /\b(?:we|we're|we've|our|ours|us)\b/i;
const INVITES =
  sift(/\b(?:book|schedule|reserve|request|start|choose|call|contact|visit|text|see) (?:now|today|online|this (?:week|month|summer)|your|an?|our|us|the)\b|\b(?:financ(?:e|ing)|payment plans?|consult(?:ation)?s? (?:is|are)|free (?:scan|consult\w*|assessment|quote)|now (?:available|open|offering|booking)|from [$£€]\d|[$£€]\s?\d)/i);
/** What it costs and who pays is no praise. */
const COST = sift(/[$£€]\s?\d|\b(?:insurance|insurers?|medicare|medicaid|covered by|deductibles?)\b/i);
const BOOKS = sift(/\b(?:call|text|phone) (?:\w+ ){0,2}[(\d][\d() .-]{6,}(?:\d) (?:to|for) (?:book|schedule|reserve|make|set|arrange|an appointment|a consult)/i);
/** What it is, how it works and who seldom needs it praise nothing. */
const EXPLAINED = sift(/\b(?:types? (?:differ|include|of)|a process (?:called|known)|(?:is|are) (?:mostly |mainly )?(?:for|made|used)|rarely|seldom|prescribed for|documented|fda[- ]cleared|is cleared|works by|(?:is|are) (?:still )?(?:relatively )?new\b|is called|belongs? to|mimics?|(?:is|are) (?:injected|drawn|inserted|placed)|risks and|restrict|known as|completed a|(?:success|results?|outcomes?)(?: rates?)? (?:depends?|var(?:y|ies)))\b/i);
const LISTED = /: ?[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}(?:, ?[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}){2}/u;
const AFTERMATH = /\b(?:bruising|swelling|splint|soreness|numbness|drains|crusting|oozing)\b/gi;
/** How bruises and swellings pass is what follows an operation, not what it is praised for. */
const AFTERWARDS = sift(/\b(?:bruis(?:es|ing)|swelling|soreness|redness|scabs?|stitches|splint|numbness)\b[^.!?]{0,60}\b(?:fades?|settles?|subsides?|goes?|passes|improves?|eases?|resolves?|disappears?|lasts?)\b/i);
/** Praise that speaks to the reader, and does not hedge as information does. */
const TO_READER = /\b(?:you|your|you'll|you've)\b/i;
const HEDGED = sift(/\b(?:may|might|can|could|often|usually|sometimes|some (?:people|patients)|in some cases|for some|research|stud(?:y|ies)|trial|evidence|doctors?|if you)\b/i);

const detect: Detector = (page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre !== 'marketing' || !(page.facts.sells || isBookable(page) || isOwnPage(page))) return;
  const risks = findRiskStatements(page);
  const offered = risks.harms < 2 && !risks.underHeading && isOwnPage(page) ? findResult(page) : undefined;
  const praising = offered ?? findPraise(page);
  if (!praising) return;
  // One harm in passing ("some swelling") is what follows any treatment, not its risks.
  const named = risks.harms >= 2 || risks.underHeading;
  if (named && (risks.limits || risks.alternatives)) return;
  report({
    at: { block: praising.block, start: praising.start, end: praising.end },
    message: named ? 'limits' : 'default',
    severity: !page.facts.fragment && (offered || (risks.harms === 0 && !tellsAftermath(page) && (isOwnOffer(page, praising) || (isBookable(page) && !risks.alternatives)))) ? 'warning' : 'info',
  });
};

export default detect;

/** What comes of an operation, soberly told. */
const RESULT =
  sift(/\b(?:(?:look|feel|fit|hear|see|sleep|breathe|chew|bite|walk|stand|go|goes)s? (?:\w+ ){0,2}(?:lighter|fuller|full|better|easily|easier|less|more|younger|straighter|closer|flatter|smoother|natural|like (?:them|your|him|her)sel\w+)|more (?:open|even|defined|rested|room|like (?:them|your)sel\w+)|less hungry|los(?:e|es|ing) (?:\w+ ){0,5}weight|fill(?:s|ed)? in|soften\w*|straighten\w*|whiten\w*|brighten\w*|thicken\w*|replac\w+|remov\w+|takes? away|keeps? growing|grows? back|improv\w+|reliev\w+|reduc\w+|correct\w*|restor\w+|steadier|stable|freedom from|(?:without|do away with|throw away|put away|leave off) (?:your |the |a |their )?(?:glasses|contacts|readers|pain|dentures|pads?|a cane|cane|walker|cpap|braces|razors?|make-?up)|(?:have|having|carry|welcome) (?:a |your |their |the )?(?:\w+ )?(?:child|baby|family|pregnancy)|(?:build|grow|start)(?:ing)? (?:a|your|their) family|(?:become|becoming|get|getting) (?:pregnant|parents)|conceive|chew|bite|smile (?:again|freely|without)|fills? (?:the|a|out) (?:gap|space|hollow|line|crease)s?|close[sd]? (?:the |a |an? \w+ )(?:gap|space|vein|tear|hole)s?|stays? put|lasts? (?:for )?(?:many |ten |\d+ )?(?:years|decades|a lifetime)|flatten\w*|shrinks?|fades?|slims?|lifts?|tightens?|clears?|(?:less|fewer|no more) (?:\w+ ){0,2}(?:pain|snoring|leak\w*|sweat\w*|ache|aching|itch\w*|trips|headaches|cramps|bleeding|flare-ups|infections|wrinkles|lines|shaving)|lighter periods|sleep(?:s|ing)? through|(?:walk|run|kneel|climb|play|drive|read|dance|garden|work)(?:s|ing)? (?:again|farther|further|without|with less|up the stairs|on)|back (?:to|on) (?:the|your|their) (?:bike|feet|court|trail|garden|life|work|sport)|wakes? (?:up )?(?:rested|without|and))\b/i);
const SAYS = sift(/\b(?:is|are|can|will|may|has|have|helps?|gives?|makes?|lets?|takes?|restores?|improves?|removes?|relieves?|lifts?|we|you|your|our|it|they|people|patients)\b/i);
const HOUSE = sift(/\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|[$£€]\s?\d/);

/** A practice's page on one procedure, that gives its price or its number: title or first heading names it, and the practice speaks. */
function isOwnPage(page: Page): boolean {
  const copy = page.sentences.filter(({ block }) => block.kind !== 'comment' && block.kind !== 'attribute' && !block.hidden);
  const words = copy.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (words < SHORT || !copy.some((sentence) => (sentence.block.kind === 'meta' || sentence.block.level === 1 || (sentence.block.kind === 'data' && sentence.block.name === 'title')) && sentence.tokens.length <= 14 && names(sentence) && !/\?\s*$|\b(?:vs\.?|versus|what|why|how|outcomes|success rates?|statistics|prices?|costs?|fees|insurance|faqs?|directions|news\w*|seminars?|events?|classes|support groups?)\b/i.test(sentence.text))) return false;
  return copy.some(({ text }) => HOUSE.test(text)) && copy.filter(({ text, block }) => isCopy(block) && /\b(?:we|our|us|i|my|i'm|i'll|your (?:surgeon|dentist|doctor)s?)\b/i.test(text)).length >= 2;
}

/** The sentence on such a page that says most plainly what comes of it. */
const findResult = (page: Page): Sentence | undefined =>
  plainest(page, page.sentences.filter((sentence) => {
    const { block, text } = sentence;
    if (!isCopy(block) || !/^(?:paragraph|list-item)$/.test(block.kind) || !/[.!?]\W*$/.test(text) || COST.test(text) || AFTERWARDS.test(text) || /\b(?:depends?|varies|vary|if you)\b/i.test(text)) return false;
    // "LASIK and PRK in Northfield" is a sign over the door.
    if (!SAYS.test(text)) return false;
    if (isPraise(page, sentence)) return true;
    const found = RESULT.exec(text);
    if (!found) return false;
    const frames = page.framesAt(sentence, { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length });
    return !CLEARED.some((frame) => frames.has(frame));
  }));

/** The first sentence that praises a procedure, on a page that does so. */
function findPraise(page: Page): Sentence | undefined {
  const copy = page.sentences.filter(({ block }) => isCopy(block));
  const words = copy.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const praising = copy.filter((sentence) => (names(sentence) || isHeaded(page, sentence)) && isPraise(page, sentence));
  if (words < SHORT) return plainest(page, praising.filter(({ block }) => block.kind !== 'heading' && block.kind !== 'meta' && block.kind !== 'data')) ?? praising.find(({ block }) => block.kind === 'heading');
  const about = copy.some((sentence) => names(sentence) && (sentence.block.kind === 'meta' || (sentence.block.level ?? 6) <= 2 || /^(?:title|heading|description)$/.test(sentence.block.name ?? '')));
  if (!about) return undefined;
  // Of a page on one procedure every section speaks, whatever its heading says.
  const praise = praising.length >= 2 ? praising : copy.filter((sentence) => isPraise(page, sentence));
  return praise.length >= 2 ? plainest(page, praise.filter(({ block }) => block.origin === 'body' && block.kind !== 'heading')) : undefined;
}

/** Of several the one that names the procedure and promises most; the first of equals. */
function plainest(page: Page, praising: readonly Sentence[]): Sentence | undefined {
  let best: Sentence | undefined;
  let most = -Infinity;
  for (const sentence of praising) {
    const { text } = sentence;
    const weight =
      (names(sentence) ? 1 : 0) + (PRAISE.test(text) ? 2 : 0) + (page.claimsOf(sentence).some(({ level, hedge }) => level !== 'describe' && hedge === 'none') ? 1 : 0) + (TO_READER.test(text) || OWN.test(text) ? 1 : 0) - (HEDGED.test(text) ? 1 : 0);
    if (weight > most) [best, most] = [sentence, weight];
  }
  return best;
}

/** Says plainly what the days after it are like, which is half of what a reader should know. */
function tellsAftermath(page: Page): boolean {
  const told = page.sentences.filter(({ text }) => !/\b(?:no|without|zero|minimal|little|never|less|barely|hardly)\b/i.test(text)).flatMap(({ text }) => text.match(AFTERMATH) ?? []);
  return new Set(told.map((word) => word.toLowerCase())).size >= 2;
}

/** A clinic's own page, that gives a number to book by. */
const isBookable = (page: Page): boolean =>
  page.sentences.some(({ text }) => BOOKS.test(text)) && page.sentences.filter(({ block, text }) => isCopy(block) && OWN.test(text)).length >= 3;

/** The advertiser's own procedure, put forward to readers; a page about a procedure in general is at most reminded. */
function isOwnOffer(page: Page, praising: Sentence): boolean {
  const copy = page.sentences.filter(({ block }) => isCopy(block) && block.kind !== 'data' && block.kind !== 'meta');
  const words = copy.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const own = copy.filter(({ text }) => OWN.test(text)).length;
  const invites = copy.some(({ text }) => INVITES.test(text));
  if (words >= SHORT) return own >= 3 && invites;
  return (OWN.test(praising.text) || TO_READER.test(praising.text) || (invites && own > 0) || page.facts.advertises) && !HEDGED.test(praising.text);
}

const isCopy = ({ kind, region, quoted }: Block): boolean => region !== 'nav' && region !== 'footer' && region !== 'form' && kind !== 'attribute' && kind !== 'label' && !quoted;

const names = ({ text, start, terms }: Sentence): boolean =>
  NAMED.test(text) || terms.some((term) => term.list === 'treatments' && PROCEDURE.test(term.entry) && !BESIDE.test(text.slice(0, term.start - start)));
/** "build strength after surgery": the occasion of another service, not what is offered. */
const BESIDE = /\b(?:after|following|since|recover\w* from|rehab\w* (?:after|from)|prepar\w+ for) (?:[\w'\u2019-]+ ){0,3}$/i;

/** Stands in a section whose heading names a procedure. */
function isHeaded(page: Page, { block }: Sentence): boolean {
  const { heading } = page.sectionOf(block);
  return heading !== undefined && heading !== block && page.sentencesOf(heading).some(names);
}

function isPraise(page: Page, sentence: Sentence): boolean {
  if (COST.test(sentence.text) || AFTERWARDS.test(sentence.text) || EXPLAINED.test(sentence.text)) return false;
  // The name of a treatment, "Medical weight loss", is no praise of it.
  if (sentence.block.kind === 'heading' && names(sentence)) return PRAISE.test(sentence.text);
  // "Fillings, crowns, root canals and dentures" says what is done here, not what it is good for.
  if (LISTED.test(sentence.text) && !PRAISE.test(sentence.text)) return false;
  if (page.claimsOf(sentence).some(({ level, effect, frames, kind }) => level !== 'describe' && kind !== 'for' && !/^without\b/i.test(effect) && !CLEARED.some((frame) => frames.has(frame)))) return true;
  const found = PRAISE.exec(sentence.text);
  if (!found) return false;
  const start = sentence.start + found.index;
  const frames = page.framesAt(sentence, { start, end: start + found[0].length });
  return !CLEARED.some((frame) => frames.has(frame));
}
