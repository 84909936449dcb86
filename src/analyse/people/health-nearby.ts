import type { Block, Element, Span } from '../../rule.ts';
import { CARE } from './care-words.ts';
import type { PageContext } from './context.ts';
import type { PeopleSource } from './identities.ts';
import type { PeopleLexicon } from './lexicon.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import type { Neighbours } from './windows.ts';

const PRACTICE = /\b(?:clinic|hospital|doctors?|dr\.|nurses?|surgeons?|patients?|dentists?|therapists?|medical)\b/i;
const CARE_WORD = new RegExp(String.raw`\b(?:${CARE})\b`, 'i');

/** Items to look back over for what leads up to their list. */
const LONGEST_LIST = 60;

/** How near health information stands: in the sentence, the blocks around, the section, the form, the page. */
export class HealthNearby {
  readonly #page: PeopleSource;
  readonly #lexicon: PeopleLexicon;
  readonly #context: () => PageContext;
  readonly #maskedBlocks = new Map<Block, string>();
  readonly #forms = new Map<number, number>();
  #ofSubject: number | undefined;
  #onHealth: boolean | undefined;

  constructor(page: PeopleSource, lexicon: PeopleLexicon, context: () => PageContext) {
    this.#page = page;
    this.#lexicon = lexicon;
    this.#context = context;
  }

  /** 0 to 1: how near a condition, procedure or drug stands; being a patient here is itself health information. */
  of(reading: Reading, span: Span, knownPatient: boolean): number {
    const { passage } = reading;
    const sentence = reading.sentenceAt(span.start);
    let health = reading.healthIn(Math.max(sentence.start, span.start - 400), Math.min(sentence.end, span.end + 400));
    health = Math.max(health, reading.healthIn(Math.max(0, span.start - 900), span.end + 900) * 0.9);
    if (health >= 0.9) return health;
    // A body part beside a known patient tells what is treated.
    if (health > 0.4 && knownPatient) health = Math.max(health, 0.6);
    if (CARE_WORD.test(reading.around(span.start)) || /‡/.test(reading.sentence(span.start))) health = Math.max(health, 0.6);
    if (knownPatient) health = Math.max(health, 0.6);
    if (health >= 0.6) return health;
    if (this.#pageIsHealth()) health = Math.max(health, 0.55);
    const { previous, next } = this.neighbours(passage);
    if (/§/.test(previous) || /§/.test(next)) health = Math.max(health, 0.7);
    if (passage.block && this.weigh(this.#context().headings(passage.block)) >= 0.5) health = Math.max(health, 0.7);
    if (this.subject >= 0.5) health = Math.max(health, 0.6);
    if (passage.element && passage.zone === 'attribute') health = Math.max(health, this.weigh(passage.element.attributes.map(({ value }) => value.slice(0, 400)).join(' ').replace(/[_-]+/g, ' ')));
    if (passage.element?.form !== undefined || passage.zone === 'form') health = Math.max(health, this.#formHealth(passage.element));
    return health;
  }

  /** Copy of a practice is about health, whatever the sentence says. */
  #pageIsHealth(): boolean {
    this.#onHealth ??= this.#page.document.blocks.some(({ text }) => PRACTICE.test(text) || this.weigh(text) >= 0.5);
    return this.#onHealth;
  }

  /** The heaviest health term of a text, of which the first 1,200 code units count. */
  weigh(text: string): number {
    const part = text.slice(0, 1200);
    return this.#lexicon.healthTerms(part).reduce((most, { weight }) => Math.max(most, weight), CARE_WORD.test(part) ? 0.5 : 0);
  }

  #formHealth(element: Element | undefined): number {
    if (!element) return 0;
    if (element.form === undefined) return this.weigh(this.#page.document.source.slice(Math.max(0, element.from - 500), element.to + 500).replace(/[<>="'_/-]+/g, ' '));
    const known = this.#forms.get(element.form);
    if (known !== undefined) return known;
    const { elements, source } = this.#page.document;
    const form = elements[element.form] ?? element;
    const last = elements.findLast((field) => field.form === element.form) ?? element;
    const weight = this.weigh(source.slice(form.from, Math.min(last.to + 400, form.from + 6000)).replace(/[<>="'_/-]+/g, ' '));
    this.#forms.set(element.form, weight);
    return weight;
  }

  /** What the title and the path of the page weigh. */
  get subject(): number {
    return (this.#ofSubject ??= this.weigh(this.#context().subject));
  }

  /** The blocks around, which are masked when a window asks for them. */
  neighbours(passage: Passage): Neighbours {
    let known: Neighbours | undefined;
    const find = (): Neighbours => (known ??= this.#findNeighbours(passage));
    return {
      get previous() {
        return find().previous;
      },
      get next() {
        return find().next;
      },
    };
  }

  #findNeighbours(passage: Passage): Neighbours {
    const { block } = passage;
    if (!block || passage.zone === 'form') return { previous: '', next: '' };
    if (block.kind === 'attribute') return { previous: '', next: this.#masked(this.#page.document.blocks[block.index + 1]) };
    // What leads up to a list stands before each of its items.
    let previous = this.#page.before(block);
    if (block.list) for (let steps = 0; steps < LONGEST_LIST && previous?.list?.id === block.list.id; steps++) previous = this.#page.before(previous);
    const next = this.#page.after(block);
    // A card of a quotation and its author is one thing, even where the author is marked up as a heading.
    if (previous && block.classes.length > 0 && /testimonial|review|quote|story/i.test(block.classes.join(' '))) return { previous: this.#masked(previous), next: this.#masked(next) };
    const same = (other: Block | undefined): other is Block => other !== undefined && this.#page.sectionOf(other) === this.#page.sectionOf(block);
    return { previous: same(previous) ? this.#masked(previous) : '', next: same(next) || block.kind === 'heading' ? this.#masked(next) : '' };
  }

  #masked(block: Block | undefined): string {
    if (!block) return '';
    let known = this.#maskedBlocks.get(block);
    if (known === undefined) {
      const text = block.text.slice(0, 700);
      let out = '';
      let at = 0;
      for (const term of this.#lexicon.healthTerms(text)) {
        out += `${text.slice(at, term.start)}§`;
        at = term.end;
      }
      this.#maskedBlocks.set(block, (known = out + text.slice(at)));
    }
    return known;
  }
}
