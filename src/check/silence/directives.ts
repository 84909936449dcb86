import { didYouMean } from '../../closest.ts';
import type { Block, Document, Range } from '../../rule.ts';
import type { Lines } from '../lines.ts';
import type { Fault } from './faults.ts';
import { readFrontMatterNotes } from './front-matter.ts';
import { readComment, VERBS } from './grammar.ts';
import type { Note, Verb } from './grammar.ts';
import { NextLine } from './next-line.ts';

/** A suppression that could be read. Whether it holds is another question. */
export interface Directive {
  readonly kind: 'comment' | 'front-matter';
  readonly form: 'next-line' | 'line' | 'block' | 'file';
  readonly note: Note;
  /** Where it stands. */
  readonly at: Range;
  /** The part of the source that it silences. */
  readonly scope: Range;
}

export interface Directives {
  readonly list: readonly Directive[];
  readonly faults: readonly Fault[];
}

/** Finds everything in a page that is meant to silence a rule, in the order of the source. */
export function readDirectives(document: Document, lines: Lines): Directives {
  const found = new Reader(document, lines).read();
  const front = readFrontMatterNotes(document);
  const whole = { from: 0, to: document.source.length };
  const ofPage = front.notes.map(({ note, at }): Directive => ({ kind: 'front-matter', form: 'file', note, at, scope: whole }));
  return { list: [...ofPage, ...found.list], faults: [...front.faults, ...found.faults] };
}

interface Spoken {
  readonly verb: Verb;
  readonly note: Note;
  readonly at: Range;
  /** The comment with its marks, so that what follows begins at `to`. */
  readonly whole: Range;
}

const CLOSING =
  /\s{0,1000}(?:--!?>|\*\/\s{0,20}-?\}{0,2}|\)|-?#\}|(?:--)?[-~]?\}\}|(?:--)?%>|\{%-?\s{0,3}endcomment\s{0,3}-?%\})/y;

class Reader {
  readonly #source: string;
  readonly #faults: Fault[] = [];
  readonly #spoken: Spoken[] = [];
  /** Where comments begin, by their text. */
  readonly #comments = new Set<number>();
  readonly #nextLine: NextLine;

  constructor(
    readonly document: Document,
    readonly lines: Lines,
  ) {
    this.#source = document.source;
    for (const block of document.blocks) if (block.kind === 'comment') this.#comment(block);
    this.#nextLine = new NextLine(document, lines, this.#spoken);
  }

  read(): Directives {
    const list: Directive[] = [];
    // From the end, since a block ends at the next comment that ends it.
    const ends = new BlockEnds(this.#source.length);
    for (const spoken of [...this.#spoken].reverse()) {
      if (spoken.verb === 'enable') ends.add(spoken.note.rules, spoken.at.from);
      else list.push(...this.#directives(spoken, ends).reverse());
    }
    this.#checkEnables();
    this.#findMisplaced();
    return { list: list.reverse(), faults: this.#faults };
  }

  #comment({ pieces }: Block): void {
    const at = { from: pieces[0]!.from, to: pieces.at(-1)!.to };
    this.#comments.add(at.from);
    const comment = readComment(this.#source.slice(at.from, at.to));
    if (!comment) return;
    const { verb, note } = comment;
    CLOSING.lastIndex = at.to;
    const whole = { from: at.from, to: at.to + (CLOSING.exec(this.#source)?.[0].length ?? 0) };
    if (isVerb(verb)) this.#spoken.push({ verb, note, at, whole });
    else this.#fault('malformed', at, `There is no "promolint-${verb}". ${didYouMean(verb, VERBS) ?? ''}`.trim());
  }

  #directives({ verb, note, at, whole }: Spoken, ends: BlockEnds): Directive[] {
    const base = { kind: 'comment', note, at } as const;
    if (verb === 'disable-file') return [{ ...base, form: 'file', scope: { from: 0, to: this.#source.length } }];
    if (verb === 'disable-next-line') return [{ ...base, form: 'next-line', scope: this.#nextLine.after(whole.to) }];
    if (verb === 'disable-line') {
      const scope = { from: this.lines.around(at.from).from, to: this.lines.around(whole.to).to };
      return [{ ...base, form: 'line', scope }];
    }
    const block = (rules: readonly string[], to: number): Directive => ({
      ...base,
      form: 'block',
      note: { ...note, rules },
      scope: { from: whole.to, to },
    });
    // Each rule on its own: an `enable` may end the silence of one and leave the others.
    return note.rules.length === 0 ? [block([], whole.to)] : note.rules.map((rule) => block([rule], ends.of(rule)));
  }

  #checkEnables(): void {
    const disabled = new Set<string>();
    for (const { verb, note, at } of this.#spoken) {
      if (verb === 'disable') for (const rule of note.rules) disabled.add(rule);
      if (verb !== 'enable') continue;
      const idle = note.rules.filter((rule) => !disabled.has(rule));
      if (disabled.size === 0 || idle.length > 0)
        this.#fault('unused', at, `Nothing before this comment disables ${idle.join(', ') || 'a rule'}.`);
    }
  }

  #findMisplaced(): void {
    for (const { 0: text, index } of this.#source.matchAll(MEANT)) {
      const at = { from: index + text.indexOf('promolint'), to: index + text.length };
      if (!this.#comments.has(at.from)) this.#fault('misplaced', at, 'This suppression does nothing where it stands.');
    }
  }

  #fault(name: Fault['name'], at: Range, message: string): void {
    this.#faults.push({ name, at, message });
  }
}

/** Where the block of each rule ends, seen from a place that moves from the end of the file to its start. */
class BlockEnds {
  readonly #byRule = new Map<string, number>();
  #all: number;

  constructor(end: number) {
    this.#all = end;
  }

  add(rules: readonly string[], at: number): void {
    for (const rule of rules) this.#byRule.set(rule, at);
    if (rules.length > 0) return;
    this.#all = at;
    this.#byRule.clear();
  }

  of(rule: string): number {
    return this.#byRule.get(rule) ?? this.#all;
  }
}

/** How comments begin, in this kind of file or another. */
const MEANT =
  /(?:<!--|\/\*|\/\/|\{#|\{\{!(?:--)?|\{%-? ?comment ?-?%\}|<%(?:#|--)|^\[\/\/\]: ?# ?\()\s{0,20}promolint-(?:disable|enable)[a-z-]{0,20}/gm;

const isVerb = (verb: string): verb is Verb => (VERBS as readonly string[]).includes(verb);
