import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FAMILIES } from '../rule.ts';
import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';

/**
 * Writes the two files of a new rule, with blanks (`…`) to fill, into the pack at `folder`, and returns their paths.
 * @throws PromolintError `bad-option`, also when one of the files is there already
 */
export function newRule(id: string, folder: string): string[] {
  const [family = '', name = '', ...rest] = id.split('/');
  if (!(FAMILIES as readonly string[]).includes(family)) {
    throw new PromolintError('bad-option', `Unknown family "${family}".`, { hint: didYouMean(family, FAMILIES) });
  }
  if (rest.length > 0 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    throw new PromolintError('bad-option', `"${id}" is not the id of a rule.`, {
      hint: 'Write family/name in lower case, e.g. efficacy/miracle-peel.',
    });
  }
  if (!existsSync(join(folder, 'pack.yaml'))) {
    throw new PromolintError('pack-not-found', `There is no pack in "${folder}".`, {
      hint: "A pack's folder holds a file pack.yaml.",
    });
  }
  const stem = join(folder, family, name);
  const files: readonly (readonly [path: string, text: string])[] = [
    [`${stem}.yaml`, ruleText(id)],
    [`${stem}.md`, EXAMPLES],
  ];
  const taken = files.find(([path]) => existsSync(path));
  if (taken) throw new PromolintError('bad-option', 'That rule is there already.', { where: taken[0] });
  mkdirSync(dirname(stem), { recursive: true });
  for (const [path, text] of files) writeFileSync(path, text, { flag: 'wx' });
  return files.map(([path]) => path);
}

const ruleText = (id: string): string => `id: ${id}
title: …                      # what is wrong, in a few words
tier: 1                       # 1 core, 2 further, 3 off until switched on
severity: warning             # error | warning | info
profiles: all                 # or a list: [us-provider, us-supplement]
products: [any]               # or a list: [device, supplement]
messages:
  default: '"{match}" …'      # what these words do to the reader
why: …                        # one or two plain sentences
fix: …                        # what to write instead, with an example
basis:
  - source: …                 # a key of sources.yaml
    at: …                     # section
    says: …                   # one sentence in your own words
    checked: memory           # text | excerpt | secondary | memory
match:
  - phrases:
      - …
`;

const EXAMPLES = `<!-- expect: "…" -->
… (copy that the rule flags; at least three)

<!-- ok -->
… (copy that looks alike and is fine; at least three)
`;
