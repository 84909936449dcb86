import type { Block, Citation, EvidenceKind, Link, Span } from '../../rule.ts';
import { findIdentifiers } from './identifiers.ts';
import { isIsotope, plainDigits } from './reference-parts.ts';
import type { EvidenceContext, EvidencePage, ReferenceEntry, References } from './references.ts';
import { ADEQUATE, isPlaceholder, kindOfIdentifiers, kindOfText, readAddress, yearIn } from './source-kind.ts';
import { sift } from '../../match/sift.ts';

type Draft = Span & Pick<Citation, 'form' | 'target' | 'entry' | 'kind' | 'year' | 'resolved'>;

/** Every citation of the copy, resolved as far as the document allows, in block order. Reference entries cite nothing themselves, but show numbers that are none. */
export function findCitations(page: EvidencePage, references: References, context: EvidenceContext): Citation[] {
  const citations: Citation[] = [];
  const anchors = anchorsOf(page, references);
  for (const block of page.document.blocks) {
    if (block.kind === 'comment') continue;
    if (references.blocks.has(block)) {
      for (const draft of identifiers(block)) if (!draft.resolved) citations.push(finish(block, draft));
      continue;
    }
    const drafts = [...footnotes(block, references), ...markers(block, references, context), ...links(block, references, context, anchors), ...identifiers(block), ...authorYears(block, references, context), ...namedSources(page, block, context)];
    if (drafts.length === 0) continue;
    drafts.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const draft of drafts) citations.push(finish(block, draft));
  }
  for (const entry of references.entries) citations.push(...sourceLine(page, entry));
  return citations;
}

function finish(block: Block, draft: Draft): Citation {
  const labelled = draft.kind === 'preprint' && /\bpreprint\b|\bnot (?:yet )?peer[- ]reviewed\b/i.test(block.text);
  return { block, ...draft, adequate: draft.resolved && (ADEQUATE.has(draft.kind) || labelled) };
}

function fromEntry(entry: ReferenceEntry | undefined): Pick<Draft, 'kind' | 'resolved' | 'target' | 'entry' | 'year'> {
  if (!entry) return { kind: 'unknown', resolved: false };
  const { kind, year } = entry;
  return { kind, resolved: kind !== 'placeholder', target: entry.target ?? entry.text.slice(0, 300), entry: entry.text.slice(0, 300), ...(year === undefined ? {} : { year }) };
}

const UNRESOLVED = sift(/\[\^([\w.:-]{1,40})\]/);

/** Footnote references, and `[^label]` left as text because no footnote has that label. */
function footnotes(block: Block, references: References): Draft[] {
  const found: Draft[] = [];
  for (const mark of block.marks) {
    if (mark.kind !== 'footnote-ref') continue;
    found.push({ start: mark.start, end: mark.end, form: 'footnote', ...fromEntry(references.footnotes.get((mark.value ?? '').toLowerCase())) });
  }
  for (const match of UNRESOLVED.all(block.text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!inCode(block, span) && !found.some((other) => overlaps(other, span))) found.push({ ...span, form: 'footnote', ...fromEntry(references.footnotes.get((match[1] ?? '').toLowerCase())) });
  }
  return found;
}

const BRACKETED = sift(/\[([^[\]]{1,80})\]/);
const SUPERSCRIPT = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?:[,\u02d2][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}){0,5}/g;
const IN_ROUND_BRACKETS = sift(/(?<=[\p{L}\p{N}%.,;:)"'\u201d]\s?)\((\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,9})\)(?=\s{0,2}(?:[.,;:!?)]|$)|\s+\p{Lu})/u);
const SYMBOL = sift(/(?<=[\p{L}\p{N}%.,;:!?)"'\u201d]\s?)(?:\*{1,3}|[\u2020\u2021\u00a7])(?=[\s.,;:!?)]|$)/u);

/** Bracket numbers, superscripts, `(1)` where a numbered list exists, symbols with a note, and placeholders. */
function markers(block: Block, references: References, context: EvidenceContext): Draft[] {
  const { text } = block;
  const found: Draft[] = [];
  let known: Uint8Array | undefined;
  const covered = (): Uint8Array => (known ??= linkedOrCode(block));
  const add = (start: number, end: number, entry: ReferenceEntry | undefined) => {
    if (covered()[start] || covered()[end - 1]) return;
    covered().fill(1, start, end);
    found.push({ start, end, form: 'marker', ...fromEntry(entry) });
  };
  for (const match of BRACKETED.all(text)) {
    const inside = match[1] ?? '';
    const end = match.index + match[0].length;
    if (isPlaceholder(inside)) {
      if (!covered()[match.index]) found.push({ start: match.index, end, form: 'marker', kind: 'placeholder', resolved: false });
      covered().fill(1, match.index, end);
    }
    else if (/^[1-9]\d{0,2}(?:\s?[,;\u2013-]\s?[1-9]\d{0,2}){0,9}$/.test(inside) && match.index > 0 && !isIsotope(text, match.index, end)) add(match.index, end, first(inside, references));
  }
  for (const mark of block.marks) {
    if (mark.kind !== 'sup' || mark.start === 0) continue;
    const inside = text.slice(mark.start, mark.end).trim().replace(/^[[(]|[\])]$/g, '');
    if (!/^\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,9}$/.test(inside) || isIsotope(text, mark.start, mark.end)) continue;
    const entry = first(inside, references);
    if (!isExponent(text, mark.start, entry)) add(mark.start, mark.end, entry);
  }
  for (const match of text.matchAll(SUPERSCRIPT)) {
    const entry = first(plainDigits(match[0]), references);
    if (match.index > 0 && !isExponent(text, match.index, entry)) add(match.index, match.index + match[0].length, entry);
  }
  if (references.numbered.size > 0) {
    // Only with a list to lead to, and where it closes a phrase: "(1) wash, (2) rinse" counts steps.
    for (const match of IN_ROUND_BRACKETS.all(text)) {
      const entry = first(match[1] ?? '', references);
      if (entry) add(match.index, match.index + match[0].length, entry);
    }
    for (const match of SYMBOL.all(text)) {
      const entry = references.numbered.get(match[0]);
      if (entry && (ADEQUATE.has(entry.kind) || entry.kind === 'own' || yearIn(entry.text, context.latestYear) !== undefined)) add(match.index, match.index + match[0].length, entry);
    }
  }
  return found;
}

/** By character of a block: 1 where a link or code stands. */
function linkedOrCode({ text, links, marks }: Block): Uint8Array {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of links) covered.fill(1, start, end);
  for (const { kind, start, end } of marks) if (kind === 'code') covered.fill(1, start, end);
  return covered;
}

function first(numbers: string, references: References): ReferenceEntry | undefined {
  const all = numbers.split(/[,;\u2013-]/).map((part) => String(Number(part.trim())));
  // Every number must lead somewhere; the strongest source speaks for the group.
  const entries = all.map((number) => references.numbered.get(number) ?? references.footnotes.get(number));
  if (entries.some((entry) => entry === undefined)) return undefined;
  return entries.find((entry) => entry && ADEQUATE.has(entry.kind)) ?? entries[0];
}

/** `m²`, `10⁶`, `R²`: a power, not a note. After a number other than ten it is a note when there is an entry for it. */
function isExponent(text: string, at: number, entry: ReferenceEntry | undefined): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  if (/(?:^|[\s/\d(\u03a9-])(?:[ckmnd\u00b5\u03bc]?m|ft|in|kg\/m|sq|[A-Za-z\u03c7\u03c3]|log)\s?$|(?:^|\D)10\s?$|[\u00d7x*]\s?\d{1,4}\s?$/.test(before)) return true;
  return entry === undefined && /\d\s?$|(?:^|[\s(-])(?:CO|PM|CD|IL|CoQ|Q|(?:Sp|Pa|V)?O|B|D|K)$/.test(before);
}

const EVIDENCE_ANCHOR =
  sift(/\b(?:stud(?:y|ies)|trials?|research|sources?|references?|citations?|papers?|articles?|journal|meta-?analysis|systematic review|reviews?|evidence|data|reports?|survey|statistics|findings|published|guidelines?|according to|researchers|scientists|proof|proven|shown|abstract|label|prescribing information|wikipedia|pubmed|cdc|nih|fda|who|cochrane)\b/i);
/** What a link to the advertiser's own page must say to be meant as evidence; `research team` and `read our article` do not. */
const OWN_ANCHOR =
  sift(/\b(?:stud(?:y|ies)|trials?|sources?|references?|citations?|papers?|evidence|data|reports?|survey|findings|results|outcomes|published|proof|proven|shown|abstract)\b|\b(?:our|the|this|clinical|published|scientific|see the|latest|more) research\b(?! team)|^\W{0,3}(?:research|\d{1,3}|ref|\*)\W{0,3}$/i);
/** What a link that leads nowhere must promise to be a source that is missing. */
const PROMISED = sift(/\b(?:stud(?:y|ies)|trials?|research|sources?|references?|citations?|meta-?analysis|systematic review|evidence|proof|proven|pubmed|published)\b|^\W{0,3}(?:\d{1,3}|ref|\*)\W{0,3}$/i);
/** Pages of a site on which sources or approved labels stand. */
const OFFICIAL_PAGE = sift(/\b(?:references?|sources|citations|bibliography|prescribing[-_]?info(?:rmation)?|full[-_]?prescribing|patient[-_]?information|med(?:ication)?[-_]?guide|package[-_]?insert|(?:uspi|pi|isi|ppi|smpc|pil|ifu)(?=[-_.\/]|$)|instructions[-_]?for[-_]?use|user[-_]?(?:guide|manual)|manuals?|labels?)\b/i);
const LABEL_ANCHOR = sift(/\b(?:prescribing information|medication guide|patient information leaflet|package insert|instructions for use|product label(?:ing|ling)?|summary of product characteristics)\b/i);
const BARE_MARKER = sift(/^\W{0,3}(?:\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3}){0,5}|source|ref|here|link|\*|\u2020|pdf)\W{0,3}$/i);

/** Class and id words of the page's blocks, with the entry that stands there. */
type Anchors = ReadonlyMap<string, ReferenceEntry | undefined>;

function anchorsOf(page: EvidencePage, references: References): Anchors {
  const anchors = new Map<string, ReferenceEntry | undefined>();
  for (const { classes } of page.document.blocks) for (const name of classes) anchors.set(name, undefined);
  for (const entry of references.entries) for (const name of entry.block?.classes ?? []) anchors.set(name, anchors.get(name) ?? entry);
  return anchors;
}

function links(block: Block, references: References, context: EvidenceContext, anchors: Anchors): Draft[] {
  if (block.kind === 'button' || block.region === 'nav') return [];
  const found: Draft[] = [];
  for (const link of block.links) {
    const anchor = block.text.slice(link.start, link.end);
    const target = readAddress(link.href, context.ownDomains);
    const bare = BARE_MARKER.test(anchor);
    const number = /^\W{0,3}(\d{1,3})\W{0,3}$/.exec(anchor)?.[1];
    if (/^#./.test(link.href) && number !== undefined) {
      const id = link.href.slice(1).toLowerCase();
      const entry = references.numbered.get(number) ?? references.footnotes.get(number) ?? anchors.get(id);
      // A number that leads to a part of the page which is no reference is a step or a page number.
      const elsewhere = !entry && anchors.has(id);
      if (!elsewhere) found.push({ start: link.start, end: link.end, form: 'marker', ...fromEntry(entry) });
      continue;
    }
    const evidence = bare || EVIDENCE_ANCHOR.test(anchor);
    if (target.empty) {
      if (PROMISED.test(anchor) && (bare || !isWholeBlock(block, link))) found.push(draftOf(link, 'placeholder', false));
      continue;
    }
    if (target.own) {
      if (/^[#?]/.test(link.href)) continue;
      // A reference list or a label on a page of its own is where the sources stand, not the advertiser's word for them.
      const elsewhere = OFFICIAL_PAGE.test(target.path) ? kindOfOfficial(anchor, target.path) : undefined;
      if (elsewhere) found.push(draftOf(link, elsewhere, true));
      else if (evidence && OWN_ANCHOR.test(anchor) && !isWholeBlock(block, link)) found.push(draftOf(link, 'own', true));
      continue;
    }
    if (target.host === '') continue;
    const kind = kindOfIdentifiers(link.href) ?? context.hosts.kindOf(target.host, target.path) ?? (LABEL_ANCHOR.test(anchor) ? 'label' : 'unknown');
    if (!ADEQUATE.has(kind) && kind !== 'preprint' && !evidence) continue;
    const described = kind === 'study' ? kindOfText(anchor) : kind;
    const year = yearIn(anchor, context.latestYear);
    found.push({ ...draftOf(link, described === 'trial' || described === 'review' || described === 'guideline' ? described : kind, true), ...(year === undefined ? {} : { year }) });
  }
  return found;
}

function kindOfOfficial(anchor: string, path: string): EvidenceKind | undefined {
  if (/\b(?:references?|sources|citations|bibliography)\b/i.test(path)) return BARE_MARKER.test(anchor) || EVIDENCE_ANCHOR.test(anchor) ? 'study' : undefined;
  return 'label';
}

function draftOf(link: Link, kind: EvidenceKind, resolved: boolean): Draft {
  return { start: link.start, end: link.end, form: 'link', target: link.href, kind, resolved };
}

function isWholeBlock(block: Block, link: Link): boolean {
  return link.end - link.start >= block.text.trim().length - 2;
}

function identifiers(block: Block): Draft[] {
  return findIdentifiers(block.text).flatMap((found): Draft[] => {
    if (block.links.some((link) => overlaps(link, found) && kindOfIdentifiers(link.href) !== undefined)) return [];
    const kind = kindOfIdentifiers(block.text.slice(found.start, found.end));
    return [{ start: found.start, end: found.end, form: 'identifier', target: found.value, kind: kind ?? 'unknown', resolved: found.valid }];
  });
}

const NAME = "(?:(?:van|von|de|da|di|del|der|den|la|le|al|el|bin)\\s){0,2}\\p{Lu}[\\p{Ll}\\p{M}]+(?:['\u2019-]\\p{Lu}?[\\p{Ll}\\p{M}]+)?";
const AUTHORS = `(${NAME})(?:,?\\s(?:et al\\.?(?:,|'s)?|(?:and|&)\\s(?:colleagues|others|co-?workers|${NAME}))|,\\s${NAME},?\\s(?:and|&)\\s${NAME})?`;
/** The journal between author and year: `(Rawson and Volek, Journal of Strength Research, 2003)`. */
const JOURNAL_NAME = "(?:[^(),;]{0,60}\\b)?(?:Journal|J|Annals|Archives|Lancet|JAMA|BMJ|NEJM|PLo?OS|Acta|Cochrane|Medicine|Research|Reviews?|Reports|Surgery|Trials|Circulation|Neurology|Pediatrics|Dermatology|Anxiety|Nutrition|Nutrients|Sleep)\\b[^();]{0,60}?";
const AUTHOR_YEAR = sift(new RegExp(`[(;,\\[]\\s?${AUTHORS}(?:,\\s${JOURNAL_NAME})?,?\\s((?:19|20)\\d{2})[a-z]?(?=[),;:\\]])|\\b${AUTHORS}\\s\\(((?:19|20)\\d{2})[a-z]?\\)`, 'u'));
/** Capitalised words that a year follows without being an author. */
const NOT_AUTHOR =
  sift(/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Since|Est|Established|Founded|Updated|Revised|Reviewed|Published|Opened|Copyright|Class|Circa|Early|Late|Mid|Year|In|Until|From|As|Of|By|Version|Edition|Act|Bill|Law|Rule|Section|Model|Season|Fiscal|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Graduated|Joined|Born|Award|Winner|Finalist|Best|Top|Effective|Expires|Valid|Through|Current|Last|First)$/);

const YEAR = sift(/(?:19|20)\d{2}/);

/** `(Okafor et al., 2021)`, `Lind and Moreau (2019)`. */
function authorYears(block: Block, references: References, context: EvidenceContext): Draft[] {
  const { text } = block;
  if (!YEAR.test(text)) return [];
  const found: Draft[] = [];
  for (const match of INITIALS.all(text)) {
    const year = Number(match[2]);
    if (year <= context.latestYear) found.push({ start: match.index, end: match.index + match[0].length, form: 'author-year', year, kind: 'study', target: `${match[1]} ${match[2]}`, resolved: true });
  }
  for (const match of AUTHOR_YEAR.all(text)) {
    const author = match[1] ?? match[3] ?? '';
    const year = Number(match[2] ?? match[4]);
    if (NOT_AUTHOR.test(author) || year > context.latestYear) continue;
    const several = /\bet al\b|&|\band\b/.test(match[0]);
    const entry = references.entries.find((candidate) => candidate.year === year && candidate.text.includes(author));
    // One capitalised word before a year is an author's name only in brackets, with a comma, an identifier or an entry to back it.
    if (!several && !entry && match[1] === undefined) continue;
    found.push({
      start: match.index, end: match.index + match[0].length, form: 'author-year', year,
      ...(entry ? { kind: entry.kind, target: entry.target ?? entry.text.slice(0, 300), resolved: entry.kind !== 'placeholder' } : { kind: 'study', target: `${author} ${year}`, resolved: true }),
    });
  }
  return found;
}

/** `(NJR, 2022)`: a registry, agency or society by its initials. Two letters are a state or a bill. */
const INITIALS = sift(/[([;]\s?(?!(?:USA|EST|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|JAN|FEB)\b)(\p{Lu}{3,8}(?:[/-]\p{Lu}{2,8})?),?\s((?:19|20)\d{2})(?=[),;\]])/u);

const DATA_OF_OWN = sift(/\b(?:internal|in-house|our|clinic|practice|hospital|program(?:me)?|company)(?:'s)?\s(?:own\s)?(?:\w+\s){0,3}(?:registry|survey|audit|data|records|database|chart review|study|report)\b/i);
/** "the STEP 1 trial", "RECOVERY study": a name by which a trial can be found. */
/** A section of the approved labelling, where the trials stand. */
const LABEL_SECTION = sift(/\b(?:prescribing information|package insert|label(?:ing)?|instructions for use|USPI),? (?:section|sections|§) ?\d{1,2}(?:\.\d{1,2})?\b/i);
const NAMED_TRIAL = sift(/\b(?:[A-Z]{3,12}(?:-[A-Z0-9]{1,8})?(?:\s\d{1,2})?|Women's Health Initiative|Framingham(?: Heart)?|Nurses' Health)\s(?:trials?|study|registry)\b/);
const OWN_SIZE = sift(/\bn\s?=\s?\d|\b\d[\d,]*\s(?:consecutive\s|adult\s|enrolled\s)?(?:patients|people|adults|women|men|participants|members|clients|customers|users|respondents|cases|procedures|children|cycles|retrievals)\b/i);

const ON_FILE = sift(/\bdata on file\b/i);
const SOURCE_IN_BRACKETS = sift(/\((?:sources?|references?|ref)\s?:\s?([^()]{2,80})\)/i);

/** A body, journal or registry with a year; the advertiser's own figures with size and year; "data on file". */
function namedSources(page: EvidencePage, block: Block, context: EvidenceContext): Draft[] {
  const found: Draft[] = [];
  for (const sentence of page.sentencesOf(block)) {
    const year = yearIn(sentence.text, context.latestYear);
    for (const term of sentence.terms) {
      if (term.list !== 'evidence-sources' || year === undefined) continue;
      found.push({ start: term.start, end: term.end, form: 'named-source', target: term.entry, kind: term.class as EvidenceKind, year, resolved: true });
    }
    const trial = NAMED_TRIAL.exec(sentence.text);
    if (trial) {
      const start = sentence.start + trial.index;
      found.push({ start, end: start + trial[0].length, form: 'named-source', target: trial[0], kind: 'trial', ...(year === undefined ? {} : { year }), resolved: true });
    }
    const label = LABEL_SECTION.exec(sentence.text);
    if (label) found.push({ start: sentence.start + label.index, end: sentence.start + label.index + label[0].length, form: 'named-source', target: label[0], kind: 'label', resolved: true });
    const own = DATA_OF_OWN.exec(sentence.text);
    if (own && year !== undefined && OWN_SIZE.test(sentence.text)) {
      const start = sentence.start + own.index;
      found.push({ start, end: start + own[0].length, form: 'named-source', target: own[0], kind: 'own', year, resolved: true });
    }
  }
  for (const match of ON_FILE.all(block.text)) found.push({ start: match.index, end: match.index + match[0].length, form: 'named-source', target: 'data on file', kind: 'own', resolved: true });
  for (const match of SOURCE_IN_BRACKETS.all(block.text)) {
    const kind = isPlaceholder(match[1] ?? '') ? 'placeholder' : kindOfText(/^(?:the\s)?(?:google|internet|web)\W*$/i.test(match[1] ?? '') ? 'Google search' : (match[1] ?? ''));
    const span = { start: match.index, end: match.index + match[0].length };
    if (!found.some((other) => overlaps(other, span))) found.push({ ...span, form: 'named-source', target: match[1], kind, resolved: kind !== 'placeholder' && kind !== 'unknown' });
  }
  return found;
}

/** A "Source: …" line speaks for the block above it, or for every cell of the table above it. */
function sourceLine(page: EvidencePage, entry: ReferenceEntry): Citation[] {
  const { block } = entry;
  if (!block || !/^(?:data )?sources?\s?:/i.test(block.text)) return [];
  const above = block.table ? undefined : page.before(block);
  const table = block.table ?? above?.table;
  const cells = table ? page.document.blocks.filter((other) => other.table?.id === table.id && other !== block) : above ? [above] : [];
  return cells.map((cell) => finish(cell, { start: 0, end: cell.text.length, form: 'named-source', ...fromEntry(entry) }));
}

function inCode(block: Block, span: Span): boolean {
  return block.marks.some((mark) => mark.kind === 'code' && overlaps(mark, span));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
