import { createHash } from 'node:crypto';
import { Lexicon } from './analyse/lexicon.ts';
import { analyse } from './analyse/page.ts';
import { provideWords } from './analyse/spelling.ts';
import type { FileNotice, LintedFile, Run } from './check/finding.ts';
import { Lines } from './check/lines.ts';
import type { Mask } from './check/mask.ts';
import { withoutOnLabel } from './check/on-label.ts';
import { pageMask } from './check/page-mask.ts';
import { isPrivate } from './check/private.ts';
import { check } from './check/run.ts';
import { levelOf } from './check/severity.ts';
import { FAULTS } from './check/silence/faults.ts';
import { NO_CLOCK } from './clock.ts';
import { didYouMean } from './closest.ts';
import { pageLayer } from './config/page.ts';
import { settingsFor, withBase } from './config/settings.ts';
import type { Layer, Settings } from './config/settings.ts';
import { PromolintError } from './errors.ts';
import { suggestionsFor } from './fix/suggestions.ts';
import { builtInNeeds, builtInWords, loadBuiltIn } from './load/built-in.ts';
import type { Pack, Rule, Source } from './load/rule.ts';
import { provideNeeds } from './match/needs.ts';
import { RuleSet } from './match/rule-set.ts';
import { expressions } from './match/sift.ts';
import { counted } from './parse/markdown-tree.ts';
import { parse } from './parse/parse.ts';
import type { SourceFile } from './read/read-files.ts';
import type { Notice, Page } from './rule.ts';

// Before any word is looked up, since words are numbered as they come.
provideWords(builtInWords);
provideNeeds(builtInNeeds);

/** A file as `read/` hands it out, or text from elsewhere under a name of its own. */
export type Copy = Omit<SourceFile, 'encoding'>;

/** Compiles the rules once, then takes each file through parse, analyse, match and check, and keeps nothing of it. */
export class Linter {
  readonly rules: readonly Rule[];
  readonly #ruleSet: RuleSet;
  readonly #lexicon: Lexicon;
  readonly #known: ReadonlyMap<string, Rule>;
  readonly #sources: ReadonlyMap<Rule, Readonly<Record<string, Source>>>;

  constructor(packs: readonly Pack[]) {
    this.rules = packs.flatMap((pack) => pack.rules);
    const matchers = packs[0]?.matchers;
    this.#lexicon = new Lexicon(
      packs.flatMap((pack) => pack.vocabularies),
      matchers?.lexicon,
    );
    this.#ruleSet = new RuleSet(this.rules, this.#lexicon, matchers?.phrases);
    this.#known = new Map(this.rules.map((rule) => [rule.id, rule]));
    this.#sources = sourcesByRule(packs);
  }

  /** Reads a file without judging it. */
  inspect(copy: Copy, settings: Settings): Inspected {
    const document = parse(copy, settings);
    const context = settingsFor(settings, copy.absolutePath, pageLayer(document).layer);
    const page = analyse(document, context, this.#lexicon);
    return {
      page,
      mask: pageMask(
        page,
        this.#ruleSet.check(page, (rule) => isPrivate({ rule })),
      ),
    };
  }

  lint(copy: Copy, settings: Settings, clock = NO_CLOCK): LintedFile {
    const before = workDone();
    const document = clock.room('parse', () => parse(copy, settings));
    const { layer, notices } = pageLayer(document);
    const context = settingsFor(settings, copy.absolutePath, layer);
    const page = clock.room('analyse', () => analyse(document, context, this.#lexicon));
    // Private rules always look: what they find is masked in the findings of all others.
    const active = (rule: Rule) => isPrivate({ rule }) || levelOf(rule, context) !== 'off';
    const found = clock.room('match', () => this.#ruleSet.check(page, active, clock));
    const hits = withoutOnLabel(page, found);
    const checked = clock.room('check', () =>
      check(page, hits, {
        ...context,
        known: this.#known,
        sourcesOf: (rule) => this.#sources.get(rule) ?? {},
        suggestionsFor,
        docsOf: docsAddress,
      }),
    );
    clock.count('sentences analysed', page.sentences.length);
    const after = workDone();
    WORK.forEach((what, i) => clock.count(what, after[i]! - before[i]!));
    return {
      path: copy.path,
      format: copy.format,
      ...checked,
      notices: placed([...document.notices, ...notices], copy.source),
    };
  }
}

const WORK = ['texts parsed by remark', 'blocks of Markdown', 'blocks parsed by remark', 'expressions asked for', 'expressions run'];

/** What this thread has done so far, by `WORK`. */
const workDone = (): readonly number[] => [counted.textsByRemark, counted.blocks, counted.blocksByRemark, expressions.asked, expressions.run];

/** What the analysis makes of a file, and the mask for whatever of it is shown. */
export interface Inspected {
  readonly page: Page;
  readonly mask: Mask;
}

const compiled = new WeakMap<Pack, Linter>();

/** A linter for these packs; that of the built-in rules alone is compiled once a process. */
export function linterOf(packs: readonly Pack[]): Linter {
  const [builtIn, ...others] = packs;
  if (builtIn === undefined || others.length > 0) return new Linter(packs);
  const linter = compiled.get(builtIn) ?? new Linter(packs);
  compiled.set(builtIn, linter);
  return linter;
}

/** The built-in rules, and those of the packs that the configuration names. `code`: whether a pack's own code may run. */
export async function loadPacks(settings: Settings, code: boolean): Promise<readonly Pack[]> {
  const builtIn = loadBuiltIn();
  const packs = [builtIn];
  for (const { name, from, where } of settings.packs) {
    // Brings the YAML parser, which a run of the built-in rules does not need.
    const { loadPack } = await import('./load/pack.ts');
    try {
      packs.push(await loadPack(name, from, builtIn, code));
    } catch (error) {
      if (error instanceof PromolintError && error.details.where === undefined)
        throw new PromolintError(error.code, error.message, { ...error.details, where });
      throw error;
    }
  }
  checkMentions(settings, packs);
  return packs;
}

function checkMentions({ mentions }: Settings, packs: readonly Pack[]): void {
  const known = new Set([...packs.flatMap((pack) => pack.rules), ...FAULTS].map(({ id }) => id));
  for (const { id, where } of mentions)
    if (!known.has(id))
      throw new PromolintError('rule-unknown', `There is no rule "${id}".`, { where, hint: didYouMean(id, known) });
}

/** A pack cites its own sources and those of the built-in rules. */
function sourcesByRule([builtIn, ...others]: readonly Pack[]): ReadonlyMap<Rule, Readonly<Record<string, Source>>> {
  const sources = new Map((builtIn?.rules ?? []).map((rule) => [rule, builtIn!.sources]));
  for (const pack of others) {
    const all = { ...builtIn?.sources, ...pack.sources };
    for (const rule of pack.rules) sources.set(rule, all);
  }
  return sources;
}

export const docsAddress = ({ id }: Rule): string => (id.includes(':') ? `promolint explain ${id}` : `docs/rules/${id}.md`);

/** What a page says of itself, and line and column of each statement by its key in a configuration. */
export function statementsOf(copy: Copy): {
  readonly layer: Layer;
  readonly places: Readonly<Record<string, readonly [number, number]>>;
} {
  const { layer, places } = pageLayer(parse(copy));
  const lines = new Lines(copy.source);
  return { layer, places: Object.fromEntries(Object.entries(places).map(([key, from]) => [key, lines.point(from)])) };
}

function placed(notices: readonly Notice[], source: string): FileNotice[] {
  if (notices.length === 0) return [];
  const lines = new Lines(source);
  return notices.map(({ code, message, from }) => {
    const [line, column] = lines.point(from);
    return { code, message, line, column };
  });
}

/** What a run was: with the same of it, the same files give the same report. */
export function describeRun(settings: Settings, packs: readonly Pack[]): Run {
  const { asOf, flags, base } = settings;
  return {
    asOf,
    profiles: withBase(flags.profiles ?? base.profiles ?? []),
    configHash: configHash(settings),
    rulesHash: hash(
      packs.map(({ name, version, hash: known, rules, vocabularies }) => known ?? { name, version, rules, vocabularies }),
    ),
  };
}

/** Changes when anything that was decided changes, and does not depend on whose machine it is, nor on where it was written. */
const configHash = ({ base, overrides, flags, only, packs, register, releases }: Settings): string =>
  hash({ base, overrides, flags, only, packs: packs.map(({ name }) => name), register: register?.hash, releases: releases?.hash });

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (key, part: unknown) => (key === 'origins' ? undefined : part)))
    .digest('hex')
    .slice(0, 16);
