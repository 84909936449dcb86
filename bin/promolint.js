#!/usr/bin/env node
let main;
try {
  ({ main } = await import('../dist/cli.js'));
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('promolint  The build is missing: run "npm run build" in its folder.  (not-built)');
}
process.exitCode = main ? await main(process) : 3;
