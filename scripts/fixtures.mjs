// Writes the reports beside the flagged demo pages anew, from the build in dist/.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { lintFiles, formatJson } = await import('../dist/index.js');

const folder = 'fixtures/pages/flagged';
for (const name of readdirSync(folder).filter((entry) => !entry.endsWith('.json'))) {
  const report = await lintFiles([`${folder}/${name}`], { config: false, asOf: '2026-11-21' });
  const { files } = JSON.parse(formatJson(report));
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(files[0], null, 2)}\n`);
}

// The worked example of a register: what each rule on it reports, and the inventory of claims.
const { execFileSync } = await import('node:child_process');
const project = 'fixtures/projects/register';
const promolint = (...args) => {
  const options = { cwd: project, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] };
  try {
    return execFileSync(process.execPath, ['../../../bin/promolint.js', ...args, '--as-of', '2026-11-21'], options);
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
};
const { files } = JSON.parse(promolint('content', '--format', 'json'));
const reported = files.flatMap(({ path, findings }) =>
  findings
    .filter(({ ruleId }) => ruleId.startsWith('evidence/register-'))
    .map(({ line, column, severity, ruleId, message }) => `${path}:${line}:${column} ${severity} ${ruleId} ${message}`),
);
writeFileSync(`${project}/expected/findings.txt`, `${reported.join('\n')}\n`);
const { claims, summary } = JSON.parse(promolint('claims', 'content', '--format', 'json'));
writeFileSync(`${project}/expected/claims.json`, `${JSON.stringify({ claims, summary }, null, 2)}\n`);
