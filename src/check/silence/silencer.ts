import { didYouMean } from '../../closest.ts';
import type { Rule } from '../../load/rule.ts';
import { plain, shorten } from '../../plain.ts';
import type { Range, Severity } from '../../rule.ts';
import { compareSeverity } from '../finding.ts';
import type { Suppression, SuppressionRecord } from '../finding.ts';
import type { Lines } from '../lines.ts';
import type { Mask } from '../mask.ts';
import { levelOf } from '../severity.ts';
import type { SeverityContext } from '../severity.ts';
import type { Directive, Directives } from './directives.ts';
import type { Fault, FaultName } from './faults.ts';
import { isDate, isReason } from './grammar.ts';
import type { Note } from './grammar.ts';

/** What a project asks of those who silence a finding. */
export interface SuppressionPolicy {
  /** False: pages can silence nothing. */
  readonly allow?: boolean;
  /** From this severity on, somebody must have approved. */
  readonly requireApproverFor?: Severity;
  /** Who may approve; without it, anybody whose name is given. */
  readonly approvers?: readonly string[];
  /** What every suppression must state. */
  readonly require?: readonly ('owner' | 'until')[];
  /** How far ahead `until` may lie. */
  readonly maxDays?: number;
}

export interface SilenceContext extends SeverityContext {
  /** ISO date of the run. */
  readonly asOf: string;
  readonly suppressions: SuppressionPolicy;
  /** The rules of the run, by id. */
  readonly known: ReadonlyMap<string, Rule>;
}

/** One rule that one directive names. */
interface Entry {
  readonly directive: Directive;
  readonly rule: string;
  /** It does not hold, for a reason that is reported. */
  readonly broken: 'expired' | 'invalid' | undefined;
  used: number;
  refused: number;
}

/** What silences a finding, as the page has it: not masked yet. */
export type Silence = Entry;

/** Comparing a name with those of all rules takes its time, and a made-up page may hold thousands. */
const MOST_HINTS = 50;

const NARROWEST_FIRST = ['line', 'next-line', 'block', 'file'] as const;

/** Holds the suppressions of a page against its findings, and knows afterwards which did nothing. */
export class Silencer {
  readonly #entries: readonly Entry[];
  readonly #byRule = new Map<string, Entry[]>();
  readonly #faults: Fault[];
  /** Places of findings that nothing silences, by rule. */
  readonly #heard = new Map<string, number[]>();
  #hints = 0;

  constructor(
    { list, faults }: Directives,
    readonly context: SilenceContext,
  ) {
    this.#faults = [...faults];
    this.#entries = list.flatMap((directive) => this.#entriesOf(directive));
    for (const entry of this.#entries) {
      const known = this.#byRule.get(entry.rule);
      if (known) known.push(entry);
      else this.#byRule.set(entry.rule, [entry]);
    }
    for (const entries of this.#byRule.values()) entries.sort((a, b) => breadth(a) - breadth(b));
  }

  /** What silences a finding of this rule at this place, if anything does. */
  silence(rule: Rule, severity: Severity, range: Range): Silence | undefined {
    for (const entry of this.#byRule.get(rule.id) ?? []) {
      if (entry.broken || !covers(entry.directive.scope, range)) continue;
      if (this.#isApproved(entry.directive.note, severity)) {
        entry.used++;
        return entry;
      }
      entry.refused++;
    }
    const heard = this.#heard.get(rule.id);
    if (heard) heard.push(range.from);
    else this.#heard.set(rule.id, [range.from]);
    return undefined;
  }

  /** All that is wrong with the suppressions, once every finding was asked about; in the order of the source. */
  faults(lines: Lines): Fault[] {
    for (const entry of this.#entries) {
      const { directive, rule, broken, used, refused } = entry;
      const fault = (name: FaultName, message: string) => this.#faults.push({ name, at: directive.at, message });
      if (refused > 0) fault('unapproved', this.#refusal(directive.note, rule));
      else if (used === 0 && !broken && this.#isJudged(rule)) fault('unused', this.#idleness(entry, lines));
    }
    // A block comment that names several rules is several entries, each with the same fault.
    const distinct = new Map(this.#faults.map((fault) => [`${fault.name} ${fault.at.from} ${fault.message}`, fault]));
    return [...distinct.values()].sort((a, b) => a.at.from - b.at.from);
  }

  records(lines: Lines, mask: Mask): SuppressionRecord[] {
    return this.#entries.map((entry): SuppressionRecord => {
      const { directive, rule, used } = entry;
      const [, column] = lines.point(directive.at.from);
      return {
        ...suppressionOf(entry, lines, mask),
        form: directive.form,
        ruleId: shown(rule, mask),
        column,
        state: this.#stateOf(entry),
        findings: used,
      };
    });
  }

  /** A sentence that goes on in the line after the next one is the usual case, and hard to see. */
  #idleness({ directive, rule }: Entry, lines: Lines): string {
    const { form, at } = directive;
    const missed = this.#heard.get(rule)?.find((from) => from > at.to);
    if (missed === undefined || form === 'file') return `This silences nothing of ${rule}.`;
    const [line] = lines.point(missed);
    return `This silences nothing of ${rule}: the next finding of that rule is on line ${line}, beyond its reach.`;
  }

  #stateOf({ rule, broken, used, refused }: Entry): SuppressionRecord['state'] {
    if (broken) return broken;
    if (refused > 0) return 'unapproved';
    if (used > 0) return 'active';
    return this.#isJudged(rule) ? 'unused' : 'idle';
  }

  #entriesOf(directive: Directive): Entry[] {
    const fault = (name: FaultName, message: string) => this.#faults.push({ name, at: directive.at, message });
    const { note } = directive;
    const broken = this.#check(note, fault);
    if (note.rules.length === 0) fault('no-rule', 'This suppression names no rule.');
    return note.rules.map((rule) => {
      const unknown = !this.context.known.has(rule);
      if (unknown) fault('unknown-rule', this.#unknown(rule));
      return { directive, rule, broken: unknown ? 'invalid' : broken, used: 0, refused: 0 };
    });
  }

  #unknown(rule: string): string {
    if (rule.startsWith('suppression/'))
      return `${rule} cannot be silenced in a page; the configuration may switch it off or give it another severity.`;
    const hint = ++this.#hints <= MOST_HINTS ? didYouMean(rule, this.context.known.keys()) : undefined;
    return `There is no rule "${rule}". ${hint ?? ''}`.trim();
  }

  #check(note: Note, fault: (name: FaultName, message: string) => void): Entry['broken'] {
    const { asOf, suppressions: policy } = this.context;
    const { until } = note;
    const problems: (readonly [FaultName, string])[] = [];
    if (!isReason(note.reason)) problems.push(['no-reason', 'This suppression gives no reason.']);
    if (until !== undefined && !isDate(until))
      problems.push(['malformed', 'What follows "until:" is not a date such as 2027-01-31.']);
    const missing = policy.require?.filter((key) => !note[key]) ?? [];
    if (missing.length > 0)
      problems.push(['incomplete', `This project asks for ${missing.map((key) => `"${key}:"`).join(' and ')}.`]);
    else if (until !== undefined && policy.maxDays !== undefined && daysBetween(asOf, until) > policy.maxDays)
      problems.push([
        'incomplete',
        `This project allows suppressions for at most ${policy.maxDays} days; ${until} is further ahead.`,
      ]);
    for (const [name, message] of problems) fault(name, message);
    if (problems.length > 0) return 'invalid';
    if (until === undefined || asOf <= until) return undefined;
    fault('expired', `This suppression of ${note.rules.join(', ')} ran out after ${until}.`);
    return 'expired';
  }

  #isApproved({ approver }: Note, severity: Severity): boolean {
    const { requireApproverFor, approvers } = this.context.suppressions;
    if (requireApproverFor === undefined || compareSeverity(severity, requireApproverFor) < 0) return true;
    if (!approver) return false;
    return !approvers || approvers.length === 0 || approvers.some((name) => sameName(name, approver));
  }

  #refusal({ approver }: Note, rule: string): string {
    const { requireApproverFor, approvers = [] } = this.context.suppressions;
    const who = approver ? 'The approver named here is not on the list of this project' : 'Nobody is named as approver';
    const list = approver && approvers.length > 0 ? ` (${approvers.join(', ')})` : '';
    return `${who}${list}, so that ${rule} is not silenced: this project asks for approval from "${requireApproverFor}" on.`;
  }

  /** Whether this run would have reported the rule in this page: another profile, or --only, may leave it out. */
  #isJudged(id: string): boolean {
    const rule = this.context.known.get(id);
    return rule !== undefined && levelOf(rule, this.context) !== 'off';
  }
}

/** Who silenced a finding and why, fit to be shown. */
export function suppressionOf(
  { directive }: Silence,
  lines: Lines,
  mask: Mask,
): Suppression & { readonly kind: Directive['kind']; readonly line: number } {
  const { kind, note, at } = directive;
  const { reason, owner, until, approver } = note;
  return {
    kind,
    reason: shown(reason, mask),
    ...(owner && { owner: shown(owner, mask) }),
    ...(until !== undefined && isDate(until) && { until }),
    ...(approver && { approver: shown(approver, mask) }),
    line: lines.point(at.from)[0],
  };
}

const shown = (text: string, mask: Mask): string => shorten(plain(mask.note(text)), 500);

const breadth = ({ directive }: Entry): number => NARROWEST_FIRST.indexOf(directive.form);

/** An empty range, such as the place of something missing, counts where it stands. */
const covers = (scope: Range, { from, to }: Range): boolean =>
  from === to ? scope.from <= from && from <= scope.to : from < scope.to && scope.from < to;

const DAY = 24 * 60 * 60 * 1000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
