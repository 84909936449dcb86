import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accuracyOf, precision, recall } from './accuracy/figures.ts';
import type { Figures } from './accuracy/figures.ts';
import { judgeAll } from './accuracy/judge.ts';

/** Measures the rules on labelled pages and prints the figures; `args` as the head of accuracy.mjs says. */
export function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string', default: 'fixtures/corpus' },
      rules: { type: 'boolean' },
      misses: { type: 'boolean' },
      alarms: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  const pages = judgeAll(values.corpus);
  const accuracy = accuracyOf(pages);
  for (const [name, { clean, alarmed, ...figures }] of Object.entries(accuracy.profiles))
    console.log(`${name.padEnd(14)} ${line(figures)}  alarms on ${alarmed} of ${clean} clean blocks (${(alarmed / clean).toFixed(3)})`);
  if (values.rules) for (const [rule, figures] of Object.entries(accuracy.rules)) console.log(`  ${rule.padEnd(52)} ${line(figures)}`);
  if (values.misses)
    for (const { path, blocks } of pages)
      for (const { verdict, found, expected, text } of blocks)
        if (verdict === 'flag' && found.length === 0) console.log(`- ${path} [${expected.join(' ')}] ${short(text)}`);
  if (values.alarms)
    for (const { path, findings } of pages)
      for (const { ruleId, right, on } of findings) if (!right) console.log(`- ${path} ${ruleId}: ${short(on)}`);
  if (values.write) writeFileSync(`${values.corpus}/figures.json`, `${JSON.stringify(accuracy, null, 2)}\n`);
}

const line = (figures: Figures): string =>
  `recall ${recall(figures).toFixed(3)} of ${String(figures.expected).padStart(3)}  precision ${precision(figures).toFixed(3)} of ${String(figures.findings).padStart(3)}`;
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 240);
