import type { EvidenceKind } from '../../rule.ts';
import type { VocabularyEntry } from '../../load/rule.ts';
import { findIdentifiers } from './identifiers.ts';
import { sift, type Sifted } from '../../match/sift.ts';

/** Kinds that count as a primary or official source (catalogue: definitions.adequate_citation). */
export const ADEQUATE: ReadonlySet<EvidenceKind> = new Set(['trial', 'review', 'guideline', 'label', 'registry', 'study', 'abstract', 'government']);

/** The vocabulary `source-hosts` as a map from host (or host and path) to the kind of source it serves. */
export class SourceHosts {
  readonly #kinds = new Map<string, EvidenceKind>();

  constructor(entries: readonly VocabularyEntry[]) {
    for (const { term, forms, class: kind } of entries) for (const host of [term, ...(forms ?? [])]) this.#kinds.set(host, kind as EvidenceKind);
  }

  /** Kind of a host with its path, such as `pubmed.ncbi.nlm.nih.gov/123`: the longest known host wins, then the longest path. */
  kindOf(host: string, path: string): EvidenceKind | undefined {
    const labels = host.toLowerCase().replace(/^www\d?\./, '').split('.').slice(-6);
    const folders = path.split('/', 4).slice(1).filter(Boolean);
    for (let i = 0; i < labels.length; i++) {
      const name = labels.slice(i).join('.');
      for (let depth = folders.length; depth >= 0; depth--) {
        const kind = this.#kinds.get([name, ...folders.slice(0, depth)].join('/'));
        if (kind) return kind;
      }
    }
    return undefined;
  }
}

export interface Target { readonly host: string; readonly path: string; readonly own: boolean; readonly empty: boolean }

/** Takes an address of copy apart without trusting it. `own` is a page of the same site; `empty` leads nowhere. */
export function readAddress(href: string, ownDomains: readonly string[]): Target {
  const address = href.trim().slice(0, 2000);
  if (address === '' || address === '#' || /^(?:javascript:|about:blank)/i.test(address)) return { host: '', path: '', own: false, empty: true };
  const absolute = /^(?:[a-z][a-z0-9+.-]{0,12}:)?\/\/([^/?#\s]{1,255})([^?#\s]*)/i.exec(address) ?? /^((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})((?:\/[^?#\s]*)?)$/i.exec(address);
  // `report.pdf` and `studies.html` look like a bare host, but are pages of the site itself.
  if (!absolute || /^[\w-]+\.(?:html?|php|aspx?|md|pdf|docx?|png|jpe?g)$/i.test(address)) return { host: '', path: address, own: !/^(?:mailto|tel|sms):/i.test(address), empty: false };
  const host = (absolute[1] ?? '').replace(/^[^@]*@/, '').replace(/:\d{1,5}$/, '').toLowerCase();
  const own = ownDomains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`));
  // Bare `example.com` was never filled in; with a path it stands for the site itself, as it does in every demonstration.
  const unfilled = /^(?:www\.)?example\.(?:com|org|net)$/.test(host) && /^\/?$/.test(absolute[2] ?? '');
  const empty = unfilled || /^(?:www\.)?(?:yoursite\.com|your-?domain\.com|link\.here|placeholder\.com)$/.test(host);
  return { host, path: absolute[2] ?? '', own, empty };
}

const BY_WORDS: readonly (readonly [EvidenceKind, Sifted])[] = [
  ['preprint', sift(/\b(?:medRxiv|bioRxiv|arXiv|preprint|Research Square)\b/i)],
  ['review', sift(/\b(?:Cochrane|systematic review|meta-?analys[ie]s|umbrella review|scoping review)\b/i)],
  ['guideline', sift(/\b(?:guidelines?|consensus statement|position statement|practice bulletin|recommendation statement|standards of care|USPSTF|NICE (?:NG|CG|TA)\d+)\b/i)],
  ['label', sift(/\b(?:prescribing information|package insert|summary of product characteristics|full label|DailyMed)\b/i)],
  ['registry', sift(/\b(?:ClinicalTrials\.gov|registry|SART|SRTR|SEER|NHANES|HFEA|national joint register)\b/)],
  ['trial', sift(/\b(?:randomi[sz]ed|double[- ]blind|placebo[- ]controlled|controlled trial|crossover trial|phase (?:1|2|3|4|I{1,3}|IV)\b|clinical trial)\b/i)],
  ['abstract', sift(/\b(?:conference abstract|poster (?:presentation|session|presented)|abstract \d+|presented at|annual (?:meeting|congress|scientific session)s?|proceedings of)\b/i)],
  ['own', sift(/\b(?:data on file|internal (?:data|study|registry|survey|audit|analysis|report)|unpublished|manuscript in preparation|in[- ]house|our (?:own )?(?:data|records|registry|patients?|survey)|company data|clinic data|practice data|proprietary data|chart review)\b/i)],
  ['encyclopedia', sift(/\b(?:Wikipedia|WebMD|Healthline|Verywell|Encyclop(?:a?e)dia|Medical News Today|ChatGPT|Google search|Dr\.? Axe)\b/i)],
  ['social', sift(/\b(?:Facebook|Instagram|TikTok|YouTube|Reddit|Quora|Twitter|Pinterest|blog post)\b/i)],
  ['press', sift(/\b(?:press release|PR ?Newswire|Business Wire|New York Times|Washington Post|Daily Mail|The Guardian|CNN|BBC News|Forbes|Newsweek|USA Today|newspaper|magazine|Reuters|Good Morning America)\b/)],
  ['government', sift(/\b(?:Centers for Disease Control|CDC|National Institutes? (?:of|on)|National Cancer Institute|NIH|NHS|Food and Drug Administration|FDA|World Health Organi[sz]ation|WHO|Public Health England|Department of Health|Surgeon General|AHRQ|SAMHSA|MHRA|TGA|Health Canada|EFSA|European Medicines Agency|Office for National Statistics|Census Bureau|Australian Institute of Health)\b/)],
  ['guideline', sift(/\b(?:American (?:College|Academy|Society|Association|Heart|Diabetes|Cancer|Psychiatric|Psychological|Dental|Urological|Lung|Physical Therapy)\b|Royal College|(?:British|European|International|Canadian|Australian) (?:Society|Association|College|Federation)|Cancer Research UK|National Comprehensive Cancer Network)/)],
];

const JOURNAL =
  sift(/\bet al\b|\bdoi\b|\b(?:Journal|Lancet|JAMA|BMJ|NEJM|N Engl J Med|Ann(?:als)? |Arch(?:ives)? |Proc(?:eedings)? |PLoS|PLOS|Cochrane|Nature|Clin(?:ical)? \w+|J [A-Z][a-z]+ |Am J|Br J|Eur J|Int J|Curr \w+|Nutrients|Circulation|Neurology|Pediatrics|Gut|Chest|Spine|Pain|Diabetes Care|Obesity|Sleep|Menopause|Fertil Steril|Headache)\b|\b(?:19|20)\d{2}\s?;\s?\d|\b\d{1,4}\s?\(\d{1,3}(?:[-\u2013]\d{1,3})?\)\s?[:,]\s?(?:e|S)?\d+|\bpp?\.\s?\d|\bvol\.\s?\d/);

/** Kind of source that the words of a reference describe. */
export function kindOfText(text: string): EvidenceKind {
  if (isPlaceholder(text)) return 'placeholder';
  for (const [kind, words] of BY_WORDS) {
    // A paper about a guideline is still a paper; a body that is merely named in a title is not its publisher.
    if (words.test(text)) return kind;
  }
  if (JOURNAL.test(text)) return 'study';
  return 'unknown';
}

/** Kind of source behind an identifier. */
export function kindOfIdentifiers(text: string): EvidenceKind | undefined {
  for (const { scheme, value, valid } of findIdentifiers(text)) {
    if (!valid) continue;
    if (scheme === 'trial') return 'registry';
    if (scheme === 'isbn') return 'unknown';
    if (scheme === 'doi') return /^10\.1101\//.test(value) ? 'preprint' : /^10\.1002\/14651858/.test(value) ? 'review' : 'study';
    return 'study';
  }
  return undefined;
}

const PLACEHOLDER =
  sift(/^\W{0,3}(?:citation needed|source needed|reference needed|needs? (?:a )?(?:citation|source|reference)|cite(?: this)?|source\??|refs?\??|reference\??|references? (?:here|to come|tbd|tk)|tk|tbd|tba|to-?do|to come|to be (?:added|confirmed|supplied)|link(?: here)?|add (?:a )?(?:source|citation|reference|ref|link|study|footnote)s?\b.{0,40}|insert (?:a )?(?:source|citation|reference|ref|link|study|footnote)s?\b.{0,40}|study (?:here|link)|xx+|\?+|lorem ipsum.{0,80})\W{0,3}$/i);

/** Text that stands where a source should: `[citation needed]`, `[TK]`, `[insert ref]`. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 80 && PLACEHOLDER.test(text.trim());
}

const YEAR = sift(/\b(?:19|20)\d{2}\b/);

/** Year of publication in a reference's text, if it shows one. */
export function yearIn(text: string, latest: number): number | undefined {
  if (!YEAR.test(text)) return undefined;
  const plain = text.replace(/https?:\/\/\S{1,500}|\b10\.\d{4,9}\/\S{1,200}/g, (address) => ' '.repeat(address.length));
  const dated = /\((?:[A-Z][a-z]{2,8}\.?\s)?((?:19|20)\d{2})[a-z]?(?:,[^)]{0,30})?\)|\b((?:19|20)\d{2})(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?\d/.exec(plain);
  const years = dated ? [dated[1] ?? dated[2]] : YEAR.all(plain).map(([found]) => found);
  const known = years.map(Number).filter((year) => year >= 1900 && year <= latest);
  return known.length > 0 ? Math.max(...known) : undefined;
}
