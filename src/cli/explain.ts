import { FAULTS } from '../check/silence/faults.ts';
import type { FaultKind } from '../check/silence/faults.ts';
import { didYouMean } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import { docsAddress } from '../lint.ts';
import { explainRule } from '../load/explain.ts';
import type { ExitCode, Io } from './io.ts';
import { openHome } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

/** `promolint explain ID` */
export async function explainCommand(id: string, options: ConfigOptions, io: Io): Promise<ExitCode> {
  const fault = FAULTS.find((kind) => kind.id === id);
  if (fault) {
    await io.out(explainFault(fault));
    return 0;
  }
  const { packs } = await openHome(options, io);
  for (const pack of packs) {
    const rule = pack.rules.find((candidate) => candidate.id === id);
    if (!rule) continue;
    await io.out(explainRule(rule, { ...packs[0]!.sources, ...pack.sources }, pack === packs[0] ? docsAddress(rule) : undefined));
    return 0;
  }
  const known = [...packs.flatMap((pack) => pack.rules), ...FAULTS].map((rule) => rule.id);
  throw new PromolintError('rule-unknown', `There is no rule "${id}".`, {
    hint: didYouMean(id, known) ?? '"promolint rules" lists them all.',
  });
}

/** Not a rule, and on no law. */
const explainFault = ({ id, title, severity, why, fix }: FaultKind): string =>
  [id, title, '', `Why        ${why}`, `Do         ${fix}`, `Severity   ${severity}`, 'Read more  docs/suppressions.md', ''].join(
    '\n',
  );
