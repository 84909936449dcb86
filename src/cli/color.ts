import type { Io } from './io.ts';

/** Whether to colour what goes to the standard output: as the option says, else as the environment does, else on a terminal. */
export function wantsColor(color: boolean | undefined, { env, terminal }: Io): boolean {
  if (color !== undefined) return color;
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return !['0', 'false'].includes(env['FORCE_COLOR']);
  return terminal && env['TERM'] !== 'dumb';
}
