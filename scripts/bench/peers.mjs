// Other linters, installed from npm into a folder of their own: they are no dependencies of promolint.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Fixed, so that a figure of next year can be compared with one of this. */
const PACKAGES = {
  textlint: '15.8.0',
  'textlint-rule-prh': '6.1.0',
  alex: '11.0.1',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'markdownlint-cli2': '0.20.0',
  cspell: '9.8.0',
};

/** Returns for each peer its version and how to run it over the Markdown at a path; of those that npm can install. */
export function installPeers(folder, terms) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', ...wanted], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm cannot install the peers: ${stderr.slice(0, 1000)}`);
  const bin = (name, command = name) => {
    const { bin: bins } = manifest(folder, name);
    return join(folder, 'node_modules', name, typeof bins === 'string' ? bins : bins[command]);
  };

  const dictionary = join(folder, 'prh.yml');
  writeFileSync(
    dictionary,
    JSON.stringify({ version: 1, rules: terms.slice(0, 100).map((term) => ({ expected: `(${term})`, patterns: [term] })) }),
  );
  const textlintrc = join(folder, 'textlintrc.json');
  writeFileSync(textlintrc, JSON.stringify({ rules: { prh: { rulePaths: [dictionary] } } }));
  const remarkrc = join(folder, 'remarkrc.json');
  writeFileSync(remarkrc, JSON.stringify({ plugins: ['remark-preset-lint-recommended'] }));
  const quiet = join(folder, '.markdownlint-cli2.jsonc');
  writeFileSync(quiet, '{"noBanner": true, "noProgress": true}\n');

  const of = (name, title, node) => ({
    title: `${title} ${PACKAGES[name]}`,
    command: (path) => ({ node: node(path), cwd: folder, mayExit: [0, 1, 2] }),
  });
  return [
    of('textlint', 'textlint with prh (100 terms)', (path) => [
      bin('textlint'),
      '--config',
      textlintrc,
      '--format',
      'json',
      path,
    ]),
    of('alex', 'alex', (path) => [bin('alex'), path]),
    of('remark-cli', 'remark-lint (recommended)', (path) => [
      bin('remark-cli', 'remark'),
      '--rc-path',
      remarkrc,
      '--no-stdout',
      path,
    ]),
    of('markdownlint-cli2', 'markdownlint-cli2', (path) => [
      bin('markdownlint-cli2'),
      '--config',
      quiet,
      path.endsWith('.md') ? `:${path}` : `${path}/**/*.md`,
    ]),
    of('cspell', 'cspell', (path) => [
      bin('cspell'),
      '--no-progress',
      '--no-summary',
      '--root',
      '/',
      path.endsWith('.md') ? path : `${path}/**/*.md`,
    ]),
  ];
}

/** ripgrep, as Debian packs it, looking for the same words. */
export function ripgrep(folder, terms) {
  const { status, stdout } = spawnSync('rg', ['--version'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const patterns = join(folder, 'terms.txt');
  writeFileSync(patterns, `${terms.join('\n')}\n`);
  return {
    title: `${stdout.split('\n')[0].split(' ').slice(0, 2).join(' ')}, ${terms.length} terms`,
    command: (path) => ({
      program: ['rg', '--fixed-strings', '--ignore-case', '--word-regexp', '--column', '--file', patterns, path],
    }),
  };
}

/** Words that the rules look for, some from every vocabulary. */
export function someTerms(count) {
  const all = readdirSync('rules/vocabulary')
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parse(readFileSync(join('rules/vocabulary', name), 'utf8')).terms ?? [])
    .map((entry) => (typeof entry === 'string' ? entry : entry.term))
    .filter((term) => typeof term === 'string' && /^[a-z][a-z -]{3,}$/i.test(term));
  const distinct = [...new Set(all)];
  return distinct.filter((_, index) => index % Math.max(1, Math.floor(distinct.length / count)) === 0).slice(0, count);
}

const manifest = (folder, name) => JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
