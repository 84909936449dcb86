import { Readable } from 'node:stream';
import type { Finding } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import { KeptFile } from '../keep/kept-file.ts';
import { plain } from '../plain.ts';
import { errorLine, fileLine } from '../report/ndjson.ts';
import { readDocument } from '../stream/document.ts';
import { linesOf } from '../stream/lines.ts';
import { Workbench, wordingsOf } from '../workers/carry-out.ts';
import { Crew } from '../workers/crew.ts';
import type { Slot } from '../workers/crew.ts';
import { inOrder } from '../workers/in-order.ts';
import { errorOf, failureOf } from '../workers/job.ts';
import type { Failure, Job } from '../workers/job.ts';
import { fails } from './failing.ts';
import type { ExitCode, Io } from './io.ts';
import { checkOptions } from './options.ts';
import type { LintOptions } from './options.ts';
import { describeError, reportFault } from './run.ts';
import { openProjects } from './settings.ts';

/** A line of the input on its way; one that is no document is settled from the start. */
interface LineSlot extends Slot {
  readonly line: number;
}

/**
 * `promolint --input-format ndjson`: a document a line in, its findings on a line out as soon as they are known, in the same
 * order. The configuration of the working folder holds for all. Nothing is kept, and the next line is read when the one before
 * has been taken, so that the input may be of any length.
 */
export async function lintStream(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  refuseWithStream(paths, options);
  const checked = checkOptions({ ...options, reports: [] }, [], io);
  const projects = openProjects(options, checked, io);
  const home = await projects.home();
  const wordings = wordingsOf(home);
  const bench = new Workbench(projects, false);
  const crew = new Crew({ options: projects.options, decisions: projects.decisions, keepsContent: false });
  // Who streams has an engine that runs as many of us as it has cores.
  const helpers = checked.concurrency === undefined || checked.concurrency === 'auto' ? 0 : checked.concurrency - 1;
  const input = await inputOf(io);
  const slots = slotsOf(linesOf(input), (line) => readDocument(line, io.cwd, home.settings.extensions));
  const counts = { errors: 0, warnings: 0, infos: 0, bad: 0, faults: 0 };
  for await (const { job, line, outcome } of inOrder(slots, bench, crew, () => helpers)) {
    if (outcome.kind === 'checked') {
      const file = new KeptFile(job.path, outcome.format, outcome.packed, wordings);
      counts.errors += file.counts.error;
      counts.warnings += file.counts.warning;
      counts.infos += file.counts.info;
      const findings = file.findings.filter(({ severity }: Finding) => !options.quiet || severity === 'error');
      await io.out(fileLine({ path: file.path, format: file.format, findings, notices: file.notices }, file.suppressed, line));
    } else if (outcome.kind === 'fault') {
      counts.faults++;
      await io.out(errorLine(line, 'fault', 'A fault of promolint itself.'));
      await reportFault(outcome.fault, io, plain(job.path));
    } else if (outcome.kind === 'failure') {
      counts.bad++;
      await io.out(errorLine(line, outcome.code, outcome.message));
      await io.err(describeError(errorOf(outcome)));
    }
    if (io.isReaderGone?.()) break;
  }
  // Who went away reads nothing more, and whoever still writes to us must not wait.
  if (io.isReaderGone?.()) input.destroy();
  return counts.faults > 0 ? 3 : counts.bad > 0 ? 2 : fails(counts, checked) ? 1 : 0;
}

async function inputOf({ streams, stdin }: Io): Promise<Readable> {
  return streams?.input instanceof Readable ? streams.input : Readable.from([await stdin()]);
}

async function* slotsOf<L extends { readonly number: number }>(
  lines: AsyncIterable<L>,
  read: (line: L) => Job,
): AsyncGenerator<LineSlot> {
  for await (const line of lines) {
    try {
      yield { line: line.number, job: read(line), taken: false };
    } catch (error) {
      if (!(error instanceof PromolintError)) throw error;
      yield { line: line.number, job: NO_DOCUMENT, taken: true, outcome: failureOf(error) satisfies Failure };
    }
  }
}

const NO_DOCUMENT: Job = { path: '', absolutePath: '', format: 'text', mdx: false, source: '' };

/** Options that are about files, or about a report as a whole. @throws PromolintError `bad-option` */
function refuseWithStream(paths: readonly string[], options: LintOptions): void {
  const { staged, changed, since, shard, cache, watch, fix, fixDryRun, stdinFilename, baseline, reports = [], stats } = options;
  const refused = { staged, changed, since, shard, cache, watch, fix, fixDryRun, stdinFilename, baseline, stats };
  const [name] = Object.entries(refused).find(([, value]) => value !== undefined && value !== false) ?? [];
  const where = 'option --input-format';
  if (name !== undefined)
    throw new PromolintError(
      'bad-option',
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} says nothing about a stream of documents.`,
      { where },
    );
  if (paths.some((path) => path !== '-'))
    throw new PromolintError('bad-option', 'Documents come from the standard input, and no path beside it.', { where });
  if (reports.some((report) => !('format' in report) || report.format !== 'ndjson'))
    throw new PromolintError('bad-option', 'A stream of documents gives a stream of findings.', {
      where,
      hint: 'Leave out --format, or say --format ndjson; ">" sends it to a file.',
    });
}
