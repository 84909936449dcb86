import { realpathSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { PromolintError } from '../errors.ts';
import { combine, toConfig } from './combine.ts';
import { resolveExtends } from './extends.ts';
import { defaultConfig } from './settings.ts';
import type { Config } from './settings.ts';
import { readSource } from './source.ts';
import type { SourceOptions } from './source.ts';
import { validate } from './validate.ts';

/**
 * Reads a configuration and all that it extends.
 * @throws PromolintError `config-not-found` or `config-invalid`, with `file:line:column`
 */
export async function loadConfig(file: string, cwd: string, { code = true, register = true } = {}): Promise<Config> {
  const config = (await loadChain(file, { cwd, code }, dirname(file), [])).reduce(combine);
  const { registerPath, releasesPath } = config;
  // Only projects that keep a register pay for reading one.
  const loadRegister = registerPath && register && (await import('../register/load.ts')).loadRegister;
  const loadReleases = releasesPath && (await import('../releases/load.ts')).loadReleases;
  return {
    ...config,
    ...(loadRegister && { register: loadRegister(registerPath.path, cwd, registerPath.where) }),
    ...(loadReleases && { releases: loadReleases(releasesPath.path, cwd, releasesPath.where) }),
  };
}

/** The configurations that a file extends, then the file itself. `folder` is what the patterns of all of them are relative to. */
async function loadChain(file: string, options: SourceOptions, folder: string, above: readonly string[]): Promise<Config[]> {
  const source = await readSource(file, options);
  const config = validate(source);
  const targets = typeof config.extends === 'string' ? [config.extends] : (config.extends ?? []);
  const chain: Config[] = [];
  const profiles: { readonly name: string; readonly where: string }[] = [];
  const path = [...above, realpathSync(file)];
  for (const [index, text] of targets.entries()) {
    const where = source.where(typeof config.extends === 'string' ? ['extends'] : ['extends', index], 'value');
    const target = resolveExtends(text, dirname(file), where);
    if ('profile' in target) profiles.push({ name: target.profile, where });
    else {
      const real = realpathSync(target.file);
      if (path.includes(real)) throw circle([...path.slice(path.indexOf(real)), real], options.cwd, where);
      chain.push(...(await loadChain(target.file, options, folder, path)));
    }
  }
  if (profiles.length > 0) chain.push(ofProfiles(profiles, folder));
  return [...chain, toConfig(config, source, folder)];
}

/** A profile in `extends` stands for a configuration that only names it; several are taken together, as overlays are added to a base. */
function ofProfiles(profiles: readonly { readonly name: string; readonly where: string }[], folder: string): Config {
  const base = { profiles: profiles.map(({ name }) => name), origins: { profile: [profiles[0]!.where] } };
  return { ...defaultConfig(folder), base };
}

function circle(files: readonly string[], cwd: string, where: string): PromolintError {
  const names = files.map((file) => relative(realpathSync(cwd), file) || basename(file));
  return new PromolintError('config-invalid', `This configuration extends itself: ${names.join(' → ')}.`, {
    where,
    hint: 'Take out one of these entries of "extends".',
  });
}
