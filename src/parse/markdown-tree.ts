import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from '../rule.ts';

/**
 * A Markdown syntax tree in which every text is exactly one token of the source: a plain stretch, one entity, one escape, one
 * line ending. Remark joins neighbouring tokens and drops the places of all but the first, so the handlers that join are
 * replaced here. The one importer of unified and remark.
 */
export interface MarkdownNode {
  readonly type: string;
  readonly position: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  readonly children?: readonly MarkdownNode[];
  /** Of text: what a reader sees. */
  readonly value?: string;
  /** Of HTML, code, an image: the texts that it holds. */
  readonly parts?: readonly MarkdownNode[];
  /** Of a link, image or definition: the texts of its title, and where its address stands. */
  readonly titleParts?: readonly MarkdownNode[];
  readonly addressRange?: Range;
  readonly url?: string;
  readonly title?: string | null;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly ordered?: boolean;
  /** Of a heading. */
  readonly depth?: number;
}

export const startOf = (node: MarkdownNode): number => node.position.start.offset;
export const endOf = (node: MarkdownNode): number => node.position.end.offset;

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

type Draft = { -readonly [Key in keyof MarkdownNode]: MarkdownNode[Key] };
type Token = Parameters<Handle>[0];

/** The tree of `text`. In MDX, text that is indented by four spaces is no code. May throw on a text made to break parsers. */
export function markdownTree(text: string, mdx: boolean): readonly MarkdownNode[] {
  const tree = (mdx ? mdxParser : markdownParser).parse(text) as unknown as MarkdownNode;
  return tree.children ?? [];
}

const top = (context: CompileContext): Draft => context.stack.at(-1) as unknown as Draft;

/** Opens a text of its own for each token; the default handlers add the value and close it. */
const startText: Handle = function (token) {
  const { line, column, offset } = token.start;
  const text = { type: 'text' as const, value: '', position: { start: { line, column, offset }, end: { line, column, offset } } };
  (this.stack.at(-1) as { children: unknown[] }).children.push(text);
  this.stack.push(text);
};

function endText(context: CompileContext, token: Token): void {
  const text = context.stack.pop() as unknown as { value: string; position: { end: object } };
  text.value = context.sliceSerialize(token);
  const { line, column, offset } = token.end;
  text.position.end = { line, column, offset };
}

const lineEnding: Handle = function (token) {
  const parent = top(this);
  if (this.data.atHardBreak) {
    const { line, column, offset } = token.end;
    Object.assign(parent.children!.at(-1)!.position, { end: { line, column, offset } });
    this.data.atHardBreak = undefined;
  } else if (!this.data.setextHeadingSlurpLineEnding && HOLDS_LINES.has(parent.type)) {
    startText.call(this, token);
    endText(this, token);
  }
};
const HOLDS_LINES = new Set(['emphasis', 'fragment', 'heading', 'paragraph', 'strong', 'delete']);

/** Ends a stretch that was buffered, and hands over the texts in it; the default would join them, level by level. */
function takeParts(context: CompileContext): readonly MarkdownNode[] {
  return (context.stack.pop() as unknown as MarkdownNode).children ?? [];
}

const leaf: Handle = function (token) {
  const parts = takeParts(this);
  top(this).parts = parts;
  this.exit(token);
};

const label: Handle = function () {
  const parts = takeParts(this);
  // As the default does: it is a reference until an address follows.
  this.data.inReference = true;
  const node = top(this);
  if (node.type === 'link') node.children = parts;
  else node.parts = parts;
};

const title: Handle = function () {
  const parts = takeParts(this);
  Object.assign(top(this), { titleParts: parts, title: joined(parts) });
};

const address: Handle = function (token) {
  const parts = takeParts(this);
  Object.assign(top(this), { url: joined(parts), addressRange: { from: token.start.offset, to: token.end.offset } });
};

const joined = (parts: readonly MarkdownNode[]): string => parts.map((part) => part.value ?? '').join('');

const exactTexts: Extension = {
  enter: {
    autolinkEmail: startText,
    autolinkProtocol: startText,
    characterEscape: startText,
    characterReference: startText,
    codeFlowValue: startText,
    codeTextData: startText,
    data: startText,
    htmlFlowData: startText,
    htmlTextData: startText,
  },
  exit: {
    codeIndented: leaf,
    codeText: leaf,
    definitionDestinationString: address,
    definitionTitleString: title,
    htmlFlow: leaf,
    htmlText: leaf,
    label,
    lineEnding,
    resourceDestinationString: address,
    resourceTitleString: title,
  },
};

// Not remark-gfm: its autolinks double the time of a parse, and lose the places of the texts that they split.
const syntax = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })];
const parser = (micromarkExtensions: object[]) =>
  unified()
    .use(remarkParse)
    .data('micromarkExtensions', micromarkExtensions)
    .data('fromMarkdownExtensions', [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      exactTexts,
    ])
    .freeze();
const markdownParser = parser(syntax);
const mdxParser = parser([...syntax, { disable: { null: ['codeIndented'] } }]);
