import { sift } from 'promolint/rule';
import type { Detector, Sentence } from 'promolint/rule';

const RATE =
  sift(/\b(?:success|cure|survival|recovery|pregnancy|live[- ]birth|sobriety|remission|satisfaction|complication|infection|readmission|pass|retention|quit|response|abstinence|healing|improvement|implantation|clinical pregnancy|graduation|completion|relapse|recurrence|mortality|graft survival|long[- ]term success|patient satisfaction|effectiveness|efficacy|failure|revision)[- ]rates?\b|\brates? of (?:success|survival|recovery|pregnancy|remission|satisfaction|sobriety|complications?|infections?|relapse)\b/i);
/** A figure, or one in words from seventy up. */
const SHARE = sift(/\b(?:\d{1,3}(?:\.\d{1,2})?|(?:seventy|eighty|ninety)(?:-\w{3,5})?|(?:one|a) hundred)\s?(?:%|percent|per cent)\s(?:of the time\b|success(?:ful)?\b|surviv\w{2,5}|effective\w{0,4}|recover\w{1,3}|live births?\b|pregnan\w{2,4}|remission\b|sober\b|satisf\w{4,7}|cured?\b|success rate\b|chance of success\b)/i);
const ADJECTIVE = sift(/\b(?:high(?:er|est)?|best|leading|excellent|outstanding|exceptional|superior|impressive|unmatched|remarkable|industry[- ]leading|above[- ]average|top|great|near[- ]perfect|low(?:er|est)?|amazing|incredible|phenomenal|strong|proven|unparalleled|record|enviable|better|world[- ]class|stellar|superb|good|fantastic|minimal|extremely)\b/i);
const FIGURE = sift(/\b(?:\d{1,3}(?:\.\d{1,2})?|(?:seventy|eighty|ninety)(?:-\w{3,5})?|(?:one|a) hundred)\s?(?:%|percent|per cent)|\b\d{1,3}\s(?:out of|in|of)\s\d{1,5}\b|\b(?:nine|eight|seven)\s(?:out of|in)\sten\b/i);
const VOLUME =
  sift(/\b(?:(?:tens of )?thousands|hundreds|dozens|countless|over [\d,]{2,9}|more than [\d,]{2,9}|[\d,]{2,9}\+?|millions)\s(?:of\s)?(?:success(?:ful)?(?:\s(?:stories|procedures|surgeries|outcomes|treatments|cases|patients|transplants|births|pregnancies|implants|recoveries|transformations))?|happy (?:patients|clients|customers|parents|families)|satisfied (?:patients|clients|customers)|babies born|miracle babies|lives (?:saved|changed|transformed|restored)|cured patients|patients (?:cured|healed|helped))\b/i);

/** What a reader needs to read a rate, and how copy gives it. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['out of how many', /\bn\s?=\s?\d|\b\d[\d,]{0,7}\s(?:of|out of)\s(?:the\s|our\s)?\d[\d,]{0,7}\b|\b\d[\d,]{1,8}\s(?:\p{L}+\s){0,3}(?:patients|people|adults|women|men|participants|cases|procedures|cycles|retrievals|transfers|clients|surgeries|implants|members|respondents|children|transplants|eyes|knees|hips|teeth)\b/iu],
  ['over what period', /\b(?:19|20)\d\d\b|\b(?:\d{1,3}|one|two|three|five|six|ten|twelve)[- ](?:months?|years?|weeks?|days?)\b|\bat (?:discharge|follow-up)\b/i],
  ['what counts as success', /\b(?:defined as|measured|meaning|means|live births? per|per intended|(?:no|without) (?:further|additional|new) |(?:pain|score|scale|implant)\s(?:survival|reduction of|of)|led to a|resulted in a|at least \d+|or (?:more|greater|better)|still in (?:place|use)|alive|complete(?:d)? abstinence|did not (?:need|require|return)|counted as|successful if)\b/i],
  ['in whom', /\b(?:aged?|under|over)\s\d{1,2}\b|\b(?:women|men|adults|children|patients)\s(?:under|over|aged|with|who|younger|older)\b|\b(?:first[- ]time|consecutive|low[- ]risk|stage|grade|type [12]|primary|nonsmok\w+|excluding|including|enrolled)\b/i],
  ['according to whom', /\b(?:trial|study|SART|CDC|SRTR|STS|SEER|HFEA|NJR|NSQIP|MBSAQIP|UNOS|HCAHPS|registry|registries|audited|independent(?:ly)?|published|journal|survey|data from|reported (?:to|by)|according to|internal (?:data|audit)|our (?:20\d\d )?(?:audit|registry|data|records)|Press Ganey)\b/i],
];
const SILENT = ['negated', 'asked', 'legal', 'myth', 'warning', 'reference', 'example', 'nav', 'condition', 'off-topic'] as const;
const PUBLIC_BODY = sift(/\b(?:according to|from|reports?|says?|data|statistics|estimates?)\b[^.]{0,40}\b(?:National|Institutes?|CDC|Centers for Disease|American (?:Cancer|Heart)|WHO|World Health|NHS|SEER|Department of Health)\b/);
/** How well vaccines and contraceptives protect is known of each kind, and is nobody's own record. */
const PREVENTIVE = sift(/^(?!.*\b(?:our|we)\b).*\b(?:vaccines?|vaccination|jabs?|contracepti\w+|condoms?|(?:combined|mini|contraceptive|birth control) pills?|(?:vaginal|contraceptive) rings?|(?:copper|hormonal) (?:coil|iud)|vasectomy|prep)\b/i);
const ASIDE = sift(/\b(?:depends?|vary|varies|calculated|differ|ask (?:us|your)|what affects|factors|how (?:to|we) (?:read|calculate|measure)|understand(?:ing)?|questions? about|compare|interest rates?|exchange rates?|tax rates?|pass rates? for (?:the )?(?:exam|bar|board))\b/i);

const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block, text } = sentence;
    if (block.region === 'nav' || block.region === 'form' || block.kind === 'label') continue;
    const share = SHARE.exec(text);
    const rate = share ?? RATE.exec(text);
    const counted = rate ? undefined : VOLUME.exec(text);
    const found = rate ?? counted;
    if (!found) continue;
    const at = { block, start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
    if (SILENT.some((frame) => page.framesAt(sentence, at).has(frame)) || PUBLIC_BODY.test(text) || PREVENTIVE.test(text)) continue;
    if (!share && rate && !FIGURE.test(text) && (!ADJECTIVE.test(around(text, found)) || ASIDE.test(text))) continue;
    if (/\b(?:teaches|students?|exam)\b/i.test(text) && /\bpass\b/i.test(found[0])) continue;
    if (page.citationsFor(block, sentence).some(({ adequate }) => adequate) || (counted && !page.facts.sells)) continue;
    const near = [page.before(block), block, page.after(block)].flatMap((other) => (other && other.kind !== 'attribute' ? page.sentencesOf(other) : []));
    const missing = PARTS.filter(([, shown]) => !near.some((other: Sentence) => shown.test(other.text))).map(([name]) => name);
    if (missing.length <= 2) continue;
    report({ at, data: { missing: `${missing.slice(0, -1).join(', ')} or ${missing.at(-1)}` }, ...(counted ? { message: 'volume' } : {}), ...(page.facts.sells ? {} : { confidence: 0.4 }) });
  }
};

export default detector;

function around(text: string, { index, 0: words }: RegExpExecArray): string {
  return text.slice(Math.max(0, index - 40), index + words.length + 40);
}
