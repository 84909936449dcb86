// CPU time and memory of whole processes.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GNU_TIME = '/usr/bin/time';

/** Measures commands, with what it needs for that in `folder`. */
export class Meter {
  #hook;

  constructor(folder) {
    this.#hook = join(folder, 'meter.cjs');
    // User and system time of all threads: start, garbage collection and compilation are in it. Kilobytes.
    writeFileSync(
      this.#hook,
      `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('node:fs').writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});\n`,
    );
  }

  /** `command`: arguments of node, or a program with its arguments. Returns CPU seconds and peak megabytes. */
  run({ node, program, cwd, mayExit = [0, 1] }) {
    // Costs Node 20 some 50 ms a start, and is no part of what is measured.
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    const argv = node
      ? [process.execPath, '--require', this.#hook, ...node]
      : existsSync(GNU_TIME)
        ? [GNU_TIME, '-f', '[%U, %S, %M]', ...program]
        : undefined;
    if (!argv) return undefined;
    const { status, output } = spawnSync(argv[0], argv.slice(1), {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (!mayExit.includes(status)) throw new Error(`${argv.slice(3).join(' ')}: exit ${status}: ${output[2].slice(0, 2000)}`);
    const said = node ? output[3] : output[2];
    const figures = JSON.parse(said.slice(said.lastIndexOf('[')));
    return node ? { cpu: figures[0], memory: figures[1] } : { cpu: figures[0] + figures[1], memory: figures[2] / 1024 };
  }
}

/** Runs all commands in turn, `rounds` times, so that a busy machine slows all of them alike. Medians, by name. */
export function alternate(meter, commands, rounds) {
  const runs = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, command] of Object.entries(commands)) {
      command.before?.();
      const figures = meter.run(command);
      if (figures) runs.get(name).push(figures);
    }
  const measured = [...runs].filter(([, figures]) => figures.length > 0);
  return new Map(
    measured.map(([name, figures]) => [
      name,
      {
        cpu: median(figures.map(({ cpu }) => cpu)),
        memory: median(figures.map(({ memory }) => memory)),
        /** Of each round by itself: what slows the machine for a while slows both. */
        times: (other) => median(figures.map(({ cpu }, round) => cpu / runs.get(other)[round].cpu)),
      },
    ]),
  );
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
