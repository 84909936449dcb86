import { PromolintError } from '../errors.ts';
import type { ExitCode, Io } from './io.ts';

/** `promolint lsp`: serves an editor over standard input and output until it leaves. */
export async function lspCommand({ code = true }: { readonly code?: boolean }, { cwd, streams }: Io): Promise<ExitCode> {
  if (!streams) throw new PromolintError('bad-option', 'There are no streams to serve an editor on.');
  const { serve } = await import('../lsp/server.ts');
  await serve({ ...streams, cwd, code });
  return 0;
}
