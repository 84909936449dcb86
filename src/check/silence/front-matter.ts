import { didYouMean } from '../../closest.ts';
import { readYamlValues } from '../../parse/yaml-values.ts';
import type { Document, Range } from '../../rule.ts';
import type { Fault } from './faults.ts';
import type { Note } from './grammar.ts';

const KEYS = ['rule', 'rules', 'reason', 'owner', 'until', 'approver'];

export interface FrontMatterNotes {
  readonly notes: readonly { readonly note: Note; readonly at: Range }[];
  readonly faults: readonly Fault[];
}

/** Reads `promolint: {disable: [{rule, reason, owner, until, approver}]}`, which silences rules in the whole page. */
export function readFrontMatterNotes(document: Document): FrontMatterNotes {
  const own = document.frontMatter['promolint'];
  const entries = isMap(own) ? own['disable'] : undefined;
  if (entries === undefined || entries === null) return { notes: [], faults: [] };
  const placeOf = placer(document);
  const notes: { note: Note; at: Range }[] = [];
  const faults: Fault[] = [];
  const list: unknown[] = Array.isArray(entries) ? entries : [entries];
  for (const [index, entry] of list.entries()) {
    const at = placeOf(Array.isArray(entries) ? index : undefined);
    const malformed = (message: string) => faults.push({ name: 'malformed', at, message });
    if (!isMap(entry)) {
      malformed('An entry of "disable" must have the keys "rule" and "reason".');
      continue;
    }
    const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
    const wrong = KEYS.find((key) => entry[key] !== undefined && !isText(entry[key], key));
    if (unknown !== undefined) malformed(`Unknown key in an entry of "disable". ${didYouMean(unknown, KEYS) ?? ''}`.trim());
    else if (wrong !== undefined) malformed(`"${wrong}" in an entry of "disable" must be a text.`);
    else notes.push({ note: noteOf(entry), at });
  }
  return { notes, faults };
}

function noteOf(entry: Readonly<Record<string, unknown>>): Note {
  const text = (key: string) => (typeof entry[key] === 'string' ? { [key]: entry[key].trim() } : {});
  const rules = [entry['rule'], entry['rules']].flatMap((value) => (value === undefined ? [] : (value as string | string[])));
  return {
    rules: [...new Set(rules.flatMap((rule) => rule.split(/[\s,]+/)).filter((rule) => rule !== ''))],
    reason: '',
    ...text('reason'),
    ...text('owner'),
    ...text('until'),
    ...text('approver'),
  };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, key: string): boolean =>
  typeof value === 'string' ||
  ((key === 'rule' || key === 'rules') && Array.isArray(value) && value.every((each) => typeof each === 'string'));

/** Where each entry stands: from its first value to its last, or else the front matter as a whole. */
function placer({ source, frontMatterRange }: Document): (index: number | undefined) => Range {
  const whole = frontMatterRange ?? { from: 0, to: 0 };
  const from = whole.from + (/^---[^\n]*\n/.exec(source.slice(whole.from, whole.to))?.[0].length ?? 0);
  const { scalars } = readYamlValues(source.slice(from, Math.max(from, whole.to - '---'.length)));
  return (index) => {
    const path = `promolint.disable${index === undefined ? '' : `[${index}]`}`;
    const own = scalars.filter((scalar) => scalar.path === path || scalar.path.startsWith(`${path}.`));
    if (own.length === 0) return whole;
    return { from: from + own[0]!.from, to: from + own.at(-1)!.to };
  };
}
