import { plain } from '../plain.ts';

// Whatever could start markup, a link, a mention, a reference to an issue, an emoji or mathematics on a code host.
const ACTIVE = /[\\`*_[\]<>&|~#$@!{}]|:(?=[/\w])|(?<=\bwww)\./gi;

/** Copy as text of Markdown: it reads the same and does nothing. */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(ACTIVE, (character) => `&#${character.charCodeAt(0)};`)
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}&#${mark.charCodeAt(mark.length - 1)};`,
    );
}

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
