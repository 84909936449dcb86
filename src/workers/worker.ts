import { parentPort, workerData } from 'node:worker_threads';
import { Stopwatch } from '../clock.ts';
import { PromolintError } from '../errors.ts';
import { Projects } from '../projects.ts';
import { Workbench } from './carry-out.ts';
import { failureOf } from './job.ts';
import type { Failure, Outcome } from './job.ts';
import type { Answer, Assignment, Batch } from './protocol.ts';

// The entry of a thread: carries out batches until it is told that there are no more.
const { options, decisions, keepsContent, timed, current } = workerData as Assignment;
const watch = timed ? new Stopwatch() : undefined;
const bench = new Workbench(new Projects(options, decisions), keepsContent, watch);
const port = parentPort!;
const say = (answer: Answer) => port.postMessage(answer);

let work = Promise.resolve();
port.on('message', (message: Batch | 'end') => {
  work = work.then(() => (message === 'end' ? end() : carryOut(message)));
});

async function carryOut({ jobs }: Batch): Promise<void> {
  const outcomes: [number, Outcome | Failure][] = [];
  for (const [number, job] of jobs) {
    Atomics.store(current, 0, number);
    try {
      outcomes.push([number, await bench.carryOut(job)]);
    } catch (error) {
      if (!(error instanceof PromolintError)) throw error;
      outcomes.push([number, failureOf(error)]);
    }
  }
  Atomics.store(current, 0, -1);
  say({ kind: 'done', outcomes });
}

function end(): void {
  if (watch) say({ kind: 'times', rooms: watch.rooms, rules: watch.rules, counts: watch.counts });
  port.close();
}
