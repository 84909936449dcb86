import { Projects } from '../projects.ts';
import type { Decisions, Project } from '../projects.ts';
import type { Io } from './io.ts';

/** What every command may be told about configurations. */
export interface ConfigOptions {
  /** false: --no-config. */
  readonly config?: string | false;
  /** false: --no-code. Default: true. */
  readonly code?: boolean;
}

/** The projects that a command meets: one for each configuration. */
export function openProjects({ config, code }: ConfigOptions, decisions: Decisions, { cwd }: Io): Projects {
  return new Projects({ cwd, file: config, code }, decisions);
}

/** The working folder's project, as its configuration has it. */
export function openHome(options: ConfigOptions, io: Io): Promise<Project> {
  return openProjects(options, { flags: {}, mentions: [], asOf: '' }, io).home();
}
