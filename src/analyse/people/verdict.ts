import type { Identity, Severity } from '../../rule.ts';

export type Evidence = Pick<Identity, 'kind' | 'zone' | 'partial' | 'always' | 'patient' | 'health' | 'setting' | 'authorization'> & {
  /** Dates, ages, places and names of patients that stand in the same passage, this one included. */
  readonly together: number;
};

const QUASI = new Set(['date', 'age', 'place']);

/**
 * The table of what to say (HHS de-identification guidance; 45 CFR 164.514(b)(2)): a number of the always-class is an error
 * wherever it stands; a name or contact needs a patient and health around it; dates, ages and places add up.
 */
export function verdictOf(evidence: Evidence): Severity | 'none' {
  const raw = unauthorized(evidence);
  if (raw === 'none' || evidence.always) return raw;
  if (evidence.authorization === 'valid' || evidence.authorization === 'stated') return 'info';
  return raw;
}

function unauthorized({ kind, partial, always, patient, health, setting, zone, together }: Evidence): Severity | 'none' {
  if (always) return 'error';
  if (patient < 0.5) return 'none';
  if (kind === 'story') return 'warning';
  if (kind === 'photo' && partial) return 'warning';
  if (QUASI.has(kind)) {
    if (health < 0.5) return 'none';
    return together >= 2 && patient >= 0.8 ? 'error' : 'warning';
  }
  if (health < 0.5) {
    if (partial || patient < 0.75) return 'none';
    return setting === 'copy' || zone === 'url' ? 'warning' : 'error';
  }
  if (partial) return patient >= 0.6 ? 'warning' : 'none';
  return patient >= 0.75 ? 'error' : 'warning';
}
