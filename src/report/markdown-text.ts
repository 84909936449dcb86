import { plain } from '../plain.ts';

const MARKUP = /[\\`*_[\]<>&|~$!{}]/g;

/** What code hosts take for a mention, a reference to an issue, an emoji or a link even where no markup stands. */
const LIVELY = /[@#](?=[\w-])|:(?=\/\/|[a-z+-][\w+-]{0,40}:)|\bwww(?=\.)/gi;

/** Of no width. Copy has none of its own left where it comes from `plain`. */
const GAP = '\u200b';

/** What starts a list, a heading or a rule at the start of a line. */
const BULLET = /^(\s*(?:\d+(?=[.)]))?)([-+=#.)])/;

/** Copy as text of Markdown: it reads the same and does nothing. */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(LIVELY, `$&${GAP}`)
    .replace(MARKUP, reference)
    .replaceAll(GAP, '&#8203;')
    .replace(BULLET, (_, before: string, mark: string) => before + reference(mark))
    .replace(/^([^\S\n]*):(?=:)/, '$1&#58;');
}

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

/**
 * Copy in a frame of code, where code hosts look for no mentions; the words of `strong` stand out. Not between backticks, which
 * could mark nothing inside, and which copy could close.
 */
export function codeMarkdown(before: string, strong = '', after = ''): string {
  return `<code>${escapeMarkdown(before)}${strong === '' ? '' : `<b>${escapeMarkdown(strong)}</b>`}${escapeMarkdown(after)}</code>`;
}

/** A link, or the text alone where the address is not one of the web. */
export function linkMarkdown(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\/[^\s<>()\\]+$/i.test(url)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](<${url}>)`;
}
