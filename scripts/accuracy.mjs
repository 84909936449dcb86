// Measures the rules of the build in dist/ on the labelled pages of fixtures/corpus.
// Usage: npm run accuracy -- [--corpus FOLDER] [--rules] [--misses] [--alarms] [--write]
//   --rules   figures of each rule      --misses, --alarms   what was missed, what was wrong
//   --write   keep the figures in figures.json, below which no rule may fall, and which the docs show
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

// Beside the compiled rules, which it reads; Node 20 runs no TypeScript.
const outfile = `dist/accuracy-${process.pid}.mjs`;
await build({ entryPoints: ['scripts/accuracy.ts'], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
try {
  const { run } = await import(new URL(`../${outfile}`, import.meta.url).href);
  run(process.argv.slice(2));
} finally {
  rmSync(outfile);
}
