import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Draft, MarkdownNode } from './markdown-node.ts';
import { walk } from './markdown-node.ts';

/**
 * The reference parser, loaded only when a text needs it. Remark joins neighbouring tokens and drops the places of all but the
 * first, so the handlers that join are replaced here. The one importer of unified and remark.
 */
type Token = Parameters<Handle>[0];

/** The tree of `text`. In MDX, text that is indented by four spaces is no code. May throw on a text made to break parsers. */
export function remarkTree(text: string, mdx: boolean): readonly MarkdownNode[] {
  const tree = (mdx ? mdxParser : markdownParser).parse(text) as unknown as Located;
  const roots = tree.children ?? [];
  place(roots);
  return roots;
}

interface Located extends Omit<Draft, 'children' | 'parts' | 'titleParts'> {
  position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  readonly children?: readonly Located[];
  readonly parts?: readonly Located[];
  readonly titleParts?: readonly Located[];
}

function place(nodes: readonly Located[]): void {
  walk(nodes, (node) => {
    const { position, children = [], parts = [], titleParts = [] } = node as Located;
    const draft = node as Draft;
    draft.from = position!.start.offset;
    draft.to = position!.end.offset;
    return { nodes: [...children, ...parts, ...titleParts] };
  });
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
    Object.assign((parent.children!.at(-1) as Located).position!, { end: { line, column, offset } });
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
  top(this).titleParts = parts;
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
