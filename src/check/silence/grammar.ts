/** What somebody wrote to silence a rule: the same in a comment and in front matter. */
export interface Note {
  readonly rules: readonly string[];
  /** Empty when none was given. */
  readonly reason: string;
  readonly owner?: string;
  /** As written: it may be no date. */
  readonly until?: string;
  readonly approver?: string;
}

export const VERBS = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const;
export type Verb = (typeof VERBS)[number];

/** `verb` is what stands behind `promolint-`, known or not. */
export interface Comment {
  readonly verb: string;
  readonly note: Note;
}

/** A comment that speaks to promolint. People also write `promolint: disable` and `promolint ignore`, which nothing would answer. */
const OPENING =
  /^\s*promolint(?:-([a-z-]{1,40})|\s{0,3}:?\s{1,3}-?((?:disable|enable|ignore|off)[a-z-]{0,30}))(?=[\s:,]|$)[\s:]*/i;

/** What separates the rules from the reason. XML forbids `--` in comments, and editors make a dash of it. */
const SEPARATOR = /(?:^|\s)(?:-{2,}|[—–](?=\s|$))|-{2,}(?=\s|$)/;

const FIELD = /(?:^|[\s;,(])(owner|until|approver|approved[ -]by)\s{0,3}:/gi;
/** What ends a field besides the next one. */
const END = /[;\r\n]/;
const BEFORE = /^[\s;,(]+/;

/** Reads the text of a comment; undefined when it does not speak to promolint. */
export function readComment(text: string): Comment | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const rest = text.slice(opening[0].length);
  const separator = SEPARATOR.exec(rest);
  const before = separator ? rest.slice(0, separator.index) : rest;
  const after = separator ? rest.slice(separator.index + separator[0].length) : '';
  const [names, fieldsBefore] = readFields(before);
  const [reason, fieldsAfter] = readFields(after);
  const words = names.split(/[\s,]+/).filter((name) => name !== '');
  // Where the dashes were forgotten, the words of the reason are no rules.
  const end = separator ? -1 : words.findIndex((word, index) => index > 0 && !word.includes('/'));
  const rules = [...new Set(end < 0 ? words : words.slice(0, end))];
  return {
    verb: (opening[1] ?? opening[2] ?? '').toLowerCase().replace(/-$/, ''),
    note: { rules, reason, ...fieldsBefore, ...fieldsAfter },
  };
}

type Fields = Pick<Note, 'owner' | 'until' | 'approver'>;

/** Takes `owner: …; until: …` out of a text; what is left comes first. */
function readFields(text: string): [string, Fields] {
  const found = [...text.matchAll(FIELD)];
  const fields: { -readonly [Key in keyof Fields]: Fields[Key] } = {};
  let rest = text.slice(0, found[0]?.index ?? text.length);
  found.forEach(({ 0: opening, 1: name, index }, position) => {
    const whole = text.slice(index + opening.length, found[position + 1]?.index ?? text.length);
    const start = whole.length - whole.trimStart().length;
    const end = whole.slice(start).search(END);
    const value = end < 0 ? whole : whole.slice(0, start + end);
    if (end >= 0) rest += ` ${whole.slice(start + end + 1)}`;
    const key = name!.toLowerCase().startsWith('approve') ? 'approver' : (name!.toLowerCase() as 'owner' | 'until');
    fields[key] = tidy(value);
  });
  return [tidy(rest), fields];
}

function tidy(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s;,]/.test(text[end - 1]!)) end--;
  const tidied = text.slice(0, end).replace(BEFORE, '').replace(/\s+/g, ' ');
  // The end of "(owner: web team)", not that of "approved (see the file)".
  return tidied.endsWith(')') && !tidied.includes('(') ? tidied.slice(0, -1).trimEnd() : tidied;
}

const PLACEHOLDER = /^(?:<.*>|\[.*\]|reason|the reason|why|todo|tbd|fixme|explanation|because|none|n\/a|test|x+)\W*$/i;

/** Says whether a reader learns something from it: a word, and not the one that stands in every example. */
export const isReason = (text: string): boolean => /\p{L}{2}/u.test(text) && !PLACEHOLDER.test(text);

/** Says whether this is a day of the calendar, as 2026-11-21 is. */
export function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // 30 February is read as 2 March.
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
