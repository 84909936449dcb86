import type { Block, Citation, Claim, Clause, Context, Document, Frame, Identity, Impression, Page, PageFacts, RegisterReading, Section, Sentence, Span, Term, Testimonial, Token } from '../rule.ts';
import { findClaims } from './claims.ts';
import { isOfHouse } from './amenities.ts';
import { isClinical } from './clinical.ts';
import { splitClauses } from './clauses.ts';
import { findCitations } from './evidence/citations.ts';
import { CitationIndex } from './evidence/reach.ts';
import { findReferences, type EvidenceContext, type References } from './evidence/references.ts';
import { FrameSet } from './frame-set.ts';
import { ANSWERS_NO, explains, framesAt, framesBlock, framesItself, isTakenBack, type BlockPlace } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import { impressionsOf } from './impression/impression.ts';
import { findPageFacts } from './page-facts.ts';
import { findIdentities } from './people/identities.ts';
import { findSuspects, type Suspect } from './people/suspects.ts';
import { findSections } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { findTestimonials } from './testimonials/testimonials.ts';
import { isOfOthers } from './told.ts';
import { fold, tokenize } from './tokens.ts';

/** How far above an item its list may begin. */
const LONGEST_LIST = 30;

/** Works out what a document says. Everything dear is worked out when a rule first asks for it. */
export function analyse(document: Document, context: Context, lexicon: Lexicon): Page {
  return new AnalysedPage(document, context, lexicon);
}

class AnalysedSentence implements Sentence {
  readonly index: number;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly #page: AnalysedPage;
  #text: string | undefined;
  #folded: string | undefined;
  #tokens: readonly Token[] | undefined;
  #terms: readonly Term[] | undefined;
  #clauses: readonly Clause[] | undefined;
  #frames: ReadonlySet<Frame> | undefined;

  constructor(page: AnalysedPage, index: number, block: Block, span: Span) {
    this.#page = page;
    this.index = index;
    this.block = block;
    this.start = span.start;
    this.end = span.end;
  }
  // One string for all who ask: what is known of it is found by it.
  get text(): string {
    return (this.#text ??= this.block.text.slice(this.start, this.end));
  }
  get folded(): string {
    return (this.#folded ??= this.#page.foldedOf(this.block).slice(this.start, this.end));
  }
  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokenize(this.#page.foldedOf(this.block), this.block.text, this.start, this.end));
  }
  get terms(): readonly Term[] {
    return (this.#terms ??= this.#page.lexicon.find(this.tokens));
  }
  get clauses(): readonly Clause[] {
    return (this.#clauses ??= splitClauses(this.tokens));
  }
  get frames(): ReadonlySet<Frame> {
    return (this.#frames ??= new FrameSet((frame) => this.#page.framesOfBlock(this.block).has(frame) || framesItself(frame, this.folded) || this.#isFramedBeside(frame)));
  }
  /** The sentence behind it in its block, folded. */
  get next(): string | undefined {
    const next = this.#page.sentences[this.index + 1];
    return next?.block === this.block ? this.#page.foldedOf(this.block).slice(next.start, next.end) : undefined;
  }
  /** By what stands in it, by the sentence before, the one after, or the answer below. */
  #isFramedBeside(frame: Frame): boolean {
    if (frame === 'clinical') return isClinical(this, this.folded);
    if (frame === 'definition') {
      const last = this.#page.sentences[this.index - 1];
      return last?.block === this.block && explains(this.folded, this.#page.foldedOf(this.block).slice(last.start, last.end));
    }
    // What a maker sells may be a soup.
    if (frame === 'off-topic') return this.#page.context.product === 'provider-service' && isOfHouse(this, this.folded);
    if (frame === 'warning') return isOfOthers(this.folded, this.next);
    if (frame !== 'myth') return false;
    if (isTakenBack(this.folded, this.next)) return true;
    // "Will it cure my arthritis?" answered by "No." below.
    if (this.end < this.block.text.trimEnd().length || !this.frames.has('asked')) return false;
    const answer = this.#page.after(this.block);
    return answer !== undefined && answer.kind !== 'heading' && ANSWERS_NO.test(this.#page.foldedOf(answer));
  }
}

class AnalysedPage implements Page {
  readonly document: Document;
  readonly context: Context;
  readonly lexicon: Lexicon;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly sectionOf: (block: Block) => Section;
  readonly #byBlock: Sentence[][];
  readonly #folded: (string | undefined)[];
  readonly #blockFrames: (ReadonlySet<Frame> | undefined)[];
  #facts: PageFacts | undefined;
  #impressions: readonly Impression[] | undefined;
  #identities: readonly Identity[] | undefined;
  #suspects: readonly Suspect[] | undefined;
  #own: readonly string[] | undefined;
  readonly #claimsOf: (readonly Claim[] | undefined)[] = [];
  #claims: readonly Claim[] | undefined;
  #references: References | undefined;
  #citations: CitationIndex | undefined;
  #testimonials: readonly Testimonial[] | undefined;
  #register: RegisterReading | undefined;

  constructor(document: Document, context: Context, lexicon: Lexicon) {
    this.document = document;
    this.context = context;
    this.lexicon = lexicon;
    const { sections, of } = findSections(document);
    this.sections = sections;
    this.sectionOf = of;
    this.#byBlock = document.blocks.map(() => []);
    this.#folded = new Array<string | undefined>(document.blocks.length);
    this.#blockFrames = new Array<ReadonlySet<Frame> | undefined>(document.blocks.length);
    const sentences: Sentence[] = [];
    for (const block of document.blocks) {
      if (block.kind === 'comment') continue;
      for (const span of splitSentences(block)) {
        const sentence = new AnalysedSentence(this, sentences.length, block, span);
        sentences.push(sentence);
        this.#byBlock[block.index]!.push(sentence);
      }
    }
    this.sentences = sentences;
  }

  foldedOf(block: Block): string {
    return (this.#folded[block.index] ??= fold(block.text));
  }

  framesOfBlock(block: Block): ReadonlySet<Frame> {
    const known = this.#blockFrames[block.index];
    if (known) return known;
    let place: BlockPlace | undefined;
    return (this.#blockFrames[block.index] = new FrameSet((frame) => framesBlock(frame, block, (place ??= this.#placeOf(block)))));
  }

  #placeOf(block: Block): BlockPlace {
    const headings: string[] = [];
    for (let section: Section | undefined = this.sectionOf(block); section; section = section.parent === undefined ? undefined : this.sections[section.parent]) {
      if (section.heading && section.heading !== block) headings.push(this.foldedOf(section.heading).trim());
      if (headings.length >= 2) break;
    }
    return { folded: this.foldedOf(block), headings, intro: () => this.#introOf(block), isReference: this.#knownReferences().blocks.has(block) };
  }

  /** The paragraph or heading right above a list, or above a quotation that it leads up to. */
  #introOf(block: Block): string | undefined {
    if (block.kind !== 'list-item') {
      const above = /^["\u201c]/.test(block.text) || block.quoted ? this.before(block) : undefined;
      return above?.text.trimEnd().endsWith(':') ? this.foldedOf(above).trim() : undefined;
    }
    let above: Block | undefined = block;
    for (let i = 0; i < LONGEST_LIST && above?.kind === 'list-item'; i++) above = this.before(above);
    return above && above.kind !== 'list-item' ? this.foldedOf(above).trim() : undefined;
  }

  before(block: Block): Block | undefined {
    return this.#neighbour(block, -1);
  }
  after(block: Block): Block | undefined {
    return this.#neighbour(block, 1);
  }
  #neighbour(block: Block, step: 1 | -1): Block | undefined {
    for (let i = block.index + step; i >= 0 && i < this.document.blocks.length; i += step) {
      const other = this.document.blocks[i]!;
      if (other.origin === block.origin && other.kind !== 'comment') return other;
    }
    return undefined;
  }

  sentencesOf(block: Block): readonly Sentence[] {
    return this.#byBlock[block.index] ?? [];
  }

  framesAt(sentence: Sentence, span: Span): ReadonlySet<Frame> {
    return framesAt(sentence, span, sentence as AnalysedSentence);
  }

  get facts(): PageFacts {
    return (this.#facts ??= findPageFacts(this.document, this.context));
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= this.sentences.flatMap((sentence) => this.claimsOf(sentence)));
  }

  claimsOf(sentence: Sentence): readonly Claim[] {
    return (this.#claimsOf[sentence.index] ??= findClaims(sentence, this.#ownNames, (s, span) => this.framesAt(s, span)));
  }

  get impressions(): readonly Impression[] {
    return (this.#impressions ??= impressionsOf(this));
  }

  get #ownNames(): readonly string[] {
    const { names, products } = this.context.organization;
    return (this.#own ??= [...names, ...products].map((name) => name.toLowerCase()).filter((name) => name.length > 2));
  }

  get #evidence(): EvidenceContext {
    const { organization, asOf } = this.context;
    return { hosts: this.lexicon.sourceHosts, ownDomains: organization.domains, latestYear: Number(asOf.slice(0, 4)) + 1 };
  }
  #knownReferences(): References {
    return (this.#references ??= findReferences(this, this.#evidence));
  }
  get #citationIndex(): CitationIndex {
    return (this.#citations ??= new CitationIndex(this, findCitations(this, this.#knownReferences(), this.#evidence)));
  }
  get citations(): readonly Citation[] {
    return this.#citationIndex.all;
  }
  hasSourceNear(block: Block): boolean {
    const { first, last } = this.sectionOf(block);
    return this.citations.some(({ adequate, block: { index } }) => adequate && index >= first && index <= last);
  }
  citationsFor(block: Block, span: Span): readonly Citation[] {
    return this.#citationIndex.reaching(block, span);
  }
  get testimonials(): readonly Testimonial[] {
    return (this.#testimonials ??= findTestimonials(this, this.lexicon, this.#knownReferences().blocks));
  }
  get register(): RegisterReading | undefined {
    return (this.#register ??= this.context.register?.read(this));
  }
  get identities(): readonly Identity[] {
    return (this.#identities ??= findIdentities(this, this.lexicon.people));
  }
  get suspects(): readonly Suspect[] {
    return (this.#suspects ??= findSuspects(this, this.lexicon.people));
  }
}
