import { OnlineCache } from './cache.ts';
import { Client } from './client.ts';
import type { ClientOptions } from './client.ts';
import { keyOf } from './identifier.ts';
import type { OnlineIdentifier } from './identifier.ts';
import { PUBLIC_SERVICES, lookUp } from './look-up.ts';
import type { Outcome, Services } from './look-up.ts';

export interface OnlineOptions extends ClientOptions {
  /** Where the cache stands. */
  readonly folder: string;
  readonly services?: Services;
  readonly now?: () => number;
}

/** What each of the identifiers leads to, by `keyOf`; each is asked for once, and not again for some days. */
export async function lookUpAll(
  identifiers: readonly OnlineIdentifier[],
  { folder, services, now, ...options }: OnlineOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const cache = new OnlineCache(folder, now);
  const client = new Client(options);
  const wanted = new Map(identifiers.map((identifier) => [keyOf(identifier), identifier]));
  const outcomes = new Map<string, Outcome>();
  await Promise.all(
    Array.from(wanted, async ([key, identifier]) => {
      let outcome = cache.get(key);
      if (!outcome) cache.set(key, (outcome = await lookUp(identifier, client, services)));
      outcomes.set(key, outcome);
    }),
  );
  cache.save();
  return outcomes;
}

/** The services that the environment names instead of the public ones. */
export function servicesFrom(env: Readonly<Record<string, string | undefined>>): Services {
  const named = (name: string, usual: string): string => (env[name] ?? usual).replace(/\/+$/, '');
  return {
    crossref: named('PROMOLINT_CROSSREF', PUBLIC_SERVICES.crossref),
    handles: named('PROMOLINT_HANDLES', PUBLIC_SERVICES.handles),
    pubmed: named('PROMOLINT_PUBMED', PUBLIC_SERVICES.pubmed),
    innerLinks: env['PROMOLINT_INNER_LINKS'] === '1',
  };
}
