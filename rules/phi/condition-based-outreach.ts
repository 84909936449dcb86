import { defineDetector, sift } from 'promolint/rule';
import type { Block, Page, Sentence } from 'promolint/rule';

/** Merge fields that fill clinical data of the reader into a message: {{diagnosis}}, [CONDITION], %%LAST_PROCEDURE%%. */
const CLINICAL_FIELD =
  /(?:\{\{?|\[|%%|\$\{|<%=?|\*\|)\s{0,3}(?:[\w.]{0,20}[._])?(?:diagnos[ie]s|condition|dx|medication|drug|prescription|procedure|(?:last_?)?visit_?reason|lab_?results?|symptoms?)\s{0,3}(?:\}\}?|\]|%%|%>|\|\*)/gi;

const APPOINTED = /^(?:[^.!?\n]|\bDr\.){0,60}(?:\{\{?|\[|%%|\$\{|<%=?|\*\|)\s{0,3}(?:[\w.]{0,20}[._])?(?:appointment_?)?(?:date|time|day|start)\s{0,3}(?:\|[^{}\n]{0,40})?(?:\}\}?|\]|%%|%>|\|\*)/i;

/** A medicine or a procedure that somebody has been prescribed, unlike an illness. */
const TREATMENT = /(?:medication|drug|prescription|procedure|symptoms?)/i;
/** News of care that goes on (treatment under 45 CFR 164.501, and refill reminders): no marketing. */
const CARE_GOES_ON = /\b(?:ships?|shipped|shipping|refills?|subscription|renews|paused|billing date|doses?|injections?|side effects?|how (?:are|is) (?:you|your|things)|how['’]s|(?:check|checking|thinking) (?:in|about you)|approved|approves|prescribed|arrived|supply|pharmacy|tolerating|responding|plateaus?|appointment|instructions|heard from you|follow-?up|chose [^.!?\n]{2,40} for|starting your|is common|journey with us)\b/i;
const PROMOTES = /\b\d+ ?% off\b|\b(?:discounts?|special offers?|deals?|save \$|on sale|upgrade to|limited[- ]time|exclusive offer|book (?:now|today)|try our|new product|time to treat|gift cards?|refer a friend|partner['’]s)\b/i;
/** A letter about a patient, or of one, to a payer, a school or an employer is no marketing to the reader. */
const ABOUT_ANOTHER = /\b(?:my|our|the|this) patient\b|\[(?:patient|child|student|member|insured)(?:['’]s)?[ _]?name\]|\bto whom it may concern\b|\b(?:dear|to) \[(?:insurance|plan|payer|health plan|school|employer|medical director)[^\]]{0,20}\]|\b(?:appeal|denial of|prior authorization|medical necessity|claim number|fill in)\b/i;
/** As much of a message as its purpose is told by, in UTF-16 code units on either side. */
const MESSAGE = 260;

/** Whether the message around a field tells somebody in treatment about that treatment; what its subject line shows is open to all. */
function isCare(source: string, from: number, to: number): boolean {
  if (!TREATMENT.test(source.slice(from, to)) || /\bsubject\W{1,4}[^\n]{0,120}$/i.test(source.slice(Math.max(0, from - 160), from))) return false;
  const before = source.slice(Math.max(0, from - MESSAGE), from).split(/\n(?:#|---)/).at(-1)!;
  const message = before + source.slice(to, to + MESSAGE).split(/\n(?:#|---)/)[0]!;
  return CARE_GOES_ON.test(message) && !PROMOTES.test(message);
}

/** What is sent to one person, by the label that scripts and copy decks put before it. */
const MESSAGE_LABEL = sift(/^\W{0,4}(?:(?:e-?mail )?(?:subject(?: line)?|preheader|preview(?: text)?)|e-?mail|sms|mms|text(?: message| alert)?|post ?card|mailer|push(?: notification| alert)?|(?:in-app )?notification|voice ?mail(?: script)?|robo-?call|call script|dm|direct message|whatsapp|reminder|letter|banner ad|(?:retargeting|display) ad)(?: ?\(?[\w ]{0,12}\)?)?\s?[:—–]/i);
/** Open to whoever holds the phone or brings the post. */
const OPEN_LABEL = sift(/^\W{0,4}(?:e-?mail )?(?:subject|preheader|preview|sms|mms|text|post ?card|mailer|push|notification)/i);
const MESSAGE_TYPE = /^(?:e-?mail|sms|text|post ?card|push|mailer|voice ?mail|letter|outreach|campaign|drip|reminder)s?\b/i;
const MESSAGE_HEADING = /\b(?:e-?mail|sms|text message|post ?card|push notification|mailer|voicemail|drip|outreach message)s?\b/i;

/** A finding or a treatment of the reader is a statement, not a question, a condition or a piece of advice. */
const UNSURE = sift(/\b(?:if|whether|may|might|could|would|should|when(?:ever)?|before|after|once|until|unless|anyone|someone|signs?|symptoms of|risk|what to|how to|ways|tips|questions|do you|have you|did you|are you|ever|in case|talk to|ask)\b|\?\s*$/i);
/** What everybody is called to, ill or not, and what the term names is then no illness of the reader. */
const ROUTINE = /\b(?:vaccin\w*|shots?|booster|immuni[sz]ation|check-?up|physical|cleaning|exam|screening|mammogram|wellness|gift card|class|webinar|newsletter|event|guide|recipes?|insurance|benefits|plan|appointment|refill)\b/i;
const ROUTINE_TERM = new Set(['vaccine', 'care-service', 'device-consumer', 'aesthetic-skincare', 'appearance', 'mood-mind', 'energy', 'general', 'veterinary', 'animal', 'alternative']);
const CLINICAL = new Set(['conditions', 'symptoms', 'drugs', 'treatments']);
/** What leads up to what the reader has: "your", "you had a", "you're living with", "seen here for". */
const READERS = sift(/\b(?:your|yr)(?: (?!doctor|provider|team|body|own)[\w'’-]+){0,2} $|\b(?:you(?:['’](?:ve|re|d))?|you (?:have|are|were|had)) (?:[\w'’-]+ ){0,4}?(?:had|have|has|with|for|take|taking|on|of|from|using|by|after|finished|started|stopped|completed|missed|skipped|is|due) (?:(?:an?|the|your|some|another|new|abnormal|recent|first|second|last|bad) ){0,3}$|\b(?:seen|treated|visited|came in|in|diagnosed|prescribed|scheduled|due|overdue) (?:[\w'’-]+ ){0,2}(?:for|with|by)? ?(?:an?|the|your)? ?$|\byou (?:had|have) (?:an?|the|your)? ?(?:abnormal |positive )?$/i);
const YOURS = sift(/\b(?:you|your|you['’](?:ve|re|d|ll))\b/i);

/** How a message reaches its reader, if the block is one: open to others, or closed. */
function messageKind(page: Page, block: Block): 'open' | 'closed' | undefined {
  if (MESSAGE_LABEL.test(block.text)) return OPEN_LABEL.test(block.text) ? 'open' : 'closed';
  if (block.origin === 'front-matter' && /^(?:subject|preheader|preview)/i.test(block.name ?? '')) return 'open';
  const { frontMatter } = page.document;
  const type = ['type', 'channel', 'layout', 'category', 'format', 'medium'].map((key) => frontMatter[key]).find((value) => typeof value === 'string' && MESSAGE_TYPE.test(value));
  if (typeof type === 'string') return /^(?:sms|text|post|push)/i.test(type) ? 'open' : 'closed';
  if (frontMatter['subject'] !== undefined && frontMatter['title'] === undefined) return 'closed';
  const heading = page.sectionOf(block).heading?.text ?? '';
  return MESSAGE_HEADING.test(heading) && heading.length < 60 ? 'closed' : undefined;
}

/** Where a sentence of a message says what its reader has, takes or had done. */
function readersHealth({ text, start, terms }: Sentence): { readonly start: number; readonly end: number } | undefined {
  if (!YOURS.test(text) || ROUTINE.test(text) && !/\b(?:your|you (?:had|have|were|are))\b/i.test(text)) return undefined;
  for (const term of terms) {
    const list = term.list.split('.')[0]!;
    if (!CLINICAL.has(list) || ROUTINE_TERM.has(term.class) || (list === 'treatments' && (term.class === 'diagnostic' || term.class === 'lab-test') && !/\b(?:had|showed|positive|abnormal|found|last)\b/i.test(text))) continue;
    const before = text.slice(0, term.start - start);
    if (!READERS.test(before) || UNSURE.test(before)) continue;
    const after = text.slice(term.end - start);
    if (/^ (?:risk|questions?|class|guide|awareness|knowledge|iq|screening|shots?|vaccin\w*|insurance|plan|numbers?|specialists?|doctors?|team|experts?|clinic|center|month|week)\b/i.test(after) || /\?\s*$/.test(text) && !/\byour\b/i.test(before)) continue;
    return { start: term.start, end: term.end };
  }
  return undefined;
}

export default defineDetector((page, report) => {
  for (const sentence of page.sentences) {
    const kind = YOURS.test(sentence.text) ? messageKind(page, sentence.block) : undefined;
    const span = kind && readersHealth(sentence);
    if (span) report({ at: { block: sentence.block, ...span }, ...(kind === 'open' && { severity: 'error' }) });
  }
  const { source, blocks } = page.document;
  if (!blocks.some((block) => block.text.includes('\uFFFC')) && !/%%|\[[A-Z_]+\]|\*\|/.test(source)) return;
  for (const match of source.matchAll(CLINICAL_FIELD)) {
    // "Your diagnosis is {{diagnosis}}" in a template of the portal is care; a message to the reader has a greeting or an offer.
    if (!/\b(?:hi|hello|dear|time to|your|you)\b/i.test(source.slice(Math.max(0, match.index - 300), match.index))) continue;
    // "Your {{procedure}} is on {{date}} at {{time}}" reminds of care that was agreed on.
    if (APPOINTED.test(source.slice(match.index + match[0].length, match.index + match[0].length + 120))) continue;
    if (ABOUT_ANOTHER.test(source.slice(Math.max(0, match.index - 2 * MESSAGE), match.index + MESSAGE)) && !PROMOTES.test(source.slice(Math.max(0, match.index - MESSAGE), match.index + MESSAGE))) continue;
    if (isCare(source, match.index, match.index + match[0].length)) continue;
    report({ at: { from: match.index, to: match.index + match[0].length }, message: 'merge', severity: 'error' });
  }
});
