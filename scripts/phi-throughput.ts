import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Lexicon } from '../src/analyse/lexicon.ts';
import { analyse } from '../src/analyse/page.ts';
import { provideWords } from '../src/analyse/spelling.ts';
import { pageLayer } from '../src/config/page.ts';
import { defaultConfig, settingsFor } from '../src/config/settings.ts';
import { builtInNeeds, builtInWords, loadBuiltIn } from '../src/load/built-in.ts';
import { provideNeeds } from '../src/match/needs.ts';
import { parse } from '../src/parse/parse.ts';
import type { Format } from '../src/rule.ts';

provideWords(builtInWords);
provideNeeds(builtInNeeds);

const FORMATS: Readonly<Record<string, Format>> = { md: 'markdown', html: 'html', htm: 'html', txt: 'text' };
const ROUNDS = 3;

/** Prints how much copy the finding of people reads in a second of CPU time: the files of a folder, parsed beforehand. */
export function run([folder = 'fixtures/corpus']: readonly string[]): void {
  const pack = loadBuiltIn();
  const lexicon = new Lexicon(pack.vocabularies, pack.matchers?.lexicon);
  const settings = { ...defaultConfig(resolve('')), flags: { profiles: ['us-provider'] }, asOf: '2026-11-22' };
  const copies = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const format = FORMATS[name.split('.').at(-1) ?? ''];
    return format && statSync(path).isFile() ? [{ path, absolutePath: resolve(path), format, mdx: false, source: readFileSync(path, 'utf8') }] : [];
  });
  const bytes = copies.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  console.log(`${copies.length} files, ${(bytes / 1e6).toFixed(2)} MB`);
  for (let round = 1; round <= ROUNDS; round++) {
    let spent = 0;
    let found = 0;
    for (const copy of copies) {
      const document = parse(copy);
      const page = analyse(document, settingsFor(settings, copy.absolutePath, pageLayer(document).layer), lexicon);
      const from = process.cpuUsage();
      found += page.identities.length;
      const { user, system } = process.cpuUsage(from);
      spent += user + system;
    }
    console.log(`round ${round}: ${(bytes / spent).toFixed(2)} MB per CPU-second, ${(spent / 1e6).toFixed(2)} s, ${found} identifiers`);
  }
}
