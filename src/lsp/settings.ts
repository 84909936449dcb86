import { didYouMean } from '../closest.ts';
import { AUDIENCES, KNOWN_PROFILES } from '../config/settings.ts';
import type { Audience } from '../config/settings.ts';
import { PRODUCTS } from '../rule.ts';
import type { Product } from '../rule.ts';
import type { EditorSettings } from './workspace.ts';

const KEYS = ['config', 'profile', 'product', 'audience', 'code'];

/** Reads the `initializationOptions` that an editor sends; what is wrong in them is left out and told. */
export function readEditorSettings(given: unknown): { readonly settings: EditorSettings; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const options = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  const known = <T extends string>(key: string, value: unknown, values: readonly T[]): T | undefined => {
    if (values.includes(value as T)) return value as T;
    faults.push(`Unknown value for "${key}". ${didYouMean(String(value), values) ?? ''}`.trim());
    return undefined;
  };
  for (const key of Object.keys(options))
    if (!KEYS.includes(key)) faults.push(`Unknown setting "${key}". ${didYouMean(key, KEYS) ?? ''}`.trim());
  const { config, profile, product, audience, code } = options;
  const names =
    profile === undefined ? undefined : [profile].flat().flatMap((name) => known('profile', name, KNOWN_PROFILES) ?? []);
  return {
    settings: {
      config: typeof config === 'string' ? config : undefined,
      code: code === false ? false : undefined,
      flags: {
        profiles: names && names.length > 0 ? names : undefined,
        product: product === undefined ? undefined : known<Product>('product', product, PRODUCTS),
        audience: audience === undefined ? undefined : known<Audience>('audience', audience, AUDIENCES),
      },
    },
    faults,
  };
}
