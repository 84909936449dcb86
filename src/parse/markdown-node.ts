import type { Range } from '../rule.ts';

/**
 * A Markdown syntax tree in which every text is exactly one token of the source: a plain stretch, one entity, one escape, one
 * line ending. `from`/`to` are offsets in the text that was parsed.
 */
export interface MarkdownNode extends Range {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  /** Of text: what a reader sees. */
  readonly value?: string;
  /** Of HTML, code, an image: the texts that it holds. */
  readonly parts?: readonly MarkdownNode[];
  /** Of a link, image or definition: the texts of its title, and where its address stands. */
  readonly titleParts?: readonly MarkdownNode[];
  readonly addressRange?: Range;
  readonly url?: string;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly ordered?: boolean;
  /** Of a heading. */
  readonly depth?: number;
}

/** A node that is being built. */
export type Draft = { -readonly [Key in keyof MarkdownNode]: MarkdownNode[Key] };

export interface Step {
  readonly nodes: readonly MarkdownNode[];
  readonly leave?: () => void;
}

/** Visits nodes in order, and those that a visit returns before it goes on. No recursion: nesting can be deeper than the stack. */
export function walk(roots: readonly MarkdownNode[], visit: (node: MarkdownNode) => Step | undefined): void {
  const stack: { readonly step: Step; next: number }[] = [{ step: { nodes: roots }, next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.step.nodes[frame.next++];
    if (!node) {
      stack.pop();
      frame.step.leave?.();
      continue;
    }
    const step = visit(node);
    if (step) stack.push({ step, next: 0 });
  }
}

export const textNode = (value: string, from: number, to: number): MarkdownNode => ({ type: 'text', value, from, to });

/** Thrown where a reader of Markdown finds what it cannot place exactly: another one has to. */
export class Unplaced extends Error {}
