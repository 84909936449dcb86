import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Lexicon } from '../../src/analyse/lexicon.ts';
import { analyse } from '../../src/analyse/page.ts';
import { findIdentities, type PeopleSource } from '../../src/analyse/people/identities.ts';
import type { JudgedName } from '../../src/analyse/people/persons.ts';
import { provideWords } from '../../src/analyse/spelling.ts';
import { pageLayer } from '../../src/config/page.ts';
import { defaultConfig, settingsFor } from '../../src/config/settings.ts';
import { builtInNeeds, builtInWords, loadBuiltIn } from '../../src/load/built-in.ts';
import { provideNeeds } from '../../src/match/needs.ts';
import { parse } from '../../src/parse/parse.ts';
import type { Format } from '../../src/rule.ts';
import { logistic, type Row } from '../impression/logistic.ts';

provideWords(builtInWords);
provideNeeds(builtInNeeds);

/** A sign in fewer pieces of copy is an accident of the copy at hand. */
const RARE = 2;
/** Which names keep a sign's weight from nought: the higher, the fewer signs are left. */
const SPARSITY = 0.7;
/** Letters less like a name say little of what stands around names. */
const NAME_LIKE = 0.25;
const FORMATS: Readonly<Record<string, Format>> = { md: 'markdown', html: 'html', txt: 'text' };

interface Piece { readonly text: string; readonly format?: string; readonly label?: boolean }
interface Sample { readonly patient: boolean; readonly weight: number; readonly judged: JudgedName }

export function run(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true, options: { test: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
  });
  const samples = positionals.flatMap(samplesOf);
  const seen = new Map<string, number>();
  for (const { judged } of samples) for (const sign of judged.signs.keys()) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const known = [...seen].filter(([, count]) => count >= RARE).map(([sign]) => sign).sort();
  const column = new Map(known.map((sign, i) => [sign, i]));
  const sum = (patient: boolean): number => samples.reduce((all, sample) => all + (sample.patient === patient ? sample.weight : 0), 0);
  // Both sides weigh the same, so that even odds mean that nothing is known.
  const share = { true: samples.length / (2 * sum(true)), false: samples.length / (2 * sum(false)) };
  const rows = samples.map(({ patient, weight, judged }): Row => {
    const kept = [...judged.signs].filter(([sign]) => column.has(sign));
    return { target: patient ? 1 : 0, weight: weight * share[`${patient}`], columns: kept.map(([sign]) => column.get(sign)!), values: kept.map(([, count]) => count) };
  });
  const { base, weights } = logistic(rows, new Float64Array(known.length + 1), SPARSITY);
  const model = new Map(known.map((sign, i) => [sign, Math.round(weights[i]! * 100) / 100] as const).filter(([, weight]) => weight !== 0));
  console.log(`${samples.length} names, ${samples.filter(({ patient }) => patient).length} of them patients'; ${model.size} signs of ${known.length}`);
  for (const path of values.test) tell(path, base, model);
  if (values.write) write(base, model);
}

/**
 * In copy that shows no patient every name is another's; in copy that shows one, the names which cues give to patients are, those
 * of providers are not, and of the rest nothing is known, unless nothing else there could be the patient.
 */
function samplesOf(argument: string): Sample[] {
  const [path = '', all] = argument.split('=');
  return readFileSync(path, 'utf8').trim().split('\n').flatMap((line) => {
    const piece = JSON.parse(line) as Piece;
    const shown = all === undefined ? piece.label : all === 'true';
    if (shown === undefined) return [];
    const { names, others } = judgedIn(piece);
    if (!shown) return names.map((judged) => ({ patient: false, weight: 1 / Math.sqrt(names.length), judged }));
    const told = names.flatMap((judged) => (judged.patient >= 0.5 ? { patient: true, weight: 1, judged } : judged.provider >= 0.85 ? { patient: false, weight: 0.5, judged } : []));
    if (others || told.some(({ patient }) => patient)) return told;
    return [...told, ...names.flatMap((judged) => (judged.provider < 0.5 && judged.strength >= 0.4 ? { patient: true, weight: 0.7, judged } : []))];
  });
}

const settings = { ...defaultConfig(resolve('')), flags: { profiles: ['us-provider'] }, asOf: '2026-11-22' };
let words: Lexicon | undefined;

function judgedIn({ text, format = 'md' }: Piece): { readonly names: JudgedName[]; readonly others: boolean } {
  if (!words) {
    const pack = loadBuiltIn();
    words = new Lexicon(pack.vocabularies, pack.matchers?.lexicon);
  }
  const path = `copy.${format}`;
  const document = parse({ path, format: FORMATS[format] ?? 'markdown', mdx: false, source: text });
  const page = analyse(document, settingsFor(settings, resolve(path), pageLayer(document).layer), words) as PeopleSource;
  const names: JudgedName[] = [];
  const found = findIdentities(page, words.people, (judged) => {
    if (judged.strength >= NAME_LIKE) names.push(judged);
  });
  return { names, others: found.some(({ kind, verdict }) => kind !== 'name' && verdict !== 'info' && verdict !== 'none') };
}

function tell(path: string, base: number, model: ReadonlyMap<string, number>): void {
  const scored = readFileSync(path, 'utf8').trim().split('\n').flatMap((line) => {
    const piece = JSON.parse(line) as Piece;
    return judgedIn(piece).names.map(({ signs, patient, provider, strength }) => ({
      shown: piece.label === true, patient, open: patient < 0.5 && provider < 0.5 && strength >= 0.4, odds: [...signs].reduce((sum, [sign, count]) => sum + (model.get(sign) ?? 0) * count, base),
    }));
  });
  console.log(path);
  for (const [title, some, levels] of [
    ['  that few cues speak for', scored.filter(({ patient }) => patient >= 0.5 && patient <= 0.75), [-1.5, -1, -0.8, -0.6, -0.4, -0.2, 0]],
    ['  that none speaks for', scored.filter(({ open }) => open), [0.8, 1.2, 1.6, 2, 2.4]],
  ] as const) {
    console.log(`${title}: ${some.length}, ${some.filter(({ shown }) => shown).length} in copy that shows a patient`);
    for (const level of levels) {
      const far = some.filter(({ odds }) => (title.includes('few') ? odds < level : odds > level));
      console.log(`    ${title.includes('few') ? 'below' : 'above'} ${level}: ${far.filter(({ shown }) => shown).length} in such copy, ${far.filter(({ shown }) => !shown).length} not`);
    }
  }
}

function write(base: number, model: ReadonlyMap<string, number>): void {
  const quote = (sign: string): string => `'${sign.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = [...model].map(([sign, weight]) => `  ${quote(sign)}: ${weight},`);
  writeFileSync(
    'src/analyse/people/name-weights.ts',
    `// Written by scripts/surroundings.mjs.\n/** Logarithm of the odds of a name without a sign. */\nexport const NAME_BASE = ${Math.round(base * 100) / 100};\n` +
      `/** What each sign around a name adds to it. Signs that are not here say nothing. */\nexport const NAME_WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
  );
}
