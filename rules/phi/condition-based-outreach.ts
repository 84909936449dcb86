import { defineDetector } from 'promolint/rule';

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

export default defineDetector((page, report) => {
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
