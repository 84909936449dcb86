import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each room may import: the leaves, the rooms before it in the flow, and, for types alone, what it describes. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'rule.ts': ['match'],
  'errors.ts': [],
  'closest.ts': [],
  'plain.ts': [],
  'clock.ts': [],
  'version.ts': ['package.json'],
  'yaml.ts': ['errors.ts'],
  read: ['rule.ts', 'errors.ts'],
  parse: ['rule.ts', 'read (types)'],
  analyse: ['rule.ts', 'errors.ts', 'load (types)', 'match'],
  load: ['rule.ts', 'errors.ts', 'closest.ts', 'yaml.ts', 'match', 'analyse (types)', 'rules'],
  match: ['rule.ts', 'clock.ts', 'errors.ts', 'analyse', 'load (types)'],
  check: ['rule.ts', 'plain.ts', 'closest.ts', 'parse', 'load (types)', 'match (types)'],
  fix: ['rule.ts', 'plain.ts', 'parse', 'load (types)', 'check'],
  register: ['rule.ts', 'errors.ts', 'closest.ts', 'yaml.ts', 'analyse', 'load'],
  releases: ['rule.ts', 'errors.ts', 'closest.ts', 'yaml.ts', 'load', 'register'],
  config: ['rule.ts', 'errors.ts', 'closest.ts', 'yaml.ts', 'register', 'releases', 'check (types)'],
  report: ['rule.ts', 'plain.ts', 'version.ts', 'check'],
  'lint.ts': ['rule.ts', 'clock.ts', 'errors.ts', 'closest.ts', 'config', 'read', 'parse', 'analyse', 'load', 'match', 'fix', 'check'],
  'projects.ts': ['rule.ts', 'lint.ts', 'config', 'read (types)', 'load (types)', 'check (types)'],
  keep: ['rule.ts', 'plain.ts', 'check', 'load (types)'],
  stream: ['rule.ts', 'errors.ts', 'closest.ts', 'config', 'read', 'workers'],
  merge: ['errors.ts', 'check'],
  workers: ['rule.ts', 'clock.ts', 'errors.ts', 'lint.ts', 'projects.ts', 'config', 'read', 'keep', 'load (types)'],
  baseline: ['errors.ts', 'yaml.ts', 'check'],
  online: ['version.ts', 'analyse'],
  inventory: ['plain.ts', 'version.ts', 'yaml.ts', 'rule.ts', 'check', 'online', 'register', 'report'],
  prove: ['rule.ts', 'errors.ts', 'closest.ts', 'lint.ts', 'config', 'register', 'parse', 'load'],
  init: [],
  lsp: [
    'rule.ts',
    'errors.ts',
    'closest.ts',
    'plain.ts',
    'version.ts',
    'lint.ts',
    'projects.ts',
    'config',
    'read',
    'load',
    'check',
    'fix',
    'baseline',
  ],
  'index.ts': ['rule.ts', 'errors.ts', 'closest.ts', 'lint.ts', 'projects.ts', 'config', 'read', 'check', 'baseline', 'report'],
  start: ['rule.ts', 'index.ts', 'cli', 'workers', 'parse'],
  cli: [
    'rule.ts',
    'clock.ts',
    'errors.ts',
    'closest.ts',
    'plain.ts',
    'version.ts',
    'lint.ts',
    'analyse',
    'projects.ts',
    'init',
    'lsp',
    'config',
    'read',
    'load',
    'keep',
    'merge',
    'stream',
    'workers',
    'check',
    'fix',
    'baseline',
    'prove',
    'report',
    'inventory',
    'online',
    'register',
  ],
};

/** Each dependency has one home, so that it can be replaced there. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['report'],
  zod: ['config'],
  yaml: ['yaml.ts', 'parse'],
  'js-yaml': ['yaml.ts'],
  ignore: ['read', 'config', 'releases'],
  jiti: ['config'],
  tinyglobby: ['read'],
  'vscode-languageserver': ['lsp'],
  'vscode-languageserver-textdocument': ['lsp'],
  chokidar: ['cli'],
  diff: ['fix'],
  parse5: ['parse'],
  'decode-named-character-reference': ['parse'],
};
const PARSERS = /^(?:unified|remark-|micromark|mdast|unist)/;

interface Import {
  readonly from: string;
  readonly target: string;
  readonly types: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(file: string): Import[] {
  return Array.from(readFileSync(file, 'utf8').matchAll(IMPORT), ([, type, first, second]) => ({
    from: file,
    target: (first ?? second)!,
    types: type !== undefined,
  }));
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));
const imports = files.flatMap(importsOf);
const roomOf = (file: string): string => file.split('/')[1]!;

/** The room, file or package that an import leads to; undefined inside a room. */
function targetOf({ from, target }: Import): string | undefined {
  if (!target.startsWith('.')) return target;
  const path = normalize(join(dirname(from), target));
  if (!path.startsWith('src/')) return path.split('/')[0];
  return roomOf(path) === roomOf(from) ? undefined : roomOf(path);
}

describe('the rooms of src', () => {
  it('are all named here', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it('import only what they may', () => {
    const wrong = imports.flatMap((each) => {
      const target = targetOf(each);
      if (target === undefined || !each.target.startsWith('.')) return [];
      const allowed = ROOMS[roomOf(each.from)] ?? [];
      return allowed.includes(target) || (each.types && allowed.includes(`${target} (types)`))
        ? []
        : [`${each.from} → ${each.target}`];
    });
    expect(wrong).toEqual([]);
  });

  it('keep each dependency in its home', () => {
    const wrong = imports.filter(({ from, target }) => {
      if (target.startsWith('.') || target.startsWith('node:') || target === 'mdast') return false;
      const name = target.split('/')[0]!;
      return !(PARSERS.test(name) ? ['parse'] : (HOMES[name] ?? [])).includes(roomOf(from));
    });
    expect(wrong.map(({ from, target }) => `${from} → ${target}`)).toEqual([]);
  });

  it('never end the process, nor print, but from the outermost room', () => {
    const wrong = files.filter((file) => /\bprocess\.(?:exit|stdout|stderr|argv)\b|\bconsole\./.test(readFileSync(file, 'utf8')));
    expect(wrong.filter((file) => file !== 'src/cli/main.ts')).toEqual([]);
  });
});

it('rules see the door for rules, what stands beside them, and nothing else', () => {
  const rules = readdirSync('rules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('rules', name));
  expect(rules.flatMap(importsOf).filter(({ target }) => !/^promolint\/rule$|^\.\/[^/]+$/.test(target))).toEqual([]);
});

it('the executable holds no logic', () => {
  expect(readFileSync('bin/promolint.js', 'utf8').split('\n').length).toBeLessThan(20);
});
