import { relative, sep } from 'node:path';
import { layerOf, settingsFor } from './settings.ts';
import type { Layer, Settings } from './settings.ts';

/** One thing that holds for a file, as a configuration would write it. */
export interface Decision {
  /** A key path of the configuration: `product`, `rules.efficacy/cure-claim`, `organization.names`. */
  readonly key: string;
  readonly value: unknown;
  /** Where it was decided: one place, or one for each item of a list. */
  readonly from: readonly string[];
}

const DEFAULT = 'default';

/**
 * Everything that holds for the file at `absolutePath`, and where each value comes from. `page` is what the file says of itself;
 * its `origins` and those of the command line are taken as they are.
 */
export function describeSettings(settings: Settings, absolutePath: string, page: Layer): Decision[] {
  const layer = layerOf(settings, absolutePath, page);
  const { profiles, product, audience, federalPrograms, rules } = settingsFor(settings, absolutePath, page);
  const { profile, product: productFrom, audience: audienceFrom, federal_programs, ...others } = layer.origins ?? {};
  const rest = Object.keys(others).filter((key) => !key.startsWith('rules.'));
  return [
    { key: 'profile', value: profiles, from: [profile?.[0] ?? DEFAULT] },
    { key: 'product', value: product, from: productFrom ?? [profile ? 'follows from the profile' : DEFAULT] },
    { key: 'audience', value: audience, from: audienceFrom ?? [DEFAULT] },
    { key: 'federal_programs', value: federalPrograms, from: federal_programs ?? [DEFAULT] },
    ...rest.map((key): Decision => ({ key, value: valueAt(layer, key), from: others[key]! })),
    ...Object.entries(rules).map(([id, { level, ...options }]): Decision => ({
      key: `rules.${id}`,
      value: Object.keys(options).length > 0 ? [level ?? DEFAULT, options] : level,
      from: others[`rules.${id}`] ?? providedAt(layer, id),
    })),
    ...Object.entries(settings.origins)
      .filter(([key, from]) => from.length > 0 && key !== 'baseline')
      .map(([key, from]): Decision => ({ key, value: valueAt(settings, key), from })),
    ...files(settings),
    ...(settings.packs.length > 0
      ? [{ key: 'packs', value: settings.packs.map(({ name }) => name), from: settings.packs.map(({ where }) => where) }]
      : []),
  ];
}

/** The files that are named once for a whole project, as seen from its configuration. */
function files({ folder, origins, baseline, registerPath, releasesPath }: Settings): Decision[] {
  const seen = (path: string) => relative(folder, path).split(sep).join('/');
  return [
    ...(registerPath ? [{ key: 'register', value: seen(registerPath.path), from: [registerPath.where] }] : []),
    ...(releasesPath ? [{ key: 'releases', value: seen(releasesPath.path), from: [releasesPath.where] }] : []),
    ...(baseline === undefined ? [] : [{ key: 'baseline', value: seen(baseline), from: origins['baseline'] ?? [] }]),
  ];
}

/** A rule that the site's template answers to is off without being named among the rules. */
function providedAt({ provides = [], origins }: Layer, id: string): readonly string[] {
  const where = origins?.['provides']?.[provides.indexOf(id)];
  return where === undefined ? [] : [`provided by the template, ${where}`];
}

/** The value that a key of the configuration has in our own names: `suppressions.max_days` is `suppressions.maxDays`. */
function valueAt(object: object, key: string): unknown {
  return key
    .split('.')
    .map((step) => step.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], object);
}
