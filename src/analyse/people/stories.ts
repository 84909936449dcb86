import type { Block, Page, Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

const TITLE = sift(/\b(?:patient|client|resident|survivor|recovery|weight[- ]loss)['’]?s? (?:stor(?:y|ies)|journeys?|spotlight|testimonials?|profile|highlight|success|of the (?:week|month|year))\b|\b(?:case|smile|save|comeback|transformation|graduate) of the (?:week|month|year|day|quarter)\b|\bcase (?:presentation|files?)\b|\b(?:here(?:['’]s| is)|hear|read|watch|this is) (?:her|his|their|one (?:patient|woman|man|family|couple)['’]s) (?:story|journey)\b|\bwhy i chose\b|\bsuccess stor(?:y|ies)\b|\bsurvivor stor(?:y|ies)\b|\breal (?:patients?|stories|results)\b|\bin (?:her|his|their) own words\b|\btestimonials?\b|\bmeet our patient\b/i);
const CASE = sift(/\bcase (?:study|report|history|of the (?:week|month|day)|presentation)\s?(?:of|about|on|[:.–—-])? ?(?:an?|our|the|one)?\b/i);
const SOMEBODY = /\b(?:patient(?!s)|man|woman|boy|girl|child|\d{1,3}[- ]year[- ]old|accountant|teacher|mother|father|nurse|runner|veteran|student|he|she|her|his)\b/i;
const PUBLISHED = sift(/\b(?:report|study) (?:by|from|in) (?:the |dr\b|[A-Z])|\bet al\b|\bcase rep\b|\bjournal\b|\bdoi\b|\bpmid\b|\bpublished\b/);
const SOLICITED = sift(/\b(?:share your|tell us your|submit your|your (?:own )?(?:story|testimonial|review)|leave (?:us )?a|write a|fill (?:in|out)|read (?:more|our|all)|see (?:more|our|all)|watch (?:more|our)|view (?:more|our|all)|more)\b/i);
const BUSINESS = sift(/\b(?:network|practice management|software|revenue|no-shows|roi|cost|workflow|marketing|seo|hospital system|payer|vendor|conversion|leads)\b/i);
/** "Jordan's journey": of one person, by name. */
const NAMED = sift(/\b(?!(?:Children|Women|Men|People|Today|Everyone|Company|Hospital|Clinic|Practice|Founder|Doctor|Nurse|Life|Nature|Parkinson|Crohn|Alzheimer)\b)[A-Z][a-zß-ÿ]{1,20}['’]s (?:[a-z-]+ ){0,2}(?:story|journey|comeback)\b/);
/** "Patient of the week. …", "Real results: …" */
const LABEL_AFTER = /^["”*_]{0,3}\s?[:.!–—-]/;
const TOLD = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])|\b(?:she|he|her|his|him|came (?:to (?:us|our)|in with)|(?:our|one|this) patient|we (?:treated|removed|operated))\b/;

/** What no announcement of a story lacks. */
const HINT = sift(/stor(?:y|ies)|testimonial|journey|spotlight|profile|highlight|success|real|own words|our patient|case|why i chose|of the (?:week|month|year|day|quarter)/i);

/** Where a block announces or tells a patient's story; a bare link or heading over nothing announces none. */
export function storyAt(block: Block, page: Pick<Page, 'document' | 'sectionOf'>, weigh: (text: string) => number): Span | undefined {
  if (block.region === 'nav' || block.region === 'footer' || block.kind === 'comment' || block.kind === 'attribute') return undefined;
  if (!HINT.test(block.text)) return undefined;
  const match = TITLE.exec(block.text) ?? caseOfSomebody(block.text, weigh) ?? (block.kind === 'heading' ? NAMED.exec(block.text) : null);
  if (!match || PUBLISHED.test(block.text) || BUSINESS.test(block.text)) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  const own = block.text.slice(0, match.index) + block.text.slice(span.end);
  if (SOLICITED.test(block.text) && !SOMEBODY.test(own)) return undefined;
  if (isLabel(block.text, span) && !CORPORATE.test(own) && (TOLD.test(own) || SOMEBODY.test(own)) && (weigh(own) >= 0.5 || /\b(?:patient|client|case|survivor)/i.test(match[0]))) return span;
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

/** Who works there, buys or sells has a story too. */
const CORPORATE = sift(/\b(?:dr\.?|doctor|joined|founder|founded|ceo|our (?:new|team|company|practice)|employees?|volunteers?|donors?|hired)\b/i);

const isLabel = (text: string, { start, end }: Span): boolean => /^\W{0,4}$/.test(text.slice(0, start)) && LABEL_AFTER.test(text.slice(end));

/** What a page is filed under: `category: success-stories`, `tags: [patient-story]`, `layout: testimonial`. */
const FILED = /^(?:(?:patient|client|survivor|success|recovery|weight[- _]?loss|real)[- _]?(?:stor(?:y|ies)|spotlights?|journeys?|testimonials?|success(?:es)?|profiles?)|testimonials?|survivors?|case[- _]stud(?:y|ies)|before[- _](?:and[- _])?after)$/i;
const FILED_BY = ['title', 'category', 'categories', 'tags', 'type', 'layout', 'template', 'section', 'collection'];

/** The block in which a page that is filed as a patient's story begins to tell it. */
export function filedStory({ document }: Pick<Page, 'document'>, weigh: (text: string) => number): Block | undefined {
  const values = FILED_BY.flatMap((key) => document.frontMatter[key]).filter((value) => typeof value === 'string');
  if (!values.some((value) => FILED.test(value.trim()))) return undefined;
  const body = document.blocks.filter((block) => block.origin !== 'front-matter' && block.kind !== 'comment' && block.kind !== 'attribute' && block.region !== 'nav' && block.region !== 'footer');
  const told = body.slice(0, 40).find(({ text }) => TOLD.test(text));
  if (!told || BUSINESS.test(told.text) || PUBLISHED.test(told.text) || SOLICITED.test(told.text)) return undefined;
  return weigh(body.slice(0, 6).map(({ text }) => text.slice(0, 200)).join('\n')) >= 0.5 || /patient|survivor/i.test(values.join(' ')) ? told : undefined;
}

const SPOKEN = sift(/^\s*["“']?[^\n]{0,800}(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])/);
/** Who said it, without a name that could be told: "(R., 58)", "— a grateful patient", "- patient, age 50". */
const ATTRIBUTION = sift(/(?:["”]\s*[-–—~(,]{0,2}\s*|[-–—~]\s?)((?:an? |our )?(?:[\w-]+ ){0,3}(?:patient|client|survivor|mom|mother|dad|father|resident)\b[^\n]{0,30}|[A-Z]\.(?: ?[A-Z]\.)?,? ?(?:age )?\d{0,3}[^\n]{0,30}|[^\n]{0,20}, (?:age )?\d\d)\s*[)."”]?\s*$/);
const OF_STAFF = sift(/\b(?:dr\.?|md|do|rn|np|pa-c|director|founder|ceo|owner|our team|nurse|therapist|physician|surgeon|manager|student|volunteer)\b/i);

/** What a patient says of their own body, with a word on who that is. */
export function spokenStory(block: Block, weigh: (text: string) => number): Span | undefined {
  if (block.kind === 'comment' || block.kind === 'attribute' || block.kind === 'heading' || block.kind === 'data' || block.kind === 'meta') return undefined;
  const text = block.text.trimEnd();
  const attribution = text.length < 900 ? ATTRIBUTION.exec(text) : null;
  if (!attribution || OF_STAFF.test(attribution[0])) return undefined;
  const said = text.slice(0, attribution.index);
  if ((!block.quoted && !/^\W{0,4}["“]/.test(text)) || !SPOKEN.test(said) || /\b(?:I|we) (?:see|treat) (?:patients|people)\b/i.test(said)) return undefined;
  return weigh(said) >= 0.5 ? { start: 0, end: text.length } : undefined;
}
