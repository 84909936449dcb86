import { createHash } from 'node:crypto';
import { Lines } from '../check/lines.ts';
import type { Mask } from '../check/mask.ts';
import { normalize } from '../check/merge.ts';
import { placeOf } from '../check/place.ts';
import { identifierIn } from '../online/identifier.ts';
import type { OnlineIdentifier } from '../online/identifier.ts';
import type { Outcome } from '../online/look-up.ts';
import { plain, shorten } from '../plain.ts';
import { findStatements } from '../register/statements.ts';
import type { Statement } from '../register/statements.ts';
import type { Citation, EvidenceKind, Page, RegisterMatch, RegisterState, Sentence } from '../rule.ts';

/** `unregistered`: no entry covers it; `unchecked`: there is no register. */
export type ClaimState = RegisterState | 'unregistered' | 'unchecked';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** An address, an identifier, or the words of the entry; masked. */
  readonly target?: string;
  readonly year?: number;
  /** A primary or official source that the citation leads to. */
  readonly adequate: boolean;
  /** What it can be looked up by; absent where its target may hold data of a person. */
  readonly identifier?: OnlineIdentifier;
  /** What the look-up said, where one was asked for. */
  readonly online?: Outcome['state'];
}

/** One claim of the copy: a sentence, which is what a reviewer signs off. Masked when it is made. */
export interface Row {
  readonly path: string;
  /** Where the sentence starts; both from 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly kind: Statement['kind'] | 'other';
  readonly strength: Statement['strength'];
  readonly evidence: readonly Evidence[];
  /** Of the register. */
  readonly entry?: string;
  readonly state: ClaimState;
  /** What the state rests on, in a few words. */
  readonly note: string;
  /** Survives edits elsewhere on the page. */
  readonly fingerprint: string;
}

/** From what needs an answer first to what is in order. */
export const STATES: readonly ClaimState[] = [
  'withdrawn',
  'suspended',
  'expired',
  'early',
  'extended',
  'scope',
  'qualifier',
  'unregistered',
  'near',
  'draft',
  'unchecked',
  'approved',
];

/** The claims of one page, in reading order. */
export function rowsOf(page: Page, mask: Mask): Row[] {
  const lines = new Lines(page.document.source);
  const bySentence = new Map<Sentence, { statements: Statement[]; matches: RegisterMatch[] }>();
  const at = (sentence: Sentence) => {
    let found = bySentence.get(sentence);
    if (!found) bySentence.set(sentence, (found = { statements: [], matches: [] }));
    return found;
  };
  for (const statement of findStatements(page)) at(statement.sentence).statements.push(statement);
  for (const match of page.register?.matches ?? []) at(match.sentence).matches.push(match);
  const seen = new Map<string, number>();
  return [...bySentence]
    .map(([sentence, { statements, matches }]) => {
      const { range } = placeOf(page, { block: sentence.block, start: sentence.start, end: sentence.end });
      const [line, column] = lines.point(range.from);
      const text = shorten(withoutMarkers(plain(mask.veil(sentence.text))), 600);
      const { path } = page.document;
      const key = `${path}\0${normalize(text)}`;
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      const fingerprint = createHash('sha256').update(`${key}\0${occurrence}`).digest('hex').slice(0, 16);
      const strongest = [...statements].sort((a, b) => STRENGTH[b.strength] - STRENGTH[a.strength])[0];
      return {
        from: range.from,
        row: {
          path,
          line,
          column,
          text,
          kind: strongest?.kind ?? ('other' as const),
          strength: strongest?.strength ?? ('moderate' as const),
          evidence: evidenceOf(citationsAt(page, sentence), mask),
          ...standing(page, statements, matches, mask),
          fingerprint,
        },
      };
    })
    .sort((a, b) => a.from - b.from)
    .map(({ row }) => row);
}

/** A footnote's number or brackets at the ends of a sentence are no words of the claim. */
const withoutMarkers = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d{1,3}\]\s*/, '')
    .replace(/\s?\[(?:\^?[\w,–-]{1,12}\]?)?\s*$/, '')
    .trim();

/** Those of the sentence itself, with markers right behind its full stop; each source once. */
function citationsAt(page: Page, { block, start, end }: Sentence): Citation[] {
  const seen = new Set<string>();
  return page.citationsFor(block, { start, end }).filter((citation) => {
    const key = `${citation.kind} ${citation.target ?? citation.start}`;
    if (citation.start > end + BEHIND || citation.start < start || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const BEHIND = 1;
const STRENGTH = { weak: 0, moderate: 1, strong: 2 } as const;

function standing(
  page: Page,
  statements: readonly Statement[],
  matches: readonly RegisterMatch[],
  mask: Mask,
): Pick<Row, 'entry' | 'state' | 'note'> {
  if (!page.register) return { state: 'unchecked', note: '' };
  const gravest = [...matches].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))[0];
  const uncovered = statements.find(
    (statement) => statement.strength === 'strong' && !matches.some((match) => covers(match, statement)),
  );
  if (gravest?.state === 'draft') return { entry: gravest.id, state: 'draft', note: '' };
  if (gravest && !(uncovered && STATES.indexOf(gravest.state) > STATES.indexOf('unregistered')))
    return { entry: gravest.id, state: gravest.state, note: plain(mask.apply(noteOf(gravest, mask))) };
  return { state: 'unregistered', note: gravest ? `beside ${gravest.id}` : '' };
}

const covers = (match: RegisterMatch, { start, end }: Statement): boolean =>
  match.state !== 'draft' && match.start < end && match.end > start;

function noteOf({ state, data }: RegisterMatch, mask: Mask): string {
  const value = (key: string): string => data[key] ?? '';
  // Dates and reasons are the register's; these are words of the copy.
  const copied = (key: string): string => mask.veil(value(key));
  switch (state) {
    case 'extended':
      return data['missing'] === undefined ? `adds ${value('what')}: ${copied('added')}` : `lacks "${value('missing')}"`;
    case 'near':
      return copied('difference');
    case 'qualifier':
      return `needs "${value('qualifier')}" ${value('where')}`;
    case 'scope':
      return `approved for ${value('allowed')} only`;
    case 'early':
      return `approved from ${value('date')}`;
    case 'expired':
      return `review was due on ${value('date')}`;
    case 'withdrawn':
    case 'suspended':
      return value('reason').replace(/^: /, '');
    default:
      return '';
  }
}

const evidenceOf = (citations: readonly Citation[], mask: Mask): Evidence[] =>
  citations.map(({ kind, target, year, adequate }) => {
    const identifier = target === undefined ? undefined : openIdentifier(target, mask);
    const shown = identifier ? addressOf(identifier) : target === undefined ? undefined : shorten(plain(veilSource(target, mask)), 300);
    return {
      kind,
      ...(shown === undefined ? {} : { target: shown }),
      ...(year === undefined ? {} : { year }),
      adequate,
      ...(identifier ? { identifier } : {}),
    };
  });

/** What a reader looks a source up by: its numbers in the registers of papers and trials. */
const LOOKED_UP_BY = /\b(?:PMID:?\s?\d{1,8}|PMC\d{4,8}|NCT\d{8}|10\.\d{4,9}\/[^\s<>"]+)/gi;

/** An entry of a list of sources, veiled but for what it is looked up by. */
function veilSource(target: string, mask: Mask): string {
  let shown = '';
  let at = 0;
  for (const { 0: name, index } of target.matchAll(LOOKED_UP_BY)) {
    if (mask.apply(name) !== name) continue;
    shown += mask.veil(target.slice(at, index)) + name;
    at = index + name.length;
  }
  return shown + mask.veil(target.slice(at));
}

/** What a source is known by, unless it holds data of a person. A DOI may look like a telephone number, a query may be one. */
function openIdentifier(target: string, mask: Mask): OnlineIdentifier | undefined {
  const identifier = identifierIn(target);
  if (!identifier || mask.apply(identifier.value) !== identifier.value) return undefined;
  if (identifier.scheme !== 'url') return identifier;
  const { search } = new URL(identifier.value);
  return mask.veil(search) === search ? identifier : undefined;
}

function addressOf({ scheme, value }: OnlineIdentifier): string {
  if (scheme === 'url') return value;
  return scheme === 'doi' ? `https://doi.org/${value}` : `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
}
