import { readFile } from 'node:fs/promises';
import { OwnCounter } from '../analyse/own.ts';
import type { SelectedFile } from '../read/select-files.ts';
import type { Organization } from '../rule.ts';

/** Files at a time: reading waits for the disk. */
const AT_ONCE = 32;
/** Larger files hold data rather than pages. */
const LONGEST = 2_000_000;

/** The advertiser's own identity, as the files of a run present it; files that cannot be read are somebody else's to report. */
export async function learnOwn(files: readonly SelectedFile[]): Promise<Organization | undefined> {
  const counter = new OwnCounter();
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const texts = files.slice(at, at + AT_ONCE).map(({ absolutePath }) => readFile(absolutePath).catch(() => undefined));
    for (const bytes of await Promise.all(texts)) if (bytes && bytes.length < LONGEST) counter.add(bytes.toString('utf8'));
  }
  return counter.result();
}
