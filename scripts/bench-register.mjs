// Compares the CPU time of whole processes with a register of 20,000 claims and without one, on the same generated files. Runs
// alternate, so that a busy machine slows both alike; the figure to read is the ratio.
// Usage: node scripts/bench-register.mjs [FILES] [ROUNDS] [CLAIMS]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [files = 2000, rounds = 3, claims = 20_000] = process.argv.slice(2).map(Number);
const shared = '../shared/bench/gen.mjs';
if (!existsSync(shared)) {
  console.error(`${shared} writes the files to measure on, and is not there.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'promolint-bench-'));
try {
  const site = join(folder, 'site');
  spawnSync(process.execPath, [realpathSync(shared), site, String(files)], { stdio: 'ignore' });
  writeFileSync(join(folder, 'claims.yaml'), register(claims));
  writeFileSync(join(folder, 'with.yaml'), 'register: claims.yaml\n');
  writeFileSync(join(folder, 'without.yaml'), 'product: provider-service\n');
  mkdirSync(join(folder, 'out'));
  const meter = join(folder, 'meter.cjs');
  writeFileSync(meter, "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.cpuUsage())));\n");

  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const [without, having] = ['without', 'with'].map((name) => cpuSeconds(meter, site, join(folder, `${name}.yaml`)));
    ratios.push(having / without);
    console.log(`${without.toFixed(2)} s without, ${having.toFixed(2)} s with ${claims} claims: ${(having / without).toFixed(3)} times`);
  }
  ratios.sort((a, b) => a - b);
  console.log(`${files} files, median of ${rounds}: ${ratios[ratios.length >> 1].toFixed(3)} times the CPU time`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Claims of the words that the generated files are made of, so that many come near to a sentence and some stand in one. */
function register(count) {
  let seed = 7;
  const pick = (list) => list[(seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % list.length];
  const nouns = 'patient clinic visit team treatment therapy service plan program heart knee hip back skin sleep weight diet dose risk benefit symptom result'.split(' ');
  const verbs = 'supports covers reduces improves manages relieves restores protects measures treats'.split(' ');
  const adjectives = 'gentle local modern careful private simple early regular daily flexible personal common chronic mild'.split(' ');
  const lines = ['claims:'];
  for (let index = 0; index < count; index++) {
    const object = () => `${pick(['the', 'your', 'each'])} ${pick(adjectives)} ${pick(nouns)}`;
    const product = index % 3 === 0 ? `Product ${index % 400}` : `Our ${pick(adjectives)} ${pick(nouns)}`;
    lines.push(
      `  - id: claim-${index}`,
      `    wording: "${product} ${pick(verbs)} ${object()} ${pick(['for', 'with', 'after'])} ${object()}${index % 5 === 0 ? ' by {percent}%' : ''} (${index})"`,
      ...(index % 5 === 0 ? ['    placeholders:', `      percent: {from: ${index % 20}, to: ${(index % 20) + 30}}`] : []),
      `    variants: ["${product} ${pick(verbs)} ${object()}, number ${index}"]`,
      '    markets: [us]',
      '    qualifiers: [{text: Results vary from person to person., where: section}]',
      '    references: [A paper of 2024]',
      '    approver: A. Whitcombe',
      '    approved: 2025-02-10',
      '    review_by: 2027-02-09',
    );
  }
  return `${lines.join('\n')}\n`;
}

/** User and system time of a whole process, as it tells at its end: start, garbage collection and compilation are in it. */
function cpuSeconds(meter, site, config) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const args = ['bin/promolint.js', site, '--config', config, '--format', 'json', '--output-file', join(folder, 'out', 'report.json')];
  const options = { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  const { status, output } = spawnSync(process.execPath, ['--require', meter, ...args], options);
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${output[2]}`);
  const { user, system } = JSON.parse(output[3]);
  return (user + system) / 1e6;
}
