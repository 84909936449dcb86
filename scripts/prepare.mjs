// Builds after `npm ci`, before `npm pack`, and when npm installs promolint from a git repository.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// `npm install -g git+…` prepares the clone without its development packages (npm/cli#8440), and hands the flags of the
// outer command to every npm below it: with them the packages would land in the global folder.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(global|prefix|location|omit|production|include|install_links|allow_git)$/i.test(name),
  ),
);

const run = (command, args) => {
  // What `npm pack` prints is read by programs, so that nothing of the build may go there.
  const { status, error } = spawnSync(command, args, { env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync('node_modules/esbuild') || !existsSync('node_modules/typescript'))
  run('npm', ['ci', '--ignore-scripts', '--include=dev']);

// Who runs the command and nothing else has no use for the types, which take longer than all the rest.
const commandOnly = process.env.PRE_COMMIT === '1' || process.env.npm_config_global === 'true';
run(process.execPath, ['scripts/build.mjs', ...(commandOnly ? ['--no-types'] : [])]);
