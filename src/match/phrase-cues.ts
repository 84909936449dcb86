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

/** The rarest thing that a phrase cannot do without: most sentences lack it, and the phrase need not be tried on them. */
export function anchorOf(items: readonly Item[]): { readonly cue: Cue; readonly cost: number } | undefined {
  let best: { cue: Cue; cost: number } | undefined;
  const offer = (cue: Cue, cost: number): void => {
    if (!best || cost < best.cost) best = { cue, cost };
  };
  for (const item of items) {
    if (item.type === 'word') {
      let cost = 0;
      for (const form of item.forms) cost += COMMON.has(form) ? 60 : 1;
      offer({ words: item.forms, names: NOTHING }, cost);
    } else if (item.type === 'term' && !item.optional) offer({ words: NOTHING, names: item.names }, 25 * item.names.size);
    else if (item.type === 'shape' && !item.optional) offer({ words: new Set(item.shape.begins), names: NOTHING }, 100);
    else if (item.type === 'one-of' && !item.optional) {
      const each = item.options.map(anchorOf);
      if (each.some((anchor) => anchor === undefined)) continue;
      const words = new Set<string>();
      const names = new Set<string>();
      let cost = 0;
      for (const anchor of each) {
        for (const word of anchor!.cue.words) words.add(word);
        for (const name of anchor!.cue.names) names.add(name);
        cost += anchor!.cost;
      }
      offer({ words, names }, cost);
    }
  }
  return best;
}
