import type { Block, Page, Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

const TITLE = sift(/\b(?:patient|client|resident|survivor|recovery|weight[- ]loss)['’]?s? (?:stor(?:y|ies)|journeys?|spotlight|testimonials?|profile|highlight|success|of the (?:week|month|year))\b|\bsuccess stor(?:y|ies)\b|\bsurvivor stor(?:y|ies)\b|\breal (?:patients?|stories|results)\b|\bin (?:her|his|their) own words\b|\btestimonials?\b|\bmeet our patient\b/i);
const CASE = sift(/\bcase (?:study|report|history) (?:of|about|on|:)? ?(?:an?|our|the|one)?\b/i);
const SOMEBODY = /\b(?:patient(?!s)|man|woman|boy|girl|child|\d{1,3}[- ]year[- ]old|accountant|teacher|mother|father|nurse|runner|veteran|student|he|she|her|his)\b/i;
const PUBLISHED = sift(/\b(?:report|study) (?:by|from|in) (?:the |dr\b|[A-Z])|\bet al\b|\bcase rep\b|\bjournal\b|\bdoi\b|\bpmid\b|\bpublished\b/);
const SOLICITED = sift(/\b(?:share your|tell us your|submit your|your (?:own )?(?:story|testimonial|review)|leave (?:us )?a|write a|fill (?:in|out)|read (?:more|our|all)|see (?:more|our|all)|watch (?:more|our)|view (?:more|our|all)|more)\b/i);
const BUSINESS = sift(/\b(?:network|practice management|software|revenue|no-shows|roi|cost|workflow|marketing|seo|hospital system|payer|vendor|conversion|leads)\b/i);
const TOLD = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])|\b(?:she|he|her|his|came to us)\b/;

/** What no announcement of a story lacks. */
const HINT = sift(/stor(?:y|ies)|testimonial|journey|spotlight|profile|highlight|success|real|own words|our patient|case|of the (?:week|month|year)/i);

/** Where a block announces or tells a patient's story; a bare link or heading over nothing announces none. */
export function storyAt(block: Block, page: Pick<Page, 'document' | 'sectionOf'>, weigh: (text: string) => number): Span | undefined {
  if (block.region === 'nav' || block.region === 'footer' || block.kind === 'comment' || block.kind === 'attribute') return undefined;
  if (!HINT.test(block.text)) return undefined;
  const match = TITLE.exec(block.text) ?? caseOfSomebody(block.text, weigh);
  if (!match || PUBLISHED.test(block.text) || BUSINESS.test(block.text)) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  const own = block.text.slice(0, match.index) + block.text.slice(span.end);
  if (SOLICITED.test(block.text) && !SOMEBODY.test(own)) return undefined;
  if (block.kind !== 'heading' && block.kind !== 'meta' && block.kind !== 'data') return /^case/i.test(match[0]) || (TOLD.test(own) && weigh(own) >= 0.5) ? span : undefined;
  if (block.kind !== 'heading') return weigh(own) >= 0.5 || SOMEBODY.test(own) ? span : undefined;
  const section = page.sectionOf(block);
  const body = page.document.blocks.slice(section.first, Math.min(section.last, section.first + 60) + 1).filter((other) => other !== block && other.kind !== 'comment');
  return body.some(({ text }) => TOLD.test(text) && text.length > 20 && weigh(text.slice(0, 600)) >= 0.5) ? span : undefined;
}

function caseOfSomebody(text: string, weigh: (text: string) => number): RegExpExecArray | null {
  const match = CASE.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length, match.index + 160);
  return SOMEBODY.test(rest) && weigh(rest) >= 0.5 ? match : null;
}
