import type { Item } from './phrase-parser.ts';

/** Words, kinds of token and vocabulary names one of which must stand where a phrase begins, or somewhere in it. */
export interface Cue {
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Kinds of token by which a shape is found; no folded word is written with a capital. */
export const NUMBER = 'NUMBER';
export const CAPITAL = 'CAPITAL';

/** What a match begins with; undefined for a phrase that may begin with anything. */
export function startOf(items: readonly Item[]): Cue | undefined {
  const words = new Set<string>();
  const names = new Set<string>();
  let anywhere = false;
  /** Whether every match of the list has begun inside it. */
  const collect = (list: readonly Item[]): boolean => {
    for (const item of list) {
      switch (item.type) {
        case 'word':
          for (const form of item.forms) words.add(form);
          return true;
        case 'term':
          for (const name of item.names) names.add(name);
          if (!item.optional) return true;
          break;
        case 'shape':
          for (const word of item.shape.begins) words.add(word);
          if (!item.optional) return true;
          break;
        case 'one-of': {
          let through = item.optional;
          for (const option of item.options) if (!collect(option)) through = true;
          if (!through) return true;
          break;
        }
        case 'start':
        case 'not':
          break;
        default:
          anywhere = true;
          return true;
      }
    }
    return false;
  };
  const begun = collect(items);
  return anywhere || !begun ? undefined : { words, names };
}

/** Words that stand in most sentences: a phrase is looked for by its other words. */
const COMMON = new Set(
  (
    "a an the and or but of to in on at for with by from as is are was were be been being have has had do does did can could will would may might should must not no it its it's this that these those " +
    'you your we our us i my me they their he she his her there here all any some more most than then so if when what which who how up out about into over just only also one get make take use'
  ).split(' '),
);

interface Anchor {
  readonly cue: Cue;
  readonly cost: number;
}

/** A second anchor that most sentences hold is not worth looking for. */
const TOO_COMMON = 120;

/** The one or two rarest things that a phrase cannot do without: most sentences lack one, and the phrase need not be tried on them. */
export function anchorsOf(items: readonly Item[]): readonly [first?: Cue, second?: Cue] {
  const [first, second] = anchors(items);
  if (!first) return [];
  return second && second.cost < TOO_COMMON ? [first.cue, second.cue] : [first.cue];
}

/** Everything that a phrase cannot do without, the rarest first. */
function anchors(items: readonly Item[]): Anchor[] {
  const found = items.flatMap((item) => anchorOf(item) ?? []);
  // The sort keeps the order of equals.
  return found.sort((a, b) => a.cost - b.cost);
}

function anchorOf(item: Item): Anchor | undefined {
  if (item.type === 'word') {
    let cost = 0;
    for (const form of item.forms) cost += COMMON.has(form) ? 60 : 1;
    return { cue: { words: item.forms, names: NOTHING }, cost };
  }
  if (item.type === 'term' && !item.optional) return { cue: { words: NOTHING, names: item.names }, cost: 25 * item.names.size };
  if (item.type === 'shape' && !item.optional) return { cue: { words: new Set(item.shape.begins), names: NOTHING }, cost: 100 };
  if (item.type !== 'one-of' || item.optional) return undefined;
  const words = new Set<string>();
  const names = new Set<string>();
  let cost = 0;
  for (const option of item.options) {
    const [anchor] = anchors(option);
    if (!anchor) return undefined;
    for (const word of anchor.cue.words) words.add(word);
    for (const name of anchor.cue.names) names.add(name);
    cost += anchor.cost;
  }
  return { cue: { words, names }, cost };
}
