import { precision, recall } from './accuracy/figures.ts';
import type { Accuracy, Figures } from './accuracy/figures.ts';

/** docs/accuracy.md: what the rules find of the labelled pages, and how often they are right. */
export function accuracyPage(generated: string, { profiles, rules }: Accuracy): string {
  return [
    generated,
    '# How accurate it is',
    'Measured on the labelled pages of `fixtures/corpus`, written for this by authors who did not know what promolint finds. Errors and warnings count, hints (info) do not.',
    '- **recall**: of the blocks (paragraphs, headings, list items) that a reviewer would certainly flag, how many got a finding;\n- **precision**: of the findings, how many stand on a block that a reviewer flags or might flag;\n- **false alarms**: of the blocks that a reviewer passes, how many got a finding.',
    'The labels are one careful person\'s opinion, the pages are few for many rules, and the rules were improved by reading some of the pages: on copy that nobody has read, expect less. Run it yourself with `npm run accuracy` in a clone.',
    'On real pages that nobody here had read (308 excerpts of clinics, shops, drug and device makers and health bodies, labelled by one reader, 2026-11-22): recall 0.66 of 384, precision 0.72 of 670, false alarms 11.4 % of 1,470 blocks. On 352 claims that regulators abroad and in the United States had judged misleading, recall was 0.63 before they were used to fit what a passage adds up to.',
    [
      '| profile | pages | recall | precision | false alarms |',
      '|---|---|---|---|---|',
      ...Object.entries(profiles).map(
        ([name, { pages, clean, alarmed, ...figures }]) =>
          `| ${name} | ${pages} | ${recallOf(figures)} | ${precisionOf(figures)} | ${per(alarmed, clean)} |`,
      ),
    ].join('\n'),
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
