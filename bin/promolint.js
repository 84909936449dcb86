#!/usr/bin/env node
/* eslint-disable @typescript-eslint/no-require-imports -- A CommonJS file starts sooner than an ES module. */
'use strict';

async function run() {
  try {
    const { load, keepCode } = require('../dist/start.cjs');
    process.exitCode = await load().main(process);
    keepCode();
  } catch (error) {
    process.exitCode = 3;
    const missing = error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ENOENT';
    console.error(`promolint  ${missing ? 'The build is missing: run "npm run build" in its folder.' : 'promolint cannot start.'}`);
    if (process.env.PROMOLINT_DEBUG) console.error(String(error?.stack).replace(/^(?!\s+at ).*\n?/gm, ''));
  }
}

run();
