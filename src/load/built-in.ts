import { readFileSync } from 'node:fs';
import { PromolintError } from '../errors.ts';
import { attachDetectors, expandPack } from './compiled-pack.ts';
import type { CompiledPack, CompiledVocabulary } from './compiled-pack.ts';
import { detectors } from './detectors.generated.ts';
import { unpack } from './packed.ts';
import type { CompiledMatchers, Pack } from './rule.ts';

/** Where the compiled pack may stand, seen from this module: bundled into dist/, in dist/src/load/, or in src/load/ under test. */
const PLACES = ['./', '../../', '../../dist/'];

let pack: Pack | undefined;
let matchers: CompiledMatchers | undefined;

/** The built-in rules, from the files that the build writes (`compilePack`), with their detectors. */
export function loadBuiltIn(): Pack {
  pack ??= load();
  return pack;
}

function load(): Pack {
  const compiled = readFile('pack.json');
  const matchers = readMatchers();
  if (!compiled || !matchers) throw new PromolintError('pack-not-found', 'The built-in rules are missing.', { hint: 'Run "npm run build".' });
  let vocabularies: Readonly<Record<string, string>> | undefined;
  let wordings: Readonly<Record<string, string>> | undefined;
  const expanded = expandPack(JSON.parse(compiled.toString()) as CompiledPack, {
    vocabulary: (id) => JSON.parse((vocabularies ??= readTexts('vocabularies.bin'))[id]!) as CompiledVocabulary,
    wordings: (id) => JSON.parse((wordings ??= readTexts('wordings.bin'))[id]!) as readonly unknown[],
  });
  return { ...expanded, matchers, rules: attachDetectors(expanded.rules, ({ id }) => detectors[id]) };
}

const readTexts = (name: string): Readonly<Record<string, string>> => unpack(readFile(name)!) as Record<string, string>;

function readMatchers(): CompiledMatchers | undefined {
  const bytes = matchers ? undefined : readFile('matchers.bin');
  if (bytes) matchers = unpack(bytes) as CompiledMatchers;
  return matchers;
}

/** The words by whose numbers the built-in matchers go. */
export const builtInWords = (): CompiledMatchers['words'] | undefined => readMatchers()?.words;

/** What the expressions of the built-in rules and of the analysis need. */
export const builtInNeeds = (): CompiledMatchers['needs'] | undefined => readMatchers()?.needs;

function readFile(name: string): Buffer<ArrayBuffer> | undefined {
  for (const place of PLACES) {
    try {
      return readFileSync(new URL(place + name, import.meta.url)) as Buffer<ArrayBuffer>;
    } catch {
      continue;
    }
  }
  return undefined;
}
