import { precision, recall } from './accuracy/figures.ts';
import type { Accuracy, Figures } from './accuracy/figures.ts';

/** Measured once on copy from outside the project, which is not kept here. */
const UNSEEN = [
  'On copy that nobody here had read, labelled by others, 2026-11-22: 61 whole pages of public site repositories, clinics, shops, brands and some documents of their offices: recall 0.75 of 277, precision 0.76 of 573, false alarms 6.0 % of 2,033; 113 whole pages of six authors for four kinds of advertiser, most of whose faults are indirect: recall 0.58 of 640, precision 0.78 of 615, false alarms 4.4 % of 2,864; 281 excerpts of real pages of clinics, shops, drug and device makers: recall 0.75 of 331, precision 0.65 of 747, false alarms 16.3 % of 1,456; 50 rulings of regulators in the United Kingdom, the United States, Australia and elsewhere: recall 0.63 of 144, precision 0.90 of 155. On 35 honest pages written to tempt it: 6 had a wrong error, 25 a wrong warning or error. Totals of the same pages helped to choose from which score on a passage is reported.',
];

/** What src/analyse/impression and src/check/certainty.ts go by. */
const SCORES = [
  '## What a passage adds up to',
  'Each passage of one to three sentences gets a score: the logarithm of the odds that a reviewer would mark it, from kinds of words, claims, frames and small words that it shows, how many kinds it shows, and what the passages beside it add up to, fitted to labelled copy (`scripts/impression.mjs`). An error on a passage that promises little is told as a warning, a warning on one that promises hardly anything as info, and a passage that promises much without any phrase that a rule knows is reported by `efficacy/net-impression`. How often findings were right before that, by score, on 8,131 passages that had no part in the fit:',
  [
    '| what | score | right | wrong |',
    '|---|---|---|---|',
    '| errors that turn on meaning | below -1 | 28 | 31 |',
    '| | -1 to 1 | 74 | 23 |',
    '| | 1 to 2 | 72 | 12 |',
    '| | from 2 | 206 | 18 |',
    '| warnings of the same rules | below -1.25 | 37 | 54 |',
    '| | -1.25 to 1 | 149 | 54 |',
    '| | from 1 | 242 | 40 |',
    '| warnings of vague words (`efficacy/unsubstantiated-claim`, `inducement/free-or-price-conditions`) | below 0 | 30 | 30 |',
    '| | from 0 | 162 | 62 |',
    '| nothing found | below 0 | 345 | 5763 |',
    '| | 0 to 0.6 | 76 | 227 |',
    '| | 0.6 to 1.3 | 91 | 151 |',
    '| | 1.3 to 2 | 70 | 92 |',
    '| | from 2 | 90 | 73 |',
  ].join('\n'),
];

/** docs/accuracy.md: what the rules find of the labelled pages, and how often they are right. */
export function accuracyPage(generated: string, { profiles, rules }: Accuracy): string {
  return [
    generated,
    '# How accurate it is',
    'Measured on the labelled pages of `fixtures/corpus`, written for this by authors who did not know what promolint finds. Errors and warnings count, hints (info) do not.',
    '- **recall**: of the blocks (paragraphs, headings, list items) that a reviewer would certainly flag, how many got a finding;\n- **precision**: of the findings, how many stand on a block that a reviewer flags or might flag;\n- **false alarms**: of the blocks that a reviewer passes, how many got a finding.',
    'The labels are one careful person\'s opinion, the pages are few for many rules, and the rules were improved by reading some of the pages: on copy that nobody has read, expect less. Run it yourself with `npm run accuracy` in a clone.',
    ...UNSEEN,
    [
      '| profile | pages | recall | precision | false alarms |',
      '|---|---|---|---|---|',
      ...Object.entries(profiles).map(
        ([name, { pages, clean, alarmed, ...figures }]) =>
          `| ${name} | ${pages} | ${recallOf(figures)} | ${precisionOf(figures)} | ${per(alarmed, clean)} |`,
      ),
    ].join('\n'),
    ...SCORES,
    '## By rule',
    [
      '| rule | recall | precision |',
      '|---|---|---|',
      ...Object.entries(rules).map(([id, figures]) => `| [\`${id}\`](rules/${id}.md) | ${recallOf(figures)} | ${precisionOf(figures)} |`),
    ].join('\n'),
    '',
  ].join('\n\n');
}

/** For a rule's page: its figures in one sentence. */
export function accuracyLine(figures: Figures | undefined): string {
  if (!figures) return 'No labelled page of `fixtures/corpus` calls for it, and it reports nothing there.';
  const found = figures.expected === 0 ? 'No labelled block calls for it' : `Of ${figures.expected} blocks that a reviewer flags under it, ${figures.met} got a finding`;
  const right = figures.findings === 0 ? 'it reports nothing there' : `of its ${figures.findings} findings there, ${figures.right} stand where a reviewer flags something or might`;
  return `${found}; ${right} ([how this is measured](../../accuracy.md)).`;
}

const recallOf = (figures: Figures): string => (figures.expected === 0 ? '–' : `${recall(figures).toFixed(2)} of ${figures.expected}`);
const precisionOf = (figures: Figures): string => (figures.findings === 0 ? '–' : `${precision(figures).toFixed(2)} of ${figures.findings}`);
const per = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % of ${whole}`);
