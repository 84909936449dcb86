import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findConfig } from '../../src/config/find.ts';
import { loadConfig } from '../../src/config/load.ts';
import { pageLayer } from '../../src/config/page.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { defaultConfig, settingsFor } from '../../src/config/settings.ts';
import type { Config } from '../../src/config/settings.ts';
import { PromolintError } from '../../src/errors.ts';
import type { Document } from '../../src/rule.ts';
import { FLAGGED, Workplace } from '../cli/io.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'promolint-config-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function failure(name: string, text: string) {
  try {
    await loadConfig(write(name, text), folder);
  } catch (error) {
    if (error instanceof PromolintError) return { message: error.message, code: error.code, ...error.details };
    throw error;
  }
  throw new Error('nothing was thrown');
}

const pageSettings = (config: Config, path: string, flags = {}, page = {}) =>
  settingsFor({ ...config, flags, asOf: '2026-11-21' }, join(folder, path), page);

describe('finding a configuration', () => {
  it('takes the nearest one upward, and stops at the git root', () => {
    write('promolint.config.yaml', '');
    mkdirSync(join(folder, 'site/.git'), { recursive: true });
    mkdirSync(join(folder, 'site/content/blog'), { recursive: true });
    expect(findConfig(folder)).toBe(join(folder, 'promolint.config.yaml'));
    expect(findConfig(join(folder, 'site/content'))).toBe(undefined);
    const own = write('site/promolint.config.json', '{}');
    expect(findConfig(join(folder, 'site/content/blog'))).toBe(own);
    const nearer = write('site/content/package.json', '{"promolint": {}}');
    expect(findConfig(join(folder, 'site/content/blog'))).toBe(nearer);
  });
  it('passes over package.json files that have no such key, or are broken', () => {
    write('a/.git/HEAD', '');
    write('a/package.json', '{"name": "promolint"}');
    write('a/b/package.json', '{"promolint": ');
    expect(findConfig(join(folder, 'a/b'))).toBe(undefined);
  });
});

describe('reading a configuration', () => {
  it('takes YAML, JSON, a module, and the key of package.json', async () => {
    const files = {
      'a.yaml': 'product: device\n',
      'a.json': '{\n\t"product": "device"\n}',
      'a.mjs': 'export default { product: "device" };',
      'package.json': '{"name": "x", "promolint": {"product": "device"}}',
    };
    for (const [name, text] of Object.entries(files))
      expect((await loadConfig(write(name, text), folder)).base.product).toBe('device');
    expect((await loadConfig(write('empty.yaml', '# nothing yet\n'), folder)).base).toEqual({ origins: {} });
  });

  it('takes every key that there is', async () => {
    const path = write(
      'promolint.config.yaml',
      `extends: base.yaml
profile: [us-provider, us-fl]
audience: hcp
rules:
  efficacy/cure-claim: off
  efficacy/safe-unqualified: [warning, {allow: [safe harbor]}]
  pressure/false-urgency: [info]
overrides:
  - {files: [supplements/], profile: us-supplement, rules: {efficacy/cure-claim: error}}
  - {files: '*.draft.md', product: cosmetic}
ignore: [drafts/]
extensions: {html: [njk]}
packs: [./house]
organization: {names: [Alder Clinic], phones: [555-0100]}
federal_programs: false
provides: [required-disclosure/dshea-disclaimer]
trusted_sources: [example.org]
`,
    );
    await expect(loadConfig(path, folder)).rejects.toMatchObject({
      code: 'config-not-found',
      details: { where: 'promolint.config.yaml:1:10' },
    });
    write(
      'base.yaml',
      'product: telehealth\norganization: {names: [Alder]}\nignore: [old/]\nfederal_programs: true\nrules: {a/b: off, efficacy/cure-claim: info}\n',
    );
    expect(await loadConfig(path, folder)).toMatchObject({
      base: {
        profiles: ['us-provider', 'us-fl'],
        product: 'telehealth',
        audience: 'hcp',
        rules: {
          'a/b': { level: 'off' },
          'efficacy/cure-claim': { level: 'off' },
          'efficacy/safe-unqualified': { level: 'warning', allow: ['safe harbor'] },
          'pressure/false-urgency': { level: 'info' },
        },
        organization: { names: ['Alder', 'Alder Clinic'], phones: ['555-0100'], emails: [] },
        federalPrograms: false,
        provides: ['required-disclosure/dshea-disclaimer'],
        trustedSources: ['example.org'],
      },
      overrides: [{ profiles: ['us-supplement'] }, { product: 'cosmetic' }],
      ignore: ['old/', 'drafts/'],
      extensions: { html: ['njk'] },
      packs: [{ name: './house', from: folder, where: 'promolint.config.yaml:13:9' }],
      folder,
      files: [join(folder, 'base.yaml'), path],
    });
  });

  it('knows where each rule is named, to be held against the rules later', async () => {
    const { mentions } = await loadConfig(
      write('c.yaml', 'rules:\n  x/y: off\noverrides:\n  - files: a\n    rules: {z/w: info}\nprovides: [v/u]\n'),
      folder,
    );
    expect(mentions).toEqual([
      { id: 'x/y', where: 'c.yaml:2:3' },
      { id: 'v/u', where: 'c.yaml:6:12' },
      { id: 'z/w', where: 'c.yaml:5:13' },
    ]);
  });

  it('points at what is wrong, and says what was probably meant', async () => {
    expect(await failure('a.yaml', 'profile: us-provder\n')).toMatchObject({
      code: 'config-invalid',
      where: 'a.yaml:1:10',
      hint: 'Did you mean "us-provider"?',
    });
    expect(await failure('a.yaml', 'profile:\n  - uk\n  - euu\n')).toMatchObject({
      where: 'a.yaml:3:5',
      hint: 'Did you mean "eu"?',
    });
    expect(await failure('a.yaml', 'porduct: device\n')).toMatchObject({
      message: 'Unknown key "porduct".',
      where: 'a.yaml:1:1',
      hint: 'Did you mean "product"?',
    });
    expect(await failure('a.yaml', 'rules:\n  a/b: eror\n')).toMatchObject({
      message: 'Unknown value "eror" for "a/b".',
      where: 'a.yaml:2:8',
      hint: 'Did you mean "error"?',
    });
    expect(await failure('a.yaml', 'rules:\n  a/b: [error, {alow: []}]\n')).toMatchObject({
      where: 'a.yaml:2:17',
      hint: 'Did you mean "allow"?',
    });
    expect(await failure('a.yaml', 'rules:\n  a/b: 2\n')).toMatchObject({
      message: '"a/b" must be one of off, info, warning, error.',
      where: 'a.yaml:2:8',
    });
    expect(await failure('a.yaml', 'overrides:\n  - file: x\n')).toMatchObject({
      where: expect.stringMatching(/^a\.yaml:2:/) as string,
    });
    expect(await failure('a.yaml', 'organization: {phone: [1]}\n')).toMatchObject({ hint: 'Did you mean "phones"?' });
    expect(await failure('a.yaml', 'ignore: drafts\n')).toMatchObject({
      message: '"ignore" must be a list, not a text.',
      where: 'a.yaml:1:9',
    });
    expect(await failure('a.yaml', '- a\n')).toMatchObject({
      message: 'The configuration must be a map of keys and values, not a list.',
      where: 'a.yaml:1:1',
    });
    expect(await failure('a.yaml', 'rules: [a\n')).toMatchObject({
      code: 'config-invalid',
      where: expect.stringMatching(/^a\.yaml:\d:\d+$/) as string,
    });
    expect(await failure('package.json', '{"promolint": {\n "product": "devise"}}')).toMatchObject({
      where: 'package.json:2:13',
      hint: 'Did you mean "device"?',
    });
    expect(await failure('a.mjs', 'export default { product: 1 };')).toMatchObject({ where: 'a.mjs' });
    expect(await failure('a.mjs', 'throw new Error("no");')).toMatchObject({ code: 'config-invalid', where: 'a.mjs' });
  });

  it('refuses circles', async () => {
    write('b.yaml', 'extends: [us-rx, c.yaml]\n');
    write('c.yaml', 'extends: ./a.yaml\n');
    expect(await failure('a.yaml', 'extends: b.yaml\n')).toMatchObject({
      code: 'config-invalid',
      message: 'This configuration extends itself: a.yaml → b.yaml → c.yaml → a.yaml.',
      where: 'c.yaml:1:10',
    });
    expect(await failure('own.yaml', 'extends: [own.yaml]\n')).toMatchObject({
      message: 'This configuration extends itself: own.yaml → own.yaml.',
    });
    symlinkSync('link.yaml', join(folder, 'other.yaml'));
    expect(await failure('link.yaml', 'extends: other.yaml\n')).toMatchObject({ code: 'config-invalid' });
    expect(await failure('c.yaml', 'ignore: &x [*x]\n')).toMatchObject({ code: 'config-invalid' });
  });
});

describe('what a configuration extends', () => {
  it('may be profiles, taken together', async () => {
    const config = await loadConfig(write('a.yaml', 'extends: [us-rx, us-tx]\nproduct: telehealth\n'), folder);
    expect(config.base).toMatchObject({ profiles: ['us-rx', 'us-tx'], product: 'telehealth' });
    expect(config.base.origins?.['profile']).toEqual(['a.yaml:1:11']);
    const own = await loadConfig(write('b.yaml', 'extends: us-rx\nprofile: uk\n'), folder);
    expect(own.base.profiles).toEqual(['uk']);
  });

  it('may be an npm package, with or without a file of it, or a folder', async () => {
    write('node_modules/@acme/house/package.json', '{"promolint": {"product": "otc"}}');
    write('node_modules/@acme/house/strict.yaml', 'extends: ./\naudience: hcp\n');
    write('house/promolint.config.yaml', 'product: device\n');
    const base = async (target: string) => (await loadConfig(write('site/a.yaml', `extends: ${target}\n`), folder)).base;
    expect(await base('"@acme/house"')).toMatchObject({ product: 'otc' });
    expect(await base('"@acme/house/strict"')).toMatchObject({ product: 'otc', audience: 'hcp' });
    expect(await base('../house')).toMatchObject({ product: 'device' });
  });

  it('has its patterns read from the folder of the file that extends it', async () => {
    write('house/base.yaml', 'ignore: [old/]\noverrides: [{files: shop/, product: otc}]\n');
    const config = await loadConfig(write('site/a.yaml', 'extends: ../house/base.yaml\n'), folder);
    expect(config.folder).toBe(join(folder, 'site'));
    expect(pageSettings(config, 'site/shop/x.md').product).toBe('otc');
    expect(pageSettings(config, 'house/shop/x.md').product).toBe('provider-service');
  });

  it.each([
    ['./nowhere.yaml', 'Paths are relative to the file that holds them.'],
    ['nowhere.yaml', 'Paths are relative to the file that holds them.'],
    ['"@acme/none/strict"', 'Run "npm install --save-dev @acme/none"'],
    ['https://example.com/base.yaml', 'install it as a package, or copy it'],
  ])('is an error where it is not there: %s', async (target, hint) => {
    expect(await failure('a.yaml', `extends:\n  - ${target}\n`)).toMatchObject({
      code: 'config-not-found',
      where: 'a.yaml:2:5',
      hint: expect.stringContaining(hint) as string,
    });
  });
});

describe('a configuration that is code', () => {
  it('may be TypeScript, or a promise', async () => {
    write('base.ts', 'export const audience: string = "hcp";\nexport enum Kind { Device = "device" }\n');
    const text =
      'import { Kind, audience } from "./base.ts";\nexport default { product: Kind.Device, audience } satisfies object;\n';
    expect((await loadConfig(write('promolint.config.ts', text), folder)).base).toMatchObject({
      product: 'device',
      audience: 'hcp',
    });
    expect((await loadConfig(write('a.mjs', 'export default Promise.resolve({product: "otc"});'), folder)).base.product).toBe(
      'otc',
    );
  });

  it('is read again when it has changed', async () => {
    const path = write('a.mjs', 'export default {product: "otc"};');
    await loadConfig(path, folder);
    writeFileSync(path, 'export default {product: "device"};');
    utimesSync(path, 1, 1);
    expect((await loadConfig(path, folder)).base.product).toBe('device');
  });

  it('tells what is wrong with it, and is refused where code is', async () => {
    expect(await failure('a.mjs', 'import "./nowhere.mjs"; export default {};')).toMatchObject({
      message: expect.stringContaining('nowhere.mjs') as string,
      where: 'a.mjs',
    });
    expect(await failure('a.ts', 'export default {product: "devise"} as const;')).toMatchObject({
      where: 'a.ts',
      hint: 'Did you mean "device"?',
    });
    expect(await failure('a.ts', 'export default {product: ;')).toMatchObject({ code: 'config-invalid', where: 'a.ts' });
    const refused = loadConfig(write('b.yaml', 'extends: ./a.mjs\n'), folder, { code: false });
    await expect(refused).rejects.toMatchObject({ code: 'config-invalid', details: { where: 'a.mjs' } });
  });
});

describe('the settings of a page', () => {
  it('has defaults', () => {
    expect(pageSettings(defaultConfig(folder), 'a.md')).toMatchObject({
      profiles: ['us-provider'],
      product: 'provider-service',
      audience: 'consumer',
    });
  });

  it('takes the product of its profile, and adds a base profile to an overlay', () => {
    const product = (profiles: string[]) => pageSettings(defaultConfig(folder), 'a.md', { profiles }).product;
    expect([['us-rx'], ['us-device'], ['us-supplement'], ['uk']].map(product)).toEqual([
      'rx-drug',
      'device',
      'supplement',
      'provider-service',
    ]);
    expect(pageSettings(defaultConfig(folder), 'a.md', { profiles: ['us-fl', 'uk'] }).profiles).toEqual(['uk', 'us-fl']);
    expect(pageSettings(defaultConfig(folder), 'a.md', { profiles: ['us-fl'] }).profiles).toEqual(['us-provider', 'us-fl']);
  });

  it('goes from the configuration over its overrides and the command line to what the page says', async () => {
    const config = await loadConfig(
      write(
        'c.yaml',
        'product: device\nrules: {a/b: off, c/d: [error, {allow: [x]}]}\noverrides:\n- {files: "blog/*.md", product: cosmetic, rules: {a/b: info, c/d: warning}}\n',
      ),
      folder,
    );
    expect(pageSettings(config, 'index.md')).toMatchObject({ product: 'device', rules: { 'a/b': { level: 'off' } } });
    expect(pageSettings(config, 'blog/x.md')).toMatchObject({
      product: 'cosmetic',
      rules: { 'a/b': { level: 'info' }, 'c/d': { level: 'warning', allow: ['x'] } },
    });
    expect(pageSettings(config, '../blog/x.md').product).toBe('device');
    expect(pageSettings(config, 'blog/x.md', { product: 'otc', rules: { 'a/b': { level: 'error' } } })).toMatchObject({
      product: 'otc',
      rules: { 'a/b': { level: 'error' } },
    });
    expect(pageSettings(config, 'blog/x.md', { product: 'otc' }, { product: 'supplement' }).product).toBe('supplement');
  });

  it('can be decided anew for some files, whatever the key', async () => {
    const config = await loadConfig(
      write(
        'c.yaml',
        `organization: {names: [Alder Clinic]}
trusted_sources: [example.org]
provides: [a/b]
ignore: [drafts/]
overrides:
  - files: shop/
    organization: {names: [Alder Shop]}
    federal_programs: false
    trusted_sources: [example.com]
    provides: [c/d]
    rules: {a/b: info}
  - {files: [archive/, '!archive/index.md'], ignore: true}
  - {files: drafts/, ignore: false}
`,
      ),
      folder,
    );
    expect(pageSettings(config, 'a.md')).toMatchObject({
      organization: { names: ['Alder Clinic'] },
      federalPrograms: true,
      trustedSources: ['example.org'],
      rules: { 'a/b': { level: 'off' } },
    });
    expect(pageSettings(config, 'shop/a.md')).toMatchObject({
      organization: { names: ['Alder Clinic', 'Alder Shop'] },
      federalPrograms: false,
      trustedSources: ['example.org', 'example.com'],
      rules: { 'a/b': { level: 'info' }, 'c/d': { level: 'off' } },
    });
    expect(config.ignore).toEqual(['drafts/', 'archive/', '!archive/index.md', '!drafts/']);
    expect(config.origins['ignore']).toEqual(['c.yaml:4:10', 'c.yaml:12:46', 'c.yaml:12:46', 'c.yaml:13:22']);
  });

  it('switches off what the template of the site provides', async () => {
    const config = await loadConfig(write('c.yaml', 'provides: [a/b, c/d]\nrules: {c/d: warning}\n'), folder);
    expect(pageSettings(config, 'a.md').rules).toEqual({ 'a/b': { level: 'off' }, 'c/d': { level: 'warning' } });
  });
});

describe('what a page says of itself', () => {
  const pageWith = (more: Partial<Document>): Document => ({
    path: 'a.md',
    format: 'markdown',
    source: '',
    blocks: [],
    elements: [],
    frontMatter: {},
    notices: [],
    ...more,
  });

  it('is read from front matter', () => {
    const frontMatter = { promolint: { profile: 'us-supplement, us-ca', product: 'supplement', audience: 'hcp' } };
    expect(pageLayer(pageWith({ frontMatter }))).toEqual({
      layer: { profiles: ['us-supplement', 'us-ca'], product: 'supplement', audience: 'hcp' },
      notices: [],
      places: { profile: 0, product: 0, audience: 0 },
    });
  });

  it('is read from HTML', () => {
    const attributes = [
      { name: 'name', value: 'promolint:product', from: 11, to: 28 },
      { name: 'content', value: 'supplement', from: 38, to: 48 },
    ];
    expect(pageLayer(pageWith({ elements: [{ index: 0, name: 'meta', attributes, from: 0, to: 50, block: -1 }] })).layer).toEqual(
      { product: 'supplement' },
    );
  });

  it('reads what the site says of it for its own ends, and nothing that it does not know', () => {
    expect(pageLayer(pageWith({ frontMatter: { product_type: 'otc', audience: 'hcp' } })).layer).toEqual({ product: 'otc', audience: 'hcp' });
    const { layer, notices } = pageLayer(pageWith({ frontMatter: { product_type: 'mattress', audience: 'parents' } }));
    expect(layer).toEqual({});
    expect(notices).toEqual([]);
    const attributes = [
      { name: 'name', value: 'product_type', from: 11, to: 23 },
      { name: 'content', value: 'supplement', from: 33, to: 43 },
    ];
    expect(pageLayer(pageWith({ elements: [{ index: 0, name: 'meta', attributes, from: 0, to: 50, block: -1 }] })).layer).toEqual({ product: 'supplement' });
  });

  it('becomes a notice when it is wrong, without its words', () => {
    const frontMatter = { promolint: { product: 'supplemnt', profile: ['uk', 7], audience: 'Marisol Quintero', produkt: 'x' } };
    const { layer, notices } = pageLayer(pageWith({ frontMatter, frontMatterRange: { from: 0, to: 40 } }));
    expect(layer).toEqual({});
    expect(notices).toHaveLength(4);
    expect(notices[0]!.message).toContain('Did you mean "supplement"?');
    expect(JSON.stringify(notices)).not.toMatch(/Marisol|supplemnt"|produkt/);
    expect(pageLayer(pageWith({ frontMatter: { promolint: 'us-rx' } })).notices).toHaveLength(1);
  });
});

describe('schema/config.schema.json', () => {
  const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8')) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);

  it('is generated from what the command checks', () => expect(schema).toEqual(configJsonSchema()));

  it.each([
    ['{}', true],
    ['profile: uk', true],
    ['profile: [us-provider, us-tx]\nrules: {a/b: [error, {allow: [x]}]}', true],
    ['overrides: [{files: x, product: device}]', true],
    ['profile: us', false],
    ['overrides: [{product: device}]', false],
    ['organisation: {}', false],
  ])('judges %j as the command does', async (text, valid) => {
    expect(validate(parse(text))).toBe(valid);
    expect(
      await loadConfig(write('c.yaml', text), folder).then(
        () => true,
        () => false,
      ),
    ).toBe(valid);
  });
});

describe('nested configurations', () => {
  it('hold for the files below them, wherever the run starts', async () => {
    const place = new Workplace();
    try {
      place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: info}\nignore: [drafts/]\n');
      place.write('shop/promolint.config.yaml', 'product: supplement\nignore: [old/]\nextensions: {html: [njk]}\n');
      place.write('site/package.json', '{"promolint": {"rules": {"efficacy/cure-claim": "warning"}}}');
      for (const name of ['a.md', 'drafts/a.md', 'shop/drafts/a.md', 'shop/old/a.md', 'shop/x.njk', 'x.njk', 'site/a.md'])
        place.write(name, FLAGGED);
      place.write('apart/.git/HEAD', '');
      place.write('apart/a.md', FLAGGED);
      const found = async (cwd: string, ...paths: string[]) => {
        const { out } = await place.run([...paths, '--only', 'efficacy/cure-claim', '-f', 'json'], {
          cwd: join(place.folder, cwd),
        });
        const { files } = JSON.parse(out) as { files: { path: string; findings: { severity: string }[] }[] };
        return Object.fromEntries(files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity).join()]));
      };
      expect(await found('.')).toEqual({
        'a.md': 'info',
        // A repository of its own without a configuration: that of the working folder holds.
        'apart/a.md': 'info',
        'shop/drafts/a.md': 'error',
        'shop/x.njk': 'error',
        'site/a.md': 'warning',
      });
      expect(await found('site', '../a.md', '.')).toEqual({ '../a.md': 'info', 'a.md': 'warning' });
      expect(await found('.', 'shop/**/*.md', 'shop/x.njk')).toEqual({ 'shop/drafts/a.md': 'error', 'shop/x.njk': 'error' });
      expect(await found('.', '-c', 'shop/promolint.config.yaml', 'site')).toEqual({ 'site/a.md': 'error' });
    } finally {
      place.dispose();
    }
  });

  it('are all checked before anything is reported', async () => {
    const place = new Workplace();
    try {
      place.write('a.md', FLAGGED);
      place.write('z/promolint.config.yaml', 'porduct: device\n');
      place.write('z/a.md', FLAGGED);
      expect(await place.run([])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('z/promolint.config.yaml:1:1') as string,
      });
    } finally {
      place.dispose();
    }
  });
});
