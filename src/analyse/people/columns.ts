import type { Span } from '../../rule.ts';
import type { NameMention } from './names.ts';

const NAMES = /^["']?(?:(?:(?:patient|client|customer|full|first|last|given|family|sur)[_ -]?)?name|first|last|patient|client|customer|fname|lname)["']?$/;
const CARE = /service|procedure|treatment|condition|diagnos|\bdx\b|visit|appt|appointment|dob|birth|mrn|medication|\brx\b|insurance|reason|complaint|test|result|symptom|interest/;
/** Heads of lists of those who work there. */
const STAFF = /npi|credential|title|\brole|\bdep(?:artmen)?t\b|specialty|position|hire|extension|\bext\b|pager|on-call|\bshift|supervisor|badge|employee|licen[cs]e/;
const PERSON = /^["']?\p{L}[\p{L}\p{M} .'’-]{1,40}["']?$/u;
/** More rows tell no more. */
const MOST = 200;

/**
 * Names by the head of their column, in a list whose values commas part: whatever stands under "first" and "last" beside a
 * procedure names a patient, though no list of names knows it.
 * @param lines bounds of the lines, the heads first
 */
export function namesInColumns(text: string, lines: readonly Span[]): NameMention[] | undefined {
  const [first, ...rows] = lines;
  if (!first || rows.length === 0) return undefined;
  const head = text.slice(first.start, first.end).trim().toLowerCase();
  const mark = [',', ';', '\t', '|'].find((sign) => head.split(sign).length > 2);
  if (!mark || head.length > 300) return undefined;
  const heads = head.split(mark).map((part) => part.trim());
  const columns = heads.flatMap((part, k) => (NAMES.test(part) ? k : []));
  if (columns.length === 0 || STAFF.test(head)) return columns.length > 0 && STAFF.test(head) ? [] : undefined;
  if (!heads.some((part) => CARE.test(part))) return undefined;
  return rows.slice(0, MOST).flatMap((row) => inRow(text, row, mark, columns));
}

function inRow(text: string, row: Span, mark: string, columns: readonly number[]): NameMention[] {
  const parts: Span[] = [];
  for (let at = row.start; at <= row.end;) {
    const next = text.indexOf(mark, at);
    const end = next < 0 || next > row.end ? row.end : next;
    parts.push({ start: at, end });
    at = end + 1;
  }
  const values = columns.flatMap((k) => (parts[k] && PERSON.test(text.slice(parts[k].start, parts[k].end).trim()) ? parts[k] : []));
  const [one] = values;
  const last = values.at(-1);
  if (!one || !last) return [];
  const start = one.start + (text.slice(one.start, one.end).length - text.slice(one.start, one.end).trimStart().length);
  const words = values.flatMap(({ start: from, end }) => text.slice(from, end).toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? []);
  return [{ start, end: last.end, form: words.length > 1 ? 'full' : 'given', strength: 0.95, title: 'patient', given: words[0], surname: words.length > 1 ? words.at(-1) : undefined }];
}
