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
}

/** Below this a finding is no more than a hint. */
const SURE_ENOUGH = 0.5;

/** How much a hit weighs: what the project says, else what the detector says, else what the rule says for this profile and product. */
export function severityOf(rule: Rule, hit: Hit, context: SeverityContext): Level {
  const level = context.rules[rule.id]?.level ?? declared(rule, hit, context);
  return level !== 'off' && (hit.confidence ?? 1) < SURE_ENOUGH ? 'info' : level;
}

function declared(rule: Rule, hit: Hit, { profiles, product }: SeverityContext): Level {
  const level = strictest(profiles.map((profile) => levelUnder(profile, rule, product)));
  return level === 'off' ? 'off' : (hit.severity ?? level);
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
