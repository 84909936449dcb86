/**
 * Runs the script of the build, from code that an earlier run has compiled where there is any. It stands alone: everything else is
 * in the script.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script, constants } from 'node:vm';
import { CodeCache } from './code-cache.ts';

type Parts = typeof import('./parts.ts');

/** The hash of the script, which the build puts here. */
declare const BUILD: string;

/** Parts of the runtime that few runs use, and that take it a while to load: each is loaded when something of it is first asked for. */
const RARE = new Set(['node:child_process', 'node:dns', 'node:fs/promises', 'node:http', 'node:https', 'node:module', 'node:net', 'node:worker_threads', 'module']);
const requireLazily = (name: string, requireNow: (name: string) => object = require): object =>
  RARE.has(name) ? new Proxy({}, { get: (_, key) => Reflect.get(requireNow(name), key) as unknown }) : requireNow(name);

/**
 * Most runs are over before the engine earns back what it spends on optimising functions early, or on collecting garbage again
 * and again while the space for new objects grows by small steps.
 */
const FOR_SHORT_RUNS = ['--interrupt-budget=700000', '--semi-space-growth-factor=16'];

let loaded: Parts | undefined;
let keep = (): void => {};

/** What the script exports; it runs once. */
export function load(): Parts {
  if (loaded) return loaded;
  for (const flag of FOR_SHORT_RUNS) setFlagsFromString(flag);
  const filename = join(__dirname, 'promolint.cjs');
  // It is written in ASCII alone: a byte a character.
  const source = readFileSync(filename, 'latin1');
  const cache = CodeCache.open(BUILD);
  const script = new Script(source, {
    filename,
    cachedData: cache?.code,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (module: object, require: (name: string) => object, url: string) => void;
  run(module, (name) => requireLazily(name), pathToFileURL(filename).href);
  const parts = module.exports as Parts;
  keep = () => cache?.keep(script, parts.lengthsRead);
  return (loaded = parts);
}

/** Keeps what this run has compiled for the next one, where that is worth it. */
export const keepCode = (): void => keep();
