import type { Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

export interface Identifier extends Span {
  readonly scheme: 'doi' | 'pmid' | 'pmcid' | 'trial' | 'isbn';
  readonly value: string;
  /** The form, and where there is one the check digit, is right. */
  readonly valid: boolean;
}

const DOI = sift(/\b(?:doi(?:\.org\/|:\s{0,2}|\s{1,2})|https?:\/\/(?:dx\.)?doi\.org\/)\s{0,2}([^\s"<>\]]{2,200})|\b(10\.\d{4,9}\/[^\s"<>\]]{1,200})/i);
const PMID = sift(/\b(?:PMID|PubMed(?:\s{1,2}ID)?)\s{0,2}[:#]?\s{0,2}([A-Z]?\d{1,12})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{1,12})\b/i);
const PMCID = sift(/\b(?:PMCID\s{0,2}:?\s{0,2})?PMC\s?(\d{1,12})\b/);
const TRIAL = sift(/\b(NCT[-\s]?\d{2,12}|ISRCTN\s?\d{2,12}|ACTRN\s?\d{4,18}|EudraCT[:\s]{0,3}\d{4}-\d{6}-\d{2}|EUCTR\d{4}-\d{6}-\d{2}|ChiCTR[\w-]{4,20}|CTRI\/\d{4}\/[\d/]{4,14}|DRKS\d{8}|UMIN\d{9})\b/);
const ISBN = sift(/\bISBN(?:-1[03])?\s{0,2}:?\s{0,2}([\dX][\dX\s-]{8,20}[\dX])\b/i);

/** What every identifier holds. */
const HINT = sift(/doi|10\.\d|pmid|pubmed|PMC|NCT|ISRCTN|ACTRN|EudraCT|EUCTR|ChiCTR|CTRI|DRKS|UMIN|ISBN/i);

/** Study and book identifiers in a text, valid or malformed, in order. */
export function findIdentifiers(text: string): Identifier[] {
  if (!HINT.test(text)) return [];
  const found: Identifier[] = [];
  const add = (scheme: Identifier['scheme'], match: RegExpMatchArray, value: string, valid: boolean) => {
    const start = match.index ?? 0;
    const end = start + match[0].trimEnd().length - (scheme === 'doi' ? trailing(match[0].trimEnd()) : 0);
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ scheme, value, valid, start, end });
  };
  for (const match of DOI.all(text)) {
    const raw = match[1] ?? match[2] ?? '';
    const value = raw.slice(0, raw.length - trailing(raw));
    // "doi" without a number after it is a word in a sentence, not a malformed identifier.
    if (match[1] !== undefined && !/\d/.test(value)) continue;
    add('doi', match, value, /^10\.\d{4,9}(?:\.\d{1,5})*\/\S+$/.test(value));
  }
  for (const match of PMID.all(text)) {
    const value = match[1] ?? match[2] ?? '';
    add('pmid', match, value, /^[1-9]\d{0,7}$/.test(value));
  }
  for (const match of PMCID.all(text)) add('pmcid', match, `PMC${match[1]}`, /^[1-9]\d{2,7}$/.test(match[1] ?? ''));
  for (const match of TRIAL.all(text)) {
    const value = (match[1] ?? '').replace(/\s/g, '');
    const valid = value.startsWith('NCT') ? /^NCT0\d{7}$/.test(value) : value.startsWith('ISRCTN') ? /^ISRCTN\d{8}$/.test(value) : !value.startsWith('ACTRN') || /^ACTRN126\d{11}$/.test(value);
    add('trial', match, value, valid);
  }
  for (const match of ISBN.all(text)) {
    const value = (match[1] ?? '').replace(/[\s-]/g, '').toUpperCase();
    add('isbn', match, value, isIsbn(value));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Punctuation at the end of a DOI belongs to the sentence, a closing bracket only when it opens inside. */
function trailing(text: string): number {
  let end = text.length;
  for (;;) {
    const last = text[end - 1];
    if (last === undefined) return text.length;
    if ('.,;:!?\'\u2019\u201d'.includes(last)) end--;
    else if (last === ')' && count(text, end, '(') < count(text, end, ')')) end--;
    else return text.length - end;
  }
}

function count(text: string, end: number, char: string): number {
  let n = 0;
  for (let i = 0; i < end; i++) if (text[i] === char) n++;
  return n;
}

function isIsbn(value: string): boolean {
  if (/^\d{9}[\dX]$/.test(value)) {
    let sum = 0;
    for (let i = 0; i < 10; i++) sum += (10 - i) * (value[i] === 'X' ? 10 : Number(value[i]));
    return sum % 11 === 0;
  }
  if (/^97[89]\d{10}$/.test(value)) {
    let sum = 0;
    for (let i = 0; i < 13; i++) sum += Number(value[i]) * (i % 2 === 0 ? 1 : 3);
    return sum % 10 === 0;
  }
  return false;
}
