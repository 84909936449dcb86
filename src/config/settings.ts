import { OVERLAYS, PROFILES } from '../rule.ts';
import type { Context, Format, Organization, Product, Profile, Severity } from '../rule.ts';
import type { RuleSetting } from '../check/severity.ts';

export type Audience = Context['audience'];
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** What a configuration, an override, the command line or a page says about who advertises what to whom. */
export interface Layer {
  readonly profiles?: readonly string[];
  readonly product?: Product;
  readonly audience?: Audience;
  readonly rules?: RuleSettings;
}

export interface Override extends Layer {
  readonly files: readonly string[];
  applies(absolutePath: string): boolean;
}

export interface PackReference {
  /** npm name or path, as written. */
  readonly name: string;
  /** The folder that it is resolved from. */
  readonly from: string;
  readonly where: string;
}

/** A rule id that somebody wrote, to be held against the rules once these are loaded. */
export interface Mention {
  readonly id: string;
  readonly where: string;
}

/** Everything that a run obeys; nothing downstream reads a raw option. */
export interface Settings {
  readonly base: Layer;
  readonly overrides: readonly Override[];
  /** The command line: stronger than base and overrides, weaker than what a page says of itself. */
  readonly flags: Layer;
  /** Patterns as in .gitignore. */
  readonly ignore: readonly string[];
  readonly extensions: Readonly<Partial<Record<Format, readonly string[]>>>;
  readonly packs: readonly PackReference[];
  readonly organization: Organization;
  readonly federalPrograms?: boolean;
  /** Rules whose disclosure the site's template adds to every page. */
  readonly provides: readonly string[];
  /** Domains whose pages count as primary sources. */
  readonly trustedSources: readonly string[];
  readonly mentions: readonly Mention[];
  /** When given, the ids of the only rules to report. */
  readonly only?: readonly string[];
  /** ISO date. */
  readonly asOf: string;
  /** The folder that all patterns are relative to. */
  readonly folder: string;
}

/** What a project decides, before the command line adds to it. */
export type Config = Omit<Settings, 'flags' | 'only' | 'asOf'>;

export const DEFAULT_PROFILE: Profile = 'us-provider';

const OWN_PRODUCT: Partial<Record<string, Product>> = {
  'us-rx': 'rx-drug',
  'us-device': 'device',
  'us-supplement': 'supplement',
};

export const NO_ORGANIZATION: Organization = {
  names: [],
  phones: [],
  emails: [],
  addresses: [],
  domains: [],
  clinicians: [],
  products: [],
};

/** For a project without a configuration. */
export const defaultConfig = (folder: string): Config => ({
  base: {},
  overrides: [],
  ignore: [],
  extensions: {},
  packs: [],
  organization: NO_ORGANIZATION,
  provides: [],
  trustedSources: [],
  mentions: [],
  folder,
});

/** Who advertises what to whom in one page, and what the project decided about each rule there. */
export interface PageSettings extends Context {
  readonly rules: RuleSettings;
  readonly only?: readonly string[];
}

export function settingsFor(settings: Settings, absolutePath: string, page: Layer): PageSettings {
  const layers = [
    settings.base,
    ...settings.overrides.filter((override) => override.applies(absolutePath)),
    settings.flags,
    page,
  ];
  const last = <Key extends 'profiles' | 'product' | 'audience'>(key: Key) =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key];
  const profiles = withBase(last('profiles') ?? []);
  const rules: Record<string, RuleSetting> = Object.fromEntries(settings.provides.map((id) => [id, { level: 'off' }]));
  for (const layer of layers)
    for (const [id, setting] of Object.entries(layer.rules ?? {})) rules[id] = { ...rules[id], ...setting };
  return {
    profiles,
    product: last('product') ?? OWN_PRODUCT[profiles[0]!] ?? 'provider-service',
    audience: last('audience') ?? 'consumer',
    asOf: settings.asOf,
    organization: settings.organization,
    federalPrograms: settings.federalPrograms ?? true,
    trustedSources: settings.trustedSources,
    rules,
    only: settings.only,
  };
}

/** Base profiles before overlays, which only add to one. */
export function withBase(profiles: readonly string[]): readonly string[] {
  const isOverlay = (profile: string) => (OVERLAYS as readonly string[]).includes(profile);
  const bases = profiles.filter((profile) => !isOverlay(profile));
  return [...new Set([...(bases.length > 0 ? bases : [DEFAULT_PROFILE]), ...profiles.filter(isOverlay)])];
}

export const KNOWN_PROFILES: readonly string[] = [...PROFILES, ...OVERLAYS];
export const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];
export const AUDIENCES: readonly Audience[] = ['consumer', 'hcp'];
