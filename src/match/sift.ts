import { compile, Engine } from './engine.ts';
import { GlanceMachine, Told } from './glance-machine.ts';
import { lowered } from './lowered.ts';
import { hasPlainAlone } from './narrow.ts';
import { ALL, compiledNeeds, compiledTwin, isLowerable, wordsAt, asWords, type Needs, type Source } from './needs.ts';
import { readNeeds } from './read-needs.ts';

/** A regular expression that is run, and compiled, only where the text holds what a match needs. It has no flag `g` or `y`. */
export interface Sifted {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
  /** Every match, as `matchAll` with flag `g` would find them. */
  all(text: string): readonly RegExpExecArray[];
  /** The words of every match, which takes far less than all that there is to know of them. */
  texts(text: string): readonly string[];
  readonly pattern: RegExp;
}

/**
 * Most expressions that copy is held against are long lists of words, of which most copy has none. Telling so takes a
 * glance at a bit a word; one pass over a text sets the bits for all expressions.
 */
export function sift(pattern: RegExp): Sifted {
  if (/[gy]/.test(pattern.flags)) throw new Error(`An expression that remembers where it was cannot be sifted: ${pattern.source}`);
  return new Sieve(() => pattern);
}

const NONE: readonly RegExpExecArray[] = [];
const NO_TEXTS: readonly string[] = [];

/** All that the build has numbered, for itself. */
export const lazy: Sieve[] = [];

/** The build writes this in place of an expression, which is then made when it is first needed (scripts/expressions.mjs). */
export const lazily = (make: () => RegExp | Sifted, number: number): Sieve => (lazy[number] = new Sieve(make, number));

/** How often this thread was asked to run an expression that needs something on a text that is not short, and how often the text seemed to hold that. */
export const expressions = { asked: 0, run: 0 };

/** Shorter texts take longer to look at than to run a compiled expression on; and remembering them would push out the sentences. */
const SHORT = 32;
/** So often an expression that is not compiled yet is spared short texts. */
const SPARED = 40;

class Sieve implements Sifted {
  readonly #make: () => RegExp | Sifted;
  readonly #number: number | undefined;
  #needs: Placed | undefined;
  #engine: Engine | undefined;
  /** The same with flag `g`. */
  #repeating: Engine | undefined;
  #spared = 0;
  #compiled = false;
  /** What is run on any text, from its first run on: most expressions have no narrow twin. */
  #only: RegExp | undefined;
  /** The twin for copy in lower case; null where there is none, undefined before anybody asked. */
  #lowered: RegExp | null | undefined;

  constructor(make: () => RegExp | Sifted, number?: number) {
    this.#make = make;
    this.#number = number;
  }
  get pattern(): RegExp {
    return this.#run.pattern;
  }
  test(text: string): boolean {
    if (!this.#may(text)) return false;
    if (this.#lowered !== null && isPlainText(text)) {
      const twin = this.#lowered ?? this.#lower(text);
      if (twin) return twin.test(inLowerCase(text));
    }
    return this.#on(text).test(text);
  }
  exec(text: string): RegExpExecArray | null {
    return this.#may(text) ? this.#on(text).exec(text) : null;
  }
  // The rest is the build's, which turns `text.match(EXPRESSION)` round.
  match(text: string): RegExpMatchArray | null {
    return this.#may(text) ? text.match(this.#on(text)) : null;
  }
  matchAll(text: string): Iterable<RegExpExecArray> {
    return this.#may(text) ? text.matchAll(this.#on(text)) : [].values();
  }
  replace(text: string, by: string): string {
    return this.#may(text) ? text.replace(this.#on(text), by) : text;
  }
  replaceAll(text: string, by: string): string {
    return this.replace(text, by);
  }
  search(text: string): number {
    return this.#may(text) ? text.search(this.#on(text)) : -1;
  }
  #lower(text: string): RegExp | null {
    if (this.#number === undefined || !isLowerable(this.#number)) return (this.#lowered = null);
    const { source, flags } = this.#twin ?? this.pattern;
    const twin = lowered(source, flags);
    this.#compiled = true;
    compile(twin, inLowerCase(text));
    return (this.#lowered = twin);
  }
  #on(text: string): RegExp {
    return this.#only ?? this.#choose(text);
  }
  #choose(text: string): RegExp {
    this.#compiled = true;
    const pattern = this.#run.for(text, isPlainText);
    if (!this.#run.hasTwin) this.#only = pattern;
    return pattern;
  }
  get #run(): Engine {
    if (!this.#engine) {
      const make = (): RegExp => {
        const made = this.#make();
        return 'pattern' in made ? made.pattern : made;
      };
      this.#engine = new Engine(make, this.#twin);
    }
    return this.#engine;
  }
  texts(text: string): readonly string[] {
    return this.#may(text) ? (text.match(this.#repeatingOn(text)) ?? NO_TEXTS) : NO_TEXTS;
  }
  #repeatingOn(text: string): RegExp {
    this.#compiled = true;
    this.#repeating ??= this.#makeRepeating();
    const pattern = this.#repeating.for(text, isPlainText);
    pattern.lastIndex = 0;
    return pattern;
  }
  #makeRepeating(): Engine {
    const twin = this.#twin;
    return new Engine(() => new RegExp(this.pattern.source, `${this.pattern.flags}g`), twin && { ...twin, flags: `${twin.flags}g` });
  }
  /** See `compiledTwin`. */
  get #twin(): Source | null | undefined {
    return this.#number === undefined ? undefined : compiledTwin(this.#number);
  }
  all(text: string): readonly RegExpExecArray[] {
    if (!this.#may(text)) return NONE;
    const pattern = this.#repeatingOn(text);
    const found: RegExpExecArray[] = [];
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      found.push(match);
      if (match[0] === '') pattern.lastIndex += text.codePointAt(pattern.lastIndex)! > 0xffff ? 2 : 1;
    }
    return found;
  }
  #may(text: string): boolean {
    const needs = this.#needs ?? this.#readNeeds();
    if (needs.numbers.length === 0) return true;
    const compiled = this.#compiled;
    if (text.length < SHORT) return compiled || this.#spared++ > SPARED || mayHold(text, needs, true);
    expressions.asked++;
    if (text.length <= LONGEST && !mayHold(text, needs, false)) return false;
    expressions.run++;
    // Before it is compiled a closer look is worth it.
    return compiled || text.length > LONGEST || mayHold(text, needs, true);
  }
  #readNeeds(): Placed {
    const known = this.#number === undefined ? undefined : compiledNeeds(this.#number);
    return (this.#needs = placed(known ?? readNeeds(this.pattern)));
  }
}

/** Of a text: whether it holds plain characters alone, and it in lower case once somebody asked. */
interface Letters {
  readonly plain: boolean;
  lower: string | undefined;
}

/** The latest of those texts that are too short or too long for a glance: one expression after the other is held against the same. */
let apart: Letters & { readonly text: string } = { text: '', plain: true, lower: '' };

function lettersOf(text: string): Letters {
  if (text.length >= SHORT && text.length <= LONGEST) return glanceAt(text);
  if (text !== apart.text) apart = { text, plain: hasPlainAlone(text), lower: undefined };
  return apart;
}

const isPlainText = (text: string): boolean => lettersOf(text).plain;

/** @param text that is plain */
function inLowerCase(text: string): string {
  const letters = lettersOf(text);
  return (letters.lower ??= text.toLowerCase());
}

/** What a text holds; its groups of characters are known to the machine by its place. */
interface Glance extends Letters {
  readonly place: number;
  text: string | undefined;
  /** Holds a letter that an expression without regard to case takes for one of ASCII: long s, the sign of kelvin, I with a dot. */
  odd: boolean;
  plain: boolean;
  /** For a closer look, from the first on. */
  words: string | undefined;
}

/** What an expression needs, and where the machine has it. */
interface Placed extends Needs {
  readonly at: number;
}

/** Rule after rule asks of the same texts, those of a page; so many of them are remembered. */
const REMEMBERED = 512;
const glances: Glance[] = [];
const byText = new Map<string, Glance>();
let latest: Glance | undefined;
/** Longer texts hold nearly everything. */
const LONGEST = 8_000;

let started: GlanceMachine | undefined;
const machine = (): GlanceMachine => (started ??= new GlanceMachine(LONGEST, REMEMBERED));

const placed = (needs: Needs): Placed => ({ ...needs, at: machine().add(needs.numbers) });

/** @param closely looks for whole words, not just for groups of their letters */
function mayHold(text: string, needs: Placed, closely: boolean): boolean {
  const glance = glanceAt(text);
  if (glance.odd) return true;
  if (!closely) return machine().meets(glance.place, needs.at, 0);
  glance.words ??= asWords(text);
  return holds(glance, needs, 0);
}

function holds(glance: Glance, needs: Placed, at: number): boolean {
  const { numbers, words } = needs;
  const first = numbers[at]!;
  if (first >= 0) return machine().meets(glance.place, needs.at, at) && glance.words!.includes(wordsAt(words, numbers[at + 2]!));
  const end = numbers[at + 1]!;
  for (let i = at + 2; i < end; i = numbers[i]! >= 0 ? i + 3 : numbers[i + 1]!) if (holds(glance, needs, i) !== (first === ALL)) return first !== ALL;
  return first === ALL;
}

function glanceAt(text: string): Glance {
  if (latest && text === latest.text) return latest;
  return (latest = byText.get(text) ?? lookAt(text));
}

function lookAt(text: string): Glance {
  if (byText.size === REMEMBERED) byText.clear();
  const place = byText.size;
  const glance = (glances[place] ??= { place, text: undefined, odd: false, plain: true, words: undefined, lower: undefined });
  const told = machine().look(text, place);
  glance.text = text;
  glance.odd = (told & Told.odd) !== 0;
  glance.plain = (told & Told.plain) !== 0;
  glance.words = undefined;
  glance.lower = undefined;
  byText.set(text, glance);
  return glance;
}
