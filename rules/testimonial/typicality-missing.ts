import { sift } from 'promolint/rule';
import type { Block, Detector, Page, Span } from 'promolint/rule';

/** What makes praise advertise care: the speaker recommends, chose, credits or is delighted. Kind staff alone does not. */
const RECOMMENDS =
  sift(/\b(?:recommend(?:ed|ing)?|trust(?:ed)?|chose|choosing|chosen|decided (?:on|to go)|(?:best|no better|nobody better|better) (?:\w+ ){0,2}(?:doctor|dentist|surgeon|clinic|practice|care|treatment|result|decision|guarantee|place|hands|thing|experience)s?|guarantees?|delighted|thrilled|amaz(?:ed|ing)|grateful|thank(?:s to|ful)?|credit|owe|wouldn['\u2019]t (?:go|trust|be)|never (?:go|trust|looked)|worth (?:it|every)|unbelievable|wow|security|confiden(?:ce|t)|hope|life|happy with|satisfied with|miracle|incredible|fantastic|finally|swear by|love (?:it|this|my|these|the (?:product|result|stuff))|works?|worked)\b/i);
/** Talk about the visit, the staff, the paperwork and the parcel. */
const SERVICE =
  sift(/\b(?:staff|team|reception(?:ist)?|front desk|park(?:ing|ed)|schedul\w{1,3}|billing|bill|insurance|website|case|cables?|manual|guide|charger|batter(?:y|ies)|buttons?|straps?|lids?|wait(?:ed|ing|s)?|questions?|explain(?:ed|s)?|communicat\w{2,4}|office|portal|phone|call(?:ed|s)?|text(?:ed|s)?|e-?mail(?:ed)?|messages?|on time|shipping|deliver(?:y|ed|s)?|packag\w{2,4}|box|refund|customer service|re-?order(?:ed|ing)?|order(?:ed|ing)?|dropper|friendly|kind(?:ness)?|listen(?:ed|s)?|welcom\w{2,4}|professional(?:ism)?|nurses?|polite|courteous|respect(?:ful)?|gentle|thorough|spotless|price[sd]?|cost|afford\w{0,4}|app|appointments?|book(?:ed|ing)|rushed|hours|location|convenient|shop|carded|flavou?r|tastes?|smells?|lobby|music|coffee|remember(?:ed|s)?|names?|answer(?:ed|s)?|forms?|check(?:ed)?[- ]in|at ease|heard|nervous|online|returns?|subscription|set-?up|install\w{0,4}|clips?|charging|sturdy|stitch\w*|instructions|warranty|support sent|size[sd]?|sizing|dimmer|screens?|bottles?|capsules are|tin|same[- ]day|video visit|reminders?|portal|results right away|lab results|test results|(?:been|kept|keep) coming|go anywhere else|like (?:family|their own|a person|a number|a human being)|look(?:s|ed|ing)? forward to|drew|drawing|picture|showed|showing me|dog|pets?|drive|drove|miles|bus|ramp|elevator|toys|playroom|honest(?:y|ly)?|did(?: not|n['\u2019]t) (?:really )?need|thank you for everything|looked after|next morning|spanish|interpreter|in my (?:own )?language|wrote (?:it|them|everything) down|(?:walked|talked) (?:me|us|him|her) through|let me (?:know|see|stay|choose|decide)|stay(?:ed)? with (?:me|us)|before (?:i agreed|we started|they started)|evening hours|saturdays?|sticker|blanket|patience|held my hand|every step|second opinion|up[- ]?front|estimate|clean|tidy|quiet|bright|building|volunteers?)\b/i);
/** Somebody to whom it happened, or at least that it happened: "Knee pain gone", "Worked wonders". Without either a quotation is a motto or a lesson. */
const HAPPENED =
  sift(/(?:^|[^\p{L}'])(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Mm]yself|[Mm]ine)(?![\p{L}-])|\b(?:gone|went|dropped|cleared|lost|lowered|felt|got|had|helped|worked|changed|saved|stopped|vanished|disappeared|improved|healed|cured|reduced|relieved|eased|fixed|melted|slept|walked|came|made|gave|was|were|no more|her|his|clear|goodbye|bye|wonders|miracles?|since|finally|recommend|love[sd]?|amazing|thank|thanks|great|better)\b|\bworks\b(?!\.?\W*$)/u);
/** "she said", "they explained": of whoever was named before, in a report. */
const PRONOUN = /^\W*(?:she|he|they)\b/i;
/** Around a quotation: that a study, a survey or a newspaper has it from somebody. */
const REPORTED =
  sift(/\b(?:respondents?|interviewees?|focus groups?|(?:participants?|volunteers?|people|women|men|one man|one woman|man|woman) in (?:the|a|our) (?:\w+ )?(?:study|trial|survey|focus group|interviews?)|took part in (?:the|a) (?:\w+ )?(?:study|trial|survey|focus group)|told (?:the )?(?:newspaper|reporters?|researchers|interviewers?|guardian|times|bbc|npr|associated press|committee|inquiry)|in a (?:\d{4} )?survey of|often say (?:things )?(?:like|that)|who was diagnosed with \w+ in (?:19|20)\d\d)\b/i);
/** Speaks of itself. */
const PERSONAL = sift(/(?:^|[^\p{L}'])(?:I|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Mm]ine|[Ww]e|[Oo]ur)(?![\p{L}-])/u);
/** A professional's motto. */
const PROFESSIONAL = sift(/\bI (?:treat|help|speciali[sz]e|offer|practi[cs]e|perform|see)\b|\bmy (?:patients|clients|practice)\b/i);
/** A donor or a volunteer who speaks of what was done for families. */
const OF_OTHERS = /^\W*we (?:wanted|hope[sd]?|gave|built|raised|made|are (?:proud|glad) to)\b/i;
/** Doubts, greetings at the door, what a procedure feels like while it lasts, and a professional's own record are no result. */
const ASIDE =
  /["\u201d] (?:is|are|means|tells|says) (?:more|less|a lot|much|all)\b|\b(?:broken (?:appointment|booking|order|form|link)|exaggerat\w+|skeptic\w*|strikes me as|happy to report that|as a (?:board|licensed)|(?:report|have|feel) (?:a )?(?:feeling|sensation) of (?:cold|heat|pressure|warmth|tugging|tingling)|visits? (?:often )?(?:begins?|starts?) with|what['\u2019]s wrong\?|(?:do|did|does)n['\u2019]t work\b|needles? go in)/i;
/** What the speaker of a blog gives the credit to, or the time in which it came about: without either, a first person only tells. */
const CREDITED =
  sift(/\b(?:thanks to|because of|credit|owe[sd]?|(?:day|week|month|session|visit) (?:\d+|one|two|three|four|five|six)\b|by (?:the )?(?:\p{L}+ )?(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|day|week|month|session|visit|weekend)|after (?:the|my|just|only|a|an|one|two|three|four|five|six|seven|eight|ten|twelve|several|\d+|using|taking|trying|starting|applying|drinking|wearing|switching)|since (?:i|starting|using|taking|trying|switching|my|the|going|joining)|(?:within|in) (?:\w+ ){0,3}?(?:minutes?|hours?|days?|weeks?|months?|sessions?|visits?|treatments?|bottles?|doses?)|(?:minutes|hours|days|weeks|months|years) (?:after|on|of|into|later|in|now)|(?:first|second|third|last) (?:bottle|box|jar|dose|session|visit|treatment|week|month|night|use|time)|find(?:s|ing)? (?:that )?(?:this|it|these|they)|found (?:that )?(?:this|it|these|they|relief)|with (?:my|this|these|the|our|its|their|that|\p{Lu}\p{L}+)|this (?:\p{L}+ ){0,3}(?:really|has|is|was|stuff|helps?|helped|works?|worked|made|gave|gives|changed|saved)|it (?:really|truly|actually|has|helps?|helped|works?|worked|made|gave|gives|changed|saved|took|flagged)|that (?:\p{L}+ ){0,2}(?:helped|worked|saved|changed|made)|(?:did|does) really help|really (?:did )?(?:help|work)|they (?:really|helped|gave|offered|saved|made|changed|got)|changed (?:everything|my life|me)|life[- ]?changing|saved (?:me|my)|(?:oil|balm|cream|serum|mat|device|pillow|supplement|treatment|adjustment|session|acupuncture|massage|laser|drops?|tea|app|brace|cushion|exercises?|op|operation|surgery|procedure|injections?|shots?|patch(?:es)?|bracelet|machine|mask|shake|program|clinic|center|centre|doctor|surgeon|chiropractor|dentist|therapist)s? (?:\p{L}+ ){0,3}(?:help(?:s|ed)?|work(?:s|ed)?|reliev\p{L}+|sooth\p{L}+|calm\p{L}*|eas\p{L}+|clear\p{L}*|reduc\p{L}+|stop\p{L}*|chang\p{L}+|sav\p{L}+|gave|made|took|got|brought|fixed|cured|healed|remove[ds]?|improv\p{L}+|connected))\b/iu);
/** Attempts, mistakes, plans and doubts of a narrator, and what a professional does at work: no result was had. */
const NO_RESULT =
  sift(/\b(?:i(?:'ve| have)? tried (?:every|everything|all|so many|many|countless|lots|dozens|a lot|other|several)|(?:rookie|big|classic|first|worst|same) mistake|had had enough|i (?:still )?remember (?:running|chasing|buying|thinking|trying|being told)|i get a lot of|i(?:'ve| have)? (?:become )?obsessed with|(?:i've|i have|i) (?:decided|plan|want|hope|mean|intend|tried) to|trying to|writ(?:e|ing) (?:a blog|about)|as a disclaimer|own up|don't recommend|let me (?:explain|tell you what|walk)|what i(?:'m| am) really doing|i (?:finally |recently |just )?(?:completed|finished) (?:a|an|my|the|this) (?:\w+ ){0,3}(?:case|course|training|degree|certification|program in)|people (?:often )?(?:tell|ask) me|someone (?:told|asked)|i wore each|each device|side by side|without (?:any )?(?:help|supplements?|products?)|with no (?:\w+ )?(?:helps?|supplements?|pills?)|hasn't been enough|wasn't enough|isn't enough|(?:improved|helped) (?:some|a little|a bit|somewhat)|(?:wouldn't|won't|didn't|doesn't|don't) (?:go away|work|help|last)|i would have told|not so fast|(?:no|not) (?:a |any )?tumou?r|i think (?:the|it|this|that|these|they) (?:\w+ )?(?:nourish|help|make|work|may|might))\b/i);
/** The foot of an e-mail, with the words that take a reader off the list. */
const MAILING = sift(/\bunsubscribe\b|\bopt out of (?:these|our|further)\b|\byou (?:get|got|received?|are getting|are receiving) (?:it|this (?:e-?mail|message|letter|newsletter)) because\b/i);
const COMPLAINTS = new Set(['conditions', 'symptoms']);
const CARE = new Set(['treatments', 'drugs', 'supplements', 'body', ...COMPLAINTS]);

/** Of goods, a buyer may speak without a word of health. */
const CARERS = new Set(['provider-service', 'telehealth', 'compounding']);

/** Somebody's own words can only mislead as typical when they speak of their health and do not come from an expert. */
const detector: Detector = (page, report) => {
  for (const { blocks, span, attribution, voice, form, outcome, typicality, confidence } of page.testimonials) {
    if (typicality || voice === 'expert' || form === 'rating' || form === 'before-after') continue;
    // A patient's account on a page that sells nothing informs; on a page of the advertiser it advertises.
    if (!page.facts.sells && form !== 'review' && form !== 'quote') continue;
    const block = blocks[0]!;
    if (MAILING.test(block.text)) continue;
    if (ASIDE.test(block.text.slice(Math.max(0, span.start - 40), span.end + 60))) continue;
    const words = block.text.slice(span.start, span.end);
    if (form === 'quote' && REPORTED.test(block.text)) continue;
    const named = attribution !== undefined && !PRONOUN.test(attribution.block.text.slice(attribution.start, attribution.end));
    if (form === 'quote' && !named && !HAPPENED.test(words) && !HAPPENED.test(words.toLowerCase())) continue;
    if (!outcome) {
      if (page.facts.sells && (form === 'review' || form === 'quote') && speaksOfCare(page, block, span, attribution !== undefined && voice === 'patient'))
        report({ at: { block, start: span.start, end: span.end }, confidence, severity: 'warning', message: 'care' });
      continue;
    }
    const told = form === 'story' || form === 'first-person';
    const around = block.text.slice(Math.max(0, span.start - 160), span.end + 160).replace(/\u2019/g, "'");
    if (form === 'first-person' && !page.facts.snippet && attribution === undefined && (NO_RESULT.test(around) || !CREDITED.test(around))) continue;
    report({
      at: { block, start: span.start, end: span.end },
      confidence,
      ...(told ? { severity: 'warning' as const } : {}),
      ...(form === 'story' ? { message: 'story' } : {}),
    });
  }
};

export default detector;

/**
 * A complaint of the speaker's own, or a treatment or part of the body together with praise for more than the service. Of
 * a patient who is named, where care is sold, anything personal that is no talk of the service: what else would be quoted?
 */
function speaksOfCare(page: Page, block: Block, span: Span, named: boolean): boolean {
  const words = block.text.slice(span.start, span.end).replace(/\u2019/g, "'");
  if (PROFESSIONAL.test(words)) return false;
  const lists = new Set(page.sentencesOf(block).flatMap(({ terms }) => terms.filter(({ start, end }) => start >= span.start && end <= span.end).map(({ list }) => list)));
  const has = (kinds: ReadonlySet<string>) => [...lists].some((list) => kinds.has(list));
  const service = SERVICE.test(words);
  if (has(COMPLAINTS)) return !OF_OTHERS.test(words) && (RECOMMENDS.test(words) || !service);
  return !service && RECOMMENDS.test(words) && (has(CARE) || (named && CARERS.has(page.context.product) && PERSONAL.test(words) && words.split(/\s+/).length >= 5));
}
