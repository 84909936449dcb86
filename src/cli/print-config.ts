import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { passedOver } from '../config/configurations.ts';
import { describeSettings } from '../config/describe.ts';
import type { Decision } from '../config/describe.ts';
import type { Layer, Origins } from '../config/settings.ts';
import { statementsOf } from '../lint.ts';
import { plain } from '../plain.ts';
import type { Project } from '../projects.ts';
import { readFiles } from '../read/read-files.ts';
import type { ExitCode, Io } from './io.ts';
import { oneOf } from './one-of.ts';
import { checkDecisions } from './options.ts';
import type { DecisionOptions } from './options.ts';
import { openProjects } from './settings.ts';
import type { ConfigOptions } from './settings.ts';

export interface PrintConfigOptions extends ConfigOptions, DecisionOptions {
  readonly format: string;
}

interface Described {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  /** Lowest first: the last one builds on those before it. */
  readonly configurations: readonly string[];
  /** Configurations beside the one that holds, which nobody reads. */
  readonly passedOver: readonly string[];
  /** Why the file is not read, if so. */
  readonly leftOut?: string;
  readonly settings: readonly Decision[];
}

/** `promolint print-config [FILE]`: what holds for a file, which does not need to exist, and where each value comes from. */
export async function printConfigCommand(file = '.', options: PrintConfigOptions, io: Io): Promise<ExitCode> {
  const write = oneOf(options.format, '--format', ['text', 'json']) === 'json' ? asJson : asText;
  const decisions = checkDecisions(options);
  const path = resolve(io.cwd, file);
  const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
  const project = await openProjects(options, { ...decisions, flags: withOrigins(decisions.flags) }, io).in(folder);
  const { layer, leftOut } = folder === path ? { layer: {}, leftOut: undefined } : await readPage(file, path, project, io);
  const shown = (name: string) => relative(io.cwd, name).split(sep).join('/') || '.';
  await io.out(
    write({
      path: shown(path),
      configurations: project.settings.files.map(shown),
      passedOver: options.config === undefined ? passedOver(folder).map(shown) : [],
      leftOut,
      settings: describeSettings(project.settings, path, layer),
    }),
  );
  return 0;
}

/** What the page says of itself. */
async function readPage(name: string, path: string, { settings, reading }: Project, io: Io) {
  if (!existsSync(path)) return { layer: {} };
  const { files, skipped } = await readFiles([name], { cwd: io.cwd, ...reading });
  for (const copy of files) {
    const { layer, places } = statementsOf(copy);
    const origins = Object.entries(places).map(([key, [line, column]]) => [key, [`${copy.path}:${line}:${column}`]]);
    return { layer: { ...layer, origins: Object.fromEntries(origins) as Origins }, settings };
  }
  return { layer: {}, leftOut: skipped[0]?.reason };
}

function withOrigins(flags: Layer): Layer {
  const origins: Record<string, readonly string[]> = {};
  if (flags.profiles) origins['profile'] = ['option --profile'];
  if (flags.product) origins['product'] = ['option --product'];
  for (const id of Object.keys(flags.rules ?? {})) origins[`rules.${id}`] = ['option --rule'];
  return { ...flags, origins };
}

const asJson = (described: Described): string => `${JSON.stringify({ schemaVersion: 1, ...described }, null, 2)}\n`;

/** YAML that would decide the same, with the place of each value as a comment. */
function asText({ path, configurations, passedOver, leftOut, settings }: Described): string {
  const [own, ...under] = configurations.toReversed();
  const lines = [
    `# ${path}`,
    `# configuration: ${own ?? 'none'}${under.length > 0 ? `, which builds on ${under.join(', ')}` : ''}`,
    ...(passedOver.length > 0 ? [`# not read, since another one in its folder comes first: ${passedOver.join(', ')}`] : []),
    ...(leftOut === undefined ? [] : [`# this file is not linted: ${leftOut}`]),
  ];
  let group: string | undefined;
  for (const { key, value, from } of settings) {
    const at = key.indexOf('.');
    const outer = at < 0 ? undefined : key.slice(0, at);
    if (outer !== undefined && outer !== group) lines.push(`${outer}:`);
    group = outer;
    lines.push(...entry(outer === undefined ? '' : '  ', key.slice(at + 1), value, from));
  }
  return lines.map((line) => `${plain(line)}\n`).join('');
}

function entry(indent: string, key: string, value: unknown, from: readonly string[]): string[] {
  const flow = (item: unknown) => (typeof item === 'string' && /^[a-z][a-z-]*$/.test(item) ? item : JSON.stringify(item));
  // Items that were all decided in one place stay on one line.
  if (!Array.isArray(value) || from.length !== value.length || new Set(from).size <= 1)
    return [`${indent}${key}: ${Array.isArray(value) ? `[${value.map(flow).join(', ')}]` : flow(value)}  # ${from[0] ?? ''}`];
  return [`${indent}${key}:`, ...value.map((item, index) => `${indent}  - ${flow(item)}  # ${from[index]}`)];
}
