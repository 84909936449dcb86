import { dirname, relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import type { RuleSetting } from '../check/severity.ts';
import type { SuppressionPolicy } from '../check/silence/silencer.ts';
import type { Path } from '../yaml.ts';
import type { ConfigFile } from './schema.ts';
import { NO_ORGANIZATION, combineLayers } from './settings.ts';
import type { Config, Layer, Mention, Origins, Override } from './settings.ts';
import type { Source } from './source.ts';

/** One configuration file as settings. `folder` is what its patterns are relative to. */
export function toConfig(config: ConfigFile, source: Source, folder: string): Config {
  const mentions: Mention[] = [];
  const layer = (from: Omit<LayerFile, 'ignore'>, path: Path): Layer => {
    for (const id of Object.keys(from.rules ?? {})) mentions.push({ id, where: source.where([...path, 'rules', id]) });
    from.provides?.forEach((id, index) => mentions.push({ id, where: source.where([...path, 'provides', index]) }));
    return toLayer(from, source, path);
  };
  const base = layer(config, []);
  const overrides = (config.overrides ?? []).map((override, index): Override => {
    const files = list(override.files);
    return { ...layer(override, ['overrides', index]), files, applies: matcher(folder, files) };
  });
  const ignored = (config.overrides ?? []).flatMap(({ files, ignore }, index) => {
    if (ignore === undefined) return [];
    const where = source.where(['overrides', index, 'ignore']);
    return list(files).map((pattern) => ({ pattern: ignore ? pattern : negated(pattern), where }));
  });
  const patterns = [
    ...(config.ignore ?? []).map((pattern, index) => ({ pattern, where: source.where(['ignore', index]) })),
    ...ignored,
  ];
  return {
    base,
    overrides,
    ignore: patterns.map(({ pattern }) => pattern),
    extensions: config.extensions ?? {},
    packs: (config.packs ?? []).map((name, index) => ({
      name,
      from: dirname(source.file),
      where: source.where(['packs', index]),
    })),
    registerPath:
      config.register === undefined
        ? undefined
        : { path: resolve(dirname(source.file), config.register), where: source.where(['register'], 'value') },
    releasesPath:
      config.releases === undefined
        ? undefined
        : { path: resolve(dirname(source.file), config.releases), where: source.where(['releases'], 'value') },
    ...(config.baseline !== undefined && { baseline: resolve(dirname(source.file), config.baseline) }),
    mentions,
    folder,
    files: [source.file],
    origins: {
      ...(config.baseline !== undefined && { baseline: [source.where(['baseline'])] }),
      ...(patterns.length > 0 && { ignore: patterns.map(({ where }) => where) }),
      ...Object.fromEntries(
        Object.keys(config.extensions ?? {}).map((key) => [`extensions.${key}`, [source.where(['extensions', key])]]),
      ),
    },
  };
}

type LayerFile = Omit<NonNullable<ConfigFile['overrides']>[number], 'files'>;

function toLayer(from: Omit<LayerFile, 'ignore'>, source: Source, path: Path): Layer {
  const origins: Record<string, readonly string[]> = {};
  const told = (key: string, at: Path, count?: number): void => {
    const places = count === undefined ? [[]] : Array.from({ length: count }, (_, index) => [index]);
    origins[key] = places.map((step) => source.where([...path, ...at, ...step]));
  };
  for (const key of ['profile', 'product', 'audience', 'federal_programs', 'max_source_age'] as const)
    if (from[key] !== undefined) told(key, [key]);
  for (const key of ['provides', 'trusted_sources'] as const) if (from[key]) told(key, [key], from[key].length);
  for (const [key, values] of Object.entries(from.organization ?? {}))
    told(`organization.${key}`, ['organization', key], values?.length ?? 0);
  for (const key of Object.keys(from.suppressions ?? {})) told(`suppressions.${key}`, ['suppressions', key]);
  for (const id of Object.keys(from.rules ?? {})) told(`rules.${id}`, ['rules', id]);
  return {
    profiles: from.profile === undefined ? undefined : list(from.profile),
    product: from.product,
    audience: from.audience,
    rules: from.rules && Object.fromEntries(Object.entries(from.rules).map(([id, setting]) => [id, toRuleSetting(setting)])),
    organization: from.organization && { ...NO_ORGANIZATION, ...from.organization },
    federalPrograms: from.federal_programs,
    provides: from.provides,
    trustedSources: from.trusted_sources,
    maxSourceAge: from.max_source_age,
    suppressions: from.suppressions && toPolicy(from.suppressions),
    origins: origins satisfies Origins,
  };
}

const toPolicy = (from: NonNullable<ConfigFile['suppressions']>): SuppressionPolicy => ({
  allow: from.allow,
  require: from.require,
  maxDays: from.max_days,
  requireApproverFor: from.require_approver_for,
  approvers: from.approvers,
});

function toRuleSetting(setting: NonNullable<ConfigFile['rules']>[string]): RuleSetting {
  if (typeof setting === 'string') return { level: setting };
  const [level, options] = setting;
  return { level, ...options };
}

const negated = (pattern: string): string => (pattern.startsWith('!') ? pattern.slice(1) : `!${pattern}`);

function matcher(folder: string, patterns: readonly string[]): Override['applies'] {
  const rules = ignore().add([...patterns]);
  return (absolutePath) => {
    const path = relative(folder, absolutePath).split(sep).join('/');
    return path !== '' && path !== '..' && !path.startsWith('../') && rules.ignores(path);
  };
}

/** `over` builds on `under`: single values replace, lists grow, rules are joined by id. */
export function combine(under: Config, over: Config): Config {
  const { ignore: ignored = [] } = under.origins;
  return {
    base: combineLayers(under.base, over.base),
    overrides: [...under.overrides, ...over.overrides],
    ignore: [...under.ignore, ...over.ignore],
    extensions: { ...under.extensions, ...over.extensions },
    packs: [...under.packs, ...over.packs],
    baseline: over.baseline ?? under.baseline,
    registerPath: over.registerPath ?? under.registerPath,
    releasesPath: over.releasesPath ?? under.releasesPath,
    mentions: [...under.mentions, ...over.mentions],
    folder: over.folder,
    files: [...under.files, ...over.files],
    origins: { ...under.origins, ...over.origins, ignore: [...ignored, ...(over.origins['ignore'] ?? [])] },
  };
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);
