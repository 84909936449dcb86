import type { Agent, BlockKind, ClaimLevel, Claim, Detector, Family, Format, Frame, ObjectClass, Severity } from '../rule.ts';
import type { CompiledLexicon } from '../analyse/lexicon.ts';
import type { CompiledWords } from '../analyse/spelling.ts';
import type { CompiledNeeds } from '../match/needs.ts';
import type { CompiledRules } from '../match/rule-set.ts';

/** One entry of a rule's `basis`: where the law says it, in our words, and how far that was checked. */
export interface Basis {
  /** Key of sources.yaml. */
  readonly source: string;
  readonly at: string;
  readonly says: string;
  readonly checked: 'text' | 'excerpt' | 'secondary' | 'memory';
  readonly jurisdictions?: readonly string[];
}

export interface Source {
  readonly title: string;
  /** Where it is published. */
  readonly address?: string;
  /** The copy that was read, where that is another place. */
  readonly copy?: string;
  readonly note?: string;
  /** ISO date on which somebody read it. */
  readonly read?: string;
}

/** What an entry of the register of approved claims is. */
export type Use = 'claim' | 'indication' | 'cleared-use' | 'authorised-claim';

export type Scope = 'clause' | 'sentence' | 'adjacent' | 'topic' | 'section' | 'page';

export interface ClaimQuery {
  readonly level?: readonly ClaimLevel[];
  readonly object?: readonly ObjectClass[];
  /** `selling` stands for own, brand, none, pronoun, ingredient, modality, product. */
  readonly agent?: readonly (Agent | 'selling')[];
  readonly kind?: readonly Claim['kind'][];
  readonly speaker?: readonly Claim['speaker'][];
  readonly hedge?: readonly Claim['hedge'][];
  readonly fragment?: boolean;
  readonly absolute?: boolean;
  readonly serious?: boolean;
  readonly min_confidence?: number;
}

export interface Condition {
  readonly within: Scope;
  readonly phrases?: readonly string[];
  readonly claim?: ClaimQuery;
}

/** One alternative of a rule's `match`, as written in its YAML file (docs/writing-a-rule.md). */
export interface Match {
  readonly phrases?: readonly string[];
  readonly claim?: ClaimQuery;
  readonly detector?: true;
  readonly in?: readonly BlockKind[];
  readonly not_in?: readonly BlockKind[];
  readonly unless?: readonly Frame[];
  readonly needs?: readonly Condition[];
  readonly without?: readonly Condition[];
  readonly cited?: 'clears' | 'any';
  readonly sells?: boolean;
  readonly plain?: boolean;
  readonly profiles?: readonly string[];
  readonly products?: readonly string[];
  readonly severity?: Severity;
  readonly confidence?: number;
  readonly message?: string;
  readonly report?: 'match' | 'clause' | 'sentence' | 'block';
}

/** One way to mend what a rule found, as written under `edits` in its YAML file (docs/writing-a-rule.md). */
export interface RuleEdit {
  readonly title: string;
  readonly automatic?: boolean;
  /** Keys of `messages`: for these findings only. */
  readonly for?: readonly string[];
  readonly formats?: readonly Format[];
  /** Patterns, of which one must stand in the page's text, or none may; and that the values of the message must fit. */
  readonly page?: string;
  readonly not_page?: string;
  readonly data?: Readonly<Record<string, string>>;
  /** Pattern in the words found → what stands there instead; the first that is found counts. */
  readonly replace?: Readonly<Record<string, string>>;
  /** Stands in place of the words found. */
  readonly rewrite?: string;
  /** Stands right before the words found, or right behind them or (`at: sentence`) their sentence. */
  readonly before?: string;
  readonly after?: string;
  /** A paragraph of its own: behind what the words found stand in, or (`at: page`) at the end of the page. */
  readonly paragraph?: string;
  readonly at?: 'block' | 'page' | 'sentence';
  /** Of the paragraph; without one, of the words found. */
  readonly style?: 'bold' | 'capitals';
}

export interface Rule {
  readonly id: string;
  readonly family: Family;
  readonly title: string;
  readonly tier: 1 | 2 | 3;
  readonly severity: Severity;
  readonly severity_for?: Readonly<Record<string, Severity | 'off'>>;
  readonly profiles: 'all' | readonly string[];
  readonly products: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
  readonly why: string;
  readonly fix: string;
  readonly edits?: readonly RuleEdit[];
  readonly basis: readonly Basis[];
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** What wording of the organization's register the rule leaves alone, and under which profiles. */
  readonly approved?: { readonly as: readonly Use[]; readonly profiles: 'all' | readonly string[] };
  readonly match: readonly Match[];
  readonly detector?: Detector;
  /** Where the rule file stands, for messages. */
  readonly file?: string;
}

/** A vocabulary file: `rules/vocabulary/<id>.yaml`. */
export interface Vocabulary {
  readonly id: string;
  readonly terms: readonly VocabularyEntry[];
}

export interface VocabularyEntry {
  readonly term: string;
  readonly class?: string;
  readonly forms?: readonly string[];
  readonly case_sensitive?: boolean;
  /** Needs a second cue near it. */
  readonly ambiguous?: boolean;
  readonly not_before?: readonly string[];
  readonly not_after?: readonly string[];
  readonly [key: string]: unknown;
}

/** What the build has made to match by. The numbers of words in it are those of its `words`. */
export interface CompiledMatchers extends Matchers {
  readonly words: CompiledWords;
  readonly needs: CompiledNeeds;
}

export interface Matchers {
  readonly lexicon: CompiledLexicon;
  readonly phrases: CompiledRules;
}

/** Everything a pack brings. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly vocabularies: readonly Vocabulary[];
  /** Of everything in it, where the build has worked that out. */
  readonly hash?: string;
  /** What the build has made of its vocabularies and phrases, so that a run need not. */
  readonly matchers?: Matchers;
}
