import type { Sentence, Span, Term } from '../../rule.ts';
import type { Lexicon } from '../lexicon.ts';
import { sift } from '../../match/sift.ts';

/** Effects that, with a complaint or a part of the body beside them, state a result in any wording. */
const RESULT_EFFECTS = new Set(['end', 'reduce', 'restore', 'improve', 'relieve', 'free-of', 'appearance', 'weight', 'kill']);
const HEALTH_LISTS = new Set(['conditions', 'symptoms', 'body']);
/** Talk about the visit, the staff and the paperwork: whatever became better there is not a health result. */
const SERVICE = sift(/\b(?:staff|team|reception(?:ist)?|front desk|parking|appointments?|scheduling|billing|insurance|website|waiting room|wait times?|questions?|explain(?:ed|s)?|process|communication|office|portal|phone)\b/i);

/** A sentence of more characters is a list or a trap. */
const LONG = 1500;

const stated = new WeakMap<Sentence, readonly Span[]>();

/** Matches of a sentence, found once: a block may hold many quotations in one sentence. */
function statedIn(sentence: Sentence, lexicon: Lexicon): readonly Span[] {
  let spans = stated.get(sentence);
  if (!spans) {
    const { tokens } = sentence;
    spans = lexicon.outcomes.findIn(sentence).map(({ first, last }) => ({ start: tokens[first]!.start, end: tokens[last]!.end }));
    stated.set(sentence, spans);
  }
  return spans;
}

/** Whether there is anything in a sentence for `outcomeIn` to find. */
export function mayState(sentence: Sentence, lexicon: Lexicon): boolean {
  return (sentence.terms.some(isResult) && sentence.terms.some(isHealth)) || statedIn(sentence, lexicon).length > 0;
}

const isResult = ({ list, class: kind }: Term): boolean => list === 'effects' && RESULT_EFFECTS.has(kind);
const isHealth = ({ list }: Term): boolean => HEALTH_LISTS.has(list);

/**
 * The longest words of a sentence that state a result for somebody's health, looks or life, as somebody who had it would
 * say it, among those that `counts` lets stand.
 */
export function outcomeIn(sentence: Sentence, lexicon: Lexicon, within: Span = sentence, counts: (span: Span) => boolean = () => true): Span | undefined {
  let best: Span | undefined;
  for (const span of statedIn(sentence, lexicon)) {
    if (span.start < within.start || span.end > within.end) continue;
    if ((!best || span.end - span.start > best.end - best.start) && counts(span)) best = span;
  }
  if (best) return best;
  const effect = effectOnHealth(sentence, within);
  return effect && counts(effect) ? effect : undefined;
}

/** An effect word and a health word within a few words of each other: "the flare-ups I used to get have halved". */
function effectOnHealth(sentence: Sentence, within: Span): Span | undefined {
  const { terms } = sentence;
  if (within.end - within.start > LONG || !terms.some(isResult)) return undefined;
  const inside = (term: Term) => term.start >= within.start && term.end <= within.end;
  const health = terms.filter((term) => isHealth(term) && inside(term));
  if (health.length === 0 || SERVICE.test(sentence.text.slice(within.start - sentence.start, within.end - sentence.start))) return undefined;
  for (const effect of terms) {
    if (!isResult(effect) || !inside(effect)) continue;
    const near = health.find((term) => (term.first > effect.last ? term.first - effect.last : effect.first - term.last) <= 6 && (term.first > effect.last || term.last < effect.first));
    if (near) return { start: Math.min(near.start, effect.start), end: Math.max(near.end, effect.end) };
  }
  return undefined;
}
