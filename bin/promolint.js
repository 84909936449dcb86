#!/usr/bin/env node
try {
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(process);
} catch (error) {
  process.exitCode = 3;
  const missing = error?.code === 'ERR_MODULE_NOT_FOUND';
  console.error(`promolint  ${missing ? 'The build is missing: run "npm run build" in its folder.' : 'promolint cannot start.'}`);
  if (process.env.PROMOLINT_DEBUG) console.error(String(error?.stack).replace(/^(?!\s+at ).*\n?/gm, ''));
}
