import type { Block, Context, Page, Sentence } from '../rule.ts';
import type { Entry, Qualifier } from './entry.ts';
import { wordsIn } from './words.ts';

/** What keeps an entry from being used on a page, or undefined. */
export function outOfScope(
  { markets, audiences, products }: Entry,
  page: Page,
  copy: PageWords,
): Readonly<Record<string, string>> | undefined {
  const { context } = page;
  if (markets.length > 0 && !markets.some((market) => isMarket(market, context)))
    return { what: 'market', allowed: markets.join(', '), here: context.profiles.join(', ') };
  if (audiences.length > 0 && !audiences.includes(context.audience))
    return { what: 'audience', allowed: audiences.join(', '), here: context.audience };
  if (products.length > 0 && !products.some((name) => copy.page().includes(` ${keysOf(name)} `)))
    return { what: 'product', allowed: products.join(', '), here: 'another product' };
  return undefined;
}

const isMarket = (market: string, { profiles }: Context): boolean =>
  profiles.some((profile) => profile === market || profile.startsWith(`${market}-`));

const cache = new Map<string, string>();

/** The words of a name, between spaces. */
export function keysOf(text: string): string {
  let keys = cache.get(text);
  if (keys === undefined) {
    keys = wordsIn(text)
      .map(({ key }) => key)
      .join(' ');
    if (cache.size < 5000) cache.set(text, keys);
  }
  return keys;
}

const BEHIND = 4;

/** The words of one page as text, stretch by stretch, made when first asked for. */
export class PageWords {
  readonly #page: Page;
  readonly #wordsOf: (sentence: Sentence) => string;
  readonly #sections = new Map<number, string>();
  #all: string | undefined;

  /** `wordsOf` gives the keys of a sentence, joined by spaces. */
  constructor(page: Page, wordsOf: (sentence: Sentence) => string) {
    this.#page = page;
    this.#wordsOf = wordsOf;
  }

  /** Everything on the page that is copy, seen or unseen. */
  page(): string {
    return (this.#all ??= this.#join(this.#page.sentences));
  }

  /** Says whether a required qualifier stands where it must, stands elsewhere on the page, or is missing. */
  find({ words, where }: Qualifier, sentence: Sentence): 'there' | 'elsewhere' | 'missing' {
    if (isStated(this.#stretch(where, sentence), words)) return 'there';
    return isStated(this.page(), words) ? 'elsewhere' : 'missing';
  }

  #stretch(where: Qualifier['where'], sentence: Sentence): string {
    const { block } = sentence;
    const own = this.#page.sentencesOf(block);
    switch (where) {
      case 'sentence':
        return this.#join([sentence]);
      case 'next':
        return this.#join(own.filter(({ index }) => index === sentence.index || index === sentence.index + 1));
      case 'block':
        return this.#join(own);
      case 'footnote':
        return this.#join([...own, ...this.#notesOf(sentence).flatMap((note) => this.#page.sentencesOf(note))]);
      case 'section':
        return this.#section(block);
      case 'page':
        return this.#visible(this.#page.document.blocks) + this.#join(own);
    }
  }

  #section(block: Block): string {
    // Titles and descriptions have no section of their own: what the page says is said beside them.
    if (block.origin !== 'body') return this.#visible(this.#page.document.blocks) + this.#join(this.#page.sentencesOf(block));
    const { index, first, last } = this.#page.sectionOf(block);
    let words = this.#sections.get(index);
    if (words === undefined)
      this.#sections.set(index, (words = this.#visible(this.#page.document.blocks.slice(first, last + 1))));
    return words;
  }

  /** A qualifier in a tooltip, in hidden text or behind a click is not beside the claim. */
  #visible(blocks: readonly Block[]): string {
    const seen = blocks.filter(
      ({ origin, hidden, tucked, kind }) => origin === 'body' && !hidden && !tucked && kind !== 'attribute',
    );
    return this.#join(seen.flatMap((block) => this.#page.sentencesOf(block)));
  }

  /** The notes that the sentence's markers lead to. */
  #notesOf({ block, start, end: last }: Sentence): Block[] {
    // A marker behind the full stop may count as a sentence of its own.
    const end = last + BEHIND;
    const marks = block.marks.filter((mark) => mark.start >= start && mark.end <= end);
    const labels = marks.flatMap(({ kind, value }) =>
      kind === 'footnote-ref' && value !== undefined ? [value.toLowerCase()] : [],
    );
    const symbols = new Set(block.text.slice(start, end).match(/[*†‡§]+/g) ?? []);
    for (const mark of marks) if (mark.kind === 'sup') symbols.add(block.text.slice(mark.start, mark.end).trim());
    return this.#page.document.blocks.filter(
      (note) =>
        (note.label !== undefined && labels.includes(note.label.toLowerCase())) ||
        (note !== block && !note.hidden && symbols.has(/^\s*([*†‡§]+|\d{1,3})(?=[\s.)\p{L}])/u.exec(note.text)?.[1] ?? '')),
    );
  }

  #join(sentences: readonly Sentence[]): string {
    return ` ${sentences.map(this.#wordsOf).join(' ')} `;
  }
}

/** Whether the words stand there and are not denied: "never studied in adults" is not "studied in adults". */
function isStated(copy: string, words: string): boolean {
  for (let at = copy.indexOf(words); at >= 0; at = copy.indexOf(words, at + 1))
    if (!/(?:^| )(?:not|never|no|nor|without|\S+n['’]t)(?: be| been| yet| ever)*$/.test(copy.slice(Math.max(0, at - 30), at))) return true;
  return false;
}
