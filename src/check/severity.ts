import { OVERLAYS } from '../rule.ts';
import type { Hit, Severity } from '../rule.ts';
import type { Rule } from '../load/rule.ts';
import { compareSeverity } from './finding.ts';

export type Level = Severity | 'off';

/** What a project decided about one rule. */
export interface RuleSetting {
  readonly level?: Level;
  /** Wordings that the rule must not report here, e.g. an approved indication. */
  readonly allow?: readonly string[];
}

export interface SeverityContext {
  readonly profiles: readonly string[];
  readonly product: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** When given, the ids of the only rules to report. */
  readonly only?: readonly string[];
}

/** Below this a finding is no more than a hint. */
const SURE_ENOUGH = 0.5;

/** How much a hit weighs: what the project says, else what the detector says, else what the rule says for this profile and product. */
export function severityOf(rule: Rule, hit: Hit, context: SeverityContext): Level {
  const level = levelOf(rule, context);
  if (level === 'off') return 'off';
  if ((hit.confidence ?? 1) < SURE_ENOUGH) return 'info';
  return context.rules[rule.id]?.level ?? hit.severity ?? level;
}

/** What a rule's findings weigh in one page, before any hit is known; `off` also where the rule does not apply. */
export function levelOf(rule: Rule, { profiles, product, rules, only }: SeverityContext): Level {
  if (only && !only.includes(rule.id)) return 'off';
  if (rule.profiles !== 'all' && !profiles.some((profile) => rule.profiles.includes(profile))) return 'off';
  if (!rule.products.includes('any') && !rule.products.includes(product)) return 'off';
  const decided = rules[rule.id]?.level;
  if (decided !== undefined) return decided;
  if (rule.tier === 3 && !only) return 'off';
  return strictest(profiles.map((profile) => levelUnder(profile, rule, product)));
}

function levelUnder(profile: string, { severity, severity_for: by = {} }: Rule, product: string): Level {
  const own = by[profile];
  if (own === 'off') return 'off';
  // An overlay adds to a base profile: where it says nothing, it changes nothing.
  if (own === undefined && isOverlay(profile)) return 'off';
  const forProduct = by[product];
  if (own === undefined) return forProduct ?? severity;
  return forProduct === undefined ? own : strictest([own, forProduct]);
}

const isOverlay = (profile: string): boolean => (OVERLAYS as readonly string[]).includes(profile);

function strictest(levels: readonly Level[]): Level {
  return levels.reduce<Level>((most, level) => {
    if (most === 'off') return level;
    return level !== 'off' && compareSeverity(level, most) > 0 ? level : most;
  }, 'off');
}
