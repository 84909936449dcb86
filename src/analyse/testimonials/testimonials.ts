import type { Block, Frame, Page, Span, Testimonial } from '../../rule.ts';
import type { Lexicon } from '../lexicon.ts';
import { beforeAndAfter, ratings } from './galleries.ts';
import { quotationsIn } from './quotations.ts';
import { isFormTalk, isTitle, read, type Reading } from './reading.ts';
import { speakerBeside, speakerLine, voiceOf, type Speaker } from './speakers.ts';
import { stories } from './stories.ts';
import { hasTypicality } from './typicality.ts';
import { sift } from '../../match/sift.ts';
import { straight } from '../tokens.ts';

export type TestimonialPage = Pick<Page, 'document' | 'sections' | 'sentences' | 'sentencesOf' | 'sectionOf' | 'before' | 'after' | 'framesAt'>;
/** A testimonial before the disclosures around it are looked up. */
export type TestimonialDraft = Omit<Testimonial, 'typicality'>;

/**
 * Testimonials of a page, recognised by what they are, in block order. `references` are blocks that cite papers, whose
 * quotation marks are titles.
 */
export function findTestimonials(page: TestimonialPage, lexicon: Lexicon, references: ReadonlySet<Block>): Testimonial[] {
  const drafts: TestimonialDraft[] = [];
  const taken = new Set<Block>();
  const professional = speaksAsProfessional(page);
  for (const block of page.document.blocks) {
    if (!isCopy(block) || references.has(block)) continue;
    drafts.push(...ratings(block), ...beforeAndAfter(page, block));
    if (block.kind === 'attribute' || block.kind === 'meta' || taken.has(block)) continue;
    const draft = inCard(page, block, lexicon, taken) ?? inBlockQuote(page, block, lexicon, taken);
    if (draft) {
      drafts.push(draft);
      continue;
    }
    const quoted = inQuotationMarks(page, block, lexicon, taken);
    drafts.push(...quoted);
    if (quoted.length > 0) continue;
    const told = stories(page, block, lexicon);
    if (told) drafts.push(told);
    else {
      const own = inOwnWords(page, block, lexicon, taken, professional);
      if (own) drafts.push(own);
    }
  }
  return drafts.map((draft) => ({ ...draft, typicality: hasTypicality(page, draft.blocks) }));
}

function isCopy(block: Block): boolean {
  return block.kind !== 'comment' && block.kind !== 'label' && block.kind !== 'button' && block.region !== 'nav' && block.region !== 'form' && block.text.length > 2;
}

/** Front-matter keys, schema.org types and class names that hold what somebody said. */
const FIELD_LIST = sift(/(?:^|[._-])(?:testimonials?|reviews?|quotes?|feedback|kudos|success_?stor(?:y|ies)|patient_?stor(?:y|ies)|stories|endorsements?|praise|what(?:_|-)?(?:they|clients|patients)(?:_|-)?say)(?=[.[_-]|$)/i);
const FIELD_TEXT = sift(/(?:^|\.)(?:testimonials?|quotes?|text|body|content|review|reviewbody|message|description|comment|story|words|copy|feedback|excerpt|blurb|value|paragraphs?)(?:\[\d{1,4}\])?$/i);
const FIELD_LIST_ITEM = /\[\d{1,4}\]$/;
const CARD = sift(/^(?:testimonials?|reviews?|quotes?|feedbacks?|success-?stor(?:y|ies)|patient-?stor(?:y|ies)|client-?stor(?:y|ies)|stor(?:y|ies)-card|story-(?:quote|text|body)|kudos)(?:$|[-_])|(?:^|[-_])(?:testimonials?|review|reviews|quote-(?:text|card|body|block)|customer-(?:quote|feedback|voice)|patient-(?:quote|voice|feedback|review))(?:$|[-_])/i);
const NOT_CARD =
  sift(/review(?:ed|er)?-?(?:by|date|board|process|policy)|medical(?:ly)?-?review|peer-?review|preview|last-?review|(?:get|request|free|instant|insurance)-?(?:a-)?quote|quote-?(?:form|request|btn|button|icon|mark)|review-?(?:form|cta|link|btn|button|us)|leave-?a?-?review|write-?a?-?review|testimonials?-?(?:intro|heading|title|header|form|cta|nav|btn|button|link|lead)/i);

function inField(block: Block): boolean {
  const name = block.name ?? '';
  if (block.kind !== 'data') return block.origin === 'body' && name === 'reviewBody';
  if (block.origin === 'json-ld') return block.types?.includes('Review') === true && /(?:reviewBody|description|text)$/i.test(name);
  if (!FIELD_LIST.test(name)) return false;
  return FIELD_TEXT.test(name) || FIELD_LIST_ITEM.test(name);
}

function inCardClass(block: Block): boolean {
  const near = block.classes.slice(0, 12);
  return near.some((name) => CARD.test(name) && !NOT_CARD.test(name)) && !near.slice(0, 2).some((name) => NOT_CARD.test(name));
}

/** The text of a review card or list entry. Its heading, intro, call to action and name lines are not what was said. */
function inCard(page: TestimonialPage, block: Block, lexicon: Lexicon, taken: Set<Block>): TestimonialDraft | undefined {
  const field = inField(block);
  if (!field && (!inCardClass(block) || block.kind === 'heading' || block.kind === 'data')) return undefined;
  if (block.kind === 'button') return undefined;
  const reading = readAll(page, block, lexicon);
  if (reading.words < 3 || speakerLine(block, lexicon) || isInvitation(block.text)) return undefined;
  const quotation = quotationsIn(block).find((span) => span.end - span.start > block.text.length * 0.4);
  const says = reading.person === 'singular' || reading.outcome !== undefined || reading.verdict || quotation !== undefined;
  if (!says || (reading.person === 'none' && !reading.outcome && !quotation && !field)) return undefined;
  // "We love to hear from our patients" in a card's frame is the advertiser speaking.
  if (!field && !quotation && reading.person === 'plural' && /\bour (?:patients|clients|customers|team|clinic|practice|reviews)\b/i.test(block.text) && !reading.outcome) return undefined;
  return quoteOf(page, block, quotation ?? wholeOf(block), reading, 'review', 0.9, taken, lexicon);
}

/** A Markdown block quote is a call-out more often than a quotation: only somebody's own words count. */
function inBlockQuote(page: TestimonialPage, block: Block, lexicon: Lexicon, taken: Set<Block>): TestimonialDraft | undefined {
  if (!block.quoted || block.kind === 'heading' || block.kind === 'data') return undefined;
  const quotation = quotationsIn(block)[0];
  const reading = readAll(page, block, lexicon);
  const speaker = quotation ? speakerBeside(block, quotation) : trailingSpeaker(block);
  const next = speaker ?? speakerOfNext(page, block, lexicon);
  if (reading.words < 3 || /^\W{0,3}(?:note|tip|important|warning|caution|remember|disclaimer|key takeaway|did you know|fact|myth|pro tip|bottom line|summary|update|example)\b/i.test(block.text)) return undefined;
  const personal = reading.person === 'singular' || (reading.person === 'plural' && (next !== undefined || reading.outcome !== undefined));
  if (!personal && !(next !== undefined && (reading.outcome !== undefined || reading.verdict))) return undefined;
  if (!reading.outcome && !reading.verdict && !next) return undefined;
  if (isFormTalk(block.text)) return undefined;
  return quoteOf(page, block, quotation ?? wholeOf(block), reading, 'quote', next ? 0.95 : 0.85, taken, lexicon, next);
}

/** Words after which a quotation is a title, a sample phrase, a search term, or the reader's own thought. */
const SAMPLE_BEFORE =
  sift(/\b(?:if you|(?:you|you've|you'd|you'll|you're)(?:\s\p{L}{2,10}){0,4}\s(?:say|said|saying|think|thinking|thought|wonder|wondering|ask|asking|tell|tells|told|hear|heard|read|seen|see)|imagine|wondering|ask(?:ing)?(?: yourself)?|call(?:ed|s)?|titled?|entitled|named|known as|so-called|phrases?|words?|terms?|such as|e\.g\.|for example|search(?:ing)? for|googl(?:e|ing)|type|write|reply|respond(?: with)?|sign(?:s|ed)?|reads?|label(?:l?ed)?|headline|subject(?: line)?|title|myth|avoid|instead of|never say|don't say|do not say|can't say|cannot say|must not say|slogan|motto|tagline|song|book|article|study|paper|chapter|episode|course|question|message|statements? like|claims? (?:like|such as|that)|promises? (?:like|such as)|things like|lines? like|tell(?:s|ing)? (?:your|the) (?:body|brain|mind|cells|muscles|skin|gut|liver|nervous system)|sms|dm|voicemail|script)\s?[:,]?\s{0,2}$/iu);
const SAMPLE_START = sift(/^\W{0,3}(?:say|ask|write|avoid|never say|don't say|do not say|instead of|bad|wrong|good|example|do|don't|before|after|claim|script|template|red flag|not allowed|allowed|myth)\s?[:-]/i);

/** What follows a quotation that is a term to be explained. */
const SAMPLE_AFTER = sift(/^\W{0,3}\s?(?:(?:in|on) (?:the|a|our|this) (?:clearance|label|law|name|claim|ad|poster|bottle|box|headline)|means?\b|refers? to|stands for|is (?:not )?an? (?:\p{L}+ )?(?:term|phrase|word|slogan|claim)|(?:promises?|boasts?|proclaims?|claims?|declares?|screams?) (?:the|its|their|an?|one) (?:\p{L}+ )?(?:web ?site|site|ad|advert|advertisement|label|box|package|bottle|headline|seller|maker|brochure|video|infomercial)|has no (?:strict |legal |fixed )?(?:definition|meaning))/iu);

function inQuotationMarks(page: TestimonialPage, block: Block, lexicon: Lexicon, taken: Set<Block>): TestimonialDraft[] {
  const found: TestimonialDraft[] = [];
  const sentences = page.sentencesOf(block);
  let before: TestimonialDraft | undefined;
  for (const quotation of quotationsIn(block)) {
    const inner = block.text.slice(quotation.start + 1, quotation.end - 1).trim();
    const reading = read(block, quotation, sentences, lexicon);
    const preface = straight(block.text.slice(Math.max(0, quotation.start - 80), quotation.start));
    // "My back is fine now," she says. "I even garden.": one testimonial in two quotations.
    if (before && quotation.start - before.span.end < 60 && reading.words > 1 && reading.person !== 'none') {
      found[found.length - 1] = before = { ...before, span: { start: before.span.start, end: quotation.end }, outcome: before.outcome || reading.outcome !== undefined };
      continue;
    }
    if (reading.words < 3 || isTitle(inner) || /\?\W{0,2}$/.test(inner) || isFormTalk(inner) || SAMPLE_START.test(block.text)) continue;
    if (sentences.some((sentence) => sentence.end > quotation.start && sentence.start < quotation.end && ['example', 'legal', 'reference', 'myth', 'warning', 'definition'].some((frame) => sentence.frames.has(frame as 'example')))) continue;
    const holder = sentences.find((sentence) => sentence.start <= quotation.start && quotation.start < sentence.end);
    if (holder && page.framesAt(holder, quotation).has('myth')) continue;
    if (SAMPLE_AFTER.test(block.text.slice(quotation.end, quotation.end + 60))) continue;
    const beside = speakerBeside(block, quotation);
    if (!beside && SAMPLE_BEFORE.test(preface)) continue;
    const share = (quotation.end - quotation.start) / block.text.trim().length;
    const speaker = beside ?? (share > 0.6 ? (speakerOfNext(page, block, lexicon) ?? speakerOfPrevious(page, block, lexicon, taken)) : undefined);
    const outcome = reading.outcome !== undefined;
    const own = reading.person === 'singular' || (reading.person === 'plural' && (outcome || speaker !== undefined));
    const stands = quotation.start < 3 || share > 0.5;
    if (speaker) {
      if (!outcome && !reading.verdict && !own) continue;
    } else if (own ? !outcome && !(reading.verdict && reading.words >= 5) : !(outcome && stands)) continue;
    const confidence = speaker ? 0.95 : own ? 0.8 : 0.6;
    const draft = quoteOf(page, block, quotation, reading, 'quote', confidence, taken, lexicon, speaker);
    found.push(draft);
    before = draft;
  }
  return found;
}

const NOT_TOLD: readonly Frame[] = ['asked', 'example', 'legal', 'myth', 'warning', 'reference'];

/** A result in the first person without quotation marks: a narrator of an advertorial, a review copied as plain text. */
function inOwnWords(page: TestimonialPage, block: Block, lexicon: Lexicon, taken: ReadonlySet<Block>, professional: boolean): TestimonialDraft | undefined {
  if (block.kind === 'button' || (block.kind === 'heading' && block.text.length < 25)) return undefined;
  let told: Span | undefined;
  let next: Speaker | undefined;
  // Of each sentence, first what most do not have: that somebody got better.
  for (const sentence of page.sentencesOf(block)) {
    const reading = read(block, sentence, [sentence], lexicon);
    if (reading.outcome === undefined || reading.person === 'none') continue;
    if (NOT_TOLD.some((frame) => sentence.frames.has(frame))) continue;
    next ??= speakerOfNext(page, block, lexicon) ?? trailingSpeaker(block) ?? speakerOfPrevious(page, block, lexicon, taken);
    if (reading.person === 'plural' && !next) continue;
    if (PROFESSIONAL.test(sentence.text)) continue;
    const framed = page.framesAt(sentence, reading.outcome);
    if (framed.has('condition') || framed.has('goal') || framed.has('myth') || isAboutReader(block, sentence, reading.outcome)) continue;
    told = { start: told?.start ?? sentence.start, end: sentence.end };
  }
  if (!told) return undefined;
  return {
    blocks: next && next.block !== block ? [block, next.block] : [block], span: told, voice: next?.voice ?? (professional ? 'expert' : 'unknown'), form: 'first-person', outcome: true,
    confidence: next ? 0.85 : professional ? 0.35 : 0.65, ...(next ? { attribution: placeOf(next) } : {}),
  };
}

/** "I check in so that you feel great": what became better is the reader's. */
function isAboutReader(block: Block, sentence: Span, outcome: Span): boolean {
  return /\byou(?:['\u2019](?:re|ll|ve|d))?\b[^,;]{0,25}$/i.test(block.text.slice(sentence.start, outcome.start)) || /\bif you\b/i.test(block.text.slice(sentence.start, sentence.end)) || /^you\b/i.test(block.text.slice(outcome.start, outcome.end));
}

const PROFESSIONAL =
  sift(/\b(?:my (?:patients|clients|practice|clinic|colleagues|team|staff|approach|philosophy|training|career|customers|students)|as an? (?:\p{L}+\s){0,3}(?:doctor|physician|chiropractor|acupuncturist|dentist|therapist|nurse|nutritionist|practitioner|surgeon|dietiti?an|pharmacist|clinician|provider|coach|massage therapist|specialist)|I (?:treat|practi[cs]e|speciali[sz]e|offer|provide|perform|prescribe|examine|charge|start with|refer|see (?:patients|clients|people|adults|children)|help (?:people|patients|clients|women|men|my|you)|have (?:treated|practi[cs]ed|performed|trained|been practi[cs]ing)|graduated|trained|founded|opened|established|became a|received my)|I(?:'m| am) (?:an? )?(?:\p{L}+\s){0,3}(?:doctor|physician|chiropractor|acupuncturist|dentist|therapist|nurse|nutritionist|practitioner|surgeon|dietiti?an|pharmacist|physiotherapist|osteopath|podiatrist|midwife|psychologist|counsellor|optometrist|chartered|passionate|certified|licensed|registered|board))\b/iu);

/** Whether the page's "I" is a practitioner writing about the practice. */
function speaksAsProfessional(page: TestimonialPage): boolean {
  let cues = 0;
  for (const block of page.document.blocks) {
    if (block.kind === 'comment' || block.quoted || block.text.length > 5000) continue;
    if (PROFESSIONAL.test(block.text) && quotationsIn(block).length === 0) cues++;
    if (cues >= 2) return true;
  }
  return false;
}

function readAll(page: TestimonialPage, block: Block, lexicon: Lexicon): Reading {
  return read(block, wholeOf(block), page.sentencesOf(block), lexicon);
}

function wholeOf(block: Block): Span {
  return { start: 0, end: block.text.length };
}

/** "Read our reviews", "Share your story": the frame around testimonials. */
function isInvitation(text: string): boolean {
  return text.length < 160 && /\b(?:read|see|view|watch|share|leave|write|submit|hear|check out|browse|post|tell us|click|load|show) (?:\p{L}+\s){0,4}(?:reviews?|testimonials?|stor(?:y|ies)|feedback|experiences?|more)\b|\bwhat (?:our )?(?:patients|clients|customers|people) (?:are |have )?(?:say|saying|said|think)\b/iu.test(text);
}

function quoteOf(
  page: TestimonialPage, block: Block, span: Span, reading: Reading, form: Testimonial['form'], confidence: number, taken: Set<Block>, lexicon: Lexicon, known?: Speaker,
): TestimonialDraft {
  const speaker = known ?? speakerBeside(block, span) ?? speakerOfNext(page, block, lexicon) ?? trailingSpeaker(block) ?? (form === 'review' ? speakerOfPrevious(page, block, lexicon, taken) : undefined);
  const blocks = speaker && speaker.block !== block ? [block, speaker.block] : [block];
  taken.add(block);
  if (speaker && speaker.block !== block && speaker.block.index > block.index) taken.add(speaker.block);
  return {
    blocks, span, form, confidence,
    voice: speaker ? speaker.voice : reading.person === 'singular' ? 'patient' : 'unknown',
    outcome: reading.outcome !== undefined,
    ...(speaker ? { attribution: placeOf(speaker) } : {}),
  };
}

function placeOf({ block, start, end }: Speaker): { block: Block; start: number; end: number } {
  return { block, start, end };
}

function speakerOfNext(page: TestimonialPage, block: Block, lexicon: Lexicon): Speaker | undefined {
  if (block.kind === 'data') return siblingName(page, block);
  const next = page.after(block);
  // A heading names the speaker of what stands above it only inside the same card.
  if (!next || (next.kind === 'heading' && !next.classes.some((name) => CARD.test(name) && block.classes.slice(0, 2).includes(name)))) return undefined;
  // A name in a list of things is no attribution: the quotation and it must stand together.
  if (block.list && next.list && (next.list.id !== block.list.id || next.list.item !== block.list.item)) return undefined;
  return speakerLine(next, lexicon);
}

function speakerOfPrevious(page: TestimonialPage, block: Block, lexicon: Lexicon, taken: ReadonlySet<Block>): Speaker | undefined {
  const previous = page.before(block);
  if (!previous || block.kind === 'data' || taken.has(previous) || previous.text.length > 60) return undefined;
  return speakerLine(previous, lexicon);
}

/** The `name` or `author` beside a quotation in front matter or JSON-LD. */
function siblingName(page: TestimonialPage, block: Block): Speaker | undefined {
  const parent = (block.name ?? '').replace(/\.?[^.[\]]+$/, '');
  for (const step of [-3, -2, -1, 1, 2, 3, 4]) {
    const other = page.document.blocks[block.index + step];
    if (!other || other.kind !== 'data' || other.origin !== block.origin || !other.name?.startsWith(parent)) continue;
    if (/(?:^|\.)(?:name|author|by|client|patient|customer|person|attribution|cite|who|reviewer|source|title)(?:\.name)?$/i.test(other.name.slice(parent.length)) && other.text.length < 110)
      return { block: other, start: 0, end: other.text.length, voice: voiceOf(other.text) };
  }
  return undefined;
}

/** "… and I sleep again. — Noor, 39" without quotation marks. */
function trailingSpeaker(block: Block): Speaker | undefined {
  const match = /[.!?\u2026\u201d"*]?\s{0,3}[\u2013\u2014\u2015~-]{1,3}\s?((?:\p{Lu}|a |an |verified |the )[^.!?\u2013\u2014]{1,70}\.?)$/u.exec(block.text.slice(-110).trimEnd());
  if (!match?.[1] || match.index === 0) return undefined;
  const start = block.text.trimEnd().length - match[1].length;
  return { block, start, end: start + match[1].length, voice: voiceOf(match[1]) };
}

