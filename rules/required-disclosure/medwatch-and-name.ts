import { defineDetector, sift } from 'promolint/rule';
import type { Block, Page, Sentence, Span, Term } from 'promolint/rule';

const MEDWATCH =
  'you are encouraged to report negative side effects of prescription drugs to the fda visit www.fda.gov/medwatch or call 1-800-fda-1088';
/** Side effects of vaccines are reported elsewhere. */
const VACCINE_REPORT = /\bvaers\b/i;
/** A brand in capitals with its established name behind it: ARVENTO (relmastat). */
const PAIRED = /\b([A-Z][A-Z0-9]{3,20}) ?[®™]? ?\([a-z][a-z, -]{4,60}\)/;
/** "ARVENTO is a prescription medicine", without that name. */
const PRESCRIBED = /\b([A-Z][A-Z0-9]{4,20}) (?:is|are) an? (?:[\w-]+ ){0,3}prescription (?:[\w-]+ )?(?:medicine|medication|drug|treatment|tablet|pill|injection|cream|spray|patch|capsule)\b/;
const PRESCRIBING = sift(/\b(?:full )?prescribing information\b|\bprescribing info\b|\bpatient (?:package )?insert\b|\bfull (?:product )?label(?:l?ing)?\b|\bmedication guide\b|\bpackage insert\b/i);

/** Shorter than this the piece is the whole advertisement. */
const WHOLE = 60;

/** An advertisement of a medicine by its maker, and no article, news or pharmacy's page on it, nor a cutting of one; of a line or two, as far as one can tell. */
function isMakersPiece(page: Page): boolean {
  const words = page.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return page.facts.snippet || words < WHOLE || page.facts.makersMarks;
}

export default defineDetector((page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre === 'legal' || isForProfessionals(page) || !isMakersPiece(page)) return;
  const brand = praisedBrand(page) ?? pairedBrand(page);
  if (!brand) return;

  const missing: string[] = [];
  const told = saysWhatFor(page, brand);
  // "X is not for everyone" says a limit, and promotes nothing by itself.
  const limit = /^\W*(?:is|are|may|does|should)\s?(?:not|n't)\b/i.test(brand.block.text.slice(brand.end, brand.end + 20));
  // A piece that only reminds of the name, without saying what it is for, owes the generic name alone.
  if (told) {
    if (!hasMedWatch(page.document.blocks) && !(brand.paired && tellsWhereToReport(page.document.blocks))) missing.push('the MedWatch sentence in its exact words');
    if (!page.document.blocks.some(({ text }) => PRESCRIBING.test(text))) missing.push('a link to the prescribing information');
  }
  if (!hasGenericName(page, brand) && !(limit && missing.length === 0)) missing.push('the generic name beside the brand');
  if (missing.length === 0) return;
  // A brand that is only named, in a sentence of copy, reminds nobody of anything unless its maker speaks.
  if (!told && !brand.paired && brand.block.kind !== 'heading' && !page.facts.snippet && !/^\s?[®™]/.test(brand.block.text.slice(brand.end, brand.end + 3)) && !page.facts.makersMarks) return;
  const severity = !told || brand.paired ? weigh(page, brand, 2) : weigh(page, brand, praiseOf(page, brand.sentence));
  if (!severity) return;
  const { block, start, end } = brand;
  report({ at: { block, start, end }, data: { brand: brand.name, missing: listed(missing) }, severity });
});

/** A page that neither asks for anything nor bears the maker's mark may be an article, or was cut from a page that has the rest; it owes nothing for saying what a medicine is for. */
function weigh(page: Page, { block, end, paired }: Brand, praise: 0 | 1 | 2): 'error' | 'warning' | undefined {
  const marked = /^\s?[®™]/.test(block.text.slice(end, end + 3)) || paired || page.context.organization.products.length > 0;
  const makers = marked || block.kind === 'heading' || page.document.blocks.some(({ text, hidden }) => !hidden && PRESCRIBING.test(text));
  if (praise === 2) return page.facts.advertises || makers ? 'error' : 'warning';
  if (praise === 1) return makers && page.facts.advertises ? 'error' : makers ? 'warning' : undefined;
  return makers ? 'warning' : undefined;
}

/** 2: what the brand does for people; 1: what it is for; 0: its name alone. */
function praiseOf(page: Page, sentence: Sentence | undefined): 0 | 1 | 2 {
  if (!sentence) return 0;
  const standing = page.claimsOf(sentence).filter(({ level, frames }) => level !== 'describe' && !frames.has('negated') && !frames.has('asked') && !frames.has('risk'));
  if (standing.length > 0) return USE.test(sentence.text) ? 1 : 2;
  return sentence.terms.some(({ list }) => list === 'conditions') && /\b(?:for|treats?|helps?|indicated|with|who have)\b/i.test(sentence.text) ? 1 : 0;
}

const USE =
  sift(/\b(?:indicated|approv(?:ed|al)|prescribed|used)\b|\b(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,4}(?:drugs?|medicines?|medications?|treatments?|injections?|shots?|tablets?|solutions?|pills?) (?:\w+ ){0,2}(?:for|to treat|that treats?)\b/i);

/** The brands of others, beside which something else is set: "the same active ingredient as", "X is approved for …, whereas Y …". */
const COMPARED =
  sift(/\b(?:same|identical|similar|equivalent|equal|generic|versus|vs\.?|unlike|than|compared?|comparison|alternatives?|instead of|whereas|while|differs?|differences?|different|rather than|dupes?|versions?|brand[- ]name|branded|cheaper)\b/i);
/** What a compounding pharmacy makes is nobody's brand. */
const COMPOUNDED = /\bcompound(?:ed|ing)\b/i;

const isOnlyCompared = (page: Page, { text, block }: Sentence): boolean => COMPARED.test(text) || page.document.blocks.some((one) => one !== block && !one.hidden && one.kind === 'heading' && COMPOUNDED.test(one.text)) || COMPOUNDED.test(block.text);
const isKnownBrand = ({ list, data }: Term): boolean => list === 'drugs' && data['kind'] === 'brand' && data['rx_only'] === true;

/** The page's own word that it is written for those who prescribe: the duty is one of advertising to consumers. */
const isForProfessionals = (page: Page): boolean =>
  page.document.blocks.some(({ text, hidden, kind }) => !hidden && kind !== 'comment' && FOR_PROFESSIONALS.test(text));
const FOR_PROFESSIONALS =
  sift(/\b(?:site|page|information|content|material|website) (?:is )?(?:\w+ )?(?:intended|meant|designed) (?:only |solely |exclusively )?for (?:use by )?(?:\w+\.? ){0,2}(?:healthcare|health care|medical) (?:professionals?|providers?)\b/i);

interface Brand extends Span {
  readonly block: Block;
  readonly name: string;
  /** From the vocabulary, where it knows the brand. */
  readonly generic?: string;
  /** Known as a brand only by the generic name in parentheses behind it. */
  readonly paired?: true;
  /** Where it stands; of a brand that is only surmised, unknown. */
  readonly sentence?: Sentence;
}

const COPY = new Set(['heading', 'paragraph', 'list-item', 'table-cell', 'caption', 'button', 'label']);

function praisedBrand(page: Page): Brand | undefined {
  const own = page.context.organization.products.map((name) => name.toLowerCase());
  let best: Brand | undefined;
  let most = -1;
  for (const sentence of page.sentences) {
    const { block } = sentence;
    if (block.hidden || !COPY.has(block.kind) || sentence.frames.has('legal') || sentence.frames.has('reference')) continue;
    const known = sentence.terms.filter(isKnownBrand);
    // A list of brands, or one that another product is measured by, advertises none of them.
    if (own.length === 0 && known.length > 0 && (new Set(known.map(({ entry }) => entry)).size > 2 || isOnlyCompared(page, sentence))) continue;
    const found = brandIn(sentence, own);
    if (!found) continue;
    // Where it is praised the duty arises.
    const praise = praiseOf(page, sentence);
    if (praise > most) [best, most] = [{ ...found, sentence }, praise];
  }
  return best;
}

/** A brand that no list knows and no sign marks, by the name in parentheses that it is once given. */
function pairedBrand(page: Page): Brand | undefined {
  const blocks = page.document.blocks.filter(({ hidden, kind }) => !hidden && (COPY.has(kind) || kind === 'meta'));
  for (const { text } of blocks) {
    const name = (PAIRED.exec(text) ?? PRESCRIBED.exec(text))?.[1];
    if (name === undefined) continue;
    const block = blocks.find((one) => one.kind !== 'meta' && one.region !== 'footer' && one.region !== 'nav' && one.text.includes(name));
    if (!block) continue;
    const start = block.text.indexOf(name);
    return { block, start, end: start + name.length, name, paired: true };
  }
  return undefined;
}

function brandIn({ block, text, start, terms }: Sentence, own: readonly string[]): Brand | undefined {
  const known = terms.find(isKnownBrand);
  if (known)
    return {
      block,
      start: known.start,
      end: known.end,
      name: block.text.slice(known.start, known.end),
      generic: genericOf(known),
    };
  const folded = text.toLowerCase();
  for (const name of own) {
    const at = folded.indexOf(name);
    if (at >= 0) return { block, start: start + at, end: start + at + name.length, name: text.slice(at, at + name.length) };
  }
  const marked = /\b([A-Z][A-Za-z]{3,20}) ?[®™]/.exec(text);
  return marked
    ? { block, start: start + marked.index, end: start + marked.index + marked[1]!.length, name: marked[1]! }
    : undefined;
}

const genericOf = ({ data }: Term): string | undefined => (typeof data['generic'] === 'string' ? data['generic'] : undefined);

/** An indication or a benefit anywhere on the page. */
function saysWhatFor(page: Page, { name }: Brand): boolean {
  const brand = name.toLowerCase();
  if (
    page.claims.some(
      ({ frames, level }) => level !== 'describe' && !frames.has('negated') && !frames.has('asked') && !frames.has('risk'),
    )
  )
    return true;
  return page.sentences.some(
    ({ text, terms, frames }) =>
      text.toLowerCase().includes(brand) &&
      !frames.has('risk') &&
      /\b(?:for|treats?|helps?|indicated)\b/i.test(text) &&
      terms.some(({ list }) => list === 'conditions'),
  );
}

function hasMedWatch(blocks: readonly Block[]): boolean {
  return blocks.some(({ text, hidden }) => !hidden && (VACCINE_REPORT.test(text) || plain(text).includes(MEDWATCH)));
}

/** The same notice in other words, which is held against nobody whose brand is only surmised. */
const tellsWhereToReport = (blocks: readonly Block[]): boolean => blocks.some(({ text, hidden }) => !hidden && /\breport\b/i.test(text) && /fda\.gov\/medwatch|1-800-fda-1088/i.test(text));

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‐‑–]/g, '-')
    .replace(/https?:\/\/(?:www\.)?fda\.gov|(?<!\.)\bfda\.gov\/medwatch/g, (address) =>
      address.startsWith('http') ? 'www.fda.gov' : `www.${address}`,
    )
    .replace(/www\.www\./g, 'www.')
    .replace(/[.,;:](?=\s|$)/g, '')
    .replace(/\s+/g, ' ');

/** `Brand® (generic)`: in parentheses behind the brand wherever it is introduced, or in its block where the generic name is known. */
function hasGenericName(page: Page, { block, name, generic }: Brand): boolean {
  const introduced = ({ text, hidden, kind }: Block): boolean => {
    if (hidden || !COPY.has(kind)) return false;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) if (/^\s?[®™]?\s?\([a-z][a-z, -]{4,60}/.test(text.slice(at + name.length, at + name.length + 80))) return true;
    return false;
  };
  const { blocks } = page.document;
  // The name in large type, and in the line below it the other one.
  const below = blocks.some(({ text, hidden }, index) => !hidden && /^\s?[®™]?\W*$/.test(text.slice(text.lastIndexOf(name) + name.length)) && text.includes(name) && /^\s?\([a-z][a-z, -]{4,60}/.test(blocks[index + 1]?.text ?? ''));
  return below || blocks.some(introduced) || (generic !== undefined && block.text.toLowerCase().includes(generic.toLowerCase()));
}

const listed = (items: readonly string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : items[0]!;
