import { NOT_CLAIMED } from '../rule.ts';
import type { Claim, ClaimLevel, Frame, Page, Sentence, Span } from '../rule.ts';
import { SELLING } from '../analyse/agents.ts';

/** What a sentence states for the advertiser: an effect on health, a figure of results, a rank. */
export interface Statement extends Span {
  readonly sentence: Sentence;
  readonly kind: ClaimLevel | 'figure' | 'comparison';
  readonly strength: 'strong' | 'moderate' | 'weak';
  readonly speaker: Claim['speaker'];
  /** What is acted on, as the copy has it. */
  readonly object?: string;
}

/** Copy that is meant otherwise than as a claim. */
const CLEARED: readonly Frame[] = [...NOT_CLAIMED, 'instruction', 'research', 'eligibility', 'risk', 'condition', 'goal', 'hearsay', 'definition', 'advice'];
const SURE = 0.5;

const FIGURE =
  /\b\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent\b|per cent\b)|\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:in|out of)\s(?:\d{1,4}|ten|five|four|three)\b/i;
const COUNTED =
  /\b(?:patients?|clients?|customers?|users?|people|women|men|adults|members|participants|success|results?|relief|effective|improve\w{0,4}|reduc\w{1,5}|surviv\w{1,3}|recover\w{0,3}|satisf\w{4,7})\b/i;
const PRICE = /\b(?:off|discount|save|savings|price|fee|deposit|financing|apr|tax|tip|coupon|sale)\b|[$£€]/i;
const RANKS: ReadonlySet<string> = new Set(['superlative', 'leader', 'unique', 'comparative']);
const OWN = /\b(?:we|our|us|we're)\b/i;

/** Every statement of a page, in reading order; a figure or rank only where no effect is stated. */
export function findStatements(page: Page): Statement[] {
  const statements: Statement[] = [];
  const stated = new Set<Sentence>();
  for (const claim of page.claims) {
    if (claim.confidence < SURE || !SELLING.has(claim.agent) || CLEARED.some((frame) => claim.frames.has(frame))) continue;
    const { sentence, level, speaker, object } = claim;
    const { start, end } = claim.clause;
    stated.add(sentence);
    statements.push({ sentence, start, end, kind: level, strength: strengthOf(claim), speaker, object: object?.text });
  }
  for (const sentence of page.sentences) {
    if (stated.has(sentence)) continue;
    const found = figureIn(page, sentence) ?? rankIn(page, sentence);
    if (found) statements.push(found);
  }
  return statements.sort((a, b) => a.sentence.index - b.sentence.index || a.start - b.start);
}

function strengthOf({ level, absolute, hedge, object }: Claim): Statement['strength'] {
  if (level === 'cure' || absolute) return 'strong';
  if (hedge === 'strong' || level === 'describe') return 'weak';
  if (object?.serious || ((level === 'treat' || level === 'prevent') && hedge === 'none')) return 'strong';
  return level === 'support' || hedge === 'weak' ? 'weak' : 'moderate';
}

function figureIn(page: Page, sentence: Sentence): Statement | undefined {
  const { text, block } = sentence;
  if (!/\d|\b(?:in|out of) (?:ten|five|four|three)\b/i.test(text) || block.region === 'nav' || block.kind === 'label')
    return undefined;
  const match = FIGURE.exec(text);
  if (!match || PRICE.test(text) || !COUNTED.test(text) || !(OWN.test(text) || page.facts.sells)) return undefined;
  const start = sentence.start + match.index;
  const span = { start, end: start + match[0].length };
  if (isCleared(page, sentence, span)) return undefined;
  return { sentence, start: sentence.start, end: sentence.end, kind: 'figure', strength: 'strong', speaker: 'advertiser' };
}

function rankIn(page: Page, sentence: Sentence): Statement | undefined {
  const term = sentence.terms.find(({ list, class: name }) => list === 'superiority' && RANKS.has(name));
  if (!term || !OWN.test(sentence.text) || sentence.block.region === 'nav' || isCleared(page, sentence, term)) return undefined;
  return { sentence, start: term.start, end: term.end, kind: 'comparison', strength: 'moderate', speaker: 'advertiser' };
}

function isCleared(page: Page, sentence: Sentence, span: Span): boolean {
  const frames = page.framesAt(sentence, span);
  return CLEARED.some((frame) => frames.has(frame));
}
