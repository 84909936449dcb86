import { resolve } from 'node:path';
import { PromolintError } from '../errors.ts';
import { plain } from '../plain.ts';
import { auditRegister } from '../register/audit.ts';
import type { Problem } from '../register/entry.ts';
import { readRegister } from '../register/load.ts';
import { lookUpReferences } from './claims-online.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { checkDecisions } from './options.ts';
import { Configurations } from '../config/configurations.ts';

export interface ClaimsCheckOptions {
  /** false: --no-config. */
  readonly config?: string | false;
  readonly code?: boolean;
  readonly asOf?: string;
  readonly format: string;
  /** Look sources up. */
  readonly online?: boolean;
}

/** `promolint claims check [register]` */
export async function claimsCheckCommand(file: string | undefined, options: ClaimsCheckOptions, io: Io): Promise<ExitCode> {
  const format = oneOf(options.format, '--format', ['text', 'json']);
  const { asOf } = checkDecisions(options);
  const { path, where } = file === undefined ? await configured(options, io) : { path: resolve(io.cwd, file), where: undefined };
  const register = readRegister(path, io.cwd, where);
  const looked = options.online ? await lookUpReferences(register.entries, io) : [];
  const problems = auditRegister(register, asOf, io.cwd, looked);
  const claims = register.entries.length;
  await io.out(
    format === 'json' ? `${JSON.stringify({ schemaVersion: 1, asOf, claims, problems }, null, 2)}\n` : asText(problems, claims),
  );
  return problems.some(({ level }) => level === 'error') ? 1 : 0;
}

async function configured(
  { config, code }: ClaimsCheckOptions,
  io: Io,
): Promise<{ readonly path: string; readonly where?: string }> {
  const configurations = new Configurations({ cwd: io.cwd, file: config, code, register: false });
  const { registerPath } = await configurations.of(io.cwd);
  if (registerPath) return registerPath;
  throw new PromolintError('register-not-found', 'The configuration names no register.', {
    hint: 'Name one with "register:", or as in: promolint claims check claims.yaml',
  });
}

function asText(problems: readonly Problem[], claims: number): string {
  const lines = problems.flatMap(({ level, where, message, hint }) => [
    `${where}  ${level}  ${message}`,
    ...(hint === undefined ? [] : [`  ${hint}`]),
  ]);
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  const number = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;
  return `${[...lines.map(plain), `${number(claims, 'claim')}, ${number(count('error'), 'error')}, ${number(count('warning'), 'warning')}.`].join('\n')}\n`;
}
