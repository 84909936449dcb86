import { CommanderError } from 'commander';
import { PromolintError, faultOf } from '../errors.ts';
import type { Fault } from '../errors.ts';
import { inert, plain, plainPath } from '../plain.ts';
import type { ExitCode, Io } from './io.ts';
import { createProgram } from './program.ts';

/** Carries out a command line. `argv` is without node and script. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    try {
      await program.command.parseAsync([...argv], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) throw badOption(error);
    }
    if (program.printed !== '') await io.out(program.printed);
    return exitCode;
  } catch (error) {
    if (!(error instanceof PromolintError)) return reportFault(faultOf(error), io);
    await io.err(describeError(error));
    return 2;
  }
}

function badOption({ message }: CommanderError): PromolintError {
  const [text = '', hint] = message.replace(/^error: /, '').split('\n');
  return new PromolintError('bad-option', `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, '.'), {
    hint: hint?.replace(/^\((.*)\)$/, '$1') ?? 'Run "promolint --help" for what there is.',
  });
}

/** `promolint.config.yaml:2:11  Unknown value "eror" for "rules".  (config-invalid)`, and the hint below it. */
export function describeError({ code, message, details }: PromolintError): string {
  const lines = [`${plainPath(details.where ?? 'promolint')}  ${message}  (${code})`];
  if (details.hint !== undefined) lines.push(`  ${details.hint}`);
  return inert(lines.map((line) => `${plain(line)}\n`).join(''));
}

export async function reportFault({ name, frames }: Fault, io: Io, where = 'promolint'): Promise<ExitCode> {
  await io.err(
    plain(
      `${plainPath(where)}  This is a fault of promolint itself, please report it: ${name}. PROMOLINT_DEBUG=1 shows where it happened.`,
    ) + '\n',
  );
  if (io.env['PROMOLINT_DEBUG'] && frames.length > 0) await io.err(`${frames.map(plain).join('\n')}\n`);
  return 3;
}
