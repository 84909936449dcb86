import { formatBaseline } from '../baseline/baseline.ts';
import type { Baseline, Entry } from '../baseline/baseline.ts';
import { mayBeKnown } from '../baseline/compare.ts';
import type { PlacedEntry } from '../baseline/compare.ts';
import { BaselineFile } from '../baseline/file.ts';
import { copyOf } from '../check/finding.ts';
import type { Finding, LintedFile } from '../check/finding.ts';
import { PromolintError } from '../errors.ts';
import { checkFiles } from './check-files.ts';
import type { ExitCode, Io } from './io.ts';
import { checkDecisions } from './options.ts';
import type { DecisionOptions } from './options.ts';
import { writeOutput } from './output.ts';
import { openProjects } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface BaselineOptions extends ConfigOptions, Omit<DecisionOptions, 'only'> {
  /** Default: that of the configuration, else promolint-baseline.json. */
  readonly baseline?: string;
  readonly cache?: boolean;
  /** false: --no-phi. */
  readonly phi?: boolean;
  readonly force?: boolean;
}

export type BaselineVerb = 'create' | 'update' | 'prune';

const USUAL_FILE = 'promolint-baseline.json';

/** `promolint baseline create|update|prune [path…]` */
export async function baselineCommand(
  verb: BaselineVerb,
  paths: readonly string[],
  options: BaselineOptions,
  io: Io,
): Promise<ExitCode> {
  const projects = openProjects(options, checkDecisions(options), io);
  const { settings } = await projects.home();
  const file = new BaselineFile(options.baseline ?? settings.baseline ?? USUAL_FILE, io.cwd);
  if (verb === 'create' && file.exists && options.force !== true)
    throw new PromolintError('baseline-exists', 'There is a baseline already.', {
      where: file.name,
      hint: 'promolint baseline update adds to it; --force writes it anew.',
    });
  const before: Baseline = verb === 'create' ? new Map<string, Entry[]>() : await file.read();
  const { files: read, faults } = await checkFiles({ paths, cache: options.cache }, projects, io);
  if (faults > 0) return 3;
  const files = read.map(copyOf);

  const { known, fixed, unseen } = file.compare(before, files);
  const counts = (finding: Finding): boolean =>
    known.has(finding) || (verb !== 'prune' && mayBeKnown(finding) && (options.phi !== false || finding.family !== 'phi'));
  const after = entriesOf(files, counts, unseen, file);
  await writeOutput(formatBaseline(after), file.path, io);
  await io.out(describe(verb, file.name, { files, after, counts, known, fixed }));
  return 0;
}

/** What is found now, and what this run did not look at. */
function entriesOf(
  files: readonly LintedFile[],
  counts: (finding: Finding) => boolean,
  unseen: readonly PlacedEntry[],
  file: BaselineFile,
): Baseline {
  const entries = new Map<string, Entry[]>();
  const add = (path: string, { ruleId, fingerprint }: Entry) => {
    const list = entries.get(path);
    if (list) list.push({ ruleId, fingerprint });
    else entries.set(path, [{ ruleId, fingerprint }]);
  };
  for (const { path, findings } of files) for (const finding of findings) if (counts(finding)) add(file.pathOf(path), finding);
  for (const { path, ...entry } of unseen) add(path, entry);
  return entries;
}

interface Outcome {
  readonly files: readonly LintedFile[];
  readonly after: Baseline;
  readonly counts: (finding: Finding) => boolean;
  readonly known: ReadonlySet<Finding>;
  readonly fixed: readonly PlacedEntry[];
}

function describe(verb: BaselineVerb, name: string, { files, after, counts, known, fixed }: Outcome): string {
  const findings = files.flatMap((file) => file.findings).filter(mayBeKnown);
  const held = [...after.values()].flat().length;
  const added = findings.filter((finding) => counts(finding) && !known.has(finding)).length;
  const open = findings.filter((finding) => !counts(finding)).length;
  const phi = findings.filter((finding) => finding.family === 'phi' && counts(finding)).length;
  const lines = [
    `${name}: ${count(held, 'finding')} in ${count(after.size, 'file')}${verb === 'create' ? '' : `; ${added} added, ${fixed.length} taken out`}.`,
  ];
  if (open > 0)
    lines.push(`${count(open, 'finding')} ${open === 1 ? 'is' : 'are'} not in it and ${open === 1 ? 'goes' : 'go'} on counting.`);
  if (phi > 0)
    lines.push(
      `${phi} of them ${phi === 1 ? 'is' : 'are'} about patient data, which no baseline makes lawful: mend these first, or use --no-phi.`,
    );
  return `${lines.join('\n')}\n`;
}

const count = (number: number, noun: string): string => `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
