import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';

/** @throws PromolintError `bad-option` when an option has none of the known values */
export function oneOf(value: string, option: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  throw new PromolintError('bad-option', `Unknown value "${value}" for ${option}.`, { hint: didYouMean(value, known) });
}
