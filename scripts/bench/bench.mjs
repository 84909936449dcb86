// Measures promolint beside a bare node, beside the same Markdown parsed by remark-parse with GFM and front matter alone,
// beside ripgrep, and, with --peers, beside other linters. Writes docs/benchmark.md with --write.
// Usage: npm run bench -- [--files N] [--large N] [--rounds N] [--peers] [--write]
// With --peers, 400 files take some ten minutes of a machine that has nothing else to do; alex and textlint take most of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Meter, alternate } from './measure.mjs';
import { installPeers, ripgrep, someTerms } from './peers.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '400' },
    large: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '2' },
    peers: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [many, large, rounds] = [options.files, options.large, options.rounds].map(Number);
const generator = '../shared/bench/gen.mjs';
if (!existsSync(generator)) {
  console.error(`${generator} writes the files to measure on, and is not there.`);
  process.exit(2);
}

const loadBefore = load();
const folder = mkdtempSync(join(tmpdir(), 'promolint-bench-'));
try {
  const pages = makePages('pages', many);
  const one = nearest(pages.files, 7000);
  const remark = writeRemark();
  const terms = someTerms(500);
  const peers = [ripgrep(folder, terms), ...(options.peers ? installPeers(join(folder, 'peers'), terms) : [])].filter(Boolean);
  const meter = new Meter(folder);
  const report = [];

  const commands = (path) => ({
    'node, an empty script': { node: ['-e', '0'] },
    promolint: promolint(path),
    'remark-parse + GFM + front matter, parsing only': { node: [remark, path] },
    ...Object.fromEntries(peers.map(({ title, command }) => [title, command(path)])),
  });
  report.push(
    ...table(
      `One file of ${Math.round(statSync(one).size / 1000)} KB`,
      alternate(meter, commands(one), rounds * 2),
      'node, an empty script',
    ),
  );
  report.push(
    ...table(
      `${pages.files.length} files, ${megabytes(pages.files)} MB`,
      alternate(meter, commands(pages.folder), rounds),
      'promolint',
    ),
  );

  const html = makePages('html', many, '--html');
  const cold = 'promolint, first run with --cache';
  const cache = join(folder, '.promolintcache');
  const others = {
    promolint: promolint(pages.folder),
    'promolint, as many HTML files': promolint(html.folder),
    'promolint, two threads': promolint(pages.folder, '--concurrency', '2'),
    'promolint, one thread': promolint(pages.folder, '--concurrency', 'off'),
    [cold]: { ...promolint(pages.folder, '--cache'), before: () => rmSync(cache, { force: true }) },
    'promolint, nothing changed': promolint(pages.folder, '--cache'),
  };
  report.push(...table('The same files in other ways', alternate(meter, others, rounds), 'promolint'));
  if (large > 0) {
    const site = makePages('site', large);
    const big = {
      'promolint, the files above': promolint(pages.folder),
      [`promolint, ${site.files.length} files, ${megabytes(site.files)} MB`]: promolint(site.folder),
    };
    report.push(...table('A large site', alternate(meter, big, 1), 'promolint, the files above'));
  }
  const text = `${['# Benchmark', '', ...about(), '', ...report].join('\n')}\n`;
  console.log(text);
  if (options.write) writeFileSync('docs/benchmark.md', text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function promolint(path, ...more) {
  const bin = fileURLToPath(new URL('../../bin/promolint.js', import.meta.url));
  return { node: [bin, path, '--no-config', '--format', 'json', '--output-file', 'report.json', ...more], cwd: folder };
}

function makePages(name, count, ...more) {
  const target = join(folder, name);
  spawnSync(process.execPath, [realpathSync(generator), target, String(count), ...more], { stdio: 'ignore' });
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' })
    .map((file) => join(target, file))
    .filter((path) => statSync(path).isFile());
  return { folder: target, files };
}

function writeRemark() {
  const at = (name) => JSON.stringify(import.meta.resolve(name));
  const script = join(folder, 'remark.mjs');
  writeFileSync(
    script,
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
  return script;
}

function about() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return [
    `<!-- Written by "npm run bench -- --write", with --peers for the other linters. -->`,
    `promolint ${version}, Node ${process.version}, ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}. CPU seconds of the`,
    `whole process, all threads; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`} in which the programs take turns, twice as many for the one file. Load of the machine:`,
    `${loadBefore} before, ${load()} after (1 per core is all that it can do). What it does besides moves the seconds by a`,
    'factor of three and the ratios, taken within each round, by far less: read those. The programs do different work: the fair',
    'reading is how long a writer waits for an answer, not who does the same faster. The pages are made up, with all that Markdown has.',
  ];
}

function load() {
  return loadavg()[0].toFixed(1);
}

function table(title, measured, yardstick) {
  const rows = [...measured].map(
    ([name, { cpu, memory, times }]) =>
      `| ${name} | ${cpu.toFixed(cpu < 1 ? 3 : 1)} | ${times(yardstick).toFixed(2)} | ${memory.toFixed(0)} |`,
  );
  return [`## ${title}`, '', `| | CPU seconds | times ${yardstick} | peak MB |`, '| --- | --: | --: | --: |', ...rows, ''];
}

function nearest(files, size) {
  const distance = (file) => Math.abs(statSync(file).size - size);
  return files.reduce((best, file) => (distance(file) < distance(best) ? file : best));
}

function megabytes(files) {
  return (files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6).toFixed(1);
}
