#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// An expression is compiled once, to machine code. V8 would first interpret it and compile it again at its second use, which
// costs a quarter of a short run.
setFlagsFromString('--no-regexp-tier-up');

try {
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process);
} catch (error) {
  process.exitCode = 3;
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND';
  console.error(`promolint  ${missing ? 'The build is missing: run "npm run build" in its folder.' : 'promolint cannot start.'}`);
  if (process.env.PROMOLINT_DEBUG) console.error(String(error?.stack).replace(/^(?!\s+at ).*\n?/gm, ''));
}
