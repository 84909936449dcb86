import type { Summary } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import type { Severity } from '../rule.ts';
import { oneOf } from './one-of.ts';

export interface FailingOptions {
  readonly failOn: string;
  readonly maxWarnings?: string;
}

/** From when on a run fails. */
export interface Failing {
  readonly failOn: Severity;
  readonly maxWarnings: number;
}

const FAIL_ON: readonly Severity[] = ['error', 'warning', 'info'];

/** @throws PromolintError `bad-option` */
export const readFailing = ({ failOn, maxWarnings }: FailingOptions): Failing => ({
  failOn: oneOf(failOn, '--fail-on', FAIL_ON) as Severity,
  maxWarnings: readCount(maxWarnings),
});

export function fails({ errors, warnings, infos }: Omit<Summary, 'files'>, { failOn, maxWarnings }: Failing): boolean {
  if (errors > 0 || warnings > maxWarnings) return true;
  return (failOn !== 'error' && warnings > 0) || (failOn === 'info' && infos > 0);
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new PromolintError('bad-option', `--max-warnings must be a whole number from 0, not "${text}".`);
}
