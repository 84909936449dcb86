import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { companyOf } from '../../src/analyse/impression/impression.ts';
import { settingsOf, soughtBy } from '../../src/analyse/impression/signs.ts';
import { BASE, WEIGHTS } from '../../src/analyse/impression/weights.ts';
import { logistic, type Row } from './logistic.ts';
import { samplesOf, type Sample } from './samples.ts';

/** A sign in fewer passages is an accident of the copy at hand. */
const RARE = 8;
/** There are ten passages without fault to each with one; a missed one weighs more. */
const WEIGHT_OF_FLAG = 3;
/** Which passages keep a sign's weight from nought: the higher, the fewer signs are left. */
const SPARSITY = 10;
/** Signs that do not count for what stands beside a passage. */
const OF_SETTING = new Set(settingsOf(soughtBy(() => true)));

interface Model {
  readonly base: number;
  readonly weights: ReadonlyMap<string, number>;
}
interface Company {
  readonly weight: number;
  readonly usual: number;
}

export function run(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { test: { type: 'string', multiple: true, default: [] }, onward: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  });
  const samples = positionals.flatMap((each) => {
    const [path, weight = '1'] = each.split('=');
    return samplesOf(path!, Number(weight));
  });
  const labelled = samples.filter(({ flag }) => flag !== undefined);
  const model = fit(labelled, values.onward ? { base: BASE, weights: new Map(Object.entries(WEIGHTS)) } : NOTHING);
  const company = fitCompany(samples, model);
  console.log(`${labelled.length} passages, ${labelled.filter(({ flag }) => flag).length} of them marked; ${model.weights.size} signs`);
  for (const path of values.test) tell(path, samplesOf(path, 1), model, company);
  if (values.write) write(model, company);
}

const importance = ({ flag, weight }: Sample): number => weight * (flag ? WEIGHT_OF_FLAG : 1);

const NOTHING: Model = { base: 0, weights: new Map() };

/** Weights fitted to the samples, each as near to where it starts as they allow. */
function fit(samples: readonly Sample[], start: Model): Model {
  const seen = new Map<string, number>();
  for (const { signs } of samples) for (const sign of signs.keys()) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const known = [...new Set([...start.weights.keys(), ...[...seen].filter(([, count]) => count >= RARE).map(([sign]) => sign)])].sort();
  const column = new Map(known.map((sign, i) => [sign, i]));
  const rows = samples.map((sample): Row => {
    const kept = [...sample.signs].filter(([sign]) => column.has(sign));
    return { target: sample.flag ? 1 : 0, weight: importance(sample), columns: kept.map(([sign]) => column.get(sign)!), values: kept.map(([, count]) => count) };
  });
  const { base, weights } = logistic(rows, Float64Array.from([...known.map((sign) => start.weights.get(sign) ?? 0), start.base]), SPARSITY);
  return { base, weights: new Map(known.map((sign, i) => [sign, Math.round(weights[i]! * 100) / 100] as const).filter(([, weight]) => weight !== 0)) };
}

const scoreOf = ({ signs }: Sample, { base, weights }: Model, counts: (sign: string) => boolean = () => true): number =>
  [...signs].reduce((sum, [sign, count]) => (counts(sign) ? sum + (weights.get(sign) ?? 0) * count : sum), base);

/** The mean score of what stands beside each passage, undefined where that is nothing. */
function companies(samples: readonly Sample[], model: Model): (number | undefined)[] {
  const own = samples.map((sample) => scoreOf(sample, model, (sign) => !OF_SETTING.has(sign)));
  const count = new Map<object, number>();
  for (const { page } of samples) count.set(page, (count.get(page) ?? 0) + 1);
  return samples.map(({ page, index }, i) => companyOf(index, count.get(page)!, (other) => own[i - index + other]!));
}

/** What the company of a passage is worth, in units of its own score. */
function fitCompany(samples: readonly Sample[], model: Model): Company {
  const rows: Row[] = [];
  for (const [i, mean] of companies(samples, model).entries()) {
    const sample = samples[i]!;
    if (mean !== undefined && sample.flag !== undefined) rows.push({ target: sample.flag ? 1 : 0, weight: importance(sample), columns: [0, 1], values: [scoreOf(sample, model), mean] });
  }
  const { base, weights } = logistic(rows, new Float64Array(3), 0);
  const weight = weights[1]! / weights[0]!;
  return { weight: Math.round(weight * 100) / 100, usual: Math.round((-base / weights[0]! / weight) * 100) / 100 };
}

function tell(path: string, samples: readonly Sample[], model: Model, company: Company): void {
  const beside = companies(samples, model);
  const labelled = samples.map((sample, i) => ({ ...sample, score: scoreOf(sample, model) + (beside[i] === undefined ? 0 : company.weight * (beside[i] - company.usual)) })).filter(({ flag }) => flag !== undefined);
  console.log(path);
  for (const [title, some] of [
    ['  that no rule marks', labelled.filter(({ found }) => !found)],
    ['  with a warning', labelled.filter(({ found }) => found === 'warning')],
  ] as const) {
    console.log(`${title}: ${some.length}, ${some.filter(({ flag }) => flag).length} to be marked`);
    for (const level of [-1.5, -1, -0.5, 1, 1.25, 1.5, 1.75, 2]) {
      const far = some.filter(({ score }) => (level < 0 ? score < level : score >= level));
      const right = far.filter(({ flag }) => flag).length;
      console.log(`    ${level < 0 ? 'below' : 'from'} ${level}: ${right} to be marked, ${far.length - right} not`);
    }
  }
}

function write({ base, weights }: Model, { weight, usual }: Company): void {
  const lines = [...weights].map(([sign, each]) => `  '${sign}': ${each},`);
  writeFileSync(
    'src/analyse/impression/weights.ts',
    `// Written by scripts/impression.mjs.\n/** Logarithm of the odds of a passage without a sign. */\nexport const BASE = ${Math.round(base * 100) / 100};\n` +
      `/** What the mean score of the passages beside one adds to it, for each unit above the usual. */\nexport const COMPANY = { weight: ${weight}, usual: ${usual} };\n` +
      `/** What each sign adds to it, each time that it shows. Signs that are not here say nothing. */\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
  );
}
