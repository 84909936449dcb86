import { defineDetector, sift } from 'promolint/rule';

const FORM =
  sift(/\b(?:authori[sz]ation (?:to|for) (?:use|disclos|release)\w*|(?:photo|media|testimonial|story|image|video)[ -](?:release|consent)\b|consent to (?:photograph|use my (?:image|story|likeness|name))|i authori[sz]e\b)/i);
/** A policy about forms, or a release of staff or hired models, is no patient's authorization. */
const NOT_A_FORM = sift(/\b(?:employees?|staff|models?|actors?) (?:media|release|consent|policy|agreement)\b|\bhow (?:do|can) i\b|\bsee our\b|\bnotice of privacy\b/i);
const FILLED_IN = sift(/\b(?:sign(?:ature|ed)?\b|date\s*[_:]|name\s*[_:]|initials?\b)|_{3,}|\bi (?:agree|authori[sz]e|consent|understand|permit)\b|\byou may not withdraw\b|\brequired before\b/i);

/** The elements of 45 CFR 164.508(c)(1) and (2), and words by which a form shows each. */
const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['what is disclosed', /\b(?:my|the) (?:\w+,? ){0,4}(?:name|photograph|photo|image|story|likeness|condition|information|records?)\b/i],
  ['who may disclose it', /\b(?:authori[sz]e|permit|allow) (?:the )?\w+|\bclinic|hospital|practice|office\b/i],
  ['to whom', /\bto (?:the )?(?:public|media|press|readers|anyone|visitors|website|social)\b|\bon (?:its|the|our) (?:website|social media|page)\b/i],
  ['the purpose', /\b(?:purpose|to promote|for (?:marketing|advertising|promotion|publicity|education))\b/i],
  ['an end date or event', /\b(?:expires?|expiration|ends? on|until|valid (?:for|through|until)|will end)\b/i],
  ['signature and date', /\bsign(?:ature|ed)?\b[^]{0,80}\bdate\b|\bdate\b[^]{0,80}\bsign(?:ature)?\b/i],
  ['the right to revoke', /\b(?:revoke|withdraw|cancel) (?:this|it|my|in)\b[^.]{0,80}(?:writing|any time|at any time|written)|\bmay revoke\b/i],
  ['that care does not depend on it', /\b(?:will not (?:depend|condition|affect)|not (?:be )?(?:conditioned|required|affected)|does not (?:depend|affect))\b/i],
  ['that it may be shared again', /\b(?:redisclos\w+|re-disclos\w+|shared again|no longer (?:be )?protected)\b/i],
];

export default defineDetector((page, report) => {
  const copy = page.document.blocks.filter((block) => block.kind !== 'comment' && block.kind !== 'attribute');
  const opening = copy.find((block) => FORM.test(block.text));
  if (!opening) return;
  const section = page.sectionOf(opening);
  const text = copy
    .filter((block) => block.index >= section.first && block.index <= section.last)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 20_000);
  if (NOT_A_FORM.test(opening.text) || !FILLED_IN.test(text)) return;
  const missing = ELEMENTS.filter(([, words]) => !words.test(text)).map(([name]) => name);
  const match = FORM.exec(opening.text)!;
  if (missing.length === 0) return;
  report({ at: { block: opening, start: match.index, end: match.index + match[0].length }, data: { missing: missing.join(', ') } });
});
