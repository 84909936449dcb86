import type { Block, Impression, Page } from '../../rule.ts';
import { passagesOf, type Passage } from './passages.ts';
import { settingOf, settingsOf, soughtBy, wordsOf, type Signs } from './signs.ts';
import { BASE, COMPANY, WEIGHTS } from './weights.ts';

/** What the reader of a report is told of a sign that speaks for a promise. Signs without a name here are told by nobody. */
const NAMES: Readonly<Record<string, string>> = {
  superiority: 'superiority',
  authority: 'an authority',
  urgency: 'urgency',
  fear: 'fear',
  miracle: 'wonder words',
  outcome: 'a result',
  effects: 'an effect on health',
  'effects:end': 'an end to the trouble',
  'effects:restore': 'something restored',
  'promise:cure': 'a cure',
  'promise:of-disease': 'a disease',
  'promise:treat': 'an effect on health',
  'certainty:absolute-safety': 'safety without limits',
  'certainty:speed': 'speed',
  'certainty:permanence': 'permanence',
  'certainty:painless': 'painlessness',
  'certainty:absolute-universal': 'everybody',
  'certainty:absolute-certainty': 'certainty',
  'proof:statistic-shape': 'a figure',
  'proof:regulatory-approval': 'an approval',
  'offers:free': 'something free',
  'cue:percent': 'a figure',
  'cue:praise': 'praise of the product',
  'cue:very': 'strong words',
  'cue:I': 'one person\u2019s experience',
  'speakers:patient-phrase': 'one person\u2019s experience',
  'speakers:first-person-outcome': 'one person\u2019s experience',
  'cue:exclamation': 'an exclamation',
  'cue:now': 'speed',
  'cue:hurry': 'urgency',
  'cue:worse': 'fear',
  'cue:dream': 'wonder words',
  'cue:best': 'superiority',
  'cue:away': 'an end to the trouble',
  'cue:plain': 'a contrast with medicine',
  'cue:authority': 'an authority',
  'cue:result': 'a result',
  'cue:all': 'everybody',
};
/** As many are told as one takes in. */
const TOLD = 3;
/** What weighs nothing need not be looked for. */
const SOUGHT = soughtBy((sign) => sign in WEIGHTS);
const BY_SIGN = new Map(Object.entries(WEIGHTS));
const weightOf = (sign: string): number => BY_SIGN.get(sign) ?? 0;
/** What the frames and sources of a passage can add to its score at most. */
const MOST_OF_SETTING = settingsOf(SOUGHT).reduce((most, sign) => most + Math.max(0, weightOf(sign)), 0);

/** A passage among promises is more of a promise: as many on each side count, each within these bounds. */
const BESIDE = 3;
const LEAST_BESIDE = -4;
const MOST_BESIDE = 3;
/** What the passages beside one can add to its score at most. */
const MOST_OF_COMPANY = COMPANY.weight * (MOST_BESIDE - COMPANY.usual);

/** What each passage of a page adds up to, in the order of the page. */
export function impressionsOf(page: Page): Impression[] {
  const passages: WeighedPassage[] = [];
  for (const passage of passagesOf(page)) passages.push(new WeighedPassage(page, passage, passages, passages.length));
  return passages;
}

/** The mean score of what stands beside the passage at an index, or undefined where it stands alone. */
export function companyOf(index: number, count: number, scoreAt: (index: number) => number): number | undefined {
  const from = Math.max(0, index - BESIDE);
  const to = Math.min(count - 1, index + BESIDE);
  if (from === to) return undefined;
  let sum = 0;
  for (let i = from; i <= to; i++) if (i !== index) sum += Math.min(MOST_BESIDE, Math.max(LEAST_BESIDE, scoreAt(i)));
  return sum / (to - from);
}

/**
 * A passage whose score is worked out when it is asked for. The score is the logarithm of the odds that a reviewer would mark
 * the passage, as fitted to labelled copy in which each marked passage counts three times (docs/accuracy.md). Single words prove little here; it is for what no single
 * phrase gives away, and for doubt about a phrase that was found.
 */
class WeighedPassage implements Impression {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly #page: Page;
  readonly #passage: Passage;
  /** All passages of the page, and where this one stands among them. */
  readonly #all: readonly WeighedPassage[];
  readonly #index: number;
  #words: Weighed | undefined;
  #company: number | undefined;
  #score: number | undefined;

  constructor(page: Page, passage: Passage, all: readonly WeighedPassage[], index: number) {
    this.#page = page;
    this.#passage = passage;
    this.#all = all;
    this.#index = index;
    this.block = passage.block;
    this.start = passage.start;
    this.end = passage.end;
  }

  get score(): number {
    return (this.#score ??= settingOf(this.#page, this.#passage, SOUGHT).reduce((score, sign) => score + weightOf(sign), this.#ofWords.score + this.#ofCompany));
  }

  reaches(least: number): boolean {
    // Frames and sources take long to tell, and hardly ever speak for a promise; what stands beside may not have been read.
    const most = this.#ofWords.score + MOST_OF_SETTING;
    return most + MOST_OF_COMPANY >= least && most + this.#ofCompany >= least && this.score >= least;
  }

  // Frames and sources have no names.
  get signs(): readonly string[] {
    const speaking = Array.from(this.#ofWords.signs, ([sign, count]) => ({ name: NAMES[sign], weight: weightOf(sign) * count }))
      .filter(({ name, weight }) => name !== undefined && weight > 0)
      .sort((a, b) => b.weight - a.weight);
    return [...new Set(speaking.map(({ name }) => name!))].slice(0, TOLD);
  }

  get #ofCompany(): number {
    if (this.#company !== undefined) return this.#company;
    const mean = companyOf(this.#index, this.#all.length, (index) => this.#all[index]!.#ofWords.score);
    return (this.#company = mean === undefined ? 0 : COMPANY.weight * (mean - COMPANY.usual));
  }

  get #ofWords(): Weighed {
    if (this.#words) return this.#words;
    const signs = wordsOf(this.#page, this.#passage, SOUGHT);
    let score = BASE;
    for (const [sign, count] of signs) score += weightOf(sign) * count;
    return (this.#words = { signs, score });
  }
}

/** What the words of a passage show, and what that adds up to. */
interface Weighed {
  readonly signs: Signs;
  readonly score: number;
}
