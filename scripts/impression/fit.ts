import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logistic, type Row } from './logistic.ts';
import { samplesOf, type Sample } from './samples.ts';

/** A sign in fewer passages is an accident of the copy at hand. */
const RARE = 8;
/** There are ten passages without fault to each with one; a missed one weighs more. */
const WEIGHT_OF_FLAG = 3;
/** Which passages keep a sign's weight from nought: the higher, the fewer signs are left. */
const SPARSITY = 10;

export function run(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { test: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
  });
  const samples = positionals.flatMap((each) => {
    const [path, weight = '1'] = each.split('=');
    return samplesOf(path!, Number(weight));
  });
  const seen = new Map<string, number>();
  for (const { signs } of samples) for (const sign of signs.keys()) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const known = [...seen].filter(([, count]) => count >= RARE).map(([sign]) => sign).sort();
  const column = new Map(known.map((sign, i) => [sign, i]));
  const rows = samples.map(({ flag, signs, weight }): Row => {
    const kept = [...signs].filter(([sign]) => column.has(sign));
    return { target: flag ? 1 : 0, weight: weight * (flag ? WEIGHT_OF_FLAG : 1), columns: kept.map(([sign]) => column.get(sign)!), values: kept.map(([, count]) => count) };
  });
  const { base, weights } = logistic(rows, known.length, SPARSITY);
  const model = new Map(known.map((sign, i) => [sign, Math.round(weights[i]! * 100) / 100] as const).filter(([, weight]) => weight !== 0));
  console.log(`${samples.length} passages, ${samples.filter(({ flag }) => flag).length} of them marked; ${model.size} signs of ${known.length}`);
  for (const path of values.test) tell(path, samplesOf(path, 1), base, model);
  if (values.write) write(base, model);
}

function tell(path: string, samples: readonly Sample[], base: number, model: ReadonlyMap<string, number>): void {
  const scoreOf = ({ signs }: Sample): number => [...signs].reduce((sum, [sign, count]) => sum + (model.get(sign) ?? 0) * count, base);
  console.log(path);
  for (const [title, some] of [
    ['  that no rule marks', samples.filter(({ found }) => !found)],
    ['  with a warning', samples.filter(({ found }) => found === 'warning')],
  ] as const) {
    console.log(`${title}: ${some.length}, ${some.filter(({ flag }) => flag).length} to be marked`);
    for (const level of [-1.5, -1, -0.5, 1, 1.25, 1.5, 1.75, 2]) {
      const far = some.filter((sample) => (level < 0 ? scoreOf(sample) < level : scoreOf(sample) >= level));
      const right = far.filter(({ flag }) => flag).length;
      console.log(`    ${level < 0 ? 'below' : 'from'} ${level}: ${right} to be marked, ${far.length - right} not`);
    }
  }
}

function write(base: number, model: ReadonlyMap<string, number>): void {
  const lines = [...model].map(([sign, weight]) => `  '${sign}': ${weight},`);
  writeFileSync(
    'src/analyse/impression/weights.ts',
    `// Written by scripts/impression.mjs.\n/** Logarithm of the odds of a passage without a sign. */\nexport const BASE = ${Math.round(base * 100) / 100};\n` +
      `/** What each sign adds to it, each time that it shows. Signs that are not here say nothing. */\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
  );
}
