import type { Site } from './site.ts';

export interface Answers {
  readonly profiles: readonly string[];
  readonly product?: string;
  /** The organization's own names. */
  readonly names: readonly string[];
}

/** A first configuration, with comments for whoever edits it. `schema`: where an editor finds the schema, if anywhere. */
export function configText({ profiles, product, names }: Answers, site: Site, schema?: string): string {
  const [only] = profiles;
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    '# "promolint print-config FILE" tells what holds for a file, and where it was decided.',
    `profile: ${profiles.length === 1 ? only : `[${profiles.join(', ')}]`}`,
    product === undefined ? "# product: supplement            # default: the profile's own" : `product: ${product}`,
    'organization:                     # your own identity: never patient data, always your own voice',
    names.length > 0
      ? `  names: [${names.map(quoted).join(', ')}]`
      : '  names: []                       # names that the organization goes by',
    '  # phones: ["(555) 555-0100"]',
    '  # domains: [clinic.example]',
    '  # clinicians: [Imani Okafor]',
    ...list('ignore:', site.written, site.generator ? `what ${site.generator} writes` : 'what a build writes'),
    ...(site.templates.length > 0
      ? ['extensions:', `  html: [${site.templates.join(', ')}]             # templates that hold copy`]
      : []),
    '# baseline: promolint-baseline.json  # what "promolint baseline create" has written: its findings do not count',
    '# rules:',
    '#   efficacy/safe-unqualified: off',
    '# overrides:',
    '#   - files: [shop/]',
    '#     profile: us-supplement',
    '',
  ].join('\n');
}

const list = (key: string, items: readonly string[], comment: string): string[] =>
  items.length > 0 ? [`${key.padEnd(34)}# ${comment}`, ...items.map((item) => `  - ${item}`)] : ['# ignore: [drafts/]'];

/** JSON strings are YAML strings. */
const quoted = (text: string): string => JSON.stringify(text);
