import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configsIn } from '../config/find.ts';
import { KNOWN_PROFILES } from '../config/settings.ts';
import { closest } from '../closest.ts';
import { PromolintError } from '../errors.ts';
import { ADDITIONS, additionOf } from '../init/additions.ts';
import type { AdditionName } from '../init/additions.ts';
import { configText } from '../init/config-text.ts';
import type { Answers } from '../init/config-text.ts';
import { recogniseSite } from '../init/site.ts';
import type { Site } from '../init/site.ts';
import { plain } from '../plain.ts';
import { PRODUCTS } from '../rule.ts';
import { version } from '../version.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';

export interface InitOptions {
  readonly profile?: readonly string[];
  readonly product?: string;
  readonly name?: readonly string[];
  readonly with?: readonly string[];
  readonly yes?: boolean;
}

const CONFIG = 'promolint.config.yaml';

/** `promolint init`: never overwrites anything. */
export async function initCommand(options: InitOptions, io: Io): Promise<ExitCode> {
  for (const profile of options.profile ?? []) oneOf(profile, '--profile', KNOWN_PROFILES);
  if (options.product !== undefined) oneOf(options.product, '--product', PRODUCTS);
  for (const name of options.with ?? []) oneOf(name, '--with', ADDITIONS);
  const [known] = configsIn(io.cwd);
  if (known !== undefined)
    throw new PromolintError('bad-option', 'There is a configuration already; nothing was written.', {
      where: known.slice(io.cwd.length + 1),
      hint: 'Edit it, or see what holds with "promolint print-config".',
    });

  const site = recogniseSite(io.cwd);
  await io.err(`${describeSite(site)}\n`);
  const ask = options.yes ? undefined : io.ask;
  const answers = await answer(options, ask);
  const additions = (options.with ?? (await askAdditions(ask))) as readonly AdditionName[];

  const schema = existsSync(join(io.cwd, 'package.json')) ? './node_modules/promolint/schema/config.schema.json' : undefined;
  const files = [
    { path: CONFIG, text: configText(answers, site, schema) },
    ...additions.map((name) => additionOf(name, version)),
  ];
  const written: string[] = [];
  for (const { path, text } of files) if (await writeNew(path, text, io)) written.push(path);
  const [first] = site.content;
  const see = `npx promolint${site.content.length === 1 ? ` ${first}` : ''}`;
  await io.out(`Wrote ${written.join(', ')}.\nNext:\n  ${see.padEnd(WIDTH)}  see what it finds\n${LATER}`);
  return 0;
}

const WIDTH = 34;
const LATER = `  ${'npx promolint baseline create'.padEnd(WIDTH)}  leave what is there today for later, and fail on what is new\n`;

function describeSite({ generator, content, written }: Site): string {
  const where = content.length > 0 ? `copy in ${content.join(', ')}` : 'copy anywhere in this folder';
  return `Found: ${generator ?? 'no site generator that promolint knows'}; ${where}${written.length > 0 ? `; leaving out ${written.join(', ')}` : ''}.`;
}

type Ask = NonNullable<Io['ask']>;

async function answer(options: InitOptions, ask: Ask | undefined): Promise<Answers> {
  const profiles =
    options.profile ??
    (ask ? words(await askOneOf(ask, 'Who advertises, under which law?', KNOWN_PROFILES, 'us-provider')) : ['us-provider']);
  const product = options.product ?? (ask ? words(await askOneOf(ask, 'What is advertised?', PRODUCTS, ''))[0] : undefined);
  const names =
    options.name ?? (ask ? words(await ask("The organization's own name (may be several, separated by commas): ")) : []);
  return { profiles, product, names };
}

async function askAdditions(ask: Ask | undefined): Promise<readonly string[]> {
  return ask ? words(await askOneOf(ask, 'Write a check for CI or a commit hook too?', ADDITIONS, '')) : [];
}

/** Asks until every word of the answer is known; nothing stands for `usual`. */
async function askOneOf(ask: Ask, question: string, known: readonly string[], usual: string): Promise<string> {
  const shown = usual === '' ? 'none' : usual;
  for (let hint = ''; ;) {
    const given = (await ask(`${hint}${question}\n  ${known.join(', ')}\n  [${shown}] `)).trim() || usual;
    const wrong = words(given).find((word) => !known.includes(word));
    if (wrong === undefined) return given;
    const near = closest(wrong, known);
    hint = `"${plain(wrong)}" is not one of these.${near === undefined ? '' : ` Did you mean "${near}"?`}\n`;
  }
}

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Returns whether it wrote: what is there already is left as it is. */
async function writeNew(path: string, text: string, io: Io): Promise<boolean> {
  const target = join(io.cwd, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'EEXIST')
      throw new PromolintError('output-unwritable', `The file cannot be written (${code}).`, { where: path, cause });
    await io.err(`${path}  Is there already and stays as it is. To add by hand:\n\n${text.replace(/^/gm, '  ')}\n`);
    return false;
  }
}
