import { NOT_CLAIMED } from '../rule.ts';
import type { Block, Citation, Claim, Frame, Hit, Page, Section, Sentence } from '../rule.ts';
import type { Condition, Match, Rule, Scope } from '../load/rule.ts';
import { isPseudoNegation } from '../analyse/frames.ts';
import type { Lexicon } from '../analyse/lexicon.ts';
import { NO_CLOCK } from '../clock.ts';
import { PromolintError } from '../errors.ts';
import { answers } from './claim-query.ts';
import { PhraseError, PhraseSet, type CompiledPhrases, type PhraseMatch, type PhraseNames } from './phrase.ts';

/** A rule's hit before severity, masking and messages: check/ makes a finding of it. */
export interface RawHit {
  readonly rule: Rule;
  readonly hit: Hit;
}

/** Families that judge more than published English copy. */
const ALWAYS_ON = new Set(['phi', 'privacy-tech']);

interface CompiledCondition {
  readonly condition: Condition;
  readonly phrases: ReadonlySet<number>;
}
interface CompiledMatch {
  readonly rule: Rule;
  readonly match: Match;
  /** Of its phrases, in their order. */
  readonly numbers: readonly number[];
  readonly unless: readonly Frame[];
  readonly needs: readonly CompiledCondition[];
  readonly without: readonly CompiledCondition[];
}
/** A verb's denial; "no" and "without" deny a noun, and promise as often as not. */
const DENIAL = /^(?:not|never|cannot|\w+n't)$/;

/** Whether a match runs over a denial that its phrase does not speak of: "it does not rebuild cartilage". */
function denies(compiled: CompiledMatch, { phrase, first, last }: PhraseMatch, { tokens, terms }: Sentence): boolean {
  if (!compiled.unless.includes('negated')) return false;
  for (let i = first + 1; i < last; i++) {
    const { text } = tokens[i]!;
    if (DENIAL.test(text) && !isPseudoNegation(tokens, i) && !terms.some((term) => term.first <= i && term.last >= i && term.class !== 'negation')) return !hasWord(compiled, phrase, text);
  }
  return false;
}

/** Whether a word stands in a phrase, or in one of the rule's own lists that it uses. */
function hasWord({ rule: { words = {} }, match, numbers }: CompiledMatch, phrase: number, word: string): boolean {
  const pending = [match.phrases![numbers.indexOf(phrase)]!];
  const seen = new Set<string>();
  for (const source of pending)
    for (const [name] of source.matchAll(/[\w'-]+/g)) {
      if (name === word) return true;
      if (seen.has(name) || !Object.hasOwn(words, name)) continue;
      seen.add(name);
      pending.push(...words[name]!);
    }
  return false;
}

interface Place {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

/** What the build makes of rules. */
export interface CompiledRules {
  readonly triggers: CompiledPhrases;
  readonly conditions: CompiledPhrases;
  /** Their lists of phrases, in the order in which the rules have them, one that is missing as an empty one: how many there are, and their numbers. */
  readonly uses: Int32Array;
}

/** The rules of a run, compiled once: all phrases that begin a finding in one matcher, claims and detectors beside them. */
export class RuleSet {
  readonly #triggers: PhraseSet;
  /** What only a condition asks for is looked for where the condition is asked about: nearly nowhere. */
  readonly #conditions: PhraseSet;
  readonly #byPhrase = new Map<number, CompiledMatch[]>();
  readonly #byClaim: CompiledMatch[] = [];
  /** See `CompiledRules`: of the rules so far, and what the build knew. */
  readonly #uses: number[] = [];
  readonly #known: Int32Array;
  readonly #detectors: Rule[] = [];

  /**
   * @param compiled what the build made of the first rules' phrases
   * @throws PromolintError rule-invalid, when a phrase cannot be read
   */
  constructor(rules: readonly Rule[], lexicon: Lexicon, compiled?: CompiledRules) {
    const names = (scope: number): PhraseNames => namesOf(rules[scope], lexicon);
    this.#triggers = new PhraseSet(compiled && { compiled: compiled.triggers, names });
    this.#conditions = new PhraseSet(compiled && { compiled: compiled.conditions, names });
    this.#known = compiled?.uses ?? NO_USES;
    for (const rule of rules) for (const match of rule.match) this.#compile(rule, match, lexicon);
  }

  #compile(rule: Rule, match: Match, lexicon: Lexicon): void {
    const add = (set: PhraseSet, phrase: string): number => {
      try {
        return set.add(phrase, namesOf(rule, lexicon));
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        throw new PromolintError('rule-invalid', `The phrase "${phrase}" cannot be read: ${error.message}`, {
          where: rule.file ?? rule.id,
          hint: 'docs/writing-a-rule.md lists what a phrase may hold.',
        });
      }
    };
    // A list that the build knew is not asked for its phrases, which would read them.
    const numbersOf = (from: Match | Condition, set: PhraseSet): readonly number[] => {
      const at = this.#uses.length;
      const count = this.#known[at];
      const numbers = count === undefined ? (from.phrases ?? []).map((phrase) => add(set, phrase)) : Array.from(this.#known.subarray(at + 1, at + 1 + count));
      this.#uses.push(numbers.length, ...numbers);
      return numbers;
    };
    const conditions = (list: readonly Condition[] | undefined): CompiledCondition[] =>
      (list ?? []).map((condition) => ({ condition, phrases: new Set(numbersOf(condition, this.#conditions)) }));
    const compiled: CompiledMatch = {
      rule,
      match,
      numbers: numbersOf(match, this.#triggers),
      unless: match.unless ?? NOT_CLAIMED,
      needs: conditions(match.needs),
      without: conditions(match.without),
    };
    for (const id of compiled.numbers) {
      const list = this.#byPhrase.get(id);
      if (list) list.push(compiled);
      else this.#byPhrase.set(id, [compiled]);
    }
    if (match.claim) this.#byClaim.push(compiled);
    if (match.detector && rule.detector) this.#detectors.push(rule);
  }

  /** For the build: the phrases of these rules, whose numbers are their places. */
  compile(rules: readonly Rule[]): CompiledRules {
    const scopeOf = (words: object): number => rules.findIndex((rule) => rule.words === words);
    return { triggers: this.#triggers.compile(scopeOf), conditions: this.#conditions.compile(scopeOf), uses: Int32Array.from(this.#uses) };
  }

  /** Everything the active rules find on a page, in no particular order. */
  check(page: Page, active: (rule: Rule) => boolean, clock = NO_CLOCK): RawHit[] {
    const hits: RawHit[] = [];
    const quiet = page.facts.genre === 'internal' || page.facts.genre === 'business' || !page.facts.english;
    const runs = (rule: Rule): boolean => active(rule) && (!quiet || ALWAYS_ON.has(rule.family));
    const run = new PageRun(page, this.#conditions);
    if (!quiet) {
      for (const sentence of page.sentences)
        for (const found of clock.rule('phrases of all rules', () => this.#triggers.findIn(sentence))) {
          const list = this.#byPhrase.get(found.phrase);
          if (!list) continue;
          const place = { sentence, start: sentence.tokens[found.first]!.start, end: sentence.tokens[found.last]!.end };
          for (const compiled of list)
            if (runs(compiled.rule) && !denies(compiled, found, sentence) && clock.rule(compiled.rule.id, () => holds(compiled, run, place)))
              hits.push({ rule: compiled.rule, hit: hitOf(compiled, page, place, 1) });
        }
      const byClaim = this.#byClaim.filter(({ rule }) => runs(rule));
      if (byClaim.length > 0)
        for (const claim of page.claims)
          for (const compiled of byClaim) {
            if (!answers(claim, compiled.match.claim!)) continue;
            if (!clock.rule(compiled.rule.id, () => holds(compiled, run, claim, claim.frames))) continue;
            hits.push({ rule: compiled.rule, hit: hitOf(compiled, page, claim, claim.confidence) });
          }
    }
    for (const rule of this.#detectors)
      if (runs(rule)) clock.rule(rule.id, () => rule.detector!(page, (hit) => hits.push({ rule, hit })));
    return oneAClause(hits);
  }
}

const NO_USES = new Int32Array(0);

const namesOf = (rule: Rule | undefined, lexicon: Lexicon): PhraseNames => ({
  has: (name) => lexicon.has(name),
  ...(rule?.words ? { words: rule.words } : {}),
});

/** What was found out about one page, shared by all conditions. */
class PageRun {
  readonly page: Page;
  readonly #conditions: PhraseSet;
  readonly #called: (readonly number[] | undefined)[];
  readonly #met = new Map<CompiledCondition, Map<number, boolean>>();

  constructor(page: Page, conditions: PhraseSet) {
    this.page = page;
    this.#conditions = conditions;
    this.#called = new Array<readonly number[] | undefined>(page.sentences.length);
  }
  /** Whether one of the phrases matches in a sentence, in part at least within the clause. */
  stands(phrases: ReadonlySet<number>, sentence: Sentence, clause: { readonly first: number; readonly last: number } | undefined): boolean {
    const called = (this.#called[sentence.index] ??= this.#conditions.calledIn(sentence));
    for (let i = 0; i < called.length; i++)
      if (phrases.has(called[i]!) && this.#conditions.stands(called[i]!, sentence, clause?.first, clause?.last)) return true;
    return false;
  }
  /** Whether a condition holds, by the number of the sentence, block or section that it was asked of. */
  met(condition: CompiledCondition): Map<number, boolean> {
    let known = this.#met.get(condition);
    if (!known) this.#met.set(condition, (known = new Map()));
    return known;
  }
}

function holds(compiled: CompiledMatch, run: PageRun, place: Place, known?: ReadonlySet<Frame>): boolean {
  const { match } = compiled;
  const { page } = run;
  const { block } = place.sentence;
  if (match.in && !match.in.includes(block.kind)) return false;
  if (match.not_in?.includes(block.kind)) return false;
  if (match.sells && !page.facts.sells) return false;
  if (match.products && !match.products.includes(page.context.product)) return false;
  if (match.profiles && !match.profiles.some((profile) => page.context.profiles.includes(profile))) return false;
  if (compiled.unless.length > 0) {
    const frames = known ?? page.framesAt(place.sentence, place);
    if (compiled.unless.some((frame) => frames.has(frame))) return false;
  }
  if (match.cited) {
    const citations = page.citationsFor(block, place.sentence);
    if (citations.some((citation) => (match.cited === 'any' ? citation.resolved || isMarker(citation) : citation.adequate))) return false;
  }
  if (!compiled.needs.every((condition) => isMet(condition, run, place))) return false;
  return !compiled.without.some((condition) => isMet(condition, run, place));
}

/** A marker that leads nowhere is the matter of evidence/dangling-or-weak-citation, not of what bears it. */
const isMarker = ({ form }: Citation): boolean => form === 'marker' || form === 'footnote';

function isMet(compiled: CompiledCondition, run: PageRun, place: Place): boolean {
  const { within } = compiled.condition;
  // A clause is looked at once; what is true of a section or page is worked out once for all hits in it.
  if (within === 'clause') return isMetIn(compiled, run, [place.sentence], clauseOf(place));
  const { sentence } = place;
  const key =
    within === 'sentence'
      ? sentence.index
      : within === 'adjacent' || within === 'topic'
        ? sentence.block.index
        : within === 'section'
          ? run.page.sectionOf(sentence.block).index
          : 0;
  const known = run.met(compiled);
  let met = known.get(key);
  if (met === undefined) known.set(key, (met = isMetIn(compiled, run, sentencesWithin(within, run.page, place))));
  return met;
}

function isMetIn(
  { condition, phrases }: CompiledCondition,
  run: PageRun,
  sentences: readonly Sentence[],
  clause?: ReturnType<typeof clauseOf>,
): boolean {
  return sentences.some((sentence) => {
    if (phrases.size > 0 && run.stands(phrases, sentence, clause)) return true;
    if (!condition.claim) return false;
    return run.page
      .claimsOf(sentence)
      .some((claim) => answers(claim, condition.claim!) && (!clause || (claim.start < clause.end && claim.end > clause.start)));
  });
}

function clauseOf({ sentence, start }: Place): { first: number; last: number; start: number; end: number } {
  return (
    sentence.clauses.find((clause) => start < clause.end) ?? {
      first: 0,
      last: sentence.tokens.length - 1,
      start: sentence.start,
      end: sentence.end,
    }
  );
}

function sentencesWithin(scope: Scope, page: Page, { sentence }: Place): readonly Sentence[] {
  const { block } = sentence;
  switch (scope) {
    case 'clause':
    case 'sentence':
      return [sentence];
    case 'adjacent': {
      const blocks = new Set([page.before(block), block, page.after(block), ...headsOf(block, page)].filter((other): other is Block => other !== undefined));
      return [...blocks].flatMap((other) => page.sentencesOf(other));
    }
    case 'topic':
      return topicOf(block, page).flatMap((other) => page.sentencesOf(other));
    case 'section': {
      const { first, last } = page.sectionOf(block);
      return page.sentences.filter((other) => other.block.index >= first && other.block.index <= last);
    }
    case 'page':
      return page.sentences;
  }
}

/** What stands at the head of the row and the column of a cell. */
const headsOf = ({ table }: Block, { document: { blocks } }: Page): readonly Block[] =>
  table ? blocks.filter(({ table: other }) => other?.id === table.id && (other.row === 0 ? other.column === table.column : other.row === table.row && other.column === 0)) : [];

/** How far above an item its list may begin. */
const LONGEST_LIST = 30;

/** What tells what a block is about: itself, what stands right above it or above its list, and the headings over it. */
function topicOf(block: Block, page: Page): readonly Block[] {
  const blocks = new Set([block]);
  let above = page.before(block);
  for (let i = 0; i < LONGEST_LIST && block.kind === 'list-item' && above?.kind === 'list-item'; i++) above = page.before(above);
  if (above) blocks.add(above);
  let section: Section | undefined = page.sectionOf(block);
  for (; section; section = section.parent === undefined ? undefined : page.sections[section.parent]) if (section.heading) blocks.add(section.heading);
  return [...blocks];
}

function hitOf({ rule, match }: CompiledMatch, page: Page, place: Place, confidence: number): Hit {
  const { sentence } = place;
  let { start, end } = place;
  const extent = match.report ?? (match.claim ? 'clause' : 'match');
  if (extent === 'clause') {
    const clause = clauseOf(place);
    start = Math.min(start, clause.start);
    end = Math.max(end, clause.end);
  } else if (extent === 'sentence') ({ start, end } = sentence);
  else if (extent === 'block') [start, end] = [0, sentence.block.text.length];
  const claim = 'object' in place ? (place as unknown as Claim) : undefined;
  const message = match.message ?? (match.cited && rule.messages['far'] && page.hasSourceNear(sentence.block) ? 'far' : undefined);
  return {
    at: { block: sentence.block, start, end },
    ...(message ? { message } : {}),
    data: {
      match: sentence.block.text.slice(place.start, place.end),
      ...(claim ? { effect: claim.effect, object: claim.object?.text ?? '' } : {}),
    },
    ...(match.severity ? { severity: match.severity } : {}),
    ...(match.plain ? { plain: true as const } : {}),
    confidence: Math.min(confidence, match.confidence ?? 1),
  };
}

const RANK = { error: 3, warning: 2, info: 1 } as const;

/** One finding of a rule for a stretch of copy: of overlapping hits the gravest and surest stays. */
function oneAClause(hits: readonly RawHit[]): RawHit[] {
  const kept: RawHit[] = [];
  const byRule = new Map<Rule, RawHit[]>();
  for (const raw of hits) {
    const mine = byRule.get(raw.rule) ?? [];
    byRule.set(raw.rule, mine);
    const { at } = raw.hit;
    if (!('start' in at)) {
      kept.push(raw);
      continue;
    }
    const rival = mine.findIndex(
      ({ hit: { at: other } }) => 'start' in other && other.block === at.block && other.start < at.end && other.end > at.start,
    );
    if (rival < 0) mine.push(raw);
    else if (weight(raw) > weight(mine[rival]!)) mine[rival] = raw;
  }
  for (const mine of byRule.values()) kept.push(...mine);
  return kept;
}

function weight({ rule, hit }: RawHit): number {
  const length = 'start' in hit.at ? hit.at.end - hit.at.start : 0;
  return RANK[hit.severity ?? rule.severity] * 10_000 + (hit.plain ? 1_000 : 0) + (hit.confidence ?? 1) * 1_000 + Math.min(length, 900);
}
