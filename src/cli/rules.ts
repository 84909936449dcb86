import { docsAddress } from '../lint.ts';
import type { Rule } from '../load/rule.ts';
import { plain } from '../plain.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { openHome } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface RulesOptions extends ConfigOptions {
  readonly format: string;
}

/** `promolint rules` */
export async function rulesCommand({ format, ...options }: RulesOptions, io: Io): Promise<ExitCode> {
  const write = oneOf(format, '--format', ['text', 'json']) === 'json' ? rulesJson : rulesText;
  const { packs } = await openHome(options, io);
  await io.out(write(packs.flatMap((pack) => pack.rules)));
  return 0;
}

function rulesText(rules: readonly Rule[]): string {
  const idWidth = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, tier, title }) => `${id.padEnd(idWidth)}  ${(tier === 3 ? 'off' : severity).padEnd(7)}  ${title}`,
  );
  return `${[...lines.map(plain), '', `${rules.length} rules. "promolint explain ID" tells more.`].join('\n')}\n`;
}

function rulesJson(rules: readonly Rule[]): string {
  const listed = rules.map((rule) => {
    const { id, family, title, tier, severity, severity_for, profiles, products, jurisdictions, why, fix, basis } = rule;
    return {
      id,
      family,
      title,
      tier,
      severity,
      severityFor: severity_for ?? {},
      profiles,
      products,
      jurisdictions,
      why,
      fix,
      basis,
      docs: docsAddress(rule),
    };
  });
  return `${JSON.stringify({ schemaVersion: 1, rules: listed }, null, 2)}\n`;
}
