import { NO_CLOCK } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { combineLayers } from '../config/settings.ts';
import { PromolintError, faultOf } from '../errors.ts';
import { stampOf } from '../keep/cache.ts';
import { packFile } from '../keep/kept-file.ts';
import { Wordings } from '../keep/wordings.ts';
import { docsAddress } from '../lint.ts';
import type { Copy } from '../lint.ts';
import type { Pack } from '../load/rule.ts';
import type { Project, Projects } from '../projects.ts';
import { decodeFile, readBytes } from '../read/read-files.ts';
import type { Document, Job, Outcome } from './job.ts';

/** Carries out jobs in this thread. */
export class Workbench {
  constructor(
    readonly projects: Projects,
    /** Whether to hand back what was read, for the cache. */
    readonly keepsContent: boolean,
    readonly clock: Clock = NO_CLOCK,
  ) {}

  /** @throws PromolintError when a file that somebody named cannot be read, or its configuration is wrong */
  async carryOut(job: Job): Promise<Outcome> {
    // Texts that come with decisions of their own are nobody's files: the folder that they name may not exist, or be a stranger's.
    const project = 'layer' in job ? await this.projects.home() : await this.projects.of(job.absolutePath);
    if ('source' in job) return this.#check(job, project);
    const stamp = this.keepsContent ? stampOf(job.absolutePath) : undefined;
    const content = this.clock.room('read', () => readBytes(job));
    if ('reason' in content) return { kind: 'skipped', reason: content.reason };
    const copy = this.clock.room('read', () => decodeFile(job, content));
    if ('reason' in copy) return { kind: 'skipped', reason: copy.reason };
    const outcome = this.#check(copy, project);
    return stamp && outcome.kind === 'checked' ? { ...outcome, stamp, content } : outcome;
  }

  #check(copy: Copy | Document, project: Project): Outcome {
    const { clock } = this;
    const settings =
      'layer' in copy ? { ...project.settings, flags: combineLayers(project.settings.flags, copy.layer) } : project.settings;
    try {
      const file = clock.room('compile', () => project.linter).lint(copy, settings, clock);
      return { kind: 'checked', format: copy.format, length: copy.source.length, packed: packFile(file, wordingsOf(project)) };
    } catch (error) {
      if (error instanceof PromolintError) throw error;
      // One page that we stumble over must not hide what the others hold.
      return { kind: 'fault', fault: faultOf(error) };
    }
  }
}

const made = new WeakMap<readonly Pack[], Wordings>();

/** The texts of a project's rules, collected once. */
export function wordingsOf({ packs }: Pick<Project, 'packs'>): Wordings {
  const wordings = made.get(packs) ?? new Wordings(packs, docsAddress);
  made.set(packs, wordings);
  return wordings;
}
