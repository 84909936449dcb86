import type { Sentence, Token } from '../rule.ts';

/** What copy adds to an approved wording so that it becomes another claim, as a reader would call it. */
export type Extension = 'a comparison' | 'a group of people' | 'a number' | 'a time' | 'an absolute' | 'another condition';

export interface Added {
  readonly what: Extension;
  /** Where in the block's text. */
  readonly start: number;
  readonly end: number;
  /** The words, as they stand in the copy. */
  readonly words: string;
}

const COMPARISON =
  /^(?:than|versus|vs|unlike|compared?|comparison|superior|outperforms?|beats?|better|best|stronger|strongest|gentler|safer|leading|most|twice)$/;
const POPULATION =
  /^(?:adults?|children|kids|child|babies|infants?|newborns?|teens?|teenagers?|adolescents?|women|men|woman|man|mothers?|mums?|moms?|fathers?|seniors?|elderly|older|pregnan\w+|breastfeeding|nursing|athletes?|smokers?|diabetics?|vegans?|runners?|patients?|people|everyone|everybody|anyone|anybody|families|family|pets?|dogs?|cats?|horses?)$/;
/** Before a group of people, and not before "your family doctor". */
const FOR =
  /^(?:in|for|among|amongst|to|with|by|of|including|even|especially|particularly|whether|any|all|every|most|many|both)$/;
const TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|overnight|instant(?:ly)?|immediate(?:ly)?|fast(?:er|est)?|quick(?:ly|er|est)?|rapid(?:ly)?|sooner|permanent(?:ly)?|forever|long-?term|lasting|lifelong|daily|nightly|weekly)$/;
const ABSOLUTE =
  /^(?:always|never|guaranteed?|guarantees?|complete(?:ly)?|total(?:ly)?|full(?:y)?|entire(?:ly)?|perfect(?:ly)?|proven|all|every|any|zero|definitely|certainly|truly|miracle|miraculous(?:ly)?|revolutionary|breakthrough|dramatic(?:ally)?|significant(?:ly)?|powerful(?:ly)?|safely|safe|risk-free|painless(?:ly)?|effortless(?:ly)?)$/;
/** "one" is too often a pronoun. */
const COUNT =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|dozens?|double|triple)$/;
const PEOPLE: Extension = 'a group of people';
const MONEY = new Set(['$', '£', '€']);

/** The kinds of a vocabulary's terms that extend a claim (rules/vocabulary/certainty.yaml, superiority.yaml). */
const BY_LIST: Readonly<Record<string, (className: string) => Extension | undefined>> = {
  superiority: (name) => (name === 'puffery' || name === 'award' ? undefined : 'a comparison'),
  certainty: (name) =>
    /^(?:absolute|painless|no-downtime|effortless)/.test(name)
      ? 'an absolute'
      : /^(?:permanence|speed)$/.test(name)
        ? 'a time'
        : undefined,
  conditions: () => 'another condition',
  symptoms: () => 'another condition',
};

/** What the tokens at these positions of a sentence, which the approved wording does not have, add to it. */
export function extensionsIn(sentence: Sentence, positions: readonly number[]): Added[] {
  const { tokens } = sentence;
  const open = new Set(positions);
  const added: Added[] = [];
  const taken = new Set<number>();
  const add = (what: Extension, first: number, last: number): void => {
    for (let at = first; at <= last; at++) taken.add(at);
    const [start, end] = [tokens[first]!.start, tokens[last]!.end];
    added.push({ what, start, end, words: sentence.block.text.slice(start, end) });
  };
  for (const { list, class: name, first, last } of sentence.terms) {
    const kind = BY_LIST[list]?.(name);
    if (!kind || taken.has(first)) continue;
    // "in pregnant women" names people, whatever else it is the name of.
    const what = kind === 'another condition' && kindOf(tokens, first) === PEOPLE ? PEOPLE : kind;
    let inside = true;
    for (let at = first; at <= last; at++) inside &&= open.has(at);
    if (inside) add(what, first, last);
  }
  for (const at of positions) {
    if (taken.has(at)) continue;
    const what = kindOf(tokens, at);
    if (what) add(what, at, at);
  }
  return added;
}

function kindOf(tokens: readonly Token[], at: number): Extension | undefined {
  const { text, kind } = tokens[at]!;
  if (kind === 'number') return isPlainNumber(tokens, at) ? 'a number' : undefined;
  if (COUNT.test(text)) return 'a number';
  if (COMPARISON.test(text)) return 'a comparison';
  if (TIME.test(text)) return 'a time';
  if (POPULATION.test(text))
    return tokens.slice(Math.max(0, at - 3), at).some((before) => FOR.test(before.text)) ? 'a group of people' : undefined;
  return ABSOLUTE.test(text) ? 'an absolute' : undefined;
}

/** No price, year, clock time or number of a house. */
function isPlainNumber(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!;
  const before = tokens[at - 1]?.text ?? '';
  const after = tokens[at + 1]?.text ?? '';
  if (MONEY.has(before) || /^(?:am|pm|o'clock|dollars?|pounds|euros?|off|street|avenue|road|suite)$/.test(after)) return false;
  return !/^(?:19|20)\d\d$/.test(text);
}

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'without',
  'cannot',
  'nor',
  'neither',
  'nothing',
  'hardly',
  'fails',
  'fail',
  'failed',
  'unlikely',
]);

/** Turns a statement into its opposite. */
export const denies = ({ text }: Token): boolean => NEGATIONS.has(text) || text.endsWith("n't");

const HEDGES = new Set([
  'may',
  'might',
  'can',
  'could',
  'help',
  'some',
  'appear',
  'suggest',
  'designed',
  'temporary',
  'temporarily',
  'mild',
  'minor',
  'occasional',
  'typically',
  'usually',
  'often',
  'average',
  'up',
  'support',
]);

/** A word (base form) without which an approved wording promises more. */
export const softens = (key: string): boolean => HEDGES.has(key);
