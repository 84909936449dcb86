// Writes docs/rules/**, schema/rule.schema.json and src/load/detectors.generated.ts. Node 20 runs no TypeScript, so the
// generator is bundled first; it lands inside node_modules, where the packages that it imports are found.
import { build } from 'esbuild';

const outfile = 'node_modules/.cache/promolint/generate.mjs';
await build({
  entryPoints: ['scripts/generate.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { generate } = await import(new URL(`../${outfile}`, import.meta.url).href);
generate('.');
