import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FLAGGED, Workplace } from '../cli/io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

interface Described {
  readonly configurations: string[];
  readonly passedOver: string[];
  readonly leftOut?: string;
  readonly settings: { readonly key: string; readonly value: unknown; readonly from: string[] }[];
}
async function describeFile(...argv: string[]): Promise<Described> {
  const { code, out, err } = await place.run(['print-config', ...argv, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Described;
}
const decisions = ({ settings }: Described) =>
  Object.fromEntries(settings.map(({ key, value, from }) => [key, [value, from.join(' ')]]));

function site(): void {
  place.write('house.yaml', 'trusted_sources: [example.org]\nprovides: [required-disclosure/dshea-disclaimer]\nignore: [old/]\n');
  place.write(
    'promolint.config.yaml',
    `extends: [us-provider, house.yaml]
rules:
  efficacy/cure-claim: [warning, {allow: [Race for the Cure]}]
trusted_sources: [example.com]
ignore: [drafts/]
baseline: lists/baseline.json
overrides:
  - files: shop/
    profile: us-supplement
`,
  );
}

describe('promolint print-config', () => {
  it('tells the place of every value: extended, own, overridden, from the command line and from the page', async () => {
    site();
    place.write('shop/a.md', `---\ntitle: x\npromolint: {audience: hcp}\n---\n\n${FLAGGED}`);
    expect(decisions(await describeFile('shop/a.md', '--rule', 'pressure/false-urgency=off'))).toEqual({
      profile: [['us-supplement'], 'promolint.config.yaml:9:5'],
      product: ['supplement', 'follows from the profile'],
      audience: ['hcp', 'shop/a.md:1:1'],
      federal_programs: [true, 'default'],
      trusted_sources: [['example.org', 'example.com'], 'house.yaml:1:19 promolint.config.yaml:4:19'],
      provides: [['required-disclosure/dshea-disclaimer'], 'house.yaml:2:12'],
      'rules.required-disclosure/dshea-disclaimer': ['off', 'provided by the template, house.yaml:2:12'],
      'rules.efficacy/cure-claim': [['warning', { allow: ['Race for the Cure'] }], 'promolint.config.yaml:3:3'],
      'rules.pressure/false-urgency': ['off', 'option --rule'],
      ignore: [['old/', 'drafts/'], 'house.yaml:3:10 promolint.config.yaml:5:10'],
      baseline: ['lists/baseline.json', 'promolint.config.yaml:6:1'],
    });
    expect(decisions(await describeFile('a.md'))).toMatchObject({ profile: [['us-provider'], 'promolint.config.yaml:1:11'] });
    expect(decisions(await describeFile('a.md', '--profile', 'uk'))).toMatchObject({ profile: [['uk'], 'option --profile'] });
    expect(decisions(await describeFile('a.md', '--no-config'))).toMatchObject({ product: ['provider-service', 'default'] });
  });

  it('is written as a configuration that says the same', async () => {
    site();
    const { out } = await place.run(['print-config', 'shop/new.md']);
    expect(out).toContain('# configuration: promolint.config.yaml, which builds on house.yaml\n');
    expect(out).toContain('  - "example.org"  # house.yaml:1:19\n');
    place.write('copy/promolint.config.yaml', out);
    expect((await place.run(['print-config', 'copy/a.md'])).code).toBe(0);
    expect(parse(out)).toMatchObject({
      profile: ['us-supplement'],
      ignore: ['old/', 'drafts/'],
      rules: { 'efficacy/cure-claim': ['warning', {}] },
    });
  });

  it('says which configuration is not read, and which file is not linted', async () => {
    site();
    place.write('promolint.config.json', '{}');
    place.write('drafts/a.md', FLAGGED);
    expect(await describeFile('drafts/a.md')).toMatchObject({
      configurations: ['house.yaml', 'promolint.config.yaml'],
      passedOver: ['promolint.config.json'],
      leftOut: 'left out by the configuration',
    });
    expect((await place.run(['print-config', 'drafts/a.md'])).out).toContain(
      '# this file is not linted: left out by the configuration',
    );
  });

  it('fails on what a run fails on', async () => {
    place.write('promolint.config.yaml', 'rules: {efficacy/cure-clam: off}\n');
    expect(await place.run(['print-config', 'a.md'])).toMatchObject({ code: 2, out: '' });
    expect(await place.run(['print-config', 'a.md', '--profile', 'u'])).toMatchObject({ code: 2 });
  });

  it('prints nothing of the copy, nor what a page says wrongly', async () => {
    place.write(
      'a.md',
      '---\npatient: Denise Alvarado\npromolint: {product: Denise Alvarado, audience: hcp, MRN 20718834: 1}\n---\n\nDenise Alvarado, MRN 20718834, has lupus.\n',
    );
    for (const format of ['text', 'json']) {
      const { code, out, err } = await place.run(['print-config', 'a.md', '--format', format]);
      expect(code).toBe(0);
      expect(out).toContain('hcp');
      expect(out + err).not.toMatch(/Denise|Alvarado|20718834/);
    }
  });
});
