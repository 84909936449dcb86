import type { Span } from '../../rule.ts';
import { findDates, type DateMention } from './dates.ts';
import type { HealthTerm, PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import type { Passage } from './passages.ts';
import { MaskedWindows, type Neighbours, type Windows } from './windows.ts';
import { sift } from '../../match/sift.ts';

/** Longer than any copy block; a script or a page in one line is read in part by part by the shapes, but not for its cues. */
export const CUE_REACH = 600;

/** "our cancer center", "the asthma camp": the illness names a service, and nobody has it. */
const SERVICE =
  sift(/^(?! (?:this|last|next|every|each|per|in|after|for|one|two|three|four|five|six|the|a|to|on|at|with|by|her|his|my|our)\b)['’]?s?(?: (?:care|and|&|treatment|support|research|education|awareness|prevention|screening|specialty|medical|[A-Za-zÀ-ɏ]+))? ?\b(?:centers?|centres?|clinics?|departments?|team|wing|lobby|camps?|gala|walk|awareness|month|week|day|funds?|research\w*|foundation|institute|services|groups?|class(?:es)?|hospital|pavilion|society|association|alliance|educator|navigator|specialists?|nurses?|registry|symposium|conference|workshop|supplies|fridges?|freezers?|carts?|posters?|pamphlets?|brochures?|leaflets?|books?|jokes?|socks|stockings|textbooks?|simulators?|dumm(?:y|ies)|drills?|calendar|fundraisers?|bake sale|raffle|ribbons|hotline|helpline|ward campaign|initiative|coalition|league|network)\b/i);

/** "the surgery desk", "the stroke fund": what stands before the name of a room, a post or a purse is nobody's illness. */
const OF_A_PLACE = /^ (?:waiting[- ]rooms?|desks?|funds?|walks?|gala|luncheon|lectures?|conference|research|gardens?|staff|budget|committee|board|newsletter|boiler|roof|parking|entrance|lobby|auxiliary|gift shop|break ?room|corridors?|hallway|elevators?|switchboard|kitchen|library|mural)\b/i;
/** "tired of turning ambulances around" */
const WEARY = /^(?:tired|sick|ill|weary) of\b/i;
/** A passage with its names and health terms found, so that cues can be asked for at any place. */
export class Reading {
  readonly names: readonly NameMention[];
  readonly #lexicon: PeopleLexicon;
  readonly #covered: readonly NameMention[];
  #terms: readonly HealthTerm[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #signs: readonly (Span & { readonly sign: string })[] | undefined;

  constructor(readonly passage: Passage, lexicon: PeopleLexicon, names: readonly NameMention[]) {
    this.#lexicon = lexicon;
    this.#covered = names.filter(({ strength }) => strength >= 0.7);
    this.names = names.filter(({ strength }) => strength > 0);
  }

  /** Health terms, found when first asked for: most passages name nobody. */
  get health(): readonly HealthTerm[] {
    if (this.#terms) return this.#terms;
    let next = 0;
    return (this.#terms = this.#lexicon.healthTerms(this.passage.text).filter((term) => {
      while (next < this.#covered.length && this.#covered[next]!.end <= term.start) next++;
      const name = this.#covered[next];
      return (name === undefined || name.start >= term.end) && !OF_A_PLACE.test(this.passage.text.slice(term.end, term.end + 24)) && !WEARY.test(this.passage.text.slice(term.start, term.end + 4));
    }));
  }

  get dates(): readonly DateMention[] {
    return (this.#dates ??= findDates(this.passage.text));
  }

  get #marks(): readonly (Span & { readonly sign: string })[] {
    return (this.#signs ??= [
      ...this.health.map(({ start, end, weight }) => ({
        start, end, sign: weight < 0.5 ? '‡' : SERVICE.test(this.passage.text.slice(end, end + 40)) ? '◊' : '§',
      })),
      ...this.names.filter((name) => name.strength >= 0.4 && !this.#isPlace(name)).map(({ start, end }) => ({ start, end, sign: '¤' })),
    ].sort((a, b) => a.start - b.start || b.end - a.end));
  }

  /** "in Pell Lake": capitals that no list of names knows, where only a place stands. */
  #isPlace({ strength, start }: NameMention): boolean {
    return strength < 0.6 && /\b(?:in|at|near|outside|around) $/.test(this.passage.text.slice(Math.max(0, start - 9), start));
  }

  sentenceAt(at: number): Span {
    const { sentences, text } = this.passage;
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.start <= at) low = middle;
      else high = middle - 1;
    }
    return sentences[low] ?? { start: 0, end: text.length };
  }

  /** The text with health terms as `§`, body parts as `‡` and names as `¤`. */
  masked(start: number, end: number): string {
    const { text } = this.passage;
    let out = '';
    let at = start;
    const marks = this.#marks;
    for (let k = this.#firstMark(start); k < marks.length; k++) {
      const mark = marks[k]!;
      if (mark.start >= end) break;
      if (mark.start < at || mark.end > end) continue;
      out += text.slice(at, mark.start) + mark.sign;
      at = mark.end;
    }
    return out + text.slice(at, end);
  }

  windows(span: Span, neighbours: Neighbours): Windows {
    const sentence = this.sentenceAt(span.start);
    return new MaskedWindows(this, span, sentence, neighbours);
  }

  /** The sentence around a place, masked. */
  sentence(at: number): string {
    const { start, end } = this.sentenceAt(at);
    return this.masked(Math.max(start, at - CUE_REACH), Math.min(end, at + CUE_REACH));
  }

  /** All of a short passage; the surroundings of a place in a long one. */
  around(at: number): string {
    return this.masked(Math.max(0, at - CUE_REACH), Math.min(this.passage.text.length, at + CUE_REACH));
  }

  /** The heaviest health term in a range. */
  healthIn(start: number, end: number): number {
    const terms = this.health;
    let most = 0;
    for (let k = firstEndingAfter(terms, start); k < terms.length && terms[k]!.start < end; k++) most = Math.max(most, terms[k]!.weight);
    return most;
  }

  #firstMark(start: number): number {
    const marks = this.#marks;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Index of the first of these spans, in order and apart from each other, that ends after a place. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
