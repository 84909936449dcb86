import { createHash } from 'node:crypto';

/** A part of the files of a run: `index` from 1 to `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Whether a file belongs to a part. It depends on the file's path alone, so that each part can be run on a machine of its own. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  const number = createHash('sha256').update(path).digest().readUIntBE(0, 6);
  return number % count === index - 1;
}
