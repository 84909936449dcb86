import { PromolintError, faultOf } from '../errors.ts';
import { rowsOf } from '../inventory/rows.ts';
import type { Row } from '../inventory/rows.ts';
import type { Copy } from '../lint.ts';
import type { Projects } from '../projects.ts';
import { readFiles } from '../read/read-files.ts';
import type { Io } from './io.ts';
import { reportFault } from './run.ts';

export interface CollectedClaims {
  /** By path and place. */
  readonly rows: readonly Row[];
  /** Whether any of the projects keeps a register. */
  readonly registered: boolean;
  /** How many pages promolint itself stumbled over; their claims are missing. */
  readonly faults: number;
}

/** The claims of all files that `paths` stand for. @throws PromolintError when something cannot be read */
export async function collectClaims(paths: readonly string[], projects: Projects, io: Io): Promise<CollectedClaims> {
  const home = await projects.home();
  const optionsOf = async (folder: string) => (await projects.in(folder)).reading;
  const { files } = await readFiles(paths, { cwd: io.cwd, ...home.reading, optionsOf });
  const rows: Row[] = [];
  let faults = 0;
  for (const file of files) {
    try {
      rows.push(...(await claimsOf(file, projects)));
    } catch (fault) {
      if (fault instanceof PromolintError) throw fault;
      faults++;
      await reportFault(faultOf(fault), io, file.path);
    }
  }
  return { rows, registered: projects.opened.some(({ settings }) => settings.register !== undefined), faults };
}

/** The claims of one text. */
export async function claimsOf(copy: Copy, projects: Projects): Promise<Row[]> {
  const { linter, settings } = await projects.of(copy.absolutePath);
  const { page, mask } = linter.inspect(copy, settings);
  return rowsOf(page, mask);
}
