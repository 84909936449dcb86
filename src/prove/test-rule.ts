import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { loadBuiltIn } from '../load/built-in.ts';
import { needsDetector } from '../load/compiled-pack.ts';
import { detectors } from '../load/detectors.generated.ts';
import { BUILT_IN, loadDetector, openPack } from '../load/pack.ts';
import type { PackFolder } from '../load/pack.ts';
import type { Rule } from '../load/rule.ts';
import { createBenches } from './bench.ts';
import { prove } from './prove.ts';
import type { Proof } from './prove.ts';

export interface RuleTest {
  readonly rule: Rule;
  readonly proof: Proof;
  /** The files that the result depends on, to be watched. */
  readonly files: readonly string[];
}

/**
 * Runs a rule's annotated examples. `file` is the rule's YAML, or one of the files beside it, in a pack's folder.
 * @param code whether the code of a third-party pack may run
 * @throws PromolintError
 */
export async function testRule(file: string, code = true): Promise<RuleTest> {
  const stem = resolve(file).replace(/\.(?:yaml|md|html|[mc]?[jt]s)$/, '');
  const folder = dirname(dirname(stem));
  if (!existsSync(`${stem}.yaml`))
    throw new PromolintError('file-not-found', `There is no rule in "${file}".`, { hint: 'Name its YAML file.' });
  if (!existsSync(`${folder}/pack.yaml`)) {
    throw new PromolintError('pack-not-found', `"${file}" does not stand in a pack.`, {
      hint: 'A rule stands at <family>/<name>.yaml in a folder with a pack.yaml.',
    });
  }
  const id = relative(folder, stem).replaceAll('\\', '/');
  const pack = open(folder);
  const rule = await withDetector(pack.folder, pack.folder.readRule(id), folder, code);
  const examples = [`${stem}.md`, `${stem}.html`].filter((path) => existsSync(path));
  if (examples.length === 0) {
    throw new PromolintError('example-invalid', `The rule ${rule.id} has no examples.`, {
      hint: `Write ${id}.md: docs/writing-a-rule.md says how.`,
    });
  }
  const files = examples.map((path) => ({ path: shown(path), text: readFileSync(path, 'utf8') }));
  const bench = createBenches([{ ...pack.folder, ...pack, rules: [rule] }])(rule);
  return { rule, proof: await prove(rule, files, bench), files: [`${stem}.yaml`, ...examples] };
}

function open(path: string): { folder: PackFolder; sources: PackFolder['sources']; vocabularies: PackFolder['vocabularies'] } {
  const isBuiltIn = /^name:\s*promolint\s*$/m.test(readFileSync(`${path}/pack.yaml`, 'utf8'));
  if (isBuiltIn) {
    const folder = openPack(path);
    return { folder, sources: folder.sources, vocabularies: folder.vocabularies };
  }
  const base = loadBuiltIn();
  const folder = openPack(path, base);
  return {
    folder,
    sources: { ...base.sources, ...folder.sources },
    vocabularies: [...base.vocabularies, ...folder.vocabularies],
  };
}

/** The built-in rules' code is compiled into promolint: after a change to it, build first. */
async function withDetector({ name }: PackFolder, rule: Rule, path: string, code: boolean): Promise<Rule> {
  if (!needsDetector(rule)) return rule;
  return { ...rule, detector: name === BUILT_IN ? detectors[rule.id] : await loadDetector(path, rule, code) };
}

const shown = (path: string): string => relative('', path).replaceAll('\\', '/');
