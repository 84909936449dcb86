import type { Block, Impression, Page } from '../../rule.ts';
import { passagesOf, type Passage } from './passages.ts';
import { settingOf, settingsOf, soughtBy, wordsOf, type Signs } from './signs.ts';
import { BASE, WEIGHTS } from './weights.ts';

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

/** What each passage of a page adds up to, in the order of the page. */
export const impressionsOf = (page: Page): Impression[] => passagesOf(page).map((passage) => new WeighedPassage(page, passage));

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
  #words: Weighed | undefined;
  #score: number | undefined;

  constructor(page: Page, passage: Passage) {
    this.#page = page;
    this.#passage = passage;
    this.block = passage.block;
    this.start = passage.start;
    this.end = passage.end;
  }

  get score(): number {
    return (this.#score ??= settingOf(this.#page, this.#passage, SOUGHT).reduce((score, sign) => score + weightOf(sign), this.#ofWords.score));
  }

  reaches(least: number): boolean {
    // Frames and sources take long to tell, and hardly ever speak for a promise.
    return this.#ofWords.score + MOST_OF_SETTING >= least && this.score >= least;
  }

  // Frames and sources have no names.
  get signs(): readonly string[] {
    const speaking = Array.from(this.#ofWords.signs, ([sign, count]) => ({ name: NAMES[sign], weight: weightOf(sign) * count }))
      .filter(({ name, weight }) => name !== undefined && weight > 0)
      .sort((a, b) => b.weight - a.weight);
    return [...new Set(speaking.map(({ name }) => name!))].slice(0, TOLD);
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
