import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { Io } from '../../src/cli/io.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An empty folder to run promolint in; `dispose` removes it. */
export class Workplace {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'promolint-cli-')));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  async run(argv: readonly string[], more: Partial<Io> & { readonly input?: string | Uint8Array } = {}): Promise<Ran> {
    let out = '';
    let err = '';
    const code = await run(argv, {
      cwd: this.folder,
      env: {},
      terminal: false,
      out: (text) => Promise.resolve(void (out += text)),
      err: (text) => Promise.resolve(void (err += text)),
      stdin: () => Promise.resolve(Buffer.from(more.input ?? '')),
      ...more,
    });
    return { code, out, err };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Copy that some rule finds an error in, and copy that no rule minds. */
export const FLAGGED = '# Our clinic\n\nOur laser cures acne.\n';
export const CLEAN = '# Our clinic\n\nWe are open from Monday to Friday.\n';
