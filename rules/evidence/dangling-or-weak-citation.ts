import { sift } from 'promolint/rule';
import type { Citation, Detector, EvidenceKind, Page, Sentence } from 'promolint/rule';

const KINDS: Partial<Record<EvidenceKind, string>> = {
  encyclopedia: 'an encyclopaedia or consumer health page', press: 'a news story or press release', social: 'a social post', shop: 'a shop or product page',
};
/** Efficacy evidence is stale after this many years, unless the configuration says otherwise. */
const STALE = 10;
const FIGURE = sift(/\d\s?(?:%|percent)|\b\d{1,2} (?:out of|in) \d|\b\d(?:\.\d)?\s?(?:x|times)\b/i);
const AUTHORITY = sift(/\b(?:stud(?:y|ies)|research|trials?|proven|shown|evidence|experts?|scientists?|clinical\w*|according to|source)\b/i);

const detector: Detector = (page, report) => {
  let mockUp: boolean | undefined;
  let listed: boolean | undefined;
  for (const citation of page.citations) {
    const { block } = citation;
    if (block.region === 'nav' || block.region === 'footer' || block.hidden || block.kind === 'attribute') continue;
    const at = { block, start: citation.start, end: citation.end };
    if (citation.kind === 'placeholder') report({ at, message: 'placeholder', severity: 'error', ...(citation.form === 'link' && (mockUp ??= isMockUp(page)) ? { confidence: 0.4 } : {}) });
    else if (!citation.resolved && citation.form === 'identifier') report({ at, message: 'malformed', severity: 'error' });
    else if (!citation.resolved && (citation.form === 'footnote' || citation.form === 'marker')) report({ at, message: 'dangling', severity: 'error', ...(isSure(page, citation, (listed ??= hasList(page))) ? {} : { confidence: 0.4 }) });
    else if (citation.resolved && supports(page, citation)) {
      const weak = KINDS[citation.kind];
      if (weak !== undefined) report({ at, data: { kind: weak } });
      else if (citation.kind === 'own') own(page, citation, report);
      else if (citation.kind === 'preprint' && !citation.adequate) report({ at, message: 'preprint' });
      else if (citation.adequate && citation.year !== undefined && isStale(page, citation)) report({ at, message: 'old', data: { year: citation.year }, severity: 'info' });
    }
  }
};

export default detector;

/** Most links of a page lead to "#": it was not linked up yet, so one more of them tells nothing about the source. */
function isMockUp(page: Page): boolean {
  const links = page.document.blocks.flatMap((block) => block.links);
  return links.filter(({ href }) => /^#?$/.test(href.trim())).length >= Math.max(3, links.length / 2);
}

/** The page itself holds a reference list: a heading over one, or a marker that leads to an entry. */
function hasList(page: Page): boolean {
  return page.document.blocks.some(({ kind, text }) => kind === 'heading' && /^\W{0,3}(?:references|sources|citations|bibliography|footnotes)\W{0,3}$/i.test(text)) || page.citations.some(({ form, resolved }) => form === 'marker' && resolved);
}

/** Prose after which a number in brackets can only be a marker. A short piece without a list was cut from a page that may hold it. */
function isSure(page: Page, { form, block, start }: Citation, listed: boolean): boolean {
  if (form === 'footnote') return true;
  // What search engines are told was cut from a page that has the list.
  if (block.origin !== 'body') return false;
  if (!listed && (page.document.source.length < 1500 || !page.facts.advertises)) return false;
  return block.kind !== 'heading' && /[\p{L}.,;:!?)%"'\u201d]\s?$/u.test(block.text.slice(Math.max(0, start - 2), start)) && page.facts.genre !== 'internal';
}

/** Whether something is claimed where the citation stands; a link to a definition or to a video supports nothing. */
function supports(page: Page, { block, start, form, kind }: Citation): boolean {
  const sentence = page.sentencesOf(block).find((candidate) => candidate.start <= start && start < candidate.end);
  if (!sentence) return false;
  // "(source: …)" and bare markers say themselves that they are meant as evidence.
  if (form === 'named-source' || form === 'marker' || form === 'footnote') return kind !== 'own' || isClaim(page, sentence);
  return isClaim(page, sentence);
}

function isClaim(page: Page, sentence: Sentence): boolean {
  return FIGURE.test(sentence.text) || page.claimsOf(sentence).length > 0 || (AUTHORITY.test(sentence.text) && hasHealthTerm(sentence)) || /\b(?:works?|effective|proven|helps?|better|safe)\b/i.test(sentence.text);
}

/** A company's document with its number. */
const DOCUMENT = sift(/\bdata on file\b[^.]{0,60}(?:\b[A-Z]{2,8}-?\d|\b\d{4,})|\b(?:report|certificate|protocol|document)\s(?:no\.?\s)?[A-Z]{0,6}-?\d{2,}/i);

/** The advertiser's report is offered to be read ("See our 2024 outcomes report", "methods"), not called to witness. */
function isOffered(words: string): boolean {
  return /^(?:please )?(?:see|read|download|view|ask|find|learn|visit|check|browse|look|enter|for)\b/i.test(words) || /\b(?:methods?|certificates?|lots?|raw data|how we (?:measure|count|collect)|privacy|full report|available (?:here|on|from))\b/i.test(words);
}

function hasHealthTerm(sentence: Sentence): boolean {
  return sentence.terms.some(({ list }) => list === 'conditions' || list === 'symptoms' || list === 'body' || list === 'treatments' || list === 'supplements');
}

/** A numbered document of the company is accepted practice for prescription drugs; with size and year, own data can be asked for. */
function own(page: Page, { block, start, end, target, form }: Citation, report: Parameters<Detector>[1]): void {
  const sentence = page.sentencesOf(block).find((candidate) => candidate.start <= start && start < candidate.end);
  const words = sentence?.text ?? block.text;
  if (target !== 'data on file' && isOffered(words.trim())) return;
  if (/\bn\s?=\s?\d|\b\d[\d,]{1,8}\s(?:\p{L}+\s)?(?:patients|people|adults|women|men|participants|clients|members|respondents)\b/iu.test(words) && /\b(?:19|20)\d\d\b/.test(words)) return;
  const listed = form === 'marker' || form === 'footnote';
  const entry = listed ? (target ?? '') : block.text;
  const numbered = DOCUMENT.test(entry) || (listed && /\b(?:19|20)\d\d\b/.test(entry));
  report({ at: { block, start, end }, message: 'own', ...(numbered ? { severity: 'info' as const } : {}) });
}

/** The newest source of the sentence counts. */
function isStale(page: Page, { block, start, end, year }: Citation): boolean {
  const newest = Math.max(...page.citationsFor(block, { start, end }).map((citation) => citation.year ?? 0));
  return newest === year && Number(page.context.asOf.slice(0, 4)) - newest > (page.context.maxSourceAge ?? STALE);
}
