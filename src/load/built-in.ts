import { readFileSync } from 'node:fs';
import { PromolintError } from '../errors.ts';
import { attachDetectors, expandPack } from './compiled-pack.ts';
import type { CompiledPack, CompiledVocabulary } from './compiled-pack.ts';
import { detectors } from './detectors.generated.ts';
import type { Pack } from './rule.ts';

/** Where the compiled pack may stand, seen from this module: bundled into dist/, in dist/src/load/, or in src/load/ under test. */
const PLACES = ['./pack.json', '../../pack.json', '../../dist/pack.json'];

let pack: Pack | undefined;

/** The built-in rules, from the JSON that the build writes (`compilePack`), with their detectors. */
export function loadBuiltIn(): Pack {
  pack ??= read();
  return pack;
}

function read(): Pack {
  for (const place of PLACES) {
    let text: string;
    try {
      text = readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      continue;
    }
    const read = () =>
      JSON.parse(readFileSync(new URL(place.replace('pack', 'vocabularies'), import.meta.url), 'utf8')) as CompiledVocabulary[];
    const compiled = expandPack(JSON.parse(text) as CompiledPack, read);
    return { ...compiled, rules: attachDetectors(compiled.rules, ({ id }) => detectors[id]) };
  }
  throw new PromolintError('pack-not-found', 'The built-in rules are missing.', { hint: 'Run "npm run build".' });
}
