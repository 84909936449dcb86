import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { Workplace } from './io.ts';

let place: Workplace;
beforeAll(async () => {
  place = new Workplace();
  place.write('content/a.md', '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, out } = await place.run(['completion', shell]);
    expect(code).toBe(0);
    place.write(`promolint.${shell}`, out);
  }
});
afterAll(() => place.dispose());

function shell(name: string, ...args: string[]): string[] {
  const env = { PATH: process.env['PATH'], HOME: place.folder, TERM: 'dumb' };
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: place.folder, encoding: 'utf8', env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** What each shell offers for words that were typed, the last of them half. */
const ASK: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) =>
    shell(
      'bash',
      '--norc',
      '-c',
      'source promolint.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _promolint; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      ...words,
    ),
  // The functions of the completion system tell what they are given, and zsh itself does the rest.
  zsh: (words) =>
    shell(
      'zsh',
      '-f',
      '-c',
      `compdef() { }
       compset() { [[ $1 == -P && $words[CURRENT] == *,* ]] && words[CURRENT]=\${words[CURRENT]##*,} }
       offer() { local each; for each in "$@"; do [[ $each == $words[CURRENT]* ]] && print -r -- "$each"; done; return 0 }
       compadd() { while [[ $1 != -- ]]; do shift; done; shift; offer "$@" }
       _describe() { [[ $1 == -o ]] && shift; offer "\${(@)\${(@P)2}%%:*}" }
       _files() { offer *(N) }
       source ./promolint.zsh; words=("$@"); CURRENT=$#words; _promolint`,
      'zsh',
      ...words,
    ),
  fish: (words) =>
    shell('fish', '--no-config', '-c', `source promolint.fish; complete -C '${words.join(' ')}'`).map(
      (line) => line.split('\t')[0]!,
    ),
};

describe.each(Object.entries(ASK))('%s', (name, ask) => {
  const missing = spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined;
  const offered = (...words: string[]) => ask(['promolint', ...words]);

  it.skipIf(missing)(`completes commands, options and what follows them${missing ? ' (skipped: not installed)' : ''}`, () => {
    expect(offered('expl')).toEqual(['explain']);
    expect(offered('--form')).toEqual(['--format']);
    expect(offered('--format', 'sar')).toEqual(['sarif']);
    expect(offered('--format', '').sort()).toEqual(Object.keys(FORMATS).sort());
    expect(offered('rules', '--format', '')).toEqual(expect.arrayContaining(['json', 'text']));
    expect(offered('rules', '--format', '')).toHaveLength(2);
    expect(offered('explain', 'efficacy/cure')).toEqual(['efficacy/cure-claim']);
    expect(offered('--rule', 'efficacy/cure')[0]).toMatch(/^efficacy\/cure-claim=/);
    expect(offered('--fail-on', 'w')).toEqual(['warning']);
    expect(offered('completion', 'z')).toContain('zsh');
    expect(offered('init', '--pro').sort()).toEqual(['--product', '--profile']);
    expect(offered('explain', '--form')).toEqual([]);
  });

  it.skipIf(missing)('goes on after a comma, and offers files elsewhere', () => {
    expect(offered('--profile', 'us-provider,us-t').at(-1)).toMatch(/us-tx$/);
    expect(offered('conte').join()).toMatch(/^content/);
    expect(offered('--config', 'promo').length).toBeGreaterThan(0);
    expect(offered('--max-warnings', 'conte')).toEqual([]);
  });
});

it('there is no such shell', async () => {
  expect((await place.run(['completion', 'bsh'])).err).toContain('Did you mean "bash"?');
});
