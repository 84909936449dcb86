import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FAMILIES } from '../rule.ts';
import type { Detector } from '../rule.ts';
import { closest } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import { readYaml } from '../yaml.ts';
import type { Yaml } from '../yaml.ts';
import { attachDetectors, needsDetector } from './compiled-pack.ts';
import { Field } from './field.ts';
import { readRule } from './rule-file.ts';
import type { Pack, Rule, Source, Vocabulary } from './rule.ts';
import { readSources } from './sources.ts';
import { readVocabulary } from './vocabulary.ts';

/** The name of the built-in pack, whose ids carry no prefix. */
export const BUILT_IN = 'promolint';

const EXTENSIONS = ['.js', '.mjs', '.ts'];

/** What a pack may use without bringing it. */
export type Base = Pick<Pack, 'version' | 'sources' | 'vocabularies'>;

/** A pack's folder with everything read but its rules. */
export interface PackFolder extends Omit<Pack, 'rules'> {
  /** Without the pack's prefix. */
  readonly ruleIds: readonly string[];
  readRule(id: string): Rule;
}

/**
 * Ids and vocabularies of any pack but the built-in one get the pack's name as prefix.
 * @throws PromolintError `rule-invalid` or `pack-not-found`
 */
export function openPack(folder: string, base?: Base): PackFolder {
  const { name, version } = readManifest(folder, base);
  const prefix = name === BUILT_IN ? '' : `${name}:`;
  const sources: Record<string, Source> = existsSync(join(folder, 'sources.yaml'))
    ? readSources(open(folder, 'sources.yaml'))
    : {};
  const vocabularies: Vocabulary[] = yamlNames(folder, 'vocabulary').map((stem) => {
    const { id, terms } = readVocabulary(open(folder, `vocabulary/${stem}.yaml`), stem);
    return { id: prefix + id, terms };
  });
  const known = {
    sources: new Set(Object.keys({ ...base?.sources, ...sources })),
    terms: new Set([...(base?.vocabularies ?? []), ...vocabularies].flatMap(termNames)),
  };
  checkFolders(folder);
  return {
    name,
    version,
    sources,
    vocabularies,
    ruleIds: FAMILIES.flatMap((family) => yamlNames(folder, family).map((stem) => `${family}/${stem}`)),
    readRule(id) {
      const rule = readRule(open(folder, `${id}.yaml`), id, known);
      checkDetectorFile(folder, rule);
      return { ...rule, id: prefix + id };
    },
  };
}

/**
 * Reads a whole pack. Detectors are not loaded: a rule that needs one has `match: [{detector: true}]` and no `detector` yet.
 * @throws PromolintError `rule-invalid` or `pack-not-found`
 */
export function readPack(folder: string, base?: Base): Pack {
  const { ruleIds, readRule, ...pack } = openPack(folder, base);
  return { ...pack, rules: ruleIds.map(readRule) };
}

/**
 * Loads a pack that a configuration names: a folder (`./compliance`) or an npm package (`@acme/promolint-pack-house`), both
 * seen from the folder `from`.
 * @param code whether the pack's own code may run
 */
export async function loadPack(reference: string, from: string, base: Base, code: boolean): Promise<Pack> {
  const folder = findPack(reference, from);
  const pack = readPack(folder, base);
  const detectors = new Map<string, Detector>();
  for (const rule of pack.rules.filter(needsDetector)) detectors.set(rule.id, await loadDetector(folder, rule, code));
  return { ...pack, rules: attachDetectors(pack.rules, ({ id }) => detectors.get(id)) };
}

function findPack(reference: string, from: string): string {
  if (/^\.{0,2}[\\/]|^\.{1,2}$/.test(reference) || isAbsolute(reference)) {
    const folder = resolve(from, reference);
    if (existsSync(join(folder, 'pack.yaml'))) return folder;
    throw new PromolintError('pack-not-found', `There is no pack in "${reference}".`, {
      hint: `A pack's folder holds a file pack.yaml; looked in ${folder}.`,
    });
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', reference);
    if (existsSync(join(candidate, 'pack.yaml'))) return candidate;
    if (folder === dirname(folder)) break;
  }
  throw new PromolintError('pack-not-found', `The pack "${reference}" is not installed.`, {
    hint: `Run "npm install --save-dev ${reference}", or begin the name of a folder with "./".`,
  });
}

/** @param code whether the pack's own code may run */
export async function loadDetector(folder: string, rule: Rule, code: boolean): Promise<Detector> {
  const file = detectorFile(folder, rule)!;
  if (!code) {
    throw new PromolintError('rule-invalid', `The rule ${rule.id} brings code, which this run does not allow.`, {
      where: shown(file),
      hint: 'Run it without --no-code if you trust the pack, or leave the pack out.',
    });
  }
  let module: { readonly default?: unknown };
  try {
    // The time makes a changed file a new module, for `promolint test --watch`.
    module = (await import(`${pathToFileURL(file).href}?${statSync(file).mtimeMs}`)) as typeof module;
  } catch (cause) {
    throw new PromolintError('rule-invalid', `The code of ${rule.id} cannot be loaded: ${(cause as Error).message}`, {
      where: shown(file),
      cause,
    });
  }
  if (typeof module.default === 'function') return module.default as Detector;
  throw new PromolintError('rule-invalid', `The code of ${rule.id} must export its detector as default.`, { where: shown(file) });
}

function detectorFile(folder: string, rule: Rule): string | undefined {
  const stem = join(folder, rule.id.replace(/^.*:/, ''));
  return EXTENSIONS.map((extension) => stem + extension).find((file) => existsSync(file));
}

function checkDetectorFile(folder: string, rule: Rule): void {
  const file = detectorFile(folder, rule);
  if (needsDetector(rule) === (file !== undefined)) return;
  throw new PromolintError(
    'rule-invalid',
    file ? `The code beside ${rule.id} is not used.` : `The rule ${rule.id} has "detector: true", but no code stands beside it.`,
    {
      where: rule.file,
      hint: file ? 'Add "- detector: true" to its match.' : `Add ${rule.id.split('/')[1]}.ts (in a third-party pack, .js).`,
    },
  );
}

function readManifest(folder: string, base: Base | undefined): { readonly name: string; readonly version: string } {
  const file = new Field(open(folder, 'pack.yaml')).map(
    ['name', 'version', 'promolint', 'licence', 'jurisdictions', 'description'],
    ['name', 'version'],
  );
  const name = file.get('name')!;
  if (!/^[a-z][a-z0-9-]*$/.test(name.text())) throw name.wrong('A pack is named in lower case, with digits and hyphens.');
  if (base && name.text() === BUILT_IN) throw name.wrong(`The name "${BUILT_IN}" is taken by the built-in rules.`);
  const needs = file.get('promolint');
  if (needs && base && older(base.version, needs.text())) {
    throw needs.wrong(`This pack needs promolint ${needs.text()} or later, and this is ${base.version}.`);
  }
  return { name: name.text(), version: file.get('version')!.text() };
}

/** Whether version `a` comes before version `b`; both are `major.minor.patch`, the last parts may be missing. */
function older(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.replace(/^\D+/, '').split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (left![part] ?? 0) - (right![part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const termNames = ({ id, terms }: Vocabulary): string[] => [
  id,
  ...new Set(terms.flatMap((term) => (term.class ? [`${id}.${term.class}`] : []))),
];

function open(folder: string, name: string): Yaml {
  const path = join(folder, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new PromolintError('pack-not-found', `${shown(path)} cannot be read.`, { where: shown(path), cause });
  }
  return readYaml(text, shown(path));
}

/** Paths in messages are relative to the working folder where that is shorter, with forward slashes. */
function shown(path: string): string {
  const near = relative('', path);
  return (near.startsWith('..') ? path : near).replaceAll('\\', '/');
}

function yamlNames(folder: string, sub: string): string[] {
  const path = join(folder, sub);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -5))
    .sort();
}

/** A folder that is no family would be passed over in silence, with all its rules. */
function checkFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'vocabulary' || entry.name.startsWith('.') || entry.name === 'node_modules')
      continue;
    if ((FAMILIES as readonly string[]).includes(entry.name) || yamlNames(folder, entry.name).length === 0) continue;
    const near = closest(entry.name, FAMILIES);
    throw new PromolintError('rule-invalid', `"${entry.name}" is not a family of rules.`, {
      where: shown(join(folder, entry.name)),
      hint: near ? `Did you mean "${near}"?` : `Families: ${FAMILIES.join(', ')}.`,
    });
  }
}
