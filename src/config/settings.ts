import { OVERLAYS, PROFILES } from '../rule.ts';
import type { Context, Format, Organization, Product, Profile, Register, Severity } from '../rule.ts';
import type { RuleSetting } from '../check/severity.ts';
import type { SuppressionPolicy } from '../check/silence/silencer.ts';
import type { ReleaseRegister } from '../releases/load.ts';

export type Audience = Context['audience'];
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** What a configuration, an override, the command line or a page says about who advertises what to whom. */
export interface Layer {
  readonly profiles?: readonly string[];
  readonly product?: Product;
  readonly audience?: Audience;
  readonly rules?: RuleSettings;
  /** Adds to what the layers below say. */
  readonly organization?: Organization;
  readonly federalPrograms?: boolean;
  /** Rules whose disclosure the site's template adds to every page. */
  readonly provides?: readonly string[];
  /** Domains whose pages count as primary sources. */
  readonly trustedSources?: readonly string[];
  /** Years after which a source counts as old. */
  readonly maxSourceAge?: number;
  /** What is asked of those who silence a finding. */
  readonly suppressions?: SuppressionPolicy;
  readonly origins?: Origins;
}

/**
 * Where each value was decided, by its key as a configuration has it (`product`, `rules.efficacy/cure-claim`,
 * `organization.names`): one place, or one for each item of a list. For people to read; no run depends on it.
 */
export type Origins = Readonly<Record<string, readonly string[]>>;

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
  /** The register of approved claims, read and found to be without errors. */
  readonly register?: Register;
  /** Where it is: an absolute path, and the line that names it. */
  readonly registerPath?: { readonly path: string; readonly where: string };
  /** The register of patients' authorizations, read and found to be without errors, and where it is. */
  readonly releases?: ReleaseRegister;
  readonly releasesPath?: { readonly path: string; readonly where: string };
  /** Absolute. */
  readonly baseline?: string;
  readonly mentions: readonly Mention[];
  /** When given, the ids of the only rules to report. */
  readonly only?: readonly string[];
  /** ISO date. */
  readonly asOf: string;
  /** What reads Markdown; both find the same. */
  readonly parser?: 'fast' | 'remark';
  /** The folder that all patterns are relative to. Absolute. */
  readonly folder: string;
  /** The configuration files behind all this, absolute: what is extended comes first, the one that was found last. */
  readonly files: readonly string[];
  /** Of what holds for the whole run: `ignore`, `extensions.html`. */
  readonly origins: Origins;
}

/** What a project decides, before the command line adds to it. */
export type Config = Omit<Settings, 'flags' | 'only' | 'asOf' | 'parser'>;

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
  mentions: [],
  folder,
  files: [],
  origins: {},
});

/** `over` stands on `under`: single values replace, lists grow, rules are joined by id. */
export function combineLayers(under: Layer, over: Layer): Layer {
  const rules: Record<string, RuleSetting> = { ...under.rules };
  for (const id of over.provides ?? []) rules[id] = { ...rules[id], level: 'off' };
  for (const [id, setting] of Object.entries(over.rules ?? {})) rules[id] = { ...rules[id], ...setting };
  return {
    profiles: over.profiles ?? under.profiles,
    product: over.product ?? under.product,
    audience: over.audience ?? under.audience,
    rules,
    organization: joinOrganizations(under.organization, over.organization),
    federalPrograms: over.federalPrograms ?? under.federalPrograms,
    provides: joined(under.provides, over.provides),
    trustedSources: joined(under.trustedSources, over.trustedSources),
    maxSourceAge: over.maxSourceAge ?? under.maxSourceAge,
    suppressions: joinPolicies(under.suppressions, over.suppressions),
    origins: joinOrigins(under.origins, over.origins),
  };
}

const joined = <T>(under: readonly T[] | undefined, over: readonly T[] | undefined): readonly T[] | undefined =>
  under && over ? [...under, ...over] : (over ?? under);

function joinPolicies(under: SuppressionPolicy | undefined, over: SuppressionPolicy | undefined): SuppressionPolicy | undefined {
  if (!under || !over) return over ?? under;
  return {
    allow: over.allow ?? under.allow,
    require: over.require ?? under.require,
    maxDays: over.maxDays ?? under.maxDays,
    requireApproverFor: over.requireApproverFor ?? under.requireApproverFor,
    approvers: over.approvers ?? under.approvers,
  };
}

function joinOrganizations(under: Organization | undefined, over: Organization | undefined): Organization | undefined {
  if (!under || !over) return over ?? under;
  const keys = Object.keys(NO_ORGANIZATION) as (keyof Organization)[];
  return Object.fromEntries(keys.map((key) => [key, [...under[key], ...over[key]]])) as unknown as Organization;
}

/** A list was decided in several places, a single value in the last one. */
const isList = (key: string): boolean => /^(?:organization\.|provides$|trusted_sources$)/.test(key);

function joinOrigins(under: Origins = {}, over: Origins = {}): Origins {
  const all: Record<string, readonly string[]> = { ...under };
  for (const [key, places] of Object.entries(over)) all[key] = isList(key) ? [...(all[key] ?? []), ...places] : places;
  return all;
}

/** Who advertises what to whom in one page, and what the project decided about each rule there. */
export interface PageSettings extends Context {
  readonly rules: RuleSettings;
  readonly only?: readonly string[];
  readonly suppressions: SuppressionPolicy;
}

/** All that is said about one page, joined: configuration, overrides, command line, and the page itself, the later the stronger. */
export function layerOf(settings: Settings, absolutePath: string, page: Layer): Layer {
  const overrides = settings.overrides.filter((override) => override.applies(absolutePath));
  return [settings.base, ...overrides, settings.flags, page].reduce(combineLayers, {});
}

export function settingsFor(settings: Settings, absolutePath: string, page: Layer): PageSettings {
  const layer = layerOf(settings, absolutePath, page);
  const profiles = withBase(layer.profiles ?? []);
  return {
    profiles,
    product: layer.product ?? productOf(profiles),
    audience: layer.audience ?? 'consumer',
    asOf: settings.asOf,
    organization: layer.organization ?? NO_ORGANIZATION,
    federalPrograms: layer.federalPrograms ?? true,
    trustedSources: layer.trustedSources ?? [],
    maxSourceAge: layer.maxSourceAge,
    register: settings.register,
    releases: settings.releases?.for(absolutePath),
    rules: layer.rules ?? {},
    only: settings.only,
    suppressions: layer.suppressions ?? {},
  };
}

const productOf = (profiles: readonly string[]): Product => OWN_PRODUCT[profiles[0]!] ?? 'provider-service';

/** Base profiles before overlays, which only add to one. */
export function withBase(profiles: readonly string[]): readonly string[] {
  const isOverlay = (profile: string) => (OVERLAYS as readonly string[]).includes(profile);
  const bases = profiles.filter((profile) => !isOverlay(profile));
  return [...new Set([...(bases.length > 0 ? bases : [DEFAULT_PROFILE]), ...profiles.filter(isOverlay)])];
}

export const KNOWN_PROFILES: readonly string[] = [...PROFILES, ...OVERLAYS];
export const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];
export const AUDIENCES: readonly Audience[] = ['consumer', 'hcp'];
