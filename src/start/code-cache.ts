import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import type { Script } from 'node:vm';
import type { Format } from '../rule.ts';

const DIGEST = 32;
const FORMATS: readonly Format[] = ['markdown', 'html', 'text'];
/** The digest of the rest, then a byte a format: of how much copy the code has come (`volume`), then the code, at a multiple of eight. */
const HEAD = DIGEST + 8;
/** The last use of a file may be so many days ago: builds and runtimes come and go. */
const DAYS = 30;

/**
 * What the engine has compiled of the build's script, in a file of the user's: code of promolint alone, of one build for one version
 * of Node. It begins with its digest, since the engine would run whatever stands there. A file that is missing, damaged or of
 * somebody else counts as none, and where none can be written there is none.
 */
export class CodeCache {
  readonly #folder: string;
  readonly #name: string;
  readonly #volumes: Uint8Array = new Uint8Array(HEAD - DIGEST);
  readonly code: Buffer | undefined;

  private constructor(folder: string, build: string) {
    this.#folder = folder;
    // The engine's own tag tells its version and its options, with which it compiles otherwise.
    const runtime = digest(Buffer.from(JSON.stringify([build, process.version, process.arch, cachedDataVersionTag()])));
    this.#name = `code-${runtime.toString('hex', 0, 8)}`;
    const bytes = readOwn(join(folder, this.#name));
    if (!bytes || bytes.length < HEAD || !digest(bytes.subarray(DIGEST)).equals(bytes.subarray(0, DIGEST))) return;
    this.#volumes = bytes.subarray(DIGEST, HEAD);
    this.code = bytes.subarray(HEAD);
  }

  /** Undefined where there is to be none. @param build tells builds apart */
  static open(build: string): CodeCache | undefined {
    const folder = cacheFolder();
    return folder === undefined ? undefined : new CodeCache(folder, build);
  }

  /** Writes what has been compiled by now, if that is of more copy than what the run began with. */
  keep(script: Script, lengths: Readonly<Record<Format, number>>): void {
    const before = script.cachedDataRejected ? new Uint8Array(HEAD - DIGEST) : this.#volumes;
    const volumes = Uint8Array.from(before);
    for (const [index, format] of FORMATS.entries()) volumes[index] = Math.max(volume(lengths[format]), before[index]!);
    if (volumes.every((reached, index) => reached === before[index])) return;
    const beside = join(this.#folder, `${this.#name}.${process.pid}`);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const rest = Buffer.concat([volumes, script.createCachedData()]);
      writeFileSync(beside, Buffer.concat([digest(rest), rest]), { flag: 'wx', mode: 0o600 });
      renameSync(beside, join(this.#folder, this.#name));
      clean(this.#folder);
    } catch {
      remove(beside);
    }
  }
}

/** Three steps: a line of copy has only some of the code compiled, and a site nearly all. */
const volume = (length: number): number => (length === 0 ? 0 : length < 4_000 ? 1 : length < 100_000 ? 2 : 3);

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stands where nothing can be written.
  }
}

function clean(folder: string): void {
  const oldest = Date.now() - DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const { atimeMs, mtimeMs } = statSync(file);
    if (name.startsWith('code-') && Math.max(atimeMs, mtimeMs) < oldest) remove(file);
  }
}

/** Undefined where somebody else may have written it. */
function readOwn(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { uid, mode } = fstatSync(file);
    const ours = !process.getuid || (uid === process.getuid() && (mode & 0o022) === 0);
    return ours ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Node's own words for the like decide: `NODE_DISABLE_COMPILE_CACHE` that there is none, `NODE_COMPILE_CACHE` where it stands. */
function cacheFolder(): string | undefined {
  const { env, platform } = process;
  if (env['NODE_DISABLE_COMPILE_CACHE']) return undefined;
  if (env['NODE_COMPILE_CACHE']) return join(env['NODE_COMPILE_CACHE'], 'promolint');
  if (platform === 'win32') return env['LOCALAPPDATA'] && join(env['LOCALAPPDATA'], 'promolint', 'Cache');
  const home = env['HOME'] || homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'promolint');
  return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'promolint');
}
