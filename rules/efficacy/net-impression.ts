import { defineDetector } from 'promolint/rule';
import type { Block, Claim, Frame, Page, Sentence, Span } from 'promolint/rule';

type Passage = Span & { readonly block: Block };

/**
 * From here on a passage is reported. Of what no other rule found on pages that nobody had read, reviewers marked six of ten such passages (docs/accuracy.md).
 * It takes most for a line alone, of which nobody sees what it is, and which of a practice teaches as often as it sells.
 */
const CLEAR = { goods: 0.7, loneLineOfGoods: 1.3, care: 0.6, loneLineOfCare: 2.1 };

/** As sure as a warning may be of the least. */
const RIGHT = 0.5;

export default defineDetector((page, report) => {
  if (page.facts.genre !== 'marketing') return;
  const care = page.context.profiles.includes('us-provider');
  const clear = page.facts.snippet ? (care ? CLEAR.loneLineOfCare : CLEAR.loneLineOfGoods) : care ? CLEAR.care : CLEAR.goods;
  for (const impression of page.impressions) {
    if (!impression.reaches(clear)) continue;
    const { block, start, end, signs } = impression;
    if (signs.length === 0 || !isOfHealth(page, { block, start, end }) || isCareful(page, { block, start, end }, care)) continue;
    report({ at: { block, start, end }, data: { signs: listed(signs) }, confidence: RIGHT, yields: true });
  }
});

const sentencesIn = (page: Page, { block, start, end }: Passage): Sentence[] => page.sentencesOf(block).filter((sentence) => sentence.start < end && sentence.end > start);

/** What says nothing of a body, its troubles or what helps is about the parcel, the price or the staff. */
const isOfHealth = (page: Page, { block, start, end }: Passage): boolean =>
  sentencesIn(page, { block, start, end }).some(({ terms }) => terms.some((term) => OF_HEALTH.has(term.list) && !terms.some((other) => OF_SALE.has(other.list) && isWithin(term, other))));
/** No back is meant by "money-back". */
const isWithin = (term: Span, other: Span): boolean => other.start <= term.start && other.end >= term.end && other.end - other.start > term.end - term.start;
const OF_SALE = new Set(['offers', 'selling']);
const OF_HEALTH = new Set(['conditions', 'symptoms', 'body', 'outcome', 'outcomes', 'treatments', 'drugs', 'supplements', 'methods']);

/** With a source beside it, or on a page of care with a "may" for each thing that it says plainly, a passage promises nothing; of goods, "may help" sells. */
function isCareful(page: Page, { block, start, end }: Passage, care: boolean): boolean {
  if (sentencesIn(page, { block, start, end }).every(({ frames }) => NOT_MEANT.some((frame) => frames.has(frame)) || (care && page.facts.snippet && TAUGHT_FRAMES.some((frame) => frames.has(frame))))) return true;
  if (page.citationsFor(block, { start, end }).some(({ adequate }) => adequate) || STATED.test(block.text.slice(start, end))) return true;
  if (page.facts.snippet) return isLesson(page, { block, start, end }, care) || (care ? isBesideCare(block.text.slice(start, end)) : isModest(block.text.slice(start, end)));
  if (!care) return isBesideGoods(page, { block, start, end });
  if (isBesideCare(block.text.slice(start, end))) return true;
  const claims = sentencesIn(page, { block, start, end }).flatMap((sentence) => page.claimsOf(sentence));
  const hedged = claims.filter(({ hedge }) => hedge !== 'none').length;
  return hedged > 0 && hedged * 2 >= claims.length;
}

/** Of goods, in a line alone: what nobody has shown, how they are used and what they were tested for. */
const isModest = (words: string): boolean => (REFUSES.test(words) && !/\blike (?:this|these|ours|it)\b/i.test(words)) || DENIES.test(words) || INSTRUCTS.test(words) || TESTED_FOR.test(words) || RETIRES.test(words);
const RETIRES = /\b(?:retires?|is retiring|retired|joins us|joined us|celebrates)\b[^.;]{0,30}\b(?:after|this|next|in|her|his|their)\b/i;
const TESTED_FOR = /\b(?:third-party|lab|independently|batch)[- ]tested(?: by [\w .&-]{2,40})?,? for (?:label|lead|mold|purity|heavy|identity|potency|contamin\w*|pesticides?|gluten|microbes|banned)\b/i;

/** On a whole page of goods: the parcel, a refusal, what a guide is about, a story or a lesson with no goods in it, or plain support of how the body works. */
function isBesideGoods(page: Page, passage: Passage): boolean {
  const words = passage.block.text.slice(passage.start, passage.end);
  if (/[!"\u201c]/.test(words)) return false;
  if (REFUSES.test(words) || INTRODUCES.test(words) || DENIES.test(words) || INSTRUCTS.test(words)) return true;
  const sentences = sentencesIn(page, passage);
  const claims = sentences.flatMap((sentence) => page.claimsOf(sentence));
  const ofIllness = claims.some(({ level, object }) => ILLNESS.has(object?.class ?? 'none') && level !== 'describe');
  if (HANDLES.test(words)) return !ofIllness && !BINDS.test(words) && !sentences.some(({ terms }) => terms.some(({ list }) => list === 'conditions' || list === 'symptoms'));
  if (PRAISES.test(words) || STIRS.test(words)) return false;
  if (claims.every(({ level }) => level === 'describe') && !PROMISES.test(words)) return true;
  if (OFFERS.test(words) || sentences.some(({ terms }) => terms.some(({ list }) => list === 'supplements' || list === 'own')))
    return claims.length > 0 && !ofIllness && SUPPORTS.test(words) && claims.every(({ level }) => level === 'support' || level === 'describe');
  if (claims.some(({ agent, fragment }) => !TAUGHT.has(agent) || fragment)) return false;
  return !words.includes('?') && (TELLS.test(words) || TEACHES.test(words));
}
/** On a page of care: who works there and how kindly, what a word means, how a visit goes in so many steps, how something is used or cooked, what nobody claims, where to read more. */
const isBesideCare = (words: string): boolean =>
  TELLS_OF_STAFF.test(words) || THANKS_STAFF.test(words) || DEFINES.test(words) || KIND.test(words) || DENIES.test(words) || INSTRUCTS.test(words) || COOKS.test(words) || POINTS_TO.test(words) || HOPES.test(words) || (SERVES.test(words) && !PRAISES.test(words)) || (STEPS.test(words) && !SELLS.test(words));
const TELLS_OF_STAFF =
  /\b(?:[Hh]e|[Ss]he|Dr\.?|Mrs?\.?|Ms\.?|\p{Lu}\p{Ll}+)\s(?:\p{L}+\s){0,3}(?:completed|graduated|studied|trained|earned|received (?:his|her|a)|grew up|was born|joined|lives|enjoys|spends|holds|speciali[sz]\w+|has a special interest|qualified|is an? (?:\p{L}+ ){0,3}(?:runner|member|graduate|therapist|coach|chiropractor|native|registered|licensed|certified|qualified|founder|mother|father)|has (?:over |more than |been )?(?:\d+|\p{L}+teen|ten|twenty|several|many) years|worked (?:with|at|in|for|as)|moved)\b|\b(?:bachelor|doctorate|residency|fellowship|post ?graduate|diploma)s?\b/u;
const DEFINES = /\b(?:is an? (?:chemical|hormone|group|type|kind|form|condition|gland|muscle|nerve|joint)|refers? to|(?:is|are) (?:difficult|hard|impossible) to (?:say|know|tell|determine|predict)|(?:more|further|few|little|limited|scant|insufficient) (?:[\w-]+ )?(?:research|stud(?:y|ies)|evidence|data|trials)|differs? from|difference between)\b/i;
const DENIES = /\bno (?:[\w-]+ ){1,3}(?:has|have) (?:ever )?been (?:proven|shown|found) to\b|\bthere(?:['\u2019]s| is| are) no(?: \w+)? (?:proven|cure|magic|shortcut|quick fix)\b|\b(?:benefits?|effects?) (?:is|are|was|were|seems?) (?:small|modest|weak|slight|limited|short-lived|moderate|uncertain|unclear)|\b(?:does|do|did|can|will|would|is|are)\s?(?:not\b|n['\u2019]t\b)[^.]{0,40}\b(?:miracles?|replace|cure|promise|guarantee|overnight)\b|\b(?:cannot|nobody can|no one can|can['\u2019]t) (?:replace|promise|guarantee)/i;
/** A defining clause: what kind of thing it is and what is done with it. */
const KIND = /\bis an? (?:[\w-]+ ){0,4}(?:procedure|treatment|therapy|technique|device|instrument|technology|post|method|approach|surgery|scan|test|exam)\b[^.]{0,30}\b(?:that|which|used|uses|using|placed|in which|where|involving)\b/i;
const THANKS_STAFF = /\b(?:wonderful|lovely|amazing|great|nice|helpful|caring|kind|friendly|welcoming|attentive|courteous|polite) (?:people|staff|team|nurses|receptionists?|carers|hosts?|ladies|crew|atmosphere)\b|\bmade (?:me|us|him|her|everyone) feel (?:so |very |right |really )?(?:welcome|comfortable|at (?:home|ease)|heard|safe|cared)|\b(?:professionalism|bedside manner|humanity)\b/i;
const COOKS = /\b(?:soups?|salads?|curr(?:y|ies)|lattes?|yogh?urts?|smoothies?|breakfasts?|snacks?|recipes?|stews?|desserts?|casseroles?|delicious|tasty)\b/i;
/** What a practice does, said and no more; what it wishes for, and what guidelines say. */
const SERVES = /^\W*(?:we|our [\w-]+(?: [\w-]+)?) (?:also )?(?:offer|provide|treat|diagnose|care for|speciali[sz]e|see|accept|perform)s?\b/i;
const HOPES = /\b(?:our (?:goals?|aims?|hopes?) (?:is|are)|(?:we|I) hope) (?:to|for|that)\b|\baccording to (?:the |current |national |\w+ )?guidelines?\b/i;
const POINTS_TO = /\b(?:(?:practical |complete |our |helpful )?guides? (?:to|on|for|about)|insights? (?:from|on)|learn (?:more )?about|(?:below|here)(?:,| you)? (?:you )?(?:will|['\u2019]ll|can)? ?(?:find|is|are) (?:a |the )?(?:list|links?|overview)|a list of)\b/i;
const INSTRUCTS = /^(?:for best results,? )?(?:take|apply|shake|store|swallow|mix|place|wear)\b/i;
const STEPS = /\b(?:(?:full|medical|health|case|detailed|patient) histor(?:y|ies)|history[- ]taking|you (?:will|['\u2019]ll) be given|is (?:then |placed|fitted|fastened|attached|drawn|infused|spun|inserted|numbed)|(?:the |this )?(?:process|procedure|session|appointment) (?:takes|lasts|begins|involves|includes|starts)|(?:first|next|then|finally),? (?:an?|the|we|you|your)\b|step \d|results last|every (?:two|three|four|six) (?:weeks|months)|\d+ ?(?:mins?|minutes)\b)/i;
const ILLNESS: ReadonlySet<string> = new Set(['disease', 'symptom', 'pathogen', 'marker', 'harm', 'weight', 'lifespan', 'sexual']);
/** How it is ordered, sent, paid and brought back. */
const HANDLES =
  /\b(?:refund(?:s|ed)?|(?:send|bring|ship|mail|take)s? (?:it|them|any\w*) back|ship(?:s|ped|ping)|free returns?|return label|one-time purchase|subscription|monthly fee|(?:lot|batch|order) number|orders? (?:online|by phone|over|confirmation)|pick-?up|replacements?|breakage|specimen|per (?:bottle|jar|box|pack)|servings?\)|unopened|within the lower 48|checkout|in the (?:box|package)|charger|usb|batter(?:y|ies))\b|[$\u00a3\u20ac]\d/i;
/** An order that goes on by itself, or that costs nothing but its post. */
const BINDS = /\b(?:keeps? (?:turning up|coming|arriving)|(?:all|only|just) you (?:pay|cover|need)|just (?:pay|cover)|first (?:jar|bottle|box|bag)|you(?:'ll|\u2019ll| will| won't)|works?|results?|guarantee\w*)\b/i;
/** The words that the law leaves to a supplement. */
const SUPPORTS = /\b(?:support(?:s|ing|ed)?|maintain(?:s|ing)?|promot(?:e|es|ing)|nourish(?:es|ing)?|contribut(?:e|es|ing)|help(?:s|ing)?)\b/i;
const STIRS = /\b(?:boost\w*|shred\w*|repair\w*|trigger\w*|activat\w+|strengthen\w*|sharpen\w*|doubl\w+|explo\w+|supercharg\w*|restor\w+|transform\w*|revers\w+|protect\w*|powerful\w*|potent\w*|fights?|immune|immunity|unlock\w*|secret\w*|forgotten|reveal\w*|unleash\w*|discover\w*)\b/i;
/** What no goods can do, or nobody has shown. */
const REFUSES =
  /\b(?:no (?:supplement|capsule|lotion|cream|pill|tea|gummy|powder|oil|serum|device|gadget|product|herb|evidence|good evidence|proof|stud(?:y|ies)|magic|such thing|one knows)|(?:has|have) not (?:been )?(?:shown|found|proven|studied)|(?:hasn't|haven't|never) been (?:shown|proven|studied|tested)|(?:does|do|did|will|can) ?n[o\u2019']t (?:support|cure|treat|heal|prevent|fix|promise|know|work|claim)|(?:is|are) not (?:needed|a (?:cure|treatment|medicine|drug|promise))|nobody (?:has|knows|can)|nothing (?:has|can|will)|(?:the|our) answer is no|not a promise|placebo|no legal meaning|(?:has|have) no (?:legal |fixed |agreed )?meaning|needs? more (?:research|study|studies)|hard to (?:study|test|prove)|i wish i (?:could|had)|not (?:fda-?)?(?:certified|approved|cleared|evaluated))\b/i;
/** What the text is going to be about. */
const INTRODUCES =
  /\b(?:(?:this|our|the following) (?:guide|article|post|review|page|list|roundup|overview|comparison|section|faq) (?:will|looks?|explains?|covers?|explores?|walks|helps?|is|has|breaks|answers?|discusses|examines|compares)|(?:guide|article|review) has you covered|(?:in|with) this (?:guide|article|post|review|section)|we(?:'ll|\u2019ll| will) (?:look|explore|explain|cover|walk|discuss|answer|compare|examine|break (?:it|this|them) down)|let(?:'s|\u2019s) (?:look|dive|explore|break|take a|find out|see)|keep reading|read on|curious about|not sure (?:how|which|what|where|whether)|frequently asked)\b/i;
/** Goods in any form, and whoever has them to sell. */
const OFFERS =
  /\b(?:our|ours|we|bottles?|jars?|capsules?|tablets?|pills?|gumm(?:y|ies)|drops?|tinctures?|tonics?|balms?|creams?|serums?|oils?|teas?|chews?|powders?|blends?|formulas?|supplements?|products?|remed(?:y|ies)|devices?|machines?|units?|masks?|mats?|bands?|braces?|massagers?|guns?|patch(?:es)?|solutions?|programs?|systems?|this (?:one|simple|little))\b|[\u00ae\u2122]/i;
/** Words that nobody takes who merely tells. */
const PRAISES =
  /\b(?:best|only|never felt|amaz\w+|incredible|revolution\w+|breakthrough|miracle|secret|proven|guarantee\w*|superior|unlike|instead of|no more|without (?:drugs|surgery|side)|goodbye|(?:over|more than|nearly|almost|up to)? ?\d+ ?(?:%|percent)|millions?|clinically|doctors?|relief|results?|cured?|pounds|inches|faster|younger|better|later|then (?:he|she|they|my|i)|overnight|finally|again|deadly|dangerous|silent|destroy\w*|devastat\w+)\b/i;
/** What speaks to the reader, or of those who got well. */
const PROMISES =
  /\b(?:your|you(?:'ll|\u2019ll)?|she|he|they|couples|parents|kids|women|men|customers|clients|people|patients|readers|members|everyone|swears?|free|code|off|away|gone|behind|back|prescription|diagnosis|number one|clears?|ssri|synthroid|medications?|drugs?|pills?|disease|cancer|as (?:good|effective|strong)|more (?:potent|effective|powerful)|much like|trusted|safe\w*|works?|help\w*|heal\w*|support\w*|boost\w*|medicin\w+|ancient|centuries|thousands)\b/i;
/** One's own past, or the reader's evening. */
const TELLS = /\b(?:I|I'm|I've|I\u2019m|I\u2019ve|my|me)\b/;
/** How a body goes about its business, and what goes wrong in it. */
const TEACHES = /\b(?:(?:our|your|the|my) (?:body|bodies|skin|airways?|throat|blood sugar|muscles|joints?|liver|gut|brain|nerves|bones)|as (?:we|you|people) (?:age|get older|grow older)|with age|is (?:comprised|made up|composed) of|(?:major|main|common|leading) cause|shows? (?:in|as|up)|imbalances?|for many (?:people|men|women|of us)|it (?:all )?(?:starts|begins) when|in today(?:'s|\u2019s))\b/i;

/** What is asked, refuted, warned of or told of others. */
const NOT_MEANT: readonly Frame[] = ['asked', 'myth', 'warning', 'example', 'legal', 'reference', 'hearsay'];

/** What a practice teaches in a line without a word of itself; on a whole page the lesson leads up to the offer. */
const TAUGHT_FRAMES: readonly Frame[] = ['advice', 'education', 'off-topic'];

/** What a regulator allowed is said as such, and a harm is named or asked after: so does careful copy, and other rules see to what is false in it. */
const STATED =
  /\b(?:supportive but not conclusive|suggests?,? but (?:does|do) not prove|(?:adequate|sufficient|diets?|diet low|diet rich|as part of a)\b[^.!]{0,80}\b(?:health(?:y|ful)|balanced|low in|rich in)\b[^.!]{0,60}(?:diet\b)?[^.!]{0,40}\bmay reduce the risk)\b|\bFDA[- ](?:cleared|authori[sz]ed)\b|\b(?:cleared|approved|authori[sz]ed|indicated|licensed|clearance|approval|indication)\b[^.;!]{0,40}\b(?:for|to|as)\b|\b(?:can|may|might|could) (?:also |even |sometimes )?(?:cause|hurt|sting|burn|raise|upset|harm|interfere|throw|give you|lead to|irritate|worsen|trigger|damage|affect|interact|make [^.;!]{0,90}\b(?:work|act) less|weaken|lessen the effect)\b|\b(?:tell|ask|talk (?:to|with)|see|call) (?:your|a|the|our) (?:doctor|pharmacist|surgeon|dentist|clinician|provider)|\bstop (?:if|taking|using)\b|\bdo(?: not|n['\u2019]t) (?:use|take)\b/i;

/** Those whose doings are taught rather than sold. */
const TAUGHT: ReadonlySet<Claim['agent']> = new Set(['care', 'reader', 'disease', 'body', 'lifestyle', 'person']);
/** Whoever sells speaks of what is theirs and of you, presses and praises. */
const SELLS = /[!"\u201c\u00ae\u2122]|\b(?:we|our|ours|us|my|i|you(?:'ll|\u2019ll| will| can| won't)|today|now|new|free|finally|permanent\w*|guarantee\w*|proven|leading|advanced|powerful|natural\w*|instant\w*|painless\w*|without|never|no more|forever|best|the most|only|safe\w*|100)\b/i;

/** A lone line of which nobody knows the page, and in which medicine, people, bodies and habits do all that is done, sells nothing. */
function isLesson(page: Page, { block, start, end }: Passage, care: boolean): boolean {
  const sentences = sentencesIn(page, { block, start, end });
  if (sentences.every(({ frames }) => frames.has('clinical'))) return true;
  // Goods are sold by what the body and medicine do as well.
  if (!care || SELLS.test(block.text)) return false;
  const claims = sentences.flatMap((sentence) => page.claimsOf(sentence));
  return claims.length > 0 && claims.every(({ agent, fragment }) => TAUGHT.has(agent) && !fragment);
}

const listed = (signs: readonly string[]): string => (signs.length > 1 ? `${signs.slice(0, -1).join(', ')} and ${signs.at(-1)!}` : signs[0]!);
