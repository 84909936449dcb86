import type { Block, Page, Range, Severity } from '../rule.ts';
import type { Rule, Source } from '../load/rule.ts';
import type { RawHit } from '../match/rule-set.ts';
import { plain, shorten } from '../plain.ts';
import { JUDGED, RIGHT, doubtful, faint } from './certainty.ts';
import { copyRanges, isHarmless } from './copy-ranges.ts';
import { fingerprints } from './fingerprint.ts';
import type { Finding, LegalBasis, Suggestion, SuppressedFinding, SuppressionRecord } from './finding.ts';
import { Lines } from './lines.ts';
import { identitiesOf, sureIdentitiesOf } from './identities.ts';
import { Mask } from './mask.ts';
import { merge, normalize } from './merge.ts';
import type { Candidate, Merged } from './merge.ts';
import { placeOf } from './place.ts';
import { quote } from './quote.ts';
import { isPrivate } from './private.ts';
import { severityOf } from './severity.ts';
import type { SeverityContext } from './severity.ts';
import { readDirectives } from './silence/directives.ts';
import type { Directives } from './silence/directives.ts';
import { faultFindings } from './silence/faults.ts';
import { notesOf } from './silence/notes.ts';
import { Silencer, suppressionOf } from './silence/silencer.ts';
import type { Silence, SilenceContext } from './silence/silencer.ts';

export interface CheckContext extends SilenceContext {
  /** The sources that the rule's pack brings. */
  sourcesOf(rule: Rule): Readonly<Record<string, Source>>;
  /** Ways to mend what was found, as edits of the page. */
  suggestionsFor(page: Page, found: Merged): readonly Mending[];
  /** Address of the rule's page. */
  docsOf(rule: Rule): string;
}

/** Like `Suggestion`, without lines and columns. */
export interface Mending {
  readonly title: string;
  readonly automatic: boolean;
  readonly edits: readonly (Range & { readonly text: string })[];
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly suppressions: readonly SuppressionRecord[];
}

const NOTHING: Checked = { findings: [], suppressed: [], suppressions: [] };

/** Turns what the rules found in one page into findings, in reading order: placed, weighed, silenced, merged and masked. */
export function check(page: Page, hits: readonly RawHit[], context: CheckContext): Checked {
  const { source } = page.document;
  const mayBeSilenced = context.suppressions.allow !== false && source.includes('promolint');
  if (hits.length === 0 && !mayBeSilenced) return NOTHING;

  const lines = new Lines(source);
  const located = hits.map((hit) => locate(page, hit));
  const directives = mayBeSilenced ? readDirectives(page.document, lines) : NO_DIRECTIVES;
  const isNote = notesOf(directives.list, page);
  const found = located.filter(isPrivate).map((each) => ({ ...each, exact: false }));
  const copy = () => page.document.blocks.map((block) => block.text).join('\n');
  const hidden = [...found, ...identitiesOf(page).filter(({ range }) => !isNote(range))];
  const mask = new Mask(hidden, copy, copyRanges(page.document));
  const silencer = new Silencer(directives, context);
  // Before they are merged: who silences one rule has not silenced the others that found the same words.
  const groups = new Map<Silence | undefined, Candidate[]>();
  const weighed = located.map((each) => ({ ...each, severity: severityOf(each.rule, each.hit, context) }));
  // An error is for what is certain, unless the project itself calls the rule's findings errors.
  const open = (level: Severity) => weighed.filter(({ rule, severity }) => severity === level && context.rules[rule.id]?.level === undefined);
  const doubts = doubtful(page, open('error'));
  const hints = faint(page, open('warning'));
  const settled = weighed
    .map((found) => (doubts.has(found) ? lowered(found, 'warning', RIGHT.doubtful) : hints.has(found) ? lowered(found, 'info', RIGHT.faint) : found))
    .filter((found) => found.severity !== 'off' && !isAllowed(found, context)) as Candidate[];
  for (const found of settled) {
    if (found.hit.yields && settled.some((other) => outweighs(other, found))) continue;
    const silence = silencer.silence(found.rule, found.severity, found.range);
    const group = groups.get(silence);
    if (group) group.push(found);
    else groups.set(silence, [found]);
  }
  const sure = page.suspects.length > 0 ? new Mask([...found, ...sureIdentitiesOf(page)], copy) : mask;
  const fingerprint = fingerprints(page, sure);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const { silence, found } of merged(groups)) {
    const made = finding(found, page, lines, mask, fingerprint(found), context);
    if (!silence) findings.push(made);
    else suppressed.push({ ...made, path: page.document.path, suppression: suppressionOf(silence, lines, mask) });
  }
  findings.push(...faultFindings(silencer.faults(lines), lines, mask, context));
  return { findings: findings.sort(byStart), suppressed, suppressions: silencer.records(lines, mask) };
}

const lowered = <T extends { readonly confidence: number }>(found: T, severity: Severity, right: number) => ({ ...found, severity, confidence: Math.min(found.confidence, right) });

const outweighs = (other: Candidate, { range }: Candidate): boolean =>
  !other.hit.yields && other.severity !== 'info' && JUDGED.has(other.rule.family) && other.range.from < range.to && other.range.to > range.from;

const NO_DIRECTIVES: Directives = { list: [], faults: [] };

function merged(groups: ReadonlyMap<Silence | undefined, readonly Candidate[]>) {
  return [...groups]
    .flatMap(([silence, candidates]) => merge(candidates).map((found) => ({ silence, found })))
    .sort((a, b) => byPlace(a.found, b.found));
}

// Stable: findings at the same place stay in the order of their rules.
const byStart = (a: Finding, b: Finding): number => a.startOffset - b.startOffset || a.endOffset - b.endOffset;

type Located = Omit<Candidate, 'severity'>;

function locate(page: Page, { rule, hit }: RawHit): Located {
  const place = placeOf(page, hit.at);
  const sentence = 'start' in hit.at ? sentenceAround(page, hit.at.block, hit.at.start) : shorten(place.words, 200);
  return { rule, hit, ...place, sentence, confidence: hit.confidence ?? 1 };
}

/** Of a sentence without end, as much as tells one place from another. */
const AROUND = 300;

function sentenceAround(page: Page, block: Block, start: number): string {
  const sentence = page.sentencesOf(block).find((candidate) => candidate.start <= start && start < candidate.end);
  const { start: from, end: to } = sentence ?? { start: 0, end: block.text.length };
  return block.text.slice(Math.max(from, start - AROUND), Math.min(to, start + AROUND));
}

function isAllowed({ rule, words }: Located, { rules }: SeverityContext): boolean {
  const found = normalize(words);
  return (rules[rule.id]?.allow ?? []).some((wording) => ` ${found} `.includes(` ${normalize(wording)} `));
}

const byPlace = (a: Merged, b: Merged): number =>
  a.range.from - b.range.from || a.range.to - b.range.to || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);

function finding(found: Merged, page: Page, lines: Lines, mask: Mask, fingerprint: string, context: CheckContext): Finding {
  const { rule, range } = found;
  const clean = !isPrivate(found) && !mask.holds(range, found.words) && (found.block !== undefined || isHarmless(found.words));
  return {
    ruleId: rule.id,
    family: rule.family,
    severity: found.severity,
    message: message(found, mask, clean),
    why: plain(rule.why).trim(),
    fix: plain(rule.fix).trim(),
    suggestions: suggestions(found, page, lines, mask, context),
    confidence: found.confidence,
    ...lines.place(range),
    ...(clean && { excerpt: shorten(plain(found.words), 1000) }),
    ...(!isPrivate(found) && { quote: quote(lines, mask, range, clean) }),
    legalBasis: legalBasis(rule, context),
    also: found.also.map((other) => lines.place(other)),
    related: found.related,
    fingerprint,
    docs: context.docsOf(rule),
  };
}

/** Those of the rule that can be carried out here, and that repeat nothing of anybody. */
function suggestions(found: Merged, page: Page, lines: Lines, mask: Mask, context: CheckContext): Suggestion[] {
  if (isPrivate(found)) return [];
  return context.suggestionsFor(page, found).flatMap(({ title, automatic, edits }) => {
    if ([title, ...edits.map(({ text }) => text)].some((text) => mask.apply(text) !== text)) return [];
    return [{ title: plain(title), automatic, edits: edits.map(({ text, ...range }) => ({ ...lines.place(range), text })) }];
  });
}

/** Fills the placeholders of the rule's message. Of a private finding only types and lengths may enter it. */
function message(found: Merged, mask: Mask, clean: boolean): string {
  const { rule, hit, words } = found;
  const template = rule.messages[hit.message ?? 'default'] ?? rule.messages['default'] ?? rule.title;
  const values: Record<string, string | number> = { match: words, ...hit.data };
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (typeof value === 'number') return String(value);
    if (isPrivate(found)) return name === 'match' || isValue(value, found) ? 'this passage' : plain(value);
    return shorten(
      plain(clean ? value : mask.words(value))
        .replace(/\s+/g, ' ')
        .trim(),
      80,
    );
  });
  return plain(filled).trim();
}

// A rule of the phi family names what it found: "phone number", "MRN". What holds a digit, or stands in the copy with a
// capital, is the value itself.
const isValue = (data: string, { words }: Merged): boolean =>
  /\p{N}|@/u.test(data) || (/\p{Lu}\p{Ll}/u.test(data) && words.includes(data));

function legalBasis(rule: Rule, { profiles, sourcesOf }: CheckContext): LegalBasis[] {
  const sources = sourcesOf(rule);
  const countries = new Set(profiles.flatMap((profile) => [profile, profile.split('-')[0]!]));
  const here = rule.basis.filter(({ jurisdictions }) => !jurisdictions || jurisdictions.some((place) => countries.has(place)));
  return (here.length > 0 ? here : rule.basis).map(({ source, at, says, checked }) => {
    const { title, address } = sources[source] ?? { title: source };
    return { cite: at, title, says, ...(address !== undefined && { url: address }), checked };
  });
}
