import type { Page, Range } from '../../rule.ts';
import { placeOf } from '../place.ts';
import type { Directive } from './directives.ts';

/** Somebody is spoken of, whose name or number may follow. */
const PERSONAL =
  /\b(?:patients?|clients?|survivors?|residents?|he|she|his|her|him|mother|father|mom|dad|wife|husband|son|daughter|mrs?|ms|dob|mrn|ssn|chart|record|born|diagnosed)\b/i;

/**
 * Tells what in the page is a colleague's note and not copy: who answers for a suppression and who approved it, and the dates and
 * ticket numbers of a reason that speaks of nobody. They are the trail, and are shown unless the analysis is sure that they
 * identify a person.
 */
export function notesOf(directives: readonly Directive[], page: Page): (range: Range) => boolean {
  const { source } = page.document;
  const notes = directives.flatMap(({ kind, note, at }) => {
    if (kind !== 'comment') return [];
    if (!PERSONAL.test(note.reason)) return [at];
    return [note.owner, note.approver].flatMap((name) => {
      const from = name ? source.indexOf(name, at.from) : -1;
      return name && from >= 0 && from < at.to ? [{ from, to: from + name.length }] : [];
    });
  });
  if (notes.length === 0) return () => false;
  const sure = page.identities.map(({ at }) => placeOf(page, at).range);
  return (range) =>
    notes.some((note) => note.from <= range.from && range.to <= note.to && range.from < range.to) &&
    !sure.some((place) => place.from < range.to && range.from < place.to);
}
