import type { ClaimState, Evidence, Row } from './rows.ts';

/** Each state as a reviewer reads it. */
export const STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  approved: 'approved',
  draft: 'draft, not approved',
  qualifier: 'qualifier missing',
  scope: 'out of scope',
  early: 'not approved yet',
  expired: 'expired',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  extended: 'says more than approved',
  near: 'nearly approved wording',
  unregistered: 'unregistered',
  unchecked: 'no register',
};

export const KIND_WORDS: Readonly<Record<Row['kind'], string>> = {
  cure: 'cures',
  prevent: 'prevents',
  treat: 'treats',
  manage: 'manages',
  support: 'supports',
  describe: 'describes',
  figure: 'figure',
  comparison: 'comparison',
  other: 'registered wording',
};

/** `trial 2023, own (weak), study (retracted)` */
export const evidenceWords = (evidence: readonly Evidence[]): string => evidence.map(sourceWords).join(', ');

export function sourceWords({ kind, year, adequate, online }: Evidence): string {
  const doubt = online === 'retracted' || online === 'gone' ? ` (${online})` : adequate ? '' : ' (weak)';
  return `${kind}${year === undefined ? '' : ` ${year}`}${doubt}`;
}

export const placeWords = ({ path, line, column }: Row): string => `${path}:${line}:${column}`;
