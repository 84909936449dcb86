// Checks the package as others get it: packed, installed beside nothing but its own dependencies, imported from JavaScript and
// from TypeScript. Needs a build with types. Usage: node scripts/check-package.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const run = (command, args, cwd = '.') => execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
const folder = mkdtempSync(join(tmpdir(), 'promolint-package-'));
try {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const tarball = join(folder, packed.trim().split('\n').at(-1));
  run('npx', ['--no-install', 'publint', '--strict', tarball]);
  run('npx', ['--no-install', 'attw', tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii', '--quiet']);

  const installed = join(folder, 'node_modules/promolint');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1']);
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types']) {
    mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  // What docs/api.md shows is what is compiled and run.
  const [example] = /(?<=^```ts\n)[\s\S]*?(?=^```$)/m.exec(readFileSync('docs/api.md', 'utf8'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'example.ts'), example);
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/knee.md'), 'Our laser cures acne.\n');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--noUncheckedIndexedAccess', '--types', 'node'];
  run(process.execPath, [tsc, ...options, 'example.ts'], folder);
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  if (!printed.includes('efficacy/cure-claim')) throw new Error(`The example of docs/api.md printed:\n${printed}`);
  console.log('The package is sound.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
