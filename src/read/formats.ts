import type { Format } from '../rule.ts';

/** File extensions to read besides the usual ones, without or with the dot. */
export type Extensions = Readonly<Partial<Record<Format, readonly string[]>>>;

const USUAL = {
  markdown: ['md', 'markdown', 'mdx'],
  html: ['html', 'htm', 'xhtml'],
  text: ['txt'],
} as const satisfies Record<Format, readonly string[]>;

/** Extensions of pages written with code in them, which promolint reads when a project says how. */
const TEMPLATES = new Set(
  'php phtml njk liquid hbs handlebars mustache ejs erb twig j2 jinja jinja2 cshtml asp aspx jsp astro vue svelte adoc rst'.split(' '),
);

/** Why a file that may well hold copy is not read by default; undefined for files of other kinds. */
export function whyNotRead(path: string): string | undefined {
  const extension = extensionOf(path);
  if (!TEMPLATES.has(extension)) return undefined;
  return `a .${extension} file; "extensions: {html: [${extension}]}" in the configuration reads such files as HTML`;
}

export type FormatOf = (path: string) => Format | undefined;

/** Returns the function that tells from a file's name how to read it; `undefined`: not a kind of file that holds copy. */
export function formatsByExtension(more: Extensions = {}): FormatOf {
  const formats = new Map<string, Format>();
  for (const format of ['markdown', 'html', 'text'] as const)
    for (const extension of [...USUAL[format], ...(more[format] ?? [])])
      formats.set(extension.replace(/^\./, '').toLowerCase(), format);
  return (path) => formats.get(extensionOf(path));
}

export const isMdx = (path: string): boolean => extensionOf(path) === 'mdx';

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();
