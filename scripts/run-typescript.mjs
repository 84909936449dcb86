import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

/** Calls `run` of a script in TypeScript, which Node 20 does not read, with the arguments of this process. It is bundled beside the compiled rules, which it reads. */
export async function runTypeScript(entry) {
  const outfile = `dist/${basename(entry, '.ts')}-${process.pid}.mjs`;
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
  try {
    const { run } = await import(new URL(`../${outfile}`, import.meta.url).href);
    run(process.argv.slice(2));
  } finally {
    rmSync(outfile);
  }
}
