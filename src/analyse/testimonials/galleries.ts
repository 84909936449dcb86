import type { Block } from '../../rule.ts';
import type { TestimonialDraft, TestimonialPage } from './testimonials.ts';
import { sift } from '../../match/sift.ts';

const STARS = sift(/[\u2605\u2b50]\ufe0f?(?:\s?[\u2605\u2b50]\ufe0f?){2,4}/u);
const RATING =
  sift(/\b(?:rated|rating(?: of)?|scored?|averag(?:e|ing)(?: rating)?(?: of)?|earned|holds?)\s(?:an?\s)?(?:[345](?:\.\d{1,2})?|five|four)\s?(?:-|\s)?(?:stars?\b|out of (?:5|five)\b|\/\s?5\b)|\b[345]\.\d{1,2}\s?(?:-|\s)?(?:stars?\b|out of (?:5|five)\b|\/\s?5\b)|\b(?:5|five)[-\s]stars?[-\s](?:\p{L}+\s)?(?:reviews?|ratings?|rated|practice|clinic|experience|service|google)\b|\b(?:hundreds|thousands|\d[\d,]{1,6}\+?)\s(?:of\s)?(?:five|5)[-\s]star\b/iu);

/** Star ratings that the copy shows or quotes, at most one a block. */
export function ratings(block: Block): TestimonialDraft[] {
  const match = STARS.exec(block.text) ?? RATING.exec(block.text);
  if (!match || /\bhotel|\bmedicare\b|\bcms\b|\benergy\b|\bleave (?:us )?a\b/i.test(block.text)) return [];
  return [{ blocks: [block], span: { start: match.index, end: match.index + match[0].length }, voice: 'unknown', form: 'rating', outcome: false, confidence: 0.8 }];
}

const BEFORE_AFTER = sift(/\bbefore[\s-]{0,2}(?:and|&|\/|\+|-|\u2013|\u2014|\||\u2192|to|vs\.?)[\s-]{0,2}afters?\b/i);
/** What "before and after" takes as an object when it tells the time: meals, surgery, school. */
const TIME =
  sift(/^(?:\s|-)(?:\d|your|the|each|every|any|an?|this|that|these|his|her|their|my|our|meals?|surgery|(?:eye|heart|knee|hip|back|cataract|cancer|oral|major|bariatric) (?:surgery|treatment|operations?)|treatment|school|work|care|procedure|exercise|exercising|eating|workouts?|hours?|instructions?|bed(?:time)?|pregnancy|birth|delivery|feeding|giving|taking|using|being|having|going|class|training|dialysis|sessions?|appointments?|visits?|you|it|they|touching|handling|hospital|operation|general|anesthesia|chemotherapy|radiation|sex|menopause|lunch|dinner|sleep|test|tests|drinking|brushing|contact|injections?|pre|op|operative)\b/i);
const PHOTO = sift(/\b(?:photos?|pictures?|images?|pics?|galler(?:y|ies)|results?|shots?|cases?|views?|slider|comparisons?|transformations?|videos?|smiles?|patients?|model|retouched|makeovers?|album|portfolio)\b/i);
const TRANSFORMATION =
  sift(/\b(?:smile|body|face|skin|hair|weight[- ]loss|patient|client|teeth|dental|real|facial|mommy)\s(?:transformations?|makeovers?|galler(?:y|ies))\b|\b(?:results?|transformations?)\sgaller(?:y|ies)\b|\btransformation (?:photos?|pictures?|stor(?:y|ies)|tuesday)\b/i);
/** Captions of a pair that say when each picture was taken: "Left: March. Right: after eight weeks"; "Then and now: Ann". */
const PAIR =
  sift(/\b(?:left|top|above)(?: (?:photo|picture|image|panel))?\s?[:,\u2013\u2014-]\s?[^:;]{1,60}[.;,|]\s(?:and )?(?:right|bottom|below)(?: (?:photo|picture|image|panel))?\s?[:,\u2013\u2014-]|\bthen (?:and|&) now\s?[:\u2013\u2014-]/i);
const PAIR_TIME = sift(/\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|winter|days?|weeks?|months?|years?|then|today|later|she|her|he|his|me)\b/i);
const PAIR_OTHER = sift(/\b(?:bottles?|labels?|shelf|shelves|drawer|count|building|lobby|logo|map|street|chart|scan|x-?ray|exit|turn|door)\b/i);
/** Two times at which one body was pictured: "her chin in January and again in May", "day 1 and day 35", "wide, then narrow", "same scalp, ten weeks apart". */
const TIME_WORD = '(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|(?:day|week|month|session|visit|year) (?:\\d{1,3}|one|two|three|six|twelve|thirty|ninety)|(?:the )?(?:first|last|final|second|third|tenth) (?:day|week|visit|session|month|appointment|treatment)|(?:the )?start|arrival|check-in)';
const LATER = '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety|a few|several) (?:days?|weeks?|months?|years?|sessions?|visits?|treatments?|pounds?|lbs)(?: (?:later|on|after|apart|in|lighter|down|from now))';
const IMAGE_PAIR = sift(new RegExp(`\\b${TIME_WORD}\\b[^.!?]{0,60}\\b(?:and|then|beside|next to|versus|vs|to|again|alongside|right|against)\\b[^.!?]{0,60}\\b(?:${TIME_WORD}|${LATER}|again|later|today|now|the (?:finish|end))\\b|[,;:] (?:and )?(?:then|now|later)[, ](?:the reveal|today|\\p{Ll}+)|\\b${LATER}\\b|\\bside[- ]by[- ]side\\b|\\b(?:same|split|paired) (?:photo|picture|shot|image|angle|face|scalp|patient|woman|man|body|smile|crown|belly|waist)\\b|\\bthe (?:big )?reveal\\b`, 'iu'));
/** Whose pictures they are. */
const PICTURED = sift(/\b(?:body|bod|belly|stomach|tummy|waist\w*|hips?|thighs?|arms?|legs?|calves|feet|foot|toes?|toenails?|nails?|hands?|chest|back|shoulders?|neck|jaw\w*|chin|cheeks?|face|forehead|brows?|eye\w*|lips?|mouth|nose|ears?|smile|teeth|tooth|gums?|skin|scars?|acne|scalp|crown|hairline|hair|[Pp]art line|parting|temples|beard|curves|figure|profile|butt|rear|ankles?|knees?|veins?|lashes|husband|wife|mom|mother|dad|client|patient|customer|member|woman|man|lady|guy|bride|runner|her|him|his|she|he|me|my|\p{Lu}\p{Ll}+(?: \p{Lu}\.?)? (?:in|on|at|before|then|wearing|holding))\b/u);
const IMAGE_RESULT = sift(/\b(?:before|after|pre-?op(?:erative)?|post-?op(?:erative)?|transformation|makeover|results?)\b/i);

/** Before-and-after or transformation pictures, by caption, heading, image text or the words that announce them. */
export function beforeAndAfter(page: TestimonialPage, block: Block): TestimonialDraft[] {
  const { text } = block;
  const pair = BEFORE_AFTER.exec(text);
  let span: { start: number; end: number } | undefined;
  if (pair) {
    const end = pair.index + pair[0].length;
    const around = text.slice(Math.max(0, pair.index - 60), end + 60);
    const temporal = TIME.test(text.slice(end, end + 16)) && !PHOTO.test(text.slice(end, end + 30));
    if (!temporal && (PHOTO.test(around) || /^\s*(?:$|[:.,!;\u2013\u2014(|-])/.test(text.slice(end)) || pair.index < 3)) span = { start: pair.index, end };
  }
  const image = block.kind === 'attribute' && block.name === 'alt';
  if (!span && (image || block.kind === 'heading' || block.kind === 'caption' || text.length < 200)) {
    const match = TRANSFORMATION.exec(text) ?? (image ? resultPicture(text) ?? pairOfTimes(text) : block.kind === 'caption' ? pairOfTimes(text) : undefined);
    // The bare name of a gallery, in a menu or over a link, shows nothing.
    const bare = !image && match !== undefined && match !== null && text.replace(match[0], '').replace(/\W/g, '').length < 8;
    if (match && !bare) span = { start: match.index, end: match.index + match[0].length };
  }
  if (!span && text.length < 200) {
    const match = PAIR.exec(text);
    if (match && PAIR_TIME.test(text) && !PAIR_OTHER.test(text)) span = { start: match.index, end: match.index + match[0].length };
  }
  if (!span) return [];
  const at = span;
  const sentence = page.sentencesOf(block).find(({ start, end }) => start <= at.start && at.start < end);
  if (sentence) {
    const frames = page.framesAt(sentence, at);
    if (frames.has('negated') || frames.has('legal') || frames.has('asked') || (frames.has('instruction') && !image && !PHOTO.test(sentence.text))) return [];
  }
  return [{ blocks: [block], span: at, voice: 'advertiser', form: 'before-after', outcome: true, confidence: block.region === 'footer' ? 0.4 : 0.85 }];
}

/** Image text of one body at two times; a chart, a shelf or a building at two times shows no result. */
function pairOfTimes(text: string): RegExpExecArray | undefined {
  const match = text.length < 200 && PICTURED.test(text) && !PAIR_OTHER.test(text) && !/\b(?:chart|graph|diagram|hours?|schedule|calendar|team|staff|dog|cat|garden|sunrise|opening|born|ultrasound|growth|x-?ray|mri|ct)\b/i.test(text) ? IMAGE_PAIR.exec(text) : null;
  return match ?? undefined;
}

/** Image text of a result: "Smile makeover results", "Patient after laser treatment"; not "After-hours entrance". */
function resultPicture(text: string): RegExpExecArray | undefined {
  const match = IMAGE_RESULT.exec(text);
  if (!match || /\b(?:after[- ](?:hours|care|school)|aftercare|before you|lab|tests?|search|survey|report(?:s|ing)?|upload|download|screen|button|page|menu|tab|form|covid|results? (?:page|form|chart|graph|table))\b/i.test(text) || (/^results?$/i.test(match[0]) && !/\b(?:smile|skin|face|body|hair|lips?|teeth|nose|treatment|surgery|makeover|patient|veneers?|implants?|filler|botox|laser|peel|weight|months?|weeks?|days?|years?|real|amazing|stunning|natural)\b/i.test(text))) return undefined;
  return match;
}
