import type { Block, Citation, Page, Sentence, Span } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

type ReachPage = Pick<Page, 'sentencesOf' | 'before' | 'after'>;

/** A paragraph longer than this is not read with its last citation in mind. */
const LONGEST = 6;
/** A sentence that goes on about the study of the sentence before. */
const GOES_ON =
  sift(/^(?:in (?:the same|that|this) (?:study|trial|review|survey|analysis|report)|(?:the|that|this|these|those) (?:study|trial|review|survey|analysis|authors?|researchers?|investigators?|participants?|patients|people|women|men|adults|children|results?|difference|figures?|effects?|benefits?|groups?)\b|both groups|those (?:on|who|given|taking|in)\b|of (?:these|those)|among (?:them|these|those)|by comparison|in (?:the|both) (?:placebo|control|other|comparison|sham)|people (?:on|taking|given) placebo|it (?:also )?(?:found|did not|was|had|included)|another|others?\b|however|but\b|(?:about |only |the )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b)/i);

/** The citations of a page by where they stand, to be asked which of them speak for a stretch of copy. */
export class CitationIndex {
  readonly all: readonly Citation[];
  readonly #page: ReachPage;
  readonly #byBlock = new Map<Block, Citation[]>();
  readonly #byTable = new Map<number, Citation[]>();

  constructor(page: ReachPage, citations: readonly Citation[]) {
    this.#page = page;
    for (const citation of citations) {
      const { block } = citation;
      push(this.#byBlock, block, citation);
      if (block.table) push(this.#byTable, block.table.id, citation);
    }
    this.all = Array.from(this.#byBlock.values()).flat();
  }

  /**
   * Citations in the sentences of a stretch or later in its paragraph, before it where the sentence goes on about the same study,
   * in its table row or at the head of its column, in the line that leads into its list, and for a heading in what it stands over.
   */
  reaching(block: Block, span: Span): readonly Citation[] {
    if (this.all.length === 0) return [];
    const sentences = this.#page.sentencesOf(block);
    const first = Math.max(0, sentences.findIndex((sentence) => sentence.end > span.start));
    const last = Math.max(first, sentences.findLastIndex((sentence) => sentence.start < span.end));
    const start = sentences[firstOfRun(sentences, first)]?.start ?? span.start;
    const end = sentences[sentences.length <= LONGEST ? sentences.length - 1 : last + 1]?.end ?? sentences.at(-1)?.end ?? span.end;
    const found = this.#of(block).filter((citation) => citation.start < end && citation.end > start);
    if (found.length > 0) return found;
    if (block.kind === 'heading') return this.#underHeading(block);
    if (block.table) return this.#inTable(block, block.table);
    if (block.list) return this.#leadingIn(block, block.list.id);
    return found;
  }

  #of(block: Block | undefined): readonly Citation[] {
    return (block && this.#byBlock.get(block)) ?? [];
  }

  #underHeading(heading: Block): readonly Citation[] {
    const found: Citation[] = [];
    for (let block = this.#page.after(heading), seen = 0; block && block.kind !== 'heading' && seen < 12; block = this.#page.after(block), seen++) found.push(...this.#of(block));
    return found;
  }

  #inTable(cell: Block, { id, row, column }: NonNullable<Block['table']>): readonly Citation[] {
    const found = (this.#byTable.get(id) ?? []).filter(({ block: { table } }) => table?.row === row || (table?.row === 0 && table.column === column));
    if (found.length > 0) return found;
    const lead = this.#before(cell, (other) => other.table?.id === id);
    return lead?.kind === 'caption' || (lead && LEADS_IN.test(lead.text)) ? this.#of(lead) : found;
  }

  #leadingIn(item: Block, id: number): readonly Citation[] {
    const lead = this.#before(item, (other) => other.list?.id === id);
    return lead && LEADS_IN.test(lead.text) ? this.#of(lead) : [];
  }

  /** The nearest block before one that is not part of the same table or list, if it is near enough. */
  #before(block: Block, same: (other: Block) => boolean): Block | undefined {
    let before = this.#page.before(block);
    for (let steps = 0; before && same(before); steps++) {
      if (steps >= FAR) return undefined;
      before = this.#page.before(before);
    }
    return before;
  }
}

/** Cells or items that a lead-in is looked for across. */
const FAR = 60;
/** A line that ends with a colon, or with a colon and its marker. */
const LEADS_IN = /:\s{0,3}(?:[[(]?[\d,\s\u2013-]{1,12}[\])]?|\S{0,3})$/;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function firstOfRun(sentences: readonly Sentence[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 3 && GOES_ON.test(sentences[first]!.text)) first--;
  return first;
}
