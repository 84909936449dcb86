// Fits the weights by which src/analyse/impression reads a passage to labelled copy, and writes src/analyse/impression/weights.ts.
// Usage: node scripts/impression.mjs FOLDER|FILE.jsonl[=WEIGHT]... [--test FOLDER|FILE.jsonl]... [--write]
//   a folder holds pages labelled as in fixtures/corpus; a file one case a line: text, format, profile, and label, spans or passages
//   WEIGHT   how much each of its passages counts; 1 if absent
//   --test   tell how passages that no rule marks, and those that one does, are told apart there; fits nothing to them
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outfile = `dist/impression-${process.pid}.mjs`;
await build({ entryPoints: ['scripts/impression/fit.ts'], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
try {
  const { run } = await import(new URL(`../${outfile}`, import.meta.url).href);
  run(process.argv.slice(2));
} finally {
  rmSync(outfile);
}
