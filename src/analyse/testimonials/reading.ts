import type { Block, Sentence, Span } from '../../rule.ts';
import type { Lexicon } from '../lexicon.ts';
import { framesAt } from '../frames.ts';
import { mayState, outcomeIn } from './outcome.ts';
import { sift } from '../../match/sift.ts';
import { straight } from '../tokens.ts';

/** What a stretch of copy says when read as somebody's own words. */
export interface Reading {
  readonly words: number;
  /** Speaks of itself: I, my, me; `plural` for we, our, us alone. */
  readonly person: 'singular' | 'plural' | 'none';
  readonly outcome: Span | undefined;
  /** Praises or complains. */
  readonly verdict: boolean;
}

/** "Type I" and "grades I to III" are numerals. */
const SINGULAR = sift(/(?:^|[^\p{L}'])(?:(?<!\b(?:types?|grades?|class|classes|stages?|phases?|levels?|parts?|schedule|bipolar|category|angle|volume|[A-Z]\p{L}+-[A-Z]\p{L}+)\s)I(?!\s(?:to|or|and|through|-|\u2013)\s[IV]+\b)|I'm|I've|I'd|I'll|[Mm]y|[Mm]e|[Mm]yself|[Mm]ine)(?![\p{L}'-])/u);
const PLURAL = /\b(?:we|we're|we've|our|us)\b/i;
const VERDICT =
  sift(/\b(?:recommend(?:ed|ing)?|amazing|awesome|excellent|fantastic|wonderful|great|best|love(?:d|s)?|thank(?:s|ful)?|grateful|caring|kind|friendly|professional|knowledgeable|compassionate|incredible|outstanding|helpful|gentle|happy|thrilled|pleased|perfect|highly|impressed|trust|superb|phenomenal|brilliant|lovely|exceptional|listen(?:s|ed)?|life[- ]?sav(?:er|ing)|exceeded|above and beyond|appreciate|comfortable|pleasant|terrible|awful|disappointed|can't say enough|five stars?|obsessed|blessed|fabulous|terrific)\b/i);
/** Consent forms, enquiry forms and survey items speak in the first person for whoever fills them in. */
const FORM_TALK =
  sift(/^\W{0,3}I(?:'d| would)?\s(?:hereby|agree|understand|consent|authori[sz]e|acknowledge|certify|confirm|accept|give (?:my )?(?:consent|permission)|have read|am interested|would like|want to|like to|need help|prefer|wish to|request|declare|attest|promise|do not want|am looking|opt)\b/i);
const CONDITIONAL = sift(/^\W{0,3}(?:if|when|should|what if|can|could|will|would|do|does|did|is|are|am|how|why|where|which|who)\s(?:I|my|we)\b/i);

/** What is wished for, or doubted, has not happened. */
const NOT_YET =
  sift(/\b(?:want\w{0,3}|need\w{0,2}|hop(?:e|ed|es|ing)|try|trying|tried|going|goal|wish\w{0,3}|plan\w{0,4}|desperate|struggl\w{1,3}|excited|able|unable|chance|time|opportunity|hard|impossible|easier|difficult|how|help(?:ing)? you|so you can)\s(?:\p{L}+\s){0,2}to\s(?:\p{L}+\s){0,2}$|\b(?:if|whether|reassure me|wonder\w{0,3}|hoping|hope|promise[sd]?|claim\w{0,3}|maybe|perhaps|in case|doubt\w{0,3})\s(?:\p{L}+\s){0,4}$/iu);

/** Packing, delivery and web pages work and get better too. */
const GOODS = sift(/\b(?:zippers?|bags?|straps?|lids?|droppers?|packag\w{2,4}|shipping|deliver(?:y|ed)|website|app|checkout|refund|customer service|order(?:ed|ing)?|address)\b/i);
/** What a sentence is about from its first words: the thing, not the body that holds it. */
const ABOUT_GOODS = sift(/^\W{0,3}(?:the|its|their|these|those|this) (?:\p{L}+ ){0,2}(?:case|guide|manual|instructions?|cable|charger|buttons?|battery|batteries|display|screen|dial|pouch|box|bottles?|caps?|lids?|labels?|pads?|pods?|straps?|hose|plug|remote|packag\w{2,4}|zippers?|print|letters|font|volume wheel) (?:is|are|was|were|opens?|closes?|fits?|holds?|lasts?|charges?|comes?|came|reads?|has|have|works?)\b/iu);
/** Who saw nothing happen promises nothing. */
const NO_CHANGE = sift(/\b(?:no|not any|n't any|n't (?:see|notice|feel) (?:any|a|much)) (?:real |big |great )?(?:change|difference|effect|improvement)s?\b/i);
const HEALTH: ReadonlySet<string> = new Set(['conditions', 'symptoms', 'body']);

/** Reads the sentences of a block that lie in `span`. Questions, forms and bad examples say nothing. */
export function read(block: Block, span: Span, sentences: readonly Sentence[], lexicon: Lexicon): Reading {
  let outcome: Span | undefined;
  for (const sentence of sentences) {
    if (sentence.end <= span.start || sentence.start >= span.end || !mayState(sentence, lexicon)) continue;
    const within = { start: Math.max(sentence.start, span.start), end: Math.min(sentence.end, span.end) };
    const words = straight(block.text.slice(within.start, within.end));
    if (/\?["'\u201d\u2019)]{0,2}\s*$/.test(words) || FORM_TALK.test(words) || CONDITIONAL.test(words)) continue;
    if (ABOUT_GOODS.test(words) || NO_CHANGE.test(words)) continue;
    if (GOODS.test(words) && !sentence.terms.some(({ list }) => HEALTH.has(list))) continue;
    outcome = outcomeIn(sentence, lexicon, within, (stated) => {
      if (framesAt(sentence, stated).has('negated')) return false;
      return !NOT_YET.test(straight(block.text.slice(Math.max(within.start, stated.start - 45), stated.start)));
    });
    if (outcome) break;
  }
  return new TextReading(block, span, outcome);
}

/** Works out what it is asked for: most copy is passed over for want of an outcome. */
class TextReading implements Reading {
  readonly outcome: Span | undefined;
  readonly #block: Block;
  readonly #span: Span;
  #known: string | undefined;

  constructor(block: Block, span: Span, outcome: Span | undefined) {
    this.#block = block;
    this.#span = span;
    this.outcome = outcome;
  }
  get #text(): string {
    return (this.#known ??= this.#block.text.slice(this.#span.start, this.#span.end).replace(/[\u2019\u02bc]/g, "'"));
  }
  get words(): number {
    return (this.#text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []).length;
  }
  get person(): Reading['person'] {
    return SINGULAR.test(this.#text) ? 'singular' : PLURAL.test(this.#text) ? 'plural' : 'none';
  }
  get verdict(): boolean {
    return VERDICT.test(this.#text);
  }
}

/** Capitalised like a title and without a verb in the first person: a paper, a programme, a slogan. */
export function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'\u2019-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  if (words.length < 2 || SINGULAR.test(straight(text))) return false;
  return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.8 && !/[.!]["'\u201d]?\s*$/.test(text.slice(0, -1));
}

export function isFormTalk(text: string): boolean {
  return FORM_TALK.test(text);
}
