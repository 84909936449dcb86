// Writes the reports beside the flagged demo pages anew, from the build in dist/.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { lintFiles, formatJson } = await import('../dist/index.js');

const folder = 'fixtures/pages/flagged';
for (const name of readdirSync(folder).filter((entry) => !entry.endsWith('.json'))) {
  const report = await lintFiles([`${folder}/${name}`], { config: false, asOf: '2026-11-21' });
  const { files } = JSON.parse(formatJson(report));
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(files[0], null, 2)}\n`);
}
