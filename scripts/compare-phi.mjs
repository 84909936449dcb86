// Compares promolint with redact-pii and openredaction on fixtures/phi: of copy that shows a patient, how much is flagged, and
// how much of clean copy. The two are installed into a temporary folder. Usage: npm run build && node scripts/compare-phi.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PEERS = ['redact-pii@3.4.0', 'openredaction@1.1.5'];
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const read = (name) => readFileSync(`fixtures/phi/${name}.jsonl`, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sets = { patients: read('patients'), clean: read('clean') };

const folder = mkdtempSync(join(tmpdir(), 'promolint-compare-'));
try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...PEERS], { stdio: 'inherit' });
  const from = createRequire(join(folder, 'package.json'));
  const load = (name) => import(pathToFileURL(from.resolve(name)).href);
  const { lintText } = await import(pathToFileURL('dist/index.js').href);
  const { SyncRedactor } = await load('redact-pii');
  const { OpenRedaction } = await load('openredaction');
  const redactor = new SyncRedactor();
  const detector = new OpenRedaction();
  const tools = {
    promolint: async ({ text, format }) => {
      const { findings } = await lintText(text, `copy.${format}`, { config: false });
      return findings.some(({ family, severity }) => family === 'phi' && severity !== 'info');
    },
    'redact-pii': ({ text }) => redactor.redact(text) !== text,
    openredaction: async ({ text }) => (await detector.detect(text)).detections.length > 0,
  };
  console.log(`${sets.patients.length} pieces of copy that show a patient, ${sets.clean.length} clean ones\n`);
  console.log('tool            recall  false alarms  F1');
  for (const [name, flags] of Object.entries(tools)) {
    const count = async (items) => {
      let flagged = 0;
      for (const item of items) if (await flags(item)) flagged++;
      return flagged;
    };
    const found = await count(sets.patients);
    const wrong = await count(sets.clean);
    const f1 = (2 * found) / (found + wrong + sets.patients.length);
    const percent = (part, all) => `${((100 * part) / all).toFixed(0)} %`;
    console.log(`${name.padEnd(16)}${percent(found, sets.patients.length).padEnd(8)}${percent(wrong, sets.clean.length).padEnd(14)}${f1.toFixed(2)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
