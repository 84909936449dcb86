import { defineDetector, sift } from 'promolint/rule';
import type { Block, Page, Sentence } from 'promolint/rule';

const HEADER = /^\s*(?:subject(?: line)?|preheader|preview text)\s*:\s*/i;
/** A subject below other headers of the same block: "From: deals@clinic.example" and the like. */
const BELOW = /^\s*(?:from|to|reply-to|date|sent|cc)\s*:\s*[^\n]{1,120}?\s(?:\*\*)?subject(?: line)?\s*:\s*/i;
const OPT_OUT =
  sift(/\bunsubscribe|\bopt(?:ing)?[- ]?out\b|\b(?:manage|update|change) (?:your )?(?:e-?mail )?preferences\b|\b(?:stop|end|pause) (?:receiving |getting )?(?:these|our|this|all|future|further|such) (?:\w+ )?(?:e-?mails?|letters?|messages?|mailings?|newsletters?|notes|offers)\b|\b(?:take|remove) (?:me|yourself|your (?:name|address)) (?:off|from)\b|\bleave (?:the|this|our) (?:mailing )?list\b|\breply (?:with )?["'\u201c]?(?:stop|no more|remove|leave|off)\b|\b(?:do not|don't|no longer|rather not|would you rather not|tired of|enough of|had enough of|not interested in|prefer not to) (?:\w+ ){0,3}(?:our |these |any |more )?(?:e-?mails?|mail|mailings?|messages?|letters?|newsletters?|notes|hear(?:ing)? from us)\b|\b(?:choose|change|manage|set|pick) what (?:we|you) (?:send|get|receive)\b|\b(?:off|leave|quit) (?:the|this|our|my) (?:mailing |e-?mail )?list\b|\b(?:e-?mail|mail|communication) (?:settings|choices|preferences)\b|\bwithdraw (?:your )?consent\b|\bto (?:stop|leave|cancel|end),? (?:click|reply|write|tell|text|use)\b/i);
const OPT_OUT_TAG = /unsub|opt[-_]?out|pref(?:erence)?s\b|subscription[-_ ]?center/i;
const ADDRESS =
  sift(/\bp\.? ?o\.? ?box \d|\b[A-Z][a-z]{3,14},? \d{5}(?:-\d{4})?\b|\b(?:\d{1,6}|one|two|three|four|five|ten) [A-Z][\w.' -]{1,40}\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way|court|ct|plaza|parkway|pkwy|square|sq|highway|hwy|suite|terrace|place|pl|row|wharf|circle|cir|trail|pike|turnpike|alley|loop|commons|center|centre|broadway|route \d+)\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/i);
/** Words that belong to a message about something the reader did. */
const PRETENDS =
  sift(/^\s*(?:re|fwd?) ?:|\byour (?:(?:test|lab) )?(?:results?|account|claim|refund|prescription|order|invoice|balance|benefits?)\b.{0,20}\b(?:is|are|has|have|was|ready)\b|\b(?:final notice|action required|last warning|payment due|confirm your)\b/i);
const NOT_COMMERCIAL = sift(/\b(?:transactional|relationship|internal|staff|operational|appointment-reminder)\b/i);

export default defineDetector((page, report) => {
  const { blocks, frontMatter, frontMatterRange } = page.document;
  const subject = findSubject(page);
  if (!isEmail(page, subject) || isExempt(page)) return;
  const offer = firstOffer(page, subject?.block);
  const isNewsletter = /\bnewsletter\b/i.test(`${subject?.text ?? ''} ${String(frontMatter['type'] ?? '')}`);
  if (!offer && !isNewsletter && !page.facts.sells) return;

  const pretends = subject && offer ? PRETENDS.exec(subject.text) : null;
  if (subject && pretends)
    report({ at: { block: subject.block, start: subject.start, end: subject.block.text.length }, message: 'subject' });

  const missing: string[] = [];
  if (!hasOptOut(blocks)) missing.push('a way to opt out');
  if (!hasAddress(page)) missing.push('a postal address');
  if (missing.length === 0) return;
  const data = { missing: missing.join(' and ') };
  if (offer) report({ at: { block: offer.block, start: offer.start, end: offer.end }, data });
  else if (subject) report({ at: { block: subject.block, start: subject.start, end: subject.block.text.length }, data });
  else if (frontMatterRange) report({ at: frontMatterRange, data });
});

interface Subject {
  readonly block: Block;
  /** Where its words start in the block. */
  readonly start: number;
  readonly text: string;
}

function findSubject({ document: { blocks } }: Page): Subject | undefined {
  for (const block of blocks) {
    if (block.kind === 'data' && /^subject(?:_?line)?$/i.test(block.name ?? '')) return { block, start: 0, text: block.text };
  }
  for (const block of blocks.filter(({ origin }) => origin === 'body').slice(0, 4)) {
    const header = HEADER.exec(block.text) ?? BELOW.exec(block.text);
    if (header) return { block, start: header[0].length, text: block.text.slice(header[0].length) };
  }
  return undefined;
}

function isEmail({ document: { frontMatter, path } }: Page, subject: Subject | undefined): boolean {
  const kinds = ['type', 'layout', 'template', 'channel', 'kind', 'format'].map((key) => frontMatter[key]);
  if (kinds.some((kind) => typeof kind === 'string' && /\be-?mail|\bnewsletter\b/i.test(kind))) return true;
  if (subject && subject.block.kind !== 'data') return true;
  return (
    subject !== undefined &&
    (/(?:^|\/)e-?mails?\//i.test(path) ||
      ['preheader', 'preview_text', 'from', 'reply_to', 'to'].some((key) => key in frontMatter))
  );
}

function isExempt({ document: { frontMatter, blocks } }: Page): boolean {
  if (['type', 'category', 'kind', 'channel', 'audience'].some((key) => NOT_COMMERCIAL.test(String(frontMatter[key] ?? ''))))
    return true;
  return blocks.slice(0, 3).some(({ text }) => /\btype: ?(?:transactional|internal|relationship)\b/i.test(text));
}

/** The first sentence of the body that offers something. */
function firstOffer(page: Page, subject: Block | undefined): Sentence | undefined {
  return page.sentences.find(
    ({ block, terms, frames }) =>
      block !== subject &&
      block.kind !== 'data' &&
      !HEADER.test(block.text) &&
      !BELOW.test(block.text) &&
      !frames.has('legal') &&
      terms.some(({ list, class: kind }) => list === 'offers' && kind !== 'exempt'),
  );
}

function hasOptOut(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ text, links, marks }) =>
      OPT_OUT.test(text) ||
      links.some(({ href }) => OPT_OUT_TAG.test(href)) ||
      marks.some(({ kind, value }) => kind === 'hole' && OPT_OUT_TAG.test(value ?? '')),
  );
}

function hasAddress({ document: { blocks }, context: { organization } }: Page): boolean {
  return blocks.some(
    ({ text, marks }) =>
      ADDRESS.test(text) ||
      organization.addresses.some((address) => text.includes(address)) ||
      marks.some(({ kind, value }) => kind === 'hole' && /address/i.test(value ?? '')),
  );
}
