import type { Impression, Page } from '../../rule.ts';
import { passagesOf } from './passages.ts';
import { signsOf, soughtBy } from './signs.ts';
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

/**
 * What each passage of a page adds up to, in the order of the page. The score is the logarithm of the odds that a reviewer would mark
 * the passage, as fitted to labelled copy in which each marked passage counts three times (docs/accuracy.md). Single words prove little here; it is for what no single
 * phrase gives away, and for doubt about a phrase that was found.
 */
export function impressionsOf(page: Page): Impression[] {
  return passagesOf(page).map((passage) => {
    let score = BASE;
    const speaking: { readonly name: string; readonly weight: number }[] = [];
    for (const [sign, count] of signsOf(page, passage, SOUGHT)) {
      const weight = (WEIGHTS[sign] ?? 0) * count;
      score += weight;
      const name = NAMES[sign];
      if (name !== undefined && weight > 0) speaking.push({ name, weight });
    }
    speaking.sort((a, b) => b.weight - a.weight);
    const { block, start, end } = passage;
    return { block, start, end, score, signs: [...new Set(speaking.map(({ name }) => name))].slice(0, TOLD) };
  });
}
