import { z } from 'zod';
import { OVERLAYS, PRODUCTS, PROFILES } from '../rule.ts';
import { AUDIENCES, LEVELS } from './settings.ts';

// Descriptions become the editor's help through schema/config.schema.json, which is generated from here.
const texts = (description: string) => z.array(z.string().min(1)).optional().describe(description);

const profile = z.enum([...PROFILES, ...OVERLAYS]);
const profiles = z
  .union([profile, z.array(profile).min(1)])
  .optional()
  .describe('Who advertises, under which law. us-ca, us-fl and us-tx are added to a base profile. Default: us-provider.');
const product = z.enum(PRODUCTS).optional().describe("What is advertised. Default: the profile's own.");
const audience = z.enum(AUDIENCES).optional().describe('consumer (default), or hcp: health-care professionals.');

const level = z.enum(LEVELS);
const options = z.strictObject({ allow: texts('Wordings that the rule must not report here, e.g. an approved indication.') });
const rules = z
  .record(z.string(), z.union([level, z.tuple([level]), z.tuple([level, options])]))
  .optional()
  .describe('Rule id to level, or to [level, options].');

const organization = z.strictObject({
  names: texts('The names that the organization goes by.'),
  phones: texts('Its telephone numbers.'),
  emails: texts('Its e-mail addresses.'),
  addresses: texts('Its postal addresses.'),
  domains: texts('Its web domains.'),
  clinicians: texts('Names of its doctors and other staff.'),
  products: texts('Names of its products and services.'),
});

const suppressions = z.strictObject({
  allow: z.boolean().optional().describe('false: pages can silence nothing. Default: true.'),
  require: z
    .array(z.enum(['owner', 'until']))
    .optional()
    .describe('What every suppression must state besides its reason.'),
  max_days: z.int().min(1).optional().describe('How many days ahead "until" may lie.'),
  require_approver_for: z
    .enum(['error', 'warning', 'info'])
    .optional()
    .describe('Findings of this severity and above stay unless the suppression names who approved it.'),
  approvers: texts('Who may approve; without it, anybody who is named.'),
});

/** What may be decided for the whole site, and again for some files. */
const decisions = {
  profile: profiles,
  product,
  audience,
  rules,
  organization: organization
    .optional()
    .describe("The advertiser's own identity: never patient information, always its own voice."),
  federal_programs: z
    .boolean()
    .optional()
    .describe('Whether patients of Medicare, Medicaid or another federal programme are served. Default: true.'),
  provides: texts("Ids of rules whose disclosure the site's template adds to every page, so that pages need not repeat it."),
  trusted_sources: texts('Domains whose pages count as primary sources.'),
  max_source_age: z.int().min(1).max(200).optional().describe('Years after which a source counts as old. Default: 10.'),
  suppressions: suppressions.optional().describe('What is asked of those who silence a finding in a page.'),
};

const override = z.strictObject({
  files: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe('Patterns as in .gitignore, relative to this file.'),
  ignore: z.boolean().optional().describe('true leaves these files out; false reads them after all.'),
  ...decisions,
});

const extensions = z.strictObject({
  markdown: texts('File extensions to read as Markdown too.'),
  html: texts('File extensions to read as HTML too, e.g. njk.'),
  text: texts('File extensions to read as plain text too.'),
});

export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    extends: z
      .union([z.string().min(1), z.array(z.string().min(1))])
      .optional()
      .describe(
        'What to build on: profiles, paths relative to this file, or npm packages. Later ones win, and this file over all of them.',
      ),
    ...decisions,
    overrides: z.array(override).optional().describe('Settings for some files only; later ones win.'),
    ignore: texts('Files to leave out, as in .gitignore, relative to this file.'),
    extensions: extensions.optional(),
    baseline: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Findings that were there before and do not count: a file of "promolint baseline create", relative to this file.',
      ),
    packs: texts('Rule packs: npm names, or paths relative to this file.'),
    register: z
      .string()
      .min(1)
      .optional()
      .describe('The register of approved claims: a file or a folder of them, relative to this file (docs/register.md).'),
    releases: z
      .string()
      .min(1)
      .optional()
      .describe("The register of patients' authorizations: a file, relative to this file (docs/releases.md)."),
  })
  .describe('Configuration of promolint.');

export type ConfigFile = z.infer<typeof configSchema>;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.shape),
  overrides: Object.keys(override.shape),
  organization: Object.keys(organization.shape),
  extensions: Object.keys(extensions.shape),
  suppressions: Object.keys(suppressions.shape),
  rules: Object.keys(options.shape),
};

/** The keys that may stand at a path of the configuration, for a "did you mean". */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const name = path.findLast((step) => typeof step === 'string' && step in KEYS);
  return KEYS[path.includes('rules') ? 'rules' : String(name ?? '')] ?? [];
}

export const configJsonSchema = (): object => ({
  $id: 'urn:promolint:config:1',
  title: 'promolint configuration',
  ...z.toJSONSchema(configSchema, { io: 'input' }),
});
