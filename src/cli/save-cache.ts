import { join } from 'node:path';
import { CACHE_FILE } from '../keep/cache.ts';
import type { Cache } from '../keep/cache.ts';
import { encodeCache } from '../keep/cache-file.ts';
import type { Io } from './io.ts';
import { writeWhole } from './output.ts';

/** Writes the cache, whole or not at all, so that runs at the same time do not meet half of it; the last one's stays. */
export async function saveCache(cache: Cache, io: Io): Promise<void> {
  const stored = cache.stored(io.cwd);
  if (!stored) return;
  try {
    writeWhole(join(io.cwd, CACHE_FILE), encodeCache(stored));
  } catch (error) {
    // It only costs time, but whoever asked for a cache should know.
    await io.err(
      `${CACHE_FILE} cannot be written (${String((error as NodeJS.ErrnoException).code ?? 'unknown')}); nothing is kept.\n`,
    );
  }
}
