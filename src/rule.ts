/**
 * The door for rule authors, and the vocabulary that every room shares. It imports nothing: a rule sees text, offsets
 * and what the analysis found out, never a syntax node, so that a parser can be replaced without breaking a rule pack.
 *
 * All offsets count UTF-16 code units. `start`/`end` are places in a block's readable text; `from`/`to` are places in
 * the source file as decoded, without BOM. Ends are exclusive.
 */

export type Severity = 'error' | 'warning' | 'info';
export type Format = 'markdown' | 'html' | 'text';

export const FAMILIES = [
  'efficacy', 'evidence', 'phi', 'testimonial', 'fair-balance', 'regulatory-status', 'inducement', 'pressure',
  'comparison', 'literacy', 'inclusive', 'privacy-tech', 'required-disclosure',
] as const;
export type Family = (typeof FAMILIES)[number];

export const PROFILES = ['us-provider', 'us-rx', 'us-device', 'us-supplement', 'uk', 'eu', 'au', 'ca'] as const;
export const OVERLAYS = ['us-ca', 'us-fl', 'us-tx'] as const;
export type Profile = (typeof PROFILES)[number];
export type Overlay = (typeof OVERLAYS)[number];

export const PRODUCTS = [
  'provider-service', 'telehealth', 'rx-drug', 'otc', 'device', 'supplement', 'cosmetic', 'compounding', 'digital-health',
] as const;
export type Product = (typeof PRODUCTS)[number];

// ---------------------------------------------------------------- the document, as parse/ leaves it

/** A range of a block's readable text. */
export interface Span { readonly start: number; readonly end: number }
/** A range of the source file. */
export interface Range { readonly from: number; readonly to: number }

/** Text that came, unchanged or decoded, from `[from, to)` of the file. Unchanged when both have the same length. */
export interface Piece extends Range { readonly text: string }

/**
 * What a block is.
 * - `attribute`: alt, title, aria-label, placeholder, value of a button, link title; `name` is the attribute's name.
 * - `meta`: title, description, Open Graph and Twitter text of an HTML head; `name` is e.g. `og:description`.
 * - `data`: a string of front matter or JSON-LD; `name` is its key path, e.g. `faqs[2].answer`.
 * - `comment`: an HTML or MDX comment. It is never copy; only privacy rules read it.
 */
export type BlockKind =
  | 'heading' | 'paragraph' | 'list-item' | 'table-cell' | 'caption' | 'term' | 'button' | 'label'
  | 'footnote' | 'attribute' | 'meta' | 'data' | 'comment';

export type Origin = 'body' | 'front-matter' | 'head' | 'json-ld' | 'attribute' | 'comment';
export type Region = 'main' | 'nav' | 'header' | 'footer' | 'aside' | 'form';

export interface Link extends Span, Range { readonly href: string }

/**
 * Something that happens to a stretch of a block's text. `footnote-ref` carries the footnote's label as `value`
 * (its text is `[^label]` as a reader sees it: the label alone, marked); `hole` is a template tag, shown in the text as one U+FFFC.
 */
export interface Mark extends Span {
  readonly kind: 'strong' | 'emphasis' | 'sup' | 'sub' | 'small' | 'del' | 'code' | 'cite' | 'q' | 'hole' | 'footnote-ref' | 'break';
  readonly value?: string;
}

/** One unit of copy, as its reader meets it: entities decoded, emphasis and links joined, soft breaks turned into spaces. */
export interface Block {
  /** Position in `Document.blocks`, which is source order within each origin. */
  readonly index: number;
  readonly kind: BlockKind;
  readonly origin: Origin;
  readonly text: string;
  /** Joined, their texts are `text`. */
  readonly pieces: readonly Piece[];
  readonly name?: string;
  /** Heading level, 1 to 6. */
  readonly level?: number;
  readonly region: Region;
  /** In a block quote. */
  readonly quoted: boolean;
  /** Not shown to a sighted reader: `hidden`, display:none, sr-only, noscript, template, collapsed `<details>` is not hidden. */
  readonly hidden: boolean;
  /** Inside `<details>`, an accordion body or small print: shown, but not "clear and conspicuous". */
  readonly tucked: boolean;
  /** Class and id words of the enclosing elements, nearest first; for Markdown, of enclosing HTML or components. */
  readonly classes: readonly string[];
  readonly list?: { readonly id: number; readonly item: number; readonly ordered: boolean; readonly depth: number };
  readonly table?: { readonly id: number; readonly row: number; readonly column: number; readonly header: string; readonly rowHeader: string };
  /** For `data`: schema.org types from the outermost object inward, e.g. `['MedicalClinic', 'Review', 'Person']`. */
  readonly types?: readonly string[];
  /** For `footnote`: its label. */
  readonly label?: string;
  readonly links: readonly Link[];
  readonly marks: readonly Mark[];
  /** The index of the `Element` that an `attribute` block belongs to. */
  readonly element?: number;
}

export interface Attribute extends Range {
  readonly name: string;
  /** Decoded value. `from`/`to` cover the value in the source, without quotes. */
  readonly value: string;
}

/** A tag that some rule judges by itself: a, img, form, input, select, textarea, script, iframe, video, meta, link, and anything with data-*. */
export interface Element extends Range {
  readonly index: number;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Of script (and textarea): its content and where that starts in the source. */
  readonly content?: string;
  readonly contentFrom?: number;
  /** Of a form's fields: the index of the form. */
  readonly form?: number;
  /** The block whose text it stands in, or -1. */
  readonly block: number;
}

export interface Notice { readonly code: string; readonly message: string; readonly from: number }

export interface Document {
  /** Relative to the working folder, forward slashes. */
  readonly path: string;
  readonly format: Format;
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly elements: readonly Element[];
  /** The front matter as plain data (`{}` when there is none or it is not a map), and where the fence stands. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly frontMatterRange?: Range;
  /** `<html lang>` or front matter `lang`, lower-cased. */
  readonly language?: string;
  readonly notices: readonly Notice[];
}

// ---------------------------------------------------------------- the copy, as analyse/ understands it

export interface Token extends Span {
  /** Lower-cased; curly apostrophes straightened. A hole is `\uFFFC`. */
  readonly text: string;
  /** Base form: `cures`, `cured`, `curing` → `cure`. Of a number: itself. */
  readonly lemma: string;
  /** Number of the spelling, the same wherever a run meets it; -1 for one that has no number. */
  readonly id: number;
  readonly kind: 'word' | 'number' | 'mark' | 'hole';
  /** Starts with a capital in the copy. */
  readonly capital: boolean;
  /** All capitals, two letters or more. */
  readonly upper: boolean;
  /** Preceded by white space (or the block's start). */
  readonly spaced: boolean;
}

/** A vocabulary entry found in a sentence; `first`/`last` are token positions, inclusive. */
export interface Term extends Span {
  readonly first: number;
  readonly last: number;
  /** `list` or `list.class`, e.g. `conditions.cancer`; word classes of rules use the same form. */
  readonly list: string;
  readonly class: string;
  /** The entry's headword. */
  readonly entry: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * How a stretch of copy is meant, when it is not plainly asserted by the advertiser.
 * Keys follow the exemption contexts of the rule catalogue.
 */
export type Frame =
  | 'negated' | 'asked' | 'myth' | 'warning' | 'example' | 'condition' | 'instruction' | 'advice' | 'research'
  | 'definition' | 'eligibility' | 'reported' | 'hearsay' | 'legal' | 'reference' | 'proper-name' | 'risk' | 'goal' | 'nav' | 'education' | 'clinical' | 'off-topic';

export interface Clause extends Span { readonly first: number; readonly last: number }

export interface Sentence extends Span {
  /** Position in `Page.sentences`. */
  readonly index: number;
  readonly block: Block;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: readonly Term[];
  readonly clauses: readonly Clause[];
  /** Frames that hold for the whole sentence (question, myth list item, reference entry …). */
  readonly frames: ReadonlySet<Frame>;
}

/** Headings to the next heading of the same or higher level; text before the first heading is section 0. */
export interface Section {
  readonly index: number;
  readonly heading?: Block;
  readonly level: number;
  readonly parent?: number;
  /** First and last block index, inclusive, sub-sections included. */
  readonly first: number;
  readonly last: number;
}

export type ClaimLevel = 'cure' | 'prevent' | 'treat' | 'manage' | 'support' | 'describe';
export type ObjectClass =
  | 'disease' | 'symptom' | 'marker' | 'pathogen' | 'function' | 'tissue' | 'appearance' | 'weight' | 'mood' | 'sexual' | 'lifespan' | 'harm';
/** Who acts. The first six sell, the others teach. */
export type Agent =
  | 'own' | 'brand' | 'none' | 'pronoun' | 'ingredient' | 'modality' | 'product'
  | 'care' | 'reader' | 'disease' | 'lifestyle' | 'body' | 'person' | 'other';

/** One effect on health that the copy says something has. */
export interface Claim extends Span {
  readonly sentence: Sentence;
  readonly clause: Clause;
  readonly kind: 'verb' | 'noun' | 'adjective' | 'drug-class' | 'fragment' | 'for' | 'intransitive' | 'list';
  readonly level: ClaimLevel;
  /** The effect's headword, e.g. `relieve`. */
  readonly effect: string;
  readonly object?: { readonly class: ObjectClass; readonly text: string; readonly serious: boolean; readonly start: number; readonly end: number };
  readonly agent: Agent;
  readonly frames: ReadonlySet<Frame>;
  /** No finite verb: a heading, bullet, label. */
  readonly fragment: boolean;
  readonly hedge: 'none' | 'weak' | 'strong';
  /** Guarantee, universality, permanence or speed in the same clause. */
  readonly absolute: boolean;
  readonly speaker: 'advertiser' | 'patient' | 'expert' | 'other';
  /** 0 to 1: how sure the analysis is that this is a claim by the advertiser. */
  readonly confidence: number;
}

export type EvidenceKind =
  | 'trial' | 'review' | 'guideline' | 'label' | 'registry' | 'study' | 'preprint' | 'abstract' | 'government' | 'encyclopedia'
  | 'press' | 'social' | 'own' | 'shop' | 'placeholder' | 'unknown';

/** A citation in the copy, resolved as far as the document allows. */
export interface Citation extends Span {
  readonly block: Block;
  readonly form: 'footnote' | 'marker' | 'link' | 'author-year' | 'identifier' | 'named-source';
  /** Where it leads: a URL, an identifier, or the text of the reference entry. */
  readonly target?: string;
  /** Of a marker: the words of the reference entry that it leads to. */
  readonly entry?: string;
  readonly kind: EvidenceKind;
  readonly year?: number;
  /** A marker that leads to an entry, or a link or identifier that is one. */
  readonly resolved: boolean;
  /** `resolved`, and the target is a primary or official source (catalogue: definitions.adequate_citation). */
  readonly adequate: boolean;
}

/** Somebody's words about an experience or result; or a narrated case; or a star rating. */
export interface Testimonial {
  readonly blocks: readonly Block[];
  /** The words that make it one, in `blocks[0]`. */
  readonly span: Span;
  readonly voice: 'patient' | 'expert' | 'celebrity' | 'advertiser' | 'unknown';
  readonly form: 'quote' | 'first-person' | 'story' | 'review' | 'before-after' | 'rating';
  /** States that something got better (or worse) for the speaker. */
  readonly outcome: boolean;
  /** An adequate statement of generally expected results stands in the same or the next block (catalogue: adequate_typicality). */
  readonly typicality: boolean;
  /** Who is named as the speaker, where the copy says it. */
  readonly attribution?: { readonly block: Block; readonly start: number; readonly end: number };
  readonly confidence: number;
}

/** The eighteen identifiers of 45 CFR 164.514(b)(2)(i), plus a patient's story as a whole. */
export type IdentifierKind =
  | 'name' | 'place' | 'date' | 'age' | 'phone' | 'fax' | 'email' | 'ssn' | 'record' | 'health-plan' | 'account' | 'licence' | 'vehicle'
  | 'device' | 'url' | 'ip' | 'biometric' | 'photo' | 'other' | 'story';

/**
 * An identifier in the copy or its markup, and whose it is. It holds no character of the value: what a rule never gets,
 * no report can leak.
 */
export interface Identity {
  readonly kind: IdentifierKind;
  readonly at: Hit['at'];
  /** Characters of the value. */
  readonly length: number;
  readonly zone: 'text' | 'attribute' | 'metadata' | 'comment' | 'url' | 'form' | 'script';
  /** Initials, a first name, a surname alone. */
  readonly partial: boolean;
  /** Stands for one person whoever writes it: social security, Medicare, record and member numbers, payment cards. */
  readonly always: boolean;
  readonly owner: 'patient' | 'provider' | 'public' | 'author' | 'placeholder' | 'unknown';
  /** 0 to 1: how much around it speaks of a patient, and of anybody's health. */
  readonly patient: number;
  readonly health: number;
  readonly setting: 'copy' | 'reply' | 'message' | 'record';
  /** Substance use, mental health, HIV or reproductive care. */
  readonly sensitive: boolean;
  /** What the copy itself says of the person's permission. */
  readonly authorization: 'none' | 'valid' | 'stated' | 'expired' | 'incomplete';
  readonly verdict: Severity | 'none';
}

/** What a few sentences of one block add up to: the net impression by which regulators read an ad. */
export interface Impression extends Span {
  readonly block: Block;
  /** The higher, the likelier a reviewer would mark it: logarithm of the odds, with a marked passage counted three times. */
  readonly score: number;
  /** Whether `score` is as much at least, which is mostly told before all that it takes is worked out. */
  reaches(least: number): boolean;
  /** What speaks for it most, in words for the reader of a report, strongest first. */
  readonly signs: readonly string[];
}

export interface PageFacts {
  /** The page offers something: price, cart, booking, "our"; an encyclopaedia entry or policy does not. */
  readonly sells: boolean;
  /** Stricter than `sells`: a price, a cart, a booking or the advertiser's "our" stands on the page itself. */
  readonly offers: boolean;
  /**
   * Stricter still: the page names a price, asks the reader to buy, book or call, says what "we" offer, or is a snippet about goods. Only
   * such a page owes what the law asks of an advertisement.
   */
  readonly advertises: boolean;
  /** Shows what only the maker of a medicine prints, or whoever it pays: its name as its owner writes it, "Rx only", a savings card. */
  readonly makersMarks: boolean;
  /** A line or two with nothing around them and no heading: a post, a caption, a label. */
  readonly snippet: boolean;
  /** A snippet that neither states in front matter what it is nor invites anybody: any line of a page that may well say the rest. */
  readonly fragment: boolean;
  /** `internal`: playbooks, style guides, templates, developer documents. `business`: tax, accounts, contracts. */
  readonly genre: 'marketing' | 'internal' | 'business' | 'legal';
  readonly productDetected?: Product;
  readonly english: boolean;
}

/**
 * How copy stands to an entry of the register of approved claims.
 * - `approved`: says what the entry says, in force, with its qualifiers. `draft`: the entry is not approved yet.
 * - `qualifier`: a required qualifier is missing or out of place. `scope`: another market, audience or product.
 * - `early`, `expired`: before the approval, after the day of review. `suspended`, `withdrawn`: may not be used.
 * - `extended`: says more than the entry: a comparison, a group of people, a number, a time, an absolute, less caution.
 * - `near`: says nearly the same.
 */
export type RegisterState =
  | 'approved' | 'draft' | 'qualifier' | 'scope' | 'early' | 'expired' | 'suspended' | 'withdrawn' | 'extended' | 'near';

/** An approved claim found in the copy, whole or nearly. The span is a place in the sentence's block. */
export interface RegisterMatch extends Span {
  readonly sentence: Sentence;
  /** Of the entry. */
  readonly id: string;
  /** `claim`, or what an authority granted: `indication`, `cleared-use`, `authorised-claim`. */
  readonly use: string;
  readonly state: RegisterState;
  /** What the state rests on, for messages: the words added, the qualifier, the date. */
  readonly data: Readonly<Record<string, string>>;
}

/** What the register says of one page. */
export interface RegisterReading {
  /** In reading order; they do not overlap. */
  readonly matches: readonly RegisterMatch[];
  /** Strong statements that no entry covers. */
  readonly unregistered: readonly (Span & { readonly sentence: Sentence })[];
}

/** The organization's register of approved claims, ready to be held against copy. */
export interface Register {
  /** Of all that it says. */
  readonly hash: string;
  read(page: Page): RegisterReading;
}

/** A patient's authorization that the organization holds; the form itself, and whose it is, is out of sight. Dates are ISO dates. */
export interface Release {
  readonly id: string;
  /** `signed`, `pending`, `revoked`, `expired`; absent where the register does not say. */
  readonly status?: string;
  readonly date?: string;
  /** The last day. */
  readonly expires?: string;
  /** What may be shown: `name`, `photo`, `video`, `story`, `date`, `place`, `contact`, `all`. */
  readonly scope: readonly string[];
  /** It is for the files that it names alone. */
  readonly limited: boolean;
}

/** What the releases register of the project says of one page. */
export interface Releases {
  /** By each id that copy may name it with. */
  readonly byId: ReadonlyMap<string, Release>;
  /** Those that name this file. */
  readonly here: readonly Release[];
}

export interface Context {
  readonly profiles: readonly string[];
  readonly product: Product;
  readonly audience: 'consumer' | 'hcp';
  /** ISO date of the run. */
  readonly asOf: string;
  readonly organization: Organization;
  /** Patients of Medicare, Medicaid or another federal programme are served; absent means yes. */
  readonly federalPrograms?: boolean;
  /** Domains whose pages count as primary sources in this project. */
  readonly trustedSources?: readonly string[];
  /** Years after which a source counts as old; absent means ten. */
  readonly maxSourceAge?: number;
  readonly register?: Register;
  /** Absent where the project has no register of releases. */
  readonly releases?: Releases;
}

/** The advertiser's own identity: never PHI, always "own" as an agent. */
export interface Organization {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  readonly clinicians: readonly string[];
  readonly products: readonly string[];
}

/** Everything that is known of one document. A rule asks it; no rule splits a sentence or scans for "not" by itself. */
export interface Page {
  readonly document: Document;
  readonly context: Context;
  readonly sections: readonly Section[];
  /** Innermost section of a block. */
  sectionOf(block: Block): Section;
  /** Blocks that a reader meets just before and after, of the same origin. */
  before(block: Block): Block | undefined;
  after(block: Block): Block | undefined;
  /** Sentences of all copy blocks (comments are not copy), in order. */
  readonly sentences: readonly Sentence[];
  sentencesOf(block: Block): readonly Sentence[];
  readonly facts: PageFacts;
  readonly claims: readonly Claim[];
  /** What each passage of the page adds up to, in order. */
  readonly impressions: readonly Impression[];
  claimsOf(sentence: Sentence): readonly Claim[];
  readonly citations: readonly Citation[];
  /** Citations that stand with `[start, end)` of a block: in its sentence, later in its paragraph, in its table row or column head, under it where it is a heading. */
  citationsFor(block: Block, span: Span): readonly Citation[];
  /** Whether a source that would do stands in the section of a block: where none stands with a claim, the reader cannot tell what it is for. */
  hasSourceNear(block: Block): boolean;
  readonly testimonials: readonly Testimonial[];
  /** Identifiers of people with their owners; those whose verdict is `none` are left out. */
  readonly identities: readonly Identity[];
  /** Stretches that may name or number somebody, though nothing proves it: no output may show them. */
  readonly suspects: readonly (Span & { readonly block: Block; readonly name?: true })[];
  /** Absent where the project has no register of approved claims. */
  readonly register?: RegisterReading;
  /** Frames that hold at a place: those of its sentence and those that govern it inside its clause. */
  framesAt(sentence: Sentence, span: Span): ReadonlySet<Frame>;
}

/** Frames in which copy is meant otherwise than as a claim: they clear a rule's matches unless the rule says otherwise (rule catalogue, exemptions). */
export const NOT_CLAIMED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'proper-name', 'nav', 'education', 'off-topic'];

// ---------------------------------------------------------------- what a detector reports

export interface Hit {
  /** The place: in a block's text, or straight in the source for elements and file-level facts. */
  readonly at: { readonly block: Block; readonly start: number; readonly end: number } | Range;
  /** Key of the rule's `messages`; default `default`. */
  readonly message?: string;
  /** Fills `{placeholders}` of the message. Never a value of a person: for a rule of the phi family only types and lengths. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Overrides the rule's severity; configuration still wins. */
  readonly severity?: Severity;
  /** 0 to 1, default 1. Below 0.5 the finding becomes info. */
  readonly confidence?: number;
  /** Its words can hardly be meant otherwise, whatever the passage around them adds up to. */
  readonly plain?: true;
  /** Gives way to any other error or warning on what the copy says in its words. */
  readonly yields?: true;
}

export type Report = (hit: Hit) => void;
/** Called once a page. Must not throw, must not keep state between pages. */
export type Detector = (page: Page, report: Report) => void;

/** For long lists of words as a regular expression: it is run only where a text holds what a match needs. */
export { sift } from './match/sift.ts';

/** Gives a detector its types; does nothing at run time. */
export const defineDetector = (detector: Detector): Detector => detector;
