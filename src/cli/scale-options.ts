import { PromolintError } from '../errors.ts';
import type { Shard } from '../read/shard.ts';
import type { Concurrency } from '../workers/weighing.ts';

const MOST_THREADS = 64;

/** @throws PromolintError `bad-option` */
export function readConcurrency(text: string | undefined): Concurrency | undefined {
  if (text === undefined || text === 'auto') return text;
  if (text === 'off') return 1;
  if (/^[1-9]\d?$/.test(text) && Number(text) <= MOST_THREADS) return Number(text);
  throw new PromolintError('bad-option', `--concurrency must be auto, off or a number from 1 to ${MOST_THREADS}, not "${text}".`);
}

/** @throws PromolintError `bad-option` */
export function readShard(
  { shard, stdin }: { readonly shard?: string; readonly stdin?: boolean },
  paths: readonly string[],
): Shard | undefined {
  if (shard === undefined) return undefined;
  if (stdin || paths.includes('-'))
    throw new PromolintError('bad-option', '--shard is about files, not about the standard input.');
  const [, index, count] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(shard) ?? [];
  if (count !== undefined && Number(index) <= Number(count)) return { index: Number(index), count: Number(count) };
  throw new PromolintError('bad-option', `--shard must be a part of a whole, such as 2/4, not "${shard}".`);
}
