import { plain, shorten } from '../../plain.ts';
import type { Range } from '../../rule.ts';
import type { Finding } from '../finding.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Lines } from '../lines.ts';
import type { Mask } from '../mask.ts';
import type { RuleSetting } from '../severity.ts';

/** What can be wrong with a suppression. Not a rule: it judges no copy, rests on no law, and cannot be silenced itself. */
export interface FaultKind {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

const KINDS = {
  'unknown-rule': {
    severity: 'error',
    title: 'A suppression names a rule that does not exist',
    why: 'It silences nothing, and whoever reads it believes that it does.',
    fix: 'Name the rule as the report does, for example efficacy/cure-claim; "promolint rules" lists them all.',
  },
  'no-rule': {
    severity: 'error',
    title: 'A suppression names no rule',
    why: 'What silences everything also silences what nobody has looked at.',
    fix: 'Name each rule: promolint-disable-next-line efficacy/cure-claim -- reason.',
  },
  'no-reason': {
    severity: 'error',
    title: 'A suppression gives no reason',
    why: 'Whoever reviews the page later cannot tell a decision from an accident.',
    fix: 'Say behind "--" why the wording may stand, for example: -- quoted from the approved label.',
  },
  malformed: {
    severity: 'error',
    title: 'A suppression that cannot be read',
    why: 'It silences nothing, and whoever reads it believes that it does.',
    fix: 'Write promolint-disable-next-line, -disable-line, -disable … -enable or -disable-file, the rules, "--" and the reason; dates as 2027-01-31.',
  },
  incomplete: {
    severity: 'error',
    title: 'A suppression lacks what this project asks for',
    why: 'The configuration says what each suppression must state, so that somebody looks at it again.',
    fix: 'Add what is missing behind the reason, for example: -- reason; owner: web team; until: 2027-01-31.',
  },
  unapproved: {
    severity: 'error',
    title: 'A suppression without the approval that this project asks for',
    why: 'The configuration lets nobody silence findings of this weight alone.',
    fix: 'Have it approved, and name who did: -- reason; approver: name.',
  },
  expired: {
    severity: 'warning',
    title: 'A suppression that has run out',
    why: 'It was given until a day that has passed, so that its findings count again.',
    fix: 'Mend the copy and delete the suppression, or have it looked at again and give it a new date.',
  },
  unused: {
    severity: 'warning',
    title: 'A suppression that silences nothing',
    why: 'It would hide the next mistake at this place without anybody having decided so.',
    fix: 'Delete it.',
  },
  misplaced: {
    severity: 'info',
    title: 'A suppression that is not read',
    why: 'It stands in a code block or a script, or in a form of comment that this kind of file does not have, and does nothing.',
    fix: 'Put <!-- … --> (in MDX {/* … */}) in the text on the line before the copy; in front matter use a # comment or the key promolint.',
  },
} as const satisfies Readonly<Record<string, Omit<FaultKind, 'id'>>>;

export type FaultName = keyof typeof KINDS;

export const FAULTS: readonly FaultKind[] = Object.entries(KINDS).map(([name, kind]) => ({ id: `suppression/${name}`, ...kind }));

/** Something wrong with one suppression. */
export interface Fault {
  readonly name: FaultName;
  /** Of the comment, or of the entry in front matter. */
  readonly at: Range;
  /** May hold words of the page: shown masked. */
  readonly message: string;
}

export interface FaultContext {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly only?: readonly string[];
}

/** Turns faults into findings, masked as all findings are; those that the project switched off are left out. */
export function faultFindings(faults: readonly Fault[], lines: Lines, mask: Mask, { rules, only }: FaultContext): Finding[] {
  const seen = new Map<string, number>();
  return faults.flatMap(({ name, at, message }): Finding[] => {
    const { why, fix, severity: usual } = KINDS[name];
    const ruleId = `suppression/${name}`;
    const severity = rules[ruleId]?.level ?? usual;
    if (severity === 'off' || (only && !only.includes(ruleId))) return [];
    const shown = shorten(plain(mask.note(message)), 300);
    const occurrence = (seen.get(ruleId + shown) ?? 0) + 1;
    seen.set(ruleId + shown, occurrence);
    return [
      {
        ruleId,
        family: 'suppression',
        severity,
        message: shown,
        why,
        fix,
        suggestions: [],
        confidence: 1,
        ...lines.place(at),
        legalBasis: [],
        also: [],
        related: [],
        fingerprint: fingerprint(`${ruleId}\0${shown}`, occurrence),
        docs: `docs/suppressions.md#${name}`,
      },
    ];
  });
}
