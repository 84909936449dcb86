import { watch } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PromolintError } from '../errors.ts';
import { describeProof } from '../prove/prove.ts';
import { testRule } from '../prove/test-rule.ts';
import type { ExitCode, Io } from './io.ts';
import { describeError } from './run.ts';

/** `promolint test FILE [--watch]` */
export async function testCommand(file: string, options: { readonly watch?: boolean }, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  if (!options.watch) return test(path, io);
  for await (const _ of versions(path, io.signal)) {
    try {
      await test(path, io);
    } catch (error) {
      // A rule that is half typed: say so, and wait for the next save.
      if (!(error instanceof PromolintError)) throw error;
      await io.err(describeError(error));
    }
  }
  return 0;
}

async function test(path: string, io: Io): Promise<ExitCode> {
  const { rule, proof } = await testRule(path);
  await io.out(describeProof(rule, proof));
  return proof.failures.length > 0 ? 1 : 0;
}

/** Yields at once, and then after each change of a file beside the rule that has its name. */
async function* versions(path: string, signal: AbortSignal | undefined): AsyncGenerator<void> {
  const stem = stemOf(path);
  let changed = promise();
  const watcher = watch(dirname(path), { signal }, (_, name) => {
    if (name === null || stemOf(name) === stem) changed.resolve();
  });
  signal?.addEventListener('abort', () => changed.resolve());
  try {
    while (!signal?.aborted) {
      changed = promise();
      yield;
      await changed.settled;
      // Editors save in several steps.
      await pause(50);
    }
  } finally {
    watcher.close();
  }
}

const stemOf = (path: string): string => basename(path, extname(path));

function promise(): { readonly settled: Promise<void>; resolve(): void } {
  let resolve = (): void => {};
  const settled = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { settled, resolve };
}
