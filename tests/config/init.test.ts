import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recogniseSite } from '../../src/init/site.ts';
import { FLAGGED, Workplace } from '../cli/io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const read = (name: string): string => readFileSync(join(place.folder, name), 'utf8');
const config = (): Record<string, unknown> => parse(read('promolint.config.yaml')) as Record<string, unknown>;

/** Answers the questions in their order, and keeps them. */
function person(...answers: string[]) {
  const questions: string[] = [];
  const ask = (question: string) => {
    questions.push(question);
    return Promise.resolve(answers.shift() ?? '');
  };
  return { questions, ask };
}

describe('promolint init', () => {
  it('writes a configuration that holds, and says what comes next', async () => {
    place.write('hugo.toml', '');
    place.write('content/a.md', FLAGGED);
    place.write('public/a.md', FLAGGED);
    const { code, out, err } = await place.run([
      'init',
      '--profile',
      'us-rx,us-tx',
      '--product',
      'telehealth',
      '--name',
      'A: "B" & Co',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: 'Found: Hugo; copy in content/; leaving out public/, resources/.\n' });
    expect(out).toContain('npx promolint content/ ');
    expect(config()).toEqual({
      profile: ['us-rx', 'us-tx'],
      product: 'telehealth',
      organization: { names: ['A: "B" & Co'] },
      ignore: ['public/', 'resources/'],
    });
    const { files } = JSON.parse((await place.run(['-f', 'json'])).out) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['content/a.md']);
  });

  it('asks at a terminal, until it understands', async () => {
    const { questions, ask } = person('us-provder', 'us-provider, us-fl', '', ' Alder Clinic, Alder ', 'github');
    expect(await place.run(['init'], { ask })).toMatchObject({ code: 0 });
    expect(questions).toHaveLength(5);
    expect(questions[1]).toContain('Did you mean "us-provider"?');
    expect(config()).toMatchObject({ profile: ['us-provider', 'us-fl'], organization: { names: ['Alder Clinic', 'Alder'] } });
    expect(config()).not.toHaveProperty('product');
    expect(parse(read('.github/workflows/promolint.yml'))).toHaveProperty('jobs.copy.steps');
  });

  it('asks nothing that it was told, nor with --yes', async () => {
    const { questions, ask } = person();
    await place.run(['init', '--profile', 'uk', '--product', 'device', '--name', 'x', '--with', 'gitlab'], { ask });
    await place.run(['init', '--yes'], { ask, cwd: join(place.write('b/a.md', ''), '..') });
    expect(questions).toEqual([]);
    expect(parse(read('.gitlab-ci.yml'))).toHaveProperty('promolint.script');
    expect(read('b/promolint.config.yaml')).toContain('profile: us-provider');
  });

  it('overwrites nothing', async () => {
    place.write('.gitlab-ci.yml', 'mine');
    const { code, out, err } = await place.run(['init', '--yes', '--with', 'gitlab']);
    expect({ code, mine: read('.gitlab-ci.yml') }).toEqual({ code: 0, mine: 'mine' });
    expect(out).toContain('Wrote promolint.config.yaml.');
    expect(err).toContain('codequality: gl-code-quality-report.json');
    const before = read('promolint.config.yaml');
    expect(await place.run(['init', '--yes', '--profile', 'uk'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('promolint.config.yaml  There is a configuration already') as string,
    });
    expect(read('promolint.config.yaml')).toBe(before);
  });

  it('writes nothing when an answer or an option is wrong', async () => {
    const left = { ask: () => Promise.reject(new Error('left')) };
    expect((await place.run(['init'], left)).code).toBe(3);
    expect((await place.run(['init', '--with', 'githb'])).err).toContain('Did you mean "github"?');
    expect((await place.run(['init', '--profile', 'us'])).code).toBe(2);
    expect(existsSync(join(place.folder, 'promolint.config.yaml'))).toBe(false);
  });
});

describe('what a site is made with', () => {
  it.each([
    ['Hugo', ['config.toml', 'archetypes/default.md', 'content/a.md'], ['content/']],
    ['Jekyll', ['_config.yml', '_posts/a.md'], []],
    ['Hexo', ['_config.yml', 'scaffolds/post.md', 'source/a.md'], ['source/']],
    ['Eleventy', ['eleventy.config.mjs', 'src/a.njk'], ['src/']],
    ['Astro', ['astro.config.ts', 'src/content/a.md', 'src/pages/a.astro'], ['src/content/', 'src/pages/']],
    ['Next.js', ['next.config.js', 'posts/a.mdx'], ['posts/']],
    ['Docusaurus', ['docusaurus.config.js', 'docs/a.md'], ['docs/']],
    ['Gatsby', ['gatsby-config.js', 'content/a.md'], ['content/']],
    ['Nuxt', ['nuxt.config.ts', 'content/a.md'], ['content/']],
    ['VitePress', ['docs/.vitepress/config.ts'], ['docs/']],
    ['MkDocs', ['mkdocs.yml', 'docs/a.md'], ['docs/']],
    [undefined, ['pages/a.html', 'dist/a.html'], ['pages/']],
  ])('%s', (generator, files, content) => {
    for (const file of files) place.write(file, '');
    expect(recogniseSite(place.folder)).toMatchObject({ generator, content });
  });
});
