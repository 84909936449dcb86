// Compares the CPU time of whole processes: promolint beside a bare node, and beside the same Markdown parsed by
// remark-parse with GFM and front matter alone. Runs alternate, so that a busy machine slows all of them alike; the
// figures to read are the ratios. Usage: node scripts/bench.mjs [ROUNDS]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const rounds = Number(process.argv[2] ?? 7);
const generator = '../shared/bench/gen.mjs';
if (!existsSync(generator)) {
  console.error(`${generator} writes the files to measure on, and is not there.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'promolint-bench-'));
try {
  const many = join(folder, 'many');
  spawnSync(process.execPath, [generator, many, '2000'], { stdio: 'ignore' });
  const files = readdirSync(many, { recursive: true, encoding: 'utf8' })
    .map((name) => join(many, name))
    .filter((path) => statSync(path).isFile());
  const near7 = (file) => Math.abs(statSync(file).size - 7000);
  const one = files.reduce((best, file) => (near7(file) < near7(best) ? file : best));

  const remark = join(folder, 'remark.mjs');
  const at = (name) => JSON.stringify(import.meta.resolve(name));
  writeFileSync(
    remark,
    `import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unified } from ${at('unified')};
import remarkParse from ${at('remark-parse')};
import remarkGfm from ${at('remark-gfm')};
import remarkFrontmatter from ${at('remark-frontmatter')};
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const path = process.argv[2];
const found = statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true }).map((name) => join(path, name));
for (const file of found.filter((name) => statSync(name).isFile())) processor.parse(readFileSync(file, 'utf8'));
`,
  );
  const meter = join(folder, 'meter.cjs');
  writeFileSync(meter, "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.cpuUsage())));\n");

  const promolint = (path) => [
    'bin/promolint.js',
    path,
    '--no-config',
    '--format',
    'json',
    '--output-file',
    join(folder, 'report.json'),
  ];
  report('one file of 7 KB', rounds, meter, { node: ['-e', '0'], remark: [remark, one], promolint: promolint(one) });
  report(`${files.length} files`, Math.min(rounds, 3), meter, {
    node: ['-e', '0'],
    remark: [remark, many],
    promolint: promolint(many),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(title, times, meter, commands) {
  const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < times; round++)
    for (const [name, args] of Object.entries(commands)) seconds[name].push(cpuSeconds(meter, args));
  console.log(`${title}, CPU seconds (median of ${times}) and paired ratios (median, least to most)`);
  for (const [name, mine] of Object.entries(seconds)) {
    const ratios = ['node', 'remark']
      .filter((other) => other !== name)
      .map((other) => {
        const paired = mine.map((value, round) => value / seconds[other][round]).sort((a, b) => a - b);
        return `${median(paired).toFixed(2)} × ${other} (${paired[0].toFixed(2)} to ${paired.at(-1).toFixed(2)})`;
      });
    console.log(`  ${name.padEnd(10)} ${median(mine).toFixed(3)}  ${ratios.join('  ')}`);
  }
}

/** User and system time of a whole process, as it tells at its end: start, garbage collection and compilation are in it. */
function cpuSeconds(meter, args) {
  // Costs Node 20 some 50 ms a start, and is no part of what is measured.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const options = { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  const { status, output } = spawnSync(process.execPath, ['--require', meter, ...args], options);
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${output[2]}`);
  const { user, system } = JSON.parse(output[3]);
  return (user + system) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
