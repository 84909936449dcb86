import { PromolintError } from '../errors.ts';
import type { ExitCode } from './io.ts';
import { run } from './run.ts';

/** Runs the command line of a process. */
export async function main(process: NodeJS.Process): Promise<ExitCode> {
  // The standard input is opened by who asks for it: that takes as long as reading a page.
  const { stdout, stderr } = process;
  // Write errors are answered where they happen; without a listener the stream would throw them a second time.
  let isReaderGone = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => (isReaderGone ||= error.code === 'EPIPE'));
  stderr.on('error', () => {});
  return run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    terminal: stdout.isTTY,
    errTerminal: stderr.isTTY,
    width: stdout.isTTY ? stdout.columns : undefined,
    out: (text) => write(stdout, text),
    err: (text) => write(stderr, text).catch(() => {}),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    isReaderGone: () => isReaderGone,
    get streams() {
      return { input: process.stdin, output: stdout };
    },
    ask: stdout.isTTY && process.stdin.isTTY ? (question) => ask(question, process) : undefined,
  });
}

async function ask(question: string, { stdin: input, stdout: output }: NodeJS.Process): Promise<string> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input, output });
  try {
    return await new Promise((resolve, reject) => {
      lines.question(question, resolve);
      // Control-C or Control-D.
      lines.once('close', () => reject(new PromolintError('bad-option', 'No answer; nothing was written.')));
    });
  } finally {
    lines.close();
  }
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      // `promolint | head` closes the pipe when it has seen enough.
      if (!error || code === 'EPIPE') resolve();
      else reject(new PromolintError('output-unwritable', `The output cannot be written (${code}).`));
    });
  });
}
