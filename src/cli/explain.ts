import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import { docsAddress, loadPacks } from '../lint.ts';
import { explainRule } from '../load/explain.ts';
import type { ExitCode, Io } from './io.ts';
import { NO_FLAGS } from './rules.ts';
import type { RulesOptions } from './rules.ts';
import { readSettings } from './settings.ts';

/** `promolint explain ID` */
export async function explainCommand(id: string, { config }: Pick<RulesOptions, 'config'>, io: Io): Promise<ExitCode> {
  const packs = await loadPacks(await readSettings(config, NO_FLAGS, io), true);
  for (const pack of packs) {
    const rule = pack.rules.find((candidate) => candidate.id === id);
    if (!rule) continue;
    await io.out(explainRule(rule, { ...packs[0]!.sources, ...pack.sources }, pack === packs[0] ? docsAddress(rule) : undefined));
    return 0;
  }
  const known = packs.flatMap((pack) => pack.rules.map((rule) => rule.id));
  throw new PromolintError('rule-unknown', `There is no rule "${id}".`, {
    hint: didYouMean(id, known) ?? '"promolint rules" lists them all.',
  });
}
