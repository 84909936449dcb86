import type { Block, Page, Sentence, Span } from '../../rule.ts';

/** A few sentences of one block that a reader takes in at once. */
export interface Passage extends Span {
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  /** Words, numbers and marks. */
  readonly length: number;
}

const SENTENCES = 3;
const TOKENS = 70;

/** Cuts the copy of a page into passages, at the ends of sentences. */
export function passagesOf(page: Pick<Page, 'document' | 'sentencesOf'>): Passage[] {
  const passages: Passage[] = [];
  for (const block of page.document.blocks) {
    if (block.kind === 'comment') continue;
    let sentences: Sentence[] = [];
    let length = 0;
    const close = (): void => {
      const [first] = sentences;
      if (first) passages.push({ block, start: first.start, end: sentences.at(-1)!.end, sentences, length });
      sentences = [];
      length = 0;
    };
    for (const sentence of page.sentencesOf(block)) {
      if (sentences.length === SENTENCES || (sentences.length > 0 && length + sentence.tokens.length > TOKENS)) close();
      sentences.push(sentence);
      length += sentence.tokens.length;
    }
    close();
  }
  return passages;
}
