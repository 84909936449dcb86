import type { Block, Document, Section } from '../rule.ts';

/** Sections by heading, in document order, sub-sections counted into their parent's range; and the innermost one of each block. */
export function findSections(document: Document): { sections: Section[]; of: (block: Block) => Section } {
  const drafts: { index: number; heading?: Block; level: number; parent?: number; first: number; last: number }[] = [];
  const owner = new Int32Array(document.blocks.length);
  const open: number[] = [];
  drafts.push({ index: 0, level: 0, first: 0, last: Math.max(0, document.blocks.length - 1) });
  open.push(0);
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.origin === 'body') {
      const level = block.level ?? 2;
      while (open.length > 1 && drafts[open.at(-1)!]!.level >= level) drafts[open.pop()!]!.last = block.index - 1;
      const parent = open.at(-1)!;
      drafts.push({ index: drafts.length, heading: block, level, parent, first: block.index, last: document.blocks.length - 1 });
      open.push(drafts.length - 1);
    }
    owner[block.index] = open.at(-1)!;
  }
  return { sections: drafts, of: (block) => drafts[owner[block.index] ?? 0]! };
}
