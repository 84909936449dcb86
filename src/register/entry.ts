import type { Use } from '../load/rule.ts';
import type { Place } from '../yaml.ts';
import type { Wording } from './wording.ts';

export const STATUSES = ['draft', 'approved', 'suspended', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** What an approval is: a claim that the organization substantiates itself, or words that an authority has granted. */
export { USES } from '../load/choices.ts';
export type { Use } from '../load/rule.ts';

/** Where a qualifier must stand, from near to far. `next`: in the claim's sentence or the one after it. */
export const STANDS = ['sentence', 'next', 'block', 'footnote', 'section', 'page'] as const;
export type Stands = (typeof STANDS)[number];

export interface Qualifier {
  readonly text: string;
  readonly where: Stands;
  /** Its words, as `wordsIn` gives them, between spaces. */
  readonly words: string;
}

/** A source that the organization holds for a claim. */
export interface Reference {
  readonly cite?: string;
  readonly title?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly url?: string;
  /** A file beside the register. */
  readonly file?: string;
  /** Page, table or figure. */
  readonly at?: string;
}

/** One claim of the register. Dates are ISO dates. */
export interface Entry {
  readonly id: string;
  /** The approved wording, then its variants. */
  readonly wordings: readonly Wording[];
  readonly products: readonly string[];
  /** Profiles (`us-device`) or countries (`us`); none means everywhere. */
  readonly markets: readonly string[];
  /** None means everybody. */
  readonly audiences: readonly string[];
  readonly qualifiers: readonly Qualifier[];
  readonly references: readonly Reference[];
  readonly use: Use;
  readonly status: Status;
  readonly approver?: string;
  readonly approved?: string;
  /** The last day on which it may be used unreviewed. */
  readonly reviewBy?: string;
  /** Why it was suspended or withdrawn. */
  readonly reason?: string;
  /** Where the entry stands in the register. */
  place(key?: string): Place & { readonly file: string };
}

/** Something wrong with the register itself. An error makes the register unusable. */
export interface Problem {
  readonly level: 'error' | 'warning';
  /** `file:line:column` */
  readonly where: string;
  readonly message: string;
  readonly hint?: string;
}

/** A calendar date such as 2026-11-21, of the years 1900 to 2199. */
export function isDate(text: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
